// SPDX-License-Identifier: Apache-2.0
// What looks like a time expression in running text and is none.
#include <array>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  for (std::string_view entry : words)
    if (entry == word) return true;
  return false;
}

constexpr std::array<std::string_view, 28> kLeadIns{
    "in",   "of",     "since",   "by",   "until",      "till",  "from",   "to",    "last",    "next",
    "this", "during", "through", "late", "early",      "every", "before", "after", "between", "mid",
    "on",   "around", "for",     "past", "throughout", "-",     "each",   "into"};

constexpr std::array<std::string_view, 13> kSeasonLeads{"in",    "during", "since", "until", "by",      "of",  "late",
                                                        "early", "mid",    "last",  "over",  "through", "into"};

const Word& before(const Words& words, std::size_t first) {
  static const Word kNone{};
  return first > 0 ? words[first - 1] : kNone;
}

bool has_lead_in(const Words& words, std::size_t first) {
  const std::string& word = before(words, first).lower;
  const bool joins_month =
      (word == "and" || word == "or" || word == ",") && first > 1 && month_number(words[first - 2].lower) > 0;
  return is_one_of(kLeadIns, word) || joins_month;
}

// May, March, Mar, Sat, Sun and the like are other words and names as well.
bool is_doubtful_name(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kDoubtful{"may",    "march", "mar", "april", "june", "august",
                                                              "jan",    "sun",   "sat", "wed",   "mon",  "fall",
                                                              "spring", "dec",   "jun", "thu",   "fri",  "sep"};
  return is_one_of(kDoubtful, word);
}

// "October Square", "the Sunday Times"
bool is_named_thing(const Word& next) {
  static constexpr std::array<std::string_view, 24> kThings{
      "square",     "street",   "avenue", "bridge",  "hospital", "university", "times",   "telegraph",
      "mirror",     "express",  "mail",   "post",    "herald",   "brigade",    "group",   "movement",
      "revolution", "uprising", "mosque", "prayers", "school",   "palace",     "stadium", "barracks"};
  return next.capital && is_one_of(kThings, next.lower);
}

// "The group 17 November", "a brigade named after 26 July"
bool is_name_of_group(const Words& words, std::size_t first) {
  const bool is_month_of_day = first > 0 && words[first - 1].number && month_number(words[first].lower) > 0;
  if (is_month_of_day && is_name_of_group(words, first - 1)) return true;
  static constexpr std::array<std::string_view, 10> kNamers{
      "group", "organisation", "organization", "brigade", "movement", "called", "named", "battalion", "cell", "titled"};
  const std::string& word = before(words, first).lower;
  const bool is_named_after = word == "after" && first > 1 && words.is(first - 2, "named");
  return is_named_after || is_one_of(kNamers, word);
}

// "One Hundred Years of Solitude", "Nineteen Eighty-Four": titles begin each word with a capital.
bool is_title(const Words& words, std::size_t first, const Found& found) {
  if (words[first].number || !words[first].capital || first == 0 || found.end < first + 2) return false;
  const bool is_counted = found.moment.kind == MomentKind::Duration || read_spelt_year(words, first);
  for (std::size_t i = first; i < found.end; ++i)
    if (words[i].lower[0] >= 'a' && words[i].lower[0] <= 'z' && !words[i].capital) return false;
  return is_counted;
}

bool is_bare_name_trap(const Words& words, std::size_t first, const Found& found) {
  const Word& name = words[first];
  const bool is_month = month_number(name.lower) > 0, is_weekday = weekday_number(name.lower) > 0;
  if (!is_month && !is_weekday) return false;
  if (!name.capital) return true;
  const bool is_bare = found.end == first + 1 || (found.end == first + 2 && words.is(first + 1, "."));
  if (!is_bare) return false;
  if (is_named_thing(words[found.end])) return true;
  const bool is_surname = before(words, first).capital && !has_lead_in(words, first) && !is_weekday;
  return is_surname || (is_doubtful_name(name.lower) && !has_lead_in(words, first));
}

// "the fall of the regime", "spring into action": a bare season needs a word that makes it a time.
bool is_bare_season_trap(const Words& words, std::size_t first, const Found& found) {
  const std::size_t noun = words.skip(first, "the");
  if (!season_number(words[noun].lower) || found.end != noun + 1) return false;
  const bool is_doubtful = words.is(noun, "fall") || words.is(noun, "spring");
  if (words.is(found.end, "of") || before(words, first).capital) return true;
  if (words[noun].capital && is_doubtful) return true;
  if (is_doubtful && noun == first) return !is_one_of(kSeasonLeads, before(words, first).lower);
  return !has_lead_in(words, first) && !is_one_of(kSeasonLeads, before(words, first).lower);
}

bool counts_things(std::string_view word) {
  static constexpr std::array<std::string_view, 46> kNouns{
      "troops",     "people",   "men",     "women",    "children", "soldiers", "km",      "kilometres",
      "kilometers", "miles",    "metres",  "meters",   "feet",     "tons",     "tonnes",  "dollars",
      "euros",      "pounds",   "rupees",  "million",  "billion",  "trillion", "crore",   "lakh",
      "percent",    "per",      "persons", "fighters", "cases",    "refugees", "members", "civilians",
      "police",     "workers",  "killed",  "dead",     "wounded",  "injured",  "deaths",  "casualties",
      "families",   "pilgrims", "kg",      "mw",       "acres",    "hectares"};
  return is_one_of(kNouns, word);
}

