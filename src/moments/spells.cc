// SPDX-License-Identifier: Apache-2.0
// Parts of a year and spans of years: seasons, quarters, decades, centuries.
#include <array>

#include "moments/absolute.h"

namespace demarche::moments {
namespace {

// "spring 1999", "the winter of 1914", "their 1982 summer offensives"
Calendars read_season(const Words& words, std::size_t at) {
  const auto year = is_four_digits(words[at]) ? read_year(words, at) : std::nullopt;
  const int behind = year ? season_number(words[year->end].lower) : 0;
  if (behind && !words[year->end].capital) return FoundCalendar{year->end + 1, {.year = year->year, .season = behind}};
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
  const bool is_hyphened = year && words.is(year->end, "-") && words[year->end].glued && words[year->end + 1].glued;
  const std::size_t name = year ? year->end + is_hyphened : at;  // "2015 Q4", "2015-Q4"
  Calendar calendar{.quarter = read_quarter_or_half(words, name, "q", 4),
                    .half = read_quarter_or_half(words, name, "h", 2)};
  if (!calendar.quarter && !calendar.half) return std::nullopt;
  FoundCalendar found{name + 2, calendar};
  if (year) found.calendar.year = year->year;
  if (!year) found = with_year(words, found);
  return found;
}

Calendars read_spelt_quarter(const Words& words, std::size_t at) {
  const auto year = read_year(words, at);  // "2016's third quarter"
  const bool is_owned = year && words.is(year->end, "'") && words.is(year->end + 1, "s");
  const std::size_t first = words.skip(year ? year->end + (is_owned ? 2 : 0) : at, "the");
  auto ordinal = read_ordinal(words, first);
  if (words.is(first, "last")) ordinal = Count{first + 1, 4};
  if (words.is(first, "latter")) ordinal = Count{first + 1, 2};
  if (!ordinal || ordinal->value > 4) return std::nullopt;
  const bool is_half = words.is(ordinal->end, "half");
  if (!is_half && !words.is(ordinal->end, "quarter")) return std::nullopt;
  const int number = is_half && ordinal->value > 2 ? 2 : ordinal->value;
  FoundCalendar found{ordinal->end + 1, {.quarter = is_half ? 0 : number, .half = is_half ? number : 0}};
  if (!year) return with_year(words, found);
  found.calendar.year = year->year;
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

}  // namespace

Calendars read_spell(const Words& words, std::size_t at) {
  return longest_of({read_season, read_short_quarter, read_spelt_quarter, read_decade, read_spelt_decade, read_century},
                    words, at);
}

}  // namespace demarche::moments
