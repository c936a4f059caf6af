// SPDX-License-Identifier: Apache-2.0
// The record's own words inside a question: “close the camp at Kessary”. Private to this folder.
#pragma once

#include <string>

#include "analysis/claims/claims.h"

namespace demarche::analysis {

// In quotation marks, on one line, without the marks, joining words and stops at either end, cut at a word when long;
// empty for a range without words.
std::string cited(const Text& text, record::Range range);

}  // namespace demarche::analysis
