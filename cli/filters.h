// SPDX-License-Identifier: Apache-2.0
// The filters of list and search, read into a Query.
#pragma once

#include <CLI/CLI.hpp>

#include "record/record.h"

namespace demarche::cli {

inline void add_filters(CLI::App& command, record::Query& query) {
  const auto add = [&command](const char* name, std::string& value, const char* help) {
    command.add_option(name, value, help)->type_name("")->group("Filters");
  };
  add("--actor", query.actor, "Who does it: an id, with all below it, or a name or abbreviation");
  add("--recipient", query.recipient, "To whom: an id or a name");
  add("--speaker", query.speaker, "Who says so: an id, a name, a person");
  add("--about", query.about, "A context (terrorism, nuclear, …) or words of the text");
  add("--type", query.type, "PLOVER event (AID); for disputes and documents their kind");
  add("--act", query.act, "assert, deny, demand, promise, …");
  add("--polarity", query.polarity, "affirmed or negated");
  add("--modality", query.modality, "happened, planned, demanded, threatened, …");
  add("--since", query.since, "From this day, month or year on");
  add("--until", query.until, "Up to and with this day, month or year");
  add("--document", query.document, "Id, beginning of one, or part of the path");
  add("--outlet", query.outlet, "Who published it");
  command.add_option("--min-score", query.min_score, "Only what the program is at least so sure of, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("")
      ->group("Filters");
}

}  // namespace demarche::cli
