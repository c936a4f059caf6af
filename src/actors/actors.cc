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

std::string Tables::name_of_actor(std::string_view id) const { return name_of_id(*content_, id); }

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
