// SPDX-License-Identifier: Apache-2.0
#include "moments/calendar.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace demarche::moments {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 5> kSeasonNames{"", "SP", "SU", "FA", "WI"};

std::string format(const char* pattern, int first, int second = 0) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, pattern, first, second);
  return buffer;
}

// TIMEX2 writes years before Christ as BC0480; our year 0 is 1 BC.
std::string year_value(int year) { return year > 0 ? format("%04d", year) : format("BC%04d", 1 - year); }

std::string month_value(int year, int month) { return year_value(year) + format("-%02d", month); }

std::string day_value(Day day) {
  return month_value(year_of(day), int(unsigned(day.month()))) + format("-%02d", int(unsigned(day.day())));
}

Moment spanning(Day lo, Day hi, std::string_view precision, std::string timex) {
  return {.span = {}, .lo = lo, .hi = hi, .precision = std::string(precision), .timex = std::move(timex)};
}

Moment months(int year, int first, int count, std::string_view precision, std::string timex) {
  const Day lo = make_day(year, first, 1);
  const Day hi = shift(shift(lo, Unit::Month, count), Unit::Day, -1);
  return spanning(lo, hi, precision, std::move(timex));
}

Moment week_around(Day day) {
  const Day monday = shift(day, Unit::Day, 1 - weekday_of(day));
  const Day thursday = shift(monday, Unit::Day, 3);  // its year is the year of the ISO week
  const auto since_new_year = sys_days(thursday) - sys_days(make_day(year_of(thursday), 1, 1));
  const int week = int(since_new_year.count()) / 7 + 1;
  return spanning(monday, shift(monday, Unit::Day, 6), "week", year_value(year_of(thursday)) + format("-W%02d", week));
}

int floor_to(int year, int size) { return year - ((year % size) + size) % size; }

Moment years(int first, int count) {
  if (count == 1) return months(first, 1, 12, "year", year_value(first));
  const std::string value = first > 0 ? year_value(first) : "BC" + format("%04d", -first);
  return months(first, 1, 12 * count, count == 10 ? "decade" : "century",
                value.substr(0, value.size() - (count == 10 ? 1 : 2)));
}

// Begin and end of a third; months are cut at their 10th and 20th day.
std::pair<int, int> third(Part part, Unit unit, int size) {
  const int first = unit == Unit::Day && size >= 28 && size <= 31 ? 10 : size / 3;
  const int second = 2 * first + (size % 3 == 2 && first == size / 3);
  if (part == Part::Early) return {0, first};
  return part == Part::Mid ? std::pair(first, second) : std::pair(second, size);
}

Moment cut(const Moment& whole, Part part, Unit unit, int size) {
  const auto [first, end] = third(part, unit, size);
  Moment piece = whole;
  piece.lo = shift(*whole.lo, unit, first);
  piece.hi = end == size ? *whole.hi : shift(shift(*whole.lo, unit, end), Unit::Day, -1);
  return piece;
}

// About; exact enough to tell that a count leads out of the calendar.
double days_in(Unit unit) {
  switch (unit) {
    case Unit::Day:
      return 1;
    case Unit::Week:
      return 7;
    case Unit::Fortnight:
      return 14;
    case Unit::Month:
      return 30.4;
    case Unit::Quarter:
      return 91.3;
    case Unit::Year:
      return 365.2;
    case Unit::Decade:
      return 3652;
    case Unit::Century:
      return 36524;
    default:
      return 0;
  }
}

}  // namespace

int year_of(Day day) { return int(day.year()); }

Day make_day(int year, int month, int day) {
  const std::chrono::year_month of{std::chrono::year(year), std::chrono::month(unsigned(month))};
  const auto last = std::chrono::year_month_day_last(of.year(), of.month() / std::chrono::last).day();
  return of / std::min(std::chrono::day(unsigned(day)), last);
}

int weekday_of(Day day) { return int(std::chrono::weekday(sys_days(day)).iso_encoding()); }

Day shift(Day day, Unit unit, int count) {
  const double target = double(sys_days(day).time_since_epoch().count()) + days_in(unit) * count;
  if (target < double(sys_days(kFirstDay).time_since_epoch().count())) return kFirstDay;
  if (target > double(sys_days(kLastDay).time_since_epoch().count())) return kLastDay;
  switch (unit) {
    case Unit::Day:
      return Day(sys_days(day) + days(count));
    case Unit::Week:
      return Day(sys_days(day) + days(7 * count));
    case Unit::Fortnight:
      return Day(sys_days(day) + days(14 * count));
    case Unit::Quarter:
      return shift(day, Unit::Month, 3 * count);
    case Unit::Year:
      return shift(day, Unit::Month, 12 * count);
    case Unit::Decade:
      return shift(day, Unit::Month, 120 * count);
    case Unit::Century:
      return shift(day, Unit::Month, 1200 * count);
    case Unit::Month:
      break;
    default:
      return day;
  }
  const auto moved = std::chrono::year_month(day.year(), day.month()) + std::chrono::months(count);
  return make_day(int(moved.year()), int(unsigned(moved.month())), int(unsigned(day.day())));
}

