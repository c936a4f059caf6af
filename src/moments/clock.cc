// SPDX-License-Identifier: Apache-2.0
// Times of day with their day: "Tuesday morning", "the night of 10 August", "5 am yesterday", "tonight around 7".
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

struct DayPart {
  std::string_view word, value;
  bool alone;  // names a time by itself, without "in the" or a day
};

constexpr std::array<DayPart, 17> kDayParts{{{"morning", "TMO", false},
                                             {"afternoon", "TAF", false},
                                             {"evening", "TEV", false},
                                             {"night", "TNI", false},
                                             {"noon", "T12:00", true},
                                             {"midday", "TMI", true},
                                             {"midnight", "T24:00", true},
                                             {"dawn", "TDT", true},
                                             {"dusk", "TEV", true},
                                             {"overnight", "TNI", true},
                                             {"daybreak", "TMO", true},
                                             {"nightfall", "TNI", true},
                                             {"sunrise", "TMO", true},
                                             {"sunset", "TEV", true},
                                             {"lunchtime", "TMI", false},
                                             {"am", "TMO", false},
                                             {"pm", "TAF", false}}};

struct FoundPart {
  std::size_t end = 0;
  std::string_view value;
  bool alone = false;
};

std::optional<FoundPart> read_day_part(const Words& words, std::size_t at) {
  for (std::string_view filler : {"early", "late", "mid", "-"}) at = words.skip(at, filler);
  if (words.is(at, "hours") && words.is(at + 1, "of")) return std::nullopt;
  for (const DayPart& part : kDayParts)
    if (words.is(at, part.word)) return FoundPart{words.skip(at + 1, "hours"), part.value, part.alone};
  return std::nullopt;
}

// "early hours", "the small hours" of a day are its morning.
std::optional<FoundPart> read_early_hours(const Words& words, std::size_t at) {
  const bool is_early = words.is(at, "early") || words.is(at, "small") || words.is(at, "wee");
  return is_early && words.is(at + 1, "hours") ? std::optional(FoundPart{at + 2, "TMO", false}) : std::nullopt;
}

std::optional<FoundPart> read_any_part(const Words& words, std::size_t at) {
  auto part = read_early_hours(words, at);
  return part ? part : read_day_part(words, at);
}

std::string with_day(const std::string& day, std::string_view hours) {
  const std::size_t slash = hours.find('/');
  if (slash == std::string_view::npos) return day + std::string(hours);
  return day + std::string(hours.substr(0, slash)) + "/" + day + std::string(hours.substr(slash + 1));
}

Moment at_hour(const Moment& day, std::string_view hour) {
  Moment moment = day;
  moment.kind = MomentKind::Time;
  moment.timex =
      with_day(day.precision == "day" || day.timex.starts_with("XXXX-WXX") ? day.timex.substr(0, day.timex.find('T'))
                                                                           : "XXXX-XX-XX",
               hour);
  return moment;
}

Moment unnamed_day(const Context& context) {
  if (context.previous && context.previous->precision == "day") return on_day(*context.previous->lo);
  return context.written && !context.is_story ? on_day(*context.written) : unresolved("XXXX");
}

Reading read_whole_day(const Words& words, std::size_t at, const Context& context) {
  auto day =
      longest({read_absolute, read_holiday, read_relative, read_anchored, read_week, read_within}, words, at, context);
  const bool is_day =
      day && day->moment.kind == MomentKind::Date && (day->moment.precision == "day" || !day->moment.lo);
  return is_day ? day : std::nullopt;
}

