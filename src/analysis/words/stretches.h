// SPDX-License-Identifier: Apache-2.0
// Where sentences end, as far as figures need it: the record keeps no sentences. Private to this folder.
#pragma once

#include <string_view>
#include <vector>

#include "text/text.h"

namespace demarche::analysis {

// Spans of bytes, in text order, without the white space between them. Ends at line breaks, and at marks behind which a
// new sentence may begin.
std::vector<Span> sentences_of(std::string_view text);

}  // namespace demarche::analysis
