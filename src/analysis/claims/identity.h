// SPDX-License-Identifier: Apache-2.0
// Ids of findings, and how figures and periods are written. Private to this folder.
#pragma once

#include <string>
#include <string_view>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

// 'd' and sixteen hexadecimal digits of what the finding is about, so that the next refresh gives the same dispute the
// same id.
std::string finding_id(char kind, std::string_view about);

// "at least 23 killed", "6,000,000,000 USD"
std::string figure_text(const record::QuantityItem& quantity);
// The same without what is counted: "at least 23"; money keeps its currency and a share its sign.
std::string number_text(const record::QuantityItem& quantity);
// "2021-06-06", "June 2021", "2021", "2021-06-06 to 2021-06-09"
std::string period_text(const When& when);

// The stretches of thirty days, counted from 1970, that meet [lo, hi]; at most 13. What may be one occurrence shares
// one of them, however the calendar cuts.
std::vector<int> months_touched(int lo, int hi);

}  // namespace demarche::analysis
