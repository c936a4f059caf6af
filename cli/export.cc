// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <map>

#include "base/error.h"
#include "base/files.h"
#include "cli/context.h"
#include "cli/flat.h"
#include "cli/refresh.h"
#include "cli/tell.h"

namespace demarche::cli {

namespace {

using record::Json;
using record::Kind;
using record::Record;

struct ExportOptions {
  std::string table = "event", format = "csv", output = "-";
};

// Tables that have a form of their own, with names and words beside the codes; all others are written as they are
// stored.
const std::map<std::string, Kind> kForms = {
    {"document", Kind::Documents},   {"actor", Kind::Actors},          {"mention", Kind::Mentions},
    {"statement", Kind::Statements}, {"event", Kind::Events},          {"happening", Kind::Happenings},
    {"position", Kind::Positions},   {"dispute", Kind::Disputes},      {"figure", Kind::Figures},
    {"failure", Kind::Failures},     {"correction", Kind::Corrections}};

std::uint64_t export_form(const Record& record, Kind kind, const std::string& format, std::ostream& out) {
  const record::Query query{.kind = kind};
  if (format == "jsonl") return record.list(query, [&](Json&& row) { out << record::line_of(row) << '\n'; });
  const Separated separated = format == "csv" ? Separated::Comma : Separated::Tab;
  print_separated(out, flat_columns(kind), separated);
  return record.list(query, [&](Json&& row) { print_separated(out, flat_cells(kind, row), separated); });
}

std::uint64_t export_table(const Record& record, const ExportOptions& given, std::ostream& out) {
  if (given.format == "jsonl")
    return record.dump(
        given.table, [](const auto&) {}, [&](Json&& row) { out << record::line_of(row) << '\n'; });
  const Separated separated = given.format == "csv" ? Separated::Comma : Separated::Tab;
  return record.dump(
      given.table, [&](const std::vector<std::string>& columns) { print_separated(out, columns, separated); },
      [&](Json&& row) {
        std::vector<std::string> cells;
        for (const Json& value : row) cells.push_back(cell_text(value));
        print_separated(out, cells, separated);
      });
}

std::uint64_t write_rows(const Record& record, const ExportOptions& given, std::ostream& out) {
  const auto form = kForms.find(given.table);
  return form == kForms.end() ? export_table(record, given, out) : export_form(record, form->second, given.format, out);
}

std::uint64_t write_to_file(const Record& record, const ExportOptions& given) {
  std::uint64_t count = 0;
  write_file(given.output, [&](std::ostream& out) { count = write_rows(record, given, out); });
  return count;
}

int export_rows(const ExportOptions& given, const Context& context) {
  if (given.format == "parquet")
    throw Error(ErrorKind::Usage,
                "Parquet is written by DuckDB from what we export:  demarche export --table " + given.table +
                    " --format jsonl -o t.jsonl  &&  duckdb -c \"COPY (FROM 't.jsonl') TO 't.parquet'\"");
  if (const auto form = kForms.find(given.table); form != kForms.end() && spans_documents(form->second))
    refresh_findings(context);
  const Record record(context.record, Record::Access::Read);
  const std::uint64_t count = given.output == "-" ? write_rows(record, given, std::cout) : write_to_file(record, given);
  tell("{} rows of {}\n", count, given.table);
  return count == 0 ? kNothing : kDone;
}

std::string table_names() {
  std::string out;
  for (const std::string& name : Record::tables()) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

void add_export(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("export", "Whole tables, without a limit");
  auto options = std::make_shared<ExportOptions>();
  command->add_option("--table", options->table, table_names())->capture_default_str()->type_name("T");
  command->add_option("--format", options->format)
      ->capture_default_str()
      ->check(CLI::IsMember({"csv", "tsv", "jsonl", "parquet"}));
  command->add_option("-o,--output", options->output, "“-” is standard output")
      ->capture_default_str()
      ->type_name("PATH");
  add_record_option(*command, context);
  command->footer(
      "Examples:\n"
      "  demarche export --table event --format csv -o events.csv\n"
      "  demarche export --table evidence --format jsonl -o evidence.jsonl\n"
      "In csv and tsv several values of one cell are joined by “|”. The columns are explained in docs/record.md.");
  command->callback([options, &context] { context.exit = export_rows(*options, context); });
}

}  // namespace demarche::cli
