// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_paragraphs.h"

#include "base/utf8.h"
#include "ingest/page_measures.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

class ParagraphWriter {
 public:
  ParagraphWriter(const HtmlTree& page, const std::vector<Drop>& drops) : page_(page), drops_(drops) {}

  std::vector<PageParagraph> write() {
    write(kRoot);
    flush();
    return std::move(paragraphs_);
  }

 private:
  // Recursion is as deep as the tree, which parse_html bounds.
  void write(NodeId id) {
    const HtmlNode& node = page_[id];
    if (node.tag == Tag::Text) return write_text(id);
    if (node.tag == Tag::Br) return break_line();
    const bool block = is_block(node.tag);
    if (block) flush();
    if (is_cell(node.tag)) separate_cell();
    const bool was_heading = heading_;
    heading_ = heading_ || is_heading(node.tag);
    for (NodeId child = node.first_child; child != kNoNode; child = page_[child].next) write(child);
    if (block) flush();
    heading_ = was_heading;
  }

  void write_text(NodeId id) {
    if (drops_[id] == Drop::Kept) line_ += page_.text(id);
  }

  // A line that ends like a sentence was a paragraph; one that does not runs on.
  void break_line() {
    const bool blank_before = trim(line_).empty();
    if (blank_before || ends_like_sentence(line_) || broke_) flush();
    broke_ = true;
    line_ += line_.empty() ? "" : " ";
  }

  void separate_cell() {
    if (trim(line_).empty()) return;
    line_ += " | ";
    row_ = true;
  }

  void flush() {
    std::string text = squeezed(line_);
    line_.clear();
    broke_ = false;
    if (!text.empty() && text != "|") paragraphs_.push_back({std::move(text), heading_, row_});
    row_ = false;
  }

  const HtmlTree& page_;
  const std::vector<Drop>& drops_;
  std::string line_;
  bool heading_ = false, broke_ = false, row_ = false;
  std::vector<PageParagraph> paragraphs_;
};

}  // namespace

std::vector<PageParagraph> paragraphs_of(const HtmlTree& page, const std::vector<Drop>& drops) {
  return ParagraphWriter(page, drops).write();
}

}  // namespace demarche::ingest
