// SPDX-License-Identifier: Apache-2.0
// What the reader says of who is meant: which word goes back to which, seen from the drafts of a document.
#pragma once

#include <vector>

#include "actors/draft.h"
#include "reader/reader.h"

namespace demarche::actors {

class Chains {
 public:
  Chains() = default;
  // `anchors` outlive this.
  explicit Chains(const std::vector<reader::Anchor>& anchors) : anchors_(&anchors) {}

  std::size_t size() const { return anchors_ == nullptr ? 0 : anchors_->size(); }
  const reader::Anchor& at(int anchor) const { return (*anchors_)[static_cast<std::size_t>(anchor)]; }
  // The last anchor within a phrase, -1 for none.
  int in(Span phrase) const;
  // One behind the last anchor that begins before a byte.
  int before(std::uint32_t byte) const;
  // Of each anchor the draft whose head holds it, the longest phrase where there are several; -1 where none does.
  std::vector<int> drafts_of(const std::vector<Draft>& drafts) const;

 private:
  const std::vector<reader::Anchor>* anchors_ = nullptr;
};

// Gives a phrase that names nobody in particular ("the minister", "the general") the actor of the phrase that the
// reader says it goes back to. `drafts` are in text order.
void adopt_antecedents(std::string_view text, const Chains& chains, std::vector<Draft>& drafts);

// Where the reader says that a phrase without an actor goes back to another, both are one entity; words that no draft
// has and that belong to a chain become drafts of their own, but for pronouns, which are left to `add_pronouns`. To be
// called when entities are numbered. Returns the entity of each anchor, -1 for those that stand alone.
std::vector<int> join_chains(const Tables::Content& content, const Chains& chains,
                             const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts);

}  // namespace demarche::actors
