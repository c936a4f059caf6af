// SPDX-License-Identifier: Apache-2.0
#include "ingest/datelines.h"

#include <re2/re2.h>

#include "base/utf8.h"
#include "ingest/dates.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

constexpr std::size_t kLongestDateline = 120;

// The dash that ends a dateline: begins behind the place and ends where the sentence begins.
Piece dash_in(std::string_view start) {
  static const RE2 kDash(R"(\s*(?:\s-{1,2}|–|—|―|\s--)\s+)");
  re2::StringPiece found;
  const re2::StringPiece whole = piece(start);
  if (!kDash.Match(whole, 0, whole.size(), RE2::UNANCHORED, &found, 1)) return {};
  const auto begin = static_cast<std::size_t>(found.data() - start.data());
  return {begin, begin + found.size()};
}

bool is_place_in_capitals(std::string_view place) {
  return count_words(place) <= 5 && is_upper_case(place) && place.find_first_of("\"?!;:") == std::string_view::npos;
}

bool is_place(std::string_view place) {
  const std::size_t comma = place.find(',');
  const std::string_view rest = comma == std::string_view::npos ? std::string_view() : trim(place.substr(comma + 1));
  if (!rest.empty() && (count_words(rest) > 4 || !starts_with_upper(rest))) return false;
  return is_place_in_capitals(trim(place.substr(0, comma)));
}

// "SARROW. Three days after …"
std::size_t place_with_stop(std::string_view start) {
  const std::size_t stop = start.find(". ");
  if (stop == std::string_view::npos || stop < 4 || stop > 40) return 0;
  const bool capital_behind = starts_with_upper(start.substr(stop + 2));
  return capital_behind && is_place_in_capitals(start.substr(0, stop)) && count_words(start.substr(0, stop)) <= 3
             ? stop + 2
             : 0;
}

}  // namespace

std::size_t dateline_length(std::string_view paragraph) {
  static const RE2 kAgency(R"(\s*[(\[][^()\[\]]*[)\]]\s*$)");
  static const RE2 kDate(
      R"((?i),?\s*(?:[a-z]{3,9}day,?\s+)?(?:[a-z]{3,9}\.?\s+\d{1,2}|\d{1,2}\s+[a-z]{3,9})(?:,?\s+\d{4})?\s*$)");
  const std::string_view start = paragraph.substr(0, kLongestDateline);
  const Piece dash = dash_in(start);
  if (dash.end == 0 || dash.end >= paragraph.size()) return place_with_stop(start);
  std::string place(start.substr(0, dash.begin));
  const bool agency = RE2::Replace(&place, kAgency, "");
  const bool dated = RE2::Replace(&place, kDate, "");
  if (is_place(place)) return dash.end;
  const bool named = starts_with_upper(place) && count_words(place) <= 5 && count_words(place) >= 1;
  return named && agency && (dated || place.find(',') != std::string::npos || count_words(place) <= 2)
             ? dash.end
             : place_with_stop(start);
}

DatelineFacts facts_in_dateline(std::string_view dateline) {
  static const RE2 kAgency(R"([(\[]([^()\[\]]{2,40})[)\]])");
  DatelineFacts facts;
  if (const auto date = find_date(dateline)) facts.published = date->published;
  RE2::PartialMatch(piece(dateline), kAgency, &facts.agency);
  return facts;
}

}  // namespace demarche::ingest
