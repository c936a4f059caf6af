// SPDX-License-Identifier: Apache-2.0
// Weekdays that are counted: "two Sundays ago", "three Mondays from now", "the Tuesday after next".
#include "moments/grammar.h"

namespace demarche::moments {
namespace {

// "Sundays" as well as "Sunday".
int weekday_in_plural(std::string_view word) {
  const bool is_plural = word.size() >= 7 && word.back() == 's';
  return weekday_number(is_plural ? word.substr(0, word.size() - 1) : word);
}

// The nth such day before a day when negative, else behind it.
Day nth_from(Day day, int weekday, int number) {
  const int ahead = (weekday - weekday_of(day) + 6) % 7 + 1, back = (weekday_of(day) - weekday + 6) % 7 + 1;
  return shift(day, Unit::Day, number > 0 ? ahead + 7 * (number - 1) : -back + 7 * (number + 1));
}

// "two Sundays ago", "three Mondays from now"
Reading read_counted_weekday(const Words& words, std::size_t at, const Context& context) {
  const auto count = read_count(words, at);
  const int weekday = count && !count->vague ? weekday_in_plural(words[count->end].lower) : 0;
  if (weekday == 0 || count->value < 1 || count->value > 60) return std::nullopt;
  const std::size_t next = count->end + 1;
  const bool is_ago = words.is(next, "ago"), is_ahead = words.is(next, "from") && words.is(next + 1, "now");
  if ((!is_ago && !is_ahead) || !context.written) return std::nullopt;
  return Found{next + (is_ago ? 1 : 2),
               on_day(nth_from(*context.written, weekday, is_ago ? -count->value : count->value))};
}

// "the Tuesday after next", "the Friday before last"
Reading read_weekday_but_one(const Words& words, std::size_t at, const Context& context) {
  const std::size_t noun = words.skip(at, "the");
  const int weekday = weekday_number(words[noun].lower);
  const bool is_ahead = words.is(noun + 1, "after") && words.is(noun + 2, "next");
  const bool is_past = words.is(noun + 1, "before") && words.is(noun + 2, "last");
  if (weekday == 0 || (!is_ahead && !is_past) || !context.written) return std::nullopt;
  return Found{noun + 3, on_day(nth_from(*context.written, weekday, is_ahead ? 2 : -2))};
}

}  // namespace

Reading read_counted_day(const Words& words, std::size_t at, const Context& context) {
  return longest({read_counted_weekday, read_weekday_but_one}, words, at, context);
}

}  // namespace demarche::moments
