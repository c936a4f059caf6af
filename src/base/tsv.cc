// SPDX-License-Identifier: Apache-2.0
#include "base/tsv.h"

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

namespace demarche {

namespace {

using Columns = std::map<std::string, std::size_t, std::less<>>;

std::vector<std::string> split_cells(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0;;) {
    const std::size_t tab = line.find('\t', begin);
    cells.emplace_back(line.substr(begin, tab - begin));
    if (tab == std::string_view::npos) return cells;
    begin = tab + 1;
  }
}

// "data/actors/states.tsv" for any absolute path that ends so.
std::string short_name(const std::filesystem::path& path) {
  std::filesystem::path name;
  std::filesystem::path folder = path;
  for (int i = 0; i < 3 && folder.has_filename(); ++i, folder = folder.parent_path()) {
    name = name.empty() ? folder.filename() : folder.filename() / name;
  }
  return name.generic_string();
}

std::shared_ptr<const Columns> read_columns(std::string_view line, const std::vector<std::string>& required,
                                            const std::string& where) {
  auto columns = std::make_shared<Columns>();
  const auto names = split_cells(line);
  for (std::size_t i = 0; i < names.size(); ++i) columns->emplace(names[i], i);
  for (const std::string& name : required) {
    if (!columns->contains(name)) {
      throw Error(ErrorKind::BadInput, where + ": no column “" + name + "”; the first line must name the columns");
    }
  }
  return columns;
}

// Spreadsheets write a byte order mark, which would become part of the first column's name.
std::string_view without_mark(std::string_view content) {
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  return content;
}

// Takes one line off the front, without its end.
std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::vector<std::string> read_cells(std::string_view line, std::size_t columns, const std::string& where) {
  auto cells = split_cells(line);
  if (cells.size() > columns) {
    throw Error(ErrorKind::BadInput, where + ": " + std::to_string(cells.size()) + " cells where " +
                                         std::to_string(columns) + " columns are named");
  }
  cells.resize(columns);  // editors strip trailing tabs
  return cells;
}

}  // namespace

const std::string& TsvRow::operator[](std::string_view column) const {
  const auto found = columns_->find(column);
  if (found == columns_->end()) {
    throw Error(ErrorKind::BadInput, where_ + ": no column “" + std::string(column) + "”");
  }
  return cells_[found->second];
}

std::string_view TsvRow::get(std::string_view column) const {
  const auto found = columns_->find(column);
  return found == columns_->end() ? std::string_view() : std::string_view(cells_[found->second]);
}

std::vector<TsvRow> read_tsv(const std::filesystem::path& path, const std::vector<std::string>& required_columns) {
  const std::string content = read_file(path);
  if (!is_valid_utf8(content)) {
    throw Error(ErrorKind::BadInput, path.string() + ": not UTF-8; convert it, for example with iconv");
  }
  const std::string name = short_name(path);
  std::vector<TsvRow> rows;
  std::shared_ptr<const Columns> columns;
  std::size_t number = 0;
  for (std::string_view rest = without_mark(content); !rest.empty();) {
    const std::string_view line = next_line(rest);
    const std::string where = name + ":" + std::to_string(++number);
    if (line.empty() || line.starts_with('#')) continue;
    if (columns)
      rows.emplace_back(columns, read_cells(line, columns->size(), where), where);
    else
      columns = read_columns(line, required_columns, where);
  }
  if (!columns) throw Error(ErrorKind::BadInput, name + ": no line in it; the first line must name the columns");
  return rows;
}

std::vector<std::string> split_values(std::string_view cell, char separator) {
  std::vector<std::string> values;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find(separator, begin), cell.size());
    const std::string_view value = trim(cell.substr(begin, end - begin));
    if (!value.empty()) values.emplace_back(value);
    begin = end + 1;
  }
  return values;
}

}  // namespace demarche
