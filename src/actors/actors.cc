// SPDX-License-Identifier: Apache-2.0
#include "actors/actors.h"

#include "actors/content.h"

namespace demarche::actors {

Tables::Tables(const std::filesystem::path& data, const std::vector<std::filesystem::path>& project)
    : content_(std::make_unique<Content>()) {
  Loader(*content_).load(data, project);
}

Tables::~Tables() = default;
Tables::Tables(Tables&&) noexcept = default;

std::string Tables::name_of_actor(std::string_view id) const {
  if (const ActorRow* actor = content_->actor(id)) return actor->name;
  const std::size_t point = id.find('.');
  if (point == std::string_view::npos) return std::string(id);
  const std::string_view owner = id.substr(0, point);
  const std::string_view unit = id.substr(point + 1);
  const ActorRow* state = content_->state(owner);
  for (const Role& role : content_->roles) {
    if (role.id == unit)
      return owner.empty() ? role.name : role.name + " (" + (state ? state->name : std::string(owner)) + ")";
  }
  return std::string(id);
}

const std::string& Tables::fingerprint() const { return content_->fingerprint; }

std::string_view name_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::Actor:
      return "actor";
    case MentionKind::Person:
      return "person";
    case MentionKind::Place:
      return "place";
    case MentionKind::Group:
      return "group";
    case MentionKind::Pronoun:
      return "pronoun";
    case MentionKind::Other:
      return "other";
  }
  return "other";
}

}  // namespace demarche::actors
