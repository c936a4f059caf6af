// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <map>

#include "analysis/analysis.h"
#include "base/tsv.h"

namespace demarche::analysis {

std::vector<Source> sources_of(const record::Record& record) {
  std::vector<Source> sources;
  for (const std::string& id : record.documents()) {
    auto document = record.document(id);
    if (!document) continue;
    sources.push_back(
        {.document = std::move(*document), .reading = record.reading(id), .copies = record.copies(id).size()});
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

// A record knows the names of actors it met; a state of which only organs were met has its name from the table.
class Names {
 public:
  Names(const record::Record& record, const std::filesystem::path& data) : record_(record) {
    for (const TsvRow& row : read_tsv(data / "actors" / "states.tsv", {"id", "name"}))
      states_.emplace(row["id"], row["name"]);
  }
  std::string operator()(const std::string& id) {
    const auto [name, is_new] = known_.try_emplace(id);
    if (is_new) name->second = look_up(id);
    return name->second;
  }

 private:
  std::string look_up(const std::string& id) const {
    const std::string name = record_.name_of_actor(id);
    const auto state = states_.find(id);
    return (name.empty() || name == id) && state != states_.end() ? state->second : name;
  }

  const record::Record& record_;
  std::map<std::string, std::string> states_, known_;
};

}  // namespace

Findings refresh(record::Record& record, const std::filesystem::path& data) {
  const Lexicon lexicon(data);
  const auto sources = sources_of(record);
  Names names(record, data);
  Findings findings = find(sources, lexicon, std::ref(names));
  record.replace_findings(stored(findings.happenings), stored(findings.positions), stored(findings.disputes));
  return findings;
}

}  // namespace demarche::analysis
