// SPDX-License-Identifier: Apache-2.0
// Sentences that tell of a happening though no event was read in them. Private to this folder.
//
//   "A bomb destroyed the grain store at Orvend on Sunday."   an ASSAULT, and so a happening
//   "Bombing of the grain store at Orvend"                    no event was read: a retelling of it
//   "We shall not give up the fort." — "Peru refused to yield the fort."   a REJECT, and a retelling of it
#pragma once

#include <vector>

#include "analysis/happenings/happenings.h"

namespace demarche::analysis {

struct Retelling {
  int document = 0;  // index into Corpus::texts
  record::Range sentence;
  int utterance = -1;  // index into Corpus::utterances; -1: the document's own words
};

// For each group its retellings, by document and place. A sentence retells one group at most: the one of which it says
// most, when it names the same deed, shares enough that is rare and no date or party speaks against it.
std::vector<std::vector<Retelling>> retellings_of(const Corpus& corpus, const Grouped& grouped);

}  // namespace demarche::analysis
