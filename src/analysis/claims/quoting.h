// SPDX-License-Identifier: Apache-2.0
// What is shown of a text for a statement: whole sentences, as long as they are not too long. Private to this folder.
#pragma once

#include "analysis/texts/stored_text.h"

namespace demarche::analysis {

// Short enough to be shown from its first to its last word.
bool is_shown_whole(record::Range statement);

// The sentence or two to show for a statement that reaches over `whole`, with its cue and the pieces of its content.
record::Range shown_of(const Text& text, record::Range whole, record::Range cue, const record::Ranges& content);

}  // namespace demarche::analysis
