// SPDX-License-Identifier: Apache-2.0
#include "moments/words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace demarche::moments {
namespace {

enum class Shape { Space, Letters, Digits, Sign };

Shape shape_of(char32_t c) {
  if (is_space(c)) return Shape::Space;
  if (c < 128 && is_digit(c)) return Shape::Digits;
  return is_letter(c) ? Shape::Letters : Shape::Sign;
}

std::string plain_sign(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return "'";
  if (c >= 0x2010 && c <= 0x2015) return "-";
  std::string sign;
  append_utf8(sign, c);
  return sign;
}

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
  return lower;
}

std::uint32_t end_of_run(std::string_view text, std::size_t at, std::uint32_t end, Shape shape) {
  while (at < end) {
    std::size_t next = at;
    if (shape_of(next_code_point(text, next)) != shape) break;
    at = next;
  }
  return static_cast<std::uint32_t>(at);
}

bool is_group_of_three(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at + 4 > end || text[at] != ',') return false;
  for (int i = 1; i <= 3; ++i)
    if (text[at + i] < '0' || text[at + i] > '9') return false;
  return at + 4 == end || text[at + 4] < '0' || text[at + 4] > '9';
}

void read_digits(std::string_view text, std::uint32_t end, Word& word) {
  if (word.span.size() <= 3)
    while (is_group_of_three(text, word.span.end, end)) word.span.end += 4;
  long value = 0;
  for (char c : text.substr(word.span.begin, word.span.size()))
    if (c != ',' && value < 1'000'000'000) value = value * 10 + (c - '0'), ++word.digits;
  if (value < 1'000'000'000) word.number = static_cast<int>(value);
  // A grouped number ("2,008") is never a year or a day: pretend to more digits than either has.
  if (word.span.size() != static_cast<std::uint32_t>(word.digits)) word.digits = 9;
}

struct NumberWord {
  std::string_view word;
  int value;
};

constexpr std::array<NumberWord, 29> kNumbers{{
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},      {"five", 5},        {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},      {"eleven", 11},     {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16},  {"seventeen", 17},  {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},    {"fifty", 50},      {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},  {"hundred", 100}, {"thousand", 1000},
}};

constexpr std::array<NumberWord, 22> kOrdinals{{
    {"first", 1},      {"second", 2},       {"third", 3},       {"fourth", 4},      {"fifth", 5},
    {"sixth", 6},      {"seventh", 7},      {"eighth", 8},      {"ninth", 9},       {"tenth", 10},
    {"eleventh", 11},  {"twelfth", 12},     {"thirteenth", 13}, {"fourteenth", 14}, {"fifteenth", 15},
    {"sixteenth", 16}, {"seventeenth", 17}, {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
    {"thirtieth", 30}, {"fortieth", 40},
}};

template <std::size_t N>
int value_in(const std::array<NumberWord, N>& table, std::string_view word) {
  const auto found =
      std::find_if(table.begin(), table.end(), [&](const NumberWord& entry) { return entry.word == word; });
  return found == table.end() ? 0 : found->value;
}

// "seven", "twenty-five", "ninety five"; nothing for "hundred" and "thousand".
std::optional<Count> read_below_hundred(const Words& words, std::size_t at) {
  const int value = value_in(kNumbers, words[at].lower);
  if (value == 0 || value > 90) return std::nullopt;
  if (value < 20) return Count{at + 1, value};
  const std::size_t next = words.skip(at + 1, "-");
  const int rest = value_in(kNumbers, words[next].lower);
  return rest > 0 && rest < 10 ? Count{next + 1, value + rest} : Count{at + 1, value};
}

// "two hundred and five", "a hundred"
std::optional<Count> read_below_thousand(const Words& words, std::size_t at) {
  auto count = read_below_hundred(words, at);
  if (!count && words.is(at, "a") && words.is(at + 1, "hundred")) count = Count{at + 1, 1};
  if (!count && words.is(at, "hundred")) count = Count{at, 1};
  if (!count || !words.is(count->end, "hundred")) return count;
  const auto rest = read_below_hundred(words, words.skip(count->end + 1, "and"));
  return rest ? Count{rest->end, 100 * count->value + rest->value} : Count{count->end + 1, 100 * count->value};
}

std::optional<Count> read_number_words(const Words& words, std::size_t at) {
  auto count = read_below_thousand(words, at);
  if (!count && words.is(at, "a") && words.is(at + 1, "thousand")) count = Count{at + 1, 1};
  if (!count || !words.is(count->end, "thousand")) return count;
  const auto rest = read_below_thousand(words, words.skip(count->end + 1, "and"));
  return rest ? Count{rest->end, 1000 * count->value + rest->value} : Count{count->end + 1, 1000 * count->value};
}

std::optional<Count> read_vague(const Words& words, std::size_t at) {
  const std::size_t noun = words.is(at, "a") || words.is(at, "the") ? at + 1 : at;
  if (words.is(noun, "couple")) return Count{words.skip(noun + 1, "of"), 2};
  if (words.is(noun, "few")) return Count{noun + 1, 3, true};
  if (words.is(noun, "dozen")) return Count{noun + 1, 12};
  for (std::string_view many : {"several", "many", "some", "recent", "numerous", "countless"})
    if (words.is(at, many)) return Count{at + 1, 3, true};
  return std::nullopt;
}

}  // namespace

const Word Words::kNone{};

Words::Words(std::string_view text, Span within) {
  std::uint32_t behind = within.begin;
  for (std::uint32_t at = within.begin; at < within.end;) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    const Shape shape = shape_of(c);
    auto end = static_cast<std::uint32_t>(next);
    if (shape != Shape::Space) {
      if (shape != Shape::Sign) end = end_of_run(text, next, within.end, shape);
      Word word{.span = {at, end}, .lower = {}, .number = {}, .glued = behind == at && at > within.begin};
      if (shape == Shape::Digits) read_digits(text, within.end, word);
      const std::string_view raw = text.substr(at, word.span.size());
      word.lower = shape == Shape::Sign ? plain_sign(c) : lower_ascii(raw);
      word.capital = shape == Shape::Letters && starts_with_upper(raw);
      behind = end = word.span.end;
      words_.push_back(std::move(word));
    }
    at = end;
  }
}

