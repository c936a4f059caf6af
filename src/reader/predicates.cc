// SPDX-License-Identifier: Apache-2.0
//
// Names and predicates.
//
// A trigger is a run of words that the network calls political, of the category that most of its probability goes to:
// words that touch tell of one deed, unless they are surely of two categories. Two runs of one category that stand
// close and do not differ in their arguments are one trigger in two pieces
// ("let … cross"). Its actors and recipients are the parties linked to it.
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

bool is_political(const Layers& layers, const Run& word) {
  return 1.0F - mean_over(layers, Output::Trigger, word)[0] >= layers.labels().trigger_threshold &&
         !layers.unit(word.begin).is_mark();
}

// The category and score of a whole run.
Run named(const Layers& layers, Run run) {
  auto probabilities = mean_over(layers, Output::Trigger, run);
  run.score = 1.0F - probabilities[0];
  probabilities[0] = 0;
  run.label = static_cast<int>(best_of(probabilities));
  return run;
}

// A state or town does nothing by being named; what is done to it stands beside.
bool is_named(const std::vector<Run>& names, const Run& word) {
  return std::any_of(names.begin(), names.end(),
                     [&](const Run& name) { return name.begin < word.end && word.begin < name.end; });
}

// Whether two runs that touch are one trigger ("took up arms"): unless each is surely of another category than the
// other
// ("offered mediation").
bool tell_of_one(const Layers& layers, const Run& run, const Run& word) {
  constexpr float kSome = 0.1F;
  const auto first = mean_over(layers, Output::Trigger, run), second = mean_over(layers, Output::Trigger, word);
  const auto own = static_cast<std::size_t>(named(layers, run).label),
             other = static_cast<std::size_t>(named(layers, word).label);
  return own == other || first[other] >= kSome || second[own] >= kSome;
}

