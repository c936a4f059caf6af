// SPDX-License-Identifier: Apache-2.0
// Denials: what one affirms and another denies.
//
// Three ways in which a denial meets what it denies, from strong to weak:
//   1. two coded claims of one proposition:   "A armed the rebels", says B;  "A has never armed the rebels", says A
//   2. a denial without a coded claim that follows, in the same text, a claim about the denier:   "Many say that A arms
//   …" – "Absurd."
//   3. a denial and an accusation, anywhere, with the same parties and issue
// All pairs that touch the same claim make one dispute (union-find), so that ten reports of one quarrel are one
// quarrel.
#include <algorithm>
#include <numeric>

#include "analysis/antecedents.h"
#include "analysis/disputes.h"
#include "analysis/identity.h"
#include "analysis/origins.h"
#include "analysis/words.h"

namespace demarche::analysis {

namespace {

class Denials {
 public:
  Denials(const Corpus& corpus, const std::vector<Accusation>& accusations, std::set<int>& answered);
  void find(Disputes& found);

 private:
  using Blocks = std::map<std::pair<int, std::string>, std::vector<int>>;

  void pair_claims();
  void pair_statements();
  bool follow_text(int denial);
  bool follow_issue(int denial);
  void meet_accusation(int accusation, int denial_node);
  const Claim* sample(const std::vector<int>& nodes) const;
  Dispute dispute_of(const std::vector<int>& nodes) const;
  void add_node(DisputeMaker& maker, int node) const;
  std::string question_by_words(int node, const Quote& quote) const;
  void join_echoes();

  int node_of_utterance(int utterance) const { return static_cast<int>(corpus_.claims.size()) + utterance; }
  int root(int node);
  void join(int affirmed, int denied);
  void unite(int one, int other);
  const Claim& claim(int index) const { return corpus_.claims[static_cast<std::size_t>(index)]; }
  const Utterance& utterance(int index) const { return corpus_.utterances[static_cast<std::size_t>(index)]; }

