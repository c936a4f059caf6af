// SPDX-License-Identifier: Apache-2.0
// What the tables and the grammar find in running text, sentence by sentence.
#pragma once

#include <string_view>
#include <vector>

#include "actors/draft.h"
#include "actors/grammar.h"
#include "actors/phrase.h"

namespace demarche::actors {

// Headlines write most words with a capital, which then says nothing about names.
bool is_title_case(const Tables::Content& content, const std::vector<Word>& words);

class Scanner {
 public:
  Scanner(const Tables::Content& content, std::string_view text) : content_(content), text_(text) {}

  // Noun phrases with a known owner, role or person, and personal names with an apposition, longest first at each
  // place.
  void scan(const SentenceWords& sentence, std::uint32_t index, std::vector<Draft>& out) const;

  // A phrase that somebody else found (the reader); it is resolved as one noun phrase. Nothing for a list or a bare
  // pronoun.
  std::optional<Draft> draft_of(const SentenceWords& sentence, std::uint32_t index, Span phrase) const;

 private:
  std::uint32_t scan_at(const SentenceWords& sentence, std::uint32_t at, Draft& draft) const;
  std::uint32_t scan_name(const SentenceWords& sentence, std::uint32_t at, Draft& draft) const;
  std::uint32_t join_apposition(const SentenceWords& sentence, std::uint32_t end, Draft& draft) const;
  void add_owners(const SentenceWords& sentence, std::uint32_t index, std::uint32_t begin, std::uint32_t end,
                  const Draft& outer, std::vector<Draft>& out) const;
  bool is_in_another_town(const SentenceWords& sentence, const Item& item) const;
  bool is_fit_adjective(const SentenceWords& sentence, const Item& item) const;
  std::optional<Draft> owner_draft(const SentenceWords& sentence, const Item& item, bool goes_on) const;
  std::uint32_t end_of_place(const SentenceWords& sentence, std::uint32_t at) const;
  bool is_idle(const SentenceWords& sentence, const Frame& frame, std::uint32_t begin) const;
  std::uint32_t head_word(const SentenceWords& sentence, const Frame& frame, std::uint32_t begin) const;
  std::optional<Resolution> read_from(const SentenceWords& sentence, std::uint32_t byte, std::uint32_t end) const;
  std::uint32_t name_end(const SentenceWords& sentence, std::uint32_t at) const;
  void describe(const SentenceWords& sentence, const Frame& frame, std::uint32_t begin, Draft& draft) const;
  std::uint32_t classes(const Word& word) const { return content_.classes_of(word.fold); }

  const Tables::Content& content_;
  std::string_view text_;
};

}  // namespace demarche::actors
