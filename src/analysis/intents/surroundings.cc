// SPDX-License-Identifier: Apache-2.0
#include "analysis/intents/surroundings.h"

#include <algorithm>

namespace demarche::analysis {

namespace {

bool meet(record::Range one, record::Range other) { return one.begin < other.end && other.begin < one.end; }

bool has(const Keys& sorted, Key key) { return std::binary_search(sorted.begin(), sorted.end(), key); }

}  // namespace

Surroundings::Surroundings(const Propositions& propositions, const Intents& intents)
    : propositions_(propositions),
      intents_(intents),
      passages_of_(intents.all().size()),
      intents_in_(propositions.all().size()),
      settings_(propositions),
      known_(intents.all().size()) {
  for (std::size_t i = 0; i < intents.all().size(); ++i) {
    const Intent& intent = intents.all()[i];
    auto [passage, end] = propositions.of_document(intent.document);
    while (passage < end && propositions.at(passage).sentence.end <= intent.sentence.begin) ++passage;
    for (; passage < end && propositions.at(passage).sentence.begin < intent.sentence.end; ++passage) {
      if (!meet(propositions.at(passage).range, intent.clause)) continue;
      passages_of_[i].push_back(passage);
      intents_in_[static_cast<std::size_t>(passage)].push_back(static_cast<int>(i));
    }
  }
}

std::vector<int> Surroundings::sharing(int index) const {
  constexpr std::size_t kFew = 60;
  std::vector<int> found;
  for (const int passage : passages_of_[static_cast<std::size_t>(index)]) {
    for (const Key key : propositions_.at(passage).keys) {
      const auto& others = propositions_.with_key(key);
      if (others.size() > kFew) continue;
      for (const int other : others) {
        const auto& inside = intents_in_[static_cast<std::size_t>(other)];
        found.insert(found.end(), inside.begin(), inside.end());
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

const Setting& Surroundings::setting(int index) {
  Known& known = known_[static_cast<std::size_t>(index)];
  if (!known.is_made) {
    const Intent& intent = intents_.all()[static_cast<std::size_t>(index)];
    known = {.is_made = true, .setting = settings_.of(intent.document, intent.clause)};
  }
  return known.setting;
}

Nearness Surroundings::nearness(int one, int other) { return settings_.compare(setting(one), setting(other)); }

bool Surroundings::tells_something(int index) const {
  const Intent& intent = intents_.all()[static_cast<std::size_t>(index)];
  const bool is_somebodys = !intent.who.empty() || is_known_voice(intent.voice);
  return is_somebodys && (intent.is_taken_over || intent.matter.things.size() + intent.matter.aims.size() >= 2);
}

double Surroundings::own_weight(int one, int other) {
  constexpr double kName = 0.5;
  const auto& others = setting(other).keys;
  double matters = 0, names = 0;
  for (const auto& [key, near] : setting(one).keys) {
    if (near < 1) continue;
    const auto shared = std::find_if(others.begin(), others.end(), [&](const auto& each) { return each.first == key; });
    if (shared == others.end() || shared->second < 1) continue;
    const bool is_name = has(setting(one).names, key) && has(setting(other).names, key);
    (is_name ? names : matters) += settings_.weight_of(key);
  }
  return matters > 0 ? matters + kName * names : 0;
}

std::string Surroundings::topic(int one, int other) {
  std::string best;
  double most = 0;
  const auto& others = setting(other).keys;
  for (const auto& [key, near] : setting(one).keys) {
    const auto shared = std::find_if(others.begin(), others.end(), [&](const auto& each) { return each.first == key; });
    if (shared == others.end()) continue;
    const double weight = settings_.weight_of(key) * near * shared->second;
    const std::string& word = settings_.key(key);
    if (weight > most || (weight == most && word < best)) most = weight, best = word;
  }
  return best;
}

}  // namespace demarche::analysis
