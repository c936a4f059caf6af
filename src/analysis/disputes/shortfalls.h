// SPDX-License-Identifier: Apache-2.0
// Less than was promised: "promised 60 buses … 11 came". Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/figures/given_figures.h"
#include "analysis/intents/intents.h"

namespace demarche::analysis {

// What is asked of a figure here, kept when the figures themselves are not. Rates, shares, parts and bare numbers are
// none. By document and place in the text.
struct PlainAmount {
  int document = 0;
  record::Range span;
  double lo = 0, hi = 0;
  bool is_wish = false;
  std::string what;  // kind, unit and thing
};
using PlainAmounts = std::vector<PlainAmount>;
PlainAmounts plain_amounts(const std::vector<GivenFigure>& figures);

// Amounts by the clause in which they stand. Both vectors must outlive it.
class Shortfalls {
 public:
  Shortfalls(const Intents& intents, const PlainAmounts& amounts);
  // Whether the second tells, as a fact, of less than four fifths of an amount of the same kind, unit and thing in the
  // first.
  bool falls_short(int promise, int told) const;

 private:
  const PlainAmounts& amounts_;
  std::vector<std::vector<std::size_t>> amounts_of_;  // by intent
};

}  // namespace demarche::analysis
