// SPDX-License-Identifier: Apache-2.0
#include "moments/era_years.h"

#include <chrono>
#include <string>

namespace demarche::moments {
namespace {

Day since_1970(int days) { return Day(std::chrono::sys_days(std::chrono::days(days))); }

Day solar_day(int year, int month, int day) {
  const int of_year = month <= 6 ? (month - 1) * 31 + day : 186 + (month - 7) * 30 + day;
  return since_1970(365 * (year - 1) + (8 * year + 21) / 33 + of_year - 492269);
}

Day ethiopian_day(int year, int month, int day) {
  return since_1970(365 * (year - 1) + year / 4 + 30 * month + day - 31 - 716367);
}

Day begin_of(Era era, int year, int month) {
  if (era == Era::Lunar) return hijri_day(year, month, 1);
  return era == Era::Solar ? solar_day(year, month, 1) : ethiopian_day(year, month, 1);
}

int months_of(Era era) { return era == Era::Ethiopian ? 13 : 12; }

// Years that differ from ours by a number alone.
int offset_of(Era era) {
  switch (era) {
    case Era::Buddhist:
      return -543;
    case Era::Juche:
    case Era::Minguo:
      return 1911;
    case Era::Reiwa:
      return 2018;
    case Era::Heisei:
      return 1988;
    default:
      return 1925;
  }
}

}  // namespace

Day hijri_day(int year, int month, int day) {
  return since_1970(day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 - 492149);
}

Moment spanning(Day lo, Day next, std::string_view precision) {
  const Day hi = shift(next, Unit::Day, -1);
  Moment moment = between(lo, hi, show(lo) + "/" + show(hi));
  moment.precision = std::string(precision);
  return moment;
}

std::optional<Moment> moment_in(Era era, int year, int month, int day) {
  if (month == 0) return spanning(begin_of(era, year, 1), begin_of(era, year + 1, 1), "year");
  const bool is_last = month == months_of(era);
  const Moment whole =
      spanning(begin_of(era, year, month), begin_of(era, is_last ? year + 1 : year, is_last ? 1 : month + 1), "month");
  if (day == 0) return whole;
  const Day found = shift(*whole.lo, Unit::Day, day - 1);
  return found <= *whole.hi ? std::optional(on_day(found)) : std::nullopt;
}

std::optional<Moment> year_in(Era era, int year) {
  if (era == Era::Lunar || era == Era::Solar || era == Era::Ethiopian) return moment_in(era, year, 0, 0);
  if (era == Era::Bikram) return spanning(make_day(year - 57, 4, 14), make_day(year - 56, 4, 14), "year");
  if (era == Era::Jewish) return spanning(jewish_new_year(year - 3761), jewish_new_year(year - 3760), "year");
  return moment_of({.year = year + offset_of(era)});
}

bool is_likely(Era era, int year) {
  switch (era) {
    case Era::Lunar:
    case Era::Solar:
      return year >= 1 && year < 1600;
    case Era::Ethiopian:
      return year >= 1000 && year < 2100;
    case Era::Buddhist:
      return year >= 2000 && year < 2700;
    case Era::Bikram:
      return year >= 1900 && year < 2150;
    case Era::Jewish:
      return year >= 5000 && year < 6000;
    default:
      return year >= 1 && year <= 130;
  }
}

}  // namespace demarche::moments
