// SPDX-License-Identifier: Apache-2.0
// Phrases in their sentences, misspelt names and bodies that no table knows.
#include <gtest/gtest.h>

#include "actors/actors.h"
#include "actors/spelling.h"
#include "base/tsv.h"

namespace demarche::actors {
namespace {

const Tables& tables() {
  static const Tables kTables(std::filesystem::path(DEMARCHE_SOURCE) / "data", {});
  return kTables;
}

// "PER/MIL", "/MIL" for a type without a country, "" for nothing.
std::string reading(const std::string& phrase, const std::string& day, const std::string& context = "") {
  const auto found = Resolver(tables()).resolve_phrase(phrase, parse_day(day), context);
  return found ? found->country + "/" + found->sector : "";
}

struct Expected {
  const char* phrase;
  const char* context;
  const char* reading;
};

void expect_readings(const std::vector<Expected>& cases, const std::string& day = "2005-03-02") {
  for (const Expected& each : cases)
    EXPECT_EQ(reading(each.phrase, day, each.context), each.reading) << each.phrase << ": " << each.context;
}

TEST(Context, RoleWithoutOwnerIsOfTheOnlyStateNamed) {
  expect_readings({
      {"police", "In Lima police closed two streets.", "PER/COP"},
      {"the army", "Peru counted its votes for a third day. The army guarded the boxes.", "PER/MIL"},
      {"the government", "Norwegians had waited a year. The government gave way.", "NOR/GOV"},
      {"Judge Aino Lahti", "Judge Aino Lahti adjourned the hearing in Oslo.", "NOR/JUD"},
  });
}

TEST(Context, RoleStaysOpenWhereTheStateIsNotTold) {
  expect_readings({
      {"the army", "Peru and Chile counted their dead. The army kept silent.", "/MIL"},
      {"the government", "Norway accused the government of delays.", "/GOV"},
      {"soldiers", "Peru was quiet, and soldiers slept on the quay.", "/MIL"},
      {"militants", "A bus was stopped in Peru, and militants took the driver.", "/UAF"},
      {"Colonel Lahti", "Colonel Lahti sat beside the Peruvian minister.", "/MIL"},
      {"police", "He flew to Lima, but police held him at the gate.", "/COP"},
  });
}

TEST(Context, WiderPhraseOfTheSentenceCounts) {
  expect_readings({
      {"police", "Norway's police found nothing.", "NOR/COP"},
      {"Colonel Aino Lahti", "Colonel Aino Lahti of the Peruvian army signed for the crates.", "PER/MIL"},
      {"Aino Lahti", "Aino Lahti, spokeswoman of the Peruvian army, denied it.", "PER/MIL"},
      {"Aino Lahti", "Aino Lahti of Amnesty International denied it.", "NGO/NGO"},
      {"Lahti", "Norwegian defence minister Aino Lahti came. Lahti spoke.", "NOR/GOV"},
      {"an expert", "An expert in Oslo doubted it.", "/EDU"},
      {"Vellamo", "Vellamo, a Finnish shipping line, sold two ferries.", "FIN/BUS"},
  });
}

TEST(Context, TheTextsOwnAcronymOutranksTheTables) {
  expect_readings({
      {"CIA clerks", "The Commission for Irrigation of Albania (CIA) met at noon, and CIA clerks took notes.",
       "ALB/GOV"},
      {"CIA", "The CIA met at noon.", "USA/SPY"},
      {"UPF leaders", "The Union of Peruvian Ferrymen (UPF) went home. The UPF leaders stayed.", "PER/LAB"},
      {"BKV", "The Election Commission of Norway (BKV) printed ballots; the BKV paid late.", "NOR/GOV"},
  });
}

TEST(Context, TownsWhereThingsHappenAreNobody) {
  expect_readings({
      {"Lima", "Fog lay over the roofs of Lima.", ""},
      {"Oslo", "The lake lies forty kilometres south of Oslo.", ""},
      {"Lima", "The train runs between Lima and the hills.", ""},
      {"Lima", "No lorry could reach Lima.", ""},
      {"Lima", "Lima recalled its envoy.", "PER/GOV"},
      {"Lima", "Talks between Lima and Oslo went on.", "PER/GOV"},
      {"Peru", "It was the finest Peru in the catalogue.", ""},
      {"Lima", "Lima was without light for two nights.", ""},
      {"Lima", "Lima had no bread on the third day.", ""},
      {"Lima", "Half of Lima queued for candles.", ""},
      {"Lima", "The nurses were flown out of Lima at noon.", ""},
      {"Lima", "The clocks of Lima struck four.", ""},
      {"Lima", "Lima, where it had rained, was dark.", ""},
      {"Lima", "Lima's narrow streets were empty.", ""},
      {"Lima", "From Lima the line runs north.", ""},
      {"Lima", "A singer from Lima came by the same boat.", ""},
      {"Lima", "Lima was slow to answer.", "PER/GOV"},
      {"Lima", "Lima was closed to the idea.", "PER/GOV"},
      {"Lima", "Allies of Lima voted against it.", "PER/GOV"},
      {"Lima", "The demands of Lima were met.", "PER/GOV"},
      {"Lima", "Lima's view is that the treaty holds.", "PER/GOV"},
  });
}

TEST(Context, WhoComesFromElsewhereIsOfNoTown) {
  expect_readings({
      {"foreign observers", "In Lima foreign observers asked for ink.", "/ELI"},
      {"a spokesman", "In Lima a spokesman would not say for whom he spoke.", "/GOV"},
      {"a court", "A court will say who owns the wreck off Peru.", "/JUD"},
      {"a court", "In Peru a court freed the captain.", "PER/JUD"},
      {"gunmen", "Near Lima gunmen stopped a bus.", "/UAF"},
      {"refugees", "On the road to Lima refugees slept in a barn.", "/REF"},
      {"mediators", "It rained in Peru, and mediators stayed indoors.", "/GOV"},
      {"officials", "Between Peru and the sea officials had lit fires.", "/GOV"},
  });
}

TEST(Context, CommonSurnamesAndAcronymsNeedMoreThanThemselves) {
  expect_readings({
      {"Chavez", "Chavez mended the net before supper.", ""},
      {"Chavez", "Chavez told Peru that he would not come.", "VEN/GOV"},
      {"Chavez", "", "VEN/GOV"},
      {"Juan Hernández", "Juan Hernández sold oranges at the gate.", ""},
      {"Michael Müller", "", ""},
      {"ETA", "The pilot gave an ETA of nine minutes.", ""},
      {"ETA", "ETA gave up the quarry.", "ESP/REB"},
  });
}

TEST(Spelling, OnlyLongWordsMayDiffer) {
  EXPECT_TRUE(may_be_meant("kenyian", "kenyan"));
  EXPECT_TRUE(may_be_meant("phillipine", "philippine"));
  EXPECT_FALSE(may_be_meant("perus", "peru"));
  EXPECT_FALSE(may_be_meant("austrian", "australian"));
  EXPECT_FALSE(may_be_meant("peruvian", "peruvian"));
  EXPECT_TRUE(differ_by_doubling("hammas", "hamas"));
  EXPECT_FALSE(differ_by_doubling("hamas", "hamas"));
  EXPECT_FALSE(differ_by_doubling("humus", "hamas"));
}

TEST(Spelling, GroupsOfShortNames) {
  expect_readings({
      {"Hammas", "", "PSE/REB"},
      {"Boko Haraam", "", "NGA/REB"},
      {"the Hezbullah fighters", "", "LBN/REB"},
      {"Hamaz", "", ""},
  });
}

TEST(Names, OneNameForSeveralOfficesAndSpellings) {
  EXPECT_EQ(reading("Milosevic", "1999-04-01"), "YUG/GOV");
  EXPECT_EQ(reading("President Milosevic", "1995-04-01"), "SRB/GOV");
  EXPECT_EQ(reading("Queen Elizabeth II", "1995-04-01"), "GBR/GOV");
  EXPECT_EQ(reading("Zaid bin Shaker", "1992-04-01"), "JOR/GOV");
  EXPECT_EQ(reading("Foday Sankoh", "1999-12-01"), "SLE/REB");
  // No other person's name is cut at its hyphen.
  EXPECT_EQ(reading("Kim Young-ho", "2009-05-12"), "");
}

TEST(Spelling, MisspeltAdjectivesSurnamesAndNames) {
  expect_readings({
      {"the Peruvvian army", "", "PER/MIL"},
      {"Norvegian foreign ministry", "", "NOR/GOV"},
      {"the Indiana police", "", "/COP"},
      {"Afganistan", "", "AFG/GOV"},
  });
  EXPECT_EQ(reading("President Putyn", "2005-03-02"), "/GOV");  // too short
  EXPECT_EQ(reading("President Fujimory", "1995-03-02"), "PER/GOV");
  EXPECT_EQ(reading("President Fujimory", "2015-03-02"), "/GOV");  // long after
  const auto found = Resolver(tables()).resolve_phrase("President Fujimory", parse_day("1995-03-02"));
  ASSERT_TRUE(found);
  EXPECT_LE(found->score, 0.5f);
  EXPECT_NE(found->rule.find("misspelt"), std::string::npos);
}

TEST(Bodies, NameSaysWhatTheyAre) {
  expect_readings({
      {"Peru Consolidated Copper Mines", "", "PER/BUS"},
      {"Union of Norwegian Ferrymen", "", "NOR/LAB"},
      {"Lahti Institute for Basin Studies", "", "/NGO"},
      {"North Waziristan Agency", "", ""},
      {"Ministry of Water Resources of Finland", "", "FIN/GOV"},
  });
}

TEST(Grammar, AppositionsPartsAndRanks) {
  expect_readings({
      {"Tapio, a Finnish carpenter", "", "FIN/CVL"},
      {"the Vellamo, a frigate of the Finnish navy", "", "FIN/MIL"},
      {"Iquitos-based Peruvian guerrillas", "", "PER/REB"},
      {"governor of New Jersey", "", "USA/GOV"},
      {"Peruvian police general Aino Lahti", "", "PER/COP"},
      {"army of Lesotho", "", "LSO/MIL"},
      {"the Sinaloa cartel", "", "MEX/CRM"},
      {"the coalition", "", "/MIL"},
      {"the Norwegian-led coalition", "", "/MIL"},
      {"the Abkhaz authorities", "", "GEO/PRE"},
      {"Finnish lake protection organisation", "", "FIN/NGO"},
      {"Norwegian reporter", "", "NOR/JRN"},
  });
}

}  // namespace
}  // namespace demarche::actors
