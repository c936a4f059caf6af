// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/charges.h"

#include <algorithm>

#include "analysis/words/wording.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

struct Charge {
  const Claim* claim = nullptr;
  const Passage* passage = nullptr;
  Voice accuser;
  Ids doers, victims;
  std::vector<std::string> words;  // stems of the names of the doers
  std::string shown;               // the doers, as they are shown
  bool is_accusation = false;      // "blames", not a deed told
};

class Charges {
 public:
  Charges(const Propositions& propositions, Disputes& found)
      : propositions_(propositions), corpus_(propositions.corpus()), found_(found) {}
  void find();

 private:
  std::vector<Charge> of_document(int document) const;
  int passage_at(const Claim& claim) const;
  bool read(int index, Charge& charge) const;
  Voice accuser_of(const Claim& claim) const;
  void name_doers(const std::vector<record::PartyItem>& parties, Charge& charge) const;
  bool are_rivals(const Charge& one, const Charge& other) const;
  double points(const Charge& one, const Charge& other) const;
  bool is_told(const Charge& one, const Charge& other) const;
  void tell(const Charge& one, const Charge& other);
  std::string question(const Charge& one, const Charge& other) const;

  const Propositions& propositions_;
  const Corpus& corpus_;
  Disputes& found_;
};

bool is_accusing(const Claim& claim) {
  return claim.event->event == "ACCUSE" && claim.event->mode != "investigate" && claim.ground == Ground::Fact &&
         claim.event->polarity != "negated";
}

bool is_deed_of_force(const Claim& claim) {
  return claim.quad() == 4 && claim.event->event != "PROTEST" && claim.ground == Ground::Fact &&
         claim.stance == Stance::Affirms && claim.event->polarity != "negated" && claim.utterance >= 0;
}

// Whoever accuses: the speaker of the statement that does it, else the doer of the accusing.
Voice Charges::accuser_of(const Claim& claim) const {
  if (claim.performed_by >= 0) return corpus_.utterances[static_cast<std::size_t>(claim.performed_by)].voice;
  Voice voice = claim.voice;
  if (claim.actors.empty()) return voice;
  voice.speaker = claim.actors.front();
  voice.id = voice.key = voice_of(voice.speaker);
  voice.name = corpus_.name_of(voice.speaker);
  voice.kind = "named";
  return voice;
}

// By ids, and by the words of the text where no table knows them: "smugglers", "a gang from Orvend".
void Charges::name_doers(const std::vector<record::PartyItem>& parties, Charge& charge) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(charge.claim->document)];
  std::vector<std::string> shown;
  for (const auto& party : parties) {
    const std::string words = text.words(party.span);
    bool has_word = false;
    for (const Word& word : words_of(words)) {
      if (word.text.size() < 4 || corpus_.lexicon->is_common(word.text)) continue;
      insert_sorted(charge.words, stem_of(word.text));
      has_word = true;
    }
    if (has_word) shown.push_back(words);
  }
  charge.shown = charge.doers.empty() ? listed(shown) : names_in(corpus_, voices_of(charge.doers));
}

// The passage of its words; else one of its sentence.
int Charges::passage_at(const Claim& claim) const {
  const int own = propositions_.passage_of(claim);
  const auto [begin, end] = propositions_.of_document(claim.document);
  const std::uint32_t at = claim.event->sentence.begin;
  for (int i = begin; own < 0 && i < end; ++i) {
    const record::Range sentence = propositions_.at(i).sentence;
    if (sentence.begin <= at && at < sentence.end) return i;
  }
  return own;
}

bool Charges::read(int index, Charge& charge) const {
  const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
  charge.is_accusation = is_accusing(claim);
  if (!charge.is_accusation && !is_deed_of_force(claim)) return false;
  const int passage = passage_at(claim);
  if (passage < 0 || propositions_.at(passage).is_title) return false;
  charge.claim = &claim;
  charge.passage = &propositions_.at(passage);
  charge.accuser = charge.is_accusation ? accuser_of(claim) : claim.voice;
  charge.doers = charge.is_accusation ? claim.recipients : claim.actors;
  if (!charge.is_accusation) charge.victims = claim.recipients;
  name_doers(charge.is_accusation ? claim.event->recipients : claim.event->actors, charge);
  const bool charges_himself = charge.accuser.is_named_actor() && meet(charge.doers, {charge.accuser.id});
  return !charge.shown.empty() && !charges_himself && is_known_voice(charge.accuser);
}

