// SPDX-License-Identifier: Apache-2.0
// Dates of the calendar in all their written orders.
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

using Calendars = std::optional<FoundCalendar>;

bool is_four_digits(const Word& word) { return word.number && word.digits == 4; }

// Two-digit years reach from 1930 to 2029.
int full_year(int year) { return year < 30 ? 2000 + year : 1900 + year; }

struct Year {
  std::size_t end = 0;
  int year = 0;
};

// The first year of "499–493 BC" is one before Christ as well.
bool borrows_era(const Words& words, std::size_t at) {
  const bool is_joined =
      words.is(at + 1, "-") || words.is(at + 1, "to") || words.is(at + 1, "and") || words.is(at + 1, "/");
  return is_joined && words[at + 2].number && (words.is(at + 3, "bc") || words.is(at + 3, "bce"));
}

// "2008", "'99", "480 BC", "AD 69", "nineteen ninety-six"
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

// Adds "[,] 2008", "of 2008", "in 2008" to what stands before it.
FoundCalendar with_year(const Words& words, FoundCalendar found) {
  const bool is_quarter = found.calendar.quarter || found.calendar.half;  // "Q1-2019"
  const bool is_hyphened =
      words.is(found.end, "-") && words[found.end].glued && (words[found.end - 2].lower == "-" || is_quarter);
  std::size_t at = is_hyphened ? found.end + 1 : words.skip(found.end, ",");  // "Sep-23-2020"
  if (at == found.end) at = words.skip(words.skip(at, "of"), "in");
  at = words.skip(words.skip(at, "the"), "year");
  // "April of 87", "20 Aug 98": what is no day may be a short year.
  const bool is_short = found.calendar.month && words[at].digits == 2 && *words[at].number > 31;
  const std::string& behind = words[at + 1].lower;
  if (is_short && (behind.empty() || behind == "." || behind == "," || behind == ")" || behind == ";"))
    return found.calendar.year = full_year(*words[at].number), found.end = at + 1, found;
  if (const auto year = read_year(words, at)) found = {year->end, found.calendar}, found.calendar.year = year->year;
  return found;
}

