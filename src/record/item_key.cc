// SPDX-License-Identifier: Apache-2.0
#include "record/item_key.h"

#include <charconv>

#include "record/loader.h"

namespace demarche::record {

namespace {

bool exists(Database& database, const char* table, std::int64_t doc, std::int64_t number) {
  auto row = database.use(std::string("SELECT 1 FROM ") + table + " WHERE doc = ? AND nr = ?");
  row << doc << number;
  return row.step();
}

bool has_id(Database& database, const char* table, std::string_view id) {
  auto row = database.use(std::string("SELECT 1 FROM ") + table + " WHERE id = ?");
  row << id;
  return row.step();
}

// The 5 of “e5”; 0 for what is no such id.
std::int64_t number_in(std::string_view local) {
  if (local.size() < 2) return 0;
  std::int64_t number = 0;
  const char* const end = local.data() + local.size();
  const auto [read_to, failure] = std::from_chars(local.data() + 1, end, number);
  return failure == std::errc() && read_to == end ? number : 0;
}

// “1f0c….e5”
std::optional<ItemKey> part(Database& database, std::string_view id) {
  const std::size_t point = id.find('.');
  if (point == std::string_view::npos) return std::nullopt;
  const std::int64_t doc = row_of_document(database, id.substr(0, point));
  const std::string_view local = id.substr(point + 1);
  const std::int64_t number = number_in(local);
  if (doc == 0 || number <= 0) return std::nullopt;
  for (const Kind kind : {Kind::Statements, Kind::Events, Kind::Mentions}) {
    if (local[0] == letter_of(kind) && exists(database, table_of(kind), doc, number))
      return part_of(kind, id.substr(0, point), doc, number);
  }
  return std::nullopt;
}

}  // namespace

const char* table_of(Kind kind) {
  switch (kind) {
    case Kind::Documents:
      return "document";
    case Kind::Actors:
      return "actor";
    case Kind::Mentions:
      return "mention";
    case Kind::Statements:
      return "statement";
    case Kind::Events:
      return "event";
    case Kind::Happenings:
      return "happening";
    case Kind::Positions:
      return "position";
    case Kind::Disputes:
      return "dispute";
    case Kind::Figures:
      return "figure";
    case Kind::Failures:
      return "failure";
    case Kind::Corrections:
      break;
  }
  return "correction";
}

char letter_of(Kind kind) { return kind == Kind::Statements ? 's' : kind == Kind::Mentions ? 'm' : 'e'; }

bool is_finding(Kind kind) {
  return kind == Kind::Happenings || kind == Kind::Positions || kind == Kind::Disputes || kind == Kind::Figures;
}

ItemKey part_of(Kind kind, std::string_view document, std::int64_t doc, std::int64_t number) {
  return {kind, std::string(document) + "." + letter_of(kind) + std::to_string(number), doc, number};
}

std::optional<ItemKey> key_of(Database& database, std::string_view id) {
  if (auto found = part(database, id)) return found;
  for (const Kind kind : {Kind::Happenings, Kind::Positions, Kind::Disputes, Kind::Figures}) {
    if (has_id(database, table_of(kind), id)) return ItemKey{kind, std::string(id)};
  }
  if (const std::int64_t doc = row_of_document(database, id); doc != 0)
    return ItemKey{Kind::Documents, std::string(id), doc};
  if (has_id(database, "actor", id)) return ItemKey{Kind::Actors, std::string(id)};
  return std::nullopt;
}

}  // namespace demarche::record
