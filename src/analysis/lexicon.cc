// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "analysis/aim_words.h"
#include "analysis/analysis.h"
#include "analysis/names.h"
#include "analysis/words.h"
#include "base/tsv.h"

namespace demarche::analysis {

namespace {

// One word of a term: "havens", "haven*", or "*" for any one word.
struct Slot {
  std::string text;
  bool is_prefix = false;
  bool accepts(const std::string& word) const {
    return is_prefix ? word.compare(0, text.size(), text) == 0 : word == text;
  }
};

struct Term {
  std::vector<Slot> slots;
  std::string theme, where;
};

// Cuts at all that is no letter, digit or star, as words_of cuts a text: "cease-fire*" has two slots.
std::vector<Slot> slots_of(const std::string& term) {
  std::vector<Slot> slots;
  for (const std::string& part : split_values(term, ' ')) {
    const bool is_prefix = part.back() == '*';
    const auto words = words_of(part);
    if (words.empty()) slots.push_back({.text = "", .is_prefix = true});
    for (std::size_t i = 0; i < words.size(); ++i) {
      slots.push_back({.text = words[i].text, .is_prefix = is_prefix && i + 1 == words.size()});
    }
  }
  return slots;
}

struct Phrase {
  std::string mode, theme, base, past, none;
};

void replace(std::string& text, std::string_view mark, const std::string& value) {
  const auto at = text.find(mark);
  if (at != std::string::npos) text.replace(at, mark.size(), value);
}

}  // namespace

struct Lexicon::Content {
  // Terms by the first three letters of their first word, which no term has shorter when it is a prefix.
  std::map<std::string, std::vector<Term>, std::less<>> terms;
  std::map<std::string, std::string, std::less<>> contexts;
  std::map<std::string, std::vector<Phrase>, std::less<>> phrases;
  std::map<std::string, std::string, std::less<>> amounts;
  std::map<std::string, std::vector<std::string>, std::less<>> contrasts;  // by part, sorted
  NameWords names;
  std::set<std::string, std::less<>> common;
  AimWords aim_words;

  explicit Content(const std::filesystem::path& folder) : aim_words(folder) {}

  void add_term(const TsvRow& row);
  void add_phrase(const TsvRow& row);
  const Phrase* phrase(std::string_view event, std::string_view mode, const std::vector<std::string>& themes) const;
};

void Lexicon::Content::add_term(const TsvRow& row) {
  if (row["kind"] == "context") {
    contexts[row["term"]] = row["theme"];
    return;
  }
  Term term{.slots = slots_of(row["term"]), .theme = row["theme"], .where = row.where()};
  if (term.slots.empty()) return;
  terms[term.slots.front().text.substr(0, 3)].push_back(std::move(term));
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

Lexicon::Lexicon(const std::filesystem::path& data) : content_(std::make_unique<Content>(data / "lexicon" / "en")) {
  const auto folder = data / "lexicon" / "en";
  for (const TsvRow& row : read_tsv(folder / "themes.tsv", {"theme", "term", "kind"})) content_->add_term(row);
  for (const TsvRow& row : read_tsv(folder / "questions.tsv", {"event", "mode", "theme", "base", "past", "none"})) {
    content_->add_phrase(row);
  }
  for (const TsvRow& row : read_tsv(folder / "amounts.tsv", {"word", "sense"}))
    content_->amounts[row["word"]] = row["sense"];
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

bool matches_at(const Term& term, const std::vector<Word>& words, std::size_t at) {
  if (at + term.slots.size() > words.size()) return false;
  for (std::size_t i = 0; i < term.slots.size(); ++i) {
    if (!term.slots[i].accepts(words[at + i].text)) return false;
  }
  return true;
}

}  // namespace

std::vector<Lexicon::Match> Lexicon::matches(std::string_view text) const {
  std::vector<Match> found;
  const auto words = words_of(text);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto terms = content_->terms.find(std::string_view(words[at].text).substr(0, 3));
    if (terms == content_->terms.end()) continue;
    for (const Term& term : terms->second) {
      if (!matches_at(term, words, at)) continue;
      found.push_back({.theme = term.theme,
                       .begin = words[at].begin,
                       .end = words[at + term.slots.size() - 1].end,
                       .where = term.where});
    }
  }
  return found;
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

std::string Lexicon::sense_of_amount(std::string_view word) const {
  const auto found = content_->amounts.find(word);
  return found == content_->amounts.end() ? std::string() : found->second;
}

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
