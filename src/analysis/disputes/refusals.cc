// SPDX-License-Identifier: Apache-2.0
// Demands and offers that are refused: who was asked will not do the deed, or does not speak of the deed at all but of
// the thing, or answers in the next breath.
#include <algorithm>

#include "analysis/disputes/matches.h"
#include "analysis/intents/surroundings.h"

namespace demarche::analysis {

namespace {

// Whoever was asked is whoever refuses; 0 when nobody knows, -1 when it is somebody else.
int is_asked(const Intent& wish, const Intent& refusal) {
  const Ids& refusing = refusal.doers.empty() ? refusal.who : refusal.doers;
  if (wish.doers.empty() || refusing.empty()) return 0;
  return meet(wish.doers, refusing) || meet(wish.doers, refusal.who) ? 1 : -1;
}

bool is_in_time(const Intent& wish, const Intent& refusal) {
  constexpr int kTwoYears = 730;
  if (wish.document == refusal.document) return true;
  const int days = days_between(wish, refusal);
  return days == kNoDay || std::abs(days) <= kTwoYears;
}

// "He offered a joint inquiry. Kelmoria rejected the offer": whoever it was made to refuses it in the next breath.
bool declines(const Intents& intents, const Intent& offer, const Intent& refusal) {
  constexpr std::uint32_t kNext = 420;
  if (refusal.course != Course::Refuses) return false;
  if (distance(offer, refusal) > kNext || refusal.at < offer.at || is_same_actor(offer, refusal)) return false;
  return refusal.points_at_offer || refusal.is_taken_over || intents.likeness(offer.matter, refusal.matter) >= 0.9;
}

// "They demand that he resign." "He will not resign.": a deed that needs no thing, asked of whoever refuses it, within
// a year.
bool is_deed_refused(const Intent& wish, const Intent& refusal) {
  constexpr int kYear = 366;
  const int days = days_between(wish, refusal);
  return wish.is_deed_alone && refusal.is_deed_alone && refusal.course == Course::Refuses &&
         is_asked(wish, refusal) > 0 && days != kNoDay && std::abs(days) <= kYear;
}

// "Norway rejected Peru's demand for an apology."
bool is_told_at_once(const Intent& wish, const Intent& refusal) {
  return wish.document == refusal.document && wish.sentence == refusal.sentence && refusal.course == Course::Refuses &&
         !wish.who.empty() && !refusal.who.empty();
}

// What is asked for is named anew when it is refused, or pointed at within the next sentences.
// A promise of the contrary refuses, too.
bool refuses(const Intents& intents, const Intent& wish, const Intent& refusal) {
  constexpr double kEnough = 1.9, kOfUnknown = 2.4, kSomething = 0.4, kMuch = 0.9;
  constexpr std::uint32_t kNextBreath = 350;
  if (wish.is_offer) return declines(intents, wish, refusal);
  if (is_same_actor(wish, refusal) || !is_in_time(wish, refusal)) return false;
  const int asked = is_asked(wish, refusal);
  if (asked < 0) return false;
  const bool is_answer =
      refusal.document == wish.document && refusal.at > wish.at && refusal.at - wish.at <= kNextBreath;
  const bool has_deed = !Intents::opposed(wish.matter, refusal.matter).empty();
  if (has_deed && (is_deed_refused(wish, refusal) || is_told_at_once(wish, refusal))) return true;
  if (refusal.is_taken_over && !is_answer) return false;
  if (refusal.course == Course::Promises && !has_deed) return false;
  const double likeness = intents.likeness(wish.matter, refusal.matter);
  if (likeness < (has_deed && asked > 0 ? kSomething : kMuch)) return false;
  if (is_answer && !refusal.is_taken_over && refusal.course == Course::Refuses) return true;
  return bearing(intents, wish, refusal, has_deed) >= (asked > 0 ? kEnough : kOfUnknown);
}

// Whoever may have been asked refuses, by points: 5 of 3 for deeds at opposed ends, 1.5 for a refusal that is no
// promise, 1 where who was asked is who refuses, 0.5 when near, 0.5 for words that point back, at most 1.5 for the
// weight of what their settings share and 1.5 for its share; half a point less for what was asked or refused before.
bool is_turned_down(const Intents& intents, Surroundings& surroundings, int first, int second) {
  constexpr double kEnough = 5, kWeight = 8, kMostWeight = 12, kShare = 2.5, kMostShare = 0.6;
  constexpr std::uint32_t kNear = 450, kPassage = 900;
  const Intent &wish = intents.all()[static_cast<std::size_t>(first)],
               &refusal = intents.all()[static_cast<std::size_t>(second)];
  const Ids& refusing = refusal.doers.empty() ? refusal.who : refusal.doers;
  const bool is_opposed = !Intents::opposed(wish.matter, refusal.matter).empty();
  if (wish.is_offer || !is_sure(wish) || is_nobodys(wish)) return false;
  if (bond(wish.doers, refusing) < 0 || is_same_actor(wish, refusal)) return false;
  if (refusal.is_taken_over && distance(wish, refusal) > kPassage) return false;  // "this" points at its own text
  if (overlap(wish, refusal) || (distance(wish, refusal) > kPassage && !is_opposed)) return false;
  if (!is_in_time(wish, refusal)) return false;
  if (!surroundings.tells_something(first) || !surroundings.tells_something(second)) return false;
  double points = is_opposed ? 3 : 0;
  if (refusal.course == Course::Refuses) points += 1.5;
  if (bond(wish.doers, refusing) > 0 || bond(wish.doers, refusal.who) > 0) points += 1;
  if (distance(wish, refusal) <= kNear) points += 0.5;
  if (refusal.is_taken_over) points += 0.5;
  if (wish.is_earlier || refusal.is_earlier) points -= 0.5;
  const Nearness nearness = surroundings.nearness(first, second);
  points += std::min(nearness.weight, kMostWeight) / kWeight + kShare * std::min(nearness.share, kMostShare);
  return points >= kEnough;
}

std::string key_of(const Intent& wish, const Intent& refusal, const Aim& aim) {
  const auto who = [](const Intent& intent) {
    return intent.who.empty() ? intent.voice.key.text() : intent.who.front();
  };
  const Ids& refusing = refusal.doers.empty() ? refusal.who : refusal.doers;
  const std::string refuser = refusing.empty() ? who(refusal) : refusing.front();
  return who(wish) + "|" + refuser + "|" + aim.deed;
}

Aim aim_of(const Intent& wish, const Intent& refusal) {
  const auto shared = Intents::opposed(wish.matter, refusal.matter);
  return shared.empty() ? Aim{.deed = {}, .end = 1} : shared.front();
}

Dispute refusal_of(const Corpus& corpus, const Intents& intents, const std::string& key, const Meeting& meeting) {
  const Intent& wish = intents.all()[static_cast<std::size_t>(*meeting.first.begin())];
  const Intent& refusal = intents.all()[static_cast<std::size_t>(*meeting.second.begin())];
  DisputeMaker maker(corpus, "demand-refusal");
  add_evidence(maker, intents, meeting.first, "demands", wish.is_offer ? "offers" : "demands");
  add_evidence(maker, intents, meeting.second, "refuses", "refuses");
  const std::string doer = refusal.doers.empty() ? name_of(corpus, refusal) : names_in(corpus, refusal.doers);
  const std::string who = name_of(corpus, wish);
  const std::string words = intents.cite(intents.telling(meeting.first));
  const std::string asked = wish.is_offer ? " accept what " + who + " offered: " : " do what " + who + " wanted: ";
  Dispute made = maker.finish(key, "Will " + doer + asked + words + "?", "REQUEST", "", 0.85);
  made.why = why_of(meeting, "what is wanted is refused");
  return made;
}

// "They will not": nobody whom a reader could ask.
bool is_by_somebody(const Intent& intent) {
  return !intent.who.empty() || !intent.doers.empty() || is_known_voice(intent.voice);
}

}  // namespace

void find_refusals(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found) {
  const IntentIndex refusals(intents, [](const Intent& intent) {
    const bool is_answer = intent.course == Course::Refuses || (intent.course == Course::Promises && !intent.is_offer);
    return is_answer && is_by_somebody(intent);
  });
  Meetings meetings;
  for (std::size_t i = 0; i < intents.all().size(); ++i) {
    const Intent& wish = intents.all()[i];
    const bool is_nobodys = wish.who.empty() && wish.voice.kind == "none";
    if ((wish.course != Course::Wants && !wish.is_offer) || is_nobodys) continue;
    for (const int index : refusals.candidates(wish)) {
      const Intent& refusal = intents.all()[static_cast<std::size_t>(index)];
      const bool is_by_deed = refuses(intents, wish, refusal);
      if (!is_by_deed && !is_turned_down(intents, surroundings, static_cast<int>(i), index)) continue;
      const Aim aim = aim_of(wish, refusal);
      Meeting& meeting = meetings[key_of(wish, refusal, aim)];
      meeting.aim = aim;
      meeting.first.insert(static_cast<int>(i));
      meeting.second.insert(index);
    }
  }
  for (const auto& [key, meeting] : meetings) found.push_back(refusal_of(corpus, intents, key, meeting));
}

}  // namespace demarche::analysis
