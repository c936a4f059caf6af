// SPDX-License-Identifier: Apache-2.0
// Pages carry their article a second time for printing, search engines or small screens. Where half of
// the paragraphs so far or more come again one after another, they and the lines between them go; single repeats stay,
// for mark_repeats to see.
#pragma once

#include "ingest/page_text.h"

namespace demarche::ingest {

// Drops them, with a reason.
void drop_second_copy(PageText& page);

}  // namespace demarche::ingest
