// SPDX-License-Identifier: Apache-2.0
// What a date leaves out: the year of the list, of the story, or the one that the tense asks for.
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// The occurrence next to the day of writing: the last one before it, unless the sentence looks ahead.
std::optional<Moment> nearest(Calendar calendar, Day written, bool is_future) {
  calendar.year = year_of(written) + (is_future ? -1 : 1);
  for (int tries = 0; tries < 9; ++tries, *calendar.year += is_future ? 1 : -1) {  // 29 February may take eight years
    const auto moment = moment_of(calendar);
    if (moment && (is_future ? *moment->hi >= written : *moment->lo <= written)) return moment;
  }
  return std::nullopt;
}

Moment without_year(const Calendar& calendar) {
  Calendar leap = calendar;
  leap.year = 2000;
  const auto moment = moment_of(leap);
  return unresolved("XXXX" + (moment ? moment->timex.substr(4) : ""));
}

// Stories go forward: the January told behind a December is the next.
bool begins_next_year(const Calendar& calendar, const Moment& previous) {
  const bool is_precise = previous.precision == "day" || previous.precision == "month";
  return is_precise && calendar.month && int(unsigned(previous.lo->month())) - calendar.month >= 8;
}

// "(Old Style)", "(O.S.)"
std::size_t skip_old_style(const Words& words, std::size_t at) {
  if (!words.is(at, "(")) return at;
  if (words.is(at + 1, "old") && words.is(at + 2, "style") && words.is(at + 3, ")")) return at + 4;
  const bool is_short = words.is(at + 1, "o") && words.is(at + 2, ".") && words.is(at + 3, "s");
  return is_short ? words.skip(words.skip(at + 4, "."), ")") : at;
}

// By how many days the Julian calendar was behind.
int days_of_old_style(int year) { return year / 100 - year / 400 - 2; }

// "April and June 1955", "the summer and autumn of 481 BC": the first one borrows the year of the last.
void borrow_year_ahead(const Words& words, FoundCalendar& found) {
  std::size_t next = skip_list_sign(words, found.end);
  for (int items = 0; items < 4 && next > found.end; ++items) {
    for (std::string_view filler : {"from", "in", "the", "early", "late", "mid", "-"}) next = words.skip(next, filler);
    const auto last = read_calendar(words, next);
    const bool is_alike = last && (last->calendar.month || last->calendar.season);
    if (!is_alike) return;
    if (last->calendar.year) {
      const auto of_year = [](const Calendar& calendar) {
        return calendar.month ? calendar.month : 3 * calendar.season % 12;
      };
      // "November and January 2005" begin in the year before; "winter and spring 1920" in that winter.
      found.calendar.year = *last->calendar.year - (of_year(found.calendar) > of_year(last->calendar));
      if (found.calendar.season == 4 && last->calendar.season) --*found.calendar.year;
      return;
    }
    const std::size_t behind = skip_list_sign(words, last->end);
    if (behind == last->end) return;
    next = behind;
  }
}

bool is_past_verb(std::string_view word) {
  for (std::string_view verb :
       {"said", "told", "met", "had", "was", "were", "made", "took", "began", "broke", "left", "went", "came", "fell"})
    if (word == verb) return true;
  return false;
}

bool is_cue_of_the_future(const Words& words, std::size_t i, std::size_t at) {
  for (std::string_view word :
       {"will", "upcoming", "scheduled", "due", "planned", "plans", "shall", "expected", "slated", "would", "tomorrow"})
    if (words.is(i, word)) return true;
  if (words.is(i, "if")) return words.is(at - 1, "by");  // "If nothing moves by 15 January"
  const bool is_verb = words.is(i, "is") || words.is(i, "are");
  return is_verb && (words.is(i + 1, "to") || (words.is(i + 1, "going") && words.is(i + 2, "to")));
}

