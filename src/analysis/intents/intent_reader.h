// SPDX-License-Identifier: Apache-2.0
// Reads the intents of one document. Private to this folder.
#pragma once

#include <vector>

#include "analysis/intents/intents.h"

namespace demarche::analysis {

// Adds the intents of a document (its index) in text order; returns how many sentences it has.
std::size_t read_intents(const Corpus& corpus, int document, Things& things, std::vector<Intent>& found);

}  // namespace demarche::analysis
