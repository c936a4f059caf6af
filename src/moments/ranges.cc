// SPDX-License-Identifier: Apache-2.0
// Parts of intervals ("early 2008") and intervals with two ends ("from December 2013 to March 2017", "1996–2001").
#include <array>

#include "moments/absolute.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

std::optional<Part> part_of(std::string_view word) {
  if (word == "early" || word == "beginning" || word == "start" || word == "outset") return Part::Early;
  if (word == "mid" || word == "middle") return Part::Mid;
  for (std::string_view late : {"late", "end", "close", "rest", "remainder"})
    if (word == late) return Part::Late;
  return std::nullopt;
}

// "If neither moves before the end of the year": that of writing, whatever was told before.
bool looks_ahead(const Words& words, std::size_t at) {
  for (std::size_t i = 0; i < at; ++i)
    for (std::string_view word : {"if", "should", "must", "will", "unless"})
      if (words.is(i, word)) return true;
  return false;
}

// "the year" counts only behind "the end of": it is the year of the story or of writing.
Reading read_the_unit(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = words.skip(at, "the");
  const auto unit = unit_of(words[noun].lower);
  const bool is_bare = noun == at && at > 0 && words.is(at - 1, "of");  // "end of month"
  if ((noun == at && !is_bare) || !unit || *unit < Unit::Week || words[noun].lower.back() == 's') return std::nullopt;
  const bool is_told = (context.is_story || context.is_previous_near) && context.previous && context.previous->lo &&
                       !(context.written && looks_ahead(words, at));
  if (!is_told && !context.written) return std::nullopt;
  return Found{noun + 1, containing(is_told ? *context.previous->lo : *context.written, *unit)};
}

Reading read_whole(const Words& words, std::size_t at, const Context& context) {
  return longest({read_absolute, read_era_date, read_holiday, read_relative, read_anchored, read_within}, words, at,
                 context);
}

struct Side {
  std::size_t end = 0;
  std::optional<Calendar>
      calendar;  // when the words are of the calendar, so that one side can lend its year to the other
  Moment moment;
};

std::optional<Side> read_side(const Words& words, std::size_t at, const Context& context) {
  const auto any = longest(
      {read_holiday, read_absolute, read_era_date, read_relative, read_anchored, read_week, read_within, read_part},
      words, at, context);
  if (!any || any->moment.kind != MomentKind::Date) return std::nullopt;
  Side side{any->end, {}, any->moment};
  if (const auto found = read_calendar(words, at); found && found->end == any->end) side.calendar = found->calendar;
  return side;
}

bool is_two_digits(const Word& word) { return word.number && word.digits == 2 && word.glued; }

// "1996-98": the second year borrows the century of the first.
std::optional<Side> read_short_year(const Words& words, std::size_t at, const Side& first) {
  const bool fits = first.calendar && first.calendar->is_bare_year() && is_two_digits(words[at]);
  if (!fits) return std::nullopt;
  const int year = *first.calendar->year / 100 * 100 + *words[at].number;
  if (year <= *first.calendar->year) return std::nullopt;
  return Side{at + 1, Calendar{.year = year}, *moment_of({.year = year})};
}

// "March 3–5": the second day borrows the month of the first.
std::optional<Side> read_day_only(const Words& words, std::size_t at, const Side& first, const Context& context) {
  const auto ordinal = read_ordinal(words, words.skip(at, "the"));
  if (!ordinal && (!words[at].number || words[at].digits > 2)) return std::nullopt;
  const int day = ordinal ? ordinal->value : *words[at].number;
  std::size_t end = ordinal ? ordinal->end : at + 1;
  if (words.is(end, "/") && words[end].glued) return std::nullopt;  // "5/3 to 5/7"
  if (!first.calendar || !first.calendar->day || day > 31 || month_number(words[words.skip(end, "of")].lower))
    return std::nullopt;
  Calendar calendar = *first.calendar;
  calendar.day = day;
  const std::size_t year = words.skip(end, ",");
  if (words[year].digits == 4) calendar.year = words[year].number, end = year + 1;
  const auto moment = complete(calendar, words, at, context);
  return moment && day > first.calendar->day ? std::optional(Side{end, calendar, *moment}) : std::nullopt;
}

