// SPDX-License-Identifier: Apache-2.0
#include "events/events.h"

#include <gtest/gtest.h>

#include "given.h"

namespace demarche::events {
namespace {

std::string names(const std::vector<Participant>& participants) {
  std::string shown;
  for (const auto& each : participants)
    shown += (shown.empty() ? "" : ",") + (each.actor.empty() ? each.name : each.actor);
  return shown.empty() ? "-" : shown;
}

std::string show(const std::vector<Event>& events) {
  std::string shown;
  for (const Event& event : events) {
    shown += names(event.actors) + " " + event.event + " " + names(event.recipients) + " " + event.modality;
    if (event.inside >= 0) shown += " in " + std::to_string(event.inside) + " " + event.stance;
    if (event.performed_by >= 0) shown += " by " + std::to_string(event.performed_by);
    shown += "\n";
  }
  return shown;
}

statements::Statement statement(const Document& document, std::string_view source, std::string_view cue,
                                std::string_view content, std::string_view act, std::string_view speaker) {
  statements::Statement found;
  found.source = given::spans(document, source);
  found.cue = given::spans(document, cue);
  found.content = given::spans(document, content);
  found.act = act;
  found.speaker = speaker;
  found.speaker_name = source;
  return found;
}

std::vector<Event> code(const Document& document, const reader::Annotations& annotations,
                        const actors::Mentions& mentions, const std::vector<statements::Statement>& statements = {}) {
  static const Coder coder(given::kSource / "data");
  return coder.code(document, given::tokens(document), annotations, mentions, {}, {}, statements);
}

TEST(Events, WordsAndDeedsAreKeptApartAndLinked) {
  const Document document = given::document("Norway urged Peru to release the two pilots.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "urged", "REQUEST", {"Norway"}, {"Peru"}),
                            given::predicate(document, "release", "RETREAT", {"Peru"}, {}, "demanded")};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Norway", "NOR"), given::mention(document, "Peru", "PER")};
  const auto said = statement(document, "Norway", "urged", "to release the two pilots", "demand", "NOR");
  EXPECT_EQ(show(code(document, annotations, mentions, {said})),
            "NOR REQUEST PER happened by 0\n"
            "PER RETREAT - demanded in 0 demands\n");
}

TEST(Events, AVerbThatStandsForAnotherTellsItsDeed) {
  const Document document = given::document("Norway ratified the treaty. Peru did so in May, Chile did not.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "ratified", "AGREE", {"Norway"}, {}),
                            given::predicate(document, "did so", "CONSULT", {"Peru"}, {}),
                            given::predicate(document, "did not", "REJECT", {"Chile"}, {})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Norway", "NOR"), given::mention(document, "Peru", "PER"),
                       given::mention(document, "Chile", "CHL")};
  const std::vector<Event> events = code(document, annotations, mentions);
  EXPECT_EQ(show(events), "NOR AGREE - happened\nPER AGREE - happened\nCHL AGREE - happened\n");
  ASSERT_EQ(events.size(), 3u);
  EXPECT_FALSE(events[1].negated);
  EXPECT_TRUE(events[2].negated);
}

TEST(Events, AWordWithinANameIsNoDeed) {
  const Document document = given::document("The Resistance Front attacked a post. Resistance to Peru grew.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "Resistance", "REJECT", {}, {}),
                            given::predicate(document, "attacked", "ASSAULT", {"The Resistance Front"}, {})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "The Resistance Front", "PER.REB.FRONT")};
  EXPECT_EQ(show(code(document, annotations, mentions)), "PER.REB.FRONT ASSAULT - happened\n");
}

TEST(Events, AVerbThatStandsForNothingSaidIsLeftAsRead) {
  const Document document = given::document("Chile did not.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "did not", "REJECT", {"Chile"}, {})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Chile", "CHL")};
  EXPECT_EQ(show(code(document, annotations, mentions)), "CHL REJECT - happened\n");
}

TEST(Events, ADeniedDeedKeepsItsOwnPolarity) {
  const Document document = given::document("Peru denied that it had detained pilots.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "detained", "COERCE", {"it"}, {"pilots"})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER", 1), given::mention(document, "it", "", 1)};
  const auto said = statement(document, "Peru", "denied", "it had detained pilots", "deny", "PER");
  const auto events = code(document, annotations, mentions, {said});
  EXPECT_EQ(show(events), "PER COERCE pilots happened in 0 denies\n");
  EXPECT_FALSE(events[0].negated);
}