bool numbers_something(std::string_view word) {
  static constexpr std::array<std::string_view, 44> kWords{
      "hut",     "kilometre", "kilometer", "km",      "mile",    "cell",       "channel",       "platform", "form",
      "item",    "ward",      "lot",       "gate",    "bus",     "resolution", "resolutions",   "no",       "number",
      "page",    "pages",     "pp",        "article", "section", "route",      "flight",        "about",    "some",
      "around",  "nearly",    "over",      "than",    "almost",  "least",      "approximately", "unscr",    "version",
      "another", "boeing",    "exceeding", "roughly", "highway", "model",      "room",          "estimated"};
  return is_one_of(kWords, word);
}

bool is_currency(std::string_view sign) {
  return sign == "$" || sign == "€" || sign == "£" || sign == "¥" || sign == "rs" || sign == "₹" || sign == "usd";
}

bool is_inside_number(const Words& words, std::size_t first, std::size_t end) {
  const Word& left = before(words, first);
  const bool left_joins =
      words[first].glued && (left.lower == "." || left.lower == "," || left.lower == "/" || left.lower == "#" ||
                             left.lower == "+" || left.number || is_currency(left.lower));
  const bool right_joins =
      words[end].glued && (words[end].lower == "%" || ((words[end].lower == "." || words[end].lower == ",") &&
                                                       words[end + 1].glued && words[end + 1].number));
  return left_joins || right_joins || is_currency(left.lower);
}

// "F-2000" and "2000-strong" are no years, "mid-2000", "post-2014" and "2008-born" are.
bool is_inside_name(const Words& words, std::size_t first, std::size_t end) {
  const Word& left = before(words, first);
  if (words[first].glued && !left.lower.empty() && left.lower[0] >= 'a' && left.lower[0] <= 'z') return true;
  const bool is_hyphened = left.lower == "-" && words[first].glued && left.glued && first > 1;
  if (is_hyphened) return words[first - 2].capital && words[first - 2].lower.size() < 4;
  return words.is(end, "-") && words[end].glued && (words.is(end + 1, "strong") || words.is(end + 1, "member"));
}

bool is_year_trap(const Words& words, std::size_t first, const Found& found, const Moment& moment) {
  const std::size_t number = words.is(first, "the") ? first + 2 : words.skip(first, "year");
  if (moment.precision != "year" || found.end != number + 1 || !words[number].number || number != first) return false;
  if (is_inside_number(words, first, found.end) || is_inside_name(words, first, found.end)) return true;
  const Word& left = before(words, first);
  const Word& right = words[found.end];
  if (counts_things(right.lower) || numbers_something(left.lower)) return true;
  if (*words[first].number < 1900 && left.lower == "|") return true;  // the number of something, in a table
  if (*words[first].number < 1500 && left.lower != "in" && left.lower != "since" && left.lower != "by") return true;
  const bool counts_plural = right.lower.size() > 3 && right.lower.back() == 's' && !right.glued && !right.capital;
  const bool is_determined = has_lead_in(words, first) || left.lower == "the" || left.lower == "s" || left.capital ||
                             left.lower == "," || left.lower == "(";
  return counts_plural && !is_determined && right.lower != "was" && right.lower != "as";
}

// "a 30-year-old", "aged 30 years", "two years old"
bool is_age(const Words& words, const Found& found) {
  const std::size_t next = words.skip(found.end, "-");
  return words.is(next, "old") || words.is(next, "olds") ||
         (words.is(found.end, "of") && words.is(found.end + 1, "age"));
}

// "Operation Dawn 5", a restaurant called Midnight: parts of the day have no capital within a sentence.
bool is_part_of_name(const Words& words, std::size_t first, const Found& found) {
  const bool is_named =
      found.moment.kind == MomentKind::Time && words[first].capital && found.end <= first + 2 && first > 0;
  return is_named && !weekday_number(words[first].lower) && !month_number(words[first].lower) &&
         before(words, first).lower != "." && before(words, first).lower != "\"" && before(words, first).lower != "“";
}

// "11/22" is a date only behind a word that leads to one; so is a year in words.
bool is_doubtful_shape(const Words& words, std::size_t first, const Found& found) {
  const bool is_pair = words[first].number && words.is(first + 1, "/") && found.end == first + 3 &&
                       words[first + 2].digits <= 2 && found.moment.timex != "2001-09-11" &&
                       found.moment.timex != "2008-11-26";
  const bool is_spelt_year = !words[first].number && found.moment.precision == "year" && read_spelt_year(words, first);
  return (is_pair || is_spelt_year) && !has_lead_in(words, first);
}

// "3.10" alone and "12-14" alone are numbers of anything; a clock needs its colon or "am".
bool is_numeric_trap(const Words& words, std::size_t first, const Found& found, const Moment& moment) {
  return words[first].number && moment.precision == "day" && is_inside_number(words, first, found.end);
}

}  // namespace

bool is_trap(const Words& words, std::size_t first, const Found& found, const Context& context) {
  if (context.is_phrase) return false;
  if (is_bare_name_trap(words, first, found) || is_bare_season_trap(words, first, found)) return true;
  if (is_title(words, first, found) || is_name_of_group(words, first)) return true;
  if (is_year_trap(words, first, found, found.moment) || is_numeric_trap(words, first, found, found.moment))
    return true;
  if (is_doubtful_shape(words, first, found) || is_part_of_name(words, first, found)) return true;
  return found.moment.kind == MomentKind::Duration && is_age(words, found);
}

}  // namespace demarche::moments
