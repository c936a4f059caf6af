// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_builder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "ingest/entities.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kMaxNodes = 2'000'000;
constexpr std::size_t kMaxValue = 16 << 10;  // bytes of one attribute; the rest is cut
constexpr std::size_t kMaxStore = 0xF0000000;

bool stops_at_list(Tag tag) { return is_list(tag) || is_scope(tag); }
bool stops_at_block(Tag tag) { return is_block(tag) || is_scope(tag); }

// What an end tag does not look beyond: </b> inside a later <div> ends nothing, since the block is not to be torn, and
// little that is closed in a table or cell stands outside of it.
bool shields_from(Tag around, Tag closed) {
  const bool is_inline = !is_block(closed) && !is_cell(closed);
  if (is_inline && closed != Tag::A && (is_block(around) || is_cell(around))) return true;
  if (around == Tag::Table)
    return !is_one_of<Tag::Table, Tag::Div, Tag::Article, Tag::Section, Tag::Main, Tag::Form, Tag::Center>(closed);
  return is_cell(around) &&
         !is_one_of<Tag::Table, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Td, Tag::Th>(closed);
}

}  // namespace

HtmlBuilder::HtmlBuilder(std::uint32_t max_depth) : max_depth_(std::clamp<std::uint32_t>(max_depth, 8, 1024)) {
  tree_.nodes_.push_back({.tag = Tag::Html});
  open_.push_back(kRoot);
}

HtmlTree HtmlBuilder::take() {
  if (too_deep_) note("nested deeper than " + std::to_string(max_depth_) + " elements: flattened");
  if (full_) note("more than " + std::to_string(kMaxNodes) + " elements: the rest is kept as text");
  return std::move(tree_);
}

void HtmlBuilder::note(std::string message) { tree_.notes_.push_back(std::move(message)); }

void HtmlBuilder::attribute(Attribute attribute, std::string_view value) {
  const auto begins = tree_.values_.begin() + first_value_;
  const bool given =
      std::any_of(begins, tree_.values_.end(), [&](const auto& each) { return each.attribute == attribute; });
  if (given || full_ || tree_.store_.size() > kMaxStore) return;
  const auto begin = static_cast<std::uint32_t>(tree_.store_.size());
  append_decoded(tree_.store_, cut_utf8(value, kMaxValue));
  tree_.values_.push_back({attribute, begin, static_cast<std::uint32_t>(tree_.store_.size())});
  last_text_ = kNoNode;
}

void HtmlBuilder::text(std::string_view text, References references) {
  if (tree_.store_.size() > kMaxStore) return;
  const NodeId parent = open_.back();
  const NodeId last = tree_.nodes_[parent].last_child;
  const bool joins = last_text_ != kNoNode && (last == last_text_ || full_);
  if (!joins && full_) return;
  if (joins && full_ && last != last_text_) tree_.store_ += ' ';
  if (!joins) {
    const auto begin = static_cast<std::uint32_t>(tree_.store_.size());
    last_text_ = append_node({.tag = Tag::Text, .begin = begin, .end = begin});
  }
  references == References::Decode ? append_decoded(tree_.store_, text) : void(tree_.store_.append(text));
  tree_.nodes_[last_text_].end = static_cast<std::uint32_t>(tree_.store_.size());
}

NodeId HtmlBuilder::append_node(HtmlNode node) {
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  const NodeId parent = open_.back();
  node.parent = parent;
  tree_.nodes_.push_back(node);
  HtmlNode& above = tree_.nodes_[parent];
  if (above.first_child == kNoNode) above.first_child = id;
  if (above.last_child != kNoNode) tree_.nodes_[above.last_child].next = id;
  above.last_child = id;
  // One place is kept for the text node that takes the rest.
  full_ = tree_.nodes_.size() + 1 >= kMaxNodes;
  if (full_) last_text_ = last_text_ == kNoNode ? last_resort_text(parent) : last_text_;
  return id;
}

NodeId HtmlBuilder::last_resort_text(NodeId parent) {
  const auto id = static_cast<NodeId>(tree_.nodes_.size());
  const auto begin = static_cast<std::uint32_t>(tree_.store_.size());
  tree_.nodes_.push_back({.tag = Tag::Text, .parent = parent, .begin = begin, .end = begin});
  tree_.nodes_[tree_.nodes_[parent].last_child].next = id;
  tree_.nodes_[parent].last_child = id;
  return id;
}

void HtmlBuilder::open(Tag tag) {
  close_implied(tag);
  open_element(tag);
  first_value_ = static_cast<std::uint32_t>(tree_.values_.size());
}

void HtmlBuilder::open_element(Tag tag) {
  if (full_) return;
  if (is_one_of<Tag::Html, Tag::Body>(tag) && tree_.size() > 1 && body_seen_) return;
  body_seen_ = body_seen_ || tag == Tag::Body;
  const NodeId id =
      append_node({.tag = tag, .begin = first_value_, .end = static_cast<std::uint32_t>(tree_.values_.size())});
  if (is_void(tag)) return;
  if (open_.size() < max_depth_) return open_.push_back(id);
  too_deep_ = true;
  if (!holds_raw_text(tag)) ++flattened_;
}

void HtmlBuilder::close(Tag tag) {
  if (is_one_of<Tag::Html, Tag::Body>(tag)) return;
  if (flattened_ > 0 && !holds_raw_text(tag)) return void(--flattened_);
  close_open([&](Tag each) { return each == tag; }, [&](Tag each) { return shields_from(each, tag); });
}

template <typename Ends, typename Stops>
void HtmlBuilder::close_open(Ends ends, Stops stops) {
  for (std::size_t depth = open_.size(); depth-- > 1;) {
    const Tag each = tree_.nodes_[open_[depth]].tag;
    if (ends(each)) return open_.resize(depth);
    if (stops(each)) return;
  }
}

// Elements that a start tag ends without an end tag of their own (HTML standard, optional tags).
void HtmlBuilder::close_implied(Tag tag) {
  if (tag == Tag::Li) close_open(is_one_of<Tag::Li>, stops_at_list);
  if (is_one_of<Tag::Dd, Tag::Dt>(tag)) close_open(is_one_of<Tag::Dd, Tag::Dt>, stops_at_list);
  if (is_block(tag)) close_open(is_one_of<Tag::P>, stops_at_block);
  if (tag == Tag::A) close_open(is_one_of<Tag::A>, stops_at_block);
  if (tag == Tag::Option)
    close_open(is_one_of<Tag::Option>, [](Tag each) { return each == Tag::Select || is_scope(each); });
  if (is_cell(tag) || is_one_of<Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot>(tag)) close_cells(tag);
  if (is_block(tag) && !is_one_of<Tag::Head, Tag::Html>(tag))
    close_open(is_one_of<Tag::Head>, [](Tag each) { return each != Tag::Head; });
}

void HtmlBuilder::close_cells(Tag tag) {
  const auto stops = is_one_of<Tag::Table, Tag::Template>;
  close_open(is_one_of<Tag::Td, Tag::Th>, stops);
  if (is_cell(tag)) return;
  close_open(is_one_of<Tag::Tr>, stops);
  if (tag != Tag::Tr) close_open(is_one_of<Tag::Tbody, Tag::Thead, Tag::Tfoot>, stops);
}

}  // namespace demarche::ingest
