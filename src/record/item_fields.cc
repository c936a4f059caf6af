// SPDX-License-Identifier: Apache-2.0
#include "record/item_fields.h"

#include <array>
#include <map>
#include <vector>

#include "record/loader.h"
#include "record/rows.h"

namespace demarche::record {

namespace {

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

bool is_party_list(const ItemKey& key, std::string_view field) {
  return key.kind == Kind::Events && (field == "actor" || field == "recipient");
}

Json value_at(const Json& object, const char* field) {
  const auto found = object.is_object() ? object.find(field) : object.end();
  return object.is_object() && found != object.end() && *found != "" ? *found : Json();
}

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
      "SELECT ordinal, actor, name, country, sector, mention, guess FROM participant WHERE doc = ? AND event = ? AND "
      "role = ? "
      "ORDER BY ordinal");
  rows << key.doc << key.number << role;
  Json out = Json::array();
  while (rows.step()) {
    Json party = {{"actor", cell(rows, 1)},  {"name", cell(rows, 2)},    {"country", cell(rows, 3)},
                  {"sector", cell(rows, 4)}, {"mention", cell(rows, 5)}, {"guess", cell(rows, 6)}};
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
  auto insert = database_.use("INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const Json& party : stored) {
    insert << key.doc << key.number << role << ordinal;
    for (const char* column : {"actor", "name", "country", "sector", "mention"}) bind_value(insert, party.at(column));
    (insert << party.value("guess", 0)).run();
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
    set_column(key, "lo", value_at(value, "lo"));
    set_column(key, "hi", value_at(value, "hi"));
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
  if (value_at(given, "actor").is_null()) return;
  const auto text = [&](const char* field) {
    const Json value = value_at(given, field);
    return value.is_string() ? value.get<std::string>() : std::string();
  };
  auto insert = database_.use("INSERT INTO actor VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
  (insert << text("actor") << text("name") << text("country") << text("sector")).run();
}

}  // namespace demarche::record
