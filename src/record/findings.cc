// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"
#include "record/sqlite.h"
#include "record/writer.h"

namespace demarche::record {

namespace {

void write_row(Database& database, const char* table, const Finding& finding) {
  auto insert = database.use(std::string("INSERT INTO ") + table + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  insert << finding.id << finding.type << text_or_null(finding.detail) << text_or_null(finding.lo)
         << text_or_null(finding.hi) << finding.score << finding.words << finding.json;
  insert.run();
  auto actor = database.use("INSERT OR IGNORE INTO finding_actor VALUES (?, ?, ?)");
  for (const auto& each : finding.actors) (actor << finding.id << each.role << each.actor).run();
}

// An anchor in a document that the record does not hold is left out: it could not be shown.
void write_anchors(Database& database, const Finding& finding,
                   const std::function<std::int64_t(const std::string&)>& producer) {
  auto insert = database.use("INSERT OR IGNORE INTO evidence SELECT doc, ?, ?, ?, ?, ?, ? FROM document WHERE id = ?");
  int ordinal = 0;
  for (const auto& anchor : finding.anchors)
    (insert << finding.id << anchor.field << ordinal++ << anchor.span.begin << anchor.span.end
            << producer(anchor.produced_by) << anchor.document)
        .run();
}

// What the findings were made from: changes with every document and every copy.
std::string stamp_of(Database& database) {
  return std::to_string(database.number("SELECT count(*) FROM document")) + "/" +
         std::to_string(database.number("SELECT count(*) FROM copy"));
}

}  // namespace

bool Record::findings_are_stale() const {
  auto row = database_->use("SELECT value FROM setting WHERE name = 'findings'");
  return !row.step() || row.text(0) != stamp_of(*database_);
}

void Record::replace_findings(const std::vector<Finding>& happenings, const std::vector<Finding>& positions,
                              const std::vector<Finding>& disputes) {
  writer_ = std::make_unique<Writer>(*database_);  // sure to remember nothing that a failure would roll back
  Transaction transaction(*database_);
  for (const char* table : {"happening", "position", "dispute", "finding_actor"})
    database_->execute(std::string("DELETE FROM ") + table);
  database_->execute("DELETE FROM evidence WHERE length(item) > 12");
  const auto write = [this](const char* table, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      write_row(*database_, table, finding);
      write_anchors(*database_, finding, [this](const std::string& name) { return writer_->producer(name); });
    }
  };
  write("happening", happenings);
  write("position", positions);
  write("dispute", disputes);
  auto setting = database_->use("INSERT OR REPLACE INTO setting VALUES ('findings', ?)");
  (setting << stamp_of(*database_)).run();
  transaction.commit();
}

}  // namespace demarche::record
