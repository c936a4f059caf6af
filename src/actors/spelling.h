// SPDX-License-Identifier: Apache-2.0
// Misspelt names: the known words within a bounded edit distance of an unknown one.
//
//   "kenyian" → "kenyan";  "chad" → nothing: short words are too near to each other
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::actors {

// How many letters may differ: none below 6 letters, 1 from 6, 2 from 9.
std::size_t allowed_distance(std::string_view word);

// Whether two words are within the distance that the shorter of them allows, and not the same.
bool may_be_meant(std::string_view a, std::string_view b);

// Whether two words are the same once a double letter is written once: "Hammas", "Hamas".
bool differ_by_doubling(std::string_view a, std::string_view b);

class Spellings {
 public:
  void add(std::string_view word);
  // Known words that begin like this one and may be meant by it, each once, the nearest distance only. The views live
  // as long as this.
  std::vector<std::string_view> near(std::string_view word) const;
  // Those within so many letters, however short.
  std::vector<std::string_view> near(std::string_view word, std::size_t allowed) const;

 private:
  std::unordered_map<char, std::vector<std::string>> words_;  // by first letter
};

}  // namespace demarche::actors
