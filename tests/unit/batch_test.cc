// SPDX-License-Identifier: Apache-2.0
// What becomes of the documents of a batch, and of a batch that cannot go on.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <future>
#include <limits>
#include <numeric>

#include "base/error.h"
#include "given_reading.h"
#include "record/in_order.h"
#include "record/keeper.h"

namespace demarche::record {
namespace {

using given::Folder;

class KeeperTest : public testing::Test {
 protected:
  KeeperTest() { record_.begin_run(given::run()); }

  static Output read(const Document& document, engine::Reading reading) {
    return {{document, false, std::nullopt}, std::move(reading)};
  }
  static Output copy(const Document& document) { return {{document, true, std::nullopt}, std::nullopt}; }

  // “$0 million million …” once came out as 0 times infinity.
  static engine::Reading reading_with_no_number(const Document& document) {
    engine::Reading reading = given::reading_of(document);
    reading.events[1].quantities[0].value = std::numeric_limits<double>::quiet_NaN();
    return reading;
  }

  Folder folder_;
  Record record_{folder_ / "r.db", Record::Access::Write};
  const std::vector<std::string> paths_;
  const BatchOptions options_;
  Keeper keeper_{record_, paths_, options_};
};

TEST_F(KeeperTest, ADocumentThatTheRecordRefusesIsAFailureAndTheNextOneIsKept) {
  const Document bad = given::pilots(), good = given::article("Norway is next.");
  keeper_.keep(read(bad, reading_with_no_number(bad)));
  keeper_.keep(read(good, {}));
  EXPECT_EQ(keeper_.total().failed, 1u);
  EXPECT_EQ(keeper_.total().read, 1u);
  const auto failures = given::rows(record_, {.kind = Kind::Failures});
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0]["path"], "news/pilots.txt");
  EXPECT_NE(failures[0]["message"].get<std::string>().find("quantity.value"), std::string::npos);
  EXPECT_FALSE(record_.has(bad.id()));
  EXPECT_TRUE(record_.has(good.id()));
}

TEST_F(KeeperTest, ACopyOfATextThatFailedFailsToo) {
  const Document bad = given::pilots(), echo = given::pilots(given::published("wire/1.txt", "Wire", "2018-01-13"));
  keeper_.keep(read(bad, reading_with_no_number(bad)));
  keeper_.keep(copy(echo));
  EXPECT_EQ(keeper_.total().failed, 2u);
  EXPECT_EQ(keeper_.total().known, 0u);
  const auto failures = given::rows(record_, {.kind = Kind::Failures});
  ASSERT_EQ(failures.size(), 2u);
  EXPECT_EQ(failures[1]["path"], "wire/1.txt");
  EXPECT_NE(failures[1]["message"].get<std::string>().find("news/pilots.txt"), std::string::npos);
}

TEST_F(KeeperTest, ACopyOfATextThatWasKeptIsNoted) {
  const Document first = given::pilots(), echo = given::pilots(given::published("wire/1.txt", "Wire", "2018-01-13"));
  keeper_.keep(read(first, given::reading_of(first)));
  keeper_.keep(copy(echo));
  EXPECT_EQ(keeper_.total().known, 1u);
  EXPECT_EQ(keeper_.total().copies, 1u);
}

std::vector<int> doubled_in_order(unsigned jobs) {
  std::vector<int> out;
  run_in_order<int, int>(
      jobs,
      [](auto&& put) {
        for (int i = 0; i < 50; ++i) put(int{i});
      },
      [] { return [](int&& input) { return 2 * input; }; }, [&](int&& result) { out.push_back(result); });
  return out;
}

TEST(InOrder, NoJobsAreOneJob) {
  std::vector<int> expected(50);
  std::iota(expected.begin(), expected.end(), 0);
  for (int& each : expected) each *= 2;
  for (const unsigned jobs : {0U, 1U, 3U}) EXPECT_EQ(doubled_in_order(jobs), expected) << jobs;
}

// The producer waits for a pipe that stays silent; the consumer cannot go on.
TEST(InOrder, AFailureWakesTheOneThatWaitsForInput) {
  std::promise<void> input;
  std::atomic<bool> is_woken = false;
  const auto produce = [&](auto&& put) {
    put(1);
    input.get_future().wait();
  };
  const auto wake = [&] {
    if (!is_woken.exchange(true)) input.set_value();
  };
  const auto fail = [](int&&) { throw Error(ErrorKind::Io, "the disk is full"); };
  EXPECT_THROW((run_in_order<int, int>(
                   1, produce, [] { return [](int&& given) { return given; }; }, fail, wake)),
               Error);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// Each thread wants room for its stack; with little left, one of them cannot be made, or what it needs cannot be had.
TEST(InOrderDeathTest, AThreadThatCannotBeMadeEndsTheRun) {
  const auto run_short_of_memory = [] {
    alarm(20);
    const rlimit room{256U << 20, 256U << 20};
    setrlimit(RLIMIT_AS, &room);
    try {
      doubled_in_order(1000);
    } catch (const std::system_error&) {
      _exit(0);
    } catch (const std::bad_alloc&) {
      _exit(0);
    }
    _exit(1);
  };
  EXPECT_EXIT(run_short_of_memory(), testing::ExitedWithCode(0), "");
}
#endif

}  // namespace
}  // namespace demarche::record
