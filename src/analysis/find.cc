// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <future>
#include <mutex>
#include <set>
#include <tuple>

#include "analysis/analysis.h"
#include "analysis/claims/claims.h"
#include "analysis/disputes/disputes.h"
#include "analysis/disputes/shortfalls.h"
#include "analysis/figures/figure_matters.h"
#include "analysis/happenings/happenings.h"
#include "analysis/intents/intents.h"
#include "analysis/intents/surroundings.h"
#include "analysis/positions/positions.h"

namespace demarche::analysis {

namespace {

PlainAmounts take_figures(const Propositions& propositions, Findings& findings) {
  const auto figures = figures_given(propositions.corpus());
  find_figures(propositions, figures, findings.disputes);
  findings.figures = figure_table(propositions.corpus(), figures, matters_of(figures));
  return plain_amounts(figures);
}

void take_intents(const Propositions& propositions, const PlainAmounts& amounts, Findings& findings) {
  const Corpus& corpus = propositions.corpus();
  const Intents intents(corpus);
  note_outcomes(intents, findings.positions);
  Surroundings surroundings(propositions, intents);
  find_refusals(corpus, intents, surroundings, findings.disputes);
  find_contradictory_demands(corpus, findings.disputes);
  find_opposed_demands(corpus, intents, surroundings, findings.disputes);
  find_reversals(corpus, findings.disputes);
  find_changed_accounts(propositions, findings.disputes);
  find_turns(corpus, intents, surroundings, findings.disputes);
  find_broken_promises(corpus, amounts, intents, surroundings, findings.disputes);
}

// Figures and intents of a large record fill much memory: each are held only while they are asked.
void take_disputes_and_figures(const Corpus& corpus, Findings& findings) {
  Disputes& found = findings.disputes;
  const Propositions propositions(corpus);
  const auto accusations = accusations_of(corpus);
  std::set<int> answered;
  find_denials(propositions, accusations, answered, found);
  find_noted_silences(propositions, found);
  find_unanswered(corpus, accusations, answered, found);
  find_mutual_accusations(corpus, accusations, found);
  const PlainAmounts amounts = take_figures(propositions, findings);
  find_culprits(corpus, accusations, found);
  find_places_and_times(corpus, found);
  find_rival_accounts(propositions, found);
  take_intents(propositions, amounts, findings);
}

// The same matter found in two ways keeps its weightier form.
void put_in_order(Disputes& disputes) {
  std::sort(disputes.begin(), disputes.end(),
            [](const Dispute& a, const Dispute& b) { return std::tie(b.score, a.id) < std::tie(a.score, b.id); });
  std::set<std::string> seen;
  std::erase_if(disputes, [&](const Dispute& dispute) { return !seen.insert(dispute.id).second; });
}

// What is shown as an id is an actor's; who has none is shown by name.
void show_names(const Corpus& corpus, Findings& findings) {
  for (Happening& happening : findings.happenings) {
    happening.actor_names = corpus.names_of(happening.actors);
    happening.recipient_names = corpus.names_of(happening.recipients);
    happening.actors = actors_in(happening.actors);
    happening.recipients = actors_in(happening.recipients);
    for (Value& value : happening.values) value.who = actors_in(value.who);
  }
  for (Position& position : findings.positions) {
    if (is_name(position.actor)) position.actor.clear();
  }
  for (Figure& figure : findings.figures) figure.who = actors_in(figure.who);
  for (Dispute& dispute : findings.disputes) {
    for (Side& side : dispute.sides) side.who = actors_in(side.who);
  }
}

}  // namespace

Findings find(const std::vector<Source>& sources, const Lexicon& lexicon, const NameOf& name_of) {
  std::mutex asking;
  const NameOf name_for_one_at_a_time = [&](const std::string& id) {
    const std::lock_guard lock(asking);
    return name_of(id);
  };
  const Corpus corpus = lay_out(sources, lexicon, name_for_one_at_a_time);
  auto positions = std::async(std::launch::async, [&] { return find_positions(corpus); });
  Findings findings;
  findings.happenings = happenings_of(corpus, group_claims(corpus));
  std::sort(findings.happenings.begin(), findings.happenings.end(),
            [](const Happening& a, const Happening& b) { return std::tie(a.lo, a.id) < std::tie(b.lo, b.id); });
  findings.positions = positions.get();
  take_disputes_and_figures(corpus, findings);
  put_in_order(findings.disputes);
  show_names(corpus, findings);
  return findings;
}

}  // namespace demarche::analysis
