// SPDX-License-Identifier: Apache-2.0
#include "statements/acts.h"

namespace demarche::statements {

namespace {

// Chosen on the dev part of the gold documents.
constexpr float kSure = 0.4F;          // of the network's act, where the table leaves it open
constexpr float kAgainstTable = 0.6F;  // … and where the table has another

}  // namespace

void name_act(const Document& document, const Lexicon& lexicon, const reader::Attribution& attribution, bool is_negated,
              Statement& statement) {
  const std::string_view cue = statement.cue.empty() ? std::string_view() : document.view(statement.cue.front());
  const Decision* decision = cue.empty() ? nullptr : lexicon.act_of(cue);
  const bool is_tabled = decision && !decision->is_open;
  const float enough = is_tabled ? kAgainstTable : kSure;
  if (decision && ((is_tabled && is_negated) || attribution.act_score < enough)) {
    if (const Decision* instead = is_negated ? lexicon.negated(cue, decision->value) : nullptr) decision = instead;
    statement.act = decision->value;
    statement.rule = decision->where;
  } else {
    statement.act = attribution.act_score >= kSure ? attribution.act : "assert";
    statement.rule = "reader";
    // "Said that it had not …" asserts, and what it says is negated (docs/annotation.md): the same stance.
    if (decision && decision->is_open && statement.act == "deny" && statement.negated) statement.act = "assert";
  }
}

void tell_denial_from_refusal(const Document& document, const Lexicon& lexicon, Statement& statement) {
  if (statement.act != "refuse" || statement.content.empty()) return;
  const Decision* object = lexicon.claim_in(document.view(statement.content.front()));
  if (!object) return;
  statement.act = object->value;
  statement.rule = object->where;
}

std::string act_of_turn(const Turn& turn, const reader::Annotations& annotations) {
  if (turn.asks) return "ask";
  for (const auto& attribution : annotations.attributions) {
    const bool is_its_label = attribution.inside < 0 && is_label({turn}, attribution);
    if (is_its_label && attribution.act_score >= kSure) return attribution.act;
  }
  return "assert";
}

}  // namespace demarche::statements
