// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "language/language.h"

namespace demarche::language {

namespace {

bool is_read(const Block& block) { return block.zone == Zone::Title || block.zone == Zone::Body; }

void add_sentence(std::string_view text, Span span, std::uint32_t block, const WordPieces& pieces, Tokens& out) {
  Sentence sentence{.span = span, .block = block};
  sentence.first_token = static_cast<std::uint32_t>(out.tokens.size());
  const auto words = split_tokens(text, span);
  out.tokens.insert(out.tokens.end(), words.begin(), words.end());
  sentence.end_token = static_cast<std::uint32_t>(out.tokens.size());
  sentence.first_piece = static_cast<std::uint32_t>(out.pieces.size());
  pieces.split(text, span, out.pieces);
  sentence.end_piece = static_cast<std::uint32_t>(out.pieces.size());
  out.sentences.push_back(sentence);
}

}  // namespace

int Tokens::sentence_at(std::uint32_t byte) const {
  const auto after =
      std::upper_bound(sentences.begin(), sentences.end(), byte,
                       [](std::uint32_t at, const Sentence& sentence) { return at < sentence.span.begin; });
  return static_cast<int>(after - sentences.begin()) - 1;
}

Tokens Splitter::split(const Document& document) const {
  Tokens out;
  const std::string_view text = document.text();
  for (std::uint32_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.blocks()[i];
    if (!is_read(block)) continue;
    for (const Span span : split_sentences(text, block.span)) add_sentence(text, span, i, pieces_, out);
  }
  return out;
}

Tokens Splitter::split_text(std::string_view text) const {
  Tokens out;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  for (const Span span : split_sentences(text, all)) add_sentence(text, span, 0, pieces_, out);
  return out;
}

}  // namespace demarche::language