// "3–5 March 2014", "from 3 to 5 March": the first day borrows month and year of the second.
std::optional<Side> borrow_month(const Words& words, std::size_t at, const Side& second) {
  if (!second.calendar || !second.calendar->day || !second.moment.lo) return std::nullopt;
  const Day day = make_day(year_of(*second.moment.lo), second.calendar->month, *words[at].number);
  return Side{at + 1, {}, on_day(day)};
}

// "from December to March 2017": the first month borrows the year, and the year before where it would come behind.
void borrow_year(Side& first, const Side& second) {
  if (!first.calendar || first.calendar->year || !second.moment.lo || !second.calendar) return;
  Calendar calendar = *first.calendar;
  calendar.year = year_of(*second.moment.lo);
  auto moment = moment_of(calendar);
  if (moment && *moment->lo > *second.moment.lo) --*calendar.year, moment = moment_of(calendar);
  if (moment) first.moment = *moment;
}

Reading joined(const Side& first, const Side& second) {
  if (!first.moment.lo || !second.moment.hi) return std::nullopt;
  if (*second.moment.hi < *first.moment.lo) return std::nullopt;
  return Found{second.end, between(first.moment.lo, second.moment.hi, first.moment.timex + "/" + second.moment.timex)};
}

bool is_joiner(const Words& words, std::size_t at, bool after_between) {
  if (after_between && words.is(at, "and")) return true;
  for (std::string_view word : {"to", "until", "till", "through", "-", "~", "thru"})
    if (words.is(at, word)) return true;
  return false;
}

// "from 20 December to 5 January": where neither names a year, the second comes next behind the first.
void follow(const Side& first, Side& second) {
  const bool is_open = first.calendar && second.calendar && !first.calendar->year && !second.calendar->year;
  if (!is_open || !first.moment.lo) return;
  Calendar calendar = *second.calendar;
  calendar.year = year_of(*first.moment.lo);
  auto moment = moment_of(calendar);
  if (moment && *moment->lo < *first.moment.lo) ++*calendar.year, moment = moment_of(calendar);
  if (moment) second.moment = *moment;
}

bool is_of_one_kind(const Calendar& first, const Calendar& second) {
  const auto has_only_month = [](const Calendar& calendar) { return calendar.month && !calendar.day; };
  return (has_only_month(first) && has_only_month(second)) || (first.years > 1 && first.years == second.years);
}

// "February and March", "the 1990s and 2000s": neighbours are one stretch of time.
Reading read_neighbours(const Words& words, const Side& first, const Context& context) {
  if (!first.calendar || !first.moment.lo || !words.is(first.end, "and")) return std::nullopt;
  auto second = read_side(words, first.end + 1, context);
  if (!second || !second->calendar || !is_of_one_kind(*first.calendar, *second->calendar)) return std::nullopt;
  Side lender = first;
  borrow_year(lender, *second);
  follow(lender, *second);
  const bool is_next =
      lender.moment.hi && second->moment.lo && shift(*lender.moment.hi, Unit::Day, 1) == *second->moment.lo;
  return is_next ? joined(lender, *second) : std::nullopt;
}

// "between Wednesday and Friday", "Tuesday to Thursday": the two days as numbers, and the place behind them.
struct Weekdays {
  std::size_t end = 0;
  int first = 0, last = 0;
};
std::optional<Weekdays> read_weekdays(const Words& words, std::size_t at) {
  const bool is_between = words.is(at, "between"), is_opened = is_between || words.is(at, "from");
  const std::size_t first = is_opened ? at + 1 : at;
  const Weekdays days{first + 3, weekday_number(words[first].lower), weekday_number(words[first + 2].lower)};
  const bool is_whole = days.first && days.last > days.first && is_joiner(words, first + 1, is_between);
  return is_whole ? std::optional(days) : std::nullopt;
}

