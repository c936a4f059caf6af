// SPDX-License-Identifier: Apache-2.0
// Said versus did: what was promised, and what the record tells of it afterwards.
#include <algorithm>

#include "analysis/disputes/matches.h"
#include "analysis/disputes/shortfalls.h"
#include "analysis/intents/surroundings.h"

namespace demarche::analysis {

namespace {

bool is_promise(const Intent& intent) {
  if (intent.voice.kind == "outlet" && intent.who.empty() && intent.doers.empty()) return false;  // a paper's "would"
  if (intent.is_offer || intent.matter.is_empty() || intent.is_conditional) return false;
  if (intent.course == Course::Promises && intent.is_taken_over) return false;  // "has tolerated this"
  return intent.course == Course::Promises || intent.course == Course::Refuses;
}

const Ids& bound(const Intent& promise) { return promise.doers.empty() ? promise.who : promise.doers; }

// "It has not given up one rifle, though it signed that it would."
bool is_set_against(const Intent& promise, const Intent& told) {
  return told.is_strong && told.is_negated && !promise.is_negated && !overlap(promise, told);
}

// Told later: on a later day, or behind it in one text.
bool is_later(const Intent& promise, const Intent& told) {
  constexpr int kFiveYears = 1830;
  if (promise.document == told.document && promise.sentence == told.sentence) return is_set_against(promise, told);
  if (promise.document == told.document) return told.sentence.begin >= promise.sentence.end;
  if (told.said == kNoDay) return false;
  if (promise.due != kNoDay) return told.said >= promise.due && told.said - promise.due <= kFiveYears;
  const int days = days_between(promise, told);
  return days != kNoDay && days > 0 && days <= kFiveYears;
}

enum class Bond { Other, Unknown, Same };
Bond bond_of(const Intent& promise, const Intent& told) {
  if (!told.doers.empty() && !bound(promise).empty())
    return meet(told.doers, bound(promise)) ? Bond::Same : Bond::Other;
  return Bond::Unknown;
}

// Before the day for which it was promised nothing is broken.
bool is_due(const Intent& promise, const Intent& told) {
  return promise.due == kNoDay || told.said == kNoDay || told.said >= promise.due || promise.document == told.document;
}

// Done at last, but weeks after the day.
bool is_late(const Intent& promise, const Intent& told) {
  constexpr int kFortnight = 14;
  return promise.due != kNoDay && told.is_dated && told.said > promise.due + kFortnight &&
         !Intents::same(promise.matter, told.matter).empty();
}

bool breaks(const Intents& intents, const Intent& promise, const Intent& told) {
  constexpr double kEnough = 2.2, kOfUnknown = 2.4, kOverdue = 1.95, kSomething = 0.45, kMuch = 0.7, kVeryMuch = 1.9;
  const Bond bond = bond_of(promise, told);
  if (bond == Bond::Other || !is_later(promise, told) || !is_due(promise, told)) return false;
  if (told.is_taken_over && distance(promise, told) > 400) return false;  // "this" points at its own text
  const bool has_deed = !Intents::opposed(promise.matter, told.matter).empty() || is_late(promise, told);
  const double likeness = intents.likeness(promise.matter, told.matter);
  const bool is_overdue = promise.due != kNoDay && told.said != kNoDay && told.said > promise.due;
  if (likeness < (is_overdue ? kSomething : kMuch) || !has_deed) return false;
  if (promise.course == Course::Refuses && bond != Bond::Same && likeness < kVeryMuch) return false;
  if (is_overdue) return bearing(intents, promise, told, has_deed) >= kOverdue;
  return bearing(intents, promise, told, has_deed) >= (bond == Bond::Same ? kEnough : kOfUnknown);
}

// Told to have failed in so many words ("still", "nothing has", "not one"), of what the promise names itself by a rare
// word or two, in settings that are alike: no deed is asked for.
bool fails(const Intents& intents, Surroundings& surroundings, int first, int second) {
  constexpr double kOwn = 4, kWeight = 4, kShare = 0.15;
  const Intent &promise = intents.all()[static_cast<std::size_t>(first)],
               &told = intents.all()[static_cast<std::size_t>(second)];
  if (promise.course != Course::Promises || !told.is_strong || promise.is_taken_over || !is_sure(promise)) return false;
  if (!is_later(promise, told) || !is_due(promise, told) || overlap(promise, told)) return false;
  if (!surroundings.tells_something(first) || bond(bound(promise), told.doers) < 0) return false;
  const Nearness nearness = surroundings.nearness(first, second);
  return nearness.weight >= kWeight && nearness.share >= kShare && surroundings.own_weight(first, second) >= kOwn;
}

// "It broke that promise", told right behind it, of nobody else.
bool is_breach(const Intent& promise, const Intent& told) {
  constexpr std::uint32_t kNext = 300;
  return told.is_breach && promise.course == Course::Promises && promise.document == told.document &&
         told.sentence.begin >= promise.sentence.end && told.at - promise.at <= kNext &&
         bond(bound(promise), told.doers) >= 0;
}

// Less was done than promised in so many words, by nobody else: told in the next sentences, or of one deed and thing.
bool may_fall_short(const Intents& intents, const Intent& promise, const Intent& told) {
  constexpr std::uint32_t kNext = 300;
  constexpr double kMuch = 0.7;
  if (promise.course != Course::Promises || !promise.is_strong || !is_later(promise, told)) return false;
  if (bond(bound(promise), told.doers) < 0) return false;
  return distance(promise, told) <= kNext || (!Intents::same(promise.matter, told.matter).empty() &&
                                              intents.likeness(promise.matter, told.matter) >= kMuch);
}

// Facts about its deed, and failures told of its things whatever the deed.
std::vector<int> tellings_of(const Intent& promise, const IntentIndex& facts, const IntentIndex& failures,
                             const std::vector<int>& sharing) {
  Intent any = promise;
  any.matter.aims.clear();
  return joined(joined(facts.candidates(promise), failures.candidates(any)), sharing);
}

// A refusal that is given up is a change of mind; a harm forsworn and done is a promise broken.
bool forswears(const Intent& promise, const std::vector<Aim>& aims) {
  return promise.course != Course::Refuses ||
         std::any_of(aims.begin(), aims.end(), [](const Aim& aim) { return aim.end > 0; });
}

std::string key_of(const Intent& promise, const std::string& about) {
  const std::string who = bound(promise).empty() ? promise.voice.key.text() : bound(promise).front();
  return who + "|" + about;
}

Dispute broken(const Corpus& corpus, const Intents& intents, const std::string& key, const Meeting& meeting) {
  const Intent& promise = intents.all()[static_cast<std::size_t>(*meeting.first.begin())];
  DisputeMaker maker(corpus, "promise-broken");
  add_evidence(maker, intents, meeting.first, "promised", "promised");
  add_evidence(maker, intents, meeting.second, "did otherwise", "says it was not kept");
  const std::string doer = bound(promise).empty() ? name_of(corpus, promise) : names_in(corpus, bound(promise));
  const std::string question = "Did " + doer + " keep its word: " + intents.cite(intents.telling(meeting.first)) + "?";
  Dispute made = maker.finish(key, question, "", "", 0.5);  // found right least often of all kinds
  made.why = why_of(meeting, "what was promised is told not to have been done");
  return made;
}

// Done by who promised it, in time where a day was set.
bool keeps(const Intents& intents, const Intent& promise, const Intent& told) {
  constexpr double kEnough = 2.2;
  if (bond_of(promise, told) != Bond::Same || !is_later(promise, told) || told.is_taken_over) return false;
  if (Intents::same(promise.matter, told.matter).empty() || is_late(promise, told)) return false;
  return bearing(intents, promise, told, true) >= kEnough;
}

int last_day(const Intents& intents) {
  int last = kNoDay;
  for (const Intent& intent : intents.all()) last = std::max(last, intent.said);
  return last;
}

// A promise without a day is given a year.
std::string outcome_of(const Intents& intents, const IntentIndex& facts, const Intent& promise, int last) {
  constexpr int kYear = 365;
  bool is_kept = false;
  for (const int index : facts.candidates(promise)) {
    const Intent& told = intents.all()[static_cast<std::size_t>(index)];
    if (breaks(intents, promise, told)) return "broken";
    is_kept = is_kept || keeps(intents, promise, told);
  }
  if (is_kept) return "kept";
  const int due = promise.due != kNoDay ? promise.due : promise.said == kNoDay ? kNoDay : promise.said + kYear;
  return due != kNoDay && due < last ? "lapsed" : "pending";
}

}  // namespace

void note_outcomes(const Intents& intents, std::vector<Position>& positions) {
  const IntentIndex facts(intents, [](const Intent& intent) { return intent.course == Course::Fact; });
  const int last = last_day(intents);
  std::map<std::string, const Intent*> promises;
  for (const Intent& intent : intents.all()) {
    if (intent.course == Course::Promises) promises.try_emplace(intent.item, &intent);
  }
  for (Position& position : positions) {
    if (position.stance != "promises") continue;
    for (const Quote& quote : position.evidence) {
      const auto promise = promises.find(quote.item);
      if (promise == promises.end()) continue;
      position.outcome = outcome_of(intents, facts, *promise->second, last);
      break;
    }
  }
}

void find_broken_promises(const Corpus& corpus, const std::vector<PlainAmount>& amounts, const Intents& intents,
                          Surroundings& surroundings, Disputes& found) {
  const Shortfalls shortfalls(intents, amounts);
  const IntentIndex facts(intents, [](const Intent& intent) { return intent.course == Course::Fact; });
  const IntentIndex failures(intents, [](const Intent& intent) {
    return intent.is_breach || (intent.course == Course::Fact && intent.is_strong);
  });
  std::map<std::string, std::vector<std::pair<int, int>>> pairs;
  for (std::size_t i = 0; i < intents.all().size(); ++i) {
    const Intent& promise = intents.all()[i];
    if (!is_promise(promise)) continue;
    for (const int index : tellings_of(promise, facts, failures, surroundings.sharing(static_cast<int>(i)))) {
      const Intent& told = intents.all()[static_cast<std::size_t>(index)];
      const bool is_breached = is_breach(promise, told);
      if (told.course != Course::Fact && !is_breached) continue;
      auto aims = Intents::opposed(promise.matter, told.matter);
      if (aims.empty() && promise.course == Course::Promises) aims = Intents::same(promise.matter, told.matter);
      const bool is_by_deed = !aims.empty() && breaks(intents, promise, told) && forswears(promise, aims);
      const bool is_less = shortfalls.falls_short(static_cast<int>(i), index) && may_fall_short(intents, promise, told);
      if (!is_by_deed && !is_breached && !is_less && !fails(intents, surroundings, static_cast<int>(i), index))
        continue;
      const std::string topic = !aims.empty() ? aims.front().deed : surroundings.topic(static_cast<int>(i), index);
      pairs[key_of(promise, topic)].emplace_back(static_cast<int>(i), index);
    }
  }
  for (const auto& [key, met] : pairs) {
    for (const Meeting& meeting : meetings_of(met, {})) {
      const Intent& promise = intents.all()[static_cast<std::size_t>(*meeting.first.begin())];
      found.push_back(broken(corpus, intents, key + "|" + intents.quote(promise).words, meeting));
    }
  }
}

}  // namespace demarche::analysis
