// SPDX-License-Identifier: Apache-2.0
// Write then read gives the same, for readings of any shape.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "../unit/given_reading.h"
#include "base/utf8.h"
#include "record/record.h"

namespace demarche::record {
namespace {

// Readings without sense but of every shape: any layer may be empty, any field missing, spans anywhere on the borders
// of characters.
class AnyReading {
 public:
  explicit AnyReading(std::uint32_t seed) : random_(seed) {}

  Document document() {
    const std::vector<std::string> pieces = {"Norway ", "Pérou ", "“quoted” ", "协议 ",
                                             "🕊 ",   "\n\n",   "said ",     "'; DROP TABLE event; -- "};
    std::string text = "Text. ";
    for (int i = upto(60); i > 0; --i)
      text += pieces[static_cast<std::size_t>(upto(static_cast<int>(pieces.size()) - 1))];
    for (std::size_t at = 0; at < text.size(); next_code_point(text, at))
      borders_.push_back(static_cast<std::uint32_t>(at));
    borders_.push_back(static_cast<std::uint32_t>(text.size()));
    return given::article(text);
  }

  engine::Reading reading() {
    engine::Reading out;
    for (int i = upto(5); i > 0; --i) out.mentions.mentions.push_back(mention());
    for (int i = upto(5); i > 0; --i) out.statements.push_back(statement(static_cast<int>(out.statements.size())));
    for (int i = upto(5); i > 0; --i)
      out.events.push_back(
          event(static_cast<int>(out.statements.size()), static_cast<int>(out.mentions.mentions.size())));
    for (int i = upto(3); i > 0; --i) out.moments.push_back(moment());
    for (int i = upto(3); i > 0; --i) {
      out.places.push_back(place());
      out.places.back().is_dateline = coin();
    }
    for (int i = upto(2); i > 0; --i) out.notes.push_back({"a note", span()});
    return out;
  }

