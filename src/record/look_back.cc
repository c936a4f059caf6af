// SPDX-License-Identifier: Apache-2.0
// The record as it could be known on a day. Views of this connection stand before the tables of the file, so that every
// question to the record is answered from the documents of that day, without a word of SQL changed. Nothing is written
// to the file.
#include "record/corrections.h"
#include "record/findings.h"
#include "record/record.h"

namespace demarche::record {

void Record::look_back(std::string_view day) {
  const std::string last = "'" + day_at(day, Edge::Last) + "'";  // checked: it holds nothing but digits and dashes
  for (const std::string& sql : {
           std::string("PRAGMA temp_store = MEMORY"),
           "CREATE TEMP VIEW document AS SELECT * FROM main.document WHERE published <= " + last,
           "CREATE TEMP VIEW copy AS SELECT * FROM main.copy WHERE published <= " + last,
           std::string("CREATE TEMP TABLE happening AS SELECT * FROM main.happening LIMIT 0"),
           std::string("CREATE TEMP TABLE position AS SELECT * FROM main.position LIMIT 0"),
           std::string("CREATE TEMP TABLE dispute AS SELECT * FROM main.dispute LIMIT 0"),
           std::string("CREATE TEMP TABLE figure AS SELECT * FROM main.figure LIMIT 0"),
           std::string("CREATE TEMP TABLE finding_actor (item TEXT, role TEXT, actor TEXT, PRIMARY KEY (item, role, "
                       "actor))"),
           std::string("CREATE TEMP TABLE correction AS SELECT * FROM main.correction"),
           std::string("CREATE TEMP TABLE corrected (item TEXT, field TEXT, correction INTEGER, read TEXT, PRIMARY KEY "
                       "(item, field))"),
           std::string("INSERT INTO corrected SELECT * FROM main.corrected"),
           std::string("CREATE TEMP TABLE finding_evidence AS SELECT * FROM main.evidence LIMIT 0"),
           std::string("CREATE INDEX temp.finding_evidence_item ON finding_evidence (item)"),
           std::string("CREATE TEMP VIEW evidence AS SELECT * FROM main.evidence WHERE length(item) <= 12 UNION ALL "
                       "SELECT * FROM temp.finding_evidence"),
       })
    database_->execute(sql);
}

void Record::show_findings(const std::vector<Finding>& happenings, const std::vector<Finding>& positions,
                           const std::vector<Finding>& disputes, const std::vector<Finding>& figures) {
  const auto nobody = [](const std::string&) { return std::int64_t{0}; };
  write_findings(*database_, "happening", happenings, "finding_evidence", nobody);
  write_findings(*database_, "position", positions, "finding_evidence", nobody);
  write_findings(*database_, "dispute", disputes, "finding_evidence", nobody);
  write_findings(*database_, "figure", figures, "finding_evidence", nobody);
  Corrections(*database_, nobody).reattach_findings();
}

std::uint64_t Record::undated_documents() const {
  return static_cast<std::uint64_t>(database_->number("SELECT count(*) FROM main.document WHERE published IS NULL"));
}

std::uint64_t Record::hidden_documents() const {
  return static_cast<std::uint64_t>(
      database_->number("SELECT (SELECT count(*) FROM main.document) - (SELECT count(*) FROM document)"));
}

}  // namespace demarche::record
