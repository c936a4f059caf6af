// SPDX-License-Identifier: Apache-2.0
#include "cli/flat.h"

#include <functional>

namespace demarche::cli {

namespace {

using record::Json;
using record::Kind;

// A column: its name, and how its text is found in a row.
struct Flat {
  std::string name;
  std::function<std::string(const Json&)> text;
};

const Json& at(const Json& row, const std::string& field) {
  static const Json none;
  const auto found = row.is_object() ? row.find(field) : row.end();
  return row.is_object() && found != row.end() ? *found : none;
}

Flat plain(const std::string& field) {
  return {field, [field](const Json& row) { return cell_text(at(row, field)); }};
}

Flat inner(const std::string& name, const std::string& outer, const std::string& field) {
  return {name, [outer, field](const Json& row) { return cell_text(at(at(row, outer), field)); }};
}

// One field of every element of a list: “PAK|AFG”.
Flat of_all(const std::string& name, const std::string& list, const std::string& field) {
  return {name, [list, field](const Json& row) {
            std::string out;
            bool is_first = true;
            for (const Json& each : at(row, list)) {
              if (!is_first) out += '|';
              out += cell_text(at(each, field));
              is_first = false;
            }
            return out;
          }};
}

// Something of each side of a dispute, with “|” between the sides.
Flat of_sides(const std::string& name, std::function<std::string(const Json&)> text) {
  return {name, [text = std::move(text)](const Json& row) {
            std::string out;
            bool is_first = true;
            for (const Json& side : at(row, "sides")) {
              if (!is_first) out += '|';
              out += text(side);
              is_first = false;
            }
            return out;
          }};
}

// Who stands on one side: “Chile + Peru”.
std::string together(const Json& names) {
  std::string out;
  for (const Json& name : names) out += (out.empty() ? "" : " + ") + cell_text(name);
  return out;
}

// Where a list of pieces begins and ends.
Flat edge(const std::string& name, const std::string& list, bool is_end) {
  return {name, [list, is_end](const Json& row) {
            const Json& pieces = at(row, list);
            if (!pieces.is_array() || pieces.empty()) return std::string();
            if (!pieces.front().is_array()) return cell_text(is_end ? pieces.back() : pieces.front());
            return cell_text(is_end ? pieces.back().back() : pieces.front().front());
          }};
}

std::vector<Flat> plain_all(std::initializer_list<const char*> fields) {
  std::vector<Flat> out;
  for (const char* field : fields) out.push_back(plain(field));
  return out;
}

void append(std::vector<Flat>& columns, std::vector<Flat> more) {
  columns.insert(columns.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void append_parties(std::vector<Flat>& columns, const std::string& list, const std::string& one) {
  columns.push_back(of_all(list, list, "actor"));
  columns.push_back(of_all(one + "_names", list, "name"));
  columns.push_back(of_all(one + "_countries", list, "country"));
  columns.push_back(of_all(one + "_sectors", list, "sector"));
}

std::vector<Flat> event_columns() {
  auto columns = plain_all({"id", "document", "path", "published", "outlet"});
  for (const char* field : {"lo", "hi", "precision"})
    columns.push_back(inner(std::string("date_") + field, "date", field));
  append_parties(columns, "actors", "actor");
  columns.push_back(plain("event"));
  append(columns, plain_all({"mode", "quad", "contexts"}));
  append_parties(columns, "recipients", "recipient");
  append(columns, plain_all({"polarity", "modality", "stance", "speaker", "speaker_name", "speaker_person", "act",
                             "inside", "performed_by"}));
  columns.push_back(inner("place", "place", "name"));
  for (const char* field : {"country", "lat", "lon", "precision"})
    columns.push_back(inner(std::string("place_") + field, "place", field));
  for (const char* field : {"value", "unit", "kind"})
    columns.push_back(of_all(std::string("quantity_") + field + "s", "quantities", field));
  append(columns, plain_all({"score", "trigger_words", "quote"}));
  append(columns, {plain("claimed"), plain("corrected")});
  columns.push_back(edge("quote_begin", "sentence", false));
  columns.push_back(edge("quote_end", "sentence", true));
  return columns;
}

std::vector<Flat> statement_columns() {
  auto columns = plain_all({"id", "document", "path", "published", "outlet", "speaker", "speaker_name",
                            "speaker_person", "speaker_kind", "addressee", "act", "polarity", "form", "inside", "score",
                            "speaker_words", "cue_words", "quote"});
  columns.push_back(edge("quote_begin", "content", false));
  columns.push_back(edge("quote_end", "content", true));
  append(columns, {plain("claimed"), plain("corrected")});
  return columns;
}

// What proves a finding: all its items, and the words of the first. Words hold any sign, so only one quotation fits a
// cell.
void append_evidence(std::vector<Flat>& columns) {
  columns.push_back(of_all("items", "evidence", "item"));
  columns.push_back({"first_quote", [](const Json& row) {
                       const Json& evidence = at(row, "evidence");
                       return evidence.empty() ? std::string() : cell_text(at(evidence.front(), "quote"));
                     }});
}

std::vector<Flat> happening_columns() {
  auto columns = plain_all({"id", "event", "mode", "theme", "actors", "recipients"});
  for (const char* field : {"lo", "hi", "precision"})
    columns.push_back(inner(std::string("date_") + field, "date", field));
  for (const char* field : {"name", "country"}) columns.push_back(inner(std::string("place_") + field, "place", field));
  append(columns, plain_all({"reports", "outlets", "origins"}));
  for (const char* field : {"field", "value", "name"})
    columns.push_back(of_all(std::string("value_") + field + "s", "values", field));
  columns.push_back(plain("score"));
  append_evidence(columns);
  return columns;
}

std::vector<Flat> position_columns() {
  auto columns = plain_all(
      {"id", "actor", "name", "issue", "stance", "text", "since", "until", "change", "office", "person", "score"});
  append_evidence(columns);
  return columns;
}

// One row for each dispute; of each side who it is, what it holds and the first item that proves it.
std::vector<Flat> dispute_columns() {
  auto columns = plain_all({"id", "kind", "question", "score", "state", "since", "until"});
  columns.push_back(of_sides("sides", [](const Json& side) { return together(at(side, "names")); }));
  columns.push_back(of_sides("stances", [](const Json& side) { return cell_text(at(side, "stance")); }));
  columns.push_back(of_sides("first_items", [](const Json& side) {
    const Json& evidence = at(side, "evidence");
    return evidence.empty() ? std::string() : cell_text(at(evidence.front(), "item"));
  }));
  return columns;
}

std::vector<Flat> figure_columns() {
  auto columns = plain_all({"id", "matter", "matter_id", "kind", "unit", "noun", "value", "lo", "hi", "text", "who",
                            "name", "date", "place"});
  append_evidence(columns);
  return columns;
}

std::vector<Flat> columns_of(Kind kind) {
  switch (kind) {
    case Kind::Events:
      return event_columns();
    case Kind::Statements:
      return statement_columns();
    case Kind::Documents:
      return plain_all({"id", "path", "given_id", "title", "authors", "outlet", "published", "stamp", "url", "language",
                        "kind", "sentences", "tokens", "characters", "statements", "events", "stored", "copies"});
    case Kind::Actors:
      return plain_all({"id", "name", "country", "sector", "mentions", "documents", "statements", "events_as_actor",
                        "events_as_recipient"});
    case Kind::Mentions:
      return plain_all({"id", "document", "path", "published", "outlet", "kind", "entity", "actor", "name", "person",
                        "quote", "span"});
    case Kind::Happenings:
      return happening_columns();
    case Kind::Positions:
      return position_columns();
    case Kind::Disputes:
      return dispute_columns();
    case Kind::Figures:
      return figure_columns();
    case Kind::Failures:
      return plain_all({"path", "message", "noted", "run"});
    case Kind::Corrections:
      return plain_all({"id", "item", "kind", "field", "value", "read", "by", "why", "made", "state", "given_for",
                        "document", "span", "words"});
  }
  return {};
}

// The columns of every kind, made once: a listing asks once per row.
const std::vector<Flat>& known_columns(Kind kind) {
  static const std::vector<std::vector<Flat>> all = [] {
    std::vector<std::vector<Flat>> out;
    for (int i = 0; i <= static_cast<int>(Kind::Corrections); ++i) out.push_back(columns_of(static_cast<Kind>(i)));
    return out;
  }();
  return all[static_cast<std::size_t>(kind)];
}

std::string quoted(const std::string& cell) {
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char byte : cell) {
    if (byte == '"') out += '"';
    out += byte;
  }
  return out + "\"";
}

std::string without_tabs(std::string cell) {
  for (char& byte : cell) {
    if (byte == '\t' || byte == '\n' || byte == '\r') byte = ' ';
  }
  return cell;
}

}  // namespace

std::string cell_text(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return record::line_of(value);
  std::string out;
  bool is_first = true;
  for (const Json& each : value) {
    if (each.is_structured()) return record::line_of(value);
    if (!is_first) out += '|';
    out += cell_text(each);
    is_first = false;
  }
  return out;
}

std::vector<std::string> flat_columns(Kind kind) {
  std::vector<std::string> out;
  for (const Flat& column : known_columns(kind)) out.push_back(column.name);
  return out;
}

std::vector<std::string> flat_cells(Kind kind, const Json& row) {
  std::vector<std::string> out;
  for (const Flat& column : known_columns(kind)) out.push_back(column.text(row));
  return out;
}

void print_separated(std::ostream& out, const std::vector<std::string>& cells, Separated separated) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out << (separated == Separated::Comma ? ',' : '\t');
    out << (separated == Separated::Comma ? quoted(cells[i]) : without_tabs(cells[i]));
  }
  out << '\n';
}

}  // namespace demarche::cli
