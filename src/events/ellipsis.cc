// SPDX-License-Identifier: Apache-2.0
#include "events/ellipsis.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace demarche::events {

namespace {

using reader::Predicate;

template <std::size_t size>
bool is_one_of(const std::string& word, const std::array<std::string_view, size>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words of a trigger, folded; an apostrophe stays within its word.
std::vector<std::string> words_of(const Document& document, const Spans& trigger) {
  std::vector<std::string> words;
  for (const Span span : trigger) {
    const std::string text = fold_case(document.view(span));
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
      if (end > begin) words.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return words;
}

bool is_denied_auxiliary(const std::string& word) { return word.ends_with("n't") || word.ends_with("n’t"); }

bool is_negation(const std::string& word) {
  constexpr std::array<std::string_view, 3> kNegations = {"not", "never", "neither"};
  return is_denied_auxiliary(word) || is_one_of(word, kNegations);
}

bool is_future(const std::string& word) {
  constexpr std::array<std::string_view, 10> kFuture = {"will",  "would", "may",   "might",  "could",
                                                        "shall", "won't", "won’t", "should", "wouldn't"};
  return is_one_of(word, kFuture);
}

bool is_auxiliary(const std::string& word) {
  constexpr std::array<std::string_view, 6> kAuxiliaries = {"did", "does", "do", "has", "have", "had"};
  return is_one_of(word, kAuxiliaries) || is_future(word) || is_denied_auxiliary(word);
}

bool is_pro_form(const std::string& word) {
  constexpr std::array<std::string_view, 6> kForms = {"so", "the", "same", "too", "likewise", "also"};
  return is_one_of(word, kForms);
}

bool is_elliptical(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), is_auxiliary) &&
         std::all_of(words.begin(), words.end(), [](const std::string& word) {
           return is_auxiliary(word) || is_negation(word) || is_pro_form(word);
         });
}

// The last predicate before, with a verb, within the sentence or the one before it.
const Predicate* verb_before(const Document& document, const language::Tokens& tokens,
                             const std::vector<Predicate>& all, const Predicate& ellipsis) {
  const int sentence = tokens.sentence_at(ellipsis.trigger.front().begin);
  const Predicate* found = nullptr;
  for (const Predicate& each : all) {
    if (!(each.trigger.front() < ellipsis.trigger.front()) || is_elliptical(words_of(document, each.trigger))) continue;
    const int told = tokens.sentence_at(each.trigger.front().begin);
    if (sentence < 0 || told < 0 || sentence - told > 1) continue;
    if (found == nullptr || found->trigger.front() < each.trigger.front()) found = &each;
  }
  return found;
}

}  // namespace

std::vector<Predicate> with_ellipses_filled(const Document& document, const language::Tokens& tokens,
                                            std::vector<Predicate> predicates) {
  const std::vector<Predicate> read = predicates;
  for (Predicate& each : predicates) {
    const std::vector<std::string> words = words_of(document, each.trigger);
    if (!is_elliptical(words)) continue;
    const Predicate* verb = verb_before(document, tokens, read, each);
    if (verb == nullptr) continue;
    each.event = verb->event;
    each.mode = verb->mode;
    each.negated = std::any_of(words.begin(), words.end(), is_negation);
    if (std::none_of(words.begin(), words.end(), is_future)) each.modality = verb->modality;
    if (each.recipients.empty()) each.recipients = verb->recipients;
    each.score = std::min(each.score, verb->score);
  }
  return predicates;
}

}  // namespace demarche::events
