// SPDX-License-Identifier: Apache-2.0
// Who did it, where, when: accounts of one occurrence that name different doers, places or days. Such claims are never
// one happening by the rules for happenings, so they are looked for here, and only where something else ties them: the
// same victims, place, figures or wording on the same day.
#include <algorithm>
#include <cmath>

#include "analysis/claims/distance.h"
#include "analysis/claims/identity.h"
#include "analysis/disputes/charges.h"
#include "analysis/disputes/disputes.h"
#include "analysis/happenings/happenings.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

std::string deed_in_words(const Corpus& corpus, const Claim& claim) {
  std::string told = corpus.lexicon->told(claim.event->event, claim.event->mode, claim.themes, "Who",
                                          names_in(corpus, claim.recipients));
  if (claim.event->place) told += " at " + claim.event->place->name;
  if (claim.when.is_known()) told += " (" + period_text(claim.when) + ")";
  return told + "?";
}

namespace {

bool tells_of_a_deed(const Claim& claim) {
  return claim.ground == Ground::Fact && claim.stance == Stance::Affirms && claim.event->polarity != "negated";
}

bool same_place(const Claim& one, const Claim& other) {
  if (!one.event->place || !other.event->place) return false;
  return one.event->place->precision != "country" && one.event->place->name == other.event->place->name;
}

bool same_victims(const Claim& one, const Claim& other) { return agree(one.recipients, other.recipients); }

bool same_figures(const Claim& one, const Claim& other) {
  for (const auto& a : one.event->quantities) {
    for (const auto& b : other.event->quantities) {
      if (a.kind == b.kind && a.kind != "percent" && a.value == b.value && a.value > 1) return true;
    }
  }
  return false;
}

bool same_days(const Claim& one, const Claim& other) {
  return one.when.is_known() && other.when.is_known() && !one.when.is_coarse() && !other.when.is_coarse() &&
         one.when.overlaps(other.when);
}

bool attributed_differently(const Claim& one, const Claim& other) {
  return one.voice.key != other.voice.key && (one.utterance >= 0 || other.utterance >= 0);
}

// Same deed, same days or same text, at least two ties more; only the doer differs.
bool differ_in_culprit(const Claim& one, const Claim& other) {
  if (one.event->event != other.event->event || one.quad() != 4) return false;
  if (one.actors.empty() || other.actors.empty() || meet(one.actors, other.actors) ||
      meet(one.actors, other.recipients))
    return false;
  if (!attributed_differently(one, other) || contradict(one.recipients, other.recipients)) return false;
  const bool is_near = same_days(one, other) || (dates_agree(one, other) && one.document == other.document);
  const int ties =
      same_place(one, other) + same_victims(one, other) + same_figures(one, other) + share(one.stems, other.stems);
  return is_near && ties >= 2;
}

using Block = std::map<std::string, std::vector<int>>;

// Two claims of days within a month of each other have one of these in common.
std::vector<std::string> months_of(const Claim& claim) {
  constexpr int kHalf = 15;
  if (!claim.when.is_known()) return {""};
  std::vector<std::string> months;
  for (const int month : months_touched(claim.when.lo - kHalf, claim.when.hi + kHalf))
    months.push_back(std::to_string(month));
  return months;
}

// By type and by what may tie two claims: place, victim, document.
Block block_claims(const Corpus& corpus, bool (*is_wanted)(const Claim&)) {
  Block blocks;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    if (!tells_of_a_deed(claim) || !is_wanted(claim)) continue;
    const std::string type = claim.event->event + "|";
    for (const std::string& month : months_of(claim)) {
      if (claim.event->place) blocks[type + "p" + claim.event->place->name + month].push_back(static_cast<int>(i));
      for (const std::string& id : claim.recipients)
        blocks[type + "r" + root_of(id) + month].push_back(static_cast<int>(i));
    }
    blocks[type + "d" + std::to_string(claim.document)].push_back(static_cast<int>(i));
  }
  return blocks;
}

