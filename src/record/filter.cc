// SPDX-License-Identifier: Apache-2.0
#include "record/filter.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "record/json.h"

namespace demarche::record {

namespace {

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char byte) { return static_cast<char>(std::toupper(byte)); });
  return text;
}

std::vector<std::string> ids(Database& database, const std::string& condition, const std::string& value) {
  auto rows = database.use("SELECT id FROM actor WHERE " + condition);
  rows << value;
  std::vector<std::string> out;
  while (rows.step()) out.push_back(rows.text(0));
  return out;
}

// A pattern for LIKE that matches no name. An empty one would match the empty name of an item that gives none.
const char* const kNoName = "\x01";

// '/' is the character behind '.': “PAK.” ≤ id < “PAK/” is all that lies below PAK, found by index.
const char* const kBelow = "id = ?1 OR (id >= ?1 || '.' AND id < ?1 || '/')";

std::vector<std::string> with_all_below(Database& database, const std::vector<std::string>& roots) {
  std::vector<std::string> out;
  for (const std::string& root : roots) {
    const auto below = ids(database, kBelow, root);
    out.insert(out.end(), below.begin(), below.end());
  }
  return out;
}

std::string quoted(std::string_view words) {
  std::string out = "\"";
  for (const char byte : words) out += byte == '"' ? ' ' : byte;
  return out + "\"";
}

}  // namespace

ActorFilter actor_filter(Database& database, const std::string& given) {
  const auto by_id = ids(database, kBelow, upper(given));
  if (!by_id.empty()) return {line_of(Json(by_id)), kNoName};
  const auto by_name = with_all_below(database, ids(database, "name = ? COLLATE NOCASE", given));
  if (!by_name.empty()) return {line_of(Json(by_name)), like_pattern(given)};
  return {line_of(Json(ids(database, "name LIKE ? ESCAPE '\\'", like_pattern(given)))), like_pattern(given)};
}

std::string like_pattern(std::string_view words) {
  std::string out = "%";
  for (const char byte : words) {
    if (byte == '%' || byte == '_' || byte == '\\') out += '\\';
    out += byte;
  }
  return out + "%";
}

// 'g' stands behind every hexadecimal digit: the range holds the ids that begin so, and a sign like '_' is just a sign.
void add_document_filters(Filter& filter, const Query& query, Dates dates) {
  if (!query.document.empty())
    filter.add(
        "(length(?) >= 4 AND d.id >= ? AND d.id < ? || 'g') OR d.path LIKE ? ESCAPE '\\' OR d.given_id = ? OR d.doc IN "
        "(SELECT doc FROM copy WHERE copy.path LIKE ? ESCAPE '\\')",
        query.document, query.document, query.document, like_pattern(query.document), query.document,
        like_pattern(query.document));
  if (!query.outlet.empty())
    filter.add("d.outlet LIKE ? ESCAPE '\\' OR d.doc IN (SELECT doc FROM copy WHERE copy.outlet LIKE ? ESCAPE '\\')",
               like_pattern(query.outlet), like_pattern(query.outlet));
  if (dates == Dates::Elsewhere) return;
  if (!query.since.empty()) filter.add("d.published >= ?", day_at(query.since, Edge::First));
  if (!query.until.empty()) filter.add("d.published <= ?", day_at(query.until, Edge::Last));
}

void add_speaker(Filter& filter, Database& database, const std::string& given) {
  if (given.empty()) return;
  const ActorFilter actor = actor_filter(database, given);
  filter.add(std::string("s.speaker IN ") + kIds +
                 " OR s.speaker_name LIKE ? ESCAPE '\\' OR s.speaker_person LIKE ? ESCAPE '\\'",
             actor.ids, actor.pattern, actor.pattern);
}

void add_value(Filter& filter, const char* column, const std::string& value) {
  if (!value.empty()) filter.add(std::string(column) + " = ?", value);
}

// As scores are shown, with four digits. Bound as text; SQLite compares it as the number that the column holds.
void add_score(Filter& filter, const char* column, double least) {
  if (least > 0) filter.add(std::string("round(") + column + ", 4) >= CAST(? AS REAL)", std::to_string(least));
}

void add_document_conditions(Filter& filter, Database& database, const Query& query) {
  add_document_filters(filter, query, Dates::Published);
  add_value(filter, "d.kind", query.type);
  if (!query.actor.empty())
    filter.add(std::string("d.doc IN (SELECT doc FROM mention WHERE actor IN ") + kIds + ")",
               actor_filter(database, query.actor).ids);
  if (!query.about.empty())
    filter.add("d.doc IN (SELECT rowid FROM document_text WHERE document_text MATCH ?)",
               full_text_expression(query.about));
}

void add_statement_conditions(Filter& filter, Database& database, const Query& query) {
  filter.add("s.withdrawn = 0");
  add_document_filters(filter, query, Dates::Published);
  add_speaker(filter, database, query.speaker);
  add_speaker(filter, database, query.actor);
  if (!query.recipient.empty())
    filter.add(std::string("(s.doc, s.nr) IN (SELECT doc, statement FROM addressee WHERE actor IN ") + kIds + ")",
               actor_filter(database, query.recipient).ids);
  add_value(filter, "s.act", query.act);
  add_value(filter, "s.polarity", query.polarity);
  add_score(filter, "s.score", query.min_score);
  if (!query.type.empty())
    filter.add(
        "EXISTS (SELECT 1 FROM event AS e WHERE e.doc = s.doc AND s.nr IN (e.inside, e.performed_by) AND e.event = ?)",
        query.type);
  if (!query.about.empty())
    filter.add(
        "s.doc * 1048576 + s.nr IN (SELECT rowid FROM statement_text WHERE statement_text MATCH ?) OR EXISTS (SELECT 1 "
        "FROM event AS e JOIN event_context AS c ON c.doc = e.doc AND c.event = e.nr WHERE e.doc = s.doc AND e.inside "
        "= s.nr AND c.context = ?)",
        full_text_expression(query.about), query.about);
}

bool holds_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    if (is_letter(point) || is_digit(point)) return true;
  }
  return false;
}

std::string full_text_expression(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const bool in_quotes = words[at] == '"';
    const std::size_t begin = at + in_quotes;
    const std::size_t end = std::min(words.find_first_of(in_quotes ? "\"" : " \t\n\"", begin), words.size());
    std::string_view term = words.substr(begin, end - begin);
    at = end + (in_quotes || end == begin);
    const bool is_prefix = !in_quotes && term.ends_with('*');
    if (is_prefix) term.remove_suffix(1);
    if (!holds_word(term)) continue;
    out += (out.empty() ? "" : " AND ") + quoted(term) + (is_prefix ? "*" : "");
  }
  return out;
}

}  // namespace demarche::record
