// SPDX-License-Identifier: Apache-2.0
// Whole files in and out. Every function throws Error{NotFound or Io} naming the path.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace demarche {

// Reads at most `limit` bytes; a larger file is an Error{BadInput}, not a cut text.
std::string read_file(const std::filesystem::path& path, std::uintmax_t limit = 1u << 30);

// Writes beside the target and renames, so that a reader never sees half a file.
void write_file(const std::filesystem::path& path, std::string_view content);

// Lower-case hexadecimal SHA-256 (FIPS 180-4) of the bytes.
std::string sha256_hex(std::string_view bytes);

}  // namespace demarche
