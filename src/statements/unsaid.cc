// SPDX-License-Identifier: Apache-2.0
#include "statements/unsaid.h"

#include <algorithm>
#include <array>

#include "language/negation.h"
#include "statements/lexicon.h"

namespace demarche::statements {

namespace {

bool negates_verb(const std::vector<std::string>& words, std::size_t at) {
  constexpr std::array<std::string_view, 4> kNegations = {"not", "n't", "n’t", "never"};
  if (std::find(kNegations.begin(), kNegations.end(), words[at]) == kNegations.end()) return false;
  return at + 1 == words.size() || words[at + 1] != "only";
}

}  // namespace

bool is_by_nobody(const Document& document, const reader::Attribution& attribution) {
  if (attribution.source.empty()) return false;
  const auto words = words_of(document.view(attribution.source.front()));
  if (words.empty()) return false;
  const bool is_no_one = words.size() == 2 && words[0] == "no" && words[1] == "one";
  return words[0] == "nobody" || words[0] == "none" || words[0] == "neither" || is_no_one;
}

bool is_cue_negated(const Document& document, const language::Tokens& tokens, const reader::Attribution& attribution) {
  if (attribution.cue.empty()) return false;
  const Span cue = attribution.cue.front();
  const auto words = words_of(document.view(cue));
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (negates_verb(words, at)) return true;
  }
  const auto sentence = std::find_if(tokens.sentences.begin(), tokens.sentences.end(),
                                     [&](const auto& each) { return each.span.contains(cue); });
  return sentence != tokens.sentences.end() && language::is_negated_before(document.text(), sentence->span, cue);
}

}  // namespace demarche::statements
