// SPDX-License-Identifier: Apache-2.0
#include "analysis/amounts.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "analysis/words.h"

namespace demarche::analysis {

namespace {

using record::QuantityItem;

bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

// Behind the last digit of a number: "1,200", "3.8".
std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (is_digit_at(text, at) ||
         (at < text.size() && (text[at] == ',' || text[at] == '.') && is_digit_at(text, at + 1)))
    ++at;
  return at;
}

double value_of(std::string_view digits) {
  std::string plain;
  for (const char digit : digits) {
    if (digit != ',') plain += digit;
  }
  return std::strtod(plain.c_str(), nullptr);
}

bool stands_before(std::string_view text, std::size_t at, std::string_view mark) {
  return at >= mark.size() && text.substr(at - mark.size(), mark.size()) == mark;
}

// One number and the words around it.
class Reading {
 public:
  Reading(std::string_view text, const std::vector<Word>& words, const Lexicon& lexicon)
      : text_(text), words_(words), lexicon_(lexicon) {}
  // Moves `at` behind the words of the number. Nothing when no word says what is counted.
  std::optional<QuantityItem> read(std::size_t& at) const;

 private:
  void scale(QuantityItem& amount, std::size_t& next) const;
  void bound(QuantityItem& amount, std::size_t first) const;
  bool name_unit(QuantityItem& amount, std::size_t next) const;
  bool name_kind(QuantityItem& amount, std::size_t first, std::size_t next) const;
  std::string sense(std::size_t word) const {
    return word < words_.size() ? lexicon_.sense_of_amount(words_[word].text) : "";
  }

  std::string_view text_;
  const std::vector<Word>& words_;
  const Lexicon& lexicon_;
};

void Reading::scale(QuantityItem& amount, std::size_t& next) const {
  const std::string found = sense(next);
  if (!found.starts_with("scale:")) return;
  amount.value *= std::strtod(found.c_str() + 6, nullptr);
  ++next;
}

void Reading::bound(QuantityItem& amount, std::size_t first) const {
  constexpr double kAbout = 0.1;
  amount.lo = amount.hi = amount.value;
  if (first == 0) return;
  const bool is_than = words_[first - 1].text == "than" && first > 1;
  const std::string before = is_than ? (words_[first - 2].text == "more" ? "over" : "under") : sense(first - 1);
  if (before == "over") amount.hi = std::numeric_limits<double>::infinity();
  if (before == "under") amount.lo = 0;
  if (before == "about") amount.lo -= amount.value * kAbout, amount.hi += amount.value * kAbout;
}

bool Reading::name_unit(QuantityItem& amount, std::size_t next) const {
  const std::size_t begin = amount.span.begin, end = amount.span.end;
  const bool is_per_cent = next + 1 < words_.size() && words_[next].text == "per" && words_[next + 1].text == "cent";
  if (sense(next) == "percent" || is_per_cent || (end < text_.size() && text_[end] == '%'))
    amount.kind = amount.unit = "percent";
  if (stands_before(text_, begin, "$")) amount.unit = "USD";
  if (stands_before(text_, begin, "€")) amount.unit = "EUR";
  if (stands_before(text_, begin, "£")) amount.unit = "GBP";
  if (sense(next).starts_with("money:")) amount.unit = sense(next).substr(6);
  if (amount.kind.empty() && !amount.unit.empty()) amount.kind = "money";
  return !amount.kind.empty();
}

bool is_count(std::string_view sense) {
  return sense == "killed" || sense == "injured" || sense == "arrested" || sense == "displaced";
}

// "23 soldiers were killed", "killed 26 policemen": the nearest word that counts, not across another number or a stop.
bool Reading::name_kind(QuantityItem& amount, std::size_t first, std::size_t next) const {
  constexpr std::size_t kBehind = 4, kBefore = 2;
  for (std::size_t at = next; at < words_.size() && at < next + kBehind; ++at) {
    const std::string_view gap = text_.substr(words_[at - 1].end, words_[at].begin - words_[at - 1].end);
    if (is_digit_at(words_[at].text, 0) || gap.find_first_of(",.;") != std::string_view::npos) break;
    if (is_count(sense(at))) return amount.kind = sense(at), amount.unit = "persons", true;
  }
  for (std::size_t back = 1; back <= kBefore && back <= first; ++back) {
    if (is_count(sense(first - back))) return amount.kind = sense(first - back), amount.unit = "persons", true;
  }
  return false;
}

std::optional<QuantityItem> Reading::read(std::size_t& at) const {
  const std::size_t first = at;
  QuantityItem amount;
  amount.span.begin = static_cast<std::uint32_t>(words_[first].begin);
  amount.span.end = static_cast<std::uint32_t>(end_of_number(text_, words_[first].begin));
  amount.value = value_of(text_.substr(amount.span.begin, amount.span.end - amount.span.begin));
  while (at < words_.size() && words_[at].begin < amount.span.end) ++at;
  std::size_t next = at;
  scale(amount, next);
  if (next > at) amount.span.end = static_cast<std::uint32_t>(words_[next - 1].end);
  bound(amount, first);
  if (!name_unit(amount, next) && !name_kind(amount, first, next)) return std::nullopt;
  return amount;
}

}  // namespace

std::vector<QuantityItem> amounts_in(std::string_view text, const Lexicon& lexicon) {
  std::vector<QuantityItem> found;
  const auto words = words_of(text);
  const Reading reading(text, words, lexicon);
  for (std::size_t at = 0; at < words.size();) {
    if (!is_digit_at(words[at].text, 0)) {
      ++at;
      continue;
    }
    if (const auto amount = reading.read(at)) found.push_back(*amount);
  }
  return found;
}

bool may_be_one_figure(const record::QuantityItem& a, const record::QuantityItem& b) {
  constexpr double kRounding = 0.03;
  if (std::max(a.lo, b.lo) <= std::min(a.hi, b.hi)) return true;
  return std::abs(a.value - b.value) <= kRounding * std::max(std::abs(a.value), std::abs(b.value));
}

}  // namespace demarche::analysis
