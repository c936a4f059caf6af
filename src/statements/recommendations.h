// SPDX-License-Identifier: Apache-2.0
// Recommendations: what an author or a study says that somebody must or should do.
#pragma once

#include <vector>

#include "actors/actors.h"
#include "language/language.h"
#include "statements/statements.h"

namespace demarche::statements {

// "Peru must reopen the pass." in the document's own voice or in a turn: demand with must, propose with should. Speaker
// and `inside` are left to the caller.
std::vector<Statement> find_recommendations(const Document& document, const language::Tokens& tokens,
                                            const actors::Mentions& mentions);

}  // namespace demarche::statements
