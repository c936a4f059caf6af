// SPDX-License-Identifier: Apache-2.0
//
// Names and predicates.
//
// A trigger is a run of words that the network calls by one PLOVER event; two runs of one event that stand close and
// share their arguments are one trigger in two pieces ("let … cross"). Its actors and recipients are the runs of words
// linked to it.
#include <algorithm>
#include <array>
#include <cmath>

#include "reader/decode.h"
#include "reader/tags.h"

namespace demarche::reader {

namespace {

constexpr std::size_t kNear = 8;  // pieces between the two halves of one trigger

constexpr std::array<NameKind, 6> kKinds = {NameKind::Person, NameKind::Organisation, NameKind::Place,
                                            NameKind::Group,  NameKind::Facility,     NameKind::Other};

// The mean of a layer's probabilities over a run.
std::vector<float> mean_over(const Layers& layers, Output output, const Run& run) {
  std::vector<float> mean(layers.row(output, run.begin).size(), 0.0F);
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const auto probabilities = softmax(layers.row(output, i));
    for (std::size_t k = 0; k < mean.size(); ++k) mean[k] += probabilities[k] / static_cast<float>(run.end - run.begin);
  }
  return mean;
}

struct Word {
  Run run;
  int event = 0;  // 0 for none
};

Word word_at(const Layers& layers, std::size_t position) {
  const Run run = whole_words(layers, {position, position + 1});
  auto probabilities = mean_over(layers, Output::Trigger, run);
  const float none = probabilities[0];
  probabilities[0] = 0;
  const std::size_t best = best_of(probabilities);
  const bool is_trigger = 1.0F - none >= layers.labels().trigger_threshold && !layers.unit(position).is_mark();
  return {{run.begin, run.end, 1.0F - none}, is_trigger ? static_cast<int>(best) : 0};
}

std::vector<Run> triggers(const Layers& layers) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < layers.size();) {
    const Word word = word_at(layers, i);
    if (word.event > 0) {
      const bool goes_on = !runs.empty() && runs.back().end == i && runs.back().label == word.event &&
                           layers.unit(runs.back().begin).sentence == layers.unit(i).sentence;
      if (goes_on) {
        runs.back().end = word.run.end;
        runs.back().score = std::max(runs.back().score, word.run.score);
      } else {
        runs.push_back({i, word.run.end, word.run.score, word.event});
      }
    }
    i = word.run.end;
  }
  return runs;
}

std::string mode_of(const Layers& layers, const Run& run, const std::string& event) {
  const auto probabilities = mean_over(layers, Output::Mode, run);
  const auto& modes = layers.labels().modes;
  std::size_t best = 0;
  for (std::size_t i = 1; i < modes.size(); ++i) {
    if (modes[i].starts_with(event + "/") && probabilities[i] > probabilities[best]) best = i;
  }
  return best == 0 ? "" : modes[best].substr(event.size() + 1);
}

std::vector<Argument> arguments(const Layers& layers, Link link, const Run& trigger) {
  std::vector<Argument> found;
  for (const Run& run : linked_runs(layers, link, trigger)) {
    for (const Span span : spans_of(layers, run)) found.push_back({span, run.score});
  }
  return found;
}

Predicate predicate_of(const Layers& layers, const Run& run) {
  const Labels& labels = layers.labels();
  Predicate predicate;
  predicate.trigger = spans_of(layers, run);
  predicate.event = labels.triggers[static_cast<std::size_t>(run.label)];
  predicate.mode = mode_of(layers, run, predicate.event);
  predicate.actors = arguments(layers, Link::Actor, run);
  predicate.recipients = arguments(layers, Link::Recipient, run);
  predicate.negated = labels.polarities[best_of(mean_over(layers, Output::Polarity, run))] == "negated";
  predicate.modality = labels.modalities[best_of(mean_over(layers, Output::Modality, run))];
  predicate.score = run.score;
  return predicate;
}

bool same_arguments(const std::vector<Argument>& a, const std::vector<Argument>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return x.span == y.span; });
}

bool are_one(const Layers& layers, const Run& last, const Predicate& earlier, const Run& next, const Predicate& later) {
  return last.label == next.label && next.begin - last.end <= kNear &&
         layers.unit(last.begin).sentence == layers.unit(next.begin).sentence &&
         same_arguments(earlier.actors, later.actors) && same_arguments(earlier.recipients, later.recipients);
}

}  // namespace

std::vector<Name> decode_names(const Layers& layers) {
  std::vector<Name> names;
  for (const Run& run : tagged_runs(layers, Output::Name)) {
    const auto kind = kKinds[std::min(static_cast<std::size_t>(run.label), kKinds.size() - 1)];
    for (const Span span : spans_of(layers, run)) names.push_back({span, kind, run.score});
  }
  return names;
}

std::vector<Predicate> decode_predicates(const Layers& layers) {
  std::vector<Predicate> predicates;
  const auto runs = triggers(layers);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Predicate next = predicate_of(layers, runs[i]);
    if (i > 0 && are_one(layers, runs[i - 1], predicates.back(), runs[i], next)) {
      predicates.back().trigger.insert(predicates.back().trigger.end(), next.trigger.begin(), next.trigger.end());
    } else {
      predicates.push_back(std::move(next));
    }
  }
  return predicates;
}

}  // namespace demarche::reader