std::vector<Charge> Charges::of_document(int document) const {
  std::vector<Charge> found;
  const auto first = static_cast<std::size_t>(corpus_.texts[static_cast<std::size_t>(document)].first_claim);
  for (std::size_t i = first; i < corpus_.claims.size() && corpus_.claims[i].document == document; ++i) {
    Charge charge;
    if (read(static_cast<int>(i), charge)) found.push_back(std::move(charge));
  }
  return found;
}

bool are_one_voice(const Voice& one, const Voice& other) {
  return one.key == other.key || (one.is_named_actor() && other.is_named_actor() && compatible(one.id, other.id));
}

bool Charges::are_rivals(const Charge& one, const Charge& other) const {
  constexpr int kReach = 4;
  if (std::abs(one.passage->nr - other.passage->nr) > kReach || are_one_voice(one.accuser, other.accuser)) return false;
  if (meet(one.doers, other.doers) || share(one.words, other.words)) return false;
  const bool is_one_sentence = one.claim->event->sentence == other.claim->event->sentence;
  if (is_one_sentence && !(one.is_accusation && other.is_accusation)) return false;
  return !meet(one.doers, other.victims) && !meet(other.doers, one.victims);
}

bool is_accused(const Charge& charge, const Voice& voice) {
  return voice.is_named_actor() && meet(charge.doers, {voice.id});
}

double Charges::points(const Charge& one, const Charge& other) const {
  const auto shared = common(one.passage->keys, other.passage->keys);
  const auto either_has = [&](const char* mark) {
    return one.passage->has_mark(mark) || other.passage->has_mark(mark);
  };
  double points = 0;
  if (is_accused(one, other.accuser) || is_accused(other, one.accuser)) points += 2;
  if (std::abs(one.passage->nr - other.passage->nr) < 2) points += 1;
  if (propositions_.has_deed(shared)) points += 1.5;
  if (either_has("blame")) points += 0.5;
  if (either_has("contrast")) points += 0.5;
  return points;
}

// Whether another rule has set the two sentences against each other.
bool Charges::is_told(const Charge& one, const Charge& other) const {
  const std::string& document = corpus_.texts[static_cast<std::size_t>(one.claim->document)].source->document.id;
  const auto stands_in = [&](const Dispute& dispute, record::Range sentence) {
    return std::any_of(dispute.sides.begin(), dispute.sides.end(), [&](const Side& side) {
      return std::any_of(side.evidence.begin(), side.evidence.end(), [&](const Quote& quote) {
        return quote.document == document && quote.span.begin < sentence.end && sentence.begin < quote.span.end;
      });
    });
  };
  return std::any_of(found_.begin(), found_.end(), [&](const Dispute& dispute) {
    return dispute.kind == "culprit" && stands_in(dispute, one.claim->event->sentence) &&
           stands_in(dispute, other.claim->event->sentence);
  });
}

// By the deed that one of them tells; where both only accuse, by the words that they share.
std::string Charges::question(const Charge& one, const Charge& other) const {
  std::string answers;
  for (const Charge* charge : {&one, &other}) {
    const std::string name = name_in_question(corpus_, charge->accuser);
    answers += (answers.empty() ? "" : ", ") + name + (is_plural(name) ? " blame " : " blames ") + charge->shown;
  }
  for (const Charge* charge : {&one, &other})
    if (!charge->is_accusation) return deed_in_words(corpus_, *charge->claim) + " " + answers + ".";
  return question_of_blame(propositions_, *one.passage, *other.passage, answers);
}

void Charges::tell(const Charge& one, const Charge& other) {
  DisputeMaker maker(corpus_, "culprit");
  for (const Charge* charge : {&one, &other})
    maker.add(charge->shown, charge->accuser, "blames " + charge->shown, *charge->claim);
  const Claim& claim = *one.claim;
  found_.push_back(maker.finish(claim.id + "|" + other.claim->id, question(one, other), claim.event->event,
                                shared_theme(claim.themes, other.claim->themes), 0.9));
}

void Charges::find() {
  constexpr double kEnough = 3;
  for (std::size_t document = 0; document < corpus_.texts.size(); ++document) {
    const auto charges = of_document(static_cast<int>(document));
    for (std::size_t i = 0; i < charges.size(); ++i) {
      for (std::size_t j = i + 1; j < charges.size(); ++j) {
        const Charge &one = charges[i], &other = charges[j];
        if (are_rivals(one, other) && points(one, other) >= kEnough && !is_told(one, other)) tell(one, other);
      }
    }
  }
}

}  // namespace

void find_rival_charges(const Propositions& propositions, Disputes& found) { Charges(propositions, found).find(); }

}  // namespace demarche::analysis
