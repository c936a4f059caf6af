// SPDX-License-Identifier: Apache-2.0
#include "ingest/ingest.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/bylines.h"
#include "ingest/charset.h"
#include "ingest/datelines.h"
#include "ingest/dates.h"
#include "ingest/entities.h"
#include "ingest/html_tree.h"
#include "ingest/repeats.h"
#include "ingest/wording.h"
#include "processor_time.h"

namespace demarche::ingest {
namespace {

namespace fs = std::filesystem;

// Three paragraphs that are certainly prose, for the head and foot of articles to stand around.
constexpr const char* kProse =
    "The coast guard of Norway released two Peruvian pilots on Monday after nine days of talks, the foreign ministry "
    "in Oslo said.\n\n"
    "Peru's navy said the men were in good health and would be flown to Lima on Thursday. It thanked the crew of the "
    "rescue ship.\n\n"
    "Neither government would say what had been promised in return, and the shipping companies did not answer "
    "questions either.";

Extract read(const std::string& text, Format format = Format::Text, Hints hints = {}) {
  return extract(text, format, hints);
}

// "zone:reason" of the block that holds `words`, or "none".
std::string zone_at(const Extract& extract, const std::string& words) {
  const std::size_t at = extract.document.text().find(words);
  for (const Block& block : extract.document.blocks()) {
    if (at == std::string::npos || at < block.span.begin || at >= block.span.end) continue;
    return std::string(name_of(block.zone)) + (block.reason.empty() ? "" : ":" + block.reason);
  }
  return "none";
}

std::string day_of(const std::string& text) {
  const auto found = find_date(text);
  return found ? show(*found->published.day) : "none";
}

std::string stamp_of(const std::string& text) {
  const auto found = find_date(text);
  return found ? found->published.stamp : "none";
}

std::string refusal_of(const std::string& bytes, Format format = Format::Text) {
  try {
    extract(bytes, format, {});
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(Dates, AreReadInTheFormsThatPagesUse) {
  const std::map<std::string, std::string> cases = {
      {"Published On: Wed, Oct 3rd, 2018", "2018-10-03"},
      {"Press Release, 25 June 2018", "2018-06-25"},
      {"Friday, March 29, 2024", "2024-03-29"},
      {"2018/10/03", "2018-10-03"},
      {"20181003", "2018-10-03"},
      {"3.10.2018", "2018-10-03"},
      {"the 3rd of October, 2018", "2018-10-03"},
      {"14-Sep-2019", "2019-09-14"},
      {"Sept. 4, 2019", "2019-09-04"},
      {"25/06/2018", "2018-06-25"},
      {"06/25/2018", "2018-06-25"},
      {"3. Oktober 2018", "2018-10-03"},
      {"3 de octubre de 2018", "2018-10-03"},
      {"2019年11月20日", "2019-11-20"},
  };
  for (const auto& [text, day] : cases) EXPECT_EQ(day_of(text), day) << text;
}

TEST(Dates, WhatIsNoDayOrTwoDaysIsNone) {
  for (const char* text : {"31 June 2018", "03/04/2018", "2018-13-01", "May we ask 2018 men?", "version 1.2.3",
                           "in 2018", "00.00.2018", ""}) {
    EXPECT_EQ(day_of(text), "none") << text;
  }
}

TEST(Dates, KeepTimeAndZoneAsWritten) {
  EXPECT_EQ(stamp_of("2018-10-03T09:15:00+05:00"), "2018-10-03T09:15:00+05:00");
  EXPECT_EQ(stamp_of("23-12-2018 18:41:45 ZULU"), "2018-12-23T18:41:45Z");
  EXPECT_EQ(stamp_of("Wed, 03 Oct 2018 12:00:00 +0000"), "2018-10-03T12:00:00+00:00");
  EXPECT_EQ(stamp_of("Dec 9, 2022 at 6:05 p.m."), "2022-12-09T18:05:00");
  EXPECT_EQ(stamp_of("2018-10-03"), "2018-10-03");
}

TEST(Dates, InAddresses) {
  EXPECT_EQ(show(day_in_url("https://news.example/world/2018/10/03/talks").value()), "2018-10-03");
  EXPECT_EQ(show(day_in_url("https://news.example/2018-10-03-talks").value()), "2018-10-03");
  EXPECT_FALSE(day_in_url("https://news.example/2018/10/talks"));
  EXPECT_FALSE(day_in_url("https://news.example/talks?from=2018/10/03/"));
}

TEST(CharacterSets, ValidUtf8StaysByteForByte) {
  const std::string text = "“Genug”, sagte er.\r\n\r\n\tZeile zwei – Ende\n";
  EXPECT_EQ(decode(text).text, text);
  EXPECT_TRUE(decode(text).notes.empty());
  EXPECT_EQ(decode("\xEF\xBB\xBF" + text).text, text);
}

TEST(CharacterSets, OthersAreRecognised) {
  EXPECT_EQ(decode("The minister\x92s \x93yes\x94 was caf\xE9 talk, said the ambassador.").text,
            "The minister’s “yes” was café talk, said the ambassador.");
  EXPECT_EQ(decode(std::string("\xFF\xFEN\0o\0", 6)).text, "No");
  EXPECT_EQ(decode(std::string("N\0o\0r\0w\0a\0y\0 \0s\0a\0i\0d\0.\0", 24)).text, "Norway said.");
  EXPECT_EQ(decode("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text, "Привет");
  EXPECT_EQ(declared_charset("<html><head><meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>"),
            "ISO-8859-2");
}

TEST(CharacterSets, DeclarationsAreBelievedWithinReason) {
  const std::string page = "The minister said on Monday that the caf\xE9 was closed and that the r\xE9gime knew.";
  for (const char* declared : {"utf-16", "UTF-16LE", "utf-8", "ebcdic-cp-us", "ibm037", "scsu", "utf-7", "utf-32",
                               "iso-8859-1", "latin1", "", "none at all"}) {
    EXPECT_EQ(decode(page, declared).text,
              "The minister said on Monday that the café was closed and that the régime knew.")
        << declared;
  }
}

TEST(CharacterSets, LabelsOfTheWebMeanWhatBrowsersTakeThemFor) {
  const struct {
    const char *label, *bytes, *text;
  } cases[] = {{"Shift_JIS", "\x93\xFA\x96\x7B", "日本"},
               {"x-sjis", "\x93\xFA\x96\x7B", "日本"},
               {"gb2312", "\xD6\xD0\xB9\xFA", "中国"},
               {"ks_c_5601-1987", "\xC7\xD1\xB1\xB9", "한국"},
               {"big5", "\xA4\xA4\xB0\xEA", "中國"},
               {"euc-jp", "\xC6\xFC\xCB\xDC", "日本"},
               {"cp1251", "\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"},
               {"koi8-u", "\xF0\xD2\xC9\xD7\xC5\xD4", "Привет"},
               {"ISO-8859-9", "\xDDzmir", "İzmir"},
               {"iso-8859-15", "5 \xA4", "5 €"},
               {"macintosh", "caf\x8E", "café"},
               {"iso-8859-6-i", "\xE4\xC7", "لا"}};
  for (const auto& each : cases) EXPECT_EQ(decode(each.bytes, each.label).text, each.text) << each.label;
}

TEST(CharacterSets, DamageIsReplacedAndNoted) {
  const Decoded decoded = decode("Čeština, řeč, žába, příliš žluťoučký kůň úpěl \xFF ďábelské ódy.");
  EXPECT_TRUE(is_valid_utf8(decoded.text));
  EXPECT_NE(decoded.text.find("\xEF\xBF\xBD"), std::string::npos);
  EXPECT_EQ(decoded.notes.size(), 1u);
  const Decoded nul = decode(std::string("Lima\0 refused the demand that was made.", 39));
  EXPECT_EQ(nul.text, "Lima refused the demand that was made.");
  EXPECT_EQ(nul.notes.size(), 1u);
}

TEST(CharacterSets, ProgramsAndPicturesAreRefused) {
  std::string noise;
  for (int i = 0; i < 4000; ++i) noise += static_cast<char>((i * 7919) % 256);
  EXPECT_NE(refusal_of(noise).find("convert"), std::string::npos);
  EXPECT_NE(refusal_of("%PDF-1.4 …").find(".pdf"), std::string::npos);
}

TEST(References, NamedNumericAndBroken) {
  EXPECT_EQ(decoded_references("Tom &amp; Jerry&rsquo;s &#8220;caf&eacute;&#x201D;"), "Tom & Jerry’s “café”");
  EXPECT_EQ(decoded_references("&#0;&#x110000;&#99999999999999999999;"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(decoded_references("&#146;s"), "’s");
  EXPECT_EQ(decoded_references("a&b &unknown; &lang=en &copy 2020"), "a&b &unknown; &lang=en © 2020");
}

TEST(Languages, AreRecognisedWithTheLargeTables) {
  EXPECT_EQ(detect_language("The foreign ministry said on Monday that it had summoned the ambassador."), "en");
  EXPECT_EQ(detect_language("Das Außenministerium teilte am Montag mit, es habe den Botschafter einbestellt."), "de");
  // Hausa is only in cld2_full.
  EXPECT_EQ(
      detect_language(
          "Ma'aikatar harkokin waje ta ce ta kira jakadan kasar domin ya yi bayani a kan lamarin da ya faru a jiya."),
      "ha");
  EXPECT_EQ(detect_language("Oslo"), "und");
}

TEST(Sentences, AreCutRoughly) {
  const std::string text = "Gen. A. Roe of the U.S. Navy spoke. “It is over.” Was it? Yes!";
  std::vector<std::string> cut;
  for (const Piece& piece : rough_sentences(text)) cut.push_back(text.substr(piece.begin, piece.end - piece.begin));
  EXPECT_EQ(cut, (std::vector<std::string>{"Gen. A. Roe of the U.S. Navy spoke.", "“It is over.”", "Was it?", "Yes!"}));
}

TEST(Names, OfPeopleOnly) {
  for (const char* name :
       {"Aino Lahti", "Dr. Jane A. Roe", "Juan de la Cruz", "Professor Haldane", "Ole O’Brien-Berg"}) {
    EXPECT_TRUE(looks_like_person(name)) << name;
  }
  for (const char* other : {"Oslo", "Ministry of Fisheries", "Norway and Peru", "Lima Relations", "OSLO TALKS",
                            "Read More", "two pilots", "Lima 2018"}) {
    EXPECT_FALSE(looks_like_person(other)) << other;
  }
}

TEST(Names, InBylines) {
  EXPECT_EQ(names_in_byline("By Jane Roe and Ole Berg in Lima"), (std::vector<std::string>{"Jane Roe", "Ole Berg"}));
  EXPECT_EQ(names_in_byline("Interview: Jane Roe"), (std::vector<std::string>{"Jane Roe"}));
  EXPECT_TRUE(names_in_byline("By land and by sea").empty());
  EXPECT_TRUE(is_desk("World Desk and agencies"));
  EXPECT_FALSE(is_desk("Jane Roe"));
}

TEST(Labels, OpenTurns) {
  EXPECT_EQ(speaker_label("Ambassador Roe: We deny it."), "Ambassador Roe");
  EXPECT_EQ(speaker_label("**Roe:** We deny it."), "Roe");
  EXPECT_EQ(speaker_label("On 3 May: nothing"), "");
  EXPECT_EQ(speaker_label("he said: no"), "");
}

TEST(Datelines, EndWhereTheSentenceBegins) {
  const auto rest = [](std::string_view line) { return std::string(line.substr(dateline_length(line))); };
  for (const char* place : {"LIMA, March 3 (Agency) — ", "OSLO – ", "LIMA, Peru (PNA) - ", "Lima, March 3 (PNA) - ",
                            "SAN JUAN, Peru, 3 March 2018 -- ", "LIMA. "}) {
    EXPECT_EQ(rest(std::string(place) + "The minister said no."), "The minister said no.") << place;
  }
  for (const char* none : {"The talks - if they were talks - failed.", "NORWAY: We deny it.",
                           "Lima – and Oslo too – said no.", "NATO said no. Peru did too."}) {
    EXPECT_EQ(rest(none), none);
  }
  EXPECT_EQ(facts_in_dateline("LIMA, March 3, 2018 (PNA) —").agency, "PNA");
}

TEST(Text, KeepsItsBytesAndGetsItsZones) {
  const std::string text =
      std::string(
          "THE NORTHERN HERALD\nPublished On: Wed, Oct 3rd, 2018\n\nOslo frees two pilots after nine days of "
          "talks\n\nBy Jane Roe\n\n") +
      kProse + "\n\nRead more: Whose sea is it anyway?\n\nLeave a comment\n\nFirst! What a good article this was.\n";
  const Extract extract = read(text);
  EXPECT_EQ(extract.document.text(), text);
  EXPECT_EQ(zone_at(extract, "THE NORTHERN"), "byline:masthead");
  EXPECT_EQ(zone_at(extract, "Published"), "dateline:date");
  EXPECT_EQ(zone_at(extract, "Oslo frees"), "title:title");
  EXPECT_EQ(zone_at(extract, "By Jane"), "byline:byline");
  EXPECT_EQ(zone_at(extract, "The coast guard"), "body");
  EXPECT_EQ(zone_at(extract, "Read more"), "furniture:read-more link");
  EXPECT_EQ(zone_at(extract, "Leave a"), "furniture:comment form");
  EXPECT_EQ(zone_at(extract, "First!"), "furniture:comments");
  const Metadata& metadata = extract.document.metadata();
  EXPECT_EQ(metadata.title, "Oslo frees two pilots after nine days of talks");
  EXPECT_EQ(metadata.authors, (std::vector<std::string>{"Jane Roe"}));
  EXPECT_EQ(metadata.outlet, "THE NORTHERN HERALD");
  EXPECT_EQ(metadata.published.stamp, "2018-10-03");
  EXPECT_EQ(metadata.language, "en");
  EXPECT_EQ(metadata.kind, DocumentKind::News);
}

TEST(Text, FurnitureByItsWording) {
  const std::map<std::string, std::string> cases = {
      {"Share  Tweet  Print  Save for later", "share buttons"},
      {"Home > World > Fisheries", "navigation"},
      {"2 min read", "reading time"},
      {"© 2018 Herald Media. All rights reserved.", "copyright"},
      {"Join the mailing list", "subscription"},
      {"We use cookies. Accept all or manage your settings.", "cookie notice"},
      {"Also in Fisheries: Who owns the cod?", "read-more link"},
      {"ADVERTISEMENT", "advertisement"},
      {"The best boats for sale - BUY NOW", "advertisement"},
      {"Photo: Jane Roe/Herald", "caption"},
      {"Tags: Norway, Peru, pilots", "tags"},
      {"Sign in to comment", "comment form"},
      {"This interview has been edited for length.", "editor's note"},
      {"Follow us on Twitter", "share buttons"},
      {"Contact: Jane Roe, +47 2345 6789", "contact"},
      {"For more information, please contact jane@herald.example.", "contact"},
      {"3 Comments on “Whose sea is it anyway”", "comment form"},
      {"Register now for free", "subscription"},
      {"Already a member? Log in", "subscription"},
      {"Independent journalism needs readers. Support us", "subscription"},
      {"Terms of use", "legal notice"},
      {"Recommended for you: Whose cod is it?", "read-more link"},
      {"Photo by Jane Roe", "caption"},
      {"Copyright 2018 Herald Media", "copyright"},
  };
  for (const auto& [line, reason] : cases) {
    const Extract extract = read(std::string(kProse) + "\n\n" + line + "\n\n" + kProse);
    const std::string zone = zone_at(extract, line);
    EXPECT_TRUE(zone == "furniture:" + reason || (reason == "share buttons" && zone.starts_with("furniture:")))
        << line << " is " << zone;
  }
}

TEST(Text, ProseIsNeverFurniture) {
  for (const char* line :
       {"Share prices in Lima fell by four per cent after the ministry refused to comment on the talks.",
        "Read out in parliament, the letter demanded that the pilots be released at once.",
        "The report says Norway should support Peru's application, and it must do so before the summit.",
        "He said that home is where the heart is, and that the navy's cookies were none of his business."}) {
    EXPECT_EQ(zone_at(read(std::string(kProse) + "\n\n" + line + "\n\n" + kProse + " "), line), "body") << line;
  }
}

// Sentences that share a wording with page furniture, and lines that share it with a headline.
const std::vector<std::string>& prose_like_furniture() {
  static const std::vector<std::string> kLines = {
      "Contacts between Lima and Oslo have resumed, the foreign ministry said.",
      "Contact with the crew was lost on Monday.",
      "Media contacts between the two navies were banned in March.",
      "Terms of the ceasefire were not disclosed.",
      "Terms and conditions of the surrender were read aloud in the square.",
      "Accessibility of the ports has become a matter of dispute.",
      "No response to the demand came from Lima.",
      "No comment on the strike was available.",
      "No replies to the three notes have reached the embassy in Oslo.",
      "Both governments subscribe to the 1972 agreement.",
      "Support US forces gave to the rescue crews angered Lima.",
      "Support US sailors were promised never came.",
      "Register of foreign agents was the name of the list that both sides kept.",
      "Already a member of the alliance, Norway has no wish to leave it.",
      "Popular Mobilisation Forces: we will respond.",
      "Popular Front of the North: we reject the offer.",
      "Related disputes over water remain: neither court has ruled on them.",
      "Recommended steps include: a truce, a count of the trawlers and a treaty.",
      "Like his predecessor, the admiral speaks on Twitter.",
      "Credit by the fund was refused, the ministry said on Friday.",
      "Copyright law was changed by the parliament in Lima last year.",
      "The text of the treaty was translated in March, and neither side was content.",
      "The views expressed by the general were his own, the government in Oslo said.",
      "The admiral's words do not reflect the position of the government, the ministry said.",
      "The report says that a solution can be found before the winter.",
      "Letters will be exchanged in Geneva on Monday.",
      "Sponsored by Lima, the militia grew quickly.",
      "For more information about the attack the police appealed to witnesses.",
      "The minister told the Press: we shall not yield to such demands."};
  return kLines;
}

TEST(Text, SentencesThatShareAWordingWithFurnitureStay) {
  for (const std::string& line : prose_like_furniture())
    EXPECT_EQ(zone_at(read(std::string(kProse) + "\n\n" + line + "\n\n" + kProse + " "), line), "body") << line;
}

TEST(Text, HeadlinesThatShareAWordingWithFurnitureAreTitles) {
  for (const char* title : {"Allies in the north support US", "Norway wants Peru to become a member",
                            "Like US allies, Oslo fears the deal", "Follow US example, Oslo tells Lima"})
    EXPECT_EQ(read(std::string(title) + "\n\n" + kProse).document.metadata().title, title);
}

TEST(Text, RecommendationsAreNoListOfLinks) {
  for (const char* heading : {"Recommended steps for Oslo", "Related disputes in the region"}) {
    const Extract extract = read(std::string(kProse) + "\n\n" + heading + "\n\n- Open the ports to the trawlers.\n\n" +
                                 "- Count the trawlers.\n\n" + kProse + " ");
    EXPECT_EQ(zone_at(extract, "Open the"), "body") << heading;
    EXPECT_EQ(zone_at(extract, "Count the"), "body") << heading;
  }
}

TEST(Text, NothingBelowASentenceOfContactsIsLost) {
  const std::string last = "The envoy flew home without an answer on Tuesday.";
  for (const char* line : {"Contacts between Lima and Oslo have resumed, the foreign ministry said.",
                           "For more information, please see the annex of the report."})
    EXPECT_EQ(zone_at(read(std::string(kProse) + "\n\n" + line + "\n\n" + last), last), "body") << line;
  EXPECT_EQ(zone_at(read(std::string(kProse) + "\n\nMedia contact: Jane Roe\n\n" + last), last),
            "furniture:boilerplate");
}

TEST(Text, LinesWrappedAtAWidthBelongTogether) {
  const Extract wrapped = read(
      "The coast guard of Norway released two Peruvian pilots on Monday after\n"
      "nine days of talks, the foreign ministry in Oslo said. Peru's navy said\n"
      "the men were in good health.\n"
      "\n"
      "Neither government would say what had been promised in return for the\n"
      "men.\n");
  EXPECT_EQ(wrapped.document.blocks().size(), 2u);
  const Extract lines = read(
      "The coast guard of Norway released two Peruvian pilots on Monday after nine days of talks, the foreign ministry "
      "in Oslo said on Tuesday.\n"
      "Peru's navy said the men were in good health and would be flown to Lima on Thursday, where their families have "
      "waited for nine days.\n");
  EXPECT_EQ(lines.document.blocks().size(), 2u);
}

TEST(Repeats, AWholeParagraphWithASlip) {
  const std::string first =
      "She also urged the government in Lima to release the two pilots and their crew without any delay.";
  const std::string copy =
      "She also urged the government in Lima to release the two pilot and their crew without any delay.";
  const Extract extract = read(std::string(kProse) + "\n\nThe envoy flew home. " + first + "\n\n" + copy);
  EXPECT_EQ(zone_at(extract, copy), "repeat:repeated passage");
  EXPECT_EQ(zone_at(extract, first), "body");
}

TEST(Repeats, OnlyTheRepeatedSentencesOfAParagraph) {
  const std::string old = "Norway provides the shortest route for the rescue ships of both countries in winter.";
  const std::string fresh = "The admiral recalled this in an interview on Friday morning.";
  const Extract extract = read(std::string(kProse) + "\n\n" + old + "\n\n" + fresh + " " + old);
  const std::size_t second = extract.document.text().rfind(old);
  EXPECT_EQ(zone_at(extract, fresh), "body");
  EXPECT_EQ(extract.document.blocks().back().span.begin, second);
  EXPECT_EQ(extract.document.blocks().back().zone, Zone::Repeat);
}

TEST(Repeats, AnotherNumberOrADenialIsNews) {
  const std::string first = "The ministry in Lima said on Monday that 12 sailors had been killed in the collision.";
  for (const char* second :
       {"The ministry in Lima said on Monday that 14 sailors had been killed in the collision.",
        "The ministry in Lima said on Monday that 12 sailors had not been killed in the collision."}) {
    EXPECT_EQ(zone_at(read(std::string(kProse) + "\n\n" + first + "\n\n" + second), second), "body") << second;
  }
}

TEST(Repeats, APullQuoteStandsAboveItsParagraph) {
  const std::string quote = "A fair treaty between Norway and Peru requires that both give up something.";
  const Extract extract =
      read(std::string(kProse) + "\n\n" + quote + "\n\nAdm. Jane Roe\n\nThe admiral was asked about it. " + quote +
           " He would not say what.");
  EXPECT_EQ(zone_at(extract, quote), "repeat:repeated passage");
  EXPECT_EQ(extract.document.blocks().back().zone, Zone::Body);
}

TEST(Kinds, Interview) {
  const Extract extract = read(
      "Expert Commentary\n\nThe fish do not know the border\n\nAino Lahti\nAmbassador of Norway to Peru\n\n"
      "The Herald spoke with the ambassador about the pilots, the treaty and the cod that nobody has counted.\n\n"
      "NH: How would you describe the relations of the two countries today?\n\nLahti: They are good where sailors "
      "meet.\n\n"
      "NH: Many say that your navy arms the trawlers. Does it?\n\nLahti: That is an absurd idea. We arm nobody.\n\n"
      "The Author is Aino Lahti\n\nAino Lahti has been ambassador of Norway to Peru since March.\n");
  EXPECT_EQ(extract.document.metadata().kind, DocumentKind::Interview);
  EXPECT_EQ(zone_at(extract, "Expert"), "furniture:section label");
  EXPECT_EQ(zone_at(extract, "Aino Lahti\nAmb"), "byline:name");
  EXPECT_EQ(zone_at(extract, "Ambassador of Norway to Peru\n\n"), "byline:office");
  EXPECT_EQ(zone_at(extract, "Lahti: That"), "body");
  EXPECT_EQ(zone_at(extract, "The Author is"), "furniture:author biography");
  EXPECT_EQ(zone_at(extract, "Aino Lahti has been"), "furniture:author biography");
  EXPECT_EQ(extract.document.metadata().authors, (std::vector<std::string>{"Aino Lahti"}));
}

TEST(Opening, TheDayOfTheVisitIsNotThatOfTheArticle) {
  const std::string head = "Friday, March 29, 2024\n\nEnvoy Urges Peru to Share Its Fishery\n\n" + std::string(kProse);
  EXPECT_FALSE(read("Welcome to Harbour Daily\n\n" + head).document.metadata().published.day);
  EXPECT_TRUE(read("Harbour Daily\n\n" + head).document.metadata().published.day);
}

TEST(Kinds, Release) {
  const Extract extract =
      read("Institute for Northern Seas\n\nPress Release, 25 June 2018\n\nStudy Recommends a Common Fishery\n\n" +
           std::string(kProse) +
           "\n\n- ends -\n\nThe Institute for Northern Seas was founded in 1951 and belongs to nobody.");
  EXPECT_EQ(extract.document.metadata().kind, DocumentKind::Release);
  EXPECT_EQ(extract.document.metadata().outlet, "Institute for Northern Seas");
  EXPECT_EQ(extract.document.metadata().title, "Study Recommends a Common Fishery");
  EXPECT_EQ(zone_at(extract, "The Institute for Northern Seas was"), "furniture:boilerplate");
}

TEST(Kinds, Chronology) {
  const Extract extract = read(
      "Norway - Peru Relations\n\n"
      "In 1951 the two countries signed a treaty on whaling. It has never been amended, and neither side has asked for "
      "that.\n\n"
      "On 04 October 1974 Peru closed its ports to Norwegian trawlers. In March 1976 they were opened again.\n\n"
      "In early 1982 a collision off Callao killed nine sailors. On 12 May 1983 a court in Lima awarded damages.\n\n"
      "In 1994 Norway recalled its ambassador. In June 1996 a new one arrived. On 02 May 2001 both signed a "
      "protocol.\n\n"
      "In October 2009 the protocol lapsed. Talks were held in 2011 and again in 2014 without a result.\n\n"
      "Join the mailing list\n\nThe Cod and the Crown - by Vera Holm\n\nPage last modified: 23-12-2018 18:41:45 ZULU");
  EXPECT_EQ(extract.document.metadata().kind, DocumentKind::Chronology);
  EXPECT_EQ(extract.document.metadata().published.stamp, "2018-12-23T18:41:45Z");
  EXPECT_EQ(zone_at(extract, "The Cod"), "furniture:page footer");
  EXPECT_EQ(zone_at(extract, "Page last"), "dateline:date of last change");
  ASSERT_EQ(extract.document.notes().size(), 1u);
}

TEST(Dates, AGivenDateThatIsNoneIsTold) {
  const Extract extract = read(kProse, Format::Text, {.date = "32 May 2001"});
  EXPECT_FALSE(extract.document.metadata().published.day);
  ASSERT_EQ(extract.document.notes().size(), 1u);
  EXPECT_NE(extract.document.notes().front().message.find("32 May 2001"), std::string::npos);
}

TEST(Kinds, ChronologyOfOneYear) {
  const Extract extract = read(
      "The fish war: what happened when\n\n3 March – Peru closes its ports to Norwegian trawlers.\n\n"
      "5 March – Oslo recalls its ambassador; Lima calls the step absurd.\n\nMid-April: Two trawlers are seized.\n\n"
      "2 May – The crews are let go.\n\nLate May – Talks begin in Quito.\n\n11 June – Both sign a protocol.\n");
  EXPECT_EQ(extract.document.metadata().kind, DocumentKind::Chronology);
}

TEST(Kinds, InterviewWithoutLabels) {
  const Extract extract = read(
      "“Nobody arms the trawlers”\n\nThe ambassador received us on a Tuesday in her garden.\n\n"
      "How are the relations of the two countries?\n\nThey are good where sailors meet, and worse in the "
      "ministries.\n\n"
      "Does your navy arm the trawlers?\n\nWe arm nobody. That is for Lima to prove, and it has proved nothing.\n\n"
      "What did the crews tell you?\n\nThat they were fed, that they were tired, and that they wished to go home.\n\n"
      "Will the ports be opened?\n\nAsk those who closed them. We have told them more than once what we think.\n");
  EXPECT_EQ(extract.document.metadata().kind, DocumentKind::Interview);
}

TEST(Kinds, OpinionWithoutAnAuthor) {
  const Extract extract = read(
      "Open the ports\n\nI have watched the trawlers lie idle for three years, and I do not believe that anybody in "
      "Lima "
      "still knows why. The ministers must say what they want of us. Our crews are not pirates, and the courts "
      "that hold them should let them go.\n\nA treaty that nobody reads protects no fish. We owe the sailors an "
      "answer, "
      "and the two governments have to give it before the winter, or explain to my children why there is no cod.\n");
  EXPECT_EQ(extract.document.metadata().kind, DocumentKind::Opinion);
}

TEST(Kinds, Opinion) {
  const Extract extract = read(
      "Oslo owes Lima an answer\n\nJane Roe\n3 October 2018\n\n"
      "Norway must decide what it wants. It cannot ask Peru to open its ports and to close them in the same week, and "
      "I doubt that it knows.\n\n"
      "The two governments should meet before winter. They must publish the counts of the trawlers, and they ought to "
      "apologise to the pilots.\n\n"
      "If they do not, we shall all pay for the fish twice, and we should not be surprised when the sailors strike. "
      "Nobody else will help us.\n\n"
      "– Jane Roe is a Lima-based analyst. Twitter: @janeroe");
  EXPECT_EQ(extract.document.metadata().kind, DocumentKind::Opinion);
  EXPECT_EQ(extract.document.metadata().authors, (std::vector<std::string>{"Jane Roe"}));
  EXPECT_EQ(zone_at(extract, "– Jane"), "furniture:author biography");
}

TEST(Markdown, MarksAreFurnitureAndFrontMatterTells) {
  const std::string text =
      "---\ntitle: \"Whose sea?\"\ndate: 2018-10-03\nauthor: Jane Roe\noutlet: Herald\n---\n\n# Whose "
      "sea?\n\n[World](/w) | [Sea](/s) | [Fish](/f)\n\n" +
      std::string(kProse) +
      "\n\n| Year | Cod |\n|---|---|\n| 2017 | 12 tons |\n\n- to open the ports\n- to count the trawlers\n\n---\n";
  const Extract extract = read(text, Format::Markdown);
  EXPECT_EQ(extract.document.text(), text);
  EXPECT_EQ(zone_at(extract, "title:"), "furniture:front matter");
  EXPECT_EQ(zone_at(extract, "Whose sea?\n\n["), "title:title");
  EXPECT_EQ(zone_at(extract, "[World]"), "furniture:navigation");
  EXPECT_EQ(zone_at(extract, "|---"), "furniture:markup");
  EXPECT_EQ(zone_at(extract, "| 2017"), "body");
  EXPECT_EQ(zone_at(extract, "to open"), "body");
  EXPECT_EQ(extract.document.metadata().published.stamp, "2018-10-03");
  EXPECT_EQ(extract.document.metadata().authors, (std::vector<std::string>{"Jane Roe"}));
  EXPECT_EQ(extract.document.metadata().outlet, "Herald");
}

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
}

std::string paragraphs() {
  std::string html;
  std::size_t begin = 0;
  const std::string prose = kProse;
  while (begin < prose.size()) {
    const std::size_t end = std::min(prose.find("\n\n", begin), prose.size());
    html += "<p>" + prose.substr(begin, end - begin) + "</p>\n";
    begin = end + 2;
  }
  return html;
}

TEST(Pages, OnlyTheArticleIsKept) {
  const std::string html =
      page("<title>Pilots freed | Herald</title><style>p{}</style><script>var p = '<p>no';</script>",
           "<nav><a href=/>Home</a> <a href=/w>World</a></nav><h1>Pilots freed</h1><article>" + paragraphs() +
               "<figure><img src=x><figcaption>Two men at Oslo airport.</figcaption></figure>"
               "<blockquote>&ldquo;We never arrested anybody on that ship,&rdquo; the captain said on the "
               "radio.</blockquote>"
               "<ul><li>the ports will be opened</li><li>the trawlers will be counted</li></ul>"
               "<div class='related-links'><a href=/1>Who owns the cod?</a></div></article>"
               "<div id=comments><p>What a story, I do not believe a word of it, do you?</p></div><footer>© "
               "Herald</footer>");
  const Extract extract = read(html, Format::Html);
  const std::string& text = extract.document.text();
  EXPECT_TRUE(text.starts_with("The coast guard"));
  EXPECT_NE(text.find("either.\n\n“We never"), std::string::npos);
  EXPECT_NE(text.find("the ports will be opened\n\nthe trawlers"), std::string::npos);
  for (const char* absent : {"Home", "var p", "airport", "Who owns", "What a story", "©", "Pilots freed"})
    EXPECT_EQ(text.find(absent), std::string::npos) << absent;
  std::map<std::string, std::uint32_t> dropped;
  for (const Dropped& each : extract.dropped) dropped[each.reason] = each.words;
  EXPECT_EQ(dropped["comments"], 13u);
  EXPECT_EQ(dropped["caption"], 5u);
  EXPECT_EQ(dropped["navigation"], 2u);
  EXPECT_EQ(extract.document.metadata().title, "Pilots freed");
}

TEST(Pages, SentencesThatShareAWordingWithFurnitureStay) {
  for (const std::string& line : prose_like_furniture()) {
    const Extract extract = read(page("", paragraphs() + "<p>" + line + "</p>" + paragraphs()), Format::Html);
    EXPECT_NE(extract.document.text().find(line), std::string::npos) << line;
  }
}

TEST(Pages, CommentsEndWhereTheStandardEndsThem) {
  const struct {
    const char *html, *text;
  } cases[] = {{"<p>a</p><!--><p>b</p>", "a b"},
               {"<p>a</p><!---><p>b</p>", "a b"},
               {"<p>a</p><!----><p>b</p>", "a b"},
               {"<p>a</p><!-- x --!><p>b</p>", "a b"},
               {"<p>a</p><!----!><p>b</p>", "a b"},
               {"<p>a</p><!-- <p>x</p> - -- > ---><p>b</p>", "a b"},
               {"<p>a</p><!--!><p>x</p>--><p>b</p>", "a b"},
               {"<p>a</p><!---!><p>x</p>--><p>b</p>", "a b"},
               {"<p>a</p><!-- <p>x</p>", "a"},
               {"<p>a</p><!--", "a"},
               {"<p>a</p><!---", "a"}};
  for (const auto& each : cases) EXPECT_EQ(parse_html(each.html, 64).all_text(kRoot), each.text) << each.html;
}

TEST(Pages, LongAttributesAreCutBetweenCharacters) {
  for (const std::size_t size : {16'380u, 16'381u, 16'382u, 16'383u, 16'384u, 16'385u}) {
    const std::string value = std::string(size, 'x') + "’🕊’";
    const HtmlTree tree = parse_html("<meta content='" + value + "'>", 64);
    std::string kept;
    for (NodeId id = 0; id < tree.size(); ++id) kept += tree.attribute(id, Attribute::Content);
    EXPECT_TRUE(is_valid_utf8(kept)) << size;
    EXPECT_TRUE(value.starts_with(kept)) << size;
    EXPECT_GT(kept.size(), 16'380u) << size;
    EXPECT_LE(kept.size(), 16'384u) << size;
  }
}

TEST(Pages, MetadataInTheirOrder) {
  const std::string html = page(
      R"(<link rel=canonical href="https://herald.example/2018/10/03/pilots"><meta property="og:site_name" content="Northern Herald | All the news">
         <meta property="article:published_time" content="2018-10-03T09:15:00+02:00"><meta property="article:modified_time" content="2019-01-01">
         <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Two pilots are free", "author": {"@id": "#1"},},
         {"@id": "#1", "@type": "Person", "name": "Jane Roe"}, {"@type": "Organization", "name": "Herald Media"}]};</script>)",
      "<h1>Pilots freed</h1>" + paragraphs());
  const Metadata metadata = read(html, Format::Html).document.metadata();
  EXPECT_EQ(metadata.title, "Pilots freed");
  EXPECT_EQ(metadata.authors, (std::vector<std::string>{"Jane Roe"}));
  EXPECT_EQ(metadata.outlet, "Northern Herald");
  EXPECT_EQ(metadata.url, "https://herald.example/2018/10/03/pilots");
  EXPECT_EQ(metadata.published.stamp, "2018-10-03T09:15:00+02:00");
}

TEST(Pages, AnAgencyIsNoAuthor) {
  for (const char* name :
       {"Reuters", "Northern Herald", "Web Desk", "https://herald.example/author", "Ministry of Fisheries"}) {
    const std::string head =
        "<meta property=og:site_name content='Northern Herald'><meta name=author content='" + std::string(name) + "'>";
    EXPECT_TRUE(read(page(head, paragraphs()), Format::Html).document.metadata().authors.empty()) << name;
  }
}

TEST(Pages, HiddenArticlesAreReadAndNoted) {
  const Extract extract =
      read(page("", "<p>Hello.</p><div style='display: none'>" + paragraphs() + "</div>"), Format::Html);
  EXPECT_NE(extract.document.text().find("The coast guard"), std::string::npos);
}

TEST(Pages, SloppyMarkupKeepsItsParagraphs) {
  const HtmlTree tree =
      parse_html("<p>one<p>two<ul><li>a<li>b</ul><b>x</b><div>y</b>z</div><table><tr><td>1<td>2<tr><td>3</table>", 64);
  EXPECT_EQ(tree.all_text(kRoot), "one two a b x yz 1 2 3");
}

double seconds_for(const std::string& html) {
  const std::clock_t begin = std::clock();
  const HtmlTree tree = parse_html(html, 256);
  EXPECT_GT(tree.size(), 0u);
  return given::seconds_since(begin);
}

std::string many(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// Ten times what they take on the slowest machine this was tried on; a quadratic parser needs minutes.
TEST(HostilePages, TakeLinearTime) {
  EXPECT_LT(seconds_for(many("<div>", 1'000'000) + "end"), 5);
  EXPECT_LT(seconds_for(many("<b>", 1'000'000)), 5);
  EXPECT_LT(seconds_for(many("<b><p>", 100'000) + many("</b>", 100'000)), 5);
  EXPECT_LT(seconds_for("<p" + many(" a=1", 1'000'000) + ">"), 5);
  EXPECT_LT(seconds_for(many("&bad", 1'000'000)), 5);
  EXPECT_LT(seconds_for(many("<a>", 500'000) + many("</span>", 500'000)), 5);
  EXPECT_LT(seconds_for(many("<!--", 1'000'000)), 5);
  EXPECT_LT(seconds_for(many("<script>", 1'000'000)), 5);
  EXPECT_LT(seconds_for(many("<!-->", 1'000'000)), 5);
  EXPECT_LT(seconds_for(many("<!-- - -->", 1'000'000)), 5);
  EXPECT_LT(seconds_for("<!--" + many("-", 1'000'000)), 5);
}

// Twenty thousand times twenty thousand names, were they all followed.
TEST(HostilePages, AuthorsThatReferToAuthorsAreNotMultiplied) {
  for (const char* person : {R"({"name": "Jane Roe"})", "{}"}) {
    const std::string head = R"(<script type="application/ld+json">[{"@type": "Article", "author": [)" +
                             many(R"({"@id": "x"},)", 20'000) + R"({"@id": "x"}]}, {"@id": "x", "name": [)" +
                             many(std::string(person) + ",", 20'000) + person + "]}]</script>";
    const std::clock_t begin = std::clock();
    const Extract extract = read(page(head, paragraphs()), Format::Html);
    EXPECT_LT(given::seconds_since(begin), 5) << person;
    EXPECT_LE(extract.document.metadata().authors.size(), 1u) << person;
  }
}

TEST(HostilePages, DeepTextIsKept) {
  const Extract extract =
      read(many("<div>", 100'000) + "<p>" + std::string(kProse) + "</p>" + many("</div>", 100'000) + "<p>after</p>",
           Format::Html);
  EXPECT_NE(extract.document.text().find("The coast guard"), std::string::npos);
  ASSERT_FALSE(extract.document.notes().empty());
  EXPECT_NE(extract.document.notes()[0].message.find("flattened"), std::string::npos);
}

TEST(JsonLines, FieldsBecomeMetadata) {
  const nlohmann::json object = {{"id", "h-1"},
                                 {"text", kProse},
                                 {"title", "Pilots freed"},
                                 {"date", "2018-10-03T09:00:00+02:00"},
                                 {"url", "https://h.example/a"},
                                 {"outlet", "Herald"},
                                 {"author", "Jane Roe and Ole Berg"}};
  const Document document = extract_json_line(object.dump(), "feed.jsonl:1").document;
  EXPECT_EQ(document.text(), kProse);
  EXPECT_EQ(document.metadata().given_id, "h-1");
  EXPECT_EQ(document.metadata().title, "Pilots freed");
  EXPECT_EQ(document.metadata().published.stamp, "2018-10-03T09:00:00+02:00");
  EXPECT_EQ(document.metadata().authors, (std::vector<std::string>{"Jane Roe", "Ole Berg"}));
  EXPECT_EQ(document.metadata().path, "feed.jsonl:1");
}

TEST(JsonLines, BadOnesSayWhy) {
  const auto refusal = [](const std::string& line) -> std::string {
    try {
      extract_json_line(line, "feed.jsonl:1");
    } catch (const Error& error) {
      return error.what();
    }
    return "accepted";
  };
  EXPECT_NE(refusal("{\"text\": ").find("no valid JSON"), std::string::npos);
  EXPECT_NE(refusal("[1]").find("no JSON object"), std::string::npos);
  EXPECT_NE(refusal("{\"id\": \"a\"}").find("neither"), std::string::npos);
  EXPECT_NE(refusal("{\"text\": \" \\n\"}").find("empty"), std::string::npos);
  EXPECT_NE(refusal("{\"a\": " + many("[", 100'000) + many("]", 100'000) + "}").find("deeper"), std::string::npos);
}

TEST(Formats, FromEndingOrFirstBytes) {
  EXPECT_EQ(format_of("a.HTM", ""), Format::Html);
  EXPECT_EQ(format_of("a.md", ""), Format::Markdown);
  EXPECT_EQ(format_of("a", "<!DOCTYPE html><p>"), Format::Html);
  EXPECT_EQ(format_of("a", "{\"text\": \"x\"}"), Format::JsonLines);
  EXPECT_EQ(format_of("a.news", "Lima said no."), Format::Text);
  EXPECT_THROW(format_of("a.pdf", ""), Error);
  EXPECT_THROW(format_of("a", "%PDF-1.7"), Error);
}

TEST(Limits, AreRefusalsAndNoCuts) {
  EXPECT_THROW(extract(std::string(100, 'a'), Format::Text, {}, {.max_bytes = 99}), Error);
  EXPECT_NE(refusal_of("").find("empty"), std::string::npos);
  EXPECT_NE(refusal_of(" \n\t ").find("empty"), std::string::npos);
  EXPECT_NE(refusal_of("Share  Tweet  Print\n").find("furniture"), std::string::npos);
}

TEST(ForeignText, IsStoredWholeAndMarked) {
  const std::string text =
      "Das Außenministerium in Oslo teilte am Montag mit, die beiden Piloten seien freigelassen worden.\n\nDie "
      "Regierung in Lima dankte der Besatzung des Schiffes.";
  const Extract extract = read(text);
  EXPECT_EQ(extract.document.text(), text);
  EXPECT_EQ(extract.document.metadata().language, "de");
  EXPECT_FALSE(extract.document.is_readable());
  ASSERT_FALSE(extract.document.notes().empty());
}

class Folder : public testing::Test {
 protected:
  Folder() : root_(fs::temp_directory_path() / ("demarche_ingest_test_" + std::to_string(::getpid()))) {
    fs::remove_all(root_);
    fs::create_directories(root_ / "b");
  }
  ~Folder() override { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& content) {
    std::ofstream(root_ / name, std::ios::binary) << content;
  }

  void read_all(std::size_t stop_after = 1000) {
    for_each_document(
        {root_.string()}, {.max_bytes = 100'000},
        [&](Extract&& each) {
          taken_.push_back(fs::path(each.document.metadata().path).filename().string());
          return taken_.size() < stop_after;
        },
        [&](Failure&& each) { failed_[fs::path(each.path).filename().string()] = each.message; });
  }

  fs::path root_;
  std::vector<std::string> taken_;
  std::map<std::string, std::string> failed_;
};

TEST_F(Folder, IsReadInOrderAndNothingIsLost) {
  write("c.txt", kProse);
  write("a.jsonl", "{\"text\": \"Lima refused.\"}\n\nnonsense\n{\"text\": \"Oslo agreed.\"}");
  write("b/x.md", std::string("# T\n\n") + kProse);
  write("b/y.pdf", "%PDF-1.4");
  write("d.txt", "");
  write("e.txt", std::string(200'000, 'a'));
  write("f.bin", std::string("\x7F"
                             "ELF\x01\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0",
                             20));
  write(".hidden", "no");
  fs::create_symlink(root_, root_ / "loop");
  read_all();
  EXPECT_EQ(taken_, (std::vector<std::string>{"a.jsonl:1", "a.jsonl:4", "x.md", "c.txt"}));
  std::vector<std::string> names;
  for (const auto& [name, message] : failed_) names.push_back(name);
  EXPECT_EQ(names, (std::vector<std::string>{"a.jsonl:3", "d.txt", "e.txt", "f.bin", "loop", "y.pdf"}));
  EXPECT_NE(failed_["y.pdf"].find("not read yet"), std::string::npos);
  const Inventory found = inventory({root_.string()});
  EXPECT_EQ(found.files, 7u);
  EXPECT_GT(found.bytes, 200'000u);
}

TEST_F(Folder, StopsWhenAsked) {
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) write(name, kProse);
  read_all(2);
  EXPECT_EQ(taken_.size(), 2u);
}

TEST_F(Folder, WhatTheTakerThrowsIsNoFaultOfTheDocument) {
  write("a.txt", kProse);
  write("b.jsonl", "{\"text\": \"Lima refused.\"}\n");
  for (const char* name : {"a.txt", "b.jsonl"}) {
    const auto refuse = [](Extract&&) -> bool { throw Error(ErrorKind::Busy, "record: held"); };
    const auto fail = [&](Failure&& each) { failed_[each.path] = each.message; };
    EXPECT_THROW(for_each_document({(root_ / name).string()}, {}, refuse, fail), Error) << name;
    EXPECT_TRUE(failed_.empty()) << name;
  }
}

// Stands for standard input while it lives.
class Input {
 public:
  explicit Input(std::streambuf* buffer) : before_(std::cin.rdbuf(buffer)) {}
  ~Input() { std::cin.rdbuf(before_); }
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

 private:
  std::streambuf* before_;
};

// A file that ends in a bad sector.
class Broken : public std::streambuf {
 public:
  explicit Broken(std::string sound) : sound_(std::move(sound)) {
    setg(sound_.data(), sound_.data(), sound_.data() + sound_.size());
  }

 private:
  int_type underflow() override { throw std::ios_base::failure("no more"); }
  std::string sound_;
};

TEST_F(Folder, AsStandardInputIsAFailure) {
  std::ifstream folder(root_);
  const Input input(folder.rdbuf());
  std::vector<Failure> failures;
  for_each_document(
      {"-"}, {}, [](Extract&&) { return true; }, [&](Failure&& each) { failures.push_back(each); });
  ASSERT_EQ(failures.size(), 1u);
  EXPECT_EQ(failures[0].path, "-:1");
  EXPECT_NE(failures[0].message.find("broke off"), std::string::npos);
}

TEST_F(Folder, LinesBeforeABreakAreKept) {
  write("next.txt", kProse);
  Broken broken("{\"text\": \"Lima refused.\"}\n{\"text\": \"Os");
  const Input input(&broken);
  for_each_document(
      {"-", (root_ / "next.txt").string()}, {},
      [&](Extract&& each) {
        taken_.push_back(each.document.metadata().path);
        return true;
      },
      [&](Failure&& each) { failed_[each.path] = each.message; });
  EXPECT_EQ(taken_, (std::vector<std::string>{"-:1", (root_ / "next.txt").string()}));
  ASSERT_EQ(failed_.size(), 1u);
  EXPECT_EQ(failed_.begin()->first, "-:2");
}

TEST_F(Folder, AMissingPathIsAFailure) {
  for_each_document(
      {(root_ / "none.txt").string()}, {}, [](Extract&&) { return true; },
      [&](Failure&& each) { failed_[each.path] = each.message; });
  ASSERT_EQ(failed_.size(), 1u);
  EXPECT_NE(failed_.begin()->second.find("no such file"), std::string::npos);
}

}  // namespace
}  // namespace demarche::ingest
