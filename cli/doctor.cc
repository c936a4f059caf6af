// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>
#include <sqlite3.h>

#include <iostream>
#include <thread>

#include "base/error.h"
#include "cli/context.h"

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
    out["tables"] = engine.tables().fingerprint();
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

Json record_json(const std::string& path) {
  Json out;
  out["path"] = path;
  if (!std::filesystem::exists(path)) {
    out["state"] = "not there yet";
    return out;
  }
  try {
    const record::Record record(path, record::Record::Access::Read);
    const auto damage = record.damage();
    out["documents"] = record.document_count();
    out["bytes"] = record.bytes();
    out["state"] = damage.empty() ? "ok" : damage.front();
  } catch (const std::exception& error) {
    out["state"] = error.what();
  }
  return out;
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
  if (given.upgrade) record::Record(context.record, record::Record::Access::Write);
  Json out;
  out["program"] = {{"version", kVersion}, {"schema", record::schema_version()}};
  out["machine"] = {{"cores", default_jobs()},
                    {"sqlite", sqlite3_libversion()},
                    {"fts5", sqlite3_compileoption_used("ENABLE_FTS5") != 0}};
  out["engine"] = engine_json(context);
  out["record"] = record_json(context.record);
  if (given.format == "json")
    std::cout << record::line_of(out) << '\n';
  else
    for (const auto& [title, section] : out.items()) print_section(title.c_str(), section);
  if (out["engine"]["state"] != "ok") return kNothing;
  return out["record"]["state"] == "ok" || out["record"]["state"] == "not there yet" ? kDone : kDamaged;
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
