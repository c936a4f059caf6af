// SPDX-License-Identifier: Apache-2.0
// The setting of a passage: what its own words, the words around it and the head of its text say it is about. A short
// passage ("The government gives 600") tells its matter by the sentences before it. Private to this folder.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "analysis/passages/propositions.h"

namespace demarche::analysis {

struct Setting {
  std::vector<std::pair<Key, float>> keys;  // as numbers, ascending; 1 for its own words, less for those further away
  Keys names;                               // keys written with a capital in its sentence or the one before
};

struct Nearness {
  double weight = 0;  // of the shared keys: rare ones and near ones count more
  double share = 0;   // of what both weigh, 0 to 1
};

class Settings {
 public:
  explicit Settings(const Propositions& propositions) : propositions_(propositions) {}
  // Of the words of a range: the passages of its sentence that meet it, and their surroundings.
  Setting of(int document, record::Range range) const;
  Nearness compare(const Setting& one, const Setting& other) const;
  const std::string& key(Key number) const { return propositions_.word(number); }
  double weight_of(Key number) const { return propositions_.weight_of(number); }

 private:
  const Propositions& propositions_;
};

// Both name somebody or some place, and nobody and no place of the other's.
bool names_exclude(const Setting& one, const Setting& other);

}  // namespace demarche::analysis
