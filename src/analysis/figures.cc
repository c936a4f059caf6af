// SPDX-License-Identifier: Apache-2.0
// Differing accounts of one occurrence: how many, who, where, when.
#include <algorithm>
#include <cmath>

#include "analysis/amounts.h"
#include "analysis/disputes.h"
#include "analysis/identity.h"
#include "analysis/words.h"

namespace demarche::analysis {

namespace {

using record::QuantityItem;

// One figure of one claim.
struct Figure {
  int claim = -1;
  const QuantityItem* quantity = nullptr;
  bool is_same(const Figure& other) const { return may_be_one_figure(*quantity, *other.quantity); }
};

std::string kind_key(const QuantityItem& quantity) { return quantity.kind + "|" + quantity.unit; }

// Large numbers of dead or of money matter more than small ones, slowly.
double magnitude(const QuantityItem& quantity) {
  const double digits = std::log10(std::max(1.0, quantity.value));
  return std::clamp(quantity.kind == "money" ? 0.6 + digits / 25 : 0.7 + digits / 10, 0.5, 1.0);
}

std::string asked_for(const QuantityItem& quantity) {
  if (quantity.kind == "killed") return "How many were killed";
  if (quantity.kind == "injured") return "How many were injured";
  if (quantity.kind == "arrested") return "How many were arrested";
  if (quantity.kind == "displaced") return "How many were displaced";
  if (quantity.kind == "troops") return "How many troops";
  if (quantity.kind == "money") return "How much money";
  if (quantity.kind == "percent") return "What share";
  return "How many " + (quantity.unit.empty() || quantity.unit == "persons" ? "people" : quantity.unit);
}

std::string occurrence(const Corpus& corpus, const Claim& claim) {
  const auto& event = *claim.event;
  std::string told = corpus.lexicon->told(event.event, event.mode, claim.themes,
                                          claim.actors.empty() ? "someone" : names_in(corpus, claim.actors),
                                          names_in(corpus, claim.recipients));
  if (event.place) told += " at " + event.place->name;
  if (claim.when.is_known()) told += " (" + period_text(claim.when) + ")";
  return told;
}

// Figures of one kind about one thing, made into sides: each side one value.
class FigureSides {
 public:
  FigureSides(const Corpus& corpus, std::vector<Figure> figures) : corpus_(corpus), figures_(std::move(figures)) {}
  void find(const std::string& about, Disputes& found);

 private:
  const Claim& claim(const Figure& figure) const { return corpus_.claims[static_cast<std::size_t>(figure.claim)]; }
  std::vector<std::vector<Figure>> sides() const;
  bool has_two_voices(const std::vector<std::vector<Figure>>& sides) const;

  const Corpus& corpus_;
  std::vector<Figure> figures_;
};

std::vector<std::vector<Figure>> FigureSides::sides() const {
  std::vector<std::vector<Figure>> sides;
  for (const Figure& figure : figures_) {
    const auto same =
        std::find_if(sides.begin(), sides.end(), [&](const auto& side) { return side.front().is_same(figure); });
    if (same == sides.end())
      sides.push_back({figure});
    else
      same->push_back(figure);
  }
  return sides;
}

bool FigureSides::has_two_voices(const std::vector<std::vector<Figure>>& sides) const {
  for (const Figure& a : sides[0]) {
    for (std::size_t i = 1; i < sides.size(); ++i) {
      for (const Figure& b : sides[i]) {
        if (claim(a).voice.key != claim(b).voice.key) return true;
      }
    }
  }
  return false;
}

void FigureSides::find(const std::string& about, Disputes& found) {
  std::sort(figures_.begin(), figures_.end(), [&](const Figure& a, const Figure& b) {
    return std::tie(a.quantity->value, claim(a).said, claim(a).id) <
           std::tie(b.quantity->value, claim(b).said, claim(b).id);
  });
  const auto parts = sides();
  if (parts.size() < 2 || !has_two_voices(parts)) return;
  DisputeMaker maker(corpus_, "figure");
  for (const auto& part : parts) {
    const std::string value = figure_text(*part.front().quantity);
    for (const Figure& figure : part) maker.add(value, claim(figure).voice, value, claim(figure));
  }
  const Claim& sample = claim(parts.front().front());
  const QuantityItem& quantity = *parts.back().front().quantity;
  const std::string question = asked_for(quantity) + ": " + occurrence(corpus_, sample) + "?";
  found.push_back(maker.finish(about + kind_key(quantity), question, sample.event->event,
                               shared_theme(sample.themes, {}),
                               magnitude(quantity) * std::max(0.8, importance_of(sample))));
}

using ByKind = std::map<std::string, std::vector<Figure>>;

void collect(const Corpus& corpus, int index, ByKind& by_kind) {
  for (const QuantityItem& quantity : corpus.claims[static_cast<std::size_t>(index)].event->quantities) {
    by_kind[kind_key(quantity)].push_back({.claim = index, .quantity = &quantity});
  }
}

// Two accounts outside a happening: total sums, shares, forces. Both must be somebody's, near in time, and about one
// thing.
bool are_accounts_of_one(const Claim& one, const Claim& other) {
  constexpr int kNear = 60;
  if (one.voice.key == other.voice.key || one.utterance < 0 || other.utterance < 0) return false;
  if (one.event->event != other.event->event || one.ground != other.ground) return false;
  if (!agree(one.actors, other.actors) || contradict(one.recipients, other.recipients)) return false;
  if (!share(one.themes, other.themes) || !share(one.stems, other.stems)) return false;
  if (one.when.is_known() && other.when.is_known()) return one.when.overlaps(other.when);
  return one.document == other.document ||
         (one.said != kNoDay && other.said != kNoDay && std::abs(one.said - other.said) <= kNear);
}

void find_loose_figures(const Corpus& corpus, const std::set<int>& grouped, Disputes& found) {
  std::map<std::string, std::vector<Figure>> blocks;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    if (grouped.contains(static_cast<int>(i)) || claim.actors.empty() || claim.utterance < 0) continue;
    for (const QuantityItem& quantity : claim.event->quantities) {
      const std::string key = claim.event->event + "|" + root_of(claim.actors.front()) + "|" + kind_key(quantity);
      blocks[key].push_back({.claim = static_cast<int>(i), .quantity = &quantity});
    }
  }
  for (const auto& [key, figures] : blocks) {
    std::set<std::size_t> used;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      if (used.contains(i)) continue;
      std::vector<Figure> like = {figures[i]};
      const Claim& first = corpus.claims[static_cast<std::size_t>(figures[i].claim)];
      for (std::size_t j = i + 1; j < figures.size(); ++j) {
        if (!are_accounts_of_one(first, corpus.claims[static_cast<std::size_t>(figures[j].claim)])) continue;
        like.push_back(figures[j]);
        used.insert(j);
      }
      FigureSides(corpus, like).find(key + first.id, found);
    }
  }
}

