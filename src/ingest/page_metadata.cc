// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_metadata.h"

#include <re2/re2.h>

#include <algorithm>

#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "ingest/entities.h"
#include "ingest/page_signals.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

using Json = LinkedData::Json;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

std::string text_of(const Json* value) {
  return value != nullptr && value->is_string() ? decoded_references(value->get<std::string>()) : std::string();
}

// "Title | Outlet", "Title - Outlet": the longest part.
std::string without_outlet(const std::string& title) {
  static const RE2 kStroke(R"(\s+[|–—»·-]\s+)");
  std::string parts = title, best;
  RE2::GlobalReplace(&parts, kStroke, "\n");
  for (std::size_t begin = 0; begin <= parts.size();) {
    const std::size_t end = std::min(parts.find('\n', begin), parts.size());
    if (end - begin > best.size()) best = parts.substr(begin, end - begin);
    begin = end + 1;
  }
  return best;
}

std::string title_of(const PageSignals& signals) {
  if (signals.headings.size() == 1) return signals.headings.front();
  if (const std::string headline = squeezed(text_of(signals.linked().article_value("headline"))); !headline.empty())
    return headline;
  if (const std::string title = signals.meta({"og:title", "twitter:title"}); !title.empty()) return title;
  if (!signals.headings.empty()) return signals.headings.front();
  return without_outlet(signals.page_title);
}

std::string host_of(std::string_view url) {
  static const RE2 kHost(R"(^(?:[a-z]+:)?//(?:www\.|m\.|amp\.)?([^/:?#]+))");
  std::string host;
  RE2::PartialMatch(piece(url), kHost, &host);
  return host;
}

// "Link News | All the news of the day": the name stands before the slogan.
std::string without_slogan(const std::string& name) { return squeezed(name.substr(0, name.find(" | "))); }

// "Talks fail - Link News": pages append their outlet.
std::string without_outlet(const std::string& title, const std::string& outlet) {
  const std::size_t stroke = title.find_last_of("|-");
  if (stroke == std::string::npos || stroke < 2 || title[stroke - 1] != ' ') return title;
  const auto tail = words_of(std::string_view(title).substr(stroke)), name = words_of(outlet);
  const bool is_outlet = !tail.empty() && std::search(name.begin(), name.end(), tail.begin(), tail.end()) != name.end();
  return is_outlet ? squeezed(std::string_view(title).substr(0, stroke)) : title;
}

std::string outlet_of(const PageSignals& signals, const std::string& url) {
  if (const std::string name = signals.meta({"og:site_name"}); !name.empty()) return without_slogan(name);
  if (const Json* publisher = signals.linked().find("publisher")) {
    for (const std::string& name : signals.linked().names(*publisher)) {
      if (!name.empty() && name.find("://") == std::string::npos) return squeezed(decoded_references(name));
    }
  }
  if (const std::string name = signals.meta({"application-name", "dc.publisher", "publisher"});
      !name.empty() && name.find("://") == std::string::npos)
    return name;
  return host_of(url);
}

Published published_of(const PageSignals& signals, const std::string& url) {
  const Published candidates[] = {
      date_in(signals.meta({"article:published_time", "og:published_time", "article:published"})),
      signals.marked,
      date_in(text_of(signals.linked().find("datePublished"))),
      date_in(signals.meta({"datepublished", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date",
                            "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "date",
                            "article.published", "citation_publication_date", "dc.date.created"})),
      signals.first_time,
  };
  const auto day = day_in_url(url);
  for (const Published& each : candidates) {
    // An address is right most often; a stamp for the same day says more.
    if (each.day && (!day || *each.day == *day)) return each;
  }
  return day ? Published{*day, show(*day)} : Published{};
}

bool is_author_name(const std::string& name, const PageMetadata& found) {
  static const RE2 kAddress(R"(://|@|\.(?:com|org|net)\b)");
  const std::uint32_t words = count_words(name);
  if (words < 2 || words > 6 || is_desk(name) || RE2::PartialMatch(name, kAddress)) return false;
  const auto outlet = words_of(found.outlet);
  const auto parts = words_of(name);
  if (std::search(outlet.begin(), outlet.end(), parts.begin(), parts.end()) != outlet.end()) return false;
  return looks_like_person(name) || (is_upper_case(name) && words <= 4 && !has_organisation_word(name));
}

void add_authors(const std::vector<std::string>& lines, PageMetadata& found) {
  static const RE2 kBetween(R"(\s*(?:,|;|\band\b|&|\||\.\s\p{Lu}[\p{L} ]{8,}$)\s*)");
  static const RE2 kBy(R"((?i)^(?:by|von|par|por|di)\s+)");
  for (const std::string& line : lines) {
    std::string names = squeezed(decoded_references(line));
    if (names.size() > 200) continue;
    RE2::Replace(&names, kBy, "");
    RE2::GlobalReplace(&names, kBetween, "\n");
    for (std::size_t begin = 0; begin <= names.size() && found.authors.size() < kMaxAuthors;) {
      const std::size_t end = std::min(names.find('\n', begin), names.size());
      const std::string name = squeezed(std::string_view(names).substr(begin, end - begin));
      const bool known = std::find(found.authors.begin(), found.authors.end(), name) != found.authors.end();
      if (!known && is_author_name(name, found)) found.authors.push_back(name);
      begin = end + 1;
    }
  }
}

void find_authors(const PageSignals& signals, PageMetadata& found) {
  if (const Json* author = signals.linked().find("author")) add_authors(signals.linked().names(*author), found);
  if (found.authors.empty()) add_authors(signals.authors_in_meta(), found);
  if (found.authors.empty()) add_authors(signals.named, found);
  if (found.authors.empty()) add_authors(signals.bylines, found);
}

bool is_in_opinion_section(const PageSignals& signals, const std::string& url) {
  static const RE2 kPath(
      R"((?i)/(?:opinions?|op-?ed|commentary|commentisfree|columns?|columnists|editorials?|viewpoints?)/)");
  static const RE2 kSection(R"((?i)^(?:opinions?|op-?ed|commentary|columns?|columnists?|editorials?|viewpoints?)$)");
  return RE2::PartialMatch(url, kPath) || RE2::FullMatch(signals.meta({"article:section"}), kSection) ||
         signals.linked().is_opinion();
}

}  // namespace

PageMetadata metadata_of(const HtmlTree& page, std::string_view known_url) {
  const PageSignals signals(page);
  PageMetadata found;
  found.url = known_url;
  if (found.url.empty())
    found.url = signals.canonical.find("://") != std::string::npos ? signals.canonical : signals.meta({"og:url"});
  found.outlet = outlet_of(signals, found.url);
  found.title = without_outlet(squeezed(title_of(signals)), found.outlet);
  found.published = published_of(signals, found.url);
  found.modified = date_in(signals.meta({"article:modified_time", "og:updated_time", "datemodified", "last-modified"}));
  find_authors(signals, found);
  found.labelled_opinion = is_in_opinion_section(signals, found.url);
  found.notes = signals.notes();
  return found;
}

}  // namespace demarche::ingest
