// SPDX-License-Identifier: Apache-2.0
// The setting of a passage: what its own words, the words around it and the head of its text say it is about. A short
// passage ("The government gives 600") tells its matter by the sentences before it. Private to this folder.
#pragma once

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/passages/propositions.h"

namespace demarche::analysis {

struct Setting {
  std::vector<std::pair<int, float>> keys;  // as numbers, ascending; 1 for its own words, less for those further away
  std::vector<int> names;                   // keys written with a capital in its sentence or the one before
};

struct Nearness {
  double weight = 0;  // of the shared keys: rare ones and near ones count more
  double share = 0;   // of what both weigh, 0 to 1
};

class Settings {
 public:
  explicit Settings(const Propositions& propositions) : propositions_(propositions) {}
  // Of the words of a range: the passages of its sentence that meet it, and their surroundings.
  Setting of(int document, record::Range range);
  Nearness compare(const Setting& one, const Setting& other) const;
  const std::string& key(int number) const { return keys_[static_cast<std::size_t>(number)]; }
  double weight_of(int number) const { return weights_[static_cast<std::size_t>(number)]; }

 private:
  int number_of(const std::string& key);
  void add(const std::vector<std::string>& keys, float nearness, std::unordered_map<int, float>& setting);
  const Propositions& propositions_;
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> keys_;  // by their number
  std::vector<double> weights_;
};

// Both name somebody or some place, and nobody and no place of the other's.
bool names_exclude(const Setting& one, const Setting& other);

}  // namespace demarche::analysis
