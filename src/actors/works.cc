// SPDX-License-Identifier: Apache-2.0
// Studies and reports speak for whoever made them.
#include <algorithm>

#include "actors/anaphors.h"
#include "actors/grammar.h"

namespace demarche::actors {

namespace {

constexpr std::size_t kReach = 6;  // words between "study" and "by the Institute"
constexpr float kScore = 0.5f;

class Works {
 public:
  Works(const Tables::Content& content, const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts)
      : content_(content), sentences_(sentences), drafts_(drafts) {}

  void resolve() {
    std::vector<std::size_t> makers;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (is_maker(drafts_[i])) makers.push_back(i);
    }
    if (makers.empty()) return;
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      if (!is_work(drafts_[i])) continue;
      const auto behind = std::upper_bound(makers.begin(), makers.end(), i);
      give(drafts_[i], drafts_[behind == makers.begin() ? *behind : *std::prev(behind)]);
    }
  }

 private:
  const std::vector<Word>& words_of(const Draft& draft) const { return sentences_[draft.sentence].words; }
  bool is(const Word& word, std::uint32_t classes) const { return (content_.classes_of(word.fold) & classes) != 0; }

  // "A study published on Friday BY THE INSTITUTE", "THE INSTITUTE'S report".
  bool is_maker(const Draft& draft) const {
    const auto& found = draft.mention.resolution;
    if (!found || found->sector.empty() || draft.is_adjective || draft.mention.kind == MentionKind::Pronoun)
      return false;
    const std::vector<Word>& words = words_of(draft);
    const auto begin = std::find_if(words.begin(), words.end(),
                                    [&](const Word& word) { return word.span.begin >= draft.mention.span.begin; });
    if (begin == words.begin() || begin == words.end()) return false;
    auto before = std::prev(begin);
    if (before != words.begin() && is(*before, kDeterminer)) --before;
    if (before->fold != "by" && before->fold != "from") return false;
    std::size_t distance = 0;
    for (auto word = before; word != words.begin() && distance < kReach; ++distance) {
      if (is_break(word->before)) return false;
      if (is(*--word, kWork)) return true;
    }
    return false;
  }

  // "The study", "new study", "its authors", "lead author Signe Berg": the work or those who made it, and nobody named
  // as its owner.
  bool is_work(const Draft& draft) const {
    if (draft.mention.resolution && draft.mention.resolution->sector != "UNK") return false;
    bool holds = false;
    for (const Word& word : words_of(draft)) {
      if (!draft.mention.span.contains(word.span)) continue;
      if (holds) return is(word, kFunction) || word.upper;  // "author Signe Berg"; not "report cards"
      holds = is(word, kWork | kMaker);
      const bool may_lead =
          is(word, kDeterminer | kModifier) || word.fold == "its" || word.fold == "new" || word.fold == "lead";
      if (!holds && !may_lead) return false;
    }
    return holds;
  }

  void give(Draft& work, const Draft& maker) const {
    work.mention.resolution = maker.mention.resolution;
    work.mention.resolution->person = work.name;
    work.mention.resolution->score = std::min(kScore, work.mention.resolution->score);
    work.mention.resolution->rule += " (whose work it is)";
  }

  const Tables::Content& content_;
  const std::vector<SentenceWords>& sentences_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void resolve_works(const Tables::Content& content, const std::vector<SentenceWords>& sentences,
                   std::vector<Draft>& drafts) {
  Works(content, sentences, drafts).resolve();
}

}  // namespace demarche::actors
