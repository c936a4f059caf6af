// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "statements/statements.h"

namespace demarche::events {

// The act of a statement as its events stand in it. The act of a whole turn is that of its main answer: what else is
// told in it is asserted. A plain "said" that the reader took for a denial ("said that it had not …") asserts what its
// own words negate.
std::string_view frame_of(const statements::Statement& statement, bool event_is_negated);

// What a speaker whose act is `act` holds of an event that his words affirm or negate: "deny" of an affirmed event and
// "assert" of a negated one are the same stance, "denies".
std::string stance_of(std::string_view act, bool event_is_negated);

}  // namespace demarche::events
