// SPDX-License-Identifier: Apache-2.0
#include "record/findings.h"

#include "record/corrections.h"
#include "record/record.h"
#include "record/sqlite.h"
#include "record/writer.h"

namespace demarche::record {

namespace {

void write_row(Database& database, const char* table, const Finding& finding) {
  auto insert = database.use(std::string("INSERT INTO ") + table + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)");
  insert << finding.id << finding.type << text_or_null(finding.detail) << text_or_null(finding.lo)
         << text_or_null(finding.hi) << finding.score << finding.words << finding.json;
  insert.run();
  auto actor = database.use("INSERT OR IGNORE INTO finding_actor VALUES (?, ?, ?)");
  for (const auto& each : finding.actors) (actor << finding.id << each.role << each.actor).run();
}

const char* const kCorrectedItems =
    "SELECT count(*) + (SELECT count(*) FROM correction_change JOIN correction USING (correction) WHERE kind NOT IN "
    "('happening', 'position', 'dispute')) FROM correction WHERE kind NOT IN ('happening', 'position', 'dispute')";

using ProducerOf = std::function<std::int64_t(const std::string&)>;

void write_anchors(Database& database, const Finding& finding, const char* evidence, const ProducerOf& producer) {
  auto insert = database.use(std::string("INSERT OR IGNORE INTO ") + evidence +
                             " SELECT doc, ?, ?, ?, ?, ?, ? FROM document WHERE id = ?");
  int ordinal = 0;
  for (const auto& anchor : finding.anchors)
    (insert << finding.id << anchor.field << ordinal++ << anchor.span.begin << anchor.span.end
            << producer(anchor.produced_by) << anchor.document)
        .run();
}

}  // namespace

void write_findings(Database& database, const char* table, const std::vector<Finding>& findings, const char* evidence,
                    const ProducerOf& producer) {
  for (const Finding& finding : findings) {
    write_row(database, table, finding);
    write_anchors(database, finding, evidence, producer);
  }
}

Record::Snapshot::Snapshot(const Record& record) : transaction_(std::make_unique<ReadTransaction>(*record.database_)) {}
Record::Snapshot::~Snapshot() = default;

// Nothing is ever taken out of a record, so that the numbers of documents, copies and corrections tell its states
// apart. Corrections of findings are put upon them when they are made, and ask for no others.
std::string Record::findings_stamp(std::string_view maker) const {
  return std::to_string(database_->number("SELECT count(*) FROM document")) + "/" +
         std::to_string(database_->number("SELECT count(*) FROM copy")) + "/" +
         std::to_string(database_->number("SELECT coalesce(max(run), 0) FROM document")) + "/" +
         std::to_string(database_->number(kCorrectedItems)) + " " + std::string(maker);
}

bool Record::findings_are_stale(std::string_view maker) const {
  auto row = database_->use("SELECT value FROM setting WHERE name = 'findings'");
  return !row.step() || row.text(0) != findings_stamp(maker);
}

void Record::replace_findings(const std::vector<Finding>& happenings, const std::vector<Finding>& positions,
                              const std::vector<Finding>& disputes, const std::vector<Finding>& figures,
                              const std::string& stamp) {
  try {
    Transaction transaction(*database_);
    for (const char* table : {"happening", "position", "dispute", "figure", "finding_actor"})
      database_->execute(std::string("DELETE FROM ") + table);
    database_->execute("DELETE FROM evidence WHERE length(item) > 12");
    const auto producer = [this](const std::string& name) { return writer_->producer(name); };
    write_findings(*database_, "happening", happenings, "evidence", producer);
    write_findings(*database_, "position", positions, "evidence", producer);
    write_findings(*database_, "dispute", disputes, "evidence", producer);
    write_findings(*database_, "figure", figures, "evidence", producer);
    Corrections(*database_, producer).reattach_findings();
    auto setting = database_->use("INSERT OR REPLACE INTO setting VALUES ('findings', ?)");
    (setting << stamp).run();
    transaction.commit();
  } catch (...) {
    writer_ = std::make_unique<Writer>(*database_);  // the producers it remembers may have been rolled back
    throw;
  }
}

}  // namespace demarche::record
