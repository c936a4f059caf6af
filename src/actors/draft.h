// SPDX-License-Identifier: Apache-2.0
// Mentions in the making: what the scan of a document hands to the linking of its entities.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

struct SentenceWords {
  Span span;
  std::uint32_t block = 0;
  std::vector<Word> words;
  std::optional<Day> day;      // the document's, or the year told of in a chronology
  bool is_title_case = false;  // a headline in which every word has a capital
  bool is_title = false;       // stands in the title of the document
};

struct Draft {
  Mention mention;
  std::uint32_t sentence = 0;
  const Role* role = nullptr;  // what the phrase calls somebody; none for a bare name
  std::string name;            // personal name in the phrase, as it stands; empty for none
  bool is_source = false;      // the reader says that it speaks or acts
  bool is_adjective = false;   // only the adjective or possessive of a phrase whose head is no actor
  bool is_seat = false;        // a town or building that stands for a state: "Lima", "the White House"
  bool is_plural = false;
  bool is_office = false;  // a single person by office
};

}  // namespace demarche::actors
