// SPDX-License-Identifier: Apache-2.0
#include "cli/nearest.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace demarche::cli {

namespace {

// Levenshtein's distance (Soviet Physics Doklady 10, 1966) with a swap of neighbours as one step, over bytes.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] != b[j - 1])});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) next[j] = std::min(next[j], before[j - 2] + 1);
    }
    before = row;
    std::swap(row, next);
  }
  return row[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  const std::string folded = fold_case(word);
  std::string best;
  std::size_t least = folded.size() / 3 + 1;
  for (const std::string& each : known) {
    const std::size_t steps = distance(folded, fold_case(each));
    if (steps >= least) continue;
    least = steps;
    best = each;
  }
  return best;
}

}  // namespace demarche::cli
