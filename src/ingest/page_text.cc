// SPDX-License-Identifier: Apache-2.0
// The scheme is that of Readability (Arc90, Mozilla): paragraphs vote for the elements that hold them, links weigh
// against, and the element with most votes is the article, with those of its siblings that look like text. Two things
// differ: what class and id name as furniture is cut before the vote, with a reason for each cut; and an element that
// the page itself marks as the article's text is believed when it holds a fair share of what the vote found.
#include "ingest/page_text.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/utf8.h"
#include "ingest/page_furniture.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::uint32_t kShortestParagraph = 25;
constexpr std::uint32_t kShortestArticle = 250;

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

bool is_heading(Tag tag) {
  return tag == Tag::H1 || tag == Tag::H2 || tag == Tag::H3 || tag == Tag::H4 || tag == Tag::H5 || tag == Tag::H6;
}

class ArticleFinder {
 public:
  ArticleFinder(const HtmlTree& page, Hidden hidden) : page_(page), drops_(prune(page, hidden)) { measure(); }

  // The element that holds the article, or the root when nothing does.
  NodeId find() {
    vote();
    const NodeId voted = widened(best_candidate());
    const NodeId marked = marked_body(measures_[voted].text);
    return marked == kNoNode ? voted : marked;
  }

  // Drops what is not the article, keeping siblings of `top` that look like its text.
  void keep_only(NodeId top) {
    std::vector<char> kept(page_.size(), 0);
    keep_branch(top, kept);
    if (page_[top].parent != kNoNode) {
      for (NodeId sibling = page_[page_[top].parent].first_child; sibling != kNoNode; sibling = page_[sibling].next) {
        if (sibling != top && belongs_with(sibling, top)) keep_branch(sibling, kept);
      }
    }
    for (NodeId id = 0; id < page_.size(); ++id) {
      if (drops_[id] == Drop::Kept && !kept[id] && page_[id].tag == Tag::Text) drops_[id] = Drop::Outside;
    }
    clean(top);
    measure();
  }

  std::uint32_t size() const { return measures_[kRoot].text; }
  const std::vector<Drop>& drops() const { return drops_; }

 private:
  void keep_branch(NodeId top, std::vector<char>& kept) const {
    for (NodeId id = top, end = page_.behind(top); id < end; ++id) kept[id] = 1;
  }

  void measure() {
    measures_.assign(page_.size(), {});
    for (NodeId id = page_.size(); id-- > 0;) {
      if (drops_[id] != Drop::Kept) continue;
      measure_own(id);
      if (page_[id].parent != kNoNode) add_to_parent(id);
    }
  }

  bool holds_lines(Tag tag) const { return is_block(tag) || tag == Tag::Td || tag == Tag::Th; }

  void measure_own(NodeId id) {
    Measure& own = measures_[id];
    const Tag tag = page_[id].tag;
    if (tag == Tag::Text) {
      bool blank = true;
      for (const char byte : page_.text(id)) {
        const bool white = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
        own.text += !white || !blank;
        own.commas += byte == ',';
        blank = white;
      }
    }
    if (tag == Tag::A) own.link_text = own.text;
    if (is_heading(tag)) own.heading_text = own.text;
    own.paragraphs += tag == Tag::P;
    own.items += tag == Tag::Li;
    own.inputs += tag == Tag::Input;
  }

