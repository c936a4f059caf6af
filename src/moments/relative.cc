// SPDX-License-Identifier: Apache-2.0
// Expressions that count from the day of writing: "yesterday", "last week", "two years ago", "on Tuesday".
#include <algorithm>
#include <array>

#include "moments/amounts.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

enum class Direction { Past, Present, Future };

std::optional<Direction> direction_of(std::string_view word) {
  for (std::string_view past : {"last", "past", "previous", "prior"})
    if (word == past) return Direction::Past;
  for (std::string_view future : {"next", "coming", "upcoming", "forthcoming"})
    if (word == future) return Direction::Future;
  if (word == "this" || word == "current") return Direction::Present;
  return std::nullopt;
}

int sign_of(Direction direction) { return direction == Direction::Past ? -1 : direction == Direction::Future ? 1 : 0; }

std::string_view reference_of(Direction direction) {
  return direction == Direction::Past ? "PAST_REF" : direction == Direction::Future ? "FUTURE_REF" : "PRESENT_REF";
}

Moment day_from(const Context& context, int days) {
  if (!context.written) return unresolved(days < 0 ? "PAST_REF" : days > 0 ? "FUTURE_REF" : "PRESENT_REF");
  return on_day(shift(*context.written, Unit::Day, days));
}

Reading read_named_day(const Words& words, std::size_t at, const Context& context) {
  for (std::string_view part : {"earlier", "later", "late", "early"})
    if (words.is(at, part) &&
        (words.is(at + 1, "today") || words.is(at + 1, "yesterday") || words.is(at + 1, "tomorrow")))
      ++at;
  if (words.is(at, "today")) return Found{at + 1, day_from(context, 0)};
  if (words.is(at, "yesterday")) return Found{at + 1, day_from(context, -1)};
  if (words.is(at, "tomorrow") || words.is(at, "tmrw")) return Found{at + 1, day_from(context, 1)};
  const std::size_t noun = words.skip(at, "the");
  if (!words.is(noun, "day")) return std::nullopt;
  if (words.is(noun + 1, "before") && words.is(noun + 2, "yesterday")) return Found{noun + 3, day_from(context, -2)};
  if (words.is(noun + 1, "after") && words.is(noun + 2, "tomorrow")) return Found{noun + 3, day_from(context, 2)};
  return std::nullopt;
}

// "now" is the day of writing, but not to the day: the precision stays unknown.
Reading read_present(const Words& words, std::size_t at, const Context& context) {
  Moment now = unresolved("PRESENT_REF");
  now.lo = now.hi = context.written;
  for (std::string_view word : {"now", "currently", "nowadays", "presently"})
    if (words.is(at, word)) return Found{at + 1, now};
  Moment recent = unresolved("PAST_REF");
  recent.hi = context.written;
  for (std::string_view word : {"recently", "lately"})
    if (words.is(at, word)) return Found{at + 1, recent};
  return std::nullopt;
}

// "year to date": from its first day up to that of writing.
Reading read_to_date(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = words.skip(at, "the");
  const Unit unit = unit_of(words[noun].lower).value_or(Unit::Second);
  if (unit < Unit::Week || !words.is(noun + 1, "to") || !words.is(noun + 2, "date") || !context.written)
    return std::nullopt;
  const Day lo = *containing(*context.written, unit).lo;
  return Found{noun + 3, between(lo, *context.written, show(lo) + "/" + show(*context.written))};
}

// "so far this year": from its first day up to that of writing.
Reading read_so_far(const Words& words, std::size_t at, const Context& context) {
  const Unit unit = unit_of(words[at + 3].lower).value_or(Unit::Second);
  const bool is_told = words.is(at, "so") && words.is(at + 1, "far") && words.is(at + 2, "this");
  if (!is_told || unit < Unit::Week || words[at + 3].lower.back() == 's' || !context.written) return std::nullopt;
  const Day lo = *containing(*context.written, unit).lo;
  return Found{at + 4, between(lo, *context.written, show(lo) + "/" + show(*context.written))};
}

