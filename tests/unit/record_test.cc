// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cmath>

#include "base/error.h"
#include "given_reading.h"

namespace demarche::record {
namespace {

using given::Folder;
using given::rows;

std::vector<std::string> ids(const Record& record, const Query& query) {
  std::vector<std::string> out;
  for (const Json& row : rows(record, query)) {
    const std::string id = row["id"];
    out.push_back(id.substr(id.find('.') + 1));
  }
  return out;
}

TEST(RecordJson, OffsetsAreCodePointsOfTheText) {
  const Document document = given::pilots();
  const ReadingItems items = items_of(document, given::reading_of(document), "network 1");
  const Json json = json_of("a1", DocumentKind::News, items, {});
  // “Norway” is byte 36, but character 35: the é before it takes two bytes.
  EXPECT_EQ(json["statements"][0]["source"], Json::parse("[[35, 41]]"));
  EXPECT_EQ(json["mentions"][0]["span"], Json::parse("[35, 41]"));
}

TEST(RecordJson, HasTheFieldsThatOtherProgramsRelyOn) {
  const Document document = given::pilots();
  const Json json = json_of("a1", DocumentKind::News, items_of(document, given::reading_of(document), "network 1"), {});
  EXPECT_EQ(line_of(json["statements"][1]),
            "{\"id\":\"s2\",\"source\":[[80,84]],\"cue\":[[85,91]],\"content\":[[92,123]],\"speaker\":\"PER\","
            "\"speaker_name\":\"Peru\",\"speaker_person\":null,"
            "\"speaker_kind\":\"named\",\"addressee\":[],\"act\":\"deny\",\"polarity\":\"affirmed\",\"form\":"
            "\"indirect\",\"inside\":null,\"score\":0.8}");
  const Json& event = json["events"][1];
  EXPECT_EQ(event["inside"], "s1");
  EXPECT_EQ(event["performed_by"], nullptr);
  EXPECT_EQ(event["date"], nullptr);
  EXPECT_EQ(line_of(event["quantities"]), "[{\"value\":2,\"unit\":\"persons\",\"kind\":\"count\",\"span\":[68,78]}]");
  EXPECT_EQ(line_of(json["events"][0]["date"]),
            "{\"lo\":\"2018-01-04\",\"hi\":\"2018-01-04\",\"precision\":\"day\",\"span\":[20,34],\"from\":\"moment\"}");
  EXPECT_EQ(line_of(json["events"][2]["place"]),
            "{\"span\":[119,123],\"name\":\"Lima\",\"geonameid\":3936456,\"country\":\"PER\",\"region\":\"Lima\","
            "\"lat\":-12.0432,"
            "\"lon\":-77.0282,\"precision\":\"city\"}");
}

TEST(Record, KeepsADocumentOnce) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  const Document again = given::pilots();
  EXPECT_FALSE(record.store(again, given::reading_of(again)));
  EXPECT_EQ(record.document_count(), 1u);
  EXPECT_TRUE(record.has(again.id()));
}

TEST(Record, AnEchoIsACopyAndIsNotLost) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  EXPECT_FALSE(record.note_copy(given::pilots())) << "the path that it was read from is no copy";
  const Document echo = given::pilots(given::published("wire/1.txt", "Wire Service", "2018-01-13"));
  EXPECT_TRUE(record.note_copy(echo));
  EXPECT_FALSE(record.note_copy(echo)) << "known by now";
  const auto copies = record.copies(echo.id());
  ASSERT_EQ(copies.size(), 1u);
  EXPECT_EQ(copies[0].outlet, "Wire Service");
  EXPECT_EQ(copies[0].published, "2018-01-13");
}

TEST(Record, RowsOfAListAddWhereTheyComeFromAndTheirWords) {
  const Folder folder;
  const Record record = given::record_with_pilots(folder / "r.db");
  const std::string document = record.documents().front();
  const auto statements = rows(record, {.kind = Kind::Statements});
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[0]["id"], document + ".s1");
  EXPECT_EQ(statements[0]["document"], document);
  EXPECT_EQ(statements[0]["path"], "news/pilots.txt");
  EXPECT_EQ(statements[0]["quote"], "to release the two pilots");
  const auto events = rows(record, {.kind = Kind::Events, .type = "COERCE"});
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0]["inside"], document + ".s2");
  EXPECT_EQ(events[0]["speaker_name"], "Peru");
  EXPECT_EQ(events[0]["quote"], "Peru denied that it held any pilots in Lima.");
}