bool is_day_number(const Word& word) {
  return word.number && word.digits <= 2 && *word.number >= 1 && *word.number <= 31;
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

Calendars read_numeric(const Words& words, std::size_t at);

// "Tuesday, 4 July" keeps its weekday for nothing but recognition.
Calendars read_day_and_month(const Words& words, std::size_t at) {
  std::size_t first = at;
  const int weekday = weekday_number(words[at].lower);
  if (weekday) first = words.skip(words.skip(words.skip(at + 1, "."), ","), "the");
  auto found = read_day_month(words, first);
  if (!found) found = read_month_day(words, first);
  if (!found && weekday) found = read_numeric(words, first);
  if (found && weekday && !found->calendar.day) return std::nullopt;
  return found;
}

// Whole numbers joined by one sign: 2018-12-23, 23/12/2018, 3.10.2018
struct Joined {
  std::array<const Word*, 3> parts{};
  std::size_t count = 0, end = 0;
  char sign = 0;
};

Joined read_joined(const Words& words, std::size_t at) {
  Joined joined;
  if (!words[at].number) return joined;
  joined.parts[joined.count++] = &words[at];
  joined.end = at + 1;
  while (joined.count < 3 && words[joined.end].glued && words[joined.end + 1].glued && words[joined.end + 1].number) {
    const std::string& sign = words[joined.end].lower;
    if ((sign != "-" && sign != "/" && sign != ".") || (joined.sign && joined.sign != sign[0])) break;
    joined.sign = sign[0];
    joined.parts[joined.count++] = &words[joined.end + 1];
    joined.end += 2;
  }
  return joined;
}

Calendars checked(std::size_t end, int year, int month, int day) {
  if (month < 1 || month > 12 || day > 31) return std::nullopt;
  return FoundCalendar{end, {.year = year, .month = month, .day = day}};
}

// Where day and month could be either: month first with slashes (American), day first with hyphens and points.
Calendars day_month_year(const Joined& joined) {
  int day = *joined.parts[0]->number, month = *joined.parts[1]->number;
  if (day <= 12 && (month > 12 || joined.sign == '/')) std::swap(day, month);
  const int year = joined.parts[2]->digits == 2 ? full_year(*joined.parts[2]->number) : *joined.parts[2]->number;
  return day >= 1 ? checked(joined.end, year, month, day) : std::nullopt;
}

Calendars read_numeric(const Words& words, std::size_t at) {
  const Joined joined = read_joined(words, at);
  if (joined.count < 2) return std::nullopt;
  const Word& first = *joined.parts[0];
  const Word& last = *joined.parts[joined.count - 1];
  if (joined.count == 3 && is_four_digits(first) && last.digits <= 2)
    return checked(joined.end, *first.number, *joined.parts[1]->number, *last.number);
  if (joined.count == 3 && first.digits <= 2 && joined.parts[1]->digits <= 2 &&
      (is_four_digits(last) || last.digits == 2))
    return joined.sign == '.' && last.digits == 2 ? std::nullopt : day_month_year(joined);
  // "11/22", "22/04" without a year; whether it is a date is asked elsewhere.
  const bool is_day_and_month = joined.count == 2 && joined.sign == '/' && first.digits <= 2 && last.digits <= 2;
  if (is_day_and_month && is_day_number(first) && is_day_number(last)) {
    const bool is_swapped = *first.number > 12;
    const int month = is_swapped ? *last.number : *first.number;
    if (month <= 12)
      return FoundCalendar{joined.end, {.month = month, .day = is_swapped ? *first.number : *last.number}};
  }
  const bool is_month_first = joined.count == 2 && joined.sign != '.' && is_four_digits(last) && first.digits <= 2;
  if (is_month_first) return checked(joined.end, *last.number, *first.number, 0);
  // "2016-11" is November; "2001-05" and "1996-98" are ranges.
  const bool is_month = joined.count == 2 && joined.sign == '-' && is_four_digits(first) && last.digits == 2;
  const bool is_slashed =
      joined.count == 2 && joined.sign == '/' && is_four_digits(first) && last.digits <= 2 && *first.number >= 1900;
  if (is_slashed && *last.number <= 12 && *last.number != *first.number % 100 + 1)
    return checked(joined.end, *first.number, *last.number, 0);
  return is_month && *last.number <= *first.number % 100 ? checked(joined.end, *first.number, *last.number, 0)
                                                         : std::nullopt;
}

// A month's name between hyphens or slashes: "2019-Aug-01", "23/Sep/2020", "Dec/2018", "Oct/2"
Calendars read_joined_name(const Words& words, std::size_t at) {
  const auto joins = [&](std::size_t i) {
    return words[i].glued && words[i + 1].glued && (words.is(i, "-") || words.is(i, "/"));
  };
  std::size_t end = at + 2;
  if (is_four_digits(words[at]) && joins(at + 1)) {
    const int month = read_month(words, end);
    const bool is_whole = month && joins(end) && is_day_number(words[end + 1]);
    return is_whole ? checked(end + 2, *words[at].number, month, *words[end + 1].number) : std::nullopt;
  }
  if (is_day_number(words[at]) && joins(at + 1)) {
    const int month = read_month(words, end);
    const bool is_whole = month && joins(end) && is_four_digits(words[end + 1]);
    return is_whole ? checked(end + 2, *words[end + 1].number, month, *words[at].number) : std::nullopt;
  }
  const int month = read_month(words, end = at);
  if (month == 0 || !joins(end)) return std::nullopt;
  if (is_four_digits(words[end + 1])) return checked(end + 2, *words[end + 1].number, month, 0);
  const bool is_day = words.is(end, "/") && is_day_number(words[end + 1]);
  return is_day ? std::optional(FoundCalendar{end + 2, {.month = month, .day = *words[end + 1].number}}) : std::nullopt;
}

// "spring 1999", "the winter of 1914"
Calendars read_season(const Words& words, std::size_t at) {
  const std::size_t noun = words.skip(at, "the");
  const int season = season_number(words[noun].lower);
  if (season == 0) return std::nullopt;
  return with_year(words, {noun + 1, {.season = season}});
}

// "Q3 2015", "2015 Q3", "the first quarter of 2015", "H1 2016", "the second half of 2008"
int read_quarter_or_half(const Words& words, std::size_t at, std::string_view letter, int most) {
  const Word& digit = words[at + 1];
  return words.is(at, letter) && digit.glued && digit.digits == 1 && *digit.number >= 1 && *digit.number <= most
             ? *digit.number
             : 0;
}

Calendars read_short_quarter(const Words& words, std::size_t at) {
  const auto year = read_year(words, at);
  const std::size_t name = year ? year->end : at;
  Calendar calendar{.quarter = read_quarter_or_half(words, name, "q", 4),
                    .half = read_quarter_or_half(words, name, "h", 2)};
  if (!calendar.quarter && !calendar.half) return std::nullopt;
  FoundCalendar found{name + 2, calendar};
  if (year) found.calendar.year = year->year;
  if (!year) found = with_year(words, found);
  return found;
}

Calendars read_spelt_quarter(const Words& words, std::size_t at) {
  const std::size_t first = words.skip(at, "the");
  auto ordinal = read_ordinal(words, first);
  if (words.is(first, "last")) ordinal = Count{first + 1, 4};
  if (words.is(first, "latter")) ordinal = Count{first + 1, 2};
  if (!ordinal || ordinal->value > 4) return std::nullopt;
  const bool is_half = words.is(ordinal->end, "half");
  if (!is_half && !words.is(ordinal->end, "quarter")) return std::nullopt;
  const int number = is_half && ordinal->value > 2 ? 2 : ordinal->value;
  const auto found =
      with_year(words, {ordinal->end + 1, {.quarter = is_half ? 0 : number, .half = is_half ? number : 0}});
  return found;
}

bool follows_part(const Words& words, std::size_t at) {
  if (at == 0) return false;
  for (std::string_view word : {"late", "early", "mid", "-", "the"})
    if (words.is(at - 1, word)) return true;
  return false;
}

// "the nineteen seventies", "the twenty-tens"
Calendars read_spelt_decade(const Words& words, std::size_t at) {
  static constexpr std::array<std::string_view, 10> kTens{"hundreds", "tens",    "twenties",  "thirties", "forties",
                                                          "fifties",  "sixties", "seventies", "eighties", "nineties"};
  const std::size_t first = words.skip(at, "the"), next = words.skip(first + 1, "-");
  const int century = words.is(first, "nineteen")   ? 1900
                      : words.is(first, "twenty")   ? 2000
                      : words.is(first, "eighteen") ? 1800
                                                    : 0;
  for (std::size_t i = 1; i < kTens.size() && century; ++i)
    if (words.is(next, kTens[i])) return FoundCalendar{next + 1, {.year = century + 10 * int(i), .years = 10}};
  return std::nullopt;
}

// "1990s", "'90s", "nineties"
Calendars read_decade(const Words& words, std::size_t at) {
  static constexpr std::array<std::string_view, 8> kDecades{"twenties", "thirties",  "forties",  "fifties",
                                                            "sixties",  "seventies", "eighties", "nineties"};
  std::size_t number = words.skip(at, "the");
  for (std::size_t i = 0; i < kDecades.size(); ++i)
    if ((number > at || follows_part(words, at)) && words.is(number, kDecades[i]))
      return FoundCalendar{number + 1, {.year = 1920 + 10 * int(i), .years = 10}};
  const bool is_short = words.is(number, "'") && words[number + 1].digits == 2;
  if (is_short) ++number;
  if (!words[number].number || words[number].digits > 4 || words[number].digits < 2 || *words[number].number % 10)
    return std::nullopt;
  std::size_t end = number + 1;
  if (words.is(end, "'") && words[end].glued) ++end;
  if (!words.is(end, "s") || !words[end].glued) return std::nullopt;
  const int year = *words[number].number;
  if (words.is(end + 1, "bc")) return FoundCalendar{end + 2, {.year = -year - 9, .years = 10}};
  if (words[number].digits == 2) return FoundCalendar{end + 1, {.year = full_year(year), .years = 10}};
  const bool is_century = year % 100 == 0 && year < 2000;
  return FoundCalendar{end + 1, {.year = year, .years = is_century ? 100 : 10}};
}

// "the 19th century", "nineteenth-century"
Calendars read_century(const Words& words, std::size_t at) {
  const auto ordinal = read_ordinal(words, words.skip(at, "the"));
  if (!ordinal) return std::nullopt;
  const std::size_t noun = words.skip(ordinal->end, "-");
  if (!words.is(noun, "century") && !words.is(noun, "centuries")) return std::nullopt;
  if (words.is(noun + 1, "bc")) return FoundCalendar{noun + 2, {.year = 1 - 100 * ordinal->value, .years = 100}};
  return FoundCalendar{noun + 1, {.year = 100 * (ordinal->value - 1) + 1, .years = 100}};
}

Calendars read_bare_year(const Words& words, std::size_t at) {
  const std::size_t first = words.is(at, "the") && words.is(at + 1, "year") ? at + 2 : words.skip(at, "year");
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

std::size_t skip_list_sign(const Words& words, std::size_t at) {
  const std::size_t comma = words.skip(at, ",");
  for (std::string_view word : {"and", "or", "to", "through", "until", "till", "-", "/"})
    if (words.is(comma, word)) return comma + 1;
  return comma;
}

std::optional<FoundCalendar> read_calendar(const Words& words, std::size_t at) {
  Calendars best;
  for (auto reader :
       {read_numeric, read_joined_name, read_day_and_month, read_year_month, read_season, read_short_quarter,
        read_spelt_quarter, read_decade, read_spelt_decade, read_century, read_bare_year})
    if (auto found = reader(words, at); found && (!best || found->end > best->end)) best = found;
  return best ? best : read_listed_day(words, at);
}

}  // namespace demarche::moments
