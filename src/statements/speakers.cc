// SPDX-License-Identifier: Apache-2.0
#include "statements/speakers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "statements/content.h"

namespace demarche::statements {

namespace {

bool is_first_person(std::string_view word) {
  const std::string folded = fold_case(word);
  constexpr std::array<std::string_view, 6> kWords = {"i", "we", "our", "my", "us", "me"};
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

// "The study", "the authors", "New study": in a release those that it announces.
bool is_the_study(std::string_view phrase) {
  const auto tokens = language::split_tokens(phrase, {0, static_cast<std::uint32_t>(phrase.size())});
  if (tokens.size() != 2) return false;
  const auto word = [&](std::size_t i) {
    return fold_case(phrase.substr(tokens[i].span.begin, tokens[i].span.size()));
  };
  constexpr std::array<std::string_view, 7> kNouns = {"study",   "report",      "survey",  "paper",
                                                      "authors", "researchers", "analysis"};
  return (word(0) == "the" || word(0) == "new" || word(0) == "our") &&
         std::find(kNouns.begin(), kNouns.end(), word(1)) != kNouns.end();
}

bool holds_name(std::string_view phrase) {
  const auto tokens = language::split_tokens(phrase, {0, static_cast<std::uint32_t>(phrase.size())});
  return std::any_of(tokens.begin(), tokens.end(), [&](const auto& token) {
    return token.span.begin > 0 && starts_with_upper(phrase.substr(token.span.begin, token.span.size()));
  });
}

// "A statement by the border command", "a communiqué from Rabat": the words behind the preposition.
std::optional<Span> author_of_text(const Document& document, Span source) {
  constexpr std::array<std::string_view, 7> kTexts = {"statement", "communique",  "communiqué", "note",
                                                      "letter",    "declaration", "message"};
  const auto tokens = language::split_tokens(document.text(), source);
  const auto word = [&](std::size_t i) { return fold_case(document.view(tokens[i].span)); };
  for (std::size_t i = 1; i + 2 < tokens.size() && i < 4; ++i) {
    const bool is_link = word(i + 1) == "by" || word(i + 1) == "from" || word(i + 1) == "of";
    if (is_link && std::find(kTexts.begin(), kTexts.end(), word(i)) != kTexts.end())
      return Span{tokens[i + 2].span.begin, source.end};
  }
  return std::nullopt;
}

SpeakerKind kind_named(std::string_view name) {
  if (name == "collective") return SpeakerKind::Collective;
  if (name == "anonymous") return SpeakerKind::Anonymous;
  if (name == "outlet") return SpeakerKind::Outlet;
  return SpeakerKind::Author;
}

// "militants", "most participants": of a sector, but nobody in particular.
bool is_typed_only(const actors::Resolution& resolution) {
  return resolution.actor.empty() || resolution.actor[0] == '.';
}

// Organisations and the press are actors without a country: of one whose name no table knows the kind is given, "NGO".
std::string kind_only(const actors::Resolution& resolution) {
  const bool is_kind = resolution.actor == ".NGO" || resolution.actor == ".IGO" || resolution.actor == ".MED";
  return is_kind ? resolution.actor.substr(1) : std::string();
}

bool is_outlet(const actors::Resolution& resolution) { return resolution.sector == "MED"; }

void take(const actors::Resolution& resolution, Statement& statement) {
  statement.speaker = resolution.actor;
  statement.speaker_name = resolution.name;
  statement.speaker_person = resolution.person;
}

// A person's name outranks the office behind it; words without any name are typed by their head.
SpeakerKind kind_of(const Lexicon& lexicon, std::string_view source, const actors::Resolution* resolution) {
  if (resolution && !resolution->person.empty()) return SpeakerKind::Named;
  if (resolution && is_outlet(*resolution)) return SpeakerKind::Outlet;
  if (const Decision* voice = lexicon.voice_of(source)) {
    const SpeakerKind kind = kind_named(voice->value);
    // "the foreign ministry", "Rear Admiral Holm, the spokesman": an office or a person, not a voice.
    const bool vague = kind == SpeakerKind::Anonymous || kind == SpeakerKind::Collective;
    if (!(vague && source.find(',') != std::string_view::npos && holds_name(source))) return kind;
  }
  return SpeakerKind::Named;
}

// Where "we" and "I" in no one's mouth are the document's. In news they are rather a quotation's that goes on.
bool speaks_for_itself(const Document& document) {
  const DocumentKind kind = document.metadata().kind;
  return kind == DocumentKind::Release || kind == DocumentKind::Opinion || kind == DocumentKind::Transcript;
}

bool is_article(std::string_view words) {
  const std::string folded = fold_case(words);
  return folded == "the" || folded == "a" || folded == "an";
}

bool is_possessive(std::string_view words) { return words.ends_with("'s") || words.ends_with("’s"); }

// The shortest phrase that begins with the source and names somebody behind it: "Foreign" of "Foreign Secretary Holm".
const actors::Mention* begun_by(const actors::Mentions& mentions, Span source) {
  const actors::Mention* shortest = nullptr;
  for (const actors::Mention& mention : mentions.mentions) {
    const bool is_cut = mention.span.begin == source.begin && source.end <= mention.head.begin;
    if (is_cut && (!shortest || mention.span.size() < shortest->span.size())) shortest = &mention;
  }
  return shortest;
}

// The network may stop within a name or behind the article: "The" of "The Red Cross".
void widen_source(const Document& document, const actors::Mentions& mentions, Statement& statement) {
  Span& source = statement.source.front();
  if (const actors::Mention* whole = begun_by(mentions, source)) {
    const Spans rest = {{source.end, whole->head.end}};
    const bool is_own = !overlap(rest, statement.cue) && !overlap(rest, statement.content);
    if (is_own && !is_possessive(document.view(source))) source.end = whole->head.end;
    return;
  }
  if (!is_article(document.view(source))) return;
  const int around = mentions.find(source);
  if (around >= 0) {
    source = mentions.mentions[static_cast<std::size_t>(around)].span;
    return;
  }
  const auto behind = std::find_if(mentions.mentions.begin(), mentions.mentions.end(),
                                   [&](const auto& mention) { return mention.span.begin == source.end + 1; });
  if (behind != mentions.mentions.end()) source.end = behind->span.end;
}

}  // namespace

void take_speaker(const Statement& from, Statement& statement) {
  statement.speaker = from.speaker;
  statement.speaker_name = from.speaker_name;
  statement.speaker_person = from.speaker_person;
  statement.speaker_kind = from.speaker_kind;
  statement.speaker_mention = from.speaker_mention;
}

const actors::Resolution* resolution_of(const actors::Mentions& mentions, int mention) {
  if (mention < 0) return nullptr;
  const auto& found = mentions.mentions[static_cast<std::size_t>(mention)];
  if (found.resolution) return &*found.resolution;
  if (found.entity < 0) return nullptr;
  for (const auto& other : mentions.mentions) {
    if (other.entity == found.entity && other.resolution) return &*other.resolution;
  }
  return nullptr;
}

void name_author(const Document& document, const actors::Mentions& mentions, Statement& statement) {
  const Metadata& metadata = document.metadata();
  const bool is_issued = mentions.issuer && metadata.kind != DocumentKind::Interview;
  if (is_issued) take(*mentions.issuer, statement);
  if (is_issued && is_typed_only(*mentions.issuer)) statement.speaker = kind_only(*mentions.issuer);
  const bool signed_text = !is_issued && !metadata.authors.empty() && metadata.kind != DocumentKind::Release;
  statement.speaker_kind = SpeakerKind::Author;
  if (!is_issued) statement.speaker_name = signed_text ? metadata.authors.front() : metadata.outlet;
  if (signed_text) statement.speaker_person = metadata.authors.front();
}

void name_speaker(const Document& document, const actors::Mentions& mentions, const Lexicon& lexicon,
                  const Statement* enclosing, Statement& statement) {
  if (statement.source.empty()) {
    statement.speaker_kind = SpeakerKind::None;
    return;
  }
  widen_source(document, mentions, statement);
  const std::string_view source = document.view(statement.source.front());
  if (enclosing && is_first_person(source)) return take_speaker(*enclosing, statement);
  const bool is_study = document.metadata().kind == DocumentKind::Release && is_the_study(source);
  const bool is_own = is_first_person(source) || (is_study && mentions.issuer);
  if (is_own && speaks_for_itself(document)) return name_author(document, mentions, statement);
  statement.speaker_mention = mentions.find(statement.source.front());
  if (const auto author = author_of_text(document, statement.source.front())) {
    if (const int found = mentions.find(*author); resolution_of(mentions, found)) statement.speaker_mention = found;
  }
  const actors::Resolution* resolution = resolution_of(mentions, statement.speaker_mention);
  statement.speaker_name = source;
  if (resolution && !is_typed_only(*resolution)) take(*resolution, statement);
  if (resolution && is_typed_only(*resolution)) statement.speaker = kind_only(*resolution);
  statement.speaker_kind = kind_of(lexicon, source, resolution);
}

}  // namespace demarche::statements