struct FilterCase {
  const char* what;
  Query query;
  std::vector<std::string> found;
};

TEST(RecordQuery, EachFilterFindsWhatItNames) {
  const Folder folder;
  const Record record = given::record_with_pilots(folder / "r.db");
  const std::vector<FilterCase> cases = {
      {"all", {.kind = Kind::Events}, {"e1", "e2", "e3"}},
      {"actor by id", {.kind = Kind::Events, .actor = "NOR"}, {"e1"}},
      {"actor by name", {.kind = Kind::Events, .actor = "norway"}, {"e1"}},
      {"nobody", {.kind = Kind::Events, .actor = "Atlantis"}, {}},
      {"recipient", {.kind = Kind::Events, .recipient = "PER"}, {"e1"}},
      {"recipient without id", {.kind = Kind::Events, .recipient = "pilots"}, {"e2"}},
      {"speaker", {.kind = Kind::Events, .speaker = "PER"}, {"e3"}},
      {"type", {.kind = Kind::Events, .type = "RETREAT"}, {"e2"}},
      {"act", {.kind = Kind::Events, .act = "deny"}, {"e3"}},
      {"modality", {.kind = Kind::Events, .modality = "demanded"}, {"e2"}},
      {"context", {.kind = Kind::Events, .about = "territory"}, {"e2"}},
      {"words", {.kind = Kind::Events, .about = "in lima"}, {"e3"}},
      {"own date", {.kind = Kind::Events, .until = "2018-01-11"}, {"e1"}},
      {"date of the document", {.kind = Kind::Events, .since = "2018-01-12"}, {"e2", "e3"}},
      {"whole month", {.kind = Kind::Events, .since = "2018-01", .until = "2018-01"}, {"e1", "e2", "e3"}},
      {"outlet", {.kind = Kind::Events, .outlet = "example"}, {"e1", "e2", "e3"}},
      {"other outlet", {.kind = Kind::Events, .outlet = "Gazette"}, {}},
      {"document by a part of its path", {.kind = Kind::Events, .document = "pilots"}, {"e1", "e2", "e3"}},
      {"signs of a pattern are signs", {.kind = Kind::Events, .document = "____"}, {}},
      {"statement by speaker", {.kind = Kind::Statements, .speaker = "Peru"}, {"s2"}},
      {"statement to", {.kind = Kind::Statements, .recipient = "PER"}, {"s1"}},
      {"statement by words, by their stems", {.kind = Kind::Statements, .about = "releases pilot"}, {"s1"}},
      {"statement with a deed in it", {.kind = Kind::Statements, .type = "RETREAT"}, {"s1"}},
      {"limit", {.kind = Kind::Events, .limit = 2}, {"e1", "e2"}},
      {"mentions", {.kind = Kind::Mentions, .actor = "NOR"}, {"m1"}},
      {"actors", {.kind = Kind::Actors, .actor = "PER"}, {"PER"}},
  };
  for (const FilterCase& each : cases) EXPECT_EQ(ids(record, each.query), each.found) << each.what;
}

TEST(RecordQuery, AnIdFindsAllBelowItAndNothingBeside) {
  const Folder folder;
  Record record(folder / "r.db", Record::Access::Write);
  record.begin_run(given::run());
  const Document document = given::article("alpha beta gamma delta");
  engine::Reading reading;
  for (const char* id : {"PAK", "PAK.GOV.MFA", "PAKX"})
    reading.mentions.mentions.push_back(given::mention(given::find(document, "beta"), id, id, "PAK", 0));
  record.store(document, reading);
  EXPECT_EQ(ids(record, {.kind = Kind::Mentions, .actor = "PAK"}), (std::vector<std::string>{"m1", "m2"}));
  EXPECT_EQ(ids(record, {.kind = Kind::Mentions, .actor = "PAK.GOV"}), (std::vector<std::string>{"m2"}));
}

