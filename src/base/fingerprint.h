// SPDX-License-Identifier: Apache-2.0
// Which version of some files was used, in a form that can be noted and compared.
#pragma once

#include <filesystem>
#include <string>

namespace demarche {

// SHA-256 over all files below `folder`, by name and content, whatever order the file system lists them in; files whose
// name starts with a dot are left out. Throws Error{NotFound, Io} naming the path.
std::string fingerprint_of_folder(const std::filesystem::path& folder);

}  // namespace demarche
