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
  Span label;  // "Holm"; empty: exchanges.h
  Span colon;
  Spans words;             // one span per paragraph
  bool asks = false;       // the interviewer's
  bool is_signed = false;  // the name stands behind the words: signatures.h
  Span named = {};  // of a turn without label, or with "A": where its speaker is introduced; empty when that is open
};

// Whether a phrase may be a speaker's name before a colon or under a quotation: "Holm added" is a report.
bool may_name_speaker(std::string_view name, const Lexicon& lexicon);

// Whether several paragraphs begin with what may be a label and a colon, turns or not.
bool has_labels(const Document& document, const Lexicon& lexicon);

// Whether the network took a speaker label for a cue.
bool is_label(const std::vector<Turn>& turns, const reader::Attribution& attribution);

// The network hangs a whole turn on its label, also what a cue inside the turn reports ("Many have claimed that …").
// Such a cue gets its words back, to the end of their sentence; what was read of it in the label's content is emptied.
void give_back(const language::Tokens& tokens, const std::vector<Turn>& turns, reader::Annotations& annotations);

// The turns of a document whose paragraphs begin with speaker labels; empty for every other.
std::vector<Turn> find_turns(const Document& document, const Lexicon& lexicon);

}  // namespace demarche::statements
