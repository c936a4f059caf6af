// SPDX-License-Identifier: Apache-2.0
// A question to the record: what kind of item, and which. One struct for the command line, HTTP and Python.
// Part of the face of record: include "record/record.h".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::record {

enum class Kind {
  Documents,
  Actors,
  Mentions,
  Statements,
  Events,
  Happenings,
  Positions,
  Disputes,
  Figures,
  Failures,
  Corrections
};
std::string_view name_of(Kind kind);
// Throws Error{Usage} naming the kinds there are.
Kind kind_named(std::string_view name);

// Empty fields do not filter; those that are set must all hold.
struct Query {
  Kind kind = Kind::Events;
  std::string actor = {};      // who does it, speaks, or is named: an id (PAK also finds PAK.GOV.MFA) or a name
  std::string recipient = {};  // to whom it is done or said
  std::string speaker = {};    // who says so: an id, a name, or a person
  std::string about = {};      // a context (“terrorism”) or words of the text
  std::string type = {};       // PLOVER event; for disputes and figures their kind; for documents their kind
  std::string act = {};        // of the statement, or of the statement that tells of the event
  std::string polarity = {};   // affirmed, negated
  std::string modality = {};   // of the event
  std::string state = {};      // of a dispute or a correction
  std::string since = {};      // 2018, 2018-03 or 2018-03-07; an event counts at its own date, else at its document's
  std::string until = {};      // inclusive
  std::string document = {};   // id, the beginning of one, or a part of the path
  std::string outlet = {};
  double min_score = 0;     // 0 to 1; items that the program is less sure of are left out
  std::uint64_t limit = 0;  // 0: all

  // Throws Error{Usage} for a malformed date, an unknown value (naming those there are), or a filter that the kind does
  // not have.
  void validate() const;
};

// First or last day of “2018”, “2018-03”, “2018-03-07”. Throws Error{Usage}.
enum class Edge { First, Last };
std::string day_at(std::string_view text, Edge edge);

}  // namespace demarche::record
