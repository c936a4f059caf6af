// SPDX-License-Identifier: Apache-2.0
// What a mistyped word may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::cli {

// The one of `known` that differs from `word` in the fewest bytes, case aside; empty when all differ in more than a
// third of them.
std::string nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace demarche::cli
