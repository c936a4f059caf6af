// SPDX-License-Identifier: Apache-2.0
#include "moments/moments.h"

#include <gtest/gtest.h>

#include <sstream>

namespace demarche::moments {
namespace {

// "2008-01-01/2008-04-30 part-of-year"; one day stands once; an open end is "..".
std::string shown(const Moment& moment) {
  const std::string lo = moment.lo ? show(*moment.lo) : "..", hi = moment.hi ? show(*moment.hi) : "..";
  return (lo == hi ? lo : lo + "/" + hi) + " " + moment.precision;
}

const Day kWritten = *parse_day("2018-01-12");  // a Friday

std::string resolved(std::string_view phrase) {
  const auto moment = resolve_phrase(phrase, kWritten);
  return moment ? shown(*moment) : "none";
}

// "[phrase] value; [phrase] value"
std::string found_in(const std::string& text) {
  std::ostringstream all;
  for (const Moment& moment : find_in_text(text, kWritten)) {
    if (all.tellp() > 0) all << "; ";
    all << '[' << text.substr(moment.span.begin, moment.span.size()) << "] "
        << (moment.lo || moment.hi ? shown(moment) : moment.timex);
  }
  return all.str();
}

struct Case {
  std::string_view phrase, expected;
};

class ResolvePhrase : public testing::TestWithParam<Case> {};
TEST_P(ResolvePhrase, GivesInterval) {
  EXPECT_EQ(resolved(GetParam().phrase), GetParam().expected) << GetParam().phrase;
}

INSTANTIATE_TEST_SUITE_P(Absolute, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"April 2014", "2014-04-01/2014-04-30 month"},
                             {"2008", "2008-01-01/2008-12-31 year"},
                             {"the 1990s", "1990-01-01/1999-12-31 decade"},
                             {"spring 1999", "1999-03-01/1999-05-31 part-of-year"},
                             {"the winter of 2001", "2001-12-01/2002-02-28 part-of-year"},
                             {"Q3 2015", "2015-07-01/2015-09-30 quarter"},
                             {"the second half of 2008", "2008-07-01/2008-12-31 part-of-year"},
                             {"09 September 2008", "2008-09-09 day"},
                             {"Sept. 9, 2008", "2008-09-09 day"},
                             {"Tuesday, 4 July 2017", "2017-07-04 day"},
                             {"in September, 1996", "1996-09-01/1996-09-30 month"},
                             {"2018-12-23", "2018-12-23 day"},
                             {"23-12-2018", "2018-12-23 day"},
                             {"the 19th century", "1801-01-01/1900-12-31 century"},
                             {"31 April 2014", "none"},
                             {"a sunny hill", "none"},
                         }));

INSTANTIATE_TEST_SUITE_P(Relative, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"today", "2018-01-12 day"},
                             {"the day before yesterday", "2018-01-10 day"},
                             {"last week", "2018-01-01/2018-01-07 week"},
                             {"last month", "2017-12-01/2017-12-31 month"},
                             {"this year", "2018-01-01/2018-12-31 year"},
                             {"next spring", "2018-03-01/2018-05-31 part-of-year"},
                             {"last summer", "2017-06-01/2017-08-31 part-of-year"},
                             {"two days ago", "2018-01-10 day"},
                             {"a decade ago", "2008-01-01/2008-12-31 year"},
                             {"300,000 years ago", ".. unknown"},
                             {"999999999 weeks ago", ".. unknown"},
                             {"in recent years", "../2018-01-12 unknown"},
                             {"last Tuesday", "2018-01-09 day"},
                             {"on Tuesday", "2018-01-09 day"},
                             {"on Friday", "2018-01-12 day"},
                             {"in June last year", "2017-06-01/2017-06-30 month"},
                             {"later this year", "2018-01-12/2018-12-31 year"},
                             {"November", "2017-11-01/2017-11-30 month"},
                             {"4 January", "2018-01-04 day"},
                             {"the past 16 years", "2002-01-12/2018-01-11 range"},
                             {"the following month", "2018-02-01/2018-02-28 month"},
                             {"Tuesday of last week", "2018-01-02 day"},
                             {"the first week of March", "2017-02-27/2017-03-05 week"},
                             {"in two weeks", "2018-01-26 day"},
                             {"the third quarter of last year", "2017-07-01/2017-09-30 quarter"},
                             {"this past Monday", "2018-01-08 day"},
                         }));

