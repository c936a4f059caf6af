// SPDX-License-Identifier: Apache-2.0
#include "analysis/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <map>

#include "analysis/claims/claims.h"
#include "analysis/claims/origins.h"
#include "analysis/dossier/verify.h"
#include "analysis/happenings/happenings.h"
#include "analysis/names/actors.h"

namespace demarche::analysis {
namespace {

using record::EventItem;
using record::Range;
using record::StatementItem;

const Lexicon& lexicon() {
  static const Lexicon loaded(std::filesystem::path(DEMARCHE_SOURCE) / "data");
  return loaded;
}

// A document written by hand with its items, in the words of the trade:
//
//   Given text("Norway denied it. …");  text.said("NOR", "deny", "it");  text.did("NOR", "ASSAULT", "PER", "bombed");
class Given {
 public:
  Given(std::string text, std::string published = "2021-06-08", std::string outlet = "The Courier",
        std::string kind = "news") {
    source_.document.text = std::move(text);
    source_.document.id = "d" + source_.document.text.substr(0, 3) + outlet.substr(4, 3) + published;
    source_.document.published = std::move(published);
    source_.document.outlet = std::move(outlet);
    source_.document.kind = std::move(kind);
    source_.document.path = "hand/" + source_.document.id;
  }

  void names(const std::string& id, const std::string& words) { mention(id, find(words)); }

  struct Saying {
    std::string by, act, content, to = {}, polarity = "affirmed", kind = "named";
    std::vector<std::string> about = {};
    int inside = -1;
    std::string source = {}, cue = {};  // words of the text
    float score = 0.9F;
  };
  // Returns the statement's index.
  int said(const Saying& saying) {
    StatementItem item;
    item.content = {find(saying.content)};
    if (!saying.source.empty()) item.source = {find(saying.source)};
    if (!saying.cue.empty()) item.cue = {find(saying.cue)};
    item.speaker = saying.kind == "named" ? saying.by : "";
    item.speaker_name = saying.by;
    item.speaker_kind = saying.kind;
    if (!saying.to.empty()) item.addressees = {saying.to};
    item.act = saying.act;
    item.polarity = saying.polarity;
    item.form = "indirect";
    item.inside = saying.inside;
    item.score = saying.score;
    for (const std::string& id : saying.about) mention(id, item.content.front());
    source_.reading.statements.push_back(item);
    return static_cast<int>(source_.reading.statements.size()) - 1;
  }

  struct Doing {
    std::string event;
    std::vector<std::string> by = {}, to = {};
    std::string trigger = {};  // its sentence is the one it stands in
    std::string modality = "happened", polarity = "affirmed", mode = {}, stance = {}, day = {}, place = {};
    int inside = -1, performed_by = -1;
    std::vector<record::QuantityItem> quantities = {};
  };
  int did(const Doing& doing) {
    EventItem item;
    item.event = doing.event;
    item.mode = doing.mode;
    item.modality = doing.modality;
    item.polarity = doing.polarity;
    item.stance = doing.stance;
    item.trigger = {find(doing.trigger)};
    item.sentence = sentence_around(item.trigger.front());
    for (const auto& id : doing.by)
      item.actors.push_back({.actor = {.actor = id, .name = id, .country = {}, .sector = {}},
                             .span = span_of(id, item.trigger[0]),
                             .produced_by = {}});
    for (const auto& id : doing.to)
      item.recipients.push_back({.actor = {.actor = id, .name = id, .country = {}, .sector = {}},
                                 .span = span_of(id, item.trigger[0]),
                                 .produced_by = {}});
    item.inside = doing.inside;
    item.performed_by = doing.performed_by;
    if (!doing.day.empty())
      item.date = record::DateItem{.lo = doing.day, .hi = doing.day, .precision = "day", .span = {}};
    if (!doing.place.empty())
      item.place = record::PlaceItem{
          .span = {}, .name = doing.place, .country = {}, .region = {}, .precision = "city", .produced_by = {}};
    item.quantities = doing.quantities;
    item.score = 0.9F;
    source_.reading.events.push_back(item);
    return static_cast<int>(source_.reading.events.size()) - 1;
  }
  const Source& source() const { return source_; }

