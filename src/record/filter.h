// SPDX-License-Identifier: Apache-2.0
// Conditions of a query, as SQL with parameters. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/query.h"
#include "record/sqlite.h"

namespace demarche::record {

// A growing “a AND b AND …”. Values never enter the SQL text.
class Filter {
 public:
  template <class... Values>
  void add(const std::string& condition, Values... values) {
    sql_ += " AND (" + condition + ")";
    (values_.push_back(std::string(values)), ...);
  }
  // A condition that holds the parameters of another filter.
  void append(const std::string& condition, const Filter& inner) {
    sql_ += " AND (" + condition + ")";
    values_.insert(values_.end(), inner.values_.begin(), inner.values_.end());
  }
  // A parameter of SQL that stands behind these conditions.
  void push(std::string value) { values_.push_back(std::move(value)); }
  const std::string& sql() const { return sql_; }  // begins with “1”
  void bind(Use& use) const {
    for (const std::string& value : values_) use << value;
  }

 private:
  std::string sql_ = "1";
  std::vector<std::string> values_;
};

// What a name or id given by a user stands for: actors by id (with all below it), else by exact name (with all below
// them), else by a part of the name. `pattern` finds rows without a known actor by their words; it matches nothing when
// an id was meant.
struct ActorFilter {
  std::string ids;      // JSON list
  std::string pattern;  // for LIKE
};
ActorFilter actor_filter(Database& database, const std::string& given);

// “%word%” for LIKE … ESCAPE '\'.
std::string like_pattern(std::string_view words);

// Conditions on the document d: document, outlet, and with Dates::Published since and until.
enum class Dates { Published, Elsewhere };
void add_document_filters(Filter& filter, const Query& query, Dates dates);

// Conditions that stand for a name or value a user gave; an empty one adds nothing. add_speaker is on the statement s.
inline constexpr const char* kIds = "(SELECT value FROM json_each(?))";
void add_speaker(Filter& filter, Database& database, const std::string& given);
void add_value(Filter& filter, const char* column, const std::string& value);
void add_score(Filter& filter, const char* column, double least);

// All conditions of a query for documents (on d) or statements (on s of d): what `list` and `search` share.
void add_document_conditions(Filter& filter, Database& database, const Query& query);
void add_statement_conditions(Filter& filter, Database& database, const Query& query);

// Whether a text holds a letter or digit: something that full text can find.
bool holds_word(std::string_view text);

// The user's words as an FTS5 expression; empty when they hold no letter or digit.
std::string full_text_expression(std::string_view words);

}  // namespace demarche::record
