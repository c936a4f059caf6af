// SPDX-License-Identifier: Apache-2.0
// One function per kind: the conditions that its filters stand for, and the row that each match becomes.
#include <functional>

#include "base/error.h"
#include "record/corrections.h"
#include "record/filter.h"
#include "record/record.h"
#include "record/rows.h"

namespace demarche::record {

namespace {

using Take = std::function<void(Json&&)>;

// Steps through all matches, turning the first `limit` into rows.
std::uint64_t each_row(Database& database, const std::string& sql, const Filter& filter, std::uint64_t limit,
                       const std::function<void(const Use&)>& take) {
  auto rows = database.use(sql);
  filter.bind(rows);
  std::uint64_t count = 0;
  while (rows.step()) {
    if (limit == 0 || count < limit) take(rows);
    ++count;
  }
  return count;
}

void add_party(Filter& filter, Database& database, const char* role, const std::string& given) {
  if (given.empty()) return;
  const ActorFilter actor = actor_filter(database, given);
  filter.add(std::string("(e.doc, e.nr) IN (SELECT doc, event FROM participant WHERE role = '") + role +
                 "' AND actor IN " + kIds + " UNION SELECT doc, event FROM participant WHERE role = '" + role +
                 "' AND name LIKE ? ESCAPE '\\')",
             actor.ids, actor.pattern);
}

std::uint64_t list_documents(Database& database, const Query& query, const Take& take) {
  Filter filter;
  add_document_conditions(filter, database, query);
  Rows rows(database);
  return each_row(database, "SELECT doc FROM document AS d WHERE " + filter.sql() + " ORDER BY published, doc", filter,
                  query.limit, [&](const Use& row) { take(rows.document(row.number(0))); });
}

std::uint64_t list_actors(Database& database, const Query& query, const Take& take) {
  Filter filter;
  add_document_filters(filter, query, Dates::Published);
  std::string where = "mentions + statements + acts + receives > 0";
  if (!query.actor.empty()) where += std::string(" AND id IN ") + kIds;
  const std::string sql =
      "WITH chosen AS MATERIALIZED (SELECT doc FROM document AS d WHERE " + filter.sql() +
      "), gone AS (SELECT doc, nr FROM event WHERE withdrawn <> 0), counted AS (SELECT id, name, country, sector, "
      "(SELECT count(*) FROM mention WHERE actor = a.id AND withdrawn = 0 AND doc IN chosen) AS mentions, "
      "(SELECT count(DISTINCT doc) FROM mention WHERE actor = a.id AND withdrawn = 0 AND doc IN chosen) AS documents, "
      "(SELECT count(*) FROM statement WHERE speaker = a.id AND withdrawn = 0 AND doc IN chosen) AS statements, "
      "(SELECT count(*) FROM participant WHERE actor = a.id AND role = 'actor' AND doc IN chosen AND (doc, event) NOT "
      "IN gone) AS acts, "
      "(SELECT count(*) FROM participant WHERE actor = a.id AND role = 'recipient' AND doc IN chosen AND (doc, event) "
      "NOT IN gone) AS receives "
      "FROM actor AS a) SELECT * FROM counted WHERE " +
      where + " ORDER BY mentions + acts + receives DESC, id";
  if (!query.actor.empty()) filter.push(actor_filter(database, query.actor).ids);
  return each_row(database, sql, filter, query.limit, [&](const Use& row) {
    Json out;
    int column = 0;
    for (const char* field : {"id", "name", "country", "sector"}) out[field] = text_or_null_json(row.text(column++));
    for (const char* field : {"mentions", "documents", "statements", "events_as_actor", "events_as_recipient"})
      out[field] = row.number(column++);
    add_corrected(database, {.kind = Kind::Actors, .id = row.text(0)}, out);
    take(std::move(out));
  });
}

std::uint64_t list_mentions(Database& database, const Query& query, const Take& take) {
  Filter filter;
  filter.add("m.withdrawn = 0");
  add_document_filters(filter, query, Dates::Published);
  if (!query.actor.empty()) {
    const ActorFilter actor = actor_filter(database, query.actor);
    filter.add(std::string("m.actor IN ") + kIds + " OR m.person LIKE ? ESCAPE '\\'", actor.ids, actor.pattern);
  }
  Rows rows(database);
  return each_row(database,
                  "SELECT m.doc, m.nr FROM mention AS m JOIN document AS d USING (doc) WHERE " + filter.sql() +
                      " ORDER BY published, m.doc, m.nr",
                  filter, query.limit, [&](const Use& row) { take(rows.mention(row.number(0), row.number(1))); });
}

std::uint64_t list_statements(Database& database, const Query& query, const Take& take) {
  Filter filter;
  add_statement_conditions(filter, database, query);
  Rows rows(database);
  return each_row(database,
                  "SELECT s.doc, s.nr FROM statement AS s JOIN document AS d USING (doc) WHERE " + filter.sql() +
                      " ORDER BY published, s.doc, s.nr",
                  filter, query.limit, [&](const Use& row) { take(rows.statement(row.number(0), row.number(1))); });
}

void add_event_dates(Filter& filter, const Query& query) {
  if (!query.since.empty())
    filter.add("coalesce(e.date_hi, iif(e.date_lo IS NULL, d.published, '9999')) >= ?",
               day_at(query.since, Edge::First));
  if (!query.until.empty())
    filter.add("coalesce(e.date_lo, iif(e.date_hi IS NULL, d.published, '0000')) <= ?",
               day_at(query.until, Edge::Last));
}

void add_event_words(Filter& filter, const std::string& about) {
  if (about.empty()) return;
  filter.add(
      "(e.doc, e.nr) IN (SELECT doc, event FROM event_context WHERE context = ?) OR (SELECT substr(d.text, begin_at + "
      "1, end_at - begin_at) "
      "FROM evidence WHERE evidence.doc = e.doc AND item = 'e' || e.nr AND field = 'sentence') LIKE ? ESCAPE '\\'",
      about, like_pattern(about));
}

std::uint64_t list_events(Database& database, const Query& query, const Take& take) {
  Filter filter;
  filter.add("e.withdrawn = 0");
  add_document_filters(filter, query, Dates::Elsewhere);
  add_event_dates(filter, query);
  add_party(filter, database, "actor", query.actor);
  add_party(filter, database, "recipient", query.recipient);
  add_speaker(filter, database, query.speaker);
  add_value(filter, "e.event", query.type);
  add_value(filter, "s.act", query.act);
  add_value(filter, "e.polarity", query.polarity);
  add_value(filter, "e.modality", query.modality);
  add_score(filter, "e.score", query.min_score);
  add_event_words(filter, query.about);
  Rows rows(database);
  return each_row(database,
                  "SELECT e.doc, e.nr FROM event AS e JOIN document AS d USING (doc) LEFT JOIN statement AS s ON "
                  "s.withdrawn = 0 AND s.doc "
                  "= e.doc AND s.nr = e.inside WHERE " +
                      filter.sql() + " ORDER BY coalesce(e.date_lo, e.date_hi, d.published), e.doc, e.nr",
                  filter, query.limit, [&](const Use& row) { take(rows.event(row.number(0), row.number(1))); });
}

// Names as findings show them, also of those who have no id.
std::string names_of_finding(Kind kind, const std::string& role) {
  if (kind == Kind::Positions || kind == Kind::Figures) return "SELECT json_extract(f.json, '$.name') AS value";
  if (kind == Kind::Disputes)
    return "SELECT name.value FROM json_each(f.json, '$.sides') AS side, json_each(side.value, '$.names') AS name";
  return "SELECT value FROM json_each(f.json, '$." + role + "_names')";
}

// `role` is empty for any.
void add_finding_actor(Filter& filter, Database& database, Kind kind, const std::string& role,
                       const std::string& given) {
  if (given.empty()) return;
  const ActorFilter actor = actor_filter(database, given);
  const std::string roles = role.empty() ? "1" : "role = '" + role + "'";
  filter.add("f.id IN (SELECT item FROM finding_actor WHERE " + roles + " AND actor IN " + kIds +
                 ") OR EXISTS (SELECT 1 FROM (" + names_of_finding(kind, role.empty() ? "actor" : role) +
                 ") WHERE value LIKE ? ESCAPE '\\')",
             actor.ids, actor.pattern);
}

void add_finding_documents(Filter& filter, const Query& query) {
  if (query.document.empty() && query.outlet.empty()) return;
  Filter documents;
  add_document_filters(documents, query, Dates::Elsewhere);
  filter.append("f.id IN (SELECT item FROM evidence JOIN document AS d USING (doc) WHERE length(item) > 12 AND " +
                    documents.sql() + ")",
                documents);
}

// `type` is the column that --type compares; positions have none.
std::uint64_t list_findings(Database& database, const char* table, const char* type, const Query& query,
                            const Take& take) {
  Filter filter;
  filter.add("f.withdrawn = 0");
  if (query.kind == Kind::Disputes) add_value(filter, "f.state", query.state);
  add_finding_actor(filter, database, query.kind, query.kind == Kind::Happenings ? "actor" : "", query.actor);
  add_finding_actor(filter, database, query.kind, "recipient", query.recipient);
  add_finding_actor(filter, database, query.kind, "", query.speaker);
  if (type != nullptr) add_value(filter, type, query.type);
  add_score(filter, "f.score", query.min_score);
  if (!query.about.empty()) filter.add("f.words LIKE ? ESCAPE '\\'", like_pattern(query.about));
  if (!query.since.empty()) filter.add("coalesce(f.hi, f.lo) >= ?", day_at(query.since, Edge::First));
  if (!query.until.empty()) filter.add("coalesce(f.lo, f.hi) <= ?", day_at(query.until, Edge::Last));
  add_finding_documents(filter, query);
  const std::string by_day = "coalesce(f.lo, f.hi) IS NULL, coalesce(f.lo, f.hi), f.id";
  // A line of positions stays together: all of one actor on one issue have one score.
  const std::string order = query.kind == Kind::Disputes ? "f.score DESC, f.id"
                            : query.kind == Kind::Positions
                                ? "f.score DESC, json_extract(f.json, '$.name'), f.issue, " + by_day
                            : query.kind == Kind::Figures ? "f.matter, f.lo, f.id"
                                                          : by_day;
  return each_row(database,
                  std::string("SELECT json, f.id FROM ") + table + " AS f WHERE " + filter.sql() + " ORDER BY " + order,
                  filter, query.limit, [&](const Use& row) {
                    Json json = stored_json(database, row.text(0));
                    add_corrected(database, {.kind = query.kind, .id = row.text(1)}, json);
                    take(std::move(json));
                  });
}

std::uint64_t list_failures(Database& database, const Query& query, const Take& take) {
  Filter filter;
  if (!query.document.empty()) filter.add("path LIKE ? ESCAPE '\\'", like_pattern(query.document));
  if (!query.since.empty()) filter.add("substr(noted, 1, 10) >= ?", day_at(query.since, Edge::First));
  if (!query.until.empty()) filter.add("substr(noted, 1, 10) <= ?", day_at(query.until, Edge::Last));
  return each_row(
      database, "SELECT path, message, noted, run FROM failure WHERE " + filter.sql() + " ORDER BY failure", filter,
      query.limit, [&](const Use& row) {
        take(Json{{"path", row.text(0)}, {"message", row.text(1)}, {"noted", row.text(2)}, {"run", row.number(3)}});
      });
}

}  // namespace

std::uint64_t Record::list(const Query& query, const std::function<void(Json&&)>& take) const {
  query.validate();
  switch (query.kind) {
    case Kind::Documents:
      return list_documents(*database_, query, take);
    case Kind::Actors:
      return list_actors(*database_, query, take);
    case Kind::Mentions:
      return list_mentions(*database_, query, take);
    case Kind::Statements:
      return list_statements(*database_, query, take);
    case Kind::Events:
      return list_events(*database_, query, take);
    case Kind::Happenings:
      return list_findings(*database_, "happening", "f.event", query, take);
    case Kind::Positions:
      return list_findings(*database_, "position", nullptr, query, take);
    case Kind::Disputes:
      return list_findings(*database_, "dispute", "f.kind", query, take);
    case Kind::Figures:
      return list_findings(*database_, "figure", "f.kind", query, take);
    case Kind::Failures:
      return list_failures(*database_, query, take);
    case Kind::Corrections:
      return list_corrections(*database_, query, take);
  }
  return 0;
}

}  // namespace demarche::record
