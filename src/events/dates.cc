// SPDX-License-Identifier: Apache-2.0
#include "events/dates.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace demarche::events {

namespace {

using moments::Moment;

std::uint32_t distance(const Spans& pieces, Span from) {
  std::uint32_t least = UINT32_MAX;
  for (const Span piece : pieces) least = std::min(least, distance(piece, from));
  return least;
}

// Inside a report, "said on Monday" dates the saying: only what stands in the content dates the event. Of the saying
// itself it is the other way round.
bool is_of_other_frame(const DateEvidence& evidence, const Event& event, const Moment& moment) {
  const auto content_of = [&](int index) -> const Spans& {
    return evidence.statements[static_cast<std::size_t>(index)].content;
  };
  if (event.performed_by >= 0 && holds(content_of(event.performed_by), moment.span)) return true;
  return event.inside >= 0 && !content_of(event.inside).empty() && !holds(content_of(event.inside), moment.span);
}

// "the ruling of 2002", "the attack of 9 May": belongs to the word before "of". "As of 1 June", "in the course of 2021"
// do not.
bool belongs_to_another_noun(const Document& document, const Event& event, const Moment& moment) {
  constexpr std::uint32_t kOf = 4;     // " of "
  constexpr std::uint32_t kWord = 12;  // the longest of the words below, with the blank before it
  constexpr std::array<std::string_view, 16> kTimes = {
      " as",     " course", " eve",  " part",   " hours",  " end",    " start", " half",
      " middle", " spring", " days", " summer", " autumn", " winter", " night", " beginning"};
  if (moment.span.begin < kOf || document.view({moment.span.begin - kOf, moment.span.begin}) != " of ") return false;
  const std::uint32_t end = moment.span.begin - kOf;
  const std::string before = " " + fold_case(document.view({end - std::min(end, kWord), end}));
  const bool is_time =
      std::any_of(kTimes.begin(), kTimes.end(), [&](std::string_view word) { return before.ends_with(word); });
  return !is_time && event.trigger.back().end + kOf != moment.span.begin;
}

bool opens_clause(const std::string& word) {
  constexpr std::array<std::string_view, 12> kWords = {"which",  "who",   "whom", "whose", "that",    "after",
                                                       "before", "since", "when", "while", "because", "although"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

// "and", "but" begin a clause where the other deed has a doer of its own behind them: "shelled the port and Chile
// protested", not "arrested and expelled the envoy".
bool has_clause_between(const Document& document, Span between, const Deed& other) {
  const auto tokens = language::split_tokens(document.text(), between);
  return std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
    const std::string word = fold_case(document.view(token.span));
    if (opens_clause(word)) return true;
    return (word == "and" || word == "but") && std::any_of(other.doers.begin(), other.doers.end(), [&](Span doer) {
             return token.span.end <= doer.begin && doer.begin < between.end;
           });
  });
}

// Another event stands nearer to the moment, and a clause begins between that one and this.
bool is_of_another_clause(const DateEvidence& evidence, const Event& event, const Moment& moment) {
  const Span own = event.trigger.front();
  const auto first = std::lower_bound(evidence.deeds.begin(), evidence.deeds.end(), event.sentence.begin,
                                      [](const Deed& deed, std::uint32_t begin) { return deed.trigger.begin < begin; });
  for (auto other = first; other != evidence.deeds.end() && other->trigger.begin < event.sentence.end; ++other) {
    const bool is_own = std::find(event.trigger.begin(), event.trigger.end(), other->trigger) != event.trigger.end();
    if (is_own || distance(other->trigger, moment.span) >= distance(event.trigger, moment.span)) continue;
    const bool is_behind = own.end <= other->trigger.begin;
    Span between = is_behind ? Span{own.end, other->trigger.begin} : Span{other->trigger.end, own.begin};
    // A moment between the two is of the other clause only when that one begins before it.
    if (between.contains(moment.span))
      between = is_behind ? Span{own.end, moment.span.begin} : Span{moment.span.end, own.begin};
    // A date at the head of the sentence holds for all that follows it.
    const bool is_head = moment.span.end <= std::min(own.begin, other->trigger.begin);
    if (!is_head && has_clause_between(evidence.document, between, *other)) return true;
  }
  return false;
}

// "Her neighbour, who left the town in 1999, telephoned": what stands between the commas dates nothing behind them.
bool is_in_relative_clause(const Document& document, const Event& event, const Moment& moment) {
  const std::uint32_t end = moment.span.end;
  if (event.trigger.front().begin < end || end >= document.text().size() || document.text()[end] != ',') return false;
  const std::string_view before = document.view({event.sentence.begin, moment.span.begin});
  const std::size_t comma = before.rfind(',');
  if (comma == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 5> kOpeners = {", who ", ", which ", ", whose ", ", where ", ", whom "};
  return std::any_of(kOpeners.begin(), kOpeners.end(),
                     [&](std::string_view opener) { return before.substr(comma).starts_with(opener); });
}

std::vector<Moment>::const_iterator first_from(const std::vector<Moment>& moments, std::uint32_t begin) {
  return std::lower_bound(moments.begin(), moments.end(), begin,
                          [](const Moment& moment, std::uint32_t at) { return moment.span.begin < at; });
}

bool lies_ahead(const std::string& modality) {
  return modality != "happened" && modality != "ongoing" && modality != "possible" && modality != "asked";
}

const Block* block_of(const Document& document, Span span) {
  const auto block = std::find_if(document.blocks().begin(), document.blocks().end(),
                                  [&](const Block& each) { return each.span.contains(span); });
  return block == document.blocks().end() ? nullptr : &*block;
}

bool is_at_head(const Event& event, const Moment& moment) {
  constexpr std::uint32_t kLeadIn = 12;  // "In early "
  return moment.span.begin <= event.sentence.begin + kLeadIn;
}

// The date that the event's sentence begins with: what its statements tell is dated by it rather than by nothing.
const Moment* head_of_sentence(const DateEvidence& evidence, const Event& event) {
  const auto moment = first_from(evidence.moments, event.sentence.begin);
  const bool is_head =
      moment != evidence.moments.end() && is_at_head(event, *moment) && moment->span.end <= event.trigger.front().begin;
  return is_head && moment->kind == moments::MomentKind::Date && moment->lo ? &*moment : nullptr;
}

// The last date before the event, within its paragraph.
const Moment* last_in_block(const DateEvidence& evidence, const Event& event, const Block& block) {
  const Moment* last = nullptr;
  for (auto moment = first_from(evidence.moments, block.span.begin);
       moment != evidence.moments.end() && moment->span.end <= event.sentence.begin; ++moment) {
    if (moment->kind == moments::MomentKind::Date && moment->lo) last = &*moment;
  }
  return last;
}

// "demanded a return to the lines held before 6 May": of a plan in an entry of 4 June, that is no date.
bool is_before_entry(const DateEvidence& evidence, const Event& event, const Moment& moment) {
  const Block* block = block_of(evidence.document, event.sentence);
  const Moment* entry = head_of_sentence(evidence, event);
  if (entry == nullptr && block != nullptr) entry = last_in_block(evidence, event, *block);
  return entry != nullptr && entry->lo && moment.hi && *moment.hi < *entry->lo;
}

// What somebody plans lies not behind the day on which the text was written, unless the text tells of old plans: in a
// chronology, or with the day of the planning beside it.
bool is_too_early(const DateEvidence& evidence, const Event& event, const Moment& moment) {
  const Metadata& metadata = evidence.document.metadata();
  if (!lies_ahead(event.modality)) return false;
  if (metadata.kind == DocumentKind::Chronology) return is_before_entry(evidence, event, moment);
  if (!metadata.published.day) return false;
  if (!moment.hi || *moment.hi >= *metadata.published.day) return false;
  return std::count_if(evidence.moments.begin(), evidence.moments.end(), [&](const Moment& each) {
           return event.sentence.contains(each.span) && each.kind == moments::MomentKind::Date;
         }) == 1;
}

enum class Side { None, Later, Earlier };

// "since 2014", "after 9 May": later than that; "until May", "before 9 May": earlier.
Side side_of(const Document& document, const Moment& moment) {
  constexpr std::uint32_t kReach = 8;  // "before " and a letter before it
  const std::uint32_t begin = moment.span.begin;
  const std::string before = " " + fold_case(document.view({begin - std::min(begin, kReach), begin}));
  for (std::string_view word : {" since ", " after "})
    if (before.ends_with(word)) return Side::Later;
  for (std::string_view word : {" until ", " till ", " before "})
    if (before.ends_with(word)) return Side::Earlier;
  return Side::None;
}

// "until they took the port in May, the rebels fought": up to May, for what stands outside that clause.
bool ends_by(const Document& document, const Event& event, const Moment& moment) {
  const std::string before = fold_case(document.view({event.sentence.begin, moment.span.begin}));
  const std::size_t comma = before.rfind(", "), begin = comma == std::string::npos ? 0 : comma + 2;
  const bool is_outside =
      moment.span.end <= event.trigger.front().begin &&
      document.view({moment.span.end, event.trigger.front().begin}).find(',') != std::string_view::npos;
  return is_outside && before.compare(begin, 6, "until ") == 0;
}

Moment opened(const Document& document, const Event& event, Moment moment) {
  if (!moment.lo || !moment.hi) return moment;
  Side side = side_of(document, moment);
  if (side == Side::None && ends_by(document, event, moment)) side = Side::Earlier;
  if (side == Side::None) return moment;
  (side == Side::Later ? moment.hi : moment.lo).reset();
  moment.precision = "range";
  return moment;
}

// The moment is all that its block says: the heading of a chronology.
bool is_heading(const Document& document, const Moment& moment) {
  const Block* block = block_of(document, moment.span);
  return block != nullptr && block->span.size() <= moment.span.size() + 1;
}

// "Regular meetings are held": a habit is of no day that was told before.
bool tells_a_habit(const Document& document, const Event& event) {
  constexpr std::array<std::string_view, 7> kHabits = {"regular", "regularly",  "usually",  "often",
                                                       "always",  "frequently", "routinely"};
  const auto tokens = language::split_tokens(document.text(), event.sentence);
  return std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
    return std::find(kHabits.begin(), kHabits.end(), fold_case(document.view(token.span))) != kHabits.end();
  });
}

