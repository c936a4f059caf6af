// SPDX-License-Identifier: Apache-2.0
// The question that rival figures answer, as an analyst would put it. Private to this folder.
//
//   "How many were killed at Selma (ferry, storm)? Norway says 12, Peru says at least 30."
#pragma once

#include "analysis/figures/figure_matters.h"
#include "analysis/passages/settings.h"

namespace demarche::analysis {

// Figures of one group, as indexes, and their settings by index.
struct FiguresAsked {
  const Corpus& corpus;
  const std::vector<GivenFigure>& figures;
  const Settings& settings;
  const std::vector<Setting>& setting_of;
};

// `sides`: the figures of each side, which are one figure by several voices.
std::string figure_question(const FiguresAsked& asked, const std::vector<std::vector<std::size_t>>& sides);

}  // namespace demarche::analysis
