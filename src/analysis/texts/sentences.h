// SPDX-License-Identifier: Apache-2.0
// Where sentences end, by their signs alone: a record keeps the text and no sentences. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/texts/stored_text.h"

namespace demarche::analysis {

// In code points, in order; white space between them belongs to none. A line is never part of two. Parts before and
// behind a semicolon are two.
std::vector<record::Range> sentences_of(const Text& text);

}  // namespace demarche::analysis
