// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_tree.h"

#include <algorithm>

#include "ingest/wording.h"

namespace demarche::ingest {

std::string_view HtmlTree::text(NodeId id) const {
  const HtmlNode& node = nodes_[id];
  return node.tag == Tag::Text ? std::string_view(store_).substr(node.begin, node.end - node.begin)
                               : std::string_view();
}

std::string_view HtmlTree::attribute(NodeId id, Attribute attribute) const {
  const HtmlNode& node = nodes_[id];
  if (node.tag == Tag::Text) return {};
  for (std::uint32_t at = node.begin; at < node.end; ++at) {
    if (values_[at].attribute == attribute)
      return std::string_view(store_).substr(values_[at].begin, values_[at].end - values_[at].begin);
  }
  return {};
}

bool HtmlTree::has(NodeId id, Attribute attribute) const {
  const HtmlNode& node = nodes_[id];
  if (node.tag == Tag::Text) return false;
  return std::any_of(values_.begin() + node.begin, values_.begin() + node.end,
                     [&](const Value& each) { return each.attribute == attribute; });
}

NodeId HtmlTree::behind(NodeId id) const {
  for (; id != kNoNode; id = nodes_[id].parent) {
    if (nodes_[id].next != kNoNode) return nodes_[id].next;
  }
  return size();
}

std::string HtmlTree::all_text(NodeId id) const {
  std::string text;
  std::vector<NodeId> ends;  // of the blocks that are open
  for (NodeId each = id, end = behind(id); each < end; ++each) {
    for (; !ends.empty() && ends.back() <= each; ends.pop_back()) text += ' ';
    const Tag tag = nodes_[each].tag;
    if (is_block(tag) || is_cell(tag) || tag == Tag::Br) {
      text += ' ';
      ends.push_back(behind(each));
    }
    text += this->text(each);
  }
  return squeezed(text);
}

}  // namespace demarche::ingest