void Words::swap_seasons() {
  constexpr std::pair<std::string_view, std::string_view> kOpposite[] = {
      {"summer", "winter"}, {"winter", "summer"}, {"spring", "autumn"}, {"autumn", "spring"}, {"fall", "spring"}};
  for (Word& word : words_)
    for (const auto& [season, opposite] : kOpposite)
      if (word.lower == season) {
        word.lower = opposite;
        break;
      }
}

Span Words::span(std::size_t first, std::size_t end) const {
  return {words_[first].span.begin, words_[end - 1].span.end};
}

std::optional<Count> read_count(const Words& words, std::size_t at) {
  if (auto vague = read_vague(words, at)) return vague;
  if (words[at].number) return Count{at + 1, *words[at].number};
  if (auto spelt = read_number_words(words, at)) return spelt;
  if (words.is(at, "a") || words.is(at, "an")) return Count{at + 1, 1};
  return std::nullopt;
}

std::optional<int> read_spelt_hour(const Words& words, std::size_t at) {
  const int value = value_in(kNumbers, words[at].lower);
  return value > 0 && value <= 12 ? std::optional(value) : std::nullopt;
}

std::optional<Count> read_spelt_year(const Words& words, std::size_t at) {
  const int first = value_in(kNumbers, words[at].lower);
  if (first >= 15 && first <= 20) {
    const std::size_t next = words.skip(at + 1, "-");
    if (words.is(next, "hundred")) {
      const auto rest = read_below_hundred(words, words.skip(next + 1, "and"));
      return rest ? Count{rest->end, 100 * first + rest->value} : Count{next + 1, 100 * first};
    }
    const bool is_small = words.is(next, "oh") || words.is(next, "zero") || words.is(next, "o");
    const auto rest = read_below_hundred(words, is_small ? next + 1 : next);
    if (rest && is_small == (rest->value < 10)) return Count{rest->end, 100 * first + rest->value};
  }
  if (first != 2 || !words.is(at + 1, "thousand")) return std::nullopt;
  const auto year = read_number_words(words, at);
  return year && year->value < 2100 ? year : std::nullopt;
}

std::optional<Count> read_ordinal(const Words& words, std::size_t at) {
  if (words[at].number && words[at].digits <= 2) {
    const Word& suffix = words[at + 1];
    const bool is_suffix = suffix.lower == "st" || suffix.lower == "nd" || suffix.lower == "rd" || suffix.lower == "th";
    return suffix.glued && is_suffix ? std::optional(Count{at + 2, *words[at].number}) : std::nullopt;
  }
  if (const int value = value_in(kOrdinals, words[at].lower)) return Count{at + 1, value};
  const int tens = value_in(kNumbers, words[at].lower);
  if (tens != 20 && tens != 30) return std::nullopt;
  const std::size_t next = words.skip(at + 1, "-");
  const int rest = value_in(kOrdinals, words[next].lower);
  return rest > 0 && rest < 10 ? std::optional(Count{next + 1, tens + rest}) : std::nullopt;
}

}  // namespace demarche::moments
