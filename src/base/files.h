// SPDX-License-Identifier: Apache-2.0
// Whole files in and out. Every function throws Error{NotFound or Io} naming the path.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace demarche {

// Reads at most `limit` bytes; a larger file is an Error{BadInput}, not a cut text.
std::string read_file(const std::filesystem::path& path, std::uintmax_t limit = 1u << 30);

// Writes beside the target and renames, so that a reader never sees half a file. Whatever fails, also `write` by an
// exception of its own, nothing is left beside the target. A folder as target is an Error{Usage}.
void write_file(const std::filesystem::path& path, std::string_view content);
void write_file(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

// Whether something is there at all. An Error{Io} when that cannot be told: a folder above may not be searched, a name
// is too long.
bool is_there(const std::filesystem::path& path);

// Lower-case hexadecimal SHA-256 (FIPS 180-4) of the bytes.
std::string sha256_hex(std::string_view bytes);

}  // namespace demarche
