// SPDX-License-Identifier: Apache-2.0
// Items with their surroundings, as `list` prints them. Private to this folder.
#pragma once

#include <string>

#include "record/json.h"
#include "record/loader.h"
#include "record/query.h"
#include "record/sqlite.h"

namespace demarche::record {

// A column as it is stored: null, a whole number, a number or a text.
Json cell(const Use& row, int column);

// Keeps the head of the document last asked for, since rows of one document mostly follow each other.
class Rows {
 public:
  explicit Rows(Database& database) : database_(database), loader_(database) {}

  Json document(std::int64_t doc);
  Json mention(std::int64_t doc, std::int64_t number);
  Json statement(std::int64_t doc, std::int64_t number);
  Json event(std::int64_t doc, std::int64_t number);

 private:
  struct Head {
    std::string id, path, published, outlet, title;
  };
  const Head& head(std::int64_t doc);
  struct Part {
    Kind kind;
    std::int64_t doc, number;
  };
  void finish(const Part& part, bool is_withdrawn, Json& row);
  void add_head(std::int64_t doc, Json& row);
  std::string claimed(std::int64_t doc, int statement);
  void add_teller(std::int64_t doc, const EventItem& event, Json& row);

  Database& database_;
  Loader loader_;
  std::int64_t doc_ = 0;
  Head head_;
};

}  // namespace demarche::record
