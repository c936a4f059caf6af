// SPDX-License-Identifier: Apache-2.0
#include "actors/spelling.h"

#include <algorithm>
#include <array>

namespace demarche::actors {

namespace {

constexpr std::size_t kLongest = 32;  // letters; what is longer is no misspelt name

std::size_t difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

// Letters to insert, drop or change; two letters that changed places count once.
std::size_t distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& last = rows[(i + 2) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], rows[(i + 1) % 3][j - 2] + 1);
    }
  }
  return rows[a.size() % 3][b.size()];
}

}  // namespace

std::size_t allowed_distance(std::string_view word) { return word.size() < 6 ? 0 : word.size() < 9 ? 1 : 2; }

bool may_be_meant(std::string_view a, std::string_view b) {
  const std::size_t allowed = allowed_distance(a.size() < b.size() ? a : b);
  if (allowed == 0 || a == b || a.size() > kLongest || b.size() > kLongest) return false;
  return difference(a.size(), b.size()) <= allowed && distance(a, b) <= allowed;
}

bool differ_by_doubling(std::string_view a, std::string_view b) {
  const auto once = [](std::string_view word) {
    std::string written(word);
    written.erase(std::unique(written.begin(), written.end()), written.end());
    return written;
  };
  return a != b && once(a) == once(b);
}

void Spellings::add(std::string_view word) {
  constexpr std::size_t kShortest = 5;
  if (word.size() >= kShortest && word.size() <= kLongest) words_[word.front()].emplace_back(word);
}

std::vector<std::string_view> Spellings::near(std::string_view word) const {
  std::vector<std::string_view> found;
  if (word.empty()) return found;
  const auto bucket = words_.find(word.front());
  if (bucket == words_.end()) return found;
  std::size_t best = kLongest;
  for (const std::string& known : bucket->second) {
    if (!may_be_meant(word, known)) continue;
    const std::size_t away = distance(word, known);
    if (away > best) continue;
    if (away < best) found.clear();
    best = away;
    if (std::find(found.begin(), found.end(), known) == found.end()) found.push_back(known);
  }
  return found;
}

std::vector<std::string_view> Spellings::near(std::string_view word, std::size_t allowed) const {
  std::vector<std::string_view> found;
  const auto bucket = word.empty() || word.size() > kLongest ? words_.end() : words_.find(word.front());
  if (bucket == words_.end()) return found;
  for (const std::string& known : bucket->second) {
    const bool is_near = word != known && difference(word.size(), known.size()) <= allowed;
    if (is_near && distance(word, known) <= allowed && std::find(found.begin(), found.end(), known) == found.end())
      found.push_back(known);
  }
  return found;
}

}  // namespace demarche::actors
