// SPDX-License-Identifier: Apache-2.0
#include "analysis/words/terms.h"

#include "base/tsv.h"

namespace demarche::analysis {

namespace {

constexpr std::size_t kBeginning = 3;  // letters of the first word that the index goes by
constexpr std::size_t kGap = 3;        // words that "~" may stand for

}  // namespace

// Cuts at all that is no letter or digit, as words_of cuts a text: "cease-fire*" has two slots.
std::vector<Terms::Slot> Terms::slots_of(const std::string& term) {
  std::vector<Slot> slots;
  for (const std::string& part : split_values(term, ' ')) {
    const auto words = words_of(part);
    if (words.empty()) slots.push_back({.kind = part == "~" ? Slot::Kind::Gap : Slot::Kind::Any, .text = {}});
    for (const Word& word : words) slots.push_back({.kind = Slot::Kind::Word, .text = word.text});
    if (part.size() > 1 && part.back() == '*') slots.back().kind = Slot::Kind::Beginning;
  }
  return slots;
}

void Terms::add(const std::string& term, const std::string& label, const std::string& where) {
  Term made{.slots = slots_of(term), .label = label, .where = where};
  if (made.slots.empty()) return;
  by_beginning_[beginning_of(made.slots.front().text)].push_back(std::move(made));
}

std::uint32_t Terms::beginning_of(std::string_view word) {
  std::uint32_t number = 0;
  for (const char letter : word.substr(0, kBeginning)) number = number << 8 | static_cast<unsigned char>(letter);
  return number;
}

bool Terms::accepts(const Slot& slot, const std::string& word) {
  if (slot.kind == Slot::Kind::Any) return true;
  return slot.kind == Slot::Kind::Beginning ? word.starts_with(slot.text) : word == slot.text;
}

std::size_t Terms::end_of(const Term& term, std::size_t slot, const std::vector<Word>& words, std::size_t at) {
  for (; slot < term.slots.size(); ++slot, ++at) {
    if (term.slots[slot].kind == Slot::Kind::Gap) {
      for (std::size_t skipped = 0; skipped <= kGap; ++skipped) {
        if (const std::size_t end = end_of(term, slot + 1, words, at + skipped)) return end;
      }
      return 0;
    }
    if (at >= words.size() || !accepts(term.slots[slot], words[at].text)) return 0;
  }
  return at;
}

std::vector<Terms::Match> Terms::matches(const std::vector<Word>& words) const {
  std::vector<Match> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto terms = by_beginning_.find(beginning_of(words[at].text));
    if (terms == by_beginning_.end()) continue;
    for (const Term& term : terms->second) {
      const std::size_t end = end_of(term, 0, words, at);
      if (end == 0) continue;
      found.push_back(
          {.label = &term.label, .where = &term.where, .begin = words[at].begin, .end = words[end - 1].end});
    }
  }
  return found;
}

}  // namespace demarche::analysis
