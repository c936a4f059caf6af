// SPDX-License-Identifier: Apache-2.0
// A phrase that is a time expression as a whole.
#include <algorithm>
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// "since 2001" is open at its end, "until 2014" at its begin, as a phrase on its own asks for.
void open_end(Moment& moment, std::string_view preposition) {
  if (moment.kind != MomentKind::Date || !moment.lo || !moment.hi) return;
  const bool is_open_later = preposition == "since";
  const bool is_open_before = preposition == "until" || preposition == "till";
  if (!is_open_later && !is_open_before) return;
  (is_open_later ? moment.hi : moment.lo).reset();
  moment.precision = "range";
  moment.timex = is_open_later ? moment.timex + "/" : "/" + moment.timex;
}

// "after 2001" and "before May": everything on that side, as a phrase on its own asks for.
void open_beyond(Moment& moment, std::string_view preposition) {
  if (moment.kind != MomentKind::Date || !moment.lo || !moment.hi) return;
  const bool is_after = preposition == "after";
  if (!is_after && preposition != "before") return;
  const Day edge = is_after ? shift(*moment.hi, Unit::Day, 1) : shift(*moment.lo, Unit::Day, -1);
  moment = is_after ? between(edge, {}, moment.timex + "/") : between({}, edge, "/" + moment.timex);
}

// "more than two weeks ago": all beyond that day; "less than two weeks ago": between it and the day of writing.
void open_compared(Moment& moment, std::string_view comparison, std::optional<Day> written) {
  if (moment.kind != MomentKind::Date || !moment.lo || !moment.hi || !written) return;
  const bool is_past = *moment.lo <= *written;
  if (comparison == "beyond")
    moment = is_past ? between({}, moment.lo, "/" + moment.timex) : between(moment.hi, {}, moment.timex + "/");
  if (comparison != "within") return;
  const Day lo = is_past ? *moment.lo : *written, hi = is_past ? *written : *moment.hi;
  moment = between(lo, hi, show(lo) + "/" + show(hi));
}

