// SPDX-License-Identifier: Apache-2.0
#include "ingest/page_signals.h"

#include "ingest/bylines.h"
#include "ingest/dates.h"
#include "ingest/wording.h"

namespace demarche::ingest {

Published date_in(std::string_view text) {
  const auto found = find_date(text);
  return found ? found->published : Published{};
}

PageSignals::PageSignals(const HtmlTree& page) : page_(page) {
  for (NodeId id = 0; id < page.size(); ++id) gather(id);
  linked_.index();
}

std::string PageSignals::meta(std::initializer_list<const char*> names) const {
  for (const char* name : names) {
    const auto found = metas_.find(name);
    if (found != metas_.end()) return found->second;
  }
  return {};
}

std::vector<std::string> PageSignals::authors_in_meta() const {
  for (const char* name :
       {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"}) {
    const auto range = metas_.equal_range(name);
    std::vector<std::string> found;
    for (auto each = range.first; each != range.second; ++each) found.push_back(each->second);
    if (!found.empty() && found.front().find("://") == std::string::npos) return found;
  }
  return {};
}

void PageSignals::gather(NodeId id) {
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

void PageSignals::gather_meta(NodeId id) {
  const std::string content = squeezed(page_.attribute(id, Attribute::Content));
  if (content.empty()) return;
  for (const Attribute key : {Attribute::Property, Attribute::Name, Attribute::Itemprop}) {
    const std::string name = lowered(page_.attribute(id, key));
    if (!name.empty()) metas_.emplace(name, content);
  }
}

void PageSignals::gather_link(NodeId id) {
  if (canonical.empty() && lowered(page_.attribute(id, Attribute::Rel)) == "canonical")
    canonical = page_.attribute(id, Attribute::Href);
}

void PageSignals::gather_script(NodeId id) {
  if (lowered(page_.attribute(id, Attribute::Type)).find("ld+json") == std::string::npos) return;
  std::string script;
  for (NodeId child = page_[id].first_child; child != kNoNode; child = page_[child].next) script += page_.text(child);
  linked_.add(script, notes_);
}

void PageSignals::gather_heading(NodeId id) {
  const std::string text = page_.all_text(id);
  if (!text.empty() && headings.size() < 8) headings.push_back(text);
}

void PageSignals::gather_byline(NodeId id) {
  for (std::string& name : names_in_byline(page_.all_text(id))) bylines.push_back(std::move(name));
}

void PageSignals::gather_element(NodeId id) {
  const std::string property = lowered(page_.attribute(id, Attribute::Itemprop));
  const bool author = property == "author" || lowered(page_.attribute(id, Attribute::Rel)) == "author";
  if (author && named.size() < kMaxAuthors) named.push_back(page_.all_text(id));
  if (bylines.size() < 4 && lowered(page_.attribute(id, Attribute::Class)).find("byline") != std::string::npos)
    gather_byline(id);
  gather_date(id, property);
}

// The date as the element writes it for machines, or else for people.
std::string PageSignals::dated_words(NodeId id) const {
  for (const Attribute attribute : {Attribute::Datetime, Attribute::Content}) {
    const std::string_view value = page_.attribute(id, attribute);
    if (!value.empty()) return std::string(value);
  }
  return page_.all_text(id);
}

void PageSignals::gather_date(NodeId id, const std::string& property) {
  const bool time = page_[id].tag == Tag::Time;
  if (!time && property != "datepublished") return;
  const std::string value = dated_words(id);
  const std::string names = lowered(page_.attribute(id, Attribute::Class));
  const bool published = property == "datepublished" || page_.has(id, Attribute::Pubdate) ||
                         names.find("publish") != std::string::npos || names.find("entry-date") != std::string::npos;
  if (published && !marked.day) marked = date_in(value);
  if (time && !first_time.day && property != "datemodified" && names.find("updated") == std::string::npos)
    first_time = date_in(value);
}

}  // namespace demarche::ingest
