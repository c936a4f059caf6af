// SPDX-License-Identifier: Apache-2.0
#include "ingest/wording.h"

#include <re2/re2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace demarche::ingest {

namespace {

bool is_word_character(char32_t code_point) {
  return is_letter(code_point) || is_digit(code_point) ||
         u_charType(static_cast<UChar32>(code_point)) == U_NON_SPACING_MARK;
}

bool joins_letters(char32_t code_point) { return code_point == '\'' || code_point == 0x2019 || code_point == '.'; }

bool is_closing(char32_t code_point) {
  switch (code_point) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '*':
    case '_':
    case 0x2019:
    case 0x201D:
    case 0xBB:
    case 0x300D:
    case 0x300F:
      return true;
    default:
      return false;
  }
}

bool is_sentence_final(char32_t code_point) {
  return code_point == '.' || code_point == '!' || code_point == '?' || code_point == 0x2026 || code_point == 0x3002 ||
         code_point == 0xFF01 || code_point == 0xFF1F || code_point == 0x61F || code_point == 0x6D4 ||
         code_point == 0x964;
}

// The code point that ends before `end`; moves `end` to where it begins.
char32_t previous_code_point(std::string_view text, std::size_t& end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  std::size_t at = begin;
  const char32_t code_point = next_code_point(text, at);
  end = begin;
  return code_point;
}

constexpr std::array<std::string_view, 38> kAbbreviations = {
    "adm", "amb", "apr", "aug", "brig", "capt", "cmdr", "col", "dec",  "dr",  "feb", "fig", "gen",
    "gov", "hon", "inc", "jan", "jr",   "jul",  "jun",  "lt",  "ltd",  "maj", "mar", "mr",  "mrs",
    "ms",  "mt",  "no",  "nov", "oct",  "prof", "rep",  "sen", "sept", "sgt", "st",  "vs"};

bool is_abbreviation(std::string_view word) {
  if (word.size() <= 1 || word.find('.') != std::string_view::npos) return true;  // "J", "U.S"
  return std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), lowered(word)) || lowered(word) == "sep";
}

std::string_view word_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && std::string_view(" \t\r\n(\"'").find(text[begin - 1]) == std::string_view::npos) --begin;
  return text.substr(begin, end - begin);
}

bool is_made_of_letters(std::string_view text, std::u32string_view others) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (!is_word_character(code_point) && others.find(code_point) == std::u32string_view::npos) return false;
  }
  return true;
}

template <std::size_t size>
bool is_one_of(const std::string& word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_personal_title(std::string_view token) {
  static constexpr std::array<std::string_view, 21> kTitles = {
      "adm",       "dr",         "prof",    "mr",      "mrs",   "ms",      "sir",  "lt",   "gen",     "col",    "amb",
      "professor", "ambassador", "general", "colonel", "major", "admiral", "lord", "dame", "senator", "captain"};
  std::string word = lowered(token);
  if (word.ends_with('.')) word.pop_back();
  return is_one_of(word, kTitles);
}

bool is_particle(std::string_view token) {
  static constexpr std::array<std::string_view, 19> kParticles = {"de",  "da",  "del", "della", "der", "den", "di",
                                                                  "van", "von", "bin", "ibn",   "al",  "el",  "la",
                                                                  "le",  "ul",  "ur",  "ud",    "bint"};
  return is_one_of(std::string(token), kParticles) || token.starts_with("al-") || token.starts_with("el-");
}

// Titles, then two to five names (one behind a title), the last of them no particle.
bool has_form_of_name(std::string_view text) {
  std::size_t titles = 0, names = 0;
  bool last_is_name = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view token = text.substr(begin, end - begin);
    begin = end + 1;
    if (token.empty()) continue;
    if (names == 0 && is_personal_title(token)) {
      ++titles;
      continue;
    }
    last_is_name = starts_with_upper(token) && is_made_of_letters(token, U".-'\u2019") &&
                   std::none_of(token.begin(), token.end(), [](char each) { return each >= '0' && each <= '9'; });
    if (!last_is_name && (names == 0 || !is_particle(token))) return false;
    ++names;
  }
  return last_is_name && names + std::min<std::size_t>(titles, 1) >= 2 && names <= 5 && titles <= 2;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) words.push_back(fold_case(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t code_point = next_code_point(text, at);
    if (is_word_character(code_point)) {
      word += text.substr(before, at - before);
    } else if (!joins_letters(code_point) || word.empty()) {
      flush();
    } else {
      std::size_t next = at;
      if (at >= text.size() || !is_word_character(next_code_point(text, next))) flush();
    }
  }
  flush();
  return words;
}

std::uint32_t count_words(std::string_view text) {
  std::uint32_t count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    const bool word = is_word_character(code_point) || (inside && (joins_letters(code_point) || code_point == '-'));
    count += word && !inside;
    inside = word;
  }
  return count;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& letter : out) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
  }
  return out;
}

