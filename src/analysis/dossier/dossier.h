// SPDX-License-Identifier: Apache-2.0
// What a dossier tells, gathered from the record before it is set as HTML or Markdown. Private to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/analysis.h"

namespace demarche::analysis {

struct ActorLine {
  std::string id, name;
  std::string sector;                 // "REB"; empty when no event tells it
  int statements = 0;                 // made by it, or in its name
  int done = 0;                       // deeds told of it as doer
  int received = 0;                   // deeds told of it as recipient
  std::map<std::string, int> voices;  // who speaks in its name: persons, organs
};

struct Place {
  std::string actor, issue;
};

struct DocumentLine {
  std::string id, title, outlet, published, kind, language, path;
  std::int64_t statements = 0, events = 0, copies = 0;
  int reports = 0;           // happenings of the dossier that it tells of
  std::string repeats = {};  // id of an earlier document of which it repeats most
  bool is_unread = false;
  bool is_quoted = false;    // some words of it stand in the dossier
  std::string name() const;  // title, else outlet, else file name
};

struct Coverage {
  std::uint64_t statements = 0, unresolved = 0, unnamed = 0, events = 0, undated = 0, without_doer = 0;
};

// Every number that a dossier counts, by name: “reports/h12…”. The same function makes them again when a dossier is
// verified.
using Numbers = std::map<std::string, std::uint64_t, std::less<>>;

struct DossierContent {
  std::string title, program, made;                                    // `made`: day
  std::string as_of;                                                   // day, or empty
  std::vector<std::string> actors;                                     // asked for: ids; empty when all
  std::vector<ActorLine> people;                                       // most present first
  std::vector<record::Json> disputes, positions, happenings, figures;  // as `list` prints them
  std::vector<record::Json> corrections;                               // in force
  std::uint64_t set_aside = 0;  // disputes that a person judged paraphrases or errors
  std::uint64_t hidden = 0,
                undated_hidden = 0;  // documents left out for `as_of`
  std::vector<DocumentLine> documents;
  std::vector<record::Json> failures;
  Coverage coverage;
  std::string first_day, last_day;  // of publication
  std::map<std::string, std::string> names;
  std::map<std::string, const DocumentLine*> by_id;
  Numbers numbers;

  std::string name_of(const std::string& id) const;
  std::uint64_t number(std::string_view name) const;  // 0 for one that is not counted
};

DossierContent gather(const record::Record& record, const DossierOptions& options);
Numbers numbers_of(const DossierContent& content);
// Which documents repeat an earlier one: ids, the later first.
std::map<std::string, std::string> repetitions(const record::Record& record,
                                               const std::vector<DocumentLine>& documents);

// The matrix that the page shows: at most so many actors and issues.
Matrix matrix_of(const DossierContent& content);

// "Attack: Tarvessa → Kelmoria": the head of a happening in words a reader knows.
std::string headline(const record::Json& happening);
std::string words_for_event(std::string_view event);
std::string words_for_kind(std::string_view dispute_kind);
std::string words_for_state(std::string_view dispute_state);
std::string words_for_actor(const ActorLine& line);     // "state", "armed group"
std::string date_in_words(std::string_view day);        // "6 June 2021"
std::string period_in_words(const record::Json& date);  // of a happening
std::string text_of(const record::Json& json,
                    std::string_view field);          // empty for null
std::string holder_of(const record::Json& position);  // its actor's id, or the name of one that has none
std::string counted(std::uint64_t number, std::string_view one,
                    std::string_view many);  // "1 outlet", "4 outlets"
// A value of a correction: names before ids.
std::string judged(const record::Json& value);
// The person who set the state of a dispute, with the reason; null when nobody did.
record::Json judgement_of(const DossierContent& content, const record::Json& finding);

std::string html_of(const DossierContent& content);
std::string markdown_of(const DossierContent& content);

}  // namespace demarche::analysis
