// SPDX-License-Identifier: Apache-2.0
#include "events/spots.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace demarche::events {

namespace {

using places::Place;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The words before a place: the last one is the nearest; "the" is left out. Reaches back 64 bytes, at least two words.
std::vector<std::string> words_before(const Document& document, Span span, std::uint32_t from) {
  constexpr std::uint32_t kReach = 64;
  const std::uint32_t begin = std::max(from, span.begin - std::min(span.begin, kReach));
  std::vector<std::string> words;
  for (const auto& token : language::split_tokens(document.text(), {begin, span.begin})) {
    std::string word = fold_case(document.view(token.span));
    if (word != "the") words.push_back(std::move(word));
  }
  return words;
}

bool is_word_of_place(std::string_view word) {
  constexpr std::array<std::string_view, 14> kWords = {"in",     "at",   "near",   "inside",     "outside",
                                                       "across", "into", "around", "throughout", "on",
                                                       "along",  "of",   "from",   "over"};
  return is_one_of(kWords, word);
}

// What is spoken of when it is said to be somewhere: "stability in Peru" is no deed there.
bool is_matter(std::string_view word) {
  constexpr std::array<std::string_view, 38> kMatters = {
      "peace",      "stability",  "instability", "security",     "insecurity", "interests",      "interest",
      "settlement", "solution",   "situation",   "difficulties", "policy",     "policies",       "role",
      "presence",   "influence",  "goals",       "goal",         "strategy",   "democracy",      "conditions",
      "crisis",     "conflict",   "separatism",  "victory",      "extremism",  "terrorism",      "insurgency",
      "order",      "government", "regime",      "leadership",   "investment", "reconciliation", "progress",
      "rights",     "rule",       "reforms"};
  return is_one_of(kMatters, word);
}

// "groups based in Peru": where they are at home, not where something is done.
bool is_home(std::string_view word) {
  constexpr std::array<std::string_view, 7> kHomes = {"based",  "born",    "exiled",  "headquartered",
                                                      "living", "located", "residing"};
  return is_one_of(kHomes, word);
}

// What may stand behind a place that is no adjective: "in the US for talks".
bool ends_phrase(std::string_view word) {
  constexpr std::array<std::string_view, 44> kWords = {
      "and",  "or",     "but",   "on",    "in",   "at",   "to",    "for",   "with",    "after", "before",
      "when", "where",  "who",   "which", "that", "is",   "was",   "were",  "are",     "has",   "have",
      "had",  "will",   "would", "as",    "by",   "from", "since", "until", "because", "while", "said",
      "says", "during", "over",  "under", "last", "this", "next",  "than",  "of",      "about", "against"};
  return is_one_of(kWords, word) || word.ends_with("ed");
}

bool is_country(const Place& place) { return place.precision == "country"; }

// "the US authorities", "Peru's losses", "the Peru–Chile border"
bool describes_a_noun(const Document& document, const Place& place, std::uint32_t end_of_sentence) {
  const std::string_view behind = document.view({place.span.end, std::max(place.span.end, end_of_sentence)});
  const auto starts = [&](std::string_view sign) { return behind.starts_with(sign); };
  const bool is_joined = (starts("-") || starts("–")) && behind.size() > 3 && behind[1] != ' ' && behind[3] != ' ';
  if (is_joined) return true;
  if (!is_country(place)) return false;
  if (starts("'s ") || starts("’s ") || starts("' ") || starts("’ ")) return true;
  const std::string_view name = document.view(place.span);
  const bool is_short =
      std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });  // "US", "U.K."
  const auto tokens =
      language::split_tokens(behind, {0, static_cast<std::uint32_t>(std::min<std::size_t>(40, behind.size()))});
  if (!is_short || tokens.empty() || tokens.front().span.begin == 0) return false;
  const std::string word = fold_case(behind.substr(tokens.front().span.begin, tokens.front().span.size()));
  return word[0] >= 'a' && word[0] <= 'z' && !ends_phrase(word);
}

bool is_participant(const Event& event, Span span) {
  const auto has = [&](const Participant& each) { return each.span == span; };
  return std::any_of(event.actors.begin(), event.actors.end(), has) ||
         std::any_of(event.recipients.begin(), event.recipients.end(), has);
}

bool is_said(const Event& event) {
  constexpr std::array<std::string_view, 7> kSaid = {"AGREE",  "SUPPORT", "CONCEDE", "REQUEST",
                                                     "ACCUSE", "REJECT",  "THREATEN"};
  return is_one_of(kSaid, event.event);
}

// "seized Kabul", "shelled the city of Aleppo": nothing else between the deed and the town.
bool is_object(const Document& document, const Event& event, const Place& place) {
  constexpr std::array<std::string_view, 4> kDeeds = {"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"};
  const Span trigger = event.trigger.back();
  if (!is_one_of(kDeeds, event.event) || is_country(place) || trigger.end > place.span.begin) return false;
  const std::string between(trim(document.view({trigger.end, place.span.begin})));
  constexpr std::array<std::string_view, 6> kBetween = {
      "", "the", "the city of", "the town of", "the village of", "the port of"};
  return is_one_of(kBetween, fold_case(between));
}

