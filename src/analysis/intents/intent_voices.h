// SPDX-License-Identifier: Apache-2.0
// Whose intents they are: who speaks, who is asked, whom a release speaks for. Private to this folder.
#pragma once

#include "analysis/intents/intents.h"

namespace demarche::analysis {

// The hull of some ranges, what two have in common, whether they have anything, and where a clause names its subject.
record::Range hull(const record::Ranges& ranges);
record::Range overlap(record::Range one, record::Range other);
bool meets(record::Range one, record::Range other);
record::Range beginning_of(record::Range clause);
// The last day that the head of a text names, where none was found when it was read: its first lines, as long as they
// are short. kNoDay when they name none with its year.
int day_in_head(const Text& text);

// Of one document.
class IntentVoices {
 public:
  IntentVoices(const Corpus& corpus, const Text& text);

  bool is_release() const { return !release_.id.empty(); }
  void set_voice(Intent& intent, const Utterance& said) const;
  void set_voice(Intent& intent, const Claim& claim) const;
  void set_voice(Intent& intent, const std::string& id) const;
  void set_issuer(Intent& intent) const;  // who issued the release
  // The first actor named there, by a name: pronouns are resolved too seldom right.
  Ids named_in(record::Range range) const;
  // The part itself, or its clauses where another party is set against the first: "X builds a fence, but Y opposes it".
  record::Ranges clauses_of(record::Range part) const;
  // Whom a demand is put to: those spoken to, or named between the cue and what is wanted, or its doers.
  Ids asked_by(const Utterance& said, record::Range sentence, record::Range clause) const;

 private:
  Voice voice_of_release() const;
  const Utterance* said_before(const Utterance& said) const;
  bool is_empty_name(const std::vector<Word>& words) const;

  const Corpus& corpus_;
  const AimWords& deeds_;
  const Text& text_;
  Voice release_;
};

}  // namespace demarche::analysis
