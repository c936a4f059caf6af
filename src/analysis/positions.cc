// SPDX-License-Identifier: Apache-2.0
// A line per actor and issue: statements in order of day; neighbours with the same stance towards the same others are
// one position. What changed is told against the last position towards the same others: demands made of one party are
// not softened by praise of another.
#include "analysis/positions.h"

#include <algorithm>
#include <set>

#include "analysis/disputes.h"
#include "analysis/identity.h"
#include "analysis/origins.h"
#include "analysis/words.h"

namespace demarche::analysis {

namespace {

struct Act {
  const char* stance;
  int force;  // propose < ask < demand < warn < threaten; kNoForce: says how things are, not what is wanted
  int side;   // +1 for the other, -1 against it, 0 neither
};
constexpr int kNoForce = -1;

const Act& act_named(std::string_view act) {
  static const std::map<std::string_view, Act> kActs = {{"assert", {"asserts", kNoForce, 0}},
                                                        {"deny", {"denies", kNoForce, 0}},
                                                        {"demand", {"demands", 3, 0}},
                                                        {"ask", {"asks", 2, 0}},
                                                        {"propose", {"proposes", 1, 0}},
                                                        {"promise", {"promises", 0, 1}},
                                                        {"offer", {"offers", 0, 1}},
                                                        {"accuse", {"accuses", 4, -1}},
                                                        {"condemn", {"condemns", 4, -1}},
                                                        {"complain", {"complains", 3, -1}},
                                                        {"threaten", {"threatens", 6, -1}},
                                                        {"warn", {"warns", 5, -1}},
                                                        {"refuse", {"refuses", 4, -1}},
                                                        {"agree", {"agrees", 0, 1}},
                                                        {"praise", {"praises", 0, 1}},
                                                        {"acknowledge", {"acknowledges", 0, 1}},
                                                        {"evade", {"takes no stand", kNoForce, 0}}};
  static const Act kOther{"says", kNoForce, 0};
  const auto found = kActs.find(act);
  return found == kActs.end() ? kOther : found->second;
}

struct Entry {
  const Utterance* utterance = nullptr;
  const Act* act = nullptr;
  std::string towards;                 // voices of those spoken to or about, listed
  const Utterance* repeats = nullptr;  // the earlier statement of which this one is an echo
};

std::string towards_of(const Utterance& utterance) {
  Ids others;
  for (const std::string& id : voices_of(utterance.addressees.empty() ? utterance.about : utterance.addressees)) {
    if (id != utterance.voice.id) insert_sorted(others, id);
  }
  return others.size() > 3 ? "" : listed(others);
}

bool opposed_claims(const Corpus& corpus, const Utterance& one, const Utterance& other) {
  for (const int a : one.claims) {
    for (const int b : other.claims) {
      const Claim &first = corpus.claims[static_cast<std::size_t>(a)],
                  &second = corpus.claims[static_cast<std::size_t>(b)];
      const bool flips = (first.stance == Stance::Affirms && second.stance == Stance::Denies) ||
                         (first.stance == Stance::Denies && second.stance == Stance::Affirms);
      if (flips && same_proposition(first.stance == Stance::Affirms ? first : second,
                                    first.stance == Stance::Denies ? first : second))
        return true;
    }
  }
  return false;
}

bool is_turn(const Entry& before, const Entry& now) {
  const auto &one = before.utterance->act(), &other = now.utterance->act();
  auto yields = [](const std::string& act) { return act == "agree" || act == "promise" || act == "offer"; };
  return (one == "refuse" && yields(other)) || (yields(one) && other == "refuse");
}

// Within one day somebody demands this and refuses that: it takes another day to change course.
std::string change_between(const Corpus& corpus, const Entry* before, const Entry& now) {
  if (!before) return "new";
  const int day = now.utterance->said;
  if (day != kNoDay && before->utterance->said == day) return "same";
  if (is_turn(*before, now) || opposed_claims(corpus, *before->utterance, *now.utterance)) return "reversed";
  if (before->act->force == kNoForce || now.act->force == kNoForce || before->act->force == now.act->force)
    return "same";
  return now.act->force > before->act->force ? "hardened" : "softened";
}

// The positions of one actor on one issue.
class Line {
 public:
  Line(const Corpus& corpus, std::string actor, std::string issue, std::vector<Entry> entries)
      : corpus_(corpus), actor_(std::move(actor)), issue_(std::move(issue)), entries_(std::move(entries)) {}
  std::vector<Position> positions();
  int last_day() const { return entries_.back().utterance->said; }
  Position silence(int until) const;

 private:
  std::string text_of(const Entry& entry) const;
  Position open(const Entry& entry, const Entry* before) const;

