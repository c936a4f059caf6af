// SPDX-License-Identifier: Apache-2.0
// Hours of the day that a text names: "6.40 in the morning", "half past eleven at night", "02:15". Private to this
// folder.
#pragma once

#include <optional>
#include <string_view>

namespace demarche::analysis {

struct Clock {
  int minute = 0;        // of the day, 0 to 1439
  bool is_sure = false;  // whether morning or evening is known; else either is meant
  // Further apart than rounding explains: forty minutes.
  bool is_apart(const Clock& other) const;
};

// The first hour named; empty when there is none.
std::optional<Clock> clock_in(std::string_view text);

}  // namespace demarche::analysis
