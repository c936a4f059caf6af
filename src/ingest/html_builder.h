// SPDX-License-Identifier: Apache-2.0
// Tags and text, as they come, → HtmlTree. It knows which elements end which others, the parser knows how they are
// written.
#pragma once

#include <string_view>
#include <vector>

#include "ingest/html_tree.h"

namespace demarche::ingest {

enum class References { Keep, Decode };

class HtmlBuilder {
 public:
  explicit HtmlBuilder(std::uint32_t max_depth);

  // Of the tag that is opened next. Of two of one name the first counts.
  void attribute(Attribute attribute, std::string_view value);
  // Ends what this tag ends without an end tag of its own, and opens it with the attributes given since the last one.
  void open(Tag tag);
  // An end tag ends the innermost element of its name; one that was never opened is ignored.
  void close(Tag tag);
  // Text that follows text joins it, so that the number of nodes is bounded by the number of tags.
  void text(std::string_view text, References references);
  void note(std::string message);

  HtmlTree take();

 private:
  NodeId append_node(HtmlNode node);
  NodeId last_resort_text(NodeId parent);
  void open_element(Tag tag);
  void close_implied(Tag tag);
  void close_cells(Tag tag);
  template <typename Ends, typename Stops>
  void close_open(Ends ends, Stops stops);

  std::uint32_t max_depth_;
  std::uint64_t flattened_ = 0;  // open elements below max_depth_
  bool too_deep_ = false, full_ = false, body_seen_ = false;
  std::uint32_t first_value_ = 0;  // of the tag that is opened next
  NodeId last_text_ = kNoNode;
  std::vector<NodeId> open_;
  HtmlTree tree_;
};

}  // namespace demarche::ingest
