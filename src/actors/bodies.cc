// SPDX-License-Identifier: Apache-2.0
#include "actors/bodies.h"

#include <algorithm>
#include <set>

#include "actors/grammar.h"

namespace demarche::actors {

namespace {

bool is_link(const Word& word) {
  return word.fold == "for" || word.fold == "of" || word.fold == "on" || word.fold == "and" || word.fold == "the" ||
         word.fold == "in" || word.fold == "against";
}

// One past the name: every word has a capital, but for little ones inside; 0 where another begins it.
std::size_t name_end(const std::vector<Word>& words, std::size_t begin) {
  std::size_t end = begin;
  for (std::size_t at = begin; at < words.size(); ++at) {
    if (at > begin && is_break(words[at].before)) break;
    if (words[at].upper)
      end = at + 1;
    else if (at == begin || !is_link(words[at]))
      return 0;
  }
  return end;
}

// The noun that says what it is: the last one before "of" or "for", else the first known behind it ("Police Force").
const BodyNoun* head_of(const Tables::Content& content, const std::vector<Word>& words, std::size_t begin,
                        std::size_t end) {
  std::size_t head = begin;
  while (head + 1 < end && !is_link(words[head + 1])) ++head;
  for (std::size_t at = head + 1; at-- > begin;) {
    const auto known = content.body_nouns.find(words[at].fold);
    if (known != content.body_nouns.end()) return &known->second;
  }
  return nullptr;
}

// The only state that the words name; empty for none and for several.
std::string country_in(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin,
                       std::uint32_t end, std::optional<Day> day) {
  std::set<std::string> countries;
  for (std::uint32_t at = begin; at < end;) {
    const Item item = item_at(content, words, at, end, day, Case::Strict);
    if (item.owner != nullptr) {
      const ActorRow& actor = content.actors[item.owner->index];
      // A region may be what the name is of: "North Waziristan Agency".
      const bool is_state = is_state_like(actor) && actor.kind != ActorKind::Region;
      if (is_state && content.state(actor.country) != nullptr) countries.insert(actor.country);
    }
    at = item.end;
  }
  return countries.size() == 1 ? *countries.begin() : std::string();
}

}  // namespace

std::optional<Resolution> named_body(const Tables::Content& content, const std::vector<Word>& words,
                                     std::optional<Day> day) {
  const std::size_t begin = !words.empty() && words[0].fold == "the" ? 1 : 0;
  const std::size_t end = name_end(words, begin);
  if (end < begin + 2) return {};
  const BodyNoun* kind = head_of(content, words, begin, end);
  if (kind == nullptr) return {};
  const std::string country =
      country_in(content, words, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), day);
  if (kind->needs_country && country.empty()) return {};
  Resolution body;
  const ActorRow* state = country.empty() ? nullptr : content.state(country);
  body.actor = country + "." + kind->sector;
  body.name = kind->name + (state != nullptr ? " (" + state->name + ")" : "");
  body.country = country;
  body.sector = kind->sector;
  body.rule = kind->where + " (what its name says)" + (state != nullptr ? " + " + state->where : "");
  body.score = 0.5f;
  return body;
}

}  // namespace demarche::actors
