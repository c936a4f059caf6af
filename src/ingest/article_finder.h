// SPDX-License-Identifier: Apache-2.0
// Which elements of a page hold its article. Private to this folder.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/html_tree.h"
#include "ingest/page_furniture.h"
#include "ingest/page_measures.h"

namespace demarche::ingest {

inline constexpr std::uint32_t kShortestArticle = 250;  // letters

class ArticleFinder {
 public:
  ArticleFinder(const HtmlTree& page, Hidden hidden);

  // The element that holds the article, or the root when nothing does.
  NodeId find();
  // Drops what is not the article, keeping siblings of `top` that look like its text.
  void keep_only(NodeId top);

  // Letters that are kept.
  std::uint32_t size() const { return measures_[kRoot].text; }
  const std::vector<Drop>& drops() const { return drops_; }

 private:
  void keep_branch(NodeId top, std::vector<char>& kept) const;
  bool votes(NodeId id) const;
  void vote();
  void vote(NodeId id);
  double score(NodeId id) const;
  NodeId best_candidate() const;
  NodeId widened(NodeId best) const;
  NodeId shared_with_rivals(NodeId best) const;
  NodeId marked_body(std::uint32_t voted_size) const;
  bool belongs_with(NodeId sibling, NodeId top) const;
  void clean(NodeId top);
  void drop_branch(NodeId top, Drop drop);
  Drop box_to_drop(NodeId id) const;

  const HtmlTree& page_;
  std::vector<Drop> drops_;
  PageMeasures measures_;
  std::vector<double> scores_;  // NAN: nobody voted
};

}  // namespace demarche::ingest
