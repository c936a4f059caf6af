// SPDX-License-Identifier: Apache-2.0
#include "moments/moments.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// "490 BC", "480 BCE"
bool is_before_christ(const Words& words, std::size_t i) {
  return words[i].number && words[i].digits <= 4 && (words.is(i + 1, "bc") || words.is(i + 1, "bce"));
}

// Years of the text, to tell whether it speaks of another time than that of its writing.
bool speaks_of_the_past(std::string_view text, Day written, DocumentKind kind) {
  const Words words(text, {0, static_cast<std::uint32_t>(text.size())});
  int past = 0, present = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_before_christ(words, i)) ++past;
    if (words[i].digits != 4 || !words[i].number || *words[i].number < 1000 || *words[i].number > 2199) continue;
    ++(*words[i].number < year_of(written) - 1 ? past : present);
  }
  return kind == DocumentKind::Other ? past >= 3 && past > present : past >= 4 && past > 2 * present;
}

bool is_in(std::initializer_list<std::string_view> list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// In a story "today", "this year" and "two years ago" are of the writer.
bool is_of_writing(const Words& words, std::size_t at, std::size_t end) {
  const std::string& first = words[words.skip(at, "the")].lower;
  return words.is(end - 1, "ago") || is_in({"today", "now", "currently", "nowadays", "presently", "this", "yesterday",
                                            "tomorrow", "recently", "past"},
                                           first);
}

// "planned for 1976", "would be gone by March": what a story only looks forward to.
bool is_planned(const Words& words, std::size_t at) {
  constexpr std::size_t kReach = 8;
  for (std::size_t i = at; i-- > 0 && at - i <= kReach && !words.is(i, ".") && !words.is(i, ";");)
    if (is_in({"planned", "plan", "plans", "would", "will", "scheduled", "deadline", "envisioned", "envisaged"},
              words[i].lower))
      return true;
  return false;
}

// "as in 1614", "declassified in 2005": years far from the story, in the middle of a sentence.
bool is_leap(const Words& words, std::size_t at, const Moment& moment, const Moment& told) {
  constexpr std::size_t kOpening = 4;
  constexpr int kFar = 10;
  const bool opens = at < kOpening || words.is(at - 1, ".");
  return !opens && std::abs(year_of(*moment.lo) - year_of(*told.lo)) > kFar;
}

// What a story mentions without going there is no anchor for what it tells next.
bool is_aside(const Words& words, std::size_t at, const Found& found, const Context& context) {
  if (!context.is_story) return false;
  if (is_of_writing(words, at, found.end) || (at > 1 && words.is(at - 1, "of") && words.is(at - 2, "as"))) return true;
  if (!context.previous || !context.previous->lo || !found.moment.lo) return false;
  const bool is_later = *found.moment.lo > *context.previous->lo;
  return (is_later && is_planned(words, at)) || is_leap(words, at, found.moment, *context.previous);
}

// An open moment still anchors what follows with the days that it names.
void remember(Context& context, const Moment& moment) {
  if (moment.lo && moment.hi && moment.kind != MomentKind::Duration) context.previous = moment;
}

void find_within(std::string_view text, Span within, Context& context, std::vector<Moment>& out) {
  Words words(text, within);
  const bool is_southern = has_southern_seasons(words);
  if (is_southern) words.swap_seasons();
  Memo memo;
  context.memo = &memo;
  for (std::size_t at = 0; at < words.size();) {
    memo.entries.clear();
    auto found = may_begin(words, at) ? read_any(words, at, context) : std::nullopt;
    if (!found || is_trap(words, at, *found, context)) {
      ++at;
      continue;
    }
    if (!is_aside(words, at, *found, context)) remember(context, found->moment);
    context.is_previous_near = true;
    found->moment.span = words.span(at, found->end);
    drop_days_before_christ(found->moment);
    if (is_southern) turn_season(found->moment);
    out.push_back(std::move(found->moment));
    at = found->end;
  }
  context.memo = nullptr;
  context.is_previous_near = false;
}

Context context_of(std::string_view text, std::optional<Day> written, DocumentKind kind) {
  Context context{.written = written, .previous = {}};
  context.is_story = kind == DocumentKind::Chronology || !written || speaks_of_the_past(text, *written, kind);
  return context;
}

}  // namespace

void drop_days_before_christ(Moment& moment) {
  const bool is_before = (moment.lo && year_of(*moment.lo) < 1) || (moment.hi && year_of(*moment.hi) < 1);
  if (is_before) moment.lo.reset(), moment.hi.reset();
}

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

namespace {

// A block that is nothing but a date with a year, or a month of one: "2011", "May 2014".
std::optional<Moment> date_alone(const Document& document, Span block, const Context& context) {
  constexpr std::uint32_t kLongest = 40;
  if (block.size() > kLongest) return std::nullopt;
  const Words words(document.text(), block);
  const auto found = words.size() ? read_any(words, 0, context) : std::nullopt;
  const bool is_whole = found && words.skip(words.skip(found->end, ":"), ".") == words.size();
  if (!is_whole || found->moment.kind != MomentKind::Date || !found->moment.lo || !found->moment.hi)
    return std::nullopt;
  Moment moment = found->moment;
  moment.span = words.span(0, found->end);
  return moment;
}

// The dates that stand over the paragraphs of a chronology. One alone is the date of the document, not of a part.
std::vector<Moment> headings_of(const Document& document, Context context) {
  std::vector<Moment> headings;
  for (const Block& block : document.blocks()) {
    if (block.zone == Zone::Repeat) continue;
    if (auto heading = date_alone(document, block.span, context)) {
      context.previous = context.heading = heading;
      headings.push_back(std::move(*heading));
    }
  }
  if (headings.size() < 2) headings.clear();
  return headings;
}

}  // namespace

std::vector<Moment> find(const Document& document, const language::Tokens& tokens) {
  const Metadata& metadata = document.metadata();
  Context context = context_of(document.text(), metadata.published.day, metadata.kind);
  std::vector<Moment> moments;
  const std::vector<Moment> headings = headings_of(document, context);
  auto heading = headings.begin();
  std::uint32_t block = 0;
  for (const language::Sentence& sentence : tokens.sentences) {
    if (sentence.block != block && !context.is_story) context.previous.reset();
    if (sentence.block != block) context.entry.reset();
    const bool begins_block = sentence.block != block || moments.empty();
    block = sentence.block;
    const std::size_t known = moments.size();
    const bool was_heading = heading != headings.end() && heading->span.begin < sentence.span.end;
    for (; heading != headings.end() && heading->span.begin < sentence.span.end; ++heading) {
      context.previous = context.heading = *heading;
      context.is_story = true;
      moments.push_back(*heading);
    }
    const bool is_heading = was_heading && moments.back().span.begin >= sentence.span.begin;
    if (!is_heading) find_within(document.text(), sentence.span, context, moments);
    constexpr std::uint32_t kLeadIn = 12;  // "On ", "By early "
    const bool opens =
        begins_block && moments.size() > known && moments[known].span.begin <= sentence.span.begin + kLeadIn;
    if (opens && moments[known].kind == MomentKind::Date && moments[known].lo && moments[known].hi)
      context.entry = moments[known];
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
