// SPDX-License-Identifier: Apache-2.0
// What a page's markup says about the page: title, authors, outlet, date, address.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"
#include "text/text.h"

namespace demarche::ingest {

struct PageMetadata {
  std::string title = {};
  std::vector<std::string> authors = {};  // people; desks and agencies are left out
  std::string outlet = {};
  std::string url = {};
  Published published = {};  // never a date of modification
  Published modified = {};
  bool labelled_opinion = false;
  std::vector<std::string> notes = {};
};

// `known_url` wins over what the page calls itself. Signals in the order of how often they are right on news pages: for
// dates the address, article:published_time, marked elements, JSON-LD; for titles the only h1, JSON-LD, og:title, the
// first h1.
PageMetadata metadata_of(const HtmlTree& page, std::string_view known_url);

}  // namespace demarche::ingest
