// SPDX-License-Identifier: Apache-2.0
// What becomes of each document of a batch, in the order of the input: a reading in the record, a copy, or a failure.
// Private to this folder.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/batch.h"

namespace demarche::record {

// What goes to a worker: a document to read, one that is known already, or the news of an input that failed.
struct Input {
  std::optional<Document> document;
  bool is_known = false;
  std::optional<ingest::Failure> failure;
};

struct Output {
  Input input;
  std::optional<engine::Reading> reading;
};

// How much of the input is done, measured in bytes of the files that hold it: a file counts as done when the next one
// has begun, and within a file of many documents by the text that has come out of it.
class Share {
 public:
  explicit Share(const std::vector<std::string>& paths);
  void finish(const std::string& path, std::uint64_t text_bytes);
  // Just below 1 until the run itself says that it is over: sizes are an estimate.
  double value() const;

 private:
  void begin(const std::string& file);

  std::uint64_t total_, before_ = 0, size_ = 0, within_ = 0;
  std::string file_;
};

// Belongs to the thread of its Record. What ends the run (a record that is held, damaged or full) is thrown; what only
// one document is to blame for becomes its failure.
class Keeper {
 public:
  Keeper(Record& record, const std::vector<std::string>& paths, const BatchOptions& options);
  void keep(Output&& output);
  Progress total();

 private:
  void keep_document(const Output& output);
  void keep_reading(const Document& document, const engine::Reading& reading);
  void keep_copy(const Document& document);
  void keep_failure(const ingest::Failure& failure);
  void keep_failed_document(const Document& document, const std::string& message);
  void report(const std::string& path);
  double seconds() const;

  Record& record_;
  const BatchOptions& options_;
  Share share_;
  std::chrono::steady_clock::time_point start_;
  Progress progress_;
  std::map<std::string, ingest::Failure> failed_;  // by id: the first path of a text that could not be kept, and why
};

}  // namespace demarche::record
