// SPDX-License-Identifier: Apache-2.0
#include "events/dates.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace demarche::events {

namespace {

using moments::Moment;

std::uint32_t distance(Span a, Span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

std::uint32_t distance(const Spans& pieces, Span from) {
  std::uint32_t least = UINT32_MAX;
  for (const Span piece : pieces) least = std::min(least, distance(piece, from));
  return least;
}

bool lies_in(const Spans& spans, Span inner) {
  return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.contains(inner); });
}

// Inside a report, "said on Monday" dates the saying: only what stands in the content dates the event. Of the saying
// itself it is the other way round.
bool is_of_other_frame(const DateEvidence& evidence, const Event& event, const Moment& moment) {
  const auto content_of = [&](int index) -> const Spans& {
    return evidence.statements[static_cast<std::size_t>(index)].content;
  };
  if (event.performed_by >= 0 && lies_in(content_of(event.performed_by), moment.span)) return true;
  return event.inside >= 0 && !content_of(event.inside).empty() && !lies_in(content_of(event.inside), moment.span);
}

// "the ruling of 2002", "the attack of 9 May": belongs to the word before "of".
bool belongs_to_another_noun(const Document& document, const Event& event, const Moment& moment) {
  constexpr std::uint32_t kOf = 4;  // " of "
  if (moment.span.begin < kOf || document.view({moment.span.begin - kOf, moment.span.begin}) != " of ") return false;
  return event.trigger.back().end + kOf != moment.span.begin;
}

bool opens_clause(const std::string& word) {
  constexpr std::array<std::string_view, 14> kWords = {"which",   "who",    "whom",  "whose",   "that",
                                                       "after",   "before", "since", "when",    "while",
                                                       "because", "but",    "and",   "although"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool has_clause_between(const Document& document, Span between) {
  const auto tokens = language::split_tokens(document.text(), between);
  return std::any_of(tokens.begin(), tokens.end(),
                     [&](const auto& token) { return opens_clause(fold_case(document.view(token.span))); });
}

// Another event stands nearer to the moment, and a clause begins between that one and this.
bool is_of_another_clause(const DateEvidence& evidence, const Event& event, const Moment& moment) {
  const Span own = event.trigger.front();
  const auto first = std::lower_bound(evidence.triggers.begin(), evidence.triggers.end(), event.sentence.begin,
                                      [](Span trigger, std::uint32_t begin) { return trigger.begin < begin; });
  for (auto other = first; other != evidence.triggers.end() && other->begin < event.sentence.end; ++other) {
    const bool is_own = std::find(event.trigger.begin(), event.trigger.end(), *other) != event.trigger.end();
    if (is_own || distance(*other, moment.span) >= distance(event.trigger, moment.span)) continue;
    const Span between = own.end <= other->begin ? Span{own.end, other->begin} : Span{other->end, own.begin};
    // A date at the head of the sentence holds for all that follows it.
    const bool is_head = moment.span.end <= std::min(own.begin, other->begin);
    if (!is_head && has_clause_between(evidence.document, between)) return true;
  }
  return false;
}

bool lies_ahead(const std::string& modality) {
  return modality != "happened" && modality != "ongoing" && modality != "possible" && modality != "asked";
}

bool is_too_early(const Document& document, const Event& event, const Moment& moment) {
  const auto written = document.metadata().published.day;
  return written && lies_ahead(event.modality) && moment.hi && *moment.hi < *written;
}

}  // namespace

std::optional<Moment> date_of(const DateEvidence& evidence, const Event& event) {
  const Moment* best = nullptr;
  const auto first =
      std::lower_bound(evidence.moments.begin(), evidence.moments.end(), event.sentence.begin,
                       [](const Moment& moment, std::uint32_t begin) { return moment.span.begin < begin; });
  for (auto moment = first; moment != evidence.moments.end() && moment->span.begin < event.sentence.end; ++moment) {
    if (moment->kind != moments::MomentKind::Date || !(moment->lo || moment->hi)) continue;
    if (is_of_other_frame(evidence, event, *moment) || is_too_early(evidence.document, event, *moment)) continue;
    if (belongs_to_another_noun(evidence.document, event, *moment) || is_of_another_clause(evidence, event, *moment))
      continue;
    if (best == nullptr || distance(event.trigger, moment->span) < distance(event.trigger, best->span)) best = &*moment;
  }
  return best ? std::optional(*best) : std::nullopt;
}

std::optional<Moment> date_of_entry(const DateEvidence& evidence, const Event& event) {
  const Document& document = evidence.document;
  if (document.metadata().kind != DocumentKind::Chronology || event.modality != "happened") return std::nullopt;
  const auto block = std::find_if(document.blocks().begin(), document.blocks().end(),
                                  [&](const Block& each) { return each.span.contains(event.sentence); });
  if (block == document.blocks().end()) return std::nullopt;
  const Moment* last = nullptr;
  for (const auto& moment : evidence.moments) {
    const bool is_before = block->span.contains(moment.span) && moment.span.end <= event.sentence.begin;
    if (is_before && moment.kind == moments::MomentKind::Date && moment.lo) last = &moment;
  }
  return last ? std::optional(*last) : std::nullopt;
}

}  // namespace demarche::events
