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
};

// In the order of the report. Nothing for a text without anchors.
std::vector<Anchored> quotations_of_html(std::string_view page);
std::vector<Anchored> quotations_of_markdown(std::string_view page);

// White space as one space, none at the ends: an editor may wrap lines, which changes no word.
std::string folded(std::string_view words);

}  // namespace demarche::analysis
