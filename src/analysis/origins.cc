// SPDX-License-Identifier: Apache-2.0
#include "analysis/origins.h"

#include <algorithm>

#include "analysis/words.h"

namespace demarche::analysis {

namespace {

constexpr std::size_t kRun = 5;

// FNV-1a: the same on all machines, which std::hash is not.
std::uint64_t hash_word(std::uint64_t hash, std::string_view word) {
  for (const char letter : word) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
  return (hash ^ 0xFF) * 1099511628211u;
}

Shingles sorted(Shingles shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

}  // namespace

Shingles shingles_of(std::string_view text) {
  Shingles shingles;
  const auto words = words_of(text);
  for (std::size_t at = 0; at + kRun <= words.size(); ++at) {
    std::uint64_t hash = 14695981039346656037u;
    for (std::size_t i = 0; i < kRun; ++i) hash = hash_word(hash, words[at + i].text);
    shingles.push_back(hash);
  }
  return sorted(std::move(shingles));
}

Shingles sampled_shingles(std::string_view text) {
  Shingles shingles = shingles_of(text);
  std::erase_if(shingles, [](std::uint64_t hash) { return (hash >> 32) % 8 != 0; });
  return shingles;
}

double containment(const Shingles& one, const Shingles& other) {
  if (one.empty() || other.empty()) return 0;
  std::size_t both = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b)
      ++both, ++a, ++b;
    else if (*a < *b)
      ++a;
    else
      ++b;
  }
  return static_cast<double>(both) / static_cast<double>(std::min(one.size(), other.size()));
}

}  // namespace demarche::analysis
