// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_furniture.h"

#include <re2/re2.h>

#include <array>
#include <string>

#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

// "relatedLinks share_box" → "related-links share-box", so that \b finds the words of every naming custom.
std::string dashed(std::string_view names) {
  std::string out;
  for (std::size_t at = 0; at < names.size(); ++at) {
    const char byte = names[at];
    const bool upper = byte >= 'A' && byte <= 'Z';
    const bool after_lower = at > 0 && names[at - 1] >= 'a' && names[at - 1] <= 'z';
    if (upper && after_lower) out += '-';
    out += byte == '_' ? '-' : upper ? static_cast<char>(byte + 32) : byte;
  }
  return out;
}

std::string names_of(const HtmlTree& page, NodeId id) {
  return dashed(std::string(page.attribute(id, Attribute::Class)) + " " +
                std::string(page.attribute(id, Attribute::Id)));
}

struct Hint {
  Drop drop;
  RE2 pattern;
};

// Class names as newspapers and content systems write them; first match decides.
const std::array<Hint, 13>& hints() {
  static const std::array<Hint, 13> kHints = {{
      {Drop::Comments,
       RE2(R"(\b(?:comments?|comment-?list|comments-area|disqus\w*|respond|replies|livefyre|coral|fb-comments|discussion|viafoura)\b)")},
      {Drop::Share,
       RE2(R"(\b(?:shares?|sharing|share\w*|social\w*|addthis\w*|sharedaddy|sharethis|a2a|addtoany\w*|follow-us|tweet-button|heateor)\b)")},
      {Drop::Related,
       RE2(R"(\b(?:related\w*|recommend\w*|read-?(?:more|next|also)|more-?(?:from|stories|news|on|articles|posts|in|like|headlines|link|links)|also-?(?:like|read)|)"
           R"(trending|popular|most-?(?:read|viewed|popular|recent)|mostread|outbrain|taboola\w*|teasers?|promos?|promotion|see-?also|)"
           R"(latest|latest-news|next-?(?:post|article|story|up)|prev(?:ious)?-?(?:post|article|story)|suggested|zergnet|recirc\w*|jp-relatedposts|)"
           R"(up-next|upnext|post-navigation|nav-links|crosslinks?|inline-?link|rel-?links|linkbox|infobox-links|headlines|readmore|yarpp)\b)")},
      {Drop::Subscription,
       RE2(R"(\b(?:newsletter\w*|subscri\w*|paywall\w*|sign-?up|signin|mailing|mc-?embed\w*|opt-?in|login|donat\w*|membership)\b)")},
      {Drop::Cookies, RE2(R"(\b(?:cookie\w*|gdpr|consent|privacy-?(?:notice|policy|banner)|cc-window)\b)")},
      {Drop::Advertisement,
       RE2(R"(\b(?:ads?|advert\w*|sponsor\w*|banner\w*|dfp|ad-?slot|ad-?unit|ad-?container|ad-?wrapper|adsense|adsbygoogle|promoted|commercial|buy-now|cta|shop-?links?|coupon)\b)")},
      {Drop::AuthorBox,
       RE2(R"(\b(?:author-?(?:bio\w*|box|info|card|profile|description|about|block|details?)|about-?(?:the-)?author|bio|biography|contributors?|writer-bio|abh-\w+)\b)")},
      {Drop::Caption,
       RE2(R"(\b(?:captions?|figcaption|wp-caption-text|photo-?credit|image-?(?:credit|caption|description|info|meta)|credits?|gallery\w*|slideshow|carousel|slider|lightbox|copyright)\b)")},
      {Drop::Tags,
       RE2(R"(\b(?:tags|tag-?list|tagcloud|tagged|tags-links|post-?tags|categories|cat-links|topics|keywords|article-?tags|entry-?tags|filed-?under|rubrics?)\b)")},
      {Drop::Navigation,
       RE2(R"(\b(?:nav|navbar|navigation|menu\w*|breadcrumbs?|crumbs|pagination|pager|skip-?(?:link|nav)|top-?bar|masthead|toolbar|site-header|toc|search\w*|jump-to|back-to-top)\b)")},
      {Drop::Footer, RE2(R"(\b(?:footer\w*|site-?footer|page-?footer|colophon|foot|legal|disclaimer)\b)")},
      {Drop::Sidebar,
       RE2(R"(\b(?:side-?bar\w*|aside|right-?(?:rail|col|column)|rail|widget\w*|complementary|infobox|factbox|popup|pop-up|modal|overlay|tooltip|rating|ratings|vote|poll|quiz)\b)")},
      {Drop::Byline,
       RE2(R"(\b(?:by-?line\w*|date-?line|post-?meta|entry-?meta|article-?meta|article-?info|meta-?data|meta|time-?stamp|pub-?date|publish\w*|posted-?on|entry-?date|post-?date|author\w*|datetime|date|read-?time|kicker|eyebrow)\b)")},
  }};
  return kHints;
}

