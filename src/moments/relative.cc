// SPDX-License-Identifier: Apache-2.0
// Expressions that count from the day of writing: "yesterday", "last week", "two years ago", "on Tuesday".
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

enum class Direction { Past, Present, Future };

std::optional<Direction> direction_of(std::string_view word) {
  for (std::string_view past : {"last", "past", "previous"})
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
  if (words.is(at, "today")) return Found{at + 1, day_from(context, 0)};
  if (words.is(at, "yesterday")) return Found{at + 1, day_from(context, -1)};
  if (words.is(at, "tomorrow")) return Found{at + 1, day_from(context, 1)};
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

Moment weekday_near(Day written, int weekday, Direction direction) {
  const int ahead = weekday - weekday_of(written);
  if (direction == Direction::Past) return on_day(shift(written, Unit::Day, ahead < 0 ? ahead : ahead - 7));
  return on_day(shift(written, Unit::Day, direction == Direction::Future ? ahead + 7 : ahead));
}

std::optional<Moment> near(const Words& words, std::size_t& at, Direction direction, Day written) {
  const std::string& word = words[at].lower;
  if (const auto unit = unit_of(word); unit && *unit >= Unit::Day && word.back() != 's') {
    ++at;
    return containing(shift(containing(written, *unit).lo.value(), *unit, sign_of(direction)), *unit);
  }
  if (word == "weekend") return ++at, weekend_of(shift(written, Unit::Week, sign_of(direction)));
  if (const int weekday = weekday_number(word)) return ++at, weekday_near(written, weekday, direction);
  if (const int season = season_number(word)) return ++at, season_near(written, season, direction);
  if (const int month = read_month(words, at)) return month_near(written, month, direction);
  return std::nullopt;
}

// "last week", "this year", "next spring", "last Tuesday"
Reading read_near(const Words& words, std::size_t at, const Context& context) {
  std::size_t adjective = words.skip(at, "the");
  const auto after_this = words.is(at, "this") ? direction_of(words[at + 1].lower) : std::nullopt;
  if (after_this && *after_this != Direction::Present) ++adjective;  // "this past Friday"
  const auto direction = direction_of(words[adjective].lower);
  if (!direction) return std::nullopt;
  // "the next day", "the previous year" stand in a story and count from what was told before.
  const bool is_anchored = words.is(at, "the") && !context.is_phrase && words.is(adjective, "next");
  const bool is_previous = words.is(adjective, "previous") && !context.is_phrase;
  if (is_anchored || is_previous) return std::nullopt;
  std::size_t end = adjective + 1;
  auto moment = near(words, end, *direction, context.written.value_or(make_day(2000, 1, 1)));
  if (!moment) return std::nullopt;
  return Found{end, context.written ? *moment : unresolved(reference_of(*direction))};
}

Moment long_ago(const Context& context) {
  Moment moment = unresolved("PAST_REF");
  moment.hi = context.written;
  return moment;
}

// "two days ago", "a year ago", "three weeks from now"
Reading read_ago(const Words& words, std::size_t at, const Context& context) {
  const bool is_half = words.is(at, "half") && words.is(at + 1, "a");
  const auto count = read_count(words, is_half ? at + 1 : at);
  if (!count) return std::nullopt;
  const auto unit = unit_of(words[count->end].lower);
  if (!unit) return std::nullopt;
  const bool is_ago = words.is(count->end + 1, "ago");
  if (!is_ago && !(words.is(count->end + 1, "from") && words.is(count->end + 2, "now"))) return std::nullopt;
  const std::size_t end = count->end + (is_ago ? 2 : 3);
  if (count->vague) return Found{end, is_ago ? long_ago(context) : unresolved("FUTURE_REF")};
  if (!context.written) return Found{end, unresolved(is_ago ? "PAST_REF" : "FUTURE_REF")};
  const Day day = shift(*context.written, *unit, is_ago ? -count->value : count->value);
  const bool is_beyond = day == kFirstDay || day == kLastDay;  // "300,000 years ago"
  if (is_beyond) return Found{end, unresolved(is_ago ? "PAST_REF" : "FUTURE_REF")};
  return Found{end, containing(day, *unit > Unit::Year ? Unit::Year
                                                       : *unit)};  // "a decade ago" is a year, not a calendar decade
}

// A bare weekday is the last one up to the day of writing, as news writes; ahead of it behind "will".
Reading read_weekday(const Words& words, std::size_t at, const Context& context) {
  const int weekday = weekday_number(words[at].lower);
  if (weekday == 0) return std::nullopt;
  if (!context.written) return Found{at + 1, unresolved("XXXX-WXX-" + std::to_string(weekday))};
  const int back = (weekday_of(*context.written) - weekday + 7) % 7;
  return Found{at + 1, on_day(shift(*context.written, Unit::Day, -back))};
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
  return longest({read_named_day, read_present, read_vague_stretch, read_near, read_ago, read_weekday, read_rest,
                  read_dated_by_year},
                 words, at, context);
}

}  // namespace demarche::moments
