// SPDX-License-Identifier: Apache-2.0
// A project's own actor table, edited: each edit writes lines that say who wrote them, when and why, and can be undone.
// Part of the face of actors: include it as "actors/edits.h".
//
//   ProjectTable table("actors.tsv");
//   Editor editor(data, table, {.by = "jo", .on = today, .why = "the two fronts joined"});
//   editor.merge("PER.REB.CONDOR", "PER.REB.PUMA", {.from = "2015-03"});      // "e3"
//   table.save();
//   table.undo("e3", "jo", today);
//
// Nothing is lost by undoing: the line stays as a comment and can be brought back.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "actors/actors.h"

namespace demarche::actors {

// A table as the lines of its file, comments and all.
class ProjectTable {
 public:
  using Cells = std::map<std::string, std::string>;  // column → value

  struct Line {
    std::size_t number = 0;  // in the file, from 1
    Cells cells;
    bool is_undone = false;
    std::string undone;  // "2026-11-22 by jo"
  };

  // A file that is not there yet is an empty table. Throws Error{Io, BadInput}.
  explicit ProjectTable(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  std::vector<Line> lines() const;  // without comments that are none of an undone line
  std::string next_edit() const;    // "e4"
  void append(const Cells& cells);
  // Takes back all lines of an edit ("e3"), or one line by its number; returns how many. Throws Error{NotFound}, and
  // Error{Usage} naming what must be taken back first where other edits give names to the actor that it made, merge it
  // or stand below it. redo() throws the same for an edit whose actor is undone.
  std::size_t undo(const std::string& what, const std::string& by, Day on);
  std::size_t redo(const std::string& edit);

  // Checks that the table loads with the built-in ones, then writes it. Throws Error{BadInput, Io} and leaves the file
  // as it was.
  void save(const std::filesystem::path& data) const;

 private:
  void need_columns();
  void refuse_if_rested_on(const std::string& what) const;
  void refuse_without_ground(const std::string& what) const;
  std::string text() const;

  std::filesystem::path path_;
  std::vector<std::string> columns_;
  std::vector<std::string> lines_;  // the first names the columns
  std::size_t head_ = 0;            // its place
};

// Whether a line is of an edit ("e3"), or the one with this number.
bool is_meant(const ProjectTable::Line& line, const std::string& what);

struct EditTime {
  std::string from = {}, to = {};  // 2018, 2018-10, 2018-10-03, or empty
};

struct EditAuthor {
  std::string by;
  Day on;
  std::string why = {};
};

struct NewActor {
  std::string id, name;
  std::string kind = {}, country = {}, sector = {}, member_of = {};  // what is empty follows from the id
  std::vector<std::string> aliases = {};
};

// Each function writes one edit into the table and returns its id. All throw Error{Usage} for what makes no sense, and
// Error{NotFound} for an actor that nobody knows; then nothing is written. An actor is given by id, or by a name that
// resolves to one.
class Editor {
 public:
  // The tables are those of the project's file as it is now.
  Editor(const Tables& tables, ProjectTable& table, EditAuthor author);

  std::string add(const NewActor& actor, const EditTime& when);
  // `sense`: "", "adj", "people" or "seat".
  std::string alias(const std::string& actor, const std::vector<std::string>& names, const std::string& sense,
                    const EditTime& when);
  std::string merge(const std::string& actor, const std::string& into, const EditTime& when);
  // A part of an actor is one of its own from then on, and takes these names with it.
  std::string split(const std::string& actor, const NewActor& part, const EditTime& when);

  // What a user should know of the last edit: "“the Front” meant KMO.REB.FFE until now".
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  std::string known(const std::string& actor) const;
  bool is_known(const std::string& id) const;
  ProjectTable::Cells cells(const std::string& id, const std::string& kind, const EditTime& when,
                            const std::string& edit) const;
  void add_lines(const NewActor& actor, const std::string& kind, const EditTime& when, const std::string& edit);
  void refuse_taken_name(const std::string& name, const std::string& id, const EditTime& when);
  void note_strange_country(const NewActor& actor);
  void note_taken(const std::string& name, const std::string& id, const EditTime& when);
  void refuse_second_merge(const std::string& id, const std::string& into, const EditTime& when) const;

  const Tables& tables_;
  Resolver resolver_;
  ProjectTable& table_;
  EditAuthor author_;
  std::vector<std::string> notes_;
};

}  // namespace demarche::actors
