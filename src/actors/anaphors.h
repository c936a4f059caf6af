// SPDX-License-Identifier: Apache-2.0
// Phrases that point back: "the movement", "the rebels", "its spokesman", "a spokesman for the group".
#pragma once

#include <string_view>
#include <vector>

#include "actors/draft.h"

namespace demarche::actors {

// Gives each definite phrase that names no actor by itself the actor of the last mention of its class within eight
// sentences: "the movement" an armed group, "the party" a party, "the council" whose name has it as its head. Nothing
// where two such actors stand in the nearest sentence that has one. `drafts` are in text order.
void resolve_definites(std::string_view text, std::vector<Draft>& drafts);

// "The study", "its authors": whoever made it, as some sentence says ("a study published by the Institute", "the
// Institute's report"): the last one named before, else the first behind.
void resolve_works(const Tables::Content& content, const std::vector<SentenceWords>& sentences,
                   std::vector<Draft>& drafts);

// "A rebel spokesman", "the rebels" of a text that has named one rebel group only: of that group.
void adopt_only_group(std::vector<Draft>& drafts);

// "Its spokesman", "their delegate": of whomever the pronoun means. To be called when pronouns are resolved. Returns
// which drafts it gave an actor.
std::vector<std::size_t> adopt_possessors(const Tables::Content& content, std::string_view text,
                                          const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts);

}  // namespace demarche::actors
