// SPDX-License-Identifier: Apache-2.0
#include "base/symbol.h"

#include <array>
#include <mutex>
#include <unordered_set>

namespace demarche {

namespace {

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// One of the parts in which texts are kept, so that threads seldom wait for each other.
struct Shelf {
  std::mutex access;
  std::unordered_set<std::string, Hash, std::equal_to<>> texts;  // nodes do not move
};

}  // namespace

const std::string& Symbol::none() {
  static const std::string kNone;
  return kNone;
}

const std::string* Symbol::kept(std::string_view text) {
  if (text.empty()) return &none();
  static auto& shelves = *new std::array<Shelf, 32>;  // never ended: symbols may be read to the last
  Shelf& shelf = shelves[Hash()(text) >> 8 & 31];
  const std::lock_guard lock(shelf.access);
  const auto known = shelf.texts.find(text);
  return known != shelf.texts.end() ? &*known : &*shelf.texts.emplace(text).first;
}

}  // namespace demarche