// "next week from Tuesday to Thursday", "between Monday and Wednesday of last week"
Reading read_weekdays_of_week(const Words& words, std::size_t at, const Context& context) {
  auto days = read_weekdays(words, at);
  bool has_weekday = false;  // asked first: a week takes longer to read
  for (std::size_t i = at + 1; i < at + 8; ++i) has_weekday = has_weekday || weekday_number(words[i].lower) > 0;
  if (!days && !has_weekday) return std::nullopt;
  const auto week = read_relative(words, days ? words.skip(days->end, "of") : at, context);
  if (!week || week->moment.precision != "week" || !week->moment.lo) return std::nullopt;
  std::size_t end = week->end;
  if (!days && (days = read_weekdays(words, words.skip(end, ",")))) end = days->end;
  if (!days) return std::nullopt;
  const Day lo = shift(*week->moment.lo, Unit::Day, days->first - 1);
  const Day hi = shift(*week->moment.lo, Unit::Day, days->last - 1);
  return Found{end, between(lo, hi, show(lo) + "/" + show(hi))};
}

// "1999/2000", "2015/16": two years that follow each other.
bool is_slash_of_years(const Words& words, std::size_t at) {
  const Word& left = words[at - 1];
  const Word& right = words[at + 1];
  const bool is_glued = words.is(at, "/") && words[at].glued && right.glued && left.digits == 4 && right.number;
  return is_glued && (right.digits == 4 ? *right.number : *left.number / 100 * 100 + *right.number) == *left.number + 1;
}

// "from March to date", "from 2010-01-01 till the current date"
std::optional<Side> read_now(const Words& words, std::size_t at, const Context& context) {
  std::size_t end = words.skip(words.skip(at, "the"), "current");
  const bool is_date = words.is(end, "date"), is_present = words.is(at, "the") && words.is(at + 1, "present");
  if ((!is_date && !is_present) || !context.written) return std::nullopt;
  return Side{is_present ? at + 2 : end + 1, {}, on_day(*context.written)};
}

// "from next Monday to Friday": the weekday next behind the first.
std::optional<Side> read_weekday_behind(const Words& words, std::size_t at, const Side& first) {
  const int weekday = weekday_number(words[at].lower);
  if (weekday == 0 || !first.moment.lo || first.moment.lo != first.moment.hi || first.calendar) return std::nullopt;
  if (words[at + 1].number || words.is(at + 1, "the") || words.is(at + 1, ",")) return std::nullopt;
  return Side{
      at + 1, {}, on_day(shift(*first.moment.lo, Unit::Day, (weekday - weekday_of(*first.moment.lo) + 6) % 7 + 1))};
}

std::optional<Side> read_second(const Words& words, std::size_t at, const Side& first, const Context& context) {
  if (auto year = read_short_year(words, at, first)) return year;
  if (auto now = read_now(words, at, context)) return now;
  if (auto weekday = read_weekday_behind(words, at, first)) return weekday;
  Context ahead = context;
  ahead.memo = nullptr;
  ahead.is_ahead = context.written && !first.calendar && first.moment.lo && *first.moment.lo >= *context.written;
  if (auto day = read_day_only(words, at, first, context)) return day;
  return read_side(words, at, ahead);
}

// "between 4 and 22 this month", "4 to 23 of next month"
Reading read_days_of_month(const Words& words, std::size_t at, const Context& context, bool after_between) {
  const auto is_day = [&](std::size_t i) {
    return words[i].number && words[i].digits <= 2 && *words[i].number >= 1 && *words[i].number <= 31;
  };
  if (!is_day(at) || !is_joiner(words, at + 1, after_between) || !is_day(at + 2)) return std::nullopt;
  const auto month = read_relative(words, words.skip(words.skip(at + 3, "of"), "in"), context);
  const int first = *words[at].number, last = *words[at + 2].number;
  if (!month || month->moment.precision != "month" || !month->moment.lo || first >= last || words.is(at + 3, "last"))
    return std::nullopt;
  const Day lo = shift(*month->moment.lo, Unit::Day, first - 1), hi = shift(*month->moment.lo, Unit::Day, last - 1);
  if (hi > *month->moment.hi) return std::nullopt;
  return Found{month->end, between(lo, hi, show(lo) + "/" + show(hi))};
}

