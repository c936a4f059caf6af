// SPDX-License-Identifier: Apache-2.0
//
// The relation of a marked pair: the sentences that hold both phrases, with marks around each phrase, in one window
// (the entity markers of Baldini Soares et al. 2019).
#include <algorithm>
#include <optional>

#include "reader/labels.h"
#include "reader/network.h"
#include "reader/state.h"
#include "reader/tags.h"

namespace demarche::reader {

namespace {

// The pieces [begin, end) of the sentences from one phrase to the other.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
};

Stretch stretch_of(const language::Tokens& tokens, Span first, Span second) {
  const int from = std::max(0, tokens.sentence_at(std::min(first.begin, second.begin)));
  const int to = std::max(0, tokens.sentence_at(std::max(first.begin, second.begin)));
  return {tokens.sentences[static_cast<std::size_t>(from)].first_piece,
          tokens.sentences[static_cast<std::size_t>(to)].end_piece};
}

// Keeps the room around the two phrases when the sentences are longer than a window; nothing when the phrases are too
// far apart to be read together.
std::optional<Stretch> cut(const language::Tokens& tokens, Stretch stretch, Span first, Span second,
                           std::uint32_t room) {
  if (stretch.end - stretch.begin <= room) return stretch;
  Stretch core = stretch;
  while (tokens.pieces[core.begin].span.end <= std::min(first.begin, second.begin)) ++core.begin;
  while (tokens.pieces[core.end - 1].span.begin >= std::max(first.end, second.end)) --core.end;
  if (core.end - core.begin > room) return {};
  const std::uint32_t before = std::min((room - (core.end - core.begin)) / 2, core.begin - stretch.begin);
  return Stretch{core.begin - before, std::min(stretch.end, core.begin - before + room)};
}

// Opens and closes the marks of one phrase while its pieces go by. All weight of a phrase lies on its opening mark.
struct Phrase {
  Span span;
  std::int32_t open = 0, close = 0;
  bool inside = false;
};

class MarkedWindow {
 public:
  void put(std::int64_t id, float subject = 0, float object = 0) {
    window_.ids.push_back(id);
    window_.subject.push_back(subject);
    window_.object.push_back(object);
  }
  void leave(Phrase& phrase, bool stays) {
    if (phrase.inside && !stays) put(phrase.close);
    phrase.inside = phrase.inside && stays;
  }
  void enter(Phrase& phrase, bool begins, float subject, float object) {
    if (!phrase.inside && begins) put(phrase.open, subject, object);
    phrase.inside = begins;
  }
  Window take() && { return std::move(window_); }

 private:
  Window window_;
};

Window marked_window(const language::Tokens& tokens, Stretch stretch, Span subject_span, Span object_span,
                     const Labels& labels) {
  Phrase subject{subject_span, labels.subject_open, labels.subject_close};
  Phrase object{object_span, labels.object_open, labels.object_close};
  MarkedWindow window;
  window.put(labels.begin);
  for (std::uint32_t i = stretch.begin; i < stretch.end; ++i) {
    const auto& piece = tokens.pieces[i];
    const bool at_subject = subject.span.overlaps(piece.span), at_object = object.span.overlaps(piece.span);
    window.leave(subject, at_subject);
    window.leave(object, at_object);
    window.enter(subject, at_subject, 1, 0);
    window.enter(object, at_object, 0, 1);
    window.put(piece.id);
  }
  window.leave(subject, false);
  window.leave(object, false);
  window.put(labels.end);
  return std::move(window).take();
}

}  // namespace

const std::array<std::string, 17>& Reader::relation_labels() {
  static const std::array<std::string, 17> labels = {
      "NONE",   "AGREE",  "CONSULT",  "SUPPORT", "CONCEDE",  "COOPERATE", "AID",    "RETREAT", "REQUEST",
      "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",  "COERCE", "ASSAULT"};
  return labels;
}

Relation Reader::relate(std::string_view, const language::Tokens& tokens, Span subject, Span object,
                        Scratch& scratch) const {
  Relation relation{.event = "NONE"};
  relation.scores[0] = 1;
  if (tokens.pieces.empty()) return relation;
  const Labels& labels = network_->labels;
  constexpr std::uint32_t kMarks = 6;  // around the text and around each phrase
  const auto room = static_cast<std::uint32_t>(labels.longest_pair) - kMarks;
  const auto stretch = cut(tokens, stretch_of(tokens, subject, object), subject, object, room);
  if (!stretch) return relation;
  scratch.request.run(marked_window(tokens, *stretch, subject, object, labels));
  const auto scores = softmax(scratch.request.rows(Output::Relation).row(0));
  std::copy_n(scores.begin(), relation.scores.size(), relation.scores.begin());
  relation.event = relation_labels()[best_of(relation.scores)];
  return relation;
}

}  // namespace demarche::reader
