// SPDX-License-Identifier: Apache-2.0
// Words as ingest compares them: folded case, letters and digits only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/blanks.h"

namespace demarche::ingest {

// "Don’t, U.S.-led" → "dont", "us", "led": full stops and apostrophes inside a word do not split it.
std::vector<std::string> words_of(std::string_view text);

std::uint32_t count_words(std::string_view text);

// ASCII letters only; for tags, attribute names and charset labels.
std::string lowered(std::string_view text);

// Whether the text closes like a sentence: . ! ? … or a colon-free quotation of one, closing quotes and brackets aside.
bool ends_like_sentence(std::string_view text);

// Byte offsets [begin, end) of the sentences of one paragraph, rough: enough to compare them with each other.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<Piece> rough_sentences(std::string_view paragraph);

// "Mirel Stoan", "Dr. Jane A. Roe", "Roe" is not: two to five capitalised words, particles allowed, nothing else.
bool looks_like_person(std::string_view text);

// "Ambassador Roe: We deny it." → "Ambassador Roe"; empty when the paragraph opens with no label. Markdown's ** around
// it is looked through.
std::string_view speaker_label(std::string_view paragraph);

// A word that heads a body of people: "Institute", "ministry", "newspaper".
bool has_organisation_word(std::string_view text);

// A word of office: "ambassador", "professor", "editor".
bool has_office_word(std::string_view text);

// Capitals throughout, a stray small letter allowed.
bool is_upper_case(std::string_view text);

}  // namespace demarche::ingest
