// SPDX-License-Identifier: Apache-2.0
#include "places/compile.h"

#include <cmath>

#include "base/error.h"
#include "base/files.h"
#include "base/tsv.h"
#include "places/draft.h"
#include "places/names.h"
#include "places/table_reader.h"

namespace demarche::places {
namespace {

namespace fs = std::filesystem;

// A place that only features.tsv knows, and whose people nobody counted.
constexpr std::uint64_t kPeopleOfSmallTown = 5000;

struct Table {
  std::string where, text;
};

class Compiler {
 public:
  Compiler(const fs::path& tables, const fs::path& unpacked)
      : countries_(read(tables, "countries.tsv")),
        divisions_(read(unpacked, "divisions.tsv")),
        towns_(read(unpacked, "towns.tsv")),
        features_(read(tables, "features.tsv")),
        other_names_(read(tables, "other_names.tsv")),
        doubtful_(read(tables, "doubtful.tsv")),
        demonyms_(read(tables, "demonyms.tsv")),
        abbreviations_(read(tables, "abbreviations.tsv")) {}

  const Draft& compile() {
    add_countries();
    add_divisions();
    add_towns();
    add_features();
    draft_.first_entry[kPlaceTables] = static_cast<std::uint32_t>(draft_.entries.size());
    find_capitals();
    add_other_names();
    mark_doubtful();
    add_demonyms();
    drop_namesakes_of_demonyms();
    add_abbreviations();
    return draft_;
  }

  std::string fingerprint() const {
    std::string hashes;
    for (const Table* table :
         {&countries_, &divisions_, &towns_, &features_, &other_names_, &doubtful_, &demonyms_, &abbreviations_})
      hashes += sha256_hex(table->text);
    return sha256_hex(hashes + std::to_string(kVersion));
  }

 private:
  static Table read(const fs::path& folder, const std::string& name) {
    return {"data/places/" + name, read_file(folder / name)};
  }

