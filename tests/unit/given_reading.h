// SPDX-License-Identifier: Apache-2.0
// Readings made by hand: documents with what a reader might have found in them, for tests of what is done with it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "record/record.h"

namespace demarche::given {

// A folder that is gone when the test is.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "demarche-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) ADD_FAILURE() << "no folder for the test";
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline Span find(const Document& document, std::string_view phrase) {
  const std::size_t at = document.text().find(phrase);
  if (at == std::string::npos) ADD_FAILURE() << "“" << phrase << "” does not stand in the text";
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
}

inline Document article(const std::string& text, Metadata metadata = {}) {
  metadata.language = "en";
  if (metadata.path.empty()) metadata.path = "news/article.txt";
  return Document(text, metadata, {{{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
}

inline Metadata published(const std::string& path, const std::string& outlet, const std::string& day) {
  Metadata metadata;
  metadata.path = path;
  metadata.outlet = outlet;
  metadata.published = {parse_day(day), day};
  metadata.kind = DocumentKind::News;
  return metadata;
}

inline actors::Mention mention(Span span, const std::string& id, const std::string& name, const std::string& country,
                               int entity) {
  return {.span = span,
          .head = span,
          .kind = actors::MentionKind::Actor,
          .entity = entity,
          .resolution = actors::Resolution{.actor = id,
                                           .name = name,
                                           .country = country,
                                           .sector = "",
                                           .sector2 = "",
                                           .person = "",
                                           .rule = "data/actors/states.tsv:17",
                                           .score = 1}};
}

// “Pérou”, an accent ahead of all that follows, makes bytes and code points differ.
inline const char* const kPilots =
    "Le Pérou, again. On 4 January 2018 Norway urged Peru to release the two pilots. Peru denied that it held any "
    "pilots in Lima.";

inline Document pilots(Metadata metadata = published("news/pilots.txt", "Example Times", "2018-01-12")) {
  return article(kPilots, std::move(metadata));
}

// s1 NOR demands of PER; s2 PER denies. e1 NOR REQUEST PER, done by s1; e2 PER RETREAT, demanded inside s1; e3 PER
// COERCE, inside s2.
inline engine::Reading reading_of(const Document& document) {
  const auto at = [&](std::string_view phrase) { return find(document, phrase); };
  const Span first = at("On 4 January 2018 Norway urged Peru to release the two pilots."),
             second = at("Peru denied that it held any pilots in Lima.");
  engine::Reading reading;
  reading.tokens.sentences = {{.span = first}, {.span = second}};
  reading.tokens.tokens.resize(24);
  const Span peru_denies{second.begin, second.begin + 4};
  reading.mentions.mentions = {mention(at("Norway"), "NOR", "Norway", "NOR", 0),
                               mention(at("Peru"), "PER", "Peru", "PER", 1),
                               mention(peru_denies, "PER", "Peru", "PER", 1)};
  reading.mentions.mentions.push_back(
      {.span = at("two pilots"), .head = at("pilots"), .kind = actors::MentionKind::Group, .resolution = {}});
  const moments::Moment day{.span = at("4 January 2018"),
                            .lo = parse_day("2018-01-04"),
                            .hi = parse_day("2018-01-04"),
                            .precision = "day",
                            .timex = "2018-01-04"};
  const places::Place lima{.span = at("Lima"),
                           .name = "Lima",
                           .geonameid = 3936456,
                           .country = "PER",
                           .region = "Lima",
                           .latitude = -12.0432,
                           .longitude = -77.0282,
                           .precision = "city",
                           .rule = "data/places/towns.tsv:7"};
  reading.moments = {day};
  reading.places = {lima};
  reading.statements = {{.source = {at("Norway")},
                         .cue = {at("urged")},
                         .content = {at("to release the two pilots")},
                         .speaker_mention = 0,
                         .speaker = "NOR",
                         .speaker_name = "Norway",
                         .speaker_person = "",
                         .speaker_kind = statements::SpeakerKind::Named,
                         .addressees = {"PER"},
                         .act = "demand",
                         .rule = "reader",
                         .score = 0.91F},
                        {.source = {peru_denies},
                         .cue = {at("denied")},
                         .content = {at("that it held any pilots in Lima")},
                         .speaker_mention = 2,
                         .speaker = "PER",
                         .speaker_name = "Peru",
                         .speaker_person = "",
                         .speaker_kind = statements::SpeakerKind::Named,
                         .addressees = {},
                         .act = "deny",
                         .rule = "data/lexicon/en/cues.tsv:12",
                         .score = 0.8F}};
  const events::Participant norway{at("Norway"), 0, "NOR", "Norway", "NOR", ""},
      peru{at("Peru"), 1, "PER", "Peru", "PER", ""}, peru_again{peru_denies, 2, "PER", "Peru", "PER", ""},
      pilots{at("two pilots"), 3, "", "two pilots", "", "CVL"};
  const events::Quantity two{2, 2, 2, "persons", "count", at("two pilots"), {}};
  const events::Event request{.sentence = first,
                              .trigger = {at("urged")},
                              .actors = {norway},
                              .recipients = {peru},
                              .event = "REQUEST",
                              .mode = "yield",
                              .contexts = {},
                              .modality = "happened",
                              .performed_by = 0,
                              .stance = "",
                              .date = day,
                              .place = {},
                              .quantities = {},
                              .rule = "reader",
                              .score = 0.9F};
  const events::Event release{.sentence = first,
                              .trigger = {at("release")},
                              .actors = {peru},
                              .recipients = {pilots},
                              .event = "RETREAT",
                              .mode = "release",
                              .contexts = {"military", "territory"},
                              .modality = "demanded",
                              .inside = 0,
                              .stance = "demands",
                              .date = {},
                              .place = {},
                              .quantities = {two},
                              .rule = "reader",
                              .score = 0.8F};
  const events::Event arrest{.sentence = second,
                             .trigger = {at("held")},
                             .actors = {peru_again},
                             .recipients = {},
                             .event = "COERCE",
                             .mode = "arrest",
                             .contexts = {},
                             .negated = false,
                             .modality = "happened",
                             .inside = 1,
                             .stance = "denies",
                             .date = {},
                             .place = lima,
                             .quantities = {},
                             .rule = "",
                             .score = 0.7F};
  reading.events = {request, release, arrest};
  reading.notes = {{"odd spelling", at("Pérou")}};
  return reading;
}

inline record::RunInfo run() {
  return {.program = "demarche test", .model = "network 1", .tables = "tables 1", .command = "demarche read news"};
}

// A record with the pilots in it.
inline record::Record record_with_pilots(const std::filesystem::path& path) {
  record::Record record(path, record::Record::Access::Write);
  record.begin_run(run());
  const Document document = pilots();
  record.store(document, reading_of(document));
  record.end_run("done");
  return record;
}

inline std::vector<record::Json> rows(const record::Record& record, const record::Query& query) {
  std::vector<record::Json> out;
  record.list(query, [&](record::Json&& row) { out.push_back(std::move(row)); });
  return out;
}

}  // namespace demarche::given