 private:
  Range find(const std::string& words) const {
    const std::size_t at = source_.document.text.find(words);
    EXPECT_NE(at, std::string::npos) << words;
    const auto begin = static_cast<std::uint32_t>(at);
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }
  // Where an id stands in the text, as some tests write it.
  Range span_of(const std::string& id, Range trigger) const {
    return source_.document.text.find(id) == std::string::npos ? trigger : find(id);
  }
  Range sentence_around(Range trigger) const {
    const std::string& text = source_.document.text;
    const std::size_t before = text.rfind(". ", trigger.begin);
    const std::size_t after = text.find('.', trigger.end);
    return {before == std::string::npos ? 0 : static_cast<std::uint32_t>(before + 2),
            static_cast<std::uint32_t>(std::min(after + 1, text.size()))};
  }
  void mention(const std::string& id, Range span) {
    record::MentionItem item;
    item.span = item.head = span;
    item.actor.actor = id;
    source_.reading.mentions.push_back(item);
  }
  Source source_;
};

record::QuantityItem killed(double count) {
  return {.value = count, .lo = count, .hi = count, .unit = "persons", .kind = "killed", .span = {}};
}
record::QuantityItem dollars(double sum, Range span = {}) {
  return {.value = sum, .lo = sum, .hi = sum, .unit = "USD", .kind = "money", .span = span};
}

Findings findings_of(const std::vector<Given>& documents) {
  std::vector<Source> sources;
  for (const Given& document : documents) sources.push_back(document.source());
  return find(sources, lexicon(), [](const std::string& id) { return id; });
}

int count_of(const Findings& findings, const std::string& kind) {
  return static_cast<int>(std::count_if(findings.disputes.begin(), findings.disputes.end(),
                                        [&](const Dispute& dispute) { return dispute.kind == kind; }));
}

const Dispute& the(const Findings& findings, const std::string& kind) {
  static const Dispute none;
  EXPECT_EQ(count_of(findings, kind), 1) << kind;
  for (const Dispute& dispute : findings.disputes) {
    if (dispute.kind == kind) return dispute;
  }
  return none;
}

TEST(Actors, WhoMayActForWhom) {
  const struct {
    const char *one, *other;
    bool may;
  } cases[] = {{"PAK", "PAK", true},
               {"PAK", "PAK.SPY.ISI", true},
               {"PAK.GOV", "PAK.GOV.MFA", true},
               {"PAK.MIL", "PAK.GOV.MFA", false},
               {"AFG", "AFG.REB.TLB", false},
               {"AFG.REB", "AFG.REB.TLB", true},
               {"PAK", "PAKX", false},
               {"NOR", "PER", false}};
  for (const auto& each : cases) {
    EXPECT_EQ(compatible(each.one, each.other), each.may) << each.one << " " << each.other;
    EXPECT_EQ(compatible(each.other, each.one), each.may) << each.other << " " << each.one;
  }
}

TEST(Actors, OfficesSpeakForTheState) {
  EXPECT_EQ(voice_of("PAK.GOV.MFA"), "PAK");
  EXPECT_EQ(voice_of("PAK.SPY.ISI"), "PAK");
  EXPECT_EQ(voice_of("AFG.REB.TLB"), "AFG.REB.TLB");
  EXPECT_EQ(voice_of("KMO.OPP"), "KMO.OPP");
}

TEST(Themes, WordsNameIssues) {
  const struct {
    const char *text, *theme;
  } cases[] = {{"They gave safe havens to the rebels.", "safe havens"},
               {"It suspended all intelligence sharing.", "intelligence sharing"},
               {"A cease-fire took effect at noon.", "ceasefire"},
               {"Two CEASEFIRES failed.", "ceasefire"},
               {"The prisoners were exchanged in a prisoner swap.", "prisoner exchange"},
               {"It is building a fence along the line.", "border fence"},
               {"Uranium was enriched.", "nuclear programme"},
               {"They sold Peru forty more tanks.", "arms sales"},
               {"The reservoir was filled.", "water"}};
  for (const auto& each : cases) {
    const auto themes = lexicon().themes(each.text);
    EXPECT_TRUE(std::find(themes.begin(), themes.end(), each.theme) != themes.end()) << each.text;
  }
  EXPECT_TRUE(lexicon().themes("The minister had lunch.").empty());
}

TEST(Questions, PutAnEventInWords) {
  using Tense = Lexicon::Tense;
  EXPECT_EQ(lexicon().question("AID", "", {"safe havens"}, "Norway", "the rebels", Tense::Present),
            "Does Norway give safe haven to the rebels?");
  EXPECT_EQ(lexicon().question("ASSAULT", "", {}, "Norway", "Peru", Tense::Past), "Did Norway attack Peru?");
  EXPECT_EQ(lexicon().question("NEWTYPE", "", {}, "Norway", "", Tense::Past), "Did Norway do it to others?");
}

TEST(Origins, CopiesAreOne) {
  const auto whole =
      shingles_of("The Front raided the border post at dawn and killed twenty-three soldiers, the ministry said.");
  EXPECT_GE(
      containment(whole, shingles_of("The Front raided the border post at dawn and killed twenty-three soldiers.")),
      kSameOrigin);
  EXPECT_LT(
      containment(
          whole,
          shingles_of("Soldiers died when fighters of the Front attacked a post on the frontier early in the day.")),
      kSameOrigin);
}

std::vector<Given> one_raid() {
  Given ministry("The Front raided the post at Brenn and killed 23 soldiers, the ministry said.", "2021-06-08",
                 "The Courier");
  const int said = ministry.said(
      {.by = "KMO.GOV.MOD", .act = "assert", .content = "The Front raided the post at Brenn and killed 23 soldiers"});
  ministry.did({.event = "ASSAULT",
                .by = {"FFE"},
                .to = {"KMO"},
                .trigger = "raided",
                .day = "2021-06-06",
                .place = "Brenn",
                .inside = said,
                .quantities = {killed(23)}});
  Given front("Its fighters raided the post and killed 41, said the Front in a leaflet.", "2021-06-09", "The Standard");
  const int claimed =
      front.said({.by = "FFE", .act = "assert", .content = "Its fighters raided the post and killed 41"});
  front.did({.event = "ASSAULT",
             .by = {"FFE"},
             .to = {"KMO.MIL"},
             .trigger = "raided",
             .day = "2021-06-06",
             .inside = claimed,
             .quantities = {killed(41)}});
  return {ministry, front};
}

TEST(Happenings, TwoReportsOfOneRaid) {
  const Findings findings = findings_of(one_raid());
  ASSERT_EQ(findings.happenings.size(), 1U);
  const Happening& raid = findings.happenings.front();
  EXPECT_EQ(raid.reports, 2);
  EXPECT_EQ(raid.outlets, 2);
  EXPECT_EQ(raid.origins, 2);
  EXPECT_EQ(raid.actors, Ids{"FFE"});
  EXPECT_EQ(raid.recipients, Ids{"KMO.MIL"});
}

TEST(Happenings, AnEchoIsNoOrigin) {
  Given agency("The Front raided the border post at Brenn at dawn on Sunday and killed many of the soldiers there.",
               "2021-06-08", "The Agency");
  agency.did({.event = "ASSAULT", .by = {"FFE"}, .to = {"KMO"}, .trigger = "raided", .day = "2021-06-06"});
  Given echo(
      "Late news. The Front raided the border post at Brenn at dawn on Sunday and killed many of the soldiers there.",
      "2021-06-08", "The Echo");
  echo.did({.event = "ASSAULT", .by = {"FFE"}, .to = {"KMO"}, .trigger = "raided", .day = "2021-06-06"});
  const Findings findings = findings_of({agency, echo});
  ASSERT_EQ(findings.happenings.size(), 1U);
  EXPECT_EQ(findings.happenings.front().reports, 2);
  EXPECT_EQ(findings.happenings.front().outlets, 2);
  EXPECT_EQ(findings.happenings.front().origins, 1);
}

TEST(Happenings, OtherDaysOtherPartiesOtherIssuesStayApart) {
  auto raid = [](const char* day, const char* by, const char* to) {
    Given text(std::string("On ") + day + " " + by + " raided a post of " + to + ".", "2021-06-30");
    text.did({.event = "ASSAULT", .by = {by}, .to = {to}, .trigger = "raided", .day = day});
    return text;
  };
  EXPECT_EQ(findings_of({raid("2021-06-06", "FFE", "KMO"), raid("2021-06-09", "FFE", "KMO")}).happenings.size(), 2U);
  EXPECT_EQ(findings_of({raid("2021-06-06", "FFE", "KMO"), raid("2021-06-06", "NOR", "KMO")}).happenings.size(), 2U);
  EXPECT_EQ(findings_of({raid("2021-06-06", "FFE", "KMO"), raid("2021-06-06", "FFE", "KMO.GOV")}).happenings.size(),
            1U);
}

TEST(Happenings, DoNotDependOnTheOrderOfDocuments) {
  auto documents = one_raid();
  const Findings there = findings_of(documents);
  std::reverse(documents.begin(), documents.end());
  const Findings back = findings_of(documents);
  ASSERT_EQ(there.disputes.size(), back.disputes.size());
  for (std::size_t i = 0; i < there.disputes.size(); ++i)
    EXPECT_EQ(stored_form(there.disputes[i]).json, stored_form(back.disputes[i]).json);
  ASSERT_EQ(there.happenings.size(), back.happenings.size());
  for (std::size_t i = 0; i < there.happenings.size(); ++i)
    EXPECT_EQ(stored_form(there.happenings[i]).json, stored_form(back.happenings[i]).json);
}

TEST(Happenings, NeedNoResolvedParty) {
  Given courier("A bomb destroyed the grain store at Orvend on Sunday, killing 17.", "1953-04-14", "The Courier");
  courier.did({.event = "ASSAULT", .trigger = "destroyed", .day = "1953-04-12", .quantities = {killed(17)}});
  Given almanac("The grain store of Orvend is blown up.", "1954-01-02", "The Almanac");
  almanac.did({.event = "ASSAULT", .trigger = "blown up", .day = "1953-04-12"});
  Given other("A bomb destroyed a bridge at Tarn.", "1953-04-14", "The Standard");
  other.did({.event = "ASSAULT", .trigger = "destroyed", .day = "1953-04-12"});
  const Findings findings = findings_of({courier, almanac, other});
  ASSERT_EQ(findings.happenings.size(), 2U);
  EXPECT_EQ(findings.happenings.front().reports + findings.happenings.back().reports, 3);
}

// Told years later without a date: the day of its document is none of the deed.
TEST(Happenings, TheDayOfADocumentExcludesNothing) {
  Given courier("On 12 April a mine sank the dredger Halvard off Orvend.", "1953-04-14", "The Courier");
  courier.did({.event = "ASSAULT", .trigger = "sank", .day = "1953-04-12", .place = "Orvend"});
  Given memoir("A mine sank the dredger Halvard off Orvend, and we went home.", "1958-10-01", "The Almanac");
  memoir.did({.event = "ASSAULT", .trigger = "sank", .day = "1958-10-01"});
  EXPECT_EQ(findings_of({courier, memoir}).happenings.size(), 1U);
  Given other("On 1 October a mine sank the dredger Halvard off Orvend.", "1958-10-02", "The Almanac");
  other.did({.event = "ASSAULT", .trigger = "sank", .day = "1958-10-01"});
  EXPECT_EQ(findings_of({courier, other}).happenings.size(), 2U);
}

// One member of the group says too little to be known by; another says enough.
TEST(Happenings, OneReportInCommonIsEnough) {
  Given courier("A bomb destroyed the grain store of NOR at Orvend on Sunday.", "1953-04-14", "The Courier");
  courier.did({.event = "ASSAULT", .to = {"NOR"}, .trigger = "destroyed", .day = "1953-04-12"});
  Given brief("NOR was hit: a bomb destroyed the store.", "1953-04-14", "The Herald");
  brief.did({.event = "ASSAULT", .to = {"NOR"}, .trigger = "destroyed", .day = "1953-04-12"});
  Given almanac("Orvend: its grain store is destroyed.", "1954-01-02", "The Almanac");
  almanac.did({.event = "ASSAULT", .trigger = "destroyed", .day = "1953-04-12"});
  EXPECT_EQ(findings_of({courier, brief, almanac}).happenings.size(), 1U);
}

// "The bombing of 9 March" is known by its day, as long as that had no other.
TEST(Happenings, ADayIsEnoughWhenItHadOnlyOne) {
  Given courier("On 12 April a bomb destroyed the grain store at Orvend.", "1953-04-14", "The Courier");
  courier.did(
      {.event = "ASSAULT", .trigger = "destroyed", .mode = "explosives", .day = "1953-04-12", .place = "Orvend"});
  Given trial("The men tried for the explosion of 12 April were let go.", "1955-01-02", "The Herald");
  trial.did({.event = "ASSAULT", .trigger = "explosion", .mode = "explosives", .day = "1953-04-12"});
  EXPECT_EQ(findings_of({courier, trial}).happenings.size(), 1U);
  Given almanac("On 12 April a mine sank the dredger Halvard.", "1954-01-02", "The Almanac");
  almanac.did({.event = "ASSAULT", .to = {"NOR"}, .trigger = "sank", .mode = "explosives", .day = "1953-04-12"});
  EXPECT_EQ(findings_of({courier, trial, almanac}).happenings.size(), 3U);
}

TEST(Happenings, WhoDeniesOneTellsOfItAndOpensNone) {
  Given denial("Norway denied that it had shelled Orvend on 12 April.", "1953-04-15", "The Herald");
  const int said = denial.said({.by = "NOR", .act = "deny", .content = "that it had shelled Orvend on 12 April"});
  denial.did({.event = "ASSAULT",
              .by = {"NOR"},
              .trigger = "shelled",
              .stance = "denies",
              .day = "1953-04-12",
              .inside = said});
  EXPECT_TRUE(findings_of({denial}).happenings.empty());
  Given report("Norway shelled Orvend on 12 April.", "1953-04-14", "The Courier");
  report.did({.event = "ASSAULT", .by = {"NOR"}, .trigger = "shelled", .day = "1953-04-12"});
  const Findings findings = findings_of({denial, report});
  ASSERT_EQ(findings.happenings.size(), 1U);
  EXPECT_EQ(findings.happenings.front().reports, 2);
  const auto& values = findings.happenings.front().values;
  EXPECT_EQ(std::count_if(values.begin(), values.end(), [](const Value& v) { return v.field == "perpetrator"; }), 1);
}

// The same do the same again and again.
TEST(Happenings, PartiesAloneDoNotMakeOneOfTwo) {
  Given then("In May 1951 NOR bombed PER.", "1953-04-14");
  then.did({.event = "ASSAULT", .by = {"NOR"}, .to = {"PER"}, .trigger = "bombed", .day = "1951-05-03"});
  Given now("Once more NOR bombed PER.", "");
  now.did({.event = "ASSAULT", .by = {"NOR"}, .to = {"PER"}, .trigger = "bombed"});
  EXPECT_EQ(findings_of({then, now}).happenings.size(), 2U);
  Given back("On 3 May 1951 PER bombed NOR.", "1953-04-14");
  back.did({.event = "ASSAULT", .by = {"PER"}, .to = {"NOR"}, .trigger = "bombed", .day = "1951-05-03"});
  EXPECT_EQ(findings_of({then, back}).happenings.size(), 2U);
}

// What is demanded tells of the demand.
TEST(Happenings, OneDemandInTwoReports) {
  auto demand = [](const char* words, const char* trigger, const char* day) {
    Given text(words, day);
    const int said = text.said({.by = "NOR", .act = "demand", .content = trigger, .source = "Norway"});
    text.did({.event = "RETREAT",
              .by = {"PER"},
              .trigger = trigger,
              .modality = "demanded",
              .stance = "demands",
              .inside = said});
    return text;
  };
  const Given one = demand("Norway wants Peru to evacuate the Orvend barracks.", "evacuate", "1953-04-14");
  const Given same = demand("Peru must evacuate the barracks at Orvend, said Norway.", "evacuate", "1953-04-15");
  const Given other = demand("Norway called on Peru to pay its debts.", "pay", "1953-04-15");
  const Findings findings = findings_of({one, same, other});
  ASSERT_EQ(findings.happenings.size(), 2U);
  for (const Happening& happening : findings.happenings) EXPECT_EQ(happening.event, "REQUEST");
}

// No event was read in it: it is a report all the same when it names the deed and shares what is rare.
TEST(Retellings, ASentenceWithoutAnEventIsAReport) {
  Given courier(
      "A mine sank the dredger Halvard off Orvend on 12 April. Nobody was hurt, said the harbour master, and the "
      "channel stays closed until all of it has been swept.",
      "1953-04-14", "The Courier");
  courier.did({.event = "ASSAULT", .trigger = "sank", .day = "1953-04-12", .place = "Orvend"});
  const Given memoir("Off Orvend, after the sinking of our Halvard, no dredger worked that spring.", "1958-10-01",
                     "The Almanac");
  const Findings findings = findings_of({courier, memoir});
  ASSERT_EQ(findings.happenings.size(), 1U);
  const Happening& sinking = findings.happenings.front();
  EXPECT_EQ(sinking.reports, 2);
  EXPECT_EQ(sinking.outlets, 2);
  EXPECT_EQ(sinking.origins, 2);
  ASSERT_EQ(sinking.evidence.size(), 2U);
  EXPECT_EQ(sinking.evidence.back().words, memoir.source().document.text);
  EXPECT_EQ(sinking.events.size(), 1U);
}

TEST(Retellings, WhatIsToComeOrTellsOfAnotherDeedIsNone) {
  Given courier("A mine sank the dredger Halvard off Orvend on 12 April.", "1953-04-14", "The Courier");
  courier.did({.event = "ASSAULT", .trigger = "sank", .day = "1953-04-12", .place = "Orvend"});
  const Given before("The dredger Halvard off Orvend would sink, they feared.", "1953-04-15", "The Herald");
  const Given other("The dredger Halvard off Orvend was painted green.", "1953-04-15", "The Almanac");
  const Given alone("Sinking of the lighter Maud off Tarn.", "1953-04-15", "The Standard");
  EXPECT_EQ(findings_of({courier, before, other, alone}).happenings.front().reports, 1);
}

// "We shall not": a refusal by him who is told to have refused.
TEST(Retellings, AStatementTellsOfWhatItDoes) {
  Given courier("Norway refused to yield the Orvend barracks.", "1953-04-14", "The Courier");
  courier.did({.event = "REJECT", .by = {"NOR"}, .trigger = "refused"});
  const auto answer = [](const std::string& by) {
    Given text("“We shall keep the barracks at Orvend.”", "1953-04-14", "The Herald");
    text.said({.by = by, .act = "refuse", .content = "We shall keep the barracks at Orvend."});
    return text;
  };
  EXPECT_EQ(findings_of({courier, answer("NOR")}).happenings.front().reports, 2);
  EXPECT_EQ(findings_of({courier, answer("PER")}).happenings.front().reports, 1);
}

TEST(Origins, WhoGivesAnotherAsSourceIsNone) {
  Given print("Northern Wire\nRebels shelled the port of Orvend on 12 April.", "1953-04-13", "The Mail");
  print.did({.event = "ASSAULT", .trigger = "shelled", .day = "1953-04-12", .place = "Orvend"});
  Given retold("The harbour at Orvend was shelled by rebels, according to the Northern Wire.", "1953-04-14",
               "The Post");
  const int said = retold.said({.by = "Northern Wire",
                                .act = "assert",
                                .content = "The harbour at Orvend was shelled by rebels",
                                .kind = "outlet",
                                .source = "the Northern Wire"});
  retold.did({.event = "ASSAULT", .trigger = "shelled", .day = "1953-04-12", .place = "Orvend", .inside = said});
  const Findings findings = findings_of({print, retold});
  ASSERT_EQ(findings.happenings.size(), 1U);
  EXPECT_EQ(findings.happenings.front().outlets, 2);
  EXPECT_EQ(findings.happenings.front().origins, 1);
}

TEST(Figures, DifferByClaimant) {
  const Findings findings = findings_of(one_raid());
  const Dispute& dispute = the(findings, "figure");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"KMO"});
  EXPECT_EQ(dispute.sides[0].stance, "23 killed");
  EXPECT_EQ(dispute.sides[1].who, Ids{"FFE"});
  EXPECT_EQ(dispute.sides[1].evidence.front().words,
            "Its fighters raided the post and killed 41, said the Front in a leaflet.");
  EXPECT_GT(dispute.score, 0.4);
}

