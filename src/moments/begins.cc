// SPDX-License-Identifier: Apache-2.0
// Which words can begin a time expression. Nearly all words of a text cannot, and none of the readers need look at
// them: this makes the search five times as fast.
#include <array>
#include <unordered_set>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

using Vocabulary = std::unordered_set<std::string_view>;

// Beside names of months, days, seasons and units, and numbers.
constexpr std::array<std::string_view, 134> kOthers{
    "today",     "yesterday",   "tomorrow",   "tmrw",       "tonight",      "tonite",   "now",
    "currently", "nowadays",    "presently",  "recently",   "lately",       "recent",   "coming",
    "upcoming",  "forthcoming", "current",    "last",       "past",         "previous", "prior",
    "next",      "following",   "subsequent", "ensuing",    "preceding",    "this",     "that",
    "same",      "later",       "earlier",    "early",      "late",         "mid",      "middle",
    "beginning", "start",       "outset",     "end",        "close",        "rest",     "latter",
    "long",      "exactly",     "half",       "quarter",    "another",      "few",      "several",
    "many",      "some",        "numerous",   "countless",  "couple",       "dozen",    "hundred",
    "thousand",  "every",       "each",       "per",        "once",         "twice",    "daily",
    "everyday",  "nightly",     "weekly",     "biweekly",   "fortnightly",  "monthly",  "bimonthly",
    "quarterly", "biannual",    "biannually", "yearly",     "annually",     "annual",   "biennial",
    "hourly",    "weekends",    "weekdays",   "semiannual", "semiannually", "bi",       "morning",
    "afternoon", "evening",     "night",      "noon",       "midday",       "midnight", "dawn",
    "dusk",      "overnight",   "daybreak",   "nightfall",  "sunrise",      "sunset",   "weekend",
    "weekday",   "workweek",    "working",    "ad",         "fy",           "fiscal",   "financial",
    "q",         "h",           "w",          "small",      "wee",          "more",     "less",
    "whole",     "entire",      "full",       "all",        "opening",      "closing",  "final",
    "black",     "cyber",       "eid",        "twenties",   "thirties",     "forties",  "fifties",
    "sixties",   "seventies",   "eighties",   "nineties",   "christmas",    "easter",   "halloween",
    "ramadan"};
constexpr std::array<std::string_view, 8> kMoreNames{"ramzan",       "xmas", "nowruz", "passover",
                                                     "thanksgiving", "new",  "most",   "any"};

constexpr std::array<std::string_view, 49> kNumbers{
    "one",       "two",         "three",      "four",       "five",       "six",        "seven",
    "eight",     "nine",        "ten",        "eleven",     "twelve",     "thirteen",   "fourteen",
    "fifteen",   "sixteen",     "seventeen",  "eighteen",   "nineteen",   "twenty",     "thirty",
    "forty",     "fifty",       "sixty",      "seventy",    "eighty",     "ninety",     "first",
    "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",    "eighth",
    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",  "thirtieth",  "fortieth"};

const Vocabulary& vocabulary() {
  static const Vocabulary words = [] {
    Vocabulary all(kOthers.begin(), kOthers.end());
    all.insert(kNumbers.begin(), kNumbers.end());
    all.insert(kMoreNames.begin(), kMoreNames.end());
    return all;
  }();
  return words;
}

bool is_name(std::string_view word) {
  if (word.size() < 3) return false;
  const std::string_view singular = word.back() == 's' ? word.substr(0, word.size() - 1) : word;
  return month_number(word) || weekday_number(word) || weekday_number(singular) || season_number(word) ||
         unit_of(word).has_value();
}

bool is_article(std::string_view word) { return word == "the" || word == "a" || word == "an"; }

bool leads_to_one(std::string_view word) {
  for (std::string_view lead : {"from", "between", "in", "at", "during", "within"})
    if (word == lead) return true;
  return false;
}

bool is_known(const Word& word) { return word.number || vocabulary().contains(word.lower) || is_name(word.lower); }

}  // namespace

bool may_begin(const Words& words, std::size_t at) {
  const Word& word = words[at];
  if (word.number) return true;
  if (word.lower == "'") return words[at + 1].digits == 2;
  if (leads_to_one(word.lower)) return may_begin(words, at + 1);
  if (is_article(word.lower)) return is_known(words[at + 1]) || words[at + 1].capital;
  // Feasts and the months of other calendars are too many to list, and have capitals.
  return word.capital || is_known(word);
}

}  // namespace demarche::moments
