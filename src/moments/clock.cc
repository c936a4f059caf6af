// SPDX-License-Identifier: Apache-2.0
// Times of day, alone or with a date: "5:34 am", "Tuesday morning", "the night of 10 August".
#include <array>
#include <cstdio>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

struct Hour {
  std::size_t end = 0;
  std::string value;  // "T05:34", "TMO"
};

std::string hour_value(int hour, int minute) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d", hour, minute);
  return buffer;
}

// "am", "a.m.", "p.m."; 0 for none, else 'a' or 'p'.
char read_half_of_day(const Words& words, std::size_t& at) {
  for (char half : {'a', 'p'}) {
    const std::string letter(1, half);
    if (words.is(at, letter + "m")) return ++at, half;
    if (words.is(at, letter) && words.is(at + 1, ".") && words.is(at + 2, "m"))
      return at = words.skip(at + 3, "."), half;
  }
  return 0;
}

std::size_t skip_zone(const Words& words, std::size_t at) {
  for (std::string_view zone : {"gmt", "utc", "zulu", "est", "edt"})
    if (words.is(at, zone)) return at + 1;
  return words.is(at, "local") && words.is(at + 1, "time") ? at + 2 : at;
}

int hour_of_day(int hour, char half) {
  if (half == 'p' && hour < 12) return hour + 12;
  return half == 'a' && hour == 12 ? 0 : hour;
}

// "5:34 am", "18:41:45 GMT", "9 p.m."
std::optional<Hour> read_digits(const Words& words, std::size_t at) {
  if (!words[at].number || words[at].digits > 2 || *words[at].number > 24) return std::nullopt;
  int minute = 0;
  std::size_t end = at + 1;
  const bool has_minutes = words.is(end, ":") && words[end].glued && words[end + 1].digits == 2 && words[end + 1].glued;
  if (has_minutes) minute = *words[end + 1].number, end += 2;
  if (has_minutes && words.is(end, ":") && words[end + 1].digits == 2) end += 2;
  const char half = read_half_of_day(words, end);
  if ((!has_minutes && !half) || minute > 59) return std::nullopt;
  return Hour{skip_zone(words, end), hour_value(hour_of_day(*words[at].number, half), minute)};
}

struct DayPart {
  std::string_view word, value;
};

constexpr std::array<DayPart, 12> kDayParts{{{"morning", "TMO"},
                                             {"afternoon", "TAF"},
                                             {"evening", "TEV"},
                                             {"night", "TNI"},
                                             {"noon", "T12:00"},
                                             {"midday", "TMI"},
                                             {"midnight", "T24:00"},
                                             {"dawn", "TDT"},
                                             {"dusk", "TEV"},
                                             {"overnight", "TNI"},
                                             {"daybreak", "TMO"},
                                             {"nightfall", "TNI"}}};

std::optional<Hour> read_day_part(const Words& words, std::size_t at) {
  for (std::string_view filler : {"early", "late", "-"}) at = words.skip(at, filler);
  for (const DayPart& part : kDayParts)
    if (words.is(at, part.word)) return Hour{at + 1, std::string(part.value)};
  return std::nullopt;
}

Moment at_hour(const Moment& day, std::string_view hour) {
  Moment moment = day;
  moment.kind = MomentKind::Time;
  moment.timex = (day.precision == "day" ? day.timex : "XXXX-XX-XX") + std::string(hour);
  return moment;
}

Reading read_day(const Words& words, std::size_t at, const Context& context) {
  auto day = longest({read_absolute, read_holiday, read_relative, read_anchored}, words, at, context);
  const bool is_day = day && (day->moment.precision == "day" || !day->moment.lo);
  return is_day ? day : std::nullopt;
}

// "Tuesday morning", "23-12-2018 18:41:45", "1 May at 5 am"
Reading read_day_then_hour(const Words& words, std::size_t at, const Context& context) {
  const auto day = read_day(words, at, context);
  if (!day) return std::nullopt;
  std::size_t next = words.skip(day->end, ",");
  for (std::string_view filler : {"at", "around", "about"}) next = words.skip(next, filler);
  auto hour = read_digits(words, next);
  if (!hour) hour = read_day_part(words, next);
  return hour ? std::optional(Found{hour->end, at_hour(day->moment, hour->value)}) : std::nullopt;
}

// "the night of 10 August", "dawn on Tuesday", "5 am yesterday"
Reading read_hour_then_day(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(at, "the");
  auto hour = read_digits(words, first);
  if (!hour) hour = read_day_part(words, first);
  if (!hour) return std::nullopt;
  const auto day = read_day(words, words.skip(words.skip(words.skip(hour->end, ","), "of"), "on"), context);
  return day ? std::optional(Found{day->end, at_hour(day->moment, hour->value)}) : std::nullopt;
}

Moment unnamed_day(const Context& context) {
  if (context.is_story && context.previous && context.previous->precision == "day") return *context.previous;
  return context.written && !context.is_story ? on_day(*context.written) : unresolved("XXXX");
}

// "tonight", "last night", "this morning", "that evening"
Reading read_spoken_part(const Words& words, std::size_t at, const Context& context) {
  if (words.is(at, "tonight")) return Found{at + 1, at_hour(unnamed_day(context), "TNI")};
  const bool is_last = words.is(at, "last"), is_this = words.is(at, "this"), is_that = words.is(at, "that");
  if (!is_last && !is_this && !is_that) return std::nullopt;
  const auto part = read_day_part(words, at + 1);
  if (!part) return std::nullopt;
  Moment day = is_that && context.previous ? *context.previous : unnamed_day(context);
  if (is_last && day.lo) day = on_day(shift(*day.lo, Unit::Day, -1));
  return Found{part->end, at_hour(day, part->value)};
}

Reading read_bare_hour(const Words& words, std::size_t at, const Context& context) {
  auto hour = read_digits(words, at);
  const bool is_named =
      words.is(at, "midnight") || words.is(at, "noon") || words.is(at, "dawn") || words.is(at, "overnight");
  if (!hour && (is_named || context.is_phrase)) hour = read_day_part(words, at);
  return hour ? std::optional(Found{hour->end, at_hour(unnamed_day(context), hour->value)}) : std::nullopt;
}

}  // namespace

Reading read_clock(const Words& words, std::size_t at, const Context& context) {
  return longest({read_day_then_hour, read_hour_then_day, read_spoken_part, read_bare_hour}, words, at, context);
}

}  // namespace demarche::moments
