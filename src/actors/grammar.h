// SPDX-License-Identifier: Apache-2.0
// The grammar of names: a noun phrase → owner, role and person.
//
//   "a senior Pakistani foreign ministry official"   owner PAK · role GOV.MFA (the generic "official" gives way)
//   "Pakistan's ambassador to the United States"     owner PAK · role envoy   (what follows "to" is the host)
//   "the Iran-backed Houthis"                        owner YEM.REB.HOU        (who backs is no owner)
//   "the US strategy"                                unknown head: nothing
//
// A phrase is read left to right: an owner (state, adjective, group), modifiers that say nothing, roles, a personal
// name; then prepositions. The last word before the first preposition is the head, and a head that is neither owner,
// role nor name makes the phrase name no actor. It is a grammar of some forty rules, not a parser: what it does not
// know it leaves alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "actors/content.h"

namespace demarche::actors {

enum class Case { Strict, Lenient };  // Lenient: for a phrase written without any capital

// Phrase: the words are one noun phrase and its last word counts. Text: the noun phrase ends where running text goes
// on; what was read up to there is the phrase.
enum class Reach { Phrase, Text };

// A stretch of words and what the tables know of it. Several readings may stand side by side ("State Department" is an
// office of the United States and a role).
struct Item {
  std::uint32_t begin = 0, end = 0;  // words
  const Alias* owner = nullptr;
  const Alias* role = nullptr;
  std::vector<const Alias*> persons;
  bool is_word() const { return owner == nullptr && role == nullptr && persons.empty(); }
};

// The longest known name that begins at a word; a plain word when there is none.
Item item_at(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at, std::uint32_t end,
             std::optional<Day> day, Case mode);

enum class Last { Nothing, Owner, Role, Name, Modifier, Unknown };

// What was read of one noun phrase.
struct Frame {
  const Alias* owner = nullptr;
  const Alias* leader = nullptr;  // "US-led"
  const Alias* role = nullptr;
  const Alias* bearer =
      nullptr;  // the last role word, which a name may follow: "defence ministry spokesman Aino Lahti"
  std::vector<const Alias*> persons;
  std::vector<std::uint32_t> names;      // words of a personal name that no table knows
  std::vector<std::uint32_t> possessor;  // name before a role: "the Karzai government"
  bool is_former = false;
  bool is_pair = false;      // two owners side by side: no single actor
  bool is_definite = false;  // "the …"
  bool has_partitive = false;
  bool owner_is_place = false;  // owner taken from "in …"
  Last last = Last::Nothing;
  std::uint32_t owner_begin = 0;
  std::uint32_t end = 0;       // first word after the phrase
  std::uint32_t head_end = 0;  // first word after the last owner, role or name
  Last head = Last::Nothing;   // what stood there
};

class Grammar {
 public:
  Grammar(const Tables::Content& content, const std::vector<Word>& words, std::optional<Day> day, Case mode,
          Reach reach = Reach::Phrase)
      : content_(content), words_(words), day_(day), mode_(mode), reach_(reach) {}

  // Reads words[begin, end): core and what hangs on it by prepositions.
  Frame read(std::uint32_t begin, std::uint32_t end) const;

 private:
  Frame read_core(std::uint32_t begin, std::uint32_t end) const;
  void take_item(Frame& frame, const Item& item, std::uint32_t end) const;
  void take_person(Frame& frame, const Item& item, std::uint32_t end) const;
  bool is_part_of_name(const Frame& frame, const Item& item, std::uint32_t end) const;
  bool is_next_phrase(const Frame& frame, const Item& item) const;
  bool take_word(Frame& frame, std::uint32_t at, std::uint32_t begin) const;
  bool take_determiner(Frame& frame, const Word& word) const;
  bool take_conjunction(Frame& frame) const;
  bool take_noun(Frame& frame, std::uint32_t at, std::uint32_t kind) const;
  std::uint32_t skip_participle(Frame& frame, const Item& item, std::uint32_t end) const;
  void take_owner(Frame& frame, const Item& item) const;
  void take_role(Frame& frame, const Item& item) const;
  bool is_rank_within(const Frame& frame, const Role& rank) const;
  void attach(Frame& frame, const std::string& preposition, const Frame& complement) const;
  void attach_whole(Frame& frame, const Frame& complement) const;
  void take_name(Frame& frame, const Frame& complement) const;
  void take_better_role(Frame& frame, const std::string& preposition, const Frame& complement) const;
  void attach_owner(Frame& frame, const std::string& preposition, const Frame& complement) const;
  bool may_attach(const Frame& frame, std::uint32_t at) const;
  bool goes_on_as_title(const Frame& frame, std::uint32_t at, std::uint32_t begin, std::uint32_t end) const;
  void end_at_head(Frame& frame, std::uint32_t begin) const;
  bool begins_new_phrase(const Frame& frame, std::uint32_t at, std::uint32_t begin) const;
  std::uint32_t classes(std::uint32_t at) const { return content_.classes_of(words_[at].fold); }

  const Tables::Content& content_;
  const std::vector<Word>& words_;
  std::optional<Day> day_;
  Case mode_;
  Reach reach_;
};

// Whether a role takes its meaning from its owner or a better role ("spokesman", "member").
bool takes_meaning(RoleKind kind);
// True where a mark between words ends a noun phrase: comma, bracket, line end, stop.
bool is_break(char before);
bool is_state_like(const ActorRow& actor);

}  // namespace demarche::actors
