// SPDX-License-Identifier: Apache-2.0
#include "text/text.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(Days, OnlyExistingOnesParse) {
  for (const char* good : {"2018-10-03", "1996-02-29", "0001-01-01"}) EXPECT_EQ(show(parse_day(good).value()), good);
  for (const char* bad : {"2018-02-30", "2018-13-01", "2018-1-01", "20181003", "", "2018-10-03T", "abcd-ef-gh"}) {
    EXPECT_FALSE(parse_day(bad)) << bad;
  }
}

TEST(Spans, HalfOpen) {
  const Span outer{2, 8};
  EXPECT_TRUE(outer.contains({2, 8}));
  EXPECT_FALSE(outer.contains({2, 9}));
  EXPECT_TRUE(outer.overlaps({7, 9}));
  EXPECT_FALSE(outer.overlaps({8, 9}));
}

TEST(Documents, TheSameTextIsTheSameDocument) {
  const Document first("Lima refused.", {.path = "a.txt"}, {});
  const Document second("Lima refused.", {.path = "b.txt"}, {});
  EXPECT_EQ(first.id(), second.id());
  EXPECT_EQ(first.id().size(), 16u);
  EXPECT_EQ(first.view({5, 12}), "refused");
}

TEST(Documents, KindsHaveNames) {
  for (const char* name : {"news", "interview", "release", "chronology", "opinion", "transcript", "other"}) {
    EXPECT_EQ(name_of(document_kind(name).value()), name);
  }
  EXPECT_FALSE(document_kind("poem"));
}

}  // namespace
}  // namespace demarche