struct BadQuery {
  Query query;
  const char* says;
};

TEST(RecordQuery, RefusesWhatItDoesNotKnowAndNamesWhatItDoes) {
  const std::vector<BadQuery> cases = {
      {{.kind = Kind::Events, .type = "WAR"}, "ASSAULT"},
      {{.kind = Kind::Disputes, .type = "ASSAULT"}, "contradictory-demands"},
      {{.kind = Kind::Events, .modality = "maybe"}, "conditional"},
      {{.kind = Kind::Events, .act = "shout"}, "acknowledge"},
      {{.kind = Kind::Events, .polarity = "yes"}, "negated"},
      {{.kind = Kind::Events, .since = "last year"}, "2018-03-07"},
      {{.kind = Kind::Events, .since = "2018-02-30"}, "2018-03-07"},
      {{.kind = Kind::Events, .since = "2019", .until = "2018"}, "behind"},
      {{.kind = Kind::Documents, .modality = "happened"}, "does not apply"},
      {{.kind = Kind::Documents, .about = "!!!"}, "letter"},
      {{.kind = Kind::Statements, .about = " “…” "}, "letter"},
      {{.kind = Kind::Disputes, .about = "-"}, "letter"},
  };
  for (const BadQuery& each : cases) {
    try {
      each.query.validate();
      ADD_FAILURE() << each.says;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::Usage);
      EXPECT_NE(std::string(error.what()).find(each.says), std::string::npos) << error.what();
    }
  }
  EXPECT_THROW(kind_named("wars"), Error);
}

TEST(Record, EvidenceLeadsToTheWordsAndToWhatDecided) {
  const Folder folder;
  const Record record = given::record_with_pilots(folder / "r.db");
  const auto evidence = record.evidence(record.documents().front() + ".e1");
  std::map<std::string, std::string> producers;
  for (const auto& [document, each] : evidence) producers[each.field] = each.produced_by;
  EXPECT_EQ(producers["trigger"], "network 1");
  EXPECT_EQ(producers["actor"], "data/actors/states.tsv:17");
  EXPECT_TRUE(producers.contains("recipient") && producers.contains("date") && producers.contains("sentence"));
}

TEST(Record, AnItemIsFoundByItsIdAndByTheBeginningOfItsDocument) {
  const Folder folder;
  const Record record = given::record_with_pilots(folder / "r.db");
  const std::string document = record.documents().front();
  EXPECT_EQ(record.item(document + ".s2")["act"], "deny");
  EXPECT_EQ(record.item(document.substr(0, 8) + ".e2")["event"], "RETREAT");
  EXPECT_EQ(record.item(document)["outlet"], "Example Times");
  EXPECT_EQ(record.item("NOR")["name"], "Norway");
  for (const char* id : {"zzzz", "", ".", "s2", "NORX", "0000000000000000.e1"})
    EXPECT_TRUE(record.item(id).is_null()) << id;
  for (const char* local : {".s2junk", ".s", ".s0", ".s-1", ".2"})
    EXPECT_TRUE(record.item(document + local).is_null()) << local;
  EXPECT_TRUE(record.item(document + ".e99").is_null());
}

TEST(Record, SearchFindsDocumentsAndStatementsAndMarksTheWords) {
  const Folder folder;
  const Record record = given::record_with_pilots(folder / "r.db");
  const auto hits = record.search("pilot perou", {.kind = Kind::Documents});
  ASSERT_EQ(hits.size(), 1u);
  EXPECT_NE(hits[0].words.find(std::string(Record::kMarkBegin)), std::string::npos);
  ASSERT_EQ(record.search("\"any pilots\"", {.kind = Kind::Statements}).size(), 1u);
  EXPECT_TRUE(record.search("\"pilots any\"", {.kind = Kind::Statements}).empty());
  EXPECT_TRUE(record.search("pilots", {.kind = Kind::Statements, .speaker = "FRA"}).empty());
  EXPECT_EQ(record.search("rel*", {.kind = Kind::Statements}).size(), 1u);
  // Whatever is typed is words, never syntax.
  for (const char* words : {"pilots AND (", "NEAR(a b)", "a\"b", "title:x", "*pilots"})
    EXPECT_NO_THROW(record.search(words, {.kind = Kind::Documents})) << words;
  EXPECT_THROW(record.search("“ … ”", {.kind = Kind::Documents}), Error);
}

