// SPDX-License-Identifier: Apache-2.0
// The gazetteer while it is compiled.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "places/atlas.h"

namespace demarche::places {

// Each text once, with its length before it.
class TextPool {
 public:
  std::uint32_t add(std::string_view text);
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::uint32_t> known_;
};

struct NameDraft {
  struct By {
    std::uint32_t number = 0;  // an entry, or a line of the other names
    Bearing bearing = Bearing::Main;
  };
  std::vector<By> bearers;
  bool is_doubtful = false, is_acronym = false;
};

struct Draft {
  std::vector<Entry> entries;
  std::uint32_t first_entry[kPlaceTables + 1] = {};
  std::vector<std::string> codes;  // of the countries
  TextPool texts;
  std::map<std::string, NameDraft, std::less<>> names;  // sorted: the same tables give the same bytes
  std::vector<std::uint32_t> other_names;               // line → entry
  std::vector<Atlas::Demonym> demonyms;

  // A name, spelt as the table has it, is borne by the latest entry; with the spellings that follow from it by rule.
  void bear(std::string_view name, Bearing bearing);
  void bear_folded(const std::string& folded, std::uint32_t number, Bearing bearing);
  std::uint32_t entry_of(std::uint32_t number, Bearing bearing) const {
    return bearing == Bearing::Authored ? other_names[number] : number;
  }
};

std::string bytes_of(const Draft& draft, const std::string& fingerprint, const std::string& small_tables);

}  // namespace demarche::places
