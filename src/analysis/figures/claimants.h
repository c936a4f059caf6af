// SPDX-License-Identifier: Apache-2.0
// Who gives a figure. Private to this folder.
//
//   "Police put the dead at 27, according to Reuters"     police: the verb of estimate nearest before the figure
//   "Police counted about 80, the organisers more than 300"  each the one named right before the number
//   "12 were held, by the ministry's count"               the ministry
//   the statement around the figure, when its words name nobody nearer; else the document
#pragma once

#include <optional>
#include <string_view>

#include "analysis/claims/claims.h"
#include "text/text.h"

namespace demarche::analysis {

// A figure in its sentence; bytes of the document's text.
struct Spot {
  int document = 0;
  Span sentence, figure;
  bool is_money = false;
  bool is_after_figure = false;  // another figure stands before it in the sentence
};

struct Claimant {
  Voice voice;
  int utterance = -1;
  bool is_own = true;  // somebody in the sentence, not the document
};

class Claimants {
 public:
  explicit Claimants(const Corpus& corpus) : corpus_(corpus) {}
  Claimant of(const Spot& spot) const;

 private:
  bool is_nobody(const Voice& voice) const;
  int innermost(const Spot& spot) const;
  int not_oneself(const Spot& spot, int utterance) const;
  int turn_around(const Spot& spot, int utterance) const;
  Voice voice_of_utterance(const Spot& spot, int utterance) const;
  std::optional<Voice> named_by_count(const Spot& spot) const;
  std::optional<Voice> named_by_verb(const Spot& spot, bool weak) const;
  std::optional<Voice> named_by_place(const Spot& spot) const;
  std::optional<Voice> named_by_source(const Spot& spot) const;
  Span name_in(const Spot& spot, Span phrase) const;
  std::optional<Voice> voice_of_words(const Spot& spot, Span phrase) const;
  std::string known_as(int document, record::Range phrase, const std::string& known) const;
  std::optional<Voice> voice_of_mention(const Spot& spot, const record::MentionItem& mention) const;
  const record::MentionItem* mention_in(const Spot& spot, Span phrase) const;
  std::string_view view(const Spot& spot, Span span) const;

  const Corpus& corpus_;
};

}  // namespace demarche::analysis
