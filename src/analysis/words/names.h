// SPDX-License-Identifier: Apache-2.0
// Proper names as they stand in a text, found by their capitals. Private to this folder.
//
//   "Colonel Dario Vint of the Northern Front's staff said …"   →   "Dario Vint" (with a title), "Northern Front"
//
// A name is compared by its words: folded, without articles, titles and legal forms, cut at hyphens.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace demarche::analysis {

// The words of data/lexicon/en/names.tsv and the honorifics, titles and little words of data/actors/words.tsv.
class NameWords {
 public:
  enum Class : unsigned {
    kTitle = 1,        // "Colonel": before a person's name
    kFunction = 2,     // "However": begins a sentence, and no name
    kBody = 4,         // "front", "institute": what a group calls itself
    kFirm = 8,         // "energy": ends the name of a company
    kOrgan = 16,       // "ministry": a state's, and never known by its words alone
    kLegal = 32,       // "Ltd"
    kParticle = 64,    // "van": small letter, part of the name
    kLinking = 128,    // "of": joins the parts of a group's name
    kRole = 256,       // "spokeswoman": speaks or acts for the group named with it
    kGone = 512,       // "former": did so once
    kCalendar = 1024,  // "Monday"
    kPeople = 2048,    // "fighters": act for the group they are named with
    kWhere = 4096,     // "near": before a place
    kHeading = 8192,   // "question", "treaty": names nobody
    kPreposition = 1 << 14,
    kHisName = 1 << 15,
    kHerName = 1 << 16
  };
  NameWords() = default;
  // Throws Error{NotFound, BadInput} with file:line.
  explicit NameWords(const std::filesystem::path& data);
  unsigned classes_of(std::string_view folded) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  std::unordered_map<std::string, unsigned, Hash, std::equal_to<>> classes_;
};

struct NameToken {
  std::uint32_t begin = 0, end = 0, stop = 0;  // bytes; `stop` is behind the "'s" of a possessive
  std::string fold;
  unsigned classes = 0;
  bool is_capital = false, is_upper = false;  // "Front"; "FRONT"
  bool starts_sentence = false, is_possessive = false;
};
std::vector<NameToken> tokens_of(std::string_view text, const NameWords& words);

struct NameUse {
  int first = 0, last = 0;         // tokens, without title and article
  std::vector<std::string> words;  // as compared; never empty
  std::string initials;            // of the words written with a capital, folded
  bool has_title = false;          // a person's
  bool is_short = false;           // "FIF"
  bool has_body = false;           // its first or last word says that it is a group or a company
  bool is_organ = false;           // … or an organ of some state: no two texts need mean the same by it
};
// In text order. Not given: single words that only begin a sentence and stand in small letters elsewhere in the text.
std::vector<NameUse> names_in(std::string_view text, const std::vector<NameToken>& tokens);

}  // namespace demarche::analysis
