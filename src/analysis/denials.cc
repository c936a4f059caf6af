// SPDX-License-Identifier: Apache-2.0
// Denials: what one affirms and another denies.
//
// Three ways in which a denial meets what it denies, from strong to weak:
//   1. two coded claims of one proposition:   "A armed the rebels", says B;  "A has never armed the rebels", says A
//   2. a denial without a coded claim that follows, in the same text, a claim about the denier:   "Many say that A arms …" – "Absurd."
//   3. a denial and an accusation, anywhere, with the same parties and issue
// All pairs that touch the same claim make one dispute (union-find), so that ten reports of one quarrel are one quarrel.
#include <algorithm>
#include <numeric>

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
  bool points_back(const Utterance& denial) const;
  bool follow_issue(int denial);
  void meet_accusation(int accusation, int denial_node);
  bool may_be_denied(int claim, const Voice& denier) const;
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
  std::map<int, std::vector<int>> accusations_in_;              // by document
  std::map<std::string, std::vector<int>> accusations_of_;      // by root of the accused
  std::vector<int> parents_;
  std::set<int> affirming_, denying_;  // nodes that met a counterpart
};

Denials::Denials(const Corpus& corpus, const std::vector<Accusation>& accusations, std::set<int>& answered)
    : corpus_(corpus), accusations_(accusations), answered_(answered), parents_(corpus.claims.size() + corpus.utterances.size()) {
  std::iota(parents_.begin(), parents_.end(), 0);
  for (std::size_t i = 0; i < accusations.size(); ++i) {
    accusations_in_[accusations[i].document].push_back(static_cast<int>(i));
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

// One document cannot quarrel with itself in its own voice: it tells how things changed.
bool may_quarrel(const Claim& affirmed, const Claim& denied) {
  if (affirmed.voice.key == denied.voice.key) return false;
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
        if (may_quarrel(claim(other), denied) && same_proposition(claim(other), denied)) join(other, static_cast<int>(i));
      }
    }
  }
}

// What is claimed of the denier, or of those he speaks for, by somebody else.
bool Denials::may_be_denied(int index, const Voice& denier) const {
  const Claim& said = claim(index);
  const bool is_claimed = said.stance == Stance::Affirms || said.stance == Stance::Asks;
  return is_claimed && said.voice.key != denier.key && agree(said.actors, {denier.id}) && said.utterance >= 0;
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
  const bool is_somebody = said.voice.kind == "named" || said.voice.kind == "collective" || said.voice.kind == "anonymous";
  return is_somebody && agree({said.target}, {denier.id});
}

// "Tarvessa denied it", or the first words of an answer: a denial that says nothing of its own is about what stands before it.
bool Denials::points_back(const Utterance& denial) const {
  constexpr std::uint32_t kFewWords = 32, kStart = 60;
  if (denial.content.end - denial.content.begin <= kFewWords) return true;
  if (denial.inside < 0) return false;
  const Utterance& turn = utterance(denial.inside);
  return turn.voice.key == denial.voice.key && turn.whole.begin + kStart >= denial.content.begin;
}

bool Denials::follow_text(int index) {
  const Utterance& denial = utterance(index);
  const bool is_plain = denial.act() != "assert", may_answer = is_plain && points_back(denial);
  const std::uint32_t kReach = is_plain ? 1500 : 450;
  const Text& text = corpus_.texts[static_cast<std::size_t>(denial.document)];
  int nearest = -1, nearest_accusation = -1, nearest_saying = -1;
  std::uint32_t best = 0;
  for (std::size_t i = static_cast<std::size_t>(text.first_claim); i < corpus_.claims.size() && corpus_.claims[i].document == denial.document; ++i) {
    const std::uint32_t at = corpus_.claims[i].event->sentence.begin;
    if (at > denial.quote.begin || at + kReach < denial.quote.begin || at < best) continue;
    if (!may_be_denied(static_cast<int>(i), denial.voice)) continue;
    best = at;
    nearest = static_cast<int>(i);
  }
  for (const int i : accusations_in_[denial.document]) {
    const Accusation& accusation = accusations_[static_cast<std::size_t>(i)];
    if (accusation.at > denial.quote.begin || accusation.at + kReach < denial.quote.begin) continue;
    if (accusation.accuser.key == denial.voice.key || !agree(accusation.accused, {denial.voice.id}) || accusation.at < best) continue;
    best = accusation.at;
    nearest_accusation = i;
  }
  for (std::size_t i = static_cast<std::size_t>(text.first_utterance); i < corpus_.utterances.size() && corpus_.utterances[i].document == denial.document; ++i) {
    const Utterance& said = corpus_.utterances[i];
    if (said.whole.begin > denial.whole.begin || said.whole.begin + kReach < denial.whole.begin || said.whole.begin < best) continue;
    if (!may_answer || !says_of_another(said, denial)) continue;
    best = said.whole.begin;
    nearest_saying = static_cast<int>(i);
    nearest_accusation = -1;
  }
  if (nearest_saying >= 0) return join(node_of_utterance(nearest_saying), node_of_utterance(index)), true;
  if (nearest_accusation >= 0) return meet_accusation(nearest_accusation, node_of_utterance(index)), true;
  if (nearest < 0 || !is_plain || claim(nearest).stance == Stance::Asks) return false;
  return join(nearest, node_of_utterance(index)), true;
}

