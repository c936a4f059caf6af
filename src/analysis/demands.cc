// SPDX-License-Identifier: Apache-2.0
// Demands that were refused, and demands that cannot both be met.
#include <algorithm>

#include "analysis/disputes.h"
#include "analysis/identity.h"
#include "analysis/words.h"

namespace demarche::analysis {

namespace {

// One side of a request: who wants, of whom, about what.
struct Wish {
  Voice voice;
  Ids of, about;
  std::vector<std::string> themes;
  int claim = -1, utterance = -1;  // evidence: the statement where there is one
  bool is_offer = false;
  int deed = -1;  // the claim of the deed that is wanted
  int document = 0, said = kNoDay;
  std::uint32_t at = 0;
};

Voice named_voice(const Corpus& corpus, const std::string& id) {
  const std::string voice = voice_of(id);
  return {.id = voice, .speaker = id, .name = corpus.name_of(id), .kind = "named", .key = voice};
}

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

int wanted_deed(const Corpus& corpus, const Utterance& utterance) {
  for (const int index : utterance.claims) {
    if (corpus.claims[static_cast<std::size_t>(index)].event->modality == "demanded") return index;
  }
  return -1;
}

void add_stated_wishes(const Corpus& corpus, std::vector<Wish>& wishes) {
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) {
    const Utterance& utterance = corpus.utterances[i];
    const bool is_offer = utterance.act() == "offer";
    if ((!is_demanding(utterance) && !is_offer) || !utterance.voice.is_named_actor()) continue;
    Wish wish;
    wish.is_offer = is_offer;
    wish.voice = utterance.voice;
    wish.of = asked_in(corpus, utterance);
    wish.about = utterance.about;
    wish.themes = utterance.themes;
    wish.utterance = static_cast<int>(i);
    wish.deed = wanted_deed(corpus, utterance);
    wish.document = utterance.document;
    wish.said = utterance.said;
    wish.at = utterance.whole.begin;
    if (!wish.of.empty() || is_offer) wishes.push_back(std::move(wish));
  }
}

// A deed of words told by the document: REQUEST for a wish, REJECT for a refusal. Those that a statement does are
// counted there.
void add_told(const Corpus& corpus, std::string_view type, std::string_view act, std::vector<Wish>& wishes) {
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    if (claim.event->event != type || claim.stance != Stance::Affirms || claim.ground != Ground::Fact ||
        claim.actors.empty())
      continue;
    const bool is_stated =
        claim.performed_by >= 0 && corpus.utterances[static_cast<std::size_t>(claim.performed_by)].act() == act;
    if (is_stated && corpus.utterances[static_cast<std::size_t>(claim.performed_by)].voice.is_named_actor() &&
        claim.recipients.empty())
      continue;
    Wish wish;
    wish.voice = named_voice(corpus, claim.actors.front());
    wish.of = claim.recipients;
    wish.themes = claim.themes;
    wish.claim = static_cast<int>(i);
    wish.document = claim.document;
    wish.said = claim.when.is_exact() ? claim.when.lo : claim.said;
    wish.at = claim.event->sentence.begin;
    wishes.push_back(std::move(wish));
  }
}

std::vector<Wish> wishes_of(const Corpus& corpus) {
  std::vector<Wish> wishes;
  add_stated_wishes(corpus, wishes);
  add_told(corpus, "REQUEST", "demand", wishes);
  std::erase_if(
      wishes, [](const Wish& wish) { return !wish.is_offer && (wish.of.empty() || agree(wish.of, {wish.voice.id})); });
  return wishes;
}

std::vector<Wish> refusals_of(const Corpus& corpus) {
  std::vector<Wish> refusals;
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) {
    const Utterance& utterance = corpus.utterances[i];
    if (utterance.act() != "refuse" || !utterance.voice.is_named_actor()) continue;
    Wish refusal;
    refusal.voice = utterance.voice;
    refusal.of = utterance.addressees;
    refusal.about = utterance.about;
    refusal.themes = utterance.themes;
    refusal.utterance = static_cast<int>(i);
    refusal.deed = utterance.claims.empty() ? -1 : utterance.claims.front();
    refusal.document = utterance.document;
    refusal.said = utterance.said;
    refusal.at = utterance.whole.begin;
    refusals.push_back(std::move(refusal));
  }
  add_told(corpus, "REJECT", "refuse", refusals);
  return refusals;
}

bool same_deed(const Corpus& corpus, const Wish& wish, const Wish& refusal) {
  if (wish.deed < 0 || refusal.deed < 0) return false;
  const Claim &wanted = corpus.claims[static_cast<std::size_t>(wish.deed)],
              &refused = corpus.claims[static_cast<std::size_t>(refusal.deed)];
  return wanted.event->event == refused.event->event && may_agree(wanted.actors, refused.actors) &&
         may_agree(wanted.recipients, refused.recipients);
}

// "he offered a joint inquiry. Kelmoria rejected the offer": whoever it was made to is who refuses it, in the next
// breath.
bool declines(const Corpus& corpus, const Wish& offer, const Wish& refusal) {
  constexpr std::uint32_t kNext = 420;
  if (offer.document != refusal.document || refusal.at < offer.at || refusal.at - offer.at > kNext ||
      offer.voice.key == refusal.voice.key)
    return false;
  if (refusal.utterance < 0) return false;
  const auto stems = stems_of(corpus.quote(corpus.utterances[static_cast<std::size_t>(refusal.utterance)]).words);
  return share(stems, {"offer", "plan", "propo"}) ||
         (share(offer.themes, refusal.themes) && !contradict(refusal.of, {offer.voice.id}));
}

