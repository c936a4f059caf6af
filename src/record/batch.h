// SPDX-License-Identifier: Apache-2.0
// Many documents: files → record, lines → labelled lines. What the command line, HTTP and Python share.
// Part of the face of record: include it as "record/batch.h".
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "ingest/ingest.h"
#include "record/record.h"

namespace demarche::record {

struct Progress {
  std::uint64_t read = 0;    // stored by this run
  std::uint64_t known = 0;   // already in the record, or stored by this run under another path
  std::uint64_t copies = 0;  // of those, newly noted as further copies
  std::uint64_t unread = 0;  // of those read, stored without a reading: not in English, or without any text
  std::uint64_t failed = 0;
  std::uint64_t tokens = 0;
  double share = 0;               // 0 to 1; below 1 as long as anything waits; 0 when the amount is unknown
  double seconds = 0;             // since the start
  double remaining_seconds = -1;  // -1: unknown
  std::string path;               // of the document last finished
};

struct BatchOptions {
  unsigned jobs = 1;
  ingest::Limits limits = {};
  const std::atomic<bool>* stop =
      nullptr;  // when it becomes true no new document is begun; those under way are finished and kept
  std::vector<std::filesystem::path> tables = {};  // actor tables among the documents: used, so no failures
  std::function<void(const Progress&)> progress = {};
  std::function<void(const ingest::Failure&)> failure = {};
  // Called, from any thread, when the run fails while more input may be waited for: ends that waiting. Without it a run
  // that fails ends with the next piece of input.
  std::function<void()> give_up = {};
};

// Reads what the paths hold into the record, in order. One bad document is a failure, never the end. A run must have
// begun. Throws Error{Busy, Corrupt, Io} when the record cannot be written; what was stored until then is kept. A
// document that the record refuses is a failure like any other.
Progress read_into(Record& record, const engine::Engine& engine, const std::vector<std::string>& paths,
                   const BatchOptions& options);

struct RefreshTotals {
  std::uint64_t documents = 0, failed = 0;
  std::uint64_t changed_documents = 0, changed_mentions = 0;  // where somebody is now resolved otherwise
  std::uint64_t by_network = 0;                               // documents read anew by the network
  double seconds = 0;
};

// What a refresh takes from the record instead of running the network: all that any network read, or only what the
// engine's own read, so that documents of another one are read anew.
enum class Reuse { OfAnyNetwork, OfThisNetwork };

// Makes the readings of all documents in the record anew, with the tables of this engine, from what the network read
// then; it is run only for documents that an older program stored without that (Record::without_annotations) and for
// those that are not to be reused, and without one these fail. Each document is one transaction. A run must have begun.
RefreshTotals refresh_readings(Record& record, const engine::Engine& engine, Reuse reuse, const BatchOptions& options);

// One line of JSON {"id", "text", "date"?, "pairs"?, "predicates"?} → one line of JSON, both without line end. Never
// throws for a bad line: the answer then is {"id": …, "error": "what is wrong"}.
struct Labelled {
  std::string line;
  std::string error;  // empty when all went well
  std::uint64_t tokens = 0;
};
Labelled label_line(const engine::Engine& engine, const std::string& line, engine::Engine::Scratch& scratch);

struct LabelTotals {
  std::uint64_t documents = 0, failed = 0, tokens = 0;
  engine::StageSeconds seconds{};
};

// Line by line from one stream to another, in the order of the input, the same bytes for any number of jobs. Blank
// lines are passed over.
LabelTotals label_lines(const engine::Engine& engine, std::istream& in, std::ostream& out, const BatchOptions& options);

}  // namespace demarche::record
