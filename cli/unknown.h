// SPDX-License-Identifier: Apache-2.0
// A mistyped name should not look like a finding.
#pragma once

#include "record/record.h"

namespace demarche::cli {

// Says on standard error which actors, recipients and speakers of a question nobody in the record is called, and which
// name may have been meant.
void tell_unknown(const record::Record& record, const record::Query& query);

}  // namespace demarche::cli
