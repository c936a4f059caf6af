// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_text.h"

#include <algorithm>

#include "ingest/article_finder.h"
#include "ingest/page_paragraphs.h"
#include "ingest/second_copy.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

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

// Headings that repeat the title, and headings that head nothing.
void drop_idle_headings(std::vector<PageParagraph>& paragraphs, std::string_view title) {
  std::erase_if(paragraphs,
                [&](const PageParagraph& each) { return each.is_heading && words_of(each.text) == words_of(title); });
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
  result.paragraphs = paragraphs_of(page, drops);
  drop_idle_headings(result.paragraphs, title);
  result.dropped = dropped_words(page, drops);
  drop_second_copy(result);
  return result;
}

}  // namespace demarche::ingest
