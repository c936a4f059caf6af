// SPDX-License-Identifier: Apache-2.0
// Whether a name is a place here. The gazetteer has a place for nearly every word with a capital, so the smaller the
// place, the more must speak for it. A point is about a factor of ten in people: a town of 100,000 has one, and so is
// believed when a preposition stands before it; one of a thousand needs a country that the text names, too.
#include <algorithm>
#include <cmath>

#include "places/choice.h"

namespace demarche::places {
namespace {

constexpr double kEnough = 1;            // points
constexpr double kEnoughAnywhere = 0.5;  // where no country speaks for or against it
constexpr double kUnrivalled = 10;       // times as many people as any other place of the name
constexpr double kKnown = 100'000;       // people
constexpr double kSmall = 10'000;

}  // namespace

// Words that belong to a place: the network's "northern Idlib province" is the place Idlib.
bool Chooser::goes_with_place(const NameWord& word) const {
  return !word.is_name_like || !word.capital || wording_.tells_kind(word.folded) ||
         wording_.is(word.folded, Part::Direction) || wording_.is(word.folded, Part::Function);
}

Taken Chooser::taken_for(const Candidate& candidate, const Sentence& sentence) const {
  if (!names_) return Taken::Unread;
  const auto name = std::find_if(names_->begin(), names_->end(),
                                 [&](const reader::Name& each) { return each.span.overlaps(candidate.span); });
  if (name == names_->end()) return Taken::Nothing;
  const bool is_place = name->kind == reader::NameKind::Place || name->kind == reader::NameKind::Facility;
  for (const NameWord& word : sentence.words()) {
    const bool is_outside = !candidate.span.contains(word.span) && name->span.contains(word.span);
    if (is_outside && !goes_with_place(word)) {
      // "Idlib, Syria" may be read as one name.
      const bool is_apart =
          sentence.text().substr(name->span.begin, name->span.size()).find(',') != std::string_view::npos;
      if (!is_apart) return Taken::Part;
    }
  }
  return is_place ? Taken::Place : Taken::Other;
}

bool Chooser::is_located(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  std::size_t at = choice.candidate->first;
  while (at > 0 && (wording_.is(sentence.before(at).folded, Part::Direction) || sentence.before(at).folded == "the"))
    --at;
  if (at > 1 && sentence.before(at).folded == "of" && sentence.before(at - 1).folded == "out") return true;
  return at > 0 && wording_.is(sentence.before(at).folded, Part::Locative);
}

// "Malé" is no word, though "male" is one.
bool Chooser::is_doubtful(const Candidate& candidate, const Sentence& sentence) const {
  const std::string_view words = sentence.text().substr(candidate.span.begin, candidate.span.size());
  return candidate.name.is_doubtful &&
         std::all_of(words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

double Chooser::points_of_surroundings(const Choice& choice) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const Candidate& candidate = *choice.candidate;
  double points = 0;
  const std::size_t first =
      candidate.first > 0 && sentence.before(candidate.first).folded == "the" ? candidate.first - 1 : candidate.first;
  if (is_located(choice) || choice.is_dateline)
    points += 1.5;
  else if (first > 0 && sentence.before(first).folded == "of")
    points += 1;
  switch (choice.taken) {
    case Taken::Place:
      points += 2;
      break;
    case Taken::Other:
      points -= 2;
      break;
    case Taken::Part:
      points -= 3;
      break;
    case Taken::Nothing:
      points -= 0.5;
      break;
    default:
      break;
  }
  if (is_doubtful(candidate, sentence))
    points -= candidate.first > 0 && wording_.is(sentence.before(candidate.first).folded, Part::Container) ? 1.5 : 3;
  const bool has_one_word = candidate.end == candidate.first + 1;
  if (has_one_word && wording_.is(sentence.words()[candidate.first].folded, Part::Time)) points -= 5;
  if (!has_one_word) points += 1;
  if (sentence.is_headline() && sentence.has_capitals_beside(candidate) && choice.taken != Taken::Place) points -= 1.5;
  return points;
}

double Chooser::points_of_entry(const Choice& choice, const Entry& entry) const {
  const Sentence& sentence = sentences_[choice.sentence];
  const bool is_division = entry.kind == Kind::Region || entry.kind == Kind::District;
  double points = std::log10(population_of(entry) + 100) - (is_division ? 5 : 4);
  if (entry.geonameid == 0) points = 2;  // a line of features.tsv: news names it
  if (entry.kind == Kind::Capital) points += 1.5;
  if (choice.bearer->bearing == Bearing::Authored) points = std::max(points, 0.5) + 1;
  if (choice.bearer->bearing == Bearing::Other) points -= 0.5;
  const bool is_unrivalled = choice.people_of_rival * kUnrivalled <= population_of(entry) || entry.geonameid == 0;
  if (is_unrivalled) points += 0.5;
  const bool is_small = population_of(entry) < kSmall && entry.geonameid != 0;
  if (context_.is_supported(entry.country))
    points += context_.is_at_home(entry.country) ? 2 : 0.5;
  else if (context_.is_local() && entry.country > 0)
    points -= is_small ? 2.5 : is_unrivalled && choice.bearer->bearing != Bearing::Other ? 0.5 : 1.5;
  // "Police" opens many a sentence, and is a town in Poland.
  const Candidate& candidate = *choice.candidate;
  const bool may_be_a_word = candidate.first == 0 && candidate.end == 1 && !choice.is_dateline;
  if (may_be_a_word && choice.taken != Taken::Place && population_of(entry) < kKnown && entry.geonameid != 0)
    points -= 0.7;
  if (entry.kind == Kind::Region && has_kind(*choice.candidate, sentence, Part::Region)) points += 4;
  if (entry.kind == Kind::District) points += has_kind(*choice.candidate, sentence, Part::District) ? 3 : -2;
  if (!is_division && is_called_town(*choice.candidate, sentence)) points += 2;
  return points;
}

bool Chooser::is_credible(const Choice& choice) const {
  if (!choice.bearer) return false;
  const Entry& entry = atlas_.entry(choice.bearer->entry);
  if (choice.is_told && !(choice.taken == Taken::Other && !is_located(choice))) return true;
  if (acts(choice) || means_government(choice) || names_a_thing(choice)) return false;
  if (entry.kind == Kind::Country)
    return choice.taken != Taken::Other || choice.candidate->name.is_acronym || !choice.candidate->name.is_doubtful;
  const double enough = context_.is_local() ? kEnough : kEnoughAnywhere;
  return points_of_surroundings(choice) + points_of_entry(choice, entry) >= enough;
}

}  // namespace demarche::places
