// SPDX-License-Identifier: Apache-2.0
// Times of day without a date: "5:34 am", "1800 hours", "half past seven", "noon", "between 2 and 4 pm".
#include <array>
#include <cstdio>

#include "moments/amounts.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// An hour as it was written; `half` is 'a' or 'p' where it tells the half of the day.
struct Clock {
  std::size_t end = 0;
  int hour = 0, minute = 0, second = 0;
  char half = 0;
  bool is_sure = false;  // by a colon, "am", "o'clock"; a bare number is not
};

std::string value_of(const Clock& clock) {
  int hour = clock.hour;
  if (clock.half == 'p' && hour < 12) hour += 12;
  if (clock.half == 'a' && hour == 12) hour = 0;
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, clock.second ? "T%02d:%02d:%02d" : "T%02d:%02d", hour, clock.minute,
                clock.second);
  return buffer;
}

// "am", "a.m.", "p.m.", of a digit also "9p"; 0 for none.
char read_half_of_day(const Words& words, std::size_t& at) {
  for (char half : {'a', 'p'}) {
    const std::string letter(1, half);
    if (words.is(at, letter + "m")) return ++at, half;
    if (words.is(at, letter) && words.is(at + 1, ".") && words.is(at + 2, "m"))
      return at = words.skip(at + 3, "."), half;
    if (words.is(at, letter) && words[at].glued) return ++at, half;
    if (words.is(at, letter) && words.is(at + 1, "m")) return at += 2, half;
  }
  return 0;
}

// "in the morning", "at night" tell the half as well.
char read_spoken_half(const Words& words, std::size_t& at) {
  if (words.is(at, "at") && words.is(at + 1, "night")) return at += 2, 'p';
  if (!words.is(at, "in") || !words.is(at + 1, "the")) return 0;
  if (words.is(at + 2, "morning")) return at += 3, 'a';
  if (words.is(at + 2, "afternoon") || words.is(at + 2, "evening")) return at += 3, 'p';
  return 0;
}

std::size_t skip_zone(const Words& words, std::size_t at) {
  const std::size_t open = words.skip(at, "(");
  for (std::string_view zone : {"gmt", "utc", "zulu", "est", "edt", "pst", "cet", "cest", "bst", "ist", "pkt"})
    if (words.is(open, zone)) return open > at ? words.skip(open + 1, ")") : open + 1;
  const bool is_named = words.is(at, "local") || words[at].capital;  // "5 am Moscow time"
  return is_named && words.is(at + 1, "time") ? at + 2 : at;
}

void read_minutes(const Words& words, Clock& clock) {
  const auto follows = [&](std::string_view sign) {
    return words.is(clock.end, sign) && words[clock.end].glued && words[clock.end + 1].digits == 2 &&
           words[clock.end + 1].glued && *words[clock.end + 1].number < 60;
  };
  std::size_t behind = clock.end + 2;
  const bool is_led = clock.end > 1 && words.is(clock.end - 2, "at") && !words[clock.end + 2].glued;
  const bool is_pointed = follows(".") && (is_led || read_half_of_day(words, behind));
  if (!follows(":") && !is_pointed) return;
  clock.minute = *words[clock.end + 1].number, clock.end += 2, clock.is_sure = true;
  if (follows(":")) clock.second = *words[clock.end + 1].number, clock.end += 2;
}

// "1800 hours", "0730 hrs", "1140 a.m."
std::optional<Clock> read_military(const Words& words, std::size_t at) {
  if (words[at].digits != 4 || *words[at].number % 100 > 59 || *words[at].number > 2400) return std::nullopt;
  Clock clock{at + 1, *words[at].number / 100, *words[at].number % 100};
  clock.half = read_half_of_day(words, clock.end);
  if (words.is(clock.end, "hrs") || words.is(clock.end, "hours")) return ++clock.end, clock;
  return clock.half ? std::optional(clock) : std::nullopt;
}

// "half past seven", "10 past 9", "quarter to five"
std::optional<Clock> read_past(const Words& words, std::size_t at) {
  const std::size_t first = words.skip(at, "a");
  auto minutes = read_count(words, first);
  if (words.is(first, "half")) minutes = Count{first + 1, 30};
  if (words.is(first, "quarter")) minutes = Count{first + 1, 15};
  if (!minutes || minutes->vague || minutes->value > 59) return std::nullopt;
  const bool is_past = words.is(minutes->end, "past");
  if (!is_past && !(words.is(first, "quarter") && words.is(minutes->end, "to"))) return std::nullopt;
  const std::size_t last = minutes->end + 1;
  auto hour = words[last].number && words[last].digits <= 2 ? words[last].number : read_spelt_hour(words, last);
  if (!hour || *hour > 12) return std::nullopt;
  Clock clock{last + 1, is_past ? *hour : *hour - 1, is_past ? minutes->value : 60 - minutes->value};
  clock.is_sure = true;
  return clock;
}

