// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <utility>

#include "base/error.h"

namespace demarche {

namespace fs = std::filesystem;

namespace {

constexpr const char* kCannotBeWritten = ": cannot be written; check the folder, its permissions and the disk";

// What is half written goes away with it; after a rename nothing of that name is left.
struct DraftFile {
  explicit DraftFile(fs::path given) : path(std::move(given)) {}
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;
  ~DraftFile() {
    std::error_code ignored;
    fs::remove(path, ignored);
  }
  const fs::path path;
};

}  // namespace

std::string read_file(const fs::path& path, std::uintmax_t limit) {
  if (!is_there(path)) throw Error(ErrorKind::NotFound, path.string() + ": no such file; check the path");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorKind::Io, path.string() + ": cannot be opened; check its permissions");
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (in.read(buffer.data(), buffer.size()) || in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > limit) {
      throw Error(ErrorKind::BadInput, path.string() + ": larger than " + std::to_string(limit) + " bytes; split it");
    }
  }
  if (in.bad()) throw Error(ErrorKind::Io, path.string() + ": reading broke off; check the disk");
  return bytes;
}

void write_file(const fs::path& path, std::string_view content) {
  write_file(path, [&](std::ostream& out) { out.write(content.data(), static_cast<std::streamsize>(content.size())); });
}

void write_file(const fs::path& path, const std::function<void(std::ostream&)>& write) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored))
    throw Error(ErrorKind::Usage, path.string() + ": is a folder; name a file in it");
  const DraftFile draft(path.string() + ".part");
  {
    std::ofstream out(draft.path, std::ios::binary | std::ios::trunc);
    if (out) write(out);
    out.close();
    if (!out) throw Error(ErrorKind::Io, path.string() + kCannotBeWritten);
  }
  std::error_code failure;
  fs::rename(draft.path, path, failure);
  if (failure) throw Error(ErrorKind::Io, path.string() + kCannotBeWritten);
}

bool is_there(const fs::path& path) {
  std::error_code failure;
  const bool exists = fs::exists(path, failure);
  if (failure)
    throw Error(ErrorKind::Io, path.string() + ": " + failure.message() + "; check the path and its folders");
  return exists;
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw Error(ErrorKind::Io, "SHA-256 is not available in this build of libcrypto");
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    hex += kDigits[digest[i] >> 4];
    hex += kDigits[digest[i] & 15];
  }
  return hex;
}

}  // namespace demarche
