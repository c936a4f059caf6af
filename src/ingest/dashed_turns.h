// SPDX-License-Identifier: Apache-2.0
// Interviews whose labels stand before a dash: "ORSINI – Who fired first?"
#pragma once

#include <cstddef>

#include "ingest/parts.h"

namespace demarche::ingest {

struct DashedTurns {
  std::size_t turns = 0;      // paragraphs of the body that open with a name which comes back, and a dash
  std::size_t questions = 0;  // those that ask
  std::size_t first = 0;      // index of the first of them; one behind the last part where there are none
};

// Nothing unless two names come back and one of the paragraphs asks: a dateline looks like a label.
DashedTurns dashed_turns(const Parts& parts);

}  // namespace demarche::ingest
