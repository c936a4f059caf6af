// SPDX-License-Identifier: Apache-2.0
// Which claims tell of one occurrence. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims.h"

namespace demarche::analysis {

// Indexes of claims, in the order of day and text.
struct Group {
  std::vector<int> claims;
};

// Claims of facts only: what is planned, demanded, denied or feared tells of no occurrence.
std::vector<Group> group_claims(const Corpus& corpus);
Happening happening_of(const Corpus& corpus, const Group& group);

// Whether two claims may tell of one occurrence, by type, parties, issue and date.
bool may_be_one(const Corpus& corpus, const Claim& one, const Claim& other);
bool dates_agree(const Claim& one, const Claim& other);

}  // namespace demarche::analysis
