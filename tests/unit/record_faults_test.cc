// SPDX-License-Identifier: Apache-2.0
// What the record does when the world does not hold still: held files, damaged files, programs that end in the middle.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "base/error.h"
#include "base/files.h"
#include "given_reading.h"
#include "record/record.h"

namespace demarche::record {
namespace {

using given::Folder;

ErrorKind kind_of_failure(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "no error";
  return ErrorKind::Io;
}

void execute(const std::filesystem::path& path, const char* sql) {
  sqlite3* client = nullptr;
  sqlite3_open(path.c_str(), &client);
  sqlite3_exec(client, sql, nullptr, nullptr, nullptr);
  sqlite3_close(client);
}

TEST(RecordFaults, AMissingRecordIsNotMadeByReaders) {
  const Folder folder;
  EXPECT_EQ(kind_of_failure([&] { Record(folder / "r.db", Record::Access::Read); }), ErrorKind::NotFound);
  EXPECT_FALSE(std::filesystem::exists(folder / "r.db"));
}

TEST(RecordFaults, APathThatCannotBeLookedUpIsAnErrorOfOurs) {
  const Folder folder;
  const auto path = folder / std::string(300, 'r');
  EXPECT_EQ(kind_of_failure([&] { Record(path, Record::Access::Read); }), ErrorKind::Io);
}

TEST(RecordFaults, TextIsNoRecord) {
  const Folder folder;
  write_file(folder / "r.db", std::string(5000, 'x'));
  for (const auto access : {Record::Access::Read, Record::Access::Write})
    EXPECT_EQ(kind_of_failure([&] { Record(folder / "r.db", access); }), ErrorKind::Corrupt);
}

TEST(RecordFaults, AForeignSqliteFileIsLeftAlone) {
  const Folder folder;
  execute(folder / "other.db", "CREATE TABLE recipe (name TEXT)");
  const std::string before = read_file(folder / "other.db");
  EXPECT_EQ(kind_of_failure([&] { Record(folder / "other.db", Record::Access::Read); }), ErrorKind::BadInput);
  EXPECT_EQ(read_file(folder / "other.db"), before);
  EXPECT_EQ(kind_of_failure([&] { Record(folder / "other.db", Record::Access::Write); }), ErrorKind::BadInput);
  EXPECT_EQ(read_file(folder / "other.db"), before) << "not even its journal mode";
}

TEST(RecordFaults, AForeignFileIsNoRecordOfANewerProgram) {
  const Folder folder;
  execute(folder / "other.db", "CREATE TABLE recipe (name TEXT); PRAGMA user_version = 42");
  for (const auto access : {Record::Access::Read, Record::Access::Write}) {
    try {
      Record record(folder / "other.db", access);
      ADD_FAILURE();
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("no record of Demarche"), std::string::npos) << error.what();
    }
  }
}

TEST(RecordFaults, JsonThatIsNoneIsDamage) {
  const Folder folder;
  { given::record_with_pilots(folder / "r.db"); }
  execute(
      folder / "r.db",
      "UPDATE document SET authors = '[\"'; INSERT INTO dispute VALUES ('d0123456789ab', 'denial', 'open', NULL, NULL, "
      "1, '', '{', 0)");
  const Record record(folder / "r.db", Record::Access::Read);
  EXPECT_EQ(kind_of_failure([&] { record.document(record.documents().front()); }), ErrorKind::Corrupt);
  EXPECT_EQ(kind_of_failure([&] { record.item("d0123456789ab"); }), ErrorKind::Corrupt);
  EXPECT_EQ(kind_of_failure([&] { given::rows(record, {.kind = Kind::Disputes}); }), ErrorKind::Corrupt);
}

TEST(RecordFaults, AStatementInsideItselfOrInsideNoneIsDamage) {
  for (const char* damage :
       {"UPDATE statement SET inside = 2 WHERE nr = 1; UPDATE statement SET inside = 1 WHERE nr = 2",
        "UPDATE statement SET inside = 9 WHERE nr = 1", "UPDATE event SET inside = 9 WHERE nr = 1"}) {
    const Folder folder;
    { given::record_with_pilots(folder / "r.db"); }
    execute(folder / "r.db", damage);
    const Record record(folder / "r.db", Record::Access::Read);
    EXPECT_EQ(kind_of_failure([&] { record.reading(record.documents().front()); }), ErrorKind::Corrupt) << damage;
  }
}

// The second of two findings of one id is refused, and all that was written with the first is taken back.
TEST(RecordFaults, FindingsThatAreRefusedLeaveNothingRemembered) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  Finding finding;
  finding.id = "h0123456789ab";
  finding.anchors = {{record.documents().front(), "report", {0, 4}, "data/lexicon/en/new.tsv:1"}};
  EXPECT_EQ(kind_of_failure([&] {
              record.replace_findings({finding, finding}, {}, {}, {}, "stamp");
            }),
            ErrorKind::Refused);
  record.begin_run(given::run());
  const Document document = given::article("Another text with Norway in it.");
  engine::Reading reading;
  reading.statements.resize(1);
  reading.statements[0].rule = "data/lexicon/en/new.tsv:1";
  EXPECT_TRUE(record.store(document, reading));
}

