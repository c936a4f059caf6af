// SPDX-License-Identifier: Apache-2.0
#include "cli/refresh.h"

#include "analysis/analysis.h"
#include "record/record.h"

namespace demarche::cli {

bool spans_documents(record::Kind kind) {
  return kind == record::Kind::Happenings || kind == record::Kind::Positions || kind == record::Kind::Disputes;
}

void refresh_findings(const std::string& record) {
  if (!record::Record(record, record::Record::Access::Read).findings_are_stale()) return;
  record::Record writable(record, record::Record::Access::Write);
  writable.replace_findings({}, {}, {});
}

}  // namespace demarche::cli
