// SPDX-License-Identifier: Apache-2.0
// What becomes of words: promises and their days, refusals given up, accounts that change.
#include <gtest/gtest.h>

#include "told.h"

namespace demarche::analysis {
namespace {

using given::disputes_in;
using given::shows;
using given::Told;

// The day of what is promised is not the day on which it was promised.
TEST(Promises, AreMeasuredByTheirDay) {
  Told promise("Norland said that the salt lease of Brunn would be ended by 31 December 1920.", "1920-09-12");
  promise.said("NRL", "promise", "the salt lease of Brunn would be ended by 31 December 1920")
      .on("31 December 1920", "1920-12-31")
      .planned("COOPERATE", "ended", "NRL", "1920-12-31");
  const Told after("Nothing has been done at Brunn, and the salt lease is still in force.", "1921-01-05",
                   "The Dispatch");
  EXPECT_EQ(disputes_in({promise, after}, "promise-broken").size(), 1U);
  const Told before("Nothing has been done at Brunn, and the salt lease is still in force.", "1920-11-05",
                    "The Dispatch");
  EXPECT_TRUE(disputes_in({promise, before}, "promise-broken").empty());
}

// A paper tells in August of what was promised for July; the deed came in October.
TEST(Promises, ToldAfterTheirDayAreKeptLate) {
  Told promise("Norland promised to withdraw its lancers from the Brunn valley by 31 July.", "1921-08-21");
  promise.said("NRL", "promise", "to withdraw its lancers from the Brunn valley by 31 July", "promised")
      .on("31 July", "1921-07-31");
  Told late("October 1921: the last lancers withdraw from the Brunn valley.", "1923-01-01", "The Annals", "chronology");
  late.on("October 1921", "1921-10-01", "1921-10-31");
  EXPECT_EQ(disputes_in({promise, late}, "promise-broken").size(), 1U);
}

TEST(Promises, AreSetAgainstTheFailureOfTheirOwnSentence) {
  Told told(
      "The League has not handed in a single mortar, though its captain swore that he would hand in every mortar.",
      "1921-06-08");
  told.said("LGE", "promise", "he would hand in every mortar", "swore");
  EXPECT_EQ(disputes_in({told}, "promise-broken").size(), 1U);
}

TEST(Promises, AreBrokenWhenTheNextWordsSaySo) {
  Told told("In 1918 Norland promised to respect the Brunn line. It went back on its word.", "1921-06-08");
  told.said("NRL", "promise", "to respect the Brunn line", "promised");
  EXPECT_EQ(disputes_in({told}, "promise-broken").size(), 1U);
}

TEST(Promises, OfMoreThanCameAreBroken) {
  const auto count = [](const std::string& came) {
    Told told("Norland pledged to lend Brunn 60 wagons by June. By that month " + came + " wagons had come.",
              "1921-08-08");
    told.said("NRL", "promise", "to lend Brunn 60 wagons by June", "pledged");
    return disputes_in({told}, "promise-broken").size();
  };
  EXPECT_EQ(count("11"), 1U);
  EXPECT_EQ(count("62"), 0U);
}

// One sentence tells of both: "rejected the demand for".
TEST(Refusals, OfADeedThatNeedsNoThing) {
  Told told("Norland rejected the demand of Ruvenia for an apology.", "1921-06-08");
  told.said("NRL", "refuse", "the demand of Ruvenia for an apology", "rejected")
      .said("RUV", "demand", "for an apology", "demand");
  EXPECT_EQ(disputes_in({told}, "demand-refusal").size(), 1U);
}

TEST(Refusals, BehindButAreAnothers) {
  Told demand("Kestria asked Norland to raise the Skarn dyke.", "1921-06-08");
  demand.names("NRL", "Norland").said("KES", "demand", "to raise the Skarn dyke", "asked");
  Told told("Norland is slowly raising the Skarn dyke, but Ruvenia is opposed to raising the Skarn dyke.", "1921-07-01",
            "The Dispatch");
  told.names("NRL", "Norland").names("RUV", "Ruvenia");
  for (const Dispute& found : disputes_in({demand, told}, "demand-refusal"))
    EXPECT_NE(found.sides[1].names.front(), "NRL") << found.question;
}

// The answers of an interview are those of whom its head names.
TEST(Turns, OfAnInterviewAreItsGuests) {
  Told told(
      "An interview with the consul of Norland\nQ: Will you open the Brunn sluice?\nA: We will not open the Brunn "
      "sluice.",
      "1921-06-08", "The Review", "interview");
  told.names("NRL.GOV", "consul of Norland")
      .turn("Q", "ask", "Will you open the Brunn sluice?")
      .turn("A", "refuse", "We will not open the Brunn sluice.");
  Told demand("Ruvenia demanded that Norland open the Brunn sluice.", "1921-06-01");
  demand.said("RUV", "demand", "that Norland open the Brunn sluice", "demanded");
  const auto refused = disputes_in({told, demand}, "demand-refusal");
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused.front().sides[1].who, std::vector<std::string>{"NRL"});
}

// Who asks why wants an answer and no deed.
TEST(Demands, AreNoQuestions) {
  const auto count = [](const std::string& asked) {
    Told told("Ruvenia asked " + asked + ". Norland will not open the Brunn sluice.", "1921-06-08");
    told.said("RUV", "ask", asked, "asked").said("NRL", "refuse", "Norland will not open the Brunn sluice");
    return disputes_in({told}, "demand-refusal").size();
  };
  EXPECT_EQ(count("Norland to open the Brunn sluice"), 1U);
  EXPECT_EQ(count("when Norland opened the Brunn sluice"), 0U);
}

// "It refused Ruvenian gaugers": those are refused and refuse nothing themselves.
TEST(Turns, ARefusalIsThatOfWhoRefuses) {
  Told before("Norland refused Ruvenian gaugers on the Brunn weir.", "1920-03-01");
  before.said("NRL", "refuse", "Ruvenian gaugers on the Brunn weir", "refused");
  Told after("Norland offered gaugers a hut on the Brunn weir.", "1921-03-01", "The Dispatch");
  after.said("NRL", "promise", "gaugers a hut on the Brunn weir", "offered");
  const auto found = disputes_in({before, after}, "reversal");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().sides[0].who, std::vector<std::string>{"NRL"});
}

