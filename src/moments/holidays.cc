// SPDX-License-Identifier: Apache-2.0
// Days that are called by a name: feasts, and attacks known by their date.
#include <array>

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

struct Feast {
  std::string_view first, second;  // the second word may be empty
  int month, day;                  // 0 for feasts that move with the moon, which we leave unresolved
};

constexpr std::array<Feast, 12> kFeasts{{
    {"christmas", "eve", 12, 24},
    {"christmas", "day", 12, 25},
    {"christmas", "", 12, 25},
    {"boxing", "day", 12, 26},
    {"halloween", "", 10, 31},
    {"bastille", "day", 7, 14},
    {"eid", "", 0, 0},
    {"ramadan", "", 0, 0},
    {"easter", "", 0, 0},
    {"nowruz", "", 3, 21},
    {"ashura", "", 0, 0},
    {"ramzan", "", 0, 0},
}};

Reading dated(const Words& words, std::size_t at, std::size_t end, Calendar calendar, const Context& context) {
  std::size_t year = words.skip(words.skip(end, ","), "of");
  if (words[year].digits == 4 && *words[year].number > 1000 && *words[year].number < 2200)
    calendar.year = words[year].number, end = year + 1;
  const auto moment = complete(calendar, words, at, context);
  return moment ? std::optional(Found{end, *moment}) : std::nullopt;
}

Reading read_feast(const Words& words, std::size_t at, const Context& context) {
  for (const Feast& feast : kFeasts) {
    if (!words.is(at, feast.first) || (!feast.second.empty() && !words.is(at + 1, feast.second))) continue;
    const std::size_t end = at + (feast.second.empty() ? 1 : 2);
    if (feast.month == 0) return Found{end, unresolved("XXXX")};
    return dated(words, at, end, {.month = feast.month, .day = feast.day}, context);
  }
  return std::nullopt;
}

// "New Year's Eve", "New Year's Day", "New Year's", "the New Year"
Reading read_new_year(const Words& words, std::size_t at, const Context& context) {
  const std::size_t name = words.skip(at, "the");
  if (!words.is(name, "new") || !words.is(name + 1, "year") || (!words[name].capital && !context.is_phrase))
    return std::nullopt;
  const bool is_owned = words.is(name + 2, "'") && words.is(name + 3, "s");
  const std::size_t noun = is_owned ? name + 4 : words.skip(name + 2, "s");
  if (words.is(noun, "eve")) return dated(words, at, noun + 1, {.month = 12, .day = 31}, context);
  return dated(words, at, words.skip(noun, "day"), {.month = 1, .day = 1}, context);
}

}  // namespace

Reading read_holiday(const Words& words, std::size_t at, const Context& context) {
  if (auto famous = read_famous_numbers(words, at)) return famous;
  return longest({read_september_11, read_feast, read_new_year}, words, at, context);
}

}  // namespace demarche::moments
