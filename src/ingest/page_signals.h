// SPDX-License-Identifier: Apache-2.0
// What the markup of a page says of the page, gathered in one pass over its nodes and not yet weighed. Private to this
// folder.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/linked_data.h"
#include "text/text.h"

namespace demarche::ingest {

inline constexpr std::size_t kMaxAuthors = 12;

class PageSignals {
 public:
  explicit PageSignals(const HtmlTree& page);

  // Of the first of these names that a <meta> gives.
  std::string meta(std::initializer_list<const char*> names) const;
  std::vector<std::string> authors_in_meta() const;
  const LinkedData& linked() const { return linked_; }
  const std::vector<std::string>& notes() const { return notes_; }

  std::vector<std::string> headings;  // h1
  std::vector<std::string> named;     // rel=author, itemprop=author
  std::vector<std::string> bylines;   // names behind "By" in an element of that name
  std::string canonical, page_title;
  Published marked, first_time;  // itemprop=datePublished or a marked <time>; the first <time datetime>

 private:
  void gather(NodeId id);
  void gather_meta(NodeId id);
  void gather_link(NodeId id);
  void gather_script(NodeId id);
  void gather_heading(NodeId id);
  void gather_byline(NodeId id);
  void gather_element(NodeId id);
  void gather_date(NodeId id, const std::string& property);
  std::string dated_words(NodeId id) const;

  const HtmlTree& page_;
  std::multimap<std::string, std::string> metas_;
  LinkedData linked_;
  std::vector<std::string> notes_;
};

// Empty when the text holds no date.
Published date_in(std::string_view text);

}  // namespace demarche::ingest
