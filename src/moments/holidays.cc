// SPDX-License-Identifier: Apache-2.0
// Days that are called by a name: feasts, and attacks known by their date.
#include <array>

#include "moments/compact.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// "9/11" in any text of our field is the day in 2001; so is "26/11" the day in 2008.
Reading read_famous_numbers(const Words& words, std::size_t at) {
  const bool is_slashed = words.is(at + 1, "/") && words[at + 1].glued && words[at + 2].glued;
  const bool is_longer =
      words.is(at + 3, "/") || (words.is(at + 3, "-") && words[at + 4].number && words[at + 3].glued);
  if (!is_slashed || is_longer) return std::nullopt;
  if (words.is(at, "9") && words.is(at + 2, "11")) return Found{at + 3, on_day(make_day(2001, 9, 11))};
  if (words.is(at, "26") && words.is(at + 2, "11")) return Found{at + 3, on_day(make_day(2008, 11, 26))};
  return std::nullopt;
}

bool names_attack(const Words& words, std::size_t at) {
  for (std::string_view word : {"attack", "attacks", "terror", "terrorist", "hijackers", "era", "atrocities"})
    if (words.is(at, word)) return true;
  return false;
}

// News written in the weeks around that day of another year means its own September.
bool is_written_near_september_11(const Context& context) {
  if (!context.written) return false;
  const unsigned month = unsigned(context.written->month());
  return month >= 9 && month <= 10;
}

// "September 11" without a year: the attacks, unless a day of the year is told.
Reading read_september_11(const Words& words, std::size_t at, const Context& context) {
  std::size_t end = at;
  if (read_month(words, end) != 9 || !words.is(end, "11") || context.is_story) return std::nullopt;
  if (words.is(end + 1, "th") && words[end + 1].glued) ++end;
  const std::size_t next = words.skip(end + 1, ",");
  if (words[next].digits == 4) return std::nullopt;
  const bool is_told_as_day = at > 0 && (words.is(at - 1, "on") || words.is(at - 1, ","));
  if (!names_attack(words, end + 1) && (is_told_as_day || is_written_near_september_11(context))) return std::nullopt;
  return Found{end + 1, on_day(make_day(2001, 9, 11))};
}

// The day of a feast in a year of ours; the first one, where the moon brings two.
using Rule = std::optional<Moment> (*)(int year, int a, int b);

std::optional<Moment> fixed(int year, int month, int day) {
  return moment_of({.year = year, .month = month, .day = day});
}

// The `number`th such weekday of a month, -1 for the last: month * 10 + weekday.
std::optional<Moment> nth_weekday(int year, int month_and_weekday, int number) {
  const int month = month_and_weekday / 10, weekday = month_and_weekday % 10;
  const Day first = make_day(year, month, 1), last = make_day(year, month, 31);
  if (number < 0) return on_day(shift(last, Unit::Day, -((weekday_of(last) - weekday + 7) % 7)));
  return on_day(shift(first, Unit::Day, (weekday - weekday_of(first) + 7) % 7 + 7 * (number - 1)));
}

// Gregorian Easter by the rule of Meeus; `days` from Easter Sunday.
Day easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, sum = h + l - 7 * m + 114;
  return make_day(year, sum / 31, sum % 31 + 1);
}

std::optional<Moment> from_easter(int year, int days, int) { return on_day(shift(easter(year), Unit::Day, days)); }

std::optional<Moment> from_orthodox_easter(int year, int days, int) {
  const int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const Day julian = make_day(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1);
  return on_day(shift(julian, Unit::Day, 13 + days));
}

std::optional<Moment> hijri(int year, int month, int day) {
  const int guess = (year - 621) * 33 / 32;
  for (int own = guess - 2; own <= guess + 2; ++own)
    if (const Day found = hijri_day(own, month, day); year_of(found) == year) return on_day(found);
  return std::nullopt;
}

std::optional<Moment> hijri_month(int year, int month, int) {
  const auto first = hijri(year, month, 1);
  if (!first) return std::nullopt;
  Moment whole = between(first->lo, shift(*first->lo, Unit::Day, 29), "");
  whole.precision = "month";
  whole.timex = show(*whole.lo) + "/" + show(*whole.hi);
  return whole;
}

// The first day of Passover, by the rule of Gauss.
Day passover(int year) {
  const int own = year + 3760, a = (12 * own + 17) % 19, b = own % 4;
  const double moment = 32.044093199 + 1.5542417966 * a + b / 4.0 - 0.003177794022 * own;
  int day = int(moment);
  const int c = (3 * own + 5 * b + day + 5) % 7;
  if (c == 0 && a > 11 && moment - day >= 0.89772376543) day += 1;
  if (c == 1 && a > 6 && moment - day >= 0.63287037037) day += 2;
  if (c == 2 || c == 4 || c == 6) day += 1;
  return shift(make_day(year, 3, 1), Unit::Day, day + 12);
}

