// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reader/decode.h"
#include "reader/tags.h"

namespace demarche::reader {

namespace {

float chance_of(const std::vector<float>& chances, const std::vector<std::string>& labels, std::string_view label) {
  const auto found = std::find(labels.begin(), labels.end(), label);
  return found == labels.end() ? 0 : chances[static_cast<std::size_t>(found - labels.begin())];
}

}  // namespace

void judge_word(const Layers& layers, Span word, Judgement& judgement) {
  for (std::size_t i = 0; i < layers.size(); ++i) {
    if (layers.unit(i).is_mark() || !layers.tokens().pieces[layers.unit(i).piece].span.overlaps(word)) continue;
    const Labels& labels = layers.labels();
    const auto polarity = softmax(layers.row(Output::Polarity, i)), modality = softmax(layers.row(Output::Modality, i));
    judgement.negated = labels.polarities[best_of(polarity)] == "negated";
    judgement.modality = labels.modalities[best_of(modality)];
    judgement.happened =
        chance_of(polarity, labels.polarities, "affirmed") *
        (chance_of(modality, labels.modalities, "happened") + chance_of(modality, labels.modalities, "ongoing"));
    return;
  }
}

}  // namespace demarche::reader
