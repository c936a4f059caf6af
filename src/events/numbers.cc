// SPDX-License-Identifier: Apache-2.0
#include "events/numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "base/utf8.h"

namespace demarche::events {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// "7,000", "1.2", "10,00,000"; a point or comma counts only between digits.
std::uint32_t end_of_number(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && (is_ascii_digit(text[at]) ||
                      ((text[at] == ',' || text[at] == '.') && at + 1 < end && is_ascii_digit(text[at + 1]))))
    ++at;
  return at;
}

double value_of_digits(std::string_view digits) {
  std::string plain;
  for (char c : digits)
    if (c != ',') plain += c;
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

std::uint32_t end_of_word(std::string_view text, std::size_t at, std::uint32_t end) {
  while (at < end) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_letter(c)) break;
    at = next;
  }
  return static_cast<std::uint32_t>(at);
}

std::string lower_of(std::string_view word) {
  if (word == "–" || word == "—" || word == "‑") return "-";
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
  return lower;
}

struct NumberWord {
  std::string_view word;
  double value;
};

constexpr NumberWord kUnits[] = {
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90}};
constexpr NumberWord kScales[] = {{"hundred", 1e2},   {"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9},
                                  {"trillion", 1e12}, {"lakh", 1e5},     {"crore", 1e7},   {"dozen", 12}};
constexpr NumberWord kShortScales[] = {{"m", 1e6}, {"mn", 1e6},  {"mln", 1e6}, {"bn", 1e9},
                                       {"b", 1e9}, {"tn", 1e12}, {"k", 1e3}};
// What these leave open: from two of them to the next greater word.
constexpr NumberWord kPlurals[] = {{"dozens", 12},    {"scores", 20},    {"hundreds", 1e2}, {"thousands", 1e3},
                                   {"millions", 1e6}, {"billions", 1e9}, {"tens", 10}};

template <std::size_t N>
double value_in(const NumberWord (&table)[N], std::string_view word) {
  const auto found =
      std::find_if(std::begin(table), std::end(table), [&](const NumberWord& entry) { return entry.word == word; });
  return found == std::end(table) ? 0 : found->value;
}

Amount exact(std::size_t first, std::size_t end, double value) {
  return {.first = first, .end = end, .value = value, .lo = value, .hi = value, .number = first};
}

// Scales behind a number: "1.2 million", "500 thousand crore", "23bn". At most two, so that no text makes a number
// beyond every bound.
double read_scale(const Lexemes& lexemes, std::size_t& at) {
  double scale = 1;
  for (int words = 0; words < 2; ++words) {
    const std::size_t word = lexemes.is(at, "-") && lexemes[at].is_glued ? at + 1 : at;
    double next = value_in(kScales, lexemes[word].lower);
    if (next == 0 && lexemes[word].is_glued && scale == 1) next = value_in(kShortScales, lexemes[word].lower);
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
  return amount;
}

// "twenty-five", "two hundred and six thousand"
std::optional<Amount> read_spelt(const Lexemes& lexemes, std::size_t at) {
  double total = 0, group = 0;
  std::size_t end = at;
  for (std::size_t i = at;; ++i) {
    const bool is_link = end > at && i == end && (lexemes.is(i, "-") || lexemes.is(i, "and"));
    if (is_link && group >= (lexemes.is(i, "and") ? 100 : 20) && value_in(kUnits, lexemes[i + 1].lower) > 0) continue;
    const double unit = value_in(kUnits, lexemes[i].lower), scale = value_in(kScales, lexemes[i].lower);
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
    end = i + 1;
  }
  return end > at ? std::optional(exact(at, end, total + group)) : std::nullopt;
}

// "dozens", "hundreds of thousands": the least that they can mean is their value.
std::optional<Amount> read_plural(const Lexemes& lexemes, std::size_t at) {
  double one = value_in(kPlurals, lexemes[at].lower);
  if (one == 0) return std::nullopt;
  std::size_t end = at + 1;
  const double of = lexemes.is(end, "of") ? value_in(kPlurals, lexemes[end + 1].lower) : 0;
  if (of >= 1e3)
    one *= of, end += 2;
  else if (lexemes.is(at, "tens"))
    return std::nullopt;
  Amount amount = exact(at, end, 2 * one);
  amount.hi = one < 100 ? 99 : 10 * one - 1;
  return amount;
}

// "several hundred", "a few dozen", "a dozen", "half a million", "a million"
std::optional<Amount> read_vague(const Lexemes& lexemes, std::size_t at) {
  const bool has_article = lexemes.is(at, "a") || lexemes.is(at, "an");
  std::size_t word = has_article ? at + 1 : at;
  if (lexemes.is(at, "half") && lexemes.is(at + 1, "a")) {
    std::size_t end = at + 2;
    const double scale = read_scale(lexemes, end);
    return scale > 100 ? std::optional(exact(at, end, scale / 2)) : std::nullopt;
  }
  const bool is_few = lexemes.is(word, "few"), is_several = lexemes.is(word, "several");
  if (!has_article && !is_several) return std::nullopt;
  std::size_t end = word + (is_few || is_several);
  const double scale = read_scale(lexemes, end);
  if (scale == 1) return std::nullopt;
  Amount amount = exact(at, end, scale);
  if (is_few || is_several) amount.value = 3 * scale, amount.lo = 2 * scale, amount.hi = 9 * scale;
  return amount;
}

bool is_currency_sign(const Lexeme& lexeme) { return is_one_of(lexeme.lower, {"$", "€", "£", "¥", "₹"}); }

std::optional<Amount> read_number(const Lexemes& lexemes, std::size_t at) {
  for (auto reader : {read_digits, read_spelt, read_plural, read_vague})
    if (auto amount = reader(lexemes, at)) return amount;
  return std::nullopt;
}

// "20 to 30", "20-30 million": the first borrows the scale of the second.
Amount join(const Lexemes& lexemes, Amount low, std::size_t joiner) {
  const std::size_t next = joiner + 1 + is_currency_sign(lexemes[joiner + 1]);
  const auto high = read_number(lexemes, next);
  if (!high) return low;
  double first = low.value;
  if (high->value > 999 && low.is_plain_digits && lexemes[next].is_number) first *= high->value / lexemes[next].value;
  const bool rises = first < high->value && (low.is_plain_digits == lexemes[next].is_number || first > 0);
  if (!rises) return low;
  low.end = high->end;
  low.is_plain_digits = low.is_plain_digits && high->is_plain_digits;
  low.lo = first, low.hi = high->hi, low.value = (first + high->value) / 2;
  return low;
}

Amount with_range(const Lexemes& lexemes, Amount amount, bool after_between) {
  const std::size_t at = amount.end;
  const bool joins = lexemes.is(at, after_between ? "and" : "to") || (lexemes.is(at, "-") && lexemes[at + 1].is_number);
  return joins ? join(lexemes, amount, at) : amount;
}

enum class Bound { None, AtLeast, AtMost, Almost, About };

struct Approximation {
  Bound bound;
  std::initializer_list<std::string_view> words;
};

// How many lexemes before a number bound it, and how.
std::pair<Bound, std::size_t> read_bound(const Lexemes& lexemes, std::size_t at) {
  static const Approximation kApproximations[] = {{Bound::AtLeast, {"at", "least"}},
                                                  {Bound::AtLeast, {"more", "than"}},
                                                  {Bound::AtLeast, {"no", "fewer", "than"}},
                                                  {Bound::AtLeast, {"no", "less", "than"}},
                                                  {Bound::AtLeast, {"not", "less", "than"}},
                                                  {Bound::AtLeast, {"upwards", "of"}},
                                                  {Bound::AtLeast, {"well", "over"}},
                                                  {Bound::AtLeast, {"over"}},
                                                  {Bound::AtLeast, {"exceeding"}},
                                                  {Bound::AtMost, {"at", "most"}},
                                                  {Bound::AtMost, {"less", "than"}},
                                                  {Bound::AtMost, {"fewer", "than"}},
                                                  {Bound::AtMost, {"no", "more", "than"}},
                                                  {Bound::AtMost, {"up", "to"}},
                                                  {Bound::AtMost, {"as", "many", "as"}},
                                                  {Bound::AtMost, {"as", "much", "as"}},
                                                  {Bound::AtMost, {"under"}},
                                                  {Bound::AtMost, {"below"}},
                                                  {Bound::Almost, {"almost"}},
                                                  {Bound::Almost, {"nearly"}},
                                                  {Bound::Almost, {"close", "to"}},
                                                  {Bound::Almost, {"just", "under"}},
                                                  {Bound::About, {"about"}},
                                                  {Bound::About, {"around"}},
                                                  {Bound::About, {"some"}},
                                                  {Bound::About, {"roughly"}},
                                                  {Bound::About, {"approximately"}},
                                                  {Bound::About, {"an", "estimated"}},
                                                  {Bound::About, {"estimated"}},
                                                  {Bound::About, {"nearly"}}};
  for (const Approximation& approximation : kApproximations) {
    std::size_t i = at;
    const bool fits = std::all_of(approximation.words.begin(), approximation.words.end(),
                                  [&](std::string_view word) { return lexemes.is(i++, word); });
    if (fits) return {approximation.bound, approximation.words.size()};
  }
  return {Bound::None, 0};
}

void apply(Bound bound, Amount& amount) {
  switch (bound) {
    case Bound::None:
      return;
    case Bound::AtLeast:
      amount.hi = std::numeric_limits<double>::infinity();
      return;
    case Bound::AtMost:
      amount.lo = 0;
      return;
    case Bound::Almost:
      amount.lo = 0.9 * amount.value;
      return;
    case Bound::About:
      amount.lo *= 0.9, amount.hi *= 1.1;
      return;
  }
}

std::size_t skip_currency(const Lexemes& lexemes, std::size_t at) {
  const bool is_prefixed =
      is_one_of(lexemes[at].lower, {"us", "a", "c"}) && lexemes.is(at + 1, "$") && lexemes[at + 1].is_glued;
  if (is_prefixed) return at + 2;
  if (is_currency_sign(lexemes[at])) return at + 1;
  const bool is_code =
      is_one_of(lexemes[at].lower, {"rs", "usd", "eur", "gbp", "pkr", "inr", "afn", "euro", "euros"}) &&
      (lexemes[at + 1].is_number || lexemes.is(at + 1, "."));
  return is_code ? at + 1 + lexemes.is(at + 1, ".") : at;
}

}  // namespace

const Lexeme Lexemes::kNone{};

Lexemes::Lexemes(std::string_view text, Span within) {
  std::uint32_t behind = within.begin;
  for (std::uint32_t at = within.begin; at < within.end;) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    auto end = static_cast<std::uint32_t>(next);
    if (!is_space(c)) {
      Lexeme lexeme;
      lexeme.is_number = c < 128 && is_ascii_digit(static_cast<char>(c));
      if (lexeme.is_number)
        end = end_of_number(text, end, within.end);
      else if (is_letter(c))
        end = end_of_word(text, end, within.end);
      const std::string_view word = text.substr(at, end - at);
      lexeme.span = {at, end};
      lexeme.lower = lower_of(word);
      lexeme.is_capital = starts_with_upper(word);
      lexeme.is_glued = at == behind && at > within.begin;
      lexeme.is_grouped = word.find_first_of(",.") != std::string_view::npos;
      if (lexeme.is_number) lexeme.value = value_of_digits(word);
      all_.push_back(std::move(lexeme));
      behind = end;
    }
    at = end;
  }
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::optional<Amount> read_amount(const Lexemes& lexemes, std::size_t at) {
  const auto [bound, bound_size] = read_bound(lexemes, at);
  const bool after_between = bound == Bound::None && lexemes.is(at, "between");
  const std::size_t number = skip_currency(lexemes, at + bound_size + after_between);
  auto amount = read_number(lexemes, number);
  if (!amount) return std::nullopt;
  *amount = with_range(lexemes, *amount, after_between);
  apply(bound, *amount);
  amount->first = after_between && amount->lo == amount->hi ? at + 1 : at;  // "between 20 guards" is no range
  amount->number = number;
  return amount;
}

}  // namespace demarche::events
