// SPDX-License-Identifier: Apache-2.0
// Quotations of a report, found again in its HTML or Markdown. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace demarche::analysis {

struct Anchored {
  std::string document;
  record::Range span;
  std::string words;
  bool is_well_formed = true;  // false: the anchor is there and cannot be read
  std::string figure = {};     // what the words are taken to say: “at least 40
                               // killed”; empty when nothing is
};

// A number that is counted over the record, and the name under which it is.
struct CountedNumber {
  std::string name, digits;
};

// In the order of the report. Nothing for a text without anchors.
std::vector<Anchored> quotations_of_html(std::string_view page);
std::vector<Anchored> quotations_of_markdown(std::string_view page);

std::vector<CountedNumber> numbers_of_html(std::string_view page);
std::vector<CountedNumber> numbers_of_markdown(std::string_view page);

// Whether the words give every number of the figure: in digits or in words, with or without separators and scales.
bool give_figure(std::string_view words, std::string_view figure);

// White space as one space, none at the ends: an editor may wrap lines, which changes no word.
std::string folded(std::string_view words);

}  // namespace demarche::analysis
