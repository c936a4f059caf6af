// SPDX-License-Identifier: Apache-2.0
#include "actors/seats.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "actors/grammar.h"

namespace demarche::actors {

namespace {

// The word before a name of several words that belongs to it: "in the capital Lima", "in central Kabul".
std::uint32_t before_the_name(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin) {
  while (begin > 0 && !is_break(words[begin].before)) {
    const std::uint32_t kind = content.classes_of(words[begin - 1].fold);
    const std::string& word = words[begin - 1].fold;
    const bool belongs =
        (kind & kDeterminer) || word == "capital" || word == "city" || word == "old" || word == "wartime";
    if (!belongs) break;
    --begin;
  }
  return begin;
}

bool has_motion(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at) {
  constexpr std::uint32_t kReach = 5;  // words: "walked from the border to Lima"
  for (std::uint32_t back = 1; back <= kReach && back <= at; ++back) {
    if (content.classes_of(words[at - back].fold) & kMotion) return true;
    if (is_break(words[at - back].before)) break;
  }
  return false;
}

// "LIMA, Oct 3 –", "LIMA (Agency) –" at the head of a block.
bool is_dateline(const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end) {
  if (begin > 0 && words[begin].before != '\n') return false;
  if (end >= words.size()) return false;
  const bool date_follows = words[end].before == ',' && words[end].fold[0] >= '0' && words[end].fold[0] <= '9';
  if (begin == 0 && date_follows) return true;
  return words[begin].all_upper && (words[end].before == ';' || words[end].before == ',' || words[end].before == '(');
}

// "the US embassy", "in Peru policy": a name before its noun is neither in a place nor one. A town may be ("Kabul
// airport").
bool modifies_a_noun(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t end) {
  if (end >= words.size() || words[end].before != 0 || words[end].upper || words[end - 1].possessive) return false;
  return (content.classes_of(words[end].fold) &
          (kFunction | kPreposition | kConjunction | kCopula | kPronoun | kRelative)) == 0;
}

// "The policy of Lima", "a decision of Lima" are its government's: what is done or thought, by the noun's ending.
bool is_deed_or_thought(const std::string& noun) {
  static constexpr std::array<std::string_view, 13> kEndings = {
      "tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "ship", "cy", "cies", "ities", "ity"};
  static constexpr std::array<std::string_view, 77> kNouns = {
      "government", "authorities", "help",    "aid",      "support",   "backing",   "will",      "behalf",   "part",
      "role",       "side",        "sides",   "hand",     "hands",     "allies",    "ally",      "friend",   "friends",
      "enemy",      "enemies",     "demand",  "demands",  "offer",     "offers",    "refusal",   "denial",   "approval",
      "blessing",   "eyes",        "request", "interest", "interests", "aim",       "aims",      "name",     "control",
      "power",      "fear",        "fears",   "claim",    "claims",    "proposal",  "proposals", "plans",    "view",
      "line",       "choice",      "anger",   "word",     "words",     "answer",    "attitude",  "strategy", "favour",
      "favor",      "wish",        "hope",    "goal",     "goals",     "voice",     "message",   "reply",    "warning",
      "threat",     "pressure",    "consent", "trust",    "patience",  "influence", "grip",      "orders",   "order",
      "vote",       "veto",        "trade",   "force",    "forces"};
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view end) { return noun.ends_with(end); }) ||
         std::find(kNouns.begin(), kNouns.end(), noun) != kNouns.end();
}

// "south of London", "the clocks of Paris", "the metro of Rome": what lies about a town or in it; "half of Washington";
// "out of Nairobi".
bool is_part_of_town(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t of) {
  if (of == 0 || words[of].before != 0) return false;
  const Word& noun = words[of - 1];
  if (noun.fold == "out") return has_motion(content, words, of - 1);
  if (of > 1 && noun.upper) return false;
  const bool is_office = item_at(content, words, of - 1, of, {}, Case::Strict).role != nullptr;
  const bool is_thing =
      noun.fold.ends_with('s') || (of > 1 && words[of - 2].fold == "the" && words[of - 1].before == 0);
  const bool is_plain = noun.fold.size() > 3 && is_thing && !is_office && !is_deed_or_thought(noun.fold);
  return is_plain || noun.fold == "all" || (content.classes_of(noun.fold) & kTownPart);
}

// "Cranes", "taxis": what a town may want; not the "plans" or "doubts" that a government has none of.
bool is_ware(const std::string& noun) {
  static constexpr std::array<std::string_view, 27> kOfGovernments = {
      "troops",   "weapons", "missiles",  "designs", "ambitions",  "relations",   "ties",   "links",        "qualms",
      "rights",   "grounds", "answers",   "secrets", "intentions", "illusions",   "doubts", "reasons",      "options",
      "comments", "regrets", "arguments", "details", "objections", "differences", "forces", "reservations", "news"};
  return noun.size() > 3 && noun.ends_with('s') && !noun.ends_with("ss") && !is_deed_or_thought(noun) &&
         std::find(kOfGovernments.begin(), kOfGovernments.end(), noun) == kOfGovernments.end();
}

// "Lima lay in the dark", "Lima was still flooded", "Lima had no water": what befalls a town, and no government.
bool is_told_of_a_town(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t after) {
  const auto is_free = [&](std::uint32_t at) { return at < words.size() && words[at].before == 0; };
  if (!is_free(after)) return false;
  if (content.classes_of(words[after].fold) & kTownVerb) return true;
  const bool has = words[after].fold == "had" || words[after].fold == "has";
  const bool looks = words[after].fold == "looked";
  if (!has && !looks && !(content.classes_of(words[after].fold) & kCopula)) return false;
  if (looks) return is_free(after + 1) && words[after + 1].fold == "like";
  if (has && is_free(after + 1) && words[after + 1].fold == "neither") return true;
  // "Had its coldest night."
  const bool has_most = has && is_free(after + 2) && words[after + 1].fold == "its" &&
                        (words[after + 2].fold.ends_with("est") || words[after + 2].fold == "worst");
  if (has_most) return true;
  const bool has_not = has && is_free(after + 1) && words[after + 1].fold == "no";
  if (has && !has_not && !(is_free(after + 1) && words[after + 1].fold == "been")) return false;
  if (has_not && is_free(after + 2) && is_ware(words[after + 2].fold)) return true;
  constexpr std::uint32_t kNear = 3;  // words: "was once more without light"
  for (std::uint32_t at = after + 1; at <= after + kNear && is_free(at); ++at) {
    // "Moscow was closed to the idea."
    const bool is_towards = is_free(at + 1) && words[at + 1].fold == "to";
    if ((content.classes_of(words[at].fold) & kTownState) && !is_towards) return true;
  }
  return false;
}

// "From Callao to Lima".
bool follows_from(const std::vector<Word>& words, std::uint32_t to) {
  constexpr std::uint32_t kReach = 4;  // words: "from San Juan del Sur to Lima"
  for (std::uint32_t back = 2; back <= kReach && back <= to; ++back) {
    if (!words[to - back + 1].upper || is_break(words[to - back + 1].before)) return false;
    if (words[to - back].fold == "from") return true;
  }
  return false;
}

bool has_before(const std::vector<Word>& words, std::uint32_t at, std::initializer_list<std::string_view> nouns) {
  for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) {
    if (std::find(nouns.begin(), nouns.end(), words[at - back].fold) != nouns.end()) return true;
    if (is_break(words[at - back].before)) break;
  }
  return false;
}

