// SPDX-License-Identifier: Apache-2.0
// What people say against the program: it counts, it can be taken back, and no new reading loses it.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>

#include "base/error.h"
#include "given_reading.h"
#include "record/record.h"

namespace demarche::record {
namespace {

using given::Folder;
using given::rows;

const Attribution kEditor{"A. Editor", "the text says so"};

Json actor(const std::string& id, const std::string& name) {
  return {{"actor", id}, {"name", name}, {"country", id.substr(0, 3)}, {"sector", ""}};
}

// All that a list shows, as one text.
std::string everything(const Record& record) {
  std::string out;
  for (const Kind kind : {Kind::Documents, Kind::Mentions, Kind::Statements, Kind::Events, Kind::Disputes}) {
    for (const Json& row : rows(record, {.kind = kind})) out += line_of(row) + "\n";
  }
  return out;
}

std::vector<std::string> found(const Record& record, const Query& query) {
  std::vector<std::string> out;
  for (const Json& row : rows(record, query)) {
    const std::string id = row["id"];
    out.push_back(id.substr(id.find('.') + 1));
  }
  return out;
}

class Corrections : public testing::Test {
 protected:
  Corrections() : record_(given::record_with_pilots(folder_ / "r.db")), document_(record_.documents().front()) {}
  std::string id(const std::string& local) const { return document_ + "." + local; }
  std::vector<std::string> correct(const std::string& local, const std::vector<Change>& changes) {
    return record_.correct(id(local), changes, kEditor);
  }
  std::string state(const std::string& correction) const { return record_.item(correction)["state"]; }