// "rebels in Peru, whose land is used to attack them": the relative clause of a place tells of a deed elsewhere, until
// a comma ends it.
bool is_left_behind(const Document& document, const Event& event, const Place& place) {
  constexpr std::array<std::string_view, 4> kOpeners = {"which", "who", "whom", "whose"};
  const std::uint32_t begin = event.trigger.front().begin;
  if (place.span.end >= begin) return false;
  bool is_open = false;
  for (const auto& token : language::split_tokens(document.text(), {place.span.end, begin})) {
    const std::string word = fold_case(document.view(token.span));
    is_open = is_one_of(kOpeners, word) || (is_open && word != ",");
  }
  return is_open;
}

// Which, who and because begin a clause that tells where something else lies.
bool is_in_other_clause(const Document& document, const Event& event, const Place& place) {
  constexpr std::array<std::string_view, 8> kOpeners = {"which",   "who",      "whom",  "whose",
                                                        "because", "although", "where", "while"};
  const std::uint32_t end = event.trigger.back().end;
  if (end >= place.span.begin) return is_left_behind(document, event, place);
  for (const auto& token : language::split_tokens(document.text(), {end, place.span.begin}))
    if (is_one_of(kOpeners, fold_case(document.view(token.span)))) return true;
  return false;
}

bool has_deed_between(const Event& event, const Place& place, const Spans& triggers) {
  return std::any_of(triggers.begin(), triggers.end(), [&](Span other) {
    return event.trigger.back().end <= other.begin && other.end <= place.span.begin;
  });
}

bool is_meeting(std::string_view word) {
  constexpr std::array<std::string_view, 9> kMeetings = {"summit",  "meeting",  "talks",    "conference", "ceremony",
                                                         "session", "congress", "assembly", "round"};
  return is_one_of(kMeetings, word);
}

// "attacks launched from Peru", "struck, and pursued them into Peru": from where, and where another deed goes.
bool is_way(const Event& event, const Place& place, std::string_view link, const Spans& triggers) {
  const bool is_origin = link == "from" && event.event == "ASSAULT" && event.mode != "abduct";
  return is_origin || (link == "into" && has_deed_between(event, place, triggers));
}

// The matter of what is said lies behind the saying; where it was said stands apart before it ("On 9 July, in Lima, the
// envoy warned …"), or is a town behind it.
bool is_of_the_matter(const Event& event, const Place& place, const Spans& triggers,
                      const std::vector<std::string>& before) {
  if (!is_said(event)) return false;
  const bool stands_apart =
      before.size() < 2 || is_one_of(std::array<std::string_view, 3>{",", ";", ":"}, before[before.size() - 2]);
  const bool is_of_meeting = before.size() > 1 && is_meeting(before[before.size() - 2]);  // "the summit in Lima agreed"
  if (place.span.end <= event.trigger.front().begin) return !stands_apart && !is_of_meeting;
  const bool is_wide = is_country(place) || place.precision == "region";
  return is_wide || has_deed_between(event, place, triggers);
}

bool may_be_place_of(const Document& document, const Event& event, const Place& place, const Spans& triggers) {
  if (is_object(document, event, place)) return true;
  const std::vector<std::string> before = words_before(document, place.span, event.sentence.begin);
  const std::string link = before.empty() ? "" : before.back();
  const bool is_goal = event.mode == "visit" && link == "to";
  if (!is_goal && (!is_word_of_place(link) || is_participant(event, place.span))) return false;
  const bool is_trigger = before.size() > 1 && event.trigger.back().end <= place.span.begin &&
                          fold_case(document.view(event.trigger.back())).ends_with(before[before.size() - 2]);
  if (before.size() > 1 && !is_trigger && (is_matter(before[before.size() - 2]) || is_home(before[before.size() - 2])))
    return false;
  if (is_way(event, place, link, triggers)) return false;
  return !describes_a_noun(document, place, event.sentence.end) && !is_in_other_clause(document, event, place) &&
         !is_of_the_matter(event, place, triggers, before);
}

}  // namespace

std::optional<Place> place_of(const Document& document, const Event& event, const std::vector<Place>& places,
                              const Spans& triggers) {
  const Place* best = nullptr;
  const Span trigger = event.trigger.front();
  for (const Place& place : places) {
    if (!event.sentence.contains(place.span) || !may_be_place_of(document, event, place, triggers)) continue;
    if (!best || distance(place.span, trigger) < distance(best->span, trigger)) best = &place;
  }
  return best ? std::optional(*best) : std::nullopt;
}

}  // namespace demarche::events
