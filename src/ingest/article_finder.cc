// SPDX-License-Identifier: Apache-2.0
// The scheme is that of Readability (Arc90, Mozilla): paragraphs vote for the elements that hold them, links weigh
// against, and the element with most votes is the article, with those of its siblings that look like text. Two things
// differ: what class and id name as furniture is cut before the vote, with a reason for each cut; and an element that
// the page itself marks as the article's text is believed when it holds a fair share of what the vote found.
#include "ingest/article_finder.h"

#include <algorithm>
#include <cmath>

#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::uint32_t kShortestParagraph = 25;

// What an element starts with before any paragraph votes for it.
double first_score(const HtmlTree& page, NodeId id) {
  const double hint = hint_weight(page, id);
  const Tag tag = page[id].tag;
  if (tag == Tag::Article) return hint + 10;
  if (is_one_of<Tag::Div, Tag::Main, Tag::Section>(tag)) return hint + 5;
  if (is_one_of<Tag::Pre, Tag::Td, Tag::Blockquote>(tag)) return hint + 3;
  if (is_heading(tag) || tag == Tag::Th) return hint - 5;
  if (is_one_of<Tag::Address, Tag::Ol, Tag::Ul, Tag::Dl, Tag::Dd, Tag::Dt, Tag::Li, Tag::Form>(tag)) return hint - 3;
  return hint;
}

}  // namespace

ArticleFinder::ArticleFinder(const HtmlTree& page, Hidden hidden)
    : page_(page), drops_(prune(page, hidden)), measures_(page) {
  measures_.measure(drops_);
}

double ArticleFinder::score(NodeId id) const { return std::isnan(scores_[id]) ? 0.0 : scores_[id]; }

NodeId ArticleFinder::find() {
  vote();
  const NodeId voted = widened(best_candidate());
  const NodeId marked = marked_body(measures_[voted].text);
  return marked == kNoNode ? voted : marked;
}

void ArticleFinder::keep_only(NodeId top) {
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
  measures_.measure(drops_);
}

void ArticleFinder::keep_branch(NodeId top, std::vector<char>& kept) const {
  for (NodeId id = top, end = page_.behind(top); id < end; ++id) kept[id] = 1;
}

bool ArticleFinder::votes(NodeId id) const {
  const Tag tag = page_[id].tag;
  if (drops_[id] != Drop::Kept || is_heading(tag) || tag == Tag::Li || tag == Tag::Body || tag == Tag::Html)
    return false;
  return holds_lines(tag) && (tag == Tag::P ? measures_[id].text : measures_[id].direct) >= kShortestParagraph;
}

void ArticleFinder::vote() {
  scores_.assign(page_.size(), NAN);
  for (NodeId id = 1; id < page_.size(); ++id) {
    if (votes(id)) vote(id);
  }
  for (NodeId id = 0; id < page_.size(); ++id) {
    if (!std::isnan(scores_[id])) scores_[id] *= 1.0 - measures_[id].link_density();
  }
}

// A paragraph votes for what holds it; text that stands between blocks votes for its own element.
void ArticleFinder::vote(NodeId id) {
  const bool between_blocks = measures_[id].has_block_child;
  const std::uint32_t size = between_blocks ? measures_[id].direct : measures_[id].text;
  const double score = 1.0 + (between_blocks ? size / 60 : measures_[id].commas) + std::min(size / 100u, 3u);
  NodeId above = between_blocks ? id : page_[id].parent;
  for (int level = 0; level < 5 && above != kNoNode; ++level, above = page_[above].parent) {
    if (std::isnan(scores_[above])) scores_[above] = first_score(page_, above);
    scores_[above] += score / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
  }
}

NodeId ArticleFinder::best_candidate() const {
  NodeId best = kRoot;
  for (NodeId id = 0; id < page_.size(); ++id) {
    if (drops_[id] == Drop::Kept && score(id) > score(best)) best = id;
  }
  return best;
}

// Articles are often cut into several boxes: while the element above still scores well, it is the better whole.
NodeId ArticleFinder::widened(NodeId best) const {
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

NodeId ArticleFinder::shared_with_rivals(NodeId best) const {
  std::vector<NodeId> rivals;
  for (NodeId id = 1; id < page_.size(); ++id) {
    if (id != best && drops_[id] == Drop::Kept && score(id) >= score(best) * 0.75) rivals.push_back(id);
  }
  if (rivals.size() < 3 || rivals.size() > 64) return best;
  for (NodeId above = page_[best].parent; above != kNoNode && page_[above].tag != Tag::Body && above != kRoot;
       above = page_[above].parent) {
    const NodeId end = page_.behind(above);
    const auto inside = std::count_if(rivals.begin(), rivals.end(), [&](NodeId id) { return id > above && id < end; });
    if (inside >= 3) return above;
  }
  return best;
}

NodeId ArticleFinder::marked_body(std::uint32_t voted_size) const {
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

bool ArticleFinder::belongs_with(NodeId sibling, NodeId top) const {
  if (drops_[sibling] != Drop::Kept || measures_[sibling].text == 0) return false;
  const std::string_view names = page_.attribute(top, Attribute::Class);
  const double bonus = !names.empty() && page_.attribute(sibling, Attribute::Class) == names ? score(top) * 0.2 : 0;
  if (score(sibling) > 0 && score(sibling) + bonus >= std::max(10.0, score(top) * 0.2)) return true;
  if (page_[sibling].tag != Tag::P) return false;
  const double density = measures_[sibling].link_density();
  return measures_[sibling].text > 80 ? density < 0.25 : density == 0 && ends_like_sentence(page_.all_text(sibling));
}

// Inside the article: boxes that hold links, forms or nothing of weight.
void ArticleFinder::clean(NodeId top) {
  measures_.measure(drops_);
  for (NodeId id = page_.behind(top); id-- > top + 1;) {
    if (drops_[id] != Drop::Kept || id == top) continue;
    const Drop drop = box_to_drop(id);
    if (drop != Drop::Kept) drop_branch(id, drop);
  }
}

void ArticleFinder::drop_branch(NodeId top, Drop drop) {
  for (NodeId id = top, end = page_.behind(top); id < end; ++id) {
    if (drops_[id] == Drop::Kept) drops_[id] = drop;
  }
  measures_.subtract(top);
}

Drop ArticleFinder::box_to_drop(NodeId id) const {
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

}  // namespace demarche::ingest
