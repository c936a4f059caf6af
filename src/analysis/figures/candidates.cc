// SPDX-License-Identifier: Apache-2.0
#include "analysis/figures/candidates.h"

#include <algorithm>

#include "analysis/words/hashed.h"

namespace demarche::analysis {

namespace {

constexpr std::size_t kFew = 400;     // figures of one kind that are all compared
constexpr std::size_t kFeatures = 5;  // of one figure
constexpr std::size_t kHolders = 40;  // the last ones of one feature

}  // namespace

std::vector<std::uint64_t> Candidates::features(const GivenFigure& figure) const {
  std::vector<std::pair<double, std::uint64_t>> all;
  const auto add = [&](std::uint64_t feature) {
    if (!rarity_.is_alone(feature)) all.emplace_back(-rarity_.of(feature), feature);
  };
  for (const std::uint64_t stem : figure.stems) add(stem);
  for (const std::string& id : figure.about) add(Rarity::party(id));
  if (!figure.place.empty()) add(Rarity::place(figure.place));
  std::sort(all.begin(), all.end());
  if (all.size() > kFeatures) all.resize(kFeatures);
  std::vector<std::uint64_t> features;
  for (const auto& [weight, feature] : all) features.push_back(feature);
  return features;
}

std::vector<std::size_t> Candidates::before(std::size_t index) {
  const GivenFigure& figure = figures_[index];
  const std::string kind = figure.quantity.kind + "|" + figure.quantity.unit;
  std::vector<std::size_t>& block = blocks_[kind];
  std::vector<std::size_t> found;
  for (const std::uint64_t feature : features(figure)) {
    auto& holders = by_feature_[hashed(kind, feature)];
    const std::size_t from = holders.size() > kHolders ? holders.size() - kHolders : 0;
    found.insert(found.end(), holders.begin() + static_cast<long>(from), holders.end());
    holders.push_back(index);
  }
  if (block.size() <= kFew) found = block;
  block.push_back(index);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace demarche::analysis
