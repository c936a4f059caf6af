// SPDX-License-Identifier: Apache-2.0
// Matters: what statements are about where no theme of the lexicon fits, named by the record's own words. Private to
// this folder.
//
//   "cancel the Ulmet licence", "the licence must end", "a lawful licence"  →  "Ulmet licence"
//
// A matter is the head of noun phrases that come back in what is said; its name is the longer phrase that is most often
// used for it. Immutable after construction.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

class Matters {
 public:
  explicit Matters(const Corpus& corpus);
  // Names of the matters that a stretch of a document speaks of, in text order, each once; of those that stand in at
  // least so many texts.
  std::vector<std::string> in(int document, record::Range range, std::size_t texts = 1) const;

 private:
  // "the two Ulmet licences": head "licences", key "licence".
  struct Phrase {
    std::string words, key;
    std::size_t begin = 0;  // byte of the stretch
    bool is_after_article = false;
  };
  // How a head, or a longer phrase, is used in the record.
  struct Use {
    std::map<std::string, int> forms;  // as it is written
    std::set<int> documents;
    int count = 0;
  };

  std::vector<Phrase> phrases_in(const Text& text, record::Range range) const;
  void gather_nouns(const Text& text, record::Range range);
  bool is_matter(const Use& use) const;
  std::string name_of(const std::string& key) const;

  const Corpus& corpus_;
  std::vector<std::vector<record::Range>> names_;  // by document: what names an actor, a person or a place
  std::set<std::string> nouns_;                    // words that stand right behind an article
  std::map<std::string, Use> heads_, phrases_;     // by key; by words
  std::map<std::string, std::string> called_;      // key → name
};

}  // namespace demarche::analysis
