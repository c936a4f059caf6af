// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "language/language.h"

namespace demarche::language {

namespace {

std::vector<std::string> words_of(std::string_view label) {
  label = label.substr(0, label.find('('));
  std::vector<std::string> words;
  for (const Token& token : split_tokens(label, {0, static_cast<std::uint32_t>(label.size())})) {
    const std::string word = fold_case(label.substr(token.span.begin, token.span.size()));
    if (static_cast<unsigned char>(word[0]) >= 0x80 || std::isalnum(static_cast<unsigned char>(word[0])))
      words.push_back(word);
  }
  return words;
}

}  // namespace

std::string Speakers::key(std::string_view label) {
  const auto words = words_of(label);
  return words.empty() ? std::string() : words.back();
}

void Speakers::count(std::string_view label, bool is_question) {
  Habit& habit = habits_[key(label)];
  ++habit.turns;
  habit.questions += is_question;
}

int Speakers::turns(std::string_view label) const {
  const auto habit = habits_.find(key(label));
  return habit == habits_.end() ? 0 : habit->second.turns;
}

bool Speakers::asks(std::string_view label) const {
  const auto words = words_of(label);
  const bool says_so = !words.empty() && (words.front() == "q" || words.front() == "question" ||
                                          words.front() == "interviewer" || words.front() == "moderator");
  if (says_so) return true;
  const auto own = habits_.find(key(label));
  if (own == habits_.end()) return false;
  if (own->second.share() > 0.5) return true;
  constexpr double kSome = 0.3;
  const auto is_frequent = [](const auto& each) { return each.second.turns > 1; };
  return own->second.share() >= kSome && std::count_if(habits_.begin(), habits_.end(), is_frequent) == 2 &&
         std::all_of(habits_.begin(), habits_.end(), [&](const auto& other) {
           return other.first == own->first || !is_frequent(other) || other.second.share() * 2 <= own->second.share();
         });
}

}  // namespace demarche::language
