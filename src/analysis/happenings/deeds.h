// SPDX-License-Identifier: Apache-2.0
// What of the claims is compared to find the reports of one occurrence. Private to this folder.
//
//   "Rebels shelled Ulmet on 3 May, the army said."      an ASSAULT, dated
//   "Asked who shelled Ulmet, he said nothing."          a mention of an ASSAULT: it tells of none, and may be of one
//   "He promised to rebuild the school."                 an AGREE, with the rebuilding as its content
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

using Words = std::vector<std::uint64_t>;  // sorted, each once: word_key() of stems, or hashes of names

// The first five letters as bytes, most significant first, so that "halt" is a beginning of "halte".
std::uint64_t word_key(std::string_view word);
// How many of one stand in the other, or differ from a word there by an ending behind its fourth letter.
int words_shared(const Words& one, const Words& other);
// A word in lower case, letter for letter, as names are kept.
std::uint64_t hash_of(std::string_view word);
// How many are equal.
int equal_words(const Words& one, const Words& other);

struct Deed {
  int claim = 0;              // index into Corpus::claims
  std::vector<int> contents;  // claims of what is demanded, promised, threatened or refused by it
  std::string event, mode;
  int quad = 0;
  bool is_told = true;          // false: denied, negated or asked about; it may join reports and opens none
  bool is_day_assumed = false;  // no words date it: `when` is the day of the document
  bool is_inferred = false;  // from what was demanded, promised … in a text that has no event for the deed of words
  Ids actors, recipients;
  Words trigger, actor_words, recipient_words;
  Words names;  // proper words around it, without those of resolved parties
  Words words;  // other words around it that are not common
  When when;
  int said = kNoDay;
};

// Whether all these names (Deed::names) stand in a text.
bool has_names(const Words& names, const Text& text);

// Words of the text give its date.
inline bool is_dated(const Deed& deed) { return deed.when.is_known() && !deed.is_day_assumed; }

// The deeds that the claims tell of, in the order of the claims. What is planned or wished tells of the words in which
// it stands; what is merely possible or supposed tells of nothing.
std::vector<Deed> deeds_of(const Corpus& corpus);

}  // namespace demarche::analysis
