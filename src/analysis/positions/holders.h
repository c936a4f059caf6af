// SPDX-License-Identifier: Apache-2.0
// Whose stand a statement or a deed tells, and whether it tells any. Private to this folder.
#pragma once

#include <string>

#include "analysis/positions/issues.h"
#include "analysis/positions/stands.h"

namespace demarche::analysis {

// In whose name it is said. An official who gives no name speaks for his state all the same, less surely. Empty for
// outlets and for whom nobody knows.
std::string holder_of(const Voice& voice);

// False for questions, for what only tells of another's words, for what somebody is told that he should do, for a word
// or two that name no issue, and for what is hardly a statement. `index` into Corpus::utterances.
bool tells_a_stand(const Corpus& corpus, int index, const Stand& stand, const Issues& issues);

// Whether a text tells of it as done, by itself: what somebody says of another's deeds is an accusation.
bool tells_a_deed(const Corpus& corpus, const Claim& claim);

std::string content_of(const Corpus& corpus, const Utterance& utterance);

}  // namespace demarche::analysis
