// SPDX-License-Identifier: Apache-2.0
// Idea: sort the deeds by what they say, let each join the group that it is most like, else open one. Sorting makes the
// result the same for any order of documents; that no member may be a stranger keeps one vague report ("attacked in
// 2018") from chaining two days' events together. Groups are found by key (quad, something particular, stretch of
// time), so the cost grows with the reports that share a party, name or place in one year, not with the record.
#include "analysis/happenings/happenings.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "analysis/happenings/likeness.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

bool dates_agree(const Claim& one, const Claim& other) {
  constexpr int kWeek = 7;
  if (one.when.is_known() && other.when.is_known()) return one.when.overlaps(other.when);
  if (!one.when.is_known() && !other.when.is_known()) {
    return one.said == kNoDay || other.said == kNoDay ? one.document == other.document
                                                      : std::abs(one.said - other.said) <= kWeek;
  }
  const Claim& dated = one.when.is_known() ? one : other;
  const Claim& undated = one.when.is_known() ? other : one;
  return undated.said != kNoDay && undated.said + 1 >= dated.when.lo && undated.said <= dated.when.hi + kWeek;
}

namespace {

// What orders deeds: nothing that depends on the order of storing.
auto sorting_key(const Corpus& corpus, const Deed& deed) {
  constexpr int kFortnight = 14;
  const Claim& claim = corpus.claims[static_cast<std::size_t>(deed.claim)];
  const int width = !deed.when.is_known() ? INT_MAX : deed.is_day_assumed ? kFortnight : deed.when.hi - deed.when.lo;
  const int day = deed.when.is_known() ? deed.when.lo : deed.said;
  const auto& id = corpus.texts[static_cast<std::size_t>(claim.document)].source->document.id;
  return std::tuple(!deed.is_told, deed.is_inferred, width, day, std::string_view(id), claim.nr);
}

using Key = std::uint64_t;

Key mixed(Key key, std::uint64_t value) {
  for (int byte = 0; byte < 8; ++byte) key = (key ^ (value >> 8 * byte & 0xFF)) * 1099511628211u;
  return key;
}

Key mixed(Key key, std::string_view text) {
  for (const char letter : text) key = (key ^ static_cast<unsigned char>(letter)) * 1099511628211u;
  return key;
}

// What likeness() calls particular, as far as two deeds can share it.
std::vector<Key> particulars(const Claim& claim, const Deed& deed) {
  const Key start = mixed(14695981039346656037u, static_cast<std::uint64_t>(deed.quad));
  std::vector<Key> keys;
  for (const auto* ids : {&deed.actors, &deed.recipients}) {
    for (const std::string& id : *ids) keys.push_back(mixed(mixed(start, "party"), root_of(id)));
  }
  for (const std::uint64_t name : deed.names) keys.push_back(mixed(mixed(start, "name"), name));
  for (const std::uint64_t word : deed.recipient_words) keys.push_back(mixed(mixed(start, "whom"), word));
  for (const auto& quantity : claim.event->quantities)
    keys.push_back(mixed(mixed(start, quantity.kind), static_cast<std::uint64_t>(std::max(0.0, quantity.value))));
  if (claim.event->place) keys.push_back(mixed(mixed(start, "place"), claim.event->place->name));
  return keys;
}

// What is dated exactly meets its like within days, all else within stretches of more than a year.
enum class Dating : std::uint64_t { Days, Exact, Vague, None };

bool is_exact(const Deed& deed) {
  constexpr int kExact = 3;
  return is_dated(deed) && deed.when.hi - deed.when.lo <= kExact;
}

// Numbers of the stretches of so many days in which it was done, as far as its text tells.
std::vector<int> stretches_of(const Deed& deed, int days) {
  constexpr int kYear = 400, kMost = 4;
  const bool has_date = is_dated(deed);
  if (!has_date && deed.said == kNoDay) return {};
  const int lo = has_date ? deed.when.lo : deed.said - kYear, hi = has_date ? deed.when.hi : deed.said + 1;
  std::vector<int> stretches;
  for (int at = lo / days; at <= hi / days && stretches.size() < kMost; ++at) stretches.push_back(at);
  return stretches;
}

// What is told long afterwards or without any date is found by two names.
void add_pairs_of_names(const Deed& deed, std::vector<Key>& keys) {
  constexpr std::size_t kMost = 5;
  const std::size_t count = std::min(kMost, deed.names.size());
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j)
      keys.push_back(mixed(mixed(static_cast<Key>(deed.quad), deed.names[i]), deed.names[j]));
  }
}

