// SPDX-License-Identifier: Apache-2.0
// Who accuses whom of what. Private to this folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

// An accusation: a statement that accuses, or a deed of accusing.
struct Accusation {
  int utterance = -1, claim = -1;  // the statement; the ACCUSE event. One of the two is known.
  Voice accuser;
  Ids accused, about;
  std::vector<std::string> themes;
  std::vector<int> claims;  // what the accused is said to have done
  int document = 0, said = kNoDay;
  std::uint32_t at = 0;  // where it stands in the text
};
std::vector<Accusation> accusations_of(const Corpus& corpus);

}  // namespace demarche::analysis
