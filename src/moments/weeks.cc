// SPDX-License-Identifier: Apache-2.0
// Weeks of a month or year, weekdays of a named week, and what only a phrase on its own may mean ("the 22nd", "in two
// weeks").
#include "moments/amounts.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

Reading read_frame(const Words& words, std::size_t at, const Context& context) {
  return longest({read_absolute, read_relative, read_anchored, read_bare_day}, words, at, context);
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
  if (!number || number->value > 53 || !words.is(number->end, "week")) return std::nullopt;
  const bool is_linked = words.is(number->end + 1, "of") || words.is(number->end + 1, "in");
  const bool is_near =
      words.is(number->end + 1, "next") || words.is(number->end + 1, "this") || words.is(number->end + 1, "last");
  const auto whole =
      is_linked || is_near ? read_frame(words, number->end + (is_linked ? 2 : 1), context) : std::nullopt;
  if (!whole || !whole->moment.lo || !whole->moment.hi || whole->moment.kind != MomentKind::Date) return std::nullopt;
  return Found{whole->end, week_in(whole->moment, number->value)};
}

// "week 27 of last year", "week 10"
Reading read_numbered_week(const Words& words, std::size_t at, const Context& context) {
  const auto number = words[at + 1].number;
  if (!words.is(at, "week") || !number || words[at + 1].digits > 2 || *number < 1 || *number > 53) return std::nullopt;
  const auto year = words.is(at + 2, "of") ? read_frame(words, at + 3, context) : std::nullopt;
  const bool is_whole = year && (year->moment.precision == "year" || year->moment.precision == "month");
  const bool is_named = is_whole && year->moment.lo && year->moment.hi;
  if (!is_named && (!context.is_phrase || !context.written)) return std::nullopt;
  return Found{is_named ? year->end : at + 2,
               week_in(is_named ? year->moment : containing(*context.written, Unit::Year), *number)};
}

// "the week of 10 April", "the week beginning 4 February"
Reading read_week_around(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = words.skip(at, "the");
  const bool is_short = words.is(at, "w") && words.is(at + 1, "/") && words.is(at + 2, "c");
  if (!words.is(noun, "week") && !is_short) return std::nullopt;
  std::size_t next = is_short ? at + 3 : noun + 1;
  for (std::string_view link : {"of", "beginning", "starting", "commencing", "ending"})
    if (words.is(noun + 1, link)) next = noun + 2;
  if (next == noun + 1 && !is_short) return std::nullopt;
  auto day = read_frame(words, words.skip(next, "on"), context);
  if (!day) day = read_holiday(words, next, context);  // "the week of Christmas"
  if (!day || day->moment.precision != "day" || !day->moment.lo) return std::nullopt;
  return Found{day->end, containing(*day->moment.lo, Unit::Week)};
}

Reading read_weekend_around(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = words.skip(at, "the");
  if (!words.is(noun, "weekend") || !words.is(noun + 1, "of")) return std::nullopt;
  const auto day = longest({read_absolute, read_holiday}, words, words.skip(noun + 2, "the"), context);
  if (!day || day->moment.precision != "day" || !day->moment.lo) return std::nullopt;
  return Found{day->end, weekend_of(*day->moment.lo)};
}

Reading read_week_moment(const Words& words, std::size_t at, const Context& context) {
  const auto week = longest({read_relative, read_anchored}, words, at, context);
  return week && week->moment.precision == "week" && week->moment.lo ? week : std::nullopt;
}

// "Tuesday of last week", "Friday this week", "on monday of the following week"
Reading read_weekday_of(const Words& words, std::size_t at, const Context& context) {
  const int weekday = weekday_number(words[at].lower);
  if (weekday == 0) return std::nullopt;
  const auto week = read_week_moment(words, words.skip(at + 1, "of"), context);
  return week ? std::optional(Found{week->end, on_day(shift(*week->moment.lo, Unit::Day, weekday - 1))}) : std::nullopt;
}

