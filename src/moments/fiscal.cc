// SPDX-License-Identifier: Apache-2.0
// Fiscal years: "fiscal 2016", "FY2015-16", "the last financial year".
//
// One begins when the country that the sentence names begins it; where none is named, one number means that of the
// United States (October to September), and two a year that begins in July.
#include <array>

#include "moments/era_years.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// "fiscal year", "FY", "financial year"; the place behind it, or `at`.
std::size_t skip_fiscal(const Words& words, std::size_t at) {
  if (words.is(at, "fy")) return at + 1;
  if (!words.is(at, "fiscal") && !words.is(at, "financial")) return at;
  return words.is(at, "financial") && !words.is(at + 1, "year") ? at : words.skip(at + 1, "year");
}

struct Fiscal {
  std::size_t end = 0;
  int year = 0;
  bool is_double = false;
};

// "2016", "2015-16", "2015/2016"
std::optional<Fiscal> read_fiscal_number(const Words& words, std::size_t at) {
  const bool is_short = words[at].digits == 2;
  if (!words[at].number || (words[at].digits != 4 && !is_short)) return std::nullopt;
  const int year = is_short ? 2000 + *words[at].number : *words[at].number;
  const bool is_joined = (words.is(at + 1, "-") || words.is(at + 1, "/")) && words[at + 2].number;
  if (is_joined && *words[at + 2].number % 100 == (year + 1) % 100) return Fiscal{at + 3, year, true};
  return year > 1900 && year < 2100 ? std::optional(Fiscal{at + 1, year, false}) : std::nullopt;
}

// The month in which the fiscal year begins, by the country that the sentence names; 0 when it names none known.
int fiscal_month(const Words& words) {
  static constexpr std::array<std::pair<std::string_view, int>, 26> kMonths{
      {{"india", 4},     {"indian", 4},     {"delhi", 4},     {"britain", 4},   {"british", 4},    {"london", 4},
       {"uk", 4},        {"japan", 4},      {"japanese", 4},  {"tokyo", 4},     {"canada", 4},     {"zambia", 4},
       {"myanmar", 4},   {"pakistan", 7},   {"pakistani", 7}, {"islamabad", 7}, {"bangladesh", 7}, {"dhaka", 7},
       {"australia", 7}, {"egypt", 7},      {"kenya", 7},     {"nairobi", 7},   {"ethiopia", 7},   {"nepal", 7},
       {"thailand", 10}, {"washington", 10}}};
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const auto& [name, month] : kMonths)
      if (words[i].lower == name) return month;
  return 0;
}

// One number names the year in which it ends, two name both; where all else fails, as in Washington and Islamabad.
Moment fiscal_year(int year, bool is_double, int month) {
  if (month == 0) month = is_double ? 7 : 10;
  const int first = is_double ? year : year - 1;
  Moment moment = spanning(make_day(first, month, 1), make_day(first + 1, month, 1), "year");
  moment.timex = "FY" + std::to_string(is_double ? year + 1 : year);
  return moment;
}

// "fiscal year 2016", "FY2016-17", "the 2015-16 fiscal year"
Reading read_fiscal(const Words& words, std::size_t at, const Context&) {
  const std::size_t first = words.skip(at, "the");
  if (const std::size_t number = skip_fiscal(words, first); number != first) {
    const auto year = read_fiscal_number(words, number);
    return year ? std::optional(Found{year->end, fiscal_year(year->year, year->is_double, fiscal_month(words))})
                : std::nullopt;
  }
  const auto year = read_fiscal_number(words, first);
  const std::size_t end = year ? skip_fiscal(words, year->end) : 0;
  const bool is_named = year && end != year->end && words.is(end - 1, "year");
  return is_named ? std::optional(Found{end, fiscal_year(year->year, year->is_double, fiscal_month(words))})
                  : std::nullopt;
}

// "this fiscal year", "the last financial year": by the American year, as one number would be.
Reading read_near_fiscal(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(at, "the");
  const int step = words.is(first, "last") || words.is(first, "previous") ? -1 : words.is(first, "next") ? 1 : 0;
  const bool is_near = step || words.is(first, "this") || words.is(first, "current");
  const std::size_t end = skip_fiscal(words, first + 1);
  if (!is_near || end == first + 1 || !words.is(end - 1, "year")) return std::nullopt;
  if (!context.written) return Found{end, unresolved("FYXXXX")};
  const int month = fiscal_month(words) ? fiscal_month(words) : 10;
  return Found{end, fiscal_year(year_of(shift(*context.written, Unit::Month, 13 - month)) + step, false, month)};
}

}  // namespace

Reading read_fiscal_year(const Words& words, std::size_t at, const Context& context) {
  return longest({read_fiscal, read_near_fiscal}, words, at, context);
}

}  // namespace demarche::moments
