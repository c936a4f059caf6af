// SPDX-License-Identifier: Apache-2.0
#include "ingest/html_tree.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "ingest/entities.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kMaxNodes = 2'000'000;
constexpr std::size_t kMaxAttributes = 1024;  // of one tag; the rest are ignored
constexpr std::size_t kMaxValue = 16 << 10;   // bytes of one attribute; the rest is cut
constexpr std::size_t kMaxStore = 0xF0000000;

using Named = std::pair<std::string_view, Tag>;

constexpr std::array<Named, 99> kTags = {{
    {"a", Tag::A},
    {"abbr", Tag::Abbr},
    {"address", Tag::Address},
    {"article", Tag::Article},
    {"aside", Tag::Aside},
    {"audio", Tag::Audio},
    {"b", Tag::B},
    {"base", Tag::Base},
    {"big", Tag::Big},
    {"blockquote", Tag::Blockquote},
    {"body", Tag::Body},
    {"br", Tag::Br},
    {"button", Tag::Button},
    {"canvas", Tag::Canvas},
    {"caption", Tag::Caption},
    {"center", Tag::Center},
    {"cite", Tag::Cite},
    {"code", Tag::Code},
    {"col", Tag::Col},
    {"dd", Tag::Dd},
    {"del", Tag::Del},
    {"details", Tag::Details},
    {"dialog", Tag::Dialog},
    {"div", Tag::Div},
    {"dl", Tag::Dl},
    {"dt", Tag::Dt},
    {"em", Tag::Em},
    {"embed", Tag::Embed},
    {"fieldset", Tag::Fieldset},
    {"figcaption", Tag::Figcaption},
    {"figure", Tag::Figure},
    {"font", Tag::Font},
    {"footer", Tag::Footer},
    {"form", Tag::Form},
    {"h1", Tag::H1},
    {"h2", Tag::H2},
    {"h3", Tag::H3},
    {"h4", Tag::H4},
    {"h5", Tag::H5},
    {"h6", Tag::H6},
    {"head", Tag::Head},
    {"header", Tag::Header},
    {"hr", Tag::Hr},
    {"html", Tag::Html},
    {"i", Tag::I},
    {"iframe", Tag::Iframe},
    {"img", Tag::Img},
    {"input", Tag::Input},
    {"ins", Tag::Ins},
    {"label", Tag::Label},
    {"legend", Tag::Legend},
    {"li", Tag::Li},
    {"link", Tag::Link},
    {"main", Tag::Main},
    {"map", Tag::Map},
    {"mark", Tag::Mark},
    {"math", Tag::Math},
    {"menu", Tag::Menu},
    {"meta", Tag::Meta},
    {"nav", Tag::Nav},
    {"noscript", Tag::Noscript},
    {"object", Tag::Object},
    {"ol", Tag::Ol},
    {"option", Tag::Option},
    {"p", Tag::P},
    {"param", Tag::Param},
    {"picture", Tag::Picture},
    {"pre", Tag::Pre},
    {"q", Tag::Q},
    {"s", Tag::S},
    {"script", Tag::Script},
    {"section", Tag::Section},
    {"select", Tag::Select},
    {"small", Tag::Small},
    {"source", Tag::Source},
    {"span", Tag::Span},
    {"strike", Tag::Strike},
    {"strong", Tag::Strong},
    {"style", Tag::Style},
    {"sub", Tag::Sub},
    {"summary", Tag::Summary},
    {"sup", Tag::Sup},
    {"svg", Tag::Svg},
    {"table", Tag::Table},
    {"tbody", Tag::Tbody},
    {"td", Tag::Td},
    {"template", Tag::Template},
    {"textarea", Tag::Textarea},
    {"tfoot", Tag::Tfoot},
    {"th", Tag::Th},
    {"thead", Tag::Thead},
    {"time", Tag::Time},
    {"title", Tag::Title},
    {"tr", Tag::Tr},
    {"track", Tag::Track},
    {"u", Tag::U},
    {"ul", Tag::Ul},
    {"video", Tag::Video},
    {"wbr", Tag::Wbr},
}};