  const Corpus& corpus_;
  std::string actor_, issue_;
  std::vector<Entry> entries_;
};

std::string Line::text_of(const Entry& entry) const {
  std::string text = entry.act->stance;
  const Utterance& utterance = *entry.utterance;
  Ids others = voices_of(utterance.addressees);
  std::erase(others, actor_);
  if (!others.empty())
    text +=
        (entry.act->stance == std::string("demands") || entry.act->stance == std::string("asks") ? " of " : ", to ") +
        names_in(corpus_, others);
  const auto& content = utterance.statement->content;
  const std::string words = content.empty()
                                ? corpus_.quote(utterance).words
                                : corpus_.texts[static_cast<std::size_t>(utterance.document)].words(content.front());
  return text + ": “" + shortened(std::string(trim(words)), 220) + "”";
}

Position Line::open(const Entry& entry, const Entry* before) const {
  return {.id = finding_id('p', actor_ + "|" + issue_ + "|" + entry.utterance->id),
          .actor = actor_,
          .name = corpus_.name_of(actor_),
          .issue = issue_,
          .stance = entry.act->stance,
          .text = text_of(entry),
          .since = day_text(entry.utterance->said),
          .until = day_text(entry.utterance->said),
          .change = change_between(corpus_, before, entry),
          .evidence = {corpus_.quote(*entry.utterance)}};
}

void add_evidence(Position& position, const Quote& quote) {
  const bool is_known = std::any_of(position.evidence.begin(), position.evidence.end(),
                                    [&](const Quote& known) { return known.words == quote.words; });
  if (!is_known) position.evidence.push_back(quote);
}

std::vector<Position> Line::positions() {
  std::vector<Position> found;
  std::map<std::string, const Entry*> last;  // by those spoken of
  std::map<std::string, std::size_t> open_at;
  std::map<const Utterance*, std::size_t> place;
  for (const Entry& entry : entries_) {
    const Quote quote = corpus_.quote(*entry.utterance);
    if (entry.repeats) {
      add_evidence(found[place[entry.repeats]], quote);
      continue;
    }
    const Entry*& before = last[entry.towards];
    const bool goes_on = before && before->act == entry.act && change_between(corpus_, before, entry) == "same";
    if (goes_on) {
      Position& position = found[open_at[entry.towards]];
      position.until = day_text(entry.utterance->said);
      add_evidence(position, quote);
    } else {
      open_at[entry.towards] = found.size();
      found.push_back(open(entry, before));
    }
    place[entry.utterance] = open_at[entry.towards];
    before = &entry;
  }
  return found;
}

Position Line::silence(int until) const {
  const Entry& entry = entries_.back();
  Position position = open(entry, &entry);
  position.id = finding_id('p', actor_ + "|" + issue_ + "|silent");
  position.stance = "silent";
  position.text = "nothing more on " + issue_ + " since " + day_text(entry.utterance->said);
  position.until = day_text(until);
  position.change = "silent";
  return position;
}

// A second outlet that prints most of the same words of the same act towards the same others is an echo and no second
// statement. Entries come in order of day.
class Echoes {
 public:
  explicit Echoes(const Corpus& corpus) : corpus_(corpus) {}

  const Utterance* repeated_by(const Entry& entry) {
    constexpr std::size_t kBack = 64;  // statements looked back at: what is repeated is printed soon
    const Shingles runs = shingles_of(corpus_.quote(*entry.utterance).words);
    auto& said = said_[{entry.act, entry.towards}];
    const std::size_t oldest = said.size() - std::min(said.size(), kBack);
    for (std::size_t i = said.size(); i-- > oldest;) {
      if (said[i].first->document != entry.utterance->document && covers(said[i].second, runs)) return said[i].first;
    }
    said.emplace_back(entry.utterance, runs);
    return nullptr;
  }

 private:
  // Most runs of the later text stand in the earlier one: one that says as much again is no echo.
  static bool covers(const Shingles& earlier, const Shingles& later) {
    const double shared = containment(earlier, later) * static_cast<double>(std::min(earlier.size(), later.size()));
    return !later.empty() && shared >= kSameOrigin * static_cast<double>(later.size());
  }

  const Corpus& corpus_;
  std::map<std::pair<const Act*, std::string>, std::vector<std::pair<const Utterance*, Shingles>>> said_;
};

using Key = std::pair<std::string, std::string>;  // actor, issue

std::map<Key, std::vector<Entry>> lines_of(const Corpus& corpus) {
  std::map<Key, std::vector<Entry>> lines;
  for (const Utterance& utterance : corpus.utterances) {
    if (!utterance.voice.is_named_actor() || utterance.voice.kind == "outlet") continue;
    const Entry entry{.utterance = &utterance, .act = &act_named(utterance.act()), .towards = towards_of(utterance)};
    for (const std::string& theme : utterance.themes) lines[{utterance.voice.id, theme}].push_back(entry);
  }
  for (auto& [key, entries] : lines) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.utterance->said, a.utterance->id) < std::tie(b.utterance->said, b.utterance->id);
    });
    Echoes echoes(corpus);
    for (Entry& entry : entries) entry.repeats = echoes.repeated_by(entry);
  }
  return lines;
}

// Silence is a finding only of one who spoke often on the issue, still speaks on others, while others still speak on
// this one.
bool fell_silent(const std::vector<Entry>& entries, int issue_last, int actor_last) {
  constexpr std::size_t kOften = 3;
  constexpr int kLong = 180;
  const int last = entries.back().utterance->said;
  return entries.size() >= kOften && last != kNoDay && issue_last != kNoDay && actor_last != kNoDay &&
         issue_last >= last + kLong && actor_last >= last + kLong;
}

}  // namespace

std::vector<Position> find_positions(const Corpus& corpus) {
  auto lines = lines_of(corpus);
  std::map<std::string, int> issue_last, actor_last;
  for (const auto& [key, entries] : lines) {
    const int last = entries.back().utterance->said;
    for (int* day : {&issue_last.try_emplace(key.second, kNoDay).first->second,
                     &actor_last.try_emplace(key.first, kNoDay).first->second}) {
      *day = std::max(*day, last);
    }
  }
  std::vector<Position> found;
  for (auto& [key, entries] : lines) {
    const bool is_silent = fell_silent(entries, issue_last[key.second], actor_last[key.first]);
    Line line(corpus, key.first, key.second, std::move(entries));
    for (Position& position : line.positions()) found.push_back(std::move(position));
    if (is_silent) found.push_back(line.silence(std::max(issue_last[key.second], actor_last[key.first])));
  }
  return found;
}

}  // namespace demarche::analysis
