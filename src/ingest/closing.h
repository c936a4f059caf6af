// SPDX-License-Identifier: Apache-2.0
// The foot of an article: biographies, credits, dates of change, lines left over from other pages.
#pragma once

#include "ingest/opening.h"

namespace demarche::ingest {

// Settles the parts below the last paragraph.
void read_foot(Parts& parts, SelfDescription& self, BareNames bare_names);

// Shares the surname of an author who is known already.
bool is_known_author(const SelfDescription& self, std::string_view name);

}  // namespace demarche::ingest