std::vector<Run> triggers(const Layers& layers) {
  std::vector<Run> runs;
  const auto names = tagged_runs(layers, Output::Name);
  for (std::size_t i = 0; i < layers.size();) {
    const Run word = whole_words(layers, {i, i + 1});
    i = word.end;
    if (!is_political(layers, word) || is_named(names, word)) continue;
    const bool touches = !runs.empty() && runs.back().end == word.begin &&
                         layers.unit(runs.back().begin).sentence == layers.unit(word.begin).sentence &&
                         tell_of_one(layers, runs.back(), word);
    if (touches) {
      runs.back().end = word.end;
    } else {
      runs.push_back(word);
    }
  }
  for (Run& run : runs) run = named(layers, run);
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

// A title is no party beside the name that follows it: "President" and "Karzai" are one.
std::vector<Run> joined(const std::vector<Run>& runs) {
  std::vector<Run> parties;
  for (const Run& run : runs) {
    const bool is_after_title =
        !parties.empty() && parties.back().end == run.begin && parties.back().end - parties.back().begin == 1;
    if (is_after_title)
      parties.back().end = run.end;
    else
      parties.push_back(run);
  }
  return parties;
}

// The parties near the trigger that are linked to it as `role`. One that fits both roles takes the one it fits better.
// Those of the trigger's own sentence leave none of the sentences beside it: what stands there acted there.
std::vector<Argument> arguments(const Layers& layers, Link role, const Run& trigger, const std::vector<Run>& parties) {
  const Link other_role = role == Link::Actor ? Link::Recipient : Link::Actor;
  const auto own_sentence = layers.unit(trigger.begin).sentence;
  std::vector<Argument> found, beside;
  const Run near = neighbourhood(layers, trigger.begin);
  for (const Run& party : parties) {
    if (party.end <= near.begin || party.begin >= near.end) continue;
    const float fit = link_of(layers, role, party, trigger.begin);
    if (sigmoid(fit) < layers.labels().argument_threshold) continue;
    if (link_of(layers, other_role, party, trigger.begin) > fit) continue;
    auto& side = layers.unit(party.begin).sentence == own_sentence ? found : beside;
    for (const Span span : spans_of(layers, party)) side.push_back({span, sigmoid(fit)});
  }
  return found.empty() ? beside : found;
}

// The party of the sentence that fits best where none fits well. Chosen on the dev documents: an empty side is wrong
// more often than the best guess is.
std::vector<Argument> likeliest(const Layers& layers, Link role, const Run& trigger, const std::vector<Run>& parties) {
  const Link other_role = role == Link::Actor ? Link::Recipient : Link::Actor;
  std::vector<Argument> found;
  float best = layers.labels().guess_threshold;
  for (const Run& party : parties) {
    if (layers.unit(party.begin).sentence != layers.unit(trigger.begin).sentence) continue;
    const float fit = link_of(layers, role, party, trigger.begin);
    if (sigmoid(fit) < best || link_of(layers, other_role, party, trigger.begin) > fit) continue;
    best = sigmoid(fit);
    found.clear();
    for (const Span span : spans_of(layers, party)) found.push_back({span, best, true});
  }
  return found;
}

// Words that hang on the trigger although no party was seen there.
std::vector<Argument> linked_words(const Layers& layers, Link role, const Run& trigger) {
  std::vector<Argument> found;
  for (const Run& words : linked_runs(layers, role, trigger)) {
    const bool is_trigger = words.begin < trigger.end && words.end > trigger.begin;
    const bool is_near = layers.unit(words.begin).sentence == layers.unit(trigger.begin).sentence;
    if (words.score < layers.labels().words_threshold || is_trigger || !is_near) continue;
    for (const Span span : spans_of(layers, words)) found.push_back({span, words.score, true});
  }
  return found;
}

void fill(const Layers& layers, Link role, const Run& trigger, const std::vector<Run>& parties,
          std::vector<Argument>& side) {
  if (side.empty()) side = likeliest(layers, role, trigger, parties);
  if (side.empty()) side = linked_words(layers, role, trigger);
}

// How sure the category is and, where parties hang on it, how firmly they do.
float sureness(const Layers& layers, const Run& run, const Predicate& predicate) {
  float links = 0;
  std::size_t count = 0;
  for (const auto* parties : {&predicate.actors, &predicate.recipients}) {
    for (const Argument& party : *parties) links += party.score, ++count;
  }
  const float category = mean_over(layers, Output::Trigger, run)[static_cast<std::size_t>(run.label)];
  return count == 0 ? category : category * links / static_cast<float>(count);
}

Predicate predicate_of(const Layers& layers, const Run& run, const std::vector<Run>& parties) {
  const Labels& labels = layers.labels();
  Predicate predicate;
  predicate.trigger = spans_of(layers, run);
  predicate.event = labels.triggers[static_cast<std::size_t>(run.label)];
  predicate.mode = mode_of(layers, run, predicate.event);
  predicate.actors = arguments(layers, Link::Actor, run, parties);
  predicate.recipients = arguments(layers, Link::Recipient, run, parties);
  predicate.negated = labels.polarities[best_of(mean_over(layers, Output::Polarity, run))] == "negated";
  predicate.modality = labels.modalities[best_of(mean_over(layers, Output::Modality, run))];
  predicate.score = worth(labels.event_scores, sureness(layers, run, predicate));
  fill(layers, Link::Actor, run, parties, predicate.actors);
  fill(layers, Link::Recipient, run, parties, predicate.recipients);
  return predicate;
}

// No argument of the one contradicts the other: one of them has none, or they share some.
bool agree(const std::vector<Argument>& a, const std::vector<Argument>& b) {
  if (a.empty() || b.empty()) return true;
  return std::any_of(a.begin(), a.end(), [&](const Argument& x) {
    return std::any_of(b.begin(), b.end(), [&](const Argument& y) { return x.span.overlaps(y.span); });
  });
}

void add_new(std::vector<Argument>& known, const std::vector<Argument>& more) {
  for (const Argument& next : more) {
    const auto same = [&](const Argument& each) { return each.span.overlaps(next.span); };
    if (std::none_of(known.begin(), known.end(), same)) known.push_back(next);
  }
}

bool are_one(const Layers& layers, const Run& last, const Predicate& earlier, const Run& next, const Predicate& later) {
  return last.label == next.label && next.begin - last.end <= kNear &&
         layers.unit(last.begin).sentence == layers.unit(next.begin).sentence && agree(earlier.actors, later.actors) &&
         agree(earlier.recipients, later.recipients);
}

void join(Predicate& known, Predicate&& next) {
  known.trigger.insert(known.trigger.end(), next.trigger.begin(), next.trigger.end());
  add_new(known.actors, next.actors);
  add_new(known.recipients, next.recipients);
  known.score = std::max(known.score, next.score);
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
  const auto parties = joined(tagged_runs(layers, Output::Party));
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Predicate next = predicate_of(layers, runs[i], parties);
    if (i > 0 && are_one(layers, runs[i - 1], predicates.back(), runs[i], next)) {
      join(predicates.back(), std::move(next));
    } else {
      predicates.push_back(std::move(next));
    }
  }
  return predicates;
}

}  // namespace demarche::reader
