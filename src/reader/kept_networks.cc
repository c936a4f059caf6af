// SPDX-License-Identifier: Apache-2.0
#include "reader/kept_networks.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/files.h"

namespace demarche::reader {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kKept = 3;  // models: 60 MB each

// Waits until no other process holds the file.
class FileLock {
 public:
  explicit FileLock(const fs::path& path) : file_(open(path.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0644)) {
    if (file_ >= 0) flock(file_, LOCK_EX);
  }
  ~FileLock() {
    if (file_ >= 0) close(file_);
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int file_;
};

bool can_write(const fs::path& folder) {
  std::error_code failed;
  fs::create_directories(folder, failed);
  return !failed && access(folder.c_str(), W_OK | X_OK) == 0;
}

// Another path, another time of writing, another library: another network.
std::string key_of(const fs::path& model, const std::string& library) {
  std::string told = fs::absolute(model).string() + "\n" + library;
  for (const char* ending : {".xml", ".bin"}) {
    std::error_code missing;
    const auto written = fs::last_write_time(fs::path(model).replace_extension(ending), missing);
    told += "\n" + std::to_string(missing ? 0 : written.time_since_epoch().count());
  }
  return sha256_hex(told).substr(0, 16);
}

// What an earlier version left beside the folders goes, too.
void remove_oldest(const fs::path& cache) {
  std::vector<std::pair<fs::file_time_type, fs::path>> folders;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(cache, ignored)) {
    if (entry.is_directory(ignored)) folders.emplace_back(entry.last_write_time(ignored), entry.path());
    if (entry.path().extension() == ".blob") fs::remove(entry.path(), ignored);
  }
  std::sort(folders.rbegin(), folders.rend());
  for (std::size_t i = kKept; i < folders.size(); ++i) fs::remove_all(folders[i].second, ignored);
}

}  // namespace

void with_kept(const fs::path& cache, const fs::path& model, const std::string& library,
               const std::function<void(const fs::path& folder)>& compile) {
  if (cache.empty() || !can_write(cache)) return compile({});
  const fs::path folder = cache / key_of(model, library), written = folder / "written";
  if (fs::exists(written)) return compile(folder);
  const FileLock lock(cache / "lock");
  if (!can_write(folder)) return compile({});
  compile(folder);
  if (!fs::exists(written)) write_file(written, "");
  remove_oldest(cache);
}

}  // namespace demarche::reader
