// SPDX-License-Identifier: Apache-2.0
// Seasons south of the equator: where a sentence names such a country, its summer is the winter of the north.
#include <algorithm>
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

constexpr std::array<std::string_view, 25> kSouthern{
    "argentina", "argentine", "argentinian", "australia", "australian", "bolivia",    "bolivian",
    "botswana",  "chile",     "chilean",     "lesotho",   "madagascar", "mozambique", "namibia",
    "namibian",  "paraguay",  "peru",        "peruvian",  "queensland", "uruguay",    "uruguayan",
    "zealand",   "zimbabwe",  "zimbabwean",  "paraguayan"};

bool is_southern(const Words& words, std::size_t i) {
  const bool is_africa = words[i].lower.starts_with("africa") && i > 0 && words.is(i - 1, "south");
  return words[i].capital &&
         (is_africa || std::find(kSouthern.begin(), kSouthern.end(), words[i].lower) != kSouthern.end());
}

}  // namespace

bool has_southern_seasons(const Words& words) {
  bool has_season = false, has_country = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    has_season = has_season || season_number(words[i].lower) > 0;
    has_country = has_country || is_southern(words, i);
  }
  return has_season && has_country;
}

void turn_season(Moment& moment) {
  for (std::string_view season : {"-SP", "-SU", "-FA", "-WI"})
    if (moment.timex.ends_with(season) && moment.lo && moment.hi)
      moment.timex = show(*moment.lo).substr(0, 7) + "/" + show(*moment.hi).substr(0, 7);
}

}  // namespace demarche::moments