// "tonight", "last night", "this morning", "that evening", "the next morning"
Reading read_spoken_part(const Words& words, std::size_t at, const Context& context) {
  if (words.is(at, "tonight") || words.is(at, "tonite")) return Found{at + 1, at_hour(unnamed_day(context), "TNI")};
  std::size_t first = at;
  for (std::string_view filler : {"early", "late", "later", "earlier"}) first = words.skip(first, filler);
  const std::size_t word = words.skip(first, "the");
  const bool is_last = words.is(first, "last") || words.is(first, "yesterday");
  const bool is_next = words.is(word, "next") || words.is(word, "following");
  const bool is_that = words.is(first, "that") || (word > first && words.is(word, "same"));
  if (!is_last && !is_next && !is_that && !words.is(first, "this")) return std::nullopt;
  const auto part = read_day_part(words, is_that && words.is(word + 1, "same") ? word + 2 : word + 1);
  if (!part || part->value == "T24:00") return std::nullopt;
  const bool is_told =
      (is_that || (is_next && word > first)) && context.previous && context.previous->precision == "day";
  Moment day = is_told ? on_day(*context.previous->lo) : unnamed_day(context);
  if (is_last && day.lo) day = on_day(shift(*day.lo, Unit::Day, -1));
  if (is_next && day.lo) day = on_day(shift(*day.lo, Unit::Day, 1));
  return Found{part->end, at_hour(day, part->value)};
}

// "Tuesday morning", "Tuesday in the early morning"
Reading read_day_and_part(const Words& words, std::size_t at, const Context& context) {
  const bool is_graded = words.is(at, "late") || words.is(at, "early");  // "late Tuesday night"
  auto day = read_whole_day(words, is_graded ? at + 1 : at, context);
  if (!day) return std::nullopt;
  std::size_t next = words.skip(day->end, ",");
  if (words.is(next, "in") && words.is(next + 1, "the")) next += 2;
  if (words.is(next, "at") || words.is(next, "around")) ++next;
  const auto part = read_any_part(words, next);
  if (part) return Found{part->end, at_hour(day->moment, part->value)};
  return is_graded ? std::nullopt : day;
}

// "Wednesday evening next week", "on Tuesday morning last week"
Reading read_part_of_weekday(const Words& words, std::size_t at, const Context& context) {
  const int weekday = weekday_number(words[at].lower);
  const auto part = weekday ? read_day_part(words, at + 1) : std::nullopt;
  const auto week = part ? read_relative(words, words.skip(part->end, "of"), context) : std::nullopt;
  if (!week || week->moment.precision != "week" || !week->moment.lo) return std::nullopt;
  return Found{week->end, at_hour(on_day(shift(*week->moment.lo, Unit::Day, weekday - 1)), part->value)};
}

Reading read_day(const Words& words, std::size_t at, const Context& context) {
  return longest({read_spoken_part, read_part_of_weekday, read_day_and_part}, words, at, context);
}

// Evening hours without "pm": "tonight around 7", "last night at 8".
std::string into_part(const Hour& hour, const Moment& day) {
  const std::size_t part = day.timex.find('T');
  const std::string_view name =
      part == std::string::npos ? std::string_view{} : std::string_view(day.timex).substr(part);
  std::string value = hour.value;
  const int least = name == "TAF" ? 1 : name == "TEV" || name == "TNI" ? 5 : 24;
  for (std::size_t at = 0; !hour.is_sure && at != std::string::npos; at = value.find('T', at + 1)) {
    const int number = (value[at + 1] - '0') * 10 + value[at + 2] - '0';
    if (number >= least && number < 12)
      value[at + 1] = char('0' + (number + 12) / 10), value[at + 2] = char('0' + (number + 12) % 10);
  }
  return value;
}

std::size_t skip_hour_link(const Words& words, std::size_t at) {
  if (words.is(at, "t") && words[at].glued && words[at + 1].glued) return at + 1;  // "2015-03-04T10:20"
  at = words.skip(at, ",");
  for (std::string_view link : {"at", "around", "about", "by", "before", "after"})
    if (words.is(at, link)) return at + 1;
  return at;
}

