// SPDX-License-Identifier: Apache-2.0
// One noun phrase, with its appositions → what it names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/grammar.h"

namespace demarche::actors {

struct PhraseReading {
  std::optional<Resolution> resolution;
  std::string name;      // personal name in it, as it stands
  Frame frame;           // of its first part
  bool is_list = false;  // several actors: "Norway, Peru and the Taliban"
};

// `words` point into `text`; `context` holds the words of the sentence, or nothing. A phrase without any capital and
// without context is matched whatever the case.
PhraseReading read_phrase(const Tables::Content& content, std::string_view text, const std::vector<Word>& words,
                          std::optional<Day> day, const std::vector<Word>& context);

}  // namespace demarche::actors
