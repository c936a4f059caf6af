// SPDX-License-Identifier: Apache-2.0
// Actors × issues, and which positions are about what a user asks for.
#include <algorithm>
#include <set>

#include "analysis/analysis.h"
#include "analysis/dossier/dossier.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Json;

namespace {

// Those with most, then by name.
std::vector<std::string> most(const std::map<std::string, std::size_t>& counts, std::size_t limit) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  if (limit > 0 && sorted.size() > limit) sorted.resize(limit);
  std::vector<std::string> names;
  for (const auto& [name, count] : sorted) names.push_back(name);
  return names;
}

bool takes_stand(const Json& position) {
  const std::string stance = text_of(position, "stance");
  return stance != "asserts" && stance != "silent";
}

}  // namespace

Matrix matrix_of(const std::vector<Json>& positions, const MatrixOptions& options) {
  Matrix matrix;
  std::map<std::string, std::size_t> by_actor, by_issue;
  for (const Json& position : positions) {
    const std::string since = text_of(position, "since");
    if (!options.at.empty() && (since.empty() || since > options.at)) continue;  // nobody knows that it stood by then
    const std::string actor = holder_of(position);
    const std::string issue = text_of(position, "issue");
    const std::size_t weight = position.at("evidence").size();
    by_actor[actor] += weight;
    by_issue[issue] += weight;
    matrix.names[actor] = text_of(position, "name");
    matrix.cells[{actor, issue}].push_back(&position);
  }
  matrix.actors = most(by_actor, options.actors);
  matrix.issues = most(by_issue, options.issues);
  return matrix;
}

const Json& telling(const std::vector<const Json*>& positions) {
  const auto stand =
      std::find_if(positions.rbegin(), positions.rend(), [](const Json* position) { return takes_stand(*position); });
  return stand == positions.rend() ? *positions.back() : **stand;
}

// By words of the position, or by a theme: its own name, or words that the table has for it.
bool is_about(const Json& position, const std::string& words, const Lexicon& lexicon) {
  const std::string issue = text_of(position, "issue");
  const auto themes = lexicon.themes(words);
  if (std::find(themes.begin(), themes.end(), issue) != themes.end()) return true;
  std::set<std::string> here;
  for (const Word& word : words_of(issue + " " + text_of(position, "text"))) here.insert(stem_of(word.text));
  const auto asked = words_of(words);
  return std::all_of(asked.begin(), asked.end(), [&](const Word& word) { return here.contains(stem_of(word.text)); });
}

}  // namespace demarche::analysis
