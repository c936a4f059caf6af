// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>

#include "actors/dictionary.h"
#include "base/files.h"
#include "cli/context.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

struct ImportDictionaryOptions {
  std::vector<std::string> files;
  std::string output;
  bool all = false;
};

using Reasons = std::map<std::string, std::size_t>;

void tell_reasons(const Reasons& reasons) {
  for (const auto& [reason, count] : reasons) tell("    {:>6}  {}\n", count, reason);
}

// The most frequent ones, in a line.
void tell_unknown(const Reasons& unknown) {
  constexpr std::size_t kShown = 20;
  std::vector<std::pair<std::string, std::size_t>> codes(unknown.begin(), unknown.end());
  std::stable_sort(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string line = "   ";
  for (std::size_t i = 0; i < std::min(kShown, codes.size()); ++i)
    line += " " + codes[i].first + " (" + std::to_string(codes[i].second) + ")";
  if (codes.size() > kShown) line += " and " + std::to_string(codes.size() - kShown) + " more";
  if (!codes.empty()) tell("{}\n", line);
}

void tell_dictionary(const std::string& path, const actors::Dictionary& dictionary) {
  const actors::DictionaryCounts& is = dictionary.counts;
  tell("{}: {} lines\n", path, is.lines);
  for (const auto& [count, what] : {std::pair{is.names, "names"},
                                    {is.synonyms, "further names (+)"},
                                    {is.codes_alone, "codes on a line of their own"},
                                    {is.agents, "agents"},
                                    {is.sets, "sets of words (!…!)"},
                                    {is.comments, "comments"},
                                    {is.blank, "blank"},
                                    {is.left_out, "left out, see below"},
                                    {is.failed, "malformed"}})
    if (count > 0) tell("    {:>6}  {}\n", count, what);
  tell("  {} codes, {} of them with dates\n", is.codes, is.dated);
  if (!dictionary.left_out.empty()) tell("  left out:\n");
  tell_reasons(dictionary.left_out);
}

void tell_import(const actors::Import& made) {
  tell(
      "Table: {} lines: {} persons with their terms, {} groups and categories, {} further names of known actors, {} "
      "roles\n",
      made.lines, made.persons, made.actors, made.aliases, made.roles);
  if (!made.left_out.empty()) tell("  left out:\n");
  tell_reasons(made.left_out);
  if (!made.unknown.empty()) tell("  codes that begin with no state of the tables, kept as they are:\n");
  tell_unknown(made.unknown);
}

int import_dictionary(const ImportDictionaryOptions& given, const Context& context) {
  const actors::Tables tables(data_folder(context), {context.actors.begin(), context.actors.end()});
  std::vector<actors::Dictionary> read;
  std::size_t problems = 0;
  for (const std::string& file : given.files) {
    read.push_back(actors::read_dictionary(file));
    for (const actors::DictionaryProblem& problem : read.back().problems) tell("{}: {}\n", problem.where, problem.what);
    problems += read.back().problems.size();
  }
  for (std::size_t i = 0; i < read.size(); ++i) tell_dictionary(given.files[i], read[i]);
  actors::ImportOptions options;
  options.all = given.all;
  const actors::Import made = actors::import_dictionaries(read, tables, options);
  tell_import(made);
  if (given.output.empty() || given.output == "-") {
    std::cout << made.table;
  } else {
    write_file(given.output, made.table);
    tell("{} written; use it with --actors {}\n", given.output, given.output);
  }
  return problems > 0 ? kSomeFailed : kDone;
}

}  // namespace

void add_import_dictionary(CLI::App& app, Context& context) {
  auto* command =
      app.add_subcommand("import-dictionary", "Actor dictionaries of TABARI and PETRARCH → an actor table of your own");
  auto options = std::make_shared<ImportDictionaryOptions>();
  command->add_option("FILE", options->files, "Dictionaries of actors or agents")->required();
  command->add_option("-o,--output", options->output, "The table; standard output when not given")->type_name("FILE");
  command->add_flag("--all", options->all, "Write also what the built-in tables know already");
  command->add_option("--data", context.data, "Folder of the knowledge tables")->type_name("DIR")->group("Engine");
  command->add_option("--actors", context.actors, "Further actor tables of your own, whose names are known then")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Engine");
  command->footer(
      "Example:\n  demarche import-dictionary my.actors.txt my.agents.txt -o actors.tsv\n"
      "Every line is accounted for on standard error; a malformed one is named as FILE:LINE, and the exit code is 3.");
  command->callback([options, &context] { context.exit = import_dictionary(*options, context); });
}

}  // namespace demarche::cli
