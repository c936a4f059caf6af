// SPDX-License-Identifier: Apache-2.0
#include "statements/statements.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "given.h"

namespace demarche::statements {
namespace {

// "speaker act [polarity] form: content (inside n)" for each statement.
std::string show(const Document& document, const std::vector<Statement>& statements) {
  std::string shown;
  for (const Statement& each : statements) {
    shown += each.speaker.empty() ? std::string(name_of(each.speaker_kind)) : each.speaker;
    shown += " " + each.act + (each.negated ? " not: " : ": ");
    shown += each.content.empty() ? "" : document.view(each.content.front());
    shown += each.inside < 0 ? "\n" : " (in " + std::to_string(each.inside) + ")\n";
  }
  return shown;
}

std::vector<Statement> attribute(const Document& document, const reader::Annotations& annotations,
                                 const actors::Mentions& mentions) {
  static const Attributor attributor(given::kSource / "data");
  return attributor.attribute(document, given::tokens(document), annotations, mentions);
}

struct CueCase {
  std::string_view cue, act;
};

TEST(Acts, FollowTheCue) {
  constexpr CueCase kCases[] = {{"has repeatedly denied", "deny"},
                                {"said", "assert"},
                                {"urged", "demand"},
                                {"called on", "demand"},
                                {"was accused by", "accuse"},
                                {"pledged", "promise"},
                                {"ruled out", "refuse"},
                                {"admitted", "acknowledge"},
                                {"warning from", "warn"},
                                {"according to", "assert"},
                                {"declined to comment", "evade"},
                                {"threatened", "threaten"},
                                {"hailed", "praise"},
                                {"recommends", "propose"},
                                {"claims", "assert"}};
  for (const auto& [cue, act] : kCases) {
    SCOPED_TRACE(cue);
    const Document document = given::document("Lima " + std::string(cue) + " the raid took place.");
    reader::Annotations annotations;
    annotations.attributions = {given::attribution(document, "Lima", cue, "the raid took place")};
    const auto statements = attribute(document, annotations, {});
    ASSERT_EQ(statements.size(), 1u);
    EXPECT_EQ(statements[0].act, act);
  }
}

TEST(Acts, OfWhatWasNotSaid) {
  constexpr struct {
    std::string_view source, before, cue, act;
  } kCases[] = {{"Lima", "", "has not accused", "evade"},
                {"Lima", "has not ", "accused", "evade"},
                {"Lima", "didn’t ", "agree", "refuse"},
                {"Lima", "", "does not believe", "deny"},
                {"Lima", "", "did not deny", "acknowledge"},
                {"Nobody", "", "accused", "evade"},
                {"No government", "has ", "denied", "acknowledge"},
                {"Lima", "", "urged not to", "demand"},
                {"Lima", "", "not only denied", "deny"}};
  for (const auto& [source, before, cue, act] : kCases) {
    SCOPED_TRACE(std::string(source) + " " + std::string(before) + std::string(cue));
    const Document document =
        given::document(std::string(source) + " " + std::string(before) + std::string(cue) + " the raid.");
    reader::Annotations annotations;
    annotations.attributions = {given::attribution(document, source, cue, "the raid")};
    const auto statements = attribute(document, annotations, {});
    ASSERT_EQ(statements.size(), 1u);
    EXPECT_EQ(statements[0].act, act);
  }
}

TEST(Statements, WhatSomebodyIsAccusedOfIsNoFact) {
  const Document document = given::document("Peru implicated Chile in a raid on its consul, and Norway protested.");
  reader::Annotations annotations;
  annotations.predicates = {given::predicate(document, "implicated", "ACCUSE", {"Peru"}, {"Chile"}),
                            given::predicate(document, "raid", "ASSAULT", {"Chile"}, {"its consul"})};
  for (auto& predicate : annotations.predicates) predicate.score = 0.9F;
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER")};
  const auto statements = attribute(document, annotations, mentions);
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(statements[0].act, "accuse");
  EXPECT_EQ(statements[0].speaker, "PER");
  EXPECT_TRUE(document.view(statements[0].content.front()).starts_with("Chile in a raid"));
}

TEST(Statements, ASourceIsMoreThanItsArticle) {
  const Document document = given::document("The Peruvian navy said the ship had sunk.");
  reader::Annotations annotations;
  annotations.attributions = {given::attribution(document, "The", "said", "the ship had sunk")};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "The Peruvian navy", "PER.MIL")};
  const auto statements = attribute(document, annotations, mentions);
  ASSERT_EQ(statements.size(), 1u);
  EXPECT_EQ(statements[0].speaker, "PER.MIL");
  EXPECT_EQ(document.view(statements[0].source.front()), "The Peruvian navy");
}

