// SPDX-License-Identifier: Apache-2.0
// Sentences in which no event was read, with what can be compared with a deed. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/happenings/retellings.h"

namespace demarche::analysis {

// What a sentence says, whoever may do what to whom in it.
struct SentenceWords {
  Words stems;  // of all words that are not common
  Words deeds;  // those of the stems that are not said to come or to be wished: not "would fall"
  Words kinds;  // families of words for deeds (families.tsv: force, wrong, deed), of the same
  Words numbers;
};

struct Untold {
  Retelling retelling;
  SentenceWords words;
  Ids parties;                    // named in it, and who says it
  std::vector<std::string> acts;  // of statements in it, as events: "REQUEST"
  std::string speaker;            // of these
  std::vector<When> dates;
  int said = kNoDay;
};

// Stems and numbers alone; then all of it, which takes several times as long.
SentenceWords plain_words_in(const Lexicon& lexicon, std::string_view text);
SentenceWords words_in(const Lexicon& lexicon, std::string_view text);
Words kinds_in(const Lexicon& lexicon, std::string_view text);

// Those of a document, in the order of its text, that meet none of the ranges `told` (sorted).
std::vector<Untold> untold_in(const Corpus& corpus, int document, const std::vector<record::Range>& told);

}  // namespace demarche::analysis
