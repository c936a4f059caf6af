// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>

#include "base/error.h"

namespace demarche {

std::string read_file(const std::filesystem::path& path, std::uintmax_t limit) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) {
    throw Error(ErrorKind::NotFound, path.string() + ": no such file; check the path");
  }
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

void write_file(const std::filesystem::path& path, std::string_view content) {
  const std::filesystem::path draft = path.string() + ".part";
  {
    std::ofstream out(draft, std::ios::binary | std::ios::trunc);
    out.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!out.flush()) {
      throw Error(ErrorKind::Io, path.string() + ": cannot be written; check the folder, its permissions and the disk");
    }
  }
  std::filesystem::rename(draft, path);
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
