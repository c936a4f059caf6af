// SPDX-License-Identifier: Apache-2.0
// The resolver alone:  actors_alone [PROJECT_TABLE…]
//
// Phrases of the reference table in their sentences, and every name and alias of the tables by itself; resolutions per
// second of one core's time, so that what else runs on the machine does not count.
#include <fmt/core.h>

#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "actors/actors.h"
#include "base/tsv.h"

namespace demarche {

namespace {

namespace fs = std::filesystem;

struct Question {
  std::string phrase, context;
  std::optional<Day> day;
};

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::vector<Question> reference(const fs::path& home) {
  std::vector<Question> out;
  for (const TsvRow& row : read_tsv(home / "tests/reference/actor_phrases.tsv", {"phrase", "date", "context"}))
    out.push_back({row["phrase"], row["context"], parse_day(row["date"])});
  return out;
}

// Persons on their first day in office, groups and states on no day.
std::vector<Question> names(const fs::path& home) {
  std::vector<Question> out;
  for (const char* table : {"states.tsv", "armed_groups.tsv", "institutions.tsv", "organisations.tsv"})
    for (const TsvRow& row : read_tsv(home / "data/actors" / table, {"name"})) out.push_back({row["name"], "", {}});
  for (const TsvRow& row : read_tsv(home / "data/actors/office_holders.tsv", {"person", "from"}))
    out.push_back({row["person"], "", parse_day(row["from"])});
  return out;
}

void measure(const std::string& what, const actors::Resolver& resolver, const std::vector<Question>& questions) {
  constexpr double kSeconds = 2;
  std::size_t asked = 0, found = 0;
  const double begin = cpu_seconds();
  while (cpu_seconds() - begin < kSeconds) {
    for (const Question& question : questions) {
      found += resolver.resolve_phrase(question.phrase, question.day, question.context).has_value();
      ++asked;
    }
  }
  fmt::print("{:<34} {:>9.0f} a second of one core, {:.0f} % resolved\n", what,
             static_cast<double>(asked) / (cpu_seconds() - begin),
             100.0 * static_cast<double>(found) / static_cast<double>(asked));
}

}  // namespace

}  // namespace demarche

int main(int count, char** words) {
  using namespace demarche;
  const fs::path home = DEMARCHE_SOURCE;
  const double begin = cpu_seconds();
  const actors::Tables tables(home / "data", {words + 1, words + count});
  fmt::print("tables loaded in {:.2f} s\n", cpu_seconds() - begin);
  const actors::Resolver resolver(tables);
  measure("phrases in their sentences", resolver, reference(home));
  measure("names of the tables", resolver, names(home));
}
