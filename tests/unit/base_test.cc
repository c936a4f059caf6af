// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <functional>
#include <iterator>
#include <ostream>
#include <sstream>
#include <thread>

#include "base/blanks.h"
#include "base/error.h"
#include "base/files.h"
#include "base/fingerprint.h"
#include "base/lines.h"
#include "base/symbol.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace demarche {
namespace {

namespace fs = std::filesystem;

TEST(Utf8, OffsetsSurviveTextOutsideAscii) {
  const std::string text = "naïve “Łódź” 北京 🕊 end";
  const CodePoints points(text);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    EXPECT_EQ(points.from_byte(static_cast<std::uint32_t>(at)), count);
    EXPECT_EQ(points.to_byte(count), at);
    next_code_point(text, at);
  }
  EXPECT_EQ(points.from_byte(static_cast<std::uint32_t>(text.size())), count);
  EXPECT_EQ(points.to_byte(count), text.size());
}

TEST(Utf8, OffsetsAtEveryStride) {
  for (std::size_t length : {0u, 1u, 63u, 64u, 65u, 128u, 200u}) {
    const std::string text(length, 'x');
    const CodePoints points(text);
    EXPECT_EQ(points.from_byte(static_cast<std::uint32_t>(length)), length);
    EXPECT_EQ(points.to_byte(static_cast<std::uint32_t>(length)), length);
  }
}

