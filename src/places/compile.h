// SPDX-License-Identifier: Apache-2.0
// Tables → gazetteer.bin. Runs when the program is built, never in it.
#pragma once

#include <filesystem>

namespace demarche::places {

// `tables` is data/places; `unpacked` holds what is packed in its geonames.tar.xz. The same tables give the same bytes.
// Throws Error{NotFound, BadInput, Io} with file and line.
void compile_gazetteer(const std::filesystem::path& tables, const std::filesystem::path& unpacked,
                       const std::filesystem::path& out);

}  // namespace demarche::places
