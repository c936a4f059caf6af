// SPDX-License-Identifier: Apache-2.0
// From the value of a correction to the columns that hold it.
#include "record/item_fields.h"

namespace demarche::record {

namespace {

// An actor of the table needs no name of its own.
Json named_in_row(const Json& given, const char* field) {
  return value_at(given, "actor").is_null() ? value_at(given, field) : Json();
}

Json party_of(const Json& given, const Json& now, const std::string& by) {
  Json anchor = {{"span", {0, 0}}, {"by", by}};
  if (!now.is_null()) anchor["span"] = now.at("anchor").at("span");
  return {{"actor", value_at(given, "actor")},
          {"name", named_in_row(given, "name")},
          {"country", named_in_row(given, "country")},
          {"sector", named_in_row(given, "sector")},
          {"mention", now.is_null() ? Json() : now.at("mention")},
          {"anchor", anchor}};
}

Json anchor_by(const Json& now, const std::string& by) {
  Json anchor = now.value("anchor", Json());
  if (anchor.is_null()) anchor = {{"span", {0, 0}}};
  anchor["by"] = by;
  return anchor;
}

Json date_of(const Json& given, const Json& now, const std::string& by) {
  return {{"date_lo", value_at(given, "lo")},
          {"date_hi", value_at(given, "hi")},
          {"date_precision", value_at(given, "precision")},
          {"anchor", given.is_null() ? Json() : anchor_by(now, by)}};
}

Json place_of(const Json& given, const Json& now, const std::string& by) {
  if (given.is_null())
    return {{"place_name", nullptr},      {"place_country", nullptr}, {"latitude", nullptr},     {"longitude", nullptr},
            {"place_precision", nullptr}, {"geonameid", nullptr},     {"place_region", nullptr}, {"anchor", nullptr}};
  return {{"place_name", given.at("name")},
          {"place_country", given.at("country")},
          {"latitude", given.at("lat")},
          {"longitude", given.at("lon")},
          {"place_precision", given.at("precision")},
          {"geonameid", given.at("geonameid")},
          {"place_region", value_at(given, "region")},
          {"anchor", anchor_by(now, by)}};
}

// Somebody who is named speaks as such; one taken away leaves the manner of speaking as it was.
Json speaker_of(const Json& given, const Json& now, const std::string& by) {
  return {{"speaker", value_at(given, "actor")},
          {"speaker_name", named_in_row(given, "name")},
          {"speaker_person", value_at(given, "person")},
          {"speaker_kind", given.is_null() ? now.at("speaker_kind") : Json("named")},
          {"anchor", value_at(given, "actor").is_null() ? Json() : anchor_by(now, by)}};
}

Json mention_of(const Json& given, const std::string& by) {
  return {{"actor", value_at(given, "actor")},
          {"name", named_in_row(given, "name")},
          {"country", named_in_row(given, "country")},
          {"sector", named_in_row(given, "sector")},
          {"person", value_at(given, "person")},
          {"score", given.is_null() ? Json() : Json(1.0)},
          {"producer", given.is_null() ? Json() : Json(by)}};
}

}  // namespace

Json ItemFields::stored_form(const ItemKey& key, std::string_view field, const Json& given, const Json& now,
                             const std::string& by) {
  if (key.kind == Kind::Events && field == "date") return date_of(given, now, by);
  if (key.kind == Kind::Events && field == "place") return place_of(given, now, by);
  if (key.kind == Kind::Documents && field == "date") return {{"published", given}, {"stamp", given}};
  if (key.kind == Kind::Documents && field == "author")
    return line_of(given.is_null() ? Json::array() : Json::array({given}));
  if (given.is_array()) {
    Json out = Json::array();
    for (const Json& each : given) {
      ensure_actor(each);
      if (field == "addressee")
        out.push_back(each.at("actor"));
      else
        out.push_back(party_of(each, out.size() < now.size() ? now[out.size()] : Json(), by));
    }
    return out;
  }
  if (is_party_list(key, field) || field == "addressee") return Json::array();
  const bool is_actor =
      (key.kind == Kind::Statements && field == "speaker") || (key.kind == Kind::Mentions && field == "actor");
  if (!is_actor) return given;
  ensure_actor(given);
  return key.kind == Kind::Mentions ? mention_of(given, by) : speaker_of(given, now, by);
}

}  // namespace demarche::record
