// SPDX-License-Identifier: Apache-2.0
#include "places/places.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/error.h"

namespace demarche::places {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer loaded(DEMARCHE_SOURCE "/data");
  return loaded;
}

language::Tokens tokens_of(const Document& document) {
  language::Tokens tokens;
  for (std::uint32_t block = 0; block < document.blocks().size(); ++block) {
    for (Span span : language::split_sentences(document.text(), document.blocks()[block].span)) {
      language::Sentence sentence{.span = span, .block = block};
      sentence.first_token = static_cast<std::uint32_t>(tokens.tokens.size());
      for (const language::Token& token : language::split_tokens(document.text(), span)) tokens.tokens.push_back(token);
      sentence.end_token = static_cast<std::uint32_t>(tokens.tokens.size());
      tokens.sentences.push_back(sentence);
    }
  }
  return tokens;
}

std::vector<Place> places_in(const std::string& text) {
  const Document document(text, {}, {{{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
  return gazetteer().find(document, tokens_of(document));
}

// "Kabul AFG city; …"
std::string found_in(const std::string& text) {
  std::ostringstream all;
  for (const Place& place : places_in(text)) {
    if (all.tellp() > 0) all << "; ";
    all << text.substr(place.span.begin, place.span.size()) << ' ' << place.country << ' ' << place.precision;
  }
  return all.str();
}

struct Case {
  std::string text, expected;
};

class FindPlaces : public testing::TestWithParam<Case> {};
TEST_P(FindPlaces, NamesCountryAndPrecision) {
  EXPECT_EQ(found_in(GetParam().text), GetParam().expected) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Plain, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"They met in Kabul.", "Kabul AFG city"},
                             {"A convoy left Kandahār’s suburbs.", "Kandahār AFG city"},
                             {"Fighting in Côte d’Ivoire went on.", "Côte d’Ivoire CIV country"},
                             {"The U.S. and the UK agreed.", "U.S. USA country; UK GBR country"},
                             {"He let us go.", ""},
                             {"Tensions rose across the Middle East.", "Middle East  region"},
                             {"Envoys flew to South Asia.", "South Asia  region"},
                             {"Guinea-Bissau closed its border.", "Guinea-Bissau GNB country"},
                             {"The Helmand province saw raids.", "Helmand AFG admin1"},
                             {"Shells fell on Aleppo and Idlib.", "Aleppo SYR city; Idlib SYR city"},
                             {"KABUL: the palace was shut.", "KABUL AFG city"},
                         }));

INSTANTIATE_TEST_SUITE_P(Ambiguous, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"They met in Hyderabad.", "Hyderabad IND city"},
                             {"Pakistan is tense. They met in Hyderabad.", "Pakistan PAK country; Hyderabad PAK city"},
                             {"A Pakistani court sits in Hyderabad.", "Hyderabad PAK city"},
                             {"They met in Hyderabad, Pakistan.", "Hyderabad PAK city; Pakistan PAK country"},
                             {"It lies in Kandahar province.", "Kandahar AFG admin1"},
                             {"Tbilisi speaks for Georgia.", "Tbilisi GEO city; Georgia GEO country"},
                         }));

INSTANTIATE_TEST_SUITE_P(Traps, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"The Washington Post reported it.", ""},
                             {"The Islamabad Club hosted them.", ""},
                             {"Judges of the Peshawar High Court ruled.", ""},
                             {"A New York Times reporter asked.", ""},
                             {"Nice words were said.", ""},
                             {"They met in Nice.", "Nice FRA city"},
                             {"Reading it was hard.", ""},
                             {"Ms. Jackson resigned.", ""},
                             {"It ended in March.", ""},
                             {"The UN met.", ""},
                             {"US-led troops left.", ""},
                             {"Michael Richmond spoke.", ""},
                         }));

TEST(FindPlaces, GivesEntryAndTheLineItRestsOn) {
  const auto places = places_in("They met in Kabul.");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].geonameid, 1138958);
  EXPECT_NEAR(places[0].latitude, 34.53, 0.05);
  EXPECT_NEAR(places[0].longitude, 69.17, 0.05);
  EXPECT_EQ(places[0].rule.rfind("data/places/cities.tsv:", 0), 0u);
}

TEST(FindPlaces, AliasKeepsTheNameOfThePlace) {
  const auto places = places_in("Burma closed it.");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].name, "Myanmar");
}

TEST(Gazetteer, NamesTheLineThatIsWrong) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "places_test" / "places";
  std::filesystem::create_directories(folder);
  for (const char* name : {"countries", "admin1", "cities", "regions", "aliases", "doubtful"})
    std::filesystem::copy_file(std::string(DEMARCHE_SOURCE "/data/places/") + name + ".tsv",
                               folder / (std::string(name) + ".tsv"),
                               std::filesystem::copy_options::overwrite_existing);
  std::ofstream(folder / "regions.tsv") << "name\tcountry\tlatitude\tlongitude\nNowhere\t\tfar\t0\n";
  try {
    Gazetteer(folder.parent_path());
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()), "data/places/regions.tsv:2: “far” is no number; see data/places/README.md");
  }
}

}  // namespace
}  // namespace demarche::places
