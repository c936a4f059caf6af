// SPDX-License-Identifier: Apache-2.0
// What hangs on a noun phrase by "of", "for", "from", "in", "to".
#include "actors/grammar.h"

namespace demarche::actors {

namespace {

bool is_generic(const Tables::Content& content, const Alias* role) {
  return role != nullptr && takes_meaning(content.roles[role->index].kind);
}

// Whether "in Lima" may lend its country: to people and authorities, never to armies, which fight abroad.
bool takes_place(const Role& role) {
  return role.sector != "MIL" && role.kind != RoleKind::Envoy && role.sector != "UNK";
}

}  // namespace

// In running text a preposition often belongs to the verb ("withdrew its troops from Peru"), so fewer are followed.
bool Grammar::may_attach(const Frame& frame, std::uint32_t at) const {
  const std::string& preposition = words_[at].fold;
  if (frame.has_partitive && frame.role == nullptr) return preposition == "of" && frame.owner == nullptr;
  if (frame.role == nullptr) return false;
  const RoleKind kind = content_.roles[frame.role->index].kind;
  const bool is_named = !frame.names.empty() || !frame.persons.empty();
  if (preposition == "of") return !is_named || frame.owner == nullptr;
  if (preposition == "to") return kind == RoleKind::Envoy;
  if (preposition == "in") return frame.names.empty() && frame.persons.empty();
  if (preposition == "for")
    return (takes_meaning(kind) || kind == RoleKind::Envoy) && frame.names.empty() && frame.persons.empty();
  return preposition == "from" && (takes_meaning(kind) || kind == RoleKind::People) && frame.names.empty();
}

// "of", "for", "from" lead to the owner, "in" to its place; whatever the preposition, a name may follow the complement
// ("ambassador to Peru Aino Lahti").
void Grammar::attach(Frame& frame, const std::string& preposition, const Frame& complement) const {
  if (frame.has_partitive && preposition == "of") return attach_whole(frame, complement);
  if (frame.role == nullptr) {
    if (frame.owner == nullptr && frame.last != Last::Unknown && preposition == "of") frame.role = complement.role;
    return;
  }
  if (preposition == "to" && content_.roles[frame.role->index].sector == "OPP") {
    frame.last = Last::Unknown;  // "opposition to the plan" is no party
    return;
  }
  take_name(frame, complement);
  attach_owner(frame, preposition, complement);  // before the role, on which it depends, gives way
  take_better_role(frame, preposition, complement);
}

// "most of the militants", "a group of Peruvian experts".
void Grammar::attach_whole(Frame& frame, const Frame& complement) const {
  const std::uint32_t end = frame.end;
  const bool is_former = frame.is_former;
  frame = complement;
  frame.is_former |= is_former;
  frame.end = end;
}

void Grammar::take_name(Frame& frame, const Frame& complement) const {
  const bool name_follows = complement.owner != nullptr || !complement.persons.empty();  // not "leader in Lashkar Gah"
  if (!frame.names.empty() || !frame.persons.empty() || !name_follows) return;
  frame.names = complement.names;
  frame.persons = complement.persons;
}

// "president of the Senate", "spokesman for the army".
void Grammar::take_better_role(Frame& frame, const std::string& preposition, const Frame& complement) const {
  if (complement.role == nullptr) return;
  const std::string& chair = content_.roles[frame.role->index].id;
  const bool presides = preposition == "of" && (chair == "GOV.HOS" || chair == "GOV.VP") &&
                        content_.roles[complement.role->index].kind == RoleKind::Organ;
  const bool gives_way =
      is_generic(content_, frame.role) && (preposition == "of" || preposition == "from" || preposition == "for");
  // "commissioner of the Peruvian police": an office that names no ministry is of what it commands.
  const Role& office = content_.roles[frame.role->index];
  const Role& organ = content_.roles[complement.role->index];
  const bool commands = preposition == "of" && office.kind == RoleKind::Office && office.id == "GOV" &&
                        organ.kind == RoleKind::Organ && organ.sector != "GOV";
  if (presides || gives_way || commands) frame.role = complement.role;
}

void Grammar::attach_owner(Frame& frame, const std::string& preposition, const Frame& complement) const {
  // "the Tuareg rebels in Niger": whose people have no one state.
  const bool is_stateless = frame.owner != nullptr && content_.actors[frame.owner->index].country.empty() &&
                            content_.roles[frame.role->index].sector == "REB";
  if (frame.owner != nullptr && !is_stateless) return;
  if (complement.owner == nullptr || complement.is_pair || complement.last == Last::Unknown) return;
  // "opponents of Peru" are anybody's.
  if (preposition == "of" && content_.roles[frame.role->index].sector == "UNK") return;
  // "envoy for Peru", "minister for Europe": the errand, not the owner. "spokesman for the ministry": the owner.
  const bool leads_to_owner =
      preposition == "of" || preposition == "from" || (preposition == "for" && is_generic(content_, frame.role));
  const bool leads_to_place =
      preposition == "in" || preposition == "at" || preposition == "inside" || preposition == "near";
  // "president of the Thai Travel Association", "director in Qatar Stars League": a body of its own.
  if (complement.role == nullptr && !complement.names.empty() &&
      (complement.owner->sense == Sense::Demonym || leads_to_place)) {
    frame.names.clear();
    frame.last = Last::Unknown;
    return;
  }
  if (leads_to_owner || (leads_to_place && takes_place(content_.roles[frame.role->index]))) {
    frame.owner = complement.owner;
    frame.owner_is_place = leads_to_place;
  }
}

}  // namespace demarche::actors
