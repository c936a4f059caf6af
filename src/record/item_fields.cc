// SPDX-License-Identifier: Apache-2.0
#include "record/item_fields.h"

#include <array>
#include <map>
#include <vector>

#include "record/loader.h"

namespace demarche::record {

namespace {

bool is_party_list(const ItemKey& key, std::string_view field) {
  return key.kind == Kind::Events && (field == "actor" || field == "recipient");
}

// Fields of several columns, and the field of the evidence that belongs to them.
struct Columns {
  std::vector<const char*> names;
  const char* evidence = nullptr;
};

const Columns* columns_of(Kind kind, std::string_view field) {
  static const Columns date{{"date_lo", "date_hi", "date_precision"}, "date"};
  static const Columns place{
      {"place_name", "place_country", "latitude", "longitude", "place_precision", "geonameid", "place_region"},
      "place"};
  static const Columns speaker{{"speaker", "speaker_name", "speaker_person", "speaker_kind"}, "speaker"};
  static const Columns mention{{"actor", "name", "country", "sector", "person", "score", "producer"}};
  static const Columns published{{"published", "stamp"}};
  if (kind == Kind::Events && field == "date") return &date;
  if (kind == Kind::Events && field == "place") return &place;
  if (kind == Kind::Statements && field == "speaker") return &speaker;
  if (kind == Kind::Mentions && field == "actor") return &mention;
  if (kind == Kind::Documents && field == "date") return &published;
  return nullptr;
}

// Columns that must not be NULL hold '' for nothing.
bool is_never_null(Kind kind, std::string_view column) {
  return kind == Kind::Actors || (kind == Kind::Documents && column == "outlet");
}

std::string where(const ItemKey& key) {
  if (key.kind == Kind::Actors || is_finding(key.kind)) return " WHERE id = ?";
  return key.is_part() ? " WHERE doc = ? AND nr = ?" : " WHERE doc = ?";
}

void bind_key(Use& use, const ItemKey& key) {
  if (key.kind == Kind::Actors || is_finding(key.kind))
    use << key.id;
  else if (key.is_part())
    use << key.doc << key.number;
  else
    use << key.doc;
}

Json cell(const Use& row, int column) {
  switch (sqlite3_column_type(row.raw(), column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return row.number(column);
    case SQLITE_FLOAT:
      return row.real(column);
    default:
      return row.text(column);
  }
}

void bind_value(Use& use, const Json& value) {
  if (value.is_null())
    use << nullptr;
  else if (value.is_number_integer())
    use << value.get<std::int64_t>();
  else if (value.is_number())
    use << value.get<double>();
  else
    use << value.get<std::string>();
}

Json at(const Json& object, const char* field) {
  const auto found = object.is_object() ? object.find(field) : object.end();
  return object.is_object() && found != object.end() && *found != "" ? *found : Json();
}

// Where the analyses search and sort a finding by the field, too.
const char* finding_column(Kind kind, std::string_view field) {
  if (kind == Kind::Disputes && field == "state") return "state";
  if (kind == Kind::Positions && field == "stance") return "stance";
  if (kind == Kind::Positions && field == "issue") return "issue";
  if (kind == Kind::Happenings && field == "event") return "event";
  if (kind == Kind::Happenings && field == "mode") return "mode";
  return nullptr;
}

}  // namespace

Json ItemFields::column(const ItemKey& key, const std::string& column) {
  auto row = database_.use("SELECT " + column + " FROM " + table_of(key.kind) + where(key));
  bind_key(row, key);
  return row.step() ? cell(row, 0) : Json();
}

void ItemFields::set_column(const ItemKey& key, const std::string& column, const Json& value) {
  auto update = database_.use(std::string("UPDATE ") + table_of(key.kind) + " SET " + column + " = ?" + where(key));
  bind_value(update, value.is_null() && is_never_null(key.kind, column) ? Json("") : value);
  bind_key(update, key);
  update.run();
}

Json ItemFields::anchor(const ItemKey& key, std::string_view field, int ordinal) {
  auto row = database_.use(
      "SELECT begin_at, end_at, name FROM evidence JOIN producer USING (producer) WHERE doc = ? AND item = ? AND field "
      "= ? AND ordinal = ?");
  row << key.doc << key.local() << field << ordinal;
  if (!row.step()) return {};
  return {{"span", {row.number(0), row.number(1)}}, {"by", row.text(2)}};
}

void ItemFields::set_anchor(const ItemKey& key, std::string_view field, int ordinal, const Json& anchor) {
  auto remove = database_.use("DELETE FROM evidence WHERE doc = ? AND item = ? AND field = ? AND ordinal = ?");
  (remove << key.doc << key.local() << field << ordinal).run();
  if (anchor.is_null()) return;
  auto insert = database_.use("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)");
  (insert << key.doc << key.local() << field << ordinal << anchor.at("span")[0].get<std::int64_t>()
          << anchor.at("span")[1].get<std::int64_t>() << producer_(anchor.at("by").get<std::string>()))
      .run();
}

Json ItemFields::parties(const ItemKey& key, std::string_view role) {
  auto rows = database_.use(
      "SELECT ordinal, actor, name, country, sector, mention FROM participant WHERE doc = ? AND event = ? AND role = ? "
      "ORDER BY ordinal");
  rows << key.doc << key.number << role;
  Json out = Json::array();
  while (rows.step()) {
    Json party = {{"actor", cell(rows, 1)},
                  {"name", cell(rows, 2)},
                  {"country", cell(rows, 3)},
                  {"sector", cell(rows, 4)},
                  {"mention", cell(rows, 5)}};
    party["anchor"] = anchor(key, role, static_cast<int>(rows.number(0)));
    out.push_back(std::move(party));
  }
  return out;
}

void ItemFields::set_parties(const ItemKey& key, std::string_view role, const Json& stored) {
  auto remove = database_.use("DELETE FROM participant WHERE doc = ? AND event = ? AND role = ?");
  (remove << key.doc << key.number << role).run();
  auto forget = database_.use("DELETE FROM evidence WHERE doc = ? AND item = ? AND field = ?");
  (forget << key.doc << key.local() << role).run();
  auto insert = database_.use("INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const Json& party : stored) {
    insert << key.doc << key.number << role << ordinal;
    for (const char* column : {"actor", "name", "country", "sector", "mention"}) bind_value(insert, party.at(column));
    insert.run();
    set_anchor(key, role, ordinal++, party.at("anchor"));
  }
}

Json ItemFields::addressees(const ItemKey& key) {
  auto rows = database_.use("SELECT actor FROM addressee WHERE doc = ? AND statement = ? ORDER BY ordinal");
  rows << key.doc << key.number;
  Json out = Json::array();
  while (rows.step()) out.push_back(rows.text(0));
  return out;
}

void ItemFields::set_addressees(const ItemKey& key, const Json& stored) {
  auto remove = database_.use("DELETE FROM addressee WHERE doc = ? AND statement = ?");
  (remove << key.doc << key.number).run();
  auto insert = database_.use("INSERT INTO addressee VALUES (?, ?, ?, ?)");
  int ordinal = 0;
  for (const Json& actor : stored) (insert << key.doc << key.number << ordinal++ << actor.get<std::string>()).run();
}

Json ItemFields::columns(const ItemKey& key, std::string_view field) {
  const Columns& columns = *columns_of(key.kind, field);
  Json out;
  for (const char* name : columns.names) out[name] = column(key, name);
  if (columns.evidence != nullptr) out["anchor"] = anchor(key, columns.evidence, 0);
  return out;
}

void ItemFields::set_columns(const ItemKey& key, std::string_view field, const Json& stored) {
  const Columns& columns = *columns_of(key.kind, field);
  for (const char* name : columns.names) {
    if (std::string_view(name) == "producer" && stored.at(name).is_string())
      set_column(key, name, producer_(stored.at(name).get<std::string>()));
    else
      set_column(key, name, stored.at(name));
  }
  if (columns.evidence != nullptr) set_anchor(key, columns.evidence, 0, stored.at("anchor"));
}

Json ItemFields::in_finding(const ItemKey& key, std::string_view field) {
  const Json json = stored_json(database_, column(key, "json").get<std::string>());
  return json.value(std::string(field), Json());
}

void ItemFields::set_in_finding(const ItemKey& key, std::string_view field, const Json& value) {
  Json json = stored_json(database_, column(key, "json").get<std::string>());
  json[std::string(field)] = value;
  set_column(key, "json", line_of(json));
  if (const char* name = finding_column(key.kind, field)) set_column(key, name, value);
  if (key.kind == Kind::Happenings && field == "date") {
    set_column(key, "lo", at(value, "lo"));
    set_column(key, "hi", at(value, "hi"));
  }
}

Json ItemFields::read(const ItemKey& key, std::string_view field) {
  if (field == "right") return column(key, "withdrawn") == 0;
  if (is_finding(key.kind)) return in_finding(key, field);
  if (is_party_list(key, field)) return parties(key, field);
  if (key.kind == Kind::Statements && field == "addressee") return addressees(key);
  if (columns_of(key.kind, field) != nullptr) return columns(key, field);
  return column(key, field == "author" ? "authors" : std::string(field));
}

void ItemFields::write(const ItemKey& key, std::string_view field, const Json& stored) {
  if (field == "right")
    set_column(key, "withdrawn", stored.get<bool>() ? 0 : 1);
  else if (is_finding(key.kind))
    set_in_finding(key, field, stored);
  else if (is_party_list(key, field))
    set_parties(key, field, stored);
  else if (key.kind == Kind::Statements && field == "addressee")
    set_addressees(key, stored);
  else if (columns_of(key.kind, field) != nullptr)
    set_columns(key, field, stored);
  else
    set_column(key, field == "author" ? "authors" : std::string(field), stored);
}

// Items point at this row. One that is there says what it said before.
void ItemFields::ensure_actor(const Json& given) {
  if (at(given, "actor").is_null()) return;
  const auto text = [&](const char* field) {
    const Json value = at(given, field);
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  auto insert = database_.use("INSERT INTO actor VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
  (insert << text("actor") << text("name") << text("country") << text("sector")).run();
}

namespace {

// An actor of the table needs no name of its own.
Json named_in_row(const Json& given, const char* field) {
  return at(given, "actor").is_null() ? at(given, field) : Json();
}

Json party_of(const Json& given, const Json& now, const std::string& by) {
  Json anchor = {{"span", {0, 0}}, {"by", by}};
  if (!now.is_null()) anchor["span"] = now.at("anchor").at("span");
  return {{"actor", at(given, "actor")},
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
  return {{"date_lo", at(given, "lo")},
          {"date_hi", at(given, "hi")},
          {"date_precision", at(given, "precision")},
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
          {"place_region", at(given, "region")},
          {"anchor", anchor_by(now, by)}};
}

// Somebody who is named speaks as such; one taken away leaves the manner of speaking as it was.
Json speaker_of(const Json& given, const Json& now, const std::string& by) {
  return {{"speaker", at(given, "actor")},
          {"speaker_name", named_in_row(given, "name")},
          {"speaker_person", at(given, "person")},
          {"speaker_kind", given.is_null() ? now.at("speaker_kind") : Json("named")},
          {"anchor", at(given, "actor").is_null() ? Json() : anchor_by(now, by)}};
}

Json mention_of(const Json& given, const std::string& by) {
  return {{"actor", at(given, "actor")},
          {"name", named_in_row(given, "name")},
          {"country", named_in_row(given, "country")},
          {"sector", named_in_row(given, "sector")},
          {"person", at(given, "person")},
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

namespace {

Json name_of_row(Database& database, const Json& actor) {
  if (!actor.is_string()) return {};
  auto row = database.use("SELECT name FROM actor WHERE id = ?");
  row << actor.get<std::string>();
  return row.step() ? text_or_null_json(row.text(0)) : Json();
}

// From either form: an id with the name that the record has for it, or the name alone.
Json shown_actor(Database& database, const Json& value, const char* id, const char* name, const char* person) {
  const Json actor = at(value, id);
  Json out = {{"actor", actor}, {"name", at(value, name)}};
  if (out["name"].is_null()) out["name"] = name_of_row(database, actor);
  if (const Json who = at(value, person); !who.is_null()) out["person"] = who;
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
  if (field == "place") return at(value, value.contains("place_name") ? "place_name" : "name");
  if (field == "date") return shown_date(value);
  if (field == "speaker" && value.contains("speaker_kind"))
    return shown_actor(database, value, "speaker", "speaker_name", "speaker_person");
  return shown_actor(database, value, "actor", "name", "person");
}

}  // namespace demarche::record
