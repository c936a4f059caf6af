// SPDX-License-Identifier: Apache-2.0
#include "cli/refresh.h"

#include "analysis/analysis.h"

namespace demarche::cli {

bool spans_documents(record::Kind kind) {
  return kind == record::Kind::Happenings || kind == record::Kind::Positions || kind == record::Kind::Disputes;
}

void refresh_findings(const Context& context) {
  const analysis::Maker maker{.program = std::string("demarche ") + kVersion, .data = data_folder(context)};
  if (!analysis::findings_are_stale(record::Record(context.record, record::Record::Access::Read), maker)) return;
  record::Record record(context.record, record::Record::Access::Write);
  analysis::refresh(record, maker);
}

}  // namespace demarche::cli
