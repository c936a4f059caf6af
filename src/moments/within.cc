// SPDX-License-Identifier: Apache-2.0
// Places within a longer time: "the first Friday of next month", "the 15th day of May", "the last three days of
// Ramadan", "the third month of 2021".
#include "moments/amounts.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// A number from the begin, or from the end when negative; 0 for none.
struct Position {
  std::size_t end = 0;
  int number = 0;
};

Position read_position(const Words& words, std::size_t at) {
  if (words.is(at, "last") || words.is(at, "final") || words.is(at, "closing")) return {at + 1, -1};
  if (words.is(at, "opening")) return {at + 1, 1};
  const auto ordinal = read_ordinal(words, at);
  return ordinal ? Position{ordinal->end, ordinal->value} : Position{};
}

// "the month", "the year" in "the first Sunday of the month".
Reading read_the_unit(const Words& words, std::size_t at, const Context& context) {
  const auto unit = words.is(at, "the") ? unit_of(words[at + 1].lower) : std::nullopt;
  if (!unit || *unit < Unit::Week || words[at + 1].lower.back() == 's') return std::nullopt;
  const bool is_told = !context.is_phrase && context.previous && context.previous->lo;
  if (!is_told && !context.written) return std::nullopt;
  return Found{at + 2, containing(is_told ? *context.previous->lo : *context.written, *unit)};
}

Reading read_frame(const Words& words, std::size_t at, const Context& context) {
  if (!words.is(at, "of") && !words.is(at, "in")) {
    const bool is_near = words.is(at, "this") || words.is(at, "next") || words.is(at, "last");
    return is_near ? read_relative(words, at, context) : std::nullopt;
  }
  auto frame =
      longest({read_absolute, read_holiday, read_relative, read_anchored, read_the_unit}, words, at + 1, context);
  const bool is_long = frame && frame->moment.lo && frame->moment.hi && *frame->moment.lo < *frame->moment.hi;
  return is_long && frame->moment.kind == MomentKind::Date ? frame : std::nullopt;
}

bool is_inside(const Moment& part, const Moment& whole) {
  return part.lo && *whole.lo <= *part.lo && *part.hi <= *whole.hi;
}

std::optional<Moment> weekday_in(const Moment& whole, int weekday, int number) {
  const Day edge = number > 0 ? *whole.lo : *whole.hi;
  const int ahead = (weekday - weekday_of(edge) + 7) % 7;
  const int days = number > 0 ? ahead + 7 * (number - 1) : ahead == 0 ? 0 : ahead - 7;
  const Moment day = on_day(shift(edge, Unit::Day, days));
  return is_inside(day, whole) ? std::optional(day) : std::nullopt;
}

// "the last weekend of June": its Saturday decides.
std::optional<Moment> weekend_in(const Moment& whole, int number) {
  const auto saturday = weekday_in(whole, 6, number);
  return saturday ? std::optional(weekend_of(*saturday->lo)) : std::nullopt;
}

// "the first Friday of next month", "the last Sunday in May", "the first weekend in May"
Reading read_weekday_in(const Words& words, std::size_t at, const Context& context) {
  const Position position = read_position(words, words.skip(at, "the"));
  const int weekday = position.number ? weekday_number(words[position.end].lower) : 0;
  const bool is_weekend = position.number && words.is(position.end, "weekend");
  if (weekday == 0 && !is_weekend) return std::nullopt;
  auto whole = read_frame(words, position.end + 1, context);
  if (!whole && !is_weekend && context.is_phrase && context.written)
    whole = Found{position.end + 1, containing(*context.written, Unit::Month)};
  if (!whole) return std::nullopt;
  const auto day =
      is_weekend ? weekend_in(whole->moment, position.number) : weekday_in(whole->moment, weekday, position.number);
  return day ? std::optional(Found{whole->end, *day}) : std::nullopt;
}

