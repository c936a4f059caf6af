// SPDX-License-Identifier: Apache-2.0
// When findings are still those of the record, the program and its tables.
#include <gtest/gtest.h>

#include "analysis/analysis.h"
#include "base/files.h"
#include "given_reading.h"

namespace demarche::analysis {
namespace {

namespace fs = std::filesystem;

class RefreshTest : public testing::Test {
 protected:
  RefreshTest() {
    const fs::path source = fs::path(DEMARCHE_SOURCE) / "data";
    fs::create_directories(maker_.data / "actors");
    fs::copy(source / "lexicon", maker_.data / "lexicon", fs::copy_options::recursive);
    for (const char* table : {"states.tsv", "words.tsv", "given_names.tsv"})
      fs::copy(source / "actors" / table, maker_.data / "actors" / table);
  }
  bool is_stale() const { return findings_are_stale(record_, maker_); }
  void append(const fs::path& path, const std::string& text) { write_file(path, read_file(path) + text); }

  given::Folder folder_;
  Maker maker_{.program = "demarche 1", .data = folder_ / "data"};
  record::Record record_ = given::record_with_pilots(folder_ / "r.db");
};

TEST_F(RefreshTest, FindingsStayFreshWhileNothingChanges) {
  EXPECT_TRUE(is_stale());
  refresh(record_, maker_);
  EXPECT_FALSE(is_stale());
}

TEST_F(RefreshTest, ADocumentMakesThemStale) {
  refresh(record_, maker_);
  record_.begin_run(given::run());
  record_.store(given::article("One more text."), {});
  EXPECT_TRUE(is_stale());
}

TEST_F(RefreshTest, AnEditedLexiconMakesThemStale) {
  refresh(record_, maker_);
  append(maker_.data / "lexicon" / "en" / "themes.tsv", "# a remark\n");
  EXPECT_TRUE(is_stale());
}

TEST_F(RefreshTest, AnEditedNameOfAStateMakesThemStale) {
  refresh(record_, maker_);
  append(maker_.data / "actors" / "states.tsv", "# a remark\n");
  EXPECT_TRUE(is_stale());
}

TEST_F(RefreshTest, AnotherProgramMakesThemStale) {
  refresh(record_, maker_);
  maker_.program = "demarche 2";
  EXPECT_TRUE(is_stale());
}

}  // namespace
}  // namespace demarche::analysis
