// SPDX-License-Identifier: Apache-2.0
#include "actors/grammar.h"

#include <algorithm>

namespace demarche::actors {

namespace {

bool takes_meaning(RoleKind kind) { return kind == RoleKind::Generic || kind == RoleKind::Member; }

bool is_generic(const Tables::Content& content, const Alias* role) {
  return role != nullptr && takes_meaning(content.roles[role->index].kind);
}

bool is_number(const Word& word) {
  return !word.fold.empty() && std::all_of(word.fold.begin(), word.fold.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether "in Lima" may lend its country: to people and authorities, never to armies, which fight abroad.
bool takes_place(const Role& role) { return role.sector != "MIL" && role.kind != RoleKind::Envoy && role.sector != "UNK"; }

// A name may follow an office ("Foreign Minister Aino Lahti"), never an organ.
bool may_bear_name(const Role& role) {
  return role.kind == RoleKind::Office || role.kind == RoleKind::Envoy || takes_meaning(role.kind);
}

}  // namespace

bool is_state_like(const ActorRow& actor) {
  switch (actor.kind) {
    case ActorKind::State: case ActorKind::PastState: case ActorKind::Territory: case ActorKind::Region: case ActorKind::People:
      return true;
    default:
      return actor.id == actor.country + ".GOV";
  }
}

Frame Grammar::read(std::uint32_t begin, std::uint32_t end) const {
  Frame frame = read_core(begin, end);
  while (frame.end < end && !frame.is_pair) {
    std::uint32_t at = frame.end;
    const bool is_based = (classes(at) & kBase) && at + 1 < end;
    if (is_based) ++at;
    if (is_break(words_[at].before) || !(classes(at) & kPreposition) || at + 1 >= end) break;
    const Frame complement = read_core(at + 1, end);
    if (complement.end == at + 1) break;
    if (reach_ == Reach::Text && (!may_attach(frame, at) || (complement.owner == nullptr && complement.role == nullptr))) break;
    attach(frame, words_[at].fold, complement);
    frame.end = complement.end;
  }
  return frame;
}

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
  if (preposition == "for") return (takes_meaning(kind) || kind == RoleKind::Envoy) && frame.names.empty() && frame.persons.empty();
  return preposition == "from" && (takes_meaning(kind) || kind == RoleKind::People) && frame.names.empty();
}

// "of", "for", "from" lead to the owner, "in" to its place; whatever the preposition, a name may follow the complement
// ("ambassador to Peru Aino Lahti").
void Grammar::attach(Frame& frame, const std::string& preposition, const Frame& complement) const {
  if (frame.role != nullptr && frame.names.empty() && frame.persons.empty()) {
    frame.names = complement.names;
    frame.persons = complement.persons;
  }
  if (frame.role != nullptr && preposition == "to" && content_.roles[frame.role->index].sector == "OPP") {
    frame.last = Last::Unknown;  // "opposition to the plan" is no party
    return;
  }
  if (frame.has_partitive && preposition == "of") {
    const std::uint32_t end = frame.end;
    const bool is_former = frame.is_former;
    frame = complement;
    frame.is_former |= is_former;
    frame.end = end;
    return;
  }
  // "envoy for Peru", "minister for Europe": the errand, not the owner. "spokesman for the ministry": the owner.
  const bool leads_to_owner = preposition == "of" || preposition == "from" ||
                              (preposition == "for" && is_generic(content_, frame.role));
  const bool leads_to_place = preposition == "in" || preposition == "at" || preposition == "inside" || preposition == "near";
  if (frame.role == nullptr) {
    if (frame.owner == nullptr && frame.last != Last::Unknown && preposition == "of") frame.role = complement.role;
    return;
  }
  if (leads_to_owner && is_generic(content_, frame.role) && complement.role != nullptr) frame.role = complement.role;
  if (frame.owner != nullptr || complement.owner == nullptr || complement.is_pair) return;
  if (complement.last == Last::Unknown) return;
  const Role& role = content_.roles[frame.role->index];
  if (leads_to_owner || (leads_to_place && takes_place(role))) {
    frame.owner = complement.owner;
    frame.owner_is_place = leads_to_place;
  }
}

Frame Grammar::read_core(std::uint32_t begin, std::uint32_t end) const {
  Frame frame;
  std::uint32_t at = begin;
  while (at < end) {
    if (at > begin && is_break(words_[at].before)) break;
    const Item item = item_at(content_, words_, at, end, day_, mode_);
    if (item.is_word()) {
      if (!take_word(frame, at, begin, end)) break;
      ++at;
      if (frame.last == Last::Name) frame.head_end = at, frame.head = Last::Name;
      continue;
    }
    if (begins_new_phrase(frame, at, begin)) break;
    if (item.owner != nullptr && item.role == nullptr) {
      const std::uint32_t after = skip_participle(frame, item, end);
      if (after != item.end) {
        at = after;
        continue;
      }
    }
    if (reach_ == Reach::Text && item.owner != nullptr && item.role == nullptr && frame.head == Last::Owner && frame.owner != nullptr &&
        content_.actors[frame.owner->index].country != content_.actors[item.owner->index].country &&
        is_state_like(content_.actors[item.owner->index])) {
      break;
    }
    if (reach_ == Reach::Text && frame.head == Last::Role && item.owner != nullptr && item.role == nullptr) break;
    if (!take_item(frame, item, end)) break;
    at = item.end;
    frame.head_end = at;
    frame.head = frame.last;
  }
  frame.end = at;
  if (reach_ == Reach::Text) end_at_head(frame, begin);
  return frame;
}

// Modifiers and unknown words behind the head belong to what follows ("Peru present its plan").
void Grammar::end_at_head(Frame& frame, std::uint32_t begin) const {
  if (frame.head == Last::Nothing) {
    frame.end = frame.has_partitive && frame.end > begin ? frame.end : begin;
    return;
  }
  frame.end = frame.head_end;
  frame.last = frame.head;
}

// After a full phrase with an unknown head the next name belongs to something else.
bool Grammar::begins_new_phrase(const Frame& frame, std::uint32_t at, std::uint32_t begin) const {
  return at > begin && frame.last == Last::Name && frame.role != nullptr && frame.persons.empty() && !words_[at].upper;
}

// "Iran-backed", "US led", "Afghan-born", "Peru-based": returns the word after it, or the item's own end.
std::uint32_t Grammar::skip_participle(Frame& frame, const Item& item, std::uint32_t end) const {
  const std::uint32_t at = item.end;
  if (at >= end || words_[at - 1].possessive) return at;
  const bool hyphened = words_[at].before == '-';
  if (!(classes(at) & kParticiple) || words_[at].upper) return at;
  if (!hyphened && (at + 1 >= end || (classes(at + 1) & (kPreposition | kConjunction)) || is_break(words_[at + 1].before))) return at;
  if (!hyphened && words_[at].before != 0) return at;
  if (classes(at) & kLead) frame.leader = item.owner;
  if ((classes(at) & kBase) && frame.owner == nullptr) {
    take_owner(frame, item);
    frame.owner_is_place = true;
  }
  frame.last = Last::Modifier;
  return at + 1;
}

bool Grammar::take_item(Frame& frame, const Item& item, std::uint32_t end) const {
  if (!item.persons.empty() && (item.owner == nullptr || frame.role != nullptr)) {
    if (!frame.persons.empty()) frame.is_pair = true;
    // "Melania Trump" is not the Trump whom everybody knows.
    if (item.end - item.begin == 1 && !frame.names.empty() && words_[item.begin].before == 0) {
      frame.names.push_back(item.begin);
      return true;
    }
    frame.persons = item.persons;
    frame.last = Last::Name;
    return true;
  }
  if (item.owner != nullptr && item.role != nullptr) {
    // Both an organ of a named state and a role: with another owner before it, it is that owner's.
    const ActorRow& actor = content_.actors[item.owner->index];
    const bool is_foreign = frame.owner != nullptr && content_.actors[frame.owner->index].country != actor.country;
    if (is_foreign && !item.owner->is_project) {
      take_role(frame, item);
    } else {
      take_owner(frame, item);
    }
    return true;
  }
  if (item.owner != nullptr) {
    // A personal name that ends in the name of a state or town: "Michael Jordan".
    if (frame.last == Last::Name && words_[item.begin].before == 0 && item.owner->sense != Sense::Demonym) frame.is_pair = true;
    take_owner(frame, item);
    return true;
  }
  if (item.role != nullptr) {
    take_role(frame, item);
    return true;
  }
  return item.begin < end;
}

void Grammar::take_owner(Frame& frame, const Item& item) const {
  frame.last = Last::Owner;
  if (frame.owner == nullptr || frame.owner_is_place) {
    frame.owner = item.owner;
    frame.owner_begin = item.begin;
    frame.owner_is_place = false;
    return;
  }
  const ActorRow& old_actor = content_.actors[frame.owner->index];
  const ActorRow& actor = content_.actors[item.owner->index];
  if (!is_state_like(actor)) {
    frame.owner = item.owner;
    frame.owner_begin = item.begin;
    return;
  }
  if (old_actor.country != actor.country) frame.is_pair = frame.role == nullptr && words_[item.begin].before == '-';
  if (old_actor.country != actor.country && frame.role == nullptr) frame.last = Last::Unknown;
}

void Grammar::take_role(Frame& frame, const Item& item) const {
  if (!frame.names.empty() && frame.role == nullptr) {
    frame.possessor = frame.names;
    frame.names.clear();
  }
  if (frame.role == nullptr || !is_generic(content_, item.role)) {
    // "foreign ministry general" stays with the ministry only if the general's own army is not meant; the later role wins.
    frame.role = item.role;
  }
  frame.last = Last::Role;
}

bool Grammar::take_word(Frame& frame, std::uint32_t at, std::uint32_t begin, std::uint32_t end) const {
  const Word& word = words_[at];
  const std::uint32_t kind = classes(at);
  const bool is_name_like = word.upper && word.before != '-' && (frame.last == Last::Name || frame.role != nullptr);
  if (kind & kFormer) {
    frame.is_former = true;
    return true;
  }
  if ((kind & kPartitive) && !word.upper && frame.owner == nullptr && frame.role == nullptr && frame.names.empty()) {
    frame.has_partitive = true;
    if (!(kind & kDeterminer)) frame.last = Last::Unknown;
    return true;
  }
  if ((kind & kDeterminer) || is_number(word)) {
    if (word.fold == "that" && reach_ == Reach::Text) return false;
    if (frame.last != Last::Nothing && frame.last != Last::Modifier) return false;
    frame.is_definite |= word.fold == "the";
    return true;
  }
  if (kind & (kRelative | kCopula)) return false;
  if ((kind & kPreposition) && at > begin) return false;
  if (kind & kConjunction) {
    if (frame.role != nullptr || frame.last == Last::Owner || frame.last == Last::Name) {
      frame.is_pair = reach_ == Reach::Phrase;
      return false;
    }
    return reach_ == Reach::Phrase || frame.last == Last::Modifier;
  }
  if (kind & kElect) {
    frame.is_former = true;
    frame.last = frame.role != nullptr ? Last::Role : Last::Unknown;
    return true;
  }
  if ((kind & (kHonorific | kTitle)) && (word.upper || frame.last == Last::Nothing)) return true;
  if ((kind & kParticiple) && frame.role != nullptr) return false;
  if ((kind & kModifier) && !is_name_like) {
    frame.last = Last::Modifier;
    return true;
  }
  if (word.upper && frame.role != nullptr && frame.last == Last::Role && !may_bear_name(content_.roles[frame.role->index])) {
    frame.last = frame.head = Last::Unknown;  // "Coalition Support Fund", "Police Academy": a name of its own
    return reach_ == Reach::Phrase;
  }
  if (word.upper && word.before != '-' && !(reach_ == Reach::Text && (kind & kFunction))) {
    frame.names.push_back(at);
    frame.last = Last::Name;
    return true;
  }
  if (frame.last == Last::Name && frame.role != nullptr) return false;
  if (reach_ == Reach::Text && word.before != '-') return false;
  if (word.before == '-' && frame.last == Last::Name) {
    frame.names.push_back(at);
    return true;
  }
  frame.last = Last::Unknown;
  return at < end;
}

}  // namespace demarche::actors
