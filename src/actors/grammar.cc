// SPDX-License-Identifier: Apache-2.0
#include "actors/grammar.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::actors {

namespace {

bool is_generic(const Tables::Content& content, const Alias* role) {
  return role != nullptr && takes_meaning(content.roles[role->index].kind);
}

bool is_number(const Word& word) {
  return !word.fold.empty() &&
         std::all_of(word.fold.begin(), word.fold.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A name may follow an office ("Foreign Minister Aino Lahti"), never an organ.
bool may_bear_name(const Role& role) {
  return role.kind == RoleKind::Office || role.kind == RoleKind::Envoy || takes_meaning(role.kind);
}

}  // namespace

bool takes_meaning(RoleKind kind) { return kind == RoleKind::Generic || kind == RoleKind::Member; }

bool is_state_like(const ActorRow& actor) {
  switch (actor.kind) {
    case ActorKind::State:
    case ActorKind::PastState:
    case ActorKind::Territory:
    case ActorKind::Region:
    case ActorKind::People:
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
    if (reach_ == Reach::Text &&
        (!may_attach(frame, at) || (complement.owner == nullptr && complement.role == nullptr)))
      break;
    attach(frame, words_[at].fold, complement);
    frame.end = complement.end;
  }
  return frame;
}

Frame Grammar::read_core(std::uint32_t begin, std::uint32_t end) const {
  Frame frame;
  std::uint32_t at = begin;
  while (at < end) {
    if (at > begin && is_break(words_[at].before)) break;
    const Item item = item_at(content_, words_, at, end, day_, mode_);
    if (item.is_word()) {
      if (goes_on_as_title(frame, at, begin, end)) {
        frame.head_end = ++at;
        continue;
      }
      if (!take_word(frame, at, begin)) break;
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
    if (reach_ == Reach::Text && is_next_phrase(frame, item)) break;
    take_item(frame, item, end);
    at = item.end;
    frame.head_end = at;
    frame.head = frame.last;
  }
  frame.end = at;
  if (reach_ == Reach::Text) end_at_head(frame, begin);
  return frame;
}

// "Minister of Trade and Industry", "Ministry of Water Resources": of which the tables know the beginning.
bool Grammar::goes_on_as_title(const Frame& frame, std::uint32_t at, std::uint32_t begin, std::uint32_t end) const {
  if (frame.role == nullptr || frame.last != Last::Role || words_[at].before != 0) return false;
  const Role& role = content_.roles[frame.role->index];
  const bool is_department =
      role.id.starts_with("GOV.") && (role.kind == RoleKind::Organ || role.kind == RoleKind::Office);
  constexpr std::array<std::string_view, 4> kHeads = {"GOV.HOS", "GOV.HOG", "GOV.VP", "GOV.DPM"};
  if (!is_department || std::find(kHeads.begin(), kHeads.end(), role.id) != kHeads.end()) return false;
  std::uint32_t of = at;
  while (of > begin && at - of < 5 && words_[of].fold != "of" && words_[of].fold != "for") --of;
  if (of == begin || at - of >= 5 || !words_[of - 1].upper || !words_[of + 1].upper) return false;
  if (words_[at].upper) return role.kind == RoleKind::Organ || words_[at - 1].fold == "and";
  return words_[at].fold == "and" && at + 1 < end && words_[at + 1].upper &&
         item_at(content_, words_, at + 1, end, day_, mode_).is_word();
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

// In running text a second state, or an owner after a role, begins another phrase ("told Peru Chile would", "officials
// Peru sent").
bool Grammar::is_next_phrase(const Frame& frame, const Item& item) const {
  if (item.owner == nullptr || item.role != nullptr) return false;
  if (frame.head == Last::Role) return true;
  if (frame.head != Last::Owner || frame.owner == nullptr) return false;
  const ActorRow& actor = content_.actors[item.owner->index];
  return is_state_like(actor) && content_.actors[frame.owner->index].country != actor.country;
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
  if (!hyphened &&
      (at + 1 >= end || (classes(at + 1) & (kPreposition | kConjunction)) || is_break(words_[at + 1].before)))
    return at;
  if (!hyphened && words_[at].before != 0) return at;
  // "Peruvian armed forces" are Peru's, "Peruvian-armed forces" are not.
  if (!hyphened && !item_at(content_, words_, at, end, day_, mode_).is_word()) return at;
  if (classes(at) & kLead) frame.leader = item.owner;
  if ((classes(at) & kBase) && frame.owner == nullptr) {
    take_owner(frame, item);
    frame.owner_is_place = true;
  }
  frame.last = Last::Modifier;
  return at + 1;
}

void Grammar::take_item(Frame& frame, const Item& item, std::uint32_t end) const {
  if (!item.persons.empty() && (item.owner == nullptr || frame.role != nullptr)) return take_person(frame, item, end);
  if (item.owner == nullptr) return take_role(frame, item);
  const ActorRow& actor = content_.actors[item.owner->index];
  // Both an organ of a named state and a role: with another owner before it, it is that owner's.
  const bool is_foreign = item.role != nullptr && frame.owner != nullptr && !item.owner->is_project &&
                          content_.actors[frame.owner->index].country != actor.country;
  if (is_foreign) return take_role(frame, item);
  // A personal name that ends in the name of a state or town: "Michael Jordan".
  const bool ends_name = item.role == nullptr && frame.last == Last::Name && words_[item.begin].before == 0;
  if (ends_name && item.owner->sense != Sense::Demonym) frame.is_pair = true;
  take_owner(frame, item);
}

void Grammar::take_person(Frame& frame, const Item& item, std::uint32_t end) const {
  if (!frame.persons.empty()) frame.is_pair = true;
  frame.last = Last::Name;
  if (item.end - item.begin == 1 && is_part_of_name(frame, item, end)) {
    frame.names.push_back(item.begin);
  } else {
    frame.persons = item.persons;
  }
}

// "Melania Trump" is not the Trump whom everybody knows, "Arafat Sulemana" another Arafat.
bool Grammar::is_part_of_name(const Frame& frame, const Item& item, std::uint32_t end) const {
  if (!frame.names.empty() && words_[item.begin].before == 0) return true;
  if (item.end >= end || words_[item.begin].possessive || words_[item.end].before != 0 || !words_[item.end].upper)
    return false;
  if (classes(item.end) & (kFunction | kPreposition | kConjunction)) return false;
  return item_at(content_, words_, item.end, end, day_, mode_).is_word();
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

// "police general", "secret service colonel": a rank that says less than the organ before it.
bool Grammar::is_rank_within(const Frame& frame, const Role& rank) const {
  if (frame.role == nullptr || rank.kind != RoleKind::Office || rank.sector != "MIL") return false;
  const Role& organ = content_.roles[frame.role->index];
  return organ.kind == RoleKind::Organ && (organ.sector == "COP" || organ.sector == "SPY");
}

void Grammar::take_role(Frame& frame, const Item& item) const {
  if (!frame.names.empty() && frame.role == nullptr) {
    frame.possessor = frame.names;
    frame.names.clear();
  }
  if (!is_rank_within(frame, content_.roles[item.role->index]) &&
      (frame.role == nullptr || !is_generic(content_, item.role))) {
    // "foreign ministry general" stays with the ministry only if the general's own army is not meant; the later role
    // wins.
    frame.role = item.role;
  }
  frame.bearer = item.role;
  frame.last = Last::Role;
}

// False where the phrase ends before the word.
bool Grammar::take_word(Frame& frame, std::uint32_t at, std::uint32_t begin) const {
  const Word& word = words_[at];
  // "Ambassador Aino Lahti's Regular Conference": what belongs to the named one is another phrase.
  const bool is_owned = reach_ == Reach::Text && at > begin && words_[at - 1].possessive && frame.last == Last::Name &&
                        frame.role != nullptr;
  if (is_owned) return false;
  const std::uint32_t kind = classes(at);
  const bool has_core = frame.owner != nullptr || frame.role != nullptr || !frame.names.empty();
  if (kind & kFormer) {
    frame.is_former = true;
    return true;
  }
  if ((kind & kPartitive) && !word.upper && !has_core) {
    frame.has_partitive = true;
    if (!(kind & kDeterminer)) frame.last = Last::Unknown;
    return true;
  }
  if ((kind & kDeterminer) || is_number(word)) return take_determiner(frame, word);
  if ((kind & (kRelative | kCopula)) || ((kind & kPreposition) && at > begin)) return false;
  if (kind & kConjunction) return take_conjunction(frame);
  if (kind & kElect) {
    frame.is_former = true;
    frame.last = frame.role != nullptr ? Last::Role : Last::Unknown;
    return true;
  }
  return take_noun(frame, at, kind);
}

bool Grammar::take_determiner(Frame& frame, const Word& word) const {
  if (word.fold == "that" && reach_ == Reach::Text) return false;
  if (frame.last != Last::Nothing && frame.last != Last::Modifier) return false;
  // "Kenya accused the government": an article begins a phrase of its own.
  const bool is_article = word.fold == "the" || word.fold == "a" || word.fold == "an";
  if (reach_ == Reach::Text && is_article && (frame.owner != nullptr || frame.role != nullptr)) return false;
  frame.is_definite |= word.fold == "the";
  return true;
}

// Between two actors it makes a list; between modifiers ("civil and military leaders") it is passed over.
bool Grammar::take_conjunction(Frame& frame) const {
  if (frame.role != nullptr || frame.last == Last::Owner || frame.last == Last::Name) {
    frame.is_pair = reach_ == Reach::Phrase;
    return false;
  }
  return reach_ == Reach::Phrase || frame.last == Last::Modifier;
}

// Titles and modifiers say nothing, capitals are names, and anything else is a head that names no actor.
bool Grammar::take_noun(Frame& frame, std::uint32_t at, std::uint32_t kind) const {
  const Word& word = words_[at];
  const bool is_joined = word.before == '-';
  // "Peshawar-based": a town that no table knows owns nothing.
  if (is_joined && (kind & (kBase | kParticiple)) && frame.last == Last::Name && frame.role == nullptr) {
    frame.names.clear();
    frame.last = Last::Modifier;
    return true;
  }
  if ((kind & (kHonorific | kTitle)) && (word.upper || frame.last == Last::Nothing)) return true;
  if ((kind & kParticiple) && frame.role != nullptr) return false;
  const bool may_be_name = word.upper && !is_joined;
  if ((kind & kModifier) && !(may_be_name && (frame.last == Last::Name || frame.role != nullptr))) {
    frame.last = Last::Modifier;
    return true;
  }
  const bool is_acronym = word.all_upper && at > 0 && !words_[at - 1].all_upper;  // "Major UN Study" is no major
  const bool goes_on_as_name = word.upper && frame.head == Last::Unknown;
  const bool begins_name = word.upper && frame.role != nullptr && frame.last == Last::Role &&
                           (is_acronym || !may_bear_name(content_.roles[frame.bearer->index]));
  if (begins_name || goes_on_as_name) {
    frame.last = frame.head = Last::Unknown;  // "Coalition Support Fund", "Police Academy": a name of its own
    return reach_ == Reach::Phrase;
  }
  const bool goes_on = is_joined && frame.last == Last::Name;  // "Ban Ki-moon"
  if (goes_on || (may_be_name && !(reach_ == Reach::Text && (kind & kFunction)))) {
    frame.names.push_back(at);
    frame.last = Last::Name;
    return true;
  }
  if ((frame.last == Last::Name && frame.role != nullptr) || (reach_ == Reach::Text && !is_joined)) return false;
  frame.last = Last::Unknown;
  return true;
}

}  // namespace demarche::actors
