// SPDX-License-Identifier: Apache-2.0
// The statements of a document while they are put together: each kind of evidence adds to them, and what holds another
// stands before it. Private to this folder.
#pragma once

#include <vector>

#include "statements/lexicon.h"
#include "statements/statements.h"
#include "statements/turns.h"

namespace demarche::statements {

using Draft = std::vector<Statement>;

// All that is known of a document before its statements are.
struct Evidence {
  const Document& document;
  const language::Tokens& tokens;
  const reader::Annotations& annotations;
  const actors::Mentions& mentions;
  const Lexicon& lexicon;
};

// Turns, with the sentences of an answer that take a stand on the question.
void add_turns(const Evidence& evidence, const std::vector<Turn>& turns, Draft& out);
// What the network found; `annotations` of the evidence are without what the turns' labels are.
void add_attributions(const Evidence& evidence, const std::vector<Turn>& turns, Draft& out);
// Charges that the network overlooked, or of which it saw the cue alone.
void add_charges(const Evidence& evidence, Draft& out);
// Duties told in the voice of the author or of the speaker of a turn.
void add_recommendations(const Evidence& evidence, Draft& out);
// Text order, with `inside` following the move. An outer statement begins no later than what it holds, or is longer.
Draft in_text_order(Draft statements);

// The first words of a statement in the text.
Span first_span(const Statement& statement);
// The innermost statement whose content holds the passage, -1 for none.
int innermost(const Draft& statements, const Spans& passage);
// nullptr for none.
const Statement* enclosing_of(const Draft& statements, const Statement& statement);

}  // namespace demarche::statements
