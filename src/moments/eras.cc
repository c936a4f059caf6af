// SPDX-License-Identifier: Apache-2.0
// Years and dates that do not count from Christ: "1435 AH", "22 Bahman 1357", "Juche 107", "2557 BE".
#include <array>

#include "moments/compact.h"
#include "moments/era_years.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

struct EraName {
  std::string_view name;  // without points
  Era era;
};

// Behind the year; with capitals where the letters are also words.
constexpr std::array<EraName, 20> kBehind{{{"ah", Era::Lunar},          {"hijri", Era::Lunar},
                                           {"annohegirae", Era::Lunar}, {"hijrah", Era::Lunar},
                                           {"lunarhijri", Era::Lunar},  {"sh", Era::Solar},
                                           {"ahs", Era::Solar},         {"solarhijri", Era::Solar},
                                           {"hijrishamsi", Era::Solar}, {"shamsi", Era::Solar},
                                           {"khorshidi", Era::Solar},   {"solarhijrah", Era::Solar},
                                           {"ec", Era::Ethiopian},      {"be", Era::Buddhist},
                                           {"bs", Era::Bikram},         {"bikramsambat", Era::Bikram},
                                           {"vs", Era::Bikram},         {"vikramsamvat", Era::Bikram},
                                           {"hsh", Era::Solar},         {"ap", Era::Solar}}};
constexpr std::array<EraName, 20> kBefore{{{"ah", Era::Lunar},
                                           {"hijri", Era::Lunar},
                                           {"hijriyear", Era::Lunar},
                                           {"islamicyear", Era::Lunar},
                                           {"iranianyear", Era::Solar},
                                           {"persianyear", Era::Solar},
                                           {"afghanyear", Era::Solar},
                                           {"be", Era::Buddhist},
                                           {"buddhistyear", Era::Buddhist},
                                           {"juche", Era::Juche},
                                           {"jucheyear", Era::Juche},
                                           {"minguo", Era::Minguo},
                                           {"reiwa", Era::Reiwa},
                                           {"heisei", Era::Heisei},
                                           {"showa", Era::Showa},
                                           {"ethiopianyear", Era::Ethiopian},
                                           {"hebrewyear", Era::Jewish},
                                           {"jewishyear", Era::Jewish},
                                           {"solaryear", Era::Solar},
                                           {"buddhistera", Era::Buddhist}}};

template <std::size_t N>
std::optional<std::pair<std::size_t, Era>> read_era(const Words& words, std::size_t at,
                                                    const std::array<EraName, N>& names) {
  if (!words[at].capital && words[at].lower.size() <= 3) return std::nullopt;
  const Named found = read_named(words, at, [&](std::string_view name) {
    for (std::size_t i = 0; i < N; ++i)
      if (names[i].name == name) return int(i);
    return -1;
  });
  if (found.index < 0) return std::nullopt;
  const bool is_letters = words.is(found.end, ".") && words[found.end].glued && words[found.end - 1].lower.size() == 1;
  return std::pair(found.end + is_letters, names[std::size_t(found.index)].era);
}

// "1435 AH", "1392 (SH)"
std::optional<std::pair<std::size_t, Era>> read_era_behind(const Words& words, std::size_t at) {
  const bool is_bracketed = words.is(at, "(");
  const auto era = read_era(words, is_bracketed ? at + 1 : at, kBehind);
  if (!era || (is_bracketed && !words.is(era->first, ")"))) return std::nullopt;
  return std::pair(era->first + is_bracketed, era->second);
}

struct MonthName {
  std::string_view name;
  Era era;
  int month;
  bool doubtful = false;  // also a name of people or things: only between a day and a year
};

