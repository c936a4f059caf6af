// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>

#include "statements/acts.h"
#include "statements/draft.h"
#include "statements/speakers.h"

namespace demarche::statements {

namespace {

void add_turn(const Evidence& evidence, const Turn& turn, Draft& out) {
  Statement statement;
  const Span speaker = turn.named.empty() ? turn.label : turn.named;
  if (!speaker.empty()) statement.source = {speaker};
  statement.cue = {turn.colon};
  statement.content = turn.words;
  statement.act = act_of_turn(turn, evidence.annotations);
  statement.form = Form::Direct;
  statement.rule = turn.is_signed ? "signature" : "turn";
  statement.score = 1;
  name_speaker(evidence.document, evidence.mentions, evidence.lexicon, nullptr, statement);
  if (!turn.label.empty()) statement.source = {turn.label};
  if (turn.label.empty()) {  // what introduces the speaker is no part of the statement
    statement.source.clear();
    statement.cue.clear();
  }
  if (turn.asks) statement.speaker_kind = statement.speaker.empty() ? SpeakerKind::Outlet : statement.speaker_kind;
  out.push_back(std::move(statement));
}

// What of a sentence belongs to the turn: the first one begins with the label.
std::optional<Span> within(const Spans& words, Span sentence) {
  for (const Span span : words) {
    if (span.overlaps(sentence)) return Span{std::max(span.begin, sentence.begin), std::min(span.end, sentence.end)};
  }
  return std::nullopt;
}

// The sentences of an answer that take a stand on the question.
void add_rebuttals(const Evidence& evidence, const Turn& turn, int turn_index, Draft& out) {
  if (turn.asks || turn.is_signed) return;
  for (const auto& sentence : evidence.tokens.sentences) {
    const auto words = within(turn.words, sentence.span);
    if (!words) continue;
    const Decision* decision = evidence.lexicon.rebuttal_in(evidence.document.view(*words));
    if (!decision) continue;
    Statement statement = out[static_cast<std::size_t>(turn_index)];
    statement.content = {*words};
    statement.act = decision->value;
    statement.rule = decision->where;
    statement.inside = turn_index;
    statement.score = 0.8F;
    out.push_back(std::move(statement));
  }
}

}  // namespace

void add_turns(const Evidence& evidence, const std::vector<Turn>& turns, Draft& out) {
  for (const Turn& turn : turns) {
    add_turn(evidence, turn, out);
    add_rebuttals(evidence, turn, static_cast<int>(out.size()) - 1, out);
  }
}

}  // namespace demarche::statements
