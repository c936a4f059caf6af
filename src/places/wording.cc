// SPDX-License-Identifier: Apache-2.0
#include "places/wording.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/tsv.h"

namespace demarche::places {

namespace {

// In the order of Part.
constexpr std::array<std::string_view, 31> kParts = {"locative",
                                                     "container",
                                                     "time",
                                                     "direction",
                                                     "function",
                                                     "title-behind",
                                                     "region",
                                                     "district",
                                                     "town",
                                                     "body",
                                                     "government-stem",
                                                     "government-form",
                                                     "firm",
                                                     "before-verb",
                                                     "person",
                                                     "treaty",
                                                     "ware",
                                                     "vessel",
                                                     "player",
                                                     "measure",
                                                     "policy",
                                                     "relation",
                                                     "pressure",
                                                     "mission",
                                                     "addresses",
                                                     "mood",
                                                     "passes",
                                                     "sport",
                                                     "ratifies",
                                                     "copy",
                                                     "fate"};

constexpr std::uint32_t bit(Part part) { return 1u << static_cast<unsigned>(part); }

std::uint32_t bit_named(const TsvRow& row) {
  const auto found = std::find(kParts.begin(), kParts.end(), row["part"]);
  if (found == kParts.end()) throw Error(ErrorKind::BadInput, row.where() + ": no part “" + row["part"] + "”");
  return bit(static_cast<Part>(found - kParts.begin()));
}

}  // namespace

Wording::Wording(const std::filesystem::path& table) {
  for (const TsvRow& row : read_tsv(table, {"word", "part", "by"})) parts_[row["word"]] |= bit_named(row);
}

bool Wording::is(std::string_view word, Part part) const {
  const auto found = parts_.find(word);
  return found != parts_.end() && (found->second & bit(part)) != 0;
}

bool Wording::tells_kind(std::string_view word) const {
  return is(word, Part::Region) || is(word, Part::District) || is(word, Part::Town);
}

bool Wording::is_act_of_government(std::string_view word) const {
  const auto is_stem = [&](std::string_view stem) { return is(stem, Part::GovernmentStem); };
  if (is_stem(word) || is(word, Part::GovernmentForm)) return true;
  if (word.ends_with("ing"))
    word.remove_suffix(3);
  else if (word.ends_with("ed"))
    word.remove_suffix(is_stem(word.substr(0, word.size() - 1)) ? 1 : 2);
  else if (word.ends_with("es") && is_stem(word.substr(0, word.size() - 2)))
    word.remove_suffix(2);
  else if (word.ends_with('s'))
    word.remove_suffix(1);
  return is_stem(word);
}

}  // namespace demarche::places
