// SPDX-License-Identifier: Apache-2.0
// Words as hashes, where many threads need the same number for the same word. Private to this folder.
#pragma once

#include <cstdint>
#include <string_view>

namespace demarche::analysis {

// FNV-1a: the same on all machines, which std::hash is not. Of a sequence of words: `before` is the hash of those
// before.
constexpr std::uint64_t hashed(std::string_view word, std::uint64_t before = 14695981039346656037u) {
  for (const char letter : word) before = (before ^ static_cast<unsigned char>(letter)) * 1099511628211u;
  return (before ^ 0xFF) * 1099511628211u;
}

}  // namespace demarche::analysis
