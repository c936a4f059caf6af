// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/shortfalls.h"

#include <algorithm>

namespace demarche::analysis {

PlainAmounts plain_amounts(const std::vector<GivenFigure>& figures) {
  PlainAmounts amounts;
  for (const GivenFigure& figure : figures) {
    const auto& quantity = figure.quantity;
    const bool is_bare = quantity.kind == "percent" || quantity.kind == "number";
    if (is_bare || figure.is_rate || figure.is_part || quantity.value <= 0) continue;
    amounts.push_back({.document = figure.document,
                       .span = quantity.span,
                       .lo = quantity.lo,
                       .hi = quantity.hi,
                       .is_wish = figure.is_wish,
                       .what = std::string(quantity.kind) + "|" + std::string(quantity.unit) + "|" + figure.noun});
  }
  return amounts;
}

Shortfalls::Shortfalls(const Intents& intents, const PlainAmounts& amounts)
    : amounts_(amounts), amounts_of_(intents.all().size()) {
  for (std::size_t i = 0; i < intents.all().size(); ++i) {
    const Intent& intent = intents.all()[i];
    const auto first =
        std::lower_bound(amounts.begin(), amounts.end(), intent.document,
                         [](const PlainAmount& amount, int document) { return amount.document < document; });
    for (auto amount = first; amount != amounts.end() && amount->document == intent.document; ++amount) {
      if (intent.clause.begin <= amount->span.begin && amount->span.end <= intent.clause.end)
        amounts_of_[i].push_back(static_cast<std::size_t>(amount - amounts.begin()));
    }
  }
}

namespace {

bool is_less(const PlainAmount& promised, const PlainAmount& done) {
  constexpr double kPart = 0.8;
  return !done.is_wish && promised.what == done.what && done.hi < kPart * promised.lo;
}

}  // namespace

bool Shortfalls::falls_short(int promise, int told) const {
  const auto &some = amounts_of_[static_cast<std::size_t>(promise)],
             &others = amounts_of_[static_cast<std::size_t>(told)];
  return std::any_of(some.begin(), some.end(), [&](std::size_t one) {
    return std::any_of(others.begin(), others.end(),
                       [&](std::size_t other) { return is_less(amounts_[one], amounts_[other]); });
  });
}

}  // namespace demarche::analysis
