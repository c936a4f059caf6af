// SPDX-License-Identifier: Apache-2.0
// What a project's own table may hold: further names with dates, role nouns, actors that become others.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "actors/actors.h"
#include "base/error.h"

namespace demarche::actors {
namespace {

Tables with(const std::string& lines) {
  static int count = 0;
  const auto path = std::filesystem::temp_directory_path() /
                    ("demarche_project_" + std::to_string(getpid()) + "_" + std::to_string(++count) + ".tsv");
  std::ofstream(path) << "id\tname\tkind\tcountry\tsector\tmember_of\tfrom\tto\taliases\tby\n" << lines;
  try {
    Tables tables(std::filesystem::path(DEMARCHE_SOURCE) / "data", {path});
    std::filesystem::remove(path);
    return tables;
  } catch (...) {
    std::filesystem::remove(path);
    throw;
  }
}

std::string resolved(const Tables& tables, const std::string& phrase, const std::string& day = "") {
  const auto found = Resolver(tables).resolve_phrase(phrase, parse_day(day));
  return found ? found->actor : "";
}

TEST(ProjectTable, AliasHoldsInItsTime) {
  const Tables tables = with("PER.GOV.MFA\tAltiplano Desk\talias\tPER\tGOV\t\t2010\t2012-06\tThe Desk of Lima\tme\n");
  EXPECT_EQ(resolved(tables, "the Altiplano Desk", "2011-05-05"), "PER.GOV.MFA");
  EXPECT_EQ(resolved(tables, "The Desk of Lima", "2012-06-30"), "PER.GOV.MFA");
  EXPECT_EQ(resolved(tables, "the Altiplano Desk", "2013-05-05"), "");
  EXPECT_EQ(Resolver(tables).resolve_phrase("Altiplano Desk", {})->name, "Ministry of Foreign Affairs (Peru)");
}

TEST(ProjectTable, AliasMakesTheActorThatNoLineHas) {
  const Tables tables = with("PER.REB.CONDOR\tCondor Column\talias\tPER\tREB\t\t\t\t\tme\n");
  const auto found = Resolver(tables).resolve_phrase("the Condor Column", {});
  ASSERT_TRUE(found);
  EXPECT_EQ(found->country + " " + found->sector + " " + found->name, "PER REB Condor Column");
}

TEST(ProjectTable, RoleNouns) {
  const Tables tables = with("COP\tPolice\trole\t\tCOP\torgan\t\t\tllama constabulary|llama constables\tme\n");
  EXPECT_EQ(resolved(tables, "the Peruvian llama constabulary"), "PER.COP");
  EXPECT_THROW(with("COP\tPolice\trole\t\tCOP\tsomething\t\t\tllama constables\tme\n"), Error);
}

TEST(ProjectTable, MergedFromADayOn) {
  const Tables tables = with(
      "PER.REB.CONDOR\tCondor Column\tarmed_group\tPER\tREB\t\t\t\t\tme\n"
      "PER.REB.PUMA\tPuma Front\tarmed_group\tPER\tREB\t\t\t\t\tme\n"
      "PER.REB.CONDOR\tCondor Column\tmerge\tPER\tREB\tPER.REB.PUMA\t2015-03-01\t\t\tme\n"
      "PER.P.X\tJuan Quispe Condorcanqui\tperson\tPER\tREB\tPER.REB.CONDOR\t2012\t\t\tme\n");
  EXPECT_EQ(resolved(tables, "the Condor Column", "2014-01-01"), "PER.REB.CONDOR");
  EXPECT_EQ(resolved(tables, "the Condor Column", "2015-03-01"), "PER.REB.PUMA");
  EXPECT_EQ(resolved(tables, "the Condor Column"), "PER.REB.PUMA");
  EXPECT_EQ(resolved(tables, "Juan Quispe Condorcanqui", "2016-01-01"), "PER.REB.PUMA");
}

TEST(ProjectTable, WhatLiesBelowIsMergedToo) {
  const Tables tables = with("CHL\tChile\tmerge\tCHL\tGOV\tPER\t2030\t\t\tme\n");
  EXPECT_EQ(resolved(tables, "the Chilean foreign ministry", "2031-01-01"), "PER.GOV.MFA");
  EXPECT_EQ(resolved(tables, "the Chilean foreign ministry", "2020-01-01"), "CHL.GOV.MFA");
}

TEST(ProjectTable, ACircleOfMergesEnds) {
  const Tables tables = with(
      "CHL\tChile\tmerge\tCHL\tGOV\tPER\t2030\t\t\tme\n"
      "PER\tPeru\tmerge\tPER\tGOV\tCHL\t2030\t\t\tme\n");
  EXPECT_FALSE(resolved(tables, "Chile", "2031-01-01").empty());
  EXPECT_THROW(with("CHL\tChile\tmerge\tCHL\tGOV\tCHL\t\t\t\tme\n"), Error);
}

}  // namespace
}  // namespace demarche::actors
