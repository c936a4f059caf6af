// SPDX-License-Identifier: Apache-2.0
// Disputes: one function per kind. Private to this folder.
#pragma once

#include <set>
#include <vector>

#include "analysis/disputes/accusations.h"
#include "analysis/disputes/dispute_maker.h"
#include "analysis/disputes/phrasing.h"
#include "analysis/figures/given_figures.h"
#include "analysis/passages/propositions.h"

namespace demarche::analysis {

class Intents;
struct PlainAmount;
class Surroundings;
using Disputes = std::vector<Dispute>;
// `answered` collects the accusations (by index) that a denial answers.
void find_denials(const Propositions& propositions, const std::vector<Accusation>& accusations, std::set<int>& answered,
                  Disputes& found);
// Accounts of one deed by two voices, in one passage of a text or in two texts, that name another doer, place or time.
void find_rival_accounts(const Propositions& propositions, Disputes& found);
// Accusations to which the text notes that there was no answer.
void find_noted_silences(const Propositions& propositions, Disputes& found);
void find_unanswered(const Corpus& corpus, const std::vector<Accusation>& accusations, const std::set<int>& answered,
                     Disputes& found);
void find_mutual_accusations(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found);
void find_figures(const Propositions& propositions, const std::vector<GivenFigure>& figures, Disputes& found);
void find_culprits(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found);
void find_places_and_times(const Corpus& corpus, Disputes& found);
void find_refusals(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found);
void find_contradictory_demands(const Corpus& corpus, Disputes& found);  // to fight and to talk
// To open and to close.
void find_opposed_demands(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found);
void find_reversals(const Corpus& corpus, Disputes& found);  // by deeds and issue
// By what it said was so and was not so.
void find_changed_accounts(const Propositions& propositions, Disputes& found);
// By words.
void find_turns(const Corpus& corpus, const Intents& intents, Surroundings& surroundings, Disputes& found);
void find_broken_promises(const Corpus& corpus, const std::vector<PlainAmount>& amounts, const Intents& intents,
                          Surroundings& surroundings, Disputes& found);
// Said versus did: what became of the promises among the positions.
void note_outcomes(const Intents& intents, std::vector<Position>& positions);

}  // namespace demarche::analysis
