// SPDX-License-Identifier: Apache-2.0
#include "actors/chains.h"

#include <algorithm>

#include "actors/heading.h"

namespace demarche::actors {

namespace {

constexpr float kSure = 0.6f;  // from which chance on a phrase takes over an actor
constexpr float kScore = 0.5f;

bool is_somebody(const Draft& draft) {
  const auto& found = draft.mention.resolution;
  return found && !found->country.empty() && !found->actor.starts_with('.');
}

// A bare noun with an article: "the minister", not "a minister", nor one that says more by itself.
bool is_open(const Draft& draft) {
  return !is_somebody(draft) && draft.name.empty() && !draft.is_adjective && !draft.is_plural &&
         draft.mention.kind != MentionKind::Pronoun && draft.mention.kind != MentionKind::Place;
}

// A minister is no army, and a town no president.
bool may_mean(const Draft& draft, const Draft& earlier) {
  if (!is_somebody(earlier) || earlier.is_adjective || earlier.mention.kind == MentionKind::Place) return false;
  if (draft.role == nullptr || draft.role->sector.empty()) return draft.mention.kind == earlier.mention.kind;
  const std::string& sector = earlier.mention.resolution->sector;
  return draft.role->sector == sector || draft.role->kind == RoleKind::Generic || draft.role->kind == RoleKind::Member;
}

MentionKind kind_of(reader::Anchor::Kind kind) {
  switch (kind) {
    case reader::Anchor::Kind::Person:
      return MentionKind::Person;
    case reader::Anchor::Kind::Organisation:
      return MentionKind::Actor;
    case reader::Anchor::Kind::Place:
      return MentionKind::Place;
    case reader::Anchor::Kind::Other:
      return MentionKind::Other;
  }
  return MentionKind::Other;
}

std::uint32_t sentence_of(const std::vector<SentenceWords>& sentences, Span span) {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                       [](std::uint32_t byte, const SentenceWords& sentence) { return byte < sentence.span.begin; });
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(1, after - sentences.begin()) - 1);
}

bool is_pronoun(const Tables::Content& content, const SentenceWords& sentence, Span span) {
  return std::any_of(sentence.words.begin(), sentence.words.end(),
                     [&](const Word& word) { return word.span == span && (content.classes_of(word.fold) & kPronoun); });
}

// Which anchors a later one goes back to.
std::vector<bool> referred_to(const Chains& chains) {
  std::vector<bool> referred(chains.size(), false);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const int before = chains.at(static_cast<int>(i)).antecedent;
    if (before >= 0) referred[static_cast<std::size_t>(before)] = true;
  }
  return referred;
}

}  // namespace

int Chains::in(Span phrase) const {
  if (anchors_ == nullptr) return -1;
  const auto after =
      std::lower_bound(anchors_->begin(), anchors_->end(), phrase.end,
                       [](const reader::Anchor& anchor, std::uint32_t end) { return anchor.span.begin < end; });
  if (after == anchors_->begin() || !(after - 1)->span.overlaps(phrase)) return -1;
  return static_cast<int>(after - anchors_->begin()) - 1;
}

std::vector<int> Chains::drafts_of(const std::vector<Draft>& drafts) const {
  std::vector<int> of(size(), -1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const int anchor = in(drafts[i].mention.head);
    if (anchor < 0 || drafts[i].is_adjective) continue;
    int& known = of[static_cast<std::size_t>(anchor)];
    const bool is_longer =
        known < 0 || drafts[static_cast<std::size_t>(known)].mention.span.size() < drafts[i].mention.span.size();
    if (is_longer) known = static_cast<int>(i);
  }
  return of;
}

void adopt_antecedents(std::string_view text, const Chains& chains, std::vector<Draft>& drafts) {
  const std::vector<int> drafts_of = chains.drafts_of(drafts);
  for (Draft& draft : drafts) {
    int anchor = is_open(draft) && !opens_turn(text, draft.mention.span) ? chains.in(draft.mention.head) : -1;
    while (anchor >= 0 && chains.at(anchor).antecedent >= 0 && chains.at(anchor).score >= kSure) {
      anchor = chains.at(anchor).antecedent;
      const int earlier = drafts_of[static_cast<std::size_t>(anchor)];
      if (earlier < 0 || !may_mean(draft, drafts[static_cast<std::size_t>(earlier)])) continue;
      const Draft& meant = drafts[static_cast<std::size_t>(earlier)];
      draft.mention.resolution = meant.mention.resolution;
      draft.mention.resolution->score = std::min(kScore, meant.mention.resolution->score);
      draft.mention.resolution->rule += " (goes back to it)";
      draft.name = meant.name;
      break;
    }
  }
}

void join_chains(const Tables::Content& content, const Chains& chains, const std::vector<SentenceWords>& sentences,
                 std::vector<Draft>& drafts) {
  const std::vector<int> drafts_of = chains.drafts_of(drafts);
  const std::vector<bool> referred = referred_to(chains);
  std::vector<int> entities(chains.size(), -1);
  int next = 0;
  for (const Draft& draft : drafts) next = std::max(next, draft.mention.entity + 1);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const reader::Anchor& anchor = chains.at(static_cast<int>(i));
    const int before = anchor.antecedent < 0 ? -1 : entities[static_cast<std::size_t>(anchor.antecedent)];
    entities[i] = before;
    if (drafts_of[i] >= 0) {
      Draft& draft = drafts[static_cast<std::size_t>(drafts_of[i])];
      if (before >= 0 && !is_somebody(draft) && draft.name.empty()) draft.mention.entity = before;
      entities[i] = draft.mention.entity;
      continue;
    }
    const std::uint32_t sentence = sentence_of(sentences, anchor.span);
    const bool is_told_once = before < 0 && !referred[i];
    if (is_told_once || is_pronoun(content, sentences[sentence], anchor.span)) continue;
    if (entities[i] < 0) entities[i] = next++;
    if (anchor.kind == reader::Anchor::Kind::Other) continue;
    Draft added;
    added.sentence = sentence;
    added.mention.span = added.mention.head = anchor.span;
    added.mention.kind = kind_of(anchor.kind);
    added.mention.entity = entities[i];
    drafts.push_back(std::move(added));
  }
}

}  // namespace demarche::actors
