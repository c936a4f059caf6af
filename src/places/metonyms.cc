// SPDX-License-Identifier: Apache-2.0
// Names of towns that mean something else here: a capital its government, a town its team, its treaty or its wine.
#include <algorithm>

#include "places/choice.h"

namespace demarche::places {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view each : words)
    if (word == each) return true;
  return false;
}

}  // namespace

// The first word of a row of names: "Bogota" of "Bogota, Lima and Caracas".
std::size_t Chooser::first_of(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  std::size_t at = choice.candidate->first;
  const auto is_name = [&](std::size_t i) { return sentence.word(i).capital && sentence.word(i).is_name_like; };
  while (at > 1 && sentence.before(at).folded == "and" && is_name(at - 2) &&
         !wording_.is(sentence.word(at - 2).folded, Part::Function))
    at -= 2;
  return at;
}

// At the begin of a sentence or clause: behind "that", "said" and the like.
bool Chooser::is_subject(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const std::size_t first = first_of(choice);
  if (first == 0) return true;
  const NameWord& before = sentence.before(first);
  return !before.is_name_like ||
         (wording_.is(before.folded, Part::Function) && !wording_.is(before.folded, Part::Locative)) ||
         is_one_of(before.folded, {"said", "says", "say", "claims", "claimed", "believes", "think", "insists"});
}

// "Tehran rejected the offer": the government, which actors resolves, and not the town. Likewise a firm or a team.
bool Chooser::acts(const Choice& choice) const {
  const Kind kind = atlas_.entry(choice.bearer->entry).kind;
  if (kind == Kind::Country || kind == Kind::Region || kind == Kind::District) return false;
  const Sentence& sentence = sentences_[choice.sentence];
  const Candidate& candidate = *choice.candidate;
  if (sentence.is_headline() || is_located(choice) || !is_subject(choice)) return false;
  std::size_t at = candidate.end;
  if (sentence.word(at).folded == "and" && sentence.word(at + 1).capital) at += 2;
  if (!sentence.only_blank_before(at)) return false;
  const std::size_t first = at;
  while (wording_.is(sentence.word(at).folded, Part::BeforeVerb)) ++at;
  const std::string& verb = sentence.word(at).folded;
  if (wording_.is(verb, Part::FirmAct) && at == candidate.end) return true;
  if (kind != Kind::Capital) return false;
  const auto stands_in_front = [&](std::initializer_list<std::string_view> words) {
    for (std::size_t i = first; i < at; ++i)
      if (is_one_of(sentence.word(i).folded, words)) return true;
    return false;
  };
  // "Islamabad must choose", "Washington cannot replace it"; what towns do is not up to them.
  const bool may = stands_in_front({"must", "should", "can", "cannot", "may", "might", "would", "will"}) &&
                   !wording_.is(verb, Part::Fate) && !wording_.is(verb, Part::Function);
  const bool is_felt = stands_in_front({"is", "was"}) && wording_.is(verb, Part::Mood);
  return may || is_felt || wording_.is_act_of_government(verb);
}

// "Islamabad's offer", "Tehran's nuclear programme", "Moscow's new envoy"
bool Chooser::is_owner_of_policy(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const std::size_t end = choice.candidate->end;
  if (!sentence.word(end - 1).possessive) return false;
  return wording_.is(sentence.word(end).folded, Part::Policy) ||
         (!sentence.word(end).capital && sentence.only_blank_before(end + 1) &&
          wording_.is(sentence.word(end + 1).folded, Part::Policy));
}

// A noun behind the name makes it an adjective: "Beirut banks", "a Tokyo court".
bool Chooser::stands_alone(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const std::size_t end = choice.candidate->end;
  const std::string& next = sentence.word(end).folded;
  return next.empty() || !sentence.only_blank_before(end) || wording_.is(next, Part::Function) ||
         wording_.is(next, Part::BeforeVerb) || wording_.is_act_of_government(next);
}

