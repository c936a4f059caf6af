// SPDX-License-Identifier: Apache-2.0
#include "actors/actors.h"

#include <gtest/gtest.h>

#include <filesystem>

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
  for (const TsvRow& row : read_tsv(kSource / "tests/reference/actor_phrases.tsv", {"phrase", "date", "context", "actor", "country", "sector"})) {
    const auto found = resolver.resolve_phrase(row["phrase"], parse_day(row["date"]), row["context"]);
    const std::string actor = found ? found->actor + " " + found->country + " " + found->sector : "";
    const std::string expected = row["actor"].empty() ? "" : row["actor"] + " " + row["country"] + " " + row["sector"];
    EXPECT_EQ(actor, expected) << row.where() << ": " << row["phrase"] << (found ? " by " + found->rule : "");
  }
}

}  // namespace
}  // namespace demarche::actors
