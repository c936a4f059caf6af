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

// The words that stand for somebody or something, each with the earlier one it goes back to (Lee et al. 2017, with one
// word for each mention).
std::vector<Anchor> decode_anchors(const Layers& layers);

// Fills the judgement when the word is among the layers' units.
void judge_word(const Layers& layers, Span word, Judgement& judgement);

}  // namespace demarche::reader