Moment on_day(Day day) { return spanning(day, day, "day", day_value(day)); }

Moment containing(Day day, Unit unit) {
  const int year = year_of(day), month = int(unsigned(day.month()));
  switch (unit) {
    case Unit::Week:
    case Unit::Fortnight:
      return week_around(day);
    case Unit::Month:
      return months(year, month, 1, "month", month_value(year, month));
    case Unit::Quarter:
      return *moment_of({.year = year, .quarter = (month + 2) / 3});
    case Unit::Year:
      return years(year, 1);
    case Unit::Decade:
      return years(floor_to(year, 10), 10);
    case Unit::Century:
      return years(floor_to(year - 1, 100) + 1, 100);
    default:
      return on_day(day);
  }
}

Moment between(std::optional<Day> lo, std::optional<Day> hi, std::string_view timex) {
  return {.span = {}, .lo = lo, .hi = hi, .precision = "range", .timex = std::string(timex)};
}

Moment unresolved(std::string_view timex, MomentKind kind) {
  return {.span = {}, .lo = {}, .hi = {}, .precision = "unknown", .timex = std::string(timex), .kind = kind};
}

Moment season_of(int year, int season) {
  return months(year, 3 * season, 3, "part-of-year", year_value(year) + "-" + std::string(kSeasonNames[season]));
}

Moment weekend_of(Day day) {
  const Moment week = week_around(day);
  return spanning(shift(*week.hi, Unit::Day, -1), *week.hi, "week", week.timex + "-WE");
}

std::optional<Moment> moment_of(const Calendar& calendar) {
  const int year = *calendar.year;
  if (year < -9999 || year > 9999) return std::nullopt;
  if (calendar.years > 1) return years(year, calendar.years);
  if (calendar.season) return season_of(year, calendar.season);
  if (calendar.quarter)
    return months(year, 3 * calendar.quarter - 2, 3, "quarter", year_value(year) + format("-Q%d", calendar.quarter));
  if (calendar.half)
    return months(year, 6 * calendar.half - 5, 6, "part-of-year", year_value(year) + format("-H%d", calendar.half));
  if (!calendar.month) return years(year, 1);
  if (!calendar.day) return months(year, calendar.month, 1, "month", month_value(year, calendar.month));
  const Day day{std::chrono::year(year), std::chrono::month(unsigned(calendar.month)),
                std::chrono::day(unsigned(calendar.day))};
  return day.ok() ? std::optional(on_day(day)) : std::nullopt;
}

Moment take(Part part, const Moment& whole) {
  if (!whole.lo || !whole.hi || whole.lo == whole.hi) return whole;
  if (whole.precision == "decade") return cut(whole, part, Unit::Month, 120);
  if (whole.precision == "century") return cut(whole, part, Unit::Month, 1200);
  const int length = int((sys_days(*whole.hi) - sys_days(*whole.lo)).count()) + 1;
  if (whole.precision != "year") return cut(whole, part, Unit::Day, length);
  Moment piece = cut(whole, part, Unit::Month, 12);
  piece.precision = "part-of-year";
  return piece;
}

std::string duration_value(Unit unit, int count, bool vague) {
  static constexpr std::array<std::string_view, 11> kLetters{"S", "M", "H", "D", "W", "W", "M", "M", "Y", "Y", "Y"};
  const int factor = unit == Unit::Fortnight ? 2
                     : unit == Unit::Quarter ? 3
                     : unit == Unit::Decade  ? 10
                     : unit == Unit::Century ? 100
                                             : 1;
  const std::string number = vague ? "X" : std::to_string(count * factor);
  const std::string letter(unit == Unit::Decade && vague ? "DE" : kLetters[std::size_t(unit)]);
  return (unit < Unit::Day ? "PT" : "P") + number + letter;
}

std::string_view precision_of(Unit unit) {
  static constexpr std::array<std::string_view, 11> kNames{"day",   "day",     "day",  "day",    "week",   "week",
                                                           "month", "quarter", "year", "decade", "century"};
  return kNames[std::size_t(unit)];
}

}  // namespace demarche::moments
