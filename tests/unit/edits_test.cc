// SPDX-License-Identifier: Apache-2.0
#include "actors/edits.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.h"

namespace demarche::actors {
namespace {

const std::filesystem::path kData = std::filesystem::path(DEMARCHE_SOURCE) / "data";
const Day kToday = std::chrono::year(2026) / 11 / 22;

class Edits : public testing::Test {
 protected:
  Edits() { std::filesystem::create_directories(folder_); }
  ~Edits() override { std::filesystem::remove_all(folder_); }

  // Each edit loads the table as the one before has left it, as the program does.
  template <class Make>
  std::string edit(Make&& make) {
    ProjectTable table(path_);
    const Tables tables = now();
    Editor editor(tables, table, {.by = "jo", .on = kToday, .why = "a test"});
    const std::string id = make(editor);
    notes_ = editor.notes();
    table.save(kData);
    return id;
  }
  Tables now() const { return std::filesystem::exists(path_) ? Tables(kData, {path_}) : Tables(kData, {}); }
  std::string resolved(const std::string& phrase, const std::string& day = "") const {
    const Tables tables = now();
    const auto found = Resolver(tables).resolve_phrase(phrase, parse_day(day));
    return found ? found->actor : "";
  }
  void given(const std::string& text) const { std::ofstream(path_) << text; }
  std::string text() const {
    std::stringstream out;
    out << std::ifstream(path_).rdbuf();
    return out.str();
  }

  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("demarche_edits_" + std::to_string(getpid()));
  std::filesystem::path path_ = folder_ / "actors.tsv";
  std::vector<std::string> notes_;
};

std::string add_condor(Editor& editor) {
  return editor.add({.id = "PER.REB.CONDOR", .name = "Condor Column", .aliases = {"CCX"}}, {.from = "2012"});
}

TEST_F(Edits, AnActorFollowsFromItsId) {
  EXPECT_EQ(edit(add_condor), "e1");
  const Tables tables = now();
  const auto found = Resolver(tables).resolve_phrase("the CCX", parse_day("2013-01-01"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->actor + " " + found->country + " " + found->sector, "PER.REB.CONDOR PER REB");
  EXPECT_NE(text().find("\tjo\t2026-11-22\ta test\te1\n"), std::string::npos) << text();
}

TEST_F(Edits, WhatMakesNoSenseIsRefusedAndWritesNothing) {
  edit(add_condor);
  const std::string before = text();
  EXPECT_THROW(edit(add_condor), Error);  // there already
  EXPECT_THROW(edit([](Editor& e) { return e.add({.id = "per.reb", .name = "X"}, {}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.add({.id = "PER.REB.X", .name = "X", .kind = "gang"}, {}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.add({.id = "PER.P.X", .name = "Ana X", .kind = "person"}, {}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.alias("PER.REB.NOBODY", {"X"}, "", {}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.alias("PER.REB.CONDOR", {"Condor Column"}, "", {}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.alias("PER", {"X"}, "", {.from = "2015", .to = "2014"}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.alias("PER", {"X"}, "", {.from = "soon"}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.merge("PER", "PER.REB.CONDOR.X", {}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.merge("PER", "PER", {}); }), Error);
  EXPECT_EQ(text(), before);
}

TEST_F(Edits, AnAliasHasItsTimeAndTellsWhatItMeant) {
  edit([](Editor& e) { return e.alias("Peru", {"Norway", "Altiplano Desk"}, "", {.from = "2015", .to = "2016"}); });
  EXPECT_EQ(resolved("Altiplano Desk", "2015-06-06"), "PER");
  EXPECT_EQ(resolved("Altiplano Desk", "2017-06-06"), "");
  EXPECT_EQ(resolved("Norway", "2016-12-31"), "PER");
  EXPECT_EQ(resolved("Norway", "2017-01-01"), "NOR");
  ASSERT_EQ(notes_.size(), 1u);
  EXPECT_NE(notes_[0].find("meant NOR"), std::string::npos);
  // Within this table one name is one actor's at a time.
  EXPECT_THROW(edit([](Editor& e) { return e.alias("CHL", {"Altiplano desk"}, "", {.from = "2016-06"}); }), Error);
  edit([](Editor& e) { return e.alias("CHL", {"Altiplano desk"}, "", {.from = "2017"}); });
  EXPECT_EQ(resolved("Altiplano Desk", "2017-06-06"), "CHL");
}

TEST_F(Edits, ANewActorTellsWhoseNameItTakesAndThatItsStateIsUnknown) {
  edit([](Editor& editor) { return editor.add({.id = "QQX.REB.FOX", .name = "Pentagon"}, {}); });
  ASSERT_EQ(notes_.size(), 2u);
  EXPECT_NE(notes_[0].find("QQX is no state"), std::string::npos);
  EXPECT_NE(notes_[1].find("meant USA"), std::string::npos);
}

TEST_F(Edits, AnActorMayBeGivenByItsAbbreviation) {
  edit([](Editor& editor) { return editor.alias("NATO", {"the Brussels pact"}, "", {}); });
  EXPECT_EQ(resolved("the Brussels pact"), "IGO.NATO");
}

TEST_F(Edits, MergedFromADayOn) {
  edit(add_condor);
  edit([](Editor& e) { return e.add({.id = "PER.REB.PUMA", .name = "Puma Front"}, {}); });
  EXPECT_EQ(edit([](Editor& e) { return e.merge("Condor Column", "PER.REB.PUMA", {.from = "2015-03"}); }), "e3");
  EXPECT_EQ(resolved("Condor Column", "2015-02-28"), "PER.REB.CONDOR");
  EXPECT_EQ(resolved("Condor Column", "2015-03-01"), "PER.REB.PUMA");
  EXPECT_THROW(edit([](Editor& e) { return e.merge("PER.REB.PUMA", "PER.REB.CONDOR", {}); }), Error);
  EXPECT_THROW(edit([](Editor& e) { return e.merge("PER.REB.CONDOR", "PER", {}); }), Error);
  EXPECT_EQ(edit([](Editor& e) { return e.merge("PER.REB.CONDOR", "PER", {.to = "2012"}); }), "e4");
}

TEST_F(Edits, APartTakesItsNames) {
  edit([](Editor& e) {
    return e.add({.id = "PER.REB.PUMA", .name = "Puma Front", .aliases = {"Highland Command"}}, {});
  });
  edit([](Editor& e) {
    return e.split("PER.REB.PUMA",
                   {.id = "PER.REB.HIGHLAND", .name = "Puma Front Highlands", .aliases = {"Highland Command"}},
                   {.from = "2016-01-01"});
  });
  EXPECT_EQ(resolved("Highland Command", "2015-12-31"), "PER.REB.PUMA");
  EXPECT_EQ(resolved("Highland Command", "2016-01-01"), "PER.REB.HIGHLAND");
  EXPECT_EQ(resolved("Puma Front", "2016-01-01"), "PER.REB.PUMA");
}

TEST_F(Edits, UndoneLinesStayAsCommentsAndComeBack) {
  edit(add_condor);
  edit([](Editor& e) { return e.alias("PER.REB.CONDOR", {"Black Wings"}, "", {}); });
  ProjectTable table(path_);
  EXPECT_EQ(table.undo("e2", "ann", kToday), 1u);
  table.save(kData);
  EXPECT_EQ(resolved("Black Wings"), "");
  EXPECT_NE(text().find("# undone 2026-11-22 by ann: PER.REB.CONDOR"), std::string::npos);
  EXPECT_THROW(table.undo("e2", "ann", kToday), Error);
  EXPECT_EQ(table.next_edit(), "e3");  // numbers are not used twice
  EXPECT_EQ(table.redo("e2"), 1u);
  table.save(kData);
  EXPECT_EQ(resolved("Black Wings"), "PER.REB.CONDOR");
}

TEST_F(Edits, WhatOthersRestOnIsTakenBackLast) {
  edit(add_condor);
  edit([](Editor& e) { return e.add({.id = "PER.REB.PUMA", .name = "Puma Front"}, {}); });
  edit([](Editor& e) { return e.alias("PER.REB.CONDOR", {"Black Wings"}, "", {}); });
  edit([](Editor& e) { return e.merge("PER.REB.PUMA", "PER.REB.CONDOR", {.from = "2015"}); });
  ProjectTable table(path_);
  const std::string before = text();
  try {
    table.undo("e1", "ann", kToday);
    FAIL() << "names and a merger would be left without their actor";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("undo e4”, then “demarche actors undo e3”"), std::string::npos)
        << error.what();
  }
  table.save(kData);
  EXPECT_EQ(text(), before);
  for (const char* each : {"e4", "e3", "e1"}) EXPECT_EQ(table.undo(each, "ann", kToday), 1u);
  EXPECT_THROW(table.redo("e3"), Error);  // its actor is undone
  EXPECT_EQ(table.redo("e1") + table.redo("e3"), 2u);
  table.save(kData);
  EXPECT_EQ(resolved("Black Wings"), "PER.REB.CONDOR");
}

TEST_F(Edits, ATableWrittenByHandKeepsItsLines) {
  given(
      "# mine\nid\tname\tkind\tcountry\tsector\tmember_of\tfrom\tto\taliases\tby\nPER.REB.PUMA\tPuma "
      "Front\tarmed_group\tPER\tREB\t\t\t\t\tme\n# end\n");
  EXPECT_EQ(edit([](Editor& e) { return e.alias("PER.REB.PUMA", {"Black Wings"}, "", {}); }), "e1");
  EXPECT_TRUE(text().starts_with("# mine\nid\tname\t"));
  EXPECT_EQ(resolved("Puma Front") + resolved("Black Wings"), "PER.REB.PUMAPER.REB.PUMA");
  ProjectTable table(path_);
  EXPECT_EQ(table.undo("e1", "ann", kToday), 1u);
  EXPECT_EQ(table.undo("3", "ann", kToday), 1u);  // a line by its number
}

TEST_F(Edits, WhatIsNoTableIsRefused) {
  given("once upon a time\n");
  EXPECT_THROW(ProjectTable{path_}, Error);
}

}  // namespace
}  // namespace demarche::actors
