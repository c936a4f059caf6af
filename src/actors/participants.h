// SPDX-License-Identifier: Apache-2.0
// Who speaks behind the labels of an interview, a briefing or a debate: "Q:", "A:", "MR LAHTI:", "QUESTION (Agence
// X):".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actors/draft.h"
#include "actors/heading.h"

namespace demarche::actors {

// A label at the head of a paragraph, before its colon.
struct TurnLabel {
  Span span;
  std::uint32_t sentence = 0;
};

// The labels of a text that has turns: two different ones at least, one of them twice. Empty for any other text.
std::vector<TurnLabel> turn_labels(std::string_view text, const std::vector<SentenceWords>& sentences);

// What the text calls whoever answers where no label does: the one official phrase of title and introduction that comes
// without a name ("Peru's deputy foreign minister on the ten days of war"). Nothing when there are two.
std::optional<Resolution> unnamed_official(const Heading& heading, const std::vector<Draft>& drafts,
                                           std::uint32_t first_turn);

// The labels by speaker ("Ambassador Aino Lahti" and "LAHTI" are one), and who of them asks.
class Participants {
 public:
  Participants(std::string_view text, const std::vector<SentenceWords>& sentences, std::vector<TurnLabel> labels);

  const std::vector<TurnLabel>& labels() const { return labels_; }
  std::uint32_t first_turn() const { return labels_.front().sentence; }
  bool asks(Span label) const { return speakers_.asks(view(label)); }
  // "A", "Answer": the one who answers, by no name.
  bool is_answer(Span label) const;
  // The labels of those who answer by name, each once, folded.
  std::vector<std::string> answering() const;
  std::string key(Span label) const { return language::Speakers::key(view(label)); }

 private:
  void count(const std::vector<SentenceWords>& sentences);
  std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }

  std::string_view text_;
  std::vector<TurnLabel> labels_;
  language::Speakers speakers_;
};

}  // namespace demarche::actors
