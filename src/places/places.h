// SPDX-License-Identifier: Apache-2.0
// Places: names of countries, provinces, districts, towns and other places → gazetteer entries with coordinates.
//
//   "in Kabul" → Kabul, AFG, 34.53 69.17, GeoNames 1138958, precision city
//   "Springfield, Illinois" → Springfield, USA, Illinois, GeoNames 4250542
//   "Tehran rejected the offer" → nothing: there it is a government, which actors resolves
//
// An ambiguous name goes where the document plays: to the region or country that the text names beside it, to countries
// named, to places nearby, to the more populous. Coordinates of what is no point are a rough middle; `precision` says
// so. A Gazetteer is immutable and may be used from many threads at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "reader/reader.h"
#include "text/text.h"

namespace demarche::places {

struct Place {
  Span span;
  std::string name;
  std::int64_t geonameid = 0;  // 0 when the table gives none
  std::string country;         // ISO 3166-1 alpha-3
  std::string region;          // the division of the first level that it lies in or is; empty when unknown
  double latitude = 0, longitude = 0;
  std::string precision;     // of the coordinates: "city", "district", "region", "country", "feature"
  bool is_dateline = false;  // where it was written, not where anything happened
  std::string rule;          // "data/places/towns.tsv:812"
};

// What other stages know of a document.
struct Clues {
  const std::vector<reader::Name>* names = nullptr;  // null: unknown; empty: none
  std::vector<std::string> countries = {};           // of its persons and groups, once for each mention
};

class Gazetteer {
 public:
  // Maps data/places/gazetteer.bin and reads data/lexicon/en/place_words.tsv. Throws Error{NotFound, Corrupt,
  // BadInput}, each with the remedy.
  explicit Gazetteer(const std::filesystem::path& data);
  ~Gazetteer();

  // In text order, datelines among them.
  std::vector<Place> find(const Document& document, const language::Tokens& tokens, const Clues& clues = {}) const;
  const std::string& fingerprint() const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace demarche::places