// To and fro is two turns, each with what belongs to it.
TEST(Turns, ThereAndBackAreTwo) {
  const auto speech = [](const char* act, const char* words, const char* day) {
    Told told(std::string("Norland: ") + words, day, std::string("The Courier of ") + day);
    return told.said("NRL", act, words);
  };
  const auto found = disputes_in({speech("refuse", "We will not open the Brunn sluice to boats.", "1920-03-01"),
                                  speech("promise", "We will open the Brunn sluice to boats.", "1921-03-01"),
                                  speech("refuse", "We will not open the Brunn sluice to boats again.", "1922-03-01")},
                                 "reversal");
  EXPECT_EQ(found.size(), 2U);
}

TEST(Turns, AnAccountThatChangesNeedsNoKnownDeed) {
  Told before("No Norland geologist has ever sounded the Brunn glacier, said the minister.", "1920-03-01");
  before.said("NRL", "assert", "No Norland geologist has ever sounded the Brunn glacier");
  Told after("Norland conceded that two of its geologists had sounded the Brunn glacier.", "1922-03-01",
             "The Dispatch");
  after.said("NRL", "acknowledge", "two of its geologists had sounded the Brunn glacier", "conceded");
  const auto found = disputes_in({before, after}, "reversal");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(shows(found.front().sides[0], "No Norland geologist"));
  EXPECT_TRUE(shows(found.front().sides[1], "two of its geologists"));
  Told other("Ruvenia said that two geologists had sounded the Brunn glacier.", "1922-03-01", "The Dispatch");
  other.said("RUV", "assert", "two geologists had sounded the Brunn glacier", "said");
  EXPECT_TRUE(disputes_in({before, other}, "reversal").empty());
}

}  // namespace
}  // namespace demarche::analysis