TEST(Record, SearchIsFilteredLikeAList) {
  const Folder folder;
  const Record record = given::record_with_pilots(folder / "r.db");
  const std::vector<std::pair<Query, std::size_t>> cases = {
      {{.kind = Kind::Documents, .actor = "NOR"}, 1},      {{.kind = Kind::Documents, .actor = "FRA"}, 0},
      {{.kind = Kind::Documents, .type = "news"}, 1},      {{.kind = Kind::Documents, .type = "interview"}, 0},
      {{.kind = Kind::Documents, .about = "Lima"}, 1},     {{.kind = Kind::Documents, .about = "Oslo"}, 0},
      {{.kind = Kind::Statements, .actor = "NOR"}, 1},     {{.kind = Kind::Statements, .recipient = "PER"}, 1},
      {{.kind = Kind::Statements, .recipient = "NOR"}, 0}, {{.kind = Kind::Statements, .type = "COERCE"}, 1},
      {{.kind = Kind::Statements, .act = "deny"}, 1},      {{.kind = Kind::Statements, .polarity = "negated"}, 0},
      {{.kind = Kind::Statements, .about = "release"}, 1}, {{.kind = Kind::Statements}, 2}};
  for (std::size_t i = 0; i < cases.size(); ++i)
    EXPECT_EQ(record.search("pilots", cases[i].first).size(), cases[i].second) << "case " << i;
  EXPECT_THROW(record.search("pilots", {.kind = Kind::Documents, .modality = "happened"}), Error);
}

TEST(Record, AnItemThatSaysNothingOfAnActorGoesOnSayingNothing) {
  const Folder folder;
  Record record(folder / "r.db", Record::Access::Write);
  record.begin_run(given::run());
  const Document first = given::article("alpha beta"), second = given::article("gamma delta");
  engine::Reading bare, full;
  bare.mentions.mentions = {given::mention(given::find(first, "beta"), "NOR", "", "", 0)};
  full.mentions.mentions = {given::mention(given::find(second, "delta"), "NOR", "Norway", "NOR", 0)};
  record.store(first, bare);
  record.store(second, full);
  EXPECT_EQ(record.reading(first.id()).mentions[0].actor, (ActorRef{"NOR", "", "", ""}));
  EXPECT_EQ(record.reading(second.id()).mentions[0].actor, (ActorRef{"NOR", "Norway", "NOR", ""}));
}

// Records of version 0.1.0 have 0 where an upper bound is open: “at least 40”.
TEST(Record, AnOpenBoundOfAnOldRecordIsOpen) {
  const Folder folder;
  Record record(folder / "r.db", Record::Access::Write);
  record.begin_run(given::run());
  const Document document = given::pilots();
  engine::Reading reading = given::reading_of(document);
  reading.events[1].quantities[0] = {40, 40, 0, "persons", "killed", given::find(document, "two pilots"), {}};
  record.store(document, reading);
  EXPECT_TRUE(std::isinf(record.reading(document.id()).events[1].quantities[0].hi));
  EXPECT_EQ(record.item(document.id() + ".e2")["quantities"][0]["hi"], nullptr);
}

TEST(RecordJson, ALineOfOthersIsAnObjectOfBoundedDepth) {
  EXPECT_EQ(object_in(R"({"id": [1, {"a": 2}]})")["id"][1]["a"], 2);
  for (const std::string& line :
       {std::string("[1]"), std::string("nonsense"), std::string("{\"id\": 1"), std::string()})
    EXPECT_THROW(object_in(line), Error) << line;
  const std::string deep = "{\"id\": " + std::string(200000, '[') + std::string(200000, ']') + "}";
  EXPECT_THROW(object_in(deep), Error);
}

