// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <algorithm>

#include "base/error.h"
#include "base/files.h"
#include "cli/context.h"
#include "cli/other_readings.h"
#include "cli/progress.h"
#include "cli/standard_input.h"
#include "cli/tell.h"
#include "record/batch.h"

namespace demarche::cli {

namespace {

struct ReadOptions {
  std::vector<std::string> paths;
  unsigned jobs = default_jobs();
  std::string progress = "auto";
  bool refresh = false, again = false;
};

// A folder may bring its own actors: one for the conflict at hand, kept beside the texts.
void add_tables_of_folders(const std::vector<std::string>& paths, engine::Options& options) {
  for (const std::string& path : paths) {
    const auto table = std::filesystem::path(path) / "actors.tsv";
    // A folder that may not be looked into is the walk's to report.
    std::error_code ignored;
    if (std::filesystem::is_regular_file(table, ignored)) options.project_tables.push_back(table);
  }
}

// A table beside a folder may be for it, or for another one: taken only when asked for, but never overlooked in
// silence.
void point_to_tables_beside(const std::vector<std::string>& paths, const engine::Options& options) {
  for (const std::string& path : paths) {
    std::error_code ignored;
    const auto table = std::filesystem::weakly_canonical(path, ignored).parent_path() / "actors.tsv";
    if (!std::filesystem::is_directory(path, ignored) || !std::filesystem::is_regular_file(table, ignored)) continue;
    const auto is_this = [&](const auto& given) { return std::filesystem::equivalent(given, table, ignored); };
    const auto& known = options.project_tables;
    if (std::none_of(known.begin(), known.end(), is_this))
      tell("{} is not used; give it with --actors if these texts need it\n", table.string());
  }
}

std::string summary(const record::Progress& total, const std::string& record) {
  std::string out = fmt::format("{} document{} read into {} in {:.1f} s", total.read, total.read == 1 ? "" : "s",
                                record, total.seconds);
  if (total.unread > 0)
    out += fmt::format("; {} of them stored only: not in English, or without any text (list documents)", total.unread);
  if (total.known > 0) out += fmt::format("; {} known already", total.known);
  if (total.copies > 0) out += fmt::format(", {} of them noted as further copies", total.copies);
  if (total.failed > 0) out += fmt::format("; {} failed", total.failed);
  return out;
}

int exit_of(const record::Progress& total) {
  if (interrupted()) return kInterrupted;
  if (total.failed > 0) return kSomeFailed;
  return total.read + total.known > 0 ? kDone : kNothing;
}

int read(const ReadOptions& given, const Context& context) {
  watch_interrupts();
  engine::Options options = engine_options(context);
  add_tables_of_folders(given.paths, options);
  point_to_tables_beside(given.paths, options);
  // A missing network or a wrong table should leave no empty record behind.
  const engine::Engine engine = load_engine(options);
  record::Record record(context.record, record::Record::Access::Write);
  record.begin_run({.program = std::string("demarche ") + kVersion,
                    .model = engine.fingerprint(),
                    .tables = tables_of(engine, options),
                    .command = context.command});
  StandardInput input;
  ProgressView view(progress_style(given.progress));
  const record::BatchOptions batch{
      .jobs = given.jobs,
      .stop = &interrupted(),
      .tables = options.project_tables,
      .progress = [&](const record::Progress& now) { view.show(now); },
      .failure = [&](const ingest::Failure& failure) { view.say(failure.path + ": " + failure.message); },
      .give_up = [&] { input.close(); }};
  const record::Progress total = record::read_into(record, engine, given.paths, batch);
  record.end_run(interrupted() ? "interrupted" : "done");
  view.finish(total);
  tell("{}\n", summary(total, context.record));
  if (interrupted()) tell("Interrupted: all of these are kept; the same command goes on from here.\n");
  if (!interrupted() && total.read + total.known + total.failed == 0) tell("Nothing to read there.\n");
  if (const std::string others = about_other_readings(record, engine.fingerprint()); !others.empty())
    tell("{}\n", others);
  return exit_of(total);
}

std::string summary(const record::RefreshTotals& total, const std::string& record) {
  std::string out = fmt::format("{} document{} of {} read anew in {:.1f} s, ", total.documents,
                                total.documents == 1 ? "" : "s", record, total.seconds);
  if (total.changed_mentions == 0)
    out += "nobody in them resolved otherwise than before";
  else
    out += fmt::format("{} mention{} in {} of them resolved otherwise than before", total.changed_mentions,
                       total.changed_mentions == 1 ? "" : "s", total.changed_documents);
  if (total.by_network > 0) out += fmt::format("; {} with the network", total.by_network);
  if (total.failed > 0) out += fmt::format("; {} failed", total.failed);
  return out;
}

int refresh(const ReadOptions& given, const Context& context) {
  watch_interrupts();
  if (!is_there(context.record)) record::Record(context.record, record::Record::Access::Read);  // says how to make one
  engine::Options options = engine_options(context);
  add_tables_of_folders(given.paths, options);
  record::Record record(context.record, record::Record::Access::Write);
  options.without_network = !given.again && record.without_annotations() == 0;
  const engine::Engine engine = load_engine(options);
  record.begin_run({.program = std::string("demarche ") + kVersion,
                    .model = engine.has_network() ? engine.fingerprint() : engine.fingerprint(record.networks()),
                    .tables = tables_of(engine, options),
                    .command = context.command});
  ProgressView view(progress_style(given.progress));
  record::Progress last;
  const record::BatchOptions batch{
      .jobs = given.jobs,
      .stop = &interrupted(),
      .tables = {},
      .progress = [&](const record::Progress& now) { view.show(last = now); },
      .failure = [&](const ingest::Failure& failure) { view.say(failure.path + ": " + failure.message); },
      .give_up = {}};
  const auto reuse = given.again ? record::Reuse::OfThisNetwork : record::Reuse::OfAnyNetwork;
  const record::RefreshTotals total = record::refresh_readings(record, engine, reuse, batch);
  record.end_run(interrupted() ? "interrupted" : "done");
  view.finish(last);
  tell("{}\n", summary(total, context.record));
  if (interrupted()) tell("Interrupted: give the same command again to read the others anew.\n");
  if (interrupted()) return kInterrupted;
  if (total.failed > 0) return kSomeFailed;
  return total.documents > 0 ? kDone : kNothing;
}

}  // namespace

void add_read(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("read", "Read documents into the record");
  auto options = std::make_shared<ReadOptions>();
  command->add_option("PATH", options->paths, "Files and folders; “-” is standard input, one JSON document per line");
  add_record_option(*command, context);
  command->add_option("--jobs", options->jobs, "Documents at once")
      ->capture_default_str()
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  command->add_option("--progress", options->progress, "On standard error")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "bar", "json", "none"}));
  command->add_flag("--refresh", options->refresh,
                    "Read nothing new: resolve all documents of the record anew with the tables as they are now, "
                    "without running the network again");
  command->add_flag("--again", options->again,
                    "Like --refresh, and what another network read is read by the present one");
  add_engine_options(*command, context);
  command->footer(
      "Examples:\n"
      "  demarche read articles/                         a folder, with all below it; its actors.tsv, if any, is used\n"
      "  demarche read crawl.jsonl --record talks.db     one document per line: id, text or html, title, date, outlet, "
      "…\n"
      "  zcat dump.jsonl.gz | demarche read -            the same from a pipe\n"
      "  demarche read --refresh --actors actors.tsv     after actors.tsv was changed\n"
      "A document already in the record is not read twice; Ctrl-C keeps what is done, and the same command goes on.");
  command->callback([options, &context] {
    const bool is_anew = options->refresh || options->again;
    if (options->paths.empty() && !is_anew)
      throw Error(ErrorKind::Usage, "read needs a PATH; with --refresh or --again it needs none");
    context.exit = is_anew ? refresh(*options, context) : read(*options, context);
  });
}

}  // namespace demarche::cli
