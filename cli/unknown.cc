// SPDX-License-Identifier: Apache-2.0
#include "cli/unknown.h"

#include "cli/flat.h"
#include "cli/nearest.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

// As an actor, by id or name; as a person who is mentioned; as one who speaks.
bool is_known(const record::Record& record, const std::string& given) {
  const record::Query questions[] = {{.kind = record::Kind::Actors, .actor = given},
                                     {.kind = record::Kind::Mentions, .actor = given},
                                     {.kind = record::Kind::Statements, .speaker = given},
                                     {.kind = record::Kind::Events, .actor = given},
                                     {.kind = record::Kind::Events, .recipient = given}};
  for (const record::Query& question : questions) {
    if (record.list(question, [](record::Json&&) {}) > 0) return true;
  }
  return false;
}

}  // namespace

void tell_unknown(const record::Record& record, const record::Query& query) {
  for (const std::string& given : {query.actor, query.recipient, query.speaker}) {
    if (given.empty() || is_known(record, given)) continue;
    std::vector<std::string> known;
    record.list({.kind = record::Kind::Actors}, [&](record::Json&& row) {
      for (const char* field : {"id", "name"}) known.push_back(cell_text(row[field]));
    });
    const std::string meant = nearest(given, known);
    tell("“{}”: nobody in the record is called so{}; “demarche list actors” shows who there is.\n", given,
         meant.empty() ? "" : "; perhaps " + meant);
  }
}

}  // namespace demarche::cli
