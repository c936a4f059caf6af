// SPDX-License-Identifier: Apache-2.0
// Lengths of time: "three weeks", "the past 16 years", "all year", "the first two weeks of May".
#include <array>

#include "moments/amounts.h"
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

Moment length(const Amount& amount) { return unresolved(duration_value(amount), MomentKind::Duration); }

// Whole days before that of writing, or behind it.
Moment stretch(const Amount& amount, bool is_past, const Context& context) {
  if (!context.written || context.is_story || amount.vague || amount.finest() < Unit::Day) return length(amount);
  const Day far = shift(*context.written, amount, is_past ? -1 : 1);
  const Day lo = is_past ? far : shift(*context.written, Unit::Day, 1);
  const Day hi = is_past ? shift(*context.written, Unit::Day, -1) : far;
  return between(lo, hi, show(lo) + "/" + show(hi));
}

bool is_past_word(std::string_view word) {
  return word == "past" || word == "last" || word == "previous" || word == "preceding";
}
bool is_next_word(std::string_view word) {
  return word == "next" || word == "coming" || word == "following" || word == "upcoming" || word == "ensuing";
}

// "the past 16 years" ends before the day of writing, "the next two weeks" begins after it.
Reading read_stretch(const Words& words, std::size_t at, const Context& context) {
  const std::size_t adjective = words.skip(at, "the");
  const bool is_past = is_past_word(words[adjective].lower), is_next = is_next_word(words[adjective].lower);
  if (!is_past && !is_next) return std::nullopt;
  auto amount = read_amount(words, adjective + 1);
  const auto unit = unit_of(words[adjective + 1].lower);
  const bool is_bare_past = words.is(adjective, "past") && words[adjective + 1].lower.back() != 's';
  const bool is_one = !amount && unit && (is_bare_past || (*unit >= Unit::Decade && adjective > at));
  if (is_one) amount = Amount{adjective + 2, {{*unit, 1}}};
  // "the last 24 hours" is the day up to now, but a day is all that the calendar can tell.
  return amount ? std::optional(Found{amount->end, stretch(*amount, is_past, context)}) : std::nullopt;
}

// "5 past years", "the four previous weeks"
Reading read_counted_stretch(const Words& words, std::size_t at, const Context& context) {
  const std::size_t first = words.skip(at, "the");
  const auto count = read_count(words, first);
  if (!count || count->vague) return std::nullopt;
  const bool is_past = is_past_word(words[count->end].lower);
  const auto unit = unit_of(words[count->end + 1].lower);
  if ((!is_past && !is_next_word(words[count->end].lower)) || !unit) return std::nullopt;
  const Amount amount{count->end + 2, {{*unit, count->value}}};
  return Found{amount.end, stretch(amount, is_past, context)};
}

// "within 9 months" asked for alone is the time from now on, today as well.
Reading read_time_limit(const Words& words, std::size_t at, const Context& context) {
  if (!context.is_phrase || !words.is(at, "within")) return std::nullopt;
  const std::size_t first = words.skip(words.skip(at + 1, "the"), "next");
  auto amount = read_counted_amount(words, first);
  if (!amount || amount->finest() < Unit::Day) return std::nullopt;
  for (std::string_view now : {"now", "today"})
    if (words.is(amount->end, "from") && words.is(amount->end + 1, now)) amount->end += 2;
  Moment limit = stretch(*amount, false, context);
  if (limit.lo && limit.hi) limit = between(context.written, limit.hi, show(*context.written) + "/" + show(*limit.hi));
  return Found{amount->end, limit};
}

bool introduces_length(std::string_view word) {
  static constexpr std::array<std::string_view, 23> kWords{"for",    "in",     "within", "after",  "over",   "than",
                                                           "almost", "nearly", "about",  "only",   "lasted", "lasting",
                                                           "before", "least",  "just",   "during", "around", "the",
                                                           "until",  "of",     "took",   "under",  "roughly"};
  for (std::string_view introduction : kWords)
    if (word == introduction) return true;
  return word.empty();
}

// "two billion a year", "twice a week" repeat; "for a year" lasts.
Reading read_plain_length(const Words& words, std::size_t at, const Context& context) {
  const auto found = read_amount(words, at);
  if (!found) return std::nullopt;
  const bool is_introduced = at == 0 || introduces_length(words[at - 1].lower);
  const bool is_bare_noun = found->vague && found->end == at + 1;
  if (is_bare_noun && !is_introduced && !context.is_phrase) return std::nullopt;
  const bool is_article = words.is(at, "a") || words.is(at, "an");
  if (!is_article || is_introduced || found->end != at + 2) return Found{found->end, length(*found)};
  return Found{found->end, unresolved(duration_value(found->parts[0].first, 1, false), MomentKind::Set)};
}

// "all day", "a whole year", "the entire week", "full-year"
Reading read_whole_unit(const Words& words, std::size_t at, const Context&) {
  const bool is_all = words.is(at, "all");
  const std::size_t adjective = is_all ? at : words.skip(words.skip(at, "the"), "a");
  bool is_whole = is_all;
  for (std::string_view word : {"whole", "entire", "full"}) is_whole = is_whole || words.is(adjective, word);
  const std::size_t noun = words.skip(adjective + 1, "-");
  const auto unit = unit_of(words[noun].lower);
  if (!is_whole || !unit || *unit < Unit::Day || words[noun].lower.back() == 's') return std::nullopt;
  return Found{noun + 1, length({noun + 1, {{*unit, 1}}})};
}

// "more than three weeks": the bound belongs to a phrase asked for alone.
Reading read_bounded(const Words& words, std::size_t at, const Context& context) {
  const bool is_compared = (words.is(at, "more") || words.is(at, "less")) && words.is(at + 1, "than");
  if (!context.is_phrase || !is_compared) return std::nullopt;
  const auto amount = read_counted_amount(words, at + 2);
  return amount ? std::optional(Found{amount->end, length(*amount)}) : std::nullopt;
}

}  // namespace

Reading read_duration(const Words& words, std::size_t at, const Context& context) {
  return longest(
      {read_stretch, read_counted_stretch, read_time_limit, read_plain_length, read_whole_unit, read_bounded}, words,
      at, context);
}

}  // namespace demarche::moments
