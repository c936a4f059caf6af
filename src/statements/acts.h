// SPDX-License-Identifier: Apache-2.0
// What a statement does: asserts, denies, demands … (docs/annotation.md, section 2).
#pragma once

#include <string>

#include "statements/lexicon.h"
#include "statements/statements.h"
#include "statements/turns.h"

namespace demarche::statements {

// Fills act and rule. What a cue does is in the table where the table knows it, unless the network is sure of something
// else ("warned that it would attack"); an open one ("said") is left to the network. Of a negated cue the table
// decides.
void name_act(const Document& document, const Lexicon& lexicon, const reader::Attribution& attribution, bool is_negated,
              Statement& statement);

// To reject a demand is to refuse it, to reject a charge is to deny it.
void tell_denial_from_refusal(const Document& document, const Lexicon& lexicon, Statement& statement);

// The act that the network read off the label of a turn: "Lahti: That is false." denies.
std::string act_of_turn(const Turn& turn, const reader::Annotations& annotations);

}  // namespace demarche::statements
