// SPDX-License-Identifier: Apache-2.0
#include "analysis/words/stretches.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace demarche::analysis {

namespace {

bool is_closing(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 5> kClosing = {"\"", "”", "’", ")", "'"};
  return std::any_of(kClosing.begin(), kClosing.end(),
                     [&](std::string_view mark) { return text.substr(at, mark.size()) == mark; });
}

std::size_t behind_closing(std::string_view text, std::size_t at) {
  while (at < text.size() && is_closing(text, at)) next_code_point(text, at);
  return at;
}

// "Mr.", "Rs.", "J.": a point that ends a word and no sentence.
bool is_abbreviation(std::string_view text, std::size_t point) {
  constexpr std::array<std::string_view, 22> kShort = {"Mr",  "Mrs", "Ms",  "Dr",   "St",  "No",    "Nos", "Gen",
                                                       "Col", "Lt",  "Sgt", "Maj",  "Adm", "Rs",    "Art", "Prof",
                                                       "vs",  "cf",  "pp",  "Capt", "Cdr", "approx"};
  std::size_t begin = point;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(' &&
         text[begin - 1] != '.')
    --begin;
  const std::string_view word = text.substr(begin, point - begin);
  const bool is_initial = word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z';
  return is_initial || std::find(kShort.begin(), kShort.end(), word) != kShort.end();
}

bool may_begin(std::string_view text, std::size_t at) {
  return at >= text.size() || !(text[at] >= 'a' && text[at] <= 'z');
}

// Behind the mark and what closes with it; 0 when no sentence ends here.
std::size_t end_at(std::string_view text, std::size_t at) {
  if (text[at] != '.' && text[at] != '?' && text[at] != '!') return 0;
  if (text[at] == '.' && is_abbreviation(text, at)) return 0;
  const std::size_t end = behind_closing(text, at + 1);
  if (end < text.size() && text[end] != ' ' && text[end] != '\n') return 0;
  return may_begin(text, end + 1) ? end : 0;
}

}  // namespace

std::vector<Span> sentences_of(std::string_view text) {
  std::vector<Span> sentences;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n' || text[begin] == '\t')) ++begin;
    if (begin < end) sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') {
      close(at);
    } else if (const std::size_t end = end_at(text, at)) {
      close(end);
      at = end - 1;
    }
  }
  close(text.size());
  return sentences;
}

}  // namespace demarche::analysis
