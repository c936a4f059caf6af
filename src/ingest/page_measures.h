// SPDX-License-Identifier: Apache-2.0
// How much text, links and lists lie below each element of a page: what articles are told from their surroundings by.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/page_furniture.h"

namespace demarche::ingest {

bool is_heading(Tag tag);
// Blocks, and cells of a table.
bool holds_lines(Tag tag);

// What lies below a node, dropped parts apart.
struct Measure {
  std::uint32_t text = 0;
  std::uint32_t link_text = 0;
  std::uint32_t commas = 0;
  std::uint32_t paragraphs = 0;
  std::uint32_t items = 0;
  std::uint32_t inputs = 0;
  std::uint32_t heading_text = 0;
  std::uint32_t direct = 0;  // text whose innermost block this is
  bool has_block_child = false;

  double link_density() const { return text == 0 ? 0.0 : static_cast<double>(link_text) / text; }
};

class PageMeasures {
 public:
  explicit PageMeasures(const HtmlTree& page) : page_(page) {}

  void measure(const std::vector<Drop>& drops);
  // Takes what lies below `top` from all that it lies in.
  void subtract(NodeId top);
  const Measure& operator[](NodeId id) const { return measures_[id]; }

 private:
  void measure_own(NodeId id);
  void add_to_parent(NodeId id);

  const HtmlTree& page_;
  std::vector<Measure> measures_;
};

}  // namespace demarche::ingest
