// SPDX-License-Identifier: Apache-2.0
// Calendars that do not count from Christ → days of ours.
//
// All are converted by rule. The Islamic calendar is the tabular one, which may be a day off what was seen in the sky;
// the solar Hijri one has leap years by the cycle of 33; that of Ethiopia is exact.
#pragma once

#include <optional>
#include <string_view>

#include "moments/calendar.h"

namespace demarche::moments {

enum class Era { Lunar, Solar, Ethiopian, Buddhist, Juche, Minguo, Reiwa, Heisei, Showa, Bikram, Jewish };

// From `lo` up to the day before `next`.
Moment spanning(Day lo, Day next, std::string_view precision);
// Of the calendars with months of their own: lunar, solar and Ethiopian. `month` 0 for the whole year, `day` 0 for the
// whole month. Nothing for an impossible day.
std::optional<Moment> moment_in(Era era, int year, int month, int day);
std::optional<Moment> year_in(Era era, int year);
// Whether anybody would give a year of that count in a text of today.
bool is_likely(Era era, int year);

}  // namespace demarche::moments
