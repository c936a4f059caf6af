// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/yes_and_no.h"

#include <set>

#include "analysis/claims/identity.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

// Acts that tell how things are.
bool tells(const Passage& passage) {
  static const std::set<std::string> kTelling = {"assert", "accuse", "complain", "acknowledge", "condemn", "warn"};
  return passage.utterance < 0 || kTelling.contains(passage.act);
}

}  // namespace

bool may_be_affirmed(const Passage& passage) {
  if (passage.voice.kind == "outlet" && passage.utterance >= 0) return false;  // an agency that reports others
  return tells(passage) && !passage.is_negative && !passage.is_rejection && !passage.is_title &&
         (!passage.is_question || passage.act == "accuse");
}

bool is_attributed(const Passage& passage) { return passage.utterance >= 0 || passage.voice.is_named_actor(); }

bool is_somebodys(const Passage& passage) { return is_attributed(passage) || passage.is_argued; }

bool says_no(const Passage& passage) {
  if (!is_somebodys(passage) || passage.is_title || passage.is_question || !is_known_voice(passage.voice)) return false;
  static const std::set<std::string> kMay = {"assert", "deny", "complain", "accuse", "refuse", "acknowledge"};
  return (passage.utterance < 0 || kMay.contains(passage.act)) && (passage.is_rejection || passage.is_negative);
}

bool denies_matter(const Passage& no, const Likeness& likeness) {
  const bool rejects_by_words = no.is_rejection && (no.negated.empty() || no.has_mark("deny") ||
                                                    no.has_mark("deny verb") || no.has_mark("denying cue"));
  return rejects_by_words || no.negated.empty() || share(no.negated, likeness.keys);
}

bool about_the_same(const Accusation& accusation, const Utterance& denial) {
  constexpr int kYear = 400;
  if (accusation.accuser.key == denial.voice.key || !agree(accusation.accused, {denial.voice.id})) return false;
  if (!share(accusation.themes, denial.themes)) return false;
  const bool are_dated = accusation.said != kNoDay && denial.said != kNoDay;
  if (are_dated && std::abs(accusation.said - denial.said) > kYear) return false;
  Ids others;
  for (const std::string& id : accusation.about) {
    if (!agree({id}, accusation.accused)) insert_sorted(others, id);
  }
  return others.empty() || denial.about.empty() || meet(others, denial.about);
}

}  // namespace demarche::analysis
