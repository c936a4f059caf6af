// SPDX-License-Identifier: Apache-2.0
// The grammar of time expressions: small readers, each of which looks at the words from one place on and either
// recognises an expression of its kind there or does not. The longest one recognised wins.
#pragma once

#include <initializer_list>
#include <optional>

#include "moments/calendar.h"
#include "moments/words.h"

namespace demarche::moments {

struct Memo;

// What an expression is resolved against.
struct Context {
  std::optional<Day> written;           // the day of the document
  std::optional<Moment> previous = {};  // the moment before this one, an anchor for "three days later"
  std::optional<Moment> heading = {};   // the date over the paragraphs, in a chronology
  std::optional<Moment> entry = {};     // the date that the paragraph begins with
  bool is_story = false;                // told about another time than that of writing: years come from `previous`
  bool is_previous_near = false;        // `previous` stands in the same sentence
  bool is_ahead = false;                // behind "from now to"
  bool is_phrase = false;  // the whole text is one time expression, so that bare and lower-case names are no traps
  Memo* memo = nullptr;    // of the readings at hand; whoever changes a copy of the context takes it out
};

struct Found {
  std::size_t end = 0;  // behind the last word
  Moment moment;
};
using Reading = std::optional<Found>;

struct FoundCalendar {
  std::size_t end = 0;
  Calendar calendar;
};

using Reader = Reading (*)(const Words& words, std::size_t at, const Context& context);
// Many readers look at the same words with the same eyes: with a memo, each does so once.
struct Memo {
  struct Entry {
    Reader reader;
    std::size_t at;
    Reading reading;
  };
  std::vector<Entry> entries;
};
// The longest of what the readers recognise; of equals the first.
Reading longest(std::initializer_list<Reader> readers, const Words& words, std::size_t at, const Context& context);

// Names: 1-based numbers, 0 for none. Whether a bare name is a trap ("may", "march") is asked elsewhere.
int month_number(std::string_view word);
int weekday_number(std::string_view word);
int season_number(std::string_view word);
std::optional<Unit> unit_of(std::string_view word);
// Reads a month with the point of its abbreviation; `at` moves behind it.
int read_month(const Words& words, std::size_t& at);

// "9 September 2008", "May 2011", "spring 1999", "the 1990s", "2018-12-23": parts of the calendar, year or not.
std::optional<FoundCalendar> read_calendar(const Words& words, std::size_t at);
// Behind "and", ",", "to" and the like; `at` when there is none.
std::size_t skip_list_sign(const Words& words, std::size_t at);
// Supplies a missing year: that of the story, or the nearest to the day of writing.
std::optional<Moment> complete(const Calendar& calendar, const Words& words, std::size_t at, const Context& context);

// Whether the words before look ahead: "will", "scheduled".
bool speaks_of_the_future(const Words& words, std::size_t at);

Reading read_absolute(const Words& words, std::size_t at, const Context& context);
Reading read_holiday(const Words& words, std::size_t at, const Context& context);  // "9/11", "Christmas"
Reading read_era_date(const Words& words, std::size_t at,
                      const Context& context);  // "1435 AH", "22 Bahman 1357", "Juche 107", "fiscal 2016"
Reading read_fiscal_year(const Words& words, std::size_t at, const Context& context);  // "FY2016"
Reading read_relative(const Words& words, std::size_t at,
                      const Context& context);  // "yesterday", "last week", "two days ago"
Reading read_anchored(const Words& words, std::size_t at, const Context& context);  // "three days later", "that year"
Reading read_week(const Words& words, std::size_t at,
                  const Context& context);  // "the first week of May", "Friday of last week"
Reading read_bare_day(const Words& words, std::size_t at, const Context& context);  // "the 22nd", "Friday the 13th"
Reading read_within(const Words& words, std::size_t at,
                    const Context& context);  // "the first Friday of next month", "the 15th day of May"
Reading read_counted_day(const Words& words, std::size_t at,
                         const Context& context);  // "two Sundays ago", "the Tuesday after next"
Reading read_duration(const Words& words, std::size_t at,
                      const Context& context);                                   // "three weeks", "the past 16 years"
Reading read_set(const Words& words, std::size_t at, const Context& context);    // "every year", "weekly"
Reading read_clock(const Words& words, std::size_t at, const Context& context);  // "at 5:34 am", "Tuesday morning"
Reading read_part(const Words& words, std::size_t at, const Context& context);   // "early 2008", "the end of the year"
Reading read_range(const Words& words, std::size_t at, const Context& context);  // "from May to June 2011", "1996–2001"

// The longest reading without parts and ranges, and with them.
Reading read_simple(const Words& words, std::size_t at, const Context& context);
Reading read_any(const Words& words, std::size_t at, const Context& context);

// Times of day without a date.
struct Hour {
  std::size_t end = 0;
  std::string value;    // "T05:34", of two hours "T17:00/T18:00"
  bool is_sure = true;  // which half of the day is known
};
// "5:34 am", "seven o'clock"; `lax` takes a bare number for an hour.
std::optional<Hour> read_hour(const Words& words, std::size_t at, bool lax);
// "between 2 and 4 pm"
std::optional<Hour> read_hours(const Words& words, std::size_t at, bool lax);

// Whether the sentence speaks of a season and of a country where it falls in the other half of the year.
bool has_southern_seasons(const Words& words);
// The value of such a season names its months, since "SU" would be taken for June to August.
void turn_season(Moment& moment);

// Whether an expression can begin here; false for nearly all words of a text.
bool may_begin(const Words& words, std::size_t at);

// Days before the year 1 cannot be written so that they sort; the value tells the year.
void drop_days_before_christ(Moment& moment);

// Words that look like time and are something else: "may", "2,000 troops", "Resolution 1267", "a 30-year-old".
bool is_trap(const Words& words, std::size_t first, const Found& found, const Context& context);

}  // namespace demarche::moments
