// SPDX-License-Identifier: Apache-2.0
#include "analysis/figures/candidates.h"

#include <algorithm>

namespace demarche::analysis {

namespace {

constexpr std::size_t kFew = 400;     // figures of one kind that are all compared
constexpr std::size_t kFeatures = 5;  // of one figure
constexpr std::size_t kHolders = 40;  // the last ones of one feature

}  // namespace

std::vector<std::string> Candidates::features(const GivenFigure& figure) const {
  std::vector<std::string> all = figure.stems;
  for (const std::string& party : figure.about) all.push_back("@" + party);
  if (!figure.place.empty()) all.push_back("+" + figure.place);
  std::stable_sort(all.begin(), all.end(),
                   [&](const std::string& a, const std::string& b) { return rarity_.of(a) > rarity_.of(b); });
  std::erase_if(all, [&](const std::string& each) { return rarity_.is_alone(each); });
  if (all.size() > kFeatures) all.resize(kFeatures);
  return all;
}

std::vector<std::size_t> Candidates::before(std::size_t index) {
  const GivenFigure& figure = figures_[index];
  const std::string kind = figure.quantity.kind + "|" + figure.quantity.unit;
  std::vector<std::size_t>& block = blocks_[kind];
  std::vector<std::size_t> found;
  for (const std::string& feature : features(figure)) {
    auto& holders = by_feature_[kind + "|" + feature];
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
