// SPDX-License-Identifier: Apache-2.0
#include "actors/actors.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "base/tsv.h"

namespace demarche::actors {
namespace {

const std::filesystem::path kSource = DEMARCHE_SOURCE;

const Tables& tables() {
  static const Tables kTables(kSource / "data", {});
  return kTables;
}

TEST(ResolvePhrase, ReferenceTable) {
  const Resolver resolver(tables());
  for (const TsvRow& row : read_tsv(kSource / "tests/reference/actor_phrases.tsv",
                                    {"phrase", "date", "context", "actor", "country", "sector"})) {
    const auto found = resolver.resolve_phrase(row["phrase"], parse_day(row["date"]), row["context"]);
    const std::string actor = found ? found->actor + " " + found->country + " " + found->sector : "";
    const std::string expected = row["actor"].empty() ? "" : row["actor"] + " " + row["country"] + " " + row["sector"];
    EXPECT_EQ(actor, expected) << row.where() << ": " << row["phrase"] << (found ? " by " + found->rule : "");
  }
}

TEST(ResolvePhrase, NamesThePerson) {
  const Resolver resolver(tables());
  const struct {
    const char* phrase;
    const char* day;
    const char* person;
  } cases[] = {
      {"President Karzai", "2007-06-01", "Hamid Karzai"},
      {"the Finnish defence minister, Aino Lahti", "2015-04-01", "Aino Lahti"},
      {"Aino Lahti, Finland's deputy foreign minister", "2015-04-01", "Aino Lahti"},
      {"Peruvian army chief General Juan Quispe Mamani", "2015-04-01", "Juan Quispe Mamani"},
      {"the Norwegian government", "2015-04-01", ""},
  };
  for (const auto& expected : cases) {
    const auto found = resolver.resolve_phrase(expected.phrase, parse_day(expected.day));
    ASSERT_TRUE(found) << expected.phrase;
    EXPECT_EQ(found->person, expected.person) << expected.phrase;
  }
}

TEST(ResolvePhrase, EveryAnswerNamesItsRule) {
  const auto found = Resolver(tables()).resolve_phrase("the Peruvian foreign ministry", {});
  ASSERT_TRUE(found);
  EXPECT_NE(found->rule.find("data/actors/states.tsv:"), std::string::npos) << found->rule;
  EXPECT_NE(found->rule.find("data/actors/roles.tsv:"), std::string::npos) << found->rule;
  EXPECT_EQ(found->name, "Ministry of Foreign Affairs (Peru)");
}

TEST(ResolvePhrase, OddInputIsNothing) {
  const Resolver resolver(tables());
  for (const char* phrase : {"", " ", ",", "’s", "\xE2\x80\x9C", "the", "of of of", "(((", "and", "\n\n"}) {
    EXPECT_FALSE(resolver.resolve_phrase(phrase, {})) << phrase;
  }
  EXPECT_FALSE(resolver.resolve_phrase(std::string(100000, 'x'), {}));
}

TEST(Tables, NamesOfIds) {
  EXPECT_EQ(tables().name_of_actor("PER"), "Peru");
  EXPECT_EQ(tables().name_of_actor("PER.GOV.MFA"), "Ministry of Foreign Affairs (Peru)");
  EXPECT_EQ(tables().name_of_actor("IRN.MIL.IRGC"), "Islamic Revolutionary Guard Corps");
  EXPECT_EQ(tables().name_of_actor("no.such.id"), "no.such.id");
  EXPECT_EQ(tables().fingerprint().size(), 64u);
}

// A folder for one table of a test, gone afterwards.
class ProjectTable {
 public:
  explicit ProjectTable(const std::string& lines)
      : path_(std::filesystem::temp_directory_path() / ("demarche_actors_" + std::to_string(::getpid()) + ".tsv")) {
    std::ofstream(path_) << "id\tname\tkind\tcountry\tsector\tmember_of\tfrom\tto\taliases\tby\n" << lines;
  }
  ~ProjectTable() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

TEST(ProjectTables, MakeCompositionWorkForInventedStates) {
  const ProjectTable table(
      "VLM\tValmara\tstate\tVLM\tGOV\t\t\t\tadj:Valmaran|seat:Ost Brenn\ttest\n"
      "VLM.SPY.BUREAU\tBureau of Quiet Affairs\tinstitution\tVLM\tSPY\tVLM\t\t\tthe Bureau\ttest\n"
      "VLM.P.KELD\tIna Keld\tperson\tVLM\tGOV\tVLM.GOV.MFA\t2010\t2012-06\tKeld\ttest\n");
  const Tables own(kSource / "data", {table.path()});
  const Resolver resolver(own);
  const auto actor = [&](const char* phrase, const char* day) {
    const auto found = resolver.resolve_phrase(phrase, parse_day(day));
    return found ? found->actor : "";
  };
  EXPECT_EQ(actor("Valmaran foreign minister", "2011-01-01"), "VLM.GOV.MFA");
  EXPECT_EQ(actor("the Valmaran police", "2011-01-01"), "VLM.COP");
  EXPECT_EQ(actor("Ost Brenn", "2011-01-01"), "VLM");
  EXPECT_EQ(actor("the Bureau", "2011-01-01"), "VLM.SPY.BUREAU");
  EXPECT_EQ(actor("Keld", "2011-01-01"), "VLM.GOV.MFA");
  EXPECT_EQ(actor("Ina Keld", "2012-06-30"), "VLM.GOV.MFA");
  EXPECT_EQ(actor("Ina Keld", "2014-01-01"), "VLM.ELI");
  EXPECT_EQ(actor("Ina Keld, the defence minister", "2014-01-01"), "VLM.GOV.MOD");
  EXPECT_EQ(actor("Defence Minister Ina Keld", "2014-01-01"), "VLM.GOV.MOD");
  EXPECT_EQ(actor("Ina Keld, a former defence minister", "2014-01-01"), "VLM.ELI");
  EXPECT_EQ(actor("Major ITR Survey", "2014-01-01"), "");
  EXPECT_EQ(actor("the Peruvian police", "2011-01-01"), "PER.COP");
}

TEST(ProjectTables, MayGiveABuiltInStateASeat) {
  const ProjectTable table("PER.CITY.SUR\tSurcallao\tcapital\tPER\t\tPER\t\t\t\ttest\n");
  const Tables own(kSource / "data", {table.path()});
  const auto found = Resolver(own).resolve_phrase("Surcallao", parse_day("2011-01-01"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->actor, "PER");
}

TEST(ProjectTables, ErrorNamesFileAndLine) {
  const ProjectTable table("VLM\tValmara\tkingdom\tVLM\tGOV\t\t\t\t\ttest\n");
  try {
    const Tables own(kSource / "data", {table.path()});
    FAIL() << "a table with an unknown kind was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::BadInput);
    EXPECT_NE(std::string(error.what()).find(".tsv:2: unknown kind “kingdom”"), std::string::npos) << error.what();
  }
}

// A document of one block a line and its mentions.
class Reading {
 public:
  // `chain`: words of which each goes back to the one before it, as the reader may say.
  Reading(const std::string& text, const char* day, DocumentKind kind = DocumentKind::News,
          const std::vector<std::string>& sources = {}, const std::vector<std::string>& chain = {})
      : document_(make(text, day, kind)) {
    language::Tokens tokens;
    for (std::uint32_t i = 0; i < document_.blocks().size(); ++i) {
      for (const Span span : language::split_sentences(document_.text(), document_.blocks()[i].span)) {
        language::Sentence sentence;
        sentence.span = span;
        sentence.block = i;
        tokens.sentences.push_back(sentence);
      }
    }
    reader::Annotations annotations;
    for (const std::string& source : sources) {
      reader::Attribution attribution;
      attribution.source = {span_of(source)};
      annotations.attributions.push_back(attribution);
    }
    for (const std::string& word : chain) {
      const int before = static_cast<int>(annotations.anchors.size()) - 1;
      annotations.anchors.push_back({span_of(word), reader::Anchor::Kind::Person, before, 0.9F});
    }
    mentions_ = Resolver(tables()).resolve(document_, tokens, annotations);
  }

  Span span_of(const std::string& phrase, std::size_t nth = 0) const {
    std::size_t at = document_.text().find(phrase);
    for (; nth > 0 && at != std::string::npos; --nth) at = document_.text().find(phrase, at + 1);
    EXPECT_NE(at, std::string::npos) << phrase;
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
  }
  const Mention* at(const std::string& phrase, std::size_t nth = 0) const {
    const int found = mentions_.find(span_of(phrase, nth));
    return found < 0 ? nullptr : &mentions_.mentions[static_cast<std::size_t>(found)];
  }
  std::string actor(const std::string& phrase, std::size_t nth = 0) const {
    const Mention* mention = at(phrase, nth);
    return mention == nullptr ? "no mention" : mention->resolution ? mention->resolution->actor : "";
  }
  std::string person(const std::string& phrase, std::size_t nth = 0) const {
    const Mention* mention = at(phrase, nth);
    return mention != nullptr && mention->resolution ? mention->resolution->person : "";
  }
  bool same(const std::string& a, std::size_t nth_a, const std::string& b, std::size_t nth_b) const {
    const Mention *first = at(a, nth_a), *second = at(b, nth_b);
    return first != nullptr && second != nullptr && first->entity >= 0 && first->entity == second->entity;
  }
  const Mentions& mentions() const { return mentions_; }
  const Document& document() const { return document_; }

 private:
  static Document make(const std::string& text, const char* day, DocumentKind kind) {
    std::vector<Block> blocks;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      // A line that begins with "#" is the title, one with "|" stands between it and the text.
      const Zone zone = text[begin] == '#' ? Zone::Title : text[begin] == '|' ? Zone::Byline : Zone::Body;
      if (end > begin)
        blocks.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, zone, ""});
      begin = end + 1;
    }
    Metadata metadata;
    metadata.published.day = parse_day(day);
    metadata.kind = kind;
    return Document(text, metadata, blocks);
  }

