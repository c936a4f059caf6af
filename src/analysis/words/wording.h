// SPDX-License-Identifier: Apache-2.0
// The words of one sentence, with where its phrases stop: enough to find the name before a verb. Private to this
// folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/words/words.h"
#include "text/text.h"

namespace demarche::analysis {

// Words are numbered; indexing beyond the end gives an empty word. Spans are bytes of the whole text.
class Sentence {
 public:
  Sentence(std::string_view text, std::uint32_t begin) : text_(text), begin_(begin), words_(words_of(text)) {}
  std::size_t size() const { return words_.size(); }
  std::string_view word(std::size_t at) const { return at < words_.size() ? std::string_view(words_[at].text) : ""; }
  std::size_t first_at(std::uint32_t byte) const;  // the first word that begins there or behind it
  Span between(std::size_t first, std::size_t end) const;

  bool breaks_before(std::size_t at) const;   // a comma, another stop, or a word that joins clauses
  bool is_cut_before(std::size_t at) const;   // a semicolon or an opening quotation mark
  Span phrase_from(std::size_t first) const;  // to the next stop, at most nine words
  // The noun phrase before a verb, over auxiliaries and what stands between commas: "the consul, 61, has counted".
  Span subject_of(std::size_t verb) const;

 private:
  std::string_view gap_before(std::size_t at) const;

  std::string_view text_;
  std::uint32_t begin_;
  std::vector<Word> words_;
};

std::string without_article(std::string words);
bool is_pronoun(std::string_view words);
// "organisers", "Most writers", "Police"; but "Kelmoria's health ministry" and "Honduras" are one.
bool is_plural(std::string_view name);

}  // namespace demarche::analysis
