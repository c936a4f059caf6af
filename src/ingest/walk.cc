// SPDX-License-Identifier: Apache-2.0
// From paths to documents: files, folders below folders, standard input.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <istream>
#include <new>
#include <optional>

#include "base/error.h"
#include "base/files.h"
#include "base/lines.h"
#include "ingest/ingest.h"

namespace demarche::ingest {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFirstBytes = 4096;

struct Walk {
  const Limits& limits;
  const std::function<bool(Extract&&)>& take;
  const std::function<void(Failure&&)>& fail;
  bool stopped = false;
};

// What reading one document throws becomes a row of the report, so that a batch goes on behind a bad one. Only the
// reading is guarded: what `take` throws is no fault of the document, and ends the walk.
template <typename Read>
auto guarded(Walk& walk, const std::string& where, Read read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const Error& error) {
    const std::string message = error.what();
    // Messages of base name the path already.
    walk.fail({where, message.starts_with(where + ": ") ? message.substr(where.size() + 2) : message});
  } catch (const std::bad_alloc&) {
    walk.fail({where, "not enough memory for this document; split it"});
  } catch (const std::exception& error) {
    walk.fail({where, std::string("could not be read: ") + error.what() + "; please report this document"});
  }
  return std::nullopt;
}

template <typename Read>
void take_what(Walk& walk, const std::string& where, Read read) {
  if (auto extract = guarded(walk, where, read)) walk.stopped = !walk.take(std::move(*extract));
}

// Nothing when the stream breaks, for its buffer throws then: a folder given as standard input, a disk that fails.
std::optional<LineState> read_sound_line(std::istream& in, std::string& line, std::uint64_t limit) {
  try {
    return read_line(in, line, limit);
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

void read_lines(Walk& walk, std::istream& in, const std::string& path) {
  std::string line;
  for (std::uint64_t number = 1; !walk.stopped; ++number) {
    const auto state = read_sound_line(in, line, walk.limits.max_bytes);
    if (state == LineState::End) return;
    const std::string where = path + ":" + std::to_string(number);
    if (!state) return walk.fail({where, "reading broke off here; check that it is a file and that the disk is sound"});
    if (state == LineState::TooLong) {
      walk.fail({where, "larger than " + std::to_string(walk.limits.max_bytes) + " bytes; split it"});
      continue;
    }
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (is_blank(line)) continue;
    take_what(walk, where, [&] { return extract_json_line(line, where, walk.limits); });
  }
}

std::string first_bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(kFirstBytes, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

Extract read_whole(const fs::path& path, Format format, const Limits& limits) {
  const std::string bytes = read_file(path, limits.max_bytes);
  return extract(bytes, format, {.path = path.string()}, limits);
}

void read_one_file(Walk& walk, const fs::path& path) {
  const std::string where = path.string();
  const auto format = guarded(walk, where, [&] { return format_of(path, first_bytes_of(path)); });
  if (!format) return;
  if (format != Format::JsonLines)
    return take_what(walk, where, [&] { return read_whole(path, *format, walk.limits); });
  std::ifstream in(path, std::ios::binary);
  if (!in) return walk.fail({where, "cannot be opened; check its permissions"});
  read_lines(walk, in, where);
}

struct Entry {
  fs::path path;
  fs::file_type type = fs::file_type::none;
};

// By name, so that the order does not depend on the file system. Names that start with a dot are left out, as `ls`
// does.
std::vector<Entry> entries_of(const fs::path& folder, std::error_code& failure) {
  std::vector<Entry> entries;
  for (auto each = fs::directory_iterator(folder, failure); !failure && each != fs::directory_iterator();
       each.increment(failure)) {
    if (each->path().filename().native().starts_with('.')) continue;
    std::error_code ignored;
    entries.push_back({each->path(), each->symlink_status(ignored).type()});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& left, const Entry& right) { return left.path.native() < right.path.native(); });
  return entries;
}

// Calls `visit` with each file below `folder`, and `fail` for what is neither file nor folder. Links are not followed:
// they may lead out of the folder or in a circle.
template <typename Visit, typename Fail>
void visit_folder(const fs::path& folder, const Visit& visit, const Fail& fail) {
  std::error_code failure;
  const std::vector<Entry> entries = entries_of(folder, failure);
  if (failure) fail(folder, "cannot be listed: " + failure.message() + "; check its permissions");
  for (const Entry& entry : entries) {
    if (entry.type == fs::file_type::directory) {
      visit_folder(entry.path, visit, fail);
    } else if (entry.type == fs::file_type::regular) {
      if (!visit(entry.path)) return;
    } else {
      fail(entry.path, entry.type == fs::file_type::symlink ? "a link, not followed inside a folder; name its target"
                                                            : "no regular file");
    }
  }
}

template <typename Visit, typename Fail>
void visit_path(const std::string& path, const Visit& visit, const Fail& fail) {
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (fs::is_directory(status)) return visit_folder(path, visit, fail);
  if (fs::is_regular_file(status)) return void(visit(fs::path(path)));
  fail(path, fs::exists(status) ? "no regular file" : "no such file; check the path");
}

}  // namespace

void for_each_document(const std::vector<std::string>& paths, const Limits& limits,
                       const std::function<bool(Extract&&)>& take, const std::function<void(Failure&&)>& fail) {
  Walk walk{limits, take, fail};
  const auto visit = [&](const fs::path& path) {
    if (!walk.stopped) read_one_file(walk, path);
    return !walk.stopped;
  };
  const auto refuse = [&](const fs::path& path, const std::string& message) { fail({path.string(), message}); };
  for (const std::string& path : paths) {
    if (walk.stopped) return;
    if (path == "-") {
      read_lines(walk, std::cin, "-");
    } else {
      visit_path(path, visit, refuse);
    }
  }
}

Inventory inventory(const std::vector<std::string>& paths) {
  Inventory found;
  const auto visit = [&](const fs::path& path) {
    std::error_code failure;
    const auto size = fs::file_size(path, failure);
    ++found.files;
    found.bytes += failure ? 0 : size;
    return true;
  };
  for (const std::string& path : paths) {
    if (path != "-") visit_path(path, visit, [](const fs::path&, const std::string&) {});
  }
  return found;
}

}  // namespace demarche::ingest
