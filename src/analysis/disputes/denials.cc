// SPDX-License-Identifier: Apache-2.0
// Denials: what one affirms and another denies.
//
// Four ways in which a denial meets what it denies, from strong to weak:
//   1. two coded claims of one proposition:   "A armed the rebels", says B;  "A has never armed the rebels", says A
//   2. an answer in the same text: words that reject what somebody else says just before ("Nonsense"), a negated
//      sentence that shares its matter ("No ship of ours crossed the line"), the answer to a question that cites others
//   3. a negated sentence and an affirmed one, anywhere, that share what is rare in them and a party
//   4. where none of these is found: whoever is accused denies something on the same issue, within four hundred days
// All pairs that touch the same passage make one dispute (union-find), so that ten reports of one quarrel are one
// quarrel.
#include <algorithm>
#include <numeric>

#include "analysis/claims/claim_pairs.h"
#include "analysis/claims/identity.h"
#include "analysis/claims/origins.h"
#include "analysis/disputes/disputes.h"
#include "analysis/disputes/yes_and_no.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

class Denials {
 public:
  Denials(const Propositions& propositions, const std::vector<Accusation>& accusations, std::set<int>& answered)
      : propositions_(propositions),
        corpus_(propositions.corpus()),
        accusations_(accusations),
        answered_(answered),
        parents_(propositions.all().size()) {
    std::iota(parents_.begin(), parents_.end(), 0);
  }
  void find(Disputes& found);

 private:
  void pair_claims();
  void answer_in_text(int denial);
  double answers(int affirmed, int denial) const;
  void deny_elsewhere(int denial);
  void deny_on_issue(int denial);
  int passage_of(const Accusation& accusation) const;
  bool denies(const Passage& affirmed, const Passage& denied) const;
  bool stands_inside(int inner, int outer) const;
  bool repeats(const Passage& one, const Passage& other) const;
  void add_repetitions(bool of_denials);
  bool denies_its_own(int node, int other);
  void add_neighbours();
  void mark_answered();
  Dispute dispute_of(const std::vector<int>& nodes) const;
  const Claim* sample(const std::vector<int>& nodes) const;
  std::string question_by_words(const std::vector<int>& nodes) const;
  std::string why(int affirmed, int denial, const char* how) const;

  int root(int node) {
    int& parent = parents_[static_cast<std::size_t>(node)];
    return parent == node ? node : parent = root(parent);
  }
  void join(int affirmed, int denied, const std::string& why);
  void unite(int one, int other);
  const Passage& passage(int index) const { return propositions_.at(index); }
  const Claim& claim(int index) const { return corpus_.claims[static_cast<std::size_t>(index)]; }

  const Propositions& propositions_;
  const Corpus& corpus_;
  const std::vector<Accusation>& accusations_;
  std::set<int>& answered_;
  std::vector<int> parents_;
  std::set<int> affirming_, denying_;                       // passages that met a counterpart
  std::map<int, std::vector<int>> claims_of_;               // by passage
  std::set<int> met_claims_;                                // coded claims that met a counterpart
  std::map<int, int> first_of_;                             // of each statement, its first passage
  std::map<std::string, std::vector<int>> accusations_of_;  // by the root of the accused
  std::map<std::pair<int, int>, std::string> why_;
};

void Denials::join(int affirmed, int denied, const std::string& why) {
  if (affirmed == denied || denying_.contains(affirmed) || affirming_.contains(denied)) return;
  affirming_.insert(affirmed);
  denying_.insert(denied);
  why_.try_emplace({affirmed, denied}, why);
  unite(affirmed, denied);
}

