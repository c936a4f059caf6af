// SPDX-License-Identifier: Apache-2.0
// Quantities: the amounts and counts of a text, with their bounds and what they count.
//
//   "at least 40 villagers were killed"      40, lo 40, hi infinite; persons, killed
//   "put the debt at $180 million"           180,000,000 USD, money; noun "debt"
//
// Pure: a text and the table of words (data/lexicon/en/amounts.tsv) decide, nothing else. Events and analysis use the
// same Recognizer, so that a figure is the same figure wherever it is read. What is no quantity (years, dates, ages,
// clock times, ranks, numbered things, distances of places) is told in exclusions.cc.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::quantities {

// A count or sum. `lo` and `hi` keep the bounds of "at least", "almost", "between"; equal to `value` when the text is
// exact. `lo` is 0 and `hi` infinite where the text leaves that side open.
struct Quantity {
  double value = 0, lo = 0, hi = 0;
  std::string unit;  // ISO 4217 for money ("USD"), "persons", "percent", a measure ("cubic metre"), or the counted noun
  std::string kind;  // money, percent, killed, injured, arrested, displaced, missing, released, abducted, troops,
                     // measure, count; "number" when the words around do not say what is counted
  Span span;         // from the bound to what is counted
  std::string noun;  // what is counted, in lower case: "rifles", "debt"; may be empty
};

// Immutable; may be used from many threads at once.
class Recognizer {
 public:
  explicit Recognizer(const std::filesystem::path& data);  // throws Error{NotFound, BadInput} with file:line
  ~Recognizer();
  Recognizer(Recognizer&&) noexcept;

  // In text order. Bare numbers (kind "number") only when asked for.
  enum class Bare { Leave, Take };
  std::vector<Quantity> find(std::string_view text, Span within, Bare bare = Bare::Leave) const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace demarche::quantities
