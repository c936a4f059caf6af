// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/credits.h"

#include <algorithm>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

constexpr std::uint32_t kHead = 350;  // code points: title, byline and dateline

std::string head_of(const Text& text) {
  const auto& whole = text.source->document.text;
  const auto end = std::min(text.points->from_byte(static_cast<std::uint32_t>(whole.size())), kHead);
  return text.words({0, end});
}

// " reuters ": with a space at both ends, so that one name is found in a text of others by whole words.
std::string spaced(std::string_view text) {
  std::string words = " ";
  for (const Word& word : words_of(text)) words += word.text + " ";
  return words;
}

bool is_name(std::string_view text) {
  const auto words = words_of(text);
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return word.text != "the" && starts_with_upper(text.substr(word.begin));
  });
}

std::string without_article(std::string_view name) {
  std::string words;
  for (const Word& word : words_of(name)) {
    if (word.text != "the") words += (words.empty() ? "" : " ") + word.text;
  }
  return words;
}

bool is_credit(const Utterance& said) {
  return said.voice.kind == "outlet" && said.act() != "ask" && !said.statement->source.empty();
}

// The last outlet named by its name up to here in the document.
const Utterance* named_before(const Corpus& corpus, const Utterance& said) {
  const auto first = static_cast<std::size_t>(corpus.texts[static_cast<std::size_t>(said.document)].first_utterance);
  for (std::size_t i = first + static_cast<std::size_t>(said.nr) + 1; i-- > first;) {
    if (is_credit(corpus.utterances[i]) && is_name(corpus.utterances[i].voice.name)) return &corpus.utterances[i];
  }
  return nullptr;
}

}  // namespace

std::string credit_of(const Corpus& corpus, const Told& told) {
  for (int at = told.utterance; at >= 0;) {
    const Utterance& said = corpus.utterances[static_cast<std::size_t>(at)];
    const Utterance* named = is_credit(said) ? named_before(corpus, said) : nullptr;
    if (named != nullptr) {
      const std::string name = without_article(named->voice.name);
      const bool is_own = name == without_article(corpus.outlet(told.document));
      return is_own ? std::string() : name;
    }
    at = said.inside;
  }
  return {};
}

bool is_printed_under(const Text& text, const std::string& credit) {
  return without_article(text.source->document.outlet) == credit ||
         spaced(head_of(text)).find(" " + credit + " ") != std::string::npos;
}

Ids agencies_above(const Text& text) {
  Ids ids;
  for (const auto& mention : text.source->reading.mentions) {
    if (mention.span.end <= kHead && mention.actor.actor.starts_with("MED.")) insert_sorted(ids, mention.actor.actor);
  }
  return ids;
}

}  // namespace demarche::analysis
