// SPDX-License-Identifier: Apache-2.0
// One actor against its own earlier word, told by words: what it refused and later promised, wanted or did; what it
// said was not so and later says is so.
#include <algorithm>
#include <iterator>

#include "analysis/disputes/matches.h"
#include "analysis/intents/surroundings.h"

namespace demarche::analysis {

namespace {

bool is_one_owner(const Intent& one, const Intent& other) {
  if (!owner_of(one).empty() && !owner_of(other).empty()) return meet(owner_of(one), owner_of(other));
  return !one.voice.key.empty() && one.voice.key == other.voice.key;
}

// An account that somebody gives, not the paper itself.
bool is_attributed(const Intent& intent) { return intent.voice.kind != "outlet"; }

// From a refusal to its opposite or back; from one account of the facts to the contrary one.
bool may_turn(const Intent& before, const Intent& after) {
  if (before.course == Course::Fact && after.course == Course::Fact)
    return is_attributed(before) && is_attributed(after) && is_same_actor(before, after);
  if (before.course == Course::Fact) return false;
  if (before.course == Course::Promises && after.course == Course::Wants) return false;
  if (after.course == Course::Fact) return before.course == Course::Refuses && !after.doers.empty();
  return true;
}

// On a later day, or told in one breath: "which had refused inspectors for years, now asks for them".
// What is told as of earlier is nobody's later word.
bool is_later(const Intent& before, const Intent& after) {
  constexpr std::uint32_t kOneBreath = 400;
  if (after.is_earlier && before.document != after.document) return false;
  const int days = days_between(before, after);
  if (days != kNoDay && days >= 2) return true;
  return before.is_earlier && !after.is_earlier && distance(before, after) <= kOneBreath;
}

// "For years it insisted that …; in May it conceded that …"
bool is_admitted(const Intent& before, const Intent& after) {
  return after.is_admission && !before.is_admission && is_attributed(before) && is_attributed(after) &&
         is_same_actor(before, after) && (before.is_earlier || before.is_negated != after.is_negated);
}

// What was refused without a word for the deed, and later promised or asked for.
bool is_given_up(const Intent& before, const Intent& after) {
  return before.course == Course::Refuses && before.matter.aims.empty() &&
         (after.course == Course::Promises || after.course == Course::Wants);
}

// Two accounts of one fact: one says that it was, the other that it was not; or they differ by the deed alone, which
// takes more in common.
double needed(const Intent& before, const Intent& after) {
  constexpr double kSomething = 0.45, kSome = 0.6, kMuch = 0.9, kVeryMuch = 1.3;
  if (before.course == Course::Fact && after.course == Course::Fact)
    return before.is_negated != after.is_negated ? kSome : kVeryMuch;
  return before.course == after.course ? kMuch : kSomething;
}

// What was forsworn and done all the same is a promise broken.
bool is_forsworn(const Intent& before, const Intent& after) {
  const auto aims = Intents::opposed(before.matter, after.matter);
  return after.course == Course::Fact && before.course == Course::Refuses && !aims.empty() && aims.front().end > 0;
}

bool turns(const Intents& intents, const Intent& before, const Intent& after) {
  constexpr double kEnough = 1.95, kMuch = 0.9;
  if (after.is_taken_over || before.is_taken_over || !is_later(before, after)) return false;
  const bool may_be = may_turn(before, after) && is_one_owner(before, after);
  if (!may_be && !is_admitted(before, after)) return false;
  const double likeness = intents.likeness(before.matter, after.matter);
  if (is_admitted(before, after)) return likeness >= kMuch;
  if (!may_be) return false;
  if (is_given_up(before, after)) return likeness >= kMuch;
  const auto aims = Intents::opposed(before.matter, after.matter);
  if (aims.empty() || likeness < needed(before, after)) return false;
  if (is_forsworn(before, after)) return false;
  return bearing(intents, before, after, true) >= kEnough;
}

// Both name the matter themselves; two accounts of facts also stand in settings that are alike.
bool are_of_one_matter(const Intents& intents, Surroundings& surroundings, int first, int second) {
  constexpr double kOwn = 3, kMuch = 0.75, kShare = 0.2;
  const Intent &before = intents.all()[static_cast<std::size_t>(first)],
               &after = intents.all()[static_cast<std::size_t>(second)];
  const bool are_facts = before.course == Course::Fact && after.course == Course::Fact;
  if (are_facts && !is_admitted(before, after) && surroundings.nearness(first, second).share < kShare) return false;
  return surroundings.own_weight(first, second) >= kOwn || intents.likeness(before.matter, after.matter) >= kMuch;
}

std::string who(const Intent& intent) {
  return owner_of(intent).empty() ? intent.voice.key.text() : owner_of(intent).front();
}

std::string question_of(const Intents& intents, const Meeting& meeting, const std::string& doer) {
  const Intent &before = intents.telling(meeting.first), &after = intents.telling(meeting.second);
  return "Has " + doer + (before.course == Course::Fact ? " changed its account" : " changed its mind") + ", from " +
         intents.cite(before) + " to " + intents.cite(after) + "?";
}

// "Since then the law has changed": the later words themselves say why.
bool gives_reason(const Corpus& corpus, const Meeting& meeting, const Intents& intents) {
  return std::any_of(meeting.second.begin(), meeting.second.end(), [&](int index) {
    const Quote quote = intents.quote(intents.all()[static_cast<std::size_t>(index)]);
    return corpus.lexicon->aim_words().has("reason", words_of(quote.words));
  });
}

Dispute turn_of(const Corpus& corpus, const Intents& intents, const std::string& key, const Meeting& meeting) {
  const Intent& before = intents.all()[static_cast<std::size_t>(*meeting.first.begin())];
  const Intent& after = intents.all()[static_cast<std::size_t>(*meeting.second.begin())];
  DisputeMaker maker(corpus, "reversal");
  const auto stance = [](const Intent& intent) {
    return intent.course == Course::Fact      ? "says or does"
           : intent.course == Course::Refuses ? "refuses"
           : intent.course == Course::Wants   ? "wants"
                                              : "promises";
  };
  add_evidence(maker, intents, meeting.first, "before", std::string("before: ") + stance(before));
  add_evidence(maker, intents, meeting.second, "after", std::string("now: ") + stance(after));
  const std::string doer = owner_of(before).empty() ? name_of(corpus, before) : names_in(corpus, owner_of(before));
  Dispute made = maker.finish(key, question_of(intents, meeting, doer), "", "", 0.7);
  made.why = why_of(meeting, "a later word or deed is against an earlier one");
  if (gives_reason(corpus, meeting, intents)) made.state = "explained by time";
  return made;
}

// What one actor turned about, from one end of a deed to the other, along with all that says the same of it.
using PairsOfTurns = std::map<std::pair<std::string, Aim>, std::vector<std::pair<int, int>>>;

bool have_words_in_common(const Side& one, const Side& other) {
  return std::any_of(one.evidence.begin(), one.evidence.end(), [&](const Quote& quote) {
    return std::any_of(other.evidence.begin(), other.evidence.end(), [&](const Quote& like) {
      return like.document == quote.document && like.span.begin < quote.span.end && quote.span.begin < like.span.end;
    });
  });
}

// Found by its deeds already.
bool is_known(const Dispute& turn, const Disputes& found) {
  return std::any_of(found.begin(), found.end(), [&](const Dispute& known) {
    return known.kind == turn.kind && have_words_in_common(known.sides[0], turn.sides[0]) &&
           have_words_in_common(known.sides[1], turn.sides[1]);
  });
}

}  // namespace

void find_turns(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found) {
  const IntentIndex all(intents, [](const Intent& intent) { return !intent.matter.is_empty(); });
  PairsOfTurns pairs;
  for (std::size_t i = 0; i < intents.all().size(); ++i) {
    const Intent& before = intents.all()[i];
    if (before.matter.is_empty()) continue;
    const int first = static_cast<int>(i);
    for (const int index : all.candidates(before)) {
      const Intent& after = intents.all()[static_cast<std::size_t>(index)];
      if (after.matter.is_empty()) continue;
      if (!turns(intents, before, after) || !are_of_one_matter(intents, surroundings, first, index)) continue;
      const auto opposed = Intents::opposed(before.matter, after.matter);
      const Aim aim = opposed.empty() ? Aim{.deed = {}, .end = -1} : opposed.front();
      pairs[{who(before), aim}].emplace_back(first, index);
    }
  }
  Disputes turns;
  for (const auto& [line, met] : pairs) {
    for (const Meeting& meeting : meetings_of(met, line.second)) {
      const std::string key = line.first + "|" + line.second.deed + "|" +
                              intents.quote(intents.all()[static_cast<std::size_t>(*meeting.first.begin())]).words;
      Dispute turn = turn_of(corpus, intents, key, meeting);
      if (!is_known(turn, found) && !is_known(turn, turns)) turns.push_back(std::move(turn));
    }
  }
  std::move(turns.begin(), turns.end(), std::back_inserter(found));
}

}  // namespace demarche::analysis
