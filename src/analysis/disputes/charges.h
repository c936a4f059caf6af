// SPDX-License-Identifier: Apache-2.0
// Charges: who is said to have done a deed of force, or is accused. Private to this folder.
#pragma once

#include "analysis/disputes/disputes.h"

namespace demarche::analysis {

// "Who attacked Peru at Selma (June 1921)?"
std::string deed_in_words(const Corpus& corpus, const Claim& claim);

// Charges that one text sets against each other:
//
//   "The governor said that the rebels shot the boatman. The rebels blame a patrol of the governor's."
//
// Two voices, at most four sentences apart, whose doers are not the same, of whom none charges himself. Whether they
// speak of one deed is told by points: each is the other's accused 2, the same or the next sentence 1, a deed in common
// 1.5, a word of blame or of contrast half a point each; 3 are needed.
void find_rival_charges(const Propositions& propositions, Disputes& found);

}  // namespace demarche::analysis