bool is_of_quad_four(const Claim& claim) { return claim.quad() == 4 && !claim.actors.empty(); }
bool has_place(const Claim& claim) { return claim.event->place.has_value() && claim.quad() != 3; }
bool has_exact_day(const Claim& claim) { return claim.when.is_exact() && claim.quad() != 3; }

// Connected by pairs that differ: one dispute per cluster.
std::vector<std::vector<int>> clusters(const Corpus& corpus, const Block& blocks,
                                       bool (*differ)(const Claim&, const Claim&)) {
  std::map<int, int> parent;
  std::function<int(int)> root = [&](int node) {
    return parent.at(node) == node ? node : parent[node] = root(parent.at(node));
  };
  for (const auto& [key, indexes] : blocks) {
    for (std::size_t i = 0; i < indexes.size(); ++i) {
      for (std::size_t j = i + 1; j < indexes.size(); ++j) {
        if (!differ(corpus.claims[static_cast<std::size_t>(indexes[i])],
                    corpus.claims[static_cast<std::size_t>(indexes[j])]))
          continue;
        const int a = root(parent.try_emplace(indexes[i], indexes[i]).first->first),
                  b = root(parent.try_emplace(indexes[j], indexes[j]).first->first);
        parent[std::max(a, b)] = std::min(a, b);
      }
    }
  }
  std::map<int, std::vector<int>> groups;
  for (const auto& [node, up] : parent) groups[root(node)].push_back(node);
  std::vector<std::vector<int>> out;
  for (auto& [start, nodes] : groups) out.push_back(nodes);
  return out;
}

void find_rival_claims(const Corpus& corpus, Disputes& found) {
  for (const auto& nodes : clusters(corpus, block_claims(corpus, is_of_quad_four), differ_in_culprit)) {
    DisputeMaker maker(corpus, "culprit");
    for (const int node : nodes) {
      const Claim& claim = corpus.claims[static_cast<std::size_t>(node)];
      const std::string culprit = names_in(corpus, voices_of(claim.actors));
      maker.add(culprit, claim.voice, "blames " + culprit, claim);
    }
    const Claim& first = corpus.claims[static_cast<std::size_t>(nodes.front())];
    found.push_back(maker.finish(first.id, deed_in_words(corpus, first), first.event->event,
                                 shared_theme(first.themes, {}), importance_of(first)));
  }
}

// The deed of force told last before a place in the text: what "A blamed B" is about when it does not say.
int deed_before(const Corpus& corpus, int document, std::uint32_t at) {
  constexpr std::uint32_t kReach = 600;
  int nearest = -1;
  for (std::size_t i = static_cast<std::size_t>(corpus.texts[static_cast<std::size_t>(document)].first_claim);
       i < corpus.claims.size() && corpus.claims[i].document == document; ++i) {
    const Claim& claim = corpus.claims[i];
    if (claim.quad() != 4 || !tells_of_a_deed(claim) || claim.event->event == "PROTEST") continue;
    const std::uint32_t begin = claim.event->sentence.begin;
    if (begin <= at && begin + kReach >= at &&
        (nearest < 0 || begin > corpus.claims[static_cast<std::size_t>(nearest)].event->sentence.begin)) {
      nearest = static_cast<int>(i);
    }
  }
  return nearest;
}

// "blamed C", and no more: an accusation that says of what is about something of its own.
bool is_bare(const Corpus& corpus, const Accusation& accusation) {
  constexpr std::uint32_t kShort = 110;
  if (accusation.utterance >= 0) return corpus.utterances[static_cast<std::size_t>(accusation.utterance)].is_bare;
  const auto sentence = corpus.claims[static_cast<std::size_t>(accusation.claim)].event->sentence;
  return sentence.end - sentence.begin < kShort;
}

bool is_about_force(const Corpus& corpus, const Accusation& accusation) {
  if (!accusation.accuser.is_named_actor() || !is_bare(corpus, accusation)) return false;
  return accusation.claims.empty() || std::any_of(accusation.claims.begin(), accusation.claims.end(), [&](int index) {
           return corpus.claims[static_cast<std::size_t>(index)].quad() == 4;
         });
}

