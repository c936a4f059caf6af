// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <map>

#include "analysis/analysis.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/context.h"
#include "cli/refresh.h"
#include "cli/table.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

using analysis::Check;

int verify_record(const Context& context) {
  const record::Record record(context.record, record::Record::Access::Read);
  const analysis::Audit audit = analysis::verify_record(record);
  for (const std::string& each : audit.damage) tell("{}: {}\n", context.record, each);
  for (const std::string& each : audit.wrong) tell("{}\n", each);
  if (!audit.is_sound()) return kDamaged;
  fmt::print("{}: intact; {} documents, {} items, {} spans and {} quotations agree with the texts\n", context.record,
             audit.documents, audit.items, audit.spans, audit.quotes);
  return kDone;
}

void show(const Check& check) {
  if (!check.number.empty()) {
    fmt::print("{}   {} as {}: {}\n", analysis::name_of(check.outcome), check.words, check.number, check.remark);
    return;
  }
  const std::string place = fmt::format("{} {}-{}", check.document, check.span.begin, check.span.end);
  const std::string words = shortened(one_line(check.words), 100);
  if (check.outcome == Check::Outcome::Moved)
    fmt::print("moved  {} → {}-{}  “{}”\n", place, check.found.begin, check.found.end, words);
  else
    fmt::print("{}   {}  “{}”: {}\n", analysis::name_of(check.outcome), place, words, check.remark);
}

int verify_report(const std::string& file, const Context& context) {
  const std::string report = read_file(file);
  const record::Record record = record_as_of(context, analysis::scope_of_report(report).as_of);
  std::vector<Check> checks;
  try {
    checks = analysis::verify_report(record, report);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::BadInput) throw;
    throw Error(ErrorKind::BadInput, file + ": " + error.what());
  }
  std::map<Check::Outcome, int> counts;
  std::size_t numbers = 0;
  for (const Check& check : checks) {
    ++counts[check.outcome];
    numbers += !check.number.empty();
    if (check.outcome != Check::Outcome::Exact) show(check);
  }
  fmt::print(
      "{}: {} quotations and {} numbers; {} exact, {} moved, {} lost (whether the words stand there and the counts "
      "hold, not whether they were understood)\n",
      file, checks.size() - numbers, numbers, counts[Check::Outcome::Exact], counts[Check::Outcome::Moved],
      counts[Check::Outcome::Lost]);
  return counts[Check::Outcome::Lost] > 0 ? kNothing : kDone;
}

}  // namespace

void add_verify(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "verify", "Check the record, or each quotation and number of a report, against the stored documents");
  auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "A report in Markdown or HTML; the record itself when not given");
  add_record_option(*command, context);
  command->footer("Examples:\n  demarche verify\n  demarche verify dossier.html");
  command->callback(
      [file, &context] { context.exit = file->empty() ? verify_record(context) : verify_report(*file, context); });
}

}  // namespace demarche::cli