std::optional<Moment> from_passover(int year, int days, int) { return on_day(shift(passover(year), Unit::Day, days)); }

// Feasts of calendars that no short rule gives, from 1990 on, as month * 100 + day.
constexpr int kFirstListed = 1990;
constexpr std::array<int, 41> kLunarNewYears{127, 215, 204, 123, 210, 131, 219, 207, 128, 216, 205, 124, 212, 201,
                                             122, 209, 129, 218, 207, 126, 214, 203, 123, 210, 131, 219, 208, 128,
                                             216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203};

std::optional<Moment> lunar_new_year(int year, int, int) {
  if (year < kFirstListed || year >= kFirstListed + int(kLunarNewYears.size())) return std::nullopt;
  const int day = kLunarNewYears[std::size_t(year - kFirstListed)];
  return fixed(year, day / 100, day % 100);
}

struct Feast {
  std::string_view name;  // without blanks, points and apostrophes
  Rule rule;
  int a = 0, b = 0;
};

constexpr std::array<Feast, 107> kFeasts{{
    {"christmaseve", fixed, 12, 24},
    {"christmasday", fixed, 12, 25},
    {"christmas", fixed, 12, 25},
    {"orthodoxchristmas", fixed, 1, 7},
    {"xmas", fixed, 12, 25},
    {"boxingday", fixed, 12, 26},
    {"halloween", fixed, 10, 31},
    {"bastilleday", fixed, 7, 14},
    {"newyear", fixed, 1, 1},
    {"newyears", fixed, 1, 1},
    {"newyearday", fixed, 1, 1},
    {"newyearsday", fixed, 1, 1},
    {"newyeareve", fixed, 12, 31},
    {"newyearseve", fixed, 12, 31},
    {"yuandan", fixed, 1, 1},
    {"valentinesday", fixed, 2, 14},
    {"valentineday", fixed, 2, 14},
    {"stpatricksday", fixed, 3, 17},
    {"saintpatricksday", fixed, 3, 17},
    {"saintpatrick", fixed, 3, 17},
    {"aprilfoolsday", fixed, 4, 1},
    {"earthday", fixed, 4, 22},
    {"mayday", fixed, 5, 1},
    {"internationalworkersday", fixed, 5, 1},
    {"cincodemayo", fixed, 5, 5},
    {"victoryday", fixed, 5, 9},
    {"veday", fixed, 5, 8},
    {"vjday", fixed, 8, 15},
    {"dday", fixed, 0, 0},
    {"anzacday", fixed, 4, 25},
    {"juneteenth", fixed, 6, 19},
    {"thefourthofjuly", fixed, 7, 4},
    {"canadaday", fixed, 7, 1},
    {"assumptionday", fixed, 8, 15},
    {"allsaintsday", fixed, 11, 1},
    {"allsoulsday", fixed, 11, 2},
    {"guyfawkesday", fixed, 11, 5},
    {"armisticeday", fixed, 11, 11},
    {"remembranceday", fixed, 11, 11},
    {"veteransday", fixed, 11, 11},
    {"epiphany", fixed, 1, 6},
    {"womensday", fixed, 3, 8},
    {"internationalwomensday", fixed, 3, 8},
    {"humanrightsday", fixed, 12, 10},
    {"groundhogday", fixed, 2, 2},
    {"nowruz", fixed, 3, 21},
    {"norouz", fixed, 3, 21},
    {"nowroz", fixed, 3, 21},
    {"newroz", fixed, 3, 21},
    {"persiannewyear", fixed, 3, 21},
    {"iraniannewyear", fixed, 3, 21},
    {"martinlutherkingday", nth_weekday, 11, 3},
    {"martinlutherkingjrday", nth_weekday, 11, 3},
    {"mlkday", nth_weekday, 11, 3},
    {"presidentsday", nth_weekday, 21, 3},
    {"mothersday", nth_weekday, 57, 2},
    {"motherday", nth_weekday, 57, 2},
    {"memorialday", nth_weekday, 51, -1},
    {"fathersday", nth_weekday, 67, 3},
    {"fatherday", nth_weekday, 67, 3},
    {"laborday", nth_weekday, 91, 1},
    {"labourday", fixed, 5, 1},
    {"columbusday", nth_weekday, 101, 2},
    {"thanksgiving", nth_weekday, 114, 4},
    {"thanksgivingday", nth_weekday, 114, 4},
    {"thanksgivingeve", fixed, 0, 0},
    {"easter", from_easter, 0, 0},
    {"eastersunday", from_easter, 0, 0},
    {"easterday", from_easter, 0, 0},
    {"eastermonday", from_easter, 1, 0},
    {"eastersaturday", from_easter, -1, 0},
    {"holysaturday", from_easter, -1, 0},
    {"goodfriday", from_easter, -2, 0},
    {"maundythursday", from_easter, -3, 0},
    {"palmsunday", from_easter, -7, 0},
    {"ashwednesday", from_easter, -46, 0},
    {"ascensionday", from_easter, 39, 0},
    {"pentecost", from_easter, 49, 0},
    {"trinitysunday", from_easter, 56, 0},
    {"whitmonday", from_easter, 50, 0},
    {"corpuschristi", from_easter, 60, 0},
    {"orthodoxeaster", from_orthodox_easter, 0, 0},
    {"ramadan", hijri_month, 9, 0},
    {"ramadhan", hijri_month, 9, 0},
    {"ramzan", hijri_month, 9, 0},
    {"muharram", hijri_month, 1, 0},
    {"eidalfitr", hijri, 10, 1},
    {"eidulfitr", hijri, 10, 1},
    {"eidulfitar", hijri, 10, 1},
    {"eidaladha", hijri, 12, 10},
    {"eiduladha", hijri, 12, 10},
    {"eidulazha", hijri, 12, 10},
    {"feastofsacrifice", hijri, 12, 10},
    {"ashura", hijri, 1, 10},
    {"islamicnewyear", hijri, 1, 1},
    {"hijrinewyear", hijri, 1, 1},
    {"arabicnewyear", hijri, 1, 1},
    {"muslimnewyear", hijri, 1, 1},
    {"mawlid", hijri, 3, 12},
    {"passover", from_passover, 0, 0},
    {"roshhashanah", from_passover, 163, 0},
    {"yomkippur", from_passover, 172, 0},
    {"purim", from_passover, -30, 0},
    {"lunarnewyear", lunar_new_year, 0, 0},
    {"chinesenewyear", lunar_new_year, 0, 0},
    {"tet", lunar_new_year, 0, 0},
    {"springfestival", lunar_new_year, 0, 0},
}};

