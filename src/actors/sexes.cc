// SPDX-License-Identifier: Apache-2.0
#include "actors/sexes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::actors {

namespace {

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

Sex sex_of_title(std::string_view word) {
  static constexpr std::array<std::string_view, 8> kHis = {"mr",     "sir",    "lord",   "king",
                                                           "prince", "sheikh", "father", "imam"};
  static constexpr std::array<std::string_view, 9> kHers = {"mrs",      "ms",     "miss", "lady", "queen",
                                                            "princess", "madame", "dame", "mme"};
  if (is_among(kHis, word)) return Sex::He;
  return is_among(kHers, word) ? Sex::She : Sex::Unknown;
}

Sex sex_of_given_name(const Tables::Content& content, const std::string& folded) {
  const std::uint32_t classes = content.classes_of(folded);
  if (classes & kHeName) return Sex::He;
  return classes & kSheName ? Sex::She : Sex::Unknown;
}

Sex sex_of_draft(const Tables::Content& content, const SentenceWords& sentence, const Draft& draft,
                 const std::string& given) {
  for (const Word& word : sentence.words) {
    const Sex titled = draft.mention.span.contains(word.span) ? sex_of_title(word.fold) : Sex::Unknown;
    if (titled != Sex::Unknown) return titled;
  }
  return sex_of_given_name(content, given);
}

}  // namespace

Sex sex_of(const std::string& pronoun) {
  static constexpr std::array<std::string_view, 4> kHe = {"he", "his", "him", "himself"};
  static constexpr std::array<std::string_view, 4> kShe = {"she", "her", "hers", "herself"};
  if (is_among(kHe, pronoun)) return Sex::He;
  return is_among(kShe, pronoun) ? Sex::She : Sex::Unknown;
}

std::map<int, Sex> sexes_of(const Tables::Content& content, const std::vector<SentenceWords>& sentences,
                            const std::vector<Draft>& drafts) {
  std::map<int, Sex> sexes;
  for (const bool is_whole : {true, false}) {
    for (const Draft& draft : drafts) {
      if (draft.name.empty() || draft.mention.kind != MentionKind::Person) continue;
      const std::vector<Word> name = split_words(draft.name);
      if (name.empty() || (name.size() > 1) != is_whole) continue;
      const Sex sex = sex_of_draft(content, sentences[draft.sentence], draft, name[0].fold);
      if (sex != Sex::Unknown) sexes.emplace(draft.mention.entity, sex);
    }
  }
  return sexes;
}

}  // namespace demarche::actors
