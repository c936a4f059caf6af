// SPDX-License-Identifier: Apache-2.0
// One voice against its own earlier account: what it said was not so, and later says is so, or the other way round.
//
//   1921  "No boat of ours has ever crossed the line," said the minister.
//   1924  The minister conceded that two boats had crossed the line.
//
// No deed need be known: the one sentence negates what the other affirms, as in denials, but by one mouth and on
// another day, or within one text of which the one sentence is told as of earlier ("for years it insisted …").
#include <algorithm>
#include <cmath>

#include "analysis/disputes/disputes.h"
#include "analysis/disputes/yes_and_no.h"
#include "analysis/words/aim_words.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

class ChangedAccounts {
 public:
  ChangedAccounts(const Propositions& propositions, Disputes& found)
      : propositions_(propositions), corpus_(propositions.corpus()), found_(found) {}
  void find();

 private:
  struct Change {
    std::set<int> before, after;
  };
  bool has(const char* signal, const Passage& passage) const {
    return corpus_.lexicon->aim_words().has(signal, words_of(propositions_.quote(passage).words));
  }
  bool is_behind(const Passage& before, const Passage& after) const;
  bool contradicts(const Passage& yes, const Passage& no) const;
  void add(int before, int after);
  bool is_known(const Change& change) const;
  void tell(const Change& change);
  const Passage& passage(int index) const { return propositions_.at(index); }

  const Propositions& propositions_;
  const Corpus& corpus_;
  Disputes& found_;
  std::vector<Change> changes_;
};

// On a later day, or beside words that are told as of earlier.
bool ChangedAccounts::is_behind(const Passage& before, const Passage& after) const {
  constexpr int kDays = 2, kNear = 3;
  if (has("earlier", after)) return false;
  if (before.document == after.document) return std::abs(before.nr - after.nr) <= kNear && has("earlier", before);
  return before.said != kNoDay && after.said != kNoDay && after.said - before.said >= kDays;
}

bool is_spoken(const Passage& passage) {
  return is_somebodys(passage) && is_known_voice(passage.voice) && passage.voice.kind != "outlet" &&
         !passage.is_title && !passage.is_question && !passage.is_argued;
}

// The one negates a matter that the other affirms.
bool ChangedAccounts::contradicts(const Passage& yes, const Passage& no) const {
  constexpr double kMuch = 10, kPart = 0.4, kSome = 5, kSmallPart = 0.2;
  if (!is_spoken(yes) || !may_be_affirmed(yes) || yes.is_unreal || !same_mouth(yes, no)) return false;
  const Likeness likeness = propositions_.compare(yes, no);
  if (likeness.matters == 0 || !denies_matter(no, likeness)) return false;
  const bool is_admitted = yes.act == "acknowledge" || has("admission", yes);
  if (is_admitted) return likeness.weight >= kSome && likeness.share >= kSmallPart;
  return likeness.matters >= 2 && likeness.weight >= kMuch && likeness.share >= kPart;
}

void ChangedAccounts::add(int before, int after) {
  Change made{.before = {before}, .after = {after}};
  std::erase_if(changes_, [&](Change& known) {
    if (!known.before.contains(before) && !known.after.contains(after)) return false;
    made.before.merge(known.before);
    made.after.merge(known.after);
    return true;
  });
  changes_.push_back(std::move(made));
}

void ChangedAccounts::tell(const Change& change) {
  const Passage &before = passage(*change.before.begin()), &after = passage(*change.after.begin());
  DisputeMaker maker(corpus_, "reversal");
  for (const int index : change.before)
    maker.add("before", passage(index).voice, says_no(before) ? "before: denies" : "before: affirms",
              propositions_.quote(passage(index)), passage(index).score);
  for (const int index : change.after)
    maker.add("after", passage(index).voice, says_no(before) ? "now: affirms" : "now: denies",
              propositions_.quote(passage(index)), passage(index).score);
  const Quote quote = propositions_.quote(before);
  const std::string question = "Has " + name_in_question(corpus_, before.voice) + " changed its account, from " +
                               propositions_.cite(before) + " to " + propositions_.cite(after) + "?";
  Dispute made =
      maker.finish(quote.item + quote.words, question, "", shared_theme(corpus_.lexicon->themes(quote.words), {}), 0.7);
  made.why = "one voice first " + std::string(says_no(before) ? "denies" : "affirms") +
             " and later says the contrary; both speak of " + listed(propositions_.topic(before, after));
  found_.push_back(std::move(made));
}

void ChangedAccounts::find() {
  for (std::size_t i = 0; i < propositions_.all().size(); ++i) {
    const int no = static_cast<int>(i);
    if (!says_no(passage(no)) || !is_spoken(passage(no))) continue;
    for (const int yes : propositions_.related(passage(no))) {
      if (!contradicts(passage(yes), passage(no))) continue;
      if (is_behind(passage(no), passage(yes))) add(no, yes);
      if (is_behind(passage(yes), passage(no))) add(yes, no);
    }
  }
  for (const Change& change : changes_) tell(change);
}

}  // namespace

void find_changed_accounts(const Propositions& propositions, Disputes& found) {
  ChangedAccounts(propositions, found).find();
}

}  // namespace demarche::analysis
