// SPDX-License-Identifier: Apache-2.0
// Which texts repeat one another: by runs of five words that stand in both. Private to this folder.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::analysis {

using Shingles = std::vector<std::uint64_t>;  // hashes, sorted, each once

// All runs of five words.
Shingles shingles_of(std::string_view text);
// About one run in eight, always the same ones: enough to tell whether whole texts repeat each other.
Shingles sampled_shingles(std::string_view text);
// Share of the smaller set that stands in the other; 0 when one is empty.
double containment(const Shingles& one, const Shingles& other);
// From here on two texts have one origin.
constexpr double kSameOrigin = 0.5;

}  // namespace demarche::analysis