// "recent years", "the coming weeks": open at the far end.
Reading read_vague_stretch(const Words& words, std::size_t at, const Context& context) {
  const std::size_t adjective = words.skip(at, "the");
  const bool is_recent = words.is(adjective, "recent"), is_coming = words.is(adjective, "coming");
  const auto unit = unit_of(words[adjective + 1].lower);
  if ((!is_recent && !is_coming) || !unit || words[adjective + 1].lower.back() != 's') return std::nullopt;
  Moment moment = unresolved(is_recent ? "PAST_REF" : "FUTURE_REF");
  (is_recent ? moment.hi : moment.lo) = context.written;
  return Found{adjective + 2, moment};
}

// The last such season that is over, that of this year, or the next that begins.
Moment season_near(Day written, int season, Direction direction) {
  int year = year_of(written);
  if (direction == Direction::Past)
    while (*season_of(year, season).hi >= written) --year;
  // The winter that began last year may still last.
  if (direction == Direction::Present && *season_of(year - 1, season).hi >= written) --year;
  if (direction == Direction::Future && *season_of(year, season).lo <= written) ++year;
  return season_of(year, season);
}

Moment month_near(Day written, int month, Direction direction) {
  const int this_month = int(unsigned(written.month()));
  int year = year_of(written);
  if (direction == Direction::Past && month >= this_month) --year;
  if (direction == Direction::Future && month <= this_month) ++year;
  return *moment_of({.year = year, .month = month});
}

// "next Friday" is that of next week as "previous Friday" is that of the week before; "the coming Friday" the one that
// comes next.
Moment weekday_near(Day written, int weekday, Direction direction, bool is_coming) {
  const int ahead = weekday - weekday_of(written);
  if (is_coming) return on_day(shift(written, Unit::Day, ahead > 0 ? ahead : ahead + 7));
  if (direction == Direction::Past) return on_day(shift(written, Unit::Day, ahead < 0 ? ahead : ahead - 7));
  return on_day(shift(written, Unit::Day, direction == Direction::Future ? ahead + 7 : ahead));
}

std::optional<Moment> near(const Words& words, std::size_t& at, Direction direction, Day written) {
  const std::string& word = words[at].lower;
  const bool is_stretch = words.is(at - 1, "past");  // "the past week" ends yesterday
  const Unit unit = unit_of(word).value_or(Unit::Second);
  // Quarters are those of the calendar: "the past quarter" is the last whole one.
  if ((!is_stretch || unit == Unit::Quarter) && unit >= Unit::Day && word.back() != 's') {
    ++at;
    return containing(shift(*containing(written, unit).lo, unit, sign_of(direction)), unit);
  }
  const bool is_coming = words.is(at - 1, "coming") || words.is(at - 1, "upcoming");
  if (word == "weekend")  // the coming one is that of this week, while it is still to come
    return ++at, weekend_of(shift(written, Unit::Week, is_coming ? weekday_of(written) >= 6 : sign_of(direction)));
  const bool is_working_week = word == "workweek" || (word == "working" && words.is(at + 1, "week"));
  if (is_working_week) {
    const Moment week = containing(shift(written, Unit::Week, sign_of(direction)), Unit::Week);
    return at += word == "working" ? 2 : 1, between(week.lo, shift(*week.lo, Unit::Day, 4), week.timex);
  }
  if (const int weekday = weekday_number(word); weekday && words.is(at - 1, "previous"))
    return ++at, on_day(shift(*containing(written, Unit::Week).lo, Unit::Day, weekday - 8));
  if (const int weekday = weekday_number(word)) return ++at, weekday_near(written, weekday, direction, is_coming);
  if (const int season = season_number(word)) return ++at, season_near(written, season, direction);
  if (const int month = read_month(words, at)) return month_near(written, month, direction);
  return std::nullopt;
}

// "the week before last", "the month after next"
Reading read_next_but_one(const Words& words, std::size_t at, const Context& context) {
  if (context.is_phrase && !words.is(at, "the")) --at;  // "week after next"
  const Unit unit = unit_of(words[at + 1].lower).value_or(Unit::Second);
  if (!words.is(at, "the") && !context.is_phrase) return std::nullopt;
  const bool is_before = words.is(at + 2, "before") && words.is(at + 3, "last");
  if (unit < Unit::Week || (!is_before && !(words.is(at + 2, "after") && words.is(at + 3, "next"))))
    return std::nullopt;
  if (!context.written) return Found{at + 4, unresolved(is_before ? "PAST_REF" : "FUTURE_REF")};
  return Found{at + 4, containing(shift(*containing(*context.written, unit).lo, unit, is_before ? -2 : 2), unit)};
}

