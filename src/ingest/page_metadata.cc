// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_metadata.h"

#include <re2/re2.h>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/utf8.h"
#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "ingest/entities.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

using Json = nlohmann::json;

constexpr int kMaxJsonDepth = 64;
constexpr std::size_t kMaxJsonBytes = 4 << 20;
constexpr std::size_t kMaxAuthors = 12;
constexpr int kMaxValuesOfNames = 1000;

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

std::optional<Json> parse_bounded(std::string_view text) {
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kMaxJsonDepth; };
  Json parsed = Json::parse(text, shallow, false, true);
  if (parsed.is_discarded() || parsed.is_null()) return std::nullopt;
  return parsed;
}

// Pages write line ends inside strings, semicolons behind the object and comment marks around it.
std::optional<Json> parse_leniently(std::string_view text) {
  if (text.size() > kMaxJsonBytes) return std::nullopt;
  if (auto parsed = parse_bounded(text)) return parsed;
  static const RE2 kAround(R"(^\s*(?:<!--|/\*.*?\*/|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>|;)\s*$)");
  static const RE2 kTrailingComma(R"(,(\s*[}\]]))");
  std::string repaired(text);
  RE2::GlobalReplace(&repaired, kAround, "");
  RE2::GlobalReplace(&repaired, kTrailingComma, "\\1");
  std::replace_if(
      repaired.begin(), repaired.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x20; }, ' ');
  return parse_bounded(repaired);
}

// All objects of a page's JSON-LD, and the objects inside them by their "@id".
class LinkedData {
 public:
  void add(std::string_view script, std::vector<std::string>& notes) {
    const auto parsed = parse_leniently(script);
    if (!parsed) return notes.push_back("JSON-LD could not be read");
    documents_.push_back(*parsed);
  }

  void index() {
    for (const Json& each : documents_) collect(each);
  }

  // The first article-like object that has `key`.
  const Json* find(const char* key) const {
    for (const bool articles_only : {true, false}) {
      for (const Json* each : objects_) {
        if (each->contains(key) && (!articles_only || is_article(*each))) return &(*each)[key];
      }
    }
    return nullptr;
  }

  const Json* article_value(const char* key) const {
    for (const Json* each : objects_) {
      if (is_article(*each) && each->contains(key)) return &(*each)[key];
    }
    return nullptr;
  }

  std::vector<std::string> names(const Json& value) const {
    Names names;
    add_names(value, 0, names);
    return std::move(names.found);
  }

  bool is_opinion() const {
    return std::any_of(objects_.begin(), objects_.end(),
                       [](const Json* each) { return type_of(*each).find("Opinion") != std::string::npos; });
  }

 private:
  // References multiply: a list that names one long list a thousand times must not be followed a million times, whether
  // or not a name comes of it.
  struct Names {
    std::vector<std::string> found;
    int values_left = kMaxValuesOfNames;
  };

  void add_names(const Json& value, int depth, Names& names) const {
    if (names.values_left == 0) return;
    --names.values_left;
    if (value.is_string()) names.found.push_back(value.get<std::string>());
    if (value.is_object()) add_names_of_object(value, depth, names);
    if (!value.is_array() || depth >= 4) return;
    for (const Json& each : value) {
      if (names.values_left == 0) return;
      add_names(each, depth + 1, names);
    }
  }

  void add_names_of_object(const Json& value, int depth, Names& names) const {
    if (value.contains("name") && depth < 6) return add_names(value["name"], depth + 1, names);
    if (!value.contains("@id") || !value["@id"].is_string() || depth >= 4) return;
    const auto found = by_id_.find(value["@id"].get<std::string>());
    if (found != by_id_.end() && found->second != &value) add_names(*found->second, depth + 1, names);
  }

  // As deep as parse_bounded lets JSON be.
  void collect(const Json& value) {
    if (value.is_array() || value.is_object()) {
      if (value.is_object()) objects_.push_back(&value);
      if (value.is_object() && value.contains("@id") && value["@id"].is_string() && value.size() > 1)
        by_id_.emplace(value["@id"].get<std::string>(), &value);
      for (const Json& each : value) collect(each);
    }
  }

  static std::string type_of(const Json& object) {
    if (!object.contains("@type")) return {};
    const Json& type = object["@type"];
    if (type.is_string()) return type.get<std::string>();
    std::string all;
    for (const Json& each : type) all += each.is_string() ? each.get<std::string>() + " " : "";
    return all;
  }

  static bool is_article(const Json& object) {
    const std::string type = type_of(object);
    for (const char* name : {"Article", "BlogPosting", "Report", "LiveBlog", "Review"}) {
      if (type.find(name) != std::string::npos) return true;
    }
    return false;
  }

  std::vector<Json> documents_;
  std::vector<const Json*> objects_;
  std::map<std::string, const Json*> by_id_;
};

std::string text_of(const Json* value) {
  return value != nullptr && value->is_string() ? decoded_references(value->get<std::string>()) : std::string();
}

Published date_in(std::string_view text) {
  const auto found = find_date(text);
  return found ? found->published : Published{};
}

// The signals of one page, gathered in one pass over its nodes.
class Signals {
 public:
  explicit Signals(const HtmlTree& page) : page_(page) {
    for (NodeId id = 0; id < page.size(); ++id) gather(id);
    linked_.index();
  }

