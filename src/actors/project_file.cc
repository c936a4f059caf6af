// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "actors/edits.h"
#include "base/error.h"
#include "base/files.h"

namespace demarche::actors {

namespace {

constexpr std::string_view kUndone = "# undone ";

const std::vector<std::string>& own_columns() {
  static const std::vector<std::string> columns = {"id", "name",    "kind", "country", "sector", "member_of", "from",
                                                   "to", "aliases", "by",   "on",      "why",    "edit"};
  return columns;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

std::string joined(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) (out += i == 0 ? "" : "\t") += cells[i];
  return out;
}

// "# undone 2026-11-22 by jo: LINE" → where LINE begins.
std::size_t begin_of_undone(std::string_view line) {
  if (!line.starts_with(kUndone)) return std::string_view::npos;
  const std::size_t colon = line.find(": ");
  return colon == std::string_view::npos ? colon : colon + 2;
}

int number_of_edit(const std::string& edit) {
  int number = 0;
  if (edit.size() < 2 || edit[0] != 'e') return 0;
  std::from_chars(edit.data() + 1, edit.data() + edit.size(), number);
  return number;
}

bool is_plain(const std::string& value) { return value.find_first_of("\t\r\n") == std::string::npos; }

}  // namespace

ProjectTable::ProjectTable(const std::filesystem::path& path) : path_(path) {
  std::string text = is_there(path) ? read_file(path) : "";
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.pop_back();
    lines_.push_back(std::move(line));
    begin = end + 1;
  }
  const auto head = std::find_if(lines_.begin(), lines_.end(),
                                 [](const std::string& line) { return !line.empty() && line[0] != '#'; });
  if (head == lines_.end()) {
    head_ = lines_.size();
    lines_.push_back(joined(own_columns()));
  } else {
    head_ = static_cast<std::size_t>(head - lines_.begin());
  }
  columns_ = cells_of(lines_[head_]);
  if (std::find(columns_.begin(), columns_.end(), "id") == columns_.end())
    throw Error(ErrorKind::BadInput, path.string() + ": no actor table; its first line names no column “id”");
}

std::vector<ProjectTable::Line> ProjectTable::lines() const {
  std::vector<Line> out;
  for (std::size_t i = head_ + 1; i < lines_.size(); ++i) {
    std::string_view line = lines_[i];
    const std::size_t begin = begin_of_undone(line);
    const bool is_undone = begin != std::string_view::npos;
    if (line.empty() || (line[0] == '#' && !is_undone)) continue;
    Line each{i + 1, {}, is_undone, {}};
    if (is_undone) each.undone = line.substr(kUndone.size(), begin - 2 - kUndone.size());
    const std::vector<std::string> cells = cells_of(is_undone ? line.substr(begin) : line);
    for (std::size_t column = 0; column < std::min(cells.size(), columns_.size()); ++column)
      each.cells[columns_[column]] = cells[column];
    out.push_back(std::move(each));
  }
  return out;
}

std::string ProjectTable::next_edit() const {
  int last = 0;
  for (const Line& line : lines()) {
    const auto edit = line.cells.find("edit");
    if (edit != line.cells.end()) last = std::max(last, number_of_edit(edit->second));
  }
  return "e" + std::to_string(last + 1);
}

// A table that somebody wrote by hand gets the columns of edits, empty in all its lines.
void ProjectTable::need_columns() {
  std::string missing_cells;
  for (const std::string& column : own_columns()) {
    if (std::find(columns_.begin(), columns_.end(), column) != columns_.end()) continue;
    columns_.push_back(column);
    missing_cells += '\t';
  }
  if (missing_cells.empty()) return;
  lines_[head_] = joined(columns_);
  for (std::size_t i = head_ + 1; i < lines_.size(); ++i) {
    const bool is_comment =
        !lines_[i].empty() && lines_[i][0] == '#' && begin_of_undone(lines_[i]) == std::string::npos;
    if (!lines_[i].empty() && !is_comment) lines_[i] += missing_cells;
  }
}

void ProjectTable::append(const Cells& cells) {
  need_columns();
  std::vector<std::string> line;
  for (const std::string& column : columns_) {
    const auto cell = cells.find(column);
    line.push_back(cell == cells.end() ? "" : cell->second);
    if (!is_plain(line.back()))
      throw Error(ErrorKind::Usage, "“" + line.back() + "”: a cell of the table has no tabs and line ends");
  }
  if (!line.empty() && line[0].starts_with('#'))
    throw Error(ErrorKind::Usage, line[0] + ": a line may not begin with #");
  lines_.push_back(joined(line));
}

std::size_t ProjectTable::undo(const std::string& what, const std::string& by, Day on) {
  std::size_t count = 0;
  refuse_if_rested_on(what);
  for (const Line& line : lines()) {
    if (!is_meant(line, what) || line.is_undone) continue;
    std::string& text = lines_[line.number - 1];
    text = std::string(kUndone) + show(on) + " by " + by + ": " + text;
    ++count;
  }
  if (count == 0)
    throw Error(ErrorKind::NotFound,
                path_.string() + ": no line or edit “" + what + "” to undo; “demarche actors list” shows them");
  return count;
}

std::size_t ProjectTable::redo(const std::string& edit) {
  std::size_t count = 0;
  refuse_without_ground(edit);
  for (const Line& line : lines()) {
    if (!is_meant(line, edit) || !line.is_undone) continue;
    std::string& text = lines_[line.number - 1];
    text = text.substr(begin_of_undone(text));
    ++count;
  }
  if (count == 0)
    throw Error(ErrorKind::NotFound,
                path_.string() + ": no line or edit “" + edit + "” that was undone; “demarche actors list” shows them");
  return count;
}

std::string ProjectTable::text() const {
  std::string out;
  for (const std::string& line : lines_) out += line + "\n";
  return out;
}

void ProjectTable::save(const std::filesystem::path& data) const {
  const auto trial = std::filesystem::temp_directory_path() / ("demarche_table_" + std::to_string(getpid()) + ".tsv");
  write_file(trial, text());
  try {
    Tables(data, {trial});
  } catch (const Error& error) {
    std::filesystem::remove(trial);
    std::string what = error.what();
    const std::size_t at = what.find(trial.filename().string());
    if (at != std::string::npos) what = path_.string() + what.substr(at + trial.filename().string().size());
    throw Error(error.kind(), what);
  }
  std::filesystem::remove(trial);
  write_file(path_, text());
}

}  // namespace demarche::actors
