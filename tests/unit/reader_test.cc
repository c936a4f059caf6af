// SPDX-License-Identifier: Apache-2.0
#include "reader/reader.h"

#include <gtest/gtest.h>

#include <fstream>

#include "base/error.h"
#include "given.h"
#include "reader/labels.h"
#include "reader/windows.h"

namespace demarche::reader {
namespace {

const std::filesystem::path kModel = given::kSource / "models/demarche-small";

std::string long_text(int paragraphs) {
  std::string text;
  for (int i = 0; i < paragraphs; ++i) {
    if (i > 0) text.append("\n\n");
    text.append(
        "Norway urged Peru to release the two pilots, and Lima refused. The ministry said that talks had failed.");
  }
  return text;
}

TEST(Windows, CoresHoldEveryUnitOnceInOrder) {
  const Labels labels = load_labels(kModel / "labels.json");
  for (const int paragraphs : {1, 3, 10, 40}) {
    const Document document = given::document(long_text(paragraphs));
    const auto tokens = given::tokens(document);
    const auto units = units_of(tokens);
    std::size_t next = 0;
    for (const Passage& passage : passages(units, labels)) {
      EXPECT_EQ(passage.core_begin, next);
      EXPECT_LE(passage.begin, passage.core_begin);
      EXPECT_LE(passage.core_end, passage.end);
      EXPECT_LE(passage.end - passage.begin, labels.longest_window - 2);
      next = passage.core_end;
    }
    EXPECT_EQ(next, units.size());
    EXPECT_EQ(units.size(), tokens.pieces.size() + static_cast<std::size_t>(paragraphs) - 1);
  }
}

TEST(Windows, ASentenceLongerThanAWindowIsCut) {
  const Labels labels = load_labels(kModel / "labels.json");
  std::string text = "Peru";
  for (int i = 0; i < 2000; ++i) text += " and Peru";
  const Document document = given::document(text);
  const auto units = units_of(given::tokens(document));
  std::size_t covered = 0;
  for (const Passage& passage : passages(units, labels)) covered += passage.core_end - passage.core_begin;
  EXPECT_EQ(covered, units.size());
}

TEST(Labels, ARawScoreIsWorthWhatLiesBetweenItsKnots) {
  const Knots knots = {{0.2F, 0.3F}, {0.6F, 0.7F}, {0.9F, 1.0F}};
  EXPECT_FLOAT_EQ(worth(knots, 0.1F), 0.3F);
  EXPECT_FLOAT_EQ(worth(knots, 0.4F), 0.5F);
  EXPECT_FLOAT_EQ(worth(knots, 0.6F), 0.7F);
  EXPECT_FLOAT_EQ(worth(knots, 0.95F), 1.0F);
  EXPECT_FLOAT_EQ(worth({}, 0.4F), 0.4F);
}

TEST(Labels, FaultsNameTheFile) {
  const auto path = std::filesystem::path(testing::TempDir()) / "labels.json";
  std::ofstream(path) << "{}";
  try {
    load_labels(path);
    FAIL() << "an empty file was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::Corrupt);
    EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos);
  }
}

class ReaderTest : public testing::Test {
 protected:
  static const Reader& reader() {
    static const Reader shared(kModel);
    return shared;
  }
};

std::string show(const Document& document, const Annotations& annotations) {
  std::string shown;
  const auto add = [&](const Spans& spans) {
    for (const Span span : spans) shown.append("[").append(document.view(span)).append("]");
    shown.append("|");
  };
  for (const auto& each : annotations.attributions) {
    add(each.source);
    add(each.cue);
    add(each.content);
    shown += each.act + " " + std::to_string(each.score) + " " + std::to_string(each.inside) + "\n";
  }
  for (const auto& each : annotations.predicates) {
    add(each.trigger);
    shown += each.event + each.modality + std::to_string(each.score) + "\n";
  }
  for (const auto& each : annotations.names) add({each.span});
  return shown;
}

TEST_F(ReaderTest, TheSameTextGivesTheSameAnnotations) {
  const Document document = given::document(long_text(12));
  const auto tokens = given::tokens(document);
  const auto first = reader().make_scratch(), second = reader().make_scratch();
  const std::string once = show(document, reader().annotate(document, tokens, *first));
  reader().annotate(given::document("Another text."), given::tokens(given::document("Another text.")), *first);
  EXPECT_EQ(once, show(document, reader().annotate(document, tokens, *first)));
  EXPECT_EQ(once, show(document, reader().annotate(document, tokens, *second)));
}

TEST_F(ReaderTest, AnEmptyTextGivesNothing) {
  const Document document = given::document("");
  const auto annotations = reader().annotate(document, given::tokens(document), *reader().make_scratch());
  EXPECT_TRUE(annotations.names.empty() && annotations.attributions.empty() && annotations.predicates.empty());
}

TEST_F(ReaderTest, ScoresOfAPairSumToOne) {
  const std::string text = "Norway urged Peru to release the two pilots.";
  const Document document = given::document(text);
  const auto relation = reader().relate(text, given::tokens(document), given::span(document, "Norway"),
                                        given::span(document, "Peru"), *reader().make_scratch());
  float sum = 0;
  for (const float score : relation.scores) sum += score;
  EXPECT_NEAR(sum, 1, 1e-4);
}

TEST_F(ReaderTest, AWordThatDidNotHappenIsJudgedSo) {
  const Document document =
      given::document("Norway arrested two pilots in May. Peru has promised to release the two sailors next year.");
  const auto judged = reader().judge(
      given::tokens(document), {given::span(document, "arrested"), given::span(document, "release"), Span{5000, 5001}},
      *reader().make_scratch());
  ASSERT_EQ(judged.size(), 3u);
  EXPECT_GT(judged[0].happened, 0.5F);
  EXPECT_EQ(judged[0].modality, "happened");
  EXPECT_LT(judged[1].happened, 0.5F);
  EXPECT_TRUE(judged[2].modality.empty());
}

TEST_F(ReaderTest, AntecedentsStandBeforeWhatGoesBackToThem) {
  const Document document =
      given::document("The minister flew to Lima on Monday. He met the president there. She received him for an hour.");
  const auto annotations = reader().annotate(document, given::tokens(document), *reader().make_scratch());
  ASSERT_FALSE(annotations.anchors.empty());
  for (std::size_t i = 0; i < annotations.anchors.size(); ++i) {
    EXPECT_LT(annotations.anchors[i].antecedent, static_cast<int>(i));
    EXPECT_GT(annotations.anchors[i].score, 0.0F);
  }
}

TEST_F(ReaderTest, FindsTheSourceOfAPlainReport) {
  const Document document =
      given::document("The Peruvian foreign ministry said on Monday that talks with Norway had failed.");
  const auto annotations = reader().annotate(document, given::tokens(document), *reader().make_scratch());
  ASSERT_EQ(annotations.attributions.size(), 1u);
  EXPECT_EQ(document.view(annotations.attributions[0].source.at(0)), "The Peruvian foreign ministry");
  EXPECT_EQ(document.view(annotations.attributions[0].cue.at(0)).substr(0, 4), "said");
}

TEST(ReaderFolder, AMissingNetworkIsNamed) {
  try {
    const Reader reader("/nowhere");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
  }
}

}  // namespace
}  // namespace demarche::reader
