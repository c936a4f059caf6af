// SPDX-License-Identifier: Apache-2.0
#include "analysis/intents/intents.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "analysis/intents/intent_reader.h"

namespace demarche::analysis {

Intents::Intents(const Corpus& corpus) : corpus_(corpus) {
  for (std::size_t i = 0; i < corpus.texts.size(); ++i)
    sentences_ += static_cast<int>(read_intents(corpus, static_cast<int>(i), things_, all_));
  weigh();
}

// 1 for a thing that few sentences name, less for one that stands everywhere.
void Intents::weigh() {
  constexpr int kFew = 6;
  constexpr double kSpread = 60;  // a thing in every sixtieth sentence still says much
  std::vector<int> sentences_with(things_.size());
  for (const Intent& intent : all_) {
    for (const Thing thing : intent.matter.things) ++sentences_with[thing];
  }
  for (const int count : sentences_with) {
    const double share = count > 0 ? static_cast<double>(sentences_) / count : 0;
    weights_.push_back(count <= kFew ? 1 : std::clamp(std::log(share) / std::log(kSpread), 0.1, 1.0));
  }
}

namespace {

double shared_weight(const std::vector<Thing>& one, const std::vector<Thing>& other,
                     const std::vector<double>& weights) {
  double sum = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b) sum += weights[*a];
    const bool is_first = *a <= *b, is_second = *b <= *a;
    a += is_first;
    b += is_second;
  }
  return sum;
}

}  // namespace

double Intents::likeness(const Matter& one, const Matter& other) const {
  constexpr double kNearby = 0.5;  // what only the sentence before names
  return own_likeness(one, other) + kNearby * (shared_weight(one.nearby, other.things, weights_) +
                                               shared_weight(one.things, other.nearby, weights_));
}

double Intents::own_likeness(const Matter& one, const Matter& other) const {
  return shared_weight(one.things, other.things, weights_);
}

std::vector<Aim> Intents::same(const Matter& one, const Matter& other) {
  std::vector<Aim> both;
  std::set_intersection(one.aims.begin(), one.aims.end(), other.aims.begin(), other.aims.end(),
                        std::back_inserter(both));
  return both;
}

std::vector<Aim> Intents::opposed(const Matter& one, const Matter& other) {
  std::vector<Aim> found;
  for (const Aim& aim : one.aims) {
    if (std::binary_search(other.aims.begin(), other.aims.end(), aim.opposite())) found.push_back(aim);
  }
  return found;
}

Quote Intents::quote(const Intent& intent) const {
  return corpus_.quote(intent.document, intent.sentence, intent.said, intent.item);
}

const Intent& Intents::telling(const std::set<int>& indexes) const {
  constexpr double kSure = 0.65;
  const Intent* best = nullptr;
  auto rank = [](const Intent& intent) {
    return std::tuple(!intent.is_taken_over, !intent.matter.aims.empty(), intent.score >= kSure,
                      std::min<std::size_t>(4, intent.matter.things.size()), intent.score);
  };
  for (const int index : indexes) {
    const Intent& intent = all_[static_cast<std::size_t>(index)];
    if (!best || rank(intent) > rank(*best)) best = &intent;
  }
  return *best;
}

bool is_same_actor(const Intent& one, const Intent& other) {
  if (!one.who.empty() && !other.who.empty()) return meet(one.who, other.who);
  return !one.voice.key.empty() && one.voice.key == other.voice.key;
}

int days_between(const Intent& one, const Intent& other) {
  return one.said == kNoDay || other.said == kNoDay ? kNoDay : other.said - one.said;
}

std::uint32_t distance(const Intent& one, const Intent& other) {
  if (one.document != other.document) return UINT32_MAX;
  return one.at < other.at ? other.at - one.at : one.at - other.at;
}

}  // namespace demarche::analysis
