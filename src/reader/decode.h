// SPDX-License-Identifier: Apache-2.0
// Layers → names, attributions, predicates. Pure functions.
#pragma once

#include <vector>

#include "reader/layers.h"
#include "reader/reader.h"

namespace demarche::reader {

std::vector<Name> decode_names(const Layers& layers);

// Without nesting: `inside` is -1 throughout.
std::vector<Attribution> decode_attributions(const Layers& layers);

std::vector<Predicate> decode_predicates(const Layers& layers);

}  // namespace demarche::reader
