// SPDX-License-Identifier: Apache-2.0
// Which cue a piece of a quotation belongs to, where the page settles it. Private to this folder.
#pragma once

#include <vector>

#include "language/language.h"
#include "statements/turns.h"

namespace demarche::statements {

// “We left,” he said. “They stayed.” The second piece belongs to the cue before it in its own paragraph, also where
// the network hung it on one of the next.
void bring_home(const Document& document, reader::Annotations& annotations);

// What stands unquoted in a paragraph before the cue's is taken out of contents that have words in the cue's own.
// Behind it a list may go on.
void drop_strays(const Document& document, reader::Annotations& annotations);

// What stands under a name is nobody else's: it is taken out of contents whose cue stands outside of it.
void take_out_signed(const std::vector<Turn>& turns, reader::Annotations& annotations);

}  // namespace demarche::statements
