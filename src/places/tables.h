// SPDX-License-Identifier: Apache-2.0
// The tables below data/places, indexed by folded name.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace demarche::places {

enum class Precision : std::uint8_t { City, Admin1, Region, Country };
std::string_view name_of(Precision precision);

struct Entry {
  std::string_view name, country;  // into the text of the table
  std::int64_t geonameid = 0;
  float latitude = 0, longitude = 0;
  std::uint32_t population = 0;
  std::uint32_t line = 0;
  std::uint8_t table = 0;  // into Tables::files
  Precision precision = Precision::City;
  std::int32_t next = -1;  // another entry of the same name
};

// A table as it was read. Its text does not move once the gazetteer is built: entries look into it.
struct Table {
  std::string where;  // "data/places/cities.tsv"
  std::string text;
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

struct NameInfo {
  std::int32_t first = -1;   // head of the list of entries
  bool is_doubtful = false;  // also a common word or a person's name
  bool is_acronym = false;   // must be written in capitals: "US"
};

// Not copied nor moved once loaded.
struct Tables {
  std::array<Table, 6> files;
  std::vector<Entry> entries;
  std::unordered_map<std::string, NameInfo, StringHash, std::equal_to<>> names;
  std::unordered_map<std::string, std::uint8_t, StringHash, std::equal_to<>>
      first_words;                                                      // → words of the longest name that begins so
  std::vector<std::pair<std::string, std::string_view>> country_stems;  // "pakistan" → PAK
  std::string fingerprint;
  std::string rule_of(const Entry& entry) const { return files[entry.table].where + ":" + std::to_string(entry.line); }
};

// Throws Error{NotFound, BadInput} with file and line.
void load_tables(const std::filesystem::path& data, Tables& tables);

}  // namespace demarche::places
