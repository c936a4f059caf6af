// SPDX-License-Identifier: Apache-2.0
#include "places/places.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "processor_time.h"

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
                             {"The Helmand province saw raids.", "Helmand AFG region"},
                             {"Shells fell on Aleppo and Idlib.", "Aleppo SYR city; Idlib SYR city"},
                             {"KABUL: the palace was shut.", "KABUL AFG city"},
                         }));

INSTANTIATE_TEST_SUITE_P(Ambiguous, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"They met in Hyderabad.", "Hyderabad IND city"},
                             {"Pakistan is tense. They met in Hyderabad.", "Pakistan PAK country; Hyderabad PAK city"},
                             {"A Pakistani court sits in Hyderabad.", "Hyderabad PAK city"},
                             {"They met in Hyderabad, Pakistan.", "Hyderabad PAK city; Pakistan PAK country"},
                             {"It lies in Kandahar province.", "Kandahar AFG region"},
                             {"Tbilisi lies in Georgia.", "Tbilisi GEO city; Georgia GEO country"},
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

// A capital that owns a policy, is party to relations, or is spoken to, is a government.
INSTANTIATE_TEST_SUITE_P(Capitals, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"The reply to Hanoi's offer was late.", ""},
                             {"Tehran's nuclear plans worried them.", ""},
                             {"Tehran's streets were empty.", "Tehran IRN city"},
                             {"Ties with Beijing have soured.", ""},
                             {"Talks between Moscow and Kyiv broke down.", ""},
                             {"The road between Kabul and Jalalabad was cut.", "Kabul AFG city; Jalalabad AFG city"},
                             {"The rebels accuse Ankara of sending arms.", ""},
                             {"The rebels shelled Damascus.", "Damascus SYR city"},
                             {"The plan was backed by Paris.", ""},
                             {"The convoy was watched by Kabul residents.", "Kabul AFG city"},
                             {"The rebels said Khartoum had broken its word.", ""},
                             {"Officials said Baghdad had been hit by rockets.", "Baghdad IRQ city"},
                             {"Bogota and Caracas restored relations.", ""},
                             {"London was against a new tariff.", ""},
                         }));

// What is named after a town, and has no spot there.
INSTANTIATE_TEST_SUITE_P(Namesakes, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"The Minsk agreements were never kept.", ""},
                             {"They signed it in Minsk.", "Minsk BLR city"},
                             {"Under Vienna, an envoy may not be held.", ""},
                             {"The senators would not ratify Kyoto.", ""},
                             {"The freighter Gdansk was stopped.", ""},
                             {"The Sheffield burned for six days.", ""},
                             {"The Sheffield airport was shut.", "Sheffield GBR city"},
                             {"The vote was another Waterloo.", ""},
                             {"He opened a bottle of Bordeaux.", ""},
                             {"He wore a Panama hat.", ""},
                             {"A striker of Liverpool was hurt.", ""},
                             {"Barcelona had won the cup.", ""},
                             {"The fisherman Santiago rowed home.", ""},
                         }));

TEST(FindPlaces, GivesEntryAndTheLineItRestsOn) {
  const auto places = places_in("They met in Kabul.");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].geonameid, 1138958);
  EXPECT_NEAR(places[0].latitude, 34.53, 0.05);
  EXPECT_NEAR(places[0].longitude, 69.17, 0.05);
  EXPECT_EQ(places[0].rule.rfind("data/places/towns.tsv:", 0), 0u);
}

TEST(FindPlaces, AliasKeepsTheNameOfThePlace) {
  const auto places = places_in("Burma closed it.");
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].name, "Myanmar");
}

// What the words beside a name, and what else the text names, say of where it lies.
INSTANTIATE_TEST_SUITE_P(Whereabouts, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"Police in Springfield, Illinois, made an arrest.",
                              "Springfield USA city; Illinois USA region"},
                             {"He was born in Springfield, Mass., in 1961.", "Springfield USA city"},
                             {"Shops shut in Tripoli in Lebanon.", "Tripoli LBN city; Lebanon LBN country"},
                             {"Shops shut in Tripoli.", "Tripoli LBY city"},
                             {"Gunmen held the Iraqi town of Hit for a week.", "Hit IRQ city"},
                             {"US officials met in Paris.", "US USA country; Paris FRA city"},
                             {"They met in Atlanta, Georgia.", "Atlanta USA city; Georgia USA region"},
                             {"US officials flew to Georgia and met ministers in Tbilisi.",
                              "US USA country; Georgia GEO country; Tbilisi GEO city"},
                             {"Syria's Idlib was quiet.", "Syria SYR country; Idlib SYR city"},
                         }));

INSTANTIATE_TEST_SUITE_P(
    Names, FindPlaces,
    testing::ValuesIn(std::vector<Case>{
        {"The siege of Leningrad ended.", "Leningrad RUS city"},
        {"He reported from Saigon and Leopoldville.", "Saigon VNM city; Leopoldville COD city"},
        {"Tankers left the Strait of Hormuz.", "Strait of Hormuz  feature"},
        {"Trucks waited at the Bab al-Hawa crossing.", "Bab al-Hawa SYR feature"},
        {"Syria: shells hit al-Raqqah and Raqqa.", "Syria SYR country; Raqqah SYR city; Raqqa SYR city"},
        {"Voters in Sangamon County, Illinois, queued.", "Sangamon County USA district; Illinois USA region"},
    }));