// The last heading before the event, where the text has several.
const Moment* heading_of(const DateEvidence& evidence, const Event& event) {
  const Moment* last = nullptr;
  int headings = 0;
  for (const Moment& moment : evidence.moments) {
    if (moment.kind != moments::MomentKind::Date || !moment.lo || !is_heading(evidence.document, moment)) continue;
    ++headings;
    if (moment.span.end <= event.sentence.begin) last = &moment;
  }
  return headings < 2 ? nullptr : last;
}

}  // namespace

// "It shut its port in July; Peru reopened its own in March": each side has its date.
static bool is_across_semicolon(const Document& document, const Event& event, Span span) {
  const Span own = event.trigger.front();
  const Span between = span.begin < own.begin ? Span{span.end, own.begin} : Span{own.end, span.begin};
  return between.begin < between.end && document.view(between).find(';') != std::string_view::npos;
}

// "those killed since 2008; neither has agreed": the date of the other side stands in a phrase of its own there.
static bool is_bound_to_other_side(const Document& document, const Event& event, const Moment& moment) {
  if (!is_across_semicolon(document, event, moment.span) || is_at_head(event, moment)) return false;
  return side_of(document, moment) != Side::None;
}

static bool is_closer(const Document& document, const Event& event, const Moment& moment, const Moment& best) {
  const bool is_across = is_across_semicolon(document, event, moment.span);
  const bool was_across = is_across_semicolon(document, event, best.span);
  if (is_across != was_across) return was_across;
  return distance(event.trigger, moment.span) < distance(event.trigger, best.span);
}

