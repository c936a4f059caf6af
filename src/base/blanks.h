// SPDX-License-Identifier: Apache-2.0
// White space made even.
#pragma once

#include <string>
#include <string_view>

namespace demarche {

// Every run of white space becomes one space; none at the ends.
std::string squeezed(std::string_view text);
// The same of all that `is_blank` calls so.
std::string squeezed(std::string_view text, bool (*is_blank)(char32_t code_point));

}  // namespace demarche