// The one asked says no: to the one who asked or to nobody in particular, on the same issue, afterwards.
bool refuses(const Corpus& corpus, const Wish& wish, const Wish& refusal) {
  if (wish.is_offer) return declines(corpus, wish, refusal);
  constexpr int kTwoYears = 730;
  constexpr std::uint32_t kReach = 1200;
  if (!agree(wish.of, {refusal.voice.id}) || refusal.voice.key == wish.voice.key) return false;
  if (contradict(voices_of(refusal.of), {wish.voice.id})) return false;
  const bool is_one_text = wish.document == refusal.document;
  if (is_one_text && refusal.at < wish.at) return false;
  const bool knows_days = wish.said != kNoDay && refusal.said != kNoDay;
  if (!is_one_text && knows_days && (refusal.said + 1 < wish.said || refusal.said > wish.said + kTwoYears))
    return false;
  if (same_deed(corpus, wish, refusal)) return true;
  if (share(wish.themes, refusal.themes)) return !refusal.of.empty() || is_one_text;
  return is_one_text && refusal.at - wish.at < kReach && refusal.themes.empty() && !refusal.of.empty();
}

void add_wish(DisputeMaker& maker, const Corpus& corpus, const Wish& wish, const std::string& side,
              const std::string& stance) {
  if (wish.utterance >= 0)
    maker.add(side, wish.voice, stance, corpus.utterances[static_cast<std::size_t>(wish.utterance)]);
  else
    maker.add(side, wish.voice, stance, corpus.claims[static_cast<std::size_t>(wish.claim)]);
}

std::string question_of_refusal(const Corpus& corpus, const Wish& wish, const std::string& doer,
                                const std::string& theme) {
  if (wish.deed >= 0) {
    const Claim& deed = corpus.claims[static_cast<std::size_t>(wish.deed)];
    std::string question = corpus.lexicon->question(deed.event->event, deed.event->mode, deed.themes, doer,
                                                    names_in(corpus, deed.recipients), Lexicon::Tense::Future);
    return question.insert(question.size() - 1, ", as " + wish.voice.name + " demands");
  }
  if (wish.is_offer)
    return "Will " + doer + " accept what " + corpus.name_of(wish.voice.id) + " offers" +
           (theme.empty() ? "" : " on " + theme) + "?";
  return "Will " + doer + " do what " + corpus.name_of(wish.voice.id) + " demands" +
         (theme.empty() ? "" : " on " + theme) + "?";
}

}  // namespace

namespace {

// Demands and the refusals that meet them, by who wants, who refuses, and the issue.
struct Pairs {
  std::set<int> wishes, refusals;
};
using Groups = std::map<std::string, Pairs>;

Groups pair_up(const Corpus& corpus, const std::vector<Wish>& wishes, const std::vector<Wish>& refusals) {
  std::map<std::string, std::vector<int>> by_root;
  std::map<int, std::vector<int>> by_document;
  for (std::size_t i = 0; i < refusals.size(); ++i) {
    by_root[root_of(refusals[i].voice.id)].push_back(static_cast<int>(i));
    by_document[refusals[i].document].push_back(static_cast<int>(i));
  }
  Groups groups;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const Wish& wish = wishes[i];
    std::set<int> candidates;
    for (const std::string& id : wish.of) candidates.insert(by_root[root_of(id)].begin(), by_root[root_of(id)].end());
    if (wish.is_offer) candidates.insert(by_document[wish.document].begin(), by_document[wish.document].end());
    for (const int index : candidates) {
      const Wish& refusal = refusals[static_cast<std::size_t>(index)];
      if (!refuses(corpus, wish, refusal)) continue;
      Pairs& pairs = groups[wish.voice.id + "|" + refusal.voice.id + "|" + shared_theme(wish.themes, refusal.themes)];
      pairs.wishes.insert(static_cast<int>(i));
      pairs.refusals.insert(index);
    }
  }
  return groups;
}

}  // namespace

void find_refusals(const Corpus& corpus, Disputes& found) {
  const auto wishes = wishes_of(corpus), refusals = refusals_of(corpus);
  for (const auto& [key, pairs] : pair_up(corpus, wishes, refusals)) {
    DisputeMaker maker(corpus, "demand-refusal");
    for (const int index : pairs.wishes) {
      const Wish& wish = wishes[static_cast<std::size_t>(index)];
      add_wish(maker, corpus, wish, "demands", wish.is_offer ? "offers" : "demands");
    }
    for (const int index : pairs.refusals)
      add_wish(maker, corpus, refusals[static_cast<std::size_t>(index)], "refuses", "refuses");
    const Wish& first = wishes[static_cast<std::size_t>(*pairs.wishes.begin())];
    const Wish& answer = refusals[static_cast<std::size_t>(*pairs.refusals.begin())];
    const std::string theme = shared_theme(first.themes, answer.themes);
    found.push_back(maker.finish(key, question_of_refusal(corpus, first, corpus.name_of(answer.voice.id), theme),
                                 "REQUEST", theme, 0.85));
  }
}

namespace {

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