// "Tuesday morning at 7", "23-12-2018 18:41:45", "1 May from 2 to 4 pm"
Reading read_day_then_hour(const Words& words, std::size_t at, const Context& context) {
  const auto day = read_day(words, at, context);
  if (!day) return std::nullopt;
  const std::size_t next = skip_hour_link(words, day->end);
  const bool is_led = next > words.skip(day->end, ",") && !words[next].capital;
  const bool is_open = words.is(next, "from") || words.is(next, "between");
  auto hour = read_hours(words, next, context.is_phrase || is_open);
  if (!hour && context.is_phrase && words.is(next, "for")) hour = read_hour(words, next + 1, false);
  if (!hour) hour = read_hour(words, next, is_led && (context.is_phrase || words.is(next - 1, "at")));
  return hour ? std::optional(Found{hour->end, at_hour(day->moment, into_part(*hour, day->moment))}) : day;
}

// "the night of 10 August", "dawn on Tuesday", "5 am yesterday", "between 7 and 9 last night"
Reading read_hour_then_day(const Words& words, std::size_t at, const Context& context) {
  std::size_t first = words.skip(at, "the");
  const bool is_open = words.is(first, "from") || words.is(first, "between");
  auto hour = read_hours(words, first, context.is_phrase || is_open);
  if (!hour) hour = read_hour(words, first, context.is_phrase && words[first].number);
  const auto part = hour ? std::nullopt : read_any_part(words, first);
  if (!hour && !part) return std::nullopt;
  const std::size_t end = hour ? hour->end : part->end;
  const auto day = read_day(words, words.skip(words.skip(words.skip(end, ","), "of"), "on"), context);
  if (!day) return std::nullopt;
  return Found{day->end, at_hour(day->moment, hour ? into_part(*hour, day->moment) : std::string(part->value))};
}

// "in the morning", "at night", "in the early hours", then perhaps "at 7"
Reading read_undated_part(const Words& words, std::size_t at, const Context& context) {
  const bool is_later =
      (words.is(at, "later") || words.is(at, "early") || words.is(at, "late") || words.is(at, "earlier")) &&
      words.is(at + 1, "in");
  std::size_t first = is_later ? at + 1 : at;
  at = first;
  if (words.is(first, "in") || words.is(first, "during")) first = words.skip(first + 1, "the");
  const bool is_led =
      first > at + 1 || (words.is(at, "at") && (words.is(at + 1, "night") || words.is(at + 1, "lunchtime")));
  if (words.is(at, "at")) ++first;
  const auto part = read_any_part(words, first);
  const bool is_graded = words.is(first, "early") || words.is(first, "late");
  if (!part || (!part->alone && !is_led && !is_graded && !context.is_phrase)) return std::nullopt;
  const Moment day = at_hour(unnamed_day(context), part->value);
  if (words.is(part->end, "of") || words.is(part->end, "on"))  // "in the early hours of Tuesday"
    if (auto dated = read_hour_then_day(words, first, context)) return dated;
  const auto hour = is_led ? read_hour(words, skip_hour_link(words, part->end), context.is_phrase) : std::nullopt;
  return hour ? Found{hour->end, at_hour(unnamed_day(context), into_part(*hour, day))} : Found{part->end, day};
}

Reading read_undated_hour(const Words& words, std::size_t at, const Context& context) {
  auto hour = read_hours(words, at, false);
  if (!hour) hour = read_hour(words, at, false);
  return hour ? std::optional(Found{hour->end, at_hour(unnamed_day(context), hour->value)}) : std::nullopt;
}

// What ends as a mere day is no time of day.
Reading timed(Reading found) { return found && found->moment.kind == MomentKind::Time ? found : std::nullopt; }

Reading read_dated(const Words& words, std::size_t at, const Context& context) {
  auto first = timed(read_day_then_hour(words, at, context)), second = timed(read_hour_then_day(words, at, context));
  return !first || (second && second->end > first->end) ? second : first;
}

}  // namespace

Reading read_clock(const Words& words, std::size_t at, const Context& context) {
  return longest({read_dated, read_undated_part, read_undated_hour}, words, at, context);
}

}  // namespace demarche::moments
