// SPDX-License-Identifier: Apache-2.0
// Expressions that count from the moment told before: "three days later", "the following month", "that year".
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

// Years from a day lead to a year, days from a month to a month: the coarser of the two is what the words can tell.
Moment moved(const Moment& anchor, Unit unit, int count) {
  if (is_finer(anchor, unit)) return containing(shift(*anchor.lo, unit, count), unit);
  Moment moment = anchor;
  moment.lo = shift(*anchor.lo, unit, count);
  moment.hi = shift(*anchor.hi, unit, count);
  moment.timex = show(*moment.lo).substr(0, 7);
  return moment;
}

bool is_later_word(std::string_view word) {
  return word == "later" || word == "afterwards" || word == "afterward" || word == "thereafter" || word == "hence";
}

Moment counted(const Context& context, Unit unit, int count, bool vague) {
  const auto anchor = anchor_of(context);
  if (!anchor || vague || unit < Unit::Day) return unresolved(count < 0 ? "PAST_REF" : "FUTURE_REF");
  return moved(*anchor, unit, count);
}

// "three days later", "a year earlier", "two weeks before May 13 1999"
Reading read_counted(const Words& words, std::size_t at, const Context& context) {
  const auto count = read_count(words, at);
  if (!count) return std::nullopt;
  const auto unit = unit_of(words[count->end].lower);
  if (!unit) return std::nullopt;
  const std::string& word = words[count->end + 1].lower;
  if (is_later_word(word)) return Found{count->end + 2, counted(context, *unit, count->value, count->vague)};
  if (word == "earlier" || word == "previously")
    return Found{count->end + 2, counted(context, *unit, -count->value, count->vague)};
  if (word != "after" && word != "before" && word != "from") return std::nullopt;
  const std::size_t next = count->end + 2;
  const int signed_count = word == "before" ? -count->value : count->value;
  if (words.is(next, "that") && !unit_of(words[next + 1].lower))
    return Found{next + 1, counted(context, *unit, signed_count, count->vague)};
  auto anchor = read_absolute(words, next, context);
  if (!anchor) anchor = read_holiday(words, next, context);
  if (!anchor || !anchor->moment.lo || count->vague || *unit < Unit::Day) return std::nullopt;
  return Found{anchor->end, moved(anchor->moment, *unit, signed_count)};
}

int step_of(std::string_view word) {
  if (word == "following" || word == "next" || word == "subsequent" || word == "ensuing") return 1;
  return word == "previous" || word == "preceding" ? -1 : 0;
}

// "the next day", "the following month", "the previous year"
Reading read_step(const Words& words, std::size_t at, const Context& context) {
  const std::size_t adjective = words.skip(at, "the");
  const int step = step_of(words[adjective].lower);
  if (step == 0 || (adjective == at && !words.is(at, "following") && !words.is(at, "previous"))) return std::nullopt;
  const auto unit = unit_of(words[adjective + 1].lower);
  if (unit && *unit >= Unit::Day && words[adjective + 1].lower.back() != 's')
    return Found{adjective + 2, counted(context, *unit, step, false)};
  std::size_t end = adjective + 1;
  const int month = read_month(words, end);
  const auto anchor = anchor_of(context);
  if (month == 0 || !anchor) return std::nullopt;
  const int same_year = year_of(*anchor->lo), anchor_month = int(unsigned(anchor->lo->month()));
  const int year = step > 0 ? same_year + (month <= anchor_month) : same_year - (month >= anchor_month);
  return Found{end, *moment_of({.year = year, .month = month})};
}

std::size_t skip_same(const Words& words, std::size_t at) {
  if (words.is(at, "the") && words.is(at + 1, "same")) return at + 2;
  if (words.is(at, "that")) return words.skip(at + 1, "same");
  return at;
}

// "that year", "the same day"
Reading read_same(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = skip_same(words, at);
  if (noun == at) return std::nullopt;
  const auto unit = unit_of(words[noun].lower);
  if (!unit || *unit < Unit::Day || words[noun].lower.back() == 's') return std::nullopt;
  const auto anchor = anchor_of(context);
  if (!anchor) return Found{noun + 1, unresolved("XXXX")};
  return Found{noun + 1, is_finer(*anchor, *unit) ? containing(*anchor->lo, *unit) : *anchor};
}

// "later that month": the rest of it behind what was told.
Reading read_rest_of_same(const Words& words, std::size_t at, const Context& context) {
  const bool is_later = words.is(at, "later");
  if (!is_later && !words.is(at, "earlier")) return std::nullopt;
  const std::size_t next = at + 1;
  const bool is_bare = words.is(next, "in") && words.is(next + 1, "the");
  auto same = read_same(words, is_bare ? next + 1 : next, context);
  if (!same || !same->moment.lo || !anchor_of(context)) return same;
  Moment moment = same->moment;
  const Moment anchor = *anchor_of(context);
  if (anchor.precision == moment.precision) return Found{same->end, moment};
  (is_later ? moment.lo : moment.hi) = is_later ? *anchor.hi : *anchor.lo;
  return Found{same->end, moment};
}

bool ends_clause(const Word& word) {
  return word.lower.empty() || word.lower == "," || word.lower == "." || word.lower == ";" || word.lower == "and" ||
         word.lower == ")";
}

// "the day before," and "the year after."
Reading read_day_before(const Words& words, std::size_t at, const Context& context) {
  if (!words.is(at, "the")) return std::nullopt;
  const auto unit = unit_of(words[at + 1].lower);
  const bool is_before = words.is(at + 2, "before");
  if (!unit || *unit < Unit::Day || (!is_before && !words.is(at + 2, "after")) || !ends_clause(words[at + 3]))
    return std::nullopt;
  return Found{at + 3, counted(context, *unit, is_before ? -1 : 1, false)};
}

}  // namespace

Reading read_anchored(const Words& words, std::size_t at, const Context& context) {
  return longest({read_counted, read_step, read_same, read_rest_of_same, read_day_before}, words, at, context);
}

}  // namespace demarche::moments