TEST(Statements, ASourceIsMoreThanItsTitle) {
  const Document document = given::document("Foreign Secretary Aino Holm said the ship had sunk.");
  reader::Annotations annotations;
  annotations.attributions = {given::attribution(document, "Foreign", "said", "the ship had sunk")};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Foreign Secretary Aino Holm", "NOR.GOV.MFA")};
  mentions.mentions[0].head = given::span(document, "Holm");
  EXPECT_EQ(show(document, attribute(document, annotations, mentions)), "NOR.GOV.MFA assert: the ship had sunk\n");
}

TEST(Statements, FirstPersonsOfAReleaseAreItsIssuer) {
  Metadata metadata;
  metadata.language = "en";
  const std::string text = "We demand the release of the pilots.";
  for (const auto& [kind, speaker] : {std::pair(DocumentKind::Release, "PER.MIL"), std::pair(DocumentKind::News, "")}) {
    metadata.kind = kind;
    const Document document(text, metadata, {{{0, static_cast<std::uint32_t>(text.size())}, Zone::Body, ""}});
    reader::Annotations annotations;
    annotations.attributions = {given::attribution(document, "We", "demand", "the release of the pilots")};
    actors::Mentions mentions;
    mentions.issuer = actors::Resolution{"PER.MIL", "Army (Peru)", "PER", "MIL", "", "", "test", 0.9F};
    const auto statements = attribute(document, annotations, mentions);
    ASSERT_EQ(statements.size(), 1u);
    EXPECT_EQ(statements[0].speaker, speaker) << name_of(kind);
  }
}

TEST(Statements, AReportedDenialStandsInsideTheReport) {
  const Document document =
      given::document("State radio said the Peruvian ministry denied that it had detained pilots.");
  reader::Annotations annotations;
  annotations.attributions = {
      given::attribution(document, "State radio", "said", "the Peruvian ministry denied that it had detained pilots"),
      given::attribution(document, "the Peruvian ministry", "denied", "it had detained pilots", 0)};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "the Peruvian ministry", "PER.GOV")};
  EXPECT_EQ(show(document, attribute(document, annotations, mentions)),
            "outlet assert: the Peruvian ministry denied that it had detained pilots\n"
            "PER.GOV deny: it had detained pilots (in 0)\n");
}

TEST(Statements, TurnsBelongToTheirLabels) {
  const Document document = given::document(
      "Review: Many say your army arms the rebels. Does it?\n\n"
      "Ambassador Aino Holm: That is nonsense. We have armed nobody.\n\n"
      "We want peace.\n\n"
      "Review: What should Peru do now?\n\n"
      "Holm: Peru should reopen the pass.",
      {.kind = DocumentKind::Interview});
  reader::Annotations annotations;
  annotations.attributions = {given::attribution(document, "Many", "say", "your army arms the rebels")};
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Ambassador Aino Holm", "NOR.GOV", 1),
                       given::mention(document, "Peru", "PER")};
  // The second places of both names.
  mentions.mentions.push_back(given::mention(document, "Holm", "", 1));
  mentions.mentions.back().span = given::last_span(document, "Holm");
  mentions.mentions.push_back(given::mention(document, "Peru", "PER"));
  mentions.mentions.back().span = given::last_span(document, "Peru");
  EXPECT_EQ(show(document, attribute(document, annotations, mentions)),
            "outlet ask: Many say your army arms the rebels. Does it?\n"
            "collective assert: your army arms the rebels (in 0)\n"
            "NOR.GOV assert: That is nonsense. We have armed nobody.\n"
            "NOR.GOV deny: That is nonsense. (in 2)\n"
            "outlet ask: What should Peru do now?\n"
            "NOR.GOV assert: Peru should reopen the pass.\n"
            "NOR.GOV propose: Peru should reopen the pass. (in 5)\n");
}

