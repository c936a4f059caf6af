// SPDX-License-Identifier: Apache-2.0
#include "reader/layers.h"

#include <algorithm>
#include <cmath>

namespace demarche::reader {

namespace {

Window window_of(const language::Tokens& tokens, const std::vector<Unit>& units, const Passage& passage,
                 const Labels& labels) {
  Window window;
  window.ids.reserve(passage.end - passage.begin + 2);
  window.ids.push_back(labels.begin);
  for (std::size_t i = passage.begin; i < passage.end; ++i) {
    window.ids.push_back(units[i].is_mark() ? labels.paragraph : tokens.pieces[units[i].piece].id);
  }
  window.ids.push_back(labels.end);
  return window;
}

}  // namespace

Layers::Layers(const language::Tokens& tokens, std::vector<Unit> units, const Labels& labels, Network::Request& request)
    : tokens_(tokens), labels_(labels), units_(std::move(units)) {
  positions_.resize(tokens.pieces.size());
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (!units_[i].is_mark()) positions_[units_[i].piece] = static_cast<std::uint32_t>(i);
  }
  for (const Passage& passage : passages(units_, labels)) {
    request.run(window_of(tokens, units_, passage, labels));
    keep(passage, request);
  }
}

void Layers::keep(const Passage& passage, const Network::Request& request) {
  for (std::size_t output = 0; output < kOutputs; ++output) {
    if (static_cast<Output>(output) == Output::Relation) continue;
    const Rows rows = request.rows(static_cast<Output>(output));
    widths_[output] = rows.width;
    // Row 0 is the piece that opens the window.
    const float* first = rows.row(passage.core_begin - passage.begin + 1).data();
    values_[output].insert(values_[output].end(), first, first + (passage.core_end - passage.core_begin) * rows.width);
  }
}

std::span<const float> Layers::row(Output output, std::size_t position) const {
  const auto index = static_cast<std::size_t>(output);
  return std::span(values_[index]).subspan(position * widths_[index], widths_[index]);
}

std::size_t Layers::position_of(std::uint32_t piece) const { return positions_[piece]; }

float Layers::link(Link link, std::size_t dependent, std::size_t head) const {
  const auto index = static_cast<std::size_t>(link);
  const auto query = row(Output::Query, dependent).subspan(index * kLinkWidth, kLinkWidth);
  const auto key = row(Output::Key, head).subspan(index * kLinkWidth, kLinkWidth);
  float sum = 0;
  for (std::size_t i = 0; i < kLinkWidth; ++i) sum += query[i] * key[i];
  return sum * labels_.link_scale + labels_.link_bias[index];
}

float link_of(const Layers& layers, Link link, const Run& run, std::size_t head) {
  float sum = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) sum += layers.link(link, i, head);
  return sum / static_cast<float>(run.end - run.begin);
}

float sigmoid(float score) { return 1.0F / (1.0F + std::exp(-score)); }

Spans spans_of(const Layers& layers, const Run& run) {
  Spans spans;
  bool broken = true;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const Unit& unit = layers.unit(i);
    broken = broken || unit.is_mark() || layers.unit(i - 1).piece + 1 != unit.piece;
    if (unit.is_mark()) continue;
    const Span piece = layers.tokens().pieces[unit.piece].span;
    if (broken) {
      spans.push_back(piece);
    } else {
      spans.back().end = std::max(spans.back().end, piece.end);
    }
    broken = false;
  }
  return spans;
}

}  // namespace demarche::reader
