// SPDX-License-Identifier: Apache-2.0
#include "analysis/texts/sentences.h"

#include <string_view>

namespace demarche::analysis {

namespace {

bool is_one_of(char letter, std::string_view letters) { return letters.find(letter) != std::string_view::npos; }

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_lower(char letter) { return letter >= 'a' && letter <= 'z'; }

// "Mr.", "Gen." and "J." do not end a sentence; "UN." may.
bool is_title(std::string_view text, std::size_t stop) {
  constexpr std::size_t kLongest = 3;
  std::size_t begin = stop;
  while (begin > 0 && (is_upper(text[begin - 1]) || is_lower(text[begin - 1]))) --begin;
  const std::size_t letters = stop - begin;
  if (letters == 0 || letters > kLongest || !is_upper(text[begin])) return false;
  return letters == 1 || is_lower(text[stop - 1]);
}

// Behind the closing quotation mark of a sentence that ends at `at`; `at` when none ends there.
std::size_t end_at(std::string_view text, std::size_t at) {
  if (!is_one_of(text[at], ".?!;") || is_title(text, at)) return at;
  if (text[at] == ';') return at + 1;
  std::size_t end = at + 1;
  if (end < text.size() && is_one_of(text[end], "\"')")) ++end;
  constexpr std::string_view kClosing = "\xE2\x80\x9D";  // a curved quotation mark
  if (text.substr(end, kClosing.size()) == kClosing) end += kClosing.size();
  if (end == text.size() || text[end] == '\n') return end;
  if (text[end] != ' ' || end + 1 == text.size()) return at;
  return is_lower(text[end + 1]) ? at : end;
}

}  // namespace

std::vector<record::Range> sentences_of(const Text& text) {
  const std::string& words = text.source->document.text;
  std::vector<record::Range> found;
  const auto add = [&](std::size_t begin, std::size_t end) {
    while (begin < end && is_one_of(words[begin], " \t\n\r")) ++begin;
    if (begin < end)
      found.push_back({text.points->from_byte(static_cast<std::uint32_t>(begin)),
                       text.points->from_byte(static_cast<std::uint32_t>(end))});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t end = words[at] == '\n' ? at : end_at(words, at);
    if (end == at && words[at] != '\n') continue;
    add(begin, end);
    begin = end;
  }
  add(begin, words.size());
  return found;
}

}  // namespace demarche::analysis