TEST(Statements, QuestionIsALabel) {
  const Document document = given::document(
      "SPOKESPERSON: The pass is open.\n\n"
      "QUESTION: Since when?\n\n"
      "SPOKESPERSON: Since noon.\n\n"
      "QUESTION: Who opened it?\n\n"
      "SPOKESPERSON: I refer you to Lima.",
      {.kind = DocumentKind::Interview});
  EXPECT_EQ(attribute(document, {}, {}).size(), 5u);
  EXPECT_EQ(attribute(document, {}, {})[1].act, "ask");
  EXPECT_EQ(document.view(attribute(document, {}, {})[1].source.front()), "QUESTION");
}

TEST(Statements, ALetterAnswersForTheGuest) {
  const Document document =
      given::document("An interview with Aino Lahti\n\nQ: Is it open?\n\nA: It is.\n\nQ: Since when?\n\nA: Since noon.",
                      {.kind = DocumentKind::Interview});
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Aino Lahti", "NOR.GOV", 1)};
  mentions.mentions[0].kind = actors::MentionKind::Person;
  const auto statements = attribute(document, {}, mentions);
  ASSERT_EQ(statements.size(), 4u);
  EXPECT_EQ(statements[1].speaker, "NOR.GOV");
  EXPECT_EQ(document.view(statements[1].source.front()), "A");
}

TEST(Statements, AnInterviewMayDoWithoutLabels) {
  const Document document = given::document(
      "We met Aino Lahti in a borrowed flat.\n\n"
      "Has the pass been opened?\n\n"
      "Not yet. We wait for the snow.\n\n"
      "Peru says that your men closed it.\n\n"
      "That is a lie.\n\n"
      "Who closed it?\n\n"
      "The wind.\n\n"
      "Will you go back?\n\n"
      "In May.",
      {.kind = DocumentKind::Interview});
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Aino Lahti", "NOR.GOV", 1)};
  mentions.mentions[0].kind = actors::MentionKind::Person;
  EXPECT_EQ(show(document, attribute(document, {}, mentions)),
            "outlet ask: Has the pass been opened?\n"
            "NOR.GOV assert: Not yet. We wait for the snow.\n"
            "outlet ask: Peru says that your men closed it.\n"
            "NOR.GOV assert: That is a lie.\n"
            "NOR.GOV deny: That is a lie. (in 3)\n"
            "outlet ask: Who closed it?\n"
            "NOR.GOV assert: The wind.\n"
            "outlet ask: Will you go back?\n"
            "NOR.GOV assert: In May.\n");
}

TEST(Statements, WhatStandsInAnAnswerIsNotInItsQuestion) {
  const Document document = given::document(
      "We met Aino Lahti, Norway's envoy.\n\nDid you see it coming?\n\nNo. I thought it was a quarrel.\n\n"
      "Who ended it?\n\nThe snow.\n\nWhat now?\n\nPatience.",
      {.kind = DocumentKind::Interview});
  reader::Annotations annotations;
  annotations.attributions = {given::attribution(document, "", "No", "Did you see it coming?"),
                              given::attribution(document, "I", "thought", "it was a quarrel", 0)};
  annotations.attributions[0].content.push_back(given::span(document, "I thought it was a quarrel"));
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Aino Lahti", "NOR.GOV", 1),
                       given::mention(document, "Norway's envoy", "NOR.GOV", 2)};
  for (auto& mention : mentions.mentions) mention.kind = actors::MentionKind::Person;
  mentions.mentions[1].head = given::span(document, "envoy");
  const auto statements = attribute(document, annotations, mentions);
  const auto thought = std::find_if(statements.begin(), statements.end(), [&](const Statement& each) {
    return !each.source.empty() && document.view(each.source.front()) == "I";
  });
  ASSERT_NE(thought, statements.end());
  EXPECT_EQ(thought->speaker, "NOR.GOV");
}