TEST(RecordFaults, ANewerRecordIsNotTouched) {
  const Folder folder;
  given::record_with_pilots(folder / "r.db");
  execute(folder / "r.db", "PRAGMA user_version = 999");
  try {
    Record record(folder / "r.db", Record::Access::Write);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::BadInput);
    EXPECT_NE(std::string(error.what()).find("newer"), std::string::npos);
  }
}

TEST(RecordFaults, AHeldRecordIsBusyForWritersAndOpenToReaders) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  sqlite3* other = nullptr;
  sqlite3_open((folder / "r.db").c_str(), &other);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  EXPECT_EQ(kind_of_failure([&] { record.begin_run(given::run()); }), ErrorKind::Busy);
  EXPECT_EQ(Record(folder / "r.db", Record::Access::Read).document_count(), 1u);
  sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr);
  sqlite3_close(other);
  EXPECT_NO_THROW(record.begin_run(given::run()));
}

// A reading that breaks a promise of the tables (an event inside a statement that there is none of) leaves no trace of
// its document.
TEST(RecordFaults, AReadingGoesInWholeOrNotAtAll) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  const Document document = given::article("Another text with Norway in it.");
  engine::Reading reading;
  reading.mentions.mentions = {given::mention(given::find(document, "Norway"), "NOR.NEW", "A new actor", "NOR", 0)};
  reading.events.resize(1);
  reading.events[0].inside = 7;
  EXPECT_EQ(kind_of_failure([&] { record.store(document, reading); }), ErrorKind::Refused);
  EXPECT_FALSE(record.has(document.id()));
  EXPECT_TRUE(given::rows(record, {.kind = Kind::Actors, .actor = "NOR.NEW"}).empty());
  reading.events.clear();
  EXPECT_TRUE(record.store(document, reading)) << "and the record is fit for use";
  EXPECT_EQ(given::rows(record, {.kind = Kind::Actors, .actor = "NOR.NEW"}).size(), 1u);
}

TEST(RecordFaults, WhatWasStoredOutlivesAKill) {
  const Folder folder;
  { Record(folder / "r.db", Record::Access::Write); }
  const pid_t child = fork();
  if (child == 0) {
    Record record(folder / "r.db", Record::Access::Write);
    record.begin_run(given::run());
    for (int i = 0; i < 20; ++i) record.store(given::article("Text number " + std::to_string(i)), {});
    kill(getpid(), SIGKILL);
  }
  int status = 0;
  waitpid(child, &status, 0);
  const Record record(folder / "r.db", Record::Access::Read);
  EXPECT_EQ(record.document_count(), 20u);
  EXPECT_TRUE(record.damage().empty());
}

// The main file and its log as a killed program may leave them, the log cut at any byte: all that opens is whole.
TEST(RecordFaults, ACutLogGivesAnEarlierStateNeverHalfAReading) {
  const Folder folder;
  const auto path = folder / "r.db";
  Record record(path, Record::Access::Write);
  record.begin_run(given::run());
  for (int i = 0; i < 6; ++i) {
    const Document document = given::article(std::string(given::kPilots) + " " + std::to_string(i));
    record.store(document, given::reading_of(document));
  }
  const std::string main = read_file(path), log = read_file(folder / "r.db-wal");
  for (std::size_t cut = 0; cut <= log.size(); cut += log.size() / 23 + 1) {
    const auto copy = folder / ("cut" + std::to_string(cut) + ".db");
    write_file(copy, main);
    write_file(copy.string() + "-wal", log.substr(0, cut));
    try {
      const Record opened(copy, Record::Access::Write);
      EXPECT_TRUE(opened.damage().empty()) << cut;
      EXPECT_EQ(given::rows(opened, {.kind = Kind::Events}).size(), 3 * opened.document_count()) << cut;
    } catch (const Error& error) {
      ADD_FAILURE() << cut << ": " << error.what();
    }
  }
}

TEST(RecordFaults, ATornFileIsDamaged) {
  const Folder folder;
  { given::record_with_pilots(folder / "r.db"); }
  std::string bytes = read_file(folder / "r.db");
  for (std::size_t at = 4096; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 31);
  write_file(folder / "r.db", bytes);
  EXPECT_EQ(kind_of_failure([&] {
              const Record record(folder / "r.db", Record::Access::Read);
              given::rows(record, {.kind = Kind::Events});
            }),
            ErrorKind::Corrupt);
}

}  // namespace
}  // namespace demarche::record
