// SPDX-License-Identifier: Apache-2.0
// Idea: sort the claims by what they say, let each join the first group with whose every member it may be one, else
// open a group. Sorting makes the result the same for any order of documents; asking every member keeps one vague claim
// ("attacked in 2018") from chaining two days' events together. Groups are found by key (quad, one party's root,
// month), so the cost grows with the number of claims on one pair of actors in one month, not with the record.
#include "analysis/happenings.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "analysis/identity.h"
#include "analysis/origins.h"
#include "analysis/words.h"

namespace demarche::analysis {

namespace {

constexpr int kWeek = 7;

bool tells_of_a_fact(const Claim& claim) {
  return claim.ground == Ground::Fact && claim.stance == Stance::Affirms && claim.event->polarity != "negated";
}

bool same_figures(const Claim& one, const Claim& other) {
  for (const auto& a : one.event->quantities) {
    for (const auto& b : other.event->quantities) {
      if (a.kind == b.kind && a.unit == b.unit && a.value == b.value) return true;
    }
  }
  return false;
}

bool same_kind_of_deed(const Claim& one, const Claim& other) {
  if (one.event->event == other.event->event) return true;
  return one.quad() == other.quad() && share(one.stems, other.stems);
}

// Type, parties and week alone do not make two reports one: something of the wording, issue, manner or figures must
// agree as well.
bool have_a_likeness(const Claim& one, const Claim& other) {
  if (share(one.stems, other.stems) || same_figures(one, other)) return true;
  if (one.when.is_exact() && other.when.is_exact() && one.event->event == other.event->event) return true;
  return share(one.themes, other.themes) && one.event->mode == other.event->mode;
}

bool modes_differ(const Claim& one, const Claim& other) {
  return !one.event->mode.empty() && !other.event->mode.empty() && one.event->mode != other.event->mode;
}

bool parties_agree(const Claim& one, const Claim& other) {
  if (contradict(one.actors, other.actors) || contradict(one.recipients, other.recipients)) {
    // Talks and clashes are told from either side: "A met B", "B met A", "A and B met".
    return agree(one.parties(), other.parties()) && one.parties().size() > 1 && other.parties().size() > 1;
  }
  return agree(one.actors, other.actors) || agree(one.recipients, other.recipients);
}

}  // namespace

bool dates_agree(const Claim& one, const Claim& other) {
  if (one.when.is_known() && other.when.is_known()) return one.when.overlaps(other.when);
  if (!one.when.is_known() && !other.when.is_known()) {
    return one.said == kNoDay || other.said == kNoDay ? one.document == other.document
                                                      : std::abs(one.said - other.said) <= kWeek;
  }
  const Claim& dated = one.when.is_known() ? one : other;
  const Claim& undated = one.when.is_known() ? other : one;
  return undated.said != kNoDay && undated.said + 1 >= dated.when.lo && undated.said <= dated.when.hi + kWeek;
}

bool may_be_one(const Corpus&, const Claim& one, const Claim& other) {
  if (!same_kind_of_deed(one, other) || !parties_agree(one, other) || !dates_agree(one, other)) return false;
  const bool is_vague = one.when.is_coarse() || other.when.is_coarse();
  if (is_vague && !(share(one.stems, other.stems) && share(one.themes, other.themes))) return false;
  if (modes_differ(one, other) && !share(one.stems, other.stems)) return false;
  return have_a_likeness(one, other);
}

namespace {

// What orders claims: nothing that depends on the order of storing.
auto sorting_key(const Corpus& corpus, const Claim& claim) {
  const int width = claim.when.is_known() ? claim.when.hi - claim.when.lo : INT_MAX;
  const auto& id = corpus.texts[static_cast<std::size_t>(claim.document)].source->document.id;
  return std::tuple(width, claim.when.lo, claim.said, std::string_view(id), claim.nr);
}

using Key = std::tuple<int, std::string, int>;  // quad, root of a party, month

std::vector<int> months_of(const Claim& claim) {
  const int lo = claim.when.is_known() ? claim.when.lo : claim.said == kNoDay ? 0 : claim.said - kWeek;
  const int hi = claim.when.is_known() ? claim.when.hi + kWeek : claim.said == kNoDay ? 0 : claim.said + kWeek;
  return months_touched(lo, hi);
}

std::vector<Key> keys_of(const Claim& claim) {
  std::set<std::string> roots;
  for (const std::string& id : claim.parties()) roots.insert(root_of(id));
  std::vector<Key> keys;
  for (const std::string& root : roots) {
    for (const int month : months_of(claim)) keys.emplace_back(claim.quad(), root, month);
  }
  return keys;
}

class Grouping {
 public:
  explicit Grouping(const Corpus& corpus) : corpus_(corpus) {}
  void place(int index);
  std::vector<Group> groups;

 private:
  bool fits(int index, const Group& group) const;
  int group_for(int index, const std::vector<Key>& keys) const;

