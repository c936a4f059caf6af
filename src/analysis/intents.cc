// SPDX-License-Identifier: Apache-2.0
#include "analysis/intents.h"

#include <algorithm>
#include <cmath>

#include "analysis/intent_reader.h"

namespace demarche::analysis {

Intents::Intents(const Corpus& corpus) : corpus_(corpus) {
  for (std::size_t i = 0; i < corpus.texts.size(); ++i)
    sentences_ += static_cast<int>(read_intents(corpus, static_cast<int>(i), all_));
  for (const Intent& intent : all_) {
    for (const std::string& thing : intent.matter.things) ++sentences_with_[thing];
  }
}

double Intents::weight(const std::string& thing) const {
  constexpr int kFew = 6;
  constexpr double kSpread = 60;  // a thing in every sixtieth sentence still says much
  const auto found = sentences_with_.find(thing);
  if (found == sentences_with_.end() || found->second <= kFew) return 1;
  const double share = static_cast<double>(sentences_) / found->second;
  return std::clamp(std::log(share) / std::log(kSpread), 0.1, 1.0);
}

double Intents::likeness(const Matter& one, const Matter& other) const {
  constexpr double kNearby = 0.5;  // what only the sentence before names
  double sum = 0;
  for (const std::string& thing : common(one.things, other.things)) sum += weight(thing);
  for (const std::string& thing : common(one.nearby, other.things)) sum += kNearby * weight(thing);
  for (const std::string& thing : common(one.things, other.nearby)) sum += kNearby * weight(thing);
  return sum;
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

std::string Intents::topic(const Intent& one, const Intent& other) const {
  const auto both = common(one.matter.things, other.matter.things);
  const auto& things = both.empty() ? one.matter.things : both;
  const std::string text = corpus_.texts[static_cast<std::size_t>(one.document)].words(one.sentence);
  std::string best;
  double most = -1;
  for (const Word& word : words_of(text)) {
    const std::string thing = corpus_.lexicon->aim_words().thing_of(word.text);
    if (thing.empty() || !std::binary_search(things.begin(), things.end(), thing) || weight(thing) <= most) continue;
    most = weight(thing);
    best = text.substr(word.begin, word.end - word.begin);
  }
  return best.empty() || starts_with_upper(best) ? best : "the " + best;
}

std::string Intents::phrase(const Intent& one, const Intent& other, const Aim& aim) const {
  return corpus_.lexicon->aim_words().phrase(aim, topic(one, other));
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
