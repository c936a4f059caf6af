// SPDX-License-Identifier: Apache-2.0
// One voice that wants of one addressee what cannot both be met: to fight a third party, and to talk to it.
#include <algorithm>

#include "analysis/claims/identity.h"
#include "analysis/disputes/disputes.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

bool is_demanding(const Utterance& utterance) { return utterance.act() == "demand" || utterance.act() == "ask"; }

// Who is to do it: the doers of what is wanted, else those spoken to.
Ids asked_in(const Corpus& corpus, const Utterance& utterance) {
  if (!utterance.addressees.empty()) return utterance.addressees;
  if (!utterance.target.empty()) return {utterance.target};
  Ids asked;
  for (const int index : utterance.claims) {
    const Claim& claim = corpus.claims[static_cast<std::size_t>(index)];
    if (claim.event->modality != "demanded") continue;
    for (const std::string& id : claim.actors) insert_sorted(asked, id);
  }
  return asked;
}

// What a demand would have its addressee do to a third party: fight it, or talk to it.
enum class Deed { Fight, Talk };
struct Order {
  Voice voice;
  std::string doer, target;  // voices
  Deed deed = Deed::Fight;
  int claim = -1, utterance = -1;
  int document = 0, said = kNoDay;
};

bool is_fight(std::string_view type) {
  return type == "ASSAULT" || type == "COERCE" || type == "SANCTION" || type == "MOBILIZE";
}
bool is_talk(const Claim& claim) {
  const std::string& type = claim.event->event;
  if (type == "REQUEST") return share(claim.themes, {"mediation", "peace talks"});
  return type == "CONSULT" || type == "AGREE" || type == "COOPERATE" || type == "SUPPORT" || type == "CONCEDE";
}

const Voice& demander(const Corpus& corpus, const Claim& claim) {
  return claim.utterance >= 0 ? corpus.utterances[static_cast<std::size_t>(claim.utterance)].voice : claim.voice;
}

void add_order(std::vector<Order>& orders, Order order, const Ids& doers, const Ids& targets) {
  for (const std::string& doer : voices_of(doers)) {
    for (const std::string& target : voices_of(targets)) {
      if (doer == target || target == order.voice.id || doer == order.voice.id) continue;
      order.doer = doer;
      order.target = target;
      orders.push_back(order);
    }
  }
}

// "wants B to bring C to talks" may be coded as talks of C alone: the doer is then the one spoken to.
void add_coded_order(const Corpus& corpus, int index, std::vector<Order>& orders) {
  const Claim& claim = corpus.claims[static_cast<std::size_t>(index)];
  if (claim.event->modality != "demanded" || claim.event->polarity == "negated" ||
      !demander(corpus, claim).is_named_actor())
    return;
  Order order{.voice = demander(corpus, claim),
              .doer = {},
              .target = {},
              .claim = index,
              .document = claim.document,
              .said = claim.said};
  if (is_fight(claim.event->event)) {
    order.deed = Deed::Fight;
    return add_order(orders, order, claim.actors, claim.recipients);
  }
  if (!is_talk(claim)) return;
  order.deed = Deed::Talk;
  if (!claim.recipients.empty())
    add_order(orders, order, claim.actors, claim.recipients);
  else
    add_order(orders, order, claim.actors, claim.actors);
  if (claim.utterance < 0) return;
  Ids spoken_to = asked_in(corpus, corpus.utterances[static_cast<std::size_t>(claim.utterance)]);
  add_order(orders, order, spoken_to, claim.parties());
}

// The same by words alone, where no deed was coded: an issue of the lexicon says which of the two it is.
void add_stated_order(const Corpus& corpus, int index, std::vector<Order>& orders) {
  const Utterance& utterance = corpus.utterances[static_cast<std::size_t>(index)];
  if (!is_demanding(utterance) || !utterance.voice.is_named_actor()) return;
  const bool is_to_fight = share(utterance.themes, {"military action"});
  const bool is_to_talk = share(utterance.themes, {"mediation", "peace talks"});
  if (is_to_fight == is_to_talk) return;  // neither, or both in one breath: the words do not say who is meant by which
  Order order{.voice = utterance.voice,
              .doer = {},
              .target = {},
              .deed = is_to_fight ? Deed::Fight : Deed::Talk,
              .utterance = index,
              .document = utterance.document,
              .said = utterance.said};
  const Ids asked = asked_in(corpus, utterance);
  Ids targets;
  for (const std::string& id : utterance.about) {
    if (!meet({id}, asked) && !is_of_state(id)) insert_sorted(targets, id);
  }
  add_order(orders, order, asked, targets);
}

bool are_of_one_time(const Order& one, const Order& other) {
  constexpr int kYear = 366;
  return one.document == other.document || one.said == kNoDay || other.said == kNoDay ||
         std::abs(one.said - other.said) <= kYear;
}

void add_side(DisputeMaker& maker, const Corpus& corpus, const Order& order) {
  const std::string target = corpus.name_of(order.target);
  const std::string stance = order.deed == Deed::Fight ? "demands: act against " + target
                                                       : "demands: talk to " + target + " or bring it to talks";
  const std::string side = order.deed == Deed::Fight ? "fight" : "talk";
  if (order.claim >= 0)
    maker.add(side, order.voice, stance, corpus.claims[static_cast<std::size_t>(order.claim)]);
  else
    maker.add(side, order.voice, stance, corpus.utterances[static_cast<std::size_t>(order.utterance)]);
}

}  // namespace

void find_contradictory_demands(const Corpus& corpus, Disputes& found) {
  std::vector<Order> orders;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) add_coded_order(corpus, static_cast<int>(i), orders);
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) add_stated_order(corpus, static_cast<int>(i), orders);
  std::map<std::string, std::vector<const Order*>> groups;
  for (const Order& order : orders) groups[order.voice.id + "|" + order.doer + "|" + order.target].push_back(&order);
  for (const auto& [key, group] : groups) {
    std::set<const Order*> in_conflict;
    for (const Order* one : group) {
      for (const Order* other : group) {
        if (one->deed == Deed::Fight && other->deed == Deed::Talk && are_of_one_time(*one, *other))
          in_conflict.insert({one, other});
      }
    }
    if (in_conflict.empty()) continue;
    DisputeMaker maker(corpus, "contradictory-demands");
    for (const Order* order : group) {
      if (in_conflict.contains(order)) add_side(maker, corpus, *order);
    }
    const Order& first = *group.front();
    const std::string question = "Can " + corpus.name_of(first.doer) + " act against " + corpus.name_of(first.target) +
                                 " and bring it to talks, as " + corpus.name_of(first.voice.id) + " wants?";
    found.push_back(maker.finish(key, question, "REQUEST", "peace talks", 1.0));
  }
}

}  // namespace demarche::analysis
