// SPDX-License-Identifier: Apache-2.0
#include "places/table_reader.h"

#include <algorithm>

#include "base/error.h"

namespace demarche::places {

TableReader::TableReader(std::string where, std::string_view text, std::initializer_list<std::string_view> columns)
    : where_(std::move(where)), rest_(text) {
  next_line();
  for (std::string_view column : columns) order_.push_back(position_of(column));
}

bool TableReader::next() {
  if (rest_.empty()) return false;
  next_line();
  if (count_ != columns_)
    fail(std::to_string(count_) + " cells where " + std::to_string(columns_) + " columns are named");
  return true;
}

void TableReader::fail(const std::string& what) const {
  throw Error(ErrorKind::BadInput, where_ + ":" + std::to_string(line_) + ": " + what + "; see data/places/README.md");
}

void TableReader::next_line() {
  ++line_;
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  const std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  count_ = 0;
  for (std::size_t begin = 0; count_ < kMostCells; ++count_) {
    const std::size_t tab = line.find('\t', begin);
    cells_[count_] = line.substr(begin, tab - begin);
    if (tab == std::string_view::npos) break;
    begin = tab + 1;
  }
  ++count_;
  if (line_ == 1) columns_ = count_;
}

std::size_t TableReader::position_of(std::string_view column) const {
  const auto found = std::find(cells_.begin(), cells_.begin() + static_cast<std::ptrdiff_t>(count_), column);
  if (found == cells_.begin() + static_cast<std::ptrdiff_t>(count_)) fail("no column “" + std::string(column) + "”");
  return static_cast<std::size_t>(found - cells_.begin());
}

}  // namespace demarche::places
