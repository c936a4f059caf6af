// SPDX-License-Identifier: Apache-2.0
// How much and about what: what the event's own sentence tells of it.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "events/events.h"

namespace demarche::events {

// The counts and sums of the sentence, as `recognizer` reads them, that fit what the event is and stand closer to its
// trigger than to any other of `triggers`, which are those of all events in text order.
std::vector<Quantity> quantities_of(const quantities::Recognizer& recognizer, const Document& document,
                                    const Event& event, const Spans& triggers);

// PLOVER contexts by the words of a sentence.
class Contexts {
 public:
  explicit Contexts(const std::filesystem::path& table);  // throws Error{NotFound, BadInput}
  std::vector<std::string> of(std::string_view sentence) const;

 private:
  std::unordered_map<std::string, std::vector<std::string>> contexts_;
};

}  // namespace demarche::events
