// SPDX-License-Identifier: Apache-2.0
// Verbs that stand for one said before: "Peru signed, and Chile did so", "Peru signed and Chile did not".
#pragma once

#include <vector>

#include "language/language.h"
#include "reader/reader.h"
#include "text/text.h"

namespace demarche::events {

// Gives a predicate whose trigger has no verb of its own ("did not", "has", "did the same") the deed of the last one
// before it that has, in its sentence or the one before: category and mode, modality where its own auxiliary says
// nothing of it, recipients where it has none. It is negated if its own words are. One that nothing stands before is
// left as it is.
std::vector<reader::Predicate> with_ellipses_filled(const Document& document, const language::Tokens& tokens,
                                                    std::vector<reader::Predicate> predicates);

}  // namespace demarche::events
