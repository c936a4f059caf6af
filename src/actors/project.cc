// SPDX-License-Identifier: Apache-2.0
// What only a project's table holds: further names of known actors, role nouns, and actors that became others.
#include <algorithm>

#include "actors/content.h"
#include "base/error.h"

namespace demarche::actors {

namespace {

ActorKind kind_of_sector(std::string_view sector) {
  if (sector == "REB" || sector == "UAF" || sector == "PRM") return ActorKind::ArmedGroup;
  if (sector == "IGO" || sector == "NGO" || sector == "BUS") return ActorKind::Organisation;
  if (sector == "MED") return ActorKind::Outlet;
  if (sector == "OPP" || sector == "PTY") return ActorKind::Party;
  return sector.empty() || sector == "CVL" ? ActorKind::People : ActorKind::Institution;
}

// Merges may follow each other (A into B, B into C), but a circle must end somewhere.
constexpr int kLongestChain = 8;

struct Merge {
  const Status* status = nullptr;
  std::string rest;  // what of the id lies below the merged actor: ".GOV.MFA"
};

Merge merge_of(const Tables::Content& content, std::string_view id, std::optional<Day> day) {
  for (std::size_t end = id.size(); end != std::string_view::npos && end > 0; end = id.rfind('.', end - 1)) {
    const auto found = content.merges.find(std::string(id.substr(0, end)));
    if (found != content.merges.end()) {
      for (const Status& status : found->second) {
        // Without a day the present is meant.
        if (day ? status.when.holds(day) : !status.when.to) return {&status, std::string(id.substr(end))};
      }
    }
    if (end == 0) break;
  }
  return {};
}

}  // namespace

const Role* role_of(const Tables::Content& content, std::string_view unit) {
  const Role* found = nullptr;
  for (const Role& role : content.roles) {
    if (role.id != unit) continue;
    if (role.kind == RoleKind::Organ) return &role;
    if (found == nullptr || role.kind == RoleKind::Office) found = &role;
  }
  return found;
}

std::string name_of_id(const Tables::Content& content, std::string_view id) {
  if (const ActorRow* actor = content.actor(id)) return actor->name;
  const std::size_t point = id.find('.');
  if (point == std::string_view::npos) return std::string(id);
  const std::string_view owner = id.substr(0, point);
  const std::string_view unit = id.substr(point + 1);
  const ActorRow* state = content.state(owner);
  const Role* role = role_of(content, unit);
  if (role == nullptr) return std::string(id);
  return owner.empty() ? role->name : role->name + " (" + (state ? state->name : std::string(owner)) + ")";
}

Resolution merged(const Tables::Content& content, Resolution resolution, std::optional<Day> day) {
  if (content.merges.empty()) return resolution;
  for (int i = 0; i < kLongestChain; ++i) {
    const Merge merge = merge_of(content, resolution.actor, day);
    if (merge.status == nullptr) break;
    resolution.actor = merge.status->acts_as + merge.rest;
    resolution.name = name_of_id(content, resolution.actor);
    resolution.rule = merge.status->where;
    if (const ActorRow* actor = content.actor(resolution.actor)) {
      resolution.country = actor->country;
      resolution.sector = actor->sector;
      resolution.sector2 = actor->sector2;
    } else {
      resolution.country = resolution.actor.substr(0, resolution.actor.find('.'));
    }
  }
  return resolution;
}

// The actor of the id, made from this line when no other has it.
std::uint32_t Loader::actor_meant(const TsvRow& row) {
  if (const auto known = content_.actor_of_id.find(row["id"]); known != content_.actor_of_id.end())
    return known->second;
  const std::string name = name_of_id(content_, row["id"]);
  const auto index = static_cast<std::uint32_t>(content_.actors.size());
  content_.actors.push_back({row["id"],
                             name == row["id"] ? row["name"] : name,
                             row["country"],
                             row["sector"],
                             std::string(row.get("sector2")),
                             row["member_of"],
                             kind_of_sector(row["sector"]),
                             {},
                             row.where(),
                             true});
  content_.actor_of_id.emplace(row["id"], index);
  return index;
}

void Loader::add_alias_row(const TsvRow& row) {
  Alias alias;
  alias.index = actor_meant(row);
  alias.is_project = true;
  alias.when = interval_of(row);
  alias.is_dated = alias.when.from || alias.when.to;
  alias.where = static_cast<std::uint32_t>(content_.places.size());
  content_.places.push_back(row.where());
  add_aliases(row["name"], alias);
  add_aliases(row["aliases"], alias);
}

void Loader::add_role_row(const TsvRow& row) {
  Alias alias;
  alias.sense = Sense::Role;
  alias.is_project = true;
  alias.index = static_cast<std::uint32_t>(content_.roles.size());
  alias.when = interval_of(row);
  alias.is_dated = alias.when.from || alias.when.to;
  content_.roles.push_back({row["id"], row["name"], row["sector"], std::string(row.get("sector2")),
                            role_kind(row, "member_of"), row.where()});
  alias.where = static_cast<std::uint32_t>(content_.places.size());
  content_.places.push_back(row.where());
  for (const std::string& phrase : split_values(row["aliases"])) add_alias(phrase, alias);
}

void Loader::add_merge_row(const TsvRow& row) {
  if (row["id"].empty() || row["member_of"].empty() || row["id"] == row["member_of"])
    throw Error(
        ErrorKind::BadInput,
        row.where() + ": a merge names who is merged in id, and into whom in member_of; see data/actors/README.md");
  content_.merges[row["id"]].push_back({interval_of(row), row["member_of"], row.where()});
}

}  // namespace demarche::actors