  const Corpus& corpus_;
  const std::vector<Accusation>& accusations_;
  std::set<int>& answered_;
  Antecedents antecedents_;
  std::map<std::string, std::vector<int>> accusations_of_;  // by root of the accused
  std::vector<int> parents_;
  std::set<int> affirming_, denying_;  // nodes that met a counterpart
};

Denials::Denials(const Corpus& corpus, const std::vector<Accusation>& accusations, std::set<int>& answered)
    : corpus_(corpus),
      accusations_(accusations),
      answered_(answered),
      antecedents_(corpus, accusations),
      parents_(corpus.claims.size() + corpus.utterances.size()) {
  std::iota(parents_.begin(), parents_.end(), 0);
  for (std::size_t i = 0; i < accusations.size(); ++i) {
    std::set<std::string> roots;
    for (const std::string& id : accusations[i].accused) roots.insert(root_of(id));
    for (const std::string& root : roots) accusations_of_[root].push_back(static_cast<int>(i));
  }
}

int Denials::root(int node) {
  int& parent = parents_[static_cast<std::size_t>(node)];
  if (parent == node) return node;
  return parent = root(parent);
}

void Denials::join(int affirmed, int denied) {
  affirming_.insert(affirmed);
  denying_.insert(denied);
  unite(affirmed, denied);
}

void Denials::unite(int one, int other) {
  const int a = root(one), b = root(other);
  parents_[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
}

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

void Denials::pair_claims() {
  Blocks affirmed;
  for (std::size_t i = 0; i < corpus_.claims.size(); ++i) {
    if (!may_affirm(corpus_.claims[i])) continue;
    for (const auto& block : blocks_of(corpus_.claims[i])) affirmed[block].push_back(static_cast<int>(i));
  }
  for (std::size_t i = 0; i < corpus_.claims.size(); ++i) {
    const Claim& denied = corpus_.claims[i];
    if (denied.stance != Stance::Denies) continue;
    for (const auto& block : blocks_of(denied)) {
      const auto candidates = affirmed.find(block);
      if (candidates == affirmed.end()) continue;
      for (const int other : candidates->second) {
        if (may_quarrel(claim(other), denied) && same_proposition(claim(other), denied))
          join(other, static_cast<int>(i));
      }
    }
  }
}

// "said that it had not": an assertion of a negative about the past or present, never about what will be.
bool asserts_a_negative(const Corpus& corpus, const Utterance& utterance) {
  if (utterance.act() != "assert" || utterance.statement->polarity != "negated") return false;
  const Text& text = corpus.texts[static_cast<std::size_t>(utterance.document)];
  return !corpus.lexicon->has_part(text.words(utterance.content), "modal");
}

bool says_no(const Corpus& corpus, const Utterance& utterance) {
  if (utterance.act() == "deny" || asserts_a_negative(corpus, utterance)) return true;
  if (utterance.act() != "refuse") return false;
  // "rejected the accusation" refuses nothing that was asked.
  const auto stems = stems_of(corpus.quote(utterance).words);
  return share(stems, {"accus", "alleg", "charg", "sugge"});
}

bool Denials::follow_text(int index) {
  const Antecedent nearest = antecedents_.before(utterance(index));
  const int node = node_of_utterance(index);
  if (nearest.kind == Antecedent::Kind::Saying) return join(node_of_utterance(nearest.index), node), true;
  if (nearest.kind == Antecedent::Kind::Accusation) return meet_accusation(nearest.index, node), true;
  if (nearest.kind == Antecedent::Kind::None || claim(nearest.index).stance == Stance::Asks) return false;
  return join(nearest.index, node), true;
}

bool about_the_same(const Accusation& accusation, const Utterance& denial) {
  constexpr int kYear = 400;
  if (accusation.accuser.key == denial.voice.key || !agree(accusation.accused, {denial.voice.id})) return false;
  if (!share(accusation.themes, denial.themes)) return false;
  if (accusation.said != kNoDay && denial.said != kNoDay && std::abs(accusation.said - denial.said) > kYear)
    return false;
  Ids others;
  for (const std::string& id : accusation.about) {
    if (!agree({id}, accusation.accused)) insert_sorted(others, id);
  }
  return others.empty() || denial.about.empty() || meet(others, denial.about);
}

bool Denials::follow_issue(int index) {
  bool has_met = false;
  for (const int i : accusations_of_[root_of(utterance(index).voice.id)]) {
    if (!about_the_same(accusations_[static_cast<std::size_t>(i)], utterance(index))) continue;
    meet_accusation(i, node_of_utterance(index));
    has_met = true;
  }
  return has_met;
}

// The accusation stands for what it claims, where that is coded.
void Denials::meet_accusation(int index, int denial_node) {
  const Accusation& accusation = accusations_[static_cast<std::size_t>(index)];
  if (accusation.utterance >= 0)
    join(node_of_utterance(accusation.utterance), denial_node);
  else
    join(accusation.claim, denial_node);
  for (const int inner : accusation.claims) {
    if (may_affirm(claim(inner)) && agree(claim(inner).actors, accusation.accused)) join(inner, denial_node);
  }
}

void Denials::pair_statements() {
  for (std::size_t i = 0; i < corpus_.utterances.size(); ++i) {
    const Utterance& denial = corpus_.utterances[i];
    if (!denial.voice.is_named_actor() || !says_no(corpus_, denial)) continue;
    const bool has_met =
        std::any_of(denial.claims.begin(), denial.claims.end(), [&](int inner) { return denying_.contains(inner); });
    if (has_met) continue;
    const int index = static_cast<int>(i);
    // A denial that names its own matter is about that; one that does not is about what was said just before.
    const bool is_followed = denial.claims.empty() && follow_text(index);
    if (!is_followed && denial.act() != "assert") follow_issue(index);
  }
}

// The claim that is put as the question: the weightiest, told as a fact, with most of its parties known.
const Claim* Denials::sample(const std::vector<int>& nodes) const {
  const Claim* best = nullptr;
  auto rank = [](const Claim& claim) {
    const bool is_deed = claim.event->event != "ACCUSE";
    return std::tuple(is_deed, !claim.actors.empty() + !claim.recipients.empty(), claim.stance == Stance::Affirms,
                      claim.score);
  };
  for (const int node : nodes) {
    if (node >= static_cast<int>(corpus_.claims.size())) continue;
    if (!best || rank(claim(node)) > rank(*best)) best = &claim(node);
  }
  return best;
}

void Denials::add_node(DisputeMaker& maker, int node) const {
  const bool denies = denying_.contains(node);
  const std::string side = denies ? "denies" : "affirms";
  if (node >= static_cast<int>(corpus_.claims.size())) {
    const Utterance& said = utterance(node - static_cast<int>(corpus_.claims.size()));
    maker.add(side + said.voice.key, said.voice,
              denies                   ? "denies"
              : said.act() == "accuse" ? "accuses"
                                       : "affirms",
              said);
    return;
  }
  const Claim& said = claim(node);
  const bool accuses = said.utterance >= 0 && utterance(said.utterance).act() == "accuse";
  maker.add(side + said.voice.key, said.voice, denies ? "denies" : accuses ? "accuses" : "affirms", said);
}

// "Is it true that Pakistan arms them, as many say?" cannot be built from any words; the words themselves can be asked
// for.
std::string Denials::question_by_words(int node, const Quote& quote) const {
  const int first_utterance = static_cast<int>(corpus_.claims.size());
  if (node < first_utterance) return "Is it true: “" + shortened(quote.words, 180) + "”?";
  const Utterance& said = utterance(node - first_utterance);
  std::string words = corpus_.texts[static_cast<std::size_t>(said.document)].words(said.content);
  if (words.starts_with("that ")) words.erase(0, 5);
  constexpr std::size_t kFewWords = 25;
  if (words.size() < kFewWords || (said.act() == "accuse" && !said.is_subject) || words.starts_with("of ") ||
      words.starts_with("to "))
    words = quote.words;
  const std::string who = said.voice.is_named_actor() ? corpus_.name_of(said.voice.id) : said.voice.name;
  return "Is it true what is " + std::string(said.act() == "accuse" ? "charged by " : "said by ") + who + ": “" +
         shortened(words, 180) + "”?";
}

Dispute Denials::dispute_of(const std::vector<int>& nodes) const {
  DisputeMaker maker(corpus_, "denial");
  for (const int node : nodes) {
    if (affirming_.contains(node)) add_node(maker, node);
  }
  for (const int node : nodes) {
    if (denying_.contains(node)) add_node(maker, node);
  }
  const Claim* asked = sample(nodes);
  if (asked && asked->event->event != "ACCUSE") {
    const std::string about = asked->event->event + listed(voices_of(asked->actors)) + "|" +
                              listed(voices_of(asked->recipients)) + "|" + listed(asked->themes) + "|" + asked->id;
    return maker.finish(about, question_about(corpus_, *asked), asked->event->event, shared_theme(asked->themes, {}),
                        importance_of(*asked));
  }
  // No deed was coded: the words of the accusation are the question.
  const int first = nodes.front();
  const Quote quote = first < static_cast<int>(corpus_.claims.size())
                          ? corpus_.quote(claim(first))
                          : corpus_.quote(utterance(first - static_cast<int>(corpus_.claims.size())));
  const auto themes = corpus_.lexicon->themes(quote.words);
  return maker.finish(quote.item, question_by_words(first, quote), "", shared_theme(themes, {}), 0.8);
}

// One accusation printed in three papers is one: the same voice in mostly the same words.
void Denials::join_echoes() {
  std::map<std::string, std::vector<std::pair<int, Shingles>>> by_voice;
  const int first_utterance = static_cast<int>(corpus_.claims.size());
  for (const int node : std::set<int>(affirming_)) {
    if (node < first_utterance) continue;
    const Utterance& said = utterance(node - first_utterance);
    const Shingles shingles = shingles_of(corpus_.quote(said).words);
    auto& others = by_voice[said.voice.is_named_actor() ? said.voice.id : fold_case(said.voice.name)];
    for (const auto& [other, words] : others) {
      if (containment(shingles, words) >= kSameOrigin) unite(other, node);
    }
    others.emplace_back(node, shingles);
  }
}

void Denials::find(Disputes& found) {
  pair_claims();
  pair_statements();
  join_echoes();
  std::map<int, std::vector<int>> groups;
  for (const int node : affirming_) groups[root(node)].push_back(node);
  for (const int node : denying_) {
    if (!affirming_.contains(node)) groups[root(node)].push_back(node);
  }
  for (auto& [start, nodes] : groups) {
    std::sort(nodes.begin(), nodes.end());
    found.push_back(dispute_of(nodes));
  }
  for (std::size_t i = 0; i < accusations_.size(); ++i) {
    const Accusation& accusation = accusations_[i];
    const bool is_met = accusation.utterance >= 0 && affirming_.contains(node_of_utterance(accusation.utterance));
    const bool is_deed_met = accusation.claim >= 0 && affirming_.contains(accusation.claim);
    const bool is_inner_met = std::any_of(accusation.claims.begin(), accusation.claims.end(),
                                          [&](int inner) { return affirming_.contains(inner); });
    if (is_met || is_deed_met || is_inner_met) answered_.insert(static_cast<int>(i));
  }
}

}  // namespace

void find_denials(const Corpus& corpus, const std::vector<Accusation>& accusations, std::set<int>& answered,
                  Disputes& found) {
  Denials(corpus, accusations, answered).find(found);
}

}  // namespace demarche::analysis