std::optional<Moment> in_year(const Feast& feast, int year) { return feast.rule(year, feast.a, feast.b); }

// The last one up to a day, or the next behind it.
std::optional<Moment> feast_near(const Feast& feast, Day day, bool is_next) {
  for (int year = year_of(day) + (is_next ? -1 : 1), tries = 0; tries < 4; ++tries, year += is_next ? 1 : -1) {
    const auto moment = in_year(feast, year);
    if (moment && (is_next ? *moment->lo > day : *moment->lo <= day)) return moment;
  }
  return std::nullopt;
}

// In a story of its year, else the last one unless the words before look ahead.
Moment undated_feast(const Feast& feast, const Words& words, std::size_t at, const Context& context) {
  const bool is_told = context.is_story && context.previous && context.previous->lo;
  if (is_told)
    if (const auto moment = in_year(feast, year_of(*context.previous->lo))) return *moment;
  if (is_told || !context.written) return unresolved("XXXX");
  return feast_near(feast, *context.written, !context.is_phrase && speaks_of_the_future(words, at))
      .value_or(unresolved("XXXX"));
}

bool is_sure_in_lower_case(const Words& words, std::size_t at) {
  for (std::string_view word :
       {"christmas", "easter", "halloween", "thanksgiving", "ramadan", "ramzan", "xmas", "nowruz", "passover"})
    if (words.is(at, word)) return true;
  return words.is(at, "new") && words.is(at + 1, "year") &&
         (words.is(at + 2, "'") || words.is(at + 2, "eve") || words.is(at + 2, "day"));
}

// "the Tet Offensive", "the Good Friday Agreement" are named after a feast.
bool names_something_else(const Word& next) {
  for (std::string_view word : {"offensive", "rising", "uprising", "war", "island", "rebellion", "agreement", "accord",
                                "massacre", "market", "truce"})
    if (next.capital && next.lower == word) return true;
  return false;
}

Named read_feast_name(const Words& words, std::size_t at, const Context& context) {
  if (!words[at].capital && !context.is_phrase && !is_sure_in_lower_case(words, at)) return {};
  return read_named(words, at, [](const std::string& name) { return index_in(kFeasts, name); });
}

// "last Easter", "the next Eid al-Adha", "this Ramadan"
int direction_of(const Words& words, std::size_t at) {
  if (words.is(at, "last") || words.is(at, "previous")) return -1;
  return words.is(at, "next") || words.is(at, "following") || words.is(at, "coming") ? 1 : 0;
}

// "this year's Easter", "Easter of next year": the year of writing and its neighbours.
std::optional<int> read_year_near(const Words& words, std::size_t at, const Context& context) {
  if (!context.written || !words.is(at + 1, "year")) return std::nullopt;
  const int step = words.is(at, "this") ? 0 : direction_of(words, at);
  return step || words.is(at, "this") ? std::optional(year_of(*context.written) + step) : std::nullopt;
}

