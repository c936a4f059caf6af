// SPDX-License-Identifier: Apache-2.0
// Numbers as texts write them: "7,000", "1.2 million", "sixty", "dozens", "at least 40", "between 20 and 30". Private
// to this folder.
#pragma once

#include <optional>

#include "quantities/lexemes.h"

namespace demarche::quantities {

// A number with its bounds, lexemes [first, end). `hi` is infinite when no upper bound is told.
struct Amount {
  std::size_t first = 0, end = 0;
  double value = 0, lo = 0, hi = 0;
  bool is_plain_digits = false;  // "2008": may be a year
  bool is_scaled = false;        // "23 million"
  bool is_share = false;         // "two thirds": of a hundred
  std::size_t number = 0;        // lexeme of the first number, behind "at least" or "$"
};

// The amount that begins at a lexeme, with what bounds it; nothing when none does. Currency signs may stand before each
// number. Bounds that stand behind what is counted are taken by read_bound_behind.
std::optional<Amount> read_amount(const Lexemes& lexemes, std::size_t at);

// "seventy at least", "300 or more": widens the amount, and moves `end` behind the words.
void read_bound_behind(const Lexemes& lexemes, std::size_t& end, Amount& amount);

}  // namespace demarche::quantities
