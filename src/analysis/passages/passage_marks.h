// SPDX-License-Identifier: Apache-2.0
// What the words of a passage are compared by, and what they do to what others say. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/passages/propositions.h"

namespace demarche::analysis {

// Matches of a table, of which a longer one swallows the shorter ones inside it.
std::vector<Lexicon::Match> longest(const Lexicon& lexicon, const std::string& text, Lexicon::Table table);

// Fills keys and names, marks and what follows from them.
void take_words(Passage& passage, const Lexicon& lexicon, const std::string& text, Numbered& numbers);

}  // namespace demarche::analysis
