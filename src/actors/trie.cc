// SPDX-License-Identifier: Apache-2.0
#include "actors/trie.h"

namespace demarche::actors {

namespace {

// "Khalid ibn Faisal" is "Khalid bin Faisal".
std::string_view spelt(std::string_view word) { return word == "ibn" ? std::string_view("bin") : word; }

}  // namespace

// The slot that holds the key, or the free one where it belongs.
std::size_t Trie::slot(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = (key * 0x9E3779B97F4A7C15ull >> 24) & mask;
  while (edges_[at].key != key && edges_[at].key != kFree) at = (at + 1) & mask;
  return at;
}

void Trie::grow() {
  const std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(edges_.size() * 2));
  for (const Edge& edge : old) {
    if (edge.key != kFree) edges_[slot(edge.key)] = edge;
  }
}

void Trie::add(const std::vector<std::string>& words, std::uint32_t value) {
  std::uint32_t node = 0;
  for (const std::string& word : words) {
    const auto id = words_.emplace(spelt(word), static_cast<std::uint32_t>(words_.size())).first->second;
    if (used_ * 2 >= edges_.size()) grow();
    Edge& edge = edges_[slot(key_of(node, id))];
    if (edge.key == kFree) {
      edge = {key_of(node, id), static_cast<std::uint32_t>(nodes_.size())};
      nodes_.push_back(0);
      ++used_;
    }
    node = edge.node;
  }
  if (nodes_[node] == 0) {
    nodes_[node] = static_cast<std::uint32_t>(values_.size());
    values_.emplace_back();
  }
  values_[nodes_[node]].push_back(value);
}

std::uint32_t Trie::next(std::uint32_t node, std::string_view word) const {
  const auto id = words_.find(spelt(word));
  return id == words_.end() ? kNone : edges_[slot(key_of(node, id->second))].node;
}

}  // namespace demarche::actors
