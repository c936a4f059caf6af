// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

struct Name {
  std::string_view word;
  int number;
};

constexpr std::array<Name, 24> kMonths{{
    {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
    {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
    {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},       {"jul", 7},
    {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},      {"dec", 12},
}};

constexpr std::array<Name, 17> kWeekdays{{
    {"monday", 1},
    {"tuesday", 2},
    {"wednesday", 3},
    {"thursday", 4},
    {"friday", 5},
    {"saturday", 6},
    {"sunday", 7},
    {"mon", 1},
    {"tue", 2},
    {"tues", 2},
    {"wed", 3},
    {"thu", 4},
    {"thur", 4},
    {"thurs", 4},
    {"fri", 5},
    {"sat", 6},
    {"sun", 7},
}};

constexpr std::array<Name, 5> kSeasons{{{"spring", 1}, {"summer", 2}, {"autumn", 3}, {"fall", 3}, {"winter", 4}}};

struct UnitName {
  std::string_view word;
  Unit unit;
};

constexpr std::array<UnitName, 22> kUnits{{
    {"second", Unit::Second},
    {"seconds", Unit::Second},
    {"minute", Unit::Minute},
    {"minutes", Unit::Minute},
    {"hour", Unit::Hour},
    {"hours", Unit::Hour},
    {"day", Unit::Day},
    {"days", Unit::Day},
    {"week", Unit::Week},
    {"weeks", Unit::Week},
    {"month", Unit::Month},
    {"months", Unit::Month},
    {"quarter", Unit::Quarter},
    {"quarters", Unit::Quarter},
    {"year", Unit::Year},
    {"years", Unit::Year},
    {"decade", Unit::Decade},
    {"decades", Unit::Decade},
    {"century", Unit::Century},
    {"centuries", Unit::Century},
    {"fortnight", Unit::Fortnight},
    {"fortnights", Unit::Fortnight},
}};

template <std::size_t N>
int number_in(const std::array<Name, N>& table, std::string_view word) {
  for (const Name& name : table)
    if (name.word == word) return name.number;
  return 0;
}

}  // namespace

int month_number(std::string_view word) { return number_in(kMonths, word); }
int weekday_number(std::string_view word) { return number_in(kWeekdays, word); }
int season_number(std::string_view word) { return number_in(kSeasons, word); }

std::optional<Unit> unit_of(std::string_view word) {
  for (const UnitName& name : kUnits)
    if (name.word == word) return name.unit;
  return std::nullopt;
}

int read_month(const Words& words, std::size_t& at) {
  const int month = month_number(words[at].lower);
  if (month == 0) return 0;
  const bool is_short = words[at].lower.size() <= 4 && month != 5 && month != 6 && month != 7;
  ++at;
  if (is_short && words.is(at, ".") && words[at].glued) ++at;
  return month;
}

}  // namespace demarche::moments