  std::string meta(std::initializer_list<const char*> names) const {
    for (const char* name : names) {
      const auto found = metas_.find(name);
      if (found != metas_.end()) return found->second;
    }
    return {};
  }

  std::vector<std::string> authors_in_meta() const {
    for (const char* name :
         {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"}) {
      const auto range = metas_.equal_range(name);
      std::vector<std::string> found;
      for (auto each = range.first; each != range.second; ++each) found.push_back(each->second);
      if (!found.empty() && found.front().find("://") == std::string::npos) return found;
    }
    return {};
  }

  const LinkedData& linked() const { return linked_; }
  const std::vector<std::string>& notes() const { return notes_; }
  std::vector<std::string> headings;  // h1
  std::vector<std::string> named;     // rel=author, itemprop=author
  std::vector<std::string> bylines;   // names behind "By" in an element of that name
  std::string canonical, page_title;
  Published marked, first_time;  // itemprop=datePublished or a marked <time>; the first <time datetime>

 private:
  void gather(NodeId id) {
    switch (page_[id].tag) {
      case Tag::Meta:
        return gather_meta(id);
      case Tag::Link:
        return gather_link(id);
      case Tag::Script:
        return gather_script(id);
      case Tag::Title:
        return void(page_title = page_title.empty() ? page_.all_text(id) : page_title);
      case Tag::H1:
        return gather_heading(id);
      case Tag::Text:
        return;
      default:
        gather_element(id);
    }
  }

  void gather_meta(NodeId id) {
    const std::string content = squeezed(page_.attribute(id, Attribute::Content));
    if (content.empty()) return;
    for (const Attribute key : {Attribute::Property, Attribute::Name, Attribute::Itemprop}) {
      const std::string name = lowered(page_.attribute(id, key));
      if (!name.empty()) metas_.emplace(name, content);
    }
  }

  void gather_link(NodeId id) {
    if (canonical.empty() && lowered(page_.attribute(id, Attribute::Rel)) == "canonical")
      canonical = page_.attribute(id, Attribute::Href);
  }

  void gather_script(NodeId id) {
    if (lowered(page_.attribute(id, Attribute::Type)).find("ld+json") == std::string::npos) return;
    std::string script;
    for (NodeId child = page_[id].first_child; child != kNoNode; child = page_[child].next) script += page_.text(child);
    linked_.add(script, notes_);
  }

  void gather_heading(NodeId id) {
    const std::string text = page_.all_text(id);
    if (!text.empty() && headings.size() < 8) headings.push_back(text);
  }

  void gather_byline(NodeId id) {
    for (std::string& name : names_in_byline(page_.all_text(id))) bylines.push_back(std::move(name));
  }

  void gather_element(NodeId id) {
    const std::string property = lowered(page_.attribute(id, Attribute::Itemprop));
    const bool author = property == "author" || lowered(page_.attribute(id, Attribute::Rel)) == "author";
    if (author && named.size() < kMaxAuthors) named.push_back(page_.all_text(id));
    if (bylines.size() < 4 && lowered(page_.attribute(id, Attribute::Class)).find("byline") != std::string::npos)
      gather_byline(id);
    const bool time = page_[id].tag == Tag::Time;
    if (!time && property != "datepublished") return;
    std::string value(page_.attribute(id, Attribute::Datetime));
    if (value.empty()) value = page_.attribute(id, Attribute::Content);
    if (value.empty()) value = page_.all_text(id);
    const std::string names = lowered(page_.attribute(id, Attribute::Class));
    const bool published = property == "datepublished" || page_.has(id, Attribute::Pubdate) ||
                           names.find("publish") != std::string::npos || names.find("entry-date") != std::string::npos;
    if (published && !marked.day) marked = date_in(value);
    if (time && !first_time.day && property != "datemodified" && names.find("updated") == std::string::npos)
      first_time = date_in(value);
  }

  const HtmlTree& page_;
  std::multimap<std::string, std::string> metas_;
  LinkedData linked_;
  std::vector<std::string> notes_;
};

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

std::string title_of(const Signals& signals) {
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

std::string outlet_of(const Signals& signals, const std::string& url) {
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

Published published_of(const Signals& signals, const std::string& url) {
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

void find_authors(const Signals& signals, PageMetadata& found) {
  if (const Json* author = signals.linked().find("author")) add_authors(signals.linked().names(*author), found);
  if (found.authors.empty()) add_authors(signals.authors_in_meta(), found);
  if (found.authors.empty()) add_authors(signals.named, found);
  if (found.authors.empty()) add_authors(signals.bylines, found);
}

bool is_in_opinion_section(const Signals& signals, const std::string& url) {
  static const RE2 kPath(
      R"((?i)/(?:opinions?|op-?ed|commentary|commentisfree|columns?|columnists|editorials?|viewpoints?)/)");
  static const RE2 kSection(R"((?i)^(?:opinions?|op-?ed|commentary|columns?|columnists?|editorials?|viewpoints?)$)");
  return RE2::PartialMatch(url, kPath) || RE2::FullMatch(signals.meta({"article:section"}), kSection) ||
         signals.linked().is_opinion();
}

}  // namespace

PageMetadata metadata_of(const HtmlTree& page, std::string_view known_url) {
  const Signals signals(page);
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
