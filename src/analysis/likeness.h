// SPDX-License-Identifier: Apache-2.0
// How much speaks for two deeds being one occurrence. Private to this folder.
#pragma once

#include <optional>

#include "analysis/deeds.h"

namespace demarche::analysis {

// From here on two deeds are taken for one; and what each two deeds of one happening have at least.
constexpr int kSameOccurrence = 11, kNoStrangers = 6;

// Points for all that agrees, less those for what does not; nothing when they cannot be one, by type, parties or date,
// or when they agree in nothing that few others share.
std::optional<int> likeness(const Corpus& corpus, const Deed& one, const Deed& other);

}  // namespace demarche::analysis