void Denials::unite(int one, int other) {
  const int a = root(one), b = root(other);
  parents_[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
}

std::string Denials::why(int affirmed, int denial, const char* how) const {
  const Likeness likeness = propositions_.compare(passage(affirmed), passage(denial));
  std::string told = how;
  const auto topic = propositions_.topic(passage(affirmed), passage(denial));
  if (!likeness.keys.empty()) told += "; both speak of " + listed(topic);
  if (!likeness.parties.empty()) told += "; both name " + listed(corpus_.names_of(likeness.parties));
  return told;
}

void Denials::pair_claims() {
  for (std::size_t i = 0; i < corpus_.claims.size(); ++i) {
    const int node = propositions_.passage_of(corpus_.claims[i]);
    if (node >= 0) claims_of_[node].push_back(static_cast<int>(i));
  }
  for (const auto& [affirmed, denied] : contradicting_claims(corpus_)) {
    const int one = propositions_.passage_of(claim(affirmed)), other = propositions_.passage_of(claim(denied));
    if (one < 0 || other < 0) continue;
    const Likeness likeness = propositions_.compare(passage(one), passage(other));
    if (likeness.matters == 0 || !denies_matter(passage(other), likeness)) continue;
    join(one, other, why(one, other, "one affirms and the other denies the same coded deed"));
    met_claims_.insert({affirmed, denied});
  }
}

// Whether one statement is told within the other.
bool Denials::stands_inside(int inner, int outer) const {
  if (inner < 0 || outer < 0) return false;
  for (int at = inner; at >= 0; at = corpus_.utterances[static_cast<std::size_t>(at)].inside) {
    if (at == outer) return true;
  }
  return false;
}

// How well a passage fits as what a denial in the same text answers; 0 when it does not.
double Denials::answers(int affirmed, int denial) const {
  const Passage &said = passage(affirmed), &no = passage(denial);
  const int distance = no.nr - said.nr;
  if (!may_be_affirmed(said) || same_mouth(said, no) || distance < -2 || distance > 5) return 0;
  if (stands_inside(said.utterance, no.utterance) || stands_inside(no.utterance, said.utterance)) return 0;
  const bool overlap = said.range.begin < no.range.end && no.range.begin < said.range.end;
  if (overlap || !is_known_voice(said.voice)) return 0;
  const Likeness likeness = propositions_.compare(said, no);
  const bool is_of_denier = speaks_of(said, no.voice);
  double matter = 0;
  for (const Key key : no.keys) matter += propositions_.weight_of(key);
  constexpr double kLittle = 7, kRare = 4, kNames = 8;
  const bool follows = distance >= 0 && distance <= 2, is_next = distance >= 0 && distance <= 1;
  const bool is_bare = no.is_rejection && matter < kLittle;
  // An author argues with much; he denies what is a charge, or the deed itself.
  const bool shares_deed = propositions_.has_deed(likeness.keys);
  if (!is_attributed(no) && said.act != "accuse" && !shares_deed) return 0;
  if (!is_attributed(said) || (said.is_unreal && said.act != "accuse")) return 0;
  if (no.keys.empty() && !no.is_rejection) return 0;
  // A denial that says what it denies answers nothing else.
  const bool says_what = no.act == "deny" && no.utterance >= 0 && !is_bare &&
                         corpus_.utterances[static_cast<std::size_t>(no.utterance)].statement->form == "indirect";
  const bool opens_answer = no.is_first && no.turn >= 0 && no.is_rejection && distance >= 0 && distance <= 3;
  const bool is_reply =
      !says_what && (is_next || opens_answer) && (is_of_denier || (no.is_rejection && said.act == "accuse"));
  const bool shares_matter = likeness.matters > 0 && denies_matter(no, likeness) &&
                             (likeness.weight > kRare || is_of_denier || is_next || no.is_rejection);
  const bool shares_names = likeness.weight > kNames && distance >= 0;
  const bool fits = (is_bare && follows) || is_reply || shares_matter || shares_names;
  if (!fits) return 0;
  return 1 + likeness.weight + 3 * is_of_denier + 2 * (said.act == "accuse") - 0.8 * std::abs(distance) -
         (distance < 0 ? 1 : 0);
}

void Denials::answer_in_text(int denial) {
  const auto [begin, end] = propositions_.of_document(passage(denial).document);
  int best = -1;
  double most = 0;
  for (int i = std::max(begin, denial - 14); i < std::min(end, denial + 6); ++i) {
    const double fit = answers(i, denial);
    if (fit > most) best = i, most = fit;
  }
  if (best >= 0) join(best, denial, why(best, denial, "the denial answers what is said beside it in the text"));
}

bool Denials::denies(const Passage& affirmed, const Passage& denied) const {
  if (affirmed.document == denied.document || !may_be_affirmed(affirmed) || affirmed.is_unreal) return false;
  if (!is_somebodys(affirmed)) return false;
  if (!is_known_voice(affirmed.voice) || same_mouth(affirmed, denied)) return false;
  const Likeness likeness = propositions_.compare(affirmed, denied);
  const bool is_of_denier = speaks_of(affirmed, denied.voice);
  if (!is_of_denier && likeness.parties.empty()) return false;
  constexpr double kMuch = 10, kPart = 0.4, kSome = 6, kTelling = 3.3, kSmallPart = 0.25;
  if (!denies_matter(denied, likeness)) return false;
  if (likeness.matters >= 2 && likeness.weight >= kMuch && likeness.share >= kPart) return true;
  // "Australia harbours no fighters": an accused who names what he is accused of.
  // "There are no havens there", argues an author who is not accused himself.
  const bool answers_charge = is_of_denier || (denied.is_argued && affirmed.act == "accuse");
  if (!answers_charge || likeness.weight < kSome || likeness.share < kSmallPart || likeness.parties.empty())
    return false;
  return std::any_of(likeness.keys.begin(), likeness.keys.end(), [&](Key key) {
    return is_deed(propositions_.word(key)) && propositions_.weight_of(key) > kTelling;
  });
}

void Denials::deny_elsewhere(int denial) {
  const Passage& no = passage(denial);
  const std::set<int> candidates = propositions_.related(no);
  for (const int other : candidates) {
    if (denies(passage(other), no))
      join(other, denial, why(other, denial, "a negated and an affirmed sentence of one matter"));
  }
}

int Denials::passage_of(const Accusation& accusation) const {
  if (accusation.utterance < 0) return propositions_.passage_of(claim(accusation.claim));
  const auto first = first_of_.find(accusation.utterance);
  return first == first_of_.end() ? -1 : first->second;
}

void Denials::deny_on_issue(int denial) {
  const Passage& no = passage(denial);
  if (no.act != "deny" || no.utterance < 0 || !no.is_first || denying_.contains(denial)) return;
  if (!no.voice.is_named_actor()) return;
  const Utterance& said = corpus_.utterances[static_cast<std::size_t>(no.utterance)];
  for (const int i : accusations_of_[root_of(no.voice.id)]) {
    const Accusation& accusation = accusations_[static_cast<std::size_t>(i)];
    const int node = passage_of(accusation);
    if (node < 0 || !is_known_voice(accusation.accuser) || !about_the_same(accusation, said)) continue;
    join(node, denial, why(node, denial, "the accused denies something on the issue of the accusation"));
  }
}

Ids roots_of(const Ids& ids) {
  Ids roots;
  for (const std::string& id : ids) insert_sorted(roots, root_of(id));
  return roots;
}

// The same is said again: in mostly the same words, or in words that share what is rare in them; by the same voice, who
// may also charge the same party with the same thing, or by another when they share much.
bool Denials::repeats(const Passage& one, const Passage& other) const {
  constexpr double kMuch = 9, kVeryMuch = 11, kPart = 0.45, kSome = 5, kTelling = 3.3, kSmallPart = 0.3,
                   kLittlePart = 0.2;
  const Likeness likeness = propositions_.compare(one, other);
  const bool is_one_charge =
      one.act == "accuse" && other.act == "accuse" && share(roots_of(one.parties), roots_of(other.parties));
  if (likeness.matters == 0 && !is_one_charge) return false;
  const bool shares_deed = propositions_.has_deed(likeness.keys);
  // Two who charge one party with one deed.
  if (is_one_charge && shares_deed && likeness.weight >= kTelling) return true;
  if (!same_mouth(one, other))
    return shares_deed && likeness.weight >= kVeryMuch && likeness.share >= kPart && one.document != other.document;
  if (likeness.weight >= kMuch && likeness.share >= kSmallPart && likeness.keys.size() > 1) return true;
  const bool is_one_denial = says_no(one) && says_no(other);
  if ((is_one_charge || is_one_denial) && shares_deed && likeness.weight >= kSome && likeness.share >= kLittlePart)
    return true;
  return containment(shingles_of(propositions_.quote(one).words), shingles_of(propositions_.quote(other).words)) >=
         kSameOrigin;
}

// Whether what would be added to the affirming side is said by one who denies there.
bool Denials::denies_its_own(int node, int other) {
  return std::any_of(denying_.begin(), denying_.end(), [&](int denial) {
    return root(denial) == root(node) && same_mouth(passage(denial), passage(other));
  });
}

// One accusation printed in three papers is one, and so is a denial that is given year after year.
void Denials::add_repetitions(bool of_denials) {
  std::set<int>& side = of_denials ? denying_ : affirming_;
  const std::set<int>& against = of_denials ? affirming_ : denying_;
  for (const int node : std::set<int>(side)) {
    const std::set<int> candidates = propositions_.related(passage(node));
    for (const int other : candidates) {
      const bool fits =
          of_denials ? says_no(passage(other)) : may_be_affirmed(passage(other)) && is_attributed(passage(other));
      if (other == node || !fits || against.contains(other) || !repeats(passage(node), passage(other))) continue;
      if (!of_denials && denies_its_own(node, other)) continue;
      side.insert(other);
      unite(node, other);
    }
  }
}

// "It is not what happened. We were barred from one building": sentences of the same voice that go on denying.
void Denials::add_neighbours() {
  constexpr int kSentences = 4;
  for (const int node : std::set<int>(denying_)) {
    const Passage& one = passage(node);
    const int end = propositions_.of_document(one.document).second;
    for (int other = node + 1; other < end && passage(other).nr - one.nr <= kSentences; ++other) {
      const Passage& next = passage(other);
      if (!says_no(next) || affirming_.contains(other) || denying_.contains(other)) continue;
      const bool goes_on = one.utterance >= 0 && (next.utterance == one.utterance || next.turn == one.turn);
      const bool is_next = next.nr - one.nr <= 1 && one.is_rejection;
      if (!goes_on && !(is_next && same_mouth(one, next))) continue;
      denying_.insert(other);
      unite(node, other);
    }
  }
}

// A question about a coded deed needs both parties; "you" and "it" are none.
bool names_both(const Claim& claim) {
  return !claim.actors.empty() && !claim.recipients.empty() && !meet(claim.actors, claim.recipients);
}

// The claim that is put as the question: the weightiest, told as a fact, with most of its parties known.
const Claim* Denials::sample(const std::vector<int>& nodes) const {
  const Claim* best = nullptr;
  auto rank = [](const Claim& claim) {
    return std::tuple(!claim.actors.empty() + !claim.recipients.empty(), claim.stance == Stance::Affirms, claim.score);
  };
  for (const int node : nodes) {
    const auto known = claims_of_.find(node);
    if (known == claims_of_.end()) continue;
    for (const int index : known->second) {
      const Claim& one = claim(index);
      if (!met_claims_.contains(index) || one.quad() == 1 || one.quad() == 3 || one.ground != Ground::Fact ||
          !names_both(one))
        continue;
      if (!best || rank(one) > rank(*best)) best = &one;
    }
  }
  return best;
}

// In the words of the charge that says most.
std::string Denials::question_by_words(const std::vector<int>& nodes) const {
  const Passage* best = nullptr;
  for (const int node : nodes) {
    if (denying_.contains(node)) continue;
    const Passage& said = passage(node);
    if (!best || said.keys.size() > best->keys.size()) best = &said;
  }
  if (!best) return "Is it so?";
  return "Is it true what " + name_in_question(corpus_, best->voice) + " said: " + propositions_.cite(*best) + "?";
}

Dispute Denials::dispute_of(const std::vector<int>& nodes) const {
  DisputeMaker maker(corpus_, "denial");
  for (const bool denies : {false, true}) {
    for (const int node : nodes) {
      if (denying_.contains(node) != denies) continue;
      const Passage& said = passage(node);
      const std::string stance = denies ? "denies" : said.act == "accuse" ? "accuses" : "affirms";
      maker.add((denies ? "denies" : "affirms") + said.voice.key, said.voice, stance, propositions_.quote(said),
                said.score);
    }
  }
  const Claim* asked = sample(nodes);
  const Quote quote = propositions_.quote(passage(nodes.front()));
  const auto themes = corpus_.lexicon->themes(quote.words);
  const std::string about = quote.item + std::to_string(passage(nodes.front()).nr);
  Dispute made = asked ? maker.finish(about, question_about(corpus_, *asked), asked->event->event,
                                      shared_theme(asked->themes, themes), importance_of(*asked))
                       : maker.finish(about, question_by_words(nodes), "", shared_theme(themes, {}), 0.8);
  for (const auto& [pair, told] : why_) {
    if (std::binary_search(nodes.begin(), nodes.end(), pair.first)) made.why = told;
  }
  return made;
}

void Denials::mark_answered() {
  std::set<int> utterances;
  for (const int node : affirming_) {
    if (passage(node).utterance >= 0) utterances.insert(passage(node).utterance);
  }
  for (std::size_t i = 0; i < accusations_.size(); ++i) {
    const Accusation& accusation = accusations_[i];
    const int node = accusation.claim >= 0 ? propositions_.passage_of(claim(accusation.claim)) : -1;
    const bool is_inner_met = std::any_of(accusation.claims.begin(), accusation.claims.end(), [&](int inner) {
      return affirming_.contains(propositions_.passage_of(claim(inner)));
    });
    if (utterances.contains(accusation.utterance) || affirming_.contains(node) || is_inner_met)
      answered_.insert(static_cast<int>(i));
  }
}

void Denials::find(Disputes& found) {
  pair_claims();
  for (std::size_t i = 0; i < propositions_.all().size(); ++i) {
    const int node = static_cast<int>(i);
    if (passage(node).is_first) first_of_.emplace(passage(node).utterance, node);
    if (!says_no(passage(node))) continue;
    answer_in_text(node);
    deny_elsewhere(node);
  }
  for (std::size_t i = 0; i < accusations_.size(); ++i) {
    for (const std::string& root : roots_of(accusations_[i].accused))
      accusations_of_[root].push_back(static_cast<int>(i));
  }
  for (std::size_t i = 0; i < propositions_.all().size(); ++i) deny_on_issue(static_cast<int>(i));
  add_neighbours();
  add_repetitions(false);
  add_repetitions(true);
  std::map<int, std::vector<int>> groups;
  for (const int node : affirming_) groups[root(node)].push_back(node);
  for (const int node : denying_) groups[root(node)].push_back(node);
  for (auto& [start, nodes] : groups) {
    std::sort(nodes.begin(), nodes.end());
    found.push_back(dispute_of(nodes));
  }
  mark_answered();
}

}  // namespace

void find_denials(const Propositions& propositions, const std::vector<Accusation>& accusations, std::set<int>& answered,
                  Disputes& found) {
  Denials(propositions, accusations, answered).find(found);
}

}  // namespace demarche::analysis
