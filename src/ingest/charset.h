// SPDX-License-Identifier: Apache-2.0
// Bytes of any character set → valid UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::ingest {

struct Decoded {
  std::string text;                // valid UTF-8 without byte order mark and without NUL
  std::vector<std::string> notes;  // "read as windows-1252", "3 bytes could not be read": what a researcher should know
};

// A byte order mark decides; then valid UTF-8 stays as it is, byte for byte; then `declared` (a label as pages give it,
// or empty), then detection. Throws Error{BadInput} when the bytes are no text.
Decoded decode(std::string_view bytes, std::string_view declared = {});

// The label of `<meta charset>` or `<?xml encoding>` in the first 4 KiB of a page, or empty.
std::string declared_charset(std::string_view page);

}  // namespace demarche::ingest
