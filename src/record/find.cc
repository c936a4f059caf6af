// SPDX-License-Identifier: Apache-2.0
// Single items by id, full text, whole tables.
#include <algorithm>

#include "base/error.h"
#include "record/corrections.h"
#include "record/filter.h"
#include "record/item_key.h"
#include "record/loader.h"
#include "record/record.h"
#include "record/rows.h"

namespace demarche::record {

namespace {

Json finding(Database& database, const ItemKey& key) {
  auto row = database.use(std::string("SELECT json FROM ") + table_of(key.kind) + " WHERE id = ?");
  row << key.id;
  Json json = row.step() ? stored_json(database, row.text(0)) : Json();
  add_corrected(database, key, json);
  return json;
}

// “1f0c….e5”
Json part(Database& database, const ItemKey& key) {
  Rows rows(database);
  if (key.kind == Kind::Statements) return rows.statement(key.doc, key.number);
  if (key.kind == Kind::Events) return rows.event(key.doc, key.number);
  return rows.mention(key.doc, key.number);
}

Hit hit(const Use& row) {
  return {.id = row.text(0),
          .document = row.text(1),
          .path = row.text(2),
          .title = row.text(3),
          .outlet = row.text(4),
          .published = row.text(5),
          .words = row.text(6),
          .rank = row.real(7)};
}

const char* const kDocumentHits =
    "SELECT d.id, d.id, d.path, d.title, d.outlet, d.published, snippet(document_text, 1, char(2), char(3), ' … ', "
    "28), bm25(document_text) "
    "FROM document_text JOIN document AS d ON d.doc = document_text.rowid WHERE document_text MATCH ? AND ";
const char* const kStatementHits =
    "SELECT d.id || '.s' || s.nr, d.id, d.path, d.title, d.outlet, d.published, (SELECT group_concat(substr(d.text, "
    "begin_at + 1, end_at - begin_at), "
    "' … ') FROM evidence WHERE evidence.doc = s.doc AND item = 's' || s.nr AND field = 'content'), "
    "bm25(statement_text) FROM statement_text "
    "JOIN statement AS s ON s.doc = statement_text.rowid / 1048576 AND s.nr = statement_text.rowid % 1048576 JOIN "
    "document AS d ON d.doc = s.doc "
    "WHERE statement_text MATCH ? AND ";

}  // namespace

// A document may be named by the beginning of its id, also before the point of its parts.
std::optional<ItemKey> Record::key_of(std::string_view id) const {
  if (auto key = record::key_of(*database_, id)) return key;
  const std::size_t point = id.find('.');
  const auto holder = document(id.substr(0, point));
  if (!holder) return std::nullopt;
  return record::key_of(*database_, holder->id + std::string(point == std::string_view::npos ? "" : id.substr(point)));
}

std::optional<Kind> Record::kind_of(std::string_view item) const {
  const auto key = key_of(item);
  return key ? std::optional(key->kind) : std::nullopt;
}

Json Record::item(std::string_view id) const {
  const auto key = key_of(id);
  if (key && key->is_part()) return part(*database_, *key);
  if (key && is_finding(key->kind)) return finding(*database_, *key);
  if (key && key->kind == Kind::Documents) return Rows(*database_).document(key->doc);
  if (const auto entries = key ? std::vector<Json>() : corrections_of(*database_, std::string(id)); !entries.empty())
    return entries.front();
  Json actor;
  list({.kind = Kind::Actors, .actor = std::string(id)}, [&](Json&& row) {
    if (row["id"] == std::string(id)) actor = std::move(row);
  });
  return actor;
}

std::vector<Hit> Record::search(std::string_view words, const Query& query) const {
  const bool in_statements = query.kind == Kind::Statements;
  if (!in_statements && query.kind != Kind::Documents)
    throw Error(ErrorKind::Usage, "search looks in documents or statements");
  query.validate();
  const std::string expression = full_text_expression(words);
  if (expression.empty()) throw Error(ErrorKind::Usage, "search needs a word to look for");
  Filter filter;
  filter.push(expression);
  if (in_statements)
    add_statement_conditions(filter, *database_, query);
  else
    add_document_conditions(filter, *database_, query);
  auto rows =
      database_->use((in_statements ? kStatementHits : kDocumentHits) + filter.sql() + " ORDER BY rank LIMIT ?");
  filter.bind(rows);
  rows << (query.limit == 0 ? -1 : static_cast<std::int64_t>(query.limit));
  std::vector<Hit> hits;
  while (rows.step()) hits.push_back(hit(rows));
  return hits;
}

const std::vector<std::string>& Record::tables() {
  static const std::vector<std::string> names = {
      "document",      "copy",          "block",       "mention",           "actor",    "statement", "addressee",
      "event",         "event_context", "participant", "quantity",          "moment",   "place",     "note",
      "failure",       "evidence",      "producer",    "happening",         "position", "dispute",   "figure",
      "finding_actor", "run",           "correction",  "correction_change", "corrected"};
  return names;
}

std::uint64_t Record::dump(std::string_view table, const std::function<void(const std::vector<std::string>&)>& head,
                           const std::function<void(Json&&)>& take) const {
  if (std::find(tables().begin(), tables().end(), table) == tables().end()) {
    std::string known;
    for (const std::string& name : tables()) known += (known.empty() ? "" : ", ") + name;
    throw Error(ErrorKind::Usage, std::string(table) + ": no such table; there are " + known);
  }
  auto rows = database_->use("SELECT * FROM " + std::string(table));
  std::vector<std::string> columns;
  for (int i = 0; i < sqlite3_column_count(rows.raw()); ++i) columns.emplace_back(sqlite3_column_name(rows.raw(), i));
  head(columns);
  std::uint64_t count = 0;
  for (; rows.step(); ++count) {
    Json row;
    for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = cell(rows, static_cast<int>(i));
    take(std::move(row));
  }
  return count;
}

}  // namespace demarche::record