// "Snow fell over Lima", "shells fell on Lima".
bool falls_on(const std::vector<Word>& words, std::uint32_t preposition) {
  return has_before(words, preposition,
                    {"fell",  "falls",   "fall",    "falling", "rained",  "flew",    "flying", "fly",    "hung",
                     "hangs", "drifted", "circled", "snow",    "rain",    "fog",     "smoke",  "smog",   "clouds",
                     "dawn",  "night",   "shells",  "bombs",   "rockets", "flights", "sky",    "skies",  "moon",
                     "sun",   "dust",    "ash",     "lay",     "lies",    "all",     "heat",   "spread", "thunder",
                     "flash", "flashes", "sirens",  "drones",  "jets",    "planes",  "flames", "stars",  "explosions"});
}

// "The storm hit Lima", "a quake in the hills woke Lima": what nature does, it does to a town.
bool is_struck_by_nature(const std::vector<Word>& words, std::uint32_t begin) {
  static constexpr std::array<std::string_view, 34> kNature = {
      "storm",    "storms",  "earthquake", "quake",     "tremor",      "tremors", "shock",   "typhoon", "hurricane",
      "cyclone",  "tornado", "flood",      "floods",    "floodwaters", "wave",    "tsunami", "heat",    "heatwave",
      "blizzard", "gale",    "gales",      "snow",      "rain",        "rains",   "fog",     "smog",    "ash",
      "drought",  "cholera", "epidemic",   "sandstorm", "monsoon",     "river",   "winds"};
  constexpr std::uint32_t kReach = 6;  // words
  if (begin == 0 || words[begin].before != 0 || words[begin - 1].upper) return false;
  if (!words[begin - 1].fold.ends_with("ed") && words[begin - 1].fold != "hit" && words[begin - 1].fold != "struck" &&
      words[begin - 1].fold != "shook" && words[begin - 1].fold != "made" && words[begin - 1].fold != "woke" &&
      words[begin - 1].fold != "swept")
    return false;
  for (std::uint32_t back = 2; back <= kReach && back <= begin; ++back) {
    if (std::find(kNature.begin(), kNature.end(), words[begin - back].fold) != kNature.end()) return true;
    if (is_break(words[begin - back + 1].before)) break;
  }
  return false;
}