// Words ahead of the date: "will be held in June", "is due on", "are to end on Saturday"; a deed of the past between
// them and the date is what the date belongs to.
bool is_led_by_the_future(const Words& words, std::size_t at) {
  for (std::size_t i = at; i-- > 0 && at - i < 14 && !words.is(i, ".");) {
    if (is_cue_of_the_future(words, i, at)) return true;
    if (is_past_verb(words[i].lower)) return false;
  }
  return false;
}

// Words behind it: "The election in November will", "Sunday's referendum will"; not "the pact signed on Monday will".
bool leads_into_the_future(const Words& words, std::size_t at) {
  for (std::size_t i = at; i-- > 0 && at - i < 5;)
    if (words[i].lower.ends_with("ed") || words.is(i, ",") || words.is(i, "after") || words.is(i, "since") ||
        is_past_verb(words[i].lower))
      return false;
  for (std::size_t i = at + 1;
       i < at + 9 && i < words.size() && !words.is(i, ".") && !words.is(i, ",") && !words.is(i, ":"); ++i) {
    if (words[i].lower.ends_with("ed") || words.is(i, "was") || words.is(i, "were") || words.is(i, "said"))
      return false;
    if (words.is(i, "will")) return true;
  }
  return false;
}

}  // namespace

bool speaks_of_the_future(const Words& words, std::size_t at) {
  return is_led_by_the_future(words, at) || leads_into_the_future(words, at);
}

// What a story has reached: the moment before, but behind an aside of earlier days the date that opened the paragraph.
static const Moment* told_by(const Context& context) {
  const bool has_previous = context.previous && context.previous->lo;
  if (!context.is_story || (!has_previous && !context.entry)) return nullptr;
  if (!context.entry || (has_previous && *context.previous->lo >= *context.entry->lo)) return &*context.previous;
  return &*context.entry;
}

// "in force since October, has left them blind": what still holds when a story is written began not long before.
static bool still_holds(const Words& words, std::size_t at) {
  if (at == 0 || !words.is(at - 1, "since")) return false;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words.is(i, "has") || words.is(i, "have")) return true;
  return false;
}

std::optional<Moment> complete(const Calendar& calendar, const Words& words, std::size_t at, const Context& context) {
  if (calendar.year) return moment_of(calendar);
  if (context.written && !context.heading && still_holds(words, at)) return nearest(calendar, *context.written, false);
  Calendar dated = calendar;
  if (context.heading && context.heading->lo) {
    dated.year = year_of(*context.heading->lo) + begins_next_year(calendar, *context.heading);
    return moment_of(dated);
  }
  if (const Moment* told = told_by(context)) {
    dated.year = year_of(*told->lo) + begins_next_year(calendar, *told);
    return moment_of(dated);
  }
  if (!context.written) return without_year(calendar);
  return nearest(calendar, *context.written, context.is_ahead || speaks_of_the_future(words, at));
}

Reading read_absolute(const Words& words, std::size_t at, const Context& context) {
  auto found = read_calendar(words, at);
  const bool is_spelt_part = found && (found->calendar.quarter || found->calendar.half) && !words[at + 1].number;
  const bool is_led = at > 0 && (words.is(at - 1, "in") || words.is(at - 1, "for"));
  const bool is_of_a_year =
      context.is_phrase || (is_spelt_part && found->calendar.quarter && words.is(at, "the") && is_led);
  if (!found || (is_spelt_part && !found->calendar.year && !is_of_a_year))
    return std::nullopt;  // "the first half" may be of a match
  if (!found->calendar.year) borrow_year_ahead(words, *found);
  const auto moment = complete(found->calendar, words, at, context);
  if (!moment) return std::nullopt;
  const std::size_t end = skip_old_style(words, found->end);
  if (end == found->end || moment->lo != moment->hi || !moment->lo) return Found{found->end, *moment};
  return Found{end, on_day(shift(*moment->lo, Unit::Day, days_of_old_style(year_of(*moment->lo))))};
}

}  // namespace demarche::moments
