// SPDX-License-Identifier: Apache-2.0
// Expressions that count from the moment told before: "three days later", "the following month", "that year".
#include "moments/amounts.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// What the story has reached; a phrase on its own counts from the day of writing.
std::optional<Moment> anchor_of(const Context& context) {
  if (context.previous && context.previous->lo && context.previous->hi) return context.previous;
  if (context.is_phrase && context.written) return on_day(*context.written);
  return std::nullopt;
}

bool is_finer(const Moment& moment, Unit unit) {
  const auto whole = containing(*moment.lo, unit);
  return *whole.lo <= *moment.lo && *moment.hi <= *whole.hi;
}

// Weeks from a day lead to a day, years from a day to a year, days from a month to a month: the coarser of the two is
// what the words can tell.
Moment moved(const Moment& anchor, const Amount& amount, int sign) {
  const Unit unit = amount.finest();
  const bool is_day = anchor.lo == anchor.hi;
  if (is_day && (unit == Unit::Week || unit == Unit::Fortnight)) return on_day(shift(*anchor.lo, amount, sign));
  if (is_finer(anchor, unit)) return containing(shift(*anchor.lo, amount, sign), unit > Unit::Year ? Unit::Year : unit);
  Moment moment = anchor;
  moment.lo = shift(*anchor.lo, amount, sign);
  moment.hi = shift(*anchor.hi, amount, sign);
  moment.timex = containing(*moment.lo, Unit::Month).timex;
  return moment;
}

// One unit on: the whole one, "the following decade" a decade.
Moment stepped(const Moment& anchor, Unit unit, int step) {
  if (unit <= Unit::Week || is_finer(anchor, unit)) {
    const Day from = step > 0 && unit < Unit::Month ? *anchor.hi : *anchor.lo;
    return containing(shift(*containing(from, unit).lo, unit, step), unit);
  }
  return moved(anchor, {0, {{unit, 1}}}, step);
}