// Under which keys a deed looks for its like, and under which it is found: one without any date meets those of all
// days.
struct Keys {
  std::vector<Key> sought, kept;
};

void add_keys(const Deed& deed, Key particular, Keys& keys) {
  constexpr int kDays = 10, kYear = 400, kEver = 0;
  const auto key = [&](Dating dating, int stretch) {
    return mixed(mixed(particular, static_cast<std::uint64_t>(dating)), static_cast<std::uint64_t>(stretch));
  };
  const auto years = stretches_of(deed, kYear);
  const bool has_exact_date = is_exact(deed);
  if (has_exact_date) {
    for (const int stretch : stretches_of(deed, kDays)) {
      keys.sought.push_back(key(Dating::Days, stretch));
      keys.kept.push_back(key(Dating::Days, stretch));
    }
  }
  for (const int stretch : years) {
    keys.sought.push_back(key(Dating::Vague, stretch));
    if (!has_exact_date) keys.sought.push_back(key(Dating::Exact, stretch));
    keys.kept.push_back(key(has_exact_date ? Dating::Exact : Dating::Vague, stretch));
  }
  keys.sought.push_back(key(Dating::None, kEver));
  if (years.empty()) {
    keys.sought.push_back(particular);
    keys.kept.push_back(key(Dating::None, kEver));
  } else {
    keys.kept.push_back(particular);
  }
}

Keys keys_of(const Claim& claim, const Deed& deed) {
  Keys keys;
  add_pairs_of_names(deed, keys.sought);
  keys.kept = keys.sought;
  for (const Key particular : particulars(claim, deed)) add_keys(deed, particular, keys);
  return keys;
}

class Grouping {
 public:
  Grouping(const Corpus& corpus, const std::vector<Deed>& deeds) : corpus_(corpus), deeds_(deeds) {}
  // Each in the order given; then those that waited.
  void place_all(const std::vector<int>& order);
  std::vector<std::vector<int>> groups;  // of deeds

 private:
  const Deed& deed(int index) const { return deeds_[static_cast<std::size_t>(index)]; }
  const Claim& claim(int index) const { return corpus_.claims[static_cast<std::size_t>(deed(index).claim)]; }
  int likeness_to(int index, const std::vector<int>& group, bool is_bare = false) const;
  int group_for(int index, const std::vector<Key>& keys) const;
  int only_one_of_its_day(int index) const;
  bool place(int index, bool may_wait);
  void join(int index, int group, const std::vector<Key>& keys);

  const Corpus& corpus_;
  const std::vector<Deed>& deeds_;
  std::unordered_map<Key, std::vector<int>> by_key_, by_day_;
};

// "The bombing of 9 March": an exact date, and neither parties nor things nor a place.
bool is_bare(const Claim& claim, const Deed& deed) {
  return is_exact(deed) && deed.actors.empty() && deed.recipients.empty() && deed.recipient_words.empty() &&
         !claim.event->place;
}

Key key_of_day(const Deed& deed) {
  return mixed(mixed(Key{14695981039346656037u}, deed.event), static_cast<std::uint64_t>(deed.when.lo));
}

// The sum of the two best likenesses; 0 when it is like none, or a stranger to one. The first sixteen members are
// asked: they are the most exact, and a siege has hundreds.
int Grouping::likeness_to(int index, const std::vector<int>& group, bool is_bare) const {
  constexpr std::size_t kAsked = 16;
  int best = 0, second = 0;
  for (std::size_t i = 0; i < std::min(kAsked, group.size()); ++i) {
    const auto points = likeness(corpus_, deed(index), deed(group[i]));
    if (!points || points->points < kNoStrangers) return 0;
    if (!points->is_particular && !is_bare) continue;
    second = std::max(second, std::min(best, points->points));
    best = std::max(best, points->points);
  }
  if (best < kSameOccurrence) return 0;
  return group.size() == 1 ? 2 * best : best + second;
}

