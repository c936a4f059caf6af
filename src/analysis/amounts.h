// SPDX-License-Identifier: Apache-2.0
// Numbers of the dead, shares and sums in the words of a statement in which no event was coded. Private to this folder.
//
// Coded events bring their quantities; but a source often gives a bare figure ("19 bodies had been brought in"), and
// that is where accounts differ. Only what the table of amounts names is read, and only numbers in digits.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/analysis.h"

namespace demarche::analysis {

// `span` counts bytes of the text here.
std::vector<record::QuantityItem> amounts_in(std::string_view text, const Lexicon& lexicon);

// Bounds that meet do not contradict ("at least 40" and "45"); neither do two roundings of one number.
bool may_be_one_figure(const record::QuantityItem& a, const record::QuantityItem& b);

}  // namespace demarche::analysis
