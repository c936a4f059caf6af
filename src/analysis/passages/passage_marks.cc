// SPDX-License-Identifier: Apache-2.0
#include "analysis/passages/passage_marks.h"

#include <algorithm>
#include <set>

#include "analysis/words/words.h"

namespace demarche::analysis {

std::vector<Lexicon::Match> longest(const Lexicon& lexicon, const std::string& text, Lexicon::Table table) {
  auto matches = lexicon.matches(text, table);
  auto inside = [](const Lexicon::Match& small, const Lexicon::Match& big) {
    return big.begin <= small.begin && small.end <= big.end && big.end - big.begin > small.end - small.begin;
  };
  std::vector<Lexicon::Match> kept;
  for (const auto& match : matches) {
    if (std::none_of(matches.begin(), matches.end(), [&](const auto& other) { return inside(match, other); }))
      kept.push_back(match);
  }
  return kept;
}

namespace {

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

bool is_number(const std::string& word) { return word[0] >= '0' && word[0] <= '9'; }

struct KeyWords {
  std::vector<std::string> all, names;  // sorted
};

KeyWords keys_in(const Lexicon& lexicon, const std::string& text) {
  KeyWords keys;
  const auto families = longest(lexicon, text, Lexicon::Table::Families);
  for (const Word& word : words_of(text)) {
    const auto covers = std::find_if(families.begin(), families.end(), [&](const Lexicon::Match& match) {
      return match.begin <= word.begin && word.end <= match.end;
    });
    if (covers != families.end()) {
      if (covers->theme != "-") insert_sorted(keys.all, "=" + covers->theme);
      continue;
    }
    if (word.text.size() < 3 || is_number(word.text)) continue;
    insert_sorted(keys.all, stem_of(word.text));
    if (is_upper(text[word.begin])) insert_sorted(keys.names, stem_of(word.text));
  }
  return keys;
}

// "will not", "would never": what somebody refuses or foretells, which denies nothing.
bool is_refusal(const std::vector<Lexicon::Match>& marks, const Lexicon::Match& no) {
  return std::any_of(marks.begin(), marks.end(), [&](const Lexicon::Match& modal) {
    if (modal.theme != "modal") return false;
    const std::size_t gap = modal.begin >= no.end   ? modal.begin - no.end
                            : no.begin >= modal.end ? no.begin - modal.end
                                                    : 0;
    return gap <= 5;
  });
}

// "not six hundred": the number is put right, nothing is denied.
bool is_of_number(const std::string& text, std::size_t at) {
  const auto next = words_of(std::string_view(text).substr(at, 12));
  static const std::set<std::string> kNumbers = {"two",   "three", "four", "five", "six",
                                                 "seven", "eight", "nine", "ten",  "hundred"};
  return !next.empty() && (is_number(next.front().text) || kNumbers.contains(next.front().text));
}

// The clause in which a negation stands: to the next stop or joining word on either side. What stands beyond is not
// denied: "it closed the camp, and did not say why".
std::string clause_around(const std::string& text, const Lexicon::Match& no) {
  static const std::set<std::string> kJoining = {"and",     "but",   "because", "while", "although", "though",
                                                 "whereas", "until", "unless",  "which", "who"};
  constexpr std::string_view kStops = ",;:()";
  std::size_t begin = text.find_last_of(kStops, no.begin), end = text.find_first_of(kStops, no.end);
  begin = begin == std::string::npos ? 0 : begin + 1;
  end = std::min(end, text.size());
  for (const Word& word : words_of(text)) {
    if (!kJoining.contains(word.text)) continue;
    if (word.end <= no.begin) begin = std::max(begin, word.end);
    if (word.begin >= no.end) end = std::min(end, word.begin);
  }
  return text.substr(begin, end - begin);
}

void take_marks(Passage& passage, const Lexicon& lexicon, const std::string& text, Numbered& numbers) {
  const auto marks = longest(lexicon, text, Lexicon::Table::Marks);
  for (const auto& mark : marks) {
    insert_sorted(passage.marks, mark.theme);
    if (mark.theme != "no" || is_refusal(marks, mark) || is_of_number(text, mark.end)) continue;
    passage.is_negative = true;
    const Keys denied = numbers.numbers(keys_in(lexicon, clause_around(text, mark)).all);
    Keys all;
    std::set_union(passage.negated.begin(), passage.negated.end(), denied.begin(), denied.end(),
                   std::back_inserter(all));
    passage.negated = std::move(all);
  }
  passage.is_unreal = passage.has_mark("modal");
  passage.is_question = text.find('?') != std::string::npos;
}

}  // namespace

void take_words(Passage& passage, const Lexicon& lexicon, const std::string& text, Numbered& numbers) {
  const KeyWords keys = keys_in(lexicon, text);
  passage.keys = numbers.numbers(keys.all);
  passage.names = keys.names;
  take_marks(passage, lexicon, text, numbers);
}

}  // namespace demarche::analysis
