// SPDX-License-Identifier: Apache-2.0
// Networks as they were compiled for this machine, kept from one start to the next. Private to this folder.
#pragma once

#include <filesystem>
#include <functional>

namespace demarche::reader {

// Runs `compile` with the folder below `cache` in which what is compiled of this model is kept, by which library is
// part of its name. The first time one process at a time: others wait until it is written, so that nobody reads half of
// it. Then the oldest of more than three such folders are removed. `compile` is run with an empty path where nothing
// can be kept, and may throw what it likes. Safe from many threads and processes.
void with_kept(const std::filesystem::path& cache, const std::filesystem::path& model, const std::string& library,
               const std::function<void(const std::filesystem::path& folder)>& compile);

}  // namespace demarche::reader
