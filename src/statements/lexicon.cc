// SPDX-License-Identifier: Apache-2.0
#include "statements/lexicon.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "language/language.h"

namespace demarche::statements {

namespace {

// Verbs whose forms no ending reveals.
constexpr std::array<std::pair<std::string_view, std::string_view>, 30> kIrregular = {{
    {"said", "say"},
    {"told", "tell"},
    {"held", "hold"},
    {"thought", "think"},
    {"saw", "see"},
    {"seen", "see"},
    {"knew", "know"},
    {"known", "know"},
    {"felt", "feel"},
    {"found", "find"},
    {"made", "make"},
    {"wrote", "write"},
    {"written", "write"},
    {"swore", "swear"},
    {"sworn", "swear"},
    {"sought", "seek"},
    {"put", "put"},
    {"heard", "hear"},
    {"understood", "understand"},
    {"shown", "show"},
    {"undertook", "undertake"},
    {"is", "be"},
    {"are", "be"},
    {"was", "be"},
    {"were", "be"},
    {"been", "be"},
    {"gave", "give"},
    {"paid", "pay"},
    {"stood", "stand"},
    {"foresaw", "foresee"},
}};

std::unordered_map<std::string, Decision> load(const std::filesystem::path& path, const char* key, const char* value) {
  std::unordered_map<std::string, Decision> table;
  for (const TsvRow& row : read_tsv(path, {key, value, "by"})) {
    table.emplace(fold_case(row[key]), Decision{row[value], row.where(), row.get("open") == "yes"});
  }
  return table;
}

void add_without(std::vector<std::string>& lemmas, std::string_view word, std::string_view ending,
                 std::string_view instead) {
  if (word.size() < ending.size() + 2 || !word.ends_with(ending)) return;
  lemmas.push_back(std::string(word.substr(0, word.size() - ending.size())).append(instead));
}

// "stressed" keeps both letters, "committed" loses one.
void add_undoubled(std::vector<std::string>& lemmas, std::string_view word, std::string_view ending) {
  if (word.size() < ending.size() + 4 || !word.ends_with(ending)) return;
  const std::string_view stem = word.substr(0, word.size() - ending.size());
  if (stem[stem.size() - 1] == stem[stem.size() - 2]) lemmas.emplace_back(stem.substr(0, stem.size() - 1));
}

// The decision of the longest run of words that begins at `first`; every word may be inflected.
const Decision* longest_at(const std::unordered_map<std::string, Decision>& table,
                           const std::vector<std::string>& words, std::size_t first, std::size_t& length) {
  constexpr std::size_t kLongest = 4;
  for (length = std::min(kLongest, words.size() - first); length > 0; --length) {
    for (const std::string& lemma : lemmas_of(words[first])) {
      std::string phrase = lemma;
      for (std::size_t i = 1; i < length; ++i) phrase.append(" ").append(words[first + i]);
      const auto found = table.find(phrase);
      if (found != table.end()) return &found->second;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<std::string> lemmas_of(std::string_view word) {
  std::vector<std::string> lemmas = {std::string(word)};
  for (const auto& [form, lemma] : kIrregular) {
    if (form == word) lemmas.emplace_back(lemma);
  }
  add_without(lemmas, word, "ies", "y");
  add_without(lemmas, word, "ied", "y");
  add_without(lemmas, word, "es", "");
  add_without(lemmas, word, "s", "");
  add_without(lemmas, word, "ed", "");
  add_without(lemmas, word, "ed", "e");
  add_without(lemmas, word, "ing", "");
  add_without(lemmas, word, "ing", "e");
  add_undoubled(lemmas, word, "ed");
  add_undoubled(lemmas, word, "ing");
  return lemmas;
}

std::vector<std::string> words_of(std::string_view phrase) {
  std::vector<std::string> words;
  for (const auto& token : language::split_tokens(phrase, {0, static_cast<std::uint32_t>(phrase.size())})) {
    const std::string_view word = phrase.substr(token.span.begin, token.span.size());
    if (word.size() > 1 || is_letter(static_cast<unsigned char>(word[0]))) words.push_back(fold_case(word));
  }
  return words;
}

Lexicon::Lexicon(const std::filesystem::path& folder)
    : cues_(load(folder / "cues.tsv", "cue", "act")),
      voices_(load(folder / "voices.tsv", "head", "kind")),
      claims_(load(folder / "claims.tsv", "word", "act")),
      negated_acts_(load(folder / "negated_acts.tsv", "act", "negated")),
      negated_cues_(load(folder / "negated_cues.tsv", "cue", "act")) {
  for (const TsvRow& row : read_tsv(folder / "rebuttals.tsv", {"words", "act", "by"})) {
    rebuttals_.emplace_back(fold_case(row["words"]), Decision{row["act"], row.where()});
  }
}

const Decision* Lexicon::act_of(std::string_view cue) const {
  const auto words = words_of(cue);
  const Decision* plain = nullptr;
  for (std::size_t first = 0; first < words.size();) {
    std::size_t length = 0;
    const Decision* found = longest_at(cues_, words, first, length);
    // "was quick to deny", "said in a warning": the word that says more decides.
    if (found && found->value != "assert") return found;
    if (found && !plain) plain = found;
    first += std::max<std::size_t>(length, 1);
  }
  return plain;
}

const Decision* Lexicon::voice_of(std::string_view phrase) const {
  const auto words = words_of(phrase);
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::size_t length = 0;
    if (const Decision* found = longest_at(voices_, words, first, length)) return found;
  }
  return nullptr;
}

const Decision* Lexicon::negated(std::string_view cue, const std::string& act) const {
  const auto words = words_of(cue);
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::size_t length = 0;
    if (const Decision* found = longest_at(negated_cues_, words, first, length)) return found;
  }
  const auto found = negated_acts_.find(act);
  return found == negated_acts_.end() ? nullptr : &found->second;
}

const Decision* Lexicon::claim_in(std::string_view content) const {
  constexpr std::size_t kReach = 6;  // words: behind them begins what the claim says
  const auto words = words_of(content);
  for (std::size_t first = 0; first < std::min(words.size(), kReach); ++first) {
    std::size_t length = 0;
    if (const Decision* found = longest_at(claims_, words, first, length)) return found;
  }
  return nullptr;
}

const Decision* Lexicon::rebuttal_in(std::string_view sentence) const {
  const std::string folded = fold_case(sentence);
  for (const auto& [words, decision] : rebuttals_) {
    const std::size_t at = folded.find(words);
    if (at == std::string::npos) continue;
    const bool opens = at == 0 || !is_letter(static_cast<unsigned char>(folded[at - 1]));
    const std::size_t end = at + words.size();
    if (opens && (end == folded.size() || !is_letter(static_cast<unsigned char>(folded[end])))) return &decision;
  }
  return nullptr;
}

}  // namespace demarche::statements
