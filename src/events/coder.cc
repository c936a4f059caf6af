// SPDX-License-Identifier: Apache-2.0
//
// A predicate of the reader becomes an event when somebody political takes part in it. Three rules bind words and deeds
// together:
//
//   performed by   a deed done by words lies on the cue of the statement that does it ("urged", "accused"): the event
//   stands beside that
//                  statement, not inside it
//   inside         any other event in a statement's content is what that statement says; the innermost one counts
//   modality       what the frame demands: an event in a question was asked, one in a demand was demanded, whatever the
//   clause by itself looks like
#include <algorithm>
#include <array>

#include "events/circumstances.h"
#include "events/dates.h"
#include "events/ellipsis.h"
#include "events/events.h"
#include "events/participants.h"
#include "events/spots.h"
#include "events/stance.h"

namespace demarche::events {

struct Coder::Tables {
  explicit Tables(const std::filesystem::path& data)
      : contexts(data / "lexicon" / "en" / "contexts.tsv"), recognizer(data) {}
  Contexts contexts;
  quantities::Recognizer recognizer;
};

Coder::Coder(const std::filesystem::path& data) : tables_(std::make_unique<Tables>(data)) {}
Coder::~Coder() = default;

namespace {

using Statements = std::vector<statements::Statement>;

bool overlap(const Spans& a, const Spans& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](Span x) { return std::any_of(b.begin(), b.end(), [&](Span y) { return x.overlaps(y); }); });
}

int depth(const Statements& all, int index) {
  int levels = 0;
  for (; index >= 0; index = all[static_cast<std::size_t>(index)].inside) ++levels;
  return levels;
}

// Deeds that words can do.
bool is_verbal(std::string_view event) {
  constexpr std::array<std::string_view, 8> kVerbal = {"AGREE",  "SUPPORT", "CONCEDE",  "REQUEST",
                                                       "ACCUSE", "REJECT",  "THREATEN", "CONSULT"};
  return std::find(kVerbal.begin(), kVerbal.end(), event) != kVerbal.end();
}

int performing_statement(const Statements& all, const reader::Predicate& predicate) {
  if (!is_verbal(predicate.event) || predicate.event == "CONSULT") return -1;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].rule != "recommendation" && overlap(all[i].cue, predicate.trigger)) return static_cast<int>(i);
  }
  return -1;
}

int innermost_around(const Statements& all, Span trigger) {
  int best = -1;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (holds(all[i].content, trigger) && depth(all, static_cast<int>(i)) > depth(all, best))
      best = static_cast<int>(i);
  }
  return best;
}

bool is_question(const Document& document, Span sentence) {
  std::string_view text = document.view(sentence);
  while (text.ends_with('"') || text.ends_with("”")) text.remove_suffix(text.ends_with('"') ? 1 : 3);
  return text.ends_with('?');
}

// The frame around a clause outranks what the clause looks like.
std::string modality_of(const Document& document, const Statements& all, const Event& event, const std::string& own) {
  if (event.inside >= 0) {
    const auto& statement = all[static_cast<std::size_t>(event.inside)];
    const bool names_future = own != "happened" && own != "ongoing";
    if (statement.rule == "recommendation") return "demanded";
    if (statement.rule != "turn" && statement.act == "demand" && names_future) return "demanded";
    if (statement.rule != "turn") return own;
  }
  if (event.performed_by < 0 && is_question(document, event.sentence)) return "asked";
  return own;
}

Span sentence_around(const language::Tokens& tokens, Span trigger) {
  const int index = tokens.sentence_at(trigger.begin);
  return index < 0 ? trigger : tokens.sentences[static_cast<std::size_t>(index)].span;
}

// One who acts cannot be the one acted on by the same words.
void drop_self(Event& event) {
  std::erase_if(event.recipients, [&](const Participant& recipient) {
    return std::any_of(event.actors.begin(), event.actors.end(), [&](const Participant& actor) {
      return actor.span == recipient.span || (!actor.actor.empty() && actor.actor == recipient.actor);
    });
  });
}

// A deed done by a statement has its speaker as actor.
void add_performer(const Document& document, const Statements& all, const actors::Mentions& mentions, Event& event) {
  if (event.performed_by < 0 || !event.actors.empty()) return;
  const auto& statement = all[static_cast<std::size_t>(event.performed_by)];
  if (statement.source.empty()) return;
  Participant speaker = speaker_as_participant(mentions, statement, statement.source.front());
  if (speaker.actor.empty()) speaker.name = document.view(statement.source.front());  // "Many", "a diplomat"
  event.actors.push_back(std::move(speaker));
}

