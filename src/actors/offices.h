// SPDX-License-Identifier: Apache-2.0
// Who held which office when: persons by full name, or by surname with a title.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

struct Holder {
  const Person* person = nullptr;
  const Term* term = nullptr;  // held at the day, or the last one before it when `is_past`
  bool is_past = false;
  bool is_misspelt = false;
};

// Whether who is called by this role may hold that office: "General" fits MIL, "President" GOV.HOS and, by courtesy of
// the lists of effective leaders, GOV.HOG.
bool fits(const Role& role, const Term& term);

// The one person among several readings of a full name. Nothing when two of different states were in office.
std::optional<Holder> holder_of(const Tables::Content& content, const std::vector<const Alias*>& readings,
                                std::optional<Day> day);

// The one state in which somebody known by full name later held office: what a title before that time ("Colonel") is
// of. Empty when it is not within a generation, or for namesakes of several states.
std::string later_state(const Tables::Content& content, const std::vector<const Alias*>& readings, Day day);

// The same as below for a surname a letter or two away from the one written, and only for who held the office at the
// day or left it within a year.
std::optional<Holder> holder_of_misspelt(const Tables::Content& content, const std::string& surname, const Role& role,
                                         std::optional<Day> day);

// The same without a title, by first name as it is known and misspelt surname, for who holds an office at the day.
std::optional<Holder> holder_of_misspelt_name(const Tables::Content& content, const std::string& first,
                                              const std::string& surname, Day day);

// The person a surname means beside a role ("President Karzai", "General Bajwa"), within a country when one is known
// ("" else). Past holders count too: a title is kept in what is told later. Nothing unless it is one person.
std::optional<Holder> holder_of_surname(const Tables::Content& content, const std::string& surname, const Role& role,
                                        std::string_view country, std::optional<Day> day);

}  // namespace demarche::actors