constexpr std::array<std::pair<std::string_view, Attribute>, 19> kAttributes = {{
    {"aria-hidden", Attribute::AriaHidden},
    {"charset", Attribute::Charset},
    {"class", Attribute::Class},
    {"content", Attribute::Content},
    {"datetime", Attribute::Datetime},
    {"hidden", Attribute::Hidden},
    {"href", Attribute::Href},
    {"id", Attribute::Id},
    {"itemprop", Attribute::Itemprop},
    {"itemtype", Attribute::Itemtype},
    {"lang", Attribute::Lang},
    {"name", Attribute::Name},
    {"property", Attribute::Property},
    {"pubdate", Attribute::Pubdate},
    {"rel", Attribute::Rel},
    {"role", Attribute::Role},
    {"style", Attribute::Style},
    {"title", Attribute::Title},
    {"type", Attribute::Type},
}};

template <typename Table>
auto look_up(const Table& table, std::string_view name) -> std::optional<typename Table::value_type::second_type> {
  std::array<char, 16> small{};
  if (name.size() > small.size()) return std::nullopt;
  std::transform(name.begin(), name.end(), small.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view wanted(small.data(), name.size());
  const auto found = std::lower_bound(table.begin(), table.end(), wanted,
                                      [](const auto& each, std::string_view key) { return each.first < key; });
  if (found == table.end() || found->first != wanted) return std::nullopt;
  return found->second;
}

template <Tag... tags>
bool is_one_of(Tag tag) {
  return ((tag == tags) || ...);
}

bool is_void(Tag tag) {
  return is_one_of<Tag::Base, Tag::Br, Tag::Col, Tag::Embed, Tag::Hr, Tag::Img, Tag::Input, Tag::Link, Tag::Meta,
                   Tag::Param, Tag::Source, Tag::Track, Tag::Wbr>(tag);
}

// Their content is not markup; it ends only at their own end tag.
bool holds_raw_text(Tag tag) {
  return is_one_of<Tag::Script, Tag::Style, Tag::Textarea, Tag::Title, Tag::Iframe, Tag::Noscript>(tag);
}

bool is_white(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f'; }

bool is_ascii_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

// Where an element that ends by itself stops looking for what it ends.
bool is_scope(Tag tag) {
  return is_one_of<Tag::Table, Tag::Td, Tag::Th, Tag::Html, Tag::Body, Tag::Button, Tag::Template, Tag::Object>(tag);
}

bool is_list(Tag tag) { return is_one_of<Tag::Ul, Tag::Ol, Tag::Menu, Tag::Dl>(tag); }

}  // namespace

bool is_block(Tag tag) {
  return is_one_of<Tag::Address, Tag::Article, Tag::Aside, Tag::Blockquote, Tag::Body, Tag::Caption, Tag::Center,
                   Tag::Dd, Tag::Details, Tag::Dialog, Tag::Div, Tag::Dl, Tag::Dt, Tag::Fieldset, Tag::Figcaption,
                   Tag::Figure, Tag::Footer, Tag::Form, Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6, Tag::Head,
                   Tag::Header, Tag::Hr, Tag::Html, Tag::Legend, Tag::Li, Tag::Main, Tag::Menu, Tag::Nav, Tag::Ol,
                   Tag::Option, Tag::P, Tag::Pre, Tag::Section, Tag::Summary, Tag::Table, Tag::Tbody, Tag::Tfoot,
                   Tag::Thead, Tag::Tr, Tag::Ul, Tag::Xmp>(tag);
}

// Reads tags and text from left to right and keeps the stack of open elements.
class HtmlBuilder {
 public:
  HtmlBuilder(std::string_view page, std::uint32_t max_depth)
      : page_(page), max_depth_(std::clamp<std::uint32_t>(max_depth, 8, 1024)) {
    tree_.nodes_.push_back({.tag = Tag::Html});
    open_.push_back(kRoot);
  }

  HtmlTree build() {
    while (at_ < page_.size()) step();
    if (too_deep_) tree_.notes_.push_back("nested deeper than " + std::to_string(max_depth_) + " elements: flattened");
    if (full_) tree_.notes_.push_back("more than " + std::to_string(kMaxNodes) + " elements: the rest is kept as text");
    return std::move(tree_);
  }

 private:
  void step() {
    const std::size_t mark = std::min(page_.find('<', at_), page_.size());
    if (mark > at_) add_text(page_.substr(at_, mark - at_), References::Decode);
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
    add_text("<", References::Keep);
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
    tree_.notes_.push_back("unclosed " + what + ": the rest of the page was not read");
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < page_.size() && !is_white(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') ++at_;
    return page_.substr(begin, at_ - begin);
  }

  void read_end_tag() {
    at_ += 2;
    const Tag tag = look_up(kTags, read_name()).value_or(Tag::Other);
    const std::size_t end = page_.find('>', at_);
    at_ = end == std::string_view::npos ? page_.size() : end + 1;
    close(tag);
  }

  void read_start_tag() {
    ++at_;
    const Tag tag = look_up(kTags, read_name()).value_or(Tag::Other);
    const auto first = static_cast<std::uint32_t>(tree_.values_.size());
    const bool self_closed = read_attributes(first);
    close_implied(tag);
    open(tag, first);
    if (holds_raw_text(tag) && !self_closed) read_raw_text(tag);
    if (self_closed && is_one_of<Tag::Svg, Tag::Math, Tag::Other>(tag)) close(tag);
  }

  // Whether the tag closed itself. Leaves `at_` behind its ">".
  bool read_attributes(std::uint32_t first) {
    bool self_closed = false;
    for (std::size_t count = 0; at_ < page_.size();) {
      while (at_ < page_.size() && (is_white(page_[at_]) || page_[at_] == '/')) self_closed = page_[at_++] == '/';
      if (at_ >= page_.size()) break;
      if (page_[at_] == '>') return ++at_, self_closed;
      self_closed = false;
      read_attribute(first, ++count <= kMaxAttributes);
    }
    return self_closed;
  }

  void read_attribute(std::uint32_t first, bool wanted) {
    const std::size_t begin = at_;
    if (page_[at_] == '=') ++at_;
    while (at_ < page_.size() && !is_white(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' && page_[at_] != '/')
      ++at_;
    const std::string_view name = page_.substr(begin, at_ - begin);
    while (at_ < page_.size() && is_white(page_[at_])) ++at_;
    std::string_view value;
    if (at_ < page_.size() && page_[at_] == '=') value = read_value();
    const auto attribute = wanted ? look_up(kAttributes, name) : std::nullopt;
    if (attribute) store_attribute(*attribute, value, first);
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

  void store_attribute(Attribute attribute, std::string_view value, std::uint32_t first) {
    const auto begins = tree_.values_.begin() + first;
    const bool given =
        std::any_of(begins, tree_.values_.end(), [&](const auto& each) { return each.attribute == attribute; });
    if (given || full_ || tree_.store_.size() > kMaxStore) return;
    const auto begin = static_cast<std::uint32_t>(tree_.store_.size());
    append_decoded(tree_.store_, cut_utf8(value, kMaxValue));
    tree_.values_.push_back({attribute, begin, static_cast<std::uint32_t>(tree_.store_.size())});
    last_text_ = kNoNode;
  }

  void read_raw_text(Tag tag) {
    const std::size_t begin = at_;
    const std::size_t end = find_end_tag(tag);
    if (end == page_.size()) note_unclosed(std::string(name_of(tag)));
    const bool decode = tag == Tag::Title || tag == Tag::Textarea;
    if (tag == Tag::Script || tag == Tag::Title) {
      add_text(page_.substr(begin, end - begin), decode ? References::Decode : References::Keep);
    }
    at_ = end;
    if (end == page_.size()) close(tag);
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

  static std::string_view name_of(Tag tag) {
    return std::find_if(kTags.begin(), kTags.end(), [&](const Named& each) { return each.second == tag; })->first;
  }

  enum class References { Keep, Decode };

  // Text that follows text joins it, so that the number of nodes is bounded by the number of tags.
  void add_text(std::string_view text, References references) {
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

  NodeId append_node(HtmlNode node) {
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

  NodeId last_resort_text(NodeId parent) {
    const auto id = static_cast<NodeId>(tree_.nodes_.size());
    const auto begin = static_cast<std::uint32_t>(tree_.store_.size());
    tree_.nodes_.push_back({.tag = Tag::Text, .parent = parent, .begin = begin, .end = begin});
    tree_.nodes_[tree_.nodes_[parent].last_child].next = id;
    tree_.nodes_[parent].last_child = id;
    return id;
  }

  void open(Tag tag, std::uint32_t first_value) {
    if (full_) return;
    if (is_one_of<Tag::Html, Tag::Body>(tag) && tree_.size() > 1 && body_seen_) return;
    body_seen_ = body_seen_ || tag == Tag::Body;
    const NodeId id =
        append_node({.tag = tag, .begin = first_value, .end = static_cast<std::uint32_t>(tree_.values_.size())});
    if (is_void(tag)) return;
    if (open_.size() < max_depth_) return open_.push_back(id);
    too_deep_ = true;
    if (!holds_raw_text(tag)) ++flattened_;
  }

  // An end tag ends the innermost element of its name; one that was never opened is ignored.
  void close(Tag tag) {
    if (is_one_of<Tag::Html, Tag::Body>(tag)) return;
    if (flattened_ > 0 && !holds_raw_text(tag)) return void(--flattened_);
    const bool inline_tag = !is_block(tag) && !is_one_of<Tag::Td, Tag::Th>(tag);
    for (std::size_t depth = open_.size(); depth-- > 1;) {
      const Tag each = tree_.nodes_[open_[depth]].tag;
      if (each == tag) return open_.resize(depth);
      // </b> inside a later <div> ends nothing: the block is not to be torn.
      if (inline_tag && tag != Tag::A && (is_block(each) || is_one_of<Tag::Td, Tag::Th>(each))) return;
      if (each == Tag::Table &&
          !is_one_of<Tag::Table, Tag::Div, Tag::Article, Tag::Section, Tag::Main, Tag::Form, Tag::Center>(tag))
        return;
      if (is_one_of<Tag::Td, Tag::Th>(each) &&
          !is_one_of<Tag::Table, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot, Tag::Td, Tag::Th>(tag))
        return;
    }
  }

  template <typename Ends, typename Stops>
  void close_open(Ends ends, Stops stops) {
    for (std::size_t depth = open_.size(); depth-- > 1;) {
      const Tag each = tree_.nodes_[open_[depth]].tag;
      if (ends(each)) return open_.resize(depth);
      if (stops(each)) return;
    }
  }

  // Elements that a start tag ends without an end tag of their own (HTML standard, optional tags).
  void close_implied(Tag tag) {
    if (is_one_of<Tag::Li>(tag))
      close_open([](Tag each) { return each == Tag::Li; }, [](Tag each) { return is_list(each) || is_scope(each); });
    if (is_one_of<Tag::Dd, Tag::Dt>(tag)) {
      close_open([](Tag each) { return each == Tag::Dd || each == Tag::Dt; },
                 [](Tag each) { return is_list(each) || is_scope(each); });
    }
    if (is_block(tag))
      close_open([](Tag each) { return each == Tag::P; }, [](Tag each) { return is_block(each) || is_scope(each); });
    if (tag == Tag::A)
      close_open([](Tag each) { return each == Tag::A; }, [](Tag each) { return is_block(each) || is_scope(each); });
    if (tag == Tag::Option)
      close_open([](Tag each) { return each == Tag::Option; },
                 [](Tag each) { return each == Tag::Select || is_scope(each); });
    if (is_one_of<Tag::Td, Tag::Th, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot>(tag)) close_cells(tag);
    if (is_block(tag) && tag != Tag::Head && tag != Tag::Html) {
      close_open([](Tag each) { return each == Tag::Head; }, [](Tag each) { return each != Tag::Head; });
    }
  }

  void close_cells(Tag tag) {
    const auto stops = [](Tag each) { return each == Tag::Table || each == Tag::Template; };
    close_open([](Tag each) { return each == Tag::Td || each == Tag::Th; }, stops);
    if (is_one_of<Tag::Td, Tag::Th>(tag)) return;
    close_open([](Tag each) { return each == Tag::Tr; }, stops);
    if (tag == Tag::Tr) return;
    close_open([](Tag each) { return is_one_of<Tag::Tbody, Tag::Thead, Tag::Tfoot>(each); }, stops);
  }

  std::string_view page_;
  std::size_t at_ = 0;
  std::uint32_t max_depth_;
  std::uint64_t flattened_ = 0;  // open elements below max_depth_
  bool too_deep_ = false, full_ = false, body_seen_ = false;
  NodeId last_text_ = kNoNode;
  std::vector<NodeId> open_;
  HtmlTree tree_;
};

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
    if (is_block(tag) || tag == Tag::Td || tag == Tag::Th || tag == Tag::Br) {
      text += ' ';
      ends.push_back(behind(each));
    }
    text += this->text(each);
  }
  return squeezed(text);
}

HtmlTree parse_html(std::string_view page, std::uint32_t max_depth) { return HtmlBuilder(page, max_depth).build(); }

}  // namespace demarche::ingest
