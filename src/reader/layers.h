// SPDX-License-Identifier: Apache-2.0
// Layers: what the network says of each piece of a document or passage, joined over its windows.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/language.h"
#include "reader/labels.h"
#include "reader/network.h"
#include "reader/windows.h"
#include "text/text.h"

namespace demarche::reader {

// Position i stands for the i-th unit: a piece of the text or the mark between two paragraphs.
class Layers {
 public:
  // Runs the network over the windows of the units and keeps the rows of their cores.
  Layers(const language::Tokens& tokens, std::vector<Unit> units, const Labels& labels, Network::Request& request);

  std::size_t size() const { return units_.size(); }
  const Unit& unit(std::size_t position) const { return units_[position]; }
  // Where a piece stands; it must be among the units.
  std::size_t position_of(std::uint32_t piece) const;
  std::span<const float> row(Output output, std::size_t position) const;
  // Score, a logit, of `dependent` hanging on `head`.
  float link(Link link, std::size_t dependent, std::size_t head) const;
  const language::Tokens& tokens() const { return tokens_; }
  const Labels& labels() const { return labels_; }

 private:
  void keep(const Passage& passage, const Network::Request& request);

  const language::Tokens& tokens_;
  const Labels& labels_;
  std::vector<Unit> units_;
  std::vector<std::uint32_t> positions_;  // of each piece of the text; 0 for those that are no unit
  std::array<std::vector<float>, kOutputs> values_;
  std::array<std::size_t, kOutputs> widths_{};
};

// A run of positions [begin, end) with a probability.
struct Run {
  std::size_t begin = 0, end = 0;
  float score = 0;
  int label = 0;  // what the tag names, where a layer has several kinds
};

// Mean score of the run's units hanging on `head`.
float link_of(const Layers& layers, Link link, const Run& run, std::size_t head);
float sigmoid(float score);

// The bytes of a run: one span, or several where the pieces do not follow each other in the text or cross into another
// block.
Spans spans_of(const Layers& layers, const Run& run);

}  // namespace demarche::reader
