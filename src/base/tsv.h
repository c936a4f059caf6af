// SPDX-License-Identifier: Apache-2.0
// Tables of knowledge: UTF-8, tab-separated, first line names the columns, `#` opens a comment line, no quoting.
// A byte order mark at the head, as spreadsheets write it, is passed over.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// One line of a table. Cells are owned by the row; a column that the table lacks is an Error{BadInput} with file:line.
class TsvRow {
 public:
  TsvRow(std::shared_ptr<const std::map<std::string, std::size_t, std::less<>>> columns, std::vector<std::string> cells,
         std::string where)
      : columns_(std::move(columns)), cells_(std::move(cells)), where_(std::move(where)) {}

  const std::string& operator[](std::string_view column) const;
  // Empty when the table has no such column.
  std::string_view get(std::string_view column) const;
  // "data/actors/states.tsv:17": travels with everything that this line decides.
  const std::string& where() const { return where_; }

 private:
  std::shared_ptr<const std::map<std::string, std::size_t, std::less<>>> columns_;
  std::vector<std::string> cells_;
  std::string where_;
};

// Throws Error{NotFound} or Error{BadInput} ("file:line: 4 cells where 6 columns are named"); a file
// without a line that names the columns is one too. `where` shows the path relative to its grandparent folder, so that
// records made on different machines agree.
std::vector<TsvRow> read_tsv(const std::filesystem::path& path, const std::vector<std::string>& required_columns);

// Splits a cell of several values ("a|b|c"); empty values are dropped.
std::vector<std::string> split_values(std::string_view cell, char separator = '|');

}  // namespace demarche
