// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <functional>
#include <iostream>

#include "cli/context.h"
#include "cli/filters.h"
#include "cli/flat.h"
#include "cli/known_names.h"
#include "cli/positions.h"
#include "cli/refresh.h"
#include "cli/rows_for_people.h"
#include "cli/table.h"
#include "cli/tell.h"
#include "cli/unknown.h"

namespace demarche::cli {

namespace {

constexpr std::uint64_t kRowsForPeople = 50;

struct ListOptions {
  std::string kind, format = "table";
  std::uint64_t limit = 0;
  bool all = false;
  std::string as_of;
  record::Query query;
  PositionOptions positions;
};

using Take = std::function<void(record::Json&&)>;

// What an issue is called by users is for analysis to say; the record finds words.
std::uint64_t each_row(const record::Record& record, const record::Query& query, const Context& context,
                       const Take& take) {
  if (query.kind != record::Kind::Positions || query.about.empty()) return record.list(query, take);
  auto found = positions(record, query, context);
  const std::size_t shown = query.limit == 0 ? found.size() : std::min<std::size_t>(query.limit, found.size());
  for (std::size_t i = 0; i < shown; ++i) take(std::move(found[i]));
  return found.size();
}

std::uint64_t print_rows(const record::Record& record, const record::Query& query, const Context& context,
                         const std::string& format) {
  if (format == "jsonl")
    return each_row(record, query, context, [](record::Json&& row) { std::cout << record::line_of(row) << '\n'; });
  const Separated separated = format == "csv" ? Separated::Comma : Separated::Tab;
  print_separated(std::cout, flat_columns(query.kind), separated);
  return each_row(record, query, context,
                  [&](record::Json&& row) { print_separated(std::cout, flat_cells(query.kind, row), separated); });
}

std::uint64_t print_table(const record::Record& record, const record::Query& query, const Context& context) {
  Table table(people_columns(query.kind));
  const std::uint64_t count =
      each_row(record, query, context, [&](record::Json&& row) { table.add(people_cells(query.kind, row)); });
  if (!table.is_empty()) table.print(std::cout, terminal_width());
  if (query.limit > 0 && count > query.limit) tell("{} of {} shown; --all shows all\n", query.limit, count);
  return count;
}

std::uint64_t print(const record::Record& record, const ListOptions& given, const Context& context) {
  if (given.positions.matrix)
    return print_matrix(positions(record, given.query, context), given.positions, given.format, given.all);
  return given.format == "table" ? print_table(record, given.query, context)
                                 : print_rows(record, given.query, context, given.format);
}

int list(ListOptions& given, const Context& context) {
  record::Query& query = given.query;
  query.kind = record::kind_named(given.kind);
  query.limit = given.all ? 0 : given.limit != 0 ? given.limit : given.format == "table" ? kRowsForPeople : 0;
  query.validate();
  check(given.positions, query.kind);
  const record::Record record = record_as_of(context, given.as_of, spans_documents(query.kind));
  name_by_ids(record, context, query);
  const std::uint64_t count = print(record, given, context);
  if (count == 0) {
    tell("No {} found.\n", given.kind);
    tell_unknown(record, query);
  }
  return count == 0 ? kNothing : kDone;
}

}  // namespace

void add_list(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("list", "List what the record holds");
  auto options = std::make_shared<ListOptions>();
  command
      ->add_option("KIND", options->kind,
                   "documents, actors, mentions, statements, events, happenings, positions, disputes, figures, "
                   "failures or corrections")
      ->required();
  add_filters(*command, options->query);
  command
      ->add_option("--state", options->query.state,
                   "Of a dispute: open, real, explained-by-time, …; of a correction: in-force, undone, …")
      ->type_name("")
      ->group("Filters");
  add_as_of(*command, options->as_of);
  command->add_option("--format", options->format)
      ->capture_default_str()
      ->check(CLI::IsMember({"table", "jsonl", "csv", "tsv"}));
  auto* limit = command->add_option("--limit", options->limit, "At most so many (a table: 50)")
                    ->check(CLI::Range(1, 1000000000))
                    ->type_name("N");
  command->add_flag("--all", options->all, "All of them")->excludes(limit);
  auto* matrix =
      command->add_flag("--matrix", options->positions.matrix, "Positions as actors × issues: the latest stand");
  command->add_option("--at", options->positions.at, "The matrix as it stood on that day")
      ->type_name("DATE")
      ->needs(matrix);
  add_record_option(*command, context);
  command->footer(
      "Examples:\n"
      "  demarche list events --actor PAK --recipient AFG --since 2018-01 --until 2018-06\n"
      "  demarche list statements --speaker \"foreign ministry\" --act deny\n"
      "  demarche list events --modality happened --polarity affirmed --format csv > events.csv\n"
      "  demarche list disputes --as-of 2018-03-01\n"
      "  demarche list positions --actor PAK --about \"safe havens\"\n"
      "  demarche list positions --matrix --at 2018-03-01\n"
      "An actor is an id, PAK, which also finds all below it, PAK.GOV.MFA, or a name. An event without a date of its "
      "own counts at the\n"
      "day of its document, shown in brackets.");
  command->callback([options, &context] { context.exit = list(*options, context); });
}

}  // namespace demarche::cli
