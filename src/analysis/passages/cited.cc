// SPDX-License-Identifier: Apache-2.0
#include "analysis/passages/cited.h"

#include <algorithm>
#include <set>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

// Marks of quotation inside the citation would look like its end; asterisks and bars are a text's mark-up.
std::string without_marks(const std::string& words) {
  std::string plain;
  bool is_after_space = true;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t letter = next_code_point(words, at);
    constexpr std::u32string_view kMarks = U"\"“”„«»*|";
    if (kMarks.find(letter) != std::u32string_view::npos) continue;
    if (!is_space(letter)) plain += words.substr(begin, at - begin);
    if (is_space(letter) && !is_after_space) plain += ' ';
    is_after_space = is_space(letter);
  }
  return plain;
}

// "on Saturday that the bombs were theirs" says when it was said; what was said begins behind "that".
std::size_t behind_time(const std::vector<Word>& words) {
  static const std::set<std::string> kTimes = {"on",   "in",    "at",    "last",  "late",      "early",
                                               "this", "later", "today", "again", "yesterday", "earlier"};
  constexpr std::size_t kFar = 5;
  if (words.empty() || !kTimes.contains(words.front().text)) return 0;
  for (std::size_t i = 1; i < words.size() && i < kFar; ++i) {
    if (words[i].text == "that") return i;
  }
  return 0;
}

// "that it would not open the road, and" → "it would not open the road"
std::string without_joints(std::string words) {
  static const std::set<std::string> kJoints = {"that", "and", "but", "of", "to", "as", "or", "while", "which", "for"};
  const auto all = words_of(words);
  std::size_t first = behind_time(all), end = all.size();
  while (first < end && kJoints.contains(all[first].text)) ++first;
  while (end > first && kJoints.contains(all[end - 1].text)) --end;
  return first < end ? words.substr(all[first].begin, all[end - 1].end - all[first].begin) : std::string();
}

}  // namespace

std::string cited(const Text& text, record::Range range) {
  constexpr std::size_t kLetters = 90;
  const std::string words = shortened(without_joints(without_marks(text.words(range))), kLetters);
  return words.empty() ? words : "“" + words + "”";
}

}  // namespace demarche::analysis
