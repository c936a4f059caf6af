// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "given.h"

namespace demarche::engine {
namespace {

class EngineTest : public testing::Test {
 protected:
  static const Engine& engine() {
    static const Engine shared({.data = given::kSource / "data", .model = given::kSource / "models/demarche-small"});
    return shared;
  }
  static Reading read(const Document& document) {
    auto scratch = engine().make_scratch();
    return engine().read(document, scratch);
  }
};

constexpr const char* kText =
    "Norway urged Peru on Monday to release the two pilots.\n\n"
    "Peru’s interior ministry denied that it had detained any pilots — “Nobody is held here”, it said.\n\n"
    "Łódź hosted talks between Norway and Peru in March 2014; at least 12 soldiers were killed near Cuzco.";

bool lies_within(const Document& document, Span span) {
  return span.begin <= span.end && span.end <= document.text().size();
}

TEST_F(EngineTest, EverySpanLiesWithinTheText) {
  const Document document = given::document(kText);
  const Reading reading = read(document);
  const auto check = [&](const Spans& spans) {
    for (const Span span : spans) EXPECT_TRUE(lies_within(document, span));
  };
  for (const auto& each : reading.mentions.mentions) check({each.span, each.head});
  for (const auto& each : reading.moments) check({each.span});
  for (const auto& each : reading.places) check({each.span});
  for (const auto& each : reading.statements) {
    check(each.source);
    check(each.cue);
    check(each.content);
  }
  for (const auto& each : reading.events) check(each.trigger);
}

TEST_F(EngineTest, LinksPointBackwardsAndInside) {
  const Reading reading = read(given::document(kText));
  const auto count = static_cast<int>(reading.statements.size());
  for (int i = 0; i < count; ++i) EXPECT_LT(reading.statements[static_cast<std::size_t>(i)].inside, i);
  for (const auto& event : reading.events) {
    EXPECT_LT(event.inside, count);
    EXPECT_LT(event.performed_by, count);
  }
}

TEST_F(EngineTest, OtherLanguagesAreNotReadAndSaidSo) {
  const Document document("Le ministre a dit non.", {.language = "fr"}, {{{0, 22}, Zone::Body, ""}});
  const Reading reading = read(document);
  EXPECT_TRUE(reading.statements.empty());
  ASSERT_EQ(reading.notes.size(), 1u);
  EXPECT_NE(reading.notes[0].message.find("fr"), std::string::npos);
}

TEST_F(EngineTest, AnEmptyDocumentGivesAnEmptyReading) {
  const Reading reading = read(given::document(""));
  EXPECT_TRUE(reading.statements.empty() && reading.events.empty() && reading.mentions.mentions.empty());
}

}  // namespace
}  // namespace demarche::engine
