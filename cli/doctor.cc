// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <sqlite3.h>

#include <iostream>
#include <thread>

#include "base/error.h"
#include "base/files.h"
#include "cli/context.h"
#include "cli/other_readings.h"

namespace demarche::cli {

namespace {

using record::Json;

// What can be said about the engine: fingerprints, or what keeps it from loading.
Json engine_json(const Context& context) {
  Json out;
  try {
    const engine::Options options = engine_options(context);
    out["data"] = options.data.string();
    out["network"] = options.model.string();
    const engine::Engine engine = load_engine(options);
    out["model"] = engine.fingerprint();
    out["tables"] = tables_of(engine, options);
    out["state"] = "ok";
  } catch (const std::exception& error) {
    out["state"] = error.what();
  }
  return out;
}

Json version_json(const Context& context) {
  const Json engine = engine_json(context);
  Json out;
  out["program"] = "demarche";
  out["version"] = kVersion;
  out["schema"] = record::schema_version();
  out["model"] = engine.value("model", Json());
  out["tables"] = engine.value("tables", Json());
  out["sqlite"] = sqlite3_libversion();
  if (engine["state"] != "ok") out["problem"] = engine["state"];
  return out;
}

// What can be said about the record, and the exit code that says the same.
struct RecordState {
  Json json;
  int exit = kDone;
};

// An older, foreign, empty or held record is as it should be: only the answer is no.
int exit_of(ErrorKind kind) {
  if (kind == ErrorKind::Corrupt) return kDamaged;
  return kind == ErrorKind::Busy ? kBusy : kNothing;
}

// `model`: the fingerprint of the engine, empty when it does not load.
RecordState record_state(const std::string& path, const std::string& model) {
  RecordState out;
  out.json["path"] = path;
  try {
    if (!is_there(path)) {
      out.json["state"] = "not there yet";
      return out;
    }
    const record::Record record(path, record::Record::Access::Read);
    const auto damage = record.damage();
    out.json["documents"] = record.document_count();
    out.json["bytes"] = record.bytes();
    out.json["state"] = damage.empty() ? "ok" : damage.front();
    if (const std::string others = model.empty() ? "" : about_other_readings(record, model); !others.empty())
      out.json["readings"] = others;
    out.exit = damage.empty() ? kDone : kDamaged;
  } catch (const Error& error) {
    // Doctor names what is wrong in its place and goes on with the rest.
    out.json["state"] = error.what();
    out.exit = exit_of(error.kind());
  }
  return out;
}

void upgrade(const std::string& path) {
  if (!is_there(path))
    throw Error(ErrorKind::NotFound, path + ": no such record to bring up to date; name it with --record");
  record::Record(path, record::Record::Access::Write);
}

void print_section(const char* title, const Json& section) {
  std::cout << title << '\n';
  for (const auto& [name, value] : section.items())
    std::cout << fmt::format("  {:<10} {}\n", name,
                             value.is_string() ? value.get<std::string>() : record::line_of(value));
}

struct DoctorOptions {
  std::string format = "text";
  bool upgrade = false;
};

int doctor(const DoctorOptions& given, const Context& context) {
  if (given.upgrade) upgrade(context.record);
  const Json engine = engine_json(context);
  const RecordState record = record_state(context.record, engine.value("model", ""));
  Json out;
  out["program"] = {{"version", kVersion}, {"schema", record::schema_version()}};
  out["machine"] = {{"cores", default_jobs()},
                    {"sqlite", sqlite3_libversion()},
                    {"fts5", sqlite3_compileoption_used("ENABLE_FTS5") != 0}};
  out["engine"] = engine;
  out["record"] = record.json;
  if (given.format == "json")
    std::cout << record::line_of(out) << '\n';
  else
    for (const auto& [title, section] : out.items()) print_section(title.c_str(), section);
  return record.exit != kDone || out["engine"]["state"] == "ok" ? record.exit : kNothing;
}

}  // namespace

void print_version(const Context& context, bool as_json) {
  if (as_json)
    std::cout << record::line_of(version_json(context)) << '\n';
  else
    std::cout << "demarche " << kVersion << '\n';
}

void add_doctor(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("doctor", "What is installed and whether it works: network, tables, record");
  auto options = std::make_shared<DoctorOptions>();
  command->add_option("--format", options->format)->capture_default_str()->check(CLI::IsMember({"text", "json"}));
  command->add_flag("--upgrade", options->upgrade, "Bring the record of an older program up to date");
  add_record_option(*command, context);
  add_engine_options(*command, context);
  command->footer("Example:\n  demarche doctor --record talks.db");
  command->callback([options, &context] { context.exit = doctor(*options, context); });
}

}  // namespace demarche::cli
