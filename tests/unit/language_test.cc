// SPDX-License-Identifier: Apache-2.0
#include "language/language.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/utf8.h"

namespace demarche::language {
namespace {

const std::filesystem::path kSource = DEMARCHE_SOURCE;
const std::filesystem::path kVocabulary = kSource / "models/demarche-small/vocab.txt";

std::string sentences_of(std::string_view text) {
  std::string shown;
  for (const Span span : split_sentences(text, {0, static_cast<std::uint32_t>(text.size())})) {
    shown += shown.empty() ? "" : "|";
    shown += text.substr(span.begin, span.size());
  }
  return shown;
}

struct Case {
  std::string_view text, expected;
};

constexpr Case kSentences[] = {
    {"Lima refused. Oslo waited.", "Lima refused.|Oslo waited."},
    {"Dr. Holm met Gen. Paz on Jan. 4 in Lima.", "Dr. Holm met Gen. Paz on Jan. 4 in Lima."},
    {"He spoke to the U.S. President.", "He spoke to the U.S. President."},
    {"He went to the U.S. The talks failed.", "He went to the U.S.|The talks failed."},
    {"“Talks are over,” she said. “Fully.” He left.", "“Talks are over,” she said.|“Fully.”|He left."},
    {"“Is it over?” she asked. No.", "“Is it over?” she asked.|No."},
    {"Aid fell by 2.5 per cent. It rose again.", "Aid fell by 2.5 per cent.|It rose again."},
    {"Who fired first? Nobody knows… Peru denies it!", "Who fired first?|Nobody knows…|Peru denies it!"},
    {"J. M. Arango signed. Peru did not.", "J. M. Arango signed.|Peru did not."},
    {"(The ministry declined.) Talks go on.", "(The ministry declined.)|Talks go on."},
    {"停火。他说。", "停火。|他说。"},
    {"no end mark", "no end mark"},
    {"  \n ", ""},
    {"", ""},
};

TEST(Sentences, EndWhereAReaderWouldEndThem) {
  for (const auto& [text, expected] : kSentences) EXPECT_EQ(sentences_of(text), expected);
}

constexpr Case kTokens[] = {
    {"Peru's US-led force", "Peru|'s|US-led|force"},
    {"the rebels’ base", "the|rebels|’|base"},
    {"The U.S. and al-Qaida.", "The|U.S.|and|al-Qaida|."},
    {"$2.5bn, 7,000 men", "$|2.5bn|,|7,000|men"},
    {"Sana'a O’Brien", "Sana'a|O’Brien"},
    {"end. Next", "end|.|Next"},
    {"naïve—Łódź", "naïve|—|Łódź"},
};

TEST(Tokens, KeepNamesWholeAndPossessivesApart) {
  for (const auto& [text, expected] : kTokens) {
    std::string shown;
    for (const Token& token : split_tokens(text, {0, static_cast<std::uint32_t>(text.size())})) {
      shown += shown.empty() ? "" : "|";
      shown += text.substr(token.span.begin, token.span.size());
    }
    EXPECT_EQ(shown, expected);
  }
}

TEST(WordPieces, EqualTheReferenceTokenizer) {
  const WordPieces pieces(kVocabulary);
  std::ifstream reference(kSource / "tests/reference/pieces.jsonl");
  int lines = 0, wrong = 0;
  for (std::string line; std::getline(reference, line); ++lines) {
    const auto expected = nlohmann::json::parse(line);
    const auto text = expected["text"].get<std::string>();
    std::vector<Piece> found;
    pieces.split(text, {0, static_cast<std::uint32_t>(text.size())}, found);
    std::vector<int> ids;
    for (const Piece& piece : found) ids.push_back(piece.id);
    if (ids != expected["ids"].get<std::vector<int>>() && ++wrong <= 10) {
      ADD_FAILURE() << "line " << lines + 1 << ": " << text << "\n  is " << nlohmann::json(ids) << "\n  not "
                    << expected["ids"];
    }
  }
  EXPECT_EQ(wrong, 0);
  EXPECT_GT(lines, 4000);
}

TEST(WordPieces, PointBackAtTheirBytes) {
  const WordPieces pieces(kVocabulary);
  std::ifstream reference(kSource / "tests/reference/pieces.jsonl");
  for (std::string line; std::getline(reference, line);) {
    const auto text = nlohmann::json::parse(line)["text"].get<std::string>();
    std::vector<Piece> found;
    pieces.split(text, {0, static_cast<std::uint32_t>(text.size())}, found);
    std::uint32_t last = 0;
    for (const Piece& piece : found) {
      ASSERT_LE(last, piece.span.begin) << text;
      ASSERT_LE(piece.span.end, text.size()) << text;
      ASSERT_TRUE(is_valid_utf8(std::string_view(text).substr(piece.span.begin, piece.span.size()))) << text;
      last = piece.span.begin;
    }
  }
}

TEST(Splitter, ReadsTitleAndBodyOnly) {
  const Splitter splitter(kVocabulary);
  const std::string text = "Lima refuses\n\nSubscribe now. Today.\n\nPeru refused. Norway waits.";
  const Document document(
      text, {}, {{{0, 12}, Zone::Title, ""}, {{14, 35}, Zone::Furniture, "subscription"}, {{37, 64}, Zone::Body, ""}});
  const Tokens tokens = splitter.split(document);
  ASSERT_EQ(tokens.sentences.size(), 3u);
  EXPECT_EQ(document.view(tokens.sentences[1].span), "Peru refused.");
  EXPECT_EQ(tokens.sentences[1].block, 2u);
  EXPECT_EQ(tokens.sentence_at(38), 1);
  EXPECT_EQ(tokens.sentence_at(0), 0);
  EXPECT_EQ(Tokens{}.sentence_at(3), -1);
}

TEST(Negation, IsSeenBeforeTheVerb) {
  const auto negated = [](const std::string& text, const std::string& verb) {
    const auto at = static_cast<std::uint32_t>(text.find(verb));
    return is_negated_before(text, {0, static_cast<std::uint32_t>(text.size())},
                             {at, at + static_cast<std::uint32_t>(verb.size())});
  };
  EXPECT_TRUE(negated("We do not kill pilots.", "kill"));
  EXPECT_TRUE(negated("Peru has never armed anyone.", "armed"));
  EXPECT_TRUE(negated("Peru hasn't armed anyone.", "armed"));
  EXPECT_TRUE(negated("Peru didn’t arm anyone.", "arm"));
  EXPECT_TRUE(negated("Nobody has accused Peru.", "accused"));
  EXPECT_TRUE(negated("The service foiled at least 4 attacks.", "attacks"));
  EXPECT_FALSE(negated("The law prevented talks about attacks.", "attacks"));
  EXPECT_TRUE(negated("No one was arrested.", "arrested"));
  EXPECT_TRUE(negated("Neither Oslo nor Lima has threatened war.", "threatened"));
  EXPECT_FALSE(negated("Peru killed two pilots.", "killed"));
  EXPECT_FALSE(negated("Peru not only armed them, it paid them.", "armed"));
  EXPECT_FALSE(negated("Neither side spoke, but Peru has attacked the port.", "attacked"));
  EXPECT_FALSE(negated("Peru did not say that it had sent arms.", "sent"));
}

}  // namespace
}  // namespace demarche::language
