// SPDX-License-Identifier: Apache-2.0
// Names of several words and spellings: "Dhu al-Hijja" and "Sha'ban" are compared as "dhualhijja" and "shaban".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "moments/words.h"

namespace demarche::moments {

// The longest run of words from `at` on, of at most six, that `find` knows without its points, hyphens and apostrophes;
// 0 words when it knows none. `find` returns an index, or -1.
struct Named {
  std::size_t end = 0;
  int index = -1;
};

template <class Find>
Named read_named(const Words& words, std::size_t at, Find&& find) {
  Named best;
  std::string name;
  int parts = 0;
  for (std::size_t i = at; i < words.size() && parts < 6; ++i) {
    const std::string& word = words[i].lower;
    const bool is_sign = word == "'" || word == "-" || word == ".";
    if (!is_sign && (word.empty() || !(word[0] >= 'a' && word[0] <= 'z'))) break;
    if (is_sign && i == at) break;
    if (!is_sign) name += word, ++parts;
    if (const int index = is_sign ? -1 : find(name); index >= 0) best = {i + 1, index};
  }
  return best;
}

// The place of a name in a constant table, or -1.
template <class Table>
int index_in(const Table& table, std::string_view name) {
  static const std::unordered_map<std::string_view, int> places = [&] {
    std::unordered_map<std::string_view, int> all;
    for (std::size_t i = 0; i < table.size(); ++i) all.emplace(table[i].name, int(i));
    return all;
  }();
  const auto found = places.find(name);
  return found == places.end() ? -1 : found->second;
}

}  // namespace demarche::moments