bool about_the_same(const Accusation& accusation, const Utterance& denial) {
  constexpr int kYear = 400;
  if (accusation.accuser.key == denial.voice.key || !agree(accusation.accused, {denial.voice.id})) return false;
  if (!share(accusation.themes, denial.themes)) return false;
  if (accusation.said != kNoDay && denial.said != kNoDay && std::abs(accusation.said - denial.said) > kYear) return false;
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
  if (accusation.utterance >= 0) join(node_of_utterance(accusation.utterance), denial_node);
  else join(accusation.claim, denial_node);
  for (const int inner : accusation.claims) {
    if (may_affirm(claim(inner)) && agree(claim(inner).actors, accusation.accused)) join(inner, denial_node);
  }
}

void Denials::pair_statements() {
  for (std::size_t i = 0; i < corpus_.utterances.size(); ++i) {
    const Utterance& denial = corpus_.utterances[i];
    if (!denial.voice.is_named_actor() || !says_no(corpus_, denial)) continue;
    const bool has_met = std::any_of(denial.claims.begin(), denial.claims.end(), [&](int inner) { return denying_.contains(inner); });
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
    return std::tuple(is_deed, !claim.actors.empty() + !claim.recipients.empty(), claim.stance == Stance::Affirms, claim.score);
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
    maker.add(side + said.voice.key, said.voice, denies ? "denies" : said.act() == "accuse" ? "accuses" : "affirms", said);
    return;
  }
  const Claim& said = claim(node);
  const bool accuses = said.utterance >= 0 && utterance(said.utterance).act() == "accuse";
  maker.add(side + said.voice.key, said.voice, denies ? "denies" : accuses ? "accuses" : "affirms", said);
}

// "Is it true that Pakistan arms them, as many say?" cannot be built from any words; the words themselves can be asked for.
std::string Denials::question_by_words(int node, const Quote& quote) const {
  const int first_utterance = static_cast<int>(corpus_.claims.size());
  if (node < first_utterance) return "Is it true: “" + shortened(quote.words, 180) + "”?";
  const Utterance& said = utterance(node - first_utterance);
  std::string words = corpus_.texts[static_cast<std::size_t>(said.document)].words(said.content);
  if (words.starts_with("that ")) words.erase(0, 5);
  constexpr std::size_t kFewWords = 25;
  if (words.size() < kFewWords || (said.act() == "accuse" && !said.is_subject) || words.starts_with("of ") || words.starts_with("to ")) words = quote.words;
  const std::string who = said.voice.is_named_actor() ? corpus_.name_of(said.voice.id) : said.voice.name;
  return "Is it true what is " + std::string(said.act() == "accuse" ? "charged by " : "said by ") + who + ": “" + shortened(words, 180) + "”?";
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
    const std::string about = asked->event->event + listed(voices_of(asked->actors)) + "|" + listed(voices_of(asked->recipients)) +
                              "|" + listed(asked->themes) + "|" + asked->id;
    return maker.finish(about, question_about(corpus_, *asked), asked->event->event, shared_theme(asked->themes, {}), importance_of(*asked));
  }
  // No deed was coded: the words of the accusation are the question.
  const int first = nodes.front();
  const Quote quote = first < static_cast<int>(corpus_.claims.size()) ? corpus_.quote(claim(first))
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
    const bool is_inner_met = std::any_of(accusation.claims.begin(), accusation.claims.end(), [&](int inner) { return affirming_.contains(inner); });
    if (is_met || is_deed_met || is_inner_met) answered_.insert(static_cast<int>(i));
  }
}

// Acts that take a stand on what one is accused of.
bool answers(const Accusation& accusation, const Utterance& utterance) {
  constexpr int kEarlier = 3;
  if (!utterance.voice.is_named_actor() || !agree(accusation.accused, {utterance.voice.id})) return false;
  const bool takes_stand = utterance.act() == "deny" || utterance.act() == "acknowledge" || utterance.act() == "evade" ||
                           utterance.act() == "refuse" || utterance.act() == "agree" || utterance.act() == "accuse";
  if (takes_stand && utterance.document == accusation.document && utterance.whole.begin >= accusation.at) return true;
  if (!share(accusation.themes, utterance.themes)) return false;
  return accusation.said == kNoDay || utterance.said == kNoDay || utterance.said + kEarlier >= accusation.said;
}

}  // namespace

