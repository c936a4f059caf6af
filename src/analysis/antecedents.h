// SPDX-License-Identifier: Apache-2.0
// What a denial that no event was coded in is about: the claim, accusation or saying before it in its text. Private to
// this folder.
#pragma once

#include <map>
#include <vector>

#include "analysis/disputes.h"

namespace demarche::analysis {

// What stands before a denial in its text and may be what it denies.
struct Antecedent {
  enum class Kind { None, Claim, Accusation, Saying };
  Kind kind = Kind::None;
  int index = -1;
  std::uint32_t at = 0;
};

class Antecedents {
 public:
  Antecedents(const Corpus& corpus, const std::vector<Accusation>& accusations);
  // The nearest one; kind None when there is nothing that it may deny.
  Antecedent before(const Utterance& denial) const;

 private:
  Antecedent claim_before(const Utterance& denial, std::uint32_t reach) const;
  Antecedent accusation_before(const Utterance& denial, std::uint32_t reach) const;
  Antecedent saying_before(const Utterance& denial, std::uint32_t reach) const;
  bool may_be_denied(int claim, const Voice& denier) const;
  bool points_back(const Utterance& denial) const;
  bool speaks_of(const Accusation& accusation, const Utterance& denial) const;
  const Claim& claim(int index) const { return corpus_.claims[static_cast<std::size_t>(index)]; }
  const Utterance& utterance(int index) const { return corpus_.utterances[static_cast<std::size_t>(index)]; }

  const Corpus& corpus_;
  const std::vector<Accusation>& accusations_;
  std::map<int, std::vector<int>> accusations_in_;  // by document
};

}  // namespace demarche::analysis
