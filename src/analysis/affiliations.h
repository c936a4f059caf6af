// SPDX-License-Identifier: Apache-2.0
// For whom a person speaks, as a text introduces him. Private to this folder.
//
//   "Colonel Dario Vint of the Northern Front"      "Maria Kesh, the front's spokeswoman"
//   "the front's commander, Dario Vint"             "energy minister Lotta Brand of Norway"
//
// Who did so once ("a former commander of the Front") does not, nor who is only against it or hurt by it: a word for an
// office must stand between.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/name_table.h"

namespace demarche::analysis {

struct Affiliation {
  int document = 0, day = 0;
  std::uint32_t at = 0;   // where the person stands in the text
  int person = -1;        // number of the name as written there
  int group = -1;         // the same of the group, or
  std::string actor;      // the actor that the reading knows
  bool is_guess = false;  // the words do not say so: the actor is the likely one in this text
};

// What stands in one text. `places` are the names that names_in gave, in the same order.
std::vector<Affiliation> affiliations_in(std::string_view text, const std::vector<NameToken>& tokens,
                                         const std::vector<NameUse>& uses, const std::vector<NamePlace>& places,
                                         const NameTable& table);

// The evidence on each person, found by day.
class Affiliations {
 public:
  // `found` with the full name of each person in `person`.
  explicit Affiliations(std::vector<Affiliation> found);
  // The first of the document itself, else the nearest in time; of two equally near the earlier.
  const Affiliation* of(int person, int document, int day) const;

 private:
  std::map<int, std::vector<Affiliation>> by_person_;  // by day; guesses only where there is nothing better
};

}  // namespace demarche::analysis
