// SPDX-License-Identifier: Apache-2.0
#include "analysis/figures/figure_pairs.h"

#include <algorithm>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

bool is_of_people(const GivenFigure& figure) { return figure.quantity.unit == "persons"; }

bool is_bare(const GivenFigure& figure) { return figure.is_beside || figure.quantity.kind == "number"; }

// A number of nothing in particular may count people and things, but is no money, share or measure.
bool fits_a_number(const std::string& kind) { return kind != "money" && kind != "percent" && kind != "measure"; }

bool kinds_may_agree(const GivenFigure& a, const GivenFigure& b) {
  const auto &one = a.quantity, &other = b.quantity;
  if (one.kind == other.kind && one.unit == other.unit) return true;
  if (one.kind == "number") return fits_a_number(other.kind);
  if (other.kind == "number") return fits_a_number(one.kind);
  return is_of_people(a) && is_of_people(b) && (one.kind == "count" || other.kind == "count");
}

bool has_own_noun(const GivenFigure& figure) { return !figure.noun.empty() && figure.quantity.kind != "money"; }

// Both are called by a noun, and by another one.
bool nouns_exclude(const GivenFigure& a, const GivenFigure& b) {
  const bool are_of_one_kind = a.quantity.kind == b.quantity.kind && fits_a_number(a.quantity.kind);
  if (!has_own_noun(a) || !has_own_noun(b) || (are_of_one_kind && a.quantity.kind != "count")) return false;
  return stem_of(a.noun) != stem_of(b.noun);
}

bool is_specific(const std::string& kind) { return kind != "number" && kind != "count"; }

}  // namespace

bool may_count_one_thing(const GivenFigure& a, const GivenFigure& b) {
  return kinds_may_agree(a, b) && !nouns_exclude(a, b);
}

bool are_side_by_side(const Rarity& rarity, const GivenFigure& first, const GivenFigure& second) {
  constexpr int kReach = 2;  // sentences
  constexpr double kAlike = 0.25, kEnough = 3;
  const int apart = second.nr - first.nr;
  if (first.document != second.document || apart > kReach || !may_count_one_thing(first, second)) return false;
  const bool is_one_noun = !first.noun.empty() && stem_of(first.noun) == stem_of(second.noun);
  const bool is_one_kind = first.quantity.kind == second.quantity.kind && is_specific(first.quantity.kind);
  const bool is_answer = first.is_asked && !second.is_asked;
  const bool is_announced = second.is_counted || is_bare(second);
  if (!second.is_own && !is_announced) return false;  // what a study goes on to tell is no account against another
  if (first.quantity.kind != second.quantity.kind && !is_answer && !is_announced) return false;
  double points = 0;
  points += is_one_kind ? 1 : 0;
  points += is_one_noun ? 1 : 0;
  points += apart < 2 ? 1 : 0;
  points += first.is_counted ? 0.5 : 0;  // "counted", "the figure of": words that announce an account
  points += second.is_counted ? 1 : 0;
  points += is_bare(second) ? 1 : 0;
  points += is_answer ? 1 : 0;
  points += rarity.likeness(first, second) >= kAlike ? 1 : 0;
  return points >= kEnough;
}

bool are_set_alike(const GivenFigure& a, const GivenFigure& b, const Nearness& nearness, bool are_both_claimed) {
  constexpr double kFar = 4;  // in one text a dispute may be about an order of magnitude; over two it is another matter
  const double weight = are_both_claimed ? 6 : 7, share = are_both_claimed ? 0.2 : 0.3;
  const auto [less, more] = std::minmax(a.quantity.value, b.quantity.value);
  if (more > kFar * std::max(0.001, less)) return false;
  if (!may_count_one_thing(a, b) || a.is_wish != b.is_wish) return false;
  return nearness.weight >= weight && nearness.share >= share;
}

}  // namespace demarche::analysis
