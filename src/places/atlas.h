// SPDX-License-Identifier: Apache-2.0
// data/places/gazetteer.bin: all tables of the gazetteer in the form in which they are used, mapped and never copied.
//
//   header | entries | slots | name records | texts | first words | other names | demonyms
//
// Entries stand in the order of their tables: countries, divisions (those of the first level before those of the
// second), towns, features. So the place of an entry tells its table and line, and regions and districts are numbers in
// the divisions. A name is found by its hash: a slot holds eight bits of it and where the record of the name begins. A
// record is the folded name and the entries that bear it, each with how it bears the name. Numbers are little-endian.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::places {

enum class Kind : std::uint8_t { Country, Region, District, Town, Capital, Feature, Area };
std::string_view precision_of(Kind kind);  // "country", "region", "district", "city", "city", "feature", "region"

// How a name belongs to an entry: as its name, as a further one that GeoNames lists, by a line of other_names.tsv, as
// what is left of "Salihorsk District".
enum class Bearing : std::uint8_t { Main, Other, Authored, Bare };

struct Entry {
  std::uint32_t geonameid;  // 0: none
  std::uint32_t name;       // into the texts
  std::int32_t latitude;    // in 1/100,000 degrees; kNowhere: unknown
  std::int32_t longitude;
  std::uint16_t people;            // 2048 × log2(population + 1)
  std::uint16_t region, district;  // of the divisions, from 1; 0: none
  std::uint8_t country;            // of the countries, from 1; 0: none
  Kind kind;
};
static_assert(sizeof(Entry) == 24);
constexpr std::int32_t kNowhere = INT32_MIN;
double population_of(const Entry& entry);
std::uint16_t people_of(std::uint64_t population);

enum Section { kEntries, kSlots, kNames, kTexts, kFirstWords, kOtherNames, kDemonyms, kSections };
enum InTableOrder { kCountryTable, kDivisionTable, kTownTable, kFeatureTable, kPlaceTables };

struct Header {
  char magic[8];
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t size;                           // of the whole file
  char fingerprint[64];                         // of the tables it was made from
  char small_tables[64];                        // of those that people edit
  std::uint32_t begin[kSections + 1];           // where the sections begin; the last one's end
  std::uint32_t first_entry[kPlaceTables + 1];  // of each table; the last one's end
  char codes[256][4];                           // ISO alpha-3 of the countries, by their number from 0
};
constexpr std::string_view kMagic = "DMPLACES";
constexpr std::uint32_t kVersion = 1, kByteOrder = 0x01020304;
constexpr std::size_t kFirstWordBits = 1u << 20;

// The tables that people edit, in the order in which small_tables hashes them.
constexpr std::array<std::string_view, 6> kSmallTables = {"countries.tsv", "features.tsv", "other_names.tsv",
                                                          "doubtful.tsv",  "demonyms.tsv", "abbreviations.tsv"};
std::string fingerprint_of_small_tables(const std::filesystem::path& folder);

std::uint64_t hash_of(std::string_view folded);

struct Bearer {
  std::uint32_t entry = 0;
  Bearing bearing = Bearing::Main;
  std::uint32_t line = 0;  // of other_names.tsv for Authored, else 0
};

// A name of the gazetteer: which entries bear it.
struct NameRecord {
  bool is_doubtful = false;  // also a common word or a person's name
  bool is_acronym = false;   // must be written in capitals: "US"
  const std::uint8_t* bearers = nullptr;
};

// A file as memory, for as long as this lives.
class Mapping {
 public:
  explicit Mapping(const std::filesystem::path& path);  // throws Error{NotFound}; an empty file has no bytes
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  const std::uint8_t* bytes() const { return bytes_; }
  std::size_t size() const { return size_; }
  // Gives back the pages that were touched; they stay in the cache of the system and come back when they are needed.
  // The system maps sixteen for each that is read, so that some hundred names would soon hold the whole file.
  void give_back() const;

 private:
  const std::uint8_t* bytes_ = nullptr;
  std::size_t size_ = 0;
};

// Immutable; may be read by many threads at once.
class Atlas {
 public:
  // Maps data/places/gazetteer.bin. Throws Error{NotFound, Corrupt} when it is missing, of another version or damaged
  // in length, Error{BadInput} when a table beside it has changed since it was made; each says what to do.
  explicit Atlas(const std::filesystem::path& data);

  std::optional<NameRecord> find(std::string_view folded) const;
  std::vector<Bearer> bearers(const NameRecord& name) const;
  // False when no name of several words begins with this word; true for nearly all that do not, too.
  bool may_go_on(std::string_view first_word) const;

  void give_back() const { map_.give_back(); }

  const Entry& entry(std::uint32_t at) const { return entries_[at]; }
  std::string_view text(std::uint32_t at) const;
  std::string_view name(const Entry& entry) const { return text(entry.name); }
  std::string_view country_code(std::uint8_t country) const;  // "PAK"; empty for 0
  std::string_view region_name(const Entry& entry) const;     // of the division of the first level that it lies in
  std::uint32_t division(std::uint16_t number) const { return header().first_entry[kDivisionTable] + number - 1; }
  // Itself, or the smallest division around it, or the country, of which there are coordinates.
  const Entry& with_spot(const Entry& entry) const;
  std::string rule_of(const Bearer& bearer) const;  // "data/places/towns.tsv:812"

  struct Demonym {
    std::uint32_t word;  // folded, into the texts
    std::uint32_t country;
  };
  std::pair<const Demonym*, const Demonym*> demonyms() const;
  std::string fingerprint() const { return {header().fingerprint, sizeof header().fingerprint}; }

 private:
  const Header& header() const { return *reinterpret_cast<const Header*>(map_.bytes()); }
  const std::uint8_t* section(Section which) const { return map_.bytes() + header().begin[which]; }
  std::uint32_t size_of(Section which) const { return header().begin[which + 1] - header().begin[which]; }

  Mapping map_;
  const Entry* entries_ = nullptr;
  const std::uint32_t* slots_ = nullptr;
  std::uint32_t slot_count_ = 0;
};

}  // namespace demarche::places