// What a government sends: "arms from Moscow".
bool is_sent(const std::string& noun) {
  static constexpr std::array<std::string_view, 50> kSent = {
      "letter",      "letters",   "answers",      "paper",   "papers",    "note",    "notes", "signal",
      "signals",     "money",     "funds",        "cash",    "arms",      "weapons", "oil",   "gas",
      "fuel",        "tanks",     "missiles",     "advice",  "call",      "calls",   "hints", "hint",
      "invitation",  "statement", "statements",   "comment", "reports",   "report",  "news",  "delegation",
      "delegations", "visitors",  "anything",     "nothing", "something", "support", "much",  "more",
      "away",        "orders",    "instructions", "loan",    "loans",     "rules",   "laws",  "sanctions",
      "credits",     "guarantees"};
  return is_deed_or_thought(noun) || std::find(kSent.begin(), kSent.end(), noun) != kSent.end();
}

// "a bookseller from Lima", "a choir from Lima" come from the town, "an order from Lima" from its government.
bool is_native(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t from) {
  constexpr std::uint32_t kOther = kFunction | kPreposition | kConjunction | kCopula | kPronoun | kParticiple;
  if (from < 2 || words[from].before != 0 || words[from - 1].upper) return false;
  const std::string& noun = words[from - 1].fold;
  if (noun.size() < 3 || is_sent(noun) || (content.classes_of(noun) & kOther)) return false;
  const bool has_determiner = content.classes_of(words[from - 2].fold) & (kDeterminer | kModifier);
  const bool is_of_state = item_at(content, words, from - 1, from, {}, Case::Strict).role != nullptr;
  static constexpr std::array<std::string_view, 9> kEndings = {"er",  "or",    "ist", "ian", "man",
                                                               "men", "woman", "ers", "ors"};
  const bool is_person = noun.size() > 5 && std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
                           return noun.ends_with(ending);
                         });
  static constexpr std::array<std::string_view, 5> kNone = {"power", "favour", "favor", "other", "after"};
  if (std::find(kNone.begin(), kNone.end(), noun) != kNone.end() || noun == "further") return false;
  return is_person || noun == "home" || (has_determiner && !is_of_state);
}

// "between Lima and the sea", "between Lima and Callao": between two capitals there is talk, between one and something
// else there is land.
bool lies_between(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t end) {
  if (end + 1 >= words.size() || words[end].fold != "and") return false;
  const std::uint32_t other = words[end + 1].fold == "the" ? end + 2 : end + 1;
  if (other >= words.size() || !words[other].upper) return other < words.size();
  const auto count = static_cast<std::uint32_t>(words.size());
  return item_at(content, words, other, count, {}, Case::Strict).is_word();
}

bool is_distance(const std::string& word) {
  static constexpr std::array<std::string_view, 9> kDistances = {"hour", "hours", "minutes", "mile",      "miles",
                                                                 "away", "far",   "metres",  "kilometres"};
  return std::find(kDistances.begin(), kDistances.end(), word) != kDistances.end();
}

