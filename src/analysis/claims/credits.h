// SPDX-License-Identifier: Apache-2.0
// From whom a text says that it has what it tells. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims/claims.h"
#include "analysis/claims/origins.h"

namespace demarche::analysis {

// The outlet or agency to which a sentence is credited, in lower case and without article ("reuters"); empty when its
// text tells it by itself. "The agency" is the one named before it in the same text.
std::string credit_of(const Corpus& corpus, const Told& told);

// Whether a document is printed under this name: it is its outlet, or stands above its first lines.
bool is_printed_under(const Text& text, const std::string& credit);

// Ids of the news agencies and outlets that the tables know and that stand above the first lines.
Ids agencies_above(const Text& text);

}  // namespace demarche::analysis
