// SPDX-License-Identifier: Apache-2.0
// What a user may hand over as a dictionary or as a table of actors: it is read, or refused by an Error that says why;
// each line of a dictionary is accounted for.
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "actors/dictionary.h"
#include "actors/edits.h"
#include "base/error.h"

namespace {

std::filesystem::path written(const std::uint8_t* data, std::size_t size) {
  static const auto path = std::filesystem::temp_directory_path() / ("tables_fuzz." + std::to_string(getpid()));
  std::ofstream(path, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  return path;
}

void read_as_dictionary(const std::filesystem::path& path) try {
  const auto read = demarche::actors::read_dictionary(path);
  const auto& count = read.counts;
  const std::size_t told = count.blank + count.comments + count.names + count.synonyms + count.codes_alone +
                           count.agents + count.sets + count.left_out + count.failed;
  if (told != count.lines) std::abort();
} catch (const demarche::Error&) {
}

void read_as_table(const std::filesystem::path& path) try {
  const demarche::actors::ProjectTable table(path);
} catch (const demarche::Error&) {
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto path = written(data, size);
  read_as_dictionary(path);
  read_as_table(path);
  return 0;
}
