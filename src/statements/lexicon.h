// SPDX-License-Identifier: Apache-2.0
// The tables of statements: what a cue does, who speaks without a name, how answers rebut.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "statements/statements.h"

namespace demarche::statements {

// What a table line decided, and which line it was.
struct Decision {
  std::string value;
  std::string where;
  bool is_open = false;  // the words said decide more than the cue does
};

class Lexicon {
 public:
  // Throws Error{NotFound, BadInput} with file:line.
  explicit Lexicon(const std::filesystem::path& folder);

  // The act of a cue ("has repeatedly denied" → deny), by its longest known phrase; nullptr when no word of it is
  // known.
  const Decision* act_of(std::string_view cue) const;
  // What a negated cue of this act does instead: "does not believe" denies, "did not say" evades; nullptr when negation
  // changes nothing.
  const Decision* negated(std::string_view cue, const std::string& act) const;
  // What kind of unnamed speaker a phrase names ("most discussants" → collective), nullptr when it is none.
  const Decision* voice_of(std::string_view phrase) const;
  // How the sentence rebuts, admits or evades, nullptr when it does not.
  const Decision* rebuttal_in(std::string_view sentence) const;
  // The word for a claim at the head of what is rejected ("the accusation as baseless"), nullptr when something else is
  // rejected.
  const Decision* claim_in(std::string_view content) const;

 private:
  std::unordered_map<std::string, Decision> cues_, voices_, claims_, negated_acts_, negated_cues_;
  std::vector<std::pair<std::string, Decision>> rebuttals_;
};

// Candidate lemmas of a word, itself first: "denied" → denied, deny, …; "claims" → claims, claim. For look-up in
// tables: wrong ones find nothing.
std::vector<std::string> lemmas_of(std::string_view word);

// Folded words of a phrase.
std::vector<std::string> words_of(std::string_view phrase);

}  // namespace demarche::statements
