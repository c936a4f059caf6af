// SPDX-License-Identifier: Apache-2.0
// Short notation for tests of the later stages: a text, and what the stages before are taken to have found in it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "language/language.h"
#include "reader/reader.h"
#include "text/text.h"

namespace demarche::given {

inline const std::filesystem::path kSource = DEMARCHE_SOURCE;

// Paragraphs are separated by a blank line; all of them are body.
inline Document document(const std::string& text, Metadata metadata = {}) {
  std::vector<Block> blocks;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, Zone::Body, ""});
    begin = end + 2;
  }
  metadata.language = "en";
  return Document(text, metadata, blocks);
}

inline language::Tokens tokens(const Document& document) {
  static const language::Splitter splitter(kSource / "models/demarche-small/vocab.txt");
  return splitter.split(document);
}

// Where a phrase stands for the first time.
inline Span span(const Document& document, std::string_view phrase) {
  const std::size_t at = document.text().find(phrase);
  if (at == std::string::npos) {
    ADD_FAILURE() << "“" << phrase << "” does not stand in the text";
    return {};
  }
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
}

inline Span last_span(const Document& document, std::string_view phrase) {
  const auto at = static_cast<std::uint32_t>(document.text().rfind(phrase));
  return {at, at + static_cast<std::uint32_t>(phrase.size())};
}

inline Spans spans(const Document& document, std::string_view phrase) {
  return phrase.empty() ? Spans{} : Spans{span(document, phrase)};
}

inline reader::Attribution attribution(const Document& document, std::string_view source, std::string_view cue,
                                       std::string_view content, int inside = -1) {
  reader::Attribution found;
  found.source = spans(document, source);
  found.cue = spans(document, cue);
  found.content = spans(document, content);
  found.act = "assert";
  found.act_score = 0.4F;
  found.inside = inside;
  found.score = 0.9F;
  return found;
}

inline std::vector<reader::Argument> arguments(const Document& document, const std::vector<std::string_view>& phrases) {
  std::vector<reader::Argument> found;
  for (const std::string_view phrase : phrases) found.push_back({span(document, phrase), 0.9F});
  return found;
}

inline reader::Predicate predicate(const Document& document, std::string_view trigger, std::string_view event,
                                   const std::vector<std::string_view>& actors,
                                   const std::vector<std::string_view>& recipients,
                                   std::string_view modality = "happened") {
  reader::Predicate found;
  found.trigger = spans(document, trigger);
  found.event = event;
  found.actors = arguments(document, actors);
  found.recipients = arguments(document, recipients);
  found.modality = modality;
  found.score = 0.9F;
  return found;
}

// A mention resolved to an actor id ("PER.GOV"); its country is the id's head.
inline actors::Mention mention(const Document& document, std::string_view phrase, std::string_view actor,
                               int entity = -1) {
  actors::Mention found;
  found.span = span(document, phrase);
  found.head = found.span;
  found.kind = actors::MentionKind::Actor;
  found.entity = entity;
  if (actor.empty()) return found;
  actors::Resolution resolution;
  resolution.actor = actor;
  resolution.name = phrase;
  resolution.country = actor.substr(0, actor.find('.'));
  resolution.sector = "GOV";
  found.resolution = resolution;
  return found;
}

}  // namespace demarche::given
