// SPDX-License-Identifier: Apache-2.0
// Negation that the grammar shows.
#pragma once

#include <string_view>

#include "text/text.h"

namespace demarche::language {

// Whether a verb is negated by the words just before it: "did not send", "has never armed", "nobody has accused",
// "neither Oslo nor Lima has threatened". "Not only" and what another verb negates ("did not say that it sent") do not
// count.
bool is_negated_before(std::string_view text, Span sentence, Span verb);

}  // namespace demarche::language
