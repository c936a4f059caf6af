// SPDX-License-Identifier: Apache-2.0
// What else the record has that says the same as a side of a dispute. Private to this folder.
//
// Two sides are put together by the pair of passages that shows it best. Others that say the same belong beside them:
// the demand made again a year later, the refusal that a paper repeats.
#pragma once

#include "analysis/disputes/matches.h"
#include "analysis/intents/surroundings.h"

namespace demarche::analysis {

// Each side with the intents that say the same as one of it: the same course by the same party (facts: of the same
// deed, or told as a failure too), no deed at opposed ends, within five years, in other sentences than those of the
// other side, on the same side of it in time where the sides are one behind the other, and either of one deed and a
// thing seldom named or in settings that are alike.
enum class Order { Any, FirstBefore };
Meeting widened(const Intents& intents, Surroundings& surroundings, const Meeting& meeting, Order order);

// Those of the meeting first, then what else says the same: a side shows eight at most.
void add_evidence(DisputeMaker& maker, const Intents& intents, const std::set<int>& met, const std::set<int>& wide,
                  const std::string& side, const std::string& stance);

// Whose word or deed an intent is: who wants it, else who does, refuses or promises it.
const Ids& owner_of(const Intent& intent);

}  // namespace demarche::analysis
