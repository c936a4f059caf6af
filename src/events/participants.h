// SPDX-License-Identifier: Apache-2.0
// Argument spans → who took part.
#pragma once

#include <vector>

#include "events/events.h"

namespace demarche::events {

// The participants that a list of arguments names: conjoined actors split, pronouns followed to what they stand for,
// "we" to the speaker. A phrase that names nobody political is kept by its words, without an actor.
std::vector<Participant> participants_of(const Document& document, const actors::Mentions& mentions,
                                         const std::vector<statements::Statement>& statements, int inside,
                                         const std::vector<reader::Argument>& arguments);

// Who speaks, as one who takes part by the words `words`.
Participant speaker_as_participant(const actors::Mentions& mentions, const statements::Statement& statement,
                                   Span words);

// Whether a state, organ, organisation, group or typed group is among them.
bool has_political(const std::vector<Participant>& participants);

}  // namespace demarche::events
