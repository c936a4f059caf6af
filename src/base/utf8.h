// SPDX-License-Identifier: Apache-2.0
// UTF-8 helpers. Inside, all offsets are bytes; at a border they become code points, once, through CodePoints.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

bool is_valid_utf8(std::string_view text);

// Reads one code point at `at` and moves `at` behind it. An invalid byte reads as U+FFFD and is one byte long.
char32_t next_code_point(std::string_view text, std::size_t& at);

// The longest beginning of at most `most` bytes that ends between two characters.
std::string_view cut_utf8(std::string_view text, std::size_t most);

void append_utf8(std::string& out, char32_t code_point);

// Unicode simple case folding, for comparing names. Length in bytes may change: never use it for offsets.
std::string fold_case(std::string_view text);

// Without white space (Unicode White_Space, also U+00A0) at both ends.
std::string_view trim(std::string_view text);

bool starts_with_upper(std::string_view word);
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_space(char32_t code_point);

// Byte offset <-> code point offset of one text. Building it is one pass; looking up is O(log n) on 64-byte strides.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  // `byte` must lie on a character boundary, 0 to size().
  std::uint32_t from_byte(std::uint32_t byte) const;
  std::uint32_t to_byte(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;  // code points before byte 64 * i
};

}  // namespace demarche
