// SPDX-License-Identifier: Apache-2.0
#include "statements/charges.h"

#include <algorithm>

#include "statements/content.h"

namespace demarche::statements {

namespace {

// From behind the verb to the end of its clause, without the mark that ends it.
Span words_behind(const Document& document, Span sentence, Span verb) {
  const std::string_view rest = document.view({verb.end, sentence.end});
  const auto stop = std::min(rest.find_first_of(";:"), rest.size());
  Span words{verb.end, verb.end + static_cast<std::uint32_t>(stop)};
  while (words.begin < words.end && document.text()[words.begin] == ' ') ++words.begin;
  while (words.end > words.begin && (document.text()[words.end - 1] == '.' || document.text()[words.end - 1] == ' '))
    --words.end;
  return words;
}

bool tells_of_a_deed(const reader::Annotations& annotations, Span words) {
  return std::any_of(annotations.predicates.begin(), annotations.predicates.end(),
                     [&](const auto& predicate) { return words.contains(predicate.trigger.front()); });
}

}  // namespace

std::vector<Statement> find_charges(const Document& document, const language::Tokens& tokens,
                                    const reader::Annotations& annotations) {
  constexpr float kSure = 0.7F;
  std::vector<Statement> charges;
  for (const auto& predicate : annotations.predicates) {
    if (predicate.event != "ACCUSE" || predicate.score < kSure || predicate.negated || predicate.actors.empty())
      continue;
    const Span verb = predicate.trigger.back();
    const int at = tokens.sentence_at(verb.begin);
    if (at < 0) continue;
    const Span words = words_behind(document, tokens.sentences[static_cast<std::size_t>(at)].span, verb);
    if (!tells_of_a_deed(annotations, words)) continue;
    Statement charge;
    charge.source = {predicate.actors.front().span};
    charge.cue = predicate.trigger;
    charge.content = {words};
    charge.act = "accuse";
    charge.rule = "deed of words";
    charge.score = predicate.score;
    charge.form = form_of(document, charge.content);
    charge.negated = is_negated(document, charge.content);
    charges.push_back(std::move(charge));
  }
  return charges;
}

}  // namespace demarche::statements
