// SPDX-License-Identifier: Apache-2.0
//
// Attributions from three tag layers and two links.
//
// Each content hangs on the cue that scores best for it, each cue takes the source that scores best for it: a cue may
// have several pieces of content, and a source may serve several cues ("she said … and added …"). Further away than
// `reach` the vectors of different windows meet and mean little.
#include <algorithm>
#include <optional>

#include "reader/decode.h"
#include "reader/tags.h"

namespace demarche::reader {

namespace {

std::size_t distance(const Run& a, const Run& b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

struct Best {
  std::size_t index = 0;
  float score = 0;  // a logit
};

std::optional<Best> cue_of_content(const Layers& layers, const Run& content, const std::vector<Run>& cues) {
  std::optional<Best> best;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    if (distance(content, cues[i]) > layers.labels().reach) continue;
    const float score = link_of(layers, Link::Content, content, cues[i].begin);
    if (!best || score > best->score) best = Best{i, score};
  }
  return best;
}

std::optional<Best> source_of_cue(const Layers& layers, const Run& cue, const std::vector<Run>& sources) {
  std::optional<Best> best;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (distance(cue, sources[i]) > layers.labels().reach) continue;
    const float score = link_of(layers, Link::Source, sources[i], cue.begin);
    if (!best || score > best->score) best = Best{i, score};
  }
  if (best && sigmoid(best->score) <= layers.labels().source_threshold) return std::nullopt;
  return best;
}

std::vector<Argument> addressees_of(const Layers& layers, const Run& cue) {
  std::vector<Argument> found;
  for (const Run& run : linked_runs(layers, Link::Addressee, cue)) {
    for (const Span span : spans_of(layers, run)) found.push_back({span, run.score});
  }
  return found;
}

void name_act(const Layers& layers, const Run& cue, Attribution& attribution) {
  auto acts = softmax(layers.row(Output::Act, cue.begin));
  const float some = 1.0F - acts[0];  // "none" is for pieces that are no cue
  acts[0] = 0;
  const std::size_t best = best_of(acts);
  attribution.act = layers.labels().acts[best];
  attribution.act_score = some > 0 ? acts[best] / some : 0;
}

// A cue with its source; the score is the mean over the parts, weakest links included.
Attribution begun(const Layers& layers, const Run& cue, const std::vector<Run>& sources) {
  Attribution attribution;
  attribution.cue = spans_of(layers, cue);
  attribution.addressees = addressees_of(layers, cue);
  attribution.score = cue.score;
  name_act(layers, cue, attribution);
  if (const auto best = source_of_cue(layers, cue, sources)) {
    attribution.source = spans_of(layers, sources[best->index]);
    attribution.score = (attribution.score + sources[best->index].score * sigmoid(best->score)) / 2;
  }
  return attribution;
}

void add_content(const Layers& layers, const Run& content, Attribution& attribution) {
  const Spans spans = spans_of(layers, content);
  attribution.content.insert(attribution.content.end(), spans.begin(), spans.end());
  attribution.score = (attribution.score + content.score) / 2;
}

Span first_span(const Attribution& attribution) {
  Span first{UINT32_MAX, UINT32_MAX};
  for (const Spans* spans : {&attribution.source, &attribution.cue, &attribution.content}) {
    if (!spans->empty()) first = std::min(first, spans->front());
  }
  return first;
}

}  // namespace

std::vector<Attribution> decode_attributions(const Layers& layers) {
  const auto cues = tagged_runs(layers, Output::Cue);
  const auto sources = tagged_runs(layers, Output::Source);
  std::vector<Attribution> attributions;
  for (const Run& cue : cues) attributions.push_back(begun(layers, cue, sources));
  for (const Run& content : tagged_runs(layers, Output::Content)) {
    if (const auto best = cue_of_content(layers, content, cues))
      add_content(layers, content, attributions[best->index]);
  }
  std::erase_if(attributions, [](const Attribution& each) { return each.content.empty() && each.source.empty(); });
  std::stable_sort(attributions.begin(), attributions.end(),
                   [](const auto& a, const auto& b) { return first_span(a) < first_span(b); });
  for (Attribution& each : attributions) each.score = worth(layers.labels().statement_scores, each.score);
  return attributions;
}

}  // namespace demarche::reader