INSTANTIATE_TEST_SUITE_P(PartsAndRanges, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"early 2008", "2008-01-01/2008-04-30 part-of-year"},
                             {"mid-2011", "2011-05-01/2011-08-31 part-of-year"},
                             {"late 2013", "2013-09-01/2013-12-31 part-of-year"},
                             {"the early 1990s", "1990-01-01/1993-04-30 decade"},
                             {"the end of the year", "2018-09-01/2018-12-31 part-of-year"},
                             {"late March 2014", "2014-03-21/2014-03-31 month"},
                             {"from December 2013 to March 2017", "2013-12-01/2017-03-31 range"},
                             {"from November to March 2017", "2016-11-01/2017-03-31 range"},
                             {"between 2001 and 2005", "2001-01-01/2005-12-31 range"},
                             {"1996–2001", "1996-01-01/2001-12-31 range"},
                             {"1996-98", "1996-01-01/1998-12-31 range"},
                             {"March 3–5, 2014", "2014-03-03/2014-03-05 range"},
                             {"from 3 to 5 March 2014", "2014-03-03/2014-03-05 range"},
                             {"since 2001", "2001-01-01/.. range"},
                             {"by May 2014", "../2014-05-31 range"},
                             {"the rest of the month", "2018-01-12/2018-01-31 month"},
                             {"until 2014", "../2014-12-31 range"},
                             {"after September 11, 2001", "2001-09-12/.. range"},
                         }));

INSTANTIATE_TEST_SUITE_P(Counted, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"two Sundays ago", "2017-12-31 day"},
                             {"three Mondays from now", "2018-01-29 day"},
                             {"the Tuesday after next", "2018-01-23 day"},
                             {"the last weekend of June 2017", "2017-06-24/2017-06-25 week"},
                             {"the coming weekend", "2018-01-13/2018-01-14 week"},
                             {"next week from Tuesday to Thursday", "2018-01-16/2018-01-18 range"},
                             {"between Monday and Wednesday of last week", "2018-01-01/2018-01-03 range"},
                             {"week 3 of May 2017", "2017-05-15/2017-05-21 week"},
                             {"the Monday after Easter 2017", "2017-04-17 day"},
                             {"Easter weekend 2016", "2016-03-26/2016-03-27 week"},
                             {"last year's Easter", "2017-04-16 day"},
                             {"the past quarter", "2017-10-01/2017-12-31 quarter"},
                             {"within two weeks", "2018-01-12/2018-01-26 range"},
                             {"so far this year", "2018-01-01/2018-01-12 range"},
                             {"more than two weeks ago", "../2017-12-29 range"},
                             {"less than two weeks ago", "2017-12-29/2018-01-12 range"},
                             {"later than 2015", "2016-01-01/.. range"},
                             {"5-Mar-14", "2014-03-05 day"},
                             {"this Friday, 12 January", "2018-01-12 day"},
                             {"Friday the 9th", "2018-02-09 day"},
                             {"the month of June 2014", "2014-06-01/2014-06-30 month"},
                             {"2015-Q4", "2015-10-01/2015-12-31 quarter"},
                             {"2015/16", "2015-01-01/2016-12-31 range"},
                             {"5/3 - 5/7", "2017-05-03/2017-05-07 range"},
                             {"from 20 December to 5 January", "2017-12-20/2018-01-05 range"},
                             {"the 1980s and 1990s", "1980-01-01/1999-12-31 range"},
                             {"from 10 am for 3 hours", "2018-01-12 day"},
                         }));

INSTANTIATE_TEST_SUITE_P(NamedDays, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"9/11", "2001-09-11 day"},
                             {"September 11", "2001-09-11 day"},
                             {"11 September 2012", "2012-09-11 day"},
                             {"New Year's Day", "2018-01-01 day"},
                             {"Christmas", "2017-12-25 day"},
                             {"Eid", ".. unknown"},
                         }));

