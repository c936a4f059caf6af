// SPDX-License-Identifier: Apache-2.0
// Idea: a sentence that names the same deed and shares with a report what few sentences have tells of the same
// occurrence. It is compared only with the reports that share one of its rarest words, so that the cost grows with the
// sentences and not with their pairs.
#include "analysis/happenings/retellings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>

#include "analysis/happenings/untold.h"
#include "analysis/texts/sentences.h"
#include "analysis/words/halves.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

namespace {

// In how many sentences each stem stands.
class Rarity {
 public:
  explicit Rarity(const Corpus& corpus);
  // 3 for what stands in one sentence, 0 for what stands in all.
  double of(std::uint64_t stem) const;
  double of(const Words& stems) const;  // their sum

 private:
  std::unordered_map<std::uint64_t, int> sentences_with_;
  double sentences_ = 0;
};

Rarity::Rarity(const Corpus& corpus) {
  constexpr double kFew = 500;
  const auto words = in_halves(corpus.texts.size(), [&](std::size_t begin, std::size_t end) {
    std::vector<Words> of_sentences;
    for (std::size_t i = begin; i < end; ++i) {
      for (const Range& sentence : sentences_of(corpus.texts[i]))
        of_sentences.push_back(plain_words_in(*corpus.lexicon, corpus.texts[i].words(sentence)).stems);
    }
    return of_sentences;
  });
  for (const Words& stems : words) {
    for (const std::uint64_t stem : stems) ++sentences_with_[stem];
  }
  sentences_ = std::max(kFew, static_cast<double>(words.size()));
}

double Rarity::of(std::uint64_t stem) const {
  constexpr double kMost = 3;
  const auto found = sentences_with_.find(stem);
  const double count = found == sentences_with_.end() ? 1 : found->second;
  return kMost * std::log(sentences_ / count) / std::log(sentences_);
}

double Rarity::of(const Words& stems) const {
  double sum = 0;
  for (const std::uint64_t stem : stems) sum += of(stem);
  return sum;
}

// A deed of a group, with what a sentence can share with it.
struct Report {
  const Deed* deed = nullptr;
  int group = 0;
  Words stems;           // of its sentence, without its trigger
  Words kinds, numbers;  // of its trigger; of its sentence
};

bool is_done_by_words(const std::string& event) {
  constexpr std::array<std::string_view, 5> kByWords = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"};
  return std::find(kByWords.begin(), kByWords.end(), event) != kByWords.end();
}

class Matcher {
 public:
  Matcher(const Corpus& corpus, const Grouped& grouped);
  std::optional<int> group_of(const Untold& untold) const;

 private:
  void add_report(int group, const Deed& deed);
  Words rarest(const Words& stems) const;
  double points_of_matter(const Untold& untold, const Report& report) const;
  double likeness(const Untold& untold, const Report& report) const;

