// SPDX-License-Identifier: Apache-2.0
// Place, date and agency in front of a news story's first sentence.
#pragma once

#include <string>
#include <string_view>

#include "text/text.h"

namespace demarche::ingest {

// "LIMA, March 3 (Agency) — The minister …": how many bytes the place, date and agency take, or 0.
std::size_t dateline_length(std::string_view paragraph);

// What a dateline tells: its date, when it has a year, and the agency in its brackets.
struct DatelineFacts {
  Published published = {};
  std::string agency = {};
};
DatelineFacts facts_in_dateline(std::string_view dateline);

}  // namespace demarche::ingest
