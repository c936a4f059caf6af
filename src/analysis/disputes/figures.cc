// SPDX-License-Identifier: Apache-2.0
// Figures of one matter by two voices that do not agree.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "analysis/claims/identity.h"
#include "analysis/disputes/disputes.h"
#include "analysis/disputes/figure_questions.h"
#include "analysis/figures/candidates.h"
#include "analysis/figures/figure_matters.h"
#include "analysis/figures/figure_pairs.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

using record::QuantityItem;

// Large numbers of dead or of money matter more than small ones, slowly.
double magnitude(const QuantityItem& quantity) {
  const double digits = std::log10(std::max(1.0, quantity.value));
  return std::clamp(quantity.kind == "money" ? 0.6 + digits / 25 : 0.7 + digits / 10, 0.5, 1.0);
}

bool are_one_voice(const Voice& a, const Voice& b) {
  return a.key == b.key || (!a.id.empty() && !b.id.empty() && compatible(a.id, b.id));
}

// A report in its own voice tells what was known when it was written: the next one is later, and no contradiction.
bool stands_for_itself(const Corpus& corpus, const GivenFigure& figure) {
  if (figure.is_own) return true;
  const std::string& kind = corpus.texts[static_cast<std::size_t>(figure.document)].source->document.kind;
  return kind != "news" && kind != "chronology" && kind != "transcript";
}

class FigureDisputes {
 public:
  FigureDisputes(const Propositions& propositions, const std::vector<GivenFigure>& figures);
  void find(Disputes& found);

 private:
  using Members = std::vector<std::size_t>;
  bool numbers_differ(const GivenFigure& a, const GivenFigure& b) const;
  bool may_conflict(const GivenFigure& a, const GivenFigure& b) const;
  bool conflict(std::size_t one, std::size_t other) const;
  std::vector<std::size_t> beside(std::size_t index) const;
  bool are_two_numbers(const GivenFigure& a, const GivenFigure& b) const;
  bool hold_together(const Members& one, const Members& other) const;
  std::vector<Members> groups() const;
  void tell(const Members& group, Disputes& found) const;

  const Corpus& corpus_;
  const std::vector<GivenFigure>& figures_;
  Rarity rarity_;
  Settings settings_;
  std::vector<Setting> setting_of_;  // by figure
};

FigureDisputes::FigureDisputes(const Propositions& propositions, const std::vector<GivenFigure>& figures)
    : corpus_(propositions.corpus()), figures_(figures), rarity_(figures), settings_(propositions) {
  for (const GivenFigure& figure : figures) setting_of_.push_back(settings_.of(figure.document, figure.quantity.span));
}

bool FigureDisputes::may_conflict(const GivenFigure& a, const GivenFigure& b) const {
  return numbers_differ(a, b) && stands_for_itself(corpus_, a) && stands_for_itself(corpus_, b);
}

bool FigureDisputes::numbers_differ(const GivenFigure& a, const GivenFigure& b) const {
  constexpr double kFar = 12;  // beyond this two numbers hardly are of one matter
  if (may_be_one_figure(a.quantity, b.quantity) || are_one_voice(a.voice, b.voice)) return false;
  const double ratio =
      std::max(a.quantity.value, b.quantity.value) / std::max(0.001, std::min(a.quantity.value, b.quantity.value));
  return ratio <= kFar && a.is_part == b.is_part && a.is_rate == b.is_rate && !a.is_risen && !b.is_risen;
}

bool FigureDisputes::conflict(std::size_t one, std::size_t other) const {
  const GivenFigure &a = figures_[one], &b = figures_[other];
  if (!numbers_differ(a, b)) return false;
  const bool stand_both = stands_for_itself(corpus_, a) && stands_for_itself(corpus_, b);
  const bool stands_one = stands_for_itself(corpus_, a) || stands_for_itself(corpus_, b);
  if (stand_both && may_be_of_one_matter(rarity_, a, b)) return true;
  if (a.document == b.document || !stands_one || !times_agree(a, b)) return false;
  if (names_exclude(setting_of_[one], setting_of_[other])) return false;
  return are_set_alike(a, b, settings_.compare(setting_of_[one], setting_of_[other]), stand_both);
}

// The figures before one that its text sets it against.
FigureDisputes::Members FigureDisputes::beside(std::size_t index) const {
  constexpr int kReach = 2;
  const GivenFigure& figure = figures_[index];
  Members found;
  for (std::size_t i = index; i > 0; --i) {
    const GivenFigure& before = figures_[i - 1];
    if (before.document != figure.document || figure.nr - before.nr > kReach) break;
    if (may_conflict(before, figure) && are_side_by_side(rarity_, before, figure)) found.push_back(i - 1);
  }
  return found;
}

// One voice gives one number for one matter in one text: where it gives two, they are of two matters.
bool FigureDisputes::are_two_numbers(const GivenFigure& a, const GivenFigure& b) const {
  return a.document == b.document && a.voice.key == b.voice.key && !may_be_one_figure(a.quantity, b.quantity);
}