// "Lima in winter", "the Lima of his youth".
bool is_of_a_time(const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::array<std::string_view, 6> kSeasons = {"winter", "summer",     "spring",
                                                               "autumn", "springtime", "rain"};
  if (end + 1 >= words.size() || words[end].before != 0 || words[end - 1].possessive) return false;
  const bool is_remembered = begin > 0 && words[begin - 1].fold == "the" && words[end].fold == "of";
  return is_remembered || (words[end].fold == "in" &&
                           std::find(kSeasons.begin(), kSeasons.end(), words[end + 1].fold) != kSeasons.end());
}

// "A Lima balcony": the town says only where the thing is. Behind "the" a building may act: "the Kremlin met".
bool is_attribute(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin,
                  std::uint32_t end) {
  if (begin == 0 || words[begin].before != 0 || words[begin - 1].fold == "the" ||
      !(content.classes_of(words[begin - 1].fold) & kDeterminer))
    return false;
  if (!modifies_a_noun(content, words, end) || is_deed_or_thought(words[end].fold)) return false;
  const auto count = static_cast<std::uint32_t>(words.size());
  for (std::uint32_t at = end; at < count && at < end + 3 && words[at].before == 0 && !words[at].upper; ++at) {
    if (item_at(content, words, at, count, {}, Case::Strict).role != nullptr) return false;
    if (is_deed_or_thought(words[at].fold)) return false;
  }
  return true;
}

bool is_point_of_compass(const Word& word) {
  return !word.upper && (word.fold == "north" || word.fold == "south" || word.fold == "east" || word.fold == "west");
}

// "Cairo's narrow streets": what only a town has.
bool owns_a_place(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t end) {
  constexpr std::uint32_t kNear = 2;
  for (std::uint32_t at = end; at < end + kNear && at < words.size() && words[at].before == 0 && !words[at].upper;
       ++at) {
    if (content.classes_of(words[at].fold) & kTownPart) return true;
  }
  return false;
}

}  // namespace

bool stands_for_place(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin,
                      std::uint32_t end, NameOf what) {
  if (is_dateline(words, begin, end)) return true;
  if (what == NameOf::State && modifies_a_noun(content, words, end)) return false;
  if (what == NameOf::Town && end < words.size() && words[end].before == ',' && words[end].fold == "where") return true;
  if (end < words.size() && words[end].before == 0 && !words[end - 1].possessive && what == NameOf::Town &&
      (content.classes_of(words[end].fold) & kTownNoun)) {
    return true;
  }
  if (what == NameOf::Town && is_attribute(content, words, begin, end)) return true;
  if (what == NameOf::Town && (is_of_a_time(words, begin, end) || is_struck_by_nature(words, begin))) return true;
  const bool is_subject = what == NameOf::Town && end < words.size() && !words[end - 1].possessive;
  if (is_subject && is_told_of_a_town(content, words, end)) return true;
  if (words[end - 1].possessive) return what == NameOf::Town && owns_a_place(content, words, end);
  const std::uint32_t first = before_the_name(content, words, begin);
  if (first == 0 || (is_break(words[first].before) && words[first].before != ',')) return false;
  const std::string& before = words[first - 1].fold;
  const std::uint32_t kind = content.classes_of(before);
  // "From Lima the line runs north", "From Lima, the envoy said".
  if (what == NameOf::Town && before == "from" && first >= 2 && is_distance(words[first - 2].fold)) return true;
  if (what == NameOf::Town && before == "from" && (first == 1 || is_native(content, words, first - 1))) return true;
  if (what == NameOf::Town && (before == "all" || before == "off" || before == "into" || before == "half")) return true;
  if (what == NameOf::Town && words[first - 1].before == 0 && is_point_of_compass(words[first - 1])) return true;
  if (what == NameOf::Town && before == "to" && follows_from(words, first - 1)) return true;
  if (before == "as") return first >= 2 && (words[first - 2].fold == "far" || words[first - 2].fold == "away");
  if (before == "to" || before == "from" || before == "for" || before == "via" || before == "towards" ||
      before == "toward") {
    return before == "via" || has_motion(content, words, first - 1);
  }
  if (before == "and" || before == "or")
    return first >= 2 && stands_for_place(content, words, first - 2, first - 1, what) && words[first - 2].upper;
  if (before == "of") return is_part_of_town(content, words, first - 1);
  if (before == "between") return lies_between(content, words, end);
  if (what == NameOf::Town && (before == "on" || before == "over")) return falls_on(words, first - 1);
  return (kind & kLocative) != 0;
}

}  // namespace demarche::actors
