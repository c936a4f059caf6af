// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "analysis/identity.h"
#include "analysis/words.h"

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
  entry.side.names.push_back(voice.is_named_actor() ? corpus_.name_of(voice.id) : voice.name);
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

std::string names_in(const Corpus& corpus, const Ids& ids) { return listed(corpus.names_of(ids)); }

std::string name_in_question(const Corpus& corpus, const Voice& voice) {
  if (voice.is_named_actor()) return corpus.name_of(voice.id);
  std::string name = voice.name;
  const auto words = words_of(name);
  static const std::set<std::string> kBeforeNames = {"the",  "a",    "an",   "one",     "two",    "three",
                                                     "four", "five", "some", "several", "many",   "most",
                                                     "each", "both", "all",  "other",   "others", "another"};
  if (words.size() > 1 && words[0].begin == 0 && kBeforeNames.contains(words[0].text))
    name[0] = static_cast<char>(std::tolower(name[0]));
  return name;
}

namespace {

// Ids where they are known, else the words of the text: "militants".
std::string party_names(const Corpus& corpus, const Claim& claim, const Ids& ids,
                        const std::vector<record::PartyItem>& parties) {
  if (!ids.empty()) return names_in(corpus, ids);
  std::vector<std::string> names;
  const Text& text = corpus.texts[static_cast<std::size_t>(claim.document)];
  for (const auto& party : parties)
    names.push_back(party.actor.name.empty() ? text.words(party.span) : party.actor.name);
  return listed(names);
}

}  // namespace

std::string question_of_blame(const Propositions& propositions, const Passage& one, const Passage& other,
                              const std::string& answers) {
  auto topic = propositions.topic(one, other);
  std::erase_if(topic, [](const std::string& word) { return starts_with_upper(word); });
  return "Who is to blame" + (topic.empty() ? std::string() : " (" + listed(topic) + ")") + "? " + answers + ".";
}

std::string question_about(const Corpus& corpus, const Claim& claim) {
  using Tense = Lexicon::Tense;
  const auto& event = *claim.event;
  const Tense tense = claim.ground == Ground::Future ? Tense::Future
                      : event.modality == "happened" ? Tense::Past
                                                     : Tense::Present;
  std::string actor = party_names(corpus, claim, claim.actors, event.actors);
  if (actor.empty()) actor = "anyone";
  std::string question =
      corpus.lexicon->question(event.event, event.mode, claim.themes, actor,
                               party_names(corpus, claim, claim.recipients, event.recipients), tense);
  std::string where;
  if (event.place && tense == Tense::Past) where += " at " + event.place->name;
  if (claim.when.is_known() && tense == Tense::Past) where += " (" + period_text(claim.when) + ")";
  return question.insert(question.size() - 1, where);
}

double kilometres(const record::PlaceItem& a, const record::PlaceItem& b) {
  constexpr double kRadians = 3.14159265358979 / 180, kRadius = 6371;
  const double lat = (b.latitude - a.latitude) * kRadians, lon = (b.longitude - a.longitude) * kRadians;
  const double h = std::pow(std::sin(lat / 2), 2) +
                   std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * std::pow(std::sin(lon / 2), 2);
  return 2 * kRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

std::string shared_theme(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  const auto both = common(one, other);
  if (!both.empty()) return both.front();
  return !one.empty() ? one.front() : !other.empty() ? other.front() : "";
}

std::string shortened(const std::string& words, std::size_t letters) {
  std::size_t at = 0, last_space = 0;
  for (std::size_t count = 0; at < words.size() && count < letters; ++count) {
    const std::size_t begin = at;
    if (is_space(next_code_point(words, at))) last_space = begin;
  }
  if (at == words.size()) return words;
  return words.substr(0, last_space ? last_space : at) + "…";
}

namespace {

bool wording_agrees(const Claim& a, const Claim& b) { return share(a.stems, b.stems); }

bool themes_agree(const Claim& a, const Claim& b) {
  return a.themes.empty() || b.themes.empty() || share(a.themes, b.themes);
}

bool times_agree(const Claim& a, const Claim& b) {
  constexpr int kSlack = 31, kYears = 3 * 365;
  if (a.when.is_known() && b.when.is_known()) return a.when.overlaps(b.when, kSlack);
  if (a.said == kNoDay || b.said == kNoDay) return true;
  return std::abs(a.said - b.said) <= kYears;
}

Ground ground_for_denial(const Claim& claim) {
  const bool is_supposed_fact = claim.event->modality == "possible" || claim.event->modality == "asked";
  return is_supposed_fact ? Ground::Fact : claim.ground;
}

// "denied any part in it": the denier is the doer that is denied.
Ids doers_of(const Claim& claim) {
  if (!claim.actors.empty() || claim.stance != Stance::Denies || !claim.voice.is_named_actor()) return claim.actors;
  return {claim.voice.id};
}

}  // namespace

bool same_proposition(const Claim& affirmed, const Claim& denied) {
  const bool same_type = affirmed.event->event == denied.event->event;
  if (!same_type && !(affirmed.quad() == denied.quad() && wording_agrees(affirmed, denied))) return false;
  if (ground_for_denial(affirmed) != ground_for_denial(denied)) return false;
  const Ids doers = doers_of(denied);
  const bool has_likeness = wording_agrees(affirmed, denied) || share(affirmed.themes, denied.themes);
  if (!may_agree(affirmed.actors, doers) || !may_agree(affirmed.recipients, denied.recipients)) return false;
  if ((affirmed.actors.empty() || doers.empty()) &&
      !(agree(affirmed.recipients, denied.recipients) && wording_agrees(affirmed, denied)))
    return false;
  if ((affirmed.recipients.empty() || denied.recipients.empty()) && !has_likeness) return false;
  const bool modes_differ =
      !affirmed.event->mode.empty() && !denied.event->mode.empty() && affirmed.event->mode != denied.event->mode;
  if ((modes_differ || !themes_agree(affirmed, denied)) && !wording_agrees(affirmed, denied)) return false;
  return times_agree(affirmed, denied);
}

}  // namespace demarche::analysis
