// SPDX-License-Identifier: Apache-2.0
// What holds of every document that ingest makes, whatever the bytes: drawn at random from pieces that ingest has rules
// for.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/ingest.h"

namespace demarche::ingest {
namespace {

constexpr int kDocuments = 1000;

const std::array<const char*, 44> kPieces = {
    "Norway refused the demand.",
    "The navy of Peru said on Monday that two pilots had been released by the coast guard.",
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    " ",
    "\t",
    "By Jane Roe",
    "LIMA, March 3 (PNA) — ",
    "Published On: Wed, Oct 3rd, 2018",
    "Read more: Who owns the cod?",
    "Leave a comment",
    "– Jane Roe is a Lima-based analyst. Twitter: @x",
    "NH: Did you?",
    "Roe: We did not.",
    "# Whose sea?",
    "===",
    "---",
    "> ",
    "- ",
    "1. ",
    "| a | b |",
    "```",
    "**Roe:** no",
    "[x](http://y)",
    "<p>",
    "</p>",
    "<div class=related>",
    "<script>",
    "</script>",
    "<!--",
    "<table><tr><td>",
    "&amp;",
    "&#x110000;",
    "\xFF",
    "\xE2\x80",
    "\xEF\xBB\xBF",
    "“Nein”",
    "日本語。",
    "\xCC\x81",
    "\xE2\x80\xAE",
    "Share Tweet Print",
    "..."};

std::string draw(std::mt19937& random) {
  std::string text;
  const std::size_t count = std::uniform_int_distribution<std::size_t>(1, 60)(random);
  for (std::size_t i = 0; i < count; ++i)
    text += kPieces[std::uniform_int_distribution<std::size_t>(0, kPieces.size() - 1)(random)];
  return text;
}

void expect_sound(const Extract& extract) {
  const Document& document = extract.document;
  ASSERT_TRUE(is_valid_utf8(document.text()));
  std::uint32_t last = 0;
  for (const Block& block : document.blocks()) {
    ASSERT_LE(last, block.span.begin);
    ASSERT_LT(block.span.begin, block.span.end);
    ASSERT_LE(block.span.end, document.text().size());
    ASSERT_TRUE(is_valid_utf8(document.view(block.span)));
    ASSERT_EQ(block.zone == Zone::Body, block.reason.empty());
    last = block.span.end;
  }
}

class AnyBytes : public testing::TestWithParam<Format> {};

TEST_P(AnyBytes, GiveASoundDocumentOrARefusal) {
  std::mt19937 random(20181003);
  for (int i = 0; i < kDocuments; ++i) {
    const std::string bytes = draw(random);
    try {
      expect_sound(extract(bytes, GetParam(), {.path = "drawn"}));
    } catch (const Error& error) {
      ASSERT_EQ(error.kind(), ErrorKind::BadInput) << bytes;
    }
    if (HasFatalFailure()) FAIL() << bytes;
  }
}

TEST_P(AnyBytes, ReadTwiceGiveTheSame) {
  std::mt19937 random(4);
  for (int i = 0; i < kDocuments / 10; ++i) {
    const std::string bytes = draw(random);
    try {
      const Extract first = extract(bytes, GetParam(), {}), second = extract(bytes, GetParam(), {});
      ASSERT_EQ(first.document.text(), second.document.text());
      ASSERT_EQ(first.document.blocks().size(), second.document.blocks().size());
      ASSERT_EQ(first.document.metadata().title, second.document.metadata().title);
    } catch (const Error&) {
    }
  }
}

// Every letter and digit of a text stands in some block: nothing is lost between them.
TEST_P(AnyBytes, BlocksCoverTheWords) {
  std::mt19937 random(7);
  for (int i = 0; i < kDocuments / 10; ++i) {
    const std::string bytes = draw(random);
    if (GetParam() != Format::Text || !is_valid_utf8(bytes)) continue;
    try {
      const Extract extract = demarche::ingest::extract(bytes, GetParam(), {});
      std::string between = extract.document.text();
      for (const Block& block : extract.document.blocks()) {
        for (std::uint32_t at = block.span.begin; at < block.span.end; ++at) between[at] = ' ';
      }
      for (std::size_t at = 0; at < between.size();) {
        const char32_t left = next_code_point(between, at);
        // The numeral of a list item is a mark, not a word.
        ASSERT_TRUE(!is_letter(left)) << bytes;
      }
    } catch (const Error&) {
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, AnyBytes, testing::Values(Format::Text, Format::Markdown, Format::Html));

}  // namespace
}  // namespace demarche::ingest