void find_denials(const Corpus& corpus, const std::vector<Accusation>& accusations, std::set<int>& answered, Disputes& found) {
  Denials(corpus, accusations, answered).find(found);
}

namespace {

std::string accused_voice(const Accusation& accusation) { return listed(voices_of(accusation.accused)); }

void add_accusation(DisputeMaker& maker, const Corpus& corpus, const Accusation& accusation, const std::string& side,
                    const std::string& stance) {
  if (accusation.utterance >= 0) {
    maker.add(side, accusation.accuser, stance, corpus.utterances[static_cast<std::size_t>(accusation.utterance)]);
  } else {
    maker.add(side, accusation.accuser, stance, corpus.claims[static_cast<std::size_t>(accusation.claim)]);
  }
}

// Statements by the root of their speaker: who might answer for an accused.
std::map<std::string, std::vector<int>> statements_by_root(const Corpus& corpus) {
  std::map<std::string, std::vector<int>> by_root;
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) {
    const Voice& voice = corpus.utterances[i].voice;
    if (voice.is_named_actor()) by_root[root_of(voice.id)].push_back(static_cast<int>(i));
  }
  return by_root;
}

bool is_answered(const Corpus& corpus, const Accusation& accusation, const std::map<std::string, std::vector<int>>& by_root) {
  for (const std::string& id : accusation.accused) {
    const auto found = by_root.find(root_of(id));
    if (found == by_root.end()) continue;
    for (const int index : found->second) {
      if (answers(accusation, corpus.utterances[static_cast<std::size_t>(index)])) return true;
    }
  }
  return false;
}

}  // namespace

void find_unanswered(const Corpus& corpus, const std::vector<Accusation>& accusations, const std::set<int>& answered, Disputes& found) {
  const auto by_root = statements_by_root(corpus);
  std::map<std::string, std::vector<int>> open;
  std::set<std::string> closed;
  for (std::size_t i = 0; i < accusations.size(); ++i) {
    const Accusation& accusation = accusations[i];
    if (!accusation.accuser.is_named_actor()) continue;
    const std::string key = accusation.accuser.id + "|" + accused_voice(accusation) + "|" + shared_theme(accusation.themes, {});
    if (answered.contains(static_cast<int>(i)) || is_answered(corpus, accusation, by_root)) closed.insert(key);
    open[key].push_back(static_cast<int>(i));
  }
  for (const auto& [key, indexes] : open) {
    if (closed.contains(key)) continue;
    const Accusation& first = accusations[static_cast<std::size_t>(indexes.front())];
    DisputeMaker maker(corpus, "accusation-unanswered");
    for (const int index : indexes) add_accusation(maker, corpus, accusations[static_cast<std::size_t>(index)], "accuser", "accuses");
    maker.add_silent("accused", voices_of(first.accused), "no answer in the record");
    const std::string theme = shared_theme(first.themes, {});
    const std::string question = "What does " + names_in(corpus, voices_of(first.accused)) + " say to the accusation by " +
                                 corpus.name_of(first.accuser.id) + (theme.empty() ? "" : " over " + theme) + "?";
    found.push_back(maker.finish(key, question, "ACCUSE", theme, 0.8));
  }
}

// A accuses B of what B accuses A of: neither denial nor silence, a pair.
void find_mutual_accusations(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found) {
  std::map<std::string, std::vector<int>> by_parties;
  auto key_of = [](const std::string& from, const std::string& to, const std::string& theme) { return from + "|" + to + "|" + theme; };
  for (std::size_t i = 0; i < accusations.size(); ++i) {
    const Accusation& accusation = accusations[i];
    const Ids accused = voices_of(accusation.accused);
    if (!accusation.accuser.is_named_actor() || accused.size() != 1) continue;
    for (const std::string& theme : accusation.themes) by_parties[key_of(accusation.accuser.id, accused.front(), theme)].push_back(static_cast<int>(i));
  }
  std::set<std::pair<std::string, std::string>> told;
  for (const auto& [key, indexes] : by_parties) {
    const Accusation& first = accusations[static_cast<std::size_t>(indexes.front())];
    const std::string from = first.accuser.id, to = voices_of(first.accused).front(), theme = key.substr(key.rfind('|') + 1);
    const auto back = by_parties.find(key_of(to, from, theme));
    if (from >= to || back == by_parties.end() || !told.emplace(from, to).second) continue;
    DisputeMaker maker(corpus, "culprit");
    const std::string one = corpus.name_of(from), other = corpus.name_of(to);
    for (const int index : indexes) add_accusation(maker, corpus, accusations[static_cast<std::size_t>(index)], "one", "blames " + other);
    for (const int index : back->second) add_accusation(maker, corpus, accusations[static_cast<std::size_t>(index)], "other", "blames " + one);
    found.push_back(maker.finish(key, "Each accuses the other over " + theme + ": " + one + " or " + other + "?", "ACCUSE", theme, 0.85));
  }
}

}  // namespace demarche::analysis
