// SPDX-License-Identifier: Apache-2.0
#include <functional>
#include <map>

#include "analysis/analysis.h"
#include "base/files.h"
#include "base/fingerprint.h"
#include "base/tsv.h"

namespace demarche::analysis {

namespace {

// What comparing never asks, and what would fill much of the memory.
void drop_the_rest(record::ReadingItems& reading) {
  reading.sentences = {};
  reading.notes = {};
  reading.mentions.shrink_to_fit();
  reading.statements.shrink_to_fit();
  reading.events.shrink_to_fit();
}

}  // namespace

std::vector<Source> sources_of(const record::Record& record) {
  std::vector<Source> sources;
  for (const std::string& id : record.documents()) {
    auto document = record.document(id);
    if (!document) continue;
    auto reading = record.reading(id);
    drop_the_rest(reading);
    sources.push_back({.document = std::move(*document),
                       .reading = std::move(reading),
                       .blocks = record.blocks(id),
                       .copies = record.copies(id).size()});
  }
  return sources;
}

namespace {

std::filesystem::path table_of_states(const Maker& maker) { return maker.data / "actors" / "states.tsv"; }

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
  Names(const record::Record& record, const std::filesystem::path& states) : record_(record) {
    for (const TsvRow& row : read_tsv(states, {"id", "name"})) states_.emplace(row["id"], row["name"]);
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

std::string fingerprint_of(const Maker& maker) {
  std::string tables = read_file(table_of_states(maker));
  for (const char* words : {"words.tsv", "given_names.tsv"}) tables += read_file(maker.data / "actors" / words);
  return maker.program + " lexicon " + fingerprint_of_folder(maker.data / "lexicon").substr(0, 16) + " names " +
         sha256_hex(tables).substr(0, 16);
}

// All that a refresh reads of the record, and what it was when it was read.
struct Ground {
  std::string stamp;
  std::vector<Source> sources;
};

Ground ground_of(const record::Record& record, const Maker& maker) {
  const record::Record::Snapshot snapshot(record);
  return {record.findings_stamp(fingerprint_of(maker)), sources_of(record)};
}

}  // namespace

bool findings_are_stale(const record::Record& record, const Maker& maker) {
  return record.findings_are_stale(fingerprint_of(maker));
}

Findings refresh(record::Record& record, const Maker& maker) {
  const Lexicon lexicon(maker.data);
  Ground ground = ground_of(record, maker);
  Names names(record, table_of_states(maker));
  Findings findings = find(ground.sources, lexicon, std::ref(names));
  ground.sources = {};  // findings have words of their own
  record.replace_findings(stored(findings.happenings), stored(findings.positions), stored(findings.disputes),
                          stored(findings.figures), ground.stamp);
  return findings;
}

void find_for(record::Record& record, const Maker& maker) {
  const Lexicon lexicon(maker.data);
  Names names(record, table_of_states(maker));
  const Findings findings = find(sources_of(record), lexicon, std::ref(names));
  record.show_findings(stored(findings.happenings), stored(findings.positions), stored(findings.disputes),
                       stored(findings.figures));
}

}  // namespace demarche::analysis
