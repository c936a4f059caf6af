// SPDX-License-Identifier: Apache-2.0
// What each statement and deed of a corpus is about. Private to this folder.
//
// The first of these that gives something: themes of its own words, and a matter of many texts; matters that its own
// words name (matters.h); themes of the sentences around it; for an answer, what it was asked; for words that take a
// stand, what is said just before; else a person or group of whom many texts speak.
#pragma once

#include <string>
#include <vector>

#include "analysis/claims/claims.h"
#include "analysis/positions/matters.h"

namespace demarche::analysis {

struct Issues {
  std::vector<std::string> names;
  double weight = 0;         // how surely they are meant: 1 for the words themselves, less for what stands around
  bool are_matters = false;  // named by the record's words, not by a theme
  std::string matter;        // beside themes: one that many texts speak of
};

// In the order of Corpus::utterances, and of Corpus::claims.
struct IssuesOfCorpus {
  std::vector<Issues> utterances, claims;
};
// `takes_stand`: of each utterance, whether it does more than assert.
IssuesOfCorpus issues_of(const Corpus& corpus, const std::vector<bool>& takes_stand);

}  // namespace demarche::analysis
