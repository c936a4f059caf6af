// SPDX-License-Identifier: Apache-2.0
// Bodies that no table knows, whose name says what they are: "Zambia Consolidated Copper Mines" is a firm of Zambia,
// "Union of Burkinabe Market Women" a union of Burkina Faso.
#pragma once

#include <optional>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

// What a name of several words in capitals calls itself; a country where it names exactly one. Nothing for other words.
std::optional<Resolution> named_body(const Tables::Content& content, const std::vector<Word>& words,
                                     std::optional<Day> day);

}  // namespace demarche::actors
