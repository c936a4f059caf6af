// SPDX-License-Identifier: Apache-2.0
// A page as a tree, built in linear time and bounded memory from any bytes.
//
// It is not the WHATWG algorithm. It agrees with it where text and its blocks are concerned and gives up what makes
// that algorithm quadratic on hostile pages (the adoption agency, foster parenting): a formatting element that is
// closed across a block just ends. Elements below `max_depth` become empty siblings at that depth and keep their text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html_tags.h"

namespace demarche::ingest {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;
inline constexpr NodeId kRoot = 0;

struct HtmlNode {
  Tag tag = Tag::Other;
  NodeId parent = kNoNode;
  NodeId first_child = kNoNode;
  NodeId last_child = kNoNode;
  NodeId next = kNoNode;
  std::uint32_t begin = 0, end = 0;  // of Text: its place in the text store; of elements: their attributes
};

class HtmlTree {
 public:
  struct Value {
    Attribute attribute;
    std::uint32_t begin = 0, end = 0;
  };

  // Nodes stand in document order: a parent's id is less than its children's.
  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  const HtmlNode& operator[](NodeId id) const { return nodes_[id]; }
  NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  std::string_view text(NodeId id) const;                            // of a Text node, references replaced
  std::string_view attribute(NodeId id, Attribute attribute) const;  // empty when absent
  bool has(NodeId id, Attribute attribute) const;
  // Text of all Text nodes below, white space squeezed.
  std::string all_text(NodeId id) const;
  // The first node behind `id` that is not below it.
  NodeId behind(NodeId id) const;
  // What a researcher should know: an unclosed script that took the rest of the page, too deep nesting.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  friend class HtmlBuilder;
  std::vector<HtmlNode> nodes_;
  std::vector<Value> values_;
  std::string store_;
  std::vector<std::string> notes_;
};

// `page` is valid UTF-8.
HtmlTree parse_html(std::string_view page, std::uint32_t max_depth);

}  // namespace demarche::ingest
