// SPDX-License-Identifier: Apache-2.0
#include "moments/amounts.h"

#include <algorithm>
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

bool is_plural(std::string_view word) { return word.size() > 1 && word.back() == 's'; }

bool is_article(const Words& words, std::size_t at) { return words.is(at, "a") || words.is(at, "an"); }

// What may stand between a count and its unit.
std::size_t skip_fillers(const Words& words, std::size_t at) {
  static constexpr std::array<std::string_view, 24> kFillers{
      "-",     "more",    "full",       "whole",      "long",    "consecutive", "straight", "or",
      "so",    "entire",  "bloody",     "brutal",     "tense",   "bitter",      "short",    "solid",
      "other", "further", "additional", "successive", "chaotic", "hard",        "working",  "calendar"};
  for (int skipped = 0; skipped < 2; ++skipped)
    if (std::find(kFillers.begin(), kFillers.end(), words[at].lower) != kFillers.end()) ++at;
  return at;
}

// "h", "hrs", "min" stand only behind digits.
std::optional<Unit> short_unit(const Word& word) {
  static constexpr std::array<std::pair<std::string_view, Unit>, 12> kShort{{{"h", Unit::Hour},
                                                                             {"hr", Unit::Hour},
                                                                             {"hrs", Unit::Hour},
                                                                             {"min", Unit::Minute},
                                                                             {"mins", Unit::Minute},
                                                                             {"sec", Unit::Second},
                                                                             {"secs", Unit::Second},
                                                                             {"yr", Unit::Year},
                                                                             {"yrs", Unit::Year},
                                                                             {"wk", Unit::Week},
                                                                             {"wks", Unit::Week},
                                                                             {"mo", Unit::Month}}};
  for (const auto& [name, unit] : kShort)
    if (word.lower == name) return unit;
  return std::nullopt;
}

std::optional<Unit> read_unit(const Words& words, std::size_t at, const Count& count, bool is_number) {
  if (const auto unit = unit_of(words[at].lower)) return unit;
  if (words.is(at, "nights") && (count.value > 1 || count.vague)) return Unit::Day;
  return is_number ? short_unit(words[at]) : std::nullopt;
}

// "and a half"
std::size_t skip_half(const Words& words, std::size_t at) {
  const std::size_t next = words.skip(at, "-");
  if (!words.is(next, "and")) return at;
  const std::size_t half = words.skip(words.skip(next + 1, "-"), "a");
  return words.is(words.skip(half, "-"), "half") ? words.skip(half, "-") + 1 : at;
}

// "half a year", "half an hour", "a half-century"
std::optional<Amount> read_half(const Words& words, std::size_t at) {
  const std::size_t half = words.skip(at, "a");
  if (!words.is(half, "half")) return std::nullopt;
  std::size_t noun = words.skip(half + 1, "-");
  if (is_article(words, noun)) ++noun;
  const auto unit = unit_of(words[noun].lower);
  if (!unit || is_plural(words[noun].lower)) return std::nullopt;
  return Amount{noun + 1, {{*unit, 0}}, true, false};
}

// "a quarter of a century", "a quarter-century"
std::optional<Amount> read_quarter_century(const Words& words, std::size_t at) {
  const std::size_t quarter = words.skip(at, "a");
  std::size_t noun = words.skip(quarter + 1, "-");
  if (words.is(noun, "of") && words.is(noun + 1, "a")) noun += 2;
  if (!words.is(quarter, "quarter") || !words.is(noun, "century")) return std::nullopt;
  return Amount{noun + 1, {{Unit::Year, 25}}};
}

