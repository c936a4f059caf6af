// SPDX-License-Identifier: Apache-2.0
#include "record/batch.h"

#include <algorithm>
#include <unordered_set>

#include "record/in_order.h"
#include "record/keeper.h"

namespace demarche::record {

namespace {

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
      [&](Output&& output) { keeper.keep(std::move(output)); }, options.give_up);
  return keeper.total();
}

}  // namespace demarche::record
