// SPDX-License-Identifier: Apache-2.0
// Repetitions: "every year", "weekly", "on Mondays", "twice a month", "every Friday at 9 am".
#include <array>

#include "moments/amounts.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

Moment set(std::string_view timex) { return unresolved(timex, MomentKind::Set); }

struct Adverb {
  std::string_view word, timex;
};

constexpr std::array<Adverb, 20> kAdverbs{
    {{"daily", "P1D"},     {"everyday", "P1D"},    {"nightly", "P1D"},    {"weekly", "P1W"},
     {"biweekly", "P2W"},  {"fortnightly", "P2W"}, {"monthly", "P1M"},    {"bimonthly", "P2M"},
     {"quarterly", "P3M"}, {"biannual", "P6M"},    {"biannually", "P6M"}, {"yearly", "P1Y"},
     {"annually", "P1Y"},  {"annual", "P1Y"},      {"biennial", "P2Y"},   {"hourly", "PT1H"},
     {"weekends", "P1WE"}, {"weekdays", "P1D"},    {"semiannual", "P6M"}, {"semiannually", "P6M"}}};

Reading read_adverb(const Words& words, std::size_t at, const Context&) {
  const bool is_halved = words.is(at, "semi") && words.is(at + 1, "-") && words[at + 2].lower.starts_with("annual");
  if (is_halved) return Found{at + 3, set("P6M")};
  const bool is_doubled = words.is(at, "bi") && words.is(at + 1, "-");
  const std::size_t noun = is_doubled ? at + 2 : at;
  const bool is_name = words[at].capital && at > 0;  // "the Weekly Herald"
  for (const Adverb& adverb : kAdverbs) {
    if (!words.is(noun, adverb.word) || is_name) continue;
    std::string timex(adverb.timex);
    if (is_doubled) timex[1] = '2';
    return Found{noun + 1, set(timex)};
  }
  return std::nullopt;
}

// "Monday", "Mondays"
int weekday_of_set(std::string_view word) {
  if (const int weekday = weekday_number(word)) return weekday;
  return word.size() >= 7 && word.back() == 's' ? weekday_number(word.substr(0, word.size() - 1)) : 0;
}

std::string weekday_value(int weekday) { return "XXXX-WXX-" + std::to_string(weekday); }

std::string_view day_part_value(std::string_view word) {
  static constexpr std::array<Adverb, 6> kParts{{{"morning", "TMO"},
                                                 {"evening", "TEV"},
                                                 {"night", "TNI"},
                                                 {"afternoon", "TAF"},
                                                 {"dawn", "TDT"},
                                                 {"dusk", "TEV"}}};
  for (const Adverb& part : kParts)
    if (word == part.word || (word.size() == part.word.size() + 1 && word.starts_with(part.word) && word.back() == 's'))
      return part.timex;
  return {};
}

// What is behind "every": a unit, a weekday, a month, a part of the day.
Reading read_repeated(const Words& words, std::size_t at, int count) {
  const std::string& noun = words[at].lower;
  if (const auto unit = unit_of(noun)) return Found{at + 1, set(duration_value(*unit, count, false))};
  if (const int weekday = weekday_number(noun)) return Found{at + 1, set(weekday_value(weekday))};
  if (noun == "weekend" || noun == "weekends") return Found{at + 1, set("P" + std::to_string(count) + "WE")};
  if (noun == "weekday" || noun == "day's") return Found{at + 1, set("P1D")};
  if (const auto part = day_part_value(noun); !part.empty()) return Found{at + 1, set(part)};
  if (season_number(noun)) return Found{at + 1, set("P1Y")};
  if (const auto found = read_calendar(words, at); found && !found->calendar.year && found->calendar.month) {
    char value[16];
    const Calendar& calendar = found->calendar;
    std::snprintf(value, sizeof value, calendar.day ? "XXXX-%02d-%02d" : "XXXX-%02d", calendar.month, calendar.day);
    return Found{found->end, set(value)};
  }
  return std::nullopt;
}

