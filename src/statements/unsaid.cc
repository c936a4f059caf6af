// SPDX-License-Identifier: Apache-2.0
#include "statements/unsaid.h"

#include <algorithm>

namespace demarche::statements {

namespace {

// Behind a negation of its own verb stands the verb; behind that of "urged not to" it does not.
bool negates_the_verb(const Lexicon& lexicon, const std::vector<std::string>& words, std::size_t at) {
  if (!language::is_negation(words[at]) || at + 1 == words.size() || words[at + 1] == "only") return false;
  std::string rest;
  for (std::size_t i = at + 1; i < words.size(); ++i) rest += (rest.empty() ? "" : " ") + words[i];
  return lexicon.act_of(rest) != nullptr;
}

}  // namespace

bool is_by_nobody(const Document& document, const reader::Attribution& attribution) {
  if (attribution.source.empty()) return false;
  const auto words = words_of(document.view(attribution.source.front()));
  if (words.empty()) return false;
  return words[0] == "nobody" || words[0] == "none" || words[0] == "neither" || (words[0] == "no" && words.size() > 1);
}

bool is_cue_negated(const Document& document, const language::Tokens& tokens, const Lexicon& lexicon,
                    const reader::Attribution& attribution) {
  if (attribution.cue.empty()) return false;
  const Span cue = attribution.cue.front();
  const auto words = words_of(document.view(cue));
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (negates_the_verb(lexicon, words, at)) return true;
  }
  const int sentence = tokens.sentence_at(cue.begin);
  return sentence >= 0 &&
         language::is_negated_before(document.text(), tokens.sentences[static_cast<std::size_t>(sentence)].span, cue);
}

}  // namespace demarche::statements