TEST(Figures, RoundedFiguresAgree) {
  auto documents = one_raid();
  Given about("Kelmoria said the Front raided Brenn and killed about 23.", "2021-06-09", "The Gazette");
  auto quantity = killed(22);
  quantity.lo = 20, quantity.hi = 25;
  about.did({.event = "ASSAULT",
             .by = {"FFE"},
             .to = {"KMO"},
             .trigger = "raided",
             .day = "2021-06-06",
             .quantities = {quantity}});
  EXPECT_EQ(count_of(findings_of({documents[0], about}), "figure"), 0);
}

TEST(Figures, AnOpenBoundReachesWhateverLiesBeyondIt) {
  auto documents = one_raid();
  Given more("Kelmoria said the Front raided Brenn and killed at least 20.", "2021-06-09", "The Gazette");
  auto quantity = killed(20);
  quantity.hi = std::numeric_limits<double>::infinity();
  more.did({.event = "ASSAULT",
            .by = {"FFE"},
            .to = {"KMO"},
            .trigger = "raided",
            .day = "2021-06-06",
            .quantities = {quantity}});
  EXPECT_EQ(count_of(findings_of({documents[0], more}), "figure"), 0);
}

TEST(Figures, ClaimedAndReceived) {
  Given text("Norway claimed 23 billion dollars from Peru but received only 14 billion dollars.");
  text.did({.event = "AID",
            .by = {"PER"},
            .to = {"NOR"},
            .trigger = "received",
            .quantities = {dollars(23e9, {15, 33}), dollars(14e9, {61, 79})}});
  const Dispute dispute = the(findings_of({text}), "figure");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].stance, "claimed: 23 billion USD");
  EXPECT_EQ(dispute.sides[1].stance, "received: 14 billion USD");
}

TEST(Figures, OfStatementsWithoutAnEvent) {
  Given text("The ministry said 23 soldiers were killed. A doctor said that 19 bodies had been brought in.");
  text.said({.by = "KMO.GOV.MOD", .act = "assert", .content = "23 soldiers were killed"});
  text.said({.by = "A doctor", .act = "assert", .content = "19 bodies had been brought in", .kind = "anonymous"});
  const Dispute dispute = the(findings_of({text}), "figure");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].stance, "19 killed");
  EXPECT_EQ(dispute.sides[1].stance, "23 killed");
}

