// SPDX-License-Identifier: Apache-2.0
#include "actors/participants.h"

#include <algorithm>
#include <map>
#include <set>

#include "actors/words.h"

namespace demarche::actors {

namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes
constexpr std::size_t kMostWords = 7;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_answer_word(std::string_view word) { return is_one_of(word, {"a", "answer", "ans"}); }

std::optional<Span> label_of(std::string_view text, const SentenceWords& sentence) {
  const std::uint32_t begin = sentence.span.begin;
  const auto colon = text.substr(begin, kLongestLabel).find(':');
  if (colon == std::string_view::npos || colon == 0 || sentence.words.empty() || sentence.is_title) return {};
  const Span label{begin, begin + static_cast<std::uint32_t>(colon)};
  std::size_t count = 0;
  for (const Word& word : sentence.words) count += label.contains(word.span);
  const bool is_name = sentence.words.front().upper && count > 0 && count <= kMostWords &&
                       text.substr(begin, colon).find_first_of("?!;0123456789") == std::string_view::npos;
  const bool says_something = text.find_first_not_of(" *\n", label.end + 1) < text.size();
  return is_name && says_something ? std::optional(label) : std::nullopt;
}

std::string first_word(std::string_view phrase) {
  const std::vector<Word> words = split_words(phrase);
  return words.empty() ? std::string() : words.front().fold;
}

}  // namespace

std::vector<TurnLabel> turn_labels(std::string_view text, const std::vector<SentenceWords>& sentences) {
  std::vector<TurnLabel> labels;
  std::map<std::string, int> counts;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (i > 0 && sentences[i - 1].block == sentences[i].block) continue;
    const auto label = label_of(text, sentences[i]);
    if (!label) continue;
    labels.push_back({*label, i});
    ++counts[language::Speakers::key(text.substr(label->begin, label->size()))];
  }
  const bool alternate = counts.size() >= 2 &&
                         std::any_of(counts.begin(), counts.end(), [](const auto& each) { return each.second >= 2; });
  return alternate ? labels : std::vector<TurnLabel>();
}

std::optional<Resolution> unnamed_official(const Heading& heading, const std::vector<Draft>& drafts,
                                           std::uint32_t first_turn) {
  std::vector<Resolution> found = heading.officials;
  for (const Draft& draft : drafts) {
    const bool is_office = draft.sentence < first_turn && draft.is_office && draft.name.empty();
    // Named with its state: to what the state of the text was lent may be another's.
    constexpr float kLent = 0.5f;
    const auto& resolution = draft.mention.resolution;
    if (is_office && resolution && !resolution->country.empty() && resolution->score > kLent)
      found.push_back(*draft.mention.resolution);
  }
  const bool is_one = !found.empty() && std::all_of(found.begin(), found.end(), [&](const Resolution& each) {
    return each.actor == found.front().actor;
  });
  return is_one ? std::optional(found.front()) : std::nullopt;
}

Participants::Participants(std::string_view text, const std::vector<SentenceWords>& sentences,
                           std::vector<TurnLabel> labels)
    : text_(text), labels_(std::move(labels)) {
  count(sentences);
}

void Participants::count(const std::vector<SentenceWords>& sentences) {
  for (const TurnLabel& label : labels_) {
    std::uint32_t last = label.sentence;
    while (last + 1 < sentences.size() && sentences[last + 1].block == sentences[label.sentence].block) ++last;
    const std::uint32_t begin = label.span.end, end = sentences[last].span.end;
    speakers_.count(view(label.span), text_.substr(begin, end - begin).find('?') != std::string_view::npos);
  }
}

bool Participants::is_answer(Span label) const {
  return is_answer_word(first_word(view(label))) && key(label).size() <= 6;
}

std::vector<std::string> Participants::answering() const {
  std::set<std::string> names;
  for (const TurnLabel& label : labels_) {
    if (!asks(label.span) && !is_answer(label.span) && speakers_.turns(view(label.span)) > 1)
      names.insert(key(label.span));
  }
  return {names.begin(), names.end()};
}

}  // namespace demarche::actors
