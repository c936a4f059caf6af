// SPDX-License-Identifier: Apache-2.0
//
// A question ends with its mark. Where every such paragraph stands at an even place behind the first, answers are one
// paragraph each, and what stands at the other even places asks, too ("Your critics say that you fled."). Else an
// answer is all that follows a question, up to the next.
#include "statements/exchanges.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/utf8.h"

namespace demarche::statements {

namespace {

constexpr std::size_t kFewest = 3;             // questions
constexpr std::size_t kLongestQuestion = 600;  // bytes

std::string_view without_closing(std::string_view text) {
  while (!text.empty() &&
         (text.back() == '"' || text.back() == ')' || is_space(static_cast<unsigned char>(text.back()))))
    text.remove_suffix(1);
  return text;
}

bool ends_with_question(const Document& document, Span paragraph) {
  return paragraph.size() <= kLongestQuestion && without_closing(document.view(paragraph)).ends_with('?');
}

// Body paragraphs from the first question on.
Spans exchange_of(const Document& document) {
  Spans paragraphs;
  for (const Block& block : document.blocks()) {
    if (block.zone != Zone::Body || block.span.empty()) continue;
    if (!paragraphs.empty() || ends_with_question(document, block.span)) paragraphs.push_back(block.span);
  }
  return paragraphs;
}

// Which of them ask; empty when they do not ask and answer by turns.
std::vector<bool> questions_among(const Document& document, const Spans& paragraphs) {
  std::vector<bool> asks(paragraphs.size());
  bool takes_turns = true;
  std::size_t marked = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    asks[i] = ends_with_question(document, paragraphs[i]);
    marked += asks[i];
    takes_turns = takes_turns && (!asks[i] || i % 2 == 0);
  }
  const bool is_exchange = marked >= kFewest && marked * 2 <= paragraphs.size() + 1;
  if (!is_exchange) return {};
  if (takes_turns && marked * 4 >= paragraphs.size()) {
    for (std::size_t i = 0; i < asks.size(); ++i) asks[i] = i % 2 == 0;
  }
  return asks;
}

// "Translated from the French and shortened."
bool is_closing_note(const Document& document, const Spans& paragraphs, const std::vector<bool>& asks, std::size_t at) {
  return at + 1 == paragraphs.size() && asks[at] && !ends_with_question(document, paragraphs[at]);
}

bool is_interviewer(const Document& document, std::string_view name) {
  const auto& authors = document.metadata().authors;
  return std::any_of(authors.begin(), authors.end(), [&](const std::string& author) {
    return author.find(name) != std::string::npos || name.find(author) != std::string_view::npos;
  });
}

// "A negotiator", "Norway's ambassador in Ankara" describe the person whom the introduction names.
bool is_description(const Document& document, const actors::Mention& mention) {
  const std::string folded = fold_case(document.view(mention.span));
  const bool has_article = folded.starts_with("a ") || folded.starts_with("an ") || folded.starts_with("the ");
  return has_article || !starts_with_upper(document.view(mention.head));
}

// The person whom title and introduction name; nobody when they name several.
std::optional<Span> answerer(const Document& document, const actors::Mentions& mentions, std::uint32_t end) {
  std::set<int> entities;
  std::optional<Span> first;
  for (const actors::Mention& mention : mentions.mentions) {
    if (mention.span.begin >= end || mention.kind != actors::MentionKind::Person) continue;
    const bool is_body = std::any_of(document.blocks().begin(), document.blocks().end(), [&](const Block& block) {
      return (block.zone == Zone::Body || block.zone == Zone::Title) && block.span.contains(mention.span);
    });
    if (!is_body || is_description(document, mention) || is_interviewer(document, document.view(mention.head)))
      continue;
    entities.insert(mention.entity);
    if (!first) first = mention.span;
  }
  return entities.size() == 1 ? first : std::nullopt;
}

// The last character of a question: a network takes it for the cue of what follows.
Span mark_of(Span question) { return {question.end - 1, question.end}; }

}  // namespace

void name_answers(const Document& document, const actors::Mentions& mentions, std::vector<Turn>& turns) {
  const auto is_letter = [&](const Turn& turn) {
    const std::string label = fold_case(document.view(turn.label));
    return !turn.asks && (label == "a" || label == "answer");
  };
  if (turns.empty()) return;
  const auto named = answerer(document, mentions, turns.front().label.begin);
  for (Turn& turn : turns) {
    if (named && is_letter(turn)) turn.named = *named;
  }
}

std::vector<Turn> find_exchange(const Document& document, const Lexicon& lexicon, const actors::Mentions& mentions) {
  if (document.metadata().kind != DocumentKind::Interview || has_labels(document, lexicon)) return {};
  const Spans paragraphs = exchange_of(document);
  const std::vector<bool> asks = questions_among(document, paragraphs);
  if (asks.empty()) return {};
  const auto named = answerer(document, mentions, paragraphs.front().begin);
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (is_closing_note(document, paragraphs, asks, i)) break;
    if (i > 0 && !asks[i] && !asks[i - 1]) {
      turns.back().words.push_back(paragraphs[i]);
      continue;
    }
    turns.push_back({.label = {}, .colon = mark_of(paragraphs[i]), .words = {paragraphs[i]}, .asks = asks[i]});
    if (!asks[i] && named) turns.back().named = *named;
  }
  return turns;
}

}  // namespace demarche::statements
