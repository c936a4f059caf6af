// SPDX-License-Identifier: Apache-2.0
// Which deeds and things a stretch of text names. Private to this folder.
#pragma once

#include "analysis/intents/intents.h"

namespace demarche::analysis {

// `is_refused`: the words for a deed are those of its refusal ("will not open"), whose "not" is no part of the deed.
Matter matter_of(const Text& text, const AimWords& deeds, Things& things, record::Range clause, bool is_refused);

}  // namespace demarche::analysis