// What happened did not happen after the day on which the text was written: that is the date of the deed next to it,
// "thanked them and agreed to meet in March".
static bool is_too_late(const DateEvidence& evidence, const Event& event, const Moment& moment) {
  const auto written = evidence.document.metadata().published.day;
  if (event.modality != "happened" || !written || !moment.lo || *moment.lo <= *written) return false;
  const Span own = event.trigger.front();
  const Span between =
      moment.span.end <= own.begin ? Span{moment.span.end, own.begin} : Span{own.end, moment.span.begin};
  if (between.begin < between.end && evidence.document.view(between).find(',') != std::string_view::npos) return true;
  return std::any_of(evidence.deeds.begin(), evidence.deeds.end(), [&](const Deed& other) {
    return event.sentence.contains(other.trigger) &&
           distance(other.trigger, moment.span) < distance(event.trigger, moment.span);
  });
}

std::optional<Moment> date_of(const DateEvidence& evidence, const Event& event) {
  const Moment* best = nullptr;
  for (auto moment = first_from(evidence.moments, event.sentence.begin);
       moment != evidence.moments.end() && moment->span.begin < event.sentence.end; ++moment) {
    if (moment->kind != moments::MomentKind::Date || !(moment->lo || moment->hi)) continue;
    if (is_of_other_frame(evidence, event, *moment) || is_too_early(evidence, event, *moment)) continue;
    if (belongs_to_another_noun(evidence.document, event, *moment) || is_of_another_clause(evidence, event, *moment))
      continue;
    if (is_in_relative_clause(evidence.document, event, *moment)) continue;
    if (is_too_late(evidence, event, *moment) || is_bound_to_other_side(evidence.document, event, *moment)) continue;
    if (best == nullptr || is_closer(evidence.document, event, *moment, *best)) best = &*moment;
  }
  return best ? std::optional(opened(evidence.document, event, *best)) : std::nullopt;
}

std::optional<Moment> date_of_entry(const DateEvidence& evidence, const Event& event) {
  const Document& document = evidence.document;
  const Moment* heading = heading_of(evidence, event);
  const bool is_chronology = heading != nullptr || document.metadata().kind == DocumentKind::Chronology;
  const Block* block = block_of(document, event.sentence);
  const bool is_ahead = lies_ahead(event.modality);
  if (!is_chronology || block == nullptr || (event.modality != "happened" && !is_ahead)) return std::nullopt;
  const Moment* last = head_of_sentence(evidence, event);
  if (last == nullptr && tells_a_habit(document, event)) return std::nullopt;
  if (last == nullptr) last = last_in_block(evidence, event, *block);
  if (last == nullptr) last = heading;
  if (last == nullptr) return std::nullopt;
  Moment date = *last;
  if (is_ahead) date.hi.reset(), date.precision = "range";  // demanded or promised that day, due from then on
  return date;
}

}  // namespace demarche::events
