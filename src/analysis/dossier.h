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
  int statements = 0;  // made by it, or in its name
  int done = 0;        // deeds told of it as doer
  int received = 0;    // deeds told of it as recipient
};

struct Place {
  std::string actor, issue;
};

struct DocumentLine {
  std::string id, title, outlet, published, kind, language, path;
  std::int64_t statements = 0, events = 0, copies = 0;
  bool is_unread = false;
  bool is_quoted = false;  // some words of it stand in the dossier
};

struct Coverage {
  std::uint64_t statements = 0, unresolved = 0, unnamed = 0, events = 0, undated = 0, without_doer = 0;
};

struct DossierContent {
  std::string title, program, made;                           // `made`: day
  std::vector<std::string> actors;                            // asked for: ids; empty when all
  std::vector<ActorLine> people;                              // most present first
  std::vector<record::Json> disputes, positions, happenings;  // as `list` prints them
  std::vector<DocumentLine> documents;
  std::vector<record::Json> failures;
  Coverage coverage;
  std::string first_day, last_day;  // of publication
  std::map<std::string, std::string> names;
  std::map<std::string, const DocumentLine*> by_id;

  std::string name_of(const std::string& id) const;
};

DossierContent gather(const record::Record& record, const DossierOptions& options);

// The matrix: actors down, issues across, at most so many of each; the rest is told below it.
struct Matrix {
  std::vector<std::string> actors, issues;
  std::map<std::pair<std::string, std::string>, std::vector<const record::Json*>> cells;
};
Matrix matrix_of(const DossierContent& content);

// The one to show for a cell: the latest that takes a stand, else the latest.
const record::Json* telling(const std::vector<const record::Json*>& positions);

// "Tarvessa, Kelmoria: ASSAULT, destroy": the head of a happening in words a reader knows.
std::string headline(const record::Json& happening);
std::string words_for_event(std::string_view event);
std::string words_for_kind(std::string_view dispute_kind);
std::string date_in_words(std::string_view day);                        // "6 June 2021"
std::string period_in_words(const record::Json& date);                  // of a happening
std::string text_of(const record::Json& json, std::string_view field);  // empty for null
std::string holder_of(const record::Json& position);  // its actor's id, or the name of one that has none
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);  // "1 outlet", "4 outlets"

std::string html_of(const DossierContent& content);
std::string markdown_of(const DossierContent& content);

}  // namespace demarche::analysis
