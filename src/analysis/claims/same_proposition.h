// SPDX-License-Identifier: Apache-2.0
// Whether two coded claims are of one proposition. Private to this folder.
#pragma once

#include "analysis/claims/claims.h"

namespace demarche::analysis {

// What one affirms is what the other denies: type of event, parties, wording, issue and time agree.
bool same_proposition(const Claim& affirmed, const Claim& denied);

}  // namespace demarche::analysis
