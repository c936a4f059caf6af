// SPDX-License-Identifier: Apache-2.0
// Whether words say a figure. A check, no reading: it looks for the numbers and asks not what they count.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "analysis/dossier/verify.h"

namespace demarche::analysis {

namespace {

const std::map<std::string, double, std::less<>>& scales() {
  static const std::map<std::string, double, std::less<>> known = {
      {"hundred", 1e2}, {"thousand", 1e3},  {"k", 1e3},       {"million", 1e6}, {"millions", 1e6},
      {"m", 1e6},       {"mn", 1e6},        {"billion", 1e9}, {"bn", 1e9},      {"billions", 1e9},
      {"b", 1e9},       {"trillion", 1e12}, {"tn", 1e12},     {"dozen", 12}};
  return known;
}

constexpr double kNone = -1;

double spelled(std::string_view word) {
  static const std::map<std::string, double, std::less<>> kWords = {
      {"no", 0},        {"zero", 0},      {"a", 1},        {"an", 1},       {"one", 1},        {"two", 2},
      {"both", 2},      {"couple", 2},    {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
      {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
      {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
      {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
      {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"half", 0.5}};
  const auto found = kWords.find(word);
  return found == kWords.end() ? kNone : found->second;
}

// Words and numerals; a comma between digits goes, so that "1,200" is one.
std::vector<std::string> parts_of(std::string_view text) {
  const auto is_digit_at = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  std::vector<std::string> parts;
  std::string part;
  bool in_number = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    const bool is_inner = in_number && (byte == ',' || byte == '.') && is_digit_at(at + 1);
    const bool is_numeral = is_digit_at(at) || is_inner, is_word = std::isalpha(byte) != 0;
    if (!part.empty() && (is_numeral != in_number || (!is_numeral && !is_word))) {
      parts.push_back(part);
      part.clear();
    }
    in_number = is_numeral;
    if ((is_numeral && byte != ',') || is_word) part += static_cast<char>(std::tolower(byte));
  }
  if (!part.empty()) parts.push_back(part);
  return parts;
}

// Every number that neighbouring words may make: of "two hundred thousand" 2, 200 and 200,000; of "twenty-three" 20, 3
// and 23.
std::vector<double> numbers_in(std::string_view text) {
  std::vector<double> found;
  double open = 0;  // the number that the next word may go on with
  bool is_open = false;
  for (const std::string& part : parts_of(text)) {
    const bool is_numeral = part.front() >= '0' && part.front() <= '9';
    const double word = is_numeral ? std::strtod(part.c_str(), nullptr) : spelled(part);
    const auto scale = scales().find(part);
    if (word >= 0) {
      found.push_back(word);
      const bool joins = is_open && !is_numeral && word < 10 && std::fmod(open, 10) == 0;
      open = joins ? open + word : word;
      is_open = true;
    } else if (scale != scales().end() && is_open) {
      open *= scale->second;
    } else {
      is_open = is_open && (part == "and" || part == "to");
      continue;
    }
    found.push_back(open);
  }
  return found;
}

}  // namespace

bool give_figure(std::string_view words, std::string_view figure) {
  const std::vector<double> there = numbers_in(words), wanted = numbers_in(figure);
  if (wanted.empty()) return true;
  constexpr double kRounding = 0.006;  // "1.5 million" for 1,496,000
  return std::any_of(wanted.begin(), wanted.end(), [&](double number) {
    return std::any_of(there.begin(), there.end(),
                       [&](double other) { return std::abs(number - other) <= kRounding * std::max(1.0, number); });
  });
}

}  // namespace demarche::analysis
