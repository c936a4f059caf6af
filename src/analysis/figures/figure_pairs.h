// SPDX-License-Identifier: Apache-2.0
// Two figures that one text sets beside each other, each by another voice. Private to this folder.
#pragma once

#include "analysis/figures/figure_matters.h"
#include "analysis/passages/settings.h"

namespace demarche::analysis {

// Whether two figures may count one thing, though the words may call it otherwise or not at all: "31 arrests" and "more
// than seventy".
bool may_count_one_thing(const GivenFigure& a, const GivenFigure& b);

// Whether a text sets the second figure, which stands at most two sentences behind the first, against it:
//
//   "Customs counted 40 crates. The captain gives 15."
//   "Q: The ministry speaks of 300 men. A: We have two thousand."
bool are_side_by_side(const Rarity& rarity, const GivenFigure& first, const GivenFigure& second);

// Whether two figures of different texts count one thing, by how near the settings are in which they stand; nearer
// where one of them is what a report tells in its own voice.
bool are_set_alike(const GivenFigure& a, const GivenFigure& b, const Nearness& nearness, bool are_both_claimed);

}  // namespace demarche::analysis
