// SPDX-License-Identifier: Apache-2.0
#include "analysis/intents/matter.h"

#include <algorithm>
#include <set>

namespace demarche::analysis {

using record::Range;

namespace {

using WordList = std::vector<Word>;

template <typename Value>
void insert(std::vector<Value>& set, const Value& value) {
  const auto place = std::lower_bound(set.begin(), set.end(), value);
  if (place == set.end() || *place != value) set.insert(place, value);
}

bool is_negated(const AimWords::Found& deed, const std::vector<AimWords::Found>& negations) {
  constexpr std::size_t kReach = 6;
  return std::any_of(negations.begin(), negations.end(), [&](const AimWords::Found& no) {
    return no.first <= deed.last && no.first + kReach >= deed.first;
  });
}

// "Close the port until the lease has been ended": what stands behind "until" is not what is wanted.
bool is_condition(const AimWords::Found& deed, const std::vector<AimWords::Found>& conditions) {
  return std::any_of(conditions.begin(), conditions.end(),
                     [&](const AimWords::Found& word) { return word.first > 0 && word.first < deed.first; });
}

// WordList of the names of states and other actors, which are parties and no things. Persons may be handed over.
std::set<std::size_t> parties_in(const Text& text, const std::string& clause_text, Range clause,
                                 const WordList& words) {
  std::set<std::size_t> parties;
  const std::uint32_t first = text.points->to_byte(clause.begin);
  for (const auto& mention : text.source->reading.mentions) {
    if (mention.head.end <= clause.begin || mention.head.begin >= clause.end) continue;
    if (!is_somebody(mention.actor.actor) || !mention.person.empty()) continue;
    const std::size_t begin = text.points->to_byte(std::max(mention.head.begin, clause.begin)) - first,
                      end = text.points->to_byte(std::min(mention.head.end, clause.end)) - first;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool is_in = words[i].begin >= begin && words[i].end <= end;
      if (is_in && starts_with_upper(clause_text.substr(words[i].begin))) parties.insert(i);
    }
  }
  return parties;
}

}  // namespace

Matter matter_of(const Text& text, const AimWords& deeds, Things& things, Range clause, bool is_refused) {
  Matter matter;
  const std::string clause_text = text.words(clause);
  const WordList words = words_of(clause_text);
  const auto negations = deeds.signals_in("negation", words), conditions = deeds.signals_in("condition", words);
  std::set<std::size_t> taken;
  for (const auto& deed : deeds.deeds_in(words)) {
    taken.insert({deed.first, deed.last});
    if (deed.name.empty() || is_condition(deed, conditions)) continue;
    const bool flips = is_refused || is_negated(deed, negations);
    insert(matter.aims, Aim{.deed = deed.name, .end = flips ? -deed.end : deed.end});
  }
  const auto parties = parties_in(text, clause_text, clause, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (taken.contains(i) || parties.contains(i)) continue;
    const std::string thing = deeds.thing_of(words[i].text);
    if (!thing.empty()) insert(matter.things, things.number(thing));
  }
  return matter;
}

}  // namespace demarche::analysis
