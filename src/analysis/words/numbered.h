// SPDX-License-Identifier: Apache-2.0
// Words as numbers, where a record has millions of them and compares them again and again. Private to this folder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

namespace demarche::analysis {

using Key = std::uint32_t;
using Keys = std::vector<Key>;  // sorted, each once

inline Keys common(const Keys& one, const Keys& other) {
  Keys both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  return both;
}
inline bool share(const Keys& one, const Keys& other) { return !common(one, other).empty(); }

// Numbers words in the order in which they are first asked for; one thread.
class Numbered {
 public:
  Key number(const std::string& word) {
    const auto [known, is_new] = numbers_.try_emplace(word, static_cast<Key>(words_.size()));
    if (is_new) words_.push_back(&known->first);
    return known->second;
  }
  Keys numbers(const std::vector<std::string>& words) {
    Keys all;
    for (const std::string& word : words) all.push_back(number(word));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }
  Key known(const std::string& word) const { return numbers_.at(word); }  // of one that has a number
  const std::string& word(Key number) const { return *words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  std::unordered_map<std::string, Key> numbers_;
  std::vector<const std::string*> words_;  // nodes of the map do not move
};

}  // namespace demarche::analysis