 private:
  int upto(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
  bool coin() { return upto(1) == 1; }
  std::string one_of(const std::vector<std::string>& texts) {
    return texts[static_cast<std::size_t>(upto(static_cast<int>(texts.size()) - 1))];
  }
  float score() { return static_cast<float>(upto(10000)) / 10000.0F; }

  Span span() {
    const auto border = [this] {
      return borders_[static_cast<std::size_t>(upto(static_cast<int>(borders_.size()) - 1))];
    };
    const auto [begin, end] =
        std::minmax({border(), border()});  // a list gives values; two arguments would give references to temporaries
    return {begin, end};
  }
  Spans spans() {
    Spans out;
    for (int i = upto(3); i > 0; --i) out.push_back(span());
    std::sort(out.begin(), out.end());
    return out;
  }

  // The same actor may go by several names, or none; each sighting keeps its own.
  actors::Resolution resolution() {
    const std::string id = std::vector<std::string>{"NOR", "PER.GOV", ".REB"}[static_cast<std::size_t>(upto(2))];
    return {.actor = id,
            .name = one_of({"Name of " + id, "Another name", ""}),
            .country = one_of({id.substr(0, 3), ""}),
            .sector = one_of({"GOV", "MIL", ""}),
            .sector2 = "",
            .person = coin() ? "A Person" : "",
            .rule = coin() ? "data/actors/roles.tsv:4" : "",
            .score = score()};
  }
  actors::Mention mention() {
    return {.span = span(),
            .head = span(),
            .kind = static_cast<actors::MentionKind>(upto(5)),
            .entity = upto(4) - 1,
            .resolution = coin() ? std::optional(resolution()) : std::nullopt};
  }
  statements::Statement statement(int before) {
    statements::Statement out;
    out.source = spans();
    out.cue = spans();
    out.content = spans();
    if (coin()) out.speaker = "NOR";
    out.speaker_name = one_of({"Norway", ""});
    if (coin()) out.speaker_person = "A Person";
    out.speaker_kind = static_cast<statements::SpeakerKind>(upto(5));
    for (int i = upto(2); i > 0; --i) out.addressees.push_back(coin() ? "PER" : "FRA.GOV");
    out.act = "deny";
    out.negated = coin();
    out.form = static_cast<statements::Form>(upto(2));
    out.inside = upto(before) - 1;
    out.rule = coin() ? "turn" : "reader";
    out.score = score();
    return out;
  }
  events::Participant participant(int mentions) {
    const auto found = resolution();
    return {span(), upto(mentions) - 1, coin() ? found.actor : "", found.name, found.country, found.sector};
  }
  moments::Moment moment() {
    moments::Moment out;
    out.span = span();
    if (coin()) out.lo = parse_day("2018-01-04");
    if (coin()) out.hi = parse_day("2018-02-28");
    out.precision = "range";
    out.timex = "P3D";
    out.kind = static_cast<moments::MomentKind>(upto(3));
    return out;
  }
  places::Place place() {
    return {.span = span(),
            .name = "Lima",
            .geonameid = coin() ? 3936456 : 0,
            .country = "PER",
            .region = coin() ? "Lima Province" : "",
            .latitude = -12.04318,
            .longitude = 77.02824,
            .precision = "city",
            .rule = "data/places/towns.tsv:7"};
  }
  events::Event event(int statements, int mentions) {
    events::Event out;
    out.sentence = span();
    out.trigger = spans();
    for (int i = upto(2); i > 0; --i) out.actors.push_back(participant(mentions));
    for (int i = upto(2); i > 0; --i) out.recipients.push_back(participant(mentions));
    out.event = "AID";
    if (coin()) out.mode = "military";
    if (coin()) out.contexts = {"military", "economic"};
    out.negated = coin();
    out.modality = "planned";
    out.inside = upto(statements) - 1;
    out.performed_by = upto(statements) - 1;
    if (coin()) out.stance = "denies";
    if (coin()) out.date = moment();
    if (coin()) out.place = place();
    for (int i = upto(2); i > 0; --i) out.quantities.push_back({1.5e9, 1e9, 2e9, "USD", "money", span(), {}});
    out.score = score();
    return out;
  }

  std::mt19937 random_;
  std::vector<std::uint32_t> borders_;
};

// The record keeps no sentences and, of an item without a speaker's actor, not what failed to resolve it.
ReadingItems as_kept(ReadingItems items) {
  items.sentences.clear();
  for (StatementItem& statement : items.statements) {
    if (statement.source.empty() || statement.speaker.empty()) statement.speaker_by.clear();
  }
  return items;
}

TEST(RecordProperty, WriteThenReadGivesTheSame) {
  const given::Folder folder;
  Record record(folder / "r.db", Record::Access::Write);
  record.begin_run(given::run());
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    AnyReading any(seed);
    const Document document = any.document();
    const engine::Reading reading = any.reading();
    if (!record.store(document, reading)) continue;
    const ReadingItems wrote = as_kept(items_of(document, reading, given::run().model)),
                       found = record.reading(document.id());
    EXPECT_TRUE(wrote.mentions == found.mentions) << seed;
    EXPECT_TRUE(wrote.statements == found.statements) << seed;
    EXPECT_TRUE(wrote.events == found.events) << seed;
    EXPECT_TRUE(wrote.moments == found.moments) << seed;
    EXPECT_TRUE(wrote.places == found.places) << seed;
    EXPECT_TRUE(wrote.notes == found.notes) << seed;
    EXPECT_EQ(record.document(document.id())->text, document.text()) << seed;
  }
  EXPECT_TRUE(record.damage().empty());
}

TEST(RecordProperty, AFilterFindsWhatAFullScanFinds) {
  const given::Folder folder;
  Record record(folder / "r.db", Record::Access::Write);
  record.begin_run(given::run());
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    AnyReading any(seed);
    const Document document = any.document();
    record.store(document, any.reading());
  }
  std::size_t scanned = 0;
  for (const Json& row : given::rows(record, {.kind = Kind::Events})) {
    const auto& actors = row["actors"];
    scanned += std::any_of(actors.begin(), actors.end(), [](const Json& party) { return party["actor"] == "PER.GOV"; });
  }
  EXPECT_GT(scanned, 0u);
  EXPECT_EQ(given::rows(record, {.kind = Kind::Events, .actor = "PER"}).size(), scanned);
}

// A correction of any field of any item of a document, in a sense or not.
Change any_change(const Correctable& field, std::mt19937& random) {
  const auto coin = [&] { return random() % 2 == 0; };
  const Json somebody = {{"actor", coin() ? "PER" : "CHL"},
                         {"name", "Some name"},
                         {"country", "CHL"},
                         {"sector", "GOV"},
                         {"person", coin() ? "B. Person" : ""}};
  const std::string name(field.field);
  if (field.may_be_empty && random() % 4 == 0) return {name, nullptr};
  switch (field.value) {
    case ValueKind::Choice:
      return {name, field.choices[random() % field.choices.size()]};
    case ValueKind::Text:
      return {name, name == "mode" ? Json() : Json("Words “of” a person")};
    case ValueKind::Truth:
      return {name, coin()};
    case ValueKind::Day:
      return {name, "2019-02-03"};
    case ValueKind::Period:
      return {name, {{"lo", "2019-02-01"}, {"hi", coin() ? Json() : Json("2019-02-28")}, {"precision", "month"}}};
    case ValueKind::Place:
      return {name,
              {{"name", "Oslo"},
               {"country", "NOR"},
               {"region", ""},
               {"lat", 60},
               {"lon", 10.75},
               {"precision", "city"},
               {"geonameid", 3143244}}};
    case ValueKind::Actor:
      return {name, somebody};
    case ValueKind::Actors:
      break;
  }
  return {name, coin() ? Json::array({somebody}) : Json::array({somebody, somebody, somebody})};
}

std::string all_rows(const Record& record) {
  std::string out;
  for (const Kind kind : {Kind::Documents, Kind::Actors, Kind::Mentions, Kind::Statements, Kind::Events}) {
    for (const Json& row : given::rows(record, {.kind = kind})) out += line_of(row) + "\n";
  }
  return out;
}

std::vector<std::string> ids_of_items(const Record& record) {
  std::vector<std::string> out;
  for (const Kind kind : {Kind::Documents, Kind::Actors, Kind::Mentions, Kind::Statements, Kind::Events}) {
    for (const Json& row : given::rows(record, {.kind = kind})) out.push_back(row["id"]);
  }
  return out;
}

TEST(RecordProperty, CorrectionsTakenBackInAnyOrderGiveTheRecordBack) {
  const given::Folder folder;
  Record record(folder / "r.db", Record::Access::Write);
  record.begin_run(given::run());
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    AnyReading any(seed);
    const Document document = any.document();
    record.store(document, any.reading());
  }
  const std::string before = all_rows(record);
  const std::vector<std::string> items = ids_of_items(record);
  std::mt19937 random(7);
  std::vector<std::string> made;
  for (int i = 0; i < 150; ++i) {
    const std::string& item = items[random() % items.size()];
    const auto& fields = correctable_fields(*record.kind_of(item));
    const auto ids =
        record.correct(item, {any_change(fields[random() % fields.size()], random)}, {"somebody", "chance"});
    made.insert(made.end(), ids.begin(), ids.end());
  }
  const std::string corrected = all_rows(record);
  EXPECT_NE(corrected, before);
  std::shuffle(made.begin(), made.end(), random);
  for (const std::string& id : made) record.undo_correction(id, {"somebody", "chance"});
  EXPECT_EQ(all_rows(record), before);
  std::shuffle(made.begin(), made.end(), random);
  for (const std::string& id : made) record.redo_correction(id, {"somebody", "chance"});
  EXPECT_EQ(all_rows(record), corrected) << "the later entry counts, in whatever order they were put in force";
  EXPECT_TRUE(record.damage().empty());
}

// The same document stored, and read anew, with the same result: every correction stands where it stood.
TEST(RecordProperty, ANewReadingKeepsCorrections) {
  const given::Folder folder;
  Record record(folder / "r.db", Record::Access::Write);
  record.begin_run(given::run());
  std::mt19937 random(11);
  for (std::uint32_t seed = 0; seed < 25; ++seed) {
    AnyReading any(seed);
    const Document document = any.document();
    const engine::Reading reading = any.reading();
    if (!record.store(document, reading)) continue;
    for (const std::string& item : ids_of_items(record)) {
      if (!item.starts_with(document.id()) || item == document.id() || random() % 3 != 0) continue;
      const auto& fields = correctable_fields(*record.kind_of(item));
      record.correct(item, {any_change(fields[random() % fields.size()], random)}, {"somebody", "chance"});
    }
    const std::string before = all_rows(record);
    record.replace_reading(document, reading, given::run().model);
    EXPECT_EQ(all_rows(record), before) << seed;
  }
}

}  // namespace
}  // namespace demarche::record
