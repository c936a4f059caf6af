// SPDX-License-Identifier: Apache-2.0
// Which words can begin a time expression. Nearly all words of a text cannot, and none of the readers need look at
// them: this makes the search five times as fast.
#include <iterator>
#include <string_view>
#include <unordered_set>

#include "moments/grammar.h"

namespace demarche::moments {
namespace {

using Vocabulary = std::unordered_set<std::string_view>;

// Beside names of months, days, seasons and units.
constexpr std::string_view kWords[] = {"ad",
                                       "afternoon",
                                       "all",
                                       "annual",
                                       "annually",
                                       "another",
                                       "any",
                                       "beginning",
                                       "bi",
                                       "biannual",
                                       "biannually",
                                       "biennial",
                                       "bimonthly",
                                       "biweekly",
                                       "black",
                                       "christmas",
                                       "close",
                                       "closing",
                                       "coming",
                                       "countless",
                                       "couple",
                                       "current",
                                       "currently",
                                       "cyber",
                                       "daily",
                                       "dawn",
                                       "daybreak",
                                       "dozen",
                                       "dusk",
                                       "each",
                                       "earlier",
                                       "early",
                                       "easter",
                                       "eid",
                                       "eighties",
                                       "end",
                                       "ensuing",
                                       "entire",
                                       "evening",
                                       "every",
                                       "everyday",
                                       "exactly",
                                       "few",
                                       "fifties",
                                       "final",
                                       "financial",
                                       "fiscal",
                                       "following",
                                       "forthcoming",
                                       "forties",
                                       "fortnightly",
                                       "full",
                                       "fy",
                                       "h",
                                       "half",
                                       "halloween",
                                       "hourly",
                                       "hundred",
                                       "last",
                                       "late",
                                       "lately",
                                       "later",
                                       "latter",
                                       "less",
                                       "long",
                                       "many",
                                       "mid",
                                       "midday",
                                       "middle",
                                       "midnight",
                                       "monthly",
                                       "more",
                                       "morning",
                                       "most",
                                       "new",
                                       "next",
                                       "night",
                                       "nightfall",
                                       "nightly",
                                       "nineties",
                                       "noon",
                                       "now",
                                       "nowadays",
                                       "nowruz",
                                       "numerous",
                                       "once",
                                       "opening",
                                       "outset",
                                       "overnight",
                                       "passover",
                                       "past",
                                       "per",
                                       "preceding",
                                       "presently",
                                       "previous",
                                       "prior",
                                       "q",
                                       "quarter",
                                       "quarterly",
                                       "ramadan",
                                       "ramzan",
                                       "recent",
                                       "recently",
                                       "rest",
                                       "same",
                                       "semiannual",
                                       "semiannually",
                                       "seventies",
                                       "several",
                                       "sixties",
                                       "small",
                                       "so",
                                       "some",
                                       "start",
                                       "subsequent",
                                       "sunrise",
                                       "sunset",
                                       "thanksgiving",
                                       "that",
                                       "thirties",
                                       "this",
                                       "thousand",
                                       "tmrw",
                                       "today",
                                       "tomorrow",
                                       "tonight",
                                       "tonite",
                                       "twenties",
                                       "twice",
                                       "upcoming",
                                       "w",
                                       "wee",
                                       "weekday",
                                       "weekdays",
                                       "weekend",
                                       "weekends",
                                       "weekly",
                                       "whole",
                                       "working",
                                       "workweek",
                                       "xmas",
                                       "yearly",
                                       "yesterday"};
constexpr std::string_view kNumbers[] = {
    "one",       "two",         "three",      "four",       "five",       "six",        "seven",
    "eight",     "nine",        "ten",        "eleven",     "twelve",     "thirteen",   "fourteen",
    "fifteen",   "sixteen",     "seventeen",  "eighteen",   "nineteen",   "twenty",     "thirty",
    "forty",     "fifty",       "sixty",      "seventy",    "eighty",     "ninety",     "first",
    "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",    "eighth",
    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth", "fifteenth",
    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",  "thirtieth",  "fortieth"};

const Vocabulary& vocabulary() {
  static const Vocabulary words = [] {
    Vocabulary all(std::begin(kWords), std::end(kWords));
    all.insert(std::begin(kNumbers), std::end(kNumbers));
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
