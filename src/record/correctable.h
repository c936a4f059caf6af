// SPDX-License-Identifier: Apache-2.0
// What a person may correct: the fields of each kind of item and the values that each may take.
// Part of the face of record: include "record/record.h".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/json.h"
#include "record/query.h"

namespace demarche::record {

// The JSON of a value, null when it is cleared:
//   Choice, Text  "deny"
//   Truth         true, false
//   Day           "2018-01-04"
//   Period        {"lo": day or null, "hi": day or null, "precision": "month"}
//   Place         {"name", "country", "region", "lat", "lon", "precision", "geonameid"}
//   Actor         {"actor", "name", "country", "sector", "person"}; an unnamed somebody has no "actor"
//   Actors        a list of these
enum class ValueKind { Choice, Text, Truth, Day, Period, Place, Actor, Actors };

struct Correctable {
  std::string_view field;
  ValueKind value = ValueKind::Text;
  std::vector<std::string_view> choices = {};
  bool may_be_empty = false;
};

// Empty for a kind of which nothing can be corrected.
const std::vector<Correctable>& correctable_fields(Kind kind);

// Throws Error{Usage} naming the fields that there are.
const Correctable& correctable_field(Kind kind, std::string_view field);

// Whether the text is one of the choices of a field, or empty where that is allowed. Throws Error{Usage} naming them.
void check_choice(const Correctable& field, const std::string& text);

// “hardened”-like words for one mode of an event: throws Error{Usage} naming the modes that the event has.
void check_mode(std::string_view event, const std::string& mode);

}  // namespace demarche::record