bool is_body_name(const std::string& names) {
  static const RE2 kBody(
      R"(\b(?:article-?(?:body|text|content|copy|main|page|detail|details)|story-?(?:body|text|content|copy)|post-?(?:body|content|text|entry)|)"
      R"(entry-?(?:content|body|text)|body-?(?:copy|text|content)|articlebody|storybody|news-?(?:body|content|text|detail)|content-?(?:body|main|article|text)|)"
      R"(main-?(?:content|text|body)|article|hentry|td-post-content|rich-?text|field-name-body|field--name-body|page-content|blog-?(?:content|body|post))\b)");
  return RE2::PartialMatch(names, kBody);
}

Drop by_tag(Tag tag) {
  if (is_one_of<Tag::Script, Tag::Style, Tag::Noscript, Tag::Template, Tag::Svg, Tag::Math, Tag::Iframe, Tag::Object,
                Tag::Embed, Tag::Head, Tag::Title, Tag::Audio, Tag::Video, Tag::Canvas, Tag::Map>(tag))
    return Drop::NoText;
  if (is_one_of<Tag::Button, Tag::Select, Tag::Textarea, Tag::Option, Tag::Fieldset>(tag)) return Drop::Form;
  if (is_one_of<Tag::Nav, Tag::Menu>(tag)) return Drop::Navigation;
  if (tag == Tag::Footer) return Drop::Footer;
  if (is_one_of<Tag::Aside, Tag::Dialog>(tag)) return Drop::Sidebar;
  return tag == Tag::Figcaption ? Drop::Caption : Drop::Kept;
}

Drop by_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "search" || role == "banner")
    return Drop::Navigation;
  if (role == "contentinfo") return Drop::Footer;
  if (role == "complementary" || role == "dialog" || role == "alertdialog") return Drop::Sidebar;
  return Drop::Kept;
}

bool is_hidden(const HtmlTree& page, NodeId id) {
  static const RE2 kStyle(R"((?i)display\s*:\s*none|visibility\s*:\s*hidden)");
  static const RE2 kClass(
      R"((?:^|\s)(?:sr-only|screen-reader[\w-]*|visually-?hidden|print-only|hidden|hide|is-hidden|element-invisible|invisible)(?:\s|$))");
  if (page.has(id, Attribute::Hidden) || page.attribute(id, Attribute::AriaHidden) == "true") return true;
  const std::string_view style = page.attribute(id, Attribute::Style);
  if (!style.empty() && RE2::PartialMatch(re2::StringPiece(style.data(), style.size()), kStyle)) return true;
  return page.has(id, Attribute::Class) && RE2::PartialMatch(dashed(page.attribute(id, Attribute::Class)), kClass);
}

Drop by_names(const HtmlTree& page, NodeId id) {
  const Tag tag = page[id].tag;
  if (tag == Tag::Html || tag == Tag::Body || tag == Tag::A || tag == Tag::Main || tag == Tag::Article)
    return Drop::Kept;
  if (!page.has(id, Attribute::Class) && !page.has(id, Attribute::Id)) return Drop::Kept;
  const std::string names = names_of(page, id);
  for (const Hint& hint : hints()) {
    if (!RE2::PartialMatch(names, hint.pattern)) continue;
    // A post that the article quotes ("social-embed") is part of it; the buttons beside it are not.
    if (hint.drop == Drop::Share && names.find("embed") != std::string::npos) continue;
    return is_body_name(names) && hint.drop != Drop::Comments ? Drop::Kept : hint.drop;
  }
  return Drop::Kept;
}

// A byline is short; a longer element of that name is a wrapper.
constexpr std::uint32_t kLongestByline = 300;

// What is known of an element before its class is looked at.
struct Weight {
  std::uint32_t size = 0;   // its text
  std::uint32_t whole = 0;  // that of the page
  bool holds_body = false;  // a good part of it stands in an element that is marked as the article's text
};

Drop reason_to_drop(const HtmlTree& page, NodeId id, Hidden hidden, const Weight& weight) {
  const Tag tag = page[id].tag;
  if (tag == Tag::Text) return Drop::Kept;
  const bool most = weight.size * 2 > weight.whole || weight.holds_body;
  if (hidden == Hidden::Drop && is_hidden(page, id) && !most) return Drop::Hidden;
  Drop drop = by_tag(tag);
  if (drop == Drop::Kept) drop = by_role(page.attribute(id, Attribute::Role));
  if (drop == Drop::Kept) drop = by_names(page, id);
  if (drop == Drop::Byline && weight.size > kLongestByline) return Drop::Kept;
  return most && drop != Drop::Comments ? Drop::Kept : drop;
}

}  // namespace