// "next week Tuesday", "last week on Friday"
Reading read_week_then_day(const Words& words, std::size_t at, const Context& context) {
  const auto week = read_week_moment(words, at, context);
  if (!week || words.is(week->end - 1, "weekend")) return std::nullopt;
  const bool is_owned = words.is(week->end, "'") && words.is(week->end + 1, "s");  // "last week's Monday"
  const std::size_t next = week->end + (is_owned ? 2 : 0);
  const std::size_t name = words.skip(words.skip(words.skip(next, ","), "-"), "on");
  const int weekday = weekday_number(words[name].lower);
  if (weekday == 0) return std::nullopt;
  return Found{name + 1, on_day(shift(*week->moment.lo, Unit::Day, weekday - 1))};
}

// The last month up to that of writing in which there was such a day.
std::optional<Moment> day_of_last_month(Day written, int day) {
  Day month = make_day(year_of(written), int(unsigned(written.month())), 1);
  for (int tries = 0; tries < 24; ++tries, month = shift(month, Unit::Month, -1)) {
    const auto moment = moment_of({.year = year_of(month), .month = int(unsigned(month.month())), .day = day});
    if (moment && *moment->lo <= written) return moment;
  }
  return std::nullopt;
}

// "Friday the 13th": the nearest one, past or to come, since a weekday and a day of the month rarely meet.
std::optional<Moment> nearest_such_day(Day written, int day, int weekday) {
  const Day month = make_day(year_of(written), int(unsigned(written.month())), 1);
  for (int away = 0; away < 24; ++away)
    for (int sign : {-1, 1}) {
      const Day first = shift(month, Unit::Month, sign * away);
      const auto moment = moment_of({.year = year_of(first), .month = int(unsigned(first.month())), .day = day});
      if (moment && weekday_of(*moment->lo) == weekday) return moment;
    }
  return std::nullopt;
}

// "in two weeks": in running text this may as well last so long, unless the words before look ahead.
Reading read_ahead(const Words& words, std::size_t at, const Context& context) {
  const auto amount = words.is(at, "in") ? read_counted_amount(words, at + 1) : std::nullopt;
  const bool is_time =
      amount && words.is(amount->end, "'") && (words.is(amount->end + 1, "time") || words.is(amount->end + 2, "time"));
  const bool is_ahead = context.is_phrase || is_time || speaks_of_the_future(words, at);
  if (!amount || !is_ahead || !context.written || amount->vague || amount->finest() < Unit::Day) return std::nullopt;
  for (std::string_view other : {"ago", "later", "and", "of", "since"})
    if (words.is(amount->end, other)) return std::nullopt;
  const std::size_t end = is_time ? amount->end + (words.is(amount->end + 1, "time") ? 2 : 3) : amount->end;
  if (words.is(end, "'") || words.is(end, "-")) return std::nullopt;
  const Day day = shift(*context.written, *amount, 1);
  const Unit unit = amount->finest();
  return Found{
      end, context.is_phrase || unit <= Unit::Fortnight ? on_day(day) : containing(day, std::min(unit, Unit::Year))};
}

// "Monday two weeks from now", "in 3 days on Friday": the weekday says what the count does.
Reading read_redundant_weekday(const Words& words, std::size_t at, const Context& context) {
  if (!context.is_phrase) return std::nullopt;
  const int weekday = weekday_number(words[at].lower);
  const auto day =
      longest({read_absolute, read_relative, read_anchored, read_ahead}, words, weekday ? at + 1 : at, context);
  const std::size_t name = day ? words.skip(words.skip(day->end, ","), "on") : 0;
  const int behind = day ? weekday_number(words[name].lower) : 0;
  if (!day || !day->moment.lo || day->moment.lo != day->moment.hi || (weekday == 0) == (behind == 0))
    return std::nullopt;
  const int named = weekday ? weekday : behind;
  const Day near = shift(*day->moment.lo, Unit::Day, -3);
  const std::size_t end = weekday ? day->end : name + 1;
  return Found{end, on_day(shift(near, Unit::Day, (named - weekday_of(near) + 7) % 7))};
}

