// SPDX-License-Identifier: Apache-2.0
// Acronyms that a text introduces in brackets: "Institute for Basin Studies (IBS)".
#include <algorithm>

#include "actors/link.h"

namespace demarche::actors {

namespace {

bool is_bracketed_acronym(const std::vector<Word>& words, std::uint32_t at) {
  constexpr std::size_t kLongest = 8;
  const bool alone = at + 1 == words.size() || words[at + 1].before != 0;
  return words[at].before == '(' && words[at].all_upper && alone && words[at].fold.size() <= kLongest;
}

}  // namespace

void tell_namesakes_apart(const Tables::Content& content, std::string_view text, const SentenceWords& sentence,
                          std::vector<Draft>& drafts) {
  const auto& words = sentence.words;
  for (std::uint32_t at = 1; at < words.size(); ++at) {
    if (!is_bracketed_acronym(words, at)) continue;
    const auto of_acronym = std::find_if(drafts.begin(), drafts.end(),
                                         [&](const Draft& draft) { return draft.mention.span == words[at].span; });
    if (of_acronym == drafts.end() || !of_acronym->mention.resolution) continue;
    const Resolution known = *of_acronym->mention.resolution;
    for (Draft& draft : drafts) {
      const Span span = draft.mention.span;
      if (span.end != words[at - 1].span.end) continue;
      const std::string name = without_determiner(content, text.substr(span.begin, span.size()));
      if (without_determiner(content, known.name).starts_with(name)) draft.mention.resolution = known;
    }
  }
}

const Draft* Linker::draft_ending_at(std::uint32_t sentence, std::uint32_t end) const {
  const Draft* best = nullptr;
  for (const Draft& draft : drafts_) {
    if (draft.sentence != sentence || draft.mention.span.end != end) continue;
    if (best == nullptr || draft.mention.span.begin < best->mention.span.begin) best = &draft;
  }
  return best;
}

void Linker::add_acronyms() {
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    tell_namesakes_apart(content_, text_, sentences_[i], drafts_);
    for (std::uint32_t at = 1; at < sentences_[i].words.size(); ++at) {
      if (is_bracketed_acronym(sentences_[i].words, at)) add_acronym(i, at);
    }
  }
}

// "Institute for Basin Studies (IBS)": the words before the bracket whose initials make the acronym.
void Linker::add_acronym(std::uint32_t sentence, std::uint32_t at) {
  const auto& words = sentences_[sentence].words;
  std::string letters = words[at].fold;
  std::uint32_t begin = at;
  while (begin > 0 && !letters.empty() && at - begin < 12 &&
         (begin == at || words[begin].before == 0 || words[begin].before == '-' || words[begin].before == '/')) {
    --begin;
    if (!words[begin].fold.empty() && words[begin].upper && words[begin].fold[0] == letters.back()) letters.pop_back();
  }
  const Draft* known = draft_ending_at(sentence, words[at - 1].span.end);
  // Other languages have other initials ("Central Bank of Peru (BCRP)"): then only what the tables know as one organ is
  // trusted.
  const bool is_organ = known != nullptr && known->mention.resolution && !known->mention.resolution->country.empty() &&
                        known->mention.kind == MentionKind::Actor &&
                        known->mention.resolution->actor.find('.') != std::string::npos;
  if (!letters.empty() && !is_organ) return;
  if (known != nullptr && known->mention.kind == MentionKind::Group) return;
  Draft draft;
  draft.sentence = sentence;
  draft.mention.kind = MentionKind::Actor;
  if (known != nullptr && known->mention.resolution) draft.mention.resolution = known->mention.resolution;
  if (letters.empty() && !draft.mention.resolution) {
    draft.mention.span = draft.mention.head = {words[begin].span.begin, words[at - 1].span.end};
    if (!is_covered(draft.mention.span)) drafts_.push_back(draft);
    acronyms_[std::string(view(words[at].span))] = draft;
  } else if (draft.mention.resolution && !draft_ending_at(sentence, words[at].span.end)) {
    draft.mention.span = known->mention.span;
    acronyms_[std::string(view(words[at].span))] = draft;
  }
}

void Linker::repeat_acronyms() {
  if (acronyms_.empty()) return;
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    for (const Word& word : sentences_[i].words) {
      const auto known = acronyms_.find(std::string(view(word.span)));
      if (known == acronyms_.end() || is_covered(word.span)) continue;
      Draft draft = known->second;
      draft.sentence = i;
      draft.mention.span = draft.mention.head = word.span;
      drafts_.push_back(draft);
    }
  }
}

}  // namespace demarche::actors
