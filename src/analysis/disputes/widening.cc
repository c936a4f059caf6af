// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/widening.h"

#include <algorithm>
#include <climits>
#include <iterator>

namespace demarche::analysis {

const Ids& owner_of(const Intent& intent) {
  if (intent.course == Course::Wants) return intent.who;
  return intent.doers.empty() ? intent.who : intent.doers;
}

namespace {

bool is_willing(Course course) { return course == Course::Wants || course == Course::Promises; }

bool is_one_party(const Intent& one, const Intent& other) {
  if (!owner_of(one).empty() && !owner_of(other).empty()) return bond(owner_of(one), owner_of(other)) > 0;
  return !one.voice.key.empty() && one.voice.key == other.voice.key;
}

// Who turned to promising it may have asked for it, too; what is demanded of another is no promise.
bool is_one_course(const Intent& one, const Intent& other, Order order) {
  const bool is_turn = order == Order::FirstBefore && is_willing(one.course) && is_willing(other.course);
  if (one.course != other.course) return is_turn && is_one_party(one, other);
  if (one.course != Course::Fact) return is_one_party(one, other);
  const bool is_one_deed = !Intents::same(one.matter, other.matter).empty();
  return bond(one.doers, other.doers) >= 0 && (is_one_deed || (one.is_strong && other.is_strong));
}

bool is_of_one_time(const Intent& one, const Intent& other) {
  constexpr int kFiveYears = 1830;
  const int days = days_between(one, other);
  return one.document == other.document || days == kNoDay || std::abs(days) <= kFiveYears;
}

class Widener {
 public:
  Widener(const Intents& intents, Surroundings& surroundings, Order order)
      : intents_(intents), surroundings_(surroundings), order_(order) {}
  std::set<int> others(const std::set<int>& side, const std::set<int>& opposite) const;

  // The first and the last day of a side; the widest where none is known.
  int first_day(const std::set<int>& side) const;
  int last_day(const std::set<int>& side) const;
  const Intent& at(int index) const { return intents_.all()[static_cast<std::size_t>(index)]; }

 private:
  bool says_the_same(int known, int other) const;
  bool stands_in(const std::set<int>& side, const Intent& intent) const;

  const Intents& intents_;
  Surroundings& surroundings_;
  Order order_;
};

bool Widener::says_the_same(int known, int other) const {
  constexpr double kOwn = 3, kShare = 0.2, kThing = 0.75;
  const Intent &one = at(known), &like = at(other);
  if (like.matter.is_empty() || like.is_taken_over || like.is_conditional != one.is_conditional) return false;
  if (!is_one_course(one, like, order_) || !is_of_one_time(one, like)) return false;
  if (!Intents::opposed(one.matter, like.matter).empty()) return false;
  const bool is_one_deed = !Intents::same(one.matter, like.matter).empty();
  if (is_one_deed && intents_.own_likeness(one.matter, like.matter) >= kThing) return true;
  // Of promises the word itself is shared by all.
  if (one.course == Course::Promises && like.course == Course::Promises) return false;
  return surroundings_.own_weight(known, other) >= kOwn && surroundings_.nearness(known, other).share >= kShare;
}

bool Widener::stands_in(const std::set<int>& side, const Intent& intent) const {
  return std::any_of(side.begin(), side.end(), [&](int index) {
    return at(index).document == intent.document && at(index).sentence == intent.sentence;
  });
}

std::set<int> Widener::others(const std::set<int>& side, const std::set<int>& opposite) const {
  std::set<int> found;
  for (const int known : side) {
    for (const int other : surroundings_.sharing(known)) {
      if (stands_in(side, at(other)) || stands_in(opposite, at(other))) continue;
      if (says_the_same(known, other)) found.insert(other);
    }
  }
  return found;
}

int Widener::first_day(const std::set<int>& side) const {
  int day = INT_MAX;
  for (const int index : side)
    if (at(index).said != kNoDay) day = std::min(day, at(index).said);
  return day;
}

int Widener::last_day(const std::set<int>& side) const {
  int day = kNoDay;
  for (const int index : side) day = std::max(day, at(index).said);
  return day;
}

}  // namespace

Meeting widened(const Intents& intents, Surroundings& surroundings, const Meeting& meeting, Order order) {
  const Widener widener(intents, surroundings, order);
  std::set<int> first = widener.others(meeting.first, meeting.second),
                second = widener.others(meeting.second, meeting.first);
  if (order == Order::FirstBefore) {
    const int end = widener.first_day(meeting.second), begin = widener.last_day(meeting.first);
    std::erase_if(first, [&](int index) { return widener.at(index).said > end && !widener.at(index).is_earlier; });
    std::erase_if(second, [&](int index) { return widener.at(index).said < begin || widener.at(index).is_earlier; });
  }
  Meeting wide = meeting;
  for (const int index : first) {
    if (!second.contains(index)) wide.first.insert(index);
  }
  for (const int index : second) {
    if (!first.contains(index)) wide.second.insert(index);
  }
  return wide;
}

void add_evidence(DisputeMaker& maker, const Intents& intents, const std::set<int>& met, const std::set<int>& wide,
                  const std::string& side, const std::string& stance) {
  add_evidence(maker, intents, met, side, stance);
  std::set<int> others;
  std::set_difference(wide.begin(), wide.end(), met.begin(), met.end(), std::inserter(others, others.end()));
  add_evidence(maker, intents, others, side, stance);
}

}  // namespace demarche::analysis