INSTANTIATE_TEST_SUITE_P(Eras, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"22 Bahman 1357", "1979-02-11 day"},
                             {"1392 (SH)", "2013-03-21/2014-03-20 year"},
                             {"the solar year 1380", "2001-03-21/2002-03-20 year"},
                             {"1435 AH", "2013-11-05/2014-10-24 year"},
                             {"1 Muharram 1435", "2013-11-05 day"},
                             {"2557 BE", "2014-01-01/2014-12-31 year"},
                             {"Juche 107", "2018-01-01/2018-12-31 year"},
                             {"Heisei 23", "2011-01-01/2011-12-31 year"},
                             {"Meskerem 1, 2000 EC", "2007-09-12 day"},
                             {"25 October 1917 (Old Style)", "1917-11-07 day"},
                             {"fiscal year 2016", "2015-10-01/2016-09-30 year"},
                             {"FY 2015-16", "2015-07-01/2016-06-30 year"},
                             {"480 BC", ".. year"},
                         }));

INSTANTIATE_TEST_SUITE_P(MovingFeasts, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"Easter 2014", "2014-04-20 day"},
                             {"Orthodox Easter 2013", "2013-05-05 day"},
                             {"Good Friday 1998", "1998-04-10 day"},
                             {"Passover 2018", "2018-03-31 day"},
                             {"Ramadan 2014", "2014-06-29/2014-07-28 month"},
                             {"Nowruz", "2017-03-21 day"},
                             {"Thanksgiving 2016", "2016-11-24 day"},
                             {"Lunar New Year 2008", "2008-02-07 day"},
                         }));

INSTANTIATE_TEST_SUITE_P(Places, ResolvePhrase,
                         testing::ValuesIn(std::vector<Case>{
                             {"the first Friday of next month", "2018-02-02 day"},
                             {"the last Sunday in May 2014", "2014-05-25 day"},
                             {"the 15th day of next month", "2018-02-15 day"},
                             {"the third month of 2021", "2021-03-01/2021-03-31 month"},
                             {"the first three months of 2016", "2016-01-01/2016-03-31 range"},
                             {"the week before last", "2017-12-25/2017-12-31 week"},
                             {"ten years ago today", "2008-01-12 day"},
                             {"2 years and 6 months ago", "2015-07-01/2015-07-31 month"},
                             {"two weeks ago", "2017-12-29 day"},
                             {"no later than May 2014", "../2014-05-31 range"},
                             {"2012 or later", "2012-01-01/.. range"},
                             {"nineteen ninety-six", "1996-01-01/1996-12-31 year"},
                             {"between 4 and 22 this month", "2018-01-04/2018-01-22 range"},
                         }));

TEST(ResolvePhrase, KnowsHours) {
  EXPECT_EQ(resolve_phrase("between 2 and 4 pm on Tuesday", kWritten)->timex, "2018-01-09T14:00/2018-01-09T16:00");
  EXPECT_EQ(resolve_phrase("half past seven", kWritten)->timex, "2018-01-12T07:30");
  EXPECT_EQ(resolve_phrase("1800 hours", kWritten)->timex, "2018-01-12T18:00");
  EXPECT_EQ(resolve_phrase("last night at 8", kWritten)->timex, "2018-01-11T20:00");
}

TEST(ResolvePhrase, KnowsDurationsAndSets) {
  EXPECT_EQ(resolve_phrase("2 years, 3 months and a day", kWritten)->timex, "P2Y3M1D");
  EXPECT_EQ(resolve_phrase("two and a half years", kWritten)->timex, "P2.5Y");
  EXPECT_EQ(resolve_phrase("twice a month", kWritten)->timex, "P1M");
  EXPECT_EQ(resolve_phrase("every Monday at 9 am", kWritten)->timex, "XXXX-WXX-1T09:00");
  EXPECT_EQ(resolve_phrase("for three weeks", kWritten)->timex, "P3W");
  EXPECT_EQ(resolve_phrase("several years", kWritten)->timex, "PXY");
  EXPECT_EQ(resolve_phrase("every year", kWritten)->kind, MomentKind::Set);
  EXPECT_EQ(resolve_phrase("5 pm on Tuesday", kWritten)->timex, "2018-01-09T17:00");
}