int Grouping::group_for(int index, const std::vector<Key>& keys) const {
  std::vector<int> candidates;
  for (const Key key : keys) {
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) candidates.insert(candidates.end(), found->second.begin(), found->second.end());
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  int best = -1, best_points = 0;
  for (const int candidate : candidates) {
    const int points = likeness_to(index, groups[static_cast<std::size_t>(candidate)]);
    if (points > best_points) best = candidate, best_points = points;
  }
  return best;
}

// The group that is alone in having such a deed on that day and tells of all the names in question; else -1.
int Grouping::only_one_of_its_day(int index) const {
  const auto found = by_day_.find(key_of_day(deed(index)));
  if (found == by_day_.end()) return -1;
  const auto& there = found->second;
  const bool is_only = std::all_of(there.begin(), there.end(), [&](int group) { return group == there.front(); });
  if (!is_only) return -1;
  const auto& group = groups[static_cast<std::size_t>(there.front())];
  const Text& told_in = corpus_.texts[static_cast<std::size_t>(claim(group.front()).document)];
  return likeness_to(index, group, true) > 0 && has_names(deed(index).names, told_in) ? there.front() : -1;
}

void Grouping::join(int index, int group, const std::vector<Key>& keys) {
  groups[static_cast<std::size_t>(group)].push_back(index);
  const auto note = [&](std::vector<int>& there) {
    if (there.empty() || there.back() != group) there.push_back(group);
  };
  for (const Key key : keys) note(by_key_[key]);
  if (is_exact(deed(index))) note(by_day_[key_of_day(deed(index))]);
}

// Whether it has a place now: what says too little to be known by waits until all that may have been meant is there.
bool Grouping::place(int index, bool may_wait) {
  const Keys keys = keys_of(claim(index), deed(index));
  int group = group_for(index, keys.sought);
  const bool has_bare = group < 0 && is_bare(claim(index), deed(index));
  if (has_bare && may_wait) return false;
  if (has_bare) group = only_one_of_its_day(index);
  if (group < 0 && !deed(index).is_told) return true;
  if (group < 0) {
    group = static_cast<int>(groups.size());
    groups.emplace_back();
  }
  join(index, group, keys.kept);
  return true;
}

void Grouping::place_all(const std::vector<int>& order) {
  std::vector<int> waiting;
  for (const int index : order) {
    if (!place(index, true)) waiting.push_back(index);
  }
  for (const int index : waiting) place(index, false);
}

// The most exact of compatible ids: PAK.SPY.ISI where another text says PAK.
void merge(Ids& into, const Ids& from) {
  for (const std::string& id : from) {
    const auto like =
        std::find_if(into.begin(), into.end(), [&](const std::string& other) { return compatible(id, other); });
    if (like == into.end())
      insert_sorted(into, id);
    else if (id.size() > like->size())
      into.erase(like), insert_sorted(into, id);
  }
}

Group group_of(const std::vector<Deed>& deeds, const std::vector<int>& members) {
  const Deed& first = deeds[static_cast<std::size_t>(members.front())];
  Group group{.claims = {}, .deeds = members, .event = first.event, .mode = first.mode, .actors = {}, .recipients = {}};
  std::set<int> seen;
  const auto add = [&](int claim) {
    if (seen.insert(claim).second) group.claims.push_back(claim);
  };
  for (const int member : members) {
    const Deed& deed = deeds[static_cast<std::size_t>(member)];
    add(deed.claim);
    for (const int content : deed.contents) add(content);
    if (!deed.is_told) continue;
    merge(group.actors, deed.actors);
    merge(group.recipients, deed.recipients);
  }
  return group;
}

}  // namespace

Grouped group_claims(const Corpus& corpus) {
  Grouped grouped{.deeds = deeds_of(corpus), .groups = {}};
  const std::vector<Deed>& deeds = grouped.deeds;
  std::vector<int> order(deeds.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return sorting_key(corpus, deeds[static_cast<std::size_t>(a)]) <
           sorting_key(corpus, deeds[static_cast<std::size_t>(b)]);
  });
  Grouping grouping(corpus, deeds);
  grouping.place_all(order);
  for (const auto& members : grouping.groups) grouped.groups.push_back(group_of(deeds, members));
  return grouped;
}

}  // namespace demarche::analysis
