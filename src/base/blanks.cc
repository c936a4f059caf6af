// SPDX-License-Identifier: Apache-2.0
#include "base/blanks.h"

#include "base/utf8.h"

namespace demarche {

std::string squeezed(std::string_view text) { return squeezed(text, is_space); }

std::string squeezed(std::string_view text, bool (*is_blank)(char32_t code_point)) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (is_blank(next_code_point(text, at))) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out += text.substr(before, at - before);
  }
  return out;
}

}  // namespace demarche
