// SPDX-License-Identifier: Apache-2.0
// Alias trie: sequences of folded words → numbers. Longest match in one walk, whatever the number of aliases.
// Building is single-threaded; a built trie is immutable and may be read from many threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace demarche::actors {

class Trie {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void add(const std::vector<std::string>& words, std::uint32_t value);

  // Node after one more word, kNone when no alias goes on like that. Start at root().
  std::uint32_t root() const { return 0; }
  std::uint32_t next(std::uint32_t node, std::string_view word) const;
  // The values of the aliases that end at this node.
  const std::vector<std::uint32_t>& values(std::uint32_t node) const { return values_[nodes_[node]]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  // A node and a word → the next node, in one array: a walk touches two cache lines a word.
  struct Edge {
    std::uint64_t key = kFree;
    std::uint32_t node = kNone;
  };
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  static std::uint64_t key_of(std::uint32_t node, std::uint32_t word) { return std::uint64_t{node} << 32 | word; }
  std::size_t slot(std::uint64_t key) const;
  void grow();

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  std::vector<Edge> edges_ = std::vector<Edge>(1u << 10);  // a power of two, at most half full
  std::size_t used_ = 0;
  std::vector<std::uint32_t> nodes_ = {0};  // index into values_, 0 for none
  std::vector<std::vector<std::uint32_t>> values_ = {{}};
};

}  // namespace demarche::actors
