// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/identity.h"

#include <array>
#include <cmath>

#include "base/files.h"

namespace demarche::analysis {

std::string finding_id(char kind, std::string_view about) { return kind + sha256_hex(about).substr(0, 16); }

namespace {

std::string grouped(std::string digits) {
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), 1, ',');
  return digits;
}

std::string digits_of(double value) {
  if (value == std::floor(value) && std::abs(value) < 1e15)
    return grouped(std::to_string(static_cast<long long>(value)));
  std::string digits = std::to_string(value);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

std::string amount_text(double value) {
  if (value >= 1e9) return digits_of(std::round(value / 1e7) / 100) + " billion";
  if (value >= 1e6) return digits_of(std::round(value / 1e4) / 100) + " million";
  return digits_of(value);
}

std::string bound_of(const record::QuantityItem& quantity) {
  const bool is_open_below = quantity.lo < quantity.value;
  const bool is_open_above = quantity.hi > quantity.value;
  if (is_open_below && is_open_above) return "about ";
  if (is_open_above) return "at least ";
  if (!is_open_below) return "";
  return quantity.lo > 0 ? "almost " : "at most ";  // "almost 2 billion" is read as a tenth less at the least
}

// "between 70,000 and 100,000", of which the value is the middle; "about 40" lies a tenth around it.
bool is_range(const record::QuantityItem& quantity) {
  if (!(quantity.lo > 0 && quantity.lo < quantity.hi) || std::isinf(quantity.hi)) return false;
  const double middle = (quantity.lo + quantity.hi) / 2, half = (quantity.hi - quantity.lo) / 2,
               slack = quantity.value / 100;
  return std::abs(middle - quantity.value) < slack && std::abs(half - quantity.value / 10) > slack;
}

std::string bounded_amount(const record::QuantityItem& quantity) {
  if (is_range(quantity)) return amount_text(quantity.lo) + " to " + amount_text(quantity.hi);
  return bound_of(quantity) + amount_text(quantity.value);
}

std::string unit_of(const record::QuantityItem& quantity) {
  if (quantity.kind == "percent" || quantity.unit == "percent") return "%";
  if (quantity.unit == "persons") return quantity.kind == "count" ? "people" : quantity.kind;
  return quantity.unit;
}

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

Day day_of(int number) { return Day(std::chrono::sys_days(std::chrono::days(number))); }

}  // namespace

std::string figure_text(const record::QuantityItem& quantity) {
  const std::string unit = unit_of(quantity);
  return bounded_amount(quantity) + (unit.empty() ? "" : " " + unit);
}

std::string number_text(const record::QuantityItem& quantity) {
  const bool has_sign = quantity.kind == "money" || quantity.kind == "percent";
  return has_sign ? figure_text(quantity) : bounded_amount(quantity);
}

std::string period_text(const When& when) {
  if (when.lo == when.hi) return day_text(when.lo);
  const Day lo = day_of(when.lo), hi = day_of(when.hi);
  const bool is_first = lo.day() == std::chrono::day(1),
             is_last = hi == Day(hi.year() / hi.month() / std::chrono::last);
  if (is_first && is_last && lo.year() == hi.year()) {
    const std::string year = std::to_string(static_cast<int>(lo.year()));
    if (lo.month() == hi.month()) return kMonths[static_cast<unsigned>(lo.month()) - 1] + (" " + year);
    if (lo.month() == std::chrono::January && hi.month() == std::chrono::December) return year;
  }
  return day_text(when.lo) + " to " + day_text(when.hi);
}

std::vector<int> months_touched(int lo, int hi) {
  constexpr int kMonth = 30, kMost = 13;
  std::vector<int> months;
  for (int month = lo / kMonth; month <= hi / kMonth && static_cast<int>(months.size()) < kMost; ++month)
    months.push_back(month);
  return months;
}

}  // namespace demarche::analysis