  void add_to_parent(NodeId id) {
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

  bool votes(NodeId id) const {
    const Tag tag = page_[id].tag;
    if (drops_[id] != Drop::Kept || is_heading(tag) || tag == Tag::Li || tag == Tag::Body || tag == Tag::Html)
      return false;
    return holds_lines(tag) && (tag == Tag::P ? measures_[id].text : measures_[id].direct) >= kShortestParagraph;
  }

  void vote() {
    scores_.assign(page_.size(), NAN);
    for (NodeId id = 1; id < page_.size(); ++id) {
      if (votes(id)) vote(id);
    }
    for (NodeId id = 0; id < page_.size(); ++id) {
      if (!std::isnan(scores_[id])) scores_[id] *= 1.0 - measures_[id].link_density();
    }
  }

  // A paragraph votes for what holds it; text that stands between blocks votes for its own element.
  void vote(NodeId id) {
    const bool between_blocks = measures_[id].has_block_child;
    const std::uint32_t size = between_blocks ? measures_[id].direct : measures_[id].text;
    const double score = 1.0 + (between_blocks ? size / 60 : measures_[id].commas) + std::min(size / 100u, 3u);
    NodeId above = between_blocks ? id : page_[id].parent;
    for (int level = 0; level < 5 && above != kNoNode; ++level, above = page_[above].parent) {
      if (std::isnan(scores_[above])) scores_[above] = first_score(above);
      scores_[above] += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
    }
  }

  double first_score(NodeId id) const {
    const double hint = hint_weight(page_, id);
    switch (page_[id].tag) {
      case Tag::Article:
        return hint + 10;
      case Tag::Div:
      case Tag::Main:
      case Tag::Section:
        return hint + 5;
      case Tag::Pre:
      case Tag::Td:
      case Tag::Blockquote:
        return hint + 3;
      case Tag::Address:
      case Tag::Ol:
      case Tag::Ul:
      case Tag::Dl:
      case Tag::Dd:
      case Tag::Dt:
      case Tag::Li:
      case Tag::Form:
        return hint - 3;
      case Tag::H1:
      case Tag::H2:
      case Tag::H3:
      case Tag::H4:
      case Tag::H5:
      case Tag::H6:
      case Tag::Th:
        return hint - 5;
      default:
        return hint;
    }
  }

  double score(NodeId id) const { return std::isnan(scores_[id]) ? 0.0 : scores_[id]; }

  NodeId best_candidate() const {
    NodeId best = kRoot;
    for (NodeId id = 0; id < page_.size(); ++id) {
      if (drops_[id] == Drop::Kept && score(id) > score(best)) best = id;
    }
    return best;
  }

  // Articles are often cut into several boxes: while the element above still scores well, it is the better whole.
  NodeId widened(NodeId best) const {
    NodeId top = shared_with_rivals(best);
    const double enough = score(top) / 3;
    double last = score(top);
    for (NodeId above = page_[top].parent; above != kNoNode && above != kRoot && page_[above].tag != Tag::Body;
         above = page_[above].parent) {
      if (score(above) < enough) break;
      if (score(above) > last) {
        top = above;
        break;
      }
      last = score(above);
    }
    return top;
  }

  NodeId shared_with_rivals(NodeId best) const {
    std::vector<NodeId> rivals;
    for (NodeId id = 1; id < page_.size(); ++id) {
      if (id != best && drops_[id] == Drop::Kept && score(id) >= score(best) * 0.75) rivals.push_back(id);
    }
    if (rivals.size() < 3 || rivals.size() > 64) return best;
    for (NodeId above = page_[best].parent; above != kNoNode && page_[above].tag != Tag::Body && above != kRoot;
         above = page_[above].parent) {
      const NodeId end = page_.behind(above);
      const auto inside =
          std::count_if(rivals.begin(), rivals.end(), [&](NodeId id) { return id > above && id < end; });
      if (inside >= 3) return above;
    }
    return best;
  }

  NodeId marked_body(std::uint32_t voted_size) const {
    NodeId best = kNoNode;
    for (NodeId id = 1; id < page_.size(); ++id) {
      if (drops_[id] != Drop::Kept || measures_[id].text < kShortestArticle || measures_[id].text * 2 < voted_size)
        continue;
      if (measures_[id].link_density() > 0.4 || !is_marked_as_body(page_, id)) continue;
      // The innermost one that still holds nearly all of the outer one's text.
      if (best == kNoNode || measures_[id].text * 5 >= measures_[best].text * 4) best = id;
    }
    return best;
  }

  bool belongs_with(NodeId sibling, NodeId top) const {
    if (drops_[sibling] != Drop::Kept || measures_[sibling].text == 0) return false;
    const std::string_view names = page_.attribute(top, Attribute::Class);
    const double bonus = !names.empty() && page_.attribute(sibling, Attribute::Class) == names ? score(top) * 0.2 : 0;
    if (score(sibling) > 0 && score(sibling) + bonus >= std::max(10.0, score(top) * 0.2)) return true;
    if (page_[sibling].tag != Tag::P) return false;
    const double density = measures_[sibling].link_density();
    return measures_[sibling].text > 80 ? density < 0.25 : density == 0 && ends_like_sentence(page_.all_text(sibling));
  }

  // Inside the article: boxes that hold links, forms or nothing of weight.
  void clean(NodeId top) {
    measure();
    for (NodeId id = page_.behind(top); id-- > top + 1;) {
      if (drops_[id] != Drop::Kept || id == top) continue;
      const Drop drop = box_to_drop(id);
      if (drop != Drop::Kept) drop_branch(id, drop);
    }
  }

  void drop_branch(NodeId top, Drop drop) {
    const Measure gone = measures_[top];
    for (NodeId id = top, end = page_.behind(top); id < end; ++id) {
      if (drops_[id] == Drop::Kept) drops_[id] = drop;
    }
    for (NodeId above = page_[top].parent; above != kNoNode; above = page_[above].parent) {
      Measure& each = measures_[above];
      each.text -= std::min(each.text, gone.text);
      each.link_text -= std::min(each.link_text, gone.link_text);
      each.commas -= std::min(each.commas, gone.commas);
      each.paragraphs -= std::min(each.paragraphs, gone.paragraphs);
      each.items -= std::min(each.items, gone.items);
    }
  }

  Drop box_to_drop(NodeId id) const {
    const Tag tag = page_[id].tag;
    const Measure& box = measures_[id];
    if (box.text == 0) return Drop::Kept;
    const bool list = tag == Tag::Ul || tag == Tag::Ol || tag == Tag::Dl;
    const bool container =
        list || tag == Tag::Div || tag == Tag::Section || tag == Tag::Form || tag == Tag::Table || tag == Tag::Header;
    if (tag == Tag::P && box.link_density() > 0.95 && !ends_like_sentence(page_.all_text(id))) return Drop::Links;
    if (!container) return Drop::Kept;
    const double links = box.link_density();
    if (box.commas >= 10 && links < 0.5) return Drop::Kept;
    if (tag == Tag::Form && box.text < 500) return Drop::Form;
    if (box.inputs > box.paragraphs / 3 + 1) return Drop::Form;
    if (list && links > 0.6) return Drop::Links;
    if (!list && box.items > box.paragraphs + 3 && links > 0.3) return Drop::Links;
    const int weight = hint_weight(page_, id);
    if (!list && links > (weight >= 25 ? 0.5 : 0.33)) return Drop::Links;
    return Drop::Kept;
  }

  const HtmlTree& page_;
  std::vector<Drop> drops_;
  std::vector<Measure> measures_;
  std::vector<double> scores_;
};

// Turns kept text into paragraphs.
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
    if (node.tag == Tag::Td || node.tag == Tag::Th) separate_cell();
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

std::vector<Dropped> dropped_words(const HtmlTree& page, const std::vector<Drop>& drops) {
  std::vector<Dropped> dropped;
  for (NodeId id = 0; id < page.size(); ++id) {
    const std::string_view reason = reason_of(drops[id]);
    if (page[id].tag != Tag::Text || reason.empty()) continue;
    const std::uint32_t words = count_words(page.text(id));
    if (words == 0) continue;
    const auto found =
        std::find_if(dropped.begin(), dropped.end(), [&](const Dropped& each) { return each.reason == reason; });
    if (found == dropped.end()) {
      dropped.push_back({std::string(reason), words});
    } else {
      found->words += words;
    }
  }
  return dropped;
}

bool same_words(std::string_view left, std::string_view right) { return words_of(left) == words_of(right); }

// Pages carry their article a second time for printing, search engines or small screens. Where half of
// the paragraphs so far or more come again one after another, they and the lines between them go; single repeats stay,
// for mark_repeats to see.
class SecondCopy {
 public:
  explicit SecondCopy(const std::vector<PageParagraph>& paragraphs)
      : kinds_(paragraphs.size(), Kind::Fresh), holds_(paragraphs.size(), false) {
    std::set<std::vector<std::string>> seen;
    for (std::size_t at = 0; at < paragraphs.size(); ++at) {
      std::vector<std::string> words = words_of(paragraphs[at].text);
      distinct_.push_back(seen.size());
      if (words.size() < kFewestWords) {
        kinds_[at] = Kind::Short;
      } else if (!seen.insert(std::move(words)).second) {
        kinds_[at] = Kind::Copy;
      }
    }
    for (std::size_t at = 0; at < kinds_.size(); ++at) at = mark_run(at);
  }

