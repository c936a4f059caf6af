// SPDX-License-Identifier: Apache-2.0
#include "cli/table.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "base/blanks.h"
#include "base/utf8.h"

namespace demarche::cli {

namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 24;  // of the column that takes what is left

bool takes_no_room(char32_t point) {
  return (point >= 0x300 && point <= 0x36F) || point == 0x200B || point == 0x200D ||
         (point >= 0xFE00 && point <= 0xFE0F);
}
bool is_wide(char32_t point) {
  return (point >= 0x1100 && point <= 0x115F) || (point >= 0x2E80 && point <= 0xFF60 && point < 0xD800) ||
         point >= 0x1F300;
}

// C0, DEL and C1: terminals take some of either as commands.
bool is_control(char32_t point) { return point < 0x20 || (point >= 0x7F && point <= 0x9F); }

// Bytes of the longest beginning that fits into `width`; at least one character.
std::size_t fitting(std::string_view text, int width) {
  std::size_t at = 0;
  int used = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t point = next_code_point(text, next);
    used += takes_no_room(point) ? 0 : is_wide(point) ? 2 : 1;
    if (used > width && at > 0) break;
    at = next;
  }
  return at;
}

void pad(std::string& line, int width) { line.append(static_cast<std::size_t>(std::max(0, width)), ' '); }

void print_line(std::ostream& out, const std::vector<std::string>& cells, const std::vector<int>& widths) {
  std::string line;
  int missing = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!cells[i].empty()) {
      pad(line, missing);
      missing = 0;
    }
    line += cells[i];
    missing += widths[i] + kGap - width_of(cells[i]);
  }
  out << line << '\n';
}

}  // namespace

int width_of(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t point = next_code_point(text, at);
    width += takes_no_room(point) ? 0 : is_wide(point) ? 2 : 1;
  }
  return width;
}

std::string one_line(std::string_view text) {
  return squeezed(text, [](char32_t point) { return is_space(point) || is_control(point); });
}

std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t point = next_code_point(text, at);
    if (is_control(point) && point != '\n' && point != '\t')
      append_utf8(out, 0xFFFD);
    else
      out += text.substr(before, at - before);
  }
  return out;
}

std::string shortened(std::string_view text, int width) {
  if (width_of(text) <= width) return std::string(text);
  return std::string(text.substr(0, fitting(text, width - 1))) + "…";
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  for (std::size_t fits = fitting(text, width); fits < text.size(); fits = fitting(text, width)) {
    const std::size_t space = text[fits] == ' ' ? fits : text.substr(0, fits).rfind(' ');
    const std::size_t end = space == std::string_view::npos || space == 0 ? fits : space;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  }
  lines.emplace_back(text);
  return lines;
}

int terminal_width() {
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr && std::atoi(columns) > 0)
    return std::atoi(columns);
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 120;
}

std::vector<int> Table::widths(int width) const {
  std::vector<int> out;
  int used = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    int widest = width_of(columns_[i].title);
    for (const auto& row : rows_) widest = std::max(widest, width_of(row[i]));
    out.push_back(columns_[i].max_width == 0 ? 0 : std::min(widest, columns_[i].max_width));
    used += out.back() + kGap;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].max_width == 0) out[i] = std::max(kNarrowest, width - used);
  }
  return out;
}

void Table::print(std::ostream& out, int width) const {
  const std::vector<int> room = widths(width);
  std::vector<std::string> titles;
  for (const Column& column : columns_) titles.push_back(column.title);
  print_line(out, titles, room);
  for (const auto& row : rows_) {
    std::vector<std::vector<std::string>> lines;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
      lines.push_back(wrapped(row[i], room[i]));
      height = std::max(height, lines.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
      std::vector<std::string> cells;
      for (const auto& cell : lines) cells.push_back(line < cell.size() ? cell[line] : "");
      print_line(out, cells, room);
    }
  }
}

}  // namespace demarche::cli
