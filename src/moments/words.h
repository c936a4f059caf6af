// SPDX-License-Identifier: Apache-2.0
// Words: a text cut as time expressions need it: letters, digits and every other character apart ("1990s" is "1990" and
// "s").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::moments {

struct Word {
  Span span;
  std::string lower;          // folded for ASCII; curly quotes and dashes in their plain form
  std::optional<int> number;  // of up to nine digits; "7,000" is one number
  int digits = 0;             // how many digits were written
  bool capital = false;
  bool glued = false;  // nothing between it and the word before
};

// Indexing beyond the end gives an empty word, so that readers may look ahead without asking.
class Words {
 public:
  Words(std::string_view text, Span within);
  const Word& operator[](std::size_t i) const { return i < words_.size() ? words_[i] : kNone; }
  std::size_t size() const { return words_.size(); }
  bool is(std::size_t i, std::string_view lower) const { return (*this)[i].lower == lower; }
  // `i`, or the word behind it when it is `lower`.
  std::size_t skip(std::size_t i, std::string_view lower) const { return is(i, lower) ? i + 1 : i; }
  // Reads "summer" as "winter", "spring" as "autumn", and the other way round.
  void swap_seasons();
  // The text span from word `first` up to, not including, word `end`.
  Span span(std::size_t first, std::size_t end) const;

 private:
  static const Word kNone;
  std::vector<Word> words_;
};

// A number in digits or words: "16", "twenty-five", "a", "a couple of"; "several" and "a few" are vague.
struct Count {
  std::size_t end = 0;
  int value = 0;
  bool vague = false;
};
std::optional<Count> read_count(const Words& words, std::size_t at);

// "nineteen ninety-six", "two thousand and twenty", "twenty ten".
std::optional<Count> read_spelt_year(const Words& words, std::size_t at);
// "seven", up to twelve.
std::optional<int> read_spelt_hour(const Words& words, std::size_t at);

// "first", "1st", "nineteenth", up to 31.
std::optional<Count> read_ordinal(const Words& words, std::size_t at);

}  // namespace demarche::moments
