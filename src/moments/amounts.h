// SPDX-License-Identifier: Apache-2.0
// Amounts of time: "three weeks", "2 years and 6 months", "two and a half hours", "several days".
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "moments/calendar.h"
#include "moments/words.h"

namespace demarche::moments {

struct Amount {
  std::size_t end = 0;
  std::vector<std::pair<Unit, int>> parts;  // largest unit first
  bool half = false;                        // and a half of the last unit; of one alone when its count is 0
  bool vague = false;                       // "several", "some", or a plural without any count
  Unit finest() const;
};

std::optional<Amount> read_amount(const Words& words, std::size_t at);
// The same with a number or "a" in front: "years" alone is none.
std::optional<Amount> read_counted_amount(const Words& words, std::size_t at);

std::string duration_value(const Amount& amount);
Day shift(Day day, const Amount& amount, int sign);

}  // namespace demarche::moments