// Whether two groups may be one: of figures in different texts half stand in settings that are near at all.
bool FigureDisputes::hold_together(const Members& one, const Members& other) const {
  constexpr double kWeight = 3, kShare = 0.1;
  constexpr std::size_t kCompared = 12;  // members of a group
  int near = 0, strange = 0;
  for (std::size_t m = 0; m < std::min(one.size(), kCompared); ++m) {
    for (std::size_t n = 0; n < std::min(other.size(), kCompared); ++n) {
      const std::size_t i = one[m], j = other[n];
      const GivenFigure &a = figures_[i], &b = figures_[j];
      if (are_two_numbers(a, b)) return false;
      if (a.document == b.document) continue;
      const Nearness nearness = settings_.compare(setting_of_[i], setting_of_[j]);
      const bool is_near = nearness.weight >= kWeight && nearness.share >= kShare;
      ++(is_near ? near : strange);
    }
  }
  return near >= strange;
}

// Figures that conflict, directly or by way of others.
std::vector<FigureDisputes::Members> FigureDisputes::groups() const {
  Candidates candidates(figures_, rarity_);
  std::vector<std::size_t> first(figures_.size());  // of the group of each
  std::map<std::size_t, Members> groups;
  const auto join = [&](std::size_t one, std::size_t other) {
    const std::size_t into = std::min(first[one], first[other]), from = std::max(first[one], first[other]);
    if (into == from || !hold_together(groups[into], groups[from])) return;
    for (const std::size_t member : groups[from]) {
      first[member] = into;
      groups[into].push_back(member);
    }
    groups.erase(from);
  };
  for (std::size_t i = 0; i < figures_.size(); ++i) {
    first[i] = i;
    groups[i] = {i};
    for (const std::size_t other : beside(i)) join(other, i);
    for (const std::size_t other : candidates.before(i)) {
      if (figures_[i].quantity.kind == "number" || first[other] == first[i]) continue;
      if (conflict(other, i)) join(other, i);
    }
  }
  std::vector<Members> found;
  for (auto& [index, members] : groups) {
    if (members.size() > 1) found.push_back(std::move(members));
  }
  return found;
}

void FigureDisputes::tell(const Members& group, Disputes& found) const {
  Members sorted = group;
  std::sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(figures_[a].quantity.value, figures_[a].said, a) <
           std::tuple(figures_[b].quantity.value, figures_[b].said, b);
  });
  std::vector<Members> sides;
  for (const std::size_t index : sorted) {
    const auto same = std::find_if(sides.begin(), sides.end(), [&](const Members& side) {
      return may_be_one_figure(figures_[side.front()].quantity, figures_[index].quantity);
    });
    if (same == sides.end())
      sides.push_back({index});
    else
      same->push_back(index);
  }
  if (sides.size() < 2) return;
  DisputeMaker maker(corpus_, "figure");
  std::vector<std::string> themes;
  for (const Members& side : sides) {
    const std::string value = figure_text(figures_[side.front()].quantity);
    for (const std::size_t index : side) {
      const GivenFigure& figure = figures_[index];
      maker.add(value, figure.voice, value, quote_of(corpus_, figure), 0.9);
      if (themes.empty()) themes = figure.themes;
    }
  }
  const GivenFigure& first = figures_[group.front()];
  found.push_back(maker.finish("figure" + quote_of(corpus_, first).document + std::to_string(first.quantity.span.begin),
                               figure_question({corpus_, figures_, settings_, setting_of_}, sides), "",
                               shared_theme(themes, {}), magnitude(first.quantity)));
}

// "claimed more than 23 billion but received only 14 billion": one voice, two amounts, and that is the point.
bool are_set_against(const Corpus& corpus, const GivenFigure& one, const GivenFigure& other) {
  if (one.document != other.document || one.sentence != other.sentence) return false;
  const Text& text = corpus.texts[static_cast<std::size_t>(one.document)];
  const std::string before = text.words({one.sentence.begin, one.quantity.span.begin});
  const std::string between = text.words({one.quantity.span.end, other.quantity.span.begin});
  return corpus.lexicon->has_part(before, "claimed") && corpus.lexicon->has_part(between, "turn") &&
         corpus.lexicon->has_part(between, "received");
}

void find_claimed_and_received(const Corpus& corpus, const std::vector<GivenFigure>& figures, Disputes& found) {
  std::set<std::string> told;
  for (std::size_t i = 0; i + 1 < figures.size(); ++i) {
    const GivenFigure &one = figures[i], &other = figures[i + 1];
    const bool is_money =
        one.quantity.kind == "money" && other.quantity.kind == "money" && one.quantity.unit == other.quantity.unit;
    if (!is_money || may_be_one_figure(one.quantity, other.quantity) || !are_set_against(corpus, one, other)) continue;
    const Quote words = quote_of(corpus, one);
    if (!told.insert(words.words).second) continue;
    DisputeMaker maker(corpus, "figure");
    maker.add("claimed", one.voice, "claimed: " + figure_text(one.quantity), words, 0.9);
    maker.add("received", other.voice, "received: " + figure_text(other.quantity), words, 0.9);
    const std::string theme = shared_theme(one.themes, {});
    found.push_back(maker.finish(
        "stated" + words.words,
        "How much money was claimed, and how much received" + (theme.empty() ? "" : " (" + theme + ")") + "?", "",
        theme, magnitude(other.quantity)));
  }
}

void FigureDisputes::find(Disputes& found) {
  for (const Members& group : groups()) tell(group, found);
}

}  // namespace

void find_figures(const Propositions& propositions, const std::vector<GivenFigure>& figures, Disputes& found) {
  FigureDisputes(propositions, figures).find(found);
  find_claimed_and_received(propositions.corpus(), figures, found);
}

}  // namespace demarche::analysis
