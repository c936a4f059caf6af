// SPDX-License-Identifier: Apache-2.0
// How near the settings of two intents are: what needs no table of deeds to tell that they are of one matter. Settings
// are made when they are first asked for; one thread. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/intents/intents.h"
#include "analysis/passages/settings.h"

namespace demarche::analysis {

class Surroundings {
 public:
  Surroundings(const Propositions& propositions, const Intents& intents);
  // Others whose own words share a key with its own that few passages of the record have. Sorted, each once.
  std::vector<int> sharing(int index) const;
  // Intents by their index in `Intents::all`.
  Nearness nearness(int one, int other);
  // Somebody's, with two things or deeds at least, or pointing back: what says no more than "to meet" is near to
  // everything around it.
  bool tells_something(int index) const;
  // The weight of the keys that both clauses name themselves, names for half; 0 when they share nothing but names.
  double own_weight(int one, int other);
  // The key of most weight that both name; empty when they share none.
  std::string topic(int one, int other);

 private:
  struct Known {
    bool is_made = false;
    Setting setting;
  };
  const Setting& setting(int index);
  const Propositions& propositions_;
  const Intents& intents_;
  std::vector<std::vector<int>> passages_of_;  // by intent
  std::vector<std::vector<int>> intents_in_;   // by passage
  Settings settings_;
  std::vector<Known> known_;
};

}  // namespace demarche::analysis