TEST(Events, NobodyPoliticalNoEvent) {
  const Document document = given::document("A baker attacked the problem of stale bread.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "attacked", "ASSAULT", {"A baker"}, {})};
  annotations.predicates[0].score = 0.5F;
  EXPECT_EQ(show(code(document, annotations, {})), "");
}

TEST(Events, WhoDidItMayBeUnknownWhereTheReaderIsSure) {
  const Document document = given::document("Two bridges were blown up.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "blown up", "ASSAULT", {}, {"Two bridges"})};
  annotations.predicates[0].score = 0.9F;
  EXPECT_EQ(show(code(document, annotations, {})), "- ASSAULT Two bridges happened\n");
}

TEST(Events, AGuessedDoerIsMarkedAndMakesNoUnsureDeedWorthKeeping) {
  const Document document = given::document("Peru saw two bridges blown up.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "blown up", "ASSAULT", {"Peru"}, {})};
  annotations.predicates[0].actors[0].is_guess = true;
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER", 1)};
  const auto events = code(document, annotations, mentions);
  ASSERT_EQ(show(events), "PER ASSAULT - happened\n");
  EXPECT_TRUE(events[0].actors[0].is_guess);
  annotations.predicates[0].score = 0.5F;
  EXPECT_EQ(show(code(document, annotations, mentions)), "");
}

TEST(Events, AQuestionAsks) {
  const Document document = given::document("Does Peru arm the rebels?");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "arm", "AID", {"Peru"}, {"the rebels"}, "ongoing")};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER")};
  EXPECT_EQ(show(code(document, annotations, mentions)), "PER AID the rebels asked\n");
}

TEST(Events, TheDateOfAnEntryHoldsForItsLaterSentences) {
  const std::string text = "In June 1998 Peru closed its ports. The navy seized two trawlers.";
  Metadata metadata;
  metadata.language = "en";
  metadata.kind = DocumentKind::Chronology;
  const Document document(text, metadata, {{{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "seized", "COERCE", {"The navy"}, {"two trawlers"})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "The navy", "PER.MIL")};
  const auto tokens = given::tokens(document);
  static const Coder coder(given::kSource / "data");
  const auto events = coder.code(document, tokens, annotations, mentions, moments::find(document, tokens), {}, {});
  ASSERT_EQ(events.size(), 1u);
  ASSERT_TRUE(events[0].date);
  EXPECT_EQ(events[0].date->lo, parse_day("1998-06-01"));
}

// What an entry demands is due from its day on, and lies not before it; a habit has no day.
TEST(Events, TheDateOfAnEntryBeginsWhatItDemands) {
  const std::string text =
      "In June 1998 Peru closed its ports. Chile wanted a return to the lines held before May 1998. Regular raids are "
      "made.";
  Metadata metadata;
  metadata.language = "en";
  metadata.kind = DocumentKind::Chronology;
  const Document document(text, metadata, {{{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "return", "RETREAT", {"Peru"}, {}, "demanded"),
                            given::predicate(document, "raids", "ASSAULT", {"Peru"}, {})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER")};
  const auto tokens = given::tokens(document);
  static const Coder coder(given::kSource / "data");
  const auto events = coder.code(document, tokens, annotations, mentions, moments::find(document, tokens), {}, {});
  ASSERT_EQ(events.size(), 2u);
  ASSERT_TRUE(events[0].date);
  EXPECT_EQ(events[0].date->lo, parse_day("1998-06-01"));
  EXPECT_FALSE(events[0].date->hi);
  EXPECT_FALSE(events[1].date);
}

// A heading that is a date dates what stands below it.
TEST(Events, ADateHeadingDatesItsParagraphs) {
  const std::string text = "2011\n\nPeru closed its ports.\n\nMay 2014\n\nThe navy seized two trawlers.";
  Metadata metadata;
  metadata.language = "en";
  const Document document(text, metadata,
                          {{{0, 4}, Zone::Furniture, ""},
                           {{6, 28}, Zone::Body, ""},
                           {{30, 38}, Zone::Body, ""},
                           {{40, 69}, Zone::Body, ""}});
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "closed", "COERCE", {"Peru"}, {"its ports"}),
                            given::predicate(document, "seized", "COERCE", {"The navy"}, {"two trawlers"})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER"), given::mention(document, "The navy", "PER.MIL")};
  const auto tokens = given::tokens(document);
  static const Coder coder(given::kSource / "data");
  const auto events = coder.code(document, tokens, annotations, mentions, moments::find(document, tokens), {}, {});
  ASSERT_EQ(events.size(), 2u);
  ASSERT_TRUE(events[0].date && events[1].date);
  EXPECT_EQ(events[0].date->hi, parse_day("2011-12-31"));
  EXPECT_EQ(events[1].date->lo, parse_day("2014-05-01"));
}

// The date of the event at `trigger` in a text of 2022, or "" for none.
std::string date_in(const std::string& text, const std::string& trigger, const char* modality = "happened",
                    const std::vector<std::string>& others = {}) {
  Metadata metadata;
  metadata.language = "en";
  metadata.published.day = parse_day("2022-05-04");
  const Document document(text, metadata, {{{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, trigger, "ASSAULT", {"Peru"}, {})};
  annotations.predicates[0].modality = modality;
  for (const std::string& other : others)
    annotations.predicates.push_back(
        given::predicate(document, other, "ACCUSE", {text.find("Chile") != std::string::npos ? "Chile" : "Peru"}, {}));
  const auto tokens = given::tokens(document);
  static const Coder coder(given::kSource / "data");
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER")};
  const auto events = coder.code(document, tokens, annotations, mentions, moments::find(document, tokens), {}, {});
  return events.empty() || !events[0].date || !events[0].date->lo ? "" : demarche::show(*events[0].date->lo);
}

TEST(Dates, BelongToTheirOwnClauseAndNoun) {
  EXPECT_EQ(date_in("Peru shelled the port on 9 May 2021.", "shelled"), "2021-05-09");
  EXPECT_EQ(date_in("Peru accepted the ruling of 2002.", "accepted"), "");
  EXPECT_EQ(date_in("Peru made an attack of 9 May 2021 known.", "attack", "happened", {"made"}), "2021-05-09");
  EXPECT_EQ(date_in("Peru rejected the list which Chile handed over on 5 June 2021.", "rejected", "happened",
                    {"handed over"}),
            "");
  EXPECT_EQ(date_in("On 5 June 2021 Peru shelled the port and Chile protested.", "protested", "happened", {"shelled"}),
            "2021-06-05");
  EXPECT_EQ(date_in("Peru attacked the port, killing six on 5 June 2021.", "attacked", "happened", {"killing"}),
            "2021-06-05");
  EXPECT_EQ(date_in("Peru, which lost the port in 1999, shelled it last week.", "shelled"), "2022-04-25");
}

TEST(Dates, BeforeTheNextClauseAreOfTheirOwn) {
  EXPECT_EQ(date_in("Peru shelled the port on 5 June 2021 and Chile protested.", "shelled", "happened", {"protested"}),
            "2021-06-05");
}

TEST(Dates, StayOnTheirSideOfASemicolon) {
  EXPECT_EQ(date_in("Chile shut its port in July 2021; Peru bombed its own in March 2022.", "bombed"), "2022-03-01");
  EXPECT_EQ(date_in("Chile counted those shot since 2008; Peru shelled none.", "shelled"), "");
  EXPECT_EQ(date_in("On 5 June 2021 Chile shut its port; Peru shelled it.", "shelled"), "2021-06-05");
}

TEST(Dates, OfWhatHappenedDoNotLieAhead) {
  EXPECT_EQ(date_in("Peru struck and agreed to talk in June 2022.", "struck", "happened", {"talk"}), "");
  EXPECT_EQ(date_in("The post will shut by June 2022, and Peru bombed it.", "bombed"), "");
}

TEST(Dates, CoordinatedVerbsShareThem) {
  EXPECT_EQ(date_in("Peru arrested and expelled the envoy on 5 June 2021.", "arrested", "happened", {"expelled"}),
            "2021-06-05");
  EXPECT_EQ(date_in("Peru shelled the port and Chile protested on 5 June 2021.", "shelled", "happened", {"protested"}),
            "");
}

TEST(Dates, BehindAfterAndUntilAreOpen) {
  EXPECT_EQ(date_in("Peru shelled the port after 9 May 2021.", "shelled"), "2021-05-09");
  EXPECT_EQ(date_in("Until it took the port in May 2021, Peru shelled it.", "shelled"), "");
  EXPECT_EQ(date_in("Peru shelled the port before 9 May 2021.", "shelled"), "");
}

TEST(Dates, OfAPeriodBelongToNoNoun) {
  EXPECT_EQ(date_in("As of 1 June 2021 Peru suspended its aid.", "suspended"), "2021-06-01");
  EXPECT_EQ(date_in("In the course of 2021 Peru shelled the port.", "shelled"), "2021-01-01");
}

TEST(Dates, OfWhatIsToComeDoNotLieBehind) {
  EXPECT_EQ(date_in("Peru promised to resume the talks suspended on 9 November 2021.", "resume", "promised"), "");
  EXPECT_EQ(date_in("Peru promised to resume the talks on 9 November 2022.", "resume", "promised"), "2022-11-09");
  EXPECT_EQ(date_in("On 3 May 1999 Peru promised to withdraw by 1 June 1999.", "withdraw", "promised"), "1999-06-01");
}

TEST(Events, WeMeansTheSpeaker) {
  const Document document = given::document("“We have expelled the envoy,” Peru said.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "expelled", "SANCTION", {"We"}, {"the envoy"})};
  const auto said = statement(document, "Peru", "said", "“We have expelled the envoy,”", "assert", "PER");
  EXPECT_EQ(show(code(document, annotations, {}, {said})), "PER SANCTION the envoy happened in 0 affirms\n");
}

TEST(Events, ContextsComeFromTheSentence) {
  const Document document = given::document("Peru handed intelligence on terrorists to Chile.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "handed", "COOPERATE", {"Peru"}, {"Chile"})};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER"), given::mention(document, "Chile", "CHL")};
  const auto events = code(document, annotations, mentions);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].contexts, (std::vector<std::string>{"intelligence", "terrorism"}));
}

TEST(Events, QuadsOfAllCategories) {
  EXPECT_EQ(quad_of("AGREE"), 1);
  EXPECT_EQ(quad_of("AID"), 2);
  EXPECT_EQ(quad_of("REQUEST"), 3);
  EXPECT_EQ(quad_of("SANCTION"), 4);
  EXPECT_EQ(quad_of("NONE"), 0);
}

places::Place place(const Document& document, std::string_view name, std::string_view precision) {
  places::Place found;
  found.span = given::span(document, name);
  found.name = name;
  found.precision = precision;
  return found;
}

struct Spot {
  std::string text, trigger, event, mode, name, precision;
  bool is_there;
};

// The place of an event is where it was done, not what is spoken of or whose it is.
TEST(Events, TakePlaceWhereTheyAreDone) {
  static const Coder coder(given::kSource / "data");
  const std::vector<Spot> spots = {
      {"Chile shelled the port in Peru.", "shelled", "ASSAULT", "", "Peru", "country", true},
      {"Chile seized Arica.", "seized", "COERCE", "", "Arica", "city", true},
      {"The envoy of Chile went to Peru.", "went", "CONSULT", "visit", "Peru", "country", true},
      {"Chile urged calm for the sake of peace in Peru.", "urged", "REQUEST", "", "Peru", "country", false},
      {"Chile demanded more from the US authorities.", "demanded", "REQUEST", "", "US", "country", false},
      {"Chile opened fire on the Peru-Bolivia border.", "opened fire", "ASSAULT", "", "Peru", "country", false},
      {"Chile accused rebels of arson in Peru.", "accused", "ACCUSE", "", "Peru", "country", false},
      {"In Peru, the envoy of Chile warned them.", "warned", "THREATEN", "", "Peru", "country", true},
      {"Chile struck the rebels, who have camps in Peru.", "struck", "ASSAULT", "", "Peru", "country", false},
      {"The summit in Lima approved the plan of Chile.", "approved", "SUPPORT", "", "Lima", "city", true},
      {"Chile shelled rebels based in Peru.", "shelled", "ASSAULT", "", "Peru", "country", false},
      {"Chile condemns raids, and rebels struck it from Peru.", "struck", "ASSAULT", "", "Peru", "country", false},
      {"Rebels in Peru, whose land is used to strike Chile.", "strike", "ASSAULT", "", "Peru", "country", false},
  };
  for (const Spot& spot : spots) {
    const Document document = given::document(spot.text);
    reader::Annotations annotations;
    annotations.predicates = {given::predicate(document, spot.trigger, spot.event, {"Chile"}, {})};
    annotations.predicates[0].mode = spot.mode;
    actors::Mentions mentions;
    mentions.mentions = {given::mention(document, "Chile", "CHL")};
    const auto events = coder.code(document, given::tokens(document), annotations, mentions, {},
                                   {place(document, spot.name, spot.precision)}, {});
    ASSERT_EQ(events.size(), 1u) << spot.text;
    EXPECT_EQ(events[0].place.has_value(), spot.is_there) << spot.text;
  }
}

}  // namespace
}  // namespace demarche::events
