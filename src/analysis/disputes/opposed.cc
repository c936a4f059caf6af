// SPDX-License-Identifier: Apache-2.0
// Demands that cannot both be met: one wants it open and another wants it closed, or two want one man handed over.
#include <algorithm>

#include "analysis/disputes/matches.h"
#include "analysis/intents/surroundings.h"

namespace demarche::analysis {

namespace {

// What one addressee is known to be asked by both may be asked for years.
bool is_of_one_time(const Intent& one, const Intent& other) {
  constexpr int kTwoYears = 730, kFiveYears = 1830;
  const int days = days_between(one, other);
  const bool is_known = meet(one.doers, other.doers);
  return one.document == other.document || days == kNoDay || std::abs(days) <= (is_known ? kFiveYears : kTwoYears);
}

// Put to one addressee, as far as it is known.
bool is_of_one_addressee(const Intent& one, const Intent& other) {
  return one.doers.empty() || other.doers.empty() || meet(one.doers, other.doers);
}

// One who hands somebody over to the one cannot hand him over to the other.
std::vector<Aim> rival(const Intent& one, const Intent& other) {
  auto aims = Intents::same(one.matter, other.matter);
  std::erase_if(aims, [](const Aim& aim) { return aim.deed != "surrender" || aim.end < 0; });
  return aims;
}

// "Told to send the welders; forbidden to touch a bolt": the one in the next breath.
bool forbids(const Intents& intents, const Intent& one, const Intent& other) {
  constexpr double kMuch = 1.4;
  constexpr std::uint32_t kNextBreath = 350;
  return one.is_forbidding != other.is_forbidding && distance(one, other) <= kNextBreath &&
         intents.likeness(one.matter, other.matter) >= kMuch;
}

bool cannot_both_be_met(const Intents& intents, const Intent& one, const Intent& other, std::vector<Aim>& aims) {
  constexpr double kEnough = 2.2, kMuch = 0.9;
  if (is_same_actor(one, other) || !is_of_one_time(one, other) || !is_of_one_addressee(one, other)) return false;
  if (is_nobodys(one) || is_nobodys(other)) return false;
  aims = Intents::opposed(one.matter, other.matter);
  if (aims.empty()) aims = rival(one, other);
  if (aims.empty() && forbids(intents, one, other)) aims = {Aim{.deed = {}, .end = 1}};
  if (!aims.empty() && aims.front().deed.empty()) return true;
  if (aims.empty() || bearing(intents, one, other, true) < kEnough) return false;
  // To end and to continue may be said of anything.
  const bool is_general = aims.front().deed == "continue";
  return intents.likeness(one.matter, other.matter) >= (is_general ? kMuch : 0);
}

// Two wishes that a text sets beside each other, whatever the deeds: 4.4 points of 2 for deeds at opposed ends, 1.2 for
// standing in one passage and 0.5 more when near, and for their settings, at most 1.5 by weight and 3 by share.
bool are_set_against(const Intents& intents, Surroundings& surroundings, int first, int second) {
  constexpr double kEnough = 4.4, kWeight = 8, kMostWeight = 12, kShare = 5, kMostShare = 0.6;
  constexpr std::uint32_t kNear = 450, kPassage = 900;
  const Intent &one = intents.all()[static_cast<std::size_t>(first)],
               &other = intents.all()[static_cast<std::size_t>(second)];
  if (distance(one, other) > kPassage || overlap(one, other) || is_same_actor(one, other)) return false;
  if (!is_sure(one) || !is_sure(other) || is_nobodys(one) || is_nobodys(other)) return false;
  if (bond(one.doers, other.doers) < 0) return false;
  if (!surroundings.tells_something(first) || !surroundings.tells_something(second)) return false;
  double points = 1.2;
  if (distance(one, other) <= kNear) points += 0.5;
  if (!Intents::opposed(one.matter, other.matter).empty()) points += 2;
  const Nearness nearness = surroundings.nearness(first, second);
  points += std::min(nearness.weight, kMostWeight) / kWeight + kShare * std::min(nearness.share, kMostShare);
  return points >= kEnough;
}

std::string who(const Intent& intent) { return intent.who.empty() ? intent.voice.key.text() : intent.who.front(); }

Dispute dispute_of(const Corpus& corpus, const Intents& intents, const std::string& key, const Meeting& meeting) {
  const Intent& one = intents.all()[static_cast<std::size_t>(*meeting.first.begin())];
  const Intent& other = intents.all()[static_cast<std::size_t>(*meeting.second.begin())];
  DisputeMaker maker(corpus, "contradictory-demands");
  add_evidence(maker, intents, meeting.first, "one", "demands");
  add_evidence(maker, intents, meeting.second, "other", "demands");
  Ids asked = one.doers.empty() ? other.doers : one.doers;
  const std::string doer = asked.empty() ? "whoever is asked" : names_in(corpus, asked);
  const std::string question = "Shall " + doer + " do what " + name_of(corpus, one) + " wanted, " +
                               intents.cite(intents.telling(meeting.first)) + ", or what " + name_of(corpus, other) +
                               " wanted, " + intents.cite(intents.telling(meeting.second)) + "?";
  Dispute made = maker.finish(key, question, "REQUEST", "", 0.9);
  made.why = why_of(meeting, "two wishes cannot both be met");
  return made;
}

}  // namespace

void find_opposed_demands(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found) {
  const IntentIndex demands(intents, [](const Intent& intent) { return intent.course == Course::Wants; });
  Meetings meetings;
  for (std::size_t i = 0; i < intents.all().size(); ++i) {
    const Intent& one = intents.all()[i];
    if (one.course != Course::Wants) continue;
    for (const int index : demands.candidates(one)) {
      const Intent& other = intents.all()[static_cast<std::size_t>(index)];
      std::vector<Aim> aims;
      if (who(one) >= who(other)) continue;
      const bool is_by_deed = cannot_both_be_met(intents, one, other, aims);
      if (!is_by_deed && !are_set_against(intents, surroundings, static_cast<int>(i), index)) continue;
      if (aims.empty()) aims = {Aim{.deed = {}, .end = 1}};
      const std::string about = is_by_deed ? aims.front().deed : surroundings.topic(static_cast<int>(i), index);
      Meeting& meeting = meetings[who(one) + "|" + who(other) + "|" + about];
      if (meeting.first.empty()) meeting.aim = aims.front();
      if (meeting.aim != aims.front()) continue;
      meeting.first.insert(static_cast<int>(i));
      meeting.second.insert(index);
    }
  }
  for (const auto& [key, meeting] : meetings) found.push_back(dispute_of(corpus, intents, key, meeting));
}

}  // namespace demarche::analysis
