// SPDX-License-Identifier: Apache-2.0
// The article of a page: its paragraphs without navigation, comments and what else stands around them.
#pragma once

#include <string>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/ingest.h"

namespace demarche::ingest {

struct PageParagraph {
  std::string text;  // one line
  bool is_heading = false;
  bool is_row = false;  // of a table; cells are separated by " | "
};

struct PageText {
  std::vector<PageParagraph> paragraphs;
  std::vector<Dropped> dropped;    // by reason, in order of first appearance
  std::vector<std::string> notes;  // "the article stands in a hidden element"
};

// `title` is what the page calls itself: a heading that repeats it is left out.
PageText article_of(const HtmlTree& page, std::string_view title);

}  // namespace demarche::ingest
