// SPDX-License-Identifier: Apache-2.0
// The head and the foot of an article: what stands above its first paragraph (title, subtitle, names, dates, section labels)
// and below its last (who the author is), and what they tell about the document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/parts.h"

namespace demarche::ingest {

// What the text says about itself. Fields stay empty when it does not.
struct SelfDescription {
  std::string title = {};
  std::vector<std::string> authors = {};
  std::string outlet = {};
  Published published = {};
  Published modified = {};
  bool labelled_opinion = false;
  bool labelled_interview = false;
  bool labelled_release = false;
  bool labelled_news = false;
  bool has_author_biography = false;  // of an expert, not of a reporter: the mark of an opinion article
};

// Settles the parts of head and foot. `known_title` is what metadata call the document, or empty.
SelfDescription describe(Parts& parts, std::string_view known_title);

// "LIMA, March 3 (Agency) — The minister …": how many bytes the place, date and agency take, or 0.
std::size_t dateline_length(std::string_view paragraph);

// "By Jane Roe and John Doe in Lima" → the names; empty when the line is no byline.
std::vector<std::string> names_in_byline(std::string_view line);

// A desk, an agency or "staff": who is named where no person is.
bool is_desk(std::string_view name);

}  // namespace demarche::ingest
