// SPDX-License-Identifier: Apache-2.0
#include "analysis/words/wording.h"

#include <algorithm>

#include "base/utf8.h"

namespace demarche::analysis {

namespace {

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool joins_clauses(std::string_view word) {
  return is_any(word,
                {"and", "but", "while", "that", "which", "who", "when", "although", "whereas", "because", "though"});
}

bool is_between_subject_and_verb(std::string_view word) {
  return is_any(word, {"has",   "have",      "had",    "also",    "now",     "only",       "still", "already", "later",
                       "first", "initially", "itself", "himself", "herself", "themselves", "then",  "once",    "again",
                       "today", "alone",     "did",    "would",   "will",    "who",        "which", "that"});
}

}  // namespace

std::size_t Sentence::first_at(std::uint32_t byte) const {
  const auto found =
      std::find_if(words_.begin(), words_.end(), [&](const Word& word) { return begin_ + word.begin >= byte; });
  return static_cast<std::size_t>(found - words_.begin());
}

Span Sentence::between(std::size_t first, std::size_t end) const {
  if (first >= end || end > words_.size()) return {};
  return {begin_ + static_cast<std::uint32_t>(words_[first].begin),
          begin_ + static_cast<std::uint32_t>(words_[end - 1].end)};
}

std::string_view Sentence::gap_before(std::size_t at) const {
  if (at >= words_.size()) return {};
  const std::size_t from = at == 0 ? 0 : words_[at - 1].end;
  return text_.substr(from, words_[at].begin - from);
}

bool Sentence::breaks_before(std::size_t at) const {
  if (at == 0 || at >= words_.size() || joins_clauses(word(at - 1))) return true;
  const std::string_view gap = gap_before(at);
  return gap.find_first_of(",;:()\"?!") != std::string_view::npos || gap.find("“") != std::string_view::npos ||
         gap.find(". ") != std::string_view::npos || gap.find("—") != std::string_view::npos ||
         gap.find(" – ") != std::string_view::npos;
}

bool Sentence::is_cut_before(std::size_t at) const {
  const std::string_view gap = gap_before(at);
  return gap.find(';') != std::string_view::npos || gap.find("“") != std::string_view::npos ||
         gap.find(" \"") != std::string_view::npos;
}

Span Sentence::phrase_from(std::size_t first) const {
  constexpr std::size_t kLong = 9;
  std::size_t end = first + 1;
  while (end < words_.size() && end - first < kLong && !breaks_before(end) && !joins_clauses(word(end))) ++end;
  return between(first, std::min(end, words_.size()));
}

Span Sentence::subject_of(std::size_t verb) const {
  constexpr std::size_t kLong = 9;
  std::size_t end = verb;
  while (end > 0 && is_between_subject_and_verb(word(end - 1))) --end;
  if (end > 1 && gap_before(end == verb ? verb : end).find(',') != std::string_view::npos) {
    std::size_t aside = end - 1;  // back over the aside to the comma that opens it
    while (aside > 0 && gap_before(aside).find(',') == std::string_view::npos) --aside;
    if (aside > 0) end = aside;
  }
  if (end == 0 || joins_clauses(word(end - 1))) return {};  // "went there and counted": its subject is another verb's
  std::size_t first = end - 1;
  const bool is_single = is_pronoun(word(first));
  while (!is_single && first > 0 && end - first < kLong && !breaks_before(first)) --first;
  return between(first, end);
}

std::string without_article(std::string words) {
  for (const std::string_view article :
       {"the ", "The ", "a ", "A ", "an ", "An ", "Its ", "its ", "Their ", "their "}) {
    if (words.starts_with(article)) return words.substr(article.size());
  }
  return words;
}

bool is_pronoun(std::string_view words) {
  return is_any(fold_case(words),
                {"he",  "she", "it",    "they", "we",  "i",     "this",  "that", "who", "which", "his",
                 "her", "its", "their", "our",  "you", "these", "those", "them", "him", "one",   "s"});
}

bool is_plural(std::string_view name) {
  const auto space = name.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? name : name.substr(space + 1);
  const bool is_small = !last.empty() && last[0] >= 'a' && last[0] <= 'z';
  const bool ends_so = last.ends_with('s') && !last.ends_with("ss");
  return is_any(last, {"Police", "police", "Officers", "Officials"}) || (is_small && ends_so);
}

}  // namespace demarche::analysis