TEST(Figures, OneVoiceWithTwoFiguresDisputesNothing) {
  Given text("The ministry said 23 soldiers were killed. It said 26 soldiers were killed in the year before.");
  text.said({.by = "KMO.GOV.MOD", .act = "assert", .content = "23 soldiers were killed"});
  text.said({.by = "KMO.GOV.MOD", .act = "assert", .content = "26 soldiers were killed in the year before"});
  EXPECT_EQ(count_of(findings_of({text}), "figure"), 0);
}

const Figure& the_figure(const Findings& findings, double value) {
  static const Figure none;
  for (const Figure& figure : findings.figures) {
    if (figure.value == value) return figure;
  }
  ADD_FAILURE() << "no figure " << value;
  return none;
}

TEST(Figures, AreGivenByWhomeverTheSentenceNames) {
  const struct {
    const char* text;
    double value;
    const char* name;
  } cases[] = {{"Police counted about 80 marchers, the organisers more than 300.", 80, "Police"},
               {"Police counted about 80 marchers, the organisers more than 300.", 300, "organisers"},
               {"Some 4,200 people left the valley, by the count of the mission.", 4200, "mission"},
               {"By the ministry's count, 12 sailors were detained.", 12, "ministry"},
               {"The consul, who had been to the morgue, counted 19 bodies.", 19, "consul"},
               {"Nine ships were held, according to the mayor of Selma.", 9, "mayor of Selma"},
               {"A bomb killed 14 people.", 14, "The Courier"}};
  for (const auto& each : cases)
    EXPECT_EQ(the_figure(findings_of({Given(each.text)}), each.value).name, each.name) << each.text;
}

TEST(Figures, OfOneMatterStandTogether) {
  const Findings findings = findings_of(one_raid());
  ASSERT_EQ(findings.figures.size(), 2U);
  EXPECT_EQ(findings.figures[0].matter_id, findings.figures[1].matter_id);
  EXPECT_EQ(findings.figures[0].name, "KMO.GOV.MOD");
}

TEST(Figures, PartAndWholeAgree) {
  Given text("The ministry said 23 soldiers were killed. The Front said nine of them were killed by their own guns.");
  text.said({.by = "KMO.GOV.MOD", .act = "assert", .content = "23 soldiers were killed"});
  text.said({.by = "FFE", .act = "assert", .content = "nine of them were killed by their own guns"});
  EXPECT_EQ(count_of(findings_of({text}), "figure"), 0);
}

Given accusation(const char* outlet = "The Courier") {
  Given text("Kelmoria accused Tarvessa of arming the Front with rifles.", "2021-06-08", outlet);
  const int said =
      text.said({.by = "KMO.GOV", .act = "accuse", .content = "arming the Front with rifles", .to = "TVS"});
  text.did({.event = "AID",
            .by = {"TVS"},
            .to = {"FFE"},
            .trigger = "arming",
            .modality = "ongoing",
            .stance = "affirms",
            .inside = said});
  return text;
}

TEST(Denials, AnAccusationDeniedInAnotherPaper) {
  Given denial("Tarvessa denied that it had armed the Front.", "2021-06-10", "The Dispatch");
  const int said = denial.said({.by = "TVS.GOV.MFA", .act = "deny", .content = "it had armed the Front"});
  denial.did({.event = "AID", .by = {"TVS"}, .to = {"FFE"}, .trigger = "armed", .stance = "denies", .inside = said});
  const Findings findings = findings_of({accusation(), denial});
  const Dispute& dispute = the(findings, "denial");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"KMO"});
  EXPECT_EQ(dispute.sides[0].stance, "accuses");
  EXPECT_EQ(dispute.sides[1].who, Ids{"TVS"});
  EXPECT_EQ(dispute.sides[1].stance, "denies");
  EXPECT_EQ(dispute.question, "Does TVS give weapons, money or military aid to FFE?");
  EXPECT_EQ(count_of(findings, "accusation-unanswered"), 0);
}

TEST(Denials, SaidItHadNotIsADenialToo) {
  Given denial("Tarvessa said it had not armed the Front.", "2021-06-10", "The Dispatch");
  const int said =
      denial.said({.by = "TVS", .act = "assert", .content = "it had not armed the Front", .polarity = "negated"});
  denial.did({.event = "AID", .by = {"TVS"}, .to = {"FFE"}, .trigger = "armed", .polarity = "negated", .inside = said});
  EXPECT_EQ(the(findings_of({accusation(), denial}), "denial").sides.size(), 2U);
}

TEST(Denials, AnAnswerThatCallsAClaimAbsurd) {
  Given interview("Many say that Norway arms the rebels in Peru. Does it? That is an absurd suggestion.", "2021-07-20",
                  "The Review", "interview");
  const int many = interview.said(
      {.by = "Many", .act = "accuse", .content = "Norway arms the rebels in Peru", .kind = "collective"});
  interview.did({.event = "AID",
                 .by = {"NOR"},
                 .to = {"PER.REB"},
                 .trigger = "arms the",
                 .modality = "ongoing",
                 .stance = "affirms",
                 .inside = many});
  interview.said({.by = "NOR.GOV.MFA", .act = "deny", .content = "That is an absurd suggestion"});
  const Dispute dispute = the(findings_of({interview}), "denial");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].names, std::vector<std::string>{"Many"});
  EXPECT_TRUE(dispute.sides[0].who.empty());
  EXPECT_EQ(dispute.sides[1].who, Ids{"NOR"});
  EXPECT_EQ(dispute.sides[1].evidence.front().words, "That is an absurd suggestion.");
}

TEST(Denials, OneThatSaysWhatItDeniesDoesNotPointBack) {
  Given text(
      "Peru said that Norway had closed the camp last year. Norway denied that its minister had resigned over the "
      "budget.");
  text.said({.by = "PER", .act = "assert", .content = "Norway had closed the camp last year", .about = {"NOR"}});
  text.said({.by = "NOR", .act = "deny", .content = "that its minister had resigned over the budget"});
  EXPECT_EQ(count_of(findings_of({text}), "denial"), 0);
}

TEST(Denials, WithoutTheWordDeny) {
  const struct {
    const char *claim, *denial;
    bool is_denial;
  } cases[] = {{"Tarvessa shelters the raiders", "There is no such guest in our country", true},
               {"Tarvessa shelters the raiders", "We have never given sanctuary to any raider", true},
               {"Tarvessan officers tortured the prisoners", "Nobody laid a hand on them", true},
               {"Tarvessa shelters the raiders", "We will not speak with the rebels of the north", false},
               {"Tarvessa shelters the raiders", "The price of salt has not changed in the capital", false}};
  for (const auto& each : cases) {
    Given text(std::string("Kelmoria said: ") + each.claim +
               ". It was noon in the hall. Tarvessa said: " + each.denial + ".");
    text.said({.by = "KMO", .act = "accuse", .content = each.claim, .about = {"TVS"}});
    text.said({.by = "TVS", .act = "assert", .content = each.denial});
    EXPECT_EQ(count_of(findings_of({text}), "denial"), each.is_denial ? 1 : 0) << each.denial;
  }
}

TEST(Denials, AffirmedHereAndNegatedThere) {
  Given claim("Kelmoria said that Tarvessa shelters the raiders of the Brenn valley.", "2021-06-08", "The Courier");
  claim.said(
      {.by = "KMO", .act = "accuse", .content = "Tarvessa shelters the raiders of the Brenn valley", .about = {"TVS"}});
  Given denial("No haven was ever given to raiders from the Brenn, the minister said.", "2021-09-08", "The Standard");
  denial.said(
      {.by = "TVS", .act = "assert", .content = "No haven was ever given to raiders from the Brenn", .about = {"TVS"}});
  const Dispute dispute = the(findings_of({claim, denial}), "denial");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_NE(dispute.why.find("both speak of"), std::string::npos) << dispute.why;
  Given other("No soldier of ours crossed into the Brenn valley, the minister said.", "2021-09-08", "The Standard");
  other.said(
      {.by = "TVS", .act = "assert", .content = "No soldier of ours crossed into the Brenn valley", .about = {"TVS"}});
  EXPECT_EQ(count_of(findings_of({claim, other}), "denial"), 0);
}

TEST(Denials, OnlyWhatStandsInTheNegatedClauseIsDenied) {
  Given claim("Kelmoria said that Tarvessa shelters the raiders of the Brenn valley.", "2021-06-08", "The Courier");
  claim.said(
      {.by = "KMO", .act = "accuse", .content = "Tarvessa shelters the raiders of the Brenn valley", .about = {"TVS"}});
  Given beside(
      "The sanctuary of the raiders in the Brenn valley costs Kelmoria lives, and nobody has counted the sheep, "
      "the minister said.",
      "2021-09-08", "The Standard");
  beside.said(
      {.by = "TVS",
       .act = "assert",
       .content =
           "The sanctuary of the raiders in the Brenn valley costs Kelmoria lives, and nobody has counted the sheep",
       .about = {"TVS"}});
  EXPECT_EQ(count_of(findings_of({claim, beside}), "denial"), 0);
}

