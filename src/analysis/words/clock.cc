// SPDX-License-Identifier: Apache-2.0
#include "analysis/words/clock.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

constexpr int kDay = 24 * 60, kHalfDay = 12 * 60;

bool is_digits(const std::string& word) {
  return !word.empty() && word.size() < 3 &&
         std::all_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
}

int number_of(const std::string& word) {
  constexpr std::array<std::string_view, 12> kNames = {"one",   "two",   "three", "four", "five",   "six",
                                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
  const auto found = std::find(kNames.begin(), kNames.end(), word);
  if (found != kNames.end()) return static_cast<int>(found - kNames.begin()) + 1;
  return is_digits(word) ? std::atoi(word.c_str()) : 0;
}

// 1 in the morning, 2 in the second half of the day, 0 unknown: said within a few words behind the hour.
int half_of_day(const std::vector<Word>& words, std::size_t at) {
  for (std::size_t i = at; i < std::min(words.size(), at + 5); ++i) {
    const std::string& word = words[i].text;
    if (word == "am" || word == "morning" || word == "dawn" ||
        (word == "a" && i + 1 < words.size() && words[i + 1].text == "m"))
      return 1;
    if (word == "pm" || word == "evening" || word == "afternoon" || word == "night" ||
        (word == "p" && i + 1 < words.size() && words[i + 1].text == "m"))
      return 2;
  }
  return 0;
}

bool leads_to_an_hour(const std::string& word) {
  constexpr std::array<std::string_view, 7> kLeading = {"at", "on", "about", "around", "before", "after", "until"};
  return std::find(kLeading.begin(), kLeading.end(), word) != kLeading.end();
}

Clock clock_of(int hour, int minute, int half) {
  const bool is_sure = half != 0 || hour > 12 || hour == 0;
  if (half == 1 && hour == 12) hour = 0;
  if (half == 2 && hour < 12) hour += 12;
  return {.minute = (hour * 60 + minute + kDay) % kDay, .is_sure = is_sure};
}

}  // namespace

bool Clock::is_apart(const Clock& other) const {
  constexpr int kRounding = 40;
  const int cycle = is_sure && other.is_sure ? kDay : kHalfDay;
  const int gap = std::abs(minute % cycle - other.minute % cycle);
  return std::min(gap, cycle - gap) > kRounding;
}

std::optional<Clock> clock_in(std::string_view text) {
  const auto words = words_of(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const Word &word = words[i], &next = words[i + 1];
    const char between = word.end < text.size() ? text[word.end] : ' ';
    const bool is_pair = is_digits(word.text) && is_digits(next.text) && next.text.size() == 2 &&
                         next.begin == word.end + 1 && (between == ':' || between == '.');
    const int half = half_of_day(words, i + 2);
    const bool is_hour = is_pair && number_of(word.text) < 24 && number_of(next.text) < 60;
    if (is_hour && (between == ':' || half != 0 || (i > 0 && leads_to_an_hour(words[i - 1].text))))
      return clock_of(number_of(word.text), number_of(next.text), half);
    const bool is_part = word.text == "half" || word.text == "quarter";
    if (is_part && i + 2 < words.size() && (next.text == "past" || next.text == "to") &&
        number_of(words[i + 2].text) > 0) {
      const int part = word.text == "half" ? 30 : next.text == "past" ? 15 : -15;
      return clock_of(number_of(words[i + 2].text), part, half_of_day(words, i + 3));
    }
    if (number_of(word.text) > 0 && number_of(word.text) <= 12 &&
        (next.text == "o" || next.text == "am" || next.text == "pm"))
      return clock_of(number_of(word.text), 0, half_of_day(words, i + 1));
  }
  return std::nullopt;
}

}  // namespace demarche::analysis
