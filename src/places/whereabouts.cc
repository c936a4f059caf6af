// SPDX-License-Identifier: Apache-2.0
// "Springfield, Illinois", "Tripoli in Lebanon", "Hama, in northern Syria", "Sloviansk, a town in the Donetsk region",
// "Syria's Idlib", "the Iraqi town of Hit": where a place lies as the words beside it say.
#include <algorithm>

#include "places/choice.h"

namespace demarche::places {
namespace {

constexpr std::size_t kLongestApposition = 8;  // words between "a town" and where it lies

bool is_article(std::string_view word) { return word == "a" || word == "an" || word == "the"; }

bool stands_for(std::string_view text, const NameWord& word, std::string_view mark) {
  return text.substr(word.span.begin, word.span.size()) == mark;
}

}  // namespace

bool Whereabouts::names(const Entry& entry, const Atlas& atlas) const {
  if (entry.kind == Kind::Country) return false;
  if (std::find(countries.begin(), countries.end(), entry.country) != countries.end()) return true;
  return std::any_of(entries.begin(), entries.end(), [&](std::uint32_t number) {
    const Entry& around = atlas.entry(number);
    if (around.kind == Kind::Country) return entry.country == around.country;
    if (around.kind == Kind::Region) return entry.kind != Kind::Region && entry.region == around.region;
    return entry.kind != Kind::District && entry.district == around.district && entry.district != 0;
  });
}

bool Chooser::leads_to_a_place(std::string_view word) const {
  return word == "in" || word == "of" || word == "the" || wording_.is(word, Part::Direction);
}

// The countries, regions and districts that stand at a word.
bool Chooser::add(const Sentence& sentence, std::size_t at, bool is_abbreviation, Whereabouts& found) const {
  if (at >= sentence.words().size()) return false;
  if (is_abbreviation)
    if (const auto name = atlas_.find("," + sentence.words()[at].folded); name && sentence.words()[at].capital) {
      for (const Bearer& bearer : atlas_.bearers(*name)) found.entries.push_back(bearer.entry);
      return true;
    }
  const auto candidate = sentence.longest_at(at);
  if (!candidate) return false;
  const std::size_t before = found.entries.size();
  for (const Bearer& bearer : candidate->bearers) {
    const Kind kind = atlas_.entry(bearer.entry).kind;
    if (kind == Kind::Country || kind == Kind::Region) found.entries.push_back(bearer.entry);
    const bool is_called_district = wording_.is(sentence.word(candidate->end).folded, Part::District);
    if (kind == Kind::District && (is_called_district || bearer.bearing == Bearing::Main))
      found.entries.push_back(bearer.entry);
    if (kind == Kind::Area && atlas_.entry(bearer.entry).country > 0)
      found.countries.push_back(atlas_.entry(bearer.entry).country);
  }
  return found.entries.size() > before;
}

void Chooser::read_behind(const Candidate& candidate, const Sentence& sentence, Whereabouts& found) const {
  std::size_t at = candidate.end;
  // "Sangin district, Helmand"
  if (wording_.tells_kind(sentence.word(at).folded)) ++at;
  const bool has_comma = stands_for(sentence.text(), sentence.word(at), ",");
  const bool has_bracket = stands_for(sentence.text(), sentence.word(at), "(");
  if (has_comma || has_bracket) {
    ++at;
    if (add(sentence, at, true, found)) return;
  }
  if (has_comma && is_article(sentence.word(at).folded)) {
    const auto end = end_of_apposition(sentence, at + 1, found);
    if (!end) return;
    at = *end;
  }
  const std::size_t first = at;
  bool has_preposition = false;
  for (; leads_to_a_place(sentence.word(at).folded) && at - first < kLongestApposition; ++at)
    has_preposition |= sentence.word(at).folded == "in";
  if (has_preposition || has_comma) add(sentence, at, false, found);
}

// ", a town of farmers in …": where its "in" stands. Nothing when it is no such thing or tells the country by an
// adjective: ", the Syrian town".
std::optional<std::size_t> Chooser::end_of_apposition(const Sentence& sentence, std::size_t first,
                                                      Whereabouts& found) const {
  bool is_town_told = false;
  for (std::size_t at = first; at < std::min(first + kLongestApposition, sentence.words().size()); ++at) {
    const NameWord& word = sentence.words()[at];
    if (word.folded == "in" || word.folded == "of" || (is_town_told && word.capital)) return at;
    if (!word.is_name_like) return std::nullopt;
    is_town_told |= wording_.is(word.folded, Part::Town);
    if (!word.capital || is_town_told) continue;
    read_before({at + 1, at + 1, word.span, {}, {}}, sentence, found);
    if (!found.empty()) return std::nullopt;
  }
  return std::nullopt;
}

// "Syria's Idlib", "the Iraqi town of Hit", "northern Syria's Idlib"; demonyms were read by the context.
void Chooser::read_before(const Candidate& candidate, const Sentence& sentence, Whereabouts& found) const {
  std::size_t at = candidate.first;
  if (at > 0 && sentence.before(at).folded == "of") --at;
  for (int steps = 0; at > 0 && steps < 3; ++steps) {
    const NameWord& word = sentence.before(at);
    if (!wording_.tells_kind(word.folded) && !wording_.is(word.folded, Part::Direction) && word.folded != "border")
      break;
    --at;
  }
  if (at == 0) return;
  const NameWord& word = sentence.before(at);
  if (!word.capital) return;
  if (const auto country = context_.country_of_demonym(sentence, at - 1)) return found.countries.push_back(*country);
  if (word.possessive)
    for (const Candidate& other : sentence.candidates())
      if (other.end == at) add(sentence, other.first, false, found);
}

Whereabouts Chooser::whereabouts_of(const Candidate& candidate, std::size_t number) const {
  Whereabouts found;
  read_behind(candidate, sentences_[number], found);
  if (found.empty()) read_before(candidate, sentences_[number], found);
  return found;
}

}  // namespace demarche::places
