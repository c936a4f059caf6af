// SPDX-License-Identifier: Apache-2.0
// Speech that the text says did not take place, or not so.
#pragma once

#include "language/language.h"
#include "reader/reader.h"
#include "statements/lexicon.h"
#include "text/text.h"

namespace demarche::statements {

// "Nobody has accused Oslo", "neither government said", "no group claimed": there is no speaker.
bool is_by_nobody(const Document& document, const reader::Attribution& attribution);

// "has not accused", "did not say", "never threatened": the verb of the cue is negated, within the cue or just before
// it. "Not only accused" and "urged not to" are no such negation.
bool is_cue_negated(const Document& document, const language::Tokens& tokens, const Lexicon& lexicon,
                    const reader::Attribution& attribution);

}  // namespace demarche::statements
