// SPDX-License-Identifier: Apache-2.0
#include "record/corrections.h"

#include <charconv>
#include <set>

#include "base/error.h"
#include "record/loader.h"

namespace demarche::record {

namespace {

// Undoing and doing again alternate, so that their number tells.
const char* const kIsUndone =
    "(SELECT count(*) % 2 FROM correction_change WHERE correction_change.correction = correction.correction)";

std::string id_of(std::int64_t correction) { return "c" + std::to_string(correction); }

std::int64_t number_of(std::string_view id) {
  std::int64_t number = 0;
  const auto [end, failure] = std::from_chars(id.data() + !id.empty(), id.data() + id.size(), number);
  const bool is_whole = failure == std::errc() && end == id.data() + id.size();
  return is_whole && id.starts_with('c') ? number : 0;
}

Kind kind_of(const std::string& stored) { return kind_named(stored + "s"); }
std::string stored_name(Kind kind) {
  std::string name(name_of(kind));
  name.pop_back();
  return name;
}

}  // namespace

std::vector<std::string> Corrections::add(const ItemKey& key, const std::vector<Change>& changes,
                                          const Attribution& by) {
  const Standing standing = standing_of(database_, key);
  auto insert = database_.use(
      "INSERT INTO correction (kind, given, stands_at, document, anchors, ordinal, words, field, value, read, author, "
      "why, made) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  std::vector<std::string> ids;
  for (const auto& [field, value] : changes) {
    insert << stored_name(key.kind) << key.id << key.id
           << (key.is_part() ? standing.anchors.front().document : std::string()) << line_of(json_of(standing.anchors))
           << standing.ordinal << standing.words << field << line_of(value) << line_of(fields_.read(key, field))
           << by.by << by.why << now_utc();
    insert.run();
    ids.push_back(id_of(database_.last_row()));
  }
  settle(key);
  return ids;
}

void Corrections::change(std::string_view id, const char* act, const Attribution& by) {
  const std::int64_t number = number_of(id);
  std::string stands_at;
  {
    auto row = database_.use(std::string("SELECT stands_at, ") + kIsUndone + " FROM correction WHERE correction = ?");
    row << number;
    if (!row.step())
      throw Error(ErrorKind::NotFound,
                  std::string(id) + ": no such correction; “demarche list corrections” shows them");
    const bool is_undone = row.number(1) != 0, wants_undone = std::string_view(act) == "undo";
    if (is_undone == wants_undone)
      throw Error(ErrorKind::Usage, std::string(id) + (is_undone ? ": is undone already" : ": is not undone"));
    stands_at = row.text(0);
  }
  auto insert =
      database_.use("INSERT INTO correction_change (correction, act, author, why, made) VALUES (?, ?, ?, ?, ?)");
  (insert << number << act << by.by << by.why << now_utc()).run();
  if (const auto key = stands_at.empty() ? std::nullopt : key_of(database_, stands_at)) settle(*key);
}

void Corrections::settle(const ItemKey& key) {
  restore(key);
  struct Entry {
    std::int64_t correction;
    std::string field, value;
  };
  std::vector<Entry> entries;
  {
    auto rows = database_.use(std::string("SELECT correction, field, value FROM correction WHERE stands_at = ? AND ") +
                              kIsUndone + " = 0 ORDER BY correction");
    rows << key.id;
    while (rows.step()) entries.push_back({rows.number(0), rows.text(1), rows.text(2)});
  }
  for (const Entry& entry : entries) apply(key, entry.correction, entry.field, stored_json(database_, entry.value));
}

void Corrections::restore(const ItemKey& key) {
  std::vector<std::pair<std::string, std::string>> read;
  {
    auto rows = database_.use("SELECT field, read FROM corrected WHERE item = ?");
    rows << key.id;
    while (rows.step()) read.emplace_back(rows.text(0), rows.text(1));
  }
  for (const auto& [field, value] : read) fields_.write(key, field, stored_json(database_, value));
  forget("item = ?", key.id);
}

void Corrections::apply(const ItemKey& key, std::int64_t correction, const std::string& field, const Json& given) {
  const Json now = fields_.read(key, field);
  auto insert = database_.use(
      "INSERT INTO corrected VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET correction = excluded.correction");
  (insert << key.id << field << correction << line_of(now)).run();
  fields_.write(key, field, fields_.stored_form(key, field, given, now, "correction " + id_of(correction)));
}

void Corrections::put_at(std::int64_t correction, const std::optional<ItemKey>& key) {
  auto update = database_.use("UPDATE correction SET stands_at = ? WHERE correction = ?");
  (update << (key ? std::optional(key->id) : std::nullopt) << correction).run();
}

void Corrections::forget(const std::string& condition, const std::string& value) {
  auto remove = database_.use("DELETE FROM corrected WHERE " + condition);
  (remove << value).run();
}

namespace {

struct Waiting {
  std::int64_t correction = 0;
  Kind kind = Kind::Events;
  std::string given, stands_at;
  Standing standing;
};

std::vector<Waiting> entries_where(Database& database, const std::string& condition, const std::string& value) {
  auto rows = database.use("SELECT correction, kind, given, stands_at, anchors, ordinal FROM correction WHERE " +
                           condition + " ORDER BY correction");
  rows << value;
  std::vector<Waiting> out;
  while (rows.step())
    out.push_back({rows.number(0),
                   kind_of(rows.text(1)),
                   rows.text(2),
                   rows.text(3),
                   {anchors_of(stored_json(database, rows.text(4))), static_cast<int>(rows.number(5)), {}}});
  return out;
}

// A finding keeps its id as long as it is about the same; else its evidence tells.
std::optional<ItemKey> finding_of(Database& database, const Waiting& entry) {
  for (const std::string& id : {entry.given, entry.stands_at}) {
    const auto key = id.empty() ? std::nullopt : key_of(database, id);
    if (key && key->kind == entry.kind) return key;
  }
  return item_standing_at(database, entry.kind, entry.standing);
}

}  // namespace

// The rows are new: what `corrected` kept of the old ones says nothing any more.
void Corrections::reattach_parts(const std::string& document) {
  const auto entries = entries_where(database_, "document = ?", document);
  if (entries.empty()) return;
  forget("item >= ?1 || '.' AND item < ?1 || '/'", document);
  std::set<std::string> met;
  for (const Waiting& entry : entries) {
    const auto key = item_standing_at(database_, entry.kind, entry.standing);
    put_at(entry.correction, key);
    if (key) met.insert(key->id);
  }
  for (const std::string& id : met) settle(*key_of(database_, id));
}

void Corrections::reattach_findings() {
  static const std::string kFindings = "kind IN (SELECT value FROM json_each(?))";
  static const std::string kKinds = R"(["happening","position","dispute"])";
  const auto entries = entries_where(database_, kFindings, kKinds);
  if (entries.empty()) return;
  forget("correction IN (SELECT correction FROM correction WHERE " + kFindings + ")", kKinds);
  std::set<std::string> met;
  for (const Waiting& entry : entries) {
    const auto key = finding_of(database_, entry);
    put_at(entry.correction, key);
    if (key) met.insert(key->id);
  }
  for (const std::string& id : met) settle(*key_of(database_, id));
}

void Corrections::reattach_actors() {
  const auto entries = entries_where(database_, "kind = ?", "actor");
  forget("correction IN (SELECT correction FROM correction WHERE kind = ?)", "actor");
  std::set<std::string> met;
  for (const Waiting& entry : entries) {
    const auto key = key_of(database_, entry.given);
    put_at(entry.correction, key);
    if (key) met.insert(key->id);
  }
  for (const std::string& id : met) settle(*key_of(database_, id));
}

void add_corrected(Database& database, const ItemKey& key, Json& row) {
  auto rows = database.use("SELECT field, read FROM corrected WHERE item = ? ORDER BY field");
  rows << key.id;
  Json corrected = Json::object();
  while (rows.step()) {
    const std::string field = rows.text(0);
    corrected[field] = shown_value(database, key.kind, field, stored_json(database, rows.text(1)));
  }
  if (!corrected.empty()) row["corrected"] = std::move(corrected);
}

namespace {

// Of several entries on one field the last in force counts.
std::string state_of(Database& database, std::int64_t correction, const std::string& item, const std::string& field,
                     bool is_undone) {
  if (is_undone) return "undone";
  if (item.empty()) return "unattached";
  auto row = database.use("SELECT correction FROM corrected WHERE item = ? AND field = ?");
  row << item << field;
  return row.step() && row.number(0) == correction ? "in-force" : "outranked";
}

Json json_of(Database& database, const Use& row) {
  const std::int64_t number = row.number(0);
  const Kind kind = kind_of(row.text(1));
  const std::string item = row.text(3), field = row.text(6), anchors = row.text(4);
  const Json places = stored_json(database, anchors);
  Json out;
  out["id"] = id_of(number);
  out["item"] = text_or_null_json(item);
  out["kind"] = row.text(1);
  out["field"] = field;
  out["value"] = shown_value(database, kind, field, stored_json(database, row.text(7)));
  out["read"] = shown_value(database, kind, field, stored_json(database, row.text(8)));
  out["by"] = row.text(9);
  out["why"] = row.text(10);
  out["made"] = row.text(11);
  out["state"] = state_of(database, number, item, field, row.number(12) != 0);
  out["given_for"] = row.text(2);
  out["document"] = places.empty() ? Json() : places.front()[0];
  const bool has_words = !places.empty() && kind != Kind::Documents;
  out["span"] = has_words ? Json{places.front()[1], places.front()[2]} : Json();
  out["words"] = text_or_null_json(row.text(5));
  Json changes = Json::array();
  auto found =
      database.use("SELECT act, author, why, made FROM correction_change WHERE correction = ? ORDER BY change");
  found << number;
  while (found.step())
    changes.push_back({{"act", found.text(0)}, {"by", found.text(1)}, {"why", found.text(2)}, {"made", found.text(3)}});
  out["changes"] = std::move(changes);
  return out;
}

std::string rows_where(const std::string& condition) {
  return std::string(
             "SELECT correction, kind, given, stands_at, anchors, words, field, value, read, author, why, made, ") +
         kIsUndone + " FROM correction WHERE " + condition + " ORDER BY correction";
}

}  // namespace

std::uint64_t list_corrections(Database& database, const Query& query, const std::function<void(Json&&)>& take) {
  auto rows = database.use(rows_where(
      "(?1 = '' OR (length(?1) >= 4 AND substr(document, 1, length(?1)) = ?1) OR substr(given, 1, length(?1)) = ?1) "
      "AND (?2 = '' OR substr(made, 1, 10) >= ?2) AND (?3 = '' OR substr(made, 1, 10) <= ?3)"));
  rows << query.document << (query.since.empty() ? "" : day_at(query.since, Edge::First))
       << (query.until.empty() ? "" : day_at(query.until, Edge::Last));
  std::uint64_t count = 0;
  while (rows.step()) {
    Json row = json_of(database, rows);
    if (!query.state.empty() && row["state"] != query.state) continue;
    if (query.limit == 0 || count < query.limit) take(std::move(row));
    ++count;
  }
  return count;
}

std::vector<Json> corrections_of(Database& database, const std::string& item) {
  auto rows = database.use(rows_where("stands_at = ?1 OR correction = ?2"));
  rows << item << number_of(item);
  std::vector<Json> out;
  while (rows.step()) out.push_back(json_of(database, rows));
  return out;
}

}  // namespace demarche::record
