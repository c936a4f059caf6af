// SPDX-License-Identifier: Apache-2.0
#include "reader/kept_networks.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "base/files.h"

namespace demarche::reader {
namespace {

namespace fs = std::filesystem;

struct Kept : testing::Test {
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "demarche-kept-XXXXXX").string();
    root = mkdtemp(name.data());
    model = root / "model.xml";
    write_file(model, "<net/>");
    write_file(root / "model.bin", "weights");
  }
  void TearDown() override { fs::remove_all(root); }
  fs::path folder_for(const std::string& library) {
    fs::path given;
    with_kept(root / "cache", model, library, [&](const fs::path& folder) { given = folder; });
    return given;
  }
  fs::path root, model;
};

TEST_F(Kept, IsFoundAgainUntilModelOrLibraryChange) {
  const fs::path first = folder_for("library 1");
  EXPECT_TRUE(fs::is_directory(first));
  EXPECT_EQ(folder_for("library 1"), first);
  EXPECT_NE(folder_for("library 2"), first);
  fs::last_write_time(root / "model.bin", fs::last_write_time(root / "model.bin") + std::chrono::seconds(9));
  EXPECT_NE(folder_for("library 1"), first);
}

TEST_F(Kept, NoMoreThanThreeAndNothingOfOldVersions) {
  fs::create_directories(root / "cache");
  write_file(root / "cache" / "123.blob", "old");
  for (const char* library : {"1", "2", "3", "4", "5"}) folder_for(library);
  int folders = 0;
  for (const auto& entry : fs::directory_iterator(root / "cache")) folders += entry.is_directory();
  EXPECT_EQ(folders, 3);
  EXPECT_FALSE(fs::exists(root / "cache" / "123.blob"));
}

TEST_F(Kept, IsWrittenByOneAtATime) {
  std::atomic<int> inside = 0, most = 0;
  const auto start = [&] {
    with_kept(root / "cache", model, "library", [&](const fs::path& folder) {
      const bool is_first = !fs::exists(folder / "written");
      if (is_first) most = std::max(most.load(), ++inside);
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      if (is_first) --inside;
    });
  };
  std::vector<std::jthread> starts;
  for (int i = 0; i < 4; ++i) starts.emplace_back(start);
  starts.clear();
  EXPECT_EQ(most, 1);
}

TEST_F(Kept, WhereNothingCanBeWrittenThereIsNoFolder) {
  write_file(root / "cache", "a file");
  EXPECT_EQ(folder_for("library"), fs::path());
  fs::path given = "x";
  with_kept({}, model, "library", [&](const fs::path& folder) { given = folder; });
  EXPECT_EQ(given, fs::path());
}

}  // namespace
}  // namespace demarche::reader