// "ties with Beijing", "talks between Moscow and Kyiv", "orders from Riyadh", "told Damascus", "backed by Paris"
bool Chooser::is_party(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const std::size_t at = first_of(choice);
  if (at == 0 || sentence.word(choice.candidate->end - 1).possessive || !stands_alone(choice)) return false;
  const std::string& link = sentence.before(at).folded;
  if (wording_.is(link, Part::Addresses)) return true;
  if (at < 2) return false;
  const std::string& noun = sentence.word(at - 2).folded;
  if (is_one_of(link, {"with", "between"})) return wording_.is(noun, Part::Relation);
  if (is_one_of(link, {"from", "on", "by"}) && wording_.is(noun, Part::Pressure)) return true;
  if (link == "to") return wording_.is(noun, Part::Mission);
  return link == "by" && noun.ends_with("ed") && !wording_.is(noun, Part::Passes);
}

bool Chooser::means_government(const Choice& choice) const {
  if (!choice.bearer || choice.is_told || choice.is_dateline) return false;
  const Sentence& sentence = sentences_[choice.sentence];
  if (atlas_.entry(choice.bearer->entry).kind != Kind::Capital || sentence.is_headline()) return false;
  return is_owner_of_policy(choice) || is_party(choice) || acts(choice);
}

// "The Kursk sank", "a Dakota flew them in", "his Waterloo", "another Vietnam": no town has an article of its own.
bool Chooser::is_ship_or_model(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const Candidate& candidate = *choice.candidate;
  const Entry& entry = atlas_.entry(choice.bearer->entry);
  const std::string& before = sentence.before(candidate.first).folded;
  const std::string& next = sentence.word(candidate.end).folded;
  if (wording_.is(before, Part::Copy) && !sentence.word(candidate.end).capital) return stands_alone(choice);
  const bool is_town = entry.kind == Kind::Town || entry.kind == Kind::Capital;
  if (!is_town || choice.bearer->bearing == Bearing::Authored || is_located(choice) || is_one_of(next, {"of", "and"}))
    return false;
  return is_one_of(before, {"the", "a", "an"}) &&
         (stands_alone(choice) || next.ends_with("ed") || is_one_of(next, {"sank", "flew"}));
}

// "Barcelona won the cup": where sport is spoken of, a town without "in" is its team.
bool Chooser::is_team(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const Kind kind = atlas_.entry(choice.bearer->entry).kind;
  if ((kind != Kind::Town && kind != Kind::Capital) || sentence.is_headline()) return false;
  const std::size_t at = choice.candidate->first;
  const bool is_against = at > 1 && is_one_of(sentence.before(at).folded, {"to", "at"}) &&
                          is_one_of(sentence.word(at - 2).folded, {"lost", "lose", "loses"});
  if (is_located(choice) && !is_against) return false;
  if (is_one_of(sentence.word(choice.candidate->end).folded, {"host", "hosts", "hosted"})) return false;
  constexpr int kEnoughWords = 2;  // "won the cup"; a league, a coach or a penalty alone may be of anything
  return std::count_if(sentence.words().begin(), sentence.words().end(), [&](const NameWord& word) {
           return !word.capital && wording_.is(word.folded, Part::Sport);
         }) >= kEnoughWords;
}

// "the Oslo process", "a Panama hat", "the freighter Gdansk", "a striker of Liverpool", "a bottle of Bordeaux",
// "Under Vienna, an envoy …"
bool Chooser::names_a_thing(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const Candidate& candidate = *choice.candidate;
  const NameWord& behind = sentence.word(candidate.end);
  const bool is_capital = atlas_.entry(choice.bearer->entry).kind == Kind::Capital;
  if (is_capital && sentence.only_blank_before(candidate.end) &&
      is_one_of(behind.folded, {"government", "regime", "administration", "authorities", "leadership"}))
    return true;
  const bool is_joined = sentence.only_blank_before(candidate.end) && !sentence.word(candidate.end - 1).possessive;
  if (is_joined && (wording_.is(behind.folded, Part::Treaty) || wording_.is(behind.folded, Part::Ware))) return true;
  if (is_team(choice)) return true;
  if (candidate.first == 0) return false;
  const std::string& before = sentence.before(candidate.first).folded;
  if (wording_.is(before, Part::Vessel) || wording_.is(before, Part::Ratifies)) return true;
  if (is_ship_or_model(choice)) return true;
  const bool is_of = before == "of" && candidate.first > 1;
  const std::string& noun = sentence.word(candidate.first - 2).folded;
  if (is_of && (wording_.is(noun, Part::Player) || wording_.is(noun, Part::Measure))) return true;
  const bool is_rule = before == "under" && candidate.first == 1 && sentence.text()[candidate.span.end] == ',';
  return is_rule;
}

}  // namespace demarche::places
