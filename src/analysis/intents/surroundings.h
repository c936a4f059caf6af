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
  Surroundings(const Propositions& propositions, const Intents& intents)
      : intents_(intents), settings_(propositions), known_(intents.all().size()) {}
  // Intents by their index in `Intents::all`.
  Nearness nearness(int one, int other);
  // Somebody's, with two things or deeds at least, or pointing back: what says no more than "to meet" is near to
  // everything around it.
  bool tells_something(int index) const;
  // The weight of the keys that both clauses name themselves.
  double own_weight(int one, int other);
  // The key of most weight that both name; empty when they share none.
  std::string topic(int one, int other);

 private:
  struct Known {
    bool is_made = false;
    Setting setting;
  };
  const Setting& setting(int index);
  const Intents& intents_;
  Settings settings_;
  std::vector<Known> known_;
};

}  // namespace demarche::analysis
