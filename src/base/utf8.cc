// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace demarche {

namespace {

constexpr std::uint32_t kStride = 64;

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto index = static_cast<std::int32_t>(0);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - at, 4));
  UChar32 code_point = 0;
  U8_NEXT(bytes, index, length, code_point);
  if (code_point < 0) {
    at += 1;
    return 0xFFFD;
  }
  at += static_cast<std::size_t>(index);
  return static_cast<char32_t>(code_point);
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    // A real U+FFFD is three bytes long; an invalid byte reads as U+FFFD of one.
    if (next_code_point(text, at) == 0xFFFD && at - before == 1) return false;
  }
  return true;
}

std::string_view cut_utf8(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && !starts_character(text[end])) --end;
  return text.substr(0, end);
}

void append_utf8(std::string& out, char32_t code_point) {
  std::uint8_t bytes[4];
  std::int32_t length = 0;
  UBool failed = false;
  U8_APPEND(bytes, length, 4, static_cast<UChar32>(code_point), failed);
  if (failed) return append_utf8(out, 0xFFFD);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : static_cast<char>(byte);
      ++at;
    } else {
      append_utf8(folded, static_cast<char32_t>(
                              u_foldCase(static_cast<UChar32>(next_code_point(text, at)), U_FOLD_CASE_DEFAULT)));
    }
  }
  return folded;
}

// Most of all text is ASCII, for which no table need be asked.
bool is_letter(char32_t code_point) {
  if (code_point < 0x80) return (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(code_point));
}
bool is_digit(char32_t code_point) {
  if (code_point < 0x80) return code_point >= '0' && code_point <= '9';
  return u_isdigit(static_cast<UChar32>(code_point));
}
bool is_space(char32_t code_point) { return u_isUWhiteSpace(static_cast<UChar32>(code_point)); }

bool starts_with_upper(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && u_isupper(static_cast<UChar32>(next_code_point(word, at)));
}

std::string_view trim(std::string_view text) {
  std::size_t begin = text.size(), end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (is_space(next_code_point(text, at))) continue;
    begin = std::min(begin, before);
    end = at;
  }
  return begin >= end ? std::string_view() : text.substr(begin, end - begin);
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % kStride == 0) starts_.push_back(count);
    count += starts_character(text[i]);
  }
  if (text.size() % kStride == 0) starts_.push_back(count);
}

std::uint32_t CodePoints::from_byte(std::uint32_t byte) const {
  const std::uint32_t block = byte / kStride;
  const char* begin = text_.data() + block * kStride;
  return starts_[block] + static_cast<std::uint32_t>(std::count_if(begin, text_.data() + byte, starts_character));
}

std::uint32_t CodePoints::to_byte(std::uint32_t code_point) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), code_point);
  const auto block = static_cast<std::uint32_t>(after - starts_.begin()) - 1;
  std::uint32_t count = starts_[block];
  for (std::uint32_t byte = block * kStride; byte < text_.size(); ++byte) {
    if (!starts_character(text_[byte])) continue;
    if (count == code_point) return byte;
    ++count;
  }
  return static_cast<std::uint32_t>(text_.size());
}

}  // namespace demarche
