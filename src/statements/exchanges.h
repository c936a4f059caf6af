// SPDX-License-Identifier: Apache-2.0
// Interviews without labels: the page told questions from answers by their type, which the text has lost.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "statements/turns.h"
#include "text/text.h"

namespace demarche::statements {

// The turns of an interview whose paragraphs ask and answer by turns. They have no label; `named` of an answer is where
// the title or introduction names the only person who can give it. Empty for every other document.
std::vector<Turn> find_exchange(const Document& document, const Lexicon& lexicon, const actors::Mentions& mentions);

// Gives answers with the label "A" the same person, in place of the letter.
void name_answers(const Document& document, const actors::Mentions& mentions, std::vector<Turn>& turns);

}  // namespace demarche::statements
