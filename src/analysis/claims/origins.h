// SPDX-License-Identifier: Apache-2.0
// Which texts repeat one another: by runs of words that stand in both, or because one says that it has it from the
// other. Private to this folder.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/record.h"

namespace demarche::analysis {

struct Corpus;

using Shingles = std::vector<std::uint64_t>;  // hashes, sorted, each once

// All runs of five words.
Shingles shingles_of(std::string_view text);
// About one run of three words in four, always the same ones: enough to tell whether whole texts repeat each other.
Shingles sampled_shingles(std::string_view text);
// Share of the smaller set that stands in the other; 0 when one is empty.
double containment(const Shingles& one, const Shingles& other);
// From here on two passages have one origin; and two whole texts, of which an editor changes words and cuts the end.
constexpr double kSameOrigin = 0.5, kSameText = 0.3;

// A sentence that tells of something, and the statement in which it stands (index into Corpus::utterances; -1: none).
struct Told {
  int document = 0;  // index into Corpus::texts
  record::Range sentence;
  int utterance = -1;
};

// From how many independent origins these sentences come. Two texts have one origin when their sentences or the whole
// of them repeat each other, when both are printed under the name of one agency, or when one gives the other, or both
// give a third, as its source: "according to Reuters".
int count_origins(const Corpus& corpus, const std::vector<Told>& told);

}  // namespace demarche::analysis