TEST(Denials, AreAskedInTheWordsOfTheCharge) {
  Given text("Kelmoria accused Tarvessa of hiding the stolen cattle. Tarvessa called it nonsense.");
  text.said({.by = "KMO", .act = "accuse", .content = "of hiding the stolen cattle", .about = {"TVS"}});
  text.said({.by = "TVS", .act = "deny", .content = "it nonsense"});
  EXPECT_EQ(the(findings_of({text}), "denial").question, "Is it true what KMO said: “hiding the stolen cattle”?");
}

TEST(Denials, AnAuthorAnswersAChargeThatTwoBring) {
  Given charge("Kelmoria accused Tarvessa of deceit and lies and of sheltering the raiders.", "2021-06-08",
               "The Courier");
  charge.said({.by = "KMO",
               .act = "accuse",
               .content = "Tarvessa of deceit and lies and of sheltering the raiders",
               .about = {"TVS"}});
  Given other("Norway said that Tarvessa gives sanctuary to the raiders.", "2021-07-01", "The Standard");
  other.said({.by = "NOR", .act = "accuse", .content = "Tarvessa gives sanctuary to the raiders", .about = {"TVS"}});
  Given essay("There are no havens of the raiders in Tarvessa.", "2021-07-08", "The Quarterly", "opinion");
  essay.names("TVS", "Tarvessa");
  const Dispute dispute = the(findings_of({charge, other, essay}), "denial");
  EXPECT_EQ(dispute.sides.size(), 3U);
}

TEST(Denials, ToldByAnotherAreNotHis) {
  Given text(
      "Kelmoria said that the raiders keep a camp at Brenn. Norway said that Tarvessa had denied for years that the "
      "raiders keep "
      "a camp.");
  text.said({.by = "KMO", .act = "assert", .content = "the raiders keep a camp at Brenn"});
  text.said({.by = "NOR", .act = "assert", .content = "Tarvessa had denied for years that the raiders keep a camp"});
  for (const Dispute& dispute : findings_of({text}).disputes) {
    for (const Side& side : dispute.sides) EXPECT_FALSE(side.stance == "denies" && side.who == Ids{"NOR"});
  }
}

TEST(Denials, TheLabelOfATurnIsNoName) {
  Given text("Q: Did Tarvessa hide the stolen cattle? A: Kelmoria lies. Tarvessa hid no stolen cattle.");
  text.said({.by = "", .act = "deny", .content = "Tarvessa hid no stolen cattle", .source = "A"});
  for (const Dispute& dispute : findings_of({text}).disputes) {
    for (const Side& side : dispute.sides) EXPECT_EQ(std::count(side.names.begin(), side.names.end(), "A"), 0);
  }
}

TEST(RivalAccounts, WhoWhereAndWhen) {
  const struct {
    const char *one, *other, *kind;
  } cases[] = {{"The bomb was the work of Kelmoria", "The bomb was planted by the Salt League", "culprit"},
               {"The raid was carried out by Kelmorian smugglers", "The Salt League was behind the raid", "culprit"},
               {"He was captured in Brenn", "But he was captured in Ostavar", "place"},
               {"The bomb exploded at 6:40 in the morning", "But the bomb exploded at a quarter past nine", "time"}};
  for (const auto& each : cases) {
    Given text(std::string("Tarvessa said: ") + each.one + ". Norway said: " + each.other + ".");
    text.said({.by = "TVS", .act = "assert", .content = each.one});
    text.said({.by = "NOR", .act = "assert", .content = each.other});
    EXPECT_EQ(count_of(findings_of({text}), each.kind), 1) << each.one;
  }
}

TEST(RivalAccounts, TheSameInOtherWordsIsNone) {
  const struct {
    const char *one, *other;
  } cases[] = {{"He was captured in Brenn", "But he was captured in the old market of Brenn"},
               {"The bomb exploded at 6:40 in the morning", "But the bomb exploded shortly after half past six"},
               {"The bomb was the work of the Front", "The Front was guilty of the bomb"}};
  for (const auto& each : cases) {
    Given text(std::string("Tarvessa said: ") + each.one + ". Norway said: " + each.other + ".");
    text.said({.by = "TVS", .act = "assert", .content = each.one});
    text.said({.by = "NOR", .act = "assert", .content = each.other});
    EXPECT_TRUE(findings_of({text}).disputes.empty()) << each.one;
  }
}

TEST(Denials, EchoesOfOneAccusationAreOneDispute) {
  auto paper = [](const char* outlet) {
    Given text("Kelmoria accused Tarvessa of giving the attackers a map of the post. Tarvessa denied it.", "2021-06-08",
               outlet);
    text.said(
        {.by = "KMO", .act = "accuse", .content = "Tarvessa of giving the attackers a map of the post", .to = "TVS"});
    text.said({.by = "TVS", .act = "deny", .content = "it"});
    return text;
  };
  const Dispute dispute = the(findings_of({paper("The Courier"), paper("The Standard")}), "denial");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].evidence.size(), 1U);
}

TEST(Denials, OfficialsWithoutANameInTwoPrintsAreOneSide) {
  auto paper = [](const char* outlet, const char* dateline) {
    Given text(std::string(dateline) +
                   " Two officials said that Tarvessa hid the stolen cattle. Tarvessa denied hiding the stolen cattle.",
               "2021-06-08", outlet);
    text.said({.by = "",
               .act = "assert",
               .content = "Tarvessa hid the stolen cattle",
               .about = {"TVS"},
               .source = "Two officials"});
    text.said({.by = "TVS", .act = "deny", .content = "hiding the stolen cattle"});
    return text;
  };
  const Dispute dispute = the(findings_of({paper("The Courier", "ADRUN"), paper("The Standard", "OSTREL")}), "denial");
  EXPECT_EQ(dispute.sides.size(), 2U);
}

TEST(Denials, OtherRecipientsPlansAndParaphrasesAreNone) {
  const struct {
    const char* why;
    Given::Doing doing;
    const char* act;
  } cases[] = {
      {"another recipient", {.event = "AID", .by = {"TVS"}, .to = {"HLR"}, .trigger = "armed"}, "deny"},
      {"a plan", {.event = "AID", .by = {"TVS"}, .to = {"FFE"}, .trigger = "armed", .modality = "planned"}, "deny"},
      {"a paraphrase", {.event = "AID", .by = {"TVS"}, .to = {"FFE"}, .trigger = "armed"}, "assert"}};
  for (const auto& each : cases) {
    Given other("Elsewhere it is told that it had armed them.", "2021-06-10", "The Dispatch");
    Given::Doing doing = each.doing;
    doing.inside = other.said({.by = "HLR", .act = each.act, .content = "it had armed them"});
    other.did(doing);
    EXPECT_EQ(count_of(findings_of({accusation(), other}), "denial"), 0) << each.why;
  }
}

TEST(Accusations, WithoutAnswer) {
  Given elsewhere("Tarvessa said that the harvest was good.", "2021-07-01", "The Standard");
  elsewhere.said({.by = "TVS.GOV", .act = "assert", .content = "the harvest was good"});
  const Dispute dispute = the(findings_of({accusation(), elsewhere}), "accusation-unanswered");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[1].who, Ids{"TVS"});
  EXPECT_TRUE(dispute.sides[1].evidence.empty());
  // Of one who never speaks in the record, silence says nothing.
  EXPECT_EQ(count_of(findings_of({accusation()}), "accusation-unanswered"), 0);
}

TEST(Accusations, WithoutAnswerByTheTextItself) {
  Given text(
      "Kelmoria said that Tarvessan officers had bribed its harbour master. Tarvessa has not replied to the charge.");
  text.said(
      {.by = "KMO", .act = "accuse", .content = "Tarvessan officers had bribed its harbour master", .about = {"TVS"}});
  const Dispute dispute = the(findings_of({text}), "accusation-unanswered");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"KMO"});
  EXPECT_EQ(dispute.sides[1].who, Ids{"TVS"});
  EXPECT_EQ(dispute.sides[1].evidence.front().words, "Tarvessa has not replied to the charge.");
}

TEST(Accusations, EachOfTheOtherIsAPair) {
  Given text("Norway accused Peru of harbouring terrorists. Peru accused Norway of harbouring terrorists.");
  text.did({.event = "ACCUSE", .by = {"NOR"}, .to = {"PER"}, .trigger = "Norway accused"});
  text.did({.event = "ACCUSE", .by = {"PER"}, .to = {"NOR"}, .trigger = "Peru accused"});
  const Dispute dispute = the(findings_of({text}), "culprit");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].stance, "blames PER");
  EXPECT_EQ(dispute.sides[1].stance, "blames NOR");
}

