// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/claim_pairs.h"

#include <set>

#include "analysis/claims/same_proposition.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

bool may_affirm(const Claim& claim) {
  if (claim.stance != Stance::Affirms || claim.event->polarity == "negated") return false;
  return claim.ground != Ground::Supposed || claim.event->modality == "possible";
}

bool stand_in_one_sentence(const Claim& one, const Claim& other) {
  return one.document == other.document && one.event->sentence == other.event->sentence;
}

// "X attacked" and "X did not attack" may be of two things; whom, or the words for what, must tie them.
bool are_tied(const Claim& one, const Claim& other) {
  return (!one.recipients.empty() && !other.recipients.empty()) || share(one.stems, other.stems);
}

// One document cannot quarrel with itself in its own voice: it tells how things changed.
bool may_quarrel(const Claim& affirmed, const Claim& denied) {
  if (affirmed.voice.key == denied.voice.key || stand_in_one_sentence(affirmed, denied)) return false;
  if (!are_tied(affirmed, denied)) return false;
  return affirmed.utterance >= 0 || denied.utterance >= 0;
}

std::vector<std::pair<int, std::string>> blocks_of(const Claim& claim) {
  std::set<std::string> roots;
  for (const std::string& id : claim.parties()) roots.insert(root_of(id));
  if (claim.actors.empty() && claim.voice.is_named_actor()) roots.insert(root_of(claim.voice.id));
  std::vector<std::pair<int, std::string>> blocks;
  for (const std::string& root : roots) blocks.emplace_back(claim.quad(), root);
  return blocks;
}

}  // namespace

std::vector<std::pair<int, int>> contradicting_claims(const Corpus& corpus) {
  std::map<std::pair<int, std::string>, std::vector<int>> affirmed;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    if (!may_affirm(corpus.claims[i])) continue;
    for (const auto& block : blocks_of(corpus.claims[i])) affirmed[block].push_back(static_cast<int>(i));
  }
  std::set<std::pair<int, int>> pairs;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& denied = corpus.claims[i];
    if (denied.stance != Stance::Denies) continue;
    for (const auto& block : blocks_of(denied)) {
      for (const int other : affirmed[block]) {
        const Claim& claim = corpus.claims[static_cast<std::size_t>(other)];
        if (may_quarrel(claim, denied) && same_proposition(claim, denied)) pairs.emplace(other, static_cast<int>(i));
      }
    }
  }
  return {pairs.begin(), pairs.end()};
}

}  // namespace demarche::analysis
