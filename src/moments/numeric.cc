// SPDX-License-Identifier: Apache-2.0
// Dates whose parts are joined by signs: "2018-12-23", "23/12/2018", "2019-Aug-01".
#include <array>
#include <utility>

#include "moments/absolute.h"

namespace demarche::moments {
namespace {

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

}  // namespace

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
    const bool is_short = words[end + 1].digits == 2;  // "5-Mar-14"
    const bool is_whole = month && joins(end) && (is_four_digits(words[end + 1]) || is_short);
    if (!is_whole) return std::nullopt;
    const int year = is_short ? full_year(*words[end + 1].number) : *words[end + 1].number;
    return checked(end + 2, year, month, *words[at].number);
  }
  const int month = read_month(words, end = at);
  if (month == 0 || !joins(end)) return std::nullopt;
  if (is_four_digits(words[end + 1])) return checked(end + 2, *words[end + 1].number, month, 0);
  const bool is_day = words.is(end, "/") && is_day_number(words[end + 1]);
  return is_day ? std::optional(FoundCalendar{end + 2, {.month = month, .day = *words[end + 1].number}}) : std::nullopt;
}

}  // namespace demarche::moments
