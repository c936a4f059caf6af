// SPDX-License-Identifier: Apache-2.0
#include "places/sentence.h"

#include <algorithm>

#include "base/utf8.h"

namespace demarche::places {
namespace {

constexpr std::size_t kLongestName = 6;       // words
constexpr std::size_t kLongestDateline = 60;  // bytes
constexpr double kTownOnARoad = 50'000;       // people: "the Kabul-Kandahar road", but "Sainte-Odile"

bool is_name_capital(const NameWord& word) { return word.capital && word.is_name_like; }

bool capitals_tell_nothing(const std::vector<NameWord>& words) {
  std::size_t letters = 0, capitals = 0;
  for (const NameWord& word : words)
    letters += word.is_name_like && word.folded.size() > 3, capitals += is_name_capital(word) && word.folded.size() > 3;
  return letters > 2 && capitals * 5 > letters * 4;
}

}  // namespace

Sentence::Sentence(const Atlas& atlas, const Wording& wording, std::string_view text, std::vector<NameWord> words,
                   bool opens_block)
    : atlas_(atlas),
      wording_(wording),
      text_(text),
      words_(std::move(words)),
      is_headline_(capitals_tell_nothing(words_)) {
  if (opens_block) dateline_words_ = find_dateline();
  for (std::size_t i = 0; i < words_.size();) {
    auto candidate = longest_at(i);
    i = candidate ? candidate->end : i + 1;
    if (candidate) candidates_.push_back(std::move(*candidate));
  }
}

const NameWord& Sentence::word(std::size_t at) const {
  static const NameWord kNone{};
  return at < words_.size() ? words_[at] : kNone;
}

std::optional<Candidate> Sentence::longest_at(std::size_t first) const {
  if (!is_name_capital(words_[first])) return std::nullopt;
  std::optional<Candidate> best;
  std::string name = words_[first].folded;
  const bool may_go_on = atlas_.may_go_on(name.substr(0, name.find(' ')));
  for (std::size_t end = first + 1;; ++end) {
    if (const auto found = atlas_.find(name); found && fits(first, end, *found))
      best = Candidate{first, end, {words_[first].span.begin, words_[end - 1].span.end}, *found, {}};
    if (end >= words_.size() || end - first >= kLongestName || !is_near(end)) break;
    if (words_[end - 1].possessive) name += "s";  // "Cox's Bazar"
    if (!may_go_on && !atlas_.may_go_on(name)) break;
    if (!words_[end].folded.empty()) name += " " + words_[end].folded;
  }
  if (best) best->bearers = bearers_of(*best);
  return best;
}

// "US" is no town in France.
std::vector<Bearer> Sentence::bearers_of(const Candidate& candidate) const {
  auto bearers = atlas_.bearers(candidate.name);
  if (candidate.name.is_acronym)
    std::erase_if(bearers, [&](const Bearer& bearer) {
      return bearer.bearing != Bearing::Authored && atlas_.entry(bearer.entry).kind != Kind::Country &&
             atlas_.entry(bearer.entry).geonameid != 0;
    });
  return bearers;
}

// Only blanks, a hyphen, the point of "St." or a possessive "'s" may stand inside a name, never a line end.
bool Sentence::is_near(std::size_t at) const {
  const std::uint32_t begin = words_[at - 1].span.end, end = words_[at].span.begin;
  const std::uint32_t most = words_[at - 1].possessive ? 5 : 2;
  return end >= begin && end - begin <= most && text_.substr(begin, end - begin).find('\n') == std::string_view::npos;
}

bool Sentence::fits(std::size_t first, std::size_t end, const NameRecord& name) const {
  const NameWord& word = words_[first];
  if (end == first + 1) {
    if (name.is_acronym) return word.all_capital;
    if (wording_.is(word.folded, Part::Function)) return false;
  }
  if (end == first + 1 && word.all_capital && word.folded.size() < 4) return false;  // "UN", "AU" are no towns
  return is_name_capital(words_[end - 1]) || words_[end - 1].joined;
}

bool Sentence::only_blank_before(std::size_t at) const {
  if (at == 0 || at >= words_.size()) return false;
  const std::uint32_t begin = words_[at - 1].span.end, end = words_[at].span.begin;
  return begin <= end && trim(text_.substr(begin, end - begin)).empty();
}

bool Sentence::is_country(const Candidate& candidate) const {
  return std::any_of(candidate.bearers.begin(), candidate.bearers.end(),
                     [&](const Bearer& bearer) { return atlas_.entry(bearer.entry).kind == Kind::Country; });
}

// A capital word right behind makes the name longer, unless it is a title or a country.
bool Sentence::goes_on(const Candidate& candidate) const {
  const std::size_t at = candidate.end;
  if (at >= words_.size() || words_[at - 1].possessive) return false;
  if (!is_name_capital(words_[at])) return false;
  const auto next = longest_at(at);
  if (words_[at].joined) return !next || population_of(atlas_.entry(next->bearers[0].entry)) < kTownOnARoad;
  if (!only_blank_before(at) || wording_.is(words_[at].folded, Part::TitleBehind)) return false;
  return !next || !is_country(*next);
}

bool Sentence::begins_before(const Candidate& candidate) const {
  if (!only_blank_before(candidate.first)) return false;
  const NameWord& word_before = before(candidate.first);
  if (word_before.folded == "of" && candidate.first > 1) {
    const NameWord& body = words_[candidate.first - 2];
    return is_name_capital(body) && wording_.is(body.folded, Part::Body);
  }
  if (wording_.is(word_before.folded, Part::Person)) return true;
  if (!is_name_capital(word_before) || word_before.possessive || wording_.is(word_before.folded, Part::Direction) ||
      wording_.is(word_before.folded, Part::Function) || wording_.is(word_before.folded, Part::Locative))
    return false;
  if (candidate.name.is_acronym || word_before.all_capital) return false;
  const bool is_title =
      wording_.is(word_before.folded, Part::TitleBehind);  // "Province Helmand", "President Putin" is above
  return !is_title && (!is_country(candidate) || words_[candidate.first].joined);
}

// "US-led" and "Kabul-style" are adjectives; "Kabul-based" still tells where.
bool Sentence::is_compound(const Candidate& candidate) const {
  const NameWord& next = word(candidate.end);
  static constexpr std::string_view kPlaced[] = {"based", "born", "controlled", "held", "area", "administered"};
  return next.joined && !next.capital &&
         std::find(std::begin(kPlaced), std::end(kPlaced), next.folded) == std::end(kPlaced);
}

bool Sentence::has_capitals_beside(const Candidate& candidate) const {
  return goes_on(candidate) || begins_before(candidate);
}

bool Sentence::is_part_of_other_name(const Candidate& candidate) const {
  return is_compound(candidate) || (!is_headline_ && has_capitals_beside(candidate));
}

std::size_t Sentence::find_dateline() const {
  if (words_.empty() || !words_[0].all_capital || words_[0].folded.size() < 3) return 0;
  const std::uint32_t begin = words_[0].span.begin;
  const std::string_view start = text_.substr(begin, kLongestDateline);
  const std::size_t end = std::min(
      {start.find(" - "), start.find("—"), start.find("–"), start.find(": "), start.find(" -- "), start.find('\n')});
  if (end == std::string_view::npos) return 0;
  std::size_t count = 0;
  while (count < words_.size() && words_[count].span.end <= begin + end) ++count;
  return count;
}

}  // namespace demarche::places
