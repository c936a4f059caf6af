// SPDX-License-Identifier: Apache-2.0
#include "analysis/happenings/likeness.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace demarche::analysis {

namespace {

constexpr int kExact = 3, kMonth = 45, kFortnight = 14, kYear = 400;  // days

// One that is dated only by its document may be told long afterwards: its day agrees, and excludes nothing.
std::optional<int> points_of_dates(const Deed& one, const Deed& other) {
  if (one.when.is_known() && other.when.is_known() && one.when.overlaps(other.when)) {
    const int width = std::max(one.when.hi - one.when.lo, other.when.hi - other.when.lo);
    return width <= kExact ? 6 : width <= kMonth ? 4 : 1;
  }
  if (is_dated(one) && is_dated(other)) return std::nullopt;
  if (one.said == kNoDay && other.said == kNoDay) return 0;
  int gap = 0;
  if (!is_dated(one) && !is_dated(other)) {
    if (one.said == kNoDay || other.said == kNoDay) return 0;
    gap = std::abs(one.said - other.said);
  } else {
    const Deed& dated = is_dated(one) ? one : other;
    const Deed& undated = is_dated(one) ? other : one;
    if (undated.said == kNoDay) return 0;
    if (dated.when.lo > undated.said + 1) return std::nullopt;
    gap = undated.said - dated.when.hi;
  }
  return gap <= kFortnight ? 2 : gap <= kYear ? -1 : -2;
}

// Deeds of words are one only when the same words do them; other deeds also under another name of their kind.
std::optional<int> points_of_type(const Deed& one, const Deed& other) {
  constexpr int kOfWords = 3;
  if (one.quad != other.quad) return std::nullopt;
  const bool is_same = one.event == other.event;
  if (!is_same && one.quad == kOfWords) return std::nullopt;
  const bool has_stem = words_shared(one.trigger, other.trigger) > 0;
  int points = is_same ? 4 : has_stem ? 2 : 0;
  if (has_stem) points += 3;
  if (!one.mode.empty() && !other.mode.empty()) points += one.mode == other.mode ? 2 : -2;
  return points;
}

struct Parties {
  bool actors = false, recipients = false;  // agree
  int points = 0;
};

Ids all_parties(const Deed& deed) {
  Ids ids = deed.actors;
  ids.insert(ids.end(), deed.recipients.begin(), deed.recipients.end());
  return ids;
}

// What several do together has no recipient: talks, an exchange, a clash of two armies.
bool is_joint(const Deed& deed) {
  constexpr int kMaterialCooperation = 2;
  return deed.quad <= kMaterialCooperation || deed.actors.empty() || deed.recipients.empty();
}

bool agree_all_together(const Deed& one, const Deed& other) {
  if (!is_joint(one) && !is_joint(other)) return false;
  const auto count = [](const Deed& deed) { return deed.actors.size() + deed.recipients.size(); };
  return count(one) > 1 && count(other) > 1 && agree(all_parties(one), all_parties(other));
}

// Talks are told from either side: "A met B", "B met A". A demand is not, nor an attack.
std::optional<Parties> compare_parties(const Deed& one, const Deed& other) {
  constexpr int kEach = 3, kOtherDoer = -6, kOfWords = 3;
  const bool same_actors = agree(one.actors, other.actors), same_recipients = agree(one.recipients, other.recipients);
  const bool is_of_words = one.quad == kOfWords, is_one_unknown = !same_actors || !same_recipients;
  if (!is_of_words && is_one_unknown && agree_all_together(one, other)) return Parties{true, true, 2 * kEach};
  const bool is_contrary = (!same_actors && !one.actors.empty() && !other.actors.empty()) ||
                           (!same_recipients && !one.recipients.empty() && !other.recipients.empty());
  if (is_contrary) return is_of_words ? std::nullopt : std::optional(Parties{false, false, kOtherDoer});
  return Parties{same_actors, same_recipients, kEach * (int{same_actors} + int{same_recipients})};
}

// Twelve are soon counted twice; 31 or 1,300 hardly.
int points_of_figures(const Claim& one, const Claim& other) {
  constexpr double kSmall = 12;
  int points = 0;
  for (const auto& a : one.event->quantities) {
    for (const auto& b : other.event->quantities) {
      if (a.kind == b.kind && a.unit == b.unit && a.value == b.value)
        points = std::max(points, a.value > kSmall ? 5 : 3);
    }
  }
  return points;
}

// A country says little of where in it something happened.
bool has_place(const Claim& claim) { return claim.event->place && claim.event->place->precision != "country"; }

int points_of_places(const Claim& one, const Claim& other) {
  if (!has_place(one) || !has_place(other)) return 0;
  return one.event->place->name == other.event->place->name ? 2 : -1;
}

bool is_done_by_words(const Deed& deed) {
  constexpr std::array<std::string_view, 5> kByWords = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"};
  return std::find(kByWords.begin(), kByWords.end(), deed.event) != kByWords.end();
}

}  // namespace

std::optional<Likeness> likeness(const Corpus& corpus, const Deed& one, const Deed& other) {
  const auto of_dates = points_of_dates(one, other);  // first: the quickest to exclude most
  if (!of_dates) return std::nullopt;
  const auto of_type = points_of_type(one, other);
  if (!of_type) return std::nullopt;
  const auto parties = compare_parties(one, other);
  if (!parties) return std::nullopt;
  const Claim& claim = corpus.claims[static_cast<std::size_t>(one.claim)];
  const Claim& like = corpus.claims[static_cast<std::size_t>(other.claim)];
  const int figures = points_of_figures(claim, like), places = points_of_places(claim, like);
  const int names = equal_words(one.names, other.names), words = words_shared(one.words, other.words);
  const int whom = equal_words(one.recipient_words, other.recipient_words);
  int points = *of_type + *of_dates + parties->points + figures + places;
  points += 2 * std::min(2, whom) + std::min(2, equal_words(one.actor_words, other.actor_words));
  points += 2 * std::min(3, names) + std::min(5, words);
  // What is demanded or promised must be the same matter, not only between the same.
  if (is_done_by_words(one) && words == 0 && figures == 0) points -= 4;
  // The same do the same again and again: without dates that meet, more than the parties must agree.
  const bool is_thing = whom > 0 && !parties->recipients;  // else these are words for a party
  const bool has_party = parties->actors || parties->recipients;
  const bool is_particular = names > 0 || is_thing || figures > 0 || (*of_dates > 0 && (has_party || places > 0));
  return Likeness{points, is_particular};
}

}  // namespace demarche::analysis
