// SPDX-License-Identifier: Apache-2.0
#include "actors/dictionary_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace demarche::actors {

std::string utf8_of_latin1(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) append_utf8(out, static_cast<unsigned char>(byte));
  return out;
}

bool is_damaged(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    if (c == 0xFFFD || (c < 0x20 && c != '\t') || c == 0x7F) return true;
  }
  return false;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

void replace_all(std::string& text, std::string_view old, std::string_view by) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + by.size()))
    text.replace(at, old.size(), by);
}

std::string phrase_of(std::string_view name) {
  std::string out;
  for (const char c : fold_case(name)) {
    const bool is_gap = c == '_' || c == ' ' || c == '\t';
    if (!is_gap) out += c;
    if (is_gap && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string plural_of(const std::string& noun) {
  if (noun.ends_with("s") || noun.ends_with("x") || noun.ends_with("ch") || noun.ends_with("sh")) return noun + "es";
  const bool consonant_y =
      noun.size() > 1 && noun.ends_with('y') && !contains("aeiou", noun.substr(noun.size() - 2, 1));
  if (consonant_y) return noun.substr(0, noun.size() - 1) + "ies";
  return noun + "s";
}

std::string_view without_comment(std::string_view line) { return line.substr(0, line.find_first_of(";#")); }

namespace {

// "010120" or "20010120". Of two digits of a year those from 30 on are of the last century.
std::optional<Day> day_of_digits(std::string_view digits) {
  const bool is_number = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!is_number || (digits.size() != 6 && digits.size() != 8)) return {};
  std::string full(digits);
  if (full.size() == 6) full = (full >= "30" ? "19" : "20") + full;
  return parse_day(full.substr(0, 4) + "-" + full.substr(4, 2) + "-" + full.substr(6));
}

}  // namespace

std::string wrong_in_code(std::string_view code) {
  std::size_t letters = 0;
  for (const char c : code) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && !(c >= 'A' && c <= 'Z')) return "“" + std::string(code) + "” is no code: capitals and digits only";
    letters += !is_digit;
  }
  if (letters == 0 || letters % 3 != 0)
    return "the code “" + std::string(code) + "” is not made of parts of three letters";
  return {};
}

std::string wrong_in_days(std::string_view text, DictionaryCode& code) {
  if (text.empty()) return {};
  const std::string wrong =
      "the date “" + std::string(text) + "” is none; write 930120, 19930120, or two of these with - between";
  const std::size_t dash = text.find('-');
  if (text.front() == '>' || text.front() == '<') {
    const auto day = day_of_digits(trim(text.substr(1)));
    (text.front() == '>' ? code.from : code.to) = day;
    return day ? "" : wrong;
  }
  if (dash == std::string_view::npos) {
    code.from = code.to = day_of_digits(text);
    return code.from ? "" : wrong;
  }
  code.from = day_of_digits(trim(text.substr(0, dash)));
  code.to = day_of_digits(trim(text.substr(dash + 1)));
  if (!code.from || !code.to) return wrong;
  return *code.to < *code.from ? "the date “" + std::string(text) + "” ends before it begins" : "";
}

}  // namespace demarche::actors
