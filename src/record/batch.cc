// SPDX-License-Identifier: Apache-2.0
#include "record/batch.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <unordered_set>

#include "base/error.h"
#include "record/in_order.h"

namespace demarche::record {

namespace {

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
  explicit Share(const std::vector<std::string>& paths) : total_(ingest::inventory(paths).bytes) {}

  void finish(const std::string& path, std::uint64_t text_bytes) {
    const std::string file = path.substr(0, path.find("!/"));
    if (file != file_) begin(file);
    within_ += text_bytes;
  }
  // Just below 1 until the run itself says that it is over: sizes are an estimate.
  double value() const {
    if (total_ == 0) return 0;
    return std::min(0.999, static_cast<double>(before_ + std::min(within_, size_)) / static_cast<double>(total_));
  }

 private:
  void begin(const std::string& file) {
    std::error_code ignored;
    const std::filesystem::path without_line = file.substr(0, file.find_last_of(':'));
    const std::uintmax_t own = std::filesystem::file_size(file, ignored);
    const std::uintmax_t size = ignored ? std::filesystem::file_size(without_line, ignored) : own;
    if (without_line.string() == file_ || ignored) return;  // a further line of the same file, or standard input
    before_ += size_;
    within_ = 0;
    size_ = size;
    file_ = own == size ? file : without_line.string();
  }

  std::uint64_t total_, before_ = 0, size_ = 0, within_ = 0;
  std::string file_;
};

// Ingest on its own thread, with its own view of the record: which documents need no reading.
class Intake {
 public:
  Intake(const Record& record, const std::vector<std::string>& paths, const BatchOptions& options)
      : known_(record.path(), Record::Access::Read), paths_(paths), options_(options) {}

  template <class Put>
  void run(Put&& put) {
    const auto is_stopped = [this] { return options_.stop != nullptr && options_.stop->load(); };
    ingest::for_each_document(
        paths_, options_.limits,
        [&](ingest::Extract&& extract) {
          if (is_stopped()) return false;
          const bool is_known = !seen_.insert(extract.document.id()).second || known_.has(extract.document.id());
          return put(Input{std::move(extract.document), is_known, std::nullopt});
        },
        [&](ingest::Failure&& failure) {
          if (!is_stopped() && !is_table(failure.path)) put(Input{std::nullopt, false, std::move(failure)});
        });
  }

 private:
  bool is_table(const std::string& path) const {
    return std::any_of(options_.tables.begin(), options_.tables.end(), [&](const std::filesystem::path& table) {
      std::error_code missing;
      return std::filesystem::equivalent(table, path, missing);
    });
  }

  Record known_;
  const std::vector<std::string>& paths_;
  const BatchOptions& options_;
  std::unordered_set<std::string> seen_;  // by this run
};

Output read_one(const engine::Engine& engine, Input&& input, engine::Engine::Scratch& scratch) {
  Output output{std::move(input), std::nullopt};
  if (!output.input.document || output.input.is_known) return output;
  try {
    output.reading = engine.read(*output.input.document, scratch);
  } catch (const std::exception& error) {
    output.input.failure = ingest::Failure{output.input.document->metadata().path, error.what()};
  }
  return output;
}

class Keeper {
 public:
  Keeper(Record& record, const std::vector<std::string>& paths, const BatchOptions& options)
      : record_(record), options_(options), share_(paths), start_(std::chrono::steady_clock::now()) {}

  void keep(Output&& output) {
    if (output.input.failure)
      keep_failure(*output.input.failure);
    else if (output.reading && record_.store(*output.input.document, *output.reading))
      count_reading(*output.reading);
    else
      keep_copy(*output.input.document);
    if (output.input.document)
      share_.finish(output.input.document->metadata().path, output.input.document->text().size());
    report(output);
  }

  Progress total() {
    progress_.seconds = seconds();
    return progress_;
  }

 private:
  void count_reading(const engine::Reading& reading) {
    ++progress_.read;
    progress_.tokens += reading.tokens.tokens.size();
  }

  void keep_copy(const Document& document) {
    ++progress_.known;
    progress_.copies += record_.note_copy(document);
  }

  void keep_failure(const ingest::Failure& failure) {
    ++progress_.failed;
    record_.note_failure(failure.path, failure.message);
    if (options_.failure) options_.failure(failure);
  }

  void report(const Output& output) {
    if (!options_.progress) return;
    progress_.path = output.input.document ? output.input.document->metadata().path : output.input.failure->path;
    progress_.seconds = seconds();
    progress_.share = share_.value();
    progress_.remaining_seconds =
        progress_.share > 0 ? progress_.seconds * (1 - progress_.share) / progress_.share : -1;
    options_.progress(progress_);
  }

  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

  Record& record_;
  const BatchOptions& options_;
  Share share_;
  std::chrono::steady_clock::time_point start_;
  Progress progress_;
};

}  // namespace

Progress read_into(Record& record, const engine::Engine& engine, const std::vector<std::string>& paths,
                   const BatchOptions& options) {
  Intake intake(record, paths, options);
  Keeper keeper(record, paths, options);
  run_in_order<Input, Output>(
      options.jobs, [&](auto&& put) { intake.run(put); },
      [&] {
        return [&engine, scratch = engine.make_scratch()](Input&& input) mutable {
          return read_one(engine, std::move(input), scratch);
        };
      },
      [&](Output&& output) { keeper.keep(std::move(output)); });
  return keeper.total();
}

}  // namespace demarche::record
