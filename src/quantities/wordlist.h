// SPDX-License-Identifier: Apache-2.0
// What words mean beside a number: data/lexicon/en/amounts.tsv. Private to this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::quantities {

enum class Sense : std::uint8_t {
  Number,  // nineteen
  Scale,   // million
  Short,   // "m", right behind digits
  Vague,   // dozens
  Part,    // "third": of a hundred
  Bound,   // before a number: "at least"
  Behind,  // behind it: "or more"
  Money,
  Unit,       // cubic metres
  Person,     // a noun that counts persons
  Armed,      // the same, under arms
  Refugee,    // the same, driven from home
  State,      // "dead": what became of those who are counted, behind the number
  Deed,       // "killing": the same, before the number
  Time,       // "days", "May": no quantity of a matter
  Numbered,   // "resolution": the number is a name
  Uncounted,  // "sides": plural nouns whose number tells nothing
  Far,        // "north": makes a length the distance of a place
  Be,
  Auxiliary,
  Break,   // ends the clause
  Stop,    // ends a noun phrase
  Link,    // ties a noun to the number behind it: "at", "was"
  Rise,    // "fell to"
  Before,  // "these two": a number that points at what was told
  Month
};

struct WordEntry {
  std::uint32_t senses = 0;
  double number = 0;  // of Number, Scale, Vague, Part
  double short_scale = 0;
  std::string code;         // of Money, Unit, Bound, Behind
  std::string state, deed;  // kinds of quantity
  double factor = 1;        // of Unit: "bcm"
  bool has(Sense sense) const { return (senses >> static_cast<unsigned>(sense)) & 1u; }
};

class WordList {
 public:
  explicit WordList(const std::filesystem::path& table);  // throws Error{NotFound, BadInput}
  const WordEntry& of(std::string_view word) const;

  struct Phrase {
    std::vector<std::string> words;  // two or more
    WordEntry entry;
  };
  // Phrases that begin with a word, the longest first.
  const std::vector<Phrase>& phrases(std::string_view first) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, WordEntry, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, std::vector<Phrase>, Hash, std::equal_to<>> phrases_;
};

}  // namespace demarche::quantities
