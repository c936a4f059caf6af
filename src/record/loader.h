// SPDX-License-Identifier: Apache-2.0
// Rows → items: the inverse of Writer. Private to this folder.
#pragma once

#include <string>

#include "record/items.h"
#include "record/json.h"
#include "record/sqlite.h"

namespace demarche::record {

// JSON as a column holds it. Throws Error{Corrupt} when it is none.
Json stored_json(Database& database, const std::string& text);

// `doc` is the key of a document in the file, `number` that of an item in it (from 1). Items must exist.
class Loader {
 public:
  explicit Loader(Database& database) : database_(database) {}

  // Throws Error{Corrupt} when a statement or event stands inside one that is not there, or inside itself.
  ReadingItems reading(std::int64_t doc);
  MentionItem mention(std::int64_t doc, std::int64_t number);
  StatementItem statement(std::int64_t doc, std::int64_t number);
  EventItem event(std::int64_t doc, std::int64_t number);
  // The words of a range, as they stand in the document.
  std::string words(std::int64_t doc, Range range);

 private:
  bool is_withdrawn(std::int64_t doc, int statement);
  // The index itself, or that of the nearest outer statement that nobody withdrew; -1 when there is none.
  int standing(std::int64_t doc, int statement);
  std::vector<PartyItem> participants(std::int64_t doc, std::int64_t number, std::string_view role);
  std::vector<QuantityItem> quantities(std::int64_t doc, std::int64_t number);
  std::vector<std::string> contexts(std::int64_t doc, std::int64_t number);
  void moments(std::int64_t doc, ReadingItems& items);
  void places(std::int64_t doc, ReadingItems& items);
  void notes(std::int64_t doc, ReadingItems& items);

  Database& database_;
};

// The key under which all tables hold the parts of a document; 0 when the record has none of this id.
std::int64_t row_of_document(Database& database, std::string_view id);

}  // namespace demarche::record
