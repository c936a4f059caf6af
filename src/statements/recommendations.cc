// SPDX-License-Identifier: Apache-2.0
//
// A modal of duty with a political subject close before it. "Talks should begin" has no such subject and recommends
// nothing to anybody; "Should Peru refuse" has it behind the modal; "must have known" supposes.
#include "statements/recommendations.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace demarche::statements {

namespace {

constexpr std::uint32_t kReach = 24;  // bytes between the subject and its modal: an adverb or two

struct Modal {
  Span cue;
  const char* act = "";
  std::uint32_t token = 0;
};

std::string word_at(const Document& document, const language::Tokens& tokens, std::uint32_t token) {
  return token < tokens.tokens.size() ? fold_case(document.view(tokens.tokens[token].span)) : std::string();
}

const char* act_of(const std::string& word, const std::string& next) {
  if (word == "must" || ((word == "has" || word == "have") && next == "to")) return "demand";
  if (word == "should" || (word == "ought" && next == "to")) return "propose";
  if ((word == "needs" || word == "need") && next == "to") return "propose";
  return nullptr;
}

bool supposes(const std::string& behind) { return behind == "have"; }

std::optional<Modal> modal_at(const Document& document, const language::Tokens& tokens, std::uint32_t token) {
  const std::string word = word_at(document, tokens, token);
  const std::string next = word_at(document, tokens, token + 1);
  const char* act = act_of(word, next);
  if (!act || supposes(next)) return std::nullopt;
  const bool with_to = next == "to";
  return Modal{{tokens.tokens[token].span.begin, tokens.tokens[with_to ? token + 1 : token].span.end}, act, token};
}

bool is_political(const actors::Mention& mention) {
  return mention.kind == actors::MentionKind::Actor || mention.kind == actors::MentionKind::Group ||
         mention.kind == actors::MentionKind::Pronoun || mention.kind == actors::MentionKind::Person;
}

// The mention that ends closest before the modal within the sentence.
std::optional<Span> subject_before(const actors::Mentions& mentions, Span sentence, std::uint32_t modal) {
  std::optional<Span> best;
  for (const auto& mention : mentions.mentions) {
    if (!is_political(mention) || !sentence.contains(mention.span)) continue;
    if (mention.span.end > modal || modal - mention.span.end > kReach) continue;
    if (!best || mention.span.end > best->end || (mention.span.end == best->end && mention.span.begin < best->begin)) {
      best = mention.span;
    }
  }
  return best;
}

// In plain news a bare "must" is somebody's, told without a cue: to give it to the outlet would put words into its
// mouth.
bool argues(const Document& document) {
  const DocumentKind kind = document.metadata().kind;
  return kind == DocumentKind::Opinion || kind == DocumentKind::Release || kind == DocumentKind::Interview ||
         kind == DocumentKind::Transcript;
}

}  // namespace

std::vector<Statement> find_recommendations(const Document& document, const language::Tokens& tokens,
                                            const actors::Mentions& mentions) {
  std::vector<Statement> found;
  if (!argues(document)) return found;
  for (const auto& sentence : tokens.sentences) {
    if (document.view(sentence.span).ends_with('?')) continue;
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token) {
      const auto modal = modal_at(document, tokens, token);
      if (!modal) continue;
      const auto subject = subject_before(mentions, sentence.span, modal->cue.begin);
      if (!subject) continue;
      Statement statement;
      statement.cue = {modal->cue};
      statement.content = {{subject->begin, sentence.span.end}};
      statement.act = modal->act;
      statement.rule = "recommendation";
      statement.score = 0.7F;
      found.push_back(std::move(statement));
      break;  // one duty a sentence; what it binds to with "and" is in its content
    }
  }
  return found;
}

}  // namespace demarche::statements
