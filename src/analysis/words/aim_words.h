// SPDX-License-Identifier: Apache-2.0
// What a passage wants done, by its words: deeds with two ends (to leave, to stay), the things they are done to, and
// the words that make a demand, a refusal or a promise of them. From data/lexicon/en/{deeds,things,signals}.tsv.
// Immutable after construction. Private to this folder.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/words/words.h"

namespace demarche::analysis {

// One deed at one of its ends. “Open” and “not closed” are the same aim; “open” and “close” are opposed.
struct Aim {
  std::string deed;
  int end = 1;  // 1 or -1
  auto operator<=>(const Aim&) const = default;
  Aim opposite() const { return {.deed = deed, .end = -end}; }
};

class AimWords {
 public:
  // Throws Error{NotFound, BadInput} with file:line.
  explicit AimWords(const std::filesystem::path& folder);

  struct Found {
    std::string name;  // of the deed or thing; empty for words that only look like one
    int end = 1;
    std::size_t first = 0, last = 0;  // words, both inside
  };
  // In order; of two that begin at one word the longer.
  std::vector<Found> deeds_in(const std::vector<Word>& words) const { return found_in(deeds_, words); }
  std::vector<Found> signals_in(std::string_view signal, const std::vector<Word>& words) const;
  bool has(std::string_view signal, const std::vector<Word>& words) const;
  // "berths" → "port"; else the stem of the word; empty for a word too common to name anything.
  std::string thing_of(const std::string& word) const;

 private:
  struct Term {
    std::vector<std::string> slots;  // "hand", "+", "over"; "weapon*"
    std::string name;
    int end = 1;
  };
  using Terms = std::map<std::string, std::vector<Term>, std::less<>>;  // by the first three letters
  static void add(Terms& terms, const std::string& term, const std::string& name, int end);
  static std::vector<Found> found_in(const Terms& terms, const std::vector<Word>& words);
  static const Term* longest_at(const Terms& terms, const std::vector<Word>& words, std::size_t at, std::size_t& last);

  Terms deeds_, things_;
  std::map<std::string, Terms, std::less<>> signals_;
};

}  // namespace demarche::analysis