TEST(Culprits, OneBombTwoAreBlamed) {
  Given text(
      "Two bombs killed about 30 people in the market. Kelmoria blamed the Front. The Front blamed the River Guard.");
  text.did({.event = "ASSAULT", .by = {}, .to = {"KMO.CVL"}, .trigger = "killed", .place = "Ulmet"});
  text.did({.event = "ACCUSE", .by = {"KMO"}, .to = {"FFE"}, .trigger = "Kelmoria blamed"});
  text.did({.event = "ACCUSE", .by = {"FFE"}, .to = {"KMO.PRM.RVG"}, .trigger = "Front blamed the River"});
  const Dispute dispute = the(findings_of({text}), "culprit");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].stance, "blames FFE");
  EXPECT_EQ(dispute.sides[1].stance, "blames KMO.PRM.RVG");
  EXPECT_EQ(dispute.question, "Who attacked KMO.CVL at Ulmet?");
}

TEST(Demands, AreRefused) {
  Given text("Hallendor demanded that Tarvessa admit inspectors. Tarvessa refused to admit inspectors.");
  const int demand = text.said({.by = "HLR.GOV", .act = "demand", .content = "Tarvessa admit inspectors", .to = "TVS"});
  text.did({.event = "RETREAT",
            .by = {"TVS"},
            .to = {"HLR"},
            .trigger = "admit",
            .modality = "demanded",
            .mode = "access",
            .inside = demand});
  text.said({.by = "TVS.GOV", .act = "refuse", .content = "to admit inspectors", .to = "HLR"});
  const Dispute dispute = the(findings_of({text}), "demand-refusal");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"HLR"});
  EXPECT_EQ(dispute.sides[1].who, Ids{"TVS"});
}

TEST(Demands, AnOfferIsDeclined) {
  Given text("Tarvessa offered a joint inquiry. Kelmoria rejected the offer within hours.");
  text.said({.by = "TVS", .act = "offer", .content = "a joint inquiry"});
  text.said({.by = "KMO", .act = "refuse", .content = "the offer within hours"});
  const Dispute dispute = the(findings_of({text}), "demand-refusal");
  EXPECT_EQ(dispute.sides[0].stance, "offers");
  EXPECT_EQ(dispute.question, "Will KMO accept what TVS offered: “a joint inquiry”?");
}

TEST(Demands, ToFightAndToTalk) {
  Given text(
      "Hallendor wants Tarvessa to arrest the leaders of the Front. It also wants Tarvessa to bring the Front to "
      "talks.",
      "2021-06-08", "The Courier", "opinion");
  const int fight =
      text.said({.by = "HLR", .act = "demand", .content = "Tarvessa to arrest the leaders of the Front", .to = "TVS"});
  const int talk =
      text.said({.by = "HLR", .act = "demand", .content = "Tarvessa to bring the Front to talks", .to = "TVS"});
  text.did({.event = "COERCE",
            .by = {"TVS"},
            .to = {"FFE"},
            .trigger = "arrest",
            .modality = "demanded",
            .mode = "arrest",
            .inside = fight});
  text.did({.event = "CONSULT", .by = {"FFE"}, .to = {}, .trigger = "talks", .modality = "demanded", .inside = talk});
  const Dispute dispute = the(findings_of({text}), "contradictory-demands");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.question, "Can TVS act against FFE and bring it to talks, as HLR wants?");
}

TEST(Demands, OnTwoAddresseesDoNotContradict) {
  Given text(
      "Hallendor wants Tarvessa to arrest the leaders of the Front. It wants Ruvenia to bring the Front to talks.");
  const int fight =
      text.said({.by = "HLR", .act = "demand", .content = "Tarvessa to arrest the leaders of the Front", .to = "TVS"});
  const int talk =
      text.said({.by = "HLR", .act = "demand", .content = "Ruvenia to bring the Front to talks", .to = "RUV"});
  text.did(
      {.event = "COERCE", .by = {"TVS"}, .to = {"FFE"}, .trigger = "arrest", .modality = "demanded", .inside = fight});
  text.did({.event = "CONSULT", .by = {"FFE"}, .to = {}, .trigger = "talks", .modality = "demanded", .inside = talk});
  EXPECT_EQ(count_of(findings_of({text}), "contradictory-demands"), 0);
}

TEST(Reversals, FromRefusalToTalks) {
  Given never("Kelmoria rejected direct talks with the Front.", "2021-04-30");
  never.did({.event = "REJECT", .by = {"KMO"}, .to = {"FFE"}, .trigger = "rejected", .mode = "meet"});
  Given now("Kelmoria opened direct talks with the Front in Quelm.", "2023-03-07", "The Gazette");
  now.did({.event = "CONSULT", .by = {"FFE", "KMO"}, .to = {}, .trigger = "talks", .day = "2023-03-06"});
  const Dispute dispute = the(findings_of({never, now}), "reversal");
  EXPECT_EQ(dispute.question, "Has KMO changed its course on peace talks towards FFE?");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].stance, "was against it until 2021-04-30");
  EXPECT_EQ(dispute.sides[1].stance, "is for it since 2023-03-06");
}

TEST(Promises, NotKept) {
  Given promise("Kelmoria pledged to withdraw the militia from Ulmet by October.", "2022-08-17");
  const int said =
      promise.said({.by = "KMO", .act = "promise", .content = "to withdraw the militia from Ulmet by October"});
  promise.did({.event = "RETREAT",
               .by = {"KMO"},
               .to = {},
               .trigger = "withdraw",
               .modality = "promised",
               .mode = "withdraw",
               .stance = "promises",
               .inside = said});
  Given broken("The militia has not been withdrawn from Ulmet, observers said.", "2022-10-04", "The Dispatch");
  const int seen = broken.said({.by = "observers",
                                .act = "assert",
                                .content = "The militia has not been withdrawn from Ulmet",
                                .kind = "collective"});
  broken.did({.event = "RETREAT",
              .by = {"KMO"},
              .to = {},
              .trigger = "withdrawn",
              .polarity = "negated",
              .mode = "withdraw",
              .inside = seen});
  const Dispute dispute = the(findings_of({promise, broken}), "promise-broken");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"KMO"});
  EXPECT_EQ(dispute.sides[1].names, std::vector<std::string>{"observers"});
}

TEST(Demands, ThatCannotBothBeMet) {
  Given text("Hallendor urged Tarvessa to close the bridge of Odra. Ruvenia called on it to keep the bridge open.");
  text.said({.by = "HLR", .act = "demand", .content = "to close the bridge of Odra", .to = "TVS"});
  text.said({.by = "RUV", .act = "demand", .content = "to keep the bridge open", .to = "TVS"});
  const Dispute dispute = the(findings_of({text}), "contradictory-demands");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"HLR"});
  EXPECT_EQ(dispute.question,
            "Shall TVS do what HLR wanted, “close the bridge of Odra”, or what RUV wanted, “keep the bridge open”?");
}

TEST(Demands, ForOneManByTwo) {
  Given text("Hallendor asked Tarvessa to extradite Boris Lem. Ruvenia wants Lem handed over for trial.");
  text.said({.by = "HLR", .act = "demand", .content = "to extradite Boris Lem", .to = "TVS"});
  text.said({.by = "RUV", .act = "demand", .content = "Lem handed over for trial", .to = "TVS"});
  EXPECT_EQ(the(findings_of({text}), "contradictory-demands").question,
            "Shall TVS do what HLR wanted, “extradite Boris Lem”, or what RUV wanted, “Lem handed over for trial”?");
}

TEST(Demands, OfOtherThingsDoNotMeet) {
  Given text("Hallendor urged Tarvessa to close the bridge of Odra. Tarvessa will not close the mill at Brunn.");
  text.said({.by = "HLR", .act = "demand", .content = "to close the bridge of Odra", .to = "TVS"});
  Given other("Ruvenia urged Kelmoria to open the mines.", "2021-06-09", "The Gazette");
  other.said({.by = "RUV", .act = "demand", .content = "to open the mines", .to = "KMO"});
  const Findings findings = findings_of({text, other});
  EXPECT_EQ(count_of(findings, "demand-refusal") + count_of(findings, "contradictory-demands"), 0);
}

TEST(Demands, ThatATextSetsAgainstEachOtherWithoutAKnownDeed) {
  Given text(
      "Hallendor asked Tarvessa to paint the lighthouse keeper's lanterns at Odra green. Ruvenia asked it to paint the "
      "lighthouse keeper's lanterns at Odra red.");
  text.said(
      {.by = "HLR", .act = "ask", .content = "to paint the lighthouse keeper's lanterns at Odra green", .to = "TVS"});
  text.said(
      {.by = "RUV", .act = "ask", .content = "to paint the lighthouse keeper's lanterns at Odra red", .to = "TVS"});
  const Dispute dispute = the(findings_of({text}), "contradictory-demands");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"HLR"});
  EXPECT_EQ(dispute.sides[1].who, Ids{"RUV"});
}

