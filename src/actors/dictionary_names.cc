// SPDX-License-Identifier: Apache-2.0
#include "actors/dictionary_names.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "actors/dictionary_words.h"

namespace demarche::actors {

namespace {

constexpr std::size_t kLongestId = 48;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Written small inside names, or one way here and another there.
bool is_little(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kLittle = {
      "a",   "al", "an",  "and", "as", "ash", "at",  "ad", "bin", "by",  "da",  "de",   "del", "den", "der",
      "di",  "do", "dos", "du",  "e",  "el",  "en",  "et", "for", "i",   "ibn", "in",   "la",  "le",  "les",
      "los", "o",  "of",  "on",  "or", "s",   "the", "to", "ul",  "van", "von", "with", "y",   "zu"};
  return is_one_of(kLittle, word);
}

bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

char upper_ascii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool has_vowel(std::string_view word) { return word.find_first_of("aeiouy") != std::string_view::npos; }

// Each stretch of letters by itself: "al-qaeda" → "al-Qaeda", "people's" → "People's".
std::string with_capitals(const std::string& name) {
  std::string out;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && is_letter_byte(name[end])) ++end;
    if (end == at) {
      out += name[at++];
      continue;
    }
    std::string word = name.substr(at, end - at);
    const bool is_ending = at > 0 && name[at - 1] == '\'' && word.size() <= 2;
    const bool is_initial = word.size() == 1 && end < name.size() && name[end] == '.';
    if (is_initial || (!is_ending && !is_little(word))) word[0] = upper_ascii(word[0]);
    out += word;
    at = end;
  }
  return out;
}

std::string capitals(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), upper_ascii);
  return word;
}

bool is_acronym(const std::string& word, const Tables::Content& content) {
  constexpr std::uint32_t kCommon = kFunction | kPronoun | kCopula | kPreposition | kConjunction | kDeterminer;
  if (word.find(' ') != std::string::npos) return false;
  return word.size() <= 3 || !has_vowel(word) || (content.classes_of(fold_word(word)) & kCommon) != 0;
}

std::string as_text(const std::string& phrase, const Tables::Content& content) {
  return is_acronym(phrase, content) ? capitals(phrase) : with_capitals(phrase);
}

// "(ANO)", but not "(Colombia)".
std::string take_acronym(std::string& phrase) {
  const std::size_t open = phrase.find('('), close = phrase.find(')');
  if (open == std::string::npos || close == std::string::npos || close < open) return {};
  const std::string inside = phrase.substr(open + 1, close - open - 1);
  const bool is_short = inside.size() >= 2 && inside.size() <= 6 &&
                        std::all_of(inside.begin(), inside.end(), [](char c) { return is_letter_byte(c) || c == '-'; });
  if (!is_short) return {};
  phrase = phrase_of(phrase.substr(0, open) + phrase.substr(close + 1));
  return capitals(inside);
}

}  // namespace

std::vector<std::string> written_names(std::string_view name, const Tables::Content& content) {
  std::string phrase = phrase_of(name);
  replace_all(phrase, "|", "/");
  const std::string acronym = take_acronym(phrase);
  std::vector<std::string> out;
  if (std::any_of(phrase.begin(), phrase.end(), [](char c) { return is_letter_byte(c) || (c >= '0' && c <= '9'); }))
    out.push_back(as_text(phrase, content));
  if (!acronym.empty()) out.push_back(acronym);
  return out;
}

std::string slug_of(std::string_view name) {
  std::string out;
  for (const Word& word : split_words(name)) {
    if (word.fold.empty() || out.size() + word.fold.size() > kLongestId) continue;
    if (!out.empty()) out += '_';
    out += capitals(word.fold);
  }
  return out;
}

bool names_a_body(std::string_view name) {
  static constexpr std::array<std::string_view, 60> kWords = {
      "organization", "organisation", "front",      "army",        "movement",   "council", "party",     "brigade",
      "brigades",     "union",        "unions",     "force",       "forces",     "group",   "groups",    "committee",
      "association",  "society",      "institute",  "foundation",  "federation", "league",  "centre",    "center",
      "network",      "agency",       "commission", "bank",        "fund",       "court",   "community", "alliance",
      "congress",     "assembly",     "forum",      "programme",   "program",    "office",  "cells",     "command",
      "resistance",   "liberation",   "company",    "corporation", "inc",        "trust",   "church",    "university",
      "conference",   "secretariat",  "authority",  "parliament",  "project",    "mission", "nations",   "ministry",
      "department",   "government",   "police",     "republic"};
  const std::vector<Word> words = split_words(name);
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(kWords, word.fold); });
}

bool is_misspelling(std::string_view word, std::string_view known) {
  constexpr std::size_t kMost = 2;
  const auto [shorter, longer] = std::minmax({word.size(), known.size()});  // by value: sizes are temporaries
  if (shorter < 6 || longer - shorter > kMost || word.empty() || word[0] != known[0]) return false;
  std::vector<std::size_t> row(known.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= word.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= known.size(); ++j) {
      const std::size_t changed = diagonal + (word[i - 1] != known[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row.back() <= kMost;
}

}  // namespace demarche::actors