std::string_view reason_of(Drop drop) {
  switch (drop) {
    case Drop::Kept:
    case Drop::NoText:
      return "";
    case Drop::Hidden:
      return "hidden";
    case Drop::Navigation:
      return "navigation";
    case Drop::Footer:
      return "page footer";
    case Drop::Sidebar:
      return "sidebar";
    case Drop::Comments:
      return "comments";
    case Drop::Share:
      return "share buttons";
    case Drop::Related:
      return "read-more link";
    case Drop::Subscription:
      return "subscription";
    case Drop::Cookies:
      return "cookie notice";
    case Drop::Advertisement:
      return "advertisement";
    case Drop::AuthorBox:
      return "author biography";
    case Drop::Byline:
      return "byline";
    case Drop::Caption:
      return "caption";
    case Drop::Tags:
      return "tags";
    case Drop::Form:
      return "form";
    case Drop::Links:
      return "list of links";
    case Drop::Outside:
      return "outside the article";
  }
  return "";
}

int hint_weight(const HtmlTree& page, NodeId id) {
  static const RE2 kGood(
      R"(\b(?:article\w*|body|content\w*|entry\w*|hentry|main|page|post|posts|text|blog|story\w*|copy|column)\b)");
  static const RE2 kBad(
      R"(\b(?:hidden|banner|combx|comment\w*|contact|foot\w*|masthead|media|meta|outbrain|promo|related|scroll|share\w*|shoutbox|side\w*|skyscraper|sponsor|shopping|tags|tool\w*|widget\w*|author|nav|menu|list|gallery|newsletter|teaser\w*|thumb\w*)\b)");
  int weight = 0;
  for (const Attribute attribute : {Attribute::Class, Attribute::Id}) {
    const std::string names = dashed(page.attribute(id, attribute));
    if (names.empty()) continue;
    if (RE2::PartialMatch(names, kBad)) weight -= 25;
    if (RE2::PartialMatch(names, kGood)) weight += 25;
  }
  return weight;
}

bool is_marked_as_body(const HtmlTree& page, NodeId id) {
  const std::string_view property = page.attribute(id, Attribute::Itemprop);
  if (property.find("articleBody") != std::string_view::npos) return true;
  const Tag tag = page[id].tag;
  return (tag == Tag::Div || tag == Tag::Section || tag == Tag::Article) && is_body_name(names_of(page, id));
}

std::vector<std::uint32_t> text_sizes(const HtmlTree& page, const std::vector<Drop>& drops) {
  std::vector<std::uint32_t> sizes(page.size(), 0);
  for (NodeId id = page.size(); id-- > 0;) {
    if (drops[id] != Drop::Kept) {
      sizes[id] = 0;
      continue;
    }
    for (const char byte : page.text(id)) sizes[id] += byte != ' ' && byte != '\n' && byte != '\t' && byte != '\r';
    if (page[id].parent != kNoNode) sizes[page[id].parent] += sizes[id];
  }
  return sizes;
}

namespace {

constexpr std::uint32_t kShortestBody = 250;

// Wrappers are named carelessly ("sidebar" for a page that has one); what they hold counts for more.
std::vector<char> holders_of_body(const HtmlTree& page, const std::vector<std::uint32_t>& sizes) {
  std::vector<char> holds(page.size(), 0);
  for (NodeId id = page.size(); id-- > 1;) {
    const bool large = sizes[id] >= kShortestBody && sizes[id] * 5 >= sizes[kRoot];
    if (!holds[id] && !(large && is_marked_as_body(page, id))) continue;
    holds[id] = holds[page[id].parent] = 1;
  }
  return holds;
}

}  // namespace

std::vector<Drop> prune(const HtmlTree& page, Hidden hidden) {
  std::vector<Drop> drops(page.size(), Drop::Kept);
  const auto inherit = [&](NodeId id) {
    const NodeId parent = page[id].parent;
    if (parent != kNoNode && drops[parent] != Drop::Kept) drops[id] = drops[parent];
    return drops[id] != Drop::Kept;
  };
  for (NodeId id = 0; id < page.size(); ++id) {
    if (!inherit(id) && by_tag(page[id].tag) == Drop::NoText) drops[id] = Drop::NoText;
  }
  const std::vector<std::uint32_t> sizes = text_sizes(page, drops);
  const std::vector<char> holds_body = holders_of_body(page, sizes);
  for (NodeId id = 0; id < page.size(); ++id) {
    if (!inherit(id)) drops[id] = reason_to_drop(page, id, hidden, {sizes[id], sizes[kRoot], holds_body[id] != 0});
  }
  return drops;
}

}  // namespace demarche::ingest
