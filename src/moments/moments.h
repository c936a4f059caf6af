// SPDX-License-Identifier: Apache-2.0
// Moments: time expressions → intervals of days with a precision.
//
//   "early 2008"                      → 2008-01-01 … 2008-04-30, part-of-year
//   "on Tuesday", written 2018-01-12  → 2018-01-09, day (the last one before, in a news text)
//   "9/11"                            → 2001-09-11
//
// Conventions: early, mid and late are thirds: four months of a year, ten days of a month, forty months of a decade;
// winter begins in its year's December; "the past 16 years" end on the day before that of writing; "since" and "until"
// open a phrase of which they are part, but in a text a moment is the date alone; a day without year is the last one up
// to the day of writing, unless the sentence looks ahead, in a story that of the moment before; where day and month
// could be either, slashes have the month first.
//
// Values follow TIMEX3 (TimeML, ISO 24617-1) where it has one. Pure functions; safe from many threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "text/text.h"

namespace demarche::moments {

enum class MomentKind { Date, Duration, Set, Time };
std::string_view name_of(MomentKind kind);

struct Moment {
  Span span;
  std::optional<Day> lo,
      hi;  // inclusive; empty at an open end; both empty for sets, durations that nothing anchors, and what
           // begins before the year 1
  std::string precision;  // day, week, month, quarter, part-of-year, year, decade, century, range, unknown
  std::string timex;      // "2018-01-09", "P3D", "XXXX-WXX-2"
  MomentKind kind = MomentKind::Date;
};

// A phrase that is a time expression as a whole; nothing when it is none. Without `written` relative ones have kind and
// timex only.
std::optional<Moment> resolve_phrase(std::string_view phrase, std::optional<Day> written);

// All moments of the readable text, in text order, not overlapping. "the following month", "three days later" count
// from the moment before them in the same block.
std::vector<Moment> find(const Document& document, const language::Tokens& tokens);

// The same in any text, against a day.
std::vector<Moment> find_in_text(std::string_view text, std::optional<Day> written);

}  // namespace demarche::moments
