// SPDX-License-Identifier: Apache-2.0
// Dates of the calendar in all their written orders.
#include "moments/absolute.h"

namespace demarche::moments {
namespace {

// The first year of "499–493 BC" is one before Christ as well.
bool borrows_era(const Words& words, std::size_t at) {
  const bool is_joined =
      words.is(at + 1, "-") || words.is(at + 1, "to") || words.is(at + 1, "and") || words.is(at + 1, "/");
  return is_joined && words[at + 2].number && (words.is(at + 3, "bc") || words.is(at + 3, "bce"));
}

std::optional<Count> read_day(const Words& words, std::size_t at) {
  if (auto ordinal = read_ordinal(words, at))
    return Count{words.is(ordinal->end, "day") ? ordinal->end + 1 : ordinal->end, ordinal->value};
  if (is_day_number(words[at])) return Count{at + 1, *words[at].number};
  return std::nullopt;
}

// "4 July", "the 4th of July", then perhaps a year
Calendars read_day_month(const Words& words, std::size_t at) {
  // "the 9th of May" is one expression; "the 9 May attack" is a date within another.
  auto day = words.is(at, "the") ? read_ordinal(words, at + 1) : read_day(words, at);
  // "fifteen August", but "one may ask".
  const bool is_count = !day && !words[at].number && !words.is(at, "a") && !words.is(at, "one");
  if (is_count) day = read_count(words, at);
  if (!day || day->vague || day->value > 31 || (!words[at].number && day->end == at)) return std::nullopt;
  const bool is_pointed =
      words.is(day->end, ".") && words[day->end].glued && words[at].number && month_number(words[day->end + 1].lower);
  const std::size_t dash = is_pointed || words.is(day->end, "-") ? day->end + 1 : words.skip(day->end, "of");
  std::size_t end = dash;
  const int month = read_month(words, end);
  if (month == 0) return std::nullopt;
  if (words.is(end, "-") && is_four_digits(words[end + 1])) ++end;
  return with_year(words, {end, {.month = month, .day = day->value}});
}

// "May twenty-nine": only where nothing else can be meant, at the end or before a year in words.
std::optional<Count> read_spelt_day(const Words& words, std::size_t at) {
  if (words[at].number) return std::nullopt;
  const auto count = read_count(words, at);
  if (!count || count->vague || count->value > 31 || count->end == at || words.is(at, "a")) return std::nullopt;
  const std::size_t next = words.skip(count->end, ",");
  const bool ends =
      words[next].lower.empty() || words.is(next, ".") || read_spelt_year(words, next) || is_four_digits(words[next]);
  return ends ? count : std::nullopt;
}

// "July 4", "July the 4th", "July 1776", "July"
Calendars read_month_day(const Words& words, std::size_t at) {
  std::size_t end = at;
  const int month = read_month(words, end);
  if (month == 0) return std::nullopt;
  const auto day = read_day(words, words.skip(words.is(end, "-") ? end + 1 : end, "the"));
  if (const auto spelt = day ? std::nullopt : read_spelt_day(words, end))
    return with_year(words, {spelt->end, {.month = month, .day = spelt->value}});
  const bool is_clock = day && words.is(day->end, ":");
  const auto behind_comma = words.is(end, ",") ? read_ordinal(words, end + 1) : std::nullopt;  // "October, 1st"
  if (behind_comma && behind_comma->value <= 31)
    return with_year(words, {behind_comma->end, {.month = month, .day = behind_comma->value}});
  if (day && day->value <= 31 && !is_clock) return with_year(words, {day->end, {.month = month, .day = day->value}});
  return with_year(words, {end, {.month = month}});
}

// "2016 November", "2016 Nov 5"
Calendars read_year_month(const Words& words, std::size_t at) {
  if (!is_four_digits(words[at]) || *words[at].number < 1000 || *words[at].number > 2199) return std::nullopt;
  std::size_t end = words.skip(at + 1, ",");
  const int month = read_month(words, end);
  if (month == 0 || !words[end - 1].capital) return std::nullopt;
  // "in 1940 March 3" is rare; "of 2016, May 5" begins anew.
  if (words[end].number || read_ordinal(words, end)) return std::nullopt;
  return FoundCalendar{end, {.year = *words[at].number, .month = month}};
}

// "Tuesday, 4 July" keeps its weekday for nothing but recognition.
Calendars read_day_and_month(const Words& words, std::size_t at) {
  const bool is_near = words.is(at, "this") || words.is(at, "next") || words.is(at, "last");
  const std::size_t name = is_near ? at + 1 : at;
  const int weekday = weekday_number(words[name].lower);
  if (is_near && !weekday) return std::nullopt;
  std::size_t first = weekday ? words.skip(words.skip(words.skip(name + 1, "."), ","), "the") : at;
  const bool is_bracketed = weekday && words.is(first, "(");
  if (weekday && (is_bracketed || words.is(first, "-"))) ++first;
  auto found = read_day_month(words, first);
  if (!found) found = read_month_day(words, first);
  if (!found && weekday) found = read_numeric(words, first);
  if (!found || (weekday && !found->calendar.day)) return weekday ? std::nullopt : found;
  if (is_bracketed) found->end = words.skip(found->end, ")");
  return found;
}

// "the month of June", "the month of May 2014"
Calendars read_month_of(const Words& words, std::size_t at) {
  const std::size_t noun = words.skip(at, "the");
  std::size_t end = noun + 2;
  if (!words.is(noun, "month") || !words.is(noun + 1, "of")) return std::nullopt;
  const int month = read_month(words, end);
  return month ? std::optional(with_year(words, {end, {.month = month}})) : std::nullopt;
}

Calendars read_bare_year(const Words& words, std::size_t at) {
  const bool is_named = words.is(at, "the") && words.is(at + 1, "year");
  const bool is_plural = words.is(at, "the") && words.is(at + 1, "years") && is_four_digits(words[at + 2]);
  const std::size_t first = is_plural ? at + 2 : is_named ? words.skip(at + 2, "of") : words.skip(at, "year");
  const auto year = read_year(words, first);
  return year ? std::optional(FoundCalendar{year->end, {.year = year->year}}) : std::nullopt;
}

// "12, 13 and 15 May", "the 28 and 29 August": each day borrows the month at the end of the list.
Calendars read_listed_day(const Words& words, std::size_t at) {
  std::size_t next = words.skip(at, "the");
  const auto day = read_day(words, next);
  if (!day || day->value > 31 || !words[next].number) return std::nullopt;
  next = skip_list_sign(words, day->end);
  for (int days = 0; next > 0 && days < 8; ++days) {
    next = words.skip(next, "the");
    if (const auto last = read_day_month(words, next)) {
      if (days == 0 && next == day->end) return std::nullopt;
      Calendar calendar = last->calendar;
      calendar.day = day->value;
      return FoundCalendar{day->end, calendar};
    }
    const auto more = read_day(words, next);
    if (!more || !words[next].number) return std::nullopt;
    const std::size_t behind = skip_list_sign(words, more->end);
    next = behind == more->end ? 0 : behind;
  }
  return std::nullopt;
}

}  // namespace

bool is_four_digits(const Word& word) { return word.number && word.digits == 4; }

int full_year(int year) { return year < 30 ? 2000 + year : 1900 + year; }

bool is_day_number(const Word& word) {
  return word.number && word.digits <= 2 && *word.number >= 1 && *word.number <= 31;
}

std::optional<Year> read_year(const Words& words, std::size_t at) {
  if (words.is(at, "'") && words[at + 1].digits == 2 && words[at + 1].glued)
    return Year{at + 2, full_year(*words[at + 1].number)};
  if (words.is(at, "ad") && words[at + 1].number && words[at + 1].digits <= 4)
    return Year{at + 2, *words[at + 1].number};
  if (const auto spelt = words[at].number ? std::nullopt : read_spelt_year(words, at))
    return Year{spelt->end, spelt->value};
  if (!words[at].number || words[at].digits > 4) return std::nullopt;
  const int year = *words[at].number;
  if (borrows_era(words, at)) return Year{at + 1, 1 - year};
  const bool is_dotted = words.is(at + 1, "b") && words.is(at + 2, ".") && words.is(at + 3, "c");
  if (is_dotted) return Year{words.skip(at + 4, "."), 1 - year};
  for (std::string_view era : {"bc", "bce"})
    if (words.is(at + 1, era)) return Year{at + 2, 1 - year};
  for (std::string_view era : {"ad", "ce"})
    if (words.is(at + 1, era) && words[at + 1].capital && year > 0) return Year{at + 2, year};
  if (!is_four_digits(words[at]) || year < 1000 || year > 2199) return std::nullopt;
  return Year{at + 1, year};
}

FoundCalendar with_year(const Words& words, FoundCalendar found) {
  const bool is_quarter = found.calendar.quarter || found.calendar.half;  // "Q1-2019"
  const bool is_hyphened =
      words.is(found.end, "-") && words[found.end].glued && (words[found.end - 2].lower == "-" || is_quarter);
  std::size_t at = is_hyphened ? found.end + 1 : words.skip(found.end, ",");  // "Sep-23-2020"
  if (at == found.end) at = words.skip(words.skip(at, "of"), "in");
  at = words.skip(words.skip(at, "the"), "year");
  // "April of 87", "20 Aug 98": what is no day may be a short year.
  const bool is_whole = found.calendar.day && at == found.end && month_number(words[at - 1].lower);  // "5 Mar 14"
  const bool is_short = found.calendar.month && words[at].digits == 2 && (*words[at].number > 31 || is_whole);
  const std::string& behind = words[at + 1].lower;
  if (is_short && (behind.empty() || behind == "." || behind == "," || behind == ")" || behind == ";"))
    return found.calendar.year = full_year(*words[at].number), found.end = at + 1, found;
  if (const auto year = read_year(words, at)) found = {year->end, found.calendar}, found.calendar.year = year->year;
  return found;
}

std::size_t skip_list_sign(const Words& words, std::size_t at) {
  const std::size_t comma = words.skip(at, ",");
  for (std::string_view word : {"and", "or", "to", "through", "until", "till", "-", "/"})
    if (words.is(comma, word)) return comma + 1;
  return comma;
}

Calendars longest_of(std::initializer_list<CalendarReader> readers, const Words& words, std::size_t at) {
  Calendars best;
  for (const CalendarReader reader : readers)
    if (auto found = reader(words, at); found && (!best || found->end > best->end)) best = found;
  return best;
}

std::optional<FoundCalendar> read_calendar(const Words& words, std::size_t at) {
  const auto best = longest_of(
      {read_numeric, read_joined_name, read_day_and_month, read_month_of, read_year_month, read_spell, read_bare_year},
      words, at);
  return best ? best : read_listed_day(words, at);
}

}  // namespace demarche::moments
