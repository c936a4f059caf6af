// SPDX-License-Identifier: Apache-2.0
// Accusations: found from both ends, from the statement that accuses and from the deed of accusing, since a text may
// give either.
#include "analysis/disputes/accusations.h"

#include <algorithm>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

bool is_accusing(const Claim& claim) {
  return claim.event->event == "ACCUSE" && claim.event->polarity != "negated" && claim.ground == Ground::Fact &&
         claim.stance == Stance::Affirms;
}

// The one named right behind the cue; else those spoken to; else the doers of what is claimed.
Ids accused_in(const Corpus& corpus, const Utterance& utterance) {
  if (!utterance.target.empty()) return {utterance.target};
  if (!utterance.addressees.empty()) return utterance.addressees;
  Ids accused;
  for (const int index : utterance.claims) {
    for (const std::string& id : corpus.claims[static_cast<std::size_t>(index)].actors) {
      if (!utterance.voice.id.empty() && voice_of(id) == utterance.voice.id) continue;
      insert_sorted(accused, id);
    }
  }
  return accused;
}

Accusation from_statement(const Corpus& corpus, int index) {
  const Utterance& utterance = corpus.utterances[static_cast<std::size_t>(index)];
  Accusation made;
  made.utterance = index;
  made.accuser = utterance.voice;
  made.accused = accused_in(corpus, utterance);
  made.about = utterance.about;
  made.themes = utterance.themes;
  made.claims = utterance.claims;
  made.document = utterance.document;
  made.said = utterance.said;
  made.at = utterance.whole.begin;
  return made;
}

Voice voice_of_doer(const Corpus& corpus, const Claim& claim) {
  Voice voice = claim.voice;
  if (claim.actors.empty()) return voice;
  voice.speaker = claim.actors.front();
  voice.id = voice_of(voice.speaker);
  voice.name = corpus.name_of(voice.speaker);
  voice.kind = "named";
  voice.key = voice.id;
  return voice;
}

Accusation from_deed(const Corpus& corpus, int index) {
  const Claim& claim = corpus.claims[static_cast<std::size_t>(index)];
  Accusation made;
  made.claim = index;
  made.accuser = voice_of_doer(corpus, claim);
  made.accused = claim.recipients;
  made.about = claim.recipients;
  made.themes = claim.themes;
  made.document = claim.document;
  made.said = claim.when.is_exact() ? claim.when.lo : claim.said;
  made.at = claim.event->sentence.begin;
  return made;
}

}  // namespace

std::vector<Accusation> accusations_of(const Corpus& corpus) {
  std::vector<Accusation> found;
  std::map<int, std::size_t> by_utterance;
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) {
    const Utterance& utterance = corpus.utterances[i];
    if (utterance.act() != "accuse" || utterance.statement->polarity == "negated") continue;
    by_utterance[static_cast<int>(i)] = found.size();
    found.push_back(from_statement(corpus, static_cast<int>(i)));
  }
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    if (!is_accusing(claim)) continue;
    const auto same = by_utterance.find(claim.performed_by);
    if (same == by_utterance.end()) {
      if (!claim.recipients.empty() && !claim.actors.empty()) found.push_back(from_deed(corpus, static_cast<int>(i)));
      continue;
    }
    Accusation& known = found[same->second];
    known.claim = static_cast<int>(i);
    if (!claim.recipients.empty()) known.accused = claim.recipients;
    if (known.themes.empty()) known.themes = claim.themes;
  }
  std::erase_if(found, [](const Accusation& accusation) {
    return accusation.accused.empty() ||
           (accusation.accuser.is_named_actor() && agree(accusation.accused, {accusation.accuser.id}));
  });
  return found;
}

}  // namespace demarche::analysis
