// SPDX-License-Identifier: Apache-2.0
#include "places/context.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace demarche::places {
namespace {

constexpr double kWellKnown = 400'000;  // people
constexpr double kNearby = 200;         // kilometres
constexpr double kDominance = 20;       // times as many people as the next place of the name

bool acts_everywhere(std::string_view code) {
  constexpr std::string_view kPowers[] = {"USA", "GBR", "RUS", "FRA", "CHN"};
  return std::find(std::begin(kPowers), std::end(kPowers), code) != std::end(kPowers);
}

bool holds(const std::vector<std::uint8_t>& countries, std::uint8_t country) {
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

}  // namespace

double kilometres(const Entry& a, const Entry& b) {
  if (a.latitude == kNowhere || b.latitude == kNowhere) return 20'000;
  const auto radians = [](std::int32_t degrees) { return degrees / 100'000.0 * std::numbers::pi / 180; };
  const double north = radians(a.latitude) - radians(b.latitude);
  const double east = (radians(a.longitude) - radians(b.longitude)) * std::cos(radians(a.latitude));
  return 6371 * std::hypot(north, std::remainder(east, 2 * std::numbers::pi));
}

Context::Context(const Atlas& atlas) : atlas_(atlas) {
  const auto [first, end] = atlas.demonyms();
  for (const auto* demonym = first; demonym != end; ++demonym)
    demonyms_.emplace(atlas.text(demonym->word), static_cast<std::uint8_t>(demonym->country));
}

void Context::read(const std::vector<Sentence>& sentences) {
  by_sentence_.resize(sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) read(sentences[i], i);
}

void Context::read(const Sentence& sentence, std::size_t number) {
  for (const Candidate& candidate : sentence.candidates()) count_candidate(candidate, number);
  for (std::size_t i = 0; i < sentence.words().size(); ++i)
    if (sentence.words()[i].capital)
      if (const auto country = country_of_demonym(sentence, i)) {
        named_[*country] += 1;
        by_sentence_[number].push_back(*country);
      }
}

// "Afghans" and "Afghan" are one.
std::optional<std::uint8_t> Context::demonym(std::string_view word) const {
  auto found = demonyms_.find(word);
  if (found == demonyms_.end() && word.ends_with('s')) found = demonyms_.find(word.substr(0, word.size() - 1));
  return found == demonyms_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint8_t> Context::country_of_demonym(const Sentence& sentence, std::size_t at) const {
  const std::string& word = sentence.word(at).folded;
  if (at > 0)
    if (const auto of_two = demonym(sentence.before(at).folded + " " + word)) return of_two;
  return demonym(word);
}

// A country counts by its name unless a large region elsewhere has the same ("Georgia"); a town or region by which
// everybody knows where it lies counts for its country.
void Context::count_candidate(const Candidate& candidate, std::size_t number) {
  const Entry* country = nullptr;
  const Entry* largest = nullptr;
  bool is_ambiguous = false;
  double rival = 0;
  for (const Bearer& bearer : candidate.bearers) {
    const Entry& entry = atlas_.entry(bearer.entry);
    if (entry.kind == Kind::Country) country = &entry;
    if (entry.kind == Kind::Region && population_of(entry) > 1e6) is_ambiguous = true;
    if (bearer.bearing == Bearing::Bare || entry.country == 0 || entry.kind == Kind::Country) continue;
    if (!largest || entry.geonameid == 0) largest = &entry;  // bearers stand by size
    if (entry.country != largest->country) rival = std::max(rival, population_of(entry));
  }
  const auto count = [&](std::array<double, 256>& counts, const Entry& entry) {
    counts[entry.country] += 1;
    by_sentence_[number].push_back(entry.country);
  };
  if (country) {
    if (!is_ambiguous) count(named_, *country);
  } else if (largest && !candidate.name.is_doubtful && rival * kDominance < population_of(*largest) &&
             (population_of(*largest) >= kWellKnown || largest->kind == Kind::Capital || largest->geonameid == 0)) {
    count(is_seat_of_power(*largest) ? named_ : inside_, *largest);
  }
}

void Context::add_actor(std::string_view code) {
  for (std::uint8_t country = 1; country != 0 && code.size() == 3; ++country)
    if (atlas_.country_code(country) == code) {
      named_[country] += 0.7;
      return;
    }
}

void Context::add_dateline(const Entry& entry) {
  named_[entry.country] += 1;
  if (entry.kind != Kind::Country) inside_[entry.country] += 1, regions_[entry.region] += 1;
}

void Context::add_anchor(const Entry& entry, const NameRecord& name, std::size_t sentence) {
  if (entry.country > 0) {
    (is_seat_of_power(entry) ? named_ : inside_)[entry.country] += 1;
    if (sentence < by_sentence_.size()) by_sentence_[sentence].push_back(entry.country);
  }
  if (entry.region > 0) regions_[entry.region] += 1;
  const bool is_spot = entry.kind == Kind::Town || entry.kind == Kind::Capital || entry.kind == Kind::Feature;
  if (is_spot && entry.latitude != kNowhere) anchors_.push_back({&entry, name.bearers});
}

// Washington is named in texts about all the world.
bool Context::is_seat_of_power(const Entry& entry) const {
  return entry.kind == Kind::Capital && acts_everywhere(atlas_.country_code(entry.country));
}

double Context::weight_of_name(std::uint8_t country) const {
  const std::string_view code = atlas_.country_code(country);
  return code == "USA" ? 0.4 : acts_everywhere(code) ? 0.6 : 1;
}

double Context::total(std::uint8_t country) const {
  return named_[country] * weight_of_name(country) + 1.2 * inside_[country];
}

double Context::support(std::uint8_t country, std::size_t sentence) const {
  if (country == 0) return 0;
  const double count = total(country);
  if (count <= 0) return 0;
  const double overall = count < 1 ? 2.2 * count : 2.2 + std::min(1.8, 0.6 * std::log2(count));
  const bool is_here = sentence < by_sentence_.size() && holds(by_sentence_[sentence], country);
  return overall + (is_here ? 0.8 * weight_of_name(country) : 0);
}

double Context::support_of_region(std::uint16_t region) const {
  const auto found = region == 0 ? regions_.end() : regions_.find(region);
  return found == regions_.end() ? 0 : std::min(2.5, 1.5 + 0.5 * found->second);
}

bool Context::is_at_home(std::uint8_t country) const {
  return is_supported(country) && (inside_[country] > 0 || !acts_everywhere(atlas_.country_code(country)));
}

bool Context::is_local() const {
  for (std::uint8_t country = 1; country != 0; ++country)
    if (total(country) >= 1 && (!acts_everywhere(atlas_.country_code(country)) || inside_[country] > 0)) return true;
  return false;
}

double Context::nearness(const Entry& entry, const NameRecord& name) const {
  double best = 0;
  for (const Anchor& anchor : anchors_)
    if (anchor.name != name.bearers) best = std::max(best, std::exp(-kilometres(*anchor.entry, entry) / kNearby));
  return best;
}

}  // namespace demarche::places
