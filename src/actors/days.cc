// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "actors/content.h"
#include "base/error.h"

namespace demarche::actors {

namespace {

[[noreturn]] void refuse(std::string_view cell, const std::string& where) {
  throw Error(ErrorKind::BadInput,
              where + ": “" + std::string(cell) + "” is no date; write 2018, 2018-10 or 2018-10-03");
}

int number(std::string_view digits, std::string_view cell, const std::string& where) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) refuse(cell, where);
  return value;
}

struct Partial {
  std::chrono::year year{};
  std::optional<unsigned> month;
};

Partial read_partial(std::string_view cell, const std::string& where) {
  if (cell.size() != 4 && cell.size() != 7) refuse(cell, where);
  Partial partial{std::chrono::year(number(cell.substr(0, 4), cell, where)), {}};
  if (cell.size() == 7) {
    partial.month = static_cast<unsigned>(number(cell.substr(5), cell, where));
    if (*partial.month < 1 || *partial.month > 12) refuse(cell, where);
  }
  return partial;
}

}  // namespace

std::optional<Day> first_day(std::string_view cell, const std::string& where) {
  if (cell.empty()) return {};
  if (cell.size() == 10) {
    const auto day = parse_day(cell);
    if (!day) refuse(cell, where);
    return day;
  }
  const Partial partial = read_partial(cell, where);
  return partial.year / std::chrono::month(partial.month.value_or(1)) / 1;
}

std::optional<Day> last_day(std::string_view cell, const std::string& where) {
  if (cell.empty() || cell.size() == 10) return first_day(cell, where);
  const Partial partial = read_partial(cell, where);
  return Day(partial.year / std::chrono::month(partial.month.value_or(12)) / std::chrono::last);
}

}  // namespace demarche::actors
