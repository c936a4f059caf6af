// SPDX-License-Identifier: Apache-2.0
#include "record/item_fields.h"

namespace demarche::record {

namespace {

Json name_of_row(Database& database, const Json& actor) {
  if (!actor.is_string()) return {};
  auto row = database.use("SELECT name FROM actor WHERE id = ?");
  row << actor.get<std::string>();
  return row.step() ? text_or_null_json(row.text(0)) : Json();
}

// From either form: an id with the name that the record has for it, or the name alone.
Json shown_actor(Database& database, const Json& value, const char* id, const char* name, const char* person) {
  const Json actor = value_at(value, id);
  Json out = {{"actor", actor}, {"name", value_at(value, name)}};
  if (out["name"].is_null()) out["name"] = name_of_row(database, actor);
  if (const Json who = value_at(value, person); !who.is_null()) out["person"] = who;
  return out["actor"].is_null() && out["name"].is_null() && !out.contains("person") ? Json() : out;
}

Json shown_actors(Database& database, const Json& list) {
  Json out = Json::array();
  for (const Json& each : list)
    out.push_back(each.is_string() ? shown_actor(database, {{"actor", each}}, "actor", "name", "person")
                                   : shown_actor(database, each, "actor", "name", "person"));
  return out;
}

Json shown_date(const Json& value) {
  if (value.contains("published")) return value.at("published");
  if (!value.contains("date_lo")) return value;
  const Json lo = value.at("date_lo"), hi = value.at("date_hi"), precision = value.at("date_precision");
  return precision.is_null() ? Json() : Json{{"lo", lo}, {"hi", hi}, {"precision", precision}};
}

}  // namespace

Json shown_value(Database& database, Kind kind, std::string_view field, const Json& value) {
  if (value.is_array()) return shown_actors(database, value);
  if (kind == Kind::Documents && field == "author" && value.is_string()) {
    const Json authors = Json::parse(value.get<std::string>(), nullptr, false);
    return authors.is_array() ? (authors.empty() ? Json() : authors.front()) : value;
  }
  if (!value.is_object()) return value;
  if (field == "place") return value_at(value, value.contains("place_name") ? "place_name" : "name");
  if (field == "date") return shown_date(value);
  if (field == "speaker" && value.contains("speaker_kind"))
    return shown_actor(database, value, "speaker", "speaker_name", "speaker_person");
  return shown_actor(database, value, "actor", "name", "person");
}

}  // namespace demarche::record
