// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace demarche::events {

// What a speaker whose act is `act` holds of an event that his words affirm or negate: "deny" of an affirmed event and
// "assert" of a negated one are the same stance, "denies".
std::string stance_of(std::string_view act, bool event_is_negated);

}  // namespace demarche::events
