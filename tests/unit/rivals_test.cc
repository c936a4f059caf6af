// SPDX-License-Identifier: Apache-2.0
// Rival accounts: two voices that give another number, or name another doer, of one thing.
#include <gtest/gtest.h>

#include "told.h"

namespace demarche::analysis {
namespace {

using given::disputes_in;
using given::Told;

TEST(FiguresSideBySide, ABareNumberGoesOnWithWhatTheLastVoiceCounted) {
  const Told told("The harbour master counted 40 crates on the quay. The captain gives 15.");
  const auto found = disputes_in({told}, "figure");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().sides.size(), 2U);
}

TEST(FiguresSideBySide, ARangeIsShownByItsEnds) {
  const Told told("The harbour master counted 40 crates on the quay. The captain gives between 10 and 20.");
  const auto found = disputes_in({told}, "figure");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found.front().question.find("10 to 20"), std::string::npos) << found.front().question;
}

TEST(FiguresSideBySide, AnAnswerMeetsTheFigureOfItsQuestion) {
  Told told("Review: The generals count 300 men on your side. Commander: We have two thousand under arms.",
            "1921-06-08", "The Review", "interview");
  told.said("REVIEW", "ask", "The generals count 300 men on your side", ":")
      .said("NAV", "assert", "We have two thousand under arms");
  EXPECT_EQ(disputes_in({told}, "figure").size(), 1U);
}

TEST(FigureQuestions, TellWhoSaysWhat) {
  Told told("By Sunday night the harbour master had counted 40 crates on the quay. The organisers speak of 15.");
  const auto found = disputes_in({told}, "figure");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().question, "How many crates (quay)? organisers say 15, harbour master says 40.");
}

TEST(FiguresSideBySide, PeopleOfTwoKindsAreNotOneCount) {
  Told told("The mayor said 12 fishermen were missing. The union asked that 40 prisoners in Selma be freed.");
  told.said("PER", "assert", "12 fishermen were missing").said("NOR", "demand", "40 prisoners in Selma be freed");
  EXPECT_TRUE(disputes_in({told}, "figure").empty());
}

TEST(FiguresSideBySide, OneVoiceGivesOneNumberForOneMatter) {
  Told told("Norway counted 30 dead on the island and 90 dead on the mainland. Peru put the dead of the island at 50.");
  told.said("NOR", "assert", "30 dead on the island and 90 dead on the mainland")
      .said("PER", "assert", "the dead of the island at 50");
  for (const Dispute& dispute : disputes_in({told}, "figure")) EXPECT_EQ(dispute.sides.size(), 2U);
}

TEST(FiguresInTwoTexts, MeetBySettingAndNotByKind) {
  Told one(
      "The mill at Selma burned on the night of the strike. Norway said 30 weavers were killed when the roof fell.");
  one.said("NOR", "assert", "30 weavers were killed when the roof fell");
  Told other("The roof of the Selma mill fell on the weavers. Peru said that 55 were killed in the burning mill.",
             "1921-06-08", "The Gazette");
  other.said("PER", "assert", "55 were killed in the burning mill");
  Told stranger("A ferry sank off Orvend in a storm. Chile said 70 passengers were killed.", "1921-06-08",
                "The Herald");
  stranger.said("CHL", "assert", "70 passengers were killed");
  const auto found = disputes_in({one, other, stranger}, "figure");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().sides.size(), 2U);
  const std::string& question = found.front().question;
  EXPECT_TRUE(question.starts_with("How many were killed (")) << question;
  EXPECT_TRUE(question.ends_with("? NOR says 30, PER says 55.")) << question;
}

TEST(FiguresInTwoTexts, AReportMeetsAClaimAndNoOtherReport) {
  const Told one(
      "The roof of the Selma mill fell on the weavers in the strike. It killed 30 weavers in the burning mill.");
  Told claim(
      "The roof of the Selma mill fell on the weavers. Peru said that 55 weavers were killed in the burning mill.",
      "1921-06-08", "The Gazette");
  claim.said("PER", "assert", "55 weavers were killed in the burning mill");
  const Told later(
      "The roof of the Selma mill fell on the weavers in the strike. It killed 55 weavers in the burning mill.",
      "1921-06-08", "The Herald");
  EXPECT_EQ(disputes_in({one, claim}, "figure").size(), 1U);
  EXPECT_TRUE(disputes_in({one, later}, "figure").empty());
}

