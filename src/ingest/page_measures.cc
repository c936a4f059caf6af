// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_measures.h"

#include <algorithm>

namespace demarche::ingest {

namespace {

// White space at the edge and between words counts as one letter.
void count_text(std::string_view text, Measure& own) {
  bool blank = true;
  for (const char byte : text) {
    const bool white = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
    own.text += !white || !blank;
    own.commas += byte == ',';
    blank = white;
  }
}

void take_from(std::uint32_t& count, std::uint32_t gone) { count -= std::min(count, gone); }

}  // namespace

bool is_heading(Tag tag) { return is_one_of<Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6>(tag); }

bool holds_lines(Tag tag) { return is_block(tag) || is_cell(tag); }

void PageMeasures::measure(const std::vector<Drop>& drops) {
  measures_.assign(page_.size(), {});
  for (NodeId id = page_.size(); id-- > 0;) {
    if (drops[id] != Drop::Kept) continue;
    measure_own(id);
    if (page_[id].parent != kNoNode) add_to_parent(id);
  }
}

void PageMeasures::measure_own(NodeId id) {
  Measure& own = measures_[id];
  const Tag tag = page_[id].tag;
  if (tag == Tag::Text) count_text(page_.text(id), own);
  if (tag == Tag::A) own.link_text = own.text;
  if (is_heading(tag)) own.heading_text = own.text;
  own.paragraphs += tag == Tag::P;
  own.items += tag == Tag::Li;
  own.inputs += tag == Tag::Input;
}

void PageMeasures::add_to_parent(NodeId id) {
  const Measure& own = measures_[id];
  Measure& above = measures_[page_[id].parent];
  above.text += own.text;
  above.link_text += own.link_text;
  above.commas += own.commas;
  above.paragraphs += own.paragraphs;
  above.items += own.items;
  above.inputs += own.inputs;
  above.heading_text += own.heading_text;
  const Tag tag = page_[id].tag;
  above.has_block_child = above.has_block_child || own.has_block_child || holds_lines(tag);
  above.direct += tag == Tag::Text ? own.text : holds_lines(tag) || tag == Tag::A ? 0 : own.direct;
}

void PageMeasures::subtract(NodeId top) {
  const Measure gone = measures_[top];
  for (NodeId above = page_[top].parent; above != kNoNode; above = page_[above].parent) {
    Measure& each = measures_[above];
    take_from(each.text, gone.text);
    take_from(each.link_text, gone.link_text);
    take_from(each.commas, gone.commas);
    take_from(each.paragraphs, gone.paragraphs);
    take_from(each.items, gone.items);
  }
}

}  // namespace demarche::ingest
