// SPDX-License-Identifier: Apache-2.0
// The knowledge tables in memory: actors, roles, persons with terms of office, little words, and one trie of all their
// names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "actors/actors.h"
#include "actors/spelling.h"
#include "actors/trie.h"
#include "actors/words.h"
#include "base/tsv.h"

namespace demarche::actors {

// Both ends inclusive; an open end is empty.
struct Interval {
  std::optional<Day> from, to;
  bool holds(std::optional<Day> day) const { return !day || ((!from || *from <= *day) && (!to || *day <= *to)); }
};

enum class ActorKind {
  State,
  PastState,
  Territory,
  Region,
  People,
  Institution,
  Party,
  ArmedGroup,
  Organisation,
  Outlet
};

struct ActorRow {
  std::string id, name, country, sector, sector2, member_of;
  ActorKind kind = ActorKind::Institution;
  Interval existed;
  std::string where;
  bool is_project = false;
};

// Inside the interval the actor's name means another one: the Taliban as government.
struct Status {
  Interval when;
  std::string acts_as;
  std::string where;
};

enum class RoleKind {
  Organ,      // "foreign ministry", "army"
  Office,     // "foreign minister", "general": one person
  Envoy,      // "ambassador", "embassy": what follows "to" is not the owner
  Generic,    // "spokesman", "official", "leader": takes its meaning from the owner or a better role
  Member,     // "member", "head", "team": the same, and no actor without an owner
  People,     // "refugees", "experts"
  Coalition,  // "coalition"
};

struct Role {
  std::string id, name, sector, sector2;
  RoleKind kind = RoleKind::Generic;
  std::string where;
};

struct Term {
  Interval when;
  std::string office;  // actor id
  std::string where;
};

struct Person {
  std::string name;
  std::vector<Term> terms;
  bool is_project = false;
};

// What an alias stands for, and how.
// A town is no actor; it lends its state to the people and authorities that are called by it ("Karachi traders").
enum class Sense : std::uint8_t { Name, Demonym, People, Seat, Town, Stem, Role, Person };

struct Alias {
  Sense sense = Sense::Name;
  std::uint32_t index = 0;        // into actors, roles or persons
  std::uint16_t capitals = 0;     // bit i: word i must begin with a capital
  std::uint16_t acronyms = 0;     // bit i: word i must be all capitals
  std::uint16_t mixed = 0;        // bit i: word i must have two capitals, as in "LeT"
  std::uint16_t possessives = 0;  // bit i: word i has a possessive ending
  bool is_project = false;
  bool is_bulk = false;   // made by a program: gives way to what was written by hand
  bool is_dated = false;  // means nothing outside its interval
  Interval when;
  std::uint32_t where = 0;  // into places
};

// Classes of little words, as bits.
enum WordClass : std::uint32_t {
  kDeterminer = 1u << 0,
  kModifier = 1u << 1,
  kFormer = 1u << 2,
  kPreposition = 1u << 3,
  kRelative = 1u << 4,
  kConjunction = 1u << 5,
  kParticiple = 1u << 6,
  kBase = 1u << 7,
  kLead = 1u << 8,
  kLocative = 1u << 9,
  kMotion = 1u << 10,
  kTownNoun = 1u << 11,
  kCopula = 1u << 12,
  kHonorific = 1u << 13,
  kTitle = 1u << 14,
  kElect = 1u << 15,
  kFunction = 1u << 16,
  kPronoun = 1u << 17,
  kPairWord = 1u << 18,
  kGroupNoun = 1u << 19,
  kPartitive = 1u << 20,
  kUsStateHint = 1u << 21,
  kGivenName = 1u << 22,
  kHeName = 1u << 23,
  kSheName = 1u << 24,
  kWork = 1u << 25,   // what speaks for whoever made it: study, report
  kMaker = 1u << 26,  // those who made it: authors
  kTownPart = 1u << 27,
  kTownVerb = 1u << 28,
  kTownState = 1u << 29,
  kOutsider = 1u << 30,    // "foreign observers"
  kAnswerVerb = 1u << 31,  // what is done to what another has done: denies, protests
};

// What the noun of a body's name says of it.
struct BodyNoun {
  std::string sector, name;
  bool needs_country = false;  // too common among names to say anything alone
  std::string where;           // table line
};

struct Tables::Content {
  std::vector<ActorRow> actors;
  std::vector<Role> roles;
  std::vector<Person> persons;
  std::vector<Alias> aliases;
  std::vector<std::string> places;  // "data/actors/states.tsv:17"
  Trie trie;
  std::unordered_map<std::string, std::uint32_t> actor_of_id;
  std::unordered_map<std::string, std::uint32_t> state_of_country;
  std::unordered_map<std::string, std::vector<Status>> statuses;
  std::unordered_map<std::string, std::vector<Status>> merges;           // of a project: what was A is B
  std::unordered_map<std::string, std::vector<std::uint32_t>> surnames;  // folded surname → persons
  std::unordered_map<std::string, std::uint32_t> word_classes;
  std::unordered_map<std::string, BodyNoun> body_nouns;
  std::unordered_map<std::string, std::vector<std::string>> namesakes;  // "china" → words that tell of porcelain
  Spellings state_spellings;                                            // adjectives of states that are one word
  Spellings name_spellings;     // names of states and armed groups that are one long word
  Spellings group_spellings;    // names of armed groups, short ones and of several words, too
  Spellings surname_spellings;  // the keys of `surnames`
  std::string fingerprint;

