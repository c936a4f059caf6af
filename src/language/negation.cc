// SPDX-License-Identifier: Apache-2.0
// Negation that the grammar shows.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "language/language.h"

namespace demarche::language {

namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 22> kAuxiliaries = {
    "has", "have", "had",  "is",    "are",   "was",    "were", "be",   "been", "being", "do",
    "did", "does", "will", "would", "could", "should", "can",  "ever", "also", "yet",   "to"};
constexpr std::array<std::string_view, 3> kNobodies = {"nobody", "none", "neither"};

// "foiled at least four attacks": what was kept from happening.
bool is_prevented(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 13> kPrevent = {"prevent", "prevents", "prevented", "foil",     "foils",
                                                         "foiled",  "thwart",   "thwarts",   "thwarted", "avert",
                                                         "averts",  "averted",  "preventing"};
  constexpr std::array<std::string_view, 16> kBetween = {"a",     "an",    "the",  "any",     "at",      "least",
                                                         "all",   "other", "more", "further", "several", "two",
                                                         "three", "four",  "five", "such"};
  for (std::size_t at = words.size(); at-- > 0;) {
    if (is_one_of(kPrevent, words[at])) return true;
    const bool is_number = !words[at].empty() && words[at][0] >= '0' && words[at][0] <= '9';
    if (!is_number && !is_one_of(kBetween, words[at])) return false;
  }
  return false;
}

std::vector<std::string> words_before(std::string_view text, Span sentence, Span verb) {
  std::vector<std::string> words;
  for (const auto& token : split_tokens(text, {sentence.begin, std::max(sentence.begin, verb.begin)})) {
    words.push_back(fold_case(text.substr(token.span.begin, token.span.size())));
  }
  return words;
}

// "Neither … nor … has": the two stand in one clause when no comma or "that" parts them from the verb.
bool is_neither_nor(const std::vector<std::string>& words) {
  const auto neither = std::find(words.rbegin(), words.rend(), "neither");
  if (neither == words.rend()) return false;
  const auto clause = [](const std::string& word) {
    return word == "," || word == ";" || word == "that" || word == "but";
  };
  const bool has_nor = std::find(words.rbegin(), neither, "nor") != neither;
  return has_nor && std::none_of(words.rbegin(), neither, clause);
}

}  // namespace

bool is_negation(std::string_view word) {
  return word == "not" || word == "never" || word == "cannot" || word.ends_with("n't") || word.ends_with("n’t");
}

bool is_negated_before(std::string_view text, Span sentence, Span verb) {
  const auto words = words_before(text, sentence, verb);
  if (is_prevented(words)) return true;
  std::size_t at = words.size();
  while (at > 0 && is_one_of(kAuxiliaries, words[at - 1])) --at;
  if (at == 0) return false;
  const std::string& word = words[at - 1];
  const bool is_no_one = word == "one" && at > 1 && words[at - 2] == "no";
  if (is_negation(word) || is_no_one) return true;
  return is_one_of(kNobodies, word) || (at < words.size() && is_neither_nor(words));
}

}  // namespace demarche::language