constexpr std::array<MonthName, 79> kMonths{{
    {"muharram", Era::Lunar, 1},        {"moharram", Era::Lunar, 1},      {"safar", Era::Lunar, 2},
    {"rabialawwal", Era::Lunar, 3},     {"rabiulawwal", Era::Lunar, 3},   {"rabiulawal", Era::Lunar, 3},
    {"rabialawal", Era::Lunar, 3},      {"rabii", Era::Lunar, 3},         {"rabialthani", Era::Lunar, 4},
    {"rabiulthani", Era::Lunar, 4},     {"rabialakhir", Era::Lunar, 4},   {"rabiii", Era::Lunar, 4},
    {"jumadaalawwal", Era::Lunar, 5},   {"jumadaalula", Era::Lunar, 5},   {"jumadaulula", Era::Lunar, 5},
    {"jumadai", Era::Lunar, 5},         {"jumadaalthani", Era::Lunar, 6}, {"jumadaalakhirah", Era::Lunar, 6},
    {"jumadaii", Era::Lunar, 6},        {"rajab", Era::Lunar, 7},         {"shaban", Era::Lunar, 8},
    {"shaaban", Era::Lunar, 8},         {"ramadan", Era::Lunar, 9},       {"ramadhan", Era::Lunar, 9},
    {"ramzan", Era::Lunar, 9},          {"shawwal", Era::Lunar, 10},      {"shawal", Era::Lunar, 10},
    {"dhualqadah", Era::Lunar, 11},     {"dhulqadah", Era::Lunar, 11},    {"dhualqidah", Era::Lunar, 11},
    {"zulqadah", Era::Lunar, 11},       {"dhualhijjah", Era::Lunar, 12},  {"dhualhijja", Era::Lunar, 12},
    {"dhulhijjah", Era::Lunar, 12},     {"dhulhijja", Era::Lunar, 12},    {"zilhaj", Era::Lunar, 12},
    {"zulhijjah", Era::Lunar, 12},      {"farvardin", Era::Solar, 1},     {"ordibehesht", Era::Solar, 2},
    {"khordad", Era::Solar, 3},         {"tir", Era::Solar, 4, true},     {"mordad", Era::Solar, 5},
    {"amordad", Era::Solar, 5},         {"shahrivar", Era::Solar, 6},     {"mehr", Era::Solar, 7, true},
    {"aban", Era::Solar, 8, true},      {"azar", Era::Solar, 9, true},    {"dey", Era::Solar, 10, true},
    {"bahman", Era::Solar, 11},         {"esfand", Era::Solar, 12},       {"hamal", Era::Solar, 1, true},
    {"sawr", Era::Solar, 2, true},      {"saur", Era::Solar, 2, true},    {"jawza", Era::Solar, 3, true},
    {"saratan", Era::Solar, 4, true},   {"asad", Era::Solar, 5, true},    {"sunbula", Era::Solar, 6, true},
    {"sonbola", Era::Solar, 6, true},   {"mizan", Era::Solar, 7, true},   {"aqrab", Era::Solar, 8, true},
    {"qaws", Era::Solar, 9, true},      {"jadi", Era::Solar, 10, true},   {"dalw", Era::Solar, 11, true},
    {"dalwa", Era::Solar, 11, true},    {"hut", Era::Solar, 12, true},    {"meskerem", Era::Ethiopian, 1},
    {"tikimt", Era::Ethiopian, 2},      {"hidar", Era::Ethiopian, 3},     {"tahsas", Era::Ethiopian, 4},
    {"yekatit", Era::Ethiopian, 6},     {"megabit", Era::Ethiopian, 7},   {"miyazya", Era::Ethiopian, 8},
    {"miazia", Era::Ethiopian, 8},      {"ginbot", Era::Ethiopian, 9},    {"genbot", Era::Ethiopian, 9},
    {"sene", Era::Ethiopian, 10, true}, {"hamle", Era::Ethiopian, 11},    {"nehase", Era::Ethiopian, 12},
    {"pagume", Era::Ethiopian, 13},
}};

struct Month {
  std::size_t end = 0;
  const MonthName* name = nullptr;
};

Month read_foreign_month(const Words& words, std::size_t at, bool is_phrase) {
  if (!words[at].capital && !is_phrase) return {};
  const Named found = read_named(words, at, [](const std::string& name) { return index_in(kMonths, name); });
  return found.index < 0 ? Month{} : Month{found.end, &kMonths[std::size_t(found.index)]};
}

std::optional<int> day_number(const Words& words, std::size_t& at) {
  if (auto ordinal = read_ordinal(words, at)) return at = ordinal->end, ordinal->value;
  if (words[at].number && words[at].digits <= 2 && *words[at].number >= 1 && *words[at].number <= 31)
    return *words[at++].number;
  return std::nullopt;
}

// The year of the calendar's own count, whose moment is the last one up to the day of writing or telling.
std::optional<Moment> nearest_in(const MonthName& name, int day, const Context& context) {
  const bool is_told = context.is_story && context.previous && context.previous->lo;
  if (!is_told && !context.written) return unresolved("XXXX");
  const Day limit = is_told ? *containing(*context.previous->lo, Unit::Year).hi : *context.written;
  const int years = year_of(limit);
  const int guess = name.era == Era::Lunar ? (years - 621) * 33 / 32 : name.era == Era::Solar ? years - 621 : years - 7;
  for (int year = guess + 1; year > guess - 4; --year)
    if (const auto moment = moment_in(name.era, year, name.month, day); moment && *moment->lo <= limit) return moment;
  return std::nullopt;
}

// The occurrence within a year of ours: "Ramadan 2014", "22 Bahman (2013)".
std::optional<Moment> within_year(const MonthName& name, int day, int year) {
  const int guess = name.era == Era::Lunar ? (year - 621) * 33 / 32 : name.era == Era::Solar ? year - 621 : year - 7;
  for (int own = guess - 2; own <= guess + 2; ++own)
    if (const auto moment = moment_in(name.era, own, name.month, day); moment && year_of(*moment->lo) == year)
      return moment;
  return std::nullopt;
}

