// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "base/error.h"
#include "cli/context.h"
#include "cli/refresh.h"

namespace demarche::cli {

namespace {

struct ReportOptions {
  std::vector<std::string> actors;
  std::string output;
};

int report(const ReportOptions&, const Context& context) {
  refresh_findings(context);
  throw Error(ErrorKind::Usage, "report: this program was built without it");
}

}  // namespace

void add_report(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("report", "A dossier: timeline, positions, disputes, with quotations that can be checked");
  auto options = std::make_shared<ReportOptions>();
  command->add_option("--actors", options->actors, "Only what these did and said")->delimiter(',')->type_name("A,B");
  command->add_option("-o,--output", options->output, "Standard output when not given")->type_name("FILE.html|FILE.md");
  add_record_option(*command, context);
  command->footer("Example:\n  demarche report --actors PAK,AFG -o dossier.html");
  command->callback([options, &context] { context.exit = report(*options, context); });
}

}  // namespace demarche::cli
