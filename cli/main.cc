// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "base/error.h"
#include "cli/context.h"
#include "cli/nearest.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Usage:
    case ErrorKind::NotFound:
    case ErrorKind::BadInput:
      return kUsage;
    case ErrorKind::Busy:
      return kBusy;
    case ErrorKind::Corrupt:
      return kDamaged;
    case ErrorKind::Io:
    case ErrorKind::Refused:
      return kInternal;
  }
  return kInternal;
}

void add_commands(CLI::App& app, Context& context) {
  add_read(app, context);
  add_list(app, context);
  add_show(app, context);
  add_explain(app, context);
  add_correct(app, context);
  add_search(app, context);
  add_summary(app, context);
  add_report(app, context);
  add_verify(app, context);
  add_export(app, context);
  add_label(app, context);
  add_resolve(app, context);
  add_extract(app, context);
  add_when(app, context);
  add_issues(app, context);
  add_actors(app, context);
  add_import_dictionary(app, context);
  add_doctor(app, context);
}

std::string typed(int count, char** words) {
  std::string command = "demarche";
  for (int i = 1; i < count; ++i) command += std::string(" ") + words[i];
  return command;
}

// A full disk or a closed pipe may show only now, when the last of the output leaves its buffers. Both are in use: fmt
// writes to stdout, the JSON to std::cout.
void finish_output() {
  std::cout.flush();
  if (std::cout.good() && std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return;
  throw Error(ErrorKind::Io,
              "standard output: cannot be written, and what came out is not whole; check that the disk has room");
}

void refuse_unknown_command(const CLI::App& app, const std::string& word) {
  std::vector<std::string> known;
  for (const CLI::App* command : app.get_subcommands({})) known.push_back(command->get_name());
  if (word.starts_with('-') || std::find(known.begin(), known.end(), word) != known.end()) return;
  const std::string meant = nearest(word, known);
  throw Error(ErrorKind::Usage, word + ": no such command" + (meant.empty() ? "" : "; perhaps “" + meant + "”") +
                                    "; “demarche --help” lists them");
}

int run(int count, char** words) {
  Context context;
  context.command = typed(count, words);
  CLI::App app(
      "Reads news, interviews, studies and chronologies about states and armed groups, and keeps an auditable record "
      "of who did\n"
      "what to whom and who says so. Start with:  demarche read FOLDER  and then  demarche list events");
  bool wants_version = false, as_json = false;
  app.add_flag("--version", wants_version, "Print the version");
  app.add_flag("--json", as_json, "With --version: program, network and tables with their fingerprints, as JSON");
  app.footer("“demarche COMMAND --help” shows the options of a command with examples.");
  add_commands(app, context);
  app.require_subcommand(0, 1);
  if (count > 1) refuse_unknown_command(app, words[1]);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error, std::cout, std::cerr) == 0 ? kDone : kUsage;
  }
  if (wants_version) {
    print_version(context, as_json);
  } else if (app.get_subcommands().empty()) {
    std::cerr << app.help();
    return kUsage;
  }
  finish_output();
  return context.exit;
}

}  // namespace

}  // namespace demarche::cli

int main(int count, char** words) {
  std::ios::sync_with_stdio(false);
  try {
    return demarche::cli::run(count, words);
  } catch (const demarche::Error& error) {
    demarche::cli::tell("demarche: {}\n", error.what());
    return demarche::cli::exit_code(error.kind());
  } catch (const std::exception& error) {
    demarche::cli::tell("demarche: internal error: {}\n", error.what());
    return demarche::cli::kInternal;
  }
}
