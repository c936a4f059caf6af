// SPDX-License-Identifier: Apache-2.0
#include "analysis/texts/stored_text.h"

namespace demarche::analysis {

int day_number(std::string_view day) {
  const auto parsed = parse_day(day);
  return parsed ? std::chrono::sys_days(*parsed).time_since_epoch().count() : kNoDay;
}

std::string day_text(int day) { return day == kNoDay ? "" : show(Day(std::chrono::sys_days(std::chrono::days(day)))); }

std::string Text::words(record::Range range) const {
  const std::uint32_t begin = points->to_byte(range.begin), end = points->to_byte(range.end);
  return source->document.text.substr(begin, end - begin);
}

}  // namespace demarche::analysis
