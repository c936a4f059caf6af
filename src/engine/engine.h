// SPDX-License-Identifier: Apache-2.0
// Engine: Document → Reading. `Engine::read` is the one function that names every stage.
#pragma once

#include <array>
#include <filesystem>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "events/events.h"
#include "language/language.h"
#include "moments/moments.h"
#include "places/places.h"
#include "reader/reader.h"
#include "statements/statements.h"
#include "text/text.h"

namespace demarche::engine {

// Everything that was found in one document: layers over its text, each item pointing back by Span.
struct Reading {
  language::Tokens tokens;
  actors::Mentions mentions;
  std::vector<moments::Moment> moments;
  std::vector<places::Place> places;
  std::vector<statements::Statement> statements;
  std::vector<events::Event> events;
  std::vector<Note> notes;
  reader::Annotations annotations = {};  // what the network read; all but the tokens is made from it
};

struct Options {
  std::filesystem::path data;                              // folder of the knowledge tables
  std::filesystem::path model;                             // folder of the network
  std::vector<std::filesystem::path> project_tables = {};  // a user's own actor tables
  std::filesystem::path cache = {};                        // where what is made for this machine is kept; may be empty
  bool without_network = false;                            // only to reread what a network has read before
};

// Seconds spent per stage, in the order of stage_names().
using StageSeconds = std::array<double, 7>;
const std::array<std::string, 7>& stage_names();

// Immutable after construction; may be used from many threads at once, each with a Scratch of its own.
class Engine {
 public:
  struct Scratch {
    reader::Reader::ScratchPtr reader;
    StageSeconds seconds{};
  };

  // Throws Error{NotFound, Corrupt, BadInput}.
  explicit Engine(const Options& options);
  Scratch make_scratch() const;

  // A document that is not in English gives an empty Reading with a Note.
  Reading read(const Document& document, Scratch& scratch) const;

  // The same from what the network read then: other tables, the same words. Needs no network.
  Reading reread(const Document& document, reader::Annotations annotations, Scratch& scratch) const;
  bool has_network() const { return reader_ != nullptr; }

  // Relation of one pair of phrases in a text, without a Document.
  reader::Relation relate(std::string_view text, Span subject, Span object, Scratch& scratch) const;

  // Whether the text tells of each of these words as having happened.
  std::vector<reader::Judgement> judge(std::string_view text, const std::vector<Span>& words, Scratch& scratch) const;

  const actors::Tables& tables() const { return tables_; }
  const actors::Resolver& resolver() const { return resolver_; }
  // Network and tables that made a reading: goes into the record with it.
  std::string fingerprint() const;
  std::string fingerprint(const std::string& network) const;  // of a rereading of what that network read

 private:
  using NetworkPtr = std::unique_ptr<const reader::Reader>;
  class Stopwatch;
  Reading read_on(const Document& document, language::Tokens tokens, reader::Annotations annotations,
                  Stopwatch& watch) const;
  // The network is compiled while the tables are read.
  Engine(const Options& options, std::future<NetworkPtr> network);

  language::Splitter language_;
  actors::Tables tables_;
  actors::Resolver resolver_;
  places::Gazetteer gazetteer_;
  statements::Attributor attributor_;
  events::Coder coder_;
  NetworkPtr reader_;
};

}  // namespace demarche::engine
