// SPDX-License-Identifier: Apache-2.0
#include <map>

#include "analysis/analysis.h"

namespace demarche::analysis {

std::vector<Source> sources_of(const record::Record& record) {
  std::vector<Source> sources;
  for (const std::string& id : record.documents()) {
    auto document = record.document(id);
    if (!document) continue;
    sources.push_back({.document = std::move(*document), .reading = record.reading(id), .copies = record.copies(id).size()});
  }
  return sources;
}

namespace {

template <class Item>
std::vector<record::Finding> stored(const std::vector<Item>& items) {
  std::vector<record::Finding> findings;
  findings.reserve(items.size());
  for (const Item& item : items) findings.push_back(stored_form(item));
  return findings;
}

}  // namespace

Findings refresh(record::Record& record, const std::filesystem::path& data) {
  const Lexicon lexicon(data);
  const auto sources = sources_of(record);
  std::map<std::string, std::string> names;  // the record is asked once per actor
  Findings findings = find(sources, lexicon, [&](const std::string& id) {
    const auto [name, is_new] = names.try_emplace(id);
    if (is_new) name->second = record.name_of_actor(id);
    return name->second;
  });
  record.replace_findings(stored(findings.happenings), stored(findings.positions), stored(findings.disputes));
  return findings;
}

}  // namespace demarche::analysis