TEST(Record, ASnapshotSeesOneState) {
  const Folder folder;
  Record writer = given::record_with_pilots(folder / "r.db");
  writer.begin_run(given::run());
  const Record reader(folder / "r.db", Record::Access::Read);
  {
    const Record::Snapshot snapshot(reader);
    writer.store(given::article("A second text."), {});
    EXPECT_EQ(reader.document_count(), 1u);
  }
  EXPECT_EQ(reader.document_count(), 2u);
}

TEST(Record, WhatIsStoredWhileFindingsAreMadeMakesThemStale) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  record.begin_run(given::run());
  const std::string stamp = record.findings_stamp("demarche 1");
  record.store(given::article("A text that comes in meanwhile."), {});
  record.replace_findings({}, {}, {}, {}, stamp);
  EXPECT_TRUE(record.findings_are_stale("demarche 1"));
}

TEST(Record, FindingsOfAnotherProgramAreStale) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  record.replace_findings({}, {}, {}, {}, record.findings_stamp("demarche 1"));
  EXPECT_FALSE(record.findings_are_stale("demarche 1"));
  EXPECT_TRUE(record.findings_are_stale("demarche 2"));
}

TEST(Record, FindingsAreReplacedAsAWholeAndGrowStale) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  const std::string document = record.documents().front();
  const auto is_stale = [&] { return record.findings_are_stale("demarche 1"); };
  EXPECT_TRUE(is_stale());
  const Finding dispute{.id = "d0123456789ab",
                        .type = "denial",
                        .detail = "open",
                        .lo = "2018-01-12",
                        .hi = "2018-01-12",
                        .score = 0.9,
                        .words = "Does Peru hold the pilots?",
                        .actors = {{"side", "PER"}},
                        .anchors = {{document, "side 1", {92, 123}, document + ".s2"}},
                        .json = R"({"id":"d0123456789ab","kind":"denial"})"};
  for (int i = 0; i < 2; ++i) record.replace_findings({}, {}, {dispute}, {}, record.findings_stamp("demarche 1"));
  EXPECT_FALSE(is_stale());
  EXPECT_EQ(
      ids(record, {.kind = Kind::Disputes, .actor = "PER", .about = "pilots", .type = "denial", .outlet = "Example"}),
      (std::vector<std::string>{"d0123456789ab"}));
  EXPECT_TRUE(ids(record, {.kind = Kind::Disputes, .actor = "NOR"}).empty());
  EXPECT_EQ(record.item("d0123456789ab")["kind"], "denial");
  EXPECT_EQ(record.evidence("d0123456789ab").size(), 1u);
  record.note_copy(given::pilots(given::published("wire/1.txt", "Wire", "2018-01-13")));
  EXPECT_TRUE(is_stale());
}

TEST(Record, AnySqliteClientReadsItsTables) {
  const Folder folder;
  given::record_with_pilots(folder / "r.db");
  sqlite3* client = nullptr;
  ASSERT_EQ(sqlite3_open((folder / "r.db").c_str(), &client), SQLITE_OK);
  std::string words;
  const auto take = [](void* out, int, char** values, char**) {
    *static_cast<std::string*>(out) += std::string(values[0]) + ";";
    return 0;
  };
  EXPECT_EQ(sqlite3_exec(client, "SELECT words FROM statement_words ORDER BY id", take, &words, nullptr), SQLITE_OK);
  EXPECT_EQ(words, "to release the two pilots;that it held any pilots in Lima;");
  for (const std::string& table : Record::tables())
    EXPECT_EQ(sqlite3_exec(client, ("SELECT count(*) FROM " + table).c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
        << table;
  sqlite3_close(client);
}

TEST(Record, FailuresAreRows) {
  const Folder folder;
  Record record = given::record_with_pilots(folder / "r.db");
  record.note_failure("news/bad.html", "no text in it");
  const auto failures = rows(record, {.kind = Kind::Failures});
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0]["path"], "news/bad.html");
}

}  // namespace
}  // namespace demarche::record
