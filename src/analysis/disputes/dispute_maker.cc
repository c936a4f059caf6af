// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/dispute_maker.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "analysis/claims/identity.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

double kind_factor(const std::string& kind) {
  static const std::map<std::string, double> kFactors = {{"denial", 1.0},
                                                         {"culprit", 1.0},
                                                         {"contradictory-demands", 0.95},
                                                         {"promise-broken", 0.9},
                                                         {"reversal", 0.9},
                                                         {"figure", 0.8},
                                                         {"demand-refusal", 0.8},
                                                         {"place", 0.5},
                                                         {"time", 0.4},
                                                         {"accusation-unanswered", 0.45}};
  return kFactors.at(kind);
}

bool quote_order(const Quote& a, const Quote& b) {
  return std::tie(a.date, a.document, a.span, a.item) < std::tie(b.date, b.document, b.span, b.item);
}

// Typographers differ over quotation marks and dashes; words are what is compared.
std::string in_plain_words(const std::string& text) {
  std::string plain;
  for (const Word& word : words_of(text)) plain += word.text + " ";
  return plain;
}

void sort_names(Side& side) {
  std::sort(side.names.begin(), side.names.end());
  side.names.erase(std::unique(side.names.begin(), side.names.end()), side.names.end());
  if (side.names.size() > 1) std::erase(side.names, "an unnamed voice");
}

}  // namespace

void DisputeMaker::add(const std::string& side, const Voice& voice, const std::string& stance, Quote quote,
                       double score) {
  const int order = static_cast<int>(sides_.size());
  Entry& entry = sides_.try_emplace(side, Entry{.order = order, .side = {}, .weights = {}}).first->second;
  if (entry.side.stance.empty()) entry.side.stance = stance;
  if (voice.is_named_actor()) insert_sorted(entry.side.who, voice.id);
  entry.side.names.push_back(voice.is_named_actor() ? corpus_.name_of(voice.id) : voice.name.text());
  double& weight = entry.weights[quote.document];
  weight = std::max(weight, score);
  entry.side.evidence.push_back(std::move(quote));
}

void DisputeMaker::add(const std::string& side, const Voice& voice, const std::string& stance, const Claim& claim) {
  add(side, voice, stance, corpus_.quote(claim), weight_of(corpus_, claim));
}

void DisputeMaker::add(const std::string& side, const Voice& voice, const std::string& stance,
                       const Utterance& utterance) {
  add(side, voice, stance, corpus_.quote(utterance), utterance.score);
}

void DisputeMaker::add_silent(const std::string& side, const Ids& who, const std::string& stance) {
  const int order = static_cast<int>(sides_.size());
  sides_[side] = {.order = order,
                  .side = {.who = who, .names = corpus_.names_of(who), .stance = stance, .evidence = {}},
                  .weights = {{"", 1}}};
}

double DisputeMaker::weight(const Entry& entry) const {
  double doubt = 1;
  for (const auto& [document, score] : entry.weights) doubt *= 1 - std::clamp(score, 0.0, 0.98);
  return 1 - doubt;
}

// Evidence in order of time, each words once: an echo in another paper adds nothing to read.
void DisputeMaker::tidy(Side& side, Dispute& dispute) const {
  constexpr std::size_t kMost = 8;
  std::sort(side.evidence.begin(), side.evidence.end(), quote_order);
  std::set<std::string> seen;
  std::erase_if(side.evidence, [&](const Quote& quote) { return !seen.insert(in_plain_words(quote.words)).second; });
  for (const Quote& quote : side.evidence) {
    if (quote.date.empty()) continue;
    if (dispute.lo.empty() || quote.date < dispute.lo) dispute.lo = quote.date;
    if (quote.date > dispute.hi) dispute.hi = quote.date;
  }
  if (side.evidence.size() > kMost) side.evidence.resize(kMost);
  sort_names(side);
}

// Officials without a name are others in each document; what one agency has of them stands in three papers as one side.
void DisputeMaker::join_namesakes() {
  for (auto entry = sides_.begin(); entry != sides_.end(); ++entry) {
    for (auto other = std::next(entry); other != sides_.end();) {
      const Side &one = entry->second.side, &two = other->second.side;
      const bool is_one =
          one.who == two.who && one.names == two.names && one.stance == two.stance && one.names.size() == 1;
      if (!is_one || one.evidence.empty() || two.evidence.empty()) {
        ++other;
        continue;
      }
      auto& evidence = entry->second.side.evidence;
      evidence.insert(evidence.end(), two.evidence.begin(), two.evidence.end());
      entry->second.weights.insert(other->second.weights.begin(), other->second.weights.end());
      entry->second.order = std::min(entry->second.order, other->second.order);
      other = sides_.erase(other);
    }
  }
}

Dispute DisputeMaker::finish(const std::string& about, std::string question, const std::string& event,
                             const std::string& theme, double importance) {
  Dispute made{.id = finding_id('d', kind_ + "|" + about),
               .kind = kind_,
               .question = std::move(question),
               .event = event,
               .theme = theme,
               .score = 0,
               .state = "open",
               .lo = {},
               .hi = {},
               .sides = {},
               .why = {}};
  join_namesakes();
  std::vector<const Entry*> entries;
  for (const auto& [key, entry] : sides_) entries.push_back(&entry);
  std::sort(entries.begin(), entries.end(), [](const Entry* a, const Entry* b) { return a->order < b->order; });
  std::vector<double> weights;
  int named = 0;
  for (const Entry* entry : entries) {
    weights.push_back(weight(*entry));
    named += entry->side.who.empty() ? 0 : 1;
    made.sides.push_back(entry->side);
    tidy(made.sides.back(), made);
  }
  std::sort(weights.rbegin(), weights.rend());
  const double weaker = weights.size() > 1 ? weights[1] : 0;
  const double standing = named > 1 ? 1.0 : named == 1 ? 0.8 : 0.5;
  made.score = std::clamp(weaker * importance * kind_factor(kind_) * standing, 0.0, 1.0);
  return made;
}

double weight_of(const Corpus& corpus, const Claim& claim) {
  if (claim.utterance < 0) return claim.score;
  return claim.score * std::max(0.5, corpus.utterances[static_cast<std::size_t>(claim.utterance)].score);
}

double importance_of(const Claim& claim) {
  constexpr double kByQuad[] = {0.6, 0.75, 0.9, 0.8, 1.0};
  double importance = kByQuad[claim.quad()];
  if (claim.actors.empty() || claim.recipients.empty()) importance *= 0.85;
  std::set<std::string> roots;
  for (const std::string& id : claim.parties()) roots.insert(root_of(id));
  return roots.size() > 1 ? importance : importance * 0.85;
}

}  // namespace demarche::analysis
