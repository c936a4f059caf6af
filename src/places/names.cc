// SPDX-License-Identifier: Apache-2.0
#include "places/names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/utf8.h"

namespace demarche::places {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

void append_folded(std::string& out, char c) {
  if (c >= 'A' && c <= 'Z')
    out += static_cast<char>(c + 'a' - 'A');
  else if (c == '-' || c == ' ')
    out += ' ';
  else if (c != '\'' && c != '.' && c != ',' && c != '`')
    out += c;
}

// Letters that Unicode does not decompose.
std::string_view plain_letter(UChar32 c) {
  switch (c) {
    case U'ı':
      return "i";
    case U'ł':
    case U'Ł':
      return "l";
    case U'ø':
    case U'Ø':
      return "o";
    case U'đ':
    case U'Đ':
    case U'ð':
    case U'Ð':
      return "d";
    case U'ß':
      return "ss";
    case U'æ':
    case U'Æ':
      return "ae";
    case U'œ':
    case U'Œ':
      return "oe";
    case U'ə':
    case U'Ə':
      return "a";
    case U'þ':
    case U'Þ':
      return "th";
    default:
      return {};
  }
}

bool is_apostrophe(UChar32 c) { return c == 0x2018 || c == 0x2019 || (c >= 0x02B0 && c <= 0x02FF) || c == 0xB4; }

void append_folded(std::string& out, UChar32 c) {
  if (c < 128) return append_folded(out, static_cast<char>(c));
  if (is_apostrophe(c) || u_charType(c) == U_NON_SPACING_MARK) return;
  if (const auto letter = plain_letter(c); !letter.empty())
    out += letter;
  else if (c >= 0x2010 && c <= 0x2015)
    out += ' ';
  else
    append_utf8(out, static_cast<char32_t>(u_foldCase(c, U_FOLD_CASE_DEFAULT)));
}

std::string fold_unicode(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString apart =
      decompose->normalize(icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())}), status);
  std::string folded;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) append_folded(folded, apart.char32At(i));
  return folded;
}

// Length of "'s" or "’s" at the end of a token.
std::uint32_t possessive_size(std::string_view token) {
  if (token.ends_with("'s")) return 2;
  if (token.ends_with("’s")) return 4;
  return 0;
}

bool is_all_capital(std::string_view word) {
  const bool has_lower = std::any_of(
      word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) > 127; });
  return !has_lower && !word.empty();
}

// "Kabul", "d’Ivoire"
bool is_capital(std::string_view word) {
  const std::size_t apostrophe = word.find("’") == std::string_view::npos ? word.find('\'') + 1 : word.find("’") + 3;
  return starts_with_upper(word) ||
         (apostrophe > 0 && apostrophe < word.size() && starts_with_upper(word.substr(apostrophe)));
}

bool has_letter(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size())
    if (is_letter(next_code_point(word, at))) return true;
  return false;
}

void add_word(std::string_view text, Span span, bool joined, std::vector<NameWord>& out) {
  const std::string_view word = text.substr(span.begin, span.size());
  out.push_back({.span = span,
                 .folded = fold_name(word),
                 .capital = is_capital(word),
                 .all_capital = is_all_capital(word),
                 .is_name_like = has_letter(word),
                 .joined = joined});
}

std::uint32_t end_of_part(std::string_view text, Span token, std::uint32_t from) {
  std::size_t end = text.substr(0, token.end).find('-', from);
  const std::size_t dash = text.substr(0, token.end).find("‑", from);
  end = std::min(end, dash);
  return end == std::string_view::npos ? token.end : static_cast<std::uint32_t>(end);
}

void add_token(std::string_view text, Span token, std::vector<NameWord>& out) {
  const std::uint32_t cut = possessive_size(text.substr(token.begin, token.size()));
  token.end -= cut;
  const std::size_t first = out.size();
  for (std::uint32_t at = token.begin; at < token.end;) {
    const std::uint32_t end = end_of_part(text, token, at);
    if (end > at) add_word(text, {at, end}, at > token.begin, out);
    at = end + (end < token.end && text[end] != '-' ? 3 : 1);
  }
  // A possessive may be a token of its own.
  const bool stands_alone = cut > 0 && out.size() == first && first > 0 && out.back().span.end == token.end;
  if (out.size() > first || stands_alone) out.back().possessive = cut > 0;
}

}  // namespace

std::string fold_name(std::string_view name) {
  if (!is_ascii(name)) return fold_unicode(name);
  std::string folded;
  folded.reserve(name.size());
  for (char c : name) append_folded(folded, c);
  return folded;
}

std::vector<NameWord> name_words(std::string_view text, const language::Tokens& tokens,
                                 const language::Sentence& sentence) {
  std::vector<NameWord> words;
  words.reserve(sentence.end_token - sentence.first_token);
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
    add_token(text, tokens.tokens[i].span, words);
  return words;
}

}  // namespace demarche::places
