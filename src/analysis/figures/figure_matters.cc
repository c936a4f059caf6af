// SPDX-License-Identifier: Apache-2.0
#include "analysis/figures/figure_matters.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <tuple>

#include "analysis/claims/identity.h"
#include "analysis/figures/candidates.h"
#include "analysis/words/hashed.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

bool counts_things(const std::string& kind) { return kind == "count" || kind == "measure"; }

bool counts_victims(const std::string& kind) {
  return kind == "killed" || kind == "injured" || kind == "arrested" || kind == "missing";
}

bool nouns_agree(const GivenFigure& a, const GivenFigure& b) {
  if (a.noun.empty() || b.noun.empty() || a.quantity.kind == "money" || a.quantity.kind == "troops") return true;
  return stem_of(a.noun) == stem_of(b.noun);
}

bool is_of_one_kind(const GivenFigure& a, const GivenFigure& b) {
  return a.quantity.kind == b.quantity.kind && a.quantity.unit == b.quantity.unit;
}

bool is_near(const GivenFigure& a, const GivenFigure& b) {
  constexpr std::uint32_t kNear = 420;
  const auto apart = a.quantity.span.begin > b.quantity.span.begin ? a.quantity.span.begin - b.quantity.span.begin
                                                                   : b.quantity.span.begin - a.quantity.span.begin;
  return a.document == b.document && apart < kNear;
}

Stems shared_by(const Stems& one, const Stems& other) {
  Stems both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(both));
  return both;
}

std::uint64_t hash_of(std::string_view mark, std::string_view word) { return hashed(word, hashed(mark)); }

}  // namespace

bool times_agree(const GivenFigure& a, const GivenFigure& b) {
  constexpr int kSlack = 31;
  return !a.when.is_known() || !b.when.is_known() || a.when.overlaps(b.when, kSlack);
}

std::uint64_t Rarity::party(const std::string& id) { return hash_of("@", id); }
std::uint64_t Rarity::theme(const std::string& name) { return hash_of("#", name); }
std::uint64_t Rarity::place(const std::string& name) { return hash_of("+", name); }

Rarity::Rarity(const std::vector<GivenFigure>& figures)
    : all_(std::max<double>(100, static_cast<double>(figures.size()))) {
  for (const GivenFigure& figure : figures) {
    for (const std::uint64_t stem : figure.stems) ++counts_[stem];
    for (const std::string& id : figure.about) ++counts_[party(id)];
    for (const std::string& name : figure.themes) ++counts_[theme(name)];
    if (!figure.place.empty()) ++counts_[place(figure.place)];
  }
}

double Rarity::of(std::uint64_t feature) const {
  const auto found = counts_.find(feature);
  const double count = found == counts_.end() ? 1 : found->second;
  return std::log((all_ + 1) / count);
}

bool Rarity::is_alone(std::uint64_t feature) const {
  const auto found = counts_.find(feature);
  return found == counts_.end() || found->second < 2;
}

double Rarity::weight(const Stems& stems) const {
  double sum = 0;
  for (const std::uint64_t stem : stems) sum += of(stem);
  return sum;
}

// A word of the sentence before counts less, and one that both have only there least.
double Rarity::likeness(const GivenFigure& a, const GivenFigure& b) const {
  constexpr double kBefore = 0.4, kParty = 1.5, kEnough = 12;
  const double least = std::max(kEnough, std::min(weight(a.stems), weight(b.stems)));
  double shared = weight(shared_by(a.stems, b.stems));
  shared += kBefore * (weight(shared_by(a.context, b.stems)) + weight(shared_by(a.stems, b.context)));
  shared += kBefore * kBefore * weight(shared_by(a.context, b.context));
  for (const std::string& id : common(a.about, b.about)) shared += kParty * of(party(id));
  for (const std::string& name : common(a.themes, b.themes)) shared += of(theme(name));
  if (!a.place.empty() && a.place == b.place) shared += of(place(a.place));
  return shared / least;
}

bool may_be_of_one_matter(const Rarity& rarity, const GivenFigure& a, const GivenFigure& b) {
  constexpr double kAlike = 0.5, kAlikeNearby = 0.2;
  if (!is_of_one_kind(a, b) || !nouns_agree(a, b) || !times_agree(a, b) || a.is_wish != b.is_wish) return false;
  const bool is_one_sentence = a.document == b.document && a.sentence == b.sentence;
  if (is_one_sentence) return a.voice.key != b.voice.key;
  const bool is_told_at_once =
      is_near(a, b) && a.is_own && b.is_own && (counts_victims(a.quantity.kind) || a.is_beside || b.is_beside);
  return is_told_at_once || rarity.likeness(a, b) >= (is_near(a, b) ? kAlikeNearby : kAlike);
}

