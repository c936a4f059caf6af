// SPDX-License-Identifier: Apache-2.0
// Plain text and Markdown share their paragraphs' rules; the first byte chooses.
#include "sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using demarche::ingest::Format;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Format format = data[0] % 2 == 0 ? Format::Text : Format::Markdown;
  demarche::require_sound([&] { return demarche::ingest::extract(bytes, format, {.path = "fuzz"}); });
  return 0;
}
