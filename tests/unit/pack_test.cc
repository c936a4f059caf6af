// SPDX-License-Identifier: Apache-2.0
#include "record/pack.h"

#include <gtest/gtest.h>

namespace demarche::record {
namespace {

constexpr std::size_t kSize = 100'000;  // of the text

reader::Annotations annotations() {
  reader::Annotations out;
  out.names = {{{0, 6}, reader::NameKind::Place, .9f}, {{70'000, 70'300}, reader::NameKind::Other, 1}};
  reader::Attribution outer{{{0, 6}}, {{7, 11}}, {{12, 40}, {50, 60}}, {{{41, 45}, .25f}}, "deny", .5f, -1, .75f};
  reader::Attribution inner{{}, {{20, 24}}, {{25, 40}}, {}, "", 0, 0, .1f};
  out.attributions = {outer, inner};
  out.predicates = {{{{13, 19}}, "AID", "yield", {{{0, 6}, .3f, true}}, {}, true, "happened", .6f}};
  out.anchors = {{{0, 6}, reader::Anchor::Kind::Place, -1, 0}, {{90, 92}, reader::Anchor::Kind::Other, 0, .33333f}};
  return out;
}

TEST(Packed, ComesBackAsItWas) {
  const std::string bytes = packed(annotations());
  const auto back = unpacked(bytes, kSize);
  ASSERT_TRUE(back);
  EXPECT_EQ(packed(*back), bytes);
  ASSERT_EQ(back->attributions.size(), 2u);
  EXPECT_EQ(back->attributions[0].content, (Spans{{12, 40}, {50, 60}}));
  EXPECT_EQ(back->attributions[0].addressees[0].score, .25f);
  EXPECT_EQ(back->attributions[1].inside, 0);
  EXPECT_EQ(back->predicates[0].modality, "happened");
  EXPECT_TRUE(back->predicates[0].negated);
  EXPECT_TRUE(back->predicates[0].actors[0].is_guess);
  EXPECT_EQ(back->anchors[1].score, .33333f);
  EXPECT_EQ(back->names[1].span, (Span{70'000, 70'300}));
}

TEST(Packed, NoneAreNone) { EXPECT_TRUE(unpacked(packed({}), 0)); }

TEST(Packed, CutOrForeignBytesAreNothing) {
  const std::string bytes = packed(annotations());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(unpacked(bytes.substr(0, size), kSize)) << size;
  EXPECT_FALSE(unpacked(bytes + "x", kSize));
  EXPECT_FALSE(unpacked(bytes, 99));  // of a longer text
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0xFF);
    unpacked(damaged, kSize);  // anything but a crash or a span outside the text
  }
}

}  // namespace
}  // namespace demarche::record
