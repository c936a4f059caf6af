// SPDX-License-Identifier: Apache-2.0
#include "sound_document.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  demarche::require_sound(
      [&] { return demarche::ingest::extract(bytes, demarche::ingest::Format::Html, {.path = "fuzz"}); });
  return 0;
}
