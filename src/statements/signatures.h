// SPDX-License-Identifier: Apache-2.0
// Quotations that stand under a name: readers' letters, collected voices, the motto of a chapter.
#pragma once

#include <vector>

#include "statements/lexicon.h"
#include "statements/turns.h"
#include "text/text.h"

namespace demarche::statements {

// Lines such as “We want the road opened.” — Aino Lahti, farmer. The name is the label, the dash the colon, and the
// quotation with its marks the words of a turn that `is_signed`.
std::vector<Turn> find_signed(const Document& document, const Lexicon& lexicon);

}  // namespace demarche::statements
