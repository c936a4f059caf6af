// SPDX-License-Identifier: Apache-2.0
#include "places/choice.h"

#include <algorithm>
#include <cmath>

namespace demarche::places {
namespace {

constexpr double kSamePlace = 50;   // kilometres
constexpr double kLarge = 200'000;  // people: not every Atlantic is the ocean

double size_of(const Entry& entry, double at_least) { return 0.9 * std::log10(population_of(entry) + at_least); }

bool is_division(const Entry& entry) { return entry.kind == Kind::Region || entry.kind == Kind::District; }

// A town and the division around it are one place, and so is a division of which no more is known than its country.
bool is_near(const Entry& a, const Entry& b) {
  if ((is_division(a) || is_division(b)) && a.region != 0 && a.region == b.region) return true;
  const bool is_known = a.latitude != kNowhere && b.latitude != kNowhere;
  return is_known ? kilometres(a, b) < kSamePlace : a.country == b.country;
}

bool is_town(const Entry& entry) { return entry.kind == Kind::Town || entry.kind == Kind::Capital; }

}  // namespace

bool Chooser::has_kind(const Candidate& candidate, const Sentence& sentence, Part kind) const {
  const NameWord& behind = sentence.word(candidate.end);
  if (wording_.is(behind.folded, kind) && sentence.only_blank_before(candidate.end)) return true;
  // "the province of Helmand", "the village Khan Sheikhoun"
  if (candidate.first == 0) return false;
  const NameWord& before = sentence.before(candidate.first);
  return wording_.is(before.folded, kind) ||
         (before.folded == "of" && candidate.first > 1 && wording_.is(sentence.word(candidate.first - 2).folded, kind));
}

bool Chooser::is_called_town(const Candidate& candidate, const Sentence& sentence) const {
  return has_kind(candidate, sentence, Part::Town);
}

double Chooser::weight_of_kind(const Entry& entry, const Candidate& candidate, std::size_t number) const {
  const Sentence& sentence = sentences_[number];
  const bool is_region = has_kind(candidate, sentence, Part::Region);
  const bool is_district = has_kind(candidate, sentence, Part::District);
  const bool called_town = is_called_town(candidate, sentence);
  switch (entry.kind) {
    case Kind::Country:
      return called_town || is_district ? 5 : 7;
    case Kind::Region:
      return size_of(entry, 1000) - 1.2 + (is_region ? 4 : is_district ? 1.5 : called_town ? -2 : 0);
    case Kind::District:
      return (entry.geonameid == 0 ? 4.5 : size_of(entry, 1000) - 2) + (is_district ? 4 : is_region ? 2 : 0);
    case Kind::Capital:
    case Kind::Town:
      return size_of(entry, 100) + (population_of(entry) >= 1e6 ? 0.7 : 0) + (entry.kind == Kind::Capital ? 1.5 : 0) +
             (called_town                ? 2
              : is_region || is_district ? -1.5
                                         : 0);
    case Kind::Feature:
      return 5.5 - (called_town ? 2 : 0);
    case Kind::Area:
      return 5 - (called_town ? 3 : 0);
  }
  return 0;
}

double Chooser::weight_of_bearing(const Bearer& bearer, bool has_kind_beside) const {
  switch (bearer.bearing) {
    case Bearing::Other:
      return -0.8;
    case Bearing::Bare:
      return has_kind_beside ? -0.3 : -2.5;
    default:
      return 0;
  }
}

double Chooser::weight(const Bearer& bearer, const Candidate& candidate, std::size_t number,
                       const Whereabouts& whereabouts) const {
  const Sentence& sentence = sentences_[number];
  const Entry& entry = atlas_.entry(bearer.entry);
  const bool has_kind_beside =
      has_kind(candidate, sentence, Part::District) || has_kind(candidate, sentence, Part::Region);
  double sum = weight_of_kind(entry, candidate, number) + weight_of_bearing(bearer, has_kind_beside);
  if (whereabouts.names(entry, atlas_)) sum += 8;
  // What stands for itself is no word for itself: the mention of a country tells nothing of that country's name.
  if (entry.kind != Kind::Country)
    sum += context_.support(entry.country, number) + context_.support_of_region(entry.region);
  const bool is_elsewhere = entry.country > 0 && context_.is_local() && !context_.is_supported(entry.country);
  if (is_elsewhere && entry.kind != Kind::Country) sum -= 1;
  if (is_town(entry) || entry.kind == Kind::Feature) sum += 1.5 * context_.nearness(entry, candidate.name);
  // Whoever names Lebanon means the country; its namesakes are told by their state.
  if (!whereabouts.names(entry, atlas_)) sum -= weight_of_namesakes(entry, candidate);
  const auto told = told_.find(sentence.text().substr(candidate.span.begin, candidate.span.size()));
  if (told != told_.end() && told->second == bearer.entry) sum += 4;
  return sum;
}

// Georgia in America is meant where other places of America are.
double Chooser::weight_of_namesakes(const Entry& entry, const Candidate& candidate) const {
  bool has_country = false, has_feature = false;
  for (const Bearer& other : candidate.bearers) {
    const Entry& namesake = atlas_.entry(other.entry);
    has_country |= namesake.kind == Kind::Country;
    has_feature |= namesake.geonameid == 0;
  }
  if (entry.kind == Kind::Country || entry.geonameid == 0) return 0;
  if (has_country) return entry.kind == Kind::Region && context_.has_places_of(entry.country) ? 0 : 5;
  return has_feature && is_town(entry) && population_of(entry) < kLarge ? 5 : 0;
}

Choice Chooser::choose(const Candidate& candidate, std::size_t number) const {
  const Sentence& sentence = sentences_[number];
  Choice choice{.candidate = &candidate, .sentence = number, .bearer = {}, .whereabouts = {}};
  choice.is_dateline = candidate.first < sentence.dateline_words();
  choice.taken = taken_for(candidate, sentence);
  if (choice.taken == Taken::Part || sentence.is_part_of_other_name(candidate)) return choice;
  choice.whereabouts = whereabouts_of(candidate, number);
  double best = 0, second = -100;
  for (const Bearer& bearer : candidate.bearers) {
    const double value = weight(bearer, candidate, number, choice.whereabouts);
    if (choice.bearer && value <= best) {
      if (!is_near(atlas_.entry(bearer.entry), atlas_.entry(choice.bearer->entry))) second = std::max(second, value);
      continue;
    }
    if (choice.bearer && !is_near(atlas_.entry(bearer.entry), atlas_.entry(choice.bearer->entry))) second = best;
    choice.bearer = bearer;
    best = value;
  }
  choice.margin = best - second;
  if (choice.bearer)
    for (const Bearer& bearer : candidate.bearers)
      if (bearer.bearing != Bearing::Bare && !is_near(atlas_.entry(bearer.entry), atlas_.entry(choice.bearer->entry)))
        choice.people_of_rival = std::max(choice.people_of_rival, population_of(atlas_.entry(bearer.entry)));
  choice.is_told = choice.bearer && choice.whereabouts.names(atlas_.entry(choice.bearer->entry), atlas_);
  return choice;
}

void Chooser::remember(const Choice& choice) {
  const std::string_view text = sentences_[choice.sentence].text();
  told_.emplace(std::string(text.substr(choice.candidate->span.begin, choice.candidate->span.size())),
                choice.bearer->entry);
}

}  // namespace demarche::places
