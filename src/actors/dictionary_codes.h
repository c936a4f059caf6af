// SPDX-License-Identifier: Apache-2.0
// CAMEO's codes in the ids of our tables.
#pragma once

#include <string>
#include <string_view>

#include "actors/content.h"
#include "actors/dictionary.h"

namespace demarche::actors {

// What a code says of who carries it.
struct CodeMeaning {
  enum class Kind {
    State,     // "AFG": the state itself
    Office,    // "AFGGOV", "AFGGOVEDU", "AFGELI": in the name of a state, with a sector
    Group,     // an armed group, organisation, firm, outlet: needs a name for its id
    Category,  // a people, religion or region: "CHRPRO"
  };
  Kind kind = Kind::Category;
  std::string id;  // of the state or office; of a group what stands before its name: "GRC.REB"
  std::string country, sector, sector2;
  std::string unknown;  // the first part, where it is no state that the tables know
};

CodeMeaning meaning_of(std::string_view code, CodeSystem system, const Tables::Content& content);

// Of an agent: "GOVMIL" → GOV.MIL.
struct AgentMeaning {
  std::string id, sector, sector2;
  bool is_organ = false;  // a body that acts, else a sort of people
};
AgentMeaning meaning_of_agent(std::string_view code);

}  // namespace demarche::actors
