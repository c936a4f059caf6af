// SPDX-License-Identifier: Apache-2.0
// A document on its way to blocks: paragraphs, headings and lines, about which one rule after another decides.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::ingest {

struct Part {
  Span span;
  std::string plain = {};  // what is read: Markdown marks taken off, white space squeezed
  Zone zone = Zone::Body;
  std::string reason = {};
  bool settled = false;     // a rule has decided on the zone
  bool is_heading = false;  // by markup
  bool is_item = false;     // of a list
  bool is_row = false;      // of a table
  bool is_sentence = false;
  std::uint32_t words = 0;
  std::uint32_t linked_words = 0;  // of these, inside links

  void settle(Zone as, std::string why) {
    zone = as;
    reason = std::move(why);
    settled = true;
  }
  bool is_open_body() const { return !settled && zone == Zone::Body; }
};

using Parts = std::vector<Part>;

Part make_part(std::string_view text, Span span);

// Plain text: blank lines separate paragraphs. Lines within one are joined when they were wrapped at a fixed width, and
// are paragraphs of their own otherwise.
Parts split_text(std::string_view text);

struct MarkdownParts {
  Parts parts;
  std::map<std::string, std::string> front_matter;  // keys in lower case: title, author, date, outlet, url
};

// Markdown: spans leave out the marks at a line's start; lines that are only marks are furniture.
MarkdownParts split_markdown(std::string_view text);

// "**Reuters** [said](http://x)" → "Reuters said".
std::string without_marks(std::string_view markdown);

}  // namespace demarche::ingest
