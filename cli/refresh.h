// SPDX-License-Identifier: Apache-2.0
// Happenings, positions and disputes are computed when they are first asked for after new documents came in, or after a
// change of the program or its lexicon.
#pragma once

#include "cli/context.h"

namespace demarche::cli {

bool spans_documents(record::Kind kind);
// Brings the findings of the record up to date when they are stale.
void refresh_findings(const Context& context);

// A record to read, with findings that are up to date, or, with a day, as it could be known at its end; says how many
// documents are left out for want of a date. Throws Error{Usage} for a malformed day.
record::Record record_as_of(const Context& context, const std::string& day, bool wants_findings = true);
// “--as-of DATE”
void add_as_of(CLI::App& command, std::string& day);

}  // namespace demarche::cli
