// SPDX-License-Identifier: Apache-2.0
// Which item an id means, and where it lies in the file. Private to this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/query.h"
#include "record/sqlite.h"

namespace demarche::record {

struct ItemKey {
  Kind kind = Kind::Events;
  std::string id;           // in full
  std::int64_t doc = 0;     // of a document and its parts
  std::int64_t number = 0;  // of a part
  bool is_part() const { return number > 0; }
  std::string local() const { return id.substr(id.find('.') + 1); }  // “e5”, as evidence names it
};

// The table that holds items of a kind, and the letter of its ids.
const char* table_of(Kind kind);
char letter_of(Kind kind);
bool is_finding(Kind kind);

// A part of a document by its number.
ItemKey part_of(Kind kind, std::string_view document, std::int64_t doc, std::int64_t number);

// `id` as a whole: a part of a document, a finding, a document, an actor. Nothing when there is none.
std::optional<ItemKey> key_of(Database& database, std::string_view id);

}  // namespace demarche::record
