// SPDX-License-Identifier: Apache-2.0
// Lengths of time and repetitions: "three weeks", "the past 16 years", "every Monday", "weekly".
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

Moment length(Unit unit, int count, bool vague) {
  return unresolved(duration_value(unit, count, vague), MomentKind::Duration);
}

struct Length {
  std::size_t end = 0;
  Unit unit = Unit::Day;
  int count = 1;
  bool vague = false;
};

bool is_plural(std::string_view word) { return word.size() > 1 && (word.back() == 's' || word == "centuries"); }

// "three weeks", "two-year", "two and a half years", "weeks"
std::optional<Length> read_length(const Words& words, std::size_t at) {
  if (const auto unit = unit_of(words[at].lower); unit && is_plural(words[at].lower))
    return Length{at + 1, *unit, 1, true};
  const auto count = read_count(words, at);
  if (!count) return std::nullopt;
  std::size_t noun = count->end;
  if (words.is(noun, "and") && words.is(noun + 1, "a") && words.is(noun + 2, "half")) noun += 3;
  for (std::string_view filler : {"-", "more", "full", "whole", "long", "consecutive", "straight", "or", "so"})
    noun = words.skip(noun, filler);
  const auto unit = unit_of(words[noun].lower);
  const bool is_misread = (words.is(at, "a") || words.is(at, "an")) && count->value == 1 &&
                          is_plural(words[noun].lower);  // "a months-long siege"
  if (!unit || words.is(noun, "second") || is_misread) return std::nullopt;
  return Length{noun + 1, *unit, count->value, count->vague};
}

// "the past 16 years" ends with the day of writing, "the next two weeks" begins after it.
Reading read_stretch(const Words& words, std::size_t at, const Context& context) {
  const std::size_t adjective = words.skip(at, "the");
  const bool is_past = words.is(adjective, "past") || words.is(adjective, "last") || words.is(adjective, "previous");
  const bool is_next = words.is(adjective, "next") || words.is(adjective, "coming") || words.is(adjective, "following");
  if (!is_past && !is_next) return std::nullopt;
  auto length_read = read_length(words, adjective + 1);
  const auto unit = unit_of(words[adjective + 1].lower);
  const bool is_one = !length_read && unit && (words.is(adjective, "past") || *unit == Unit::Decade) && adjective > at;
  if (is_one) length_read = Length{adjective + 2, *unit};
  if (!length_read) return std::nullopt;
  Moment moment = length(length_read->unit, length_read->count, length_read->vague);
  if (context.written && !context.is_story && !length_read->vague && length_read->unit >= Unit::Day) {
    moment.precision = "range";
    const Day far = shift(*context.written, length_read->unit, is_past ? -length_read->count : length_read->count);
    moment.lo = is_past ? far : shift(*context.written, Unit::Day, 1);
    moment.hi = is_past ? *context.written : far;
  }
  return Found{length_read->end, moment};
}

bool introduces_length(std::string_view word) {
  static constexpr std::array<std::string_view, 22> kWords{
      "for",    "in",    "within", "after",  "over",   "than", "almost", "nearly", "about", "only",  "lasted",
      "before", "least", "just",   "during", "around", "the",  "until",  "of",     "took",  "under", "roughly"};
  for (std::string_view introduction : kWords)
    if (word == introduction) return true;
  return word.empty();
}

bool is_article(const Word& word) { return word.lower == "a" || word.lower == "an"; }

// "two billion a year", "twice a week" repeat; "for a year" lasts.
Reading read_plain_length(const Words& words, std::size_t at, const Context& context) {
  const auto found = read_length(words, at);
  if (!found) return std::nullopt;
  const bool is_introduced = at == 0 || introduces_length(words[at - 1].lower);
  const bool is_bare_noun = found->vague && found->end == at + 1;
  if (is_bare_noun && !is_introduced && !context.is_phrase) return std::nullopt;
  if (!is_article(words[at]) || is_introduced || found->end != at + 2)
    return Found{found->end, length(found->unit, found->count, found->vague)};
  return Found{found->end, unresolved(duration_value(found->unit, 1, false), MomentKind::Set)};
}

struct Adverb {
  std::string_view word, timex;
};

constexpr std::array<Adverb, 12> kAdverbs{{{"daily", "P1D"},
                                           {"everyday", "P1D"},
                                           {"nightly", "P1D"},
                                           {"weekly", "P1W"},
                                           {"biweekly", "P2W"},
                                           {"monthly", "P1M"},
                                           {"quarterly", "P3M"},
                                           {"biannual", "P6M"},
                                           {"yearly", "P1Y"},
                                           {"annually", "P1Y"},
                                           {"annual", "P1Y"},
                                           {"hourly", "PT1H"}}};

Reading read_adverb(const Words& words, std::size_t at, const Context&) {
  const bool is_name = words[at].capital && at > 0;  // "the Weekly Herald"
  for (const Adverb& adverb : kAdverbs)
    if (words.is(at, adverb.word) && !is_name) return Found{at + 1, unresolved(adverb.timex, MomentKind::Set)};
  return std::nullopt;
}

// "every year", "each of the three days", "every other week", "every Monday", "per month"
Reading read_every(const Words& words, std::size_t at, const Context&) {
  if (!words.is(at, "every") && !words.is(at, "each") && !words.is(at, "per")) return std::nullopt;
  const bool is_other = words.is(at + 1, "other");
  auto count = read_count(words, at + 1);
  if (is_other || !count || count->vague) count = Count{at + 1 + is_other, is_other ? 2 : 1};
  const std::string& noun = words[count->end].lower;
  if (const auto unit = unit_of(noun))
    return Found{count->end + 1, unresolved(duration_value(*unit, count->value, false), MomentKind::Set)};
  if (const int weekday = weekday_number(noun))
    return Found{count->end + 1, unresolved("XXXX-WXX-" + std::to_string(weekday), MomentKind::Set)};
  for (std::string_view part : {"morning", "evening", "night", "afternoon"})
    if (noun == part) return Found{count->end + 1, unresolved("P1D", MomentKind::Set)};
  if (season_number(noun) || month_number(noun)) return Found{count->end + 1, unresolved("P1Y", MomentKind::Set)};
  return std::nullopt;
}

// "on Mondays"
Reading read_weekdays(const Words& words, std::size_t at, const Context&) {
  const std::string& word = words[at].lower;
  if (word.size() < 7 || word.back() != 's') return std::nullopt;
  const int weekday = weekday_number(std::string_view(word).substr(0, word.size() - 1));
  if (weekday == 0) return std::nullopt;
  return Found{at + 1, unresolved("XXXX-WXX-" + std::to_string(weekday), MomentKind::Set)};
}

}  // namespace

Reading read_duration(const Words& words, std::size_t at, const Context& context) {
  return longest({read_stretch, read_plain_length}, words, at, context);
}

Reading read_set(const Words& words, std::size_t at, const Context& context) {
  return longest({read_adverb, read_every, read_weekdays}, words, at, context);
}

}  // namespace demarche::moments
