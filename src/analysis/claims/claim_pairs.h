// SPDX-License-Identifier: Apache-2.0
// Coded claims of which one affirms what the other denies. Private to this folder.
#pragma once

#include <utility>
#include <vector>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

// Pairs (affirmed, denied) of indexes into Corpus::claims: one proposition, two voices; in order, each once.
std::vector<std::pair<int, int>> contradicting_claims(const Corpus& corpus);

}  // namespace demarche::analysis
