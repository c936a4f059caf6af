// SPDX-License-Identifier: Apache-2.0
// From what the grammar read of a phrase to the actor it names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/grammar.h"
#include "actors/offices.h"

namespace demarche::actors {

class Composer {
 public:
  Composer(const Tables::Content& content, std::string_view text, const std::vector<Word>& words,
           std::optional<Day> day)
      : content_(content), text_(text), words_(words), day_(day) {}

  // Nothing when the phrase names no actor.
  std::optional<Resolution> compose(const Frame& frame) const;
  // The office that a role names in a state: what the text calls a person outranks what the tables know of that person.
  Resolution office_of(const std::string& country, const Role& role, const std::string& person) const;
  // The actor of a table line at the day.
  Resolution of_actor(const ActorRow& actor, const std::string& where) const;
  // "Philipines": the one long name that an unknown word with a capital may be; nothing for other words.
  std::optional<Resolution> misspelt_name(const Word& word) const;
  // "Hammas", "Boko Haraam": the one armed group whose name differs by a double letter or, where the name is long or
  // `armed` words stand beside it ("Hezbullah fighters"), by any one letter; a very long one by two.
  std::optional<Resolution> misspelt_group(const std::vector<std::uint32_t>& names, bool armed) const;
  // "Hosni Moubarak": who holds an office at the day, by first name and a surname a letter or two away.
  std::optional<Resolution> misspelt_person(const Frame& frame) const;
  // The words of a personal name as they stand.
  std::string name_text(const std::vector<std::uint32_t>& names) const;

 private:
  std::optional<Resolution> compose_role(const Frame& frame) const;
  std::optional<Resolution> compose_owner(const Frame& frame) const;
  std::optional<Resolution> compose_person(const Frame& frame) const;
  std::optional<Resolution> without_owner(const Frame& frame, const Role& role) const;
  std::optional<Resolution> coalition(const Frame& frame, const Role& role) const;
  std::optional<Holder> holder_in(const Frame& frame, const Role& role) const;
  Resolution of_holder(const Holder& holder) const;
  bool is_of_group(const Holder& holder) const;
  Resolution owned_role(const ActorRow& owner, const Alias& alias, const Role& role) const;
  Resolution former(std::string_view country, const std::string& where) const;
  Resolution typed(const Role& role) const;
  bool is_part_of_place(const Frame& frame, const Role& role) const;
  bool is_unknown_body(const Frame& frame, const Role& role) const;
  bool is_from_elsewhere(const Frame& frame) const;
  const ActorRow* possessor(const Frame& frame) const;
  bool is_bare_rank(const Frame& frame) const;
  const ActorRow* misspelt_state(const Frame& frame) const;
  bool is_other_person(const Frame& frame, const Holder& holder) const;
  void name_person(const Frame& frame, Resolution& resolution) const;
  std::string place_of(const Alias& alias) const { return content_.places[alias.where]; }

  const Tables::Content& content_;
  std::string_view text_;
  const std::vector<Word>& words_;
  std::optional<Day> day_;
};

}  // namespace demarche::actors
