// SPDX-License-Identifier: Apache-2.0
#include "actors/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace demarche::actors {

namespace {

bool is_plain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Letters that Unicode does not take apart although every newsroom writes them plain.
std::string_view plain_letter(char32_t letter) {
  switch (letter) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
      return "d";
    case U'ı':
      return "i";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ð':
      return "d";
    case U'ə':
      return "a";
    default:
      return {};
  }
}

void append_folded(std::string& out, char32_t letter) {
  const auto lower = static_cast<char32_t>(u_foldCase(static_cast<UChar32>(letter), U_FOLD_CASE_DEFAULT));
  const std::string_view plain = plain_letter(lower);
  if (!plain.empty()) {
    out += plain;
  } else if (is_letter(lower) || is_digit(lower)) {
    append_utf8(out, lower);
  }
}

std::string fold_plain(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`' || c == U'‘'; }
bool is_mark(char32_t c) { return u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK; }
bool is_word_part(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return is_letter(c) || is_digit(c) || is_mark(c);
}
bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isupper(static_cast<UChar32>(c)) != 0; }

// What follows a word and belongs to it only with its point.
bool takes_point(std::string_view folded) {
  static constexpr std::array<std::string_view, 26> kAbbreviations = {
      "mr",  "mrs",  "ms", "dr",  "gen",  "col", "maj", "lt", "capt", "sen",  "rep", "gov", "brig",
      "adm", "prof", "st", "sgt", "cmdr", "hon", "rev", "jr", "sr",   "dept", "mt",  "amb", "sec"};
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), folded) != kAbbreviations.end();
}

char kind_of_gap(std::string_view gap) {
  char kind = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const char32_t c = next_code_point(gap, at);
    if (c == U'\n' || c == U'\r') return '\n';
    if (is_space(c)) continue;
    const bool hyphen = c == U'-' || c == U'‐' || c == U'‑';
    char found = ';';
    if (hyphen && gap.size() <= 3)
      found = '-';
    else if (c == U',')
      found = ',';
    else if (c == U'(' || c == U')' || c == U'[' || c == U']')
      found = '(';
    else if (c == U'"' || c == U'“' || c == U'”' || is_apostrophe(c))
      found = '"';
    else if (c == U'/' || c == U'&' || c == U'#' || c == U'@')
      found = '/';
    if (kind == 0 || kind == '"') kind = found;
  }
  return kind;
}

class Splitter {
 public:
  Splitter(std::string_view text, Span span) : text_(text.substr(0, span.end)), at_(span.begin), gap_(span.begin) {}

  std::vector<Word> split() {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = next_code_point(text_, next);
      if (is_word_part(c)) {
        read_word();
      } else {
        at_ = next;
      }
    }
    return std::move(words_);
  }

 private:
  char32_t peek(std::size_t at) const {
    if (at >= text_.size()) return 0;
    return next_code_point(text_, at);
  }

  // "U.S.", "D.R.": one letter, a point, one letter, a point.
  bool read_pointed() {
    std::size_t at = at_;
    int letters = 0;
    std::size_t end = at_;
    while (at < text_.size()) {
      const char32_t letter = next_code_point(text_, at);
      if (!is_letter(letter) || !is_upper(letter)) break;
      if (at >= text_.size() || text_[at] != '.') {
        // "U.S" without its last point, but not the first letter of a word.
        if (letters > 0 && !is_word_part(peek(at))) {
          ++letters;
          end = at;
        }
        break;
      }
      end = ++at;
      ++letters;
    }
    if (letters < 2) return false;
    finish(at_, end, end);
    return true;
  }

  void read_word() {
    if (read_pointed()) return;
    const std::size_t begin = at_;
    std::size_t end = at_;
    for (std::size_t at = at_; at < text_.size();) {
      const std::size_t here = at;
      const char32_t c = next_code_point(text_, at);
      if (is_word_part(c)) {
        end = at;
      } else if (!(is_apostrophe(c) && inner_apostrophe(at)) && !is_inside_number(c, here, at)) {
        break;
      }
    }
    finish(begin, end, end);
  }

  // An apostrophe is inside a word when letters follow that are no ending of their own ("Sana'a", "N'Djamena"; not
  // "Iran's").
  bool inner_apostrophe(std::size_t after) const {
    if (!is_letter(peek(after))) return false;
    std::size_t at = after;
    std::string tail;
    while (at < text_.size() && is_letter(peek(at))) append_utf8(tail, next_code_point(text_, at));
    return tail != "s" && tail != "S" && tail != "re" && tail != "ve" && tail != "ll" && tail != "d" && tail != "m";
  }

  // "7,000", "3.5".
  bool is_inside_number(char32_t c, std::size_t here, std::size_t after) const {
    return (c == U',' || c == U'.') && here > 0 && is_digit(static_cast<unsigned char>(text_[here - 1])) &&
           is_digit(peek(after));
  }

  void finish(std::size_t begin, std::size_t end, std::size_t resume) {
    Word word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view letters = text_.substr(begin, end - begin);
    word.fold = fold_word(letters);
    word.before = words_.empty() && begin == gap_ ? 0 : kind_of_gap(text_.substr(gap_, begin - gap_));
    note_case(letters, word);
    at_ = take_ending(resume, word);
    gap_ = at_;
    words_.push_back(std::move(word));
  }

  static void note_case(std::string_view letters, Word& word) {
    int upper = 0, lower = 0;
    for (std::size_t at = 0; at < letters.size();) {
      const char32_t c = next_code_point(letters, at);
      if (upper + lower == 0) word.upper = is_upper(c);
      if (is_upper(c))
        ++upper;
      else if (is_letter(c))
        ++lower;
    }
    word.all_upper = upper >= 2 && lower == 0;
    word.mixed = upper >= 2 && lower > 0;
  }

  std::size_t take_ending(std::size_t at, Word& word) const {
    std::size_t next = at;
    const char32_t c = at < text_.size() ? next_code_point(text_, next) : 0;
    if (is_apostrophe(c)) {
      const char32_t s = peek(next);
      if ((s == U's' || s == U'S') && !is_word_part(peek(next + 1))) {
        word.possessive = true;
        return next + 1;
      }
      if (word.fold.ends_with('s') && (is_space(s) || s == 0)) {
        word.possessive = true;
        return next;
      }
    }
    const bool initial = word.upper && letters_in(word) == 1;
    if (c == U'.' && (initial || takes_point(word.fold))) return next;
    return at;
  }

  static std::size_t letters_in(const Word& word) { return word.fold.size(); }

  std::string_view text_;
  std::size_t at_;
  std::size_t gap_;
  std::vector<Word> words_;
};

}  // namespace

std::string fold_word(std::string_view word) {
  if (is_plain(word)) return fold_plain(word);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(status);
  const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const icu::UnicodeString apart = decompose->normalize(source, status);
  std::string out;
  for (int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    if (!is_mark(static_cast<char32_t>(apart.char32At(i))))
      append_folded(out, static_cast<char32_t>(apart.char32At(i)));
  }
  return out;
}

std::vector<Word> split_words(std::string_view text, Span span) { return Splitter(text, span).split(); }

std::string fold_phrase(std::string_view phrase) {
  std::string out;
  for (const Word& word : split_words(phrase)) {
    if (!out.empty()) out += ' ';
    out += word.fold;
  }
  return out;
}

}  // namespace demarche::actors
