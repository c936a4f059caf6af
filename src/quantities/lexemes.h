// SPDX-License-Identifier: Apache-2.0
// A text cut into words, numbers and signs, each with what the table says of it. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "quantities/wordlist.h"
#include "text/text.h"

namespace demarche::quantities {

// A word, a number in digits ("1,200.5") or one sign.
struct Lexeme {
  Span span;
  std::string lower;  // folded for ASCII; dashes as "-"
  const WordEntry* entry = nullptr;
  bool is_number = false, is_capital = false;
  bool is_glued = false;  // nothing between it and the one before
  double value = 0;
  bool is_grouped = false;  // written with thousands separators or decimals, so never a year
  bool is(Sense sense) const { return entry && entry->has(sense); }
};

// Indexing beyond the end gives an empty lexeme.
class Lexemes {
 public:
  Lexemes(std::string_view text, Span within, const WordList& words);
  const Lexeme& operator[](std::size_t i) const { return i < all_.size() ? all_[i] : kNone; }
  std::size_t size() const { return all_.size(); }
  bool is(std::size_t i, std::string_view lower) const { return (*this)[i].lower == lower; }

  // The longest phrase or word of a sense that begins at a lexeme.
  struct Found {
    const WordEntry* entry = nullptr;
    std::size_t words = 0;
  };
  std::optional<Found> phrase(std::size_t at, Sense sense) const;

 private:
  Lexeme lexeme(std::string_view text, std::uint32_t at, std::uint32_t end) const;
  bool begins(const WordList::Phrase& phrase, std::size_t at) const;

  static const Lexeme kNone;
  const WordList& words_;
  std::vector<Lexeme> all_;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

}  // namespace demarche::quantities
