// SPDX-License-Identifier: Apache-2.0
// Words of a text, as analysis compares them: lower case, letters and digits only. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::analysis {

struct Word {
  std::string text;
  std::size_t begin = 0, end = 0;  // bytes
};
std::vector<Word> words_of(std::string_view text);

// The first five letters: "suspended" and "suspension" agree. Crude, and easy to explain.
std::string stem_of(std::string_view word);
// Stems of the words of three letters and more; sorted, each once.
std::vector<std::string> stems_of(std::string_view text);

// Sorted sets as vectors.
bool share(const std::vector<std::string>& one, const std::vector<std::string>& other);
void insert_sorted(std::vector<std::string>& set, const std::string& value);
std::vector<std::string> common(const std::vector<std::string>& one, const std::vector<std::string>& other);

// "A", "A and B", "A, B and C"
std::string listed(const std::vector<std::string>& names);

// At most `letters` code points, cut at a word.
std::string shortened(const std::string& words, std::size_t letters);

}  // namespace demarche::analysis
