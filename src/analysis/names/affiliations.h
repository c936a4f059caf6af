// SPDX-License-Identifier: Apache-2.0
// For whom a person speaks, as a text introduces him. Private to this folder.
//
//   "Colonel Dario Vint of the Northern Front"      "Maria Kesh, the front's spokeswoman"
//   "the front's commander, Dario Vint"             "energy minister Lotta Brand of Norway"
//   "its spokeswoman, Maria Kesh"                   "his deputy, Ivo Sand"
//
// Who did so once ("a former commander of the Front") does not, nor who is only against it or hurt by it: a word for an
// office must stand between.
#pragma once

#include <string>
#include <vector>

#include "analysis/names/name_table.h"

namespace demarche::analysis {

struct Owner {
  int name = -1;
  std::string actor;  // the id that the reading gives it, or empty
};

// A person is put with the first of `owners` that is somebody's group; with `noun`, that may be called so; with
// `is_by_person`, that is a person, whose group is meant.
struct Affiliation {
  int document = 0, day = 0;
  std::uint32_t at = 0;  // where the person stands in the text
  int person = -1;       // number of the name as written there
  std::vector<Owner> owners;
  std::string noun;
  bool is_by_person = false;
  bool is_guess = false;  // the words do not say so: the actor is the likely one in this text
};

// What stands in one text. `places` are the names that names_in gave, in the same order.
std::vector<Affiliation> affiliations_in(std::string_view text, const std::vector<NameToken>& tokens,
                                         const std::vector<NameUse>& uses, const std::vector<NamePlace>& places);

// The owner that the kinds of all names leave; nothing when none of them may have people.
const Owner* owner_of(const Affiliation& affiliation, const NameTable& table);

// The evidence on each person, found by day.
class Affiliations {
 public:
  Affiliations() = default;
  // `found` with the full name of each person in `person`.
  explicit Affiliations(std::vector<Affiliation> found);
  // The first of the document itself, else the nearest in time; of two equally near the earlier.
  const Affiliation* of(int person, int document, int day) const;
  // Whether some text says in words for whom he speaks.
  bool is_known(int person) const;

 private:
  std::map<int, std::vector<Affiliation>> by_person_;  // by day; guesses only where there is nothing better
};

}  // namespace demarche::analysis