TEST(Demands, OnWhatIsFarApartInATextAreNotSetAgainstEachOther) {
  const std::string between(1000, ' ');
  Given text("Hallendor asked Tarvessa to paint the lanterns at Odra green." + between +
             "Ruvenia asked it to paint the lanterns at Odra red.");
  text.said({.by = "HLR", .act = "ask", .content = "to paint the lanterns at Odra green", .to = "TVS"});
  text.said({.by = "RUV", .act = "ask", .content = "to paint the lanterns at Odra red", .to = "TVS"});
  EXPECT_EQ(count_of(findings_of({text}), "contradictory-demands"), 0);
}

// One word in common is too little by itself; what the sentences before and around them share tells the rest.
TEST(Demands, AreRefusedWithoutAKnownDeed) {
  Given text(
      "Hallendor asked Tarvessa to paint the lighthouse green. The harbour council of Odra met in the evening and "
      "heard "
      "three engineers speak of lamps, of lenses and of the oil that burns in them, and of the masters of the ships "
      "which "
      "cannot tell one tower from the next in a fog, nor by night, nor when it rains as it does from autumn to spring. "
      "Tarvessa refused to touch the lighthouse.");
  text.said({.by = "HLR", .act = "ask", .content = "to paint the lighthouse green", .to = "TVS"});
  text.said({.by = "TVS", .act = "refuse", .content = "to touch the lighthouse"});
  const Dispute dispute = the(findings_of({text}), "demand-refusal");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[1].who, Ids{"TVS"});
}

TEST(Demands, AreRefusedInOtherWordsElsewhere) {
  Given demand("Hallendor demanded that Tarvessa extradite Boris Lem.", "2021-06-08");
  demand.said({.by = "HLR", .act = "demand", .content = "Tarvessa extradite Boris Lem", .to = "TVS"});
  Given refusal("Tarvessa said it would not hand Lem over.", "2021-06-20", "The Gazette");
  refusal.said({.by = "TVS", .act = "refuse", .content = "it would not hand Lem over", .polarity = "negated"});
  EXPECT_EQ(the(findings_of({demand, refusal}), "demand-refusal").question,
            "Will TVS do what HLR wanted: “Tarvessa extradite Boris Lem”?");
}

TEST(Reversals, OfWordsBySameVoice) {
  Given never("Kelmoria will not admit observers, its minister said.", "2021-04-30");
  never.said({.by = "KMO", .act = "refuse", .content = "Kelmoria will not admit observers", .polarity = "negated"});
  Given now("Kelmoria promised to let observers in.", "2023-03-07", "The Gazette");
  now.said({.by = "KMO", .act = "promise", .content = "to let observers in"});
  const Dispute dispute = the(findings_of({never, now}), "reversal");
  EXPECT_EQ(dispute.question,
            "Has KMO changed its mind, from “Kelmoria will not admit observers” to “let observers in”?");
  EXPECT_NE(dispute.why.find("by one deed: to admit"), std::string::npos) << dispute.why;
  EXPECT_EQ(dispute.sides[0].stance, "before: refuses");
}

TEST(Reversals, ToldInOneBreath) {
  Given text("Kelmoria had refused observers for years. Now Kelmoria asks for observers.", "2021-04-30");
  text.said({.by = "KMO", .act = "refuse", .content = "refused observers for years"});
  text.said({.by = "KMO", .act = "ask", .content = "for observers."});
  EXPECT_EQ(the(findings_of({text}), "reversal").question,
            "Has KMO changed its mind, from “refused observers for years” to “observers”?");
}

TEST(Promises, AreToldToHaveFailedWithoutAKnownDeed) {
  Given promise("Kelmoria pledged to tune the organ pipes of Brunn minster for the pilgrims.", "2022-08-17");
  promise.said({.by = "KMO", .act = "promise", .content = "to tune the organ pipes of Brunn minster for the pilgrims"});
  Given later("The organ pipes of Brunn minster are still silent and the pilgrims sing alone.", "2023-01-04",
              "The Dispatch");
  const Dispute dispute = the(findings_of({promise, later}), "promise-broken");
  ASSERT_EQ(dispute.sides.size(), 2U);
  EXPECT_EQ(dispute.sides[0].who, Ids{"KMO"});
  Given other("The organ pipes of Brunn minster were cast by Ruven.", "2023-01-04", "The Dispatch");
  EXPECT_EQ(count_of(findings_of({promise, other}), "promise-broken"), 0);
}

TEST(Promises, KeptIsNotBroken) {
  Given promise("Kelmoria pledged to open the peace bridge of Odra by October.", "2022-08-17");
  promise.said({.by = "KMO", .act = "promise", .content = "to open the peace bridge of Odra by October"});
  Given kept("Kelmoria opened the peace bridge of Odra.", "2022-09-30", "The Dispatch");
  kept.did({.event = "RETREAT", .by = {"KMO"}, .to = {}, .trigger = "opened", .mode = "access"});
  const Findings findings = findings_of({promise, kept});
  EXPECT_EQ(count_of(findings, "promise-broken"), 0);
  for (const Position& position : findings.positions) EXPECT_EQ(position.outcome, "kept") << position.text;
}

TEST(Promises, WithAnIfAreNone) {
  Given threat("Kelmoria said that the bridge of Odra would be closed if an aircraft crossed the line.", "2022-08-17");
  threat.said(
      {.by = "KMO", .act = "promise", .content = "the bridge of Odra would be closed if an aircraft crossed the line"});
  Given open("Kelmoria opened the bridge of Odra.", "2022-09-30", "The Dispatch");
  open.did({.event = "RETREAT", .by = {"KMO"}, .to = {}, .trigger = "opened", .mode = "access"});
  EXPECT_EQ(count_of(findings_of({threat, open}), "promise-broken"), 0);
}

TEST(Positions, HardenAndSoftenAndReverse) {
  const struct {
    const char *first, *second, *change;
  } cases[] = {{"propose", "demand", "hardened"}, {"ask", "demand", "hardened"},   {"demand", "warn", "hardened"},
               {"warn", "threaten", "hardened"},  {"threaten", "ask", "softened"}, {"refuse", "agree", "reversed"},
               {"promise", "refuse", "reversed"}};
  for (const auto& each : cases) {
    Given before("Norway on the ceasefire.", "2021-01-01");
    before.said({.by = "NOR", .act = each.first, .content = "the ceasefire", .to = "PER"});
    Given after("Norway again on the ceasefire.", "2021-02-01");
    after.said({.by = "NOR", .act = each.second, .content = "the ceasefire", .to = "PER"});
    const auto positions = findings_of({before, after}).positions;
    ASSERT_EQ(positions.size(), 2U) << each.first << " " << each.second;
    EXPECT_EQ(positions[0].change, "new");
    EXPECT_EQ(positions[1].change, each.change) << each.first << " " << each.second;
  }
}

TEST(Positions, ARepeatedStandIsTheSame) {
  Given before("Norway on the ceasefire.", "2021-01-01");
  before.said({.by = "NOR", .act = "demand", .content = "the ceasefire", .to = "PER"});
  Given after("Norway again on the ceasefire.", "2021-02-01");
  after.said({.by = "NOR.GOV.MFA", .act = "demand", .content = "again on the ceasefire", .to = "PER"});
  const auto positions = findings_of({before, after}).positions;
  ASSERT_EQ(positions.size(), 2U);
  EXPECT_EQ(positions[1].actor, "NOR");
  EXPECT_EQ(positions[1].office, "NOR.GOV.MFA");
  EXPECT_EQ(positions[1].since, "2021-02-01");
  EXPECT_EQ(positions[1].change, "same");
}

TEST(Positions, WordsTellWhereTheActIsOpen) {
  const struct {
    const char *act, *content, *stance;
  } cases[] = {{"assert", "We will not lift the sanctions", "refuses"},
               {"assert", "We see no difficulty, and have no objection to the sanctions", "agrees"},
               {"assert", "They must lift the sanctions", "demands"},
               {"evade", "I have nothing to add on the sanctions", "takes no stand"},
               {"promise", "It would lift the sanctions provided that the pilots come home", "sets conditions"},
               {"assert", "The sanctions were signed in May", "asserts"},
               {"refuse", "We shall not stand in the way of sanctions", "agrees"},
               {"deny", "It sees no difficulty in the sanctions", "agrees"},
               {"deny", "We will not lift the sanctions", "refuses"},
               {"deny", "It never rejected the sanctions", "denies"}};
  for (const auto& each : cases) {
    Given text(each.content, "2021-01-01");
    text.said({.by = "NOR", .act = each.act, .content = each.content});
    const auto positions = findings_of({text}).positions;
    ASSERT_EQ(positions.size(), 1U) << each.content;
    EXPECT_EQ(positions[0].stance, each.stance) << each.content;
  }
}

TEST(Positions, SilenceAfterADenialIsSofter) {
  Given before("Norway denies that it armed a pirate.", "2021-01-01");
  before.said({.by = "NOR", .act = "deny", .content = "it armed a pirate"});
  Given after("Norway has nothing to say of pirates.", "2021-02-01");
  after.said({.by = "NOR", .act = "evade", .content = "nothing to say of pirates"});
  const auto positions = findings_of({before, after}).positions;
  ASSERT_EQ(positions.size(), 2U);
  EXPECT_EQ(positions[1].change, "softened");
}

