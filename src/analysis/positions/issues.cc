// SPDX-License-Identifier: Apache-2.0
#include "analysis/positions/issues.h"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/names/identities.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

namespace {

constexpr std::uint32_t kLong = 420;  // code points of a statement that say what it is about
constexpr std::size_t kMostMatters = 2;
constexpr std::size_t kMatterOfMany = 3;  // texts in which a matter stands that is named beside a theme
constexpr double kOwnWords = 1, kMatter = 0.8, kAround = 0.6, kBefore = 0.5;

class Finder {
 public:
  Finder(const Corpus& corpus, const std::vector<bool>& takes_stand)
      : corpus_(corpus), matters_(corpus), takes_stand_(takes_stand) {}
  IssuesOfCorpus find();

 private:
  const Text& text_of(int document) const { return corpus_.texts[static_cast<std::size_t>(document)]; }
  std::vector<std::string> themes(int document, Range range) const;
  Issues of_words(int document, Range own, Range around) const;
  Issues of_claim(const Claim& claim) const;
  const Issues* from_question(std::size_t index) const;
  std::vector<std::string> last_theme(int document, Range range) const;
  Issues from_before(std::size_t index) const;
  bool is_mere_name(const Utterance& utterance) const;
  void count_names();
  Issues from_names(const Utterance& utterance) const;

  const Corpus& corpus_;
  const Matters matters_;
  const std::vector<bool>& takes_stand_;
  std::map<std::string, std::set<int>> texts_with_;  // by key of a name
  IssuesOfCorpus found_;
};

std::vector<std::string> Finder::themes(int document, Range range) const {
  return corpus_.lexicon->themes(text_of(document).words({range.begin, std::min(range.end, range.begin + kLong)}));
}

// "peace" beside the theme “peace talks” is no matter of its own.
bool is_named_by(const std::vector<std::string>& themes, const std::string& matter) {
  const auto stems = stems_of(matter);
  return std::any_of(themes.begin(), themes.end(), [&](const auto& theme) { return share(stems, stems_of(theme)); });
}

Issues Finder::of_words(int document, Range own, Range around) const {
  Issues issues{.names = themes(document, own), .weight = kOwnWords, .are_matters = false, .matter = {}};
  if (!issues.names.empty()) {
    for (const std::string& matter : matters_.in(document, own, kMatterOfMany)) {
      if (issues.matter.empty() && !is_named_by(issues.names, matter)) issues.matter = matter;
    }
    return issues;
  }
  issues = {.names = matters_.in(document, own), .weight = kMatter, .are_matters = true, .matter = {}};
  if (issues.names.size() > kMostMatters) issues.names.resize(kMostMatters);
  if (!issues.names.empty()) return issues;
  issues = {.names = themes(document, around), .weight = kAround, .are_matters = false, .matter = {}};
  return issues;
}

Issues Finder::of_claim(const Claim& claim) const {
  if (!claim.themes.empty()) return {.names = claim.themes, .weight = kOwnWords, .are_matters = false, .matter = {}};
  return of_words(claim.document, claim.event->sentence, claim.event->sentence);
}

// The sentence as far as it is near.
Range around(const Utterance& utterance) {
  constexpr std::uint32_t kNear = 60;
  const Range whole = utterance.whole, quote = utterance.quote;
  return {std::max(quote.begin, whole.begin - std::min(whole.begin, kNear)), std::min(quote.end, whole.end + kNear)};
}

// The question that this statement answers, or what the same voice said just before.
const Issues* Finder::from_question(std::size_t index) const {
  constexpr std::uint32_t kFar = 500;
  const Utterance& utterance = corpus_.utterances[index];
  for (std::size_t i = index; i-- > 0;) {
    const Utterance& before = corpus_.utterances[i];
    if (before.document != utterance.document) break;
    if (before.content.end > utterance.content.begin) continue;
    if (utterance.content.begin - before.content.end > kFar) break;
    const bool is_question = before.act() == "ask" && before.voice.key != utterance.voice.key;
    const bool is_same_voice = before.voice.key == utterance.voice.key && takes_stand_[index];
    if ((is_question || is_same_voice) && found_.utterances[i].weight > kBefore) return &found_.utterances[i];
  }
  return nullptr;
}

// What was spoken of last; the words before may name many things.
std::vector<std::string> Finder::last_theme(int document, Range range) const {
  const auto matches = corpus_.lexicon->matches(text_of(document).words(range));
  return matches.empty() ? std::vector<std::string>{} : std::vector<std::string>{matches.back().theme};
}

Issues Finder::from_before(std::size_t index) const {
  constexpr std::uint32_t kFar = 250;
  if (const Issues* question = from_question(index))
    return {.names = question->names, .weight = kBefore, .are_matters = question->are_matters, .matter = {}};
  if (!takes_stand_[index]) return {};
  const Utterance& utterance = corpus_.utterances[index];
  const std::uint32_t begin = utterance.whole.begin;
  const Range before{begin - std::min(begin, kFar), begin};
  Issues issues = of_words(utterance.document, before, before);
  if (!issues.are_matters) issues.names = last_theme(utterance.document, before);
  issues.weight = kBefore;
  issues.matter.clear();
  return issues;
}

// "The US envoy urged Pakistan": a name says nothing of an issue, whatever stands around it.
bool Finder::is_mere_name(const Utterance& utterance) const {
  const std::string text = text_of(utterance.document).words(utterance.content);
  const auto words = words_of(text);
  return !words.empty() && words.size() <= 3 && std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return starts_with_upper(text.substr(word.begin));
  });
}

void Finder::count_names() {
  for (std::size_t i = 0; i < corpus_.texts.size(); ++i) {
    for (const Named& named : corpus_.identities->in(static_cast<int>(i))) {
      if (named.is_sure && is_name(named.id)) texts_with_[named.id].insert(static_cast<int>(i));
    }
  }
}

// A person, firm or group of whom many texts speak, when a stand on him is of nothing else: "hand Mr Vint over".
Issues Finder::from_names(const Utterance& utterance) const {
  for (const Named& named : corpus_.identities->in(utterance.document)) {
    const bool is_said = utterance.content.begin <= named.span.begin && named.span.end <= utterance.content.end;
    const auto found = texts_with_.find(named.id);
    if (!is_said || named.id == utterance.voice.speaker || found == texts_with_.end()) continue;
    if (found->second.size() >= kMatterOfMany)
      return {.names = {corpus_.name_of(named.id)}, .weight = kAround, .are_matters = true, .matter = {}};
  }
  return {};
}

IssuesOfCorpus Finder::find() {
  count_names();
  for (const Utterance& utterance : corpus_.utterances) {
    const bool is_named_only = is_mere_name(utterance);
    found_.utterances.push_back(
        of_words(utterance.document, utterance.content, is_named_only ? utterance.content : around(utterance)));
  }
  for (std::size_t i = 0; i < corpus_.utterances.size(); ++i) {
    if (found_.utterances[i].names.empty() && !is_mere_name(corpus_.utterances[i]))
      found_.utterances[i] = from_before(i);
    if (found_.utterances[i].names.empty() && takes_stand_[i]) found_.utterances[i] = from_names(corpus_.utterances[i]);
  }
  for (const Claim& claim : corpus_.claims) found_.claims.push_back(of_claim(claim));
  return std::move(found_);
}

}  // namespace

IssuesOfCorpus issues_of(const Corpus& corpus, const std::vector<bool>& takes_stand) {
  return Finder(corpus, takes_stand).find();
}

}  // namespace demarche::analysis
