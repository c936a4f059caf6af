// SPDX-License-Identifier: Apache-2.0
// Documents that another network or another version of the program read: their items are not comparable with new ones.
#pragma once

#include "cli/context.h"

namespace demarche::cli {

// "3 of 30 documents were read by another network; “demarche read --again --record talks.db” reads them anew". Empty
// when there are none. `model` is the fingerprint of the engine that would read them now.
std::string about_other_readings(const record::Record& record, const std::string& model);

}  // namespace demarche::cli
