// SPDX-License-Identifier: Apache-2.0
// Text tables for people: aligned columns within the width of the terminal, long cells wrapped, nothing cut off.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::cli {

struct Column {
  std::string title;
  int max_width;  // characters; 0: what the others leave
};

class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool is_empty() const { return rows_.empty(); }
  void print(std::ostream& out, int width) const;

 private:
  std::vector<int> widths(int width) const;
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

// Columns of the terminal that standard output goes to; of COLUMNS when it is set; else 120.
int terminal_width();

// Text on one line: runs of white space and control characters become one space.
std::string one_line(std::string_view text);
// Text on its own lines. A control character other than tab and line end becomes U+FFFD: a document must not move the
// cursor, set a title or answer for the user.
std::string harmless(std::string_view text);
// At most `width` characters, the last one an ellipsis when something is left out. Only for heads and names, never for
// quotations.
std::string shortened(std::string_view text, int width);
// Characters, as far as they take room.
int width_of(std::string_view text);
// Lines of at most `width` characters, broken at spaces.
std::vector<std::string> wrapped(std::string_view text, int width);

}  // namespace demarche::cli
