// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "base/error.h"
#include "cli/context.h"

namespace demarche::cli {

namespace {

int verify_record(const Context& context) {
  const record::Record record(context.record, record::Record::Access::Read);
  const auto damage = record.damage();
  for (const std::string& each : damage) fmt::print(stderr, "{}: {}\n", context.record, each);
  if (!damage.empty()) return kDamaged;
  fmt::print("{}: {} documents, file intact\n", context.record, record.document_count());
  return kDone;
}

}  // namespace

void add_verify(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("verify", "Check the record, or each quotation of a report, against the stored documents");
  auto file = std::make_shared<std::string>();
  command->add_option("FILE", *file, "A report in Markdown or HTML; the record itself when not given");
  add_record_option(*command, context);
  command->footer("Examples:\n  demarche verify\n  demarche verify dossier.html");
  command->callback([file, &context] {
    if (!file->empty()) throw Error(ErrorKind::Usage, "verify FILE: this program was built without it");
    context.exit = verify_record(context);
  });
}

}  // namespace demarche::cli
