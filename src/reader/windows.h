// SPDX-License-Identifier: Apache-2.0
// Windows: which pieces are read together, and which of them the result is taken for.
#pragma once

#include <cstdint>
#include <vector>

#include "language/language.h"
#include "reader/labels.h"

namespace demarche::reader {

// An index into Tokens::pieces, or the mark between two paragraphs. The mark belongs to the sentence before it.
struct Unit {
  static constexpr std::uint32_t kMark = UINT32_MAX;
  std::uint32_t piece = kMark;
  std::uint32_t sentence = 0;
  bool is_mark() const { return piece == kMark; }
};

// All pieces of the text in order, with a mark between the blocks.
std::vector<Unit> units_of(const language::Tokens& tokens);

// Those of the pieces that lie in [begin, end) of the document for any of the spans, with marks where they change
// blocks.
std::vector<Unit> units_in(const language::Tokens& tokens, const Spans& spans);

// The units in stretches of whole paragraphs, some twenty thousand units each: the outputs of a stretch are held in
// memory at once, those of a book would not fit. A paragraph beyond that is cut.
std::vector<std::vector<Unit>> stretches(std::vector<Unit> units);

// Units [begin, end) are read together; results are taken for [core_begin, core_end).
struct Passage {
  std::size_t begin = 0, end = 0;
  std::size_t core_begin = 0, core_end = 0;
};

// Passages whose cores are whole sentences and together hold every unit once, in order. A sentence that is longer than
// a core is cut.
std::vector<Passage> passages(const std::vector<Unit>& units, const Labels& labels);

}  // namespace demarche::reader