Event begun(const Document& document, const language::Tokens& tokens, const actors::Mentions& mentions,
            const Statements& statements, const reader::Predicate& predicate) {
  Event event;
  event.trigger = predicate.trigger;
  event.sentence = sentence_around(tokens, predicate.trigger.front());
  event.event = predicate.event;
  event.mode = predicate.mode;
  event.negated =
      predicate.negated || language::is_negated_before(document.text(), event.sentence, predicate.trigger.front());
  event.performed_by = performing_statement(statements, predicate);
  event.inside = event.performed_by >= 0 ? statements[static_cast<std::size_t>(event.performed_by)].inside
                                         : innermost_around(statements, predicate.trigger.front());
  event.modality = modality_of(document, statements, event, predicate.modality);
  event.actors = participants_of(document, mentions, statements, event.inside, predicate.actors);
  event.recipients = participants_of(document, mentions, statements, event.inside, predicate.recipients);
  event.rule = "reader";
  event.score = predicate.score;
  add_performer(document, statements, mentions, event);
  drop_self(event);
  return event;
}

std::vector<Deed> deeds_of(const std::vector<reader::Predicate>& predicates) {
  std::vector<Deed> deeds;
  for (const auto& predicate : predicates) {
    Spans doers;
    for (const auto& actor : predicate.actors) doers.push_back(actor.span);
    for (const Span trigger : predicate.trigger) deeds.push_back({trigger, doers});
  }
  std::sort(deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) { return a.trigger < b.trigger; });
  return deeds;
}

// "Tigers" of "the Tamil Tigers", "Resistance" of "Lord's Resistance Army": a word with a capital within the name of an
// actor tells of no deed.
bool is_part_of_name(const Document& document, const actors::Mentions& mentions, const reader::Predicate& predicate) {
  const auto has_capital = [&](Span span) {
    const char first = document.view(span).front();
    return first >= 'A' && first <= 'Z';
  };
  return std::all_of(predicate.trigger.begin(), predicate.trigger.end(), [&](Span trigger) {
    return trigger.size() > 0 && has_capital(trigger) &&
           std::any_of(mentions.mentions.begin(), mentions.mentions.end(), [&](const actors::Mention& mention) {
             const bool is_name = mention.kind == actors::MentionKind::Actor && mention.resolution &&
                                  mention.resolution->actor.find('.') != std::string::npos &&
                                  mention.span.size() > trigger.size() && has_capital(mention.head);
             return is_name && mention.span.contains(trigger);
           });
  });
}

bool has_firm(const std::vector<reader::Argument>& parties) {
  return std::any_of(parties.begin(), parties.end(), [](const auto& party) { return !party.is_guess; });
}

// Between whom nobody known acts ("two bridges were blown up", "they agreed") is political if the reader is sure of it:
// whoever did it may stand three paragraphs before. On the dev documents this finds a sixth more of the deeds.
bool is_political(const Event& event, const reader::Predicate& predicate) {
  constexpr float kSure = 0.6F;
  return event.score >= kSure || (has_political(event.actors) && has_firm(predicate.actors)) ||
         (has_political(event.recipients) && has_firm(predicate.recipients));
}

}  // namespace

std::vector<Event> Coder::code(const Document& document, const language::Tokens& tokens,
                               const reader::Annotations& annotations, const actors::Mentions& mentions,
                               const std::vector<moments::Moment>& moments, const std::vector<places::Place>& places,
                               const std::vector<statements::Statement>& statements) const {
  std::vector<Event> events;
  const std::vector<reader::Predicate> predicates = with_ellipses_filled(document, tokens, annotations.predicates);
  const std::vector<Deed> deeds = deeds_of(predicates);
  Spans triggers;
  for (const Deed& deed : deeds) triggers.push_back(deed.trigger);
  const DateEvidence evidence{document, moments, statements, deeds};
  for (const auto& predicate : predicates) {
    if (is_part_of_name(document, mentions, predicate)) continue;
    Event event = begun(document, tokens, mentions, statements, predicate);
    if (!is_political(event, predicate)) continue;
    if (event.inside >= 0)
      event.stance =
          stance_of(frame_of(statements[static_cast<std::size_t>(event.inside)], event.negated), event.negated);
    event.contexts = tables_->contexts.of(document.view(event.sentence));
    event.date = date_of(evidence, event);
    if (!event.date) event.date = date_of_entry(evidence, event);
    event.place = place_of(document, event, places, triggers);
    event.quantities = quantities_of(tables_->recognizer, document, event, triggers);
    events.push_back(std::move(event));
  }
  return events;
}

int quad_of(std::string_view event) {
  constexpr std::array<std::pair<std::string_view, int>, 16> kQuads = {{
      {"AGREE", 1},
      {"CONSULT", 1},
      {"SUPPORT", 1},
      {"CONCEDE", 1},
      {"COOPERATE", 2},
      {"AID", 2},
      {"RETREAT", 2},
      {"REQUEST", 3},
      {"ACCUSE", 3},
      {"REJECT", 3},
      {"THREATEN", 3},
      {"PROTEST", 4},
      {"SANCTION", 4},
      {"MOBILIZE", 4},
      {"COERCE", 4},
      {"ASSAULT", 4},
  }};
  for (const auto& [name, quad] : kQuads) {
    if (name == event) return quad;
  }
  return 0;
}

}  // namespace demarche::events
