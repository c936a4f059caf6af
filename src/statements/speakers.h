// SPDX-License-Identifier: Apache-2.0
// Source words → the speaker: an actor, a person in office, a typed unknown, the document itself.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "statements/lexicon.h"
#include "statements/statements.h"

namespace demarche::statements {

// Fills speaker, speaker_name, speaker_person, speaker_kind and speaker_mention from the source. `enclosing` is the
// statement that this one stands in, or nullptr: "we" and "I" are its speaker.
void name_speaker(const Document& document, const actors::Mentions& mentions, const Lexicon& lexicon,
                  const Statement* enclosing, Statement& statement);

// Whoever speaks in `from` speaks in `statement`.
void take_speaker(const Statement& from, Statement& statement);

// The document's own voice: who issued it, its author, else its outlet.
void name_author(const Document& document, const actors::Mentions& mentions, Statement& statement);

// The resolution of a mention, or that of another mention of the same entity; nullptr when there is none.
const actors::Resolution* resolution_of(const actors::Mentions& mentions, int mention);

}  // namespace demarche::statements
