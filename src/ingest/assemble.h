// SPDX-License-Identifier: Apache-2.0
// From parts to a Document: dates and names found are put together, repeats are marked, kind and language are
// recognised.
#pragma once

#include "ingest/ingest.h"
#include "ingest/page_metadata.h"
#include "ingest/parts.h"

namespace demarche::ingest {

struct Draft {
  std::string text;
  Parts parts;         // furniture not yet marked
  PageMetadata known;  // from markup, front matter and hints; wins over what the text says
  std::vector<Dropped> dropped;
  std::vector<std::string> notes;
  // Furniture stays in the text of a file and leaves that of a page, which is made from its parts anyway.
  enum class Furniture { Keep, Cut } furniture = Furniture::Keep;
};

Extract assemble(Draft draft, const Hints& hints);

}  // namespace demarche::ingest
