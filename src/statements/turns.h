// SPDX-License-Identifier: Apache-2.0
// Turns: who speaks in an interview or transcript.
#pragma once

#include <string>
#include <vector>

#include "language/language.h"
#include "statements/lexicon.h"
#include "text/text.h"

namespace demarche::statements {

// "Holm: We have not armed anyone.", with the unlabelled paragraphs that follow.
struct Turn {
  Span label;  // "Holm"
  Span colon;
  Spans words;        // one span per paragraph
  bool asks = false;  // the interviewer's
};

// The turns of a document whose paragraphs begin with speaker labels; empty for every other.
std::vector<Turn> find_turns(const Document& document, const Lexicon& lexicon);

}  // namespace demarche::statements
