// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

#include "base/error.h"
#include "base/fingerprint.h"
#include "cli/context.h"

namespace demarche::cli {

namespace {

namespace fs = std::filesystem;

// Where that cannot be told, the search goes on elsewhere.
bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool is_home(const fs::path& folder) { return is_folder(folder / "data" / "actors") && is_folder(folder / "models"); }

// A build tree lies inside the home; an installed program has it beside itself, in share/demarche.
std::optional<fs::path> home_above(fs::path folder) {
  for (; !folder.empty(); folder = folder.parent_path()) {
    if (is_home(folder)) return folder;
    if (is_home(folder / "share" / "demarche")) return folder / "share" / "demarche";
    if (folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

fs::path home() {
  if (const char* given = std::getenv("DEMARCHE_HOME"); given != nullptr && *given != '\0') {
    if (!is_home(given))
      throw Error(ErrorKind::NotFound, std::string(given) + ": DEMARCHE_HOME has no data/actors and models in it");
    return given;
  }
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  if (const auto found = failure ? std::nullopt : home_above(program.parent_path())) return *found;
  throw Error(ErrorKind::NotFound, "no folder above " + program.parent_path().string() +
                                       " holds data/actors and models; set DEMARCHE_HOME to the one that does");
}

fs::path network_below(const fs::path& models) {
  std::vector<fs::path> found;
  std::error_code failure, ignored;
  for (auto each = fs::directory_iterator(models, failure); !failure && each != fs::directory_iterator();
       each.increment(failure)) {
    if (fs::exists(each->path() / "model.xml", ignored)) found.push_back(each->path());
  }
  if (failure) throw Error(ErrorKind::Io, models.string() + ": " + failure.message() + "; check its permissions");
  if (found.empty())
    throw Error(ErrorKind::NotFound, models.string() + ": no folder with model.xml in it; name one with --model");
  return *std::min_element(found.begin(), found.end());
}

// XDG Base Directory Specification 0.8; empty where there is no home.
fs::path cache_folder() {
  if (const char* given = std::getenv("XDG_CACHE_HOME"); given != nullptr && *given == '/')
    return fs::path(given) / "demarche";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    return fs::path(home) / ".cache" / "demarche";
  return {};
}

}  // namespace

std::filesystem::path data_folder(const Context& context) {
  return context.data.empty() ? home() / "data" : fs::path(context.data);
}

engine::Options engine_options(const Context& context) {
  engine::Options options;
  options.data = data_folder(context);
  options.model = context.model.empty() ? network_below(home() / "models") : fs::path(context.model);
  options.cache = cache_folder();
  options.project_tables.assign(context.actors.begin(), context.actors.end());
  return options;
}

engine::Engine load_engine(const engine::Options& options) {
  try {
    return engine::Engine(options);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::Corrupt) throw Error(ErrorKind::Io, error.what());
    throw;
  }
}

std::string tables_of(const engine::Engine& engine, const engine::Options& options) {
  return "actors " + engine.tables().fingerprint().substr(0, 16) + "; lexicon " +
         fingerprint_of_folder(options.data / "lexicon").substr(0, 16);
}

void add_record_option(CLI::App& command, Context& context) {
  command.add_option("--record", context.record, "The record, an SQLite file")
      ->capture_default_str()
      ->type_name("FILE");
}

void add_engine_options(CLI::App& command, Context& context) {
  command.add_option("--data", context.data, "Folder of the knowledge tables")->type_name("DIR")->group("Engine");
  command.add_option("--model", context.model, "Folder of the network")->type_name("DIR")->group("Engine");
  command.add_option("--actors", context.actors, "Further actor tables of your own")
      ->allow_extra_args(false)
      ->type_name("FILE")
      ->group("Engine");
}

}  // namespace demarche::cli