// "every year", "each of the three days", "every other week", "every Monday", "per month"
Reading read_every(const Words& words, std::size_t at, const Context& context) {
  const bool is_any = context.is_phrase && words.is(at, "any");
  if (!words.is(at, "every") && !words.is(at, "each") && !words.is(at, "per") && !is_any) return std::nullopt;
  const bool is_other = words.is(at + 1, "other") || words.is(at + 1, "second");
  auto count = read_count(words, at + 1);
  if (is_other) count = Count{at + 2, 2};
  if (!count || count->vague) count = Count{words.skip(at + 1, "single"), 1};
  if (auto found = read_repeated(words, count->end, count->value)) return found;
  const bool is_dated = words[at + 1].number && read_calendar(words, at + 1);
  return is_dated ? read_repeated(words, at + 1, 1) : std::nullopt;
}

// "on Mondays", "Friday nights", "on mornings"
Reading read_plural(const Words& words, std::size_t at, const Context& context) {
  const std::string& word = words[at].lower;
  if (word.size() < 6) return std::nullopt;
  const int weekday = weekday_of_set(word);
  const auto part = day_part_value(words[at + 1].lower);
  const bool is_plural_part = weekday && !part.empty() && words[at + 1].lower.back() == 's';
  if (is_plural_part) return Found{at + 2, set(weekday_value(weekday) + std::string(part))};
  if (weekday && word.back() == 's') return Found{at + 1, set(weekday_value(weekday))};
  const auto own = day_part_value(word);
  const bool is_alone = context.is_phrase && !own.empty() && word.back() == 's';
  return is_alone ? std::optional(Found{at + 1, set(own)}) : std::nullopt;
}

// "twice a month", "three times a week", "once every two years"
Reading read_frequency(const Words& words, std::size_t at, const Context& context) {
  std::size_t next = at + 1;
  if (!words.is(at, "once") && !words.is(at, "twice")) {
    const auto count = read_count(words, at);
    if (!count || !words.is(count->end, "times")) return std::nullopt;
    next = count->end + 1;
  }
  if (auto every = read_every(words, next, context)) return every;
  const auto unit = words.is(next, "a") || words.is(next, "an") ? unit_of(words[next + 1].lower) : std::nullopt;
  return unit ? std::optional(Found{next + 2, set(duration_value(*unit, 1, false))}) : std::nullopt;
}

// "the 19th of every month"
Reading read_day_of_every(const Words& words, std::size_t at, const Context&) {
  const auto day = read_ordinal(words, words.skip(at, "the"));
  const std::size_t next = day ? words.skip(words.skip(day->end, "day"), "of") : 0;
  if (!day || (!words.is(next, "every") && !words.is(next, "each")) || !words.is(next + 1, "month"))
    return std::nullopt;
  return Found{next + 2, set("XXXX-XX-" + std::string(day->value < 10 ? "0" : "") + std::to_string(day->value))};
}

Reading read_repetition(const Words& words, std::size_t at, const Context& context) {
  return longest({read_adverb, read_every, read_plural, read_frequency, read_day_of_every}, words, at, context);
}

// The hour of a repeated day goes into the value: "XXXX-WXX-1T16:00", of each day "T16:00".
Moment at_hour(const Moment& days, const std::string& hour) {
  const std::size_t old = days.timex.find('T');
  const bool has_weekday = days.timex.starts_with("XXXX");
  const bool is_evening = days.timex == "TNI" || days.timex == "TEV" || days.timex == "TAF";
  const int number = hour.size() > 2 ? (hour[1] - '0') * 10 + hour[2] - '0' : 0;
  if (is_evening && number > 0 && number < 12) return set("T" + std::to_string(number + 12) + hour.substr(3));
  return set(has_weekday ? days.timex.substr(0, old) + hour : hour);
}

// "every day at 7 p.m.", "3 pm each day"
Reading read_with_hour(const Words& words, std::size_t at, const Context& context) {
  if (const auto hour = read_hour(words, at, false)) {
    const auto days = read_repetition(words, words.skip(hour->end, "on"), context);
    return days ? std::optional(Found{days->end, at_hour(days->moment, hour->value)}) : std::nullopt;
  }
  const auto days = read_repetition(words, at, context);
  if (!days || days->moment.timex == "P1Y") return std::nullopt;
  const bool is_led = words.is(days->end, "at");
  const auto hour = read_hour(words, words.skip(days->end, "at"), is_led);
  return hour ? std::optional(Found{hour->end, at_hour(days->moment, hour->value)}) : std::nullopt;
}

}  // namespace

Reading read_set(const Words& words, std::size_t at, const Context& context) {
  return longest({read_repetition, read_with_hour}, words, at, context);
}

}  // namespace demarche::moments
