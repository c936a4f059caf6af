// SPDX-License-Identifier: Apache-2.0
#include "actors/namesakes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace demarche::actors {

namespace {

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_noun(const Tables::Content& content, const Word& word) {
  return (content.classes_of(word.fold) & (kFunction | kPreposition | kConjunction | kCopula | kPronoun | kRelative)) ==
         0;
}

// "Each Chad", "a Turkey for every table": a thing called like a state; "a Turkey that joins" is Turkey.
bool is_counted(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at, std::uint32_t end) {
  static constexpr std::array<std::string_view, 3> kArticles = {"a", "an", "another"};
  if (words[at - 1].fold == "each" || words[at - 1].fold == "every") return true;
  if (!is_one_of(kArticles, words[at - 1].fold)) return false;
  if (end >= words.size() || words[end].before != 0) return true;
  static constexpr std::array<std::string_view, 7> kStateAs = {"without", "under", "free", "at", "with", "of", "ruled"};
  const bool is_qualified = (content.classes_of(words[end].fold) & (kRelative | kCopula)) || words[end].upper ||
                            is_one_of(kStateAs, words[end].fold);
  return !is_qualified && !is_noun(content, words[end]);
}

// "The ford over the Jordan", "up the Congo".
bool is_river(const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::array<std::string_view, 8> kRivers = {"jordan", "congo", "niger",    "senegal",
                                                              "gambia", "zaire", "paraguay", "uruguay"};
  static constexpr std::array<std::string_view, 14> kAcross = {
      "over", "across", "along", "up", "down", "on", "into", "ford", "forded", "crossed", "beyond", "of", "near", "by"};
  if (begin < 2 || end != begin + 1 || words[begin - 1].fold != "the" || words[begin].possessive) return false;
  if (!is_one_of(kRivers, words[begin].fold)) return false;
  const std::string& before = words[begin - 2].fold;
  // Two states are called with the article: "the army of the Congo".
  const bool takes_article = words[begin].fold == "congo" || words[begin].fold == "gambia";
  if (takes_article && (before == "of" || before == "on" || before == "into" || before == "near" || before == "by"))
    return false;
  return is_one_of(kAcross, before);
}

// How wares are called, not states.
constexpr std::array<std::string_view, 19> kLooks = {
    "red",     "black", "green",  "blue",   "white",   "yellow",  "brown",   "fine",    "roast", "roasted",
    "stuffed", "fried", "smoked", "frozen", "chipped", "cracked", "woollen", "knitted", "cold"};
constexpr std::array<std::string_view, 19> kWares = {"cup",  "cups",  "plate",  "plates", "saucers",  "doll",   "dolls",
                                                     "vase", "vases", "teapot", "crude",  "sandwich", "breast", "legs",
                                                     "soup", "cows",  "cattle", "pigs",   "fowl"};

// "China cups", "Guinea fowl".
bool is_of_a_ware(const std::vector<Word>& words, std::uint32_t end) {
  return end < words.size() && words[end].before == 0 && !words[end - 1].possessive &&
         is_one_of(kWares, words[end].fold);
}

// "The best China", "red Morocco", "each Chad", "his dog Mali": what is called like a state and is none.
bool is_thing_called_so(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin,
                        std::uint32_t end) {
  if (end != begin + 1 || words[begin].all_upper) return false;
  if (is_of_a_ware(words, end)) return true;
  if (begin == 0 || words[begin].before != 0) return false;
  if (is_counted(content, words, begin, end)) return true;
  const Word& before = words[begin - 1];
  if (before.upper && begin > 1) return false;
  if (is_one_of(kLooks, before.fold)) return true;
  if (begin < 2) return false;
  const std::uint32_t kind = content.classes_of(words[begin - 2].fold);
  if (!(kind & (kDeterminer | kPronoun)) && !words[begin - 2].possessive) return false;
  static constexpr std::array<std::string_view, 18> kBearers = {
      "dog",    "cat",   "horse", "mule",   "camel", "goat",    "daughter", "son",  "brother",
      "sister", "uncle", "aunt",  "cousin", "wife",  "husband", "mother",   "ship", "yacht"};
  if (is_one_of(kBearers, before.fold)) return true;
  return before.fold.size() > 3 && before.fold.ends_with("est") && before.fold != "west";
}

// "China stood in the cupboard": a word of the sentence tells of the thing.
bool is_told_as_a_thing(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin,
                        std::uint32_t end) {
  const auto hints = content.namesakes.find(words[begin].fold);
  if (hints == content.namesakes.end() || end != begin + 1 || words[begin].possessive) return false;
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return !word.upper && std::find(hints->second.begin(), hints->second.end(), word.fold) != hints->second.end();
  });
}

// "In French", "he spoke Russian": no state, but its language.
bool is_language(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin,
                 std::uint32_t end) {
  static constexpr std::array<std::string_view, 19> kSpoken = {
      "in",     "into", "spoke", "speak",   "speaks",  "speaking", "spoken", "taught",  "teach", "learn",
      "learnt", "knew", "knows", "learned", "studied", "broken",   "fluent", "halting", "read"};
  if (begin == 0 || words[begin].before != 0) return false;
  if (!is_one_of(kSpoken, words[begin - 1].fold)) return false;
  if (end >= words.size() || words[end].before != 0) return true;
  return (content.classes_of(words[end].fold) & (kFunction | kPreposition | kConjunction | kCopula | kRelative)) != 0;
}

}  // namespace

bool is_namesake(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end,
                 Sense sense) {
  if (sense == Sense::Demonym)
    return is_language(content, words, begin, end) || is_told_as_a_thing(content, words, begin, end);
  return sense == Sense::Name && (is_told_as_a_thing(content, words, begin, end) || is_river(words, begin, end) ||
                                  is_thing_called_so(content, words, begin, end));
}

}  // namespace demarche::actors
