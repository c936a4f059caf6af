// SPDX-License-Identifier: Apache-2.0
#include <functional>

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

using ProducerOf = std::function<std::int64_t(const std::string&)>;

// An anchor in a document that the record does not hold is left out: it could not be shown.
void write_anchors(Database& database, const Finding& finding, const ProducerOf& producer) {
  auto insert = database.use("INSERT OR IGNORE INTO evidence SELECT doc, ?, ?, ?, ?, ?, ? FROM document WHERE id = ?");
  int ordinal = 0;
  for (const auto& anchor : finding.anchors)
    (insert << finding.id << anchor.field << ordinal++ << anchor.span.begin << anchor.span.end
            << producer(anchor.produced_by) << anchor.document)
        .run();
}

void write_all(Database& database, const char* table, const std::vector<Finding>& findings,
               const ProducerOf& producer) {
  for (const Finding& finding : findings) {
    write_row(database, table, finding);
    write_anchors(database, finding, producer);
  }
}

}  // namespace

Record::Snapshot::Snapshot(const Record& record) : transaction_(std::make_unique<ReadTransaction>(*record.database_)) {}
Record::Snapshot::~Snapshot() = default;

// Nothing is ever taken out of a record, so that the numbers of documents and copies tell its states apart.
std::string Record::findings_stamp(std::string_view maker) const {
  return std::to_string(database_->number("SELECT count(*) FROM document")) + "/" +
         std::to_string(database_->number("SELECT count(*) FROM copy")) + "/" +
         std::to_string(database_->number("SELECT coalesce(max(run), 0) FROM document")) + " " + std::string(maker);
}

bool Record::findings_are_stale(std::string_view maker) const {
  auto row = database_->use("SELECT value FROM setting WHERE name = 'findings'");
  return !row.step() || row.text(0) != findings_stamp(maker);
}

void Record::replace_findings(const std::vector<Finding>& happenings, const std::vector<Finding>& positions,
                              const std::vector<Finding>& disputes, const std::string& stamp) {
  try {
    Transaction transaction(*database_);
    for (const char* table : {"happening", "position", "dispute", "finding_actor"})
      database_->execute(std::string("DELETE FROM ") + table);
    database_->execute("DELETE FROM evidence WHERE length(item) > 12");
    const auto producer = [this](const std::string& name) { return writer_->producer(name); };
    write_all(*database_, "happening", happenings, producer);
    write_all(*database_, "position", positions, producer);
    write_all(*database_, "dispute", disputes, producer);
    auto setting = database_->use("INSERT OR REPLACE INTO setting VALUES ('findings', ?)");
    (setting << stamp).run();
    transaction.commit();
  } catch (...) {
    writer_ = std::make_unique<Writer>(*database_);  // the producers it remembers may have been rolled back
    throw;
  }
}

}  // namespace demarche::record
