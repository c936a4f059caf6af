// SPDX-License-Identifier: Apache-2.0
// Phrases of a table, found in a text word by word. Private to this folder.
//
//   "safe haven*"       the second word may go on: havens
//   "shelter* * rebels" one word between: sheltered the rebels
//   "sell* ~ tanks"     up to three words between: sell them forty more tanks
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/words/words.h"

namespace demarche::analysis {

class Terms {
 public:
  struct Match {
    const std::string* label = nullptr;  // owned by the table
    const std::string* where = nullptr;
    std::size_t begin = 0, end = 0;  // bytes of the text
  };

  // `term` in lower case; its first word is a word, with three letters or more before a star. `where`: table line.
  void add(const std::string& term, const std::string& label, const std::string& where);
  // In text order; one place may match several terms.
  std::vector<Match> matches(const std::vector<Word>& words) const;

 private:
  struct Slot {
    enum class Kind { Word, Beginning, Any, Gap };
    Kind kind = Kind::Word;
    std::string text;
  };
  struct Term {
    std::vector<Slot> slots;
    std::string label, where;
  };
  static std::vector<Slot> slots_of(const std::string& term);
  static bool accepts(const Slot& slot, const std::string& word);
  // The word behind the term's last one, when slots from `slot` on fit the words from `at` on; else 0.
  static std::size_t end_of(const Term& term, std::size_t slot, const std::vector<Word>& words, std::size_t at);

  // The first three bytes of a word as a number.
  static std::uint32_t beginning_of(std::string_view word);

  std::unordered_map<std::uint32_t, std::vector<Term>> by_beginning_;
};

}  // namespace demarche::analysis
