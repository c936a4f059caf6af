// SPDX-License-Identifier: Apache-2.0
// What is found in made documents does not depend on the order in which they come.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "../../bench/given_reports.h"

namespace demarche::analysis {

namespace {

constexpr std::size_t kDocuments = 300;

std::vector<Source> reports() {
  std::vector<Source> sources;
  for (std::size_t i = 0; i < kDocuments; ++i) sources.push_back(bench::report(i, kDocuments));
  return sources;
}

std::vector<std::string> lines_of(const std::vector<Source>& sources) {
  static const Lexicon lexicon(std::filesystem::path(DEMARCHE_SOURCE) / "data");
  const Findings findings = find(sources, lexicon, [](const std::string& id) { return id; });
  std::vector<std::string> lines;
  for (const auto& happening : findings.happenings) lines.push_back(stored_form(happening).json);
  for (const auto& position : findings.positions) lines.push_back(stored_form(position).json);
  for (const auto& dispute : findings.disputes) lines.push_back(stored_form(dispute).json);
  return lines;
}

TEST(Findings, AreTheSameInAnyOrder) {
  std::vector<Source> sources = reports();
  const auto expected = lines_of(sources);
  EXPECT_GT(expected.size(), kDocuments / 2);
  for (unsigned seed = 1; seed <= 4; ++seed) {
    std::shuffle(sources.begin(), sources.end(), std::mt19937(seed));
    EXPECT_EQ(lines_of(sources), expected) << "seed " << seed;
  }
}

// Deeds were drawn from a pool: reports of one are together, those of two apart.
TEST(Happenings, OfMadeReportsAreTheMadeDeeds) {
  static const Lexicon lexicon(std::filesystem::path(DEMARCHE_SOURCE) / "data");
  const Findings findings = find(reports(), lexicon, [](const std::string& id) { return id; });
  std::set<std::pair<std::string, std::string>> deeds;  // place and day
  std::size_t mixed = 0;
  for (const auto& happening : findings.happenings) {
    std::set<std::string> places;
    for (const auto& value : happening.values) {
      if (value.field == "place") places.insert(value.value);
    }
    mixed += places.size() != 1;
    deeds.emplace(*places.begin(), happening.lo);
  }
  EXPECT_LT(mixed, findings.happenings.size() / 50);
  EXPECT_GT(deeds.size(), findings.happenings.size() * 49 / 50);
}

}  // namespace

}  // namespace demarche::analysis
