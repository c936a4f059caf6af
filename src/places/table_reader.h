// SPDX-License-Identifier: Apache-2.0
// Tables of hundreds of thousands of lines: cells are views into the text, which must outlive them.
#pragma once

#include <array>
#include <charconv>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace demarche::places {

// Cells of the current line, by the order of the columns that the reader asked for.
class TableReader {
 public:
  // `where` is how errors call the table: "data/places/towns.tsv".
  TableReader(std::string where, std::string_view text, std::initializer_list<std::string_view> columns);

  bool next();  // throws Error{BadInput} with file and line
  std::string_view operator[](std::size_t column) const { return cells_[order_[column]]; }
  std::uint32_t line() const { return line_; }

  // 0 for an empty cell.
  template <typename Number>
  Number number(std::size_t column) const {
    const std::string_view cell = (*this)[column];
    Number value{};
    const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (!cell.empty() && (result.ec != std::errc() || result.ptr != cell.data() + cell.size()))
      fail("“" + std::string(cell) + "” is no number");
    return value;
  }

  [[noreturn]] void fail(const std::string& what) const;

 private:
  static constexpr std::size_t kMostCells = 12;

  void next_line();
  std::size_t position_of(std::string_view column) const;

  std::string where_;
  std::string_view rest_;
  std::array<std::string_view, kMostCells + 1> cells_{};
  std::vector<std::size_t> order_;
  std::size_t count_ = 0, columns_ = 0;
  std::uint32_t line_ = 0;
};

}  // namespace demarche::places
