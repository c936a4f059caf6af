// SPDX-License-Identifier: Apache-2.0
// Where: which place of its sentence an event happened at.
#pragma once

#include <optional>
#include <vector>

#include "events/events.h"

namespace demarche::events {

// The closest place of the sentence that can be the event's. That is one behind a word of place ("in", "at", "near" …)
// that is no participant, or the object of a deed ("seized Kabul"), or where a visit goes ("went to Peru"). Passed over
// are
//   a place that only describes a noun: "the US authorities", "Peru's losses", "the Peru–Chile border", "groups based
//   in Peru"; from where an attack came, and where another deed goes: "pursued them into Peru"; one that belongs to
//   what is spoken of: "peace in Peru", "a settlement in Peru"; for what is said (demands, accusations, promises), a
//   country or region behind the words, which is where the matter lies and not the speaker, and a town behind another
//   deed; one in a clause of its own: "camps which, they think, lie in Peru".
// `triggers` are those of all events in text order.
std::optional<places::Place> place_of(const Document& document, const Event& event,
                                      const std::vector<places::Place>& places, const Spans& triggers);

}  // namespace demarche::events
