// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "reader/decode.h"
#include "reader/tags.h"

namespace demarche::reader {

namespace {

constexpr std::size_t kReach = 160;  // pieces back to an antecedent
constexpr std::array<Anchor::Kind, 4> kKinds = {Anchor::Kind::Person, Anchor::Kind::Organisation, Anchor::Kind::Place,
                                                Anchor::Kind::Other};

// What an anchor means as far as it is known, and where it stands.
struct Place {
  std::size_t position = 0;
  std::size_t chain = 0;  // index of the first anchor of its chain
};

void keep_likeliest(std::vector<Anchor::Candidate>& candidates) {
  constexpr std::size_t kFew = 5;
  std::sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  candidates.resize(std::min(candidates.size(), kFew));
}

// Writes the chain that most of the probability goes back to, or none when to be new is likelier.
void find_antecedent(const Layers& layers, const std::vector<Place>& earlier, Place& place, Anchor& anchor) {
  struct Chain {
    double weight = 0, best = 0;
    int nearest = -1;
  };
  std::map<std::size_t, Chain> chains;
  double all = 1;  // the weight of being new: a score of zero
  for (std::size_t i = earlier.size(); i-- > 0 && place.position - earlier[i].position <= kReach;) {
    const double weight =
        std::exp(static_cast<double>(layers.link(Link::Antecedent, place.position, earlier[i].position)));
    Chain& chain = chains[earlier[i].chain];
    chain.weight += weight;
    if (weight > chain.best) chain.best = weight, chain.nearest = static_cast<int>(i);
    all += weight;
  }
  for (const auto& [first, chain] : chains)
    anchor.candidates.push_back({chain.nearest, static_cast<float>(chain.weight / all)});
  keep_likeliest(anchor.candidates);
  const auto likeliest = std::max_element(
      chains.begin(), chains.end(), [](const auto& a, const auto& b) { return a.second.weight < b.second.weight; });
  if (likeliest == chains.end() || likeliest->second.weight <= 1) {
    anchor.score = static_cast<float>(1 / all);
    return;
  }
  anchor.antecedent = likeliest->second.nearest;
  anchor.score = static_cast<float>(likeliest->second.weight / all);
  place.chain = likeliest->first;
}

}  // namespace

std::vector<Anchor> decode_anchors(const Layers& layers) {
  std::vector<Anchor> anchors;
  std::vector<Place> places;
  for (std::size_t i = 0; i < layers.size();) {
    const Run word = whole_words(layers, {i, i + 1});
    const std::size_t first = i;
    i = word.end;
    if (layers.unit(first).is_mark()) continue;
    const auto chances = softmax(layers.row(Output::Mention, first));
    if (chances[0] > 0.5F) continue;
    const auto kind = std::max_element(chances.begin() + 1, chances.end()) - chances.begin() - 1;
    Anchor anchor{spans_of(layers, word).front(), kKinds[static_cast<std::size_t>(kind)]};
    Place place{first, anchors.size()};
    find_antecedent(layers, places, place, anchor);
    anchors.push_back(anchor);
    places.push_back(place);
  }
  return anchors;
}

}  // namespace demarche::reader
