// SPDX-License-Identifier: Apache-2.0
#include "analysis/intents/surroundings.h"

#include <algorithm>

namespace demarche::analysis {

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
  double weight = 0;
  const auto& others = setting(other).keys;
  for (const auto& [key, near] : setting(one).keys) {
    if (near < 1) continue;
    const auto shared = std::find_if(others.begin(), others.end(), [&](const auto& each) { return each.first == key; });
    if (shared != others.end() && shared->second >= 1) weight += settings_.weight_of(key);
  }
  return weight;
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
