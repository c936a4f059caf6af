// SPDX-License-Identifier: Apache-2.0
#include "actors/chains.h"

#include <algorithm>
#include <set>

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
bool is_open(std::string_view text, const Draft& draft) {
  if (is_somebody(draft) || !draft.name.empty() || draft.is_adjective || draft.is_plural) return false;
  if (draft.mention.kind == MentionKind::Pronoun || draft.mention.kind == MentionKind::Place) return false;
  constexpr std::size_t kFew = 3;  // words
  const std::vector<Word> words = split_words(text.substr(draft.mention.span.begin, draft.mention.span.size()));
  return words.size() > 1 && words.size() <= kFew && words[0].fold == "the" &&
         std::none_of(words.begin() + 1, words.end(), [](const Word& word) { return word.upper; });
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

// Whether the first word of the chain means a thing: a dam, a treaty, and whatever goes back to it.
bool is_thing(const Chains& chains, int anchor) {
  while (chains.at(anchor).antecedent >= 0) anchor = chains.at(anchor).antecedent;
  return chains.at(anchor).kind == reader::Anchor::Kind::Other;
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

int Chains::before(std::uint32_t byte) const {
  if (anchors_ == nullptr) return 0;
  const auto after =
      std::lower_bound(anchors_->begin(), anchors_->end(), byte,
                       [](const reader::Anchor& anchor, std::uint32_t end) { return anchor.span.begin < end; });
  return static_cast<int>(after - anchors_->begin());
}

int Chains::in(Span phrase) const {
  const int last = before(phrase.end) - 1;
  return last >= 0 && at(last).span.overlaps(phrase) ? last : -1;
}

std::vector<int> Chains::drafts_of(const std::vector<Draft>& drafts) const {
  std::vector<int> of(size(), -1);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].is_adjective) continue;
    const Mention& mention = drafts[i].mention;
    const bool is_name = mention.span.size() == drafts[i].name.size();  // of a bare name each word is its head
    const Span head = is_name ? mention.span : mention.head;
    for (int anchor = before(head.end) - 1; anchor >= 0 && at(anchor).span.overlaps(head); --anchor) {
      int& known = of[static_cast<std::size_t>(anchor)];
      const bool is_longer =
          known < 0 || drafts[static_cast<std::size_t>(known)].mention.span.size() < drafts[i].mention.span.size();
      if (is_longer) known = static_cast<int>(i);
    }
  }
  return of;
}

void adopt_antecedents(std::string_view text, const Chains& chains, std::vector<Draft>& drafts) {
  const std::vector<int> drafts_of = chains.drafts_of(drafts);
  for (Draft& draft : drafts) {
    int anchor = is_open(text, draft) && !opens_turn(text, draft.mention.span) ? chains.in(draft.mention.head) : -1;
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

std::vector<int> join_chains(const Tables::Content& content, const Chains& chains,
                             const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts) {
  const std::vector<int> drafts_of = chains.drafts_of(drafts);
  const std::vector<bool> referred = referred_to(chains);
  std::vector<int> entities(chains.size(), -1);
  std::set<int> actors;  // entities whose actor a phrase takes over only by `adopt_antecedents`
  int next = 0;
  for (const Draft& draft : drafts) {
    next = std::max(next, draft.mention.entity + 1);
    if (draft.mention.resolution) actors.insert(draft.mention.entity);
  }
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const reader::Anchor& anchor = chains.at(static_cast<int>(i));
    const int before = anchor.antecedent < 0 ? -1 : entities[static_cast<std::size_t>(anchor.antecedent)];
    entities[i] = before;
    if (drafts_of[i] >= 0) {
      Draft& draft = drafts[static_cast<std::size_t>(drafts_of[i])];
      const bool is_free = before >= 0 && !actors.contains(before);
      if (is_free && !is_somebody(draft) && draft.name.empty()) draft.mention.entity = before;
      entities[i] = draft.mention.entity;
      continue;
    }
    const bool is_told_once = before < 0 && !referred[i];
    if (is_told_once || is_thing(chains, static_cast<int>(i))) continue;
    if (entities[i] < 0) entities[i] = next++;
    const std::uint32_t sentence = sentence_of(sentences, anchor.span);
    if (is_pronoun(content, sentences[sentence], anchor.span)) continue;
    Draft added;
    added.sentence = sentence;
    added.mention.span = added.mention.head = anchor.span;
    added.mention.kind = kind_of(anchor.kind);
    added.mention.entity = entities[i];
    drafts.push_back(std::move(added));
  }
  return entities;
}

}  // namespace demarche::actors
