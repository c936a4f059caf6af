// SPDX-License-Identifier: Apache-2.0
// Where somebody stands on a matter, by what he says or does, and how a later stand differs from an earlier one.
// Private to this folder.
#pragma once

#include <string>
#include <string_view>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

// What kind of thing a stand is. Only stands of one family harden or soften towards one another.
enum class Family {
  Wish,     // asks, demands, warns, threatens; and deeds of pressure: sanctions, protests
  Answer,   // agrees, offers, promises, helps, gives way; or refuses
  Fact,     // asserts, accuses, acknowledges, denies
  Silence,  // takes no stand
};

struct Stand {
  std::string name;  // "demands"
  Family family = Family::Fact;
  int side = 0;       // +1 for the other or the matter, -1 against, 0 neither
  int force = 0;      // within the family
  int direction = 0;  // of a wish: +1 to begin or keep something, -1 to end it, 0 unknown
  bool operator==(const Stand& other) const { return name == other.name; }
};

Stand stand_of(const Corpus& corpus, const Utterance& utterance);

// What a deed says of its doer's stand; nothing (an empty name) for deeds that say none, as a meeting or a battle.
Stand stand_of_deed(const Corpus& corpus, const Claim& claim);

// Whether two stands can be set side by side: a demand is no change of an assertion.
bool are_comparable(const Stand& before, const Stand& now);

// same, hardened, softened, reversed
std::string_view change_between(const Stand& before, const Stand& now);

}  // namespace demarche::analysis