TEST(Positions, AMatterThatComesBackIsAnIssue) {
  Given before("Norway wants the end of the Ulmet licence. The licence was sold in May.", "2021-01-01");
  before.said({.by = "NOR", .act = "demand", .content = "the end of the Ulmet licence", .to = "PER"});
  before.said({.by = "outsiders", .act = "assert", .content = "The licence was sold in May", .kind = "collective"});
  Given after("Peru keeps the Ulmet licence, and the licence of others.", "2021-02-01", "El Correo");
  after.said({.by = "PER", .act = "refuse", .content = "the Ulmet licence, and the licence of others"});
  const auto positions = findings_of({before, after}).positions;
  ASSERT_EQ(positions.size(), 2U);
  for (const Position& each : positions) EXPECT_EQ(each.issue, "Ulmet licence");
}

TEST(Positions, DeedsThatATextTellsOfCount) {
  Given text("Norway recalled its loans of ten million for Peru.", "2021-01-01");
  text.did({.event = "SANCTION", .by = {"NOR"}, .to = {"PER"}, .trigger = "recalled"});
  const auto positions = findings_of({text}).positions;
  ASSERT_EQ(positions.size(), 1U);
  EXPECT_EQ(positions[0].stance, "sanctions");
  EXPECT_EQ(positions[0].issue, "economic aid");
}

TEST(Positions, WhatOthersRecommendIsNotHis) {
  const auto pledge = [](const std::string& words, const std::string& source) {
    Given text(words, "2021-01-01");
    text.said({.by = "NOR", .act = "promise", .content = "to keep the ceasefire", .source = source, .cue = "pledge"});
    return findings_of({text}).positions.size();
  };
  EXPECT_EQ(pledge("Norway should pledge to keep the ceasefire.", "Norway"), 0U);
  EXPECT_EQ(pledge("We must pledge to keep the ceasefire.", "We"), 1U);
  EXPECT_EQ(pledge("Norway did pledge to keep the ceasefire.", "Norway"), 1U);
}

TEST(Positions, WhatIsHardlyReadIsNone) {
  const auto accused = [](const std::string& content, float score) {
    Given text("Norway and the ceasefire: " + content + ".", "2021-01-01");
    text.said({.by = "NOR", .act = "accuse", .content = content, .score = score});
    return findings_of({text}).positions.size();
  };
  EXPECT_EQ(accused("Peru of attacks in the ceasefire", 0.6F), 1U);
  EXPECT_EQ(accused("Peru of attacks in the ceasefire", 0.45F), 0U);
  EXPECT_EQ(accused("Peru as guardian of the ceasefire", 0.6F), 0U);
  EXPECT_EQ(accused("Peru as guardian of the ceasefire", 0.9F), 1U);
}

// Pressure is put on somebody, a hiding place is given to somebody, and what one receives is another's deed.
TEST(Positions, DeedsAreHisWhoDoesThemToSomebody) {
  const auto stance = [](const char* words, const char* event, const char* trigger, std::vector<std::string> to) {
    Given text(words, "2021-01-01");
    text.did({.event = event, .by = {"NOR"}, .to = std::move(to), .trigger = trigger});
    const auto positions = findings_of({text}).positions;
    return positions.empty() ? "" : positions.front().stance;
  };
  EXPECT_EQ(stance("Norway undermined the ceasefire.", "COERCE", "undermined", {}), "");
  EXPECT_EQ(stance("Norway harassed Peru over the ceasefire.", "COERCE", "harassed", {"PER"}), "uses pressure");
  EXPECT_EQ(stance("Norway allowed a sanctuary of the pirates.", "CONCEDE", "allowed", {"PER"}), "supports");
  EXPECT_EQ(stance("Norway received economic aid.", "AID", "received", {}), "");
}

TEST(Positions, OneOfWhomManySpeakIsAnIssue) {
  const auto text = [](const char* by, const char* act, const char* content, const char* day) {
    Given given(std::string(content) + ". So much for Captain Anders Vint.", day, std::string("The ") + day);
    given.said({.by = by, .act = act, .content = content});
    return given;
  };
  const auto positions = findings_of({text("NOR", "demand", "give us Captain Anders Vint at once", "1921-01-01"),
                                      text("PER", "refuse", "we keep Captain Anders Vint among us", "1921-01-02"),
                                      text("PER", "refuse", "again we keep Captain Anders Vint here", "1921-02-03")})
                             .positions;
  ASSERT_EQ(positions.size(), 3U);
  for (const Position& each : positions) EXPECT_EQ(each.issue, "Anders Vint");
}

TEST(Positions, AreFoundByIssueSynonymAndWords) {
  const record::Json position = {{"issue", "safe havens"}, {"text", "demands: “they must leave the hills”"}};
  for (const char* words : {"safe havens", "sanctuary", "hills"}) EXPECT_TRUE(is_about(position, words, lexicon()));
  for (const char* words : {"fishing", "hills of fire"}) EXPECT_FALSE(is_about(position, words, lexicon()));
}

TEST(Positions, MatrixTellsTheLatestStandAtADay) {
  const auto position = [](const char* stance, const char* since) {
    return record::Json{{"actor", "NOR"},   {"name", "Norway"}, {"issue", "water"},
                        {"stance", stance}, {"since", since},   {"evidence", {1}}};
  };
  const std::vector<record::Json> positions = {position("refuses", "2021-01-01"), position("agrees", "2021-03-01"),
                                               position("asserts", "2021-04-01")};
  EXPECT_EQ(telling(matrix_of(positions, {}).cells.at({"NOR", "water"})).at("stance"), "agrees");
  EXPECT_EQ(telling(matrix_of(positions, {.at = "2021-02-01"}).cells.at({"NOR", "water"})).at("stance"), "refuses");
}

TEST(Positions, AnEchoIsNoSecondStatement) {
  const char* const words = "Norway demands that Peru release the two pilots before the ceasefire talks begin";
  Given first(words, "2021-01-01");
  first.said(
      {.by = "NOR", .act = "demand", .content = "release the two pilots before the ceasefire talks", .to = "PER"});
  Given weaker("Norway proposes that the ceasefire talks begin in Lima in the spring of this year", "2021-01-02");
  weaker.said({.by = "NOR", .act = "propose", .content = "the ceasefire talks begin", .to = "PER"});
  Given echo(std::string(words) + " now", "2021-01-03");
  echo.said(
      {.by = "NOR", .act = "demand", .content = "release the two pilots before the ceasefire talks", .to = "PER"});
  const auto positions = findings_of({first, weaker, echo}).positions;
  ASSERT_EQ(positions.size(), 2U);
  EXPECT_EQ(positions[1].change, "softened");
}

// A print of one statement that was read as another act.
TEST(Positions, AWordForWordCopyIsAnEcho) {
  const char* const words = "it could send observers to the ceasefire line if it was asked";
  Given first(std::string("Norway said ") + words, "2021-01-01");
  first.said({.by = "NOR", .act = "offer", .content = words});
  Given print(std::string("Today Norway said ") + words, "2021-01-02", "The Herald");
  print.said({.by = "NOR", .act = "threaten", .content = words});
  for (const Position& each : findings_of({first, print}).positions) {
    EXPECT_EQ(each.stance, "offers");
    EXPECT_EQ(each.evidence.size(), 2U);
  }
}

TEST(Positions, OfOneDayIsNoChangeOfCourse) {
  Given text("Norway wants the ceasefire and refuses the ceasefire of Peru.", "2021-01-01");
  text.said({.by = "NOR", .act = "demand", .content = "the ceasefire", .to = "PER"});
  text.said({.by = "NOR", .act = "threaten", .content = "the ceasefire of Peru", .to = "PER"});
  for (const Position& each : findings_of({text}).positions) EXPECT_NE(each.change, "hardened");
}

TEST(Quotations, AreFoundInHtml) {
  const auto found = quotations_of_html(
      "<p><q data-document=\"1f0c\" data-begin=\"12\" data-end=\"40\">A &amp; <em>B</em> &#8220;C&#8221;</q> and <q>no "
      "anchor</q></p>");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].document, "1f0c");
  EXPECT_EQ(found[0].span, (Range{12, 40}));
  EXPECT_EQ(found[0].words, "A & B “C”");
}

TEST(Quotations, AreFoundInMarkdown) {
  const auto found = quotations_of_markdown(
      "> [He said \\[sic\\] “no\\*”](#document=1f0c&span=3-9)  \n> — Courier\n[a](#document=2&span=x-4)");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].words, "He said [sic] “no*”");
  EXPECT_EQ(found[0].span, (Range{3, 9}));
  EXPECT_FALSE(found[1].is_well_formed);
}

TEST(Quotations, WhiteSpaceIsNoWord) { EXPECT_EQ(folded("  a\n\n b\tc "), "a b c"); }

}  // namespace
}  // namespace demarche::analysis
