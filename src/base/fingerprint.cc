// SPDX-License-Identifier: Apache-2.0
#include "base/fingerprint.h"

#include <map>
#include <system_error>

#include "base/error.h"
#include "base/files.h"

namespace demarche {

namespace {

namespace fs = std::filesystem;

std::map<std::string, fs::path> files_below(const fs::path& folder) {
  std::map<std::string, fs::path> files;
  std::error_code failure;
  for (auto each = fs::recursive_directory_iterator(folder, failure);
       !failure && each != fs::recursive_directory_iterator(); each.increment(failure)) {
    std::error_code missing;
    if (each->path().filename().native().starts_with('.') || !each->is_regular_file(missing)) continue;
    files.emplace(each->path().lexically_relative(folder).generic_string(), each->path());
  }
  if (failure)
    throw Error(ErrorKind::NotFound,
                folder.string() + ": cannot be listed (" + failure.message() + "); check the path and its permissions");
  return files;
}

}  // namespace

std::string fingerprint_of_folder(const fs::path& folder) {
  std::string sums;
  // Sums of fixed length, so that no content can pass for the name of the next file.
  for (const auto& [name, path] : files_below(folder)) sums += sha256_hex(name) + sha256_hex(read_file(path));
  return sha256_hex(sums);
}

}  // namespace demarche
