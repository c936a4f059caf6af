// SPDX-License-Identifier: Apache-2.0
// Events: who did what to whom, when, where, how much, asserted or not, coded in PLOVER.
//
//   "Norway urged Peru to release the two pilots."
//      e1 NOR REQUEST/yield PER, happened, performed by s1      e2 PER RETREAT/release, demanded, inside s1
//
// Nothing is coded that cannot be pointed at: each Event carries its trigger and what produced it. An unknown doer is
// an empty list. A Coder is immutable after construction and may be used from many threads at once.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "language/language.h"
#include "moments/moments.h"
#include "places/places.h"
#include "quantities/quantities.h"
#include "reader/reader.h"
#include "statements/statements.h"
#include "text/text.h"

namespace demarche::events {

struct Participant {
  Span span;
  int mention = -1;  // into Mentions::mentions
  std::string actor = {}, name = {}, country = {}, sector = {};
  bool is_guess = false;  // the likeliest phrase of the sentence, where none was likely: see reader::Argument
};

using quantities::Quantity;

struct Event {
  Span sentence;
  Spans trigger;
  std::vector<Participant> actors, recipients;
  std::string event, mode;
  std::vector<std::string> contexts;
  bool negated = false;
  std::string modality;
  int inside = -1;        // statement that tells of it, -1 for the document's own voice
  int performed_by = -1;  // statement that does the deed
  std::string
      stance;  // what the speaker of `inside` holds of it: affirms, denies, demands, promises, …; empty without one
  std::optional<moments::Moment> date;
  std::optional<places::Place> place;
  std::vector<Quantity> quantities;
  std::string rule;
  float score = 0;
};

class Coder {
 public:
  explicit Coder(const std::filesystem::path& data);  // data/ontology, data/lexicon
  ~Coder();
  std::vector<Event> code(const Document& document, const language::Tokens& tokens,
                          const reader::Annotations& annotations, const actors::Mentions& mentions,
                          const std::vector<moments::Moment>& moments, const std::vector<places::Place>& places,
                          const std::vector<statements::Statement>& statements) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for NONE.
int quad_of(std::string_view event);

}  // namespace demarche::events
