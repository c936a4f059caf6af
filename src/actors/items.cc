// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string_view>

#include "actors/grammar.h"

namespace demarche::actors {

namespace {

bool case_fits(const Alias& alias, const std::vector<Word>& words, std::uint32_t at, std::uint32_t length, Case mode) {
  for (std::uint32_t i = 0; i < length; ++i) {
    const Word& word = words[at + i];
    const auto bit = static_cast<std::uint16_t>(1u << i);
    if ((alias.acronyms & bit) && !word.all_upper) return false;
    if ((alias.mixed & bit) && !word.mixed && !word.all_upper) return false;
    if ((alias.capitals & bit) && !word.upper && mode == Case::Strict) return false;
    if (word.possessive && i + 1 < length && !(alias.possessives & bit)) return false;
  }
  return true;
}

// "IS", "WHO" or "US" in a line of capitals are words, but for the last one.
bool is_shouted_word(const Tables::Content& content, const Alias& alias, const std::vector<Word>& words,
                     std::uint32_t at) {
  if (alias.acronyms != 1 || words[at].fold == "us") return false;
  if (!(content.classes_of(words[at].fold) & (kFunction | kPronoun | kCopula))) return false;
  const bool left = at > 0 && words[at - 1].all_upper && words[at].before == 0;
  const bool right = at + 1 < words.size() && words[at + 1].all_upper && words[at + 1].before == 0;
  return left || right;
}

// A stem ("Haqqani") names its group only before a word like "network".
bool stem_fits(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t end) {
  if (end >= words.size() || words[end].before != 0) return false;
  return (content.classes_of(words[end].fold) & kGroupNoun) != 0;
}

// Police, authorities, people of all walks of life: whom a town has. Armies, parties and envoys are of a state.
bool is_of_towns(const Role& role) {
  static constexpr std::array<std::string_view, 14> kSectors = {"COP", "CVL", "BUS", "LAB", "EDU", "JUD", "AGR",
                                                                "MED", "JRN", "REL", "REF", "CRM", "UAF", "OPP"};
  if (role.kind == RoleKind::Organ || role.kind == RoleKind::Office) {
    if (role.id == "GOV" || role.id == "GOV.HEALTH") return true;
  }
  return std::find(kSectors.begin(), kSectors.end(), role.sector) != kSectors.end();
}

// Whether such a role is the word or begins with it. A capital begins the name of a body, but for "Mumbai Police".
bool begins_role_of_towns(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at) {
  std::uint32_t node = content.trie.root();
  bool is_found = false;  // by the longest role that begins here
  for (std::uint32_t i = at; i < words.size() && (i == at || words[i].before == 0); ++i) {
    node = content.trie.next(node, words[i].fold);
    if (node == Trie::kNone) break;
    for (const std::uint32_t value : content.trie.values(node)) {
      const Alias& alias = content.aliases[value];
      if (alias.sense != Sense::Role) continue;
      const Role& role = content.roles[alias.index];
      is_found = is_of_towns(role) && (!words[at].upper || role.sector == "COP" || role.sector == "GOV");
    }
  }
  return is_found;
}

// "Karachi traders", "Karachi's police", "residents of Karachi"; in "near Karachi gunmen waited" the town has nothing.
bool town_fits(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end) {
  const bool is_told = begin > 0 && words[begin].before == 0;
  const std::uint32_t before = is_told ? content.classes_of(words[begin - 1].fold) : 0;
  const bool is_led_to =
      is_told && (words[begin - 1].fold == "of" || words[begin - 1].fold == "in" || words[begin - 1].fold == "from");
  if (is_led_to && begin > 1 && words[begin - 1].before == 0 && begins_role_of_towns(content, words, begin - 2))
    return true;
  const bool is_place = (before & kLocative) && !words[end - 1].possessive;
  return !is_place && end < words.size() && words[end].before == 0 && begins_role_of_towns(content, words, end);
}

// "New Jersey" is not Jersey.
bool is_namesake(const Tables::Content& content, const Alias& alias, const std::vector<Word>& words, std::uint32_t at) {
  if (alias.sense != Sense::Name || at == 0 || words[at].before != 0) return false;
  return words[at - 1].upper && words[at - 1].fold == "new" && is_state_like(content.actors[alias.index]);
}

// "pro-Russian separatists", "anti-Syrian politicians": whom somebody is for or against is not whose he is.
bool is_side_taken(const std::vector<Word>& words, std::uint32_t at) {
  return at > 0 && words[at].before == '-' && (words[at - 1].fold == "pro" || words[at - 1].fold == "anti");
}

// "An ETA of nine", "a PIN": what has an indefinite article is one of many, and no body of that name. "An ETA bomber"
// is.
bool is_one_of_many(const Tables::Content& content, const Alias& alias, const std::vector<Word>& words,
                    std::uint32_t at, std::uint32_t end) {
  if (alias.sense != Sense::Name || alias.acronyms != 1 || end != at + 1 || at == 0 || words[at].before != 0)
    return false;
  if (words[at - 1].fold != "a" && words[at - 1].fold != "an") return false;
  if (end >= words.size() || words[end].before != 0) return true;
  return content.classes_of(words[end].fold) & (kPreposition | kCopula | kConjunction);
}

bool is_demonym(const Tables::Content& content, const std::string& word) {
  const std::uint32_t node = content.trie.next(content.trie.root(), word);
  if (node == Trie::kNone) return false;
  const auto& values = content.trie.values(node);
  return std::any_of(values.begin(), values.end(),
                     [&](std::uint32_t value) { return content.aliases[value].sense == Sense::Demonym; });
}

// A role that no outlet has: "government", and "spokesman" where its name is also a people's.
bool is_role_of_others(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at) {
  std::uint32_t node = content.trie.root();
  for (std::uint32_t i = at; i < words.size() && (i == at || words[i].before == 0); ++i) {
    node = content.trie.next(node, words[i].fold);
    if (node == Trie::kNone) return false;
    for (const std::uint32_t value : content.trie.values(node)) {
      const Alias& alias = content.aliases[value];
      if (alias.sense != Sense::Role || content.roles[alias.index].sector == "MED" ||
          content.roles[alias.index].sector == "JRN")
        continue;
      if (!takes_meaning(content.roles[alias.index].kind) || is_demonym(content, words[at - 1].fold)) return true;
    }
  }
  return false;
}

// Before a further capital "The Nation" may be "The National …": an outlet's name stands alone. "The Australian
// government" is Australia's, "the Guardian reporter" the paper's.
bool outlet_fits(const Tables::Content& content, const Alias& alias, const std::vector<Word>& words, std::uint32_t at,
                 std::uint32_t end) {
  if (content.actors[alias.index].kind != ActorKind::Outlet || words[at].fold != "the") return true;
  if (end >= words.size() || words[end].before != 0) return true;
  return !words[end].upper && (end != at + 2 || !is_role_of_others(content, words, end));
}

// Without a day the present is meant: Moscow is Russia's. A name given for a time says more than one for all times.
int rank(const Alias& alias, std::optional<Day> day) {
  const bool holds = day ? alias.when.holds(day) : !alias.when.to;
  if (alias.sense == Sense::Town) return alias.is_bulk ? 0 : 1;  // gives way to whatever else has the name
  return (alias.is_dated && holds ? 16 : 0) + (alias.is_project ? 8 : 0) + (holds ? 4 : 0) + (alias.is_bulk ? 0 : 2) +
         (alias.sense == Sense::Name || alias.sense == Sense::Demonym ? 1 : 0);
}

void keep_better(const Alias*& kept, const Alias& alias, std::optional<Day> day) {
  if (kept == nullptr || rank(alias, day) > rank(*kept, day)) kept = &alias;
}

bool note(Item& item, const Tables::Content& content, const Alias& alias, const std::vector<Word>& words,
          std::optional<Day> day) {
  switch (alias.sense) {
    case Sense::Role:
      keep_better(item.role, alias, day);
      return true;
    case Sense::Person:
      item.persons.push_back(&alias);
      return true;
    case Sense::Stem:
      if (!stem_fits(content, words, item.end)) return false;
      break;
    case Sense::Town:
      if (!town_fits(content, words, item.begin, item.end)) return false;
      break;
    default:
      if (is_namesake(content, alias, words, item.begin) || is_side_taken(words, item.begin)) return false;
      if (is_one_of_many(content, alias, words, item.begin, item.end)) return false;
      if (!outlet_fits(content, alias, words, item.begin, item.end)) return false;
  }
  keep_better(item.owner, alias, day);
  return true;
}

// "TRIPOLI, Lebanon": a town of that name in another state.
bool is_town_elsewhere(const Tables::Content& content, const Alias& alias, const std::vector<Word>& words,
                       std::uint32_t end) {
  const bool is_town = alias.sense == Sense::Seat || alias.sense == Sense::Town;
  if (!is_town || end >= words.size() || words[end].before != ',' || !words[end].upper) return false;
  std::uint32_t node = content.trie.root();
  for (std::uint32_t at = end; at < words.size() && (at == end || words[at].before == 0); ++at) {
    node = content.trie.next(node, words[at].fold);
    if (node == Trie::kNone) return false;
    for (const std::uint32_t value : content.trie.values(node)) {
      const Alias& next = content.aliases[value];
      if (next.sense != Sense::Name || !is_state_like(content.actors[next.index])) continue;
      const bool is_closed = at + 1 >= words.size() || words[at + 1].before != 0;
      if (is_closed && content.actors[next.index].country != content.actors[alias.index].country) return true;
    }
  }
  return false;
}

Item readings(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at, std::uint32_t end,
              std::uint32_t node, std::optional<Day> day, Case mode) {
  Item item{at, end, nullptr, nullptr, {}};
  for (const std::uint32_t value : content.trie.values(node)) {
    const Alias& alias = content.aliases[value];
    if (!case_fits(alias, words, at, end - at, mode) || is_shouted_word(content, alias, words, at)) continue;
    // Lagos was the seat of Nigeria's government until 1991; now it is a town.
    if ((alias.sense == Sense::Seat || alias.sense == Sense::Town || alias.is_dated) && !alias.when.holds(day))
      continue;
    if (is_town_elsewhere(content, alias, words, end)) continue;
    note(item, content, alias, words, day);
  }
  return item;
}

// "Taliban movement", "Islamic State group": the noun belongs to the name.
void swallow_group_noun(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t limit,
                        Item& item) {
  if (item.owner == nullptr || item.end >= limit) return;
  const ActorKind kind = content.actors[item.owner->index].kind;
  const bool is_group = kind == ActorKind::ArmedGroup || item.owner->sense == Sense::Stem;
  if (is_group && words[item.end].before == 0 && (content.classes_of(words[item.end].fold) & kGroupNoun)) ++item.end;
}

// "Ash-Shabaab", "El-Shabaab", "El Shabaab" are al-Shabaab.
std::string_view article_of(const std::vector<Word>& words, std::uint32_t at, std::uint32_t end) {
  const std::string& word = words[at].fold;
  const bool goes_on = at + 1 < end && words[at + 1].upper;
  if (goes_on && words[at + 1].before == 0 && word == "el" && words[at].upper) return "al";
  const bool is_joined = goes_on && words[at + 1].before == '-';
  if (!is_joined || word.size() < 2 || word.size() > 3) return word;
  const std::string& name = words[at + 1].fold;
  const bool is_assimilated = (word[0] == 'a' || word[0] == 'e') && name.starts_with(word.substr(1));
  return is_assimilated || word == "el" ? std::string_view("al") : std::string_view(word);
}

// The longest known name with the article written as "al".
Item with_article(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at, std::uint32_t end,
                  std::optional<Day> day, Case mode) {
  Item best{at, at + 1, nullptr, nullptr, {}};
  const std::string_view article = article_of(words, at, end);
  if (article == words[at].fold) return best;
  std::uint32_t node = content.trie.next(content.trie.root(), article);
  for (std::uint32_t i = at + 1; i < end && node != Trie::kNone; ++i) {
    node = content.trie.next(node, words[i].fold);
    if (node == Trie::kNone || is_break(words[i].before)) break;
    Item item = readings(content, words, at, i + 1, node, day, mode);
    // "El Watan" and "Al Watan" are two papers.
    const bool is_apart = words[at + 1].before == 0;
    const bool is_group = item.owner != nullptr && content.actors[item.owner->index].kind == ActorKind::ArmedGroup;
    if (!item.is_word() && (!is_apart || is_group)) best = std::move(item);
  }
  return best;
}

}  // namespace

bool is_break(char before) { return before == ',' || before == '(' || before == '\n' || before == ';'; }

Item item_at(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at, std::uint32_t end,
             std::optional<Day> day, Case mode) {
  Item best{at, at + 1, nullptr, nullptr, {}};
  std::uint32_t node = content.trie.root();
  for (std::uint32_t i = at; i < end; ++i) {
    if (i > at && (words[i].before == '\n' || words[i].before == ';' || words[i].before == ',')) break;
    node = content.trie.next(node, words[i].fold);
    if (node == Trie::kNone) break;
    if (content.trie.values(node).empty()) continue;
    Item item = readings(content, words, at, i + 1, node, day, mode);
    if (!item.is_word()) best = std::move(item);
  }
  if (best.is_word()) best = with_article(content, words, at, end, day, mode);
  swallow_group_noun(content, words, end, best);
  // "the Directorate" is known, but here stands "the Directorate of State Security".
  if (!best.is_word() && words[at].fold == "the" && at + 1 < end) {
    const Item behind = item_at(content, words, at + 1, end, day, mode);
    if (!behind.is_word() && behind.end > best.end) return {at, at + 1, nullptr, nullptr, {}};
  }
  return best;
}

}  // namespace demarche::actors
