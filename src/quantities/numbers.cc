// SPDX-License-Identifier: Apache-2.0
#include "quantities/numbers.h"

#include <cmath>
#include <limits>

namespace demarche::quantities {

namespace {

Amount exact(std::size_t first, std::size_t end, double value) {
  return {.first = first, .end = end, .value = value, .lo = value, .hi = value, .number = first};
}

double scale_of(const Lexeme& lexeme) { return lexeme.is(Sense::Scale) ? lexeme.entry->number : 0; }
double unit_of(const Lexeme& lexeme) { return lexeme.is(Sense::Number) ? lexeme.entry->number : 0; }
double vague_of(const Lexeme& lexeme) { return lexeme.is(Sense::Vague) ? lexeme.entry->number : 0; }

// Scales behind a number: "1.2 million", "500 thousand crore", "23bn". At most two, so that no text makes a number
// beyond every bound.
double read_scale(const Lexemes& lexemes, std::size_t& at) {
  double scale = 1;
  for (int words = 0; words < 2; ++words) {
    const std::size_t word = lexemes.is(at, "-") && lexemes[at].is_glued ? at + 1 : at;
    double next = scale_of(lexemes[word]);
    const bool may_be_short = lexemes[word].is_glued && scale == 1 && lexemes[word].is(Sense::Short);
    if (next == 0 && may_be_short) next = lexemes[word].entry->short_scale;
    if (next == 0) return scale;
    scale *= next;
    at = word + 1;
  }
  return scale;
}

std::optional<Amount> read_digits(const Lexemes& lexemes, std::size_t at) {
  if (!lexemes[at].is_number) return std::nullopt;
  std::size_t end = at + 1;
  const double scale = read_scale(lexemes, end);
  Amount amount = exact(at, end, lexemes[at].value * scale);
  amount.is_plain_digits = end == at + 1 && !lexemes[at].is_grouped;
  amount.is_scaled = scale > 1;
  return amount;
}

// "two and a half million", "one and a half"
std::optional<Amount> read_and_a_half(const Lexemes& lexemes, std::size_t at) {
  const bool is_so =
      unit_of(lexemes[at]) > 0 && lexemes.is(at + 1, "and") && lexemes.is(at + 2, "a") && lexemes.is(at + 3, "half");
  if (!is_so) return std::nullopt;
  std::size_t end = at + 4;
  const double scale = read_scale(lexemes, end);
  Amount amount = exact(at, end, (unit_of(lexemes[at]) + 0.5) * scale);
  amount.is_scaled = true;
  return amount;
}

// "twenty-five", "two hundred and six thousand"
std::optional<Amount> read_spelt(const Lexemes& lexemes, std::size_t at) {
  double total = 0, group = 0, largest = 0;
  std::size_t end = at;
  for (std::size_t i = at;; ++i) {
    const bool is_link = end > at && i == end && (lexemes.is(i, "-") || lexemes.is(i, "and"));
    if (is_link && group >= (lexemes.is(i, "and") ? 100 : 20) && unit_of(lexemes[i + 1]) > 0) continue;
    const double unit = unit_of(lexemes[i]), scale = scale_of(lexemes[i]);
    const bool fits = unit > 0 && (group == 0 || std::fmod(group, 100) == 0 ||
                                   (unit < 10 && group >= 20 && std::fmod(group, 10) == 0));
    if (fits)
      group += unit;
    else if (scale == 100 && group > 0)
      group *= 100;
    else if (scale > 0 && group > 0)
      total += group * scale, group = 0;
    else
      break;
    largest = std::max(largest, scale);
    end = i + 1;
  }
  if (end == at) return std::nullopt;
  Amount amount = exact(at, end, total + group);
  amount.is_scaled = largest >= 100;
  return amount;
}

// "dozens", "hundreds of thousands": the least that they can mean is their value.
std::optional<Amount> read_plural(const Lexemes& lexemes, std::size_t at) {
  double one = vague_of(lexemes[at]);
  if (one == 0) return std::nullopt;
  std::size_t end = at + 1;
  const double of = lexemes.is(end, "of") ? vague_of(lexemes[end + 1]) : 0;
  if (of >= 1e3)
    one *= of, end += 2;
  else if (lexemes.is(at, "tens"))
    return std::nullopt;
  Amount amount = exact(at, end, 2 * one);
  amount.hi = one < 100 ? 99 : 10 * one - 1;
  amount.is_scaled = true;
  return amount;
}

// "several hundred", "a few dozen", "a dozen", "half a million", "a million"
std::optional<Amount> read_vague(const Lexemes& lexemes, std::size_t at) {
  const bool has_article = lexemes.is(at, "a") || lexemes.is(at, "an");
  std::size_t word = has_article ? at + 1 : at;
  if (lexemes.is(at, "half") && lexemes.is(at + 1, "a")) {
    std::size_t end = at + 2;
    const double scale = read_scale(lexemes, end);
    return scale > 1 ? std::optional(exact(at, end, scale / 2)) : std::nullopt;
  }
  const bool is_few = lexemes.is(word, "few"), is_several = lexemes.is(word, "several");
  if (!has_article && !is_several) return std::nullopt;
  std::size_t end = word + (is_few || is_several);
  const double scale = read_scale(lexemes, end);
  if (scale == 1) return std::nullopt;
  Amount amount = exact(at, end, scale);
  amount.is_scaled = true;
  if (is_few || is_several) amount.value = 3 * scale, amount.lo = 2 * scale, amount.hi = 9 * scale;
  return amount;
}

// "a third of", "two thirds", "half the", "a fifth": a share of something that is named.
std::optional<Amount> read_share(const Lexemes& lexemes, std::size_t at) {
  const bool has_article = lexemes.is(at, "a") || lexemes.is(at, "one");
  const double count = has_article ? 1 : unit_of(lexemes[at]);
  const std::size_t word = at + (count > 0) + (count > 0 && lexemes.is(at + 1, "-"));
  const Lexeme& part = lexemes[word];
  if (!part.is(Sense::Part) || (count == 0 && part.lower != "half")) return std::nullopt;
  const bool is_of = lexemes.is(word + 1, "of") ||
                     (part.lower == "half" && (lexemes.is(word + 1, "the") || lexemes.is(word + 1, "their")));
  if (!is_of && count < 2) return std::nullopt;
  Amount amount = exact(at, word + 1, std::max(1.0, count) * part.entry->number);
  amount.is_share = true;
  return amount;
}

std::optional<Amount> read_number(const Lexemes& lexemes, std::size_t at) {
  for (auto reader : {read_share, read_digits, read_and_a_half, read_spelt, read_plural, read_vague})
    if (auto amount = reader(lexemes, at)) return amount;
  return std::nullopt;
}

bool is_currency_sign(const Lexeme& lexeme) { return is_one_of(lexeme.lower, {"$", "€", "£", "¥", "₹"}); }

// "20 to 30", "20-30 million": the first borrows the scale of the second.
Amount join(const Lexemes& lexemes, Amount low, std::size_t joiner) {
  const std::size_t next = joiner + 1 + is_currency_sign(lexemes[joiner + 1]);
  const auto high = read_number(lexemes, next);
  if (!high || high->is_share) return low;
  double first = low.value;
  const bool borrows = !low.is_scaled && high->is_scaled && lexemes[next].is_number && lexemes[next].value > 0;
  if (borrows) first *= high->value / lexemes[next].value;
  const bool rises = first < high->value && (low.is_plain_digits == lexemes[next].is_number || first > 0);
  if (!rises) return low;
  low.end = high->end;
  low.is_scaled = low.is_scaled || high->is_scaled;
  low.is_plain_digits = low.is_plain_digits && high->is_plain_digits;
  low.lo = first, low.hi = high->hi, low.value = (first + high->value) / 2;
  return low;
}

Amount with_range(const Lexemes& lexemes, Amount amount, bool after_between) {
  const std::size_t at = amount.end;
  const bool joins = lexemes.is(at, after_between ? "and" : "to") ||
                     (lexemes.is(at, "-") && lexemes[at + 1].is_number) ||
                     (lexemes.is(at, "or") && !amount.is_plain_digits);
  return joins && !amount.is_share ? join(lexemes, amount, at) : amount;
}

void widen(std::string_view bound, Amount& amount) {
  if (bound == "over") amount.hi = std::numeric_limits<double>::infinity();
  if (bound == "under") amount.lo = 0;
  if (bound == "almost") amount.lo = 0.9 * amount.value;
  if (bound == "about") amount.lo *= 0.9, amount.hi *= 1.1;
}

std::size_t skip_currency(const Lexemes& lexemes, std::size_t at) {
  const bool is_prefixed = is_one_of(lexemes[at].lower, {"us", "a", "c", "hk", "nt", "s", "r"}) &&
                           lexemes.is(at + 1, "$") && lexemes[at + 1].is_glued;
  if (is_prefixed) return at + 2;
  if (is_currency_sign(lexemes[at])) return at + 1;
  const bool is_code = lexemes[at].is(Sense::Money) && !lexemes[at].lower.empty() &&
                       (lexemes[at + 1].is_number || (lexemes.is(at + 1, ".") && lexemes[at + 2].is_number));
  return is_code ? at + 1 + lexemes.is(at + 1, ".") : at;
}

}  // namespace

std::optional<Amount> read_amount(const Lexemes& lexemes, std::size_t at) {
  const auto bound = lexemes.phrase(at, Sense::Bound);
  const std::size_t behind = at + (bound ? bound->words : 0);
  const bool after_between = (!bound && lexemes.is(at, "between")) || (bound && lexemes.is(behind, "between"));
  const std::size_t number = skip_currency(lexemes, behind + after_between);
  auto amount = read_number(lexemes, number);
  if (!amount) return std::nullopt;
  const bool is_change = at > 0 && lexemes.is(at - 1, "from");  // "rose from 20 to 30": two figures
  if (!is_change) *amount = with_range(lexemes, *amount, after_between);
  if (bound) widen(bound->entry->code, *amount);
  amount->first = after_between && amount->lo == amount->hi ? at + 1 : at;  // "between 20 guards" is no range
  amount->number = number;
  return amount;
}

void read_bound_behind(const Lexemes& lexemes, std::size_t& end, Amount& amount) {
  const auto bound = lexemes.phrase(end, Sense::Behind);
  if (!bound || amount.lo != amount.hi) return;
  widen(bound->entry->code, amount);
  end += bound->words;
}

}  // namespace demarche::quantities
