// SPDX-License-Identifier: Apache-2.0
// The figures of all texts, each with who gives it: read from the stored text, whether an event was coded there or not.
// Private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

// Hashes of stems, sorted, each once: a record has millions.
using Stems = std::vector<std::uint64_t>;

struct GivenFigure {
  int document = 0;
  record::QuantityItem quantity;  // kind "number" where nothing tells what is counted
  std::string noun;               // what is counted, may be empty
  record::Range sentence;
  int nr = 0;  // of its sentence among those of its document
  Voice voice;
  int utterance = -1;       // inside which it stands; index into Corpus::utterances
  bool is_own = true;       // whoever gives it speaks in the sentence; false for the voice of the document
  bool is_beside = false;   // a bare number of the kind of the figure before it
  bool is_part = false;     // of those told before: "four of them"
  bool is_rate = false;     // "a year", "to each family"
  bool is_risen = false;    // of a count that grew: "has risen to 31"
  bool is_wish = false;     // demanded, planned, promised, or supposed
  bool is_counted = false;  // its sentence has a word of giving figures: "counts", "the estimate of"
  bool is_asked = false;    // in a question of an interview
  Ids about;                // actors named in the sentence
  Stems stems;              // of the words around it, without its own
  Stems context;            // of the sentence before
  std::vector<std::string> themes;
  std::string place;
  When when;
  int said = kNoDay;
};

// By document and place in the text.
std::vector<GivenFigure> figures_given(const Corpus& corpus);

Quote quote_of(const Corpus& corpus, const GivenFigure& figure);

// Bounds that meet do not contradict ("at least 40" and "45"); neither do two roundings of one number.
bool may_be_one_figure(const record::QuantityItem& a, const record::QuantityItem& b);

}  // namespace demarche::analysis
