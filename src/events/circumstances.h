// SPDX-License-Identifier: Apache-2.0
// When, where, how much and about what: what the event's own sentence tells of it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "events/events.h"

namespace demarche::events {

// In a chronology a date at the head of an entry holds for its later sentences: the last one before the event's
// sentence in its paragraph, for deeds that happened.
std::optional<moments::Moment> date_of_entry(const Document& document, const Event& event,
                                             const std::vector<moments::Moment>& moments);

// The moment of the sentence that stands closest to the trigger. A moment beside the cue of the statement around the
// event tells when it was said and is passed over; durations, sets and times of day are no dates.
std::optional<moments::Moment> date_of(const Event& event, const std::vector<moments::Moment>& moments,
                                       const std::vector<statements::Statement>& statements);

// The closest place of the sentence that stands behind a word of place ("in", "at", "near" …) and is no participant.
std::optional<places::Place> place_of(const Document& document, const Event& event,
                                      const std::vector<places::Place>& places);

// The counts and sums of the sentence that fit what the event is and stand closer to its trigger than to any other's.
std::vector<Quantity> quantities_of(const Document& document, const Event& event,
                                    const std::vector<Span>& other_triggers);

// PLOVER contexts by the words of a sentence.
class Contexts {
 public:
  explicit Contexts(const std::filesystem::path& table);  // throws Error{NotFound, BadInput}
  std::vector<std::string> of(std::string_view sentence) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> contexts_;
};

}  // namespace demarche::events
