// SPDX-License-Identifier: Apache-2.0
#include "actors/compose.h"

#include <algorithm>
#include <array>

namespace demarche::actors {

namespace {

std::string country_of(std::string_view actor) { return std::string(actor.substr(0, actor.find('.'))); }

bool is_head(const Term& term) { return term.office.ends_with(".GOV.HOS") || term.office.ends_with(".GOV.HOG"); }

// A former government, army or movement is itself; a former office holder is a person without office.
bool loses_office(const Role& role) {
  return role.kind == RoleKind::Office || role.kind == RoleKind::Envoy || role.kind == RoleKind::Generic ||
         role.kind == RoleKind::Member;
}

}  // namespace

std::optional<Resolution> Composer::compose(const Frame& frame) const {
  if (frame.is_pair || frame.last == Last::Unknown || frame.last == Last::Nothing) return {};
  if (frame.role != nullptr) return compose_role(frame);
  if (frame.last == Last::Modifier) return {};
  if (!frame.persons.empty()) return compose_person(frame);
  if (!frame.names.empty()) return {};
  if (frame.owner != nullptr) return compose_owner(frame);
  return {};
}

std::optional<Resolution> Composer::compose_role(const Frame& frame) const {
  const Role& role = content_.roles[frame.role->index];
  std::optional<Resolution> result;
  if (is_part_of_place(frame, role)) return {};
  if (is_unknown_body(frame, role)) return role.sector == "NGO" ? std::optional(typed(role)) : std::nullopt;
  if (is_from_elsewhere(frame)) return role.kind == RoleKind::Member ? std::nullopt : std::optional(typed(role));
  const ActorRow* owner = frame.owner != nullptr ? &content_.actors[frame.owner->index] : possessor(frame);
  const ActorRow* misspelt = owner == nullptr ? misspelt_state(frame) : nullptr;
  if (misspelt != nullptr) owner = misspelt;
  if (owner == nullptr && !frame.possessor.empty()) {
    const bool armed = role.sector == "REB" || role.sector == "UAF" || role.sector == "PRM";
    if (auto group = misspelt_group(frame.possessor, armed)) return group;
  }
  if (frame.owner == nullptr && owner == nullptr) {
    result = without_owner(frame, role);
  } else if (frame.is_former && loses_office(role) && !owner->country.empty() && is_state_like(*owner)) {
    result = former(owner->country, role.where);
  } else {
    const std::string where = frame.owner != nullptr ? place_of(*frame.owner) : owner->where;
    Alias alias;
    if (frame.owner != nullptr) alias = *frame.owner;
    result = owned_role(*owner, alias, role);
    result->rule = "composition: " + where + " + " + role.where;
    if (frame.owner_is_place) result->score = 0.7f;
    if (misspelt != nullptr) {
      result->score = 0.5f;
      result->rule += " (misspelt: " + words_[frame.possessor.back()].fold + ")";
    }
  }
  if (result) name_person(frame, *result);
  return result;
}

// "North Waziristan Agency": with a capital the noun belongs to the name of the region.
bool Composer::is_part_of_place(const Frame& frame, const Role& role) const {
  if (role.kind != RoleKind::Member || frame.owner == nullptr || frame.head_end == 0) return false;
  return content_.actors[frame.owner->index].kind == ActorKind::Region && words_[frame.head_end - 1].upper;
}

// "Deutsche Bank", "Tsinghua University": a name that no table knows, not any bank or university.
bool Composer::is_unknown_body(const Frame& frame, const Role& role) const {
  if (frame.possessor.empty() || (role.kind != RoleKind::Organ && role.kind != RoleKind::People)) return false;
  const std::uint32_t after = frame.possessor.back() + 1;
  if (words_[frame.possessor.back()].possessive || after >= words_.size() || !words_[after].upper) return false;
  return possessor(frame) == nullptr && misspelt_state(frame) == nullptr;
}

// "In Lusaka foreign observers", "international monitors in Peru": who is called so is of no town where he stands.
bool Composer::is_from_elsewhere(const Frame& frame) const {
  const bool is_town = frame.owner != nullptr &&
                       (frame.owner_is_place || frame.owner->sense == Sense::Seat || frame.owner->sense == Sense::Town);
  if (!is_town) return false;
  const auto end = std::min<std::uint32_t>(frame.end, static_cast<std::uint32_t>(words_.size()));
  for (std::uint32_t at = 0; at < end; ++at) {
    if (!(content_.classes_of(words_[at].fold) & kOutsider) || words_[at].upper) continue;
    // The word is also the first of "foreign ministry".
    if (item_at(content_, words_, at, end, day_, Case::Strict).is_word()) return true;
  }
  return false;
}

// "the Karzai government", "Trump’s envoy": a head of state or government by surname. "Lagos police" are of a town, not
// of the one who is called so.
const ActorRow* Composer::possessor(const Frame& frame) const {
  if (frame.possessor.empty()) return nullptr;
  static constexpr std::array<std::string_view, 5> kOfTowns = {"COP", "CVL", "BUS", "LAB", "EDU"};
  const bool is_of_town =
      frame.role != nullptr && !words_[frame.possessor.back()].possessive &&
      std::find(kOfTowns.begin(), kOfTowns.end(), content_.roles[frame.role->index].sector) != kOfTowns.end();
  if (is_of_town) return nullptr;
  static const Role kHead{"GOV.HOS", "", "GOV", "", RoleKind::Office, ""};
  const auto holder = holder_of_surname(content_, words_[frame.possessor.back()].fold, kHead, "", day_);
  return holder ? content_.state(country_of(holder->term->office)) : nullptr;
}

// "the Phillipine navy": the one state whose adjective, with the same ending, an unknown word before a role may be.
const ActorRow* Composer::misspelt_state(const Frame& frame) const {
  if (frame.possessor.size() != 1) return nullptr;
  const Word& word = words_[frame.possessor.back()];
  if (!word.upper || word.all_upper || (content_.classes_of(word.fold) & kGivenName)) return nullptr;
  const ActorRow* state = nullptr;
  for (const std::string_view adjective : content_.state_spellings.near(word.fold)) {
    if (adjective.substr(adjective.size() - 2) != std::string_view(word.fold).substr(word.fold.size() - 2)) continue;
    const std::vector<Word> alone = split_words(adjective);
    const Item item = item_at(content_, alone, 0, 1, day_, Case::Lenient);
    if (item.owner == nullptr) continue;
    const ActorRow* found = &content_.actors[item.owner->index];
    if (state != nullptr && state->country != found->country) return nullptr;
    state = found;
  }
  return state;
}

std::optional<Resolution> Composer::misspelt_name(const Word& word) const {
  constexpr std::size_t kLong = 8;
  const bool may_be = word.upper && !word.all_upper && word.fold.size() >= kLong &&
                      content_.classes_of(word.fold) == 0 && !content_.surnames.contains(word.fold);
  if (!may_be) return {};
  const auto known = content_.name_spellings.near(word.fold);
  if (known.size() != 1 || known[0].back() != word.fold.back()) return {};
  const std::vector<Word> alone = split_words(known[0]);
  const Item item = item_at(content_, alone, 0, 1, day_, Case::Lenient);
  if (item.owner == nullptr) return {};
  Resolution found = of_actor(content_.actors[item.owner->index], place_of(*item.owner));
  found.rule += " (misspelt: " + word.fold + ")";
  found.score = 0.5f;
  return found;
}

std::optional<Resolution> Composer::misspelt_group(const std::vector<std::uint32_t>& names, bool armed) const {
  constexpr std::size_t kShortest = 5, kLong = 8, kVeryLong = 20;  // letters
  std::string name;
  for (const std::uint32_t at : names) name += (name.empty() ? "" : " ") + words_[at].fold;
  if (names.empty() || name.size() < kShortest || words_[names.front()].all_upper) return {};
  const bool is_known = std::all_of(names.begin(), names.end(), [&](std::uint32_t at) {
    return content_.classes_of(words_[at].fold) != 0 || content_.surnames.contains(words_[at].fold);
  });
  if (is_known) return {};
  const ActorRow* found = nullptr;
  std::string where;
  const std::size_t letters = name.size() < kVeryLong ? 1 : 2;
  for (const std::string_view known : content_.group_spellings.near(name, letters)) {
    if (!armed && name.size() < kLong && !differ_by_doubling(name, known)) continue;
    const std::vector<Word> alone = split_words(known);
    const auto count = static_cast<std::uint32_t>(alone.size());
    const Item item = item_at(content_, alone, 0, count, day_, Case::Lenient);
    if (item.owner == nullptr || item.end != count || !content_.actors[item.owner->index].existed.holds(day_)) continue;
    const ActorRow* group = &content_.actors[item.owner->index];
    if (found != nullptr && found != group) return {};
    found = group;
    where = place_of(*item.owner);
  }
  if (found == nullptr) return {};
  Resolution group = of_actor(*found, where);
  group.rule += " (misspelt: " + name + ")";
  group.score = 0.5f;
  return group;
}

std::optional<Resolution> Composer::misspelt_person(const Frame& frame) const {
  if (frame.names.size() < 2 || frame.owner != nullptr || frame.role != nullptr || !day_) return {};
  const auto holder =
      holder_of_misspelt_name(content_, words_[frame.names.front()].fold, words_[frame.names.back()].fold, *day_);
  return holder ? std::optional(of_holder(*holder)) : std::nullopt;
}

std::optional<Resolution> Composer::without_owner(const Frame& frame, const Role& role) const {
  if (role.kind == RoleKind::Coalition) return coalition(frame, role);
  if (const auto holder = holder_in(frame, role)) {
    // "General Pinochet" in his palace: a head of state keeps the rank, which is no other office.
    const bool is_rank = role.sector == "MIL" && !holder->is_past && is_head(*holder->term) && is_bare_rank(frame);
    if (is_rank) return of_holder(*holder);
    const bool other_office = role.kind == RoleKind::Office && !frame.is_former && !fits(role, *holder->term) &&
                              content_.state(country_of(holder->term->office)) != nullptr;
    if (other_office) return office_of(country_of(holder->term->office), role, holder->person->name);
    return frame.is_former ? former(country_of(holder->term->office), holder->term->where) : of_holder(*holder);
  }
  if (day_ && !frame.persons.empty() && role.kind == RoleKind::Office && !frame.is_former) {
    const std::string country = later_state(content_, frame.persons, *day_);
    if (!country.empty()) return office_of(country, role, content_.persons[frame.persons.front()->index].name);
  }
  if (role.kind == RoleKind::Member) return {};
  Resolution result = typed(role);
  if (frame.is_former && loses_office(role))
    result.actor = ".ELI", result.sector = "ELI", result.name = "Former officials";
  return result;
}

// "General", "Colonel": not "army chief General" nor "military commander".
bool Composer::is_bare_rank(const Frame& frame) const {
  static constexpr std::array<std::string_view, 7> kOffices = {"chief",     "commander", "commanders", "staff",
                                                               "spokesman", "chairman",  "adviser"};
  return std::none_of(
      words_.begin(), words_.begin() + std::min<std::ptrdiff_t>(frame.end, std::ssize(words_)),
      [](const Word& word) { return std::find(kOffices.begin(), kOffices.end(), word.fold) != kOffices.end(); });
}

Resolution Composer::office_of(const std::string& country, const Role& role, const std::string& person) const {
  const ActorRow* state = content_.state(country);
  Resolution result = state != nullptr ? owned_role(*state, {}, role) : typed(role);
  result.person = person;
  result.rule = "composition: person of " + country + " + " + role.where;
  result.score = 0.8f;
  return result;
}

std::optional<Resolution> Composer::coalition(const Frame& frame, const Role& role) const {
  const ActorRow* actor = content_.actor("IMG.MIL.COALITION");
  const bool is_known = actor != nullptr && frame.leader != nullptr && actor->existed.holds(day_) &&
                        content_.actors[frame.leader->index].country == "USA";
  if (!is_known) return typed(role);
  Resolution result = of_actor(*actor, role.where);
  result.score = 0.8f;
  return result;
}

// The person named beside a role: by full name, else by surname.
std::optional<Holder> Composer::holder_in(const Frame& frame, const Role& role) const {
  if (!frame.persons.empty()) {
    const auto holder = holder_of(content_, frame.persons, day_);
    if (holder || role.id.empty()) return holder;
    const std::vector<Word> name = split_words(content_.persons[frame.persons.front()->index].name);
    return name.empty() ? std::nullopt : holder_of_surname(content_, name.back().fold, role, "", day_);
  }
  if (frame.names.empty()) return {};
  const std::string& surname = words_[frame.names.back()].fold;
  auto holder = holder_of_surname(content_, surname, role, "", day_);
  if (!holder) holder = holder_of_misspelt(content_, surname, role, day_);
  if (!holder || frame.names.size() == 1) return holder;
  if (fold_phrase(holder->person->name).find(words_[frame.names[0]].fold) != std::string::npos) return holder;
  if (is_other_person(frame, *holder)) return {};
  holder->is_misspelt = true;
  return holder;
}

// A full name that differs in its first word is another person, a letter aside ("Barrack Obama").
bool Composer::is_other_person(const Frame& frame, const Holder& holder) const {
  const std::string& first = words_[frame.names[0]].fold;
  const std::vector<Word> name = split_words(holder.person->name);
  return holder.is_past ||
         std::none_of(name.begin(), name.end(), [&](const Word& word) { return may_be_meant(first, word.fold); });
}

Resolution Composer::of_holder(const Holder& holder) const {
  const std::string& id = holder.term->office;
  Resolution result;
  if (const ActorRow* office = content_.actor(id)) {
    result = of_actor(*office, holder.term->where);
  } else {
    const std::string country = country_of(id);
    const std::string unit = id.size() > country.size() ? id.substr(country.size() + 1) : "";
    const ActorRow* state = content_.state(country);
    const Role* role = unit.empty() ? nullptr : role_of(content_, unit);
    const std::string name = role ? role->name + " (" + (state ? state->name : country) + ")" : id;
    result = {
        id, name, country, role ? role->sector : unit.substr(0, 3), role ? role->sector2 : "", "", holder.term->where,
        0};
  }
  result.person = holder.person->name;
  result.score = holder.is_misspelt ? 0.5f : holder.is_past ? 0.6f : 0.9f;
  if (holder.is_misspelt) result.rule += " (misspelt)";
  return result;
}

bool Composer::is_of_group(const Holder& holder) const {
  const ActorRow* office = content_.actor(holder.term->office);
  return office != nullptr && office->kind == ActorKind::ArmedGroup;
}

std::optional<Resolution> Composer::compose_person(const Frame& frame) const {
  const auto holder = holder_of(content_, frame.persons, day_);
  if (!holder) return {};
  // Who led a group is one of it for good, as far as the tables know; who held an office of state is a former official.
  if (holder->is_past && is_of_group(*holder)) return of_holder(*holder);
  if (holder->is_past || frame.is_former) {
    Resolution result = former(country_of(holder->term->office), holder->term->where);
    result.person = holder->person->name;
    return result;
  }
  static const Role kAny{"", "", "", "", RoleKind::Generic, ""};
  return without_owner(frame, kAny);
}

std::optional<Resolution> Composer::compose_owner(const Frame& frame) const {
  if (frame.owner->sense == Sense::Town) return {};
  const ActorRow& actor = content_.actors[frame.owner->index];
  const std::string where = place_of(*frame.owner);
  const bool is_people = actor.kind == ActorKind::People;
  // "English lessons", "Kurdish music": only a role noun makes an actor of such an adjective.
  if ((is_people || actor.kind == ActorKind::Region) && frame.owner->sense == Sense::Demonym) return {};
  if (is_people || (frame.owner->sense == Sense::People && !frame.is_definite)) {
    const std::string name = is_people ? actor.name : "People of " + actor.name;
    return Resolution{actor.country + ".CVL", name, actor.country, "CVL", "", "", where, 0.7f};
  }
  Resolution result = of_actor(actor, where);
  if (frame.owner->sense == Sense::People) result.score = 0.6f;
  if (frame.owner->sense == Sense::Seat || frame.owner->sense == Sense::Demonym) result.score = 0.8f;
  return result;
}

Resolution Composer::of_actor(const ActorRow& actor, const std::string& where) const {
  if (const Status* status = content_.status(actor.id, day_)) {
    const std::string country = country_of(status->acts_as);
    const ActorRow* state = content_.state(country);
    const std::string sector = status->acts_as.substr(country.size() + 1, 3);
    const std::string name = actor.name + (sector == "GOV" && state ? " (government of " + state->name + ")" : "");
    return {status->acts_as, name, country, sector, actor.sector, "", status->where, 0.9f};
  }
  // A force of several armies is no country's; an armed group of no one state (IMG.REB) stays one actor beside states.
  const bool is_joint_force = actor.country == "IMG" && actor.sector == "MIL";
  const std::string country = is_joint_force ? std::string() : actor.country;
  return {actor.id, actor.name, country, actor.sector, actor.sector2, "", where, actor.is_project ? 0.95f : 0.9f};
}

Resolution Composer::owned_role(const ActorRow& owner, const Alias& alias, const Role& role) const {
  const ActorRow* holder = &owner;
  if (const Status* status = content_.status(owner.id, day_)) {
    if (const ActorRow* state = content_.state(country_of(status->acts_as)); state && status->acts_as.ends_with(".GOV"))
      holder = state;
  }
  if (role.kind == RoleKind::Coalition && is_state_like(*holder)) {
    if (const ActorRow* coalition = content_.actor("IMG.MIL.COALITION")) return of_actor(*coalition, role.where);
  }
  if (!is_state_like(*holder)) {
    Resolution result = of_actor(*holder, holder->where);
    if (holder->kind == ActorKind::Organisation && holder->sector == "IGO" && role.sector == "MIL") {
      result = {holder->id + ".MIL", holder->name + " forces", holder->country, "MIL", "", "", "", 0.9f};
    }
    return result;
  }
  // The authorities of a state that few recognise are not those of the one it left.
  if (holder->kind == ActorKind::Region && holder->sector == "PRE" && role.sector == "GOV") {
    Resolution result = of_actor(*holder, holder->where);
    return result;
  }
  // Officials of a town that stands for its state, and of a region, are the state's.
  (void)alias;
  const std::string id = holder->country + "." + role.id;
  const ActorRow* known = content_.actor(id);
  const std::string name =
      known ? known->name
            : role.name + (holder->name.empty() || holder->country.empty() ? "" : " (" + holder->name + ")");
  return {id, name, holder->country, role.sector, role.sector2, "", "", 0.9f};
}

Resolution Composer::former(std::string_view country, const std::string& where) const {
  const ActorRow* state = content_.state(country);
  const std::string code(country);
  return {code + ".ELI", "Former officials" + (state ? " (" + state->name + ")" : ""), code, "ELI", "", "", where,
          0.7f};
}

Resolution Composer::typed(const Role& role) const {
  return {"." + role.sector, role.name, "", role.sector, role.sector2, "", role.where, 0.6f};
}

std::string Composer::name_text(const std::vector<std::uint32_t>& names) const {
  std::string name;
  for (const std::uint32_t at : names) {
    if (!name.empty()) name += words_[at].before == '-' ? "-" : " ";
    name += text_.substr(words_[at].span.begin, words_[at].span.size());
  }
  return name;
}

// A known holder gives the full name, an unknown one the words as they stand.
void Composer::name_person(const Frame& frame, Resolution& resolution) const {
  if (!resolution.person.empty()) return;
  if (!frame.persons.empty()) {
    resolution.person = content_.persons[frame.persons.front()->index].name;
  } else if (!frame.names.empty()) {
    resolution.person = name_text(frame.names);
    if (frame.names.size() > 1 || frame.role == nullptr) return;
    const auto holder = holder_of_surname(content_, words_[frame.names[0]].fold, content_.roles[frame.role->index],
                                          resolution.country, day_);
    if (holder) resolution.person = holder->person->name;
  }
}

}  // namespace demarche::actors