  Document document_;
  Mentions mentions_;
};

TEST(Mentions, PhrasesWithTheirActors) {
  const Reading reading(
      "Norway's ambassador to Peru, Aino Lahti, told Peruvian officials in Lima that Oslo would wait.", "2005-03-01");
  EXPECT_EQ(reading.actor("Norway's ambassador to Peru, Aino Lahti"), "NOR.GOV");
  EXPECT_EQ(reading.person("Norway's ambassador to Peru, Aino Lahti"), "Aino Lahti");
  EXPECT_EQ(reading.actor("Peru"), "PER");
  EXPECT_EQ(reading.actor("Peruvian officials"), "PER.GOV");
  EXPECT_EQ(reading.actor("Oslo"), "NOR");
}

TEST(Mentions, AStudySpeaksForWhoeverMadeIt) {
  const Reading reading(
      "#New survey: pumps run again\nHarvests rose, says a survey published on Monday by the Norling Institute. The "
      "authors counted forty pumps. A report of the weather service was late.",
      "2005-03-01", DocumentKind::News, {"New survey", "The authors"});
  EXPECT_EQ(reading.actor("New survey"), ".NGO");
  EXPECT_EQ(reading.actor("The authors"), ".NGO");
}

TEST(Mentions, OrgansBelongToTheStateOfTheText) {
  const Reading reading(
      "#Peru Marks a Year of Unrest\nThe government closed two papers in March. The four governments of the region "
      "protested. Militants burned a post, the army said, and Chile closed its border.",
      "2005-03-01");
  EXPECT_EQ(reading.actor("The government"), "PER.GOV");
  EXPECT_EQ(reading.actor("the army"), "PER.MIL");
  EXPECT_EQ(reading.actor("Militants"), ".UAF");
}

TEST(Mentions, OrgansBelongToWhoActedJustBefore) {
  const Reading reading("Peru and Chile met Norway.\nPeru recalled its envoy. The army was put on alert.", "2005-03-01",
                        DocumentKind::News, {"Peru"});
  EXPECT_EQ(reading.actor("The army"), "PER.MIL");
}

TEST(Mentions, WhoIsAccusedOwnsNotTheMinistryThatAccuses) {
  const Reading reading("The foreign ministry accused Peru of shelling a port.", "2005-03-01");
  EXPECT_EQ(reading.actor("The foreign ministry"), ".GOV");
}

TEST(Mentions, OfTwoStatesAlikeNeitherOwnsTheArmy) {
  const Reading reading("Peru and Chile met Norway in Lima.\nThe army stayed away.", "2005-03-01");
  EXPECT_EQ(reading.actor("The army"), ".MIL");
}

TEST(Mentions, TownIsPlaceOrGovernment) {
  const Reading reading("Lima rejected the offer. The envoys met in Lima.\nLIMA, March 3 - Talks went on.",
                        "2005-03-01");
  EXPECT_EQ(reading.at("Lima")->kind, MentionKind::Actor);
  EXPECT_EQ(reading.actor("Lima"), "PER");
  EXPECT_EQ(reading.at("Lima", 1)->kind, MentionKind::Place);
  EXPECT_EQ(reading.actor("Lima", 1), "");
  EXPECT_EQ(reading.at("LIMA")->kind, MentionKind::Place);
}

TEST(Mentions, AdjectiveOfANounThatIsNoActor) {
  const Reading reading("The Peruvian blockade of the strait angered Chile, and a US strategy failed.", "2005-03-01");
  EXPECT_EQ(reading.actor("Peruvian"), "PER");
  EXPECT_EQ(reading.actor("US"), "USA");
  EXPECT_EQ(reading.actor("Chile"), "CHL");
}

TEST(Mentions, SurnameAfterFullName) {
  const Reading reading(
      "Aino Lahti, the Finnish defence minister, arrived on Monday. Lahti said little. \"No,\" Lahti added.",
      "2005-03-01");
  EXPECT_EQ(reading.actor("Lahti said").substr(0, 7), "FIN.GOV");
  EXPECT_TRUE(reading.same("Aino Lahti", 0, "Lahti", 1));
  EXPECT_TRUE(reading.same("Lahti", 1, "Lahti", 2));
  EXPECT_EQ(reading.person("Lahti", 2), "Aino Lahti");
}

TEST(Mentions, TitleAndSpellingVariants) {
  const Reading reading("Ambassador Aino Lahtinen left. The ambassador was tired. Ambassador Aino Lahtinenn slept.",
                        "2005-03-01");
  EXPECT_TRUE(reading.same("Ambassador Aino Lahtinen", 0, "The ambassador", 0));
  EXPECT_TRUE(reading.same("Ambassador Aino Lahtinen", 0, "Ambassador Aino Lahtinenn", 0));
}

TEST(Mentions, AcronymInBrackets) {
  const Reading reading("A study of the Institute for Basin Studies (IBS) was out. IBS asked sixty experts.",
                        "2005-03-01");
  EXPECT_TRUE(reading.same("Institute for Basin Studies", 0, "IBS", 1));
}

TEST(Mentions, Pronouns) {
  const Reading reading(
      "Foreign Minister Aino Lahti of Finland visited Peru. She said that it was warm. Chile said it would wait.\n"
      "President Karl Berg of Norway came too.\n"
      "She left on Friday. We stayed. Militants fled; they hid.",
      "2005-03-01");
  EXPECT_TRUE(reading.same("She", 0, "Foreign Minister Aino Lahti", 0));
  EXPECT_TRUE(reading.same("it would", 0, "Chile", 0));
  EXPECT_TRUE(reading.same("She", 1, "Foreign Minister Aino Lahti", 0));  // a "she" before; the president is nearer
  EXPECT_EQ(reading.at("We")->entity, -1);
  EXPECT_TRUE(reading.same("they", 0, "Militants", 0));
}

TEST(Mentions, PronounsFollowTheSexOfNames) {
  const Reading reading(
      "Minister Ada Ilves of Norway met Minister Robert Berg of Peru. He was late. She was not. After her return, "
      "Minister Mary Koit of Chile wept.",
      "2005-03-01");
  EXPECT_TRUE(reading.same("He", 0, "Minister Robert Berg", 0));
  EXPECT_FALSE(reading.same("She", 0, "Minister Robert Berg", 0));
  EXPECT_TRUE(reading.same("her", 0, "Minister Mary Koit", 0));
}

TEST(Mentions, GroupGovernsInItsYears) {
  EXPECT_EQ(Reading("The Taliban closed the road.", "1998-05-01").actor("The Taliban"), "AFG.GOV");
  EXPECT_EQ(Reading("The Taliban closed the road.", "2010-05-01").actor("The Taliban"), "AFG.REB.TLB");
  EXPECT_EQ(
      Reading("In 1998 the Taliban closed the road.", "2010-05-01", DocumentKind::Chronology).actor("the Taliban"),
      "AFG.GOV");
}

TEST(Mentions, BothSidesAreAGroupWithoutActor) {
  const Reading reading("Peru and Chile met. Both countries were content.", "2005-03-01");
  ASSERT_NE(reading.at("Both countries"), nullptr);
  EXPECT_EQ(reading.at("Both countries")->kind, MentionKind::Group);
  EXPECT_FALSE(reading.at("Both countries")->resolution);
}

TEST(Mentions, PartsOfAList) {
  const Reading reading("Norway, Peru and the Taliban agreed.", "2010-03-01", DocumentKind::News,
                        {"Norway, Peru and the Taliban"});
  const std::vector<int> parts = reading.mentions().parts(reading.span_of("Norway, Peru and the Taliban"));
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(reading.mentions().mentions[static_cast<std::size_t>(parts[2])].resolution->actor, "AFG.REB.TLB");
}

TEST(Mentions, DefiniteOrganIsTheLastOne) {
  const Reading reading("The Peruvian interior ministry was silent. The ministry had no answer.", "2010-03-01");
  EXPECT_EQ(reading.actor("The ministry"), "PER.GOV.INTERIOR");
}

TEST(Mentions, DefiniteGroupIsTheLastArmedOne) {
  const Reading reading(
      "The Taliban took two posts. Peru protested. The group had no answer, and a spokesman for the movement was "
      "silent.",
      "2010-03-01", DocumentKind::News, {"The group", "a spokesman for the movement"});
  EXPECT_EQ(reading.actor("The group"), "AFG.REB.TLB");
  EXPECT_EQ(reading.actor("a spokesman for the movement"), "AFG.REB.TLB");
}

TEST(Mentions, PossessiveSaysWhoseSpokesmanItIs) {
  const Reading reading("Chile and Norway met. Peru refused to come. Its foreign ministry was silent.", "2010-03-01",
                        DocumentKind::News, {"Its foreign ministry"});
  EXPECT_EQ(reading.actor("Its foreign ministry"), "PER.GOV.MFA");
}

TEST(Mentions, HeadOfAReleaseNamesItsIssuer) {
  const Reading reading(
      "|REPUBLIC OF PERU\n|Ministry of Foreign Affairs\nChile closed its border. The Government regrets it.",
      "2010-03-01", DocumentKind::Release);
  ASSERT_TRUE(reading.mentions().issuer);
  EXPECT_EQ(reading.mentions().issuer->actor, "PER.GOV.MFA");
}

TEST(Mentions, WhoIsNamedInAHeadIsNotItsIssuer) {
  for (const char* head : {"Statement on the attack by Hamas", "Sanctions against the Wagner Group",
                           "Statement by Ambassador Aino Lahti to the United Nations Security Council"}) {
    const Reading reading(std::string("|") + head + "\nThe fighting goes on.", "2010-03-01", DocumentKind::Release);
    EXPECT_FALSE(reading.mentions().issuer) << head << ": " << reading.mentions().issuer->actor;
  }
}

TEST(Mentions, WhoAnswersIsNotWhoAccuses) {
  const Reading reading("Kenya accused Sudan of arming the rebels. The government denied it.", "2010-03-01");
  EXPECT_EQ(reading.actor("The government"), ".GOV");
}

TEST(Mentions, WorkersAreNotTheWorkersParty) {
  const Reading reading("The Kurdistan Workers' Party claimed the attack. At the mine the workers went on strike.",
                        "2010-03-01", DocumentKind::News, {"the workers"});
  EXPECT_NE(reading.actor("the workers"), "TUR.REB.PKK");
}

TEST(Mentions, LabelOfABriefingSpeaksForItsIssuer) {
  const Reading reading(
      "|Briefing by the Spokesman of the United Nations\nSPOKESMAN: Peru and Chile met. The talks go on.", "2010-03-01",
      DocumentKind::Transcript, {"SPOKESMAN"});
  EXPECT_EQ(reading.actor("SPOKESMAN"), "UNO");
}

TEST(Mentions, HeadOfAnInterviewIntroducesThePerson) {
  const Reading reading("|Interview with Aino Lahti-Koski, deputy foreign minister of Finland\nLAHTI-KOSKI: We wait.",
                        "2010-03-01", DocumentKind::Interview, {"LAHTI-KOSKI"});
  EXPECT_EQ(reading.actor("LAHTI-KOSKI"), "FIN.GOV.MFA");
}

TEST(Mentions, LabelsOfABriefingSpeakForWhoGivesIt) {
  const Reading reading(
      "|Transcript: NATO press briefing on the Balkans\n|Briefers: Mr Aino Koski, staff\nMR KOSKI: We met. The talks "
      "go "
      "on.\nQ: Will you stop?\nMR KOSKI: No.",
      "1999-05-08", DocumentKind::Transcript);
  EXPECT_EQ(reading.actor("MR KOSKI"), "IGO.NATO");
  EXPECT_EQ(reading.actor("Q"), ".MED");
}

TEST(Mentions, WhoAnswersIsWhomTheTitleTellsOf) {
  const Reading reading(
      "|“We will not go”: Slovenia's deputy defence secretary on the war\nQ: Will you disarm?\nLahti: No.\nQ: Why?\nA: "
      "We said so.",
      "1991-07-19", DocumentKind::Interview);
  EXPECT_EQ(reading.actor("Lahti"), "SVN.GOV.MOD");
  EXPECT_EQ(reading.actor("A"), "SVN.GOV.MOD");
}

TEST(Mentions, ApposedOfficeOfABodyIsTheBodys) {
  const Reading reading("Aino Lahti, convener of the ceasefire cell of the Taliban, went home. She met Peru.",
                        "2010-03-01", DocumentKind::News);
  EXPECT_EQ(reading.actor("Aino Lahti, convener"), "AFG.REB.TLB");
  const Reading other("Aino Lahti, convener, angered by the Taliban, went home.", "2010-03-01", DocumentKind::News);
  EXPECT_NE(other.actor("Aino Lahti, convener"), "AFG.REB.TLB");
}

TEST(Mentions, EndOfANameIsNobodyElse) {
  const Reading reading("Peru's ambassador, Aino Maria Lahti, left. Lahti said no more.", "2017-03-01",
                        DocumentKind::News, {"Aino Maria Lahti", "Maria Lahti"});
  EXPECT_EQ(reading.actor("Maria Lahti"), reading.actor("Aino Maria Lahti"));
  EXPECT_EQ(reading.actor("Lahti", 1), "PER.GOV");
}

TEST(Mentions, AcronymTellsNamesakesApart) {
  const Reading reading("The National Liberation Army (ELN) freed two pilots.", "2018-01-11");
  EXPECT_EQ(reading.actor("The National Liberation Army"), "COL.REB.ELN");
}

TEST(Mentions, RebelsOfATextWithOneGroupAreThatGroup) {
  const Reading reading("The Tamil Tigers took the camp. In the evening a rebel spokesman denied it.", "2000-05-01",
                        DocumentKind::News, {"a rebel spokesman"});
  EXPECT_EQ(reading.actor("a rebel spokesman"), "LKA.REB.LTTE");
}

TEST(Mentions, ResidentsAreOfTheCountryOfTheText) {
  const Reading reading("|Peru votes\nPeru voted. Residents stayed at home. A trader in Yeed did not.", "2010-03-01");
  EXPECT_EQ(reading.actor("Residents"), "PER.CVL");
  EXPECT_EQ(reading.actor("A trader"), ".CVL");
}

TEST(Mentions, PronounIsWhomTheReaderSaysItMeans) {
  const std::string text = "The Peruvian president met the Chilean president in Lima. He left at noon.";
  EXPECT_EQ(Reading(text, "2010-03-01", DocumentKind::News, {}, {"Chilean president", "He"}).actor("He"),
            "CHL.GOV.HOS");
  EXPECT_EQ(Reading(text, "2010-03-01", DocumentKind::News, {}, {"Peruvian president", "He"}).actor("He"),
            "PER.GOV.HOS");
}

TEST(Mentions, PronounIsNoStateWhateverTheReaderSays) {
  const Reading reading("Aino Lahti, the Finnish defence minister, went to Peru. She left at noon.", "2010-03-01",
                        DocumentKind::News, {}, {"Peru", "She"});
  EXPECT_EQ(reading.actor("She"), "FIN.GOV.MOD");
}

TEST(Mentions, WordsOfAChainAreOneEntity) {
  const Reading reading("A widow waited at the gate. Peru sent a guard. The woman wept and she went home.",
                        "2010-03-01", DocumentKind::News, {}, {"widow", "woman", "she"});
  EXPECT_TRUE(reading.same("woman", 0, "she", 0));
  EXPECT_TRUE(reading.same("widow", 0, "woman", 0));
  EXPECT_EQ(reading.actor("she"), "");
}

TEST(Mentions, TownStandsForItsStateOnlyWhereTheTextNamesIt) {
  const Reading lebanese("|Militias trade hostages in Tripoli\nSyria denied it. The army said three men died.",
                         "1985-10-01");
  EXPECT_NE(lebanese.actor("The army"), "LBY.MIL");
}

TEST(Mentions, DatelineTellsWhichTownOfThatName) {
  const Reading reading(
      "|Cease-fire in Tripoli\nTRIPOLI, Lebanon, Sept. 30, 1985 –\n\nMilitias fired for four hours, police "
      "said.\n\nSyria denied that Syrian guns had answered. Syria sent a judge. Tripoli slept in its cellars.",
      "1985-10-01");
  EXPECT_NE(reading.actor("police"), "LBY.COP");
  EXPECT_NE(reading.actor("police"), "SYR.COP");
}

TEST(Mentions, ChaptersAndTitlesSayWhoseOrgansAre) {
  const Reading reading(
      "|Two Wars on the Cordillera\nMen died for a line that nobody had walked.\n\nChapter 2. Peru\n\nThe army "
      "had two maps. It used neither.\n\nChapter 3. Chile\n\nThe parliament met at night. Peru closed its ports. The "
      "senate voted for war.\n\nWhat followed\n\nNobody asked the courts.",
      "2000-05-01");
  EXPECT_EQ(reading.actor("The army"), "PER.MIL");
  EXPECT_EQ(reading.actor("The parliament"), "CHL.LEG");
  EXPECT_EQ(reading.actor("The senate"), ".LEG");  // the chapter says Chile, the sentence before Peru
  EXPECT_EQ(reading.actor("the courts"), ".JUD");
}

TEST(Mentions, WhoAnswersAStateIsNotThatState) {
  const Reading reading(
      "Peru bombed a post. The foreign ministry protested. Chile sent a note. The defence ministry printed it.",
      "1995-05-01");
  EXPECT_EQ(reading.actor("The foreign ministry"), ".GOV");
  EXPECT_EQ(reading.actor("The defence ministry"), "CHL.GOV.MOD");
}

TEST(Mentions, TheCapitalThatOpensASentenceHasItsOrgans) {
  const Reading reading(
      "Norway asked for time. In Lima the defence ministry had none.\n\nThe command in Iquitos waited.\n\nFrom Oslo "
      "the general sent word.",
      "1995-05-01");
  EXPECT_EQ(reading.actor("the defence ministry"), "PER.GOV.MOD");
  EXPECT_NE(reading.actor("The command in Iquitos"), "NOR.MIL");
}

TEST(Mentions, HisGovernmentIsThatOfHisState) {
  const Reading one("The Peruvian president went home. He said that his government would wait.", "1995-05-01");
  EXPECT_EQ(one.actor("his government"), "PER.GOV");
  const Reading two("The Peruvian president told the Chilean president that his government would wait.", "1995-05-01");
  EXPECT_NE(two.actor("his government"), "CHL.GOV");
}

TEST(Mentions, AnArmyOfRebelsIsNoStatesArmy) {
  const Reading reading("The Lord's Resistance Army crossed the river. Uganda sent planes. The army followed.",
                        "2002-05-01");
  EXPECT_EQ(reading.actor("The army"), "UGA.MIL");
}

TEST(Mentions, TheNorthIsTheStateOfThatName) {
  const Reading reading("North Korea seized a ship. South Korea protested. The North demanded an apology.",
                        "1968-02-01", DocumentKind::News, {"The North"});
  EXPECT_EQ(reading.actor("The North"), "PRK");
}

TEST(Mentions, OnlyABareDefiniteTakesOverAnActor) {
  const std::string text = "The Peruvian army sent a patrol. Some in the valley fled.";
  EXPECT_EQ(Reading(text, "2010-03-01", DocumentKind::News, {"Some in the valley"}, {"army", "Some"})
                .actor("Some in the valley"),
            "");
}

TEST(Mentions, SpansLieInTheTextAndAreSorted) {
  const Reading reading(
      "Norway’s “élite” troops — said Łukasz Nowak, Poland’s minister — left Chad.\nUS AND UK REJECT IS CLAIM WHO "
      "SAYS\n7,000 US troops",
      "2010-03-01");
  const auto& mentions = reading.mentions().mentions;
  ASSERT_FALSE(mentions.empty());
  for (std::size_t i = 1; i < mentions.size(); ++i) {
    EXPECT_LE(mentions[i - 1].span.begin, mentions[i].span.begin);
  }
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    EXPECT_TRUE(mentions[i].span.contains(mentions[i].head));
    EXPECT_LE(mentions[i].span.end, reading.document().text().size());
    EXPECT_EQ(reading.document().view(mentions[i].span).find('\n'), std::string_view::npos);
  }
}

}  // namespace
}  // namespace demarche::actors