// The weekend next to a feast: a Monday or Tuesday belongs to the one before.
Moment weekend_near(const Moment& feast) {
  return weekend_of(weekday_of(*feast.lo) <= 2 ? shift(*feast.lo, Unit::Week, -1) : *feast.lo);
}

// "Easter weekend 2016", "the Memorial Day weekend"
Reading read_feast_weekend(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(at, "the");
  bool has_weekend = false;  // asked first: a name takes longer to read
  for (std::size_t i = first + 1; i < first + 7; ++i) has_weekend = has_weekend || words.is(i, "weekend");
  const Named name = has_weekend ? read_feast_name(words, first, context) : Named{};
  if (name.index < 0 || !words.is(name.end, "weekend")) return std::nullopt;
  const std::size_t year = words.skip(words.skip(name.end + 1, "of"), "in");
  const bool has_year = words[year].digits == 4 && *words[year].number > 1000 && *words[year].number < 2200;
  const Feast& feast = kFeasts[std::size_t(name.index)];
  const auto day = has_year ? in_year(feast, *words[year].number) : undated_feast(feast, words, first, context);
  if (!day || !day->lo || *day->lo != *day->hi) return std::nullopt;
  return Found{has_year ? year + 1 : name.end + 1, weekend_near(*day)};
}

Reading read_feast(const Words& words, std::size_t at, const Context& context) {
  std::size_t first = words.skip(at, "the");
  const int direction = direction_of(words, first);
  if (direction || words.is(first, "this")) ++first;
  const Named name = read_feast_name(words, first, context);
  if (name.index < 0 || names_something_else(words[name.end])) return std::nullopt;
  const Feast& feast = kFeasts[std::size_t(name.index)];
  if (feast.rule == fixed && feast.a == 0) return std::nullopt;
  if (direction && context.written) {
    const auto moment =
        feast_near(feast, direction < 0 ? shift(*context.written, Unit::Day, -1) : *context.written, direction > 0);
    return Found{name.end, moment.value_or(unresolved("XXXX"))};
  }
  const std::size_t year = words.skip(words.skip(words.skip(name.end, ","), "of"), "in");
  if (const auto near = read_year_near(words, year, context))
    if (const auto moment = in_year(feast, *near)) return Found{year + 2, *moment};
  if (words[year].digits == 4 && *words[year].number > 1000 && *words[year].number < 2200) {
    const auto moment = in_year(feast, *words[year].number);
    return moment ? std::optional(Found{year + 1, *moment}) : std::nullopt;
  }
  return Found{name.end, undated_feast(feast, words, first, context)};
}

// "this year's Christmas"
Reading read_owned_feast(const Words& words, std::size_t at, const Context& context) {
  const auto year = read_year_near(words, at, context);
  if (!year || !words.is(at + 2, "'") || !words.is(at + 3, "s")) return std::nullopt;
  const Named name = read_feast_name(words, at + 4, context);
  const auto moment = name.index < 0 ? std::nullopt : in_year(kFeasts[std::size_t(name.index)], *year);
  return moment ? std::optional(Found{name.end, *moment}) : std::nullopt;
}

// "Eid" alone is one of two.
Reading read_eid(const Words& words, std::size_t at, const Context& context) {
  const bool is_eid = words.is(at, "eid") && (words[at].capital || context.is_phrase);
  return is_eid ? std::optional(Found{at + 1, unresolved("XXXX")}) : std::nullopt;
}

// "Black Friday" and "Cyber Monday" follow Thanksgiving.
Reading read_shopping_day(const Words& words, std::size_t at, const Context& context) {
  const bool is_friday = words.is(at, "black") && words.is(at + 1, "friday");
  if (!is_friday && !(words.is(at, "cyber") && words.is(at + 1, "monday"))) return std::nullopt;
  const bool has_year = words[at + 2].digits == 4;
  if (!has_year && !context.written) return std::nullopt;
  const int year =
      has_year ? *words[at + 2].number : year_of(*context.written) - (unsigned(context.written->month()) < 11);
  return Found{at + 2 + has_year, on_day(shift(*nth_weekday(year, 114, 4)->lo, Unit::Day, is_friday ? 1 : 4))};
}

}  // namespace

Reading read_holiday(const Words& words, std::size_t at, const Context& context) {
  if (auto famous = read_famous_numbers(words, at)) return famous;
  return longest({read_september_11, read_feast, read_feast_weekend, read_owned_feast, read_eid, read_shopping_day},
                 words, at, context);
}

Day jewish_new_year(int year) { return shift(passover(year), Unit::Day, 163); }

}  // namespace demarche::moments
