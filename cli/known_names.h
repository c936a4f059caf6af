// SPDX-License-Identifier: Apache-2.0
// Names that the record does not use of an actor it has: “NATO” where it says IGO.NATO, North Atlantic Treaty
// Organization.
#pragma once

#include "cli/context.h"

namespace demarche::cli {

// Where nobody in the record has the id or the whole name that a question gives for actor, recipient or speaker, but
// the built-in tables know an actor by it whom the record has: his id. Otherwise the question stays as it is. Reads the
// tables only for such a name.
void name_by_ids(const record::Record& record, const Context& context, record::Query& query);

}  // namespace demarche::cli