// The two sides from the first on; `opened` tells that "from" or "between" stands before them.
Reading read_two_sides(const Words& words, std::size_t at, const Context& context, bool opened, bool after_between) {
  const bool is_one_date = !opened && read_joined_name(words, at);  // "5-Mar-14"
  if (!is_one_date && words[at].number && words[at].digits <= 2 && is_joiner(words, at + 1, after_between)) {
    const auto second = read_side(words, at + 2, context);
    const auto first = second ? borrow_month(words, at, *second) : std::nullopt;
    if (first) return joined(*first, *second);
  }
  if (opened || context.is_phrase)
    if (auto days = read_days_of_month(words, at, context, after_between)) return days;
  auto first = read_side(words, at, context);
  if (!first) return std::nullopt;
  if (!after_between)
    if (auto both = read_neighbours(words, *first, context)) return both;
  if (!is_joiner(words, first->end, after_between) && !is_slash_of_years(words, first->end)) return std::nullopt;
  // "in 2008 to help …" is no range, "2008 to 2010" is: without an opening word both sides must be of the calendar.
  auto second = read_second(words, first->end + 1, *first, context);
  if (!second || (!opened && !context.is_phrase && (!first->calendar || !second->calendar))) return std::nullopt;
  borrow_year(*first, *second);
  follow(*first, *second);
  return joined(*first, *second);
}

}  // namespace

Reading read_part(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(at, "the");
  auto part = part_of(words[first].lower);
  std::size_t next = first + 1;
  if (!part && (words.is(first, "latter") || words.is(first, "later")) && words.is(first + 1, "part"))
    part = Part::Late, ++next;
  if (!part) return std::nullopt;
  const bool is_noun = words.is(first, "end") || words.is(first, "beginning") || words.is(first, "start") ||
                       words.is(first, "middle") || words.is(first, "rest") || words.is(first, "remainder") ||
                       words.is(next, "part");
  next = words.skip(words.skip(words.skip(next, "-"), "part"), "in");
  if (is_noun && !words.is(next, "of")) return std::nullopt;
  next = words.skip(next, "of");
  auto whole = read_whole(words, next, context);
  if (const auto unit = read_the_unit(words, next, context); unit && (!whole || unit->end > whole->end)) whole = unit;
  if (!whole || whole->moment.kind != MomentKind::Date) return std::nullopt;
  Moment moment = take(*part, whole->moment);
  const bool is_rest = (words.is(first, "rest") || words.is(first, "remainder")) && context.written &&
                       whole->moment.lo && whole->moment.hi;
  if (is_rest && *whole->moment.lo <= *context.written && *context.written <= *whole->moment.hi)
    moment.lo = context.written;
  return Found{whole->end, moment};
}

Reading read_range(const Words& words, std::size_t at, const Context& context) {
  if (auto days = read_weekdays_of_week(words, at, context)) return days;
  if (words.is(at, "from")) return read_two_sides(words, at + 1, context, true, false);
  if (words.is(at, "between")) return read_two_sides(words, at + 1, context, true, true);
  return read_two_sides(words, at, context, false, false);
}

static Reading remembered(Reader reader, const Words& words, std::size_t at, const Context& context) {
  if (context.memo == nullptr) return reader(words, at, context);
  for (const Memo::Entry& entry : context.memo->entries)
    if (entry.at == at && entry.reader == reader) return entry.reading;
  Reading reading = reader(words, at, context);
  context.memo->entries.push_back({reader, at, reading});
  return reading;
}

Reading longest(std::initializer_list<Reader> readers, const Words& words, std::size_t at, const Context& context) {
  Reading best;
  for (Reader reader : readers)
    if (auto found = remembered(reader, words, at, context); found && (!best || found->end > best->end))
      best = std::move(found);
  return best;
}

Reading read_simple(const Words& words, std::size_t at, const Context& context) {
  return longest({read_holiday, read_absolute, read_era_date, read_relative, read_anchored, read_week, read_within,
                  read_counted_day, read_clock, read_set, read_duration},
                 words, at, context);
}

Reading read_any(const Words& words, std::size_t at, const Context& context) {
  return longest({read_range, read_simple, read_part}, words, at, context);
}

}  // namespace demarche::moments
