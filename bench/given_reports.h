// SPDX-License-Identifier: Apache-2.0
// Documents made by rule for the bench of findings: invented reports of invented deeds between states, three sentences
// with an event each, of which one is told by a speaker. No two documents are copies; a deed is told by about three.
#pragma once

#include <cstddef>

#include "analysis/analysis.h"

namespace demarche::bench {

// The same for the same number.
analysis::Source report(std::size_t number, std::size_t of);

}  // namespace demarche::bench
