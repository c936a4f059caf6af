// SPDX-License-Identifier: Apache-2.0
// How HTML is written: text, tags with attributes, comments, scripts.
#include <algorithm>
#include <string>

#include "ingest/html_builder.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kMaxAttributes = 1024;  // of one tag; the rest are ignored

bool is_white(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f'; }

bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

class HtmlParser {
 public:
  HtmlParser(std::string_view page, std::uint32_t max_depth) : page_(page), tree_(max_depth) {}

  HtmlTree parse() {
    while (at_ < page_.size()) step();
    return tree_.take();
  }

 private:
  void step() {
    const std::size_t mark = std::min(page_.find('<', at_), page_.size());
    if (mark > at_) tree_.text(page_.substr(at_, mark - at_), References::Decode);
    at_ = mark;
    if (mark < page_.size()) read_markup();
  }

  void read_markup() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) return skip_comment();
    if (rest.starts_with("<![CDATA[")) return skip_past("]]>", 9, "CDATA section");
    if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) return skip_past(">", 2, "declaration");
    if (rest.size() > 2 && rest[1] == '/' && is_ascii_letter(rest[2])) return read_end_tag();
    if (rest.size() > 1 && is_ascii_letter(rest[1])) return read_start_tag();
    if (rest.size() > 1 && rest[1] == '/') return skip_past(">", 2, "end tag");
    tree_.text("<", References::Keep);
    ++at_;
  }

  // "<!-->" and "<!--->" are whole comments, and "--!>" ends one as well as "-->" (HTML standard, 13.2.5.43 to 52).
  // One search for both ends: two would read to the end of the page for every comment.
  void skip_comment() {
    for (std::size_t dashes = page_.find("--", at_ + 2); dashes != std::string_view::npos;
         dashes = page_.find("--", dashes + 1)) {
      const std::string_view end = page_.substr(dashes + 2);
      const bool bang = end.starts_with("!>") && dashes >= at_ + 4;
      if (!bang && !end.starts_with('>')) continue;
      at_ = dashes + (bang ? 4 : 3);
      return;
    }
    note_unclosed("comment");
    at_ = page_.size();
  }

  void skip_past(std::string_view closing, std::size_t opening_size, const char* what) {
    const std::size_t end = page_.find(closing, std::min(at_ + opening_size, page_.size()));
    if (end == std::string_view::npos) note_unclosed(what);
    at_ = end == std::string_view::npos ? page_.size() : end + closing.size();
  }

  void note_unclosed(const std::string& what) {
    tree_.note("unclosed " + what + ": the rest of the page was not read");
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_white(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') ++at_;
    return page_.substr(begin, at_ - begin);
  }

  void read_end_tag() {
    at_ += 2;
    const Tag tag = tag_named(read_name());
    const std::size_t end = page_.find('>', at_);
    at_ = end == std::string_view::npos ? page_.size() : end + 1;
    tree_.close(tag);
  }

  void read_start_tag() {
    ++at_;
    const Tag tag = tag_named(read_name());
    const bool self_closed = read_attributes();
    tree_.open(tag);
    if (holds_raw_text(tag) && !self_closed) read_raw_text(tag);
    if (self_closed && is_one_of<Tag::Svg, Tag::Math, Tag::Other>(tag)) tree_.close(tag);
  }

  // Whether the tag closed itself. Leaves `at_` behind its ">".
  bool read_attributes() {
    bool self_closed = false;
    for (std::size_t count = 0; at_ < page_.size();) {
      while (at_ < page_.size() && (is_white(page_[at_]) || page_[at_] == '/')) self_closed = page_[at_++] == '/';
      if (at_ >= page_.size()) break;
      if (page_[at_] == '>') return ++at_, self_closed;
      self_closed = false;
      read_attribute(++count <= kMaxAttributes);
    }
    return self_closed;
  }

  void read_attribute(bool wanted) {
    const std::size_t begin = at_;
    if (page_[at_] == '=') ++at_;
    while (at_ < page_.size() && !is_white(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' && page_[at_] != '/')
      ++at_;
    const std::string_view name = page_.substr(begin, at_ - begin);
    while (at_ < page_.size() && is_white(page_[at_])) ++at_;
    std::string_view value;
    if (at_ < page_.size() && page_[at_] == '=') value = read_value();
    const auto attribute = wanted ? attribute_named(name) : std::nullopt;
    if (attribute) tree_.attribute(*attribute, value);
  }

  std::string_view read_value() {
    ++at_;
    while (at_ < page_.size() && is_white(page_[at_])) ++at_;
    if (at_ >= page_.size()) return {};
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      const std::size_t end = std::min(page_.find(quote, begin), page_.size());
      at_ = std::min(end + 1, page_.size());
      return page_.substr(begin, end - begin);
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_white(page_[at_]) && page_[at_] != '>') ++at_;
    return page_.substr(begin, at_ - begin);
  }

  void read_raw_text(Tag tag) {
    const std::size_t begin = at_;
    const std::size_t end = find_end_tag(tag);
    if (end == page_.size()) note_unclosed(std::string(name_of(tag)));
    const std::string_view text = page_.substr(begin, end - begin);
    if (tag == Tag::Script) tree_.text(text, References::Keep);
    if (tag == Tag::Title) tree_.text(text, References::Decode);
    at_ = end;
    if (end == page_.size()) tree_.close(tag);
  }

  std::size_t find_end_tag(Tag tag) const {
    const std::string_view name = name_of(tag);
    for (std::size_t at = page_.find("</", at_); at != std::string_view::npos; at = page_.find("</", at + 2)) {
      const std::string_view found = page_.substr(at + 2, name.size());
      const std::size_t behind = at + 2 + name.size();
      const bool whole =
          behind >= page_.size() || is_white(page_[behind]) || page_[behind] == '>' || page_[behind] == '/';
      if (whole && lowered(found) == name) return at;
    }
    return page_.size();
  }

  std::string_view page_;
  std::size_t at_ = 0;
  HtmlBuilder tree_;
};

}  // namespace

HtmlTree parse_html(std::string_view page, std::uint32_t max_depth) { return HtmlParser(page, max_depth).parse(); }

}  // namespace demarche::ingest