std::optional<Moment> unit_in(const Moment& whole, Unit unit, int number) {
  if (unit != Unit::Day && unit != Unit::Month && unit != Unit::Year) return std::nullopt;
  const Day edge = number > 0 ? *whole.lo : *whole.hi;
  Moment part = containing(number > 0 ? shift(edge, unit, number - 1) : edge, unit);
  return is_inside(part, whole) ? std::optional(part) : std::nullopt;
}

// "the 15th day of next month", "the third month of 2021", "the last day of Ramadan"; without "day" of a month only.
Reading read_unit_in(const Words& words, std::size_t at, const Context& context) {
  const Position position = read_position(words, words.skip(at, "the"));
  if (!position.number) return std::nullopt;
  const auto unit = unit_of(words[position.end].lower);
  const auto whole = read_frame(words, position.end + (unit ? 1 : 0), context);
  if (!whole || (!unit && (position.number < 1 || whole->moment.precision != "month"))) return std::nullopt;
  const auto part = unit_in(whole->moment, unit.value_or(Unit::Day), position.number);
  return part ? std::optional(Found{whole->end, *part}) : std::nullopt;
}

// "the first three months of 2016", "the last two weeks of May"
Reading read_stretch_in(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(at, "the");
  const bool is_last = words.is(first, "last") || words.is(first, "final") || words.is(first, "closing");
  if (!is_last && !words.is(first, "first") && !words.is(first, "opening")) return std::nullopt;
  const auto amount = read_counted_amount(words, first + 1);
  if (!amount || amount->vague || amount->finest() < Unit::Day) return std::nullopt;
  const auto whole = read_frame(words, amount->end, context);
  if (!whole) return std::nullopt;
  const Moment& frame = whole->moment;
  const Day lo = is_last ? shift(shift(*frame.hi, Unit::Day, 1), *amount, -1) : *frame.lo;
  const Day hi = is_last ? *frame.hi : shift(shift(*frame.lo, *amount, 1), Unit::Day, -1);
  if (!is_inside(between(lo, hi, ""), frame)) return std::nullopt;
  return Found{whole->end, between(lo, hi, show(lo) + "/" + show(hi))};
}

// "the third quarter of last year", "the first half of this month", "next year's first quarter"
Reading read_fraction_in(const Words& words, std::size_t at, const Context& context) {
  const auto owner = read_relative(words, at, context);
  const bool is_owned = owner && words.is(owner->end, "'") && words.is(owner->end + 1, "s");
  const std::size_t first = is_owned ? owner->end + 2 : words.skip(at, "the");
  Position position = read_position(words, first);
  if (words.is(first, "latter")) position = {first + 1, -1};
  const bool is_half = words.is(position.end, "half");
  if (!position.number || (!is_half && !words.is(position.end, "quarter"))) return std::nullopt;
  const auto whole = is_owned ? owner : read_frame(words, position.end + 1, context);
  if (!whole || !whole->moment.lo) return std::nullopt;
  const int count = is_half ? 2 : 4, number = position.number < 0 ? count : position.number;
  const std::size_t end = is_owned ? position.end + 1 : whole->end;
  if (number > count) return std::nullopt;
  if (whole->moment.precision == "year")
    return Found{
        end, *moment_of(
                 {.year = year_of(*whole->moment.lo), .quarter = is_half ? 0 : number, .half = is_half ? number : 0})};
  const int days =
      int((std::chrono::sys_days(*whole->moment.hi) - std::chrono::sys_days(*whole->moment.lo)).count()) + 1;
  Moment part = whole->moment;
  part.lo = shift(*whole->moment.lo, Unit::Day, days * (number - 1) / count);
  part.hi = shift(*whole->moment.lo, Unit::Day, days * number / count - 1);
  return Found{end, part};
}

}  // namespace

Reading read_within(const Words& words, std::size_t at, const Context& context) {
  return longest({read_weekday_in, read_unit_in, read_stretch_in, read_fraction_in}, words, at, context);
}

}  // namespace demarche::moments
