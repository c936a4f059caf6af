// SPDX-License-Identifier: Apache-2.0
// Which figures are worth comparing, so that a large record takes no more than its size. Private to this folder.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/figures/figure_matters.h"

namespace demarche::analysis {

// Hands out, for one figure after the other, those before it of its kind and unit: all of them while they are few, else
// those that share one of its rarest words, parties or places.
class Candidates {
 public:
  Candidates(const std::vector<GivenFigure>& figures, const Rarity& rarity) : figures_(figures), rarity_(rarity) {}
  // Ascending. To be called with ascending indexes, each once.
  std::vector<std::size_t> before(std::size_t index);

 private:
  std::vector<std::uint64_t> features(const GivenFigure& figure) const;  // the rarest first

  const std::vector<GivenFigure>& figures_;
  const Rarity& rarity_;
  std::map<std::string, std::vector<std::size_t>> blocks_;                  // by kind and unit
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_feature_;  // by hash of kind, unit and feature
};

}  // namespace demarche::analysis
