// SPDX-License-Identifier: Apache-2.0
// When: which moment of the text dates an event.
#pragma once

#include <optional>
#include <vector>

#include "events/events.h"

namespace demarche::events {

// A trigger of an event, with whoever does it.
struct Deed {
  Span trigger;
  Spans doers;
};

// What the dates of a document are judged by. All outlive it.
struct DateEvidence {
  const Document& document;
  const std::vector<moments::Moment>& moments;
  const std::vector<statements::Statement>& statements;
  const std::vector<Deed>& deeds;  // by trigger
};

// The moment of the event's sentence that stands closest to its trigger, of those that can be its date. Passed over are
//   a moment beside the cue of the statement around the event (it tells when that was said), and within the words of a
//   statement that is the event ("announced that it would leave by May");
//   one that belongs to a noun: "the ruling of 2002" dates the ruling and nothing else;
//   one of another clause, behind its own trigger: "talks, which it broke off on 9 May"; one between the commas of a
//   relative clause before the trigger;
//   for what is planned, promised, demanded, threatened or conditional, a day before the text was written, when it is
//   the only one of the sentence, or in a chronology one before its entry; for what happened, a day after the writing
//   beside another deed; durations, sets and times of day. One behind a semicolon counts only where its own side has
//   none.
// Behind "since", "after", "until" and "before" the date is open at one end, and so is that of what went on "until they
// took the port in May".
std::optional<moments::Moment> date_of(const DateEvidence& evidence, const Event& event);

// In a chronology a date at the head of an entry holds for its later sentences: the last one before the event's
// sentence in its paragraph, for deeds that happened, and from then on for those demanded, promised or planned; without
// one, the last heading that is a date ("2011", "May 2014"). A text with two such headings is a chronology in this.
std::optional<moments::Moment> date_of_entry(const DateEvidence& evidence, const Event& event);

}  // namespace demarche::events
