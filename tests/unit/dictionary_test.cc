// SPDX-License-Identifier: Apache-2.0
#include "actors/dictionary.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace demarche::actors {
namespace {

const std::filesystem::path kSource = DEMARCHE_SOURCE;

const Tables& tables() {
  static const Tables kTables(kSource / "data", {});
  return kTables;
}

class Dictionaries : public testing::Test {
 protected:
  Dictionaries() { std::filesystem::create_directories(folder_); }
  ~Dictionaries() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path given(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  Dictionary read(const std::string& text) const { return read_dictionary(given("some.actors.txt", text)); }

  // The resolver with the table that was made of a dictionary.
  Tables imported(const std::string& text, const std::string& name = "some.actors.txt") const {
    const Import made = import_dictionaries({read_dictionary(given(name, text))}, tables(), {});
    return {kSource / "data", {given("actors.tsv", made.table)}};
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("demarche_dictionary_" + std::to_string(getpid()));
};

std::string resolved(const Tables& with, const std::string& phrase, const std::string& day = "") {
  const auto found = Resolver(with).resolve_phrase(phrase, parse_day(day));
  return found ? found->actor + (found->person.empty() ? "" : " " + found->person) : "";
}

std::size_t sum(const DictionaryCounts& is) {
  return is.blank + is.comments + is.names + is.synonyms + is.codes_alone + is.agents + is.sets + is.left_out +
         is.failed;
}

constexpr const char* kActors =
    "# Actors of an invented affair\n"
    "\n"
    "SUOMEN_RAUTA_LIITTO_ ; a league\n"
    "+IRON_LEAGUE_OF_FINLAND_(ILOF)_\n"
    "\t[FINREB]\n"
    "AINO_MARIA_LAHTINIEMI_  # she\n"
    "+AINO_LAHTINIEMI_\n"
    "\t[FINGOVMIL 030101-051231]\n"
    "\t[FINOPP >100601]\n"
    "\t[FINELI]\n"
    "FINLANDIA_NORDICA_ [FIN]\n"
    "+FINLANDD_\n"
    "+JYVASKYLA_\n";

TEST_F(Dictionaries, EachLineIsOneThing) {
  const Dictionary read_one = read(kActors);
  EXPECT_EQ(read_one.counts.lines, 13u);
  EXPECT_EQ(sum(read_one.counts), 13u);
  EXPECT_EQ(read_one.counts.names, 3u);
  EXPECT_EQ(read_one.counts.synonyms, 4u);
  EXPECT_EQ(read_one.counts.codes_alone, 4u);
  EXPECT_EQ(read_one.counts.codes, 5u);
  EXPECT_EQ(read_one.counts.dated, 2u);
  EXPECT_TRUE(read_one.problems.empty());
}

TEST_F(Dictionaries, MalformedLinesAreNamed) {
  const Dictionary one = read(
      "+NOBODY_ABOVE_\n"                   // 1
      "FIRST_ [FINGOV 030101-\n"           // 2: not closed
      "SECOND_PERSON_\n"                   // 3
      "\t[FINGOV 031301-031401]\n"         // 4: no month
      "THIRD_PERSON_\n"                    // 5
      "\t[FINGOV 051231-030101]\n"         // 6: inverted
      "\t[FING]\n"                         // 7: parts of three letters
      "LONELY_NAME_\n"                     // 8: its code is missing
      "FOURTH_ [FINGOV] and more\n"        // 9
      "POLICEWOMAN {POLICEWOMEN [~COP]\n"  // 10
      "FIFTH_ [FINGOV]\n"                  // 11
      "SIXTH\xEF\xBF\xBD_ [FINGOV]\n"      // 12: a damaged letter
      "!WORDS! = \n"                       // 13
      "BUS!DRIVER! [~LAB]\n");             // 14
  std::string lines;
  for (const DictionaryProblem& problem : one.problems) lines += problem.where.substr(problem.where.find(':')) + " ";
  EXPECT_EQ(lines, ":1 :2 :4 :6 :7 :9 :10 :8 :12 :13 :14 ");
  EXPECT_EQ(sum(one.counts), one.counts.lines);
  ASSERT_EQ(one.entries.size(), 1u);
  EXPECT_EQ(one.entries[0].names[0], "FIFTH_");
}

TEST_F(Dictionaries, YearsOfTwoDigits) {
  const Dictionary one =
      read("SOMEBODY_ELSE_\n\t[FINGOV 300101-991231]\n\t[FINMIL 000101-20291231]\n\t[FINELI <300101]\n");
  ASSERT_EQ(one.entries.size(), 1u);
  EXPECT_EQ(show(*one.entries[0].codes[0].from), "1930-01-01");
  EXPECT_EQ(show(*one.entries[0].codes[1].from), "2000-01-01");
  EXPECT_EQ(show(*one.entries[0].codes[1].to), "2029-12-31");
  EXPECT_FALSE(one.entries[0].codes[2].from);
  EXPECT_TRUE(one.problems.empty());
}

TEST_F(Dictionaries, PersonsHaveTermsAndTheTimesBetween) {
  const Tables with = imported(kActors);
  EXPECT_EQ(resolved(with, "Aino Lahtiniemi", "2004-02-03"), "FIN.GOV.MIL Aino Maria Lahtiniemi");
  EXPECT_EQ(resolved(with, "Aino Maria Lahtiniemi", "2008-02-03"), "FIN.ELI Aino Maria Lahtiniemi");
  EXPECT_EQ(resolved(with, "Aino Maria Lahtiniemi", "2012-02-03"), "FIN.OPP Aino Maria Lahtiniemi");
}

TEST_F(Dictionaries, GroupsStatesAndTowns) {
  const Tables with = imported(kActors);
  EXPECT_EQ(resolved(with, "Iron League of Finland"), "FIN.REB.SUOMEN_RAUTA_LIITTO");
  EXPECT_EQ(resolved(with, "the ILOF"), "FIN.REB.SUOMEN_RAUTA_LIITTO");
  EXPECT_EQ(resolved(with, "Finlandd"), "FIN");
  EXPECT_EQ(resolved(with, "the Finlandia Nordica government"), "FIN.GOV");
  EXPECT_EQ(resolved(with, "Jyvaskyla"), "FIN");
}

TEST_F(Dictionaries, WhatTheTablesKnowKeepsItsId) {
  const Tables with = imported("HEZBOLLAH_ [LBNREB]\n+PARTY_OF_THE_INVENTED_CEDAR_\nUN_ [IGOUNO]\n+UNITID_NATIONS_\n");
  const std::string known = resolved(tables(), "Hezbollah");
  EXPECT_EQ(resolved(with, "Party of the Invented Cedar"), known);
  EXPECT_EQ(resolved(with, "Unitid Nations"), "UNO");
}

TEST_F(Dictionaries, AgentsBecomeRoles) {
  const Tables with = imported(
      "!DRIVER! = DRIVER, DRIVERS\n"
      "MOOSE_RANGER {MOOSE_RANGERS} [~COP]\n"
      "TRAM_!DRIVER! [~LAB]\n"
      "LICHEN_FARMER [~AGR]\n"
      "REINDEER_OBSERVERS_IN [IGO~]\n",
      "some.agents.txt");
  EXPECT_EQ(resolved(with, "Finnish moose rangers"), "FIN.COP");
  EXPECT_EQ(resolved(with, "a Finnish tram driver"), "FIN.LAB");
  EXPECT_EQ(resolved(with, "Finnish lichen farmers"), "FIN.AGR");
}

TEST_F(Dictionaries, OlderFormsAndLatin1) {
  const Tables with = imported("JYV\xC4SKYL\xC4N_KAARTI_ [FINPRM]   ; in Latin-1\r\nMUSTA_LIPPU_ [---]\r\n");
  EXPECT_EQ(resolved(with, "Jyväskylän Kaarti"), "FIN.PRM");
  EXPECT_EQ(resolved(with, "Musta Lippu"), "");
}

TEST_F(Dictionaries, CodesOfPeoplesAreNoStates) {
  const Tables with = imported("# File of the ethnic\n# groups codes\nTAVASTIANS_ [FIN]\n", "EthnicGroups.txt");
  EXPECT_EQ(resolved(with, "Tavastians"), ".CVL");
}

TEST_F(Dictionaries, NoDictionaryIsRefused) {
  EXPECT_THROW(read("once upon a time\nthere was no code\n"), Error);
  EXPECT_THROW(read_dictionary(folder_ / "missing.txt"), Error);
}

}  // namespace
}  // namespace demarche::actors
