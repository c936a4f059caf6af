// SPDX-License-Identifier: Apache-2.0
// Numbers as texts write them: "7,000", "1.2 million", "sixty", "dozens", "at least 40", "between 20 and 30".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::events {

// A word, a number in digits ("1,200.5") or one sign.
struct Lexeme {
  Span span;
  std::string lower;  // folded for ASCII; dashes as "-"
  bool is_number = false, is_capital = false;
  bool is_glued = false;  // nothing between it and the one before
  double value = 0;
  bool is_grouped = false;  // written with thousands separators or decimals, so never a year
};

// Indexing beyond the end gives an empty lexeme.
class Lexemes {
 public:
  Lexemes(std::string_view text, Span within);
  const Lexeme& operator[](std::size_t i) const { return i < all_.size() ? all_[i] : kNone; }
  std::size_t size() const { return all_.size(); }
  bool is(std::size_t i, std::string_view lower) const { return (*this)[i].lower == lower; }

 private:
  static const Lexeme kNone;
  std::vector<Lexeme> all_;
};

// A number with its bounds, lexemes [first, end). `hi` is infinite when no upper bound is told.
struct Amount {
  std::size_t first = 0, end = 0;
  double value = 0, lo = 0, hi = 0;
  bool is_plain_digits = false;  // "2008": may be a year
  std::size_t number = 0;        // lexeme of the first number, behind "at least" or "$"
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

// The amount that begins at a lexeme, with what bounds it; nothing when none does. Currency signs may stand before each
// number.
std::optional<Amount> read_amount(const Lexemes& lexemes, std::size_t at);

}  // namespace demarche::events