// "3 days starting from next Monday", "a week from 4 May" asked for alone.
Reading read_starting(const Words& words, std::size_t at, const Context& context) {
  const auto amount = context.is_phrase ? read_counted_amount(words, at) : std::nullopt;
  if (!amount || amount->vague || amount->finest() < Unit::Day) return std::nullopt;
  std::size_t next = words.skip(amount->end, ",");
  if (words.is(next, "starting") || words.is(next, "beginning")) next = words.skip(words.skip(next + 1, "from"), "on");
  if (next <= words.skip(amount->end, ",") && next == amount->end) return std::nullopt;
  if (next == amount->end + 1 && words.is(next, "from")) ++next;
  const auto day = read_frame(words, next, context);
  if (!day || !day->moment.lo || day->moment.precision != "day") return std::nullopt;
  const Day last = shift(shift(*day->moment.lo, *amount, 1), Unit::Day, -1);
  return Found{day->end, between(day->moment.lo, last, day->moment.timex + "/" + show(last))};
}

}  // namespace

// "12: the president resigned", an entry under its month.
static Reading read_entry_day(const Words& words, std::size_t at, const Context& context) {
  const bool is_first = at == 0 || words.is(at - 1, ".");
  const bool is_entry = words[at].number && words[at].digits <= 2 && words.is(at + 1, ":") && !words[at + 2].glued;
  if (!is_first || !is_entry || !context.previous || !context.previous->lo) return std::nullopt;
  const std::string& precision = context.previous->precision;
  if (precision != "day" && precision != "month") return std::nullopt;
  const Day told = *context.previous->lo;
  const auto moment =
      moment_of({.year = year_of(told), .month = int(unsigned(told.month())), .day = *words[at].number});
  return moment && *words[at].number > 0 ? std::optional(Found{at + 1, *moment}) : std::nullopt;
}

// "the 22nd", "Friday the 13th": of this month or story, or of the last month when it is yet to come.
Reading read_bare_day(const Words& words, std::size_t at, const Context& context) {
  const int weekday = weekday_number(words[at].lower);
  const std::size_t first = words.skip(weekday ? words.skip(at + 1, ",") : at, "the");
  auto day = read_ordinal(words, first);
  const std::string& next = words[first + 1].lower;
  const bool is_hour = next == "am" || next == "pm" || next == ":" || next == "-" || next == "a" || next == "p" ||
                       next == "." || next == "/" || next == "to";
  const bool is_asked = context.is_phrase && (weekday || first > at) && !is_hour;  // "the 17" asked for alone
  if (!day && is_asked && words[first].number && words[first].digits <= 2) day = Count{first + 1, *words[first].number};
  const bool is_spelt = !words[first].number;
  if (!day || day->value > 31 || day->value < 1 || (is_spelt && !weekday && !context.is_phrase)) return std::nullopt;
  const std::string& behind = words[day->end].lower;
  const bool is_told = context.is_story && context.previous && context.previous->lo;
  if (!context.is_phrase && !weekday) {
    // "on the 22nd." dates in running text; "the 22nd brigade" does not.
    const bool ends = behind.empty() || behind == "," || behind == "." || behind == ";" || behind == "and" ||
                      behind == "-" || behind == "to" || behind == "the";  // "on the 9th the leaders signed"
    const bool is_led = at > 0 && (words.is(at - 1, "on") || words.is(at - 1, "by") || words.is(at - 1, "until") ||
                                   words.is(at - 1, "from"));
    if (!words.is(at, "the") || !ends || !is_led || is_spelt) return std::nullopt;
  }
  if (context.previous && context.previous->lo && !context.is_phrase &&
      (is_told || context.previous->precision != "year")) {
    const Day told = *context.previous->lo;
    const auto moment = moment_of({.year = year_of(told), .month = int(unsigned(told.month())), .day = day->value});
    if (moment) return Found{day->end, *moment};
  }
  if (!context.written) return std::nullopt;
  const auto moment = weekday ? nearest_such_day(*context.written, day->value, weekday)
                              : day_of_last_month(*context.written, day->value);
  return moment ? std::optional(Found{day->end, *moment}) : std::nullopt;
}

Reading read_week(const Words& words, std::size_t at, const Context& context) {
  return longest({read_week_of, read_numbered_week, read_week_around, read_weekend_around, read_weekday_of,
                  read_week_then_day, read_bare_day, read_entry_day, read_ahead, read_redundant_weekday, read_starting},
                 words, at, context);
}

}  // namespace demarche::moments
