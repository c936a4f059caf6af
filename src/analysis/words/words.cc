// SPDX-License-Identifier: Apache-2.0
#include "analysis/words/words.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace demarche::analysis {

namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

bool is_word_part(char32_t code_point) { return is_letter(code_point) || is_digit(code_point); }

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_word_part(next_code_point(text, at))) {
      open = false;
      continue;
    }
    if (!open) words.push_back({.text = {}, .begin = begin, .end = begin});
    open = true;
    for (std::size_t i = begin; i < at; ++i) words.back().text += lower(text[i]);
    words.back().end = at;
  }
  return words;
}

std::string stem_of(std::string_view word) {
  std::size_t at = 0;
  for (int letters = 0; letters < 5 && at < word.size(); ++letters) next_code_point(word, at);
  return std::string(word.substr(0, at));
}

std::vector<std::string> stems_of(std::string_view text) {
  std::vector<std::string> stems;
  for (const Word& word : words_of(text)) {
    if (word.text.size() > 2) insert_sorted(stems, stem_of(word.text));
  }
  return stems;
}

bool share(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  return !common(one, other).empty();
}

void insert_sorted(std::vector<std::string>& set, const std::string& value) {
  const auto place = std::lower_bound(set.begin(), set.end(), value);
  if (place == set.end() || *place != value) set.insert(place, value);
}

std::vector<std::string> common(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  std::vector<std::string> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  return both;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  return out;
}

std::string shortened(const std::string& words, std::size_t letters) {
  std::size_t at = 0, last_space = 0;
  for (std::size_t count = 0; at < words.size() && count < letters; ++count) {
    const std::size_t begin = at;
    if (is_space(next_code_point(words, at))) last_space = begin;
  }
  if (at == words.size()) return words;
  return words.substr(0, last_space ? last_space : at) + "…";
}

}  // namespace demarche::analysis
