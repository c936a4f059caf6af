// SPDX-License-Identifier: Apache-2.0
// Calendar: intervals for days, weeks, months, seasons, years and longer, and counting between them. Weeks begin on
// Monday (ISO 8601).
#pragma once

#include <string_view>

#include "moments/moments.h"

namespace demarche::moments {

enum class Unit { Second, Minute, Hour, Day, Week, Fortnight, Month, Quarter, Year, Decade, Century };

// A third of an interval: "early 2008" is January to April, "late March" its last third, "mid-1990s" 1994 to 1996.
enum class Part { Early, Mid, Late };

// Parts of a calendar moment as the words gave them; zero for what they left out. Years before Christ count 0, -1, ….
struct Calendar {
  std::optional<int> year = {};
  int month = 0, day = 0;
  int season = 0;             // 1 spring … 4 winter; the winter of 1999 begins in December 1999
  int quarter = 0, half = 0;  // of the year
  int years = 1;              // 10 for a decade, 100 for a century, which `year` begins
  bool is_bare_year() const { return year && !month && !season && !quarter && !half && years == 1; }
};

Day make_day(int year, int month, int day);  // the day is cut to the length of the month
int year_of(Day day);
int weekday_of(Day day);  // 1 Monday … 7 Sunday
// Where `shift` stops. Days before the year 1 serve to count; what leaves the module has none (`moments.h`).
inline constexpr Day kFirstDay{std::chrono::year(-9998), std::chrono::January, std::chrono::day(1)};
inline constexpr Day kLastDay{std::chrono::year(9999), std::chrono::December, std::chrono::day(31)};
Day shift(Day day, Unit unit, int count);

// The calendar unit around a day, with its TIMEX3 value: week "2018-W02", decade "199".
Moment containing(Day day, Unit unit);
Moment on_day(Day day);
Moment between(std::optional<Day> lo, std::optional<Day> hi, std::string_view timex);  // precision "range"
Moment unresolved(std::string_view timex, MomentKind kind = MomentKind::Date);         // no days, precision "unknown"

// `calendar` must have a year. Nothing when there is no such day (31 April).
std::optional<Moment> moment_of(const Calendar& calendar);
Moment season_of(int year, int season);
Moment weekend_of(Day day);  // Saturday and Sunday of the week

Moment take(Part part, const Moment& whole);

// "P3D", "PT2H"; "PXY" for a vague count.
std::string duration_value(Unit unit, int count, bool vague);
std::string_view precision_of(Unit unit);

Day hijri_day(int year, int month,
              int day);         // of the tabular Islamic calendar; may be a day off what was seen in the sky
Day jewish_new_year(int year);  // Rosh Hashanah in that year of ours

}  // namespace demarche::moments
