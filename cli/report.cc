// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include "analysis/analysis.h"
#include "base/error.h"
#include "base/files.h"
#include "cli/context.h"
#include "cli/refresh.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

struct ReportOptions {
  std::vector<std::string> actors;
  std::string output, title, as_of;
};

analysis::Format format_of(const std::string& output) {
  const std::string ending = std::filesystem::path(output).extension().string();
  if (output.empty() || ending == ".md" || ending == ".markdown") return analysis::Format::Markdown;
  if (ending == ".html" || ending == ".htm") return analysis::Format::Html;
  throw Error(ErrorKind::Usage, "--output " + output + ": a report is FILE.html or FILE.md");
}

int report(const ReportOptions& options, const Context& context) {
  const auto format = format_of(options.output);
  const record::Record record = record_as_of(context, options.as_of);
  const std::string page =
      analysis::dossier(record,
                        {.actors = options.actors,
                         .title = options.title,
                         .program = std::string("demarche ") + kVersion,
                         .as_of = options.as_of.empty() ? "" : record::day_at(options.as_of, record::Edge::Last)},
                        format);
  if (options.output.empty()) {
    fmt::print("{}", page);
    return kDone;
  }
  write_file(options.output, page);
  tell("{} written; “demarche verify {}” checks its quotations and numbers\n", options.output, options.output);
  return kDone;
}

}  // namespace

void add_report(CLI::App& app, Context& context) {
  auto* command =
      app.add_subcommand("report", "A dossier: timeline, positions, disputes, with quotations that can be checked");
  auto options = std::make_shared<ReportOptions>();
  command->add_option("--actors", options->actors, "Only what these did and said")->delimiter(',')->type_name("A,B");
  command->add_option("-o,--output", options->output, "Markdown on standard output when not given")
      ->type_name("FILE.html|FILE.md");
  command->add_option("--title", options->title, "The names of the actors when not given")->type_name("TEXT");
  add_as_of(*command, options->as_of);
  add_record_option(*command, context);
  command->footer("Example:\n  demarche report --actors PAK,AFG -o dossier.html");
  command->callback([options, &context] { context.exit = report(*options, context); });
}

}  // namespace demarche::cli
