// SPDX-License-Identifier: Apache-2.0
// What each actor holds on each issue, along time. Private to this folder.
#pragma once

#include <vector>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

std::vector<Position> find_positions(const Corpus& corpus);

}  // namespace demarche::analysis
