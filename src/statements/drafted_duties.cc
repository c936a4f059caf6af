// SPDX-License-Identifier: Apache-2.0
// Charges and recommendations, found by their words where the network found nothing.
#include <algorithm>

#include "statements/charges.h"
#include "statements/content.h"
#include "statements/draft.h"
#include "statements/recommendations.h"
#include "statements/speakers.h"

namespace demarche::statements {

namespace {

// "… in an attempt on him and threatened to …": what is charged ends before the next cue.
Span before_next_cue(const Document& document, const Draft& statements, Span words) {
  for (const Statement& each : statements) {
    const bool is_within =
        !each.cue.empty() && words.contains(each.cue.front()) && each.cue.front().begin > words.begin;
    if (is_within) words.end = each.cue.front().begin;
  }
  std::string_view text = document.view(words);
  for (const std::string_view loose : {" ", "and", "but", " ", ","}) {
    if (text.ends_with(loose)) text.remove_suffix(loose.size());
  }
  return {words.begin, words.begin + static_cast<std::uint32_t>(text.size())};
}

bool tells_the_same(const Draft& statements, const Statement& recommendation) {
  return std::any_of(statements.begin(), statements.end(), [&](const Statement& each) {
    return each.cue == recommendation.cue ||
           (each.rule != "turn" && each.act == recommendation.act && holds(each.content, recommendation.content));
  });
}

}  // namespace

void add_charges(const Evidence& evidence, Draft& out) {
  for (Statement& charge : find_charges(evidence.document, evidence.tokens, evidence.annotations)) {
    charge.content = {before_next_cue(evidence.document, out, charge.content.front())};
    const auto known =
        std::find_if(out.begin(), out.end(), [&](const Statement& each) { return overlap(each.cue, charge.cue); });
    if (known != out.end()) {
      if (known->content.empty()) known->content = charge.content;  // the reader saw the cue and not what is charged
      continue;
    }
    charge.inside = innermost(out, charge.cue);
    name_speaker(evidence.document, evidence.mentions, evidence.lexicon, enclosing_of(out, charge), charge);
    out.push_back(std::move(charge));
  }
}

void add_recommendations(const Evidence& evidence, Draft& out) {
  for (Statement& statement : find_recommendations(evidence.document, evidence.tokens, evidence.mentions)) {
    if (tells_the_same(out, statement)) continue;
    statement.inside = innermost(out, statement.cue);
    const Statement* enclosing = enclosing_of(out, statement);
    // Inside somebody's report the duty is that speaker's and already told.
    if (enclosing && enclosing->rule != "turn") continue;
    if (enclosing) {
      take_speaker(*enclosing, statement);
    } else {
      name_author(evidence.document, evidence.mentions, statement);
    }
    statement.form = Form::Direct;
    statement.negated = is_negated(evidence.document, statement.content);
    out.push_back(std::move(statement));
  }
}

}  // namespace demarche::statements
