// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.h"
#include "statements/acts.h"
#include "statements/content.h"
#include "statements/draft.h"
#include "statements/speakers.h"
#include "statements/unsaid.h"

namespace demarche::statements {

namespace {

void add_addressees(const actors::Mentions& mentions, const reader::Attribution& attribution, Statement& statement) {
  for (const auto& argument : attribution.addressees) {
    const auto* resolution = resolution_of(mentions, mentions.find(argument.span));
    if (!resolution || resolution->actor.empty()) continue;
    auto& known = statement.addressees;
    if (std::find(known.begin(), known.end(), resolution->actor) == known.end()) known.push_back(resolution->actor);
  }
}

// A cue without content says something only when the cue itself does the deed: "Lima refused."
bool says_something(const Statement& statement) {
  return !statement.content.empty() ||
         (!statement.source.empty() && statement.act != "assert" && statement.act != "ask");
}

Statement statement_of(const Evidence& evidence, const reader::Attribution& attribution) {
  Statement statement;
  statement.source = attribution.source;
  statement.cue = attribution.cue;
  statement.content = attribution.content;
  std::erase_if(statement.content, [&](Span piece) { return is_empty_talk(evidence.document.view(piece)); });
  statement.score = attribution.score;
  statement.form = form_of(evidence.document, statement.content);
  statement.negated = is_negated(evidence.document, statement.content);
  const bool is_unsaid = is_by_nobody(evidence.document, attribution) ||
                         is_cue_negated(evidence.document, evidence.tokens, evidence.lexicon, attribution);
  name_act(evidence.document, evidence.lexicon, attribution, is_unsaid, statement);
  tell_denial_from_refusal(evidence.document, evidence.lexicon, statement);
  add_addressees(evidence.mentions, attribution, statement);
  return statement;
}

bool is_of_turn(const Statement& statement) { return statement.rule == "turn" || statement.rule == "signature"; }

// The turn that holds a passage. Statements inside turns come after all turns, so only a turn can hold what the network
// called outermost.
int turn_of(const Draft& statements, const Spans& passage) {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (is_of_turn(statements[i]) && holds(statements[i].content, passage)) return static_cast<int>(i);
  }
  return -1;
}

// The turn around a statement, itself when it is one.
int turn_around(const Draft& statements, int at) {
  while (at >= 0 && !is_of_turn(statements[static_cast<std::size_t>(at)]))
    at = statements[static_cast<std::size_t>(at)].inside;
  return at;
}

// What holds a statement: the one that the network says, unless that stands in another turn.
int outer_of(const Draft& statements, int told, const Spans& passage) {
  const int turn = turn_of(statements, passage);
  return told >= 0 && (turn < 0 || turn_around(statements, told) == turn) ? told : turn;
}

// Who speaks around it: "No" has no speaker of its own, and "I" behind it is whoever gives the answer.
const Statement* spoken_around(const Draft& statements, const Statement& statement) {
  for (int at = statement.inside; at >= 0; at = statements[static_cast<std::size_t>(at)].inside) {
    if (!statements[static_cast<std::size_t>(at)].speaker_name.empty())
      return &statements[static_cast<std::size_t>(at)];
  }
  return enclosing_of(statements, statement);
}

// A mark is a cue where it stands behind a label, and nowhere in an interview without them.
bool is_stray_mark(const Document& document, const std::vector<Turn>& turns, const reader::Attribution& attribution) {
  const bool has_labels = turns.empty() || !turns.front().label.empty();
  return !has_labels && !attribution.cue.empty() && words_of(document.view(attribution.cue.front())).empty();
}

// The two readings of a passage, in its document and by itself, may find one cue twice: the fuller one stands.
bool is_told_by_another(const reader::Annotations& annotations, std::size_t index) {
  const auto& here = annotations.attributions[index];
  if (!here.content.empty()) return false;
  return std::any_of(annotations.attributions.begin(), annotations.attributions.end(), [&](const auto& other) {
    return &other != &here && !other.content.empty() && overlap(here.cue, other.cue);
  });
}

// A turn ends where the next label begins, and so does all that is said in it.
void clip(const Draft& statements, Statement& statement) {
  if (statement.inside < 0 || !is_of_turn(statements[static_cast<std::size_t>(statement.inside)])) return;
  const Spans& turn = statements[static_cast<std::size_t>(statement.inside)].content;
  std::erase_if(statement.content, [&](Span piece) { return !holds(turn, piece); });
}

// In a turn "you" is whoever spoke before.
const Statement* spoken_to(const Document& document, const Draft& statements, const Statement& statement) {
  if (statement.source.empty() || statement.inside < 0) return nullptr;
  if (fold_case(document.view(statement.source.front())) != "you") return nullptr;
  for (int i = statement.inside - 1; i >= 0; --i) {
    const Statement& before = statements[static_cast<std::size_t>(i)];
    if (before.rule == "turn") return &before;
  }
  return nullptr;
}

// Its cue: a content may begin in the turn before.
Spans where_it_stands(const Statement& statement) {
  return {statement.cue.empty() ? first_span(statement) : statement.cue.front()};
}

}  // namespace

void add_attributions(const Evidence& evidence, const std::vector<Turn>& turns, Draft& out) {
  std::vector<int> place(evidence.annotations.attributions.size(), -1);
  for (std::size_t i = 0; i < evidence.annotations.attributions.size(); ++i) {
    const auto& attribution = evidence.annotations.attributions[i];
    if (is_label(turns, attribution) || is_stray_mark(evidence.document, turns, attribution)) continue;
    if (is_told_by_another(evidence.annotations, i)) continue;
    Statement statement = statement_of(evidence, attribution);
    if (!says_something(statement)) continue;
    const int told = attribution.inside < 0 ? -1 : place[static_cast<std::size_t>(attribution.inside)];
    statement.inside = outer_of(out, told, where_it_stands(statement));
    clip(out, statement);
    if (!says_something(statement)) continue;
    name_speaker(evidence.document, evidence.mentions, evidence.lexicon, spoken_around(out, statement), statement);
    if (const Statement* asker = spoken_to(evidence.document, out, statement)) take_speaker(*asker, statement);
    place[i] = static_cast<int>(out.size());
    out.push_back(std::move(statement));
  }
}

}  // namespace demarche::statements
