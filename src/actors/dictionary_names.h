// SPDX-License-Identifier: Apache-2.0
// Names of dictionaries as text writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

// "ABU_NIDAL_ORGANIZATION_(ANO)_" → "Abu Nidal Organization", "ANO"; "IMF_" → "IMF"; "AL-QAEDA" → "al-Qaeda". A capital
// is required in text where one stands, so that little words have none. Empty when no letter is left.
std::vector<std::string> written_names(std::string_view name, const Tables::Content& content);

// "Abu Nidal Organization" → "ABU_NIDAL_ORGANIZATION": the end of an id.
std::string slug_of(std::string_view name);

// A word that says of a name that it is no person's: "organization", "front", "of".
bool names_a_body(std::string_view name);

// Not more than two letters apart, in words of six letters or more.
bool is_misspelling(std::string_view word, std::string_view known);

}  // namespace demarche::actors
