// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "analysis/analysis.h"
#include "analysis/words/aim_words.h"
#include "analysis/words/names.h"
#include "analysis/words/terms.h"
#include "analysis/words/words.h"
#include "base/tsv.h"

namespace demarche::analysis {

namespace {

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

struct Phrase {
  std::string mode, theme, base, past, none;
};

void replace(std::string& text, std::string_view mark, const std::string& value) {
  const auto at = text.find(mark);
  if (at != std::string::npos) text.replace(at, mark.size(), value);
}

}  // namespace

struct Lexicon::Content {
  quantities::Recognizer recognizer;
  Terms themes, stances, families, marks;
  std::unordered_map<std::string, std::string, WordHash, std::equal_to<>> phrase_words;
  std::map<std::string, std::string, std::less<>> contexts;
  std::map<std::string, std::vector<Phrase>, std::less<>> phrases;
  std::map<std::string, std::vector<std::string>, std::less<>> contrasts;  // by part, sorted
  NameWords names;
  std::unordered_set<std::string, WordHash, std::equal_to<>> common;
  AimWords aim_words;

  explicit Content(const std::filesystem::path& data) : recognizer(data), aim_words(data / "lexicon" / "en") {}

  void add_issue(const TsvRow& row);
  void add_phrase(const TsvRow& row);
  const Phrase* phrase(std::string_view event, std::string_view mode, const std::vector<std::string>& themes) const;
};

void Lexicon::Content::add_issue(const TsvRow& row) {
  if (row["kind"] == "context")
    contexts[row["term"]] = row["theme"];
  else
    themes.add(row["term"], row["theme"], row.where());
}

void Lexicon::Content::add_phrase(const TsvRow& row) {
  phrases[row["event"]].push_back(
      {.mode = row["mode"], .theme = row["theme"], .base = row["base"], .past = row["past"], .none = row["none"]});
}

const Phrase* Lexicon::Content::phrase(std::string_view event, std::string_view mode,
                                       const std::vector<std::string>& themes) const {
  const auto found = phrases.find(event);
  if (found == phrases.end()) return nullptr;
  const Phrase* best = nullptr;
  int best_rank = -1;
  for (const Phrase& line : found->second) {
    const bool has_theme = std::find(themes.begin(), themes.end(), line.theme) != themes.end();
    if ((!line.theme.empty() && !has_theme) || (!line.mode.empty() && line.mode != mode)) continue;
    const int rank = (line.theme.empty() ? 0 : 2) + (line.mode.empty() ? 0 : 1);
    if (rank > best_rank) best = &line, best_rank = rank;
  }
  return best;
}

Lexicon::Lexicon(const std::filesystem::path& data) : content_(std::make_unique<Content>(data)) {
  const auto folder = data / "lexicon" / "en";
  for (const TsvRow& row : read_tsv(folder / "themes.tsv", {"theme", "term", "kind"})) content_->add_issue(row);
  for (const TsvRow& row : read_tsv(folder / "stances.tsv", {"stance", "term"}))
    content_->stances.add(row["term"], row["stance"], row.where());
  for (const TsvRow& row : read_tsv(folder / "phrase_words.tsv", {"word", "part"}))
    content_->phrase_words[row["word"]] = row["part"];
  for (const TsvRow& row : read_tsv(folder / "families.tsv", {"family", "term"}))
    content_->families.add(row["term"], row["family"], row.where());
  for (const TsvRow& row : read_tsv(folder / "marks.tsv", {"mark", "term"}))
    content_->marks.add(row["term"], row["mark"], row.where());
  for (const TsvRow& row : read_tsv(folder / "questions.tsv", {"event", "mode", "theme", "base", "past", "none"})) {
    content_->add_phrase(row);
  }
  for (const TsvRow& row : read_tsv(folder / "contrasts.tsv", {"word", "part"})) {
    insert_sorted(content_->contrasts[row["part"]], row["word"]);
  }
  content_->names = NameWords(data);
  for (const TsvRow& row : read_tsv(folder / "common_words.tsv", {"word"})) content_->common.insert(row["word"]);
}

Lexicon::~Lexicon() = default;
Lexicon::Lexicon(Lexicon&&) noexcept = default;

const NameWords& Lexicon::name_words() const { return content_->names; }
const AimWords& Lexicon::aim_words() const { return content_->aim_words; }

namespace {

std::vector<Lexicon::Match> matches_of(const Terms& terms, std::string_view text) {
  std::vector<Lexicon::Match> found;
  for (const auto& match : terms.matches(words_of(text))) {
    found.push_back({.theme = *match.label, .begin = match.begin, .end = match.end, .where = *match.where});
  }
  return found;
}

}  // namespace

std::vector<Lexicon::Match> Lexicon::matches(std::string_view text, Table table) const {
  const Terms& terms = table == Table::Families ? content_->families
                       : table == Table::Marks  ? content_->marks
                                                : content_->themes;
  return matches_of(terms, text);
}

std::vector<Lexicon::Match> Lexicon::stances(std::string_view text) const {
  return matches_of(content_->stances, text);
}

std::string Lexicon::part_of_phrase(std::string_view word) const {
  const auto found = content_->phrase_words.find(word);
  return found == content_->phrase_words.end() ? std::string() : found->second;
}

std::vector<std::string> Lexicon::themes(std::string_view text) const {
  std::vector<std::string> themes;
  for (const Match& match : matches(text)) insert_sorted(themes, match.theme);
  return themes;
}

std::vector<std::string> Lexicon::themes_of_event(std::string_view, const std::vector<std::string>& contexts) const {
  std::vector<std::string> themes;
  for (const std::string& context : contexts) {
    const auto found = content_->contexts.find(context);
    if (found != content_->contexts.end()) insert_sorted(themes, found->second);
  }
  return themes;
}

bool Lexicon::has_part(std::string_view text, std::string_view part) const {
  const auto found = content_->contrasts.find(part);
  if (found == content_->contrasts.end()) return false;
  const auto words = words_of(text);
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return std::binary_search(found->second.begin(), found->second.end(), word.text);
  });
}

bool Lexicon::is_common(std::string_view word) const { return content_->common.contains(word); }

const quantities::Recognizer& Lexicon::recognizer() const { return content_->recognizer; }

std::string Lexicon::question(std::string_view event, std::string_view mode, const std::vector<std::string>& themes,
                              const std::string& actor, const std::string& recipient, Tense tense) const {
  const Phrase* phrase = content_->phrase(event, mode, themes);
  std::string base = phrase ? phrase->base : "do it to {r}";
  replace(base, "{r}", recipient.empty() ? (phrase ? phrase->none : "others") : recipient);
  if (tense == Tense::Future) return "Will " + actor + " " + base + "?";
  if (tense == Tense::Past) return "Did " + actor + " " + base + "?";
  return (actor.find(" and ") == std::string::npos ? "Does " : "Do ") + actor + " " + base + "?";
}

std::string Lexicon::told(std::string_view event, std::string_view mode, const std::vector<std::string>& themes,
                          const std::string& actor, const std::string& recipient) const {
  const Phrase* phrase = content_->phrase(event, mode, themes);
  std::string past = phrase ? phrase->past : "acted towards {r}";
  replace(past, "{r}", recipient.empty() ? (phrase ? phrase->none : "others") : recipient);
  return actor + " " + past;
}

}  // namespace demarche::analysis
