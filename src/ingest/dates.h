// SPDX-License-Identifier: Apache-2.0
// Dates as pages and lines give them for themselves; expressions inside sentences ("last week") belong to moments.
#pragma once

#include <optional>
#include <string_view>

#include "text/text.h"

namespace demarche::ingest {

struct FoundDate {
  Published published;
  std::size_t begin = 0;  // where it stands, with its time of day
  std::size_t end = 0;
};

// The first complete date: "2018-10-03T09:00:00+05:00", "Wed, Oct 3rd, 2018", "25 June 2018", "23-12-2018 18:41:45
// ZULU", "3. Oktober 2018", RFC 2822. 03/04/2018 may be two days and is none; 31 June does not exist and is none.
std::optional<FoundDate> find_date(std::string_view text);

// The day in a path such as /2018/10/03/ or /2018-10-03-title.
std::optional<Day> day_in_url(std::string_view url);

}  // namespace demarche::ingest
