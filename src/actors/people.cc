// SPDX-License-Identifier: Apache-2.0
#include "actors/people.h"

#include <algorithm>

namespace demarche::actors {

namespace {

bool is_article(const std::string& word) {
  return word == "al" || word == "el" || word == "as" || word == "ash" || word == "ad" || word == "an" || word == "ul";
}

// A surname with a hyphen is one word, "Lahti-Koski"; an Arabic article does not count, "al-Baghdadi".
std::vector<std::string> folded_words(const std::string& name) {
  std::vector<std::string> words;
  for (const Word& word : split_words(name)) {
    if (word.fold.empty()) continue;
    if (word.before != '-' || words.empty()) {
      words.push_back(word.fold);
    } else if (is_article(words.back())) {
      words.back() = word.fold;
    } else {
      words.back() += "-" + word.fold;
    }
  }
  return words;
}

// Two ways to write one first name: near, or an initial.
bool first_names_agree(const std::string& a, const std::string& b) {
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0];
  return is_near(a, b);
}

bool same_person(const std::vector<std::string>& known, const std::vector<std::string>& words) {
  if (known.empty() || words.empty()) return false;
  if (known == words) return true;
  if (known.size() > 1 && words.size() > 1) {
    return is_near(known.back(), words.back()) && first_names_agree(known.front(), words.front());
  }
  return known.back() == words.back() || (words.size() == 1 && known.front() == words.front());
}

}  // namespace

bool is_near(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() < 5 || b.size() < 5) return false;
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
  const std::string_view rest_a = a.substr(static_cast<std::size_t>(left - a.begin()));
  const std::string_view rest_b = b.substr(static_cast<std::size_t>(right - b.begin()));
  if (a.size() == b.size()) return rest_a.substr(1) == rest_b.substr(1);
  return rest_a == rest_b.substr(1);
}

int People::find(const std::vector<std::string>& words) const {
  for (std::size_t i = people_.size(); i-- > 0;) {
    if (same_person(people_[i].words, words)) return static_cast<int>(i);
  }
  return -1;
}

int People::add(const std::string& name, const std::optional<Resolution>& resolution) {
  const std::vector<std::string> words = folded_words(name);
  int person = find(words);
  if (person < 0) {
    person = static_cast<int>(people_.size());
    people_.push_back({words, name, resolution, {}});
  }
  DocumentPerson& known = at(person);
  if (words.size() > known.words.size()) known.words = words, known.name = name;
  const bool says_more =
      resolution && (!known.resolution || (known.resolution->country.empty() && !resolution->country.empty()));
  if (says_more) known.resolution = resolution;
  return person;
}

int People::by_surname(const std::string& surname) const {
  int found = -1;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    if (people_[i].words.empty() || people_[i].words.back() != surname) continue;
    if (found >= 0) return -1;
    found = static_cast<int>(i);
  }
  return found;
}

}  // namespace demarche::actors