// One count with its unit.
std::optional<Amount> read_part(const Words& words, std::size_t at) {
  if (auto half = read_half(words, at)) return half;
  if (auto quarter = read_quarter_century(words, at)) return quarter;
  auto count = read_count(words, at);
  if (!count && words.is(at, "another")) count = Count{at + 1, 1};
  if (!count) return std::nullopt;
  Amount amount{count->end, {}, false, count->vague};
  const bool is_decimal =
      words[at].number && words.is(amount.end, ".") && words[amount.end].glued && words[amount.end + 1].number;
  if (is_decimal) amount.half = words.is(amount.end + 1, "5"), amount.end += 2;
  if (const std::size_t behind = skip_half(words, amount.end); behind != amount.end)
    amount.half = true, amount.end = behind;
  const std::size_t noun = skip_fillers(words, amount.end);
  const auto unit = read_unit(words, noun, *count, words[at].number.has_value());
  // "a months-long siege" counts nothing; "a second" is as often an ordinal.
  const bool is_misread =
      (is_article(words, at) && count->value == 1 && is_plural(words[noun].lower)) || words.is(noun, "second");
  // "three-quarters", "some quarters" measure and name other things.
  const bool is_row = noun > 0 && (words.is(noun - 1, "consecutive") || words.is(noun - 1, "successive") ||
                                   words.is(noun - 1, "straight"));
  const bool is_quarter = unit == Unit::Quarter && !is_row;
  if (!unit || is_misread || is_quarter) return std::nullopt;
  amount.end = noun + 1;
  amount.parts = {{*unit, count->value}};
  if (const std::size_t behind = skip_half(words, amount.end); !amount.half && behind != amount.end)
    amount.half = true, amount.end = behind;
  return amount;
}

int rank(Unit unit) { return unit == Unit::Fortnight ? int(Unit::Week) : int(unit); }

}  // namespace

Unit Amount::finest() const {
  const Unit unit = parts.back().first;
  if (!half) return unit;
  if (unit <= Unit::Hour) return Unit::Minute;
  return unit == Unit::Century || unit == Unit::Decade ? Unit::Year : unit == Unit::Year ? Unit::Month : Unit::Day;
}

std::optional<Amount> read_counted_amount(const Words& words, std::size_t at) {
  auto amount = read_part(words, at);
  while (amount && !amount->vague && !amount->half) {
    const std::size_t next = words.skip(words.skip(amount->end, ","), "and");
    if (is_article(words, next) && next == amount->end) break;
    const auto more = read_part(words, next);
    if (!more || more->vague || more->half || rank(more->parts[0].first) == rank(amount->parts.back().first)) break;
    amount->parts.push_back(more->parts[0]);
    amount->end = more->end;
  }
  if (amount)
    std::stable_sort(amount->parts.begin(), amount->parts.end(), [](auto& a, auto& b) { return a.first > b.first; });
  return amount;
}

std::optional<Amount> read_amount(const Words& words, std::size_t at) {
  if (const auto unit = unit_of(words[at].lower); unit && is_plural(words[at].lower))
    return Amount{at + 1, {{*unit, 1}}, false, true};
  return read_counted_amount(words, at);
}

std::string duration_value(const Amount& amount) {
  if (amount.vague || (amount.parts.size() == 1 && !amount.half))
    return duration_value(amount.parts[0].first, amount.parts[0].second, amount.vague);
  std::string date = "P", time = "T";
  for (std::size_t i = 0; i < amount.parts.size(); ++i) {
    const auto [unit, count] = amount.parts[i];
    std::string value = duration_value(unit, count, false);
    const bool is_halved = amount.half && i + 1 == amount.parts.size();
    if (is_halved && (unit == Unit::Century || unit == Unit::Decade))
      value = "P" + std::to_string(count * (unit == Unit::Decade ? 10 : 100) + (unit == Unit::Decade ? 5 : 50)) + "Y";
    else if (is_halved)
      value.insert(value.size() - 1, ".5");
    (unit < Unit::Day ? time : date) += value.substr(unit < Unit::Day ? 2 : 1);
  }
  return time.size() > 1 ? date + time : date;
}

Day shift(Day day, const Amount& amount, int sign) {
  for (const auto& [unit, count] : amount.parts) day = shift(day, unit, sign * count);
  if (!amount.half) return day;
  const Unit unit = amount.parts.back().first;
  if (unit == Unit::Century) return shift(day, Unit::Year, 50 * sign);
  if (unit == Unit::Decade) return shift(day, Unit::Year, 5 * sign);
  if (unit == Unit::Year) return shift(day, Unit::Month, 6 * sign);
  if (unit == Unit::Month) return shift(day, Unit::Day, 15 * sign);
  return unit == Unit::Week ? shift(day, Unit::Day, 3 * sign) : day;
}

}  // namespace demarche::moments