// "A bomb killed 30. B blamed C. C blamed D."
void find_rival_accusations(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found) {
  std::map<int, std::vector<const Accusation*>> by_deed;
  for (const Accusation& accusation : accusations) {
    if (!is_about_force(corpus, accusation)) continue;
    const int deed = deed_before(corpus, accusation.document, accusation.at);
    if (deed >= 0) by_deed[deed].push_back(&accusation);
  }
  for (const auto& [deed, rivals] : by_deed) {
    DisputeMaker maker(corpus, "culprit");
    std::set<std::string> culprits;
    for (const Accusation* rival : rivals) {
      const std::string culprit = names_in(corpus, voices_of(rival->accused));
      culprits.insert(culprit);
      if (rival->utterance >= 0)
        maker.add(culprit, rival->accuser, "blames " + culprit,
                  corpus.utterances[static_cast<std::size_t>(rival->utterance)]);
      else
        maker.add(culprit, rival->accuser, "blames " + culprit, corpus.claims[static_cast<std::size_t>(rival->claim)]);
    }
    if (culprits.size() < 2) continue;
    const Claim& claim = corpus.claims[static_cast<std::size_t>(deed)];
    found.push_back(maker.finish(claim.id, deed_in_words(corpus, claim), claim.event->event,
                                 shared_theme(claim.themes, {}), importance_of(claim)));
  }
}

bool parties_agree(const Claim& one, const Claim& other) {
  return agree(one.recipients, other.recipients) && may_agree(one.actors, other.actors);
}

bool differ_in_place(const Claim& one, const Claim& other) {
  constexpr double kApart = 50;
  const auto &a = *one.event->place, &b = *other.event->place;
  if (a.precision == "country" || b.precision == "country" || a.name == b.name || kilometres(a, b) < kApart)
    return false;
  return attributed_differently(one, other) && parties_agree(one, other) && same_days(one, other) &&
         one.when.is_exact() && other.when.is_exact() && same_figures(one, other);
}

bool differ_in_day(const Claim& one, const Claim& other) {
  constexpr int kMonth = 30;
  if (one.when.overlaps(other.when) || std::abs(one.when.lo - other.when.lo) > kMonth) return false;
  return attributed_differently(one, other) && parties_agree(one, other) && same_place(one, other) &&
         same_figures(one, other);
}

void find_differing(const Corpus& corpus, const std::string& kind, bool (*is_wanted)(const Claim&),
                    bool (*differ)(const Claim&, const Claim&), Disputes& found) {
  for (const auto& nodes : clusters(corpus, block_claims(corpus, is_wanted), differ)) {
    DisputeMaker maker(corpus, kind);
    for (const int node : nodes) {
      const Claim& claim = corpus.claims[static_cast<std::size_t>(node)];
      const std::string value = kind == "place" ? "at " + claim.event->place->name : "on " + period_text(claim.when);
      maker.add(value, claim.voice, value, claim);
    }
    const Claim& first = corpus.claims[static_cast<std::size_t>(nodes.front())];
    const std::string told = corpus.lexicon->told(first.event->event, first.event->mode, first.themes,
                                                  first.actors.empty() ? "someone" : names_in(corpus, first.actors),
                                                  names_in(corpus, first.recipients));
    found.push_back(maker.finish(first.id, (kind == "place" ? "Where was it that " : "When was it that ") + told + "?",
                                 first.event->event, shared_theme(first.themes, {}), importance_of(first)));
  }
}

}  // namespace

void find_culprits(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found) {
  find_rival_claims(corpus, found);
  find_rival_accusations(corpus, accusations, found);
}

void find_places_and_times(const Corpus& corpus, Disputes& found) {
  find_differing(corpus, "place", has_place, differ_in_place, found);
  find_differing(corpus, "time", has_exact_day, differ_in_day, found);
}

}  // namespace demarche::analysis
