// SPDX-License-Identifier: Apache-2.0
//
// Bounds, in lo and hi:
//   14                     lo = hi = 14
//   at least 40, over 40   value 40, lo 40, hi infinite: no upper bound is told
//   up to 40, under 40     value 40, lo 0, hi 40
//   almost 40              value 40, lo 36, hi 40
//   about 40               value 40, lo 36, hi 44
//   between 20 and 30      value 25 (the middle), lo 20, hi 30
//   dozens, hundreds       value = lo = 24, 200; hi 99, 999
#include "quantities/quantities.h"

#include "quantities/counted.h"
#include "quantities/exclusions.h"

namespace demarche::quantities {

struct Recognizer::Content {
  explicit Content(const std::filesystem::path& table) : words(table) {}
  WordList words;
};

Recognizer::Recognizer(const std::filesystem::path& data)
    : content_(std::make_unique<Content>(data / "lexicon" / "en" / "amounts.tsv")) {}
Recognizer::~Recognizer() = default;
Recognizer::Recognizer(Recognizer&&) noexcept = default;

namespace {

// "number" where nothing is said to be counted.
std::optional<Counted> counted_by(const Lexemes& lexemes, const Amount& amount, Recognizer::Bare bare) {
  if (is_piece(lexemes, amount) || amount.value == 0) return std::nullopt;
  if (auto percent = read_percent(lexemes, amount)) return percent;
  if (auto money = read_money(lexemes, amount)) return money;
  if (is_no_quantity(lexemes, amount)) return std::nullopt;
  if (auto counted = read_counted(lexemes, amount)) {
    if (counted->kind == "measure" && is_distance(lexemes, amount, counted->end)) return std::nullopt;
    return counted;
  }
  if (bare == Recognizer::Bare::Leave || !may_stand_alone(lexemes, amount)) return std::nullopt;
  return Counted{.end = amount.end, .unit = {}, .kind = "number", .noun = noun_before(lexemes, amount)};
}

double factor_of(const Lexemes& lexemes, const Amount& amount, const Counted& counted) {
  if (counted.kind != "measure") return 1;
  const auto unit = lexemes.phrase(amount.end, Sense::Unit);
  return unit ? unit->entry->factor : 1;
}

Quantity quantity(const Lexemes& lexemes, Amount amount, Counted counted) {
  const double factor = factor_of(lexemes, amount, counted);
  read_bound_behind(lexemes, counted.end, amount);
  return {.value = amount.value * factor,
          .lo = amount.lo * factor,
          .hi = amount.hi * factor,
          .unit = counted.unit,
          .kind = counted.kind,
          .span = {lexemes[amount.first].span.begin, lexemes[counted.end - 1].span.end},
          .noun = counted.noun};
}

}  // namespace

std::vector<Quantity> Recognizer::find(std::string_view text, Span within, Bare bare) const {
  const Lexemes lexemes(text, within, content_->words);
  std::vector<Quantity> quantities;
  for (std::size_t at = 0; at < lexemes.size();) {
    const auto amount = read_amount(lexemes, at);
    const auto counted = amount ? counted_by(lexemes, *amount, bare) : std::nullopt;
    if (counted) quantities.push_back(quantity(lexemes, *amount, *counted));
    at = counted ? counted->end : amount ? amount->end : at + 1;
  }
  return quantities;
}

}  // namespace demarche::quantities
