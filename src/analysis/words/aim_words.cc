// SPDX-License-Identifier: Apache-2.0
#include "analysis/words/aim_words.h"

#include <algorithm>

#include "base/tsv.h"

namespace demarche::analysis {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool accepts(const std::string& slot, const std::string& word) {
  if (slot.back() != '*') return slot == word;
  return word.compare(0, slot.size() - 1, slot, 0, slot.size() - 1) == 0;
}

// The last word that slots from `slot` on take when they begin at `at`; kNone when they do not fit.
std::size_t match(const std::vector<std::string>& slots, std::size_t slot, const std::vector<Word>& words,
                  std::size_t at) {
  constexpr std::size_t kBetween = 4;
  for (; slot < slots.size() && slots[slot] != "+"; ++slot, ++at) {
    if (at >= words.size() || !accepts(slots[slot], words[at].text)) return kNone;
  }
  if (slot == slots.size()) return at - 1;
  for (std::size_t gap = 0; gap <= kBetween; ++gap) {
    const std::size_t last = match(slots, slot + 1, words, at + gap);
    if (last != kNone) return last;
  }
  return kNone;
}

std::string_view head(std::string_view word) { return word.substr(0, std::min<std::size_t>(3, word.find('*'))); }

}  // namespace

void AimWords::add(Terms& terms, const std::string& term, const std::string& name, int end) {
  Term made{.slots = split_values(term, ' '), .name = name, .end = end};
  if (made.slots.empty()) return;
  terms[std::string(head(made.slots.front()))].push_back(std::move(made));
}

AimWords::AimWords(const std::filesystem::path& folder) {
  for (const TsvRow& row : read_tsv(folder / "deeds.tsv", {"term", "deed", "end"}))
    add(deeds_, row["term"], row["deed"], row["end"] == "-" ? -1 : 1);
  for (const TsvRow& row : read_tsv(folder / "things.tsv", {"term", "thing"}))
    add(things_, row["term"], row["thing"], 1);
  for (const TsvRow& row : read_tsv(folder / "signals.tsv", {"term", "signal"}))
    add(signals_[row["signal"]], row["term"], row["signal"], 1);
}

// Words of less than three letters stand under all that they have, and no prefix is so short.
const AimWords::Term* AimWords::longest_at(const Terms& terms, const std::vector<Word>& words, std::size_t at,
                                           std::size_t& last) {
  const auto found = terms.find(head(words[at].text));
  if (found == terms.end()) return nullptr;
  const Term* longest = nullptr;
  for (const Term& term : found->second) {
    const std::size_t end = match(term.slots, 0, words, at);
    if (end != kNone && (!longest || end > last)) longest = &term, last = end;
  }
  return longest;
}

bool AimWords::has(std::string_view signal, const std::vector<Word>& words) const {
  const auto terms = signals_.find(signal);
  if (terms == signals_.end()) return false;
  std::size_t last = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (longest_at(terms->second, words, at, last)) return true;
  }
  return false;
}

std::vector<AimWords::Found> AimWords::found_in(const Terms& terms, const std::vector<Word>& words) {
  std::vector<Found> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::size_t last = at;
    const Term* term = longest_at(terms, words, at, last);
    if (!term) continue;
    found.push_back({.name = term->name, .end = term->end, .first = at, .last = last});
    // Between the parts of "hand … over" other words may stand that mean something.
    if (std::find(term->slots.begin(), term->slots.end(), "+") == term->slots.end()) at = last;
  }
  return found;
}

std::vector<AimWords::Found> AimWords::signals_in(std::string_view signal, const std::vector<Word>& words) const {
  const auto terms = signals_.find(signal);
  return terms == signals_.end() ? std::vector<Found>() : found_in(terms->second, words);
}

std::string AimWords::thing_of(const std::string& word) const {
  const std::vector<Word> one{{.text = word, .begin = 0, .end = word.size()}};
  std::size_t last = 0;
  if (const Term* thing = longest_at(things_, one, 0, last)) return thing->name;
  const auto plain = signals_.find("plain");
  if (word.size() < 3 || (plain != signals_.end() && longest_at(plain->second, one, 0, last))) return {};
  return stem_of(word);
}

}  // namespace demarche::analysis
