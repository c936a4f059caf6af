// SPDX-License-Identifier: Apache-2.0
// What the readers of dates share. Private to absolute.cc, numeric.cc and spells.cc.
#pragma once

#include <optional>

#include "moments/grammar.h"

namespace demarche::moments {

using Calendars = std::optional<FoundCalendar>;
using CalendarReader = Calendars (*)(const Words& words, std::size_t at);
// The longest of what the readers recognise; of equals the first.
Calendars longest_of(std::initializer_list<CalendarReader> readers, const Words& words, std::size_t at);

struct Year {
  std::size_t end = 0;
  int year = 0;
};
// "2008", "'99", "480 BC", "AD 69", "nineteen ninety-six"
std::optional<Year> read_year(const Words& words, std::size_t at);
// Adds "[,] 2008", "of 2008", "in 2008" to what stands before it.
FoundCalendar with_year(const Words& words, FoundCalendar found);
// Two-digit years reach from 1930 to 2029.
int full_year(int year);
bool is_four_digits(const Word& word);
bool is_day_number(const Word& word);

Calendars read_numeric(const Words& words, std::size_t at);      // "2018-12-23", "23/12/2018"
Calendars read_joined_name(const Words& words, std::size_t at);  // "2019-Aug-01"
// "spring 1999", "Q3 2015", "the first half of 2008", "the 1990s", "the 19th century"
Calendars read_spell(const Words& words, std::size_t at);

}  // namespace demarche::moments
