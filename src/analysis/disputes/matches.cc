// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/matches.h"

#include <algorithm>

namespace demarche::analysis {

namespace {

constexpr std::uint32_t kNear = 900;  // code points: the same passage
constexpr std::size_t kMost = 400;    // what more than these speak of tells too little of whose word answers whose

// Its own, and what only the sentence before names: "They will stay", of troops.
std::vector<Thing> things_of(const Intent& intent) {
  std::vector<Thing> things = intent.matter.things;
  things.insert(things.end(), intent.matter.nearby.begin(), intent.matter.nearby.end());
  return things;
}

}  // namespace

IntentIndex::IntentIndex(const Intents& intents, const std::function<bool(const Intent&)>& is_wanted)
    : intents_(intents) {
  for (std::size_t i = 0; i < intents.all().size(); ++i) {
    const Intent& intent = intents.all()[i];
    if (!is_wanted(intent)) continue;
    by_document_[intent.document].push_back(static_cast<int>(i));
    if (intent.is_deed_alone) {
      for (const Aim& aim : intent.matter.aims) alone_[aim.deed].push_back(static_cast<int>(i));
    }
    for (const Thing thing : intent.matter.things) by_deed_[{thing, ""}].push_back(static_cast<int>(i));
    for (const Thing thing : things_of(intent)) {
      for (const Aim& aim : intent.matter.aims) by_deed_[{thing, aim.deed}].push_back(static_cast<int>(i));
    }
  }
}

// Words without a deed meet any deed that is done to the same thing.
std::vector<int> IntentIndex::candidates(const Intent& intent) const {
  std::vector<int> found;
  const auto add = [&](const std::string& deed) {
    for (const Thing thing : deed.empty() ? intent.matter.things : things_of(intent)) {
      const auto like = by_deed_.find({thing, deed});
      if (like != by_deed_.end() && like->second.size() <= kMost)
        found.insert(found.end(), like->second.begin(), like->second.end());
    }
  };
  for (const Aim& aim : intent.matter.aims) add(aim.deed);
  if (intent.matter.aims.empty()) add("");
  for (const Aim& aim : intent.matter.aims) {
    const auto alone = intent.is_deed_alone ? alone_.find(aim.deed) : alone_.end();
    if (alone != alone_.end() && alone->second.size() <= kMost)
      found.insert(found.end(), alone->second.begin(), alone->second.end());
  }
  const auto here = by_document_.find(intent.document);
  if (here != by_document_.end()) {
    for (const int index : here->second) {
      if (distance(intents_.all()[static_cast<std::size_t>(index)], intent) <= kNear) found.push_back(index);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<int> joined(std::vector<int> some, const std::vector<int>& others) {
  some.insert(some.end(), others.begin(), others.end());
  std::sort(some.begin(), some.end());
  some.erase(std::unique(some.begin(), some.end()), some.end());
  return some;
}

std::vector<Meeting> meetings_of(const std::vector<std::pair<int, int>>& pairs, const Aim& aim) {
  std::vector<Meeting> meetings;
  for (const auto& [first, second] : pairs) {
    Meeting made{.first = {first}, .second = {second}, .aim = aim};
    std::erase_if(meetings, [&](Meeting& known) {
      if (!known.first.contains(first) && !known.second.contains(second)) return false;
      made.first.merge(known.first);
      made.second.merge(known.second);
      return true;
    });
    meetings.push_back(std::move(made));
  }
  return meetings;
}

double bearing(const Intents& intents, const Intent& one, const Intent& other, bool has_deed) {
  constexpr double kDeed = 1.5, kBesides = 0.75, kThings = 3;
  const std::uint32_t apart = distance(one, other);
  const double nearness = apart <= kNear / 2 ? kBesides : apart <= kNear ? kBesides / 2 : 0;
  return (has_deed ? kDeed : 0) + nearness + std::min(kThings, intents.likeness(one.matter, other.matter));
}

const Ids& owner_of(const Intent& intent) {
  if (intent.course == Course::Wants) return intent.who;
  return intent.doers.empty() ? intent.who : intent.doers;
}

void add_evidence(DisputeMaker& maker, const Intents& intents, const std::set<int>& evidence, const std::string& side,
                  const std::string& stance) {
  for (const int index : evidence) {
    const Intent& intent = intents.all()[static_cast<std::size_t>(index)];
    maker.add(side, intent.voice, stance, intents.quote(intent), intent.score);
  }
}

int bond(const Ids& one, const Ids& other) {
  const auto has_name = [](const Ids& ids) { return std::any_of(ids.begin(), ids.end(), is_name); };
  if (one.empty() || other.empty()) return 0;
  if (meet(one, other)) return 1;
  return has_name(one) || has_name(other) ? 0 : -1;
}

bool is_nobodys(const Intent& intent) {
  return intent.who.empty() && (intent.voice.key.empty() || intent.voice.kind == "none");
}

bool is_sure(const Intent& intent) { return intent.score >= 0.65; }

bool overlap(const Intent& one, const Intent& other) {
  return one.document == other.document && one.clause.begin < other.clause.end && other.clause.begin < one.clause.end;
}

std::string why_of(const Meeting& meeting, const std::string& what) {
  return what + (meeting.aim.deed.empty() ? ", by the things that both name and the words around them"
                                          : ", by one deed: to " + meeting.aim.deed);
}

std::string name_of(const Corpus& corpus, const Intent& intent) {
  if (!intent.who.empty()) return names_in(corpus, intent.who);
  return intent.voice.name.empty() ? "anyone" : name_in_question(corpus, intent.voice);
}

}  // namespace demarche::analysis