TEST(Utf8, InvalidBytesAreSeen) {
  EXPECT_TRUE(is_valid_utf8("Çağlar \xEF\xBF\xBD"));
  EXPECT_FALSE(is_valid_utf8("\xC3"));
  EXPECT_FALSE(is_valid_utf8("a\xFFz"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // a lone surrogate
}

TEST(Utf8, TrimKnowsNoBreakSpace) {
  EXPECT_EQ(trim("\u00A0 Lima \n"), "Lima");
  EXPECT_EQ(trim(" \t"), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Blanks, AreSqueezedWithinAndGoneAtTheEnds) {
  EXPECT_EQ(squeezed(" two\u00A0\n words\t"), "two words");
  EXPECT_EQ(squeezed("a--b-", [](char32_t point) { return point == '-'; }), "a b");
  EXPECT_EQ(squeezed(" \n"), "");
}

TEST(Utf8, FoldsCaseOutsideAscii) { EXPECT_EQ(fold_case("ÇAĞLAR Łódź"), "çağlar łódź"); }

TEST(Utf8, IsCutBetweenCharacters) {
  const struct {
    const char* text;
    std::size_t most;
    const char* cut;
  } cases[] = {{"café", 9, "café"}, {"café", 5, "café"}, {"café", 4, "caf"}, {"café", 3, "caf"}, {"’’", 6, "’’"},
               {"’’", 5, "’"},      {"’’", 3, "’"},      {"’", 2, ""},       {"🕊", 3, ""},    {"", 0, ""}};
  for (const auto& each : cases) EXPECT_EQ(cut_utf8(each.text, each.most), each.cut) << each.text << each.most;
}

class FilesTest : public testing::Test {
 protected:
  FilesTest() : folder_(fs::path(testing::TempDir()) / "demarche_files_test") {
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "taken");
  }
  ~FilesTest() override { fs::remove_all(folder_); }

  std::string error_of(const std::function<void()>& call) {
    try {
      call();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }
  std::ptrdiff_t entries() { return std::distance(fs::directory_iterator(folder_), fs::directory_iterator()); }

  fs::path folder_;
};

TEST_F(FilesTest, AreWrittenWhole) {
  write_file(folder_ / "a.txt", "one");
  write_file(folder_ / "a.txt", [](std::ostream& out) { out << "two"; });
  EXPECT_EQ(read_file(folder_ / "a.txt"), "two");
  EXPECT_EQ(entries(), 2);
}

TEST_F(FilesTest, FailuresAreErrorsThatNameThePathAndLeaveNothing) {
  const std::string long_name(300, 'a');
  for (const fs::path& path : {folder_ / "taken", folder_ / "none" / "a.txt", folder_ / long_name}) {
    const std::string error = error_of([&] { write_file(path, "one"); });
    EXPECT_TRUE(error.starts_with(path.string() + ": ")) << error;
  }
  EXPECT_TRUE(error_of([&] { read_file(folder_ / long_name); }).starts_with((folder_ / long_name).string() + ": "));
  EXPECT_EQ(entries(), 1);
}

TEST_F(FilesTest, AWriterThatFailsLeavesTheOldFile) {
  write_file(folder_ / "a.txt", "one");
  const auto half = [](std::ostream& out) {
    out << "tw";
    throw Error(ErrorKind::Busy, "record: held");
  };
  EXPECT_EQ(error_of([&] { write_file(folder_ / "a.txt", half); }), "record: held");
  EXPECT_EQ(read_file(folder_ / "a.txt"), "one");
  EXPECT_EQ(entries(), 2);
}

TEST(Files, Sha256IsTheStandardOne) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

class TsvTest : public testing::Test {
 protected:
  std::vector<TsvRow> given(const std::string& content) {
    path_ = std::filesystem::path(testing::TempDir()) / "data" / "actors" / "roles.tsv";
    std::filesystem::create_directories(path_.parent_path());
    write_file(path_, content);
    return read_tsv(path_, {"name", "sector"});
  }
  std::string error_of(const std::string& content) {
    try {
      given(content);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }
  std::filesystem::path path_;
};

TEST_F(TsvTest, RowsKnowWhereTheyStand) {
  const auto rows = given("# roles\nname\tsector\tnote\nadmiral\tMIL\t\nmayor\tGOV\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1]["name"], "mayor");
  EXPECT_EQ(rows[1]["note"], "");
  EXPECT_EQ(rows[1].get("absent"), "");
  EXPECT_EQ(rows[1].where(), "data/actors/roles.tsv:4");
}

TEST_F(TsvTest, FaultsNameFileAndLine) {
  EXPECT_NE(error_of("name\trank\n").find("data/actors/roles.tsv:1: no column “sector”"), std::string::npos);
  EXPECT_NE(error_of("name\tsector\na\tb\tc\n").find("roles.tsv:2: 3 cells where 2"), std::string::npos);
  EXPECT_NE(error_of("name\tsector\n\xFF\tb\n").find("not UTF-8"), std::string::npos);
}

// Excel and LibreOffice write the mark at the head of “CSV UTF-8”.
TEST_F(TsvTest, AByteOrderMarkIsNoPartOfTheFirstColumn) {
  const auto rows = given("\xEF\xBB\xBFname\tsector\r\nadmiral\tMIL\r\n");
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["name"], "admiral");
}

TEST_F(TsvTest, ATableWithoutColumnsIsRefused) {
  EXPECT_NE(error_of("").find("must name the columns"), std::string::npos);
  EXPECT_NE(error_of("# a comment\n\n").find("must name the columns"), std::string::npos);
  EXPECT_EQ(error_of("name\tsector\n"), "") << "columns without rows are a table";
}

TEST(Fingerprint, ChangesWithEveryNameAndContentBelowTheFolder) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "fingerprint";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "en");
  write_file(folder / "en" / "cues.tsv", "word\n");
  const std::string before = fingerprint_of_folder(folder);
  EXPECT_EQ(fingerprint_of_folder(folder), before);
  write_file(folder / "en" / "cues.tsv", "words\n");
  const std::string edited = fingerprint_of_folder(folder);
  EXPECT_NE(edited, before);
  std::filesystem::rename(folder / "en" / "cues.tsv", folder / "en" / "acts.tsv");
  EXPECT_NE(fingerprint_of_folder(folder), edited);
  EXPECT_THROW(fingerprint_of_folder(folder / "none"), Error);
}

TEST(Lines, WhatIsBeyondTheLimitIsSkippedNotStored) {
  std::istringstream in("one\n" + std::string(100, 'x') + "\n\nlast");
  std::string line;
  EXPECT_EQ(read_line(in, line, 10), LineState::Read);
  EXPECT_EQ(line, "one");
  EXPECT_EQ(read_line(in, line, 10), LineState::TooLong);
  EXPECT_LE(line.size(), 10u);
  EXPECT_EQ(read_line(in, line, 10), LineState::Read);
  EXPECT_EQ(line, "");
  EXPECT_EQ(read_line(in, line, 10), LineState::Read);
  EXPECT_EQ(line, "last");
  EXPECT_EQ(read_line(in, line, 10), LineState::End);
}

TEST(Symbol, IsReadAsTheTextItStandsFor) {
  const Symbol symbol = "KMO";
  const std::string& text = symbol;
  EXPECT_EQ(text, "KMO");
  EXPECT_EQ(symbol, std::string("KMO"));
  EXPECT_EQ("voice of " + symbol + "!", "voice of KMO!");
  EXPECT_EQ(symbol.size(), 3u);
  EXPECT_EQ(sizeof(Symbol), sizeof(void*));
}

TEST(Symbol, IsOneForOneTextAndSortedByIt) {
  EXPECT_EQ(Symbol("TVS"), Symbol(std::string("TVS")));
  EXPECT_EQ(&Symbol("TVS").text(), &Symbol(std::string_view("TVS")).text());
  EXPECT_NE(Symbol("TVS"), Symbol("TV"));
  EXPECT_LT(Symbol("KMO"), Symbol("TVS"));
  EXPECT_LT(Symbol(), Symbol("A"));
}

TEST(Symbol, OfNothingIsEmpty) {
  EXPECT_TRUE(Symbol().empty());
  EXPECT_EQ(Symbol(), Symbol(""));
  Symbol symbol = "x";
  symbol.clear();
  EXPECT_TRUE(symbol.empty());
}

TEST(Symbol, MadeByManyThreadsIsStillOne) {
  constexpr int kThreads = 4, kTexts = 200;
  std::vector<std::vector<Symbol>> made(kThreads);
  std::vector<std::thread> threads;
  for (auto& symbols : made)
    threads.emplace_back([&symbols] {
      for (int i = 0; i < kTexts; ++i) symbols.push_back("text " + std::to_string(i));
    });
  for (auto& thread : threads) thread.join();
  for (const auto& symbols : made) EXPECT_EQ(symbols, made.front());
}

TEST(Tsv, SplitsValues) {
  EXPECT_EQ(split_values("a| b ||c"), (std::vector<std::string>{"a", "b", "c"}));
  EXPECT_TRUE(split_values("").empty());
}

}  // namespace
}  // namespace demarche
