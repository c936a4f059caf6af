// SPDX-License-Identifier: Apache-2.0
// What somebody wants, refuses, promises, or is told to have done, sentence by sentence: the deed at one of its ends
// and the things it is done to. Demands meet refusals, promises meet deeds, and words meet earlier words on these.
// Private to this folder.
//
//   "Hallendor demanded that Tarvessa open the bridge."  Wants    open +  {bridge}  of Tarvessa
//   "Tarvessa will not open it."                         Refuses  open -  {bridge}
//   "The bridge is still closed."                        Fact     open -  {bridge}
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/claims/claims.h"
#include "analysis/passages/cited.h"
#include "analysis/words/aim_words.h"

namespace demarche::analysis {

enum class Course { Wants, Refuses, Promises, Fact };

// A word for what something is done to, by its number: millions are compared.
using Thing = std::uint32_t;

// Numbers words in the order in which they are first asked for.
class Things {
 public:
  Thing number(const std::string& word) {
    return numbers_.try_emplace(word, static_cast<Thing>(numbers_.size())).first->second;
  }
  std::size_t size() const { return numbers_.size(); }

 private:
  std::unordered_map<std::string, Thing> numbers_;
};

// What a stretch of text is about. Sorted, each once.
struct Matter {
  std::vector<Aim> aims;
  std::vector<Thing> things;
  std::vector<Thing> nearby = {};  // of the sentence before, and not of this one
  bool is_empty() const { return aims.empty() && things.empty(); }
};

struct Intent {
  Course course = Course::Fact;
  Matter matter;               // as it is wanted, willed or done: who refuses to open has “open -”
  Voice voice;                 // who wants, refuses, promises; of a fact, who tells it
  Ids who;                     // the same as actors speaking for themselves; empty for a voice without an id
  Ids doers;                   // who is to do it, or did it
  bool is_taken_over = false;  // "It will not do so": the matter is that of the sentence before
  bool is_deed_alone = false;  // its own words name a deed and no thing: "refused to apologise"
  bool is_breach = false;      // tells that a promise was broken: "it went back on its word"
  bool is_offer = false, points_at_offer = false;
  bool is_forbidding = false, is_negated = false;
  bool is_earlier = false;      // told as what was said or done before: "had refused", "for years"
  bool is_admission = false;    // "conceded", "now says"
  bool is_conditional = false;  // "if", "unless"
  bool is_dated = false;        // its day is that of the deed, not only that of the text
  bool is_strong = false;       // promised or failed in so many words
  int document = 0;
  std::uint32_t at = 0;
  record::Range sentence, clause;  // the clause holds the matter
  int said = kNoDay, due = kNoDay;
  double score = 0;
  std::string item;  // the statement or event it stands in, or the table that read it
};

class Intents {
 public:
  explicit Intents(const Corpus& corpus);

  const std::vector<Intent>& all() const { return all_; }
  // 0 when they share no thing; 1 for one that the record seldom names, less for one that stands everywhere.
  double likeness(const Matter& one, const Matter& other) const;
  double own_likeness(const Matter& one, const Matter& other) const;  // without what only the sentence before names
  // AimWords that both name, at the same end or at opposed ones.
  static std::vector<Aim> same(const Matter& one, const Matter& other);
  static std::vector<Aim> opposed(const Matter& one, const Matter& other);
  // Its own words: “hand over Tanate within a week”.
  std::string cite(const Intent& intent) const {
    return cited(corpus_.texts[static_cast<std::size_t>(intent.document)], intent.clause);
  }
  // Of several that say one thing, the one that says most of it.
  const Intent& telling(const std::set<int>& indexes) const;
  Quote quote(const Intent& intent) const;

 private:
  void weigh();

  const Corpus& corpus_;
  std::vector<Intent> all_;
  Things things_;
  std::vector<double> weights_;  // by thing
  int sentences_ = 0;
};

// Whether two intents may be of one actor: an id in common, or one voice without an id. False when nothing is known.
bool is_same_actor(const Intent& one, const Intent& other);
// Days from one to the other, by what is known of them; kNoDay when one is unknown.
int days_between(const Intent& one, const Intent& other);
// Distance in code points; UINT32_MAX for two documents.
std::uint32_t distance(const Intent& one, const Intent& other);

}  // namespace demarche::analysis