// "the government of" by its capital is an actor, not a place.
INSTANTIATE_TEST_SUITE_P(Governments, FindPlaces,
                         testing::ValuesIn(std::vector<Case>{
                             {"Tehran rejected the offer.", ""},
                             {"On Monday, Moscow has denied that.", ""},
                             {"Protesters in Tehran rejected the offer.", "Tehran IRN city"},
                             {"Tehran was quiet.", "Tehran IRN city"},
                         }));

std::vector<Place> places_with(const std::string& text, const Clues& clues) {
  const Document document(text, {}, {{{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
  return gazetteer().find(document, tokens_of(document), clues);
}

TEST(FindPlaces, TakesTheNetworksWordForAPerson) {
  const std::vector<reader::Name> names = {{.span = {0, 6}, .kind = reader::NameKind::Person, .score = 1}};
  EXPECT_TRUE(places_with("Austin resigned.", {.names = &names}).empty());
}

TEST(FindPlaces, GoesWhereTheActorsAreAtHome) {
  const auto places = places_with("They met in Hyderabad.", {.countries = {"PAK", "PAK"}});
  ASSERT_EQ(places.size(), 1u);
  EXPECT_EQ(places[0].country, "PAK");
  EXPECT_EQ(places[0].region, "Sindh");
}

TEST(FindPlaces, MarksTheDateline) {
  const std::string text = "AMMAN, Jordan — Shells fell on Daraa in Syria.";
  const auto split = static_cast<std::uint32_t>(text.find("Shells"));
  const Document document(
      text, {},
      {{{0, split}, Zone::Dateline, "dateline"}, {{split, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
  language::Tokens tokens = tokens_of(document);
  std::erase_if(tokens.sentences, [](const language::Sentence& sentence) { return sentence.block == 0; });
  const auto places = gazetteer().find(document, tokens);
  ASSERT_EQ(places.size(), 4u);
  EXPECT_TRUE(places[0].is_dateline && places[1].is_dateline);
  EXPECT_EQ(places[2].name, "Dar‘ā");
  EXPECT_FALSE(places[2].is_dateline);
}

TEST(FindPlaces, NeverTellsARoughMiddleAsAPoint) {
  for (const Place& place :
       places_in("Raids in Helmand province; ships in the Red Sea; voters in Cook County, Illinois."))
    EXPECT_NE(place.precision, "city") << place.name;
}

std::filesystem::path folder_with_gazetteer(const std::string& name) {
  const auto folder = std::filesystem::path(testing::TempDir()) / name / "places";
  std::filesystem::create_directories(folder);
  for (const char* file : {"gazetteer.bin", "countries.tsv", "features.tsv", "other_names.tsv", "doubtful.tsv",
                           "demonyms.tsv", "abbreviations.tsv"})
    std::filesystem::copy_file(std::string(DEMARCHE_SOURCE "/data/places/") + file, folder / file,
                               std::filesystem::copy_options::overwrite_existing);
  const std::filesystem::path words = std::filesystem::path("lexicon") / "en" / "place_words.tsv";
  std::filesystem::create_directories((folder.parent_path() / words).parent_path());
  std::filesystem::copy_file(DEMARCHE_SOURCE "/data" / words, folder.parent_path() / words,
                             std::filesystem::copy_options::overwrite_existing);
  return folder;
}

std::string error_of(const std::filesystem::path& data) {
  try {
    Gazetteer loaded(data);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Gazetteer, TellsWhenATableHasChanged) {
  const auto folder = folder_with_gazetteer("changed");
  EXPECT_EQ(error_of(folder.parent_path()), "");
  std::ofstream(folder / "features.tsv", std::ios::app) << "Nowhere\ttown\t\t0\t0\t\tme\n";
  EXPECT_NE(error_of(folder.parent_path()).find("has changed since"), std::string::npos);
}

TEST(Gazetteer, TellsWhenItIsCutOrMissing) {
  const auto folder = folder_with_gazetteer("cut");
  std::filesystem::resize_file(folder / "gazetteer.bin", 1000);
  EXPECT_NE(error_of(folder.parent_path()).find("make build"), std::string::npos);
  std::filesystem::resize_file(folder / "gazetteer.bin", 10'000'000);
  EXPECT_NE(error_of(folder.parent_path()).find("damaged"), std::string::npos);
  std::filesystem::remove(folder / "gazetteer.bin");
  EXPECT_NE(error_of(folder.parent_path()).find("missing"), std::string::npos);
}

TEST(Gazetteer, IsReadyAtOnce) {
  const std::clock_t start = std::clock();
  const Gazetteer loaded(DEMARCHE_SOURCE "/data");
  EXPECT_LT(given::seconds_since(start), 0.2);  // .02 on an idle machine
  EXPECT_EQ(loaded.fingerprint().size(), 64u);
}

}  // namespace
}  // namespace demarche::places