// "over the weekend": the last one, or the next behind "will".
Reading read_the_weekend(const Words& words, std::size_t at, const Context& context) {
  if (!words.is(at, "the") || !words.is(at + 1, "weekend") || !context.written || words.is(at + 2, "of"))
    return std::nullopt;
  const bool is_ahead = speaks_of_the_future(words, at), is_now = weekday_of(*context.written) >= 6;
  return Found{at + 2, weekend_of(is_ahead || is_now ? *context.written : shift(*context.written, Unit::Week, -1))};
}

// "From this day forward" in a story: the day that it has reached. "To this day" is that of writing.
Reading read_this_day(const Words& words, std::size_t at, const Context& context) {
  const bool is_told = context.is_story && context.previous && context.previous->precision == "day";
  const bool is_day = words.is(at, "this") && words.is(at + 1, "day") && !(at > 0 && words.is(at - 1, "to"));
  return is_told && is_day ? std::optional(Found{at + 2, on_day(*context.previous->lo)}) : std::nullopt;
}

// "last week", "this year", "next spring", "last Tuesday"
Reading read_near(const Words& words, std::size_t at, const Context& context) {
  std::size_t adjective = words.skip(at, "the");
  const auto after_this = words.is(at, "this") ? direction_of(words[at + 1].lower) : std::nullopt;
  if (after_this && *after_this != Direction::Present) ++adjective;  // "this past Friday"
  const auto direction = direction_of(words[adjective].lower);
  if (!direction) return std::nullopt;
  // "the next day", "the previous year" stand in a story and count from what was told before.
  const bool is_anchored = words.is(at, "the") && !context.is_phrase && words.is(adjective, "next") && context.previous;
  const bool is_previous = words.is(adjective, "previous") && !context.is_phrase && context.previous;
  if (is_anchored || is_previous) return std::nullopt;
  std::size_t end = adjective + 1;
  auto moment = near(words, end, *direction, context.written.value_or(make_day(2000, 1, 1)));
  // "this may fail", "next march on": a month has its capital.
  const Word& name = words[end - 1];
  if (!moment || (month_number(name.lower) && !name.capital && !context.is_phrase)) return std::nullopt;
  return Found{end, context.written ? *moment : unresolved(reference_of(*direction))};
}

Moment long_ago(const Context& context) {
  Moment moment = unresolved("PAST_REF");
  moment.hi = context.written;
  return moment;
}

std::optional<std::size_t> end_of_from_now(const Words& words, std::size_t at) {
  if (words.is(at, "ago")) return at + 1;
  const bool ends = words[at + 1].lower.empty() || words.is(at + 1, ",") || words.is(at + 1, ".");
  if (words.is(at, "back") && ends) return at + 1;  // "ten years back,"
  const bool is_now = words.is(at + 1, "now") || words.is(at + 1, "today");
  return words.is(at, "from") && is_now ? std::optional(at + 2) : std::nullopt;
}

// "ten years ago today", "twenty years ago yesterday", "a year ago to the day"
std::optional<std::pair<std::size_t, Day>> read_exact_day(const Words& words, std::size_t at, Day written) {
  if (words.is(at, "today")) return std::pair(at + 1, written);
  if (words.is(at, "yesterday")) return std::pair(at + 1, shift(written, Unit::Day, -1));
  if (words.is(at, "tomorrow")) return std::pair(at + 1, shift(written, Unit::Day, 1));
  const bool is_to_the_day = words.is(at, "to") && words.is(at + 1, "the") && words.is(at + 2, "day");
  return is_to_the_day ? std::optional(std::pair(at + 3, written)) : std::nullopt;
}

