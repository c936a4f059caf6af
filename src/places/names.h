// SPDX-License-Identifier: Apache-2.0
// Names as they are compared: lower case, without diacritics and apostrophes, hyphens as blanks. "Dar‘ā" and "Dara" are
// one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"

namespace demarche::places {

std::string fold_name(std::string_view name);

// A part of a token: hyphened tokens are taken apart, a possessive "'s" is cut off.
struct NameWord {
  Span span;
  std::string folded;
  bool capital = false;       // begins with a capital letter
  bool all_capital = false;   // "US", "U.S."
  bool is_name_like = false;  // letters at all
  bool joined = false;        // a hyphen stands before it
  bool possessive = false;    // "'s" was cut off behind it
};

// The words of one sentence.
std::vector<NameWord> name_words(std::string_view text, const language::Tokens& tokens,
                                 const language::Sentence& sentence);

}  // namespace demarche::places