std::optional<Clock> read_number(const Words& words, std::size_t at) {
  if (words[at].number && words[at].digits <= 2 && *words[at].number <= 24) {
    Clock clock{at + 1, *words[at].number};
    read_minutes(words, clock);
    return clock;
  }
  const auto hour = read_spelt_hour(words, at);
  if (!hour) return std::nullopt;
  Clock clock{at + 1, *hour};
  const std::size_t minutes = words.skip(clock.end, "-");
  for (const auto& [word, value] : {std::pair<std::string_view, int>{"thirty", 30}, {"fifteen", 15}, {"forty", 40}})
    if (words.is(minutes, word)) clock.minute = value, clock.end = minutes + 1, clock.is_sure = minutes > at + 1;
  return clock;
}

// `lax` takes a bare number for an hour.
std::optional<Clock> read_clock_time(const Words& words, std::size_t at, bool lax) {
  if (words.is(at, "12") && words.is(at + 1, "noon")) return Clock{at + 2, 12, 0, 0, 0, true};
  auto clock = read_military(words, at);
  if (!clock) clock = read_past(words, at);
  if (!clock) clock = read_number(words, at);
  if (!clock) return std::nullopt;
  const bool is_oclock =
      words.is(clock->end, "o") && words.is(clock->end + 1, "'") && words.is(clock->end + 2, "clock");
  if (is_oclock) clock->end += 3, clock->is_sure = true;
  if (words.is(clock->end, "oclock")) ++clock->end, clock->is_sure = true;
  if (words.is(clock->end, "hrs") && clock->is_sure) ++clock->end;
  if (!clock->half) clock->half = read_half_of_day(words, clock->end);
  if (!clock->half && (clock->is_sure || words[at].digits <= 2)) clock->half = read_spoken_half(words, clock->end);
  clock->is_sure = clock->is_sure || clock->half || words[at].digits == 4;
  clock->end = skip_zone(words, clock->end);
  return clock->is_sure || lax ? clock : std::nullopt;
}

std::size_t skip_joiner(const Words& words, std::size_t at, bool after_between) {
  if (after_between && words.is(at, "and")) return at + 1;
  for (std::string_view word : {"to", "until", "till", "through", "-"})
    if (words.is(at, word)) return at + 1;
  return at;
}

// "5 to 6 pm": the first hour takes the half of the second, unless it would come behind it ("11–4 pm").
void lend_half(Clock& first, const Clock& second) {
  if (first.half || !second.half || first.hour > 12) return;
  first.half = second.half;
  if (value_of(first) > value_of(second)) first.half = 'a';
}

// "from 10 am for 3 hours", "2 pm for 90 minutes": the end of it on the same day.
std::optional<Clock> read_end_after(const Words& words, const Clock& first) {
  const auto amount = words.is(first.end, "for") ? read_counted_amount(words, first.end + 1) : std::nullopt;
  if (!amount || amount->vague || amount->finest() >= Unit::Day) return std::nullopt;
  int minutes = first.hour * 60 + first.minute + (first.half == 'p' && first.hour < 12 ? 12 * 60 : 0);
  for (const auto& [unit, count] : amount->parts)
    minutes += unit == Unit::Hour ? 60 * count : unit == Unit::Minute ? count : 0;
  if (amount->half) minutes += amount->parts.back().first == Unit::Hour ? 30 : 0;
  if (minutes >= 24 * 60) return std::nullopt;
  return Clock{amount->end, minutes / 60, minutes % 60, 0, 0, true};
}

}  // namespace

std::optional<Hour> read_hour(const Words& words, std::size_t at, bool lax) {
  for (std::string_view filler : {"around", "about", "approximately", "exactly"}) at = words.skip(at, filler);
  const auto clock = read_clock_time(words, at, lax);
  return clock ? std::optional(Hour{clock->end, value_of(*clock), clock->half || clock->hour > 12}) : std::nullopt;
}

std::optional<Hour> read_hours(const Words& words, std::size_t at, bool lax) {
  const bool is_between = words.is(at, "between");
  const bool is_opened = is_between || words.is(at, "from");
  auto first = read_clock_time(words, is_opened ? at + 1 : at, true);
  if (!first) return std::nullopt;
  const auto end = first->is_sure || is_opened ? read_end_after(words, *first) : std::nullopt;
  if (end) return Hour{end->end, value_of(*first) + "/" + value_of(*end), true};
  const std::size_t next = skip_joiner(words, first->end, is_between);
  if (next == first->end) return std::nullopt;
  const auto second = read_clock_time(words, next, lax || first->is_sure);
  if (!second || (!first->is_sure && !second->is_sure && !lax)) return std::nullopt;
  lend_half(*first, *second);
  return Hour{second->end, value_of(*first) + "/" + value_of(*second), first->half || second->half || first->hour > 12};
}

}  // namespace demarche::moments
