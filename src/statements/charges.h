// SPDX-License-Identifier: Apache-2.0
// Accusations that the network reads as a deed and not as a report: "Lima implicated Oslo in the raid".
#pragma once

#include <vector>

#include "statements/statements.h"

namespace demarche::statements {

// A deed done by words is a statement, too (docs/annotation.md, section 1): one for each accusation behind whose verb
// another deed is told in its sentence, so that what somebody is accused of is not told as a fact. Source and cue are
// those of the deed, the content is what follows up to the end of the clause. Speakers are left open.
std::vector<Statement> find_charges(const Document& document, const language::Tokens& tokens,
                                    const reader::Annotations& annotations);

}  // namespace demarche::statements
