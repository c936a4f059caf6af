// SPDX-License-Identifier: Apache-2.0
#include "quantities/exclusions.h"

#include <cmath>

#include "quantities/counted.h"

namespace demarche::quantities {

namespace {

bool is_date_word(const Lexeme& word) { return word.is(Sense::Time) && word.lower.size() > 2; }

// "2008": four digits that no noun of persons claims are a year.
bool may_be_year(const Lexemes& lexemes, const Amount& amount) {
  const double value = lexemes[amount.number].value;
  if (!amount.is_plain_digits || value < 1500 || value > 2199) return false;
  const bool is_range = amount.end != amount.number + 1;
  if (is_range) return amount.hi < 2200 && !is_persons(lexemes[amount.end]);
  const bool is_led_in =
      amount.first > 0 &&
      is_one_of(lexemes[amount.first - 1].lower, {"in", "since", "of", "by", "until", "from", "during", "late", "early",
                                                  "mid", "the", "after", "before", ",", "and", "through", "year"});
  return amount.first == amount.number && (is_led_in || !is_persons(lexemes[amount.end]));
}

// "one of them", "no one", "this one": a pronoun, unless it counts persons.
bool is_pronoun(const Lexemes& lexemes, const Amount& amount) {
  return amount.end == amount.number + 1 && lexemes.is(amount.number, "one") && !is_persons(lexemes[amount.end]) &&
         !lexemes[amount.end].is(Sense::Unit) && kind_behind(lexemes, amount.end).empty();
}

// "5:30", "9/11", "the 19th", "1990s", "F16"
bool is_glued_to_more(const Lexemes& lexemes, const Amount& amount) {
  const Lexeme& next = lexemes[amount.end];
  if (!next.is_glued) return false;
  return is_one_of(next.lower, {":", "/", "st", "nd", "rd", "th", "s", "'", "’", "°", "am", "pm"}) ||
         (next.lower == "-" && lexemes[amount.end + 1].is_capital);
}

// "Resolution 1267", "Warehouse Six", "Apollo 11": a name with its number.
bool is_named(const Lexemes& lexemes, const Amount& amount) {
  if (amount.first == 0 || amount.first != amount.number) return false;
  const Lexeme& before = lexemes[amount.first - 1];
  const bool counts = before.lower == "number" && lexemes[amount.number].value >= 20;  // "the troops number 600"
  if (before.is(Sense::Numbered) && !counts) return true;
  const bool is_abbreviated = before.lower == "." && amount.first > 1 && lexemes[amount.first - 2].is(Sense::Numbered);
  const bool is_month_day = is_date_word(before) && before.is_capital && lexemes[amount.number].value <= 31;
  const bool is_capital_name = before.is_capital && lexemes[amount.number].is_capital && amount.first > 1;
  return is_abbreviated || is_month_day || is_capital_name ||
         is_one_of(before.lower, {"aged", "age", "#", "no", "nos"});
}

// "insist on 6.40": two decimals and nothing counted.
bool is_clock(const Lexemes& lexemes, const Amount& amount) {
  const Lexeme& number = lexemes[amount.number];
  const double minutes = std::round((number.value - std::floor(number.value)) * 100);
  return number.is_grouped && !amount.is_scaled && number.value < 24 && minutes > 0 && minutes < 60 &&
         number.span.size() - (number.value < 10 ? 1 : 2) == 3;
}

}  // namespace

bool is_piece(const Lexemes& lexemes, const Amount& amount) {
  const Lexeme& first = lexemes[amount.first];
  if (amount.first == 0 || amount.number != amount.first || !first.is_glued || !first.is_number) return false;
  return !is_one_of(lexemes[amount.first - 1].lower, {"(", "\"", "“", "‘", "'", "[", "—"});
}

bool is_no_quantity(const Lexemes& lexemes, const Amount& amount) {
  const std::size_t behind = amount.end + (lexemes.is(amount.end, "-") ? 1 : 0);
  if (lexemes[behind].is(Sense::Time) && !lexemes[behind].lower.empty()) return true;
  if (lexemes.is(amount.end, "o") ||
      ((lexemes.is(amount.end, "a") || lexemes.is(amount.end, "p")) && lexemes.is(amount.end + 1, ".")))
    return true;
  return is_glued_to_more(lexemes, amount) || may_be_year(lexemes, amount) || is_named(lexemes, amount) ||
         is_pronoun(lexemes, amount);
}

bool is_distance(const Lexemes& lexemes, const Amount& amount, std::size_t end) {
  if (amount.first > 0 && is_one_of(lexemes[amount.first - 1].lower, {"within", "every"})) return true;
  return lexemes.phrase(end, Sense::Far).has_value();
}

bool may_stand_alone(const Lexemes& lexemes, const Amount& amount) {
  const Lexeme& number = lexemes[amount.number];
  if (amount.value < 2 || (amount.first == 0 && number.is_number) || is_clock(lexemes, amount)) return false;
  if (number.is_grouped && amount.value != std::floor(amount.value)) return false;
  if (amount.first > 0) {
    const Lexeme& before = lexemes[amount.first - 1];
    if (before.is(Sense::Before) || before.is(Sense::Part) || (before.is_capital && amount.first > 1)) return false;
    if (is_one_of(before.lower, {"on", "for", "with", "into", "(", "/", "-", "in"})) return false;
  }
  constexpr double kLarge = 1000;  // too large for a rank or an address
  const Lexeme& next = lexemes[amount.end];
  if ((amount.is_scaled || number.is_grouped) && amount.value >= kLarge && !next.is(Sense::Time)) return true;
  const bool is_end =
      next.lower.empty() || next.is(Sense::Behind) ||
      is_one_of(next.lower, {",",  ".",     ";",    "?",    "!",  "and", "in", "at", "by", "for", "since", "over",
                             "as", "while", "when", "from", "\"", "”",   "’",  ")",  "of", "but", "a"});
  return is_end && !next.is(Sense::Time);
}

}  // namespace demarche::quantities
