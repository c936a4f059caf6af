// SPDX-License-Identifier: Apache-2.0
// Which edits of a project's table rest on which: a further name on the line that makes its actor.
#include <algorithm>
#include <set>

#include "actors/edits.h"
#include "base/error.h"

namespace demarche::actors {

namespace {

using Line = ProjectTable::Line;

std::string cell(const Line& line, const char* column) {
  const auto found = line.cells.find(column);
  return found == line.cells.end() ? "" : found->second;
}

bool makes_actor(const Line& line) {
  const std::string kind = cell(line, "kind");
  return kind != "alias" && kind != "merge" && kind != "role" && kind != "capital" && kind != "person";
}

bool is_or_lies_below(const std::string& id, const std::string& actor) {
  return id == actor || id.starts_with(actor + ".");
}

// A further name, a merger, an office, a part.
bool rests_on(const Line& line, const std::string& actor) {
  return is_or_lies_below(cell(line, "member_of"), actor) || (!makes_actor(line) && cell(line, "id") == actor);
}

std::string called(const Line& line) {
  const std::string edit = cell(line, "edit");
  return edit.empty() ? std::to_string(line.number) : edit;
}

// The actors that the lines make and no line in force makes besides them.
std::set<std::string> made_by(const std::vector<Line>& lines, const std::string& what) {
  std::set<std::string> actors;
  for (const Line& line : lines)
    if (is_meant(line, what) && makes_actor(line)) actors.insert(cell(line, "id"));
  for (const Line& line : lines)
    if (!is_meant(line, what) && !line.is_undone && makes_actor(line)) actors.erase(cell(line, "id"));
  return actors;
}

// The edits whose lines are `undone` or not and rest on one of the actors, as they stand in the table.
std::vector<std::string> resting_on(const std::vector<Line>& lines, const std::string& what, bool undone) {
  std::vector<std::string> edits;
  for (const std::string& actor : made_by(lines, what)) {
    for (const Line& line : lines) {
      if (line.is_undone != undone || is_meant(line, what) || !rests_on(line, actor)) continue;
      if (std::find(edits.begin(), edits.end(), called(line)) == edits.end()) edits.push_back(called(line));
    }
  }
  return edits;
}

}  // namespace

bool is_meant(const ProjectTable::Line& line, const std::string& what) {
  return cell(line, "edit") == what || std::to_string(line.number) == what;
}

void ProjectTable::refuse_if_rested_on(const std::string& what) const {
  const std::vector<std::string> later = resting_on(lines(), what, false);
  if (later.empty()) return;
  std::string orders;
  for (auto edit = later.rbegin(); edit != later.rend(); ++edit)
    orders += (orders.empty() ? "“demarche actors undo " : "”, then “demarche actors undo ") + *edit;
  throw Error(ErrorKind::Usage, what + " made an actor on which " + std::to_string(later.size()) + " other " +
                                    (later.size() == 1 ? "edit rests" : "edits rest") + "; take back first: " + orders +
                                    "”");
}

void ProjectTable::refuse_without_ground(const std::string& what) const {
  const std::vector<Line> all = lines();
  for (const Line& line : all) {
    if (!line.is_undone || !makes_actor(line) || is_meant(line, what)) continue;
    const std::vector<std::string> resting = resting_on(all, called(line), true);
    if (std::none_of(resting.begin(), resting.end(), [&](const std::string& edit) {
          return std::any_of(all.begin(), all.end(),
                             [&](const Line& each) { return is_meant(each, what) && called(each) == edit; });
        }))
      continue;
    throw Error(ErrorKind::Usage, what + " rests on " + cell(line, "id") +
                                      ", which is undone; bring back first: “demarche "
                                      "actors redo " +
                                      called(line) + "”");
  }
}

}  // namespace demarche::actors