// Unknown days on the far side of the anchor.
Moment somewhere(const std::optional<Moment>& anchor, int sign) {
  Moment moment = unresolved(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  if (anchor) (sign < 0 ? moment.hi : moment.lo) = sign < 0 ? anchor->lo : anchor->hi;
  return moment;
}

Moment counted(const std::optional<Moment>& anchor, const Amount& amount, int sign) {
  if (!anchor || amount.vague) return somewhere(anchor, sign);
  // Hours later is still that day, as far as days can tell.
  if (amount.finest() < Unit::Day) return *anchor;
  return moved(*anchor, amount, sign);
}

bool is_later_word(std::string_view word) {
  return word == "later" || word == "afterwards" || word == "afterward" || word == "thereafter" || word == "hence";
}

bool is_earlier_word(std::string_view word) {
  return word == "earlier" || word == "previously" || word == "beforehand" || word == "prior";
}

bool ends_clause(const Word& word) {
  for (std::string_view end : {"", ",", ".", ";", "and", ")", "but", "when"})
    if (word.lower == end) return true;
  return false;
}

// "three days later", "a year earlier", "two years before."
Reading read_counted(const Words& words, std::size_t at, const Context& context) {
  const auto amount = read_amount(words, at);
  if (!amount) return std::nullopt;
  const std::string& word = words[amount->end].lower;
  const bool is_bare =
      (word == "before" || word == "after") && ends_clause(words[amount->end + 1]) && !context.is_phrase;
  const bool is_after_that = (word == "after" || word == "before") && words.is(amount->end + 1, "that") &&
                             !unit_of(words[amount->end + 2].lower) && !words[amount->end + 2].capital;
  if (word == "prior" && words.is(amount->end + 1, "to")) return std::nullopt;
  const bool is_later = is_later_word(word) || (word == "after" && (is_bare || is_after_that));
  if (!is_later && !is_earlier_word(word) && !is_bare && !is_after_that) return std::nullopt;
  return Found{amount->end + 1 + is_after_that, counted(anchor_of(context), *amount, is_later ? 1 : -1)};
}

int direction_word(const Words& words, std::size_t& at) {
  if (words.is(at, "prior") && words.is(at + 1, "to")) return at += 2, -1;
  if (words.is(at, "before")) return ++at, -1;
  for (std::string_view word : {"after", "from", "following", "since"})
    if (words.is(at, word)) return ++at, 1;
  return 0;
}

bool is_at_the_time_of(const Words& words, std::size_t at, std::string_view word) {
  return words.is(at, "the") && words.is(at + 1, word);
}

// "two weeks before May 13 1999", "a day after Christmas", "three days from tomorrow"
Reading read_from_named(const Words& words, std::size_t at, const Context& context) {
  const bool is_day = is_at_the_time_of(words, at, "day") || is_at_the_time_of(words, at, "year");
  const auto amount = is_day ? Amount{at + 2, {{*unit_of(words[at + 1].lower), 1}}} : read_counted_amount(words, at);
  if (!amount || amount->vague || amount->finest() < Unit::Day) return std::nullopt;
  std::size_t next = amount->end;
  const int sign = direction_word(words, next);
  const bool is_from = sign > 0 && words.is(next - 1, "from");
  if (sign == 0 || (is_from && words.is(next, "now"))) return std::nullopt;
  Context ahead = context;
  ahead.memo = nullptr;
  ahead.is_ahead = is_from;
  auto anchor = longest({read_absolute, read_holiday, read_relative}, words, next, ahead);
  if (!anchor || anchor->moment.kind != MomentKind::Date || !anchor->moment.lo || !anchor->moment.hi)
    return std::nullopt;
  // "64 days from 21 November to 31 January" last.
  if (is_from && words.is(anchor->end, "to")) return std::nullopt;
  const bool is_exact = is_from && anchor->moment.lo == anchor->moment.hi;
  return Found{anchor->end,
               is_exact ? on_day(shift(*anchor->moment.lo, *amount, sign)) : moved(anchor->moment, *amount, sign)};
}

// "the Monday after Easter", "the week before Christmas", "the Friday after 3 May"
Reading read_next_to_named(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = words.skip(at, "the");
  const int weekday = weekday_number(words[noun].lower);
  const bool is_week = words.is(noun, "week") || words.is(noun, "month");
  std::size_t next = noun + 1;
  const int sign = weekday || is_week ? direction_word(words, next) : 0;
  if (sign == 0 || words.is(next - 1, "from") || words.is(next - 1, "since")) return std::nullopt;
  const auto anchor = longest({read_absolute, read_holiday}, words, next, context);
  if (!anchor || !anchor->moment.lo || !anchor->moment.hi || anchor->moment.kind != MomentKind::Date)
    return std::nullopt;
  const bool is_day = *anchor->moment.lo == *anchor->moment.hi;
  if (weekday && !is_day) return std::nullopt;
  if (!weekday) return Found{anchor->end, stepped(anchor->moment, *unit_of(words[noun].lower), sign)};
  const int ahead = (weekday - weekday_of(*anchor->moment.lo) + 6) % 7 + 1;
  return Found{anchor->end, on_day(shift(*anchor->moment.lo, Unit::Day,
                                         sign > 0     ? ahead
                                         : ahead == 7 ? -7
                                                      : ahead - 7))};
}

int step_of(std::string_view word) {
  if (word == "following" || word == "next" || word == "subsequent" || word == "ensuing") return 1;
  return word == "previous" || word == "preceding" ? -1 : 0;
}

// "the following April", "the previous June"
std::optional<Found> read_step_month(const Words& words, std::size_t at, const Moment& anchor, int step) {
  std::size_t end = at;
  const int month = read_month(words, end);
  if (month == 0) return std::nullopt;
  const int same_year = year_of(*anchor.lo), anchor_month = int(unsigned(anchor.lo->month()));
  const int year = step > 0 ? same_year + (month <= anchor_month) : same_year - (month >= anchor_month);
  return Found{end, *moment_of({.year = year, .month = month})};
}

// "the following Friday", "the next spring"
std::optional<Found> read_step_name(const Words& words, std::size_t at, const Moment& anchor, int step) {
  if (const int weekday = weekday_number(words[at].lower); weekday && anchor.lo == anchor.hi) {
    const int ahead = (weekday - weekday_of(*anchor.lo) + 6) % 7 + 1;
    return Found{at + 1, on_day(shift(*anchor.lo, Unit::Day, step > 0 ? ahead : ahead == 7 ? -7 : ahead - 7))};
  }
  const int season = season_number(words[at].lower);
  if (season == 0) return std::nullopt;
  int year = year_of(*anchor.lo) - (step < 0);
  while (step > 0 && *season_of(year, season).lo <= *anchor.hi) ++year;
  while (step < 0 && *season_of(year + 1, season).hi < *anchor.lo) ++year;
  return Found{at + 1, season_of(year, season)};
}

// "the next day", "the following month", "the previous year"
Reading read_step(const Words& words, std::size_t at, const Context& context) {
  const std::size_t adjective = words.skip(at, "the");
  const int step = step_of(words[adjective].lower);
  if (step == 0 || (adjective == at && !words.is(at, "following") && !words.is(at, "previous"))) return std::nullopt;
  const auto unit = unit_of(words[adjective + 1].lower);
  const auto anchor = anchor_of(context);
  if (unit && *unit >= Unit::Day && words[adjective + 1].lower.back() != 's')
    return Found{adjective + 2, anchor ? stepped(*anchor, *unit, step) : somewhere(anchor, step)};
  if (!anchor) return std::nullopt;
  if (words.is(adjective + 1, "weekend"))
    return Found{adjective + 2,
                 weekend_of(shift(*anchor->lo, Unit::Week, step < 0 ? -1 : weekday_of(*anchor->lo) > 5))};
  if (auto month = read_step_month(words, adjective + 1, *anchor, step)) return month;
  return read_step_name(words, adjective + 1, *anchor, step);
}

std::size_t skip_same(const Words& words, std::size_t at) {
  if (words.is(at, "the") && words.is(at + 1, "same")) return at + 2;
  if (words.is(at, "that")) return words.skip(words.skip(at + 1, "very"), "same");
  return at;
}

// "that year", "the same day"; "that summer", "that May"
Reading read_same(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = skip_same(words, at);
  if (noun == at) return std::nullopt;
  const auto anchor = anchor_of(context);
  const auto unit = unit_of(words[noun].lower);
  if (!unit && anchor) {
    std::size_t end = noun + 1;
    const int season = season_number(words[noun].lower), year = year_of(*anchor->lo);
    if (season) return Found{end, season_of(year, season)};
    if (const int month = read_month(words, end = noun); month && words[noun].capital)
      return Found{end, *moment_of({.year = year, .month = month})};
    const int weekday = weekday_number(words[noun].lower);
    if (weekday && words[noun].capital)
      return Found{noun + 1, on_day(shift(*containing(*anchor->lo, Unit::Week).lo, Unit::Day, weekday - 1))};
  }
  if (!unit || *unit < Unit::Day || words[noun].lower.back() == 's') return std::nullopt;
  if (!anchor) return Found{noun + 1, unresolved("XXXX")};
  return Found{noun + 1, is_finer(*anchor, *unit) ? containing(*anchor->lo, *unit) : *anchor};
}

// "later that month", "later in the year": the rest of it behind what was told.
Reading read_rest_of_same(const Words& words, std::size_t at, const Context& context) {
  const bool is_later = words.is(at, "later");
  if (!is_later && !words.is(at, "earlier")) return std::nullopt;
  const auto anchor = anchor_of(context);
  const bool is_in = words.is(at + 1, "in") && (words.is(at + 2, "the") || words.is(at + 2, "that"));
  auto same = read_same(words, is_in && words.is(at + 2, "that") ? at + 2 : at + 1, context);
  const auto unit = is_in && !same ? unit_of(words[at + 3].lower) : std::nullopt;
  if (unit && *unit >= Unit::Week && words[at + 3].lower.back() != 's' && anchor && is_finer(*anchor, *unit))
    same = Found{at + 4, containing(*anchor->lo, *unit)};
  if (!same || !same->moment.lo || !anchor) return same;
  Moment moment = same->moment;
  if (anchor->precision == moment.precision) return Found{same->end, moment};
  const bool is_within = *moment.lo <= *anchor->lo && *anchor->hi <= *moment.hi;
  if (is_within) (is_later ? moment.lo : moment.hi) = is_later ? *anchor->hi : *anchor->lo;
  return Found{same->end, moment};
}

// "the day before," and "the year after."
Reading read_day_before(const Words& words, std::size_t at, const Context& context) {
  if (!words.is(at, "the")) return std::nullopt;
  const auto unit = unit_of(words[at + 1].lower);
  const int weekday = weekday_number(words[at + 1].lower);
  const bool is_before = words.is(at + 2, "before");
  const auto anchor = anchor_of(context);
  if ((!unit && !weekday) || (!is_before && !words.is(at + 2, "after")) || !ends_clause(words[at + 3]))
    return std::nullopt;
  const int step = is_before ? -1 : 1;
  if (weekday) {
    auto found = anchor ? read_step_name(words, at + 1, *anchor, step) : std::nullopt;
    if (found) ++found->end;
    return found;
  }
  if (*unit < Unit::Day || words[at + 1].lower.back() == 's') return std::nullopt;
  return Found{at + 3, anchor ? stepped(*anchor, *unit, step) : somewhere(anchor, step)};
}

}  // namespace

Reading read_anchored(const Words& words, std::size_t at, const Context& context) {
  return longest(
      {read_counted, read_from_named, read_next_to_named, read_step, read_same, read_rest_of_same, read_day_before},
      words, at, context);
}

}  // namespace demarche::moments
