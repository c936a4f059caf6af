// SPDX-License-Identifier: Apache-2.0
// How much speaks for two deeds being one occurrence. Private to this folder.
#pragma once

#include <optional>

#include "analysis/happenings/deeds.h"

namespace demarche::analysis {

// From here on two deeds are taken for one; and what each two deeds of one happening have at least.
constexpr int kSameOccurrence = 11, kNoStrangers = 6;

struct Likeness {
  int points = 0;              // for all that agrees, less those for what does not
  bool is_particular = false;  // they agree in something that few others share: without it they are not taken for one
};

// Nothing when they cannot be one, by type, parties or date.
std::optional<Likeness> likeness(const Corpus& corpus, const Deed& one, const Deed& other);

}  // namespace demarche::analysis