bool ends_like_sentence(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    const char32_t last = previous_code_point(text, end);
    if (is_closing(last) || is_space(last)) continue;
    return is_sentence_final(last);
  }
  return false;
}

std::vector<Piece> rough_sentences(std::string_view paragraph) {
  std::vector<Piece> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t stop = at;
    const char32_t code_point = next_code_point(paragraph, at);
    if (!is_sentence_final(code_point)) continue;
    std::size_t end = at, after = at;
    while (after < paragraph.size()) {
      const char32_t next = next_code_point(paragraph, after);
      if (!is_closing(next) && !is_sentence_final(next)) break;
      end = after;
    }
    at = end;
    std::size_t next_begin = end;
    char32_t next = 0;
    while (next_begin < paragraph.size()) {
      std::size_t behind = next_begin;
      next = next_code_point(paragraph, behind);
      if (!is_space(next)) break;
      next_begin = behind;
    }
    const bool cjk = code_point >= 0x3000;
    if (next_begin == end && !cjk && next_begin < paragraph.size()) continue;
    if (code_point == '.' && (u_islower(static_cast<UChar32>(next)) || is_abbreviation(word_before(paragraph, stop))))
      continue;
    sentences.push_back({begin, end});
    begin = at = next_begin;
  }
  if (begin < paragraph.size()) sentences.push_back({begin, paragraph.size()});
  return sentences;
}

std::string_view speaker_label(std::string_view paragraph) {
  constexpr std::size_t kLongestLabel = 64;
  while (paragraph.starts_with('*')) paragraph.remove_prefix(1);
  const std::size_t colon = paragraph.substr(0, kLongestLabel).find(':');
  if (colon == std::string_view::npos || !starts_with_upper(paragraph)) return {};
  std::string_view rest = paragraph.substr(colon + 1);
  while (rest.starts_with('*')) rest.remove_prefix(1);
  const std::string_view label = paragraph.substr(0, colon);
  if (rest.empty() || (rest[0] != ' ' && rest[0] != '\t') || count_words(label) > 7) return {};
  const bool digits = std::any_of(label.begin(), label.end(), [](char each) { return each >= '0' && each <= '9'; });
  return !digits && is_made_of_letters(label, U" .-'\u2019") ? label : std::string_view();
}

bool looks_like_person(std::string_view text) {
  if (text.size() > 80 || !has_form_of_name(text)) return false;
  static const RE2 kNoName(
      R"((?i)\b(?:the|and|of|in|on|by|staff|desk|team|home|world|relations|conflict|study|report|review|analysis|statement|service|communiqu\S*|)"
      R"(monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december|)"
      R"(policy|agreement|treaty|protocol|chronology|timeline|history|background|overview|summary|introduction|conclusion|opinion|commentary|)"
      R"(press|news|interview|editorial|letters|read|more|share|leave|join|next|previous|related|comments?|terms|privacy|advertisement)\b)");
  return !RE2::PartialMatch(text, kNoName) && !has_organisation_word(text) && !is_upper_case(text);
}

bool has_organisation_word(std::string_view text) {
  static const RE2 kWord(
      R"((?i)\b(?:institute|institution|ministry|department|office|foundation|council|cent(?:re|er)|agency|university|college|embassy|committee|)"
      R"(association|bureau|commission|secretariat|directorate|organi[sz]ation|network|group|union|alliance|society|authority|government|republic|)"
      R"(kingdom|parliament|assembly|senate|court|corporation|company|fund|bank|party|movement|mission|command|headquarters|times|post|courier|)"
      R"(gazette|herald|tribune|journal|standard|dispatch|observer|guardian|telegraph|chronicle|news|newspaper|magazine|press|media|daily|weekly|review|)"
      R"(editorial board|initiative|project|forum|academy|school|think tank|watch|reuters|afp|ap)\b)");
  return RE2::PartialMatch(text, kWord);
}

bool has_office_word(std::string_view text) {
  static const RE2 kWord(
      R"((?i)\b(?:ambassador|minister|president|secretary|director|professor|lecturer|fellow|general|colonel|major|admiral|chief|spokes(?:man|woman|person)|)"
      R"(chair(?:man|woman|person)?|editor|correspondent|reporter|journalist|columnist|analyst|researcher|scholar|expert|author|writer|envoy|commissioner|)"
      R"(governor|senator|member|representative|adviser|advisor|diplomat|consul|officer|commander|head|leader|founder|historian|economist|scientist)s?\b)");
  return RE2::PartialMatch(text, kWord);
}

bool is_upper_case(std::string_view text) {
  std::size_t upper = 0, lower = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto code_point = static_cast<UChar32>(next_code_point(text, at));
    upper += u_isupper(code_point) ? 1 : 0;
    lower += u_islower(code_point) ? 1 : 0;
  }
  return upper >= 3 && lower * 8 < upper;
}

}  // namespace demarche::ingest
