// SPDX-License-Identifier: Apache-2.0
#include "ingest/entities.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "ingest/entity_table.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kLongestName = 10;

struct Reference {
  char32_t code_point = 0;
  std::size_t size = 0;  // bytes it takes in the page, "&" included
};

bool is_name_character(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

// Pages write windows-1252 numbers for typographic signs; the HTML standard maps 0x80 to 0x9F so.
char32_t meant_by_number(std::uint64_t number) {
  static constexpr std::array<char16_t, 32> kWindows = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                        0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF)) return 0xFFFD;
  if (number >= 0x80 && number <= 0x9F) return kWindows[number - 0x80];
  return static_cast<char32_t>(number);
}

int digit_value(char byte, int base) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  if (base != 16) return -1;
  if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
  return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

std::optional<Reference> numeric(std::string_view text) {
  const int base = text.size() > 2 && (text[2] == 'x' || text[2] == 'X') ? 16 : 10;
  const std::size_t digits = base == 16 ? 3 : 2;
  std::uint64_t number = 0;
  std::size_t at = digits;
  for (; at < text.size() && digit_value(text[at], base) >= 0; ++at) {
    number = std::min<std::uint64_t>(
        number * static_cast<unsigned>(base) + static_cast<unsigned>(digit_value(text[at], base)), 0x110000);
  }
  if (at == digits) return std::nullopt;
  return Reference{meant_by_number(number), at + (at < text.size() && text[at] == ';')};
}

std::optional<Reference> named(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && end <= kLongestName && is_name_character(text[end])) ++end;
  const std::string_view name = text.substr(1, end - 1);
  const auto found =
      std::lower_bound(kNamedReferences.begin(), kNamedReferences.end(), name,
                       [](const NamedReference& each, std::string_view wanted) { return each.name < wanted; });
  if (found == kNamedReferences.end() || found->name != name) return std::nullopt;
  const bool closed = end < text.size() && text[end] == ';';
  // Without its semicolon only what cannot be a query parameter is a reference: "&copy 2020" but not "&lang=en".
  if (!closed && (found->code_point > 0xFF || (end < text.size() && text[end] == '='))) return std::nullopt;
  return Reference{found->code_point, end + closed};
}

}  // namespace

void append_decoded(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find('&', at), text.size());
    out.append(text, at, mark - at);
    if (mark == text.size()) return;
    const std::string_view rest = text.substr(mark);
    const auto reference = rest.size() > 1 && rest[1] == '#' ? numeric(rest) : named(rest);
    if (reference) append_utf8(out, reference->code_point);
    if (!reference) out += '&';
    at = mark + (reference ? reference->size : 1);
  }
}

std::string decoded_references(std::string_view text) {
  std::string out;
  append_decoded(out, text);
  return out;
}

}  // namespace demarche::ingest