// "15 Sha'ban 1435", "Meskerem 1, 2000", "Bahman 1357 (SH)", "22 Bahman", "Ramadan 2014"
Reading read_foreign_date(const Words& words, std::size_t at, const Context& context) {
  std::size_t next = words.is(at, "the") ? at + 1 : at;
  int day = day_number(words, next).value_or(0);
  const std::size_t noun = day ? words.skip(words.skip(next, "day"), "of") : at;
  if (next > at && !day) return std::nullopt;
  const Month month = read_foreign_month(words, noun, context.is_phrase);
  if (!month.name) return std::nullopt;
  std::size_t end = month.end;
  if (!day && words[end].number && words[end].digits <= 2) day = day_number(words, end).value_or(0);
  const std::size_t year_at = words.skip(words.skip(end, ","), "of");
  const auto year = words[year_at].digits == 4 ? words[year_at].number : std::nullopt;
  const auto era = year ? read_era_behind(words, year_at + 1) : std::nullopt;
  if (year) end = era ? era->first : year_at + 1;
  const bool is_surely_a_date = year || (day && !month.name->doubtful);
  if (month.name->doubtful && !(day && year) && !(year && *year < 1500)) return std::nullopt;
  // Without a day or year it may be a name; Ramadan alone is a feast.
  if (!is_surely_a_date) return std::nullopt;
  const bool is_own_year = year && (*year < 1600 || (month.name->era == Era::Ethiopian && (era || day)));
  const auto moment = !year         ? nearest_in(*month.name, day, context)
                      : is_own_year ? moment_in(month.name->era, *year, month.name->month, day)
                                    : within_year(*month.name, day, *year);
  return moment ? std::optional(Found{end, *moment}) : std::nullopt;
}

// "1435 AH", "AH 1435", "the Iranian year 1392", "Juche 107"
Reading read_era_year(const Words& words, std::size_t at, const Context&) {
  if (words[at].number && words[at].digits <= 4) {
    const auto era = read_era_behind(words, at + 1);
    const auto year =
        era && is_likely(era->second, *words[at].number) ? year_in(era->second, *words[at].number) : std::nullopt;
    return year ? std::optional(Found{era->first, *year}) : std::nullopt;
  }
  const auto era = read_era(words, words.skip(at, "the"), kBefore);
  if (!era || !words[era->first].number || !is_likely(era->second, *words[era->first].number)) return std::nullopt;
  const auto year = year_in(era->second, *words[era->first].number);
  return year ? std::optional(Found{era->first + 1, *year}) : std::nullopt;
}

// "1380 (solar year)", "1370 in the solar count", "1435 by the Islamic calendar"
Reading read_described_year(const Words& words, std::size_t at, const Context&) {
  const auto year = words[at].number;
  if (!year || words[at].digits != 4 || *year < 1200 || *year > 1500) return std::nullopt;
  std::size_t next = words.skip(at + 1, "(");
  for (std::string_view link : {"in", "by", "of"})
    if (words.is(next, link) && words.is(next + 1, "the")) next += 2;
  if (next == at + 1) return std::nullopt;
  Era era = Era::Lunar;
  for (std::string_view word : {"solar", "persian", "iranian", "afghan"})
    if (words.is(next, word)) era = Era::Solar;
  if (era == Era::Lunar && !words.is(next, "islamic") && !words.is(next, "hijri") && !words.is(next, "lunar") &&
      !words.is(next, "muslim"))
    return std::nullopt;
  const std::size_t noun = words.skip(next + 1, "hijri");
  for (std::string_view word : {"year", "count", "calendar", "era", "reckoning"})
    if (words.is(noun, word)) return Found{words.skip(noun + 1, ")"), *year_in(era, *year)};
  return std::nullopt;
}

// "the 76th year of the Republic" is so called on Taiwan alone.
Reading read_year_of_the_republic(const Words& words, std::size_t at, const Context&) {
  const auto number = read_ordinal(words, words.skip(at, "the"));
  std::size_t next = number ? number->end : at;
  if (!number || number->value < 60 || number->value > 130) return std::nullopt;
  for (std::string_view word : {"year", "of", "the", "republic"})
    if (!words.is(next++, word)) return std::nullopt;
  return Found{next, *year_in(Era::Minguo, number->value)};
}

}  // namespace

Reading read_era_date(const Words& words, std::size_t at, const Context& context) {
  return longest({read_foreign_date, read_era_year, read_described_year, read_year_of_the_republic, read_fiscal_year},
                 words, at, context);
}

}  // namespace demarche::moments
