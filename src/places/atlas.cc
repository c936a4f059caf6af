// SPDX-License-Identifier: Apache-2.0
#include "places/atlas.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "base/error.h"
#include "base/files.h"

namespace demarche::places {
namespace {

static_assert(std::endian::native == std::endian::little, "gazetteer.bin is little-endian and mapped as it is");

std::uint32_t read_number(const std::uint8_t*& at) {
  std::uint32_t number = 0;
  for (int shift = 0;; shift += 7) {
    number |= static_cast<std::uint32_t>(*at & 127) << shift;
    if (*at++ < 128) return number;
  }
}

constexpr const char* kRemedy = "; `make build` makes it anew";

}  // namespace

std::string_view precision_of(Kind kind) {
  constexpr std::string_view kNames[] = {"country", "region", "district", "city", "city", "feature", "region"};
  return kNames[static_cast<std::size_t>(kind)];
}

double population_of(const Entry& entry) { return std::exp2(entry.people / 2048.0) - 1; }
std::uint16_t people_of(std::uint64_t population) {
  return static_cast<std::uint16_t>(std::min(65535.0, 2048 * std::log2(static_cast<double>(population) + 1)));
}

std::string fingerprint_of_small_tables(const std::filesystem::path& folder) {
  std::string hashes;
  for (std::string_view table : kSmallTables) hashes += sha256_hex(read_file(folder / table));
  return sha256_hex(hashes);
}

// FNV-1a, with its upper bits mixed: they choose the slot.
std::uint64_t hash_of(std::string_view folded) {
  std::uint64_t hash = 14695981039346656037u;
  for (char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  hash ^= hash >> 32;
  return hash * 0x9E3779B97F4A7C15u;
}

Mapping::Mapping(const std::filesystem::path& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) throw Error(ErrorKind::NotFound, path.string() + " is missing" + kRemedy);
  struct stat status {};
  if (::fstat(number, &status) == 0) size_ = static_cast<std::size_t>(status.st_size);
  void* at = size_ > 0 ? ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, number, 0) : MAP_FAILED;
  ::close(number);
  if (at == MAP_FAILED)
    size_ = 0;
  else
    bytes_ = static_cast<const std::uint8_t*>(at);
}

Mapping::~Mapping() {
  if (bytes_) ::munmap(const_cast<std::uint8_t*>(bytes_), size_);
}

void Mapping::give_back() const {
  if (bytes_) ::madvise(const_cast<std::uint8_t*>(bytes_), size_, MADV_DONTNEED);
}

Atlas::Atlas(const std::filesystem::path& data) : map_(data / "places" / "gazetteer.bin") {
  const std::filesystem::path folder = data / "places";
  const bool is_ours = map_.size() > sizeof(Header) && std::memcmp(header().magic, kMagic.data(), kMagic.size()) == 0 &&
                       header().version == kVersion && header().byte_order == kByteOrder &&
                       header().size == map_.size();
  if (!is_ours)
    throw Error(ErrorKind::Corrupt,
                (folder / "gazetteer.bin").string() + " is damaged or of another version" + kRemedy);
  // Where the tables are not kept beside it, there is nothing that it could differ from.
  if (is_there(folder / kSmallTables[0]) &&
      fingerprint_of_small_tables(folder) != std::string_view(header().small_tables, sizeof header().small_tables))
    throw Error(ErrorKind::BadInput,
                "a table of data/places has changed since gazetteer.bin was made" + std::string(kRemedy));
  entries_ = reinterpret_cast<const Entry*>(section(kEntries));
  slots_ = reinterpret_cast<const std::uint32_t*>(section(kSlots));
  slot_count_ = size_of(kSlots) / sizeof(std::uint32_t);
}

std::optional<NameRecord> Atlas::find(std::string_view folded) const {
  const std::uint64_t hash = hash_of(folded);
  std::uint32_t slot = static_cast<std::uint32_t>((hash >> 32) * slot_count_ >> 32);
  for (;; slot = slot + 1 == slot_count_ ? 0 : slot + 1) {
    if (slots_[slot] == 0) return std::nullopt;
    if (slots_[slot] >> 24 != (hash & 255)) continue;
    const std::uint8_t* record = section(kNames) + (slots_[slot] & 0xFFFFFF);
    if (std::string_view(reinterpret_cast<const char*>(record + 1), record[0]) != folded) continue;
    record += 1 + record[0];
    return NameRecord{(*record & 1) != 0, (*record & 2) != 0, record + 1};
  }
}

std::vector<Bearer> Atlas::bearers(const NameRecord& name) const {
  const std::uint8_t* at = name.bearers;
  std::vector<Bearer> bearers(read_number(at));
  const auto* other_names = reinterpret_cast<const std::uint32_t*>(section(kOtherNames));
  for (Bearer& bearer : bearers) {
    const std::uint32_t number = read_number(at);
    bearer.bearing = static_cast<Bearing>(number & 3);
    bearer.entry = number >> 2;
    if (bearer.bearing != Bearing::Authored) continue;
    bearer.line = bearer.entry + 2;  // behind the line of the columns
    bearer.entry = other_names[bearer.entry];
  }
  return bearers;
}

bool Atlas::may_go_on(std::string_view first_word) const {
  const std::uint64_t bit = hash_of(first_word) & (kFirstWordBits - 1);
  return (section(kFirstWords)[bit / 8] >> (bit % 8) & 1) != 0;
}

std::string_view Atlas::text(std::uint32_t at) const {
  const std::uint8_t* text = section(kTexts) + at;
  return {reinterpret_cast<const char*>(text + 1), text[0]};
}

std::string_view Atlas::country_code(std::uint8_t country) const {
  return country == 0 ? std::string_view() : std::string_view(header().codes[country - 1], 3);
}

std::string_view Atlas::region_name(const Entry& entry) const {
  if (entry.kind == Kind::Region) return name(entry);
  return entry.region == 0 ? std::string_view() : name(entries_[division(entry.region)]);
}

const Entry& Atlas::with_spot(const Entry& entry) const {
  if (entry.latitude != kNowhere) return entry;
  if (entry.region > 0 && entries_[division(entry.region)].latitude != kNowhere)
    return entries_[division(entry.region)];
  return entry.country > 0 ? entries_[entry.country - 1] : entry;
}

std::string Atlas::rule_of(const Bearer& bearer) const {
  if (bearer.line > 0) return "data/places/other_names.tsv:" + std::to_string(bearer.line);
  static constexpr std::string_view kTables[] = {"countries", "divisions", "towns", "features"};
  const std::uint32_t* first = header().first_entry;
  const auto table = static_cast<std::size_t>(std::upper_bound(first, first + kPlaceTables, bearer.entry) - first) - 1;
  return "data/places/" + std::string(kTables[table]) + ".tsv:" + std::to_string(bearer.entry - first[table] + 2);
}

std::pair<const Atlas::Demonym*, const Atlas::Demonym*> Atlas::demonyms() const {
  const auto* first = reinterpret_cast<const Demonym*>(section(kDemonyms));
  return {first, first + size_of(kDemonyms) / sizeof(Demonym)};
}

}  // namespace demarche::places
