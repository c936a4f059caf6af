// SPDX-License-Identifier: Apache-2.0
#include "cli/refresh.h"

#include "analysis/analysis.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

analysis::Maker maker_of(const Context& context) {
  return {.program = std::string("demarche ") + kVersion, .data = data_folder(context)};
}

}  // namespace

bool spans_documents(record::Kind kind) {
  return kind == record::Kind::Happenings || kind == record::Kind::Positions || kind == record::Kind::Disputes ||
         kind == record::Kind::Figures;
}

void refresh_findings(const Context& context) {
  const analysis::Maker maker = maker_of(context);
  if (!analysis::findings_are_stale(record::Record(context.record, record::Record::Access::Read), maker)) return;
  record::Record record(context.record, record::Record::Access::Write);
  analysis::refresh(record, maker);
}

record::Record record_as_of(const Context& context, const std::string& day, bool wants_findings) {
  if (day.empty() && wants_findings) refresh_findings(context);
  record::Record record(context.record, record::Record::Access::Read);
  if (day.empty()) return record;
  record.look_back(day);
  if (wants_findings) analysis::find_for(record, maker_of(context));
  const std::uint64_t later = record.hidden_documents() - record.undated_documents();
  tell("As of {}: {} documents; {} published later and {} without a date are left out.\n",
       record::day_at(day, record::Edge::Last), record.document_count(), later, record.undated_documents());
  return record;
}

void add_as_of(CLI::App& command, std::string& day) {
  command.add_option("--as-of", day, "As it could be known on this day: from documents published until then")
      ->type_name("DATE");
}

}  // namespace demarche::cli
