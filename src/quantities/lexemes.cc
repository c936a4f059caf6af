// SPDX-License-Identifier: Apache-2.0
#include "quantities/lexemes.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace demarche::quantities {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// "7,000", "1.2", "10,00,000"; a point or comma counts only between digits.
std::uint32_t end_of_number(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end && (is_ascii_digit(text[at]) ||
                      ((text[at] == ',' || text[at] == '.') && at + 1 < end && is_ascii_digit(text[at + 1]))))
    ++at;
  return at;
}

double value_of_digits(std::string_view digits) {
  std::string plain;
  for (char c : digits)
    if (c != ',') plain += c;
  double value = 0;
  std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return value;
}

std::uint32_t end_of_word(std::string_view text, std::size_t at, std::uint32_t end) {
  while (at < end) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    if (!is_letter(c)) break;
    at = next;
  }
  return static_cast<std::uint32_t>(at);
}

std::string lower_of(std::string_view word) {
  if (word == "–" || word == "—" || word == "‑") return "-";
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
  return lower;
}

}  // namespace

const Lexeme Lexemes::kNone{};

Lexeme Lexemes::lexeme(std::string_view text, std::uint32_t at, std::uint32_t end) const {
  const std::string_view word = text.substr(at, end - at);
  Lexeme made;
  made.span = {at, end};
  made.lower = lower_of(word);
  made.entry = &words_.of(made.lower);
  made.is_number = is_ascii_digit(word.front());
  made.is_capital = starts_with_upper(word);
  made.is_grouped = word.find_first_of(",.") != std::string_view::npos;
  if (made.is_number) made.value = value_of_digits(word);
  return made;
}

Lexemes::Lexemes(std::string_view text, Span within, const WordList& words) : words_(words) {
  std::uint32_t behind = within.begin;
  for (std::uint32_t at = within.begin; at < within.end;) {
    std::size_t next = at;
    const char32_t c = next_code_point(text, next);
    auto end = static_cast<std::uint32_t>(next);
    if (!is_space(c)) {
      if (c < 128 && is_ascii_digit(static_cast<char>(c)))
        end = end_of_number(text, end, within.end);
      else if (is_letter(c))
        end = end_of_word(text, end, within.end);
      all_.push_back(lexeme(text, at, end));
      all_.back().is_glued = at == behind && at > within.begin;
      behind = end;
    }
    at = end;
  }
}

bool Lexemes::begins(const WordList::Phrase& phrase, std::size_t at) const {
  return std::all_of(phrase.words.begin(), phrase.words.end(), [&](const std::string& word) { return is(at++, word); });
}

std::optional<Lexemes::Found> Lexemes::phrase(std::size_t at, Sense sense) const {
  const Lexeme& first = (*this)[at];
  if (first.lower.empty()) return std::nullopt;
  for (const auto& phrase : words_.phrases(first.lower)) {
    if (phrase.entry.has(sense) && begins(phrase, at)) return Found{&phrase.entry, phrase.words.size()};
  }
  return first.is(sense) ? std::optional(Found{first.entry, 1}) : std::nullopt;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace demarche::quantities
