// SPDX-License-Identifier: Apache-2.0
// Words that tell that a name beside them is, or is not, a place: data/lexicon/en/place_words.tsv. Immutable; may be
// used from many threads at once.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace demarche::places {

enum class Part : std::uint8_t {
  Locative,        // "in", "towards", "across"
  Container,       // behind it even "Victoria" is a place: "in", "near", "from"
  Time,            // "in March", "at Christmas": times wherever they stand
  Direction,       // "northern", "central", "south": before a name that stays a place
  Function,        // has a capital only since it opens a sentence
  TitleBehind,     // a capital word that does not make the name before it longer
  Region,          // "province", "oblast"
  District,        // "district", "county"
  Town,            // "city", "village"
  Body,            // "Bank of …", "University of …"
  GovernmentStem,  // "denie", "warn": with an ending, what a capital does when it means a government
  GovernmentForm,  // "sent": the same, as it stands
  FirmAct,         // "sells", "scored": of firms and teams
  BeforeVerb,      // "has", "also", "would"
  Person,          // "mr", "general": what follows is a person
  Treaty,          // "process", "accords": what stands before is a treaty's name
  Ware,            // "hat", "carpet": what stands before is its sort
  Vessel,          // "freighter": what follows is a ship
  Player,          // "striker of …": a team
  Measure,         // "a bottle of …": what is in it
  Policy,          // "Islamabad's offer", "… policy": a government's
  Relation,        // "ties with …", "talks between …": governments
  Pressure,        // "orders from …", "sanctions on …": a government
  Mission,         // "a letter to …", "the ambassador to …": a government
  Addresses,       // "told …", "accuse …": whom one speaks to or of
  Mood,            // "was against", "is unwilling": of governments
  Passes,          // "passed by …": by a place
  Sport,           // "cup", "coach": towns are teams
  Ratifies,        // "ratify Kyoto": a treaty
  Copy,            // "another Vietnam", "his Waterloo"
  Fate             // "fall", "burn": what a town does or suffers
};

class Wording {
 public:
  // Throws Error{NotFound, BadInput}.
  explicit Wording(const std::filesystem::path& table);

  // All take folded words.
  bool is(std::string_view word, Part part) const;
  bool tells_kind(std::string_view word) const;            // a region, district or town
  bool is_act_of_government(std::string_view word) const;  // "denied", "warns"

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> parts_;
};

}  // namespace demarche::places
