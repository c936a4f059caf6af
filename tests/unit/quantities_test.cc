// SPDX-License-Identifier: Apache-2.0
#include "quantities/quantities.h"

#include <gtest/gtest.h>

#include <sstream>

namespace demarche::quantities {
namespace {

const Recognizer& recognizer() {
  static const Recognizer kRecognizer(std::filesystem::path(DEMARCHE_SOURCE) / "data");
  return kRecognizer;
}

// "40..0 persons killed; …": one number where both bounds equal it, else "value(lo..hi)".
std::string found_in(const std::string& text) {
  std::ostringstream all;
  all.precision(15);
  for (const Quantity& quantity : recognizer().find(text, {0, static_cast<std::uint32_t>(text.size())})) {
    if (all.tellp() > 0) all << "; ";
    all << quantity.value;
    if (quantity.lo != quantity.value || quantity.hi != quantity.value)
      all << '(' << quantity.lo << ".." << quantity.hi << ')';
    all << ' ' << quantity.unit << ' ' << quantity.kind;
  }
  return all.str();
}

struct Case {
  std::string text, expected;
};

class FindQuantities : public testing::TestWithParam<Case> {};
TEST_P(FindQuantities, ValueBoundsUnitAndKind) {
  EXPECT_EQ(found_in(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Money, FindQuantities,
                         testing::ValuesIn(std::vector<Case>{
                             {"It gave $23bn.", "23000000000 USD money"},
                             {"They received more than 14 billion dollars.", "14000000000(14000000000..inf) USD money"},
                             {"Aid of almost 2 billion dollars", "2000000000(1800000000..2000000000) USD money"},
                             {"a £5m grant", "5000000 GBP money"},
                             {"Rs 500 crore", "5000000000 rupees money"},
                             {"Rs. 200", "200 rupees money"},
                             {"€1.2 million in loans", "1200000 EUR money"},
                             {"only 20 billion US dollars came", "20000000000 USD money"},
                             {"US$300 million was cut", "300000000 USD money"},
                             {"HK$20 million", "20000000 HKD money"},
                             {"300 million Indian rupees", "300000000 INR money"},
                             {"a 2-billion-dollar loan", "2000000000 USD money"},
                             {"$2-3 billion", "2500000000(2000000000..3000000000) USD money"},
                             {"half a million euros", "500000 EUR money"},
                             {"$5 million million million million", "5000000000000 USD money"},
                             {"billions of dollars", "2000000000(2000000000..9999999999) USD money"},
                         }));

INSTANTIATE_TEST_SUITE_P(
    Casualties, FindQuantities,
    testing::ValuesIn(std::vector<Case>{
        {"A bomb killed 14 people.", "14 persons killed"},
        {"30 weavers were killed when the roof fell.", "30 persons killed"},
        {"It injured 30 weavers and broke 12 looms.", "30 persons injured; 12 looms count"},
        {"14 people were killed and 30 wounded.", "14 persons killed; 30 persons injured"},
        {"killing 14 and wounding 30", "14 persons killed; 30 persons injured"},
        {"It killed 14 people and injured 30.", "14 persons killed; 30 persons injured"},
        {"a death toll of 14", "14 persons killed"},
        {"The death toll rose to 1,400.", "1400 persons killed"},
        {"It left 14 dead.", "14 persons killed"},
        {"The raid claimed 14 lives.", "14 persons killed"},
        {"At least 40 villagers were killed.", "40(40..inf) persons killed"},
        {"Fourteen soldiers died, two civilians were injured.", "14 persons killed; 2 persons injured"},
        {"One soldier was killed.", "1 persons killed"},
        {"14 wounded soldiers came home.", "14 persons injured"},
        {"Police arrested 60 protesters.", "60 persons arrested"},
        {"the arrest of 12 activists", "12 persons arrested"},
        {"Dozens were detained.", "24(24..99) persons arrested"},
        {"More than 30,000 people were displaced.", "30000(30000..inf) persons displaced"},
        {"Two million registered and unregistered refugees live there.", "2000000 persons displaced"},
    }));

INSTANTIATE_TEST_SUITE_P(Counts, FindQuantities,
                         testing::ValuesIn(std::vector<Case>{
                             {"It sent 7,000 troops.", "7000 persons troops"},
                             {"up to 3,000 additional Norwegian soldiers", "3000(0..3000) persons troops"},
                             {"sixty experts met", "60 persons count"},
                             {"between 20 and 30 diplomats", "25(20..30) persons count"},
                             {"40 to 50 people", "45(40..50) persons count"},
                             {"about 200 fighters", "200(180..220) persons troops"},
                             {"hundreds of thousands of people", "200000(200000..999999) persons count"},
                             {"several hundred students", "300(200..900) persons count"},
                             {"two hundred and six thousand workers", "206000 persons count"},
                             {"It rose by 5 percent.", "5 percent percent"},
                             {"It fell by 2.5%.", "2.5 percent percent"},
                             {"They fired twelve missiles.", "12 missiles count"},
                             {"300 armoured vehicles crossed", "300 vehicles count"},
                         }));

INSTANTIATE_TEST_SUITE_P(Traps, FindQuantities,
                         testing::ValuesIn(std::vector<Case>{
                             {"In 2008 relations were strained.", ""},
                             {"It happened on 14 May 2011.", ""},
                             {"On May 14, people met.", ""},
                             {"A 30-year-old man spoke.", ""},
                             {"For three weeks they talked.", ""},
                             {"Resolution 1267 bans it.", ""},
                             {"They live at 10 Castle Street.", ""},
                             {"the 19th century", ""},
                             {"One of them left.", ""},
                             {"It began at 5:30 pm.", ""},
                             {"After 9/11 it changed.", ""},
                             {"They flew F-16 jets.", ""},
                             {"Article 5 was invoked.", ""},
                             {"Trust between the two countries grew.", ""},
                         }));

TEST(FindQuantities, SpanCoversBoundsAndNoun) {
  const std::string text = "Yesterday at least 40 villagers were killed.";
  const auto quantities = recognizer().find(text, {0, static_cast<std::uint32_t>(text.size())});
  ASSERT_EQ(quantities.size(), 1u);
  EXPECT_EQ(text.substr(quantities[0].span.begin, quantities[0].span.size()), "at least 40 villagers");
}

TEST(FindQuantities, KeepsWithinTheSpan) { EXPECT_TRUE(recognizer().find("killed 14 people", {0, 7}).empty()); }

}  // namespace
}  // namespace demarche::quantities