  bool holds(std::size_t at) const { return holds_[at]; }

 private:
  enum class Kind { Fresh, Short, Copy };
  static constexpr std::size_t kFewestWords = 8;
  static constexpr std::size_t kShortestRun = 4;

  // Marks the run that begins with the copy `begin`, and returns its last paragraph.
  std::size_t mark_run(std::size_t begin) {
    if (kinds_[begin] != Kind::Copy) return begin;
    std::size_t copies = 0, last = begin;
    for (std::size_t at = begin; at < kinds_.size() && kinds_[at] != Kind::Fresh; ++at) {
      if (kinds_[at] != Kind::Copy) continue;
      ++copies;
      last = at;
    }
    if (copies >= kShortestRun && copies * 2 >= distinct_[begin])
      std::fill(holds_.begin() + static_cast<std::ptrdiff_t>(begin),
                holds_.begin() + static_cast<std::ptrdiff_t>(last) + 1, true);
    return last;
  }

  std::vector<Kind> kinds_;
  std::vector<std::size_t> distinct_;  // paragraphs seen before each
  std::vector<bool> holds_;
};

void drop_second_copy(PageText& page) {
  const SecondCopy copy(page.paragraphs);
  std::vector<PageParagraph> kept;
  std::uint32_t words = 0;
  for (std::size_t at = 0; at < page.paragraphs.size(); ++at) {
    if (copy.holds(at)) {
      words += count_words(page.paragraphs[at].text);
    } else {
      kept.push_back(std::move(page.paragraphs[at]));
    }
  }
  page.paragraphs = std::move(kept);
  if (words > 0) page.dropped.push_back({"second copy of the article", words});
}

// Headings that repeat the title, and headings that head nothing.
void drop_idle_headings(std::vector<PageParagraph>& paragraphs, std::string_view title) {
  std::erase_if(paragraphs, [&](const PageParagraph& each) { return each.is_heading && same_words(each.text, title); });
  while (!paragraphs.empty() && paragraphs.back().is_heading) paragraphs.pop_back();
}

}  // namespace

PageText article_of(const HtmlTree& page, std::string_view title) {
  PageText result;
  ArticleFinder finder(page, Hidden::Drop);
  finder.keep_only(finder.find());
  std::vector<Drop> drops = finder.drops();
  if (finder.size() < kShortestArticle) {
    ArticleFinder shown(page, Hidden::Keep);
    shown.keep_only(shown.find());
    if (shown.size() > finder.size() * 2 + 100) {
      result.notes.push_back("the article stands in a hidden element");
      drops = shown.drops();
    }
  }
  result.paragraphs = ParagraphWriter(page, drops).write();
  drop_idle_headings(result.paragraphs, title);
  result.dropped = dropped_words(page, drops);
  drop_second_copy(result);
  return result;
}

}  // namespace demarche::ingest
