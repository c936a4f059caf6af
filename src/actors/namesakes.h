// SPDX-License-Identifier: Apache-2.0
// What is called like a state and is none: a river, a thing, a language, somebody's dog.
//
//   "forded the Jordan", "each Chad was counted", "the best China", "he spoke Russian"     no state
//   "crossed into Jordan", "a Turkey that joins", "Russian demands"                        the state
//
// words[begin, end) is the name, in its sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

bool is_namesake(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end,
                 Sense sense);

}  // namespace demarche::actors
