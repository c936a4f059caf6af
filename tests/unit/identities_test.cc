// SPDX-License-Identifier: Apache-2.0
// Who is who in a record, from the texts alone.
#include "analysis/names/identities.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "analysis/claims/claims.h"

namespace demarche::analysis {
namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded(std::filesystem::path(DEMARCHE_SOURCE) / "data");
  return loaded;
}

// Documents by hand, and whom a phrase of one of them means.
class Papers {
 public:
  explicit Papers(const std::vector<std::string>& texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      sources_.emplace_back();
      sources_.back().document.id = "d" + std::to_string(i);
      sources_.back().document.text = texts[i];
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
      texts_.push_back({.source = &sources_[i],
                        .points = std::make_unique<CodePoints>(sources_[i].document.text),
                        .published = static_cast<int>(i) * 100,
                        .voice = {},
                        .shingles = {}});
    identities_ = std::make_unique<Identities>(texts_, lexicon().name_words());
  }
  std::string who(int document, const std::string& phrase, const std::string& known = "") const {
    const Text& text = texts_[static_cast<std::size_t>(document)];
    const std::size_t at = text.source->document.text.rfind(phrase);
    EXPECT_NE(at, std::string::npos) << phrase;
    const auto begin = static_cast<std::uint32_t>(at);
    return identities_->of_party(document, text, {begin, begin + static_cast<std::uint32_t>(phrase.size())}, known);
  }

 private:
  std::vector<Source> sources_;
  std::vector<Text> texts_;
  std::unique_ptr<Identities> identities_;
};

TEST(Identities, JoinShortAndFullNamesOfAGroup) {
  const Papers papers({"The Union for Coastal Liberty (UCL) took the pier at dawn. Later the Union left it again.",
                       "The UCL denied it. “We were at sea,” the Coastal Liberty Union's men, as some call it, said."});
  EXPECT_EQ(papers.who(0, "The Union for Coastal Liberty"), "name:union coastal liberty");
  EXPECT_EQ(papers.who(0, "the Union"), "name:union coastal liberty");
  EXPECT_EQ(papers.who(1, "The UCL"), "name:union coastal liberty");
}

TEST(Identities, APersonSpeaksForTheOneTheTextPutsHimWith) {
  const Papers papers({"Captain Orla Fenn of the Harbour Watch Movement said the gates were shut. Fenn gave no reason.",
                       "Mr Tobias Reck, a spokesman for the Harbour Watch Movement, and Ms Fenn spoke to reporters.",
                       "Ida Holm, a former commander of the Harbour Watch Movement, was more cautious. Holm smiled.",
                       "The Harbour Watch Movement met on Friday. Its secretary, Lena Prytz, counted the votes."});
  EXPECT_EQ(papers.who(0, "Fenn"), "name:harbour watch movement");
  EXPECT_EQ(papers.who(1, "Ms Fenn"), "name:harbour watch movement");
  EXPECT_EQ(papers.who(1, "Mr Tobias Reck"), "name:harbour watch movement");
  EXPECT_EQ(papers.who(2, "Holm"), "name:ida holm");
  EXPECT_EQ(papers.who(3, "Lena Prytz"), "name:harbour watch movement");
}

TEST(Identities, NamesakesNeverJoin) {
  const Papers papers({"Mr Rolf Aker and Ms Berit Aker disagreed. Aker shook his head.",
                       "Mr Rolf Aker spoke first. Then Aker sat down."});
  EXPECT_EQ(papers.who(0, "Aker"), "");
  EXPECT_EQ(papers.who(0, "Berit Aker"), "name:berit aker");
  EXPECT_EQ(papers.who(1, "Aker"), "name:rolf aker");
}

TEST(Identities, CommonNounsAndPlacesHaveNone) {
  const Papers papers(
      {"Residents near Kelpholm complained. Militants burned a hut in Kelpholm. The Committee was silent.",
       "Men at a checkpoint near the Harbour Watch Movement camp shouted."});
  EXPECT_EQ(papers.who(0, "Residents near Kelpholm"), "");
  EXPECT_EQ(papers.who(0, "Militants"), "");
  EXPECT_EQ(papers.who(0, "The Committee"), "");
  EXPECT_EQ(papers.who(1, "Men at a checkpoint near the Harbour Watch Movement camp"), "");
}

TEST(Identities, AnAbbreviationMeansWhatTheRecordIntroducesItFor) {
  const Papers papers({"The League of Island Farmers (LIF) met.", "The LIF denied it."});
  EXPECT_EQ(papers.who(1, "The LIF", "NOR"), "NOR")
      << "nothing in the record says that the reading took it from a table";
  EXPECT_EQ(papers.who(1, "The LIF"), "name:league island farmers");
}

TEST(Identities, ACommonNounMeansTheGroupThatIsCalledSo) {
  const Papers papers(
      {"Veldmark Pumps, the Aarhus company that dug the shaft, closed it. The company gave no date. "
       "Rita Moll, a spokeswoman for the company, and its chief engineer, Otto Brandt, left."});
  EXPECT_EQ(papers.who(0, "The company"), "name:veldmark pumps");
  EXPECT_EQ(papers.who(0, "Rita Moll"), "name:veldmark pumps");
}

TEST(Identities, WhoSpeaksBesideAGroupDoesNotSpeakForIt) {
  const Papers papers(
      {"The town shelters no fighters of the Lake Defence Front, Mr Anders Voll said. Ms Mina Roy, a "
       "victim of the Lake Defence Front, wept."});
  EXPECT_EQ(papers.who(0, "Mr Anders Voll"), "name:anders voll");
  EXPECT_EQ(papers.who(0, "Ms Mina Roy"), "name:mina roy");
}

TEST(Identities, AKeyIsNobodyElse) {
  EXPECT_TRUE(is_name("name:harbour watch movement"));
  EXPECT_EQ(voice_of("name:harbour watch movement"), "name:harbour watch movement");
  EXPECT_FALSE(compatible("name:harbour watch movement", "NOR"));
  EXPECT_TRUE(is_kind("NOR.CVL"));
  EXPECT_TRUE(is_kind(".REB"));
  EXPECT_FALSE(is_kind("NOR.GOV"));
  EXPECT_FALSE(is_kind("NOR.REB.LDF"));
  EXPECT_EQ(actors_in({"NOR", "name:ida holm"}), Ids{"NOR"});
}

}  // namespace
}  // namespace demarche::analysis