TEST(ResolvePhrase, LeavesRelativeOnesOpenWithoutDay) {
  const auto moment = resolve_phrase("yesterday", std::nullopt);
  ASSERT_TRUE(moment);
  EXPECT_FALSE(moment->lo || moment->hi);
  EXPECT_EQ(moment->timex, "PAST_REF");
}

class FindInText : public testing::TestWithParam<std::string> {};
TEST_P(FindInText, SeesNoMoment) { EXPECT_EQ(found_in(GetParam()), ""); }

INSTANTIATE_TEST_SUITE_P(
    Traps, FindInText,
    testing::Values("They may withdraw.", "May I ask why the envoy left?", "Theresa May met them.",
                    "Protesters march to the palace.", "March to the palace, he said.", "It cost about 33 billion.",
                    "They sent 2000 troops.", "About 2000 people fled.", "Under Resolution 1267 it was banned.",
                    "A 30-year-old man was held.", "The second raid failed.", "Version 2.10.3 was released.",
                    "It paid $2000 for it.", "The Sun reported it.", "They met on October Square.",
                    "The Tet Offensive failed.", "The group 17 November claimed it.",
                    "He read One Hundred Years of Solitude.", "Three-quarters of them fled.", "The Sunday Times wrote.",
                    "Operation Dawn 5 failed.", "The government would fall."));

TEST(FindInText, SpansOnlyTheDateBehindSinceAndUntil) {
  EXPECT_EQ(found_in("It has banned them since 2014."), "[2014] 2014-01-01/2014-12-31 year");
  EXPECT_EQ(found_in("It stays until March 2019."), "[March 2019] 2019-03-01/2019-03-31 month");
}

TEST(FindInText, CountsFromTheMomentBefore) {
  EXPECT_EQ(found_in("The pact was signed on 3 May 2011. Three days later it was void."),
            "[3 May 2011] 2011-05-03 day; [Three days later] 2011-05-06 day");
  EXPECT_EQ(found_in("It fell in March 2009, and that year the border was shut."),
            "[March 2009] 2009-03-01/2009-03-31 month; [that year] 2009-01-01/2009-12-31 year");
}

TEST(FindInText, TakesTheYearOfTheStory) {
  EXPECT_EQ(found_in("Talks failed in 1994, 1995, 1996 and 1997. In June they began again."),
            "[1994] 1994-01-01/1994-12-31 year; [1995] 1995-01-01/1995-12-31 year; [1996] 1996-01-01/1996-12-31 year; "
            "[1997] 1997-01-01/1997-12-31 year; [June] 1997-06-01/1997-06-30 month");
}

TEST(FindInText, StoriesGoForward) {
  const std::string found = found_in("War came in 1914, 1915 and in December 1916. In January they marched.");
  EXPECT_NE(found.find("[January] 1917-01-01/1917-01-31 month"), std::string::npos) << found;
}

TEST(FindInText, WritersTodayIsNoAnchorOfAStory) {
  const std::string found =
      found_in("War came in 1914, 1915, 1916 and 1917. It is remembered today. On 3 May they left.");
  EXPECT_NE(found.find("[3 May] 1917-05-03 day"), std::string::npos) << found;
}

// The year 1917 that a plan, an aside or the writer's count names does not carry the story with it.
TEST(FindInText, AsidesLeaveTheStoryWhereItIs) {
  const std::string told = "War came in 1914, 1915 and 1916. ";
  for (const std::string aside : {"They planned a landing for 1917.", "The rules were those of the congress in 1814.",
                                  "It was shut two years ago.", "As of 2009 it stood."})
    EXPECT_NE(found_in(told + aside + " On 3 May they left.").find("[3 May] 1916-05-03 day"), std::string::npos)
        << aside << found_in(told + aside + " On 3 May they left.");
  const std::string found = found_in(told + "On 3 May 1916 it fell. From this day they fled.");
  EXPECT_NE(found.find("[this day] 1916-05-03 day"), std::string::npos) << found;
}

