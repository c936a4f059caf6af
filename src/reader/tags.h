// SPDX-License-Identifier: Apache-2.0
// Tags per piece → runs of pieces.
#pragma once

#include <span>
#include <vector>

#include "reader/layers.h"

namespace demarche::reader {

// Logits → probabilities.
std::vector<float> softmax(std::span<const float> logits);
std::size_t best_of(std::span<const float> values);

// The best legal sequence of O, B-x, I-x over a layer (Viterbi; no I without its B before it), as runs. Tags are laid
// out as O, B-0, I-0, B-1, I-1, …; a run's label is the kind's number, its score the mean probability of its tags. Runs
// begin and end at whole words.
std::vector<Run> tagged_runs(const Layers& layers, Output output);

// Runs of whole words of the head's sentence and its neighbours that are linked to its first piece, above the threshold
// for arguments.
std::vector<Run> linked_runs(const Layers& layers, Link link, const Run& head);

// The units of the sentence that holds `position` and of the ones next to it.
Run neighbourhood(const Layers& layers, std::size_t position);

// Widens a run to whole words: a piece that goes on a word belongs to the run of its first piece.
Run whole_words(const Layers& layers, Run run);

}  // namespace demarche::reader
