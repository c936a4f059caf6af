// SPDX-License-Identifier: Apache-2.0
// What all subcommands share: where things lie, how the program ends, how it is interrupted.
#pragma once

#include <CLI/CLI.hpp>
#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "record/record.h"

namespace demarche::cli {

// Exit codes of docs/commands.md; other programs rely on them.
enum Exit {
  kDone = 0,
  kNothing = 1,
  kUsage = 2,
  kSomeFailed = 3,
  kBusy = 4,
  kDamaged = 5,
  kInternal = 70,
  kInterrupted = 130
};

inline constexpr const char* kVersion = DEMARCHE_VERSION;

struct Context {
  std::string record = "demarche.db";
  std::string data, model;          // given folders, or empty
  std::vector<std::string> actors;  // project tables
  std::string command;              // as typed, for the record
  int exit = kDone;
};

// Folders of the engine: as given, else below DEMARCHE_HOME, else found by looking upward from the program for one that
// holds data/actors and models. Throws Error{NotFound} saying what was tried.
engine::Options engine_options(const Context& context);
std::filesystem::path data_folder(const Context& context);

// The engine, loaded. Damage in its files is no damage of the record: it is thrown as Error{Io}.
engine::Engine load_engine(const engine::Options& options);

// Fingerprints of the tables that decide what the network leaves open: actors, with those of a project, and lexicon.
std::string tables_of(const engine::Engine& engine, const engine::Options& options);

// Options that many commands have.
void add_record_option(CLI::App& command, Context& context);
void add_engine_options(CLI::App& command, Context& context);

// True from the first Ctrl-C (or SIGTERM) on; a second one ends the program at once. Only for commands that call
// watch_interrupts.
void watch_interrupts();
const std::atomic<bool>& interrupted();

unsigned default_jobs();

// Each adds its command; its callback sets context.exit.
void add_read(CLI::App& app, Context& context);
void add_list(CLI::App& app, Context& context);
void add_show(CLI::App& app, Context& context);
void add_explain(CLI::App& app, Context& context);
void add_correct(CLI::App& app, Context& context);
void add_search(CLI::App& app, Context& context);
void add_summary(CLI::App& app, Context& context);
void add_report(CLI::App& app, Context& context);
void add_verify(CLI::App& app, Context& context);
void add_export(CLI::App& app, Context& context);
void add_label(CLI::App& app, Context& context);
void add_resolve(CLI::App& app, Context& context);
void add_extract(CLI::App& app, Context& context);
void add_when(CLI::App& app, Context& context);
void add_issues(CLI::App& app, Context& context);
void add_import_dictionary(CLI::App& app, Context& context);
void add_actors(CLI::App& app, Context& context);
void add_doctor(CLI::App& app, Context& context);
// Prints what --version [--json] prints.
void print_version(const Context& context, bool as_json);

}  // namespace demarche::cli
