// SPDX-License-Identifier: Apache-2.0
#include "moments/moments.h"

#include <algorithm>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// Years of the text, to tell whether it speaks of another time than that of its writing.
bool speaks_of_the_past(std::string_view text, Day written, DocumentKind kind) {
  const Words words(text, {0, static_cast<std::uint32_t>(text.size())});
  int past = 0, present = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].digits != 4 || !words[i].number || *words[i].number < 1000 || *words[i].number > 2199) continue;
    ++(*words[i].number < year_of(written) - 1 ? past : present);
  }
  return kind == DocumentKind::Other ? past >= 3 && past > present : past >= 4 && past > 2 * present;
}

// "since 2001" is open at its end, "until 2014" at its begin.
void open_end(Moment& moment, std::string_view preposition) {
  if (moment.kind != MomentKind::Date || !moment.lo || !moment.hi) return;
  const bool is_open_later = preposition == "since";
  const bool is_open_before = preposition == "until" || preposition == "till";
  if (!is_open_later && !is_open_before) return;
  (is_open_later ? moment.hi : moment.lo).reset();
  moment.precision = "range";
  moment.timex = is_open_later ? moment.timex + "/" : "/" + moment.timex;
}

// An open moment still anchors what follows with the days that it names.
void remember(Context& context, const Moment& moment) {
  if (moment.lo && moment.hi && moment.kind != MomentKind::Duration) context.previous = moment;
}

void find_within(std::string_view text, Span within, Context& context, std::vector<Moment>& out) {
  const Words words(text, within);
  for (std::size_t at = 0; at < words.size();) {
    auto found = read_any(words, at, context);
    if (!found || is_trap(words, at, *found, context)) {
      ++at;
      continue;
    }
    remember(context, found->moment);
    if (at > 0) open_end(found->moment, words[at - 1].lower);
    found->moment.span = words.span(at, found->end);
    out.push_back(std::move(found->moment));
    at = found->end;
  }
}

Context context_of(std::string_view text, std::optional<Day> written, DocumentKind kind) {
  Context context{.written = written, .previous = {}};
  context.is_story = kind == DocumentKind::Chronology || !written || speaks_of_the_past(text, *written, kind);
  return context;
}

// "after 2001" and "before May": everything on that side, as a phrase on its own asks for.
void open_beyond(Moment& moment, std::string_view preposition) {
  if (moment.kind != MomentKind::Date || !moment.lo || !moment.hi) return;
  const bool is_after = preposition == "after";
  if (!is_after && preposition != "before") return;
  const Day edge = is_after ? shift(*moment.hi, Unit::Day, 1) : shift(*moment.lo, Unit::Day, -1);
  moment = is_after ? between(edge, {}, moment.timex + "/") : between({}, edge, "/" + moment.timex);
}

bool leads_in(std::string_view word) {
  static constexpr std::string_view kWords[] = {"in",     "on",   "at",     "during", "since",  "until",
                                                "till",   "by",   "for",    "after",  "before", "throughout",
                                                "within", "over", "around", "about"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace

std::string_view name_of(MomentKind kind) {
  switch (kind) {
    case MomentKind::Date:
      return "date";
    case MomentKind::Duration:
      return "duration";
    case MomentKind::Set:
      return "set";
    case MomentKind::Time:
      return "time";
  }
  return "date";
}

std::optional<Moment> resolve_phrase(std::string_view phrase, std::optional<Day> written) {
  const Words words(phrase, {0, static_cast<std::uint32_t>(phrase.size())});
  const Context context{.written = written, .previous = {}, .is_phrase = true};
  const std::size_t first = leads_in(words[0].lower) ? 1 : 0;
  auto found = read_any(words, 0, context);
  if (first && (!found || found->end < words.size())) found = read_any(words, first, context);
  if (!found || words.skip(found->end, ".") < words.size()) return std::nullopt;
  // "by May" dates a deed in a text, but asked for alone it means all until then.
  open_end(found->moment, words.is(0, "by") ? "until" : words[0].lower);
  open_beyond(found->moment, words[0].lower);
  found->moment.span = words.span(0, found->end);
  return found->moment;
}

std::vector<Moment> find(const Document& document, const language::Tokens& tokens) {
  const Metadata& metadata = document.metadata();
  Context context = context_of(document.text(), metadata.published.day, metadata.kind);
  std::vector<Moment> moments;
  std::uint32_t block = 0;
  for (const language::Sentence& sentence : tokens.sentences) {
    if (sentence.block != block && !context.is_story) context.previous.reset();
    block = sentence.block;
    find_within(document.text(), sentence.span, context, moments);
  }
  return moments;
}

std::vector<Moment> find_in_text(std::string_view text, std::optional<Day> written) {
  Context context = context_of(text, written, DocumentKind::Other);
  std::vector<Moment> moments;
  find_within(text, {0, static_cast<std::uint32_t>(text.size())}, context, moments);
  return moments;
}

}  // namespace demarche::moments
