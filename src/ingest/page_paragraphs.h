// SPDX-License-Identifier: Apache-2.0
// Kept text of a page → paragraphs of one line each.
#pragma once

#include <vector>

#include "ingest/page_furniture.h"
#include "ingest/page_text.h"

namespace demarche::ingest {

std::vector<PageParagraph> paragraphs_of(const HtmlTree& page, const std::vector<Drop>& drops);

}  // namespace demarche::ingest
