// SPDX-License-Identifier: Apache-2.0
// What a document tells of where it plays: the countries that it names, itself, by their adjectives, by towns that
// everybody knows and by its actors.
//
// A power that acts everywhere says little when it is only named: "US officials met in Paris" is no word for Paris,
// Texas. Its states and towns say as much as those of any other country.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "places/atlas.h"
#include "places/sentence.h"

namespace demarche::places {

class Context {
 public:
  explicit Context(const Atlas& atlas);

  void read(const std::vector<Sentence>& sentences);
  void add_actor(std::string_view country);  // ISO alpha-3 code; others count for nothing
  void add_dateline(const Entry& entry);
  // A name was resolved beyond doubt: its country and region are where the document plays.
  void add_anchor(const Entry& entry, const NameRecord& name, std::size_t sentence);

  // "Iraqi", "South Korean": of the word, or the two words that end with it.
  std::optional<std::uint8_t> country_of_demonym(const Sentence& sentence, std::size_t at) const;

  // 0 for a country of which nothing is said; about 2 for one that is named once.
  double support(std::uint8_t country, std::size_t sentence) const;
  double support_of_region(std::uint16_t region) const;
  bool is_supported(std::uint8_t country) const { return country > 0 && total(country) >= 0.4; }
  // By more than that it is named as a power that acts everywhere.
  bool is_at_home(std::uint8_t country) const;
  bool has_places_of(std::uint8_t country) const { return inside_[country] > 0; }
  // A country that does not act everywhere is named.
  bool is_local() const;
  // Up to 1 for a place at one of the anchors that are called otherwise, 0 far from all.
  double nearness(const Entry& entry, const NameRecord& name) const;

 private:
  void read(const Sentence& sentence, std::size_t number);
  std::optional<std::uint8_t> demonym(std::string_view word) const;
  void count_candidate(const Candidate& candidate, std::size_t number);
  double total(std::uint8_t country) const;
  bool is_seat_of_power(const Entry& entry) const;
  double weight_of_name(std::uint8_t country) const;

  const Atlas& atlas_;
  std::unordered_map<std::string_view, std::uint8_t> demonyms_;
  std::array<double, 256> named_{}, inside_{};
  std::unordered_map<std::uint16_t, double> regions_;
  std::vector<std::vector<std::uint8_t>> by_sentence_;
  struct Anchor {
    const Entry* entry;
    const std::uint8_t* name;
  };
  std::vector<Anchor> anchors_;
};

double kilometres(const Entry& a, const Entry& b);

}  // namespace demarche::places
