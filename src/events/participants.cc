// SPDX-License-Identifier: Apache-2.0
#include "events/participants.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace demarche::events {

namespace {

// The words by which a speaker means himself or his side.
bool is_first_person(std::string_view word) {
  constexpr std::array<std::string_view, 6> kWords = {"i", "we", "our", "us", "my", "me"};
  return std::find(kWords.begin(), kWords.end(), fold_case(word)) != kWords.end();
}

const actors::Resolution* resolution_of(const actors::Mentions& mentions, int index) {
  const auto& mention = mentions.mentions[static_cast<std::size_t>(index)];
  if (mention.resolution) return &*mention.resolution;
  if (mention.entity < 0) return nullptr;
  for (const auto& other : mentions.mentions) {
    if (other.entity == mention.entity && other.resolution) return &*other.resolution;
  }
  return nullptr;
}

std::string country_of(const std::string& actor) {
  const std::string head = actor.substr(0, actor.find('.'));
  return head.size() == 3 ? head : std::string();
}

Participant by_words(const Document& document, Span words) {
  Participant participant{.span = words};
  participant.name = document.view(words);
  return participant;
}

Participant by_mention(const Document& document, const actors::Mentions& mentions, int index) {
  const auto& mention = mentions.mentions[static_cast<std::size_t>(index)];
  Participant participant = by_words(document, mention.span);
  participant.mention = index;
  if (const auto* resolution = resolution_of(mentions, index)) {
    // "militants" have a sector but are nobody in particular: no id, and their own words as name.
    const bool is_typed_only = resolution->actor.empty() || resolution->actor[0] == '.';
    if (!is_typed_only) participant.actor = resolution->actor;
    if (!is_typed_only) participant.name = resolution->name;
    participant.country = resolution->country;
    participant.sector = resolution->sector;
  }
  return participant;
}

bool is_known(const std::vector<Participant>& participants, const Participant& next) {
  return std::any_of(participants.begin(), participants.end(), [&](const Participant& each) {
    return each.actor.empty() ? each.name == next.name : each.actor == next.actor;
  });
}

bool is_someone(const actors::Mention& mention) {
  return mention.kind != actors::MentionKind::Other && mention.kind != actors::MentionKind::Place;
}

// The network may stop behind the article, and then names nobody.
bool is_article(std::string_view words) {
  return words == "the" || words == "The" || words == "a" || words == "A" || words == "an" || words == "An";
}

template <typename Wanted>
int mention_around(const actors::Mentions& mentions, Span argument, Wanted is_wanted) {
  for (std::size_t i = 0; i < mentions.mentions.size(); ++i) {
    const auto& mention = mentions.mentions[i];
    if (mention.span.contains(argument) && is_someone(mention) && is_wanted(mention)) return static_cast<int>(i);
  }
  return -1;
}

// The network may leave out the first words of a phrase, more rarely the last: "two pilots" of "the two pilots", "the
// government of" of "the government of Peru".
int whole_mention(const actors::Mentions& mentions, Span argument) {
  const int ending = mention_around(mentions, argument, [&](const auto& m) { return m.span.end == argument.end; });
  if (ending >= 0) return ending;
  return mention_around(mentions, argument,
                        [&](const auto& m) { return m.span.begin == argument.begin && m.resolution.has_value(); });
}

bool is_somebody(const actors::Mention& mention) {
  return mention.resolution && !mention.resolution->actor.empty() && mention.resolution->actor[0] != '.';
}

// "The presidents of Chad and Niger" by itself is nobody's office: the actors strictly inside, where there are two.
std::vector<int> parts_of_list(const actors::Mentions& mentions, int whole) {
  const auto& list = mentions.mentions[static_cast<std::size_t>(whole)];
  std::vector<int> parts;
  if (is_somebody(list)) return parts;
  for (std::size_t i = 0; i < mentions.mentions.size(); ++i) {
    const auto& mention = mentions.mentions[i];
    const bool is_inside = list.span.contains(mention.span) && mention.span != list.span && is_someone(mention);
    if (!is_inside || !is_somebody(mention)) continue;
    const bool is_nested =
        !parts.empty() && mentions.mentions[static_cast<std::size_t>(parts.back())].span.contains(mention.span);
    if (!is_nested) parts.push_back(static_cast<int>(i));
  }
  return parts.size() > 1 ? parts : std::vector<int>();
}

std::vector<Participant> of_argument(const Document& document, const actors::Mentions& mentions,
                                     const std::vector<statements::Statement>& statements, int inside, Span argument) {
  if (inside >= 0 && is_first_person(document.view(argument))) {
    return {speaker_as_participant(mentions, statements[static_cast<std::size_t>(inside)], argument)};
  }
  std::vector<Participant> found;
  if (const int whole = whole_mention(mentions, argument); whole >= 0) {
    for (const int part : parts_of_list(mentions, whole)) found.push_back(by_mention(document, mentions, part));
    if (found.empty()) found.push_back(by_mention(document, mentions, whole));
    return found;
  }
  for (const int part : mentions.parts(argument)) {
    if (is_someone(mentions.mentions[static_cast<std::size_t>(part)]))
      found.push_back(by_mention(document, mentions, part));
  }
  if (found.empty() && !is_article(document.view(argument))) found.push_back(by_words(document, argument));
  return found;
}

}  // namespace

Participant speaker_as_participant(const actors::Mentions& mentions, const statements::Statement& statement,
                                   Span words) {
  Participant participant{.span = words, .mention = statement.speaker_mention};
  participant.actor = statement.speaker;
  participant.name = statement.speaker_person.empty() ? statement.speaker_name : statement.speaker_person;
  const auto* resolution = statement.speaker_mention < 0 ? nullptr : resolution_of(mentions, statement.speaker_mention);
  if (resolution != nullptr && resolution->actor == statement.speaker) {
    participant.country = resolution->country;
    participant.sector = resolution->sector;
  } else {
    participant.country = country_of(statement.speaker);
  }
  return participant;
}

std::vector<Participant> participants_of(const Document& document, const actors::Mentions& mentions,
                                         const std::vector<statements::Statement>& statements, int inside,
                                         const std::vector<reader::Argument>& arguments) {
  std::vector<Participant> participants;
  for (const auto& argument : arguments) {
    for (Participant& next : of_argument(document, mentions, statements, inside, argument.span)) {
      next.is_guess = argument.is_guess;
      if (!is_known(participants, next)) participants.push_back(std::move(next));
    }
  }
  return participants;
}

bool has_political(const std::vector<Participant>& participants) {
  return std::any_of(participants.begin(), participants.end(),
                     [](const Participant& each) { return !each.actor.empty() || !each.sector.empty(); });
}

}  // namespace demarche::events
