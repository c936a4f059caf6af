// SPDX-License-Identifier: Apache-2.0
//
// From four kinds of evidence to one ordered, nested list.
//
//   reader          source, cue and content that the network found, nested by re-reading
//   turn            a speaker label opens a turn; everything in it is his, up to the next label
//   rebuttal        a sentence of an answer that denies, admits or evades what the question claims
//   recommendation  "Peru must …" in the voice of the author, the study or the speaker of a turn
//
// A turn is made before what stands in it, so that `inside` always points backwards.
#include <algorithm>
#include <optional>
#include <tuple>

#include "base/utf8.h"
#include "statements/acts.h"
#include "statements/charges.h"
#include "statements/content.h"
#include "statements/lexicon.h"
#include "statements/recommendations.h"
#include "statements/speakers.h"
#include "statements/statements.h"
#include "statements/turns.h"
#include "statements/unsaid.h"

namespace demarche::statements {

struct Attributor::Lexicon : statements::Lexicon {
  using statements::Lexicon::Lexicon;
};

Attributor::Attributor(const std::filesystem::path& data)
    : lexicon_(std::make_unique<Lexicon>(data / "lexicon" / "en")) {}
Attributor::~Attributor() = default;

namespace {

using Draft = std::vector<Statement>;

Span first_span(const Statement& statement) {
  Span first{UINT32_MAX, UINT32_MAX};
  for (const Spans* spans : {&statement.source, &statement.cue, &statement.content}) {
    if (!spans->empty()) first = std::min(first, spans->front());
  }
  return first;
}

// The innermost statement whose content holds the passage, -1 for none. Later statements are the inner ones.
int innermost(const Draft& statements, const Spans& passage) {
  for (int i = static_cast<int>(statements.size()) - 1; i >= 0; --i) {
    if (holds(statements[static_cast<std::size_t>(i)].content, passage)) return i;
  }
  return -1;
}

const Statement* enclosing_of(const Draft& statements, const Statement& statement) {
  return statement.inside < 0 ? nullptr : &statements[static_cast<std::size_t>(statement.inside)];
}

void add_addressees(const actors::Mentions& mentions, const reader::Attribution& attribution, Statement& statement) {
  for (const auto& argument : attribution.addressees) {
    const auto* resolution = resolution_of(mentions, mentions.find(argument.span));
    if (!resolution || resolution->actor.empty()) continue;
    auto& known = statement.addressees;
    if (std::find(known.begin(), known.end(), resolution->actor) == known.end()) known.push_back(resolution->actor);
  }
}

// A cue without content says something only when the cue itself does the deed: "Lima refused."
bool says_something(const Statement& statement) {
  return !statement.content.empty() ||
         (!statement.source.empty() && statement.act != "assert" && statement.act != "ask");
}

Statement statement_of(const Document& document, const language::Tokens& tokens, const actors::Mentions& mentions,
                       const Lexicon& lexicon, const reader::Attribution& attribution) {
  Statement statement;
  statement.source = attribution.source;
  statement.cue = attribution.cue;
  statement.content = attribution.content;
  std::erase_if(statement.content, [&](Span piece) { return is_empty_talk(document.view(piece)); });
  statement.score = attribution.score;
  statement.form = form_of(document, statement.content);
  statement.negated = is_negated(document, statement.content);
  const bool is_unsaid = is_by_nobody(document, attribution) || is_cue_negated(document, tokens, lexicon, attribution);
  name_act(document, lexicon, attribution, is_unsaid, statement);
  tell_denial_from_refusal(document, lexicon, statement);
  add_addressees(mentions, attribution, statement);
  return statement;
}

void add_turn(const Document& document, const reader::Annotations& annotations, const actors::Mentions& mentions,
              const Lexicon& lexicon, const Turn& turn, Draft& out) {
  Statement statement;
  statement.source = {turn.label};
  statement.cue = {turn.colon};
  statement.content = turn.words;
  statement.act = act_of_turn(turn, annotations);
  statement.form = Form::Direct;
  statement.rule = "turn";
  statement.score = 1;
  name_speaker(document, mentions, lexicon, nullptr, statement);
  if (turn.asks) statement.speaker_kind = statement.speaker.empty() ? SpeakerKind::Outlet : statement.speaker_kind;
  out.push_back(std::move(statement));
}

// What of a sentence belongs to the turn: the first one begins with the label.
std::optional<Span> within(const Spans& words, Span sentence) {
  for (const Span span : words) {
    if (span.overlaps(sentence)) return Span{std::max(span.begin, sentence.begin), std::min(span.end, sentence.end)};
  }
  return std::nullopt;
}

// The sentences of an answer that take a stand on the question.
void add_rebuttals(const Document& document, const language::Tokens& tokens, const Lexicon& lexicon, const Turn& turn,
                   int turn_index, Draft& out) {
  if (turn.asks) return;
  for (const auto& sentence : tokens.sentences) {
    const auto words = within(turn.words, sentence.span);
    if (!words) continue;
    const Decision* decision = lexicon.rebuttal_in(document.view(*words));
    if (!decision) continue;
    Statement statement = out[static_cast<std::size_t>(turn_index)];
    statement.content = {*words};
    statement.act = decision->value;
    statement.rule = decision->where;
    statement.inside = turn_index;
    statement.score = 0.8F;
    out.push_back(std::move(statement));
  }
}

void add_turns(const Document& document, const language::Tokens& tokens, const reader::Annotations& annotations,
               const actors::Mentions& mentions, const Lexicon& lexicon, const std::vector<Turn>& turns, Draft& out) {
  for (const Turn& turn : turns) {
    add_turn(document, annotations, mentions, lexicon, turn, out);
    add_rebuttals(document, tokens, lexicon, turn, static_cast<int>(out.size()) - 1, out);
  }
}

// The turn that holds a passage. Statements inside turns come after all turns, so only a turn can hold what the network
// called outermost.
int turn_of(const Draft& statements, const Spans& passage) {
  for (std::size_t i = 0; i < statements.size(); ++i) {
    if (statements[i].rule == "turn" && holds(statements[i].content, passage)) return static_cast<int>(i);
  }
  return -1;
}

// The two readings of a passage, in its document and by itself, may find one cue twice: the fuller one stands.
bool is_told_by_another(const reader::Annotations& annotations, std::size_t index) {
  const auto& here = annotations.attributions[index];
  if (!here.content.empty()) return false;
  return std::any_of(annotations.attributions.begin(), annotations.attributions.end(), [&](const auto& other) {
    return &other != &here && !other.content.empty() && overlap(here.cue, other.cue);
  });
}

// A turn ends where the next label begins, and so does all that is said in it.
void clip(const Draft& statements, Statement& statement) {
  if (statement.inside < 0 || statements[static_cast<std::size_t>(statement.inside)].rule != "turn") return;
  const Spans& turn = statements[static_cast<std::size_t>(statement.inside)].content;
  std::erase_if(statement.content, [&](Span piece) { return !holds(turn, piece); });
}

// In a turn "you" is whoever spoke before.
const Statement* spoken_to(const Document& document, const Draft& statements, const Statement& statement) {
  if (statement.source.empty() || statement.inside < 0) return nullptr;
  if (fold_case(document.view(statement.source.front())) != "you") return nullptr;
  for (int i = statement.inside - 1; i >= 0; --i) {
    const Statement& before = statements[static_cast<std::size_t>(i)];
    if (before.rule == "turn") return &before;
  }
  return nullptr;
}

void take_speaker(const Statement& from, Statement& statement) {
  statement.speaker = from.speaker;
  statement.speaker_name = from.speaker_name;
  statement.speaker_person = from.speaker_person;
  statement.speaker_kind = from.speaker_kind;
  statement.speaker_mention = from.speaker_mention;
}

Spans where_it_stands(const Statement& statement) { return {first_span(statement)}; }

void add_attributions(const Document& document, const language::Tokens& tokens, const reader::Annotations& annotations,
                      const actors::Mentions& mentions, const Lexicon& lexicon, const std::vector<Turn>& turns,
                      Draft& out) {
  std::vector<int> place(annotations.attributions.size(), -1);
  for (std::size_t i = 0; i < annotations.attributions.size(); ++i) {
    const auto& attribution = annotations.attributions[i];
    if (is_label(turns, attribution) || is_told_by_another(annotations, i)) continue;
    Statement statement = statement_of(document, tokens, mentions, lexicon, attribution);
    if (!says_something(statement)) continue;
    const int outer = attribution.inside < 0 ? -1 : place[static_cast<std::size_t>(attribution.inside)];
    statement.inside = outer >= 0 ? outer : turn_of(out, where_it_stands(statement));
    clip(out, statement);
    if (!says_something(statement)) continue;
    name_speaker(document, mentions, lexicon, enclosing_of(out, statement), statement);
    if (const Statement* asker = spoken_to(document, out, statement)) take_speaker(*asker, statement);
    place[i] = static_cast<int>(out.size());
    out.push_back(std::move(statement));
  }
}

// "… in an attempt on him and threatened to …": what is charged ends before the next cue.
Span before_next_cue(const Document& document, const Draft& statements, Span words) {
  for (const Statement& each : statements) {
    const bool is_within =
        !each.cue.empty() && words.contains(each.cue.front()) && each.cue.front().begin > words.begin;
    if (is_within) words.end = each.cue.front().begin;
  }
  std::string_view text = document.view(words);
  for (const std::string_view loose : {" ", "and", "but", " ", ","}) {
    if (text.ends_with(loose)) text.remove_suffix(loose.size());
  }
  return {words.begin, words.begin + static_cast<std::uint32_t>(text.size())};
}

void add_charges(const Document& document, const language::Tokens& tokens, const reader::Annotations& annotations,
                 const actors::Mentions& mentions, const Lexicon& lexicon, Draft& out) {
  for (Statement& charge : find_charges(document, tokens, annotations)) {
    charge.content = {before_next_cue(document, out, charge.content.front())};
    const auto known =
        std::find_if(out.begin(), out.end(), [&](const Statement& each) { return overlap(each.cue, charge.cue); });
    if (known != out.end()) {
      if (known->content.empty()) known->content = charge.content;  // the reader saw the cue and not what is charged
      continue;
    }
    charge.inside = innermost(out, charge.cue);
    name_speaker(document, mentions, lexicon, enclosing_of(out, charge), charge);
    out.push_back(std::move(charge));
  }
}

bool tells_the_same(const Draft& statements, const Statement& recommendation) {
  return std::any_of(statements.begin(), statements.end(), [&](const Statement& each) {
    return each.cue == recommendation.cue ||
           (each.rule != "turn" && each.act == recommendation.act && holds(each.content, recommendation.content));
  });
}

void add_recommendations(const Document& document, const language::Tokens& tokens, const actors::Mentions& mentions,
                         Draft& out) {
  for (Statement& statement : find_recommendations(document, tokens, mentions)) {
    if (tells_the_same(out, statement)) continue;
    statement.inside = innermost(out, statement.cue);
    const Statement* enclosing = enclosing_of(out, statement);
    // Inside somebody's report the duty is that speaker's and already told.
    if (enclosing && enclosing->rule != "turn") continue;
    if (enclosing) {
      take_speaker(*enclosing, statement);
    } else {
      name_author(document, mentions, statement);
    }
    statement.form = Form::Direct;
    statement.negated = is_negated(document, statement.content);
    out.push_back(std::move(statement));
  }
}

// Text order, with `inside` following the move. An outer statement begins no later than what it holds, or is longer.
Draft in_text_order(Draft statements) {
  std::vector<std::size_t> order(statements.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto depth = [&](std::size_t i) {
    int levels = 0;
    for (int at = statements[i].inside; at >= 0; at = statements[static_cast<std::size_t>(at)].inside) ++levels;
    return levels;
  };
  // Where the outermost statement around it begins, then how deep it stands, then where it begins itself.
  const auto root = [&](std::size_t i) {
    while (statements[i].inside >= 0) i = static_cast<std::size_t>(statements[i].inside);
    return first_span(statements[i]);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) { return std::tuple(root(i), depth(i), first_span(statements[i])); };
    return key(a) < key(b);
  });
  std::vector<int> moved(statements.size());
  for (std::size_t i = 0; i < order.size(); ++i) moved[order[i]] = static_cast<int>(i);
  Draft sorted;
  for (const std::size_t i : order) {
    sorted.push_back(std::move(statements[i]));
    if (sorted.back().inside >= 0) sorted.back().inside = moved[static_cast<std::size_t>(sorted.back().inside)];
  }
  return sorted;
}

}  // namespace

