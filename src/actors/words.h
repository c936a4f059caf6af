// SPDX-License-Identifier: Apache-2.0
// Words as the alias trie sees them: folded to plain lower-case letters, with what case and punctuation told.
//
//   "Pakistan’s US-led “Élysée”"  →  pakistan (possessive)  us (all upper)  led (hyphen before)  elysee ('"' before)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::actors {

struct Word {
  Span span;         // without a possessive ending
  std::string fold;  // "U.S." → "us", "Sana'a" → "sanaa", "Erdoğan" → "erdogan"
  char before =
      0;  // 0 white space or begin, '-' hyphen, ',' comma, '(' bracket, '"' quote, '\n' line end, ';' anything else
  bool upper = false;       // begins with a capital
  bool all_upper = false;   // two capitals or more and no small letter
  bool mixed = false;       // two capitals or more among small letters ("LeT", "AfD")
  bool possessive = false;  // "'s" or "s'" follows
};

std::vector<Word> split_words(std::string_view text, Span span);
inline std::vector<Word> split_words(std::string_view text) {
  return split_words(text, {0, static_cast<std::uint32_t>(text.size())});
}

// Lower case without marks: "Łódź" → "lodz". Only letters and digits remain.
std::string fold_word(std::string_view word);
// The folded words of a name joined by one space: the key under which names are compared.
std::string fold_phrase(std::string_view phrase);

}  // namespace demarche::actors
