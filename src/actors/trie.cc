// SPDX-License-Identifier: Apache-2.0
#include "actors/trie.h"

namespace demarche::actors {

void Trie::add(const std::vector<std::string>& words, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const std::string& word : words) {
    const auto id = words_.emplace(word, static_cast<std::uint32_t>(words_.size())).first->second;
    const auto [edge, is_new] =
        edges_.emplace(std::uint64_t{node} << 32 | id, static_cast<std::uint32_t>(nodes_.size()));
    if (is_new) nodes_.push_back(0);
    node = edge->second;
  }
  if (nodes_[node] == 0) {
    nodes_[node] = static_cast<std::uint32_t>(values_.size());
    values_.emplace_back();
  }
  values_[nodes_[node]].push_back(value);
}

std::uint32_t Trie::next(std::uint32_t node, std::string_view word) const {
  const auto id = words_.find(word);
  if (id == words_.end()) return kNone;
  const auto edge = edges_.find(std::uint64_t{node} << 32 | id->second);
  return edge == edges_.end() ? kNone : edge->second;
}

}  // namespace demarche::actors
