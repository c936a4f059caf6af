// SPDX-License-Identifier: Apache-2.0
// Which elements of a page are not its article, by their tag, role, class and id.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace demarche::ingest {

enum class Drop : std::uint8_t {
  Kept,
  NoText,
  Hidden,
  Navigation,
  Footer,
  Sidebar,
  Comments,
  Share,
  Related,
  Subscription,
  Cookies,
  Advertisement,
  AuthorBox,
  Byline,
  Caption,
  Tags,
  Form,
  Links,
  Outside
};

// "navigation", "comments", …; empty for Kept and NoText.
std::string_view reason_of(Drop drop);

// How class and id speak for or against an element: 25, 0 or -25 each, as in the Readability scheme.
int hint_weight(const HtmlTree& page, NodeId id);

// Class or id says that this is the article's text ("article-body", itemprop="articleBody").
bool is_marked_as_body(const HtmlTree& page, NodeId id);

// For each node why it is dropped; what is below a dropped node is dropped for the same reason. An element that holds
// most of the page's text is kept whatever its class says, unless it holds comments.
enum class Hidden { Drop, Keep };
std::vector<Drop> prune(const HtmlTree& page, Hidden hidden);

// Characters of text below each node that are not dropped, white space apart.
std::vector<std::uint32_t> text_sizes(const HtmlTree& page, const std::vector<Drop>& drops);

}  // namespace demarche::ingest
