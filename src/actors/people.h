// SPDX-License-Identifier: Apache-2.0
// The persons of one document: full names, later surnames, and spellings that differ by a letter.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

struct DocumentPerson {
  std::vector<std::string> words;  // folded, of the longest name seen
  std::string name;                // that name as it stands
  std::optional<Resolution> resolution;
  std::vector<std::string> titles;  // folded nouns that stood with the name: "ambassador"
};

class People {
 public:
  // The number of the person that this name means: an earlier one when surname and first name agree, else a new one.
  int add(const std::string& name, const std::optional<Resolution>& resolution);
  // The person with this folded surname who was named in full, -1 for none or more than one.
  int by_surname(const std::string& surname) const;
  DocumentPerson& at(int person) { return people_[static_cast<std::size_t>(person)]; }
  const DocumentPerson& at(int person) const { return people_[static_cast<std::size_t>(person)]; }
  const std::vector<DocumentPerson>& all() const { return people_; }

 private:
  int find(const std::vector<std::string>& words) const;
  std::vector<DocumentPerson> people_;
};

// Equal, or one letter apart in words of five letters or more ("Ahmad", "Ahmed").
bool is_near(std::string_view a, std::string_view b);

}  // namespace demarche::actors