// "two days ago", "2 years and 6 months ago", "three weeks from now"
Reading read_ago(const Words& words, std::size_t at, const Context& context) {
  if (words.is(at, "exactly") && context.written) {  // to the day
    const auto amount = read_counted_amount(words, at + 1);
    if (amount && !amount->vague && amount->finest() >= Unit::Day && words.is(amount->end, "ago"))
      return Found{amount->end + 1, on_day(shift(*context.written, *amount, -1))};
  }
  const bool is_long = words.is(at, "long") && words.is(at + 1, "ago");
  if (is_long) return Found{at + 2, long_ago(context)};
  const auto amount = read_amount(words, at);
  const auto end = amount ? end_of_from_now(words, amount->end) : std::nullopt;
  if (!end) return std::nullopt;
  const bool is_ago = !words.is(amount->end, "from");
  if (amount->finest() < Unit::Day)  // hours ago is today, as far as days can tell
    return Found{*end, context.written && !amount->vague ? on_day(*context.written) : long_ago(context)};
  if (!context.written || amount->vague) return Found{*end, is_ago ? long_ago(context) : unresolved("FUTURE_REF")};
  const auto base = is_ago ? read_exact_day(words, *end, *context.written) : std::nullopt;
  if (base) return Found{base->first, on_day(shift(base->second, *amount, -1))};
  const Day day = shift(*context.written, *amount, is_ago ? -1 : 1);
  if (day == kFirstDay || day == kLastDay) return Found{*end, unresolved(is_ago ? "PAST_REF" : "FUTURE_REF")};
  if (amount->finest() <= Unit::Fortnight) return Found{*end, on_day(day)};
  // "a decade ago" is a year, not a calendar decade.
  return Found{*end, containing(day, std::min(amount->finest(), Unit::Year))};
}

// In a story the day follows the one told before: "On 3 May … On Friday …".
Day weekday_in_story(const Moment& told, int weekday) {
  return shift(*told.lo, Unit::Day, (weekday - weekday_of(*told.lo) + 7) % 7);
}

// A bare weekday is the last one up to the day of writing, as news writes; ahead of it behind "will".
Reading read_weekday(const Words& words, std::size_t at, const Context& context) {
  const int weekday = weekday_number(words[at].lower);
  if (weekday == 0) return std::nullopt;
  const std::size_t end = at + 1 + (words[at].lower.size() <= 5 && words.is(at + 1, ".") && words[at + 1].glued);
  const bool is_told = context.is_story && context.previous && context.previous->precision == "day";
  const bool is_the = at > 0 && words.is(at - 1, "the") && context.previous && context.previous->precision == "day";
  if (is_told || is_the) return Found{end, on_day(weekday_in_story(*context.previous, weekday))};
  if (!context.written) return Found{end, unresolved("XXXX-WXX-" + std::to_string(weekday))};
  const int back = (weekday_of(*context.written) - weekday + 7) % 7;
  if (context.is_ahead || (!context.is_phrase && speaks_of_the_future(words, at)))
    return Found{end, on_day(shift(*context.written, Unit::Day, (7 - back) % 7))};
  return Found{end, on_day(shift(*context.written, Unit::Day, -back))};
}

// "later this year", "earlier this week": the rest and the past of it.
Reading read_rest(const Words& words, std::size_t at, const Context& context) {
  const bool is_later = words.is(at, "later"), is_earlier = words.is(at, "earlier");
  if (!is_later && !is_earlier) return std::nullopt;
  const auto whole = read_near(words, at + 1, context);
  if (!whole || !whole->moment.lo || !words.is(at + 1, "this")) return std::nullopt;
  Moment moment = whole->moment;
  if (*moment.lo != *moment.hi) (is_later ? moment.lo : moment.hi) = context.written;
  return Found{whole->end, moment};
}

std::optional<Found> read_year_word(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(words.skip(at, ","), "of");
  for (auto reader : {read_near, read_anchored})
    if (auto year = reader(words, first, context); year && year->moment.precision == "year") return year;
  return std::nullopt;
}

// "in June last year", "May of that year"
Reading read_dated_by_year(const Words& words, std::size_t at, const Context& context) {
  auto found = read_calendar(words, at);
  if (!found || found->calendar.year) return std::nullopt;
  const auto year = read_year_word(words, found->end, context);
  if (!year || !year->moment.lo) return std::nullopt;
  found->calendar.year = year_of(*year->moment.lo);
  const auto moment = moment_of(found->calendar);
  return moment ? std::optional(Found{year->end, *moment}) : std::nullopt;
}

}  // namespace

Reading read_relative(const Words& words, std::size_t at, const Context& context) {
  return longest({read_named_day, read_present, read_to_date, read_so_far, read_vague_stretch, read_next_but_one,
                  read_the_weekend, read_this_day, read_near, read_ago, read_weekday, read_rest, read_dated_by_year},
                 words, at, context);
}

}  // namespace demarche::moments
