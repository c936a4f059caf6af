// SPDX-License-Identifier: Apache-2.0
// What people say against the program: entries of their own, which outrank what was read and never erase it. Private to
// this folder.
//
// An entry is about one field of one item. While it is in force, the tables hold its value, so that lists, findings,
// exports and any SQL see it; `corrected` keeps what the program read. A new reading of a document numbers its items
// anew: each entry is then put at the item that stands at its words. Where none does, it waits, unattached.
//
// All that writes is called within a transaction.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "record/anchors.h"
#include "record/item_fields.h"
#include "record/record.h"

namespace demarche::record {

class Corrections {
 public:
  Corrections(Database& database, ItemFields::ProducerOf producer)
      : database_(database), fields_(database, std::move(producer)) {}

  // Returns the ids of the entries, “c12”.
  std::vector<std::string> add(const ItemKey& key, const std::vector<Change>& changes, const Attribution& by);
  // Throws Error{NotFound}, and Error{Usage} for one that is undone, or in force, already.
  void undo(std::string_view id, const Attribution& by) { change(id, "undo", by); }
  void redo(std::string_view id, const Attribution& by) { change(id, "redo", by); }

  // After the items of a document, all findings, or the names of all actors were written anew.
  void reattach_parts(const std::string& document);
  void reattach_findings();
  void reattach_actors();

 private:
  void change(std::string_view id, const char* act, const Attribution& by);
  // Brings an item to what the entries say that are in force: first back to what was read, then forward again.
  void settle(const ItemKey& key);
  void restore(const ItemKey& key);
  void apply(const ItemKey& key, std::int64_t correction, const std::string& field, const Json& given);
  void put_at(std::int64_t correction, const std::optional<ItemKey>& key);
  void forget(const std::string& condition, const std::string& value);

  Database& database_;
  ItemFields fields_;
};

// Adds "corrected": what the program read in each field that holds a person's value, and "withdrawn".
void add_corrected(Database& database, const ItemKey& key, Json& row);

// As `list corrections` prints them.
std::uint64_t list_corrections(Database& database, const Query& query, const std::function<void(Json&&)>& take);
// Those of one item, the undone ones too; or the one of this id, “c12”.
std::vector<Json> corrections_of(Database& database, const std::string& item);

}  // namespace demarche::record
