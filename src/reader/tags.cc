// SPDX-License-Identifier: Apache-2.0
#include "reader/tags.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace demarche::reader {

namespace {

constexpr float kNever = -1e9F;

bool is_begin(std::size_t tag) { return tag % 2 == 1; }
bool is_inside(std::size_t tag) { return tag > 0 && tag % 2 == 0; }

// Whether tag `next` may stand behind `tag`: an inside tag needs its own begin or inside before it.
bool may_follow(std::size_t tag, std::size_t next) { return !is_inside(next) || tag == next || tag + 1 == next; }

float outside_bonus(const Labels& labels, Output output) {
  constexpr std::array<Output, 5> kLayers = {Output::Name, Output::Source, Output::Cue, Output::Content, Output::Party};
  const auto at = std::find(kLayers.begin(), kLayers.end(), output);
  return at == kLayers.end() ? 0.0F : labels.outside[static_cast<std::size_t>(at - kLayers.begin())];
}

struct Lattice {
  std::vector<std::vector<float>> probabilities;
  std::vector<std::size_t> path;
};

Lattice best_path(const Layers& layers, Output output) {
  Lattice lattice;
  const std::size_t length = layers.size();
  const std::size_t tags = layers.row(output, 0).size();
  const float bonus = outside_bonus(layers.labels(), output);
  std::vector<std::vector<std::size_t>> before(length, std::vector<std::size_t>(tags, 0));
  std::vector<float> score(tags), next_score(tags);
  for (std::size_t i = 0; i < length; ++i) {
    lattice.probabilities.push_back(softmax(layers.row(output, i)));
    const auto& probability = lattice.probabilities.back();
    for (std::size_t tag = 0; tag < tags; ++tag) {
      float best = i == 0 && !is_inside(tag) ? 0.0F : kNever;
      for (std::size_t last = 0; i > 0 && last < tags; ++last) {
        if (may_follow(last, tag) && score[last] > best) {
          best = score[last];
          before[i][tag] = last;
        }
      }
      next_score[tag] = best + std::log(std::max(probability[tag], 1e-12F)) + (tag == 0 ? bonus : 0.0F);
    }
    score = next_score;
  }
  lattice.path.resize(length);
  std::size_t tag = best_of(score);
  for (std::size_t i = length; i-- > 0;) {
    lattice.path[i] = tag;
    tag = before[i][tag];
  }
  return lattice;
}

bool begins_word(const Layers& layers, std::size_t position) {
  const Unit& here = layers.unit(position);
  if (position == 0 || here.is_mark() || layers.unit(position - 1).is_mark()) return true;
  if (layers.unit(position - 1).piece + 1 != here.piece) return true;
  const auto& pieces = layers.tokens().pieces;
  const std::uint32_t begin = pieces[here.piece].span.begin;
  if (pieces[here.piece - 1].span.end < begin) return true;
  return std::ranges::binary_search(layers.tokens().tokens, begin, {},
                                    [](const language::Token& token) { return token.span.begin; });
}

}  // namespace

std::vector<float> softmax(std::span<const float> logits) {
  std::vector<float> out(logits.begin(), logits.end());
  const float top = *std::max_element(out.begin(), out.end());
  float sum = 0;
  for (float& value : out) sum += value = std::exp(value - top);
  for (float& value : out) value /= sum;
  return out;
}

std::size_t best_of(std::span<const float> values) {
  return static_cast<std::size_t>(std::max_element(values.begin(), values.end()) - values.begin());
}

Run whole_words(const Layers& layers, Run run) {
  while (run.begin > 0 && !begins_word(layers, run.begin)) --run.begin;
  while (run.end < layers.size() && !begins_word(layers, run.end)) ++run.end;
  return run;
}

Run neighbourhood(const Layers& layers, std::size_t position) {
  const std::uint32_t sentence = layers.unit(position).sentence;
  Run run{position, position + 1};
  while (run.begin > 0 && layers.unit(run.begin - 1).sentence + 1 >= sentence) --run.begin;
  while (run.end < layers.size() && layers.unit(run.end).sentence <= sentence + 1) ++run.end;
  return run;
}

std::vector<Run> linked_runs(const Layers& layers, Link link, const Run& head) {
  std::vector<Run> runs;
  const Run near = neighbourhood(layers, head.begin);
  for (std::size_t i = near.begin; i < near.end;) {
    Run word = whole_words(layers, {i, i + 1});
    word.score = sigmoid(link_of(layers, link, word, head.begin));
    i = word.end;
    if (word.score < layers.labels().argument_threshold || layers.unit(word.begin).is_mark()) continue;
    if (!runs.empty() && runs.back().end == word.begin) {
      runs.back().end = word.end;
      runs.back().score = std::max(runs.back().score, word.score);
    } else {
      runs.push_back(word);
    }
  }
  return runs;
}

std::vector<Run> tagged_runs(const Layers& layers, Output output) {
  std::vector<Run> runs;
  if (layers.size() == 0) return runs;
  const Lattice lattice = best_path(layers, output);
  for (std::size_t i = 0; i < lattice.path.size(); ++i) {
    const std::size_t tag = lattice.path[i];
    if (tag == 0) continue;
    const float probability = lattice.probabilities[i][tag];
    if (is_begin(tag)) {
      runs.push_back({i, i + 1, probability, static_cast<int>((tag - 1) / 2)});
    } else {
      runs.back().end = i + 1;
      runs.back().score += probability;
    }
  }
  for (Run& run : runs) {
    run.score /= static_cast<float>(run.end - run.begin);
    run = whole_words(layers, run);
  }
  return runs;
}

}  // namespace demarche::reader