// Words that set a claimed amount against a received one: data/lexicon/en/contrasts.tsv by way of the lexicon.
bool sets_against(const Corpus& corpus, const std::string& before, const std::string& between) {
  const bool is_turned = corpus.lexicon->has_part(between, "turn");
  const bool is_claimed = corpus.lexicon->has_part(before, "claimed");
  return is_turned && is_claimed && corpus.lexicon->has_part(between, "received");
}

struct Placed {
  Figure figure;
  std::uint32_t at = 0, end = 0;
};

// "claimed more than 23 billion but received only 14 billion": one voice, two amounts, and that is the point.
void find_claimed_and_received(const Corpus& corpus, Disputes& found) {
  std::map<std::pair<int, record::Range>, std::vector<Placed>> by_sentence;
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    for (const QuantityItem& quantity : claim.event->quantities) {
      by_sentence[{claim.document, claim.event->sentence}].push_back(
          {.figure = {.claim = static_cast<int>(i), .quantity = &quantity},
           .at = quantity.span.begin,
           .end = quantity.span.end});
    }
  }
  std::set<std::string> told;
  for (auto& [place, placed] : by_sentence) {
    std::vector<Placed>& figures = placed;  // a structured binding cannot be captured before clang 16
    std::stable_sort(figures.begin(), figures.end(), [](const Placed& a, const Placed& b) { return a.at < b.at; });
    const Text& text = corpus.texts[static_cast<std::size_t>(place.first)];
    for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
      const auto next =
          std::find_if(figures.begin() + static_cast<long>(i) + 1, figures.end(), [&](const Placed& other) {
            return other.at >= figures[i].end &&
                   kind_key(*other.figure.quantity) == kind_key(*figures[i].figure.quantity);
          });
      if (next == figures.end() || figures[i].figure.is_same(next->figure)) continue;
      const std::string before = text.words({place.second.begin, figures[i].at}),
                        between = text.words({figures[i].end, next->at});
      if (!sets_against(corpus, before, between) || !told.insert(text.words(place.second)).second) continue;
      const Claim& claim = corpus.claims[static_cast<std::size_t>(figures[i].figure.claim)];
      const Claim& other = corpus.claims[static_cast<std::size_t>(next->figure.claim)];
      DisputeMaker maker(corpus, "figure");
      maker.add("claimed", claim.voice, "claimed: " + figure_text(*figures[i].figure.quantity), claim);
      maker.add("received", other.voice, "received: " + figure_text(*next->figure.quantity), other);
      const std::string question =
          asked_for(*next->figure.quantity) + ": claimed and received, " + occurrence(corpus, claim) + "?";
      found.push_back(maker.finish("claimed" + text.words(place.second), question, claim.event->event,
                                   shared_theme(claim.themes, other.themes),
                                   magnitude(*next->figure.quantity) * std::max(0.8, importance_of(claim))));
    }
  }
}

}  // namespace

void find_figures(const Corpus& corpus, const std::vector<Group>& groups, Disputes& found) {
  std::set<int> grouped;
  for (const Group& group : groups) {
    if (group.claims.size() < 2) continue;
    ByKind by_kind;
    for (const int index : group.claims) collect(corpus, index, by_kind);
    const std::size_t before = found.size();
    for (const auto& [kind, figures] : by_kind)
      FigureSides(corpus, figures).find(corpus.claims[static_cast<std::size_t>(group.claims.front())].id, found);
    if (found.size() > before) grouped.insert(group.claims.begin(), group.claims.end());
  }
  find_loose_figures(corpus, grouped, found);
  find_claimed_and_received(corpus, found);
}

}  // namespace demarche::analysis
