// SPDX-License-Identifier: Apache-2.0
// Happenings, positions and disputes are computed when they are first asked for after new documents came in, or after a
// change of the program or its lexicon.
#pragma once

#include "cli/context.h"

namespace demarche::cli {

bool spans_documents(record::Kind kind);
// Brings the findings of the record up to date when they are stale.
void refresh_findings(const Context& context);

}  // namespace demarche::cli
