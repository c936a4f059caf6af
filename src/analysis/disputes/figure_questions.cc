// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/figure_questions.h"

#include <algorithm>
#include <set>

#include "analysis/claims/identity.h"
#include "analysis/disputes/phrasing.h"
#include "analysis/words/wording.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

// Parts of contrasts.tsv whose words tell nothing of a matter.
constexpr const char* kOfCounting[] = {"teller", "says", "tally", "anyone", "no thing", "claimed", "received"};

class Asking {
 public:
  Asking(const FiguresAsked& asked, const std::vector<std::vector<std::size_t>>& sides) : asked_(asked), sides_(sides) {
    for (const auto& side : sides) members_.insert(members_.end(), side.begin(), side.end());
  }
  std::string question() const { return asked() + where() + about() + "? " + answers() + "."; }

 private:
  const GivenFigure& at(std::size_t index) const { return asked_.figures[index]; }
  const GivenFigure& plainest() const;
  std::string noun() const;
  std::string asked() const;
  std::string where() const;
  std::string about() const;
  std::vector<std::string> shared_keys() const;
  std::string word_for(const std::string& key) const;
  std::string words_around(const GivenFigure& figure) const;
  bool stands_in_texts(const std::string& words) const;
  std::string answers() const;

  const FiguresAsked& asked_;
  const std::vector<std::vector<std::size_t>>& sides_;
  std::vector<std::size_t> members_;
};

// A figure whose kind says most: the dead before a count, a count before a number.
const GivenFigure& Asking::plainest() const {
  const auto rank = [](const std::string& kind) { return kind == "number" ? 2 : kind == "count" ? 1 : 0; };
  return at(*std::min_element(members_.begin(), members_.end(), [&](std::size_t a, std::size_t b) {
    return rank(at(a).quantity.kind) < rank(at(b).quantity.kind);
  }));
}

std::string Asking::noun() const {
  for (const std::size_t member : members_)
    if (!at(member).noun.empty() && at(member).quantity.kind == plainest().quantity.kind) return at(member).noun;
  return "";
}

std::string Asking::asked() const {
  const auto& quantity = plainest().quantity;
  const std::string thing = noun();
  if (quantity.kind == "money") return "How much money" + (thing.empty() ? "" : " (" + thing + ")");
  if (quantity.kind == "percent") return "What share";
  if (quantity.kind == "measure") return "How many " + quantity.unit + "s" + (thing.empty() ? "" : " of " + thing);
  if (quantity.kind == "count") return "How many " + (thing.empty() ? "people" : thing);
  if (quantity.kind == "troops") return "How many " + (thing.empty() ? "under arms" : thing);
  return quantity.kind == "number" ? "How many" : "How many were " + quantity.kind;
}

std::string Asking::where() const {
  std::map<std::string, int> places;
  for (const std::size_t member : members_)
    if (!at(member).place.empty()) ++places[at(member).place];
  const auto most =
      std::max_element(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == places.end() ? "" : " at " + most->first;
}

// What two or more of the settings share near the figures, the weightiest first.
std::vector<std::string> Asking::shared_keys() const {
  constexpr float kNear = 0.4F;
  std::map<Key, std::pair<int, double>> shared;  // how many settings have it, how much it weighs
  for (const std::size_t member : members_) {
    for (const auto& [key, near] : asked_.setting_of[member].keys) {
      if (near < kNear) continue;
      ++shared[key].first;
      shared[key].second += near * asked_.settings.weight_of(key);
    }
  }
  std::vector<std::pair<double, std::string>> all;
  for (const auto& [key, found] : shared)
    if (found.first > 1) all.emplace_back(-found.second, asked_.settings.key(key));
  std::sort(all.begin(), all.end());
  std::vector<std::string> keys;
  for (const auto& [weight, key] : all) keys.push_back(key);
  return keys;
}

std::string Asking::words_around(const GivenFigure& figure) const {
  constexpr std::uint32_t kBefore = 200;
  const std::uint32_t begin = figure.sentence.begin - std::min(figure.sentence.begin, kBefore);
  return asked_.corpus.texts[static_cast<std::size_t>(figure.document)].words({begin, figure.sentence.end});
}

// The first word of the texts that stands for a key; the words of a family are shown as the text has them.
std::string Asking::word_for(const std::string& key) const {
  for (const std::size_t member : members_) {
    const std::string text = words_around(at(member));
    for (const auto& match : asked_.corpus.lexicon->matches(text, Lexicon::Table::Families))
      if ("=" + match.theme == key) return text.substr(match.begin, match.end - match.begin);
    for (const Word& word : words_of(text))
      if (stem_of(word.text) == key) return text.substr(word.begin, word.end - word.begin);
  }
  return "";
}

// The words that most say what all are about, without those that the question has already. Words that follow each other
// in a text are one name: "Mawar Laut".
std::string Asking::about() const {
  constexpr std::size_t kMost = 2, kShortest = 4;
  const Lexicon& lexicon = *asked_.corpus.lexicon;
  std::string said = asked() + where();
  for (const std::size_t member : members_) {
    const Text& text = asked_.corpus.texts[static_cast<std::size_t>(at(member).document)];
    said += " " + at(member).voice.name + " " + text.words(at(member).quantity.span);
  }
  std::set<std::string> stems;
  for (const Word& word : words_of(said)) stems.insert(stem_of(word.text));
  std::vector<std::string> words;
  for (const std::string& key : shared_keys()) {
    if (words.size() == kMost) break;
    const std::string word = word_for(key), folded = fold_case(word);
    const bool is_of_counting = std::any_of(std::begin(kOfCounting), std::end(kOfCounting),
                                            [&](const char* part) { return lexicon.has_part(word, part); });
    if (word.size() < kShortest || is_of_counting || lexicon.is_common(folded) || stems.contains(stem_of(folded)))
      continue;
    if (key.starts_with("=force ")) continue;  // "killed", which the kind of the figure says
    words.push_back(word);
  }
  if (words.size() == 2 && stands_in_texts(words[1] + " " + words[0])) words = {words[1] + " " + words[0]};
  if (words.size() == 2 && stands_in_texts(words[0] + " " + words[1])) words = {words[0] + " " + words[1]};
  return words.empty() ? "" : " (" + listed(words) + ")";
}

bool Asking::stands_in_texts(const std::string& words) const {
  return std::any_of(members_.begin(), members_.end(),
                     [&](std::size_t member) { return words_around(at(member)).find(words) != std::string::npos; });
}

std::string Asking::answers() const {
  constexpr std::size_t kNames = 2, kLong = 40;
  std::vector<std::string> answers;
  for (const auto& side : sides_) {
    std::vector<std::string> names;
    for (const std::size_t member : side) {
      const Voice& voice = at(member).voice;
      const std::string name =
          shortened(voice.is_named_actor() ? asked_.corpus.name_of(voice.id) : voice.name.text(), kLong);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    if (names.size() > 1) std::erase(names, "an unnamed voice");
    if (names.size() > kNames) names = {names.front(), "others"};
    const bool are_several = names.size() > 1 || is_plural(names.front());
    answers.push_back(listed(names) + (are_several ? " say " : " says ") + number_text(at(side.front()).quantity));
  }
  std::string all = answers.front();
  for (std::size_t i = 1; i < answers.size(); ++i) all += ", " + answers[i];
  return all;
}

}  // namespace

std::string figure_question(const FiguresAsked& asked, const std::vector<std::vector<std::size_t>>& sides) {
  return Asking(asked, sides).question();
}

}  // namespace demarche::analysis
