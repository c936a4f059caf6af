// SPDX-License-Identifier: Apache-2.0
#include "analysis/antecedents.h"

#include "analysis/words.h"

namespace demarche::analysis {

Antecedents::Antecedents(const Corpus& corpus, const std::vector<Accusation>& accusations)
    : corpus_(corpus), accusations_(accusations) {
  for (std::size_t i = 0; i < accusations.size(); ++i)
    accusations_in_[accusations[i].document].push_back(static_cast<int>(i));
}

namespace {

// "Experts have suggested that B …": somebody else says of the denier how it is.
bool says_of_another(const Utterance& said, const Utterance& denial) {
  const Voice& denier = denial.voice;
  if (said.act() != "assert" && said.act() != "complain") return false;
  const bool holds_it = said.whole.begin <= denial.whole.begin && denial.whole.end <= said.whole.end;
  // ".GOV": an organ whose state is unknown, and may well be the denier's own.
  constexpr std::uint32_t kSentence = 300;
  if (holds_it || !said.is_subject || said.content.end - said.content.begin > kSentence) return false;
  if (said.voice.speaker.starts_with(".GOV") || said.voice.speaker.starts_with(".MIL")) return false;
  if (said.statement->polarity == "negated" || said.target.empty() || said.voice.key == denier.key) return false;
  const bool is_known = said.voice.kind == "named" || said.voice.kind == "collective" || said.voice.kind == "anonymous";
  return is_known && agree({said.target}, {denier.id});
}

void keep_nearer(Antecedent& best, const Antecedent& other) {
  if (other.kind != Antecedent::Kind::None && (best.kind == Antecedent::Kind::None || other.at >= best.at))
    best = other;
}

// Within reach before the denial.
bool stands_before(std::uint32_t at, std::uint32_t denial, std::uint32_t reach) {
  return at <= denial && at + reach >= denial;
}

}  // namespace

// What is claimed of the denier, or of those he speaks for, by somebody else.
bool Antecedents::may_be_denied(int index, const Voice& denier) const {
  const Claim& said = claim(index);
  const bool is_claimed = said.stance == Stance::Affirms || said.stance == Stance::Asks;
  return is_claimed && said.voice.key != denier.key && agree(said.actors, {denier.id}) && said.utterance >= 0;
}

// "Tarvessa denied it", "denied any part in it", or the first words of an answer: a denial that says nothing of its own
// is about what stands before it.
bool Antecedents::points_back(const Utterance& denial) const {
  constexpr std::uint32_t kFewWords = 40, kPronoun = 6, kStart = 60, kShortSentence = 60;
  const Text& text = corpus_.texts[static_cast<std::size_t>(denial.document)];
  const std::uint32_t length = denial.content.end - denial.content.begin;
  if (length == 0) return denial.quote.end - denial.quote.begin <= kShortSentence;
  if (length <= kPronoun) return true;
  if (length <= kFewWords && corpus_.lexicon->has_part(text.words(denial.content), "back")) return true;
  if (denial.inside < 0) return false;
  const Utterance& turn = utterance(denial.inside);
  return turn.voice.key == denial.voice.key && turn.whole.begin + kStart >= denial.content.begin;
}

Antecedent Antecedents::claim_before(const Utterance& denial, std::uint32_t reach) const {
  Antecedent nearest;
  const Text& text = corpus_.texts[static_cast<std::size_t>(denial.document)];
  for (std::size_t i = static_cast<std::size_t>(text.first_claim);
       i < corpus_.claims.size() && corpus_.claims[i].document == denial.document; ++i) {
    const std::uint32_t at = corpus_.claims[i].event->sentence.begin;
    if (!stands_before(at, denial.quote.begin, reach) || !may_be_denied(static_cast<int>(i), denial.voice)) continue;
    keep_nearer(nearest, {.kind = Antecedent::Kind::Claim, .index = static_cast<int>(i), .at = at});
  }
  return nearest;
}

// A denial that names its own matter meets only an accusation that has words of it.
bool Antecedents::speaks_of(const Accusation& accusation, const Utterance& denial) const {
  if (denial.act() == "assert" || points_back(denial) || share(accusation.themes, denial.themes)) return true;
  const Quote quote = accusation.utterance >= 0 ? corpus_.quote(utterance(accusation.utterance))
                                                : corpus_.quote(claim(accusation.claim));
  const Text& text = corpus_.texts[static_cast<std::size_t>(denial.document)];
  return common(stems_of(quote.words), stems_of(text.words(denial.content))).size() > 1;
}

Antecedent Antecedents::accusation_before(const Utterance& denial, std::uint32_t reach) const {
  Antecedent nearest;
  const auto here = accusations_in_.find(denial.document);
  if (here == accusations_in_.end()) return nearest;
  for (const int i : here->second) {
    const Accusation& accusation = accusations_[static_cast<std::size_t>(i)];
    if (!stands_before(accusation.at, denial.quote.begin, reach) || accusation.accuser.key == denial.voice.key)
      continue;
    if (!agree(accusation.accused, {denial.voice.id}) || !speaks_of(accusation, denial)) continue;
    keep_nearer(nearest, {.kind = Antecedent::Kind::Accusation, .index = i, .at = accusation.at});
  }
  return nearest;
}

Antecedent Antecedents::saying_before(const Utterance& denial, std::uint32_t reach) const {
  Antecedent nearest;
  const Text& text = corpus_.texts[static_cast<std::size_t>(denial.document)];
  for (std::size_t i = static_cast<std::size_t>(text.first_utterance);
       i < corpus_.utterances.size() && corpus_.utterances[i].document == denial.document; ++i) {
    const Utterance& said = corpus_.utterances[i];
    if (!stands_before(said.whole.begin, denial.whole.begin, reach) || !says_of_another(said, denial)) continue;
    keep_nearer(nearest, {.kind = Antecedent::Kind::Saying, .index = static_cast<int>(i), .at = said.whole.begin});
  }
  return nearest;
}

Antecedent Antecedents::before(const Utterance& denial) const {
  constexpr std::uint32_t kFar = 1500, kNear = 450;
  const bool is_plain = denial.act() != "assert";  // not a mere "said that it had not"
  Antecedent nearest = accusation_before(denial, is_plain ? kFar : kNear);
  if (is_plain && points_back(denial)) {
    keep_nearer(nearest, claim_before(denial, kFar));
    keep_nearer(nearest, saying_before(denial, kFar));
  }
  return nearest;
}

}  // namespace demarche::analysis