  std::uint32_t classes_of(const std::string& folded) const {
    const auto found = word_classes.find(folded);
    return found == word_classes.end() ? 0 : found->second;
  }
  const ActorRow* actor(std::string_view id) const;
  // The state of an alpha-3 code, or nullptr for IGO, NGO and the like.
  const ActorRow* state(std::string_view country) const;
  const Status* status(const std::string& id, std::optional<Day> day) const;
};

// The role that names a unit of a state ("GOV": the government, before its envoys), or nullptr.
const Role* role_of(const Tables::Content& content, std::string_view unit);

// Name of an actor id, made of the role and the state where no line gives one; the id itself when unknown.
std::string name_of_id(const Tables::Content& content, std::string_view id);

// What a project has merged: an actor, with all below it, is another one from a day on. Otherwise as it was.
Resolution merged(const Tables::Content& content, Resolution resolution, std::optional<Day> day);

// Fills a Content from the folder and the project's tables.
class Loader {
 public:
  explicit Loader(Tables::Content& content) : content_(content) {}
  void load(const std::filesystem::path& data, const std::vector<std::filesystem::path>& project);

 private:
  enum class Origin { Hand, Bulk, Project };

  void load_words(const std::filesystem::path& path);
  void load_bodies(const std::filesystem::path& path);
  void load_namesakes(const std::filesystem::path& path);
  void load_roles(const std::filesystem::path& path);
  void load_actors(const std::filesystem::path& path, Origin origin);
  void load_statuses(const std::filesystem::path& path);
  void load_towns(const std::filesystem::path& path, Origin origin);
  void load_holders(const std::filesystem::path& path);
  void add_actor(const TsvRow& row, Origin origin);
  void add_capital(const TsvRow& row, Origin origin);
  void add_person_row(const TsvRow& row);
  void add_alias_row(const TsvRow& row);
  void add_role_row(const TsvRow& row);
  void add_merge_row(const TsvRow& row);
  std::uint32_t actor_meant(const TsvRow& row);
  std::uint32_t person_of(const std::string& name, std::string_view scope);
  void add_person_aliases(std::uint32_t person, const std::string& aliases, Alias alias);
  void share_names();
  void add_aliases(std::string_view cell, Alias alias);
  void add_alias(std::string_view name, Alias alias);
  void add_surname(std::uint32_t person, std::string_view country);
  void add_spellings(const std::vector<std::string>& key, const Alias& alias);
  std::vector<TsvRow> read(const std::filesystem::path& path, const std::vector<std::string>& columns);

  std::vector<std::pair<TsvRow, Origin>> capitals_;  // in the order of the tables
  std::vector<TsvRow> alias_rows_;                   // of actors that may stand in a later table
  Tables::Content& content_;
  std::string digest_;
  std::unordered_map<std::string, std::uint32_t> persons_;
  std::vector<std::pair<std::string, Alias>> further_names_;  // of office holders
};

// "2018", "2018-10", "2018-10-03" → first or last day; empty when the cell is. Throws Error{BadInput} naming `where`.
std::optional<Day> first_day(std::string_view cell, const std::string& where);
std::optional<Day> last_day(std::string_view cell, const std::string& where);
// Of a row with the columns from and to.
Interval interval_of(const TsvRow& row);
// Throws Error{BadInput} for a word that is no kind of role.
RoleKind role_kind(const TsvRow& row, std::string_view column);

}  // namespace demarche::actors
