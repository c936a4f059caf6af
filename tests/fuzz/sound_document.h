// SPDX-License-Identifier: Apache-2.0
// What a fuzz target of ingest checks: any bytes give a sound document or a refusal, nothing else.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/ingest.h"

namespace demarche {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void require_sound_blocks(const Document& document) {
  std::uint32_t last = 0;
  for (const Block& block : document.blocks()) {
    require(last <= block.span.begin && block.span.begin < block.span.end && block.span.end <= document.text().size());
    require(is_valid_utf8(document.view(block.span)));
    last = block.span.end;
  }
}

template <typename Read>
void require_sound(Read read) {
  try {
    const ingest::Extract extract = read();
    require(is_valid_utf8(extract.document.text()));
    require(is_valid_utf8(extract.document.metadata().title));
    require_sound_blocks(extract.document);
  } catch (const Error& error) {
    require(error.kind() == ErrorKind::BadInput);
  }
}

}  // namespace demarche