  const Folder folder_;
  Record record_;
  std::string document_;
};

TEST_F(Corrections, TheCorrectedValueIsWhatCounts) {
  correct("e1", {{"actor", Json::array({actor("FRA", "France")})}, {"modality", "planned"}});
  EXPECT_EQ(found(record_, {.kind = Kind::Events, .actor = "FRA"}), (std::vector<std::string>{"e1"}));
  EXPECT_TRUE(found(record_, {.kind = Kind::Events, .actor = "NOR"}).empty());
  EXPECT_EQ(found(record_, {.kind = Kind::Events, .modality = "planned"}), (std::vector<std::string>{"e1"}));
  const Json row = record_.item(id("e1"));
  EXPECT_EQ(row["actors"][0]["name"], "France");
  EXPECT_EQ(line_of(row["corrected"]), R"({"actor":[{"actor":"NOR","name":"Norway"}],"modality":"happened"})");
  EXPECT_EQ(record_.reading(document_).events[0].actors[0].actor.actor, "FRA");
}

TEST_F(Corrections, EachFieldTakesItsValue) {
  correct("e3", {{"event", "ASSAULT"},
                 {"recipient", Json::array({actor("NOR", "Norway"), actor("FRA", "France")})},
                 {"polarity", "negated"},
                 {"stance", nullptr},
                 {"date", {{"lo", "2018-01-02"}, {"hi", "2018-01-03"}, {"precision", "range"}}},
                 {"place", nullptr}});
  const Json event = record_.item(id("e3"));
  EXPECT_EQ(event["event"], "ASSAULT");
  EXPECT_EQ(event["mode"], nullptr) << "an attack has no mode “arrest”";
  EXPECT_EQ(event["recipients"].size(), 2u);
  EXPECT_EQ(event["stance"], nullptr);
  EXPECT_EQ(event["date"]["hi"], "2018-01-03");
  EXPECT_EQ(event["place"], nullptr);
  correct("s1", {{"speaker", actor("FRA", "France")}, {"addressee", Json::array()}, {"act", "ask"}});
  const Json statement = record_.item(id("s1"));
  EXPECT_EQ(statement["speaker_name"], "France");
  EXPECT_TRUE(statement["addressee"].empty());
  EXPECT_EQ(statement["act"], "ask");
  record_.correct(document_, {{"date", "2018-02-01"}, {"outlet", "Other Times"}, {"author", "B. Writer"}}, kEditor);
  const Json document = record_.item(document_);
  EXPECT_EQ(document["published"], "2018-02-01");
  EXPECT_EQ(document["authors"], Json::array({"B. Writer"}));
  record_.correct("PER", {{"name", "Republic of Peru"}}, kEditor);
  EXPECT_EQ(record_.name_of_actor("PER"), "Republic of Peru");
}

TEST_F(Corrections, UndoneTheyLeaveWhatWasRead) {
  const std::string before = everything(record_);
  const auto ids = correct("e1", {{"actor", Json::array({actor("FRA", "France")})}, {"date", nullptr}});
  const auto more = correct("s2", {{"speaker", nullptr}, {"right", false}});
  const std::string corrected = everything(record_);
  EXPECT_NE(corrected, before);
  for (const auto* each : {&ids, &more}) {
    for (const std::string& correction : *each) record_.undo_correction(correction, {"B. Editor", "second thoughts"});
  }
  EXPECT_EQ(everything(record_), before);
  for (const auto* each : {&ids, &more}) {
    for (const std::string& correction : *each) record_.redo_correction(correction, kEditor);
  }
  EXPECT_EQ(everything(record_), corrected);
  const Json entry = record_.item(ids.front());
  EXPECT_EQ(entry["changes"].size(), 2u);
  EXPECT_EQ(entry["changes"][0]["by"], "B. Editor");
}

TEST_F(Corrections, TheLastWordCounts) {
  const std::string first = correct("e1", {{"event", "ACCUSE"}}).front();
  const std::string second = correct("e1", {{"event", "CONSULT"}}).front();
  EXPECT_EQ(state(first), "outranked");
  EXPECT_EQ(state(second), "in-force");
  record_.undo_correction(second, kEditor);
  EXPECT_EQ(record_.item(id("e1"))["event"], "ACCUSE");
  EXPECT_EQ(state(second), "undone");
  EXPECT_THROW(record_.undo_correction(second, kEditor), Error);
  EXPECT_THROW(record_.undo_correction("c99", kEditor), Error);
}

TEST_F(Corrections, WhatIsWithdrawnIsInNoListAndWhatItHeldIsToldByTheDocument) {
  correct("s2", {{"right", false}});
  correct("e1", {{"right", false}});
  EXPECT_EQ(found(record_, {.kind = Kind::Statements}), (std::vector<std::string>{"s1"}));
  EXPECT_EQ(found(record_, {.kind = Kind::Events}), (std::vector<std::string>{"e2", "e3"}));
  EXPECT_EQ(record_.item(id("e3"))["inside"], nullptr);
  EXPECT_EQ(record_.item(id("e1"))["withdrawn"], true);
}

TEST_F(Corrections, AValueThatCannotBeIsRefusedWithThoseThatCan) {
  const auto refused = [&](const std::string& item, const Change& change) {
    try {
      record_.correct(item, {change}, kEditor);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  EXPECT_NE(refused(id("e1"), {"polarity", "perhaps"}).find("affirmed, negated"), std::string::npos);
  EXPECT_NE(refused(id("e1"), {"mode", "arrest"}).find("no mode of REQUEST; there are assist, change, yield, meet"),
            std::string::npos);
  EXPECT_NE(refused(id("e1"), {"act", "deny"}).find("event, mode, actor"), std::string::npos);
  EXPECT_NE(refused(id("e1"), {"event", nullptr}), "");
  EXPECT_NE(refused("nothing", {"event", "ACCUSE"}), "");
  EXPECT_TRUE(rows(record_, {.kind = Kind::Corrections}).empty());
}

// A newer model finds an event ahead of the others and reaches further with a content: numbers and borders move.
engine::Reading read_anew(const Document& document) {
  engine::Reading reading = given::reading_of(document);
  events::Event ahead = reading.events[0];
  ahead.trigger = {given::find(document, "again")};
  reading.events.insert(reading.events.begin(), ahead);
  reading.statements[1].content = {given::find(document, "it held any pilots in Lima")};
  return reading;
}

TEST_F(Corrections, StayWithTheirWordsWhenADocumentIsReadAnew) {
  record_.begin_run(given::run());
  correct("e3", {{"event", "ASSAULT"}});
  correct("s2", {{"act", "evade"}});
  record_.replace_reading(given::pilots(), read_anew(given::pilots()), "network 2");
  EXPECT_EQ(record_.item(id("e4"))["event"], "ASSAULT");
  EXPECT_EQ(record_.item(id("e3"))["event"], "RETREAT");
  EXPECT_EQ(record_.item(id("s2"))["act"], "evade");
  EXPECT_EQ(record_.item("c1")["item"], id("e4"));
  record_.undo_correction("c1", kEditor);
  EXPECT_EQ(record_.item(id("e4"))["event"], "COERCE");
}

TEST_F(Corrections, WaitUnattachedForWordsThatAreNotReadAnyMore) {
  record_.begin_run(given::run());
  correct("e3", {{"event", "ASSAULT"}});
  engine::Reading shorter = given::reading_of(given::pilots());
  shorter.events.pop_back();
  record_.replace_reading(given::pilots(), shorter, "network 2");
  EXPECT_EQ(state("c1"), "unattached");
  EXPECT_EQ(rows(record_, {.kind = Kind::Corrections, .state = "unattached"}).size(), 2u)
      << "with the mode that went with it";
  record_.replace_reading(given::pilots(), given::reading_of(given::pilots()), "network 3");
  EXPECT_EQ(state("c1"), "in-force");
  EXPECT_EQ(record_.item(id("e3"))["event"], "ASSAULT");
}

TEST_F(Corrections, OfItemsMakeFindingsStaleAndOfFindingsDoNot) {
  record_.replace_findings({}, {}, {}, {}, record_.findings_stamp("demarche 1"));
  const std::string correction = correct("e1", {{"event", "ACCUSE"}}).front();
  EXPECT_TRUE(record_.findings_are_stale("demarche 1"));
  record_.replace_findings({}, {}, {}, {}, record_.findings_stamp("demarche 1"));
  record_.undo_correction(correction, kEditor);
  EXPECT_TRUE(record_.findings_are_stale("demarche 1"));
}

class DisputeStates : public Corrections {
 protected:
  Finding dispute(const std::string& id, const std::vector<Range>& words) const {
    Finding made{.id = id,
                 .type = "denial",
                 .detail = "open",
                 .lo = {},
                 .hi = {},
                 .score = 0.9,
                 .words = "",
                 .actors = {},
                 .anchors = {},
                 .json = R"({"id":")" + id + R"(","kind":"denial","question":"Does Peru hold them?","state":"open"})"};
    for (const Range range : words) made.anchors.push_back({document_, "side 1", range, "s1"});
    return made;
  }
  void compute(const std::vector<Finding>& disputes) {
    record_.replace_findings({}, {}, disputes, {}, record_.findings_stamp("demarche 1"));
  }
  std::vector<std::string> with_state(const std::string& state) const {
    return found(record_, {.kind = Kind::Disputes, .state = state});
  }
};

TEST_F(DisputeStates, SurviveNewEvidenceAndANewId) {
  compute({dispute("d0000000000001", {{0, 10}, {20, 30}})});
  record_.correct("d0000000000001", {{"state", "paraphrase"}}, kEditor);
  EXPECT_FALSE(record_.findings_are_stale("demarche 1"));
  EXPECT_EQ(with_state("paraphrase"), (std::vector<std::string>{"d0000000000001"}));
  compute({dispute("d0000000000001", {{40, 50}}), dispute("d0000000000002", {{0, 10}})});
  EXPECT_EQ(with_state("paraphrase"), (std::vector<std::string>{"d0000000000001"})) << "the id tells";
  compute({dispute("d0000000000002", {{60, 70}}), dispute("d0000000000003", {{0, 12}, {80, 90}})});
  EXPECT_EQ(with_state("paraphrase"), (std::vector<std::string>{"d0000000000003"})) << "the words tell";
  EXPECT_EQ(record_.item("d0000000000003")["corrected"]["state"], "open");
  compute({});
  EXPECT_EQ(state("c1"), "unattached");
  compute({dispute("d0000000000001", {{0, 10}, {20, 30}})});
  EXPECT_EQ(state("c1"), "in-force");
  record_.undo_correction("c1", kEditor);
  EXPECT_EQ(with_state("open"), (std::vector<std::string>{"d0000000000001"}));
  EXPECT_THROW(record_.correct("d0000000000001", {{"state", "dunno"}}, kEditor), Error);
}

TEST_F(Corrections, LookingBackLeavesOutWhatCameLater) {
  record_.begin_run(given::run());
  const Document later = given::article("Peru released them.", given::published("news/2.txt", "Times", "2018-03-01"));
  record_.store(later, {});
  record_.store(given::article("Nobody knows when."), {});
  correct("e1", {{"event", "ACCUSE"}});
  Record then(folder_ / "r.db", Record::Access::Read);
  then.look_back("2018-02");
  EXPECT_EQ(then.documents(), (std::vector<std::string>{document_}));
  EXPECT_EQ(then.document_count(), 1u);
  EXPECT_EQ(then.hidden_documents(), 2u);
  EXPECT_EQ(then.undated_documents(), 1u);
  EXPECT_EQ(rows(then, {.kind = Kind::Events}).size(), 3u);
  EXPECT_EQ(then.item(id("e1"))["corrected"]["event"], "REQUEST");
  Finding dispute;
  dispute.id = "d0000000000001";
  dispute.type = "denial";
  dispute.detail = "open";
  dispute.json = R"({"id":"d0000000000001","state":"open"})";
  dispute.anchors = {{document_, "side 1", {0, 10}, "s1"}};
  then.show_findings({}, {}, {dispute}, {});
  EXPECT_EQ(rows(then, {.kind = Kind::Disputes, .outlet = "Example"}).size(), 1u);
  EXPECT_TRUE(rows(record_, {.kind = Kind::Disputes}).empty()) << "nothing is stored";
  Record before(folder_ / "r.db", Record::Access::Read);
  before.look_back("2017");
  EXPECT_TRUE(before.documents().empty());
}

TEST_F(Corrections, AnItemHasTwoTimes) {
  EXPECT_EQ(record_.item(id("s1"))["claimed"], "2018-01-04") << "the day on which Norway urged";
  EXPECT_EQ(record_.item(id("s2"))["claimed"], "2018-01-12") << "the day of the document";
  EXPECT_EQ(record_.item(id("e2"))["claimed"], "2018-01-04");
}

// The schema of the version before, which knew no corrections.
void make_older(const std::filesystem::path& path) {
  sqlite3* client = nullptr;
  sqlite3_open(path.c_str(), &client);
  std::string sql = "DROP VIEW statement_words; DROP VIEW event_words;";
  for (const char* table : {"corrected", "correction_change", "correction", "figure"})
    sql += std::string("DROP TABLE ") + table + ";";
  for (const char* table : {"mention", "statement", "event"}) sql += std::string("DROP INDEX ") + table + "_withdrawn;";
  for (const char* table : {"mention", "statement", "event", "happening", "position", "dispute"})
    sql += std::string("ALTER TABLE ") + table + " DROP COLUMN withdrawn;";
  sql +=
      "ALTER TABLE participant DROP COLUMN guess;"
      "CREATE VIEW statement_words AS SELECT 1 AS words; CREATE VIEW event_words AS SELECT 1 AS words; PRAGMA "
      "user_version = 3;";
  EXPECT_EQ(sqlite3_exec(client, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(client);
  sqlite3_close(client);
}

TEST(OlderRecord, IsBroughtUpToDateAndTakesCorrections) {
  const Folder folder;
  std::string before, document;
  {
    const Record record = given::record_with_pilots(folder / "r.db");
    before = everything(record);
    document = record.documents().front();
  }
  make_older(folder / "r.db");
  EXPECT_THROW(Record(folder / "r.db", Record::Access::Read), Error);
  Record record(folder / "r.db", Record::Access::Write);
  EXPECT_EQ(everything(record), before);
  record.correct(document + ".e1", {{"event", "ACCUSE"}}, kEditor);
  EXPECT_EQ(record.item(document + ".e1")["event"], "ACCUSE");
}

}  // namespace
}  // namespace demarche::record
