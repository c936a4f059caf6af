// SPDX-License-Identifier: Apache-2.0
// One sentence as the gazetteer sees it: its words, the names of the atlas that stand in it, and whether they can be
// places at all.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "places/atlas.h"
#include "places/names.h"
#include "places/wording.h"

namespace demarche::places {

// A name of the atlas that stands in a sentence: words [first, end).
struct Candidate {
  std::size_t first = 0, end = 0;
  Span span;
  NameRecord name;
  std::vector<Bearer> bearers;
};

class Sentence {
 public:
  Sentence(const Atlas& atlas, const Wording& wording, std::string_view text, std::vector<NameWord> words,
           bool opens_block);

  const std::vector<NameWord>& words() const { return words_; }
  std::string_view text() const { return text_; }
  // A headline in which nearly every word has a capital tells nothing by its capitals.
  bool is_headline() const { return is_headline_; }
  const NameWord& word(std::size_t at) const;  // an empty one beyond the ends
  const NameWord& before(std::size_t at) const { return word(at - 1); }

  // The longest name that begins at a word.
  std::optional<Candidate> longest_at(std::size_t first) const;
  // From left to right, none inside another; also those that are no places here.
  const std::vector<Candidate>& candidates() const { return candidates_; }

  // "Washington Post", "Michael Jordan", "Bank of England", "US-led"
  bool is_part_of_other_name(const Candidate& candidate) const;
  // In a headline this says less.
  bool has_capitals_beside(const Candidate& candidate) const;
  // "KABUL, Afghanistan (AP) — …": the words before the dash or colon that opens the text. 0: none.
  std::size_t dateline_words() const { return dateline_words_; }
  bool only_blank_before(std::size_t at) const;

 private:
  bool is_near(std::size_t at) const;
  std::vector<Bearer> bearers_of(const Candidate& candidate) const;
  bool fits(std::size_t first, std::size_t end, const NameRecord& name) const;
  bool goes_on(const Candidate& candidate) const;
  bool begins_before(const Candidate& candidate) const;
  bool is_compound(const Candidate& candidate) const;
  bool is_country(const Candidate& candidate) const;
  std::size_t find_dateline() const;

  const Atlas& atlas_;
  const Wording& wording_;
  std::string_view text_;
  std::vector<NameWord> words_;
  bool is_headline_ = false;
  std::size_t dateline_words_ = 0;
  std::vector<Candidate> candidates_;
};

}  // namespace demarche::places
