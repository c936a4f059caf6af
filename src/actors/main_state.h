// SPDX-License-Identifier: Apache-2.0
// Whose government "the government" is: of the state that the text is about.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "actors/draft.h"

namespace demarche::actors {

// What the drafts of a document say of states. `drafts` are in text order and outlive this.
class MainState {
 public:
  MainState(const Tables::Content& content, const std::vector<SentenceWords>& sentences,
            const std::vector<Draft>& drafts);

  // The country of an organ that is named without one ("the army", "officials", "the foreign ministry"): the state that
  // the document names at least three times (in its first sentence: once) and twice as often as any other, else the
  // only one named before in the paragraph. Empty when neither holds, and for phrases that mean no organ of one state.
  std::string owner_of(std::size_t draft) const;

 private:
  std::string only_one_before(std::size_t draft) const;
  bool is_state(const Draft& draft) const;

  const Tables::Content& content_;
  const std::vector<SentenceWords>& sentences_;
  const std::vector<Draft>& drafts_;
  std::string main_;
};

}  // namespace demarche::actors
