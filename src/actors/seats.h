// SPDX-License-Identifier: Apache-2.0
// Whether a name stands for a government or for a place, by the words around it.
//
//   "Islamabad complains", "pressure on Tehran", "Moscow's demands", "between Kabul and Islamabad"   government
//   "in Lima", "a visit to Beijing", "Kabul airport", "LIMA (Agency) –"                             place
#pragma once

#include <cstdint>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

enum class NameOf { State, Town };

// words[begin, end) is the name.
bool stands_for_place(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin,
                      std::uint32_t end, NameOf what);

}  // namespace demarche::actors
