// SPDX-License-Identifier: Apache-2.0
// Which claims tell of one occurrence. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims/claims.h"
#include "analysis/happenings/deeds.h"

namespace demarche::analysis {

// The first claim is the one that tells it best: dated most exactly, then earliest.
struct Group {
  std::vector<int> claims;  // indexes into Corpus::claims, each once
  std::vector<int> deeds;   // indexes into Grouped::deeds
  std::string event, mode;  // what was done; REQUEST for a demand of which only the content was read as an event
  Ids actors, recipients;
};

struct Grouped {
  std::vector<Deed> deeds;
  std::vector<Group> groups;
};

// Facts, denials and questions about them; what is demanded or promised, with the demand or promise. What is merely
// possible tells of no occurrence.
Grouped group_claims(const Corpus& corpus);
// In the order of the groups. Asks the corpus for names from two threads at once.
std::vector<Happening> happenings_of(const Corpus& corpus, const Grouped& grouped);

bool dates_agree(const Claim& one, const Claim& other);

}  // namespace demarche::analysis
