// SPDX-License-Identifier: Apache-2.0
// Pairs of intents that bear on one matter, and the disputes that they make. Private to this folder.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/disputes/disputes.h"
#include "analysis/intents/intents.h"

namespace demarche::analysis {

// Intents that may meet a given one: those that name one of its deeds and those near it in its text.
class IntentIndex {
 public:
  IntentIndex(const Intents& intents, const std::function<bool(const Intent&)>& is_wanted);
  std::vector<int> candidates(const Intent& intent) const;  // sorted, each once

 private:
  const Intents& intents_;
  std::map<std::pair<Thing, std::string>, std::vector<int>> by_deed_;  // thing and deed; "" for any
  std::map<std::string, std::vector<int>> alone_;                      // by a deed named without a thing
  std::map<int, std::vector<int>> by_document_;
};

// Both, sorted, each once.
std::vector<int> joined(std::vector<int> some, const std::vector<int>& others);

// All pairs that make one dispute: the same parties about the same deed.
struct Meeting {
  std::set<int> first, second;
  Aim aim;  // of the first
};
// Whose word or deed an intent is: who wants it, else who does, refuses or promises it.
const Ids& owner_of(const Intent& intent);

using Meetings = std::map<std::string, Meeting>;
// Pairs that share an intent meet.
std::vector<Meeting> meetings_of(const std::vector<std::pair<int, int>>& pairs, const Aim& aim);

// How strongly two intents bear on one matter: a deed in common counts as much as a rare thing and a half, and what
// stands side by side in one text needs less.
double bearing(const Intents& intents, const Intent& one, const Intent& other, bool has_deed);

void add_evidence(DisputeMaker& maker, const Intents& intents, const std::set<int>& evidence, const std::string& side,
                  const std::string& stance);

// Whether two sets of actors may be one: 1 when they meet, -1 when they exclude each other, 0 when one of them is not
// known or is a name that may be anybody's.
int bond(const Ids& one, const Ids& other);
// Neither an actor nor a voice that comes back.
bool is_nobodys(const Intent& intent);
// Read surely enough to be set against another whatever the deeds: who "must" do something is easily taken for the one
// who wants it.
bool is_sure(const Intent& intent);
bool overlap(const Intent& one, const Intent& other);  // the one is read from words of the other

// Why the two sides were put together: at the two ends of a deed, or by what else they share.
std::string why_of(const Meeting& meeting, const std::string& what);

// The name to show for whoever wants, refuses or promises.
std::string name_of(const Corpus& corpus, const Intent& intent);

}  // namespace demarche::analysis