TEST(Statements, AQuotationOverANameIsThatPersons) {
  const Document document = given::document(
      "“They closed the pass and told nobody.” — Aino Lahti, farmer\n\n"
      "“My brother waits on the other side.” ― Jussi Orava.");
  reader::Annotations annotations;
  annotations.attributions = {
      given::attribution(document, "Aino Lahti", "—", "“They closed the pass and told nobody.”")};
  annotations.attributions[0].content.push_back(given::span(document, "“My brother waits on the other side.”"));
  EXPECT_EQ(show(document, attribute(document, annotations, {})),
            "named assert: “They closed the pass and told nobody.”\n"
            "named assert: “My brother waits on the other side.”\n");
}

TEST(Statements, AQuotationGoesOnBehindItsCue) {
  const Document document = given::document(
      "“We left at noon,” Holm said. “They stayed.”\n\n"
      "According to Lahti, nobody stayed.");
  reader::Annotations annotations;
  annotations.attributions = {given::attribution(document, "Holm", "said", "“We left at noon,”"),
                              given::attribution(document, "Lahti", "According to", "nobody stayed")};
  auto& second = annotations.attributions[1].content;
  second.insert(second.begin(), given::span(document, "“They stayed.”"));
  const auto statements = attribute(document, annotations, {});
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[0].content.size(), 2u);
  EXPECT_EQ(statements[1].content.size(), 1u);
}

TEST(Statements, WhatStandsInAnotherParagraphIsNotSaid) {
  const Document document = given::document(
      "Peru wishes to have closer relations with Chile.\n\nThe president threatened to pursue rebels into Norway.");
  reader::Annotations annotations;
  annotations.attributions = {
      given::attribution(document, "The president", "threatened", "to have closer relations with Chile")};
  annotations.attributions[0].content.push_back(given::span(document, "to pursue rebels into Norway"));
  const auto statements = attribute(document, annotations, {});
  ASSERT_EQ(statements.size(), 1u);
  ASSERT_EQ(statements[0].content.size(), 1u);
  EXPECT_EQ(document.view(statements[0].content[0]), "to pursue rebels into Norway");
}

TEST(Statements, AStudyRecommendsInItsOwnVoice) {
  const Document document = given::document("Peru must reopen the pass. Norway could wait.",
                                            {.outlet = "Andean Institute", .kind = DocumentKind::Release});
  actors::Mentions mentions;
  mentions.mentions = {given::mention(document, "Peru", "PER")};
  const auto statements = attribute(document, {}, mentions);
  EXPECT_EQ(show(document, statements), "author demand: Peru must reopen the pass.\n");
  EXPECT_EQ(statements[0].speaker_name, "Andean Institute");
}

TEST(Statements, QuotationAndPolarityAreRead) {
  const Document document = given::document("“We do not support separatism,” she added. He said “calm” would return.");
  reader::Annotations annotations;
  annotations.attributions = {given::attribution(document, "she", "added", "“We do not support separatism,”"),
                              given::attribution(document, "He", "said", "“calm” would return")};
  const auto statements = attribute(document, annotations, {});
  ASSERT_EQ(statements.size(), 2u);
  EXPECT_EQ(statements[0].form, Form::Direct);
  EXPECT_TRUE(statements[0].negated);
  EXPECT_EQ(statements[1].form, Form::Mixed);
  EXPECT_FALSE(statements[1].negated);
}

TEST(Statements, UnnamedVoicesAreTyped) {
  struct VoiceCase {
    std::string_view source;
    SpeakerKind kind;
  };
  constexpr VoiceCase kCases[] = {{"most discussants", SpeakerKind::Collective},
                                  {"a diplomat who asked not to be named", SpeakerKind::Anonymous},
                                  {"state television", SpeakerKind::Outlet},
                                  {"the report", SpeakerKind::Author},
                                  {"", SpeakerKind::None},
                                  {"Aino Holm", SpeakerKind::Named}};
  for (const auto& [source, kind] : kCases) {
    SCOPED_TRACE(source);
    const Document document = given::document("So " + std::string(source) + " said the pass is shut.");
    reader::Annotations annotations;
    annotations.attributions = {given::attribution(document, source, "said", "the pass is shut")};
    EXPECT_EQ(attribute(document, annotations, {}).at(0).speaker_kind, kind);
  }
}

}  // namespace
}  // namespace demarche::statements