  const Corpus& corpus_;
  const Rarity rarity_;
  std::vector<Report> reports_;
  std::unordered_map<std::uint64_t, std::vector<int>> by_stem_;  // reports
};

Matcher::Matcher(const Corpus& corpus, const Grouped& grouped) : corpus_(corpus), rarity_(corpus) {
  constexpr std::size_t kAsked = 16;  // the first are the most exact
  for (std::size_t i = 0; i < grouped.groups.size(); ++i) {
    const auto& deeds = grouped.groups[i].deeds;
    for (std::size_t k = 0; k < std::min(kAsked, deeds.size()); ++k)
      add_report(static_cast<int>(i), grouped.deeds[static_cast<std::size_t>(deeds[k])]);
  }
}

void Matcher::add_report(int group, const Deed& deed) {
  const Claim& claim = corpus_.claims[static_cast<std::size_t>(deed.claim)];
  const Text& text = corpus_.texts[static_cast<std::size_t>(claim.document)];
  SentenceWords words = plain_words_in(*corpus_.lexicon, text.words(claim.event->sentence));
  Report report{.deed = &deed, .group = group, .stems = {}, .kinds = {}, .numbers = std::move(words.numbers)};
  std::set_difference(words.stems.begin(), words.stems.end(), deed.trigger.begin(), deed.trigger.end(),
                      std::back_inserter(report.stems));
  std::string trigger;
  for (const Range& range : claim.event->trigger) trigger += text.words(range) + " ";
  if (!deed.is_inferred) report.kinds = kinds_in(*corpus_.lexicon, trigger);
  for (const std::uint64_t stem : rarest(report.stems)) by_stem_[stem].push_back(static_cast<int>(reports_.size()));
  reports_.push_back(std::move(report));
}

Words Matcher::rarest(const Words& stems) const {
  constexpr std::size_t kMost = 8;
  Words sorted = stems;
  std::sort(sorted.begin(), sorted.end(), [&](std::uint64_t a, std::uint64_t b) {
    return std::pair(rarity_.of(b), a) < std::pair(rarity_.of(a), b);
  });
  if (sorted.size() > kMost) sorted.resize(kMost);
  return sorted;
}

// Nothing when the dates exclude each other. One without a date is told near the deed, or long afterwards.
std::optional<double> points_of_dates(const Untold& untold, const Deed& deed) {
  constexpr int kExact = 3, kMonth = 45, kFortnight = 14;
  if (!is_dated(deed) || untold.dates.empty()) {
    const int day = deed.when.is_known() ? deed.when.lo : deed.said;
    if (untold.said == kNoDay || day == kNoDay) return 0;
    if (is_dated(deed) && day > untold.said + 1) return std::nullopt;
    return std::abs(untold.said - day) <= kFortnight ? 1 : 0;
  }
  std::optional<double> best;
  for (const When& when : untold.dates) {
    if (!when.overlaps(deed.when)) continue;
    const int width = std::max(when.hi - when.lo, deed.when.hi - deed.when.lo);
    best = std::max(best.value_or(0), width <= kExact ? 4.0 : width <= kMonth ? 2.0 : 1.0);
  }
  return best;
}

double points_of_parties(const Untold& untold, const Deed& deed) {
  constexpr double kEach = 2, kOthers = -3;
  double points = 0;
  for (const Ids* ids : {&deed.actors, &deed.recipients}) {
    if (meet(*ids, untold.parties)) points += kEach;
  }
  const bool are_known = !untold.parties.empty() && !(deed.actors.empty() && deed.recipients.empty());
  return are_known && points == 0 ? kOthers : points;
}

// Nothing when the sentence tells of no such deed, or has somebody else say it.
std::optional<double> points_of_deed(const Untold& untold, const Report& report) {
  constexpr double kSameWord = 4, kSameKind = 3, kSaidByTheSame = 4;
  const Deed& deed = *report.deed;
  if (is_done_by_words(deed.event) && share(untold.acts, {deed.event})) {
    const Ids speaker = untold.speaker.empty() ? Ids{} : Ids{untold.speaker};
    if (contradict(deed.actors, speaker)) return std::nullopt;
    if (agree(deed.actors, speaker)) return kSaidByTheSame;
  }
  if (words_shared(deed.trigger, untold.words.deeds) > 0) return kSameWord;
  if (equal_words(report.kinds, untold.words.kinds) > 0) return kSameKind;
  return std::nullopt;
}

// 0 when that is little of what either sentence says.
double Matcher::points_of_matter(const Untold& untold, const Report& report) const {
  constexpr double kShare = 0.2;
  Words shared;
  std::set_intersection(report.stems.begin(), report.stems.end(), untold.words.stems.begin(), untold.words.stems.end(),
                        std::back_inserter(shared));
  const double points = rarity_.of(shared);
  return points < kShare * std::min(rarity_.of(report.stems), rarity_.of(untold.words.stems)) ? 0 : points;
}

// 0 when it tells of something else, or too little to know.
double Matcher::likeness(const Untold& untold, const Report& report) const {
  constexpr double kLeast = 10, kLeastMatter = 1.8, kFigure = 1.5;
  const auto of_deed = points_of_deed(untold, report);
  if (!of_deed) return 0;
  const auto of_dates = points_of_dates(untold, *report.deed);
  const double matter = points_of_matter(untold, report);
  if (!of_dates || matter < kLeastMatter) return 0;
  const bool has_figure = equal_words(report.numbers, untold.words.numbers) > 0;
  const double points = *of_deed + *of_dates + points_of_parties(untold, *report.deed) + matter + kFigure * has_figure;
  return points >= kLeast ? points : 0;
}

std::optional<int> Matcher::group_of(const Untold& untold) const {
  constexpr std::size_t kShared = 64;  // reports; a word that more have tells too little
  std::set<int> candidates;
  for (const std::uint64_t stem : rarest(untold.words.stems)) {
    const auto found = by_stem_.find(stem);
    if (found != by_stem_.end() && found->second.size() <= kShared)
      candidates.insert(found->second.begin(), found->second.end());
  }
  std::optional<int> best;
  double most = 0;
  for (const int candidate : candidates) {
    const Report& report = reports_[static_cast<std::size_t>(candidate)];
    const double points = likeness(untold, report);
    if (points > most) most = points, best = report.group;
  }
  return best;
}

// By document, where its reports stand.
std::vector<std::vector<Range>> told_in(const Corpus& corpus, const Grouped& grouped) {
  std::vector<std::vector<Range>> told(corpus.texts.size());
  for (const Group& group : grouped.groups) {
    for (const int index : group.claims) {
      const Claim& claim = corpus.claims[static_cast<std::size_t>(index)];
      told[static_cast<std::size_t>(claim.document)].push_back(claim.event->sentence);
    }
  }
  return told;
}

}  // namespace

std::vector<std::vector<Retelling>> retellings_of(const Corpus& corpus, const Grouped& grouped) {
  const Matcher matcher(corpus, grouped);
  const auto told = told_in(corpus, grouped);
  const auto found = in_halves(corpus.texts.size(), [&](std::size_t begin, std::size_t end) {
    std::vector<std::pair<int, Retelling>> pairs;
    for (std::size_t i = begin; i < end; ++i) {
      for (const Untold& untold : untold_in(corpus, static_cast<int>(i), told[i])) {
        if (const auto group = matcher.group_of(untold)) pairs.emplace_back(*group, untold.retelling);
      }
    }
    return pairs;
  });
  std::vector<std::vector<Retelling>> retellings(grouped.groups.size());
  for (const auto& [group, retelling] : found) retellings[static_cast<std::size_t>(group)].push_back(retelling);
  return retellings;
}

}  // namespace demarche::analysis
