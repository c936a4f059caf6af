// SPDX-License-Identifier: Apache-2.0
// Passages that stand a second time in the same document: pages often print a paragraph twice, in part, or as a pull
// quote.
#pragma once

#include <string_view>

#include "ingest/parts.h"

namespace demarche::ingest {

// Settles repeated paragraphs as Zone::Repeat and splits a paragraph of which only some sentences repeat earlier ones.
// A sentence of eight words or more repeats when an earlier one holds its words in order, a slip of one word in twelve
// allowed; never when a number or a negation differs, since that is news.
void mark_repeats(std::string_view text, Parts& parts);

}  // namespace demarche::ingest