bool leads_in(std::string_view word) {
  static constexpr std::string_view kWords[] = {"in",     "on",   "at",     "during", "since",  "until",
                                                "till",   "by",   "for",    "after",  "before", "throughout",
                                                "within", "over", "around", "about"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Words around the expression that open it: "no later than May 2014", "2018 or later", "starting on 4 May".
struct Frame {
  std::size_t first = 0, end = 0;  // the words between
  std::string_view opens;          // "since", "until", "before", "after", "beyond" or "within"; or empty
};

// What opens the phrase; `end` is left alone.
void read_leading(const Words& words, Frame& frame) {
  struct Qualifier {
    std::array<std::string_view, 3> words;
    std::string_view opens;
  };
  static constexpr Qualifier kLeading[] = {{{"as", "early", "as"}, "since"},
                                           {{"no", "earlier", "than"}, "since"},
                                           {{"any", "time", "from"}, "since"},
                                           {{"on", "or", "after"}, "since"},
                                           {{"starting", "on", ""}, "since"},
                                           {{"beginning", "on", ""}, "since"},
                                           {{"starting", "", ""}, "since"},
                                           {{"beginning", "", ""}, "since"},
                                           {{"as", "late", "as"}, "until"},
                                           {{"no", "later", "than"}, "until"},
                                           {{"not", "later", "than"}, "until"},
                                           {{"on", "or", "before"}, "until"},
                                           {{"up", "to", ""}, "until"},
                                           {{"up", "until", ""}, "until"},
                                           {{"prior", "to", ""}, "before"},
                                           {{"earlier", "than", ""}, "before"},
                                           {{"sooner", "than", ""}, "before"},
                                           {{"later", "than", ""}, "after"},
                                           {{"more", "than", ""}, "beyond"},
                                           {{"at", "least", ""}, "beyond"},
                                           {{"less", "than", ""}, "within"},
                                           {{"at", "most", ""}, "within"},
                                           {{"as", "of", ""}, ""},
                                           {{"right", "", ""}, ""},
                                           {{"circa", "", ""}, ""},
                                           {{"approximately", "", ""}, ""}};
  for (const Qualifier& qualifier : kLeading) {
    std::size_t count = 0;
    while (count < 3 && !qualifier.words[count].empty() && words.is(count, qualifier.words[count])) ++count;
    const bool is_whole = count == 3 || qualifier.words[count].empty();
    if (is_whole && frame.first == 0) frame.first = count, frame.opens = qualifier.opens;
  }
}

Frame frame_of(const Words& words) {
  Frame frame{0, words.size(), ""};
  read_leading(words, frame);
  if (frame.end >= 3 && (words.is(frame.end - 2, "or") || words.is(frame.end - 2, "and"))) {
    for (std::string_view word : {"later", "after", "greater", "onwards", "beyond"})
      if (words.is(frame.end - 1, word)) return {frame.first, frame.end - 2, "since"};
    for (std::string_view word : {"earlier", "before"})
      if (words.is(frame.end - 1, word)) return {frame.first, frame.end - 2, "until"};
  }
  if (words.is(frame.end - 1, "onwards") || words.is(frame.end - 1, "onward"))
    return {frame.first, frame.end - 1, "since"};
  return frame;
}

// "2016 - 11" asked for alone is a date with too many blanks.
std::string without_inner_blanks(std::string_view phrase) {
  const auto belongs = [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == '/'; };
  const bool is_joined =
      std::all_of(phrase.begin(), phrase.end(), belongs) &&
      (phrase.find('-') == phrase.npos) != (phrase.find('/') == phrase.npos);  // "5/3 - 5/7" is a range
  std::string kept(phrase);
  if (is_joined) kept.erase(std::remove(kept.begin(), kept.end(), ' '), kept.end());
  return kept;
}

// "20180712", "2018-W28": forms of ISO 8601 that in a text are numbers of other things.
std::optional<Moment> resolve_digits(const Words& words) {
  if (words.size() == 1 && words[0].digits == 8) {
    const int number = *words[0].number;
    const auto moment = moment_of({.year = number / 10000, .month = number / 100 % 100, .day = number % 100});
    const bool fits = number / 100 % 100 >= 1 && number / 100 % 100 <= 12 && number % 100 >= 1;
    return fits ? moment : std::nullopt;
  }
  const bool is_week =
      words.size() == 4 && words[0].digits == 4 && words.is(1, "-") && words.is(2, "w") && words[3].digits == 2;
  if (!is_week || *words[3].number < 1 || *words[3].number > 53) return std::nullopt;
  return containing(shift(make_day(*words[0].number, 1, 4), Unit::Week, *words[3].number - 1), Unit::Week);
}

std::optional<Moment> resolve_words(const Words& words, std::optional<Day> written, Frame frame) {
  const Context context{.written = written, .previous = {}, .is_phrase = true};
  const auto reaches_end = [&](const Reading& found) { return found && words.skip(found->end, ".") >= frame.end; };
  auto found = read_any(words, frame.first, context);
  const bool is_led = leads_in(words[frame.first].lower);
  if (is_led && !reaches_end(found)) found = read_any(words, frame.first + 1, context);
  if (!reaches_end(found)) return std::nullopt;
  const std::string& lead = words[frame.first].lower;
  // "by May" dates a deed in a text, but asked for alone it means all until then.
  open_end(found->moment, !frame.opens.empty() ? frame.opens : lead == "by" ? "until" : std::string_view(lead));
  const bool is_side = frame.opens == "before" || frame.opens == "after";
  open_beyond(found->moment, is_side ? frame.opens : frame.opens.empty() ? std::string_view(lead) : "");
  open_compared(found->moment, frame.opens, written);
  drop_days_before_christ(found->moment);
  found->moment.span = words.span(0, found->end);
  return found->moment;
}

}  // namespace

std::optional<Moment> resolve_phrase(std::string_view phrase, std::optional<Day> written) {
  const std::string joined = without_inner_blanks(phrase);
  const Words words(joined, {0, static_cast<std::uint32_t>(joined.size())});
  auto moment = resolve_words(words, written, {0, words.size(), ""});
  if (!moment) moment = resolve_digits(words);
  const Frame frame = moment ? Frame{} : frame_of(words);
  if (!moment && (frame.first > 0 || frame.end < words.size())) moment = resolve_words(words, written, frame);
  if (moment && joined.size() != phrase.size()) moment->span = {0, static_cast<std::uint32_t>(phrase.size())};
  return moment;
}

}  // namespace demarche::moments
