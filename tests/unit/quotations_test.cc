// SPDX-License-Identifier: Apache-2.0
// Quotations of a report: found in its markup, and looked for in the stored texts.
#include <gtest/gtest.h>

#include "analysis/analysis.h"
#include "analysis/dossier/verify.h"
#include "given_reading.h"
#include "processor_time.h"

namespace demarche::analysis {
namespace {

std::string quoted(const std::string& words, const std::string& document = "1f0c", std::uint32_t begin = 0,
                   std::uint32_t end = 0) {
  return "<q data-document=\"" + document + "\" data-begin=\"" + std::to_string(begin) + "\" data-end=\"" +
         std::to_string(end) + "\">" + words + "</q>";
}

std::vector<std::string> words_in(const std::vector<Anchored>& found) {
  std::vector<std::string> words;
  for (const Anchored& each : found) words.push_back(each.words);
  return words;
}

using Words = std::vector<std::string>;

TEST(Quotations, ReferencesAreReadAndWhatIsNoneStays) {
  const struct {
    const char *markup, *words;
  } cases[] = {{"&;", "&;"},
               {"&#;", "&#;"},
               {"&#x;", "&#x;"},
               {"&#xZZ;", "&#xZZ;"},
               {"&#0;", "&#0;"},
               {"&#8220;&#x201c;&#X201D;", "““”"},
               {"R&D; AT&amp;T & Co", "R&D; AT&T & Co"},
               {"a & b, that is all; no more", "a & b, that is all; no more"},
               {"tail &", "tail &"},
               {"&quot;&nbsp;&lt;", "\"\u00a0<"}};
  for (const auto& each : cases) EXPECT_EQ(words_in(quotations_of_html(quoted(each.markup))), Words{each.words});
}

TEST(Quotations, InHtmlMayStandWithinOthers) {
  const struct {
    std::string page;
    Words words;
  } cases[] = {{quoted("a " + quoted("b") + " c"), {"a b c", "b"}},
               {quoted("a <q>b</q> c"), {"a b c"}},
               {"<q>a " + quoted("b") + "</q>" + quoted("c"), {"b", "c"}},
               {"</q>" + quoted("a"), {"a"}},
               {"<q\n  data-document='1' data-begin='0' data-end='1'>a</q>", {"a"}},
               {"<q data-document=\"1\">never closed " + quoted("b"), {"", "b"}},
               {"<quote data-document=\"1\">a</q>", {}},
               {"<q data-document=\"1\"", {}}};
  for (const auto& each : cases) EXPECT_EQ(words_in(quotations_of_html(each.page)), each.words) << each.page;
}

TEST(Quotations, InMarkdownStandBetweenTheirOwnBrackets) {
  const std::string anchor = "](#document=1&span=0-1)";
  const struct {
    std::string page;
    Words words;
  } cases[] = {{"[a" + anchor, {"a"}},
               {"[see [a" + anchor + " below] [b" + anchor, {"a", "b"}},
               {"[a [b] c" + anchor, {"a [b] c"}},
               {"\\[a [b\\] c" + anchor, {"b] c"}},
               {"a" + anchor + " [b" + anchor, {"b"}},
               {"[a](#document=1", {}},
               {"[a\\", {}}};
  for (const auto& each : cases) EXPECT_EQ(words_in(quotations_of_markdown(each.page)), each.words) << each.page;
}

std::string many(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

// Ten times what they take; a quadratic reader needs minutes.
TEST(Quotations, HostileReportsTakeLinearTime) {
  const std::string q = "<q data-document='1'>", link = "](#document=1&span=0-1";
  const std::clock_t begin = std::clock();
  for (const std::string& page :
       {quoted(many("no stop ", 1'000'000)), quoted(many("&", 1'000'000)), quoted(many("<", 1'000'000)),
        many(q, 200'000), many(q, 200'000) + many("x", 1'000'000) + "</q>", many(q, 100'000) + many("</q>", 100'000),
        many("<q ", 500'000)})
    quotations_of_html(page);
  for (const std::string& page :
       {many(link, 200'000), many(link, 200'000) + ")", many("[", 500'000) + many(link + ")", 100'000),
        many("]", 100'000) + many(link + ")", 100'000), "[" + many("\\", 1'000'001) + link + ")"})
    quotations_of_markdown(page);
  EXPECT_LT(given::seconds_since(begin), 5);
}

TEST(Verify, WordsAreExactMovedOrLost) {
  const given::Folder folder;
  const Document document = given::article("Norway, the said state, denied it. He  said\nno. “Peace 21” was near.");
  record::Record record(folder / "r.db", record::Record::Access::Write);
  record.begin_run({});
  ASSERT_TRUE(record.store(document, engine::Reading{}));
  const struct {
    const char* words;
    std::uint32_t begin, end;
    Check::Outcome outcome;
  } cases[] = {{"Norway", 0, 6, Check::Outcome::Exact},
               {"Norway", 3, 9, Check::Outcome::Moved},
               {"He said no.", 35, 47, Check::Outcome::Exact},
               {"He said no.", 0, 0, Check::Outcome::Moved},
               {"“Peace 21”", 0, 0, Check::Outcome::Moved},
               {"the said", 0, 0, Check::Outcome::Moved},
               {"he said", 0, 0, Check::Outcome::Lost},
               {"den", 0, 0, Check::Outcome::Lost},
               {"Peace 2", 0, 0, Check::Outcome::Lost},
               {"", 0, 0, Check::Outcome::Lost},
               {" ", 0, 0, Check::Outcome::Lost},
               {" ", 34, 35, Check::Outcome::Lost},
               {"&nbsp;\n", 5, 5, Check::Outcome::Lost},
               {"Peru", 0, 4, Check::Outcome::Lost}};
  for (const auto& each : cases) {
    const auto checks = verify_report(record, quoted(each.words, document.id(), each.begin, each.end));
    ASSERT_EQ(checks.size(), 1u) << each.words;
    EXPECT_EQ(name_of(checks[0].outcome), name_of(each.outcome)) << "“" << each.words << "” at " << each.begin;
  }
}

struct FigureCase {
  const char *words, *figure;
  bool is_given;
};

TEST(Figures, AreGivenByWordsInDigitsAndInLetters) {
  const FigureCase cases[] = {
      {"Police put the dead at 27.", "27 killed", true},
      {"Police put the dead at 72.", "27 killed", false},
      {"At least twenty-seven died.", "at least 27 killed", true},
      {"It received almost 1.5 million dollars.", "1500000 USD", true},
      {"It received 1,200 rifles.", "1200", true},
      {"Two hundred thousand fled.", "200000 displaced", true},
      {"Between 20 and 30 were hurt.", "20 to 30 injured", true},
      {"A dozen were held.", "12 arrested", true},
      {"Nobody was hurt.", "some injured", true},
      {"", "3 killed", false},
  };
  for (const auto& [words, figure, is_given] : cases) EXPECT_EQ(give_figure(words, figure), is_given) << words;
}

TEST(Numbers, OfAReportHaveNames) {
  const auto html = numbers_of_html("<p><data data-number=\"documents\" value=\"3\">3</data> texts <data>4</data>");
  ASSERT_EQ(html.size(), 1u);
  EXPECT_EQ(html[0].name, "documents");
  EXPECT_EQ(html[0].digits, "3");
  const auto markdown = numbers_of_markdown("of [3](#number=documents) and [12](#number=reports/h1) [x](#other)");
  ASSERT_EQ(markdown.size(), 2u);
  EXPECT_EQ(markdown[1].name, "reports/h1");
  EXPECT_EQ(markdown[1].digits, "12");
}

TEST(Scope, OfAReportStandsInItsHead) {
  const auto scope = scope_of_report("<html lang=\"en\" data-actors=\"PER|NOR.GOV\" data-as-of=\"2018-01-31\">");
  EXPECT_EQ(scope.actors, (std::vector<std::string>{"PER", "NOR.GOV"}));
  EXPECT_EQ(scope.as_of, "2018-01-31");
  EXPECT_TRUE(scope_of_report("# A page").actors.empty());
}

}  // namespace
}  // namespace demarche::analysis
