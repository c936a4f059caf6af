// SPDX-License-Identifier: Apache-2.0
// One field of one item as the file holds it. Private to this folder.
//
// A field has two forms. *Stored*: all columns and evidence that hold it, so that writing what was read gives the rows
// back to the byte. *Given*: the value of a correction, as correctable.h describes it; `stored_form` turns it into the
// other, keeping the words that the field rested on.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "record/item_key.h"
#include "record/json.h"
#include "record/sqlite.h"

namespace demarche::record {

class ItemFields {
 public:
  using ProducerOf = std::function<std::int64_t(const std::string& name)>;
  ItemFields(Database& database, ProducerOf producer) : database_(database), producer_(std::move(producer)) {}

  Json read(const ItemKey& key, std::string_view field);
  void write(const ItemKey& key, std::string_view field, const Json& stored);
  // `by` stands as the producer of the corrected field.
  Json stored_form(const ItemKey& key, std::string_view field, const Json& given, const Json& now,
                   const std::string& by);

 private:
  Json column(const ItemKey& key, const std::string& column);
  void set_column(const ItemKey& key, const std::string& column, const Json& value);
  Json parties(const ItemKey& key, std::string_view role);
  void set_parties(const ItemKey& key, std::string_view role, const Json& stored);
  Json addressees(const ItemKey& key);
  void set_addressees(const ItemKey& key, const Json& stored);
  Json columns(const ItemKey& key, std::string_view field);
  void set_columns(const ItemKey& key, std::string_view field, const Json& stored);
  Json anchor(const ItemKey& key, std::string_view field, int ordinal);
  void set_anchor(const ItemKey& key, std::string_view field, int ordinal, const Json& anchor);
  Json in_finding(const ItemKey& key, std::string_view field);
  void set_in_finding(const ItemKey& key, std::string_view field, const Json& value);
  void ensure_actor(const Json& given);

  Database& database_;
  ProducerOf producer_;
};

bool is_party_list(const ItemKey& key, std::string_view field);
// A field of an object; null where there is none or it is empty.
Json value_at(const Json& object, const char* field);

// For people and programs: what of a stored or given value says something. An actor becomes {"actor", "name", …}.
Json shown_value(Database& database, Kind kind, std::string_view field, const Json& value);

}  // namespace demarche::record