Told two_versions_of_a_shot() {
  Told told("Norway says that rebels shot at the pilot boat. The rebels blame a patrol of Norway.");
  told.said("NOR", "assert", "rebels shot at the pilot boat").did("ASSAULT", "shot", "NOR.REB.SKI");
  told.said("NOR.REB.SKI", "accuse", "a patrol of Norway", "blame").did("ACCUSE", "blame", "NOR.REB.SKI", "NOR", false);
  return told;
}

TEST(Charges, EachBlamesTheOther) {
  const auto found = disputes_in({two_versions_of_a_shot()}, "culprit");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found.front().sides.size(), 2U);
  EXPECT_EQ(found.front().sides[0].stance, "blames NOR.REB.SKI");
  EXPECT_EQ(found.front().sides[1].stance, "blames NOR");
  EXPECT_TRUE(found.front().question.ends_with("? NOR blames NOR.REB.SKI, NOR.REB.SKI blames NOR."))
      << found.front().question;
}

TEST(Charges, OfTwoDeedsAreNoRivals) {
  Told told(
      "Norway says that rebels shot at the pilot boat. A fair was held in the town. A choir sang. "
      "Peru blames Chile for the price of salt.");
  told.said("NOR", "assert", "rebels shot at the pilot boat").did("ASSAULT", "shot", "NOR.REB.SKI");
  told.said("PER", "accuse", "Chile", "blames").did("ACCUSE", "blames", "PER", "CHL", false);
  EXPECT_TRUE(disputes_in({told}, "culprit").empty());
}

TEST(RivalTimes, HoursOfABookAndOfAWitness) {
  Told told(
      "The keeper said that the lighthouse lamp exploded at half past eleven at night. "
      "The log of the pilots has the explosion at a quarter past two in the morning.");
  told.said("NOR", "assert", "the lighthouse lamp exploded at half past eleven at night");
  const auto found = disputes_in({told}, "time");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found.front().question.find("NOR says at 23:30, The Courier says at 02:15."), std::string::npos)
      << found.front().question;
}

TEST(RivalTimes, HoursOfTwoThingsAreNone) {
  Told told("The keeper said that the lamp exploded at half past eleven at night. Breakfast was served at 7.15 am.");
  told.said("NOR", "assert", "the lamp exploded at half past eleven at night");
  EXPECT_TRUE(disputes_in({told}, "time").empty());
}

Told two_days(const std::string& second, const std::string& day) {
  Told told("Norway said that the cable was cut on 3 May. Peru said that the cable was cut on " + second + ".");
  told.said("NOR", "assert", "the cable was cut on 3 May").said("PER", "assert", "the cable was cut on " + second);
  told.on("3 May", "1921-05-03").on(second, day);
  return told;
}

TEST(RivalTimes, DaysWithinAMonthOfOneMatter) {
  EXPECT_EQ(disputes_in({two_days("9 May", "1921-05-09")}, "time").size(), 1U);
  EXPECT_TRUE(disputes_in({two_days("9 December", "1921-12-09")}, "time").empty());
}

TEST(Denials, AreCitedWithoutTheDayOfSaying) {
  Told told(
      "Norway said on Tuesday that Peru had cut the cable at Vardo. Peru denied that it had cut the cable at Vardo.");
  told.said("NOR", "assert", "on Tuesday that Peru had cut the cable at Vardo")
      .said("PER", "deny", "it had cut the cable at Vardo", "denied");
  const auto found = disputes_in({told}, "denial");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found.front().question.find("“Peru had cut the cable at Vardo”"), std::string::npos)
      << found.front().question;
}

TEST(Denials, WhoNeitherConfirmsNorDeniesSaysNoNo) {
  Told told(
      "Norway said that Peru had cut the cable at Vardo. Peru neither confirmed nor denied that it had cut the cable "
      "at Vardo.");
  told.said("NOR", "assert", "Peru had cut the cable at Vardo")
      .said("PER", "evade", "it had cut the cable at Vardo", "neither confirmed nor denied");
  EXPECT_TRUE(disputes_in({told}, "denial").empty());
}

}  // namespace
}  // namespace demarche::analysis