  const Corpus& corpus_;
  std::map<Key, std::set<int>> by_key_;
};

bool Grouping::fits(int index, const Group& group) const {
  const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
  return std::all_of(group.claims.begin(), group.claims.end(), [&](int other) {
    return may_be_one(corpus_, claim, corpus_.claims[static_cast<std::size_t>(other)]);
  });
}

int Grouping::group_for(int index, const std::vector<Key>& keys) const {
  std::set<int> candidates;
  for (const Key& key : keys) {
    const auto found = by_key_.find(key);
    if (found != by_key_.end()) candidates.insert(found->second.begin(), found->second.end());
  }
  for (const int candidate : candidates) {
    if (fits(index, groups[static_cast<std::size_t>(candidate)])) return candidate;
  }
  return -1;
}

void Grouping::place(int index) {
  const auto keys = keys_of(corpus_.claims[static_cast<std::size_t>(index)]);
  int group = group_for(index, keys);
  if (group < 0) {
    group = static_cast<int>(groups.size());
    groups.emplace_back();
  }
  groups[static_cast<std::size_t>(group)].claims.push_back(index);
  for (const Key& key : keys) by_key_[key].insert(group);
}

}  // namespace

std::vector<Group> group_claims(const Corpus& corpus) {
  std::vector<int> order;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    if (tells_of_a_fact(claim) && !claim.parties().empty()) order.push_back(static_cast<int>(i));
  }
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return sorting_key(corpus, corpus.claims[static_cast<std::size_t>(a)]) <
           sorting_key(corpus, corpus.claims[static_cast<std::size_t>(b)]);
  });
  Grouping grouping(corpus);
  for (const int index : order) grouping.place(index);
  return std::move(grouping.groups);
}

namespace {

// Of the claims of a group, what they say of it, gathered.
class Telling {
 public:
  Telling(const Corpus& corpus, const Group& group) : corpus_(corpus), group_(group) {}
  Happening tell();

 private:
  void add(const Claim& claim);
  void add_values(const Claim& claim);
  void add_value(const Claim& claim, const std::string& field, const std::string& value);
  void count();
  int origins() const;

  const Corpus& corpus_;
  const Group& group_;
  Happening made_;
  double doubt_ = 1;
};

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

void Telling::add_value(const Claim& claim, const std::string& field, const std::string& value) {
  for (const Value& known : made_.values) {
    if (known.field == field && known.value == value && known.name == claim.voice.name) return;
  }
  made_.values.push_back({.field = field,
                          .value = value,
                          .who = claim.voice.id.empty() ? Ids{} : Ids{claim.voice.id},
                          .name = claim.voice.name,
                          .evidence = corpus_.quote(claim)});
}

void Telling::add_values(const Claim& claim) {
  for (const auto& quantity : claim.event->quantities) add_value(claim, quantity.kind, figure_text(quantity));
  if (!claim.actors.empty() && claim.quad() == 4)
    add_value(claim, "perpetrator", listed(corpus_.names_of(claim.actors)));
  if (claim.event->place) add_value(claim, "place", claim.event->place->name);
  if (claim.when.is_known()) add_value(claim, "date", period_text(claim.when));
}

void Telling::add(const Claim& claim) {
  merge(made_.actors, claim.actors);
  merge(made_.recipients, claim.recipients);
  add_values(claim);
  made_.events.push_back(claim.id);
  made_.evidence.push_back(corpus_.quote(claim));
  doubt_ *= 1 - std::clamp(claim.score, 0.0, 0.99);
}

int Telling::origins() const {
  std::map<int, std::string> telling;  // document → its sentences
  for (const int index : group_.claims) {
    const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
    telling[claim.document] +=
        corpus_.texts[static_cast<std::size_t>(claim.document)].words(claim.event->sentence) + "\n";
  }
  std::vector<std::pair<int, Shingles>> kept;
  for (const auto& [document, words] : telling) {
    const Shingles shingles = shingles_of(words);
    const auto& whole = corpus_.texts[static_cast<std::size_t>(document)].shingles;
    const bool repeats = std::any_of(kept.begin(), kept.end(), [&](const auto& other) {
      return containment(shingles, other.second) >= kSameOrigin ||
             containment(whole, corpus_.texts[static_cast<std::size_t>(other.first)].shingles) >= kSameOrigin;
    });
    if (!repeats) kept.emplace_back(document, shingles);
  }
  return static_cast<int>(kept.size());
}

void Telling::count() {
  std::set<std::string> outlets;
  std::set<int> documents;
  for (const int index : group_.claims) documents.insert(corpus_.claims[static_cast<std::size_t>(index)].document);
  std::size_t copies = 0;
  for (const int document : documents) {
    const Source& source = *corpus_.texts[static_cast<std::size_t>(document)].source;
    outlets.insert(source.document.outlet.empty() ? source.document.path : source.document.outlet);
    copies += source.copies;
  }
  made_.reports = static_cast<int>(group_.claims.size() + copies);
  made_.outlets = static_cast<int>(outlets.size());
  made_.origins = origins();
}

Happening Telling::tell() {
  const Claim& first = corpus_.claims[static_cast<std::size_t>(group_.claims.front())];
  made_.event = first.event->event;
  made_.mode = first.event->mode;
  if (!first.themes.empty()) made_.theme = first.themes.front();
  made_.lo = day_text(first.when.lo);
  made_.hi = day_text(first.when.hi);
  if (first.event->date) made_.precision = first.event->date->precision;
  for (const int index : group_.claims) {
    const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
    if (made_.place.empty() && claim.event->place) made_.place = claim.event->place->name;
    add(claim);
  }
  count();
  made_.score = 1 - doubt_;
  made_.id = finding_id('h', first.id);
  return std::move(made_);
}

}  // namespace

Happening happening_of(const Corpus& corpus, const Group& group) { return Telling(corpus, group).tell(); }

}  // namespace demarche::analysis
