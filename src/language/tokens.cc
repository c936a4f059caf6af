// SPDX-License-Identifier: Apache-2.0
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "language/language.h"

namespace demarche::language {

namespace {

bool is_word_character(char32_t c) {
  return c < 0x80 ? (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')
                  : (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) != 0;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’'; }
bool is_hyphen(char32_t c) { return c == '-' || c == U'‐' || c == U'‑'; }

struct Character {
  char32_t code = 0;  // 0 behind the end
  std::uint32_t begin = 0, end = 0;
};

Character character_at(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at >= end) return {0, end, end};
  std::size_t next = at;
  const char32_t code = next_code_point(text, next);
  return {code, at, static_cast<std::uint32_t>(next)};
}

// "'s" behind a word, when no letter follows: the possessive or a short "is".
bool opens_possessive(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const Character mark = character_at(text, at, end);
  const Character letter = character_at(text, mark.end, end);
  if (!is_apostrophe(mark.code) || (letter.code | 32) != 's') return false;
  return !is_word_character(character_at(text, letter.end, end).code);
}

// A point belongs to the word in "U.S." and "2.5", not at the end of a sentence: the letters on both sides stand alone,
// or both are digits.
bool joins(char32_t before, char32_t mark, char32_t after, bool single_before) {
  if (!is_word_character(after)) return false;
  if (is_apostrophe(mark) || is_hyphen(mark)) return true;
  if (mark == '.') return single_before || (is_digit(before) && is_digit(after));
  if (mark == ',') return is_digit(before) && is_digit(after);
  return mark == '&' && single_before;  // "R&D"
}

std::uint32_t end_of_word(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Character last = character_at(text, begin, end);
  std::uint32_t run = begin;  // where the letters since the last point began
  bool dotted = false;
  for (Character next = character_at(text, last.end, end); next.begin < end; next = character_at(text, last.end, end)) {
    if (is_word_character(next.code)) {
      last = next;
      continue;
    }
    const bool single = last.begin == run && is_letter(last.code);
    const Character behind = character_at(text, next.end, end);
    if (opens_possessive(text, next.begin, end)) break;
    if (joins(last.code, next.code, behind.code, single)) {
      dotted = dotted || next.code == '.';
      run = behind.begin;
      last = behind;
      continue;
    }
    // The closing point of an abbreviation of single letters is a part of it.
    if (next.code == '.' && dotted && single) return next.end;
    break;
  }
  return last.end;
}

}  // namespace

std::vector<Token> split_tokens(std::string_view text, Span span) {
  std::vector<Token> tokens;
  tokens.reserve(span.size() / 5);
  for (std::uint32_t at = span.begin; at < span.end;) {
    const Character here = character_at(text, at, span.end);
    if (is_space(here.code)) {
      at = here.end;
    } else if (!tokens.empty() && tokens.back().span.end == at && opens_possessive(text, at, span.end)) {
      at = character_at(text, here.end, span.end).end;
      tokens.push_back({{here.begin, at}});
    } else {
      at = is_word_character(here.code) ? end_of_word(text, at, span.end) : here.end;
      tokens.push_back({{here.begin, at}});
    }
  }
  return tokens;
}

}  // namespace demarche::language
