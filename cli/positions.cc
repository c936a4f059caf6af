// SPDX-License-Identifier: Apache-2.0
#include "cli/positions.h"

#include <algorithm>
#include <iostream>

#include "analysis/analysis.h"
#include "base/error.h"
#include "cli/flat.h"
#include "cli/table.h"

namespace demarche::cli {

namespace {

using record::Json;

std::string text(const Json& row, const char* field) {
  const auto found = row.find(field);
  return found == row.end() || found->is_null() ? std::string() : found->get<std::string>();
}

Json cell_json(const analysis::Matrix& matrix, const std::string& actor, const std::string& issue) {
  const auto& all = matrix.cells.at({actor, issue});
  const Json& told = analysis::telling(all);
  Json cell;
  cell["actor"] = told.at("actor");
  for (const char* field : {"name", "issue", "stance", "since", "change", "office", "person", "text"})
    cell[field] = told.contains(field) ? told.at(field) : Json();
  cell["positions"] = all.size();
  return cell;
}

// One line for each pair that has a position.
std::size_t print_pairs(const analysis::Matrix& matrix, const std::string& format) {
  const std::vector<std::string> columns = {"actor",  "name",   "issue",  "stance", "since",
                                            "change", "office", "person", "text",   "positions"};
  const Separated separated = format == "csv" ? Separated::Comma : Separated::Tab;
  if (format != "jsonl") print_separated(std::cout, columns, separated);
  for (const std::string& actor : matrix.actors) {
    for (const std::string& issue : matrix.issues) {
      if (!matrix.cells.contains({actor, issue})) continue;
      const Json cell = cell_json(matrix, actor, issue);
      if (format == "jsonl") {
        std::cout << record::line_of(cell) << '\n';
        continue;
      }
      std::vector<std::string> cells;
      for (const std::string& column : columns)
        cells.push_back(column == "positions" ? std::to_string(cell["positions"].get<std::size_t>())
                                              : text(cell, column.c_str()));
      print_separated(std::cout, cells, separated);
    }
  }
  return matrix.cells.size();
}

std::string standing(const Json& position) {
  const std::string since = text(position, "since");
  return text(position, "stance") + (since.empty() ? "" : " " + since);
}

std::size_t print_grid(const analysis::Matrix& matrix) {
  std::vector<Column> columns = {{"ACTOR", 24}};
  for (const std::string& issue : matrix.issues) columns.push_back({issue, 18});
  Table table(columns);
  for (const std::string& actor : matrix.actors) {
    std::vector<std::string> row = {matrix.names.at(actor)};
    for (const std::string& issue : matrix.issues) {
      const auto found = matrix.cells.find({actor, issue});
      row.push_back(found == matrix.cells.end() ? "" : standing(analysis::telling(found->second)));
    }
    const bool holds_any = std::any_of(row.begin() + 1, row.end(), [](const auto& cell) { return !cell.empty(); });
    if (holds_any) table.add(row);
  }
  if (!table.is_empty()) table.print(std::cout, terminal_width());
  return matrix.cells.size();
}

}  // namespace

void check(const PositionOptions& given, record::Kind kind) {
  if (kind == record::Kind::Positions ? given.at.empty() || given.matrix : !given.matrix && given.at.empty()) return;
  throw Error(ErrorKind::Usage, "--matrix belongs to list positions, and --at DATE to --matrix");
}

std::vector<Json> positions(const record::Record& record, const record::Query& query, const Context& context) {
  record::Query all = query;
  all.about.clear();
  all.limit = 0;
  std::vector<Json> found;
  const analysis::Lexicon lexicon(data_folder(context));
  record.list(all, [&](Json&& row) {
    if (query.about.empty() || analysis::is_about(row, query.about, lexicon)) found.push_back(std::move(row));
  });
  return found;
}

std::size_t print_matrix(const std::vector<Json>& positions, const PositionOptions& given, const std::string& format,
                         bool all) {
  constexpr std::size_t kActors = 20, kIssues = 6;
  const bool is_table = format == "table" && !all;
  const std::string at = given.at.empty() ? "" : record::day_at(given.at, record::Edge::Last);
  const auto matrix =
      analysis::matrix_of(positions, {.at = at, .actors = is_table ? kActors : 0, .issues = is_table ? kIssues : 0});
  return format == "table" ? print_grid(matrix) : print_pairs(matrix, format);
}

}  // namespace demarche::cli