TEST(FindInText, YearsBeforeChristMakeAStory) {
  const std::string found = found_in("The league met in 499 BC, 494 BC and 490 BC. In September it broke.");
  EXPECT_EQ(found.substr(found.rfind('[')), "[September] BC0490-09") << found;
}

TEST(FindInText, KnowsSouthernSeasons) {
  EXPECT_EQ(found_in("Chile shut the pass last summer."), "[last summer] 2016-12-01/2017-02-28 part-of-year");
  EXPECT_EQ(found_in("Norway shut the pass last summer."), "[last summer] 2017-06-01/2017-08-31 part-of-year");
}

TEST(FindInText, DatesTheHoursOfADay) {
  EXPECT_EQ(found_in("They came in the early hours of Tuesday."), "[in the early hours of Tuesday] 2018-01-09 day");
  EXPECT_EQ(found_in("Late on Monday they met."), "[Monday] 2018-01-08 day");
}

TEST(FindInText, NeighboursAreOneStretch) {
  EXPECT_EQ(found_in("In February and March 2011 they met."), "[February and March 2011] 2011-02-01/2011-03-31 range");
}

TEST(FindInText, ListsBorrowMonthAndYear) {
  EXPECT_EQ(found_in("On the 28 and 29 August 2012 they met."),
            "[the 28] 2012-08-28 day; [29 August 2012] 2012-08-29 day");
  EXPECT_EQ(found_in("In April and June 2011 they met."),
            "[April] 2011-04-01/2011-04-30 month; [June 2011] 2011-06-01/2011-06-30 month");
}

TEST(FindInText, LooksAheadBehindWill) {
  EXPECT_EQ(found_in("Sunday's vote will be close."), "[Sunday] 2018-01-14 day");
  EXPECT_EQ(found_in("The talks are to end on Tuesday."), "[Tuesday] 2018-01-16 day");
  EXPECT_EQ(found_in("Both sides will meet in February."), "[February] 2018-02-01/2018-02-28 month");
}

TEST(FindInText, WhatWasToldOnADayLiesBehind) {
  EXPECT_EQ(found_in("She told them on Wednesday: there will be no talks."), "[Wednesday] 2018-01-10 day");
}

TEST(FindInText, TheEndOfTheMonthIsThatOfTheSentence) {
  EXPECT_EQ(found_in("The pact of 3 May 2017 was kept by the end of the month."),
            "[3 May 2017] 2017-05-03 day; [the end of the month] 2017-05-21/2017-05-31 month");
}

TEST(FindInText, WhatStillHoldsBeganNotLongBefore) {
  const std::string found =
      found_in("War came in 1914, 1915, 1916 and 1917. The ban, in force since October, has left them blind.");
  EXPECT_NE(found.find("[October] 2017-10-01/2017-10-31 month"), std::string::npos) << found;
}

TEST(FindInText, KnowsTheAttacksByTheirDate) {
  EXPECT_EQ(found_in("After the September 11 attacks, in the post-9/11 years"),
            "[September 11] 2001-09-11 day; [9/11] 2001-09-11 day");
}

TEST(FindInText, SpansAreBytes) {
  EXPECT_EQ(found_in("In Kandahār – “yesterday” – they fled."), "[yesterday] 2018-01-11 day");
}

TEST(Find, KeepsToReadableSentences) {
  const Document document("Menu 2001.\n\nIt closed in 2016.", {.published = {.day = kWritten}},
                          {{{0, 10}, Zone::Furniture, "menu"}, {{12, 30}, Zone::Body, ""}});
  language::Tokens tokens;
  tokens.sentences.push_back({.span = {12, 30}, .block = 1});
  const auto moments = find(document, tokens);
  ASSERT_EQ(moments.size(), 1u);
  EXPECT_EQ(document.view(moments[0].span), "2016");
}

}  // namespace
}  // namespace demarche::moments