  static std::int32_t degrees(const TableReader& row, std::size_t column) {
    if (row[column].empty()) return kNowhere;
    return static_cast<std::int32_t>(std::lround(row.number<double>(column) * 100'000));
  }

  std::uint8_t country(const TableReader& row, std::size_t column) const {
    if (row[column].empty()) return 0;
    const auto found = numbers_.find(row[column]);
    if (found == numbers_.end()) row.fail("“" + std::string(row[column]) + "” is no country of countries.tsv");
    return found->second;
  }

  std::uint16_t division(const TableReader& row, std::size_t column) const {
    const auto found = division_numbers_.find(row.number<std::uint32_t>(column));
    return found == division_numbers_.end() ? 0 : found->second;
  }

  void begin(InTableOrder table) { draft_.first_entry[table] = static_cast<std::uint32_t>(draft_.entries.size()); }

  void add(Entry entry, std::string_view name, std::string_view other_names) {
    entry.name = draft_.texts.add(name);
    draft_.entries.push_back(entry);
    draft_.bear(name, Bearing::Main);
    for (const std::string& other : split_values(other_names)) draft_.bear(other, Bearing::Other);
  }

  void add_countries() {
    begin(kCountryTable);
    TableReader rows(countries_.where, countries_.text,
                     {"geonameid", "name", "country", "latitude", "longitude", "population", "capital"});
    while (rows.next()) {
      draft_.codes.emplace_back(rows[2]);
      capitals_.emplace_back(rows[6]);
      if (draft_.codes.size() > 255 || rows[2].size() != 3) rows.fail("a country has a code of three letters");
      const auto number = static_cast<std::uint8_t>(draft_.codes.size());
      numbers_.emplace(rows[2], number);
      add({.geonameid = rows.number<std::uint32_t>(0),
           .name = 0,
           .latitude = degrees(rows, 3),
           .longitude = degrees(rows, 4),
           .people = people_of(rows.number<std::uint64_t>(5)),
           .region = 0,
           .district = 0,
           .country = number,
           .kind = Kind::Country},
          rows[1], {});
    }
  }

  void add_divisions() {
    begin(kDivisionTable);
    TableReader rows(
        divisions_.where, divisions_.text,
        {"geonameid", "name", "country", "level", "parent", "latitude", "longitude", "population", "other_names"});
    for (std::uint16_t number = 1; rows.next(); ++number) {
      if (number == UINT16_MAX) rows.fail("more divisions than gazetteer.bin can number");
      division_numbers_[rows.number<std::uint32_t>(0)] = number;
      const bool is_first = rows[3] == "1";
      add({.geonameid = rows.number<std::uint32_t>(0),
           .name = 0,
           .latitude = degrees(rows, 5),
           .longitude = degrees(rows, 6),
           .people = people_of(rows.number<std::uint64_t>(7)),
           .region = is_first ? number : division(rows, 4),
           .district = is_first ? std::uint16_t{0} : number,
           .country = country(rows, 2),
           .kind = is_first ? Kind::Region : Kind::District},
          rows[1], rows[8]);
    }
  }

  void add_towns() {
    begin(kTownTable);
    TableReader rows(
        towns_.where, towns_.text,
        {"geonameid", "name", "country", "region", "district", "latitude", "longitude", "population", "other_names"});
    while (rows.next())
      add({.geonameid = rows.number<std::uint32_t>(0),
           .name = 0,
           .latitude = degrees(rows, 5),
           .longitude = degrees(rows, 6),
           .people = people_of(rows.number<std::uint64_t>(7)),
           .region = division(rows, 3),
           .district = division(rows, 4),
           .country = country(rows, 2),
           .kind = Kind::Town},
          rows[1], rows[8]);
  }

  static Kind kind_of_feature(std::string_view kind) {
    if (kind == "town") return Kind::Town;
    if (kind == "district") return Kind::District;
    return kind == "region" || kind == "disputed" ? Kind::Area : Kind::Feature;
  }

  void add_features() {
    begin(kFeatureTable);
    TableReader rows(features_.where, features_.text,
                     {"name", "kind", "country", "latitude", "longitude", "other_names"});
    while (rows.next()) {
      const Kind kind = kind_of_feature(rows[1]);
      add({.geonameid = 0,
           .name = 0,
           .latitude = degrees(rows, 3),
           .longitude = degrees(rows, 4),
           .people = people_of(kind == Kind::Town ? kPeopleOfSmallTown : 0),
           .region = 0,
           .district = 0,
           .country = country(rows, 2),
           .kind = kind},
          rows[0], rows[5]);
    }
  }

  // The largest bearer of a name in a country and of a precision, or -1.
  std::int64_t bearer(std::string_view name, std::uint8_t country, std::string_view precision) const {
    const auto found = draft_.names.find(fold_name(name));
    std::int64_t best = -1;
    if (found == draft_.names.end()) return best;
    bool best_is_main = false;
    for (const auto& by : found->second.bearers) {
      const std::uint32_t number = draft_.entry_of(by.number, by.bearing);
      const Entry& entry = draft_.entries[number];
      if (entry.country != country || precision_of(entry.kind) != precision) continue;
      const bool is_main = by.bearing == Bearing::Main;
      if (best >= 0 &&
          (best_is_main > is_main ||
           (best_is_main == is_main && draft_.entries[static_cast<std::size_t>(best)].people >= entry.people)))
        continue;
      best = number;
      best_is_main = is_main;
    }
    return best;
  }

  void find_capitals() {
    for (std::size_t i = 0; i < capitals_.size(); ++i)
      if (const auto town = bearer(capitals_[i], static_cast<std::uint8_t>(i + 1), "city"); town >= 0)
        draft_.entries[static_cast<std::size_t>(town)].kind = Kind::Capital;
  }

  void add_other_names() {
    TableReader rows(other_names_.where, other_names_.text, {"other_name", "name", "country", "precision"});
    while (rows.next()) {
      const std::int64_t target = bearer(rows[1], country(rows, 2), rows[3]);
      if (target < 0)
        rows.fail("no such place: " + std::string(rows[1]) + " " + std::string(rows[2]) + " " + std::string(rows[3]));
      const auto number = static_cast<std::uint32_t>(draft_.other_names.size());
      draft_.other_names.push_back(static_cast<std::uint32_t>(target));
      const std::string folded = fold_name(rows[0]);
      draft_.bear_folded(folded, number, Bearing::Authored);
      const bool is_acronym =
          rows[0].size() <= 5 && rows[0].find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.") == std::string_view::npos;
      if (is_acronym) draft_.names[folded].is_acronym = true;
    }
  }

  void mark_doubtful() {
    TableReader rows(doubtful_.where, doubtful_.text, {"name", "reason"});
    while (rows.next())
      if (const auto found = draft_.names.find(rows[0]); found != draft_.names.end()) found->second.is_doubtful = true;
  }

  void add_demonyms() {
    TableReader rows(demonyms_.where, demonyms_.text, {"word", "country"});
    while (rows.next()) {
      demonym_words_.push_back(fold_name(rows[0]));
      draft_.demonyms.push_back({draft_.texts.add(demonym_words_.back()), country(rows, 1)});
    }
  }

  // "Thai" is no town in Malaysia.
  void drop_namesakes_of_demonyms() {
    for (const auto& demonym : demonym_words_)
      if (const auto found = draft_.names.find(demonym); found != draft_.names.end())
        std::erase_if(found->second.bearers, [&](const NameDraft::By& by) {
          return draft_.entries[draft_.entry_of(by.number, by.bearing)].kind != Kind::Country;
        });
    std::erase_if(draft_.names, [](const auto& name) { return name.second.bearers.empty(); });
  }

  // Under a key that no word of a text has: they count only behind a comma.
  void add_abbreviations() {
    TableReader rows(abbreviations_.where, abbreviations_.text, {"abbreviation", "name", "country"});
    while (rows.next()) {
      const std::int64_t target = bearer(rows[1], country(rows, 2), "region");
      if (target < 0) rows.fail("no such region: " + std::string(rows[1]));
      draft_.bear_folded("," + fold_name(rows[0]), static_cast<std::uint32_t>(target), Bearing::Main);
    }
  }

  Table countries_, divisions_, towns_, features_, other_names_, doubtful_, demonyms_, abbreviations_;
  std::unordered_map<std::string_view, std::uint8_t> numbers_;
  std::unordered_map<std::uint32_t, std::uint16_t> division_numbers_;
  std::vector<std::string> capitals_, demonym_words_;
  Draft draft_;
};

}  // namespace

void compile_gazetteer(const fs::path& tables, const fs::path& unpacked, const fs::path& out) {
  Compiler compiler(tables, unpacked);
  const Draft& draft = compiler.compile();
  write_file(out, bytes_of(draft, compiler.fingerprint(), fingerprint_of_small_tables(tables)));
}

}  // namespace demarche::places
