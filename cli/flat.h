// SPDX-License-Identifier: Apache-2.0
// JSON rows → cells: the columns of csv and tsv, and of the tables for people.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "cli/table.h"
#include "record/record.h"

namespace demarche::cli {

// One row per item, one column per fact; several values in one cell are joined by “|”.
std::vector<std::string> flat_columns(record::Kind kind);
std::vector<std::string> flat_cells(record::Kind kind, const record::Json& row);

enum class Separated { Comma, Tab };
// RFC 4180 with LF; for tabs, tabs and line ends in a cell become spaces.
void print_separated(std::ostream& out, const std::vector<std::string>& cells, Separated separated);

// A value of JSON as the text of a cell.
std::string cell_text(const record::Json& value);

}  // namespace demarche::cli