std::vector<FigureMatter> matters_of(const std::vector<GivenFigure>& figures) {
  constexpr std::size_t kCompared = 20;  // members of a matter
  const Rarity rarity(figures);
  Candidates candidates(figures, rarity);
  std::vector<FigureMatter> matters;
  std::vector<std::size_t> matter_of(figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    std::set<std::size_t> near;
    for (const std::size_t other : candidates.before(i)) near.insert(matter_of[other]);
    const auto home = std::find_if(near.begin(), near.end(), [&](std::size_t matter) {
      const auto& members = matters[matter].figures;
      const auto last = members.begin() + static_cast<long>(std::min(members.size(), kCompared));
      return std::all_of(members.begin(), last, [&](int other) {
        return may_be_of_one_matter(rarity, figures[static_cast<std::size_t>(other)], figures[i]);
      });
    });
    matter_of[i] = home == near.end() ? matters.size() : *home;
    if (home == near.end()) matters.emplace_back();
    matters[matter_of[i]].figures.push_back(static_cast<int>(i));
  }
  return matters;
}

std::string matter_text(const Corpus& corpus, const std::vector<GivenFigure>& figures, const FigureMatter& matter) {
  std::map<std::string, int> nouns, places, themes, actors;
  for (const int index : matter.figures) {
    const GivenFigure& each = figures[static_cast<std::size_t>(index)];
    if (!each.noun.empty()) ++nouns[each.noun];
    if (!each.place.empty()) ++places[each.place];
    for (const auto& theme : each.themes) ++themes[theme];
    for (const auto& actor : each.about) ++actors[actor];
  }
  const auto most = [](const std::map<std::string, int>& counts) {
    const auto best = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == counts.end() ? std::string() : best->first;
  };
  const auto& quantity = figures[static_cast<std::size_t>(matter.figures.front())].quantity;
  const std::string noun = most(nouns);
  std::string text = quantity.kind == "percent" ? "share"
                     : quantity.kind == "money" ? (noun.empty() ? "money" : noun)
                     : counts_things(quantity.kind) || quantity.kind == "number"
                         ? (noun.empty() ? (quantity.unit.empty() ? "number" : quantity.unit.text()) : noun)
                         : quantity.kind.text();
  for (const std::string& part : {most(places), most(themes), most(actors).empty() ? "" : corpus.name_of(most(actors))})
    if (!part.empty()) text += ", " + part;
  return text;
}

namespace {

// An author stands with the house that published him.
std::string name_to_show(const Corpus& corpus, const GivenFigure& given) {
  const std::string& outlet = corpus.outlet(given.document);
  const bool is_author = given.voice.kind == "author" && !outlet.empty() && outlet != given.voice.name;
  return is_author ? given.voice.name + " (" + outlet + ")" : given.voice.name.text();
}

Figure row(const Corpus& corpus, const GivenFigure& given, const std::string& matter, const std::string& matter_id) {
  Figure made;
  made.matter = matter;
  made.matter_id = matter_id;
  made.kind = given.quantity.kind;
  made.unit = given.quantity.unit;
  made.noun = given.noun;
  made.value = given.quantity.value;
  made.low = given.quantity.lo;
  made.high = given.quantity.hi;
  made.text = figure_text(given.quantity);
  if (!given.voice.id.empty()) made.who = {given.voice.id};
  made.name = name_to_show(corpus, given);
  made.place = given.place;
  made.lo = day_text(given.when.lo);
  made.hi = day_text(given.when.hi);
  made.span = given.quantity.span;
  made.evidence = quote_of(corpus, given);
  made.id = finding_id('f', made.evidence.document + "|" + std::to_string(made.span.begin));
  return made;
}

}  // namespace

std::vector<Figure> figure_table(const Corpus& corpus, const std::vector<GivenFigure>& figures,
                                 const std::vector<FigureMatter>& matters) {
  std::vector<Figure> table;
  for (const FigureMatter& matter : matters) {
    const std::string text = matter_text(corpus, figures, matter);
    const std::size_t first = table.size();
    for (const int index : matter.figures)
      table.push_back(row(corpus, figures[static_cast<std::size_t>(index)], text, ""));
    const std::string id = finding_id('m', table[first].id);
    for (std::size_t i = first; i < table.size(); ++i) table[i].matter_id = id;
    std::stable_sort(table.begin() + static_cast<long>(first), table.end(), [](const Figure& a, const Figure& b) {
      return std::tie(a.evidence.date, a.id) < std::tie(b.evidence.date, b.id);
    });
  }
  return table;
}

}  // namespace demarche::analysis
