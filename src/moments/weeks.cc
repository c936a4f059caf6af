// SPDX-License-Identifier: Apache-2.0
// Weeks of a month or year, weekdays of a named week, and what only a phrase on its own may mean ("the 22nd", "in two
// weeks").
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

Reading read_frame(const Words& words, std::size_t at, const Context& context) {
  return longest({read_absolute, read_relative, read_anchored}, words, at, context);
}

// The weeks of a month or year are those whose Thursday lies in it, as ISO 8601 counts those of a year.
Day first_week_of(const Moment& whole) {
  const Day monday = *containing(*whole.lo, Unit::Week).lo;
  return shift(monday, Unit::Day, 3) < *whole.lo ? shift(monday, Unit::Week, 1) : monday;
}

Moment week_in(const Moment& whole, int number) {
  if (number > 0) return containing(shift(first_week_of(whole), Unit::Week, number - 1), Unit::Week);
  const Moment last = containing(*whole.hi, Unit::Week);
  return shift(*last.lo, Unit::Day, 3) > *whole.hi ? containing(shift(*last.lo, Unit::Week, -1), Unit::Week) : last;
}

// "the first week of March", "the last week of 2015"
Reading read_week_of(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(at, "the");
  auto number = read_ordinal(words, first);
  if (words.is(first, "last") || words.is(first, "final")) number = Count{first + 1, 0};
  if (!number || number->value > 53 || !words.is(number->end, "week") || !words.is(number->end + 1, "of"))
    return std::nullopt;
  const auto whole = read_frame(words, number->end + 2, context);
  if (!whole || !whole->moment.lo || !whole->moment.hi) return std::nullopt;
  return Found{whole->end, week_in(whole->moment, number->value)};
}

// "the week of 10 April", "the week beginning 4 February"
Reading read_week_around(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = words.skip(at, "the");
  if (!words.is(noun, "week")) return std::nullopt;
  std::size_t next = noun + 1;
  for (std::string_view link : {"of", "beginning", "starting", "commencing", "ending"})
    if (words.is(noun + 1, link)) next = noun + 2;
  const auto day = next > noun + 1 ? read_frame(words, words.skip(next, "on"), context) : std::nullopt;
  if (!day || day->moment.precision != "day" || !day->moment.lo) return std::nullopt;
  return Found{day->end, containing(*day->moment.lo, Unit::Week)};
}

// "Tuesday of last week", "Friday this week"
Reading read_weekday_of(const Words& words, std::size_t at, const Context& context) {
  const int weekday = weekday_number(words[at].lower);
  if (weekday == 0) return std::nullopt;
  const auto week = read_relative(words, words.skip(at + 1, "of"), context);
  if (!week || week->moment.precision != "week" || !week->moment.lo) return std::nullopt;
  return Found{week->end, on_day(shift(*week->moment.lo, Unit::Day, weekday - 1))};
}

// "the 22nd": of this month, or of the last one when it is yet to come.
Reading read_bare_day(const Words& words, std::size_t at, const Context& context) {
  const auto day = read_ordinal(words, words.skip(at, "the"));
  if (!context.is_phrase || !context.written || !day || day->value > 31 || !words[words.skip(at, "the")].number)
    return std::nullopt;
  for (Day month = *context.written;;
       month = shift(make_day(year_of(month), int(unsigned(month.month())), 1), Unit::Month, -1)) {
    const auto moment = moment_of({.year = year_of(month), .month = int(unsigned(month.month())), .day = day->value});
    if (moment && *moment->lo <= *context.written) return Found{day->end, *moment};
  }
}

// "in two weeks": in running text this may as well last so long.
Reading read_ahead(const Words& words, std::size_t at, const Context& context) {
  const auto count = read_count(words, at + 1);
  if (!context.is_phrase || !context.written || !words.is(at, "in") || !count || count->vague) return std::nullopt;
  const auto unit = unit_of(words[count->end].lower);
  if (!unit || *unit < Unit::Day || words.is(count->end + 1, "ago")) return std::nullopt;
  return Found{count->end + 1, on_day(shift(*context.written, *unit, count->value))};
}

}  // namespace

Reading read_week(const Words& words, std::size_t at, const Context& context) {
  return longest({read_week_of, read_week_around, read_weekday_of, read_bare_day, read_ahead}, words, at, context);
}

}  // namespace demarche::moments