std::string_view name_of(SpeakerKind kind) {
  switch (kind) {
    case SpeakerKind::Named:
      return "named";
    case SpeakerKind::Collective:
      return "collective";
    case SpeakerKind::Anonymous:
      return "anonymous";
    case SpeakerKind::Outlet:
      return "outlet";
    case SpeakerKind::Author:
      return "author";
    case SpeakerKind::None:
      return "none";
  }
  return "none";
}

std::string_view name_of(Form form) {
  switch (form) {
    case Form::Direct:
      return "direct";
    case Form::Mixed:
      return "mixed";
    case Form::Indirect:
      return "indirect";
  }
  return "indirect";
}

std::vector<Statement> Attributor::attribute(const Document& document, const language::Tokens& tokens,
                                             const reader::Annotations& annotations,
                                             const actors::Mentions& mentions) const {
  const auto turns = find_turns(document, *lexicon_);
  reader::Annotations own_words = annotations;
  give_back(tokens, turns, own_words);
  Draft statements;
  add_turns(document, tokens, annotations, mentions, *lexicon_, turns, statements);
  add_attributions(document, tokens, own_words, mentions, *lexicon_, turns, statements);
  add_charges(document, tokens, annotations, mentions, *lexicon_, statements);
  add_recommendations(document, tokens, mentions, statements);
  return in_text_order(std::move(statements));
}

}  // namespace demarche::statements
