// SPDX-License-Identifier: Apache-2.0
#include "places/draft.h"

#include <algorithm>
#include <cstring>

#include "base/error.h"
#include "places/names.h"
#include "places/spellings.h"

namespace demarche::places {
namespace {

bool is_acronym(std::string_view name) {
  return name.size() <= 5 &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

void append_number(std::string& out, std::uint32_t number) {
  for (; number > 127; number >>= 7) out += static_cast<char>(number | 128);
  out += static_cast<char>(number);
}

template <typename Items>
std::string raw(const Items& items) {
  return {reinterpret_cast<const char*>(items.data()), items.size() * sizeof(items[0])};
}

// The largest bearer first, so that most readers need no more than it.
std::string record_of(const Draft& draft, std::string_view folded, const NameDraft& name) {
  auto bearers = name.bearers;
  std::stable_sort(bearers.begin(), bearers.end(), [&](const NameDraft::By& a, const NameDraft::By& b) {
    return draft.entries[draft.entry_of(a.number, a.bearing)].people >
           draft.entries[draft.entry_of(b.number, b.bearing)].people;
  });
  std::string record(1, static_cast<char>(folded.size()));
  record += folded;
  record += static_cast<char>((name.is_doubtful ? 1 : 0) | (name.is_acronym ? 2 : 0));
  append_number(record, static_cast<std::uint32_t>(bearers.size()));
  for (const auto& by : bearers) append_number(record, by.number << 2 | static_cast<std::uint32_t>(by.bearing));
  return record;
}

struct NameSections {
  std::vector<std::uint32_t> slots;
  std::string records = std::string(1, '\0');  // no name begins at 0: an empty slot
  std::string first_words = std::string(kFirstWordBits / 8, '\0');

  // An even number: sections begin at multiples of eight bytes, and their size tells how many slots there are.
  explicit NameSections(std::size_t names) : slots((names * 5 / 4 + 2) / 2 * 2) {}

  void add(std::string_view folded, const std::string& record) {
    const std::uint64_t hash = hash_of(folded);
    auto slot = static_cast<std::size_t>((hash >> 32) * slots.size() >> 32);
    while (slots[slot] != 0) slot = slot + 1 == slots.size() ? 0 : slot + 1;
    if (records.size() >= 1u << 24)
      throw Error(ErrorKind::BadInput, "data/places: more names than gazetteer.bin holds");
    slots[slot] = static_cast<std::uint32_t>((hash & 255) << 24 | records.size());
    records += record;
    const std::size_t blank = folded.find(' ');
    if (blank == std::string_view::npos) return;
    const std::uint64_t bit = hash_of(folded.substr(0, blank)) & (kFirstWordBits - 1);
    first_words[bit / 8] = static_cast<char>(first_words[bit / 8] | 1 << bit % 8);
  }
};

}  // namespace

std::uint32_t TextPool::add(std::string_view text) {
  if (text.size() > 255) throw Error(ErrorKind::BadInput, "“" + std::string(text) + "” is too long for a name");
  const auto [known, is_new] = known_.try_emplace(std::string(text), static_cast<std::uint32_t>(bytes_.size()));
  if (is_new) (bytes_ += static_cast<char>(text.size())) += text;
  return known->second;
}

void Draft::bear_folded(const std::string& folded, std::uint32_t number, Bearing bearing) {
  if (folded.size() < 2 || folded.size() > 80) return;
  auto& bearers = names[folded].bearers;
  const std::uint32_t entry = entry_of(number, bearing);
  for (auto& by : bearers) {
    if (entry_of(by.number, by.bearing) != entry) continue;
    // What people wrote down counts more than what GeoNames lists.
    if (bearing == Bearing::Authored && by.bearing != Bearing::Main) by = {number, bearing};
    return;
  }
  bearers.push_back({number, bearing});
}

void Draft::bear(std::string_view name, Bearing bearing) {
  const auto number = static_cast<std::uint32_t>(entries.size() - 1);
  const Entry& entry = entries.back();
  const std::string folded = fold_name(name);
  const bool is_district = entry.kind == Kind::District && entry.geonameid != 0;
  const std::string bare = entry.kind == Kind::Region || is_district ? without_kind(folded) : std::string();
  bear_folded(folded, number, is_district && bare.empty() ? Bearing::Bare : bearing);
  if (!bare.empty()) bear_folded(bare, number, is_district ? Bearing::Bare : bearing);
  if (is_acronym(name)) names[folded].is_acronym = true;
  if (entry.country > 0 && entry.kind != Kind::Country && writes_arabic(codes[entry.country - 1u]))
    for (const std::string& spelling : arabic_spellings(bare.empty() ? folded : bare))
      bear_folded(spelling, number, is_district ? Bearing::Bare : Bearing::Other);
}

std::string bytes_of(const Draft& draft, const std::string& fingerprint, const std::string& small_tables) {
  NameSections names(draft.names.size());
  for (const auto& [folded, name] : draft.names) names.add(folded, record_of(draft, folded, name));
  const std::string sections[kSections] = {raw(draft.entries),  raw(names.slots),  names.records,
                                           draft.texts.bytes(), names.first_words, raw(draft.other_names),
                                           raw(draft.demonyms)};
  Header header{};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  header.version = kVersion;
  header.byte_order = kByteOrder;
  std::memcpy(header.fingerprint, fingerprint.data(), sizeof header.fingerprint);
  std::memcpy(header.small_tables, small_tables.data(), sizeof header.small_tables);
  std::copy(std::begin(draft.first_entry), std::end(draft.first_entry), header.first_entry);
  for (std::size_t i = 0; i < draft.codes.size(); ++i) std::memcpy(header.codes[i], draft.codes[i].data(), 3);
  std::string bytes(sizeof header, '\0');
  for (int i = 0; i < kSections; ++i) {
    bytes.resize((bytes.size() + 7) / 8 * 8);
    header.begin[i] = static_cast<std::uint32_t>(bytes.size());
    bytes += sections[i];
  }
  header.begin[kSections] = static_cast<std::uint32_t>(bytes.size());
  header.size = bytes.size();
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

}  // namespace demarche::places
