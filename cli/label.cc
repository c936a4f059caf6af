// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/context.h"
#include "cli/standard_input.h"
#include "cli/tell.h"
#include "record/batch.h"

namespace demarche::cli {

namespace {

int label(unsigned jobs, const Context& context) {
  watch_interrupts();
  // A tied cin flushes cout from the thread that reads, while another writes.
  std::cin.tie(nullptr);
  StandardInput input;
  const engine::Engine engine = load_engine(engine_options(context));
  const record::BatchOptions options{
      .jobs = jobs,
      .stop = &interrupted(),
      .failure = [](const ingest::Failure& failure) { tell("demarche: {}: {}\n", failure.path, failure.message); },
      .give_up = [&] { input.close(); }};
  const record::LabelTotals totals = record::label_lines(engine, std::cin, std::cout, options);
  if (interrupted()) return kInterrupted;
  return totals.failed > 0 ? kSomeFailed : kDone;
}

}  // namespace

void add_label(CLI::App& app, Context& context) {
  auto* command =
      app.add_subcommand("label", "JSON documents on standard input → JSON readings on standard output; no record");
  auto jobs = std::make_shared<unsigned>(default_jobs());
  command->add_option("--jobs", *jobs, "Documents at once; the output is the same for any number")
      ->capture_default_str()
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  add_engine_options(*command, context);
  command->footer(
      "Example:\n"
      "  echo '{\"id\": \"a1\", \"text\": \"Norway urged Peru to release the two pilots.\", \"date\": \"2018-01-12\"}' "
      "| demarche label\n"
      "With \"pairs\": [[begin, end, begin, end], …] the relation of each pair of phrases is added, with "
      "\"predicates\": [[begin, end], …] whether each word is told as having happened. A line that cannot "
      "be read gives\n"
      "{\"id\": …, \"error\": …} in its place, and exit code 3.");
  command->callback([jobs, &context] { context.exit = label(*jobs, context); });
}

}  // namespace demarche::cli
