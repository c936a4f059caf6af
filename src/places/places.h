// SPDX-License-Identifier: Apache-2.0
// Places: names of countries, capitals and towns → gazetteer entries with coordinates.
//
//   "in Kabul" → Kabul, AFG, 34.53 69.17, GeoNames 1138958, precision city
//
// Whether "Kabul" acts as a government is decided in actors; here it is the town. An ambiguous name goes to the place
// in a country that the document names, then to the most populous. A Gazetteer is immutable and may be used from many
// threads at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "text/text.h"

namespace demarche::places {

struct Place {
  Span span;
  std::string name;
  std::int64_t geonameid = 0;  // 0 when the table gives none
  std::string country;         // ISO 3166-1 alpha-3
  double latitude = 0, longitude = 0;
  std::string precision;  // "city", "admin1", "country", "region"
  std::string rule;       // "data/places/cities.tsv:812"
};

class Gazetteer {
 public:
  explicit Gazetteer(const std::filesystem::path& data);  // throws Error{NotFound, BadInput}
  ~Gazetteer();

  std::vector<Place> find(const Document& document, const language::Tokens& tokens) const;
  const std::string& fingerprint() const;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace demarche::places
