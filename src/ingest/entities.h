// SPDX-License-Identifier: Apache-2.0
// Character references of HTML: "&amp;", "&#8217;", "&#x2019;".
#pragma once

#include <string>
#include <string_view>

namespace demarche::ingest {

// Appends `text` to `out` with its references replaced. Unknown ones stay as they are; numbers outside Unicode become
// U+FFFD.
void append_decoded(std::string& out, std::string_view text);

std::string decoded_references(std::string_view text);

}  // namespace demarche::ingest
