// SPDX-License-Identifier: Apache-2.0
#include "analysis/positions/matters.h"

#include <algorithm>

#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

namespace {

constexpr std::uint32_t kLong = 600;  // code points of a stretch that are looked at

Range beginning_of(Range range) { return {range.begin, std::min(range.end, range.begin + kLong)}; }

// "licences" and "licence", "monastery" and "monasteries"
std::string singular(const std::string& word) {
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us"))
    return word.substr(0, word.size() - 1);
  return word;
}

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool holds_digit(const std::string& word) { return word.find_first_of("0123456789") != std::string::npos; }

// Whether nothing but one space or hyphen, or a possessive ’s, stands between two words.
bool is_joined(std::string_view text, const Word& one, const Word& next) {
  const std::string_view between = text.substr(one.end, next.begin - one.end);
  return between == " " || between == "-";
}

// Ranges in order, those that overlap made one.
std::vector<Range> merged(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<Range> out;
  for (const Range& range : ranges) {
    if (!out.empty() && range.begin < out.back().end)
      out.back().end = std::max(out.back().end, range.end);
    else
      out.push_back(range);
  }
  return out;
}

// What is said in a document, and the sentences of what is told as done.
std::vector<std::vector<Range>> stretches_of(const Corpus& corpus) {
  std::vector<std::vector<Range>> stretches(corpus.texts.size());
  for (const Utterance& utterance : corpus.utterances)
    stretches[static_cast<std::size_t>(utterance.document)].push_back(beginning_of(utterance.content));
  for (const Claim& claim : corpus.claims)
    stretches[static_cast<std::size_t>(claim.document)].push_back(beginning_of(claim.event->sentence));
  for (auto& each : stretches) each = merged(std::move(each));
  return stretches;
}

std::vector<Range> names_in(const record::ReadingItems& reading) {
  std::vector<Range> names;
  for (const auto& mention : reading.mentions) {
    if (mention.kind == "actor" || mention.kind == "person" || mention.kind == "place") names.push_back(mention.head);
  }
  return names;
}

const std::string& most_frequent(const std::map<std::string, int>& forms) {
  return std::max_element(forms.begin(), forms.end(),
                          [](const auto& one, const auto& other) { return one.second < other.second; })
      ->first;
}

}  // namespace

Matters::Matters(const Corpus& corpus) : corpus_(corpus) {
  for (const Text& text : corpus.texts) names_.push_back(names_in(text.source->reading));
  const auto stretches = stretches_of(corpus);
  for (std::size_t document = 0; document < stretches.size(); ++document) {
    for (const Range& range : stretches[document]) gather_nouns(corpus.texts[document], range);
  }
  for (std::size_t document = 0; document < stretches.size(); ++document) {
    for (const Range& range : stretches[document]) {
      for (const Phrase& phrase : phrases_in(corpus.texts[document], range)) {
        for (Use* use : {&heads_[phrase.key], &phrases_[phrase.words]}) {
          ++use->forms[phrase.words];
          ++use->count;
          use->documents.insert(static_cast<int>(document));
        }
      }
    }
  }
  for (const auto& [key, use] : heads_) {
    if (is_matter(use)) called_[key] = name_of(key);
  }
}

// One that comes back: in another text, or often in one.
bool Matters::is_matter(const Use& use) const {
  constexpr int kOften = 3;
  return use.documents.size() > 1 || use.count >= kOften;
}

// The longer phrase that stands for at least a third of the uses; else the bare head.
std::string Matters::name_of(const std::string& key) const {
  constexpr int kPart = 3;
  const Use& use = heads_.at(key);
  const std::string* best = nullptr;
  int most = 1;
  for (const auto& [words, count] : use.forms) {
    if (words.find(' ') == std::string::npos || count <= most || count * kPart < use.count) continue;
    best = &words;
    most = count;
  }
  return best ? *best : most_frequent(use.forms);
}

void Matters::gather_nouns(const Text& text, Range range) {
  const std::string words = text.words(range);
  const auto each = words_of(words);
  for (std::size_t i = 0; i + 2 < each.size(); ++i) {
    const bool is_opened =
        corpus_.lexicon->part_of_phrase(each[i].text) == "opens" && is_joined(words, each[i], each[i + 1]);
    if (!is_opened || !corpus_.lexicon->part_of_phrase(each[i + 1].text).empty()) continue;
    const bool is_closed =
        !is_joined(words, each[i + 1], each[i + 2]) || !corpus_.lexicon->part_of_phrase(each[i + 2].text).empty();
    if (is_closed) nouns_.insert(singular(each[i + 1].text));
  }
}

// Runs of words between an article or preposition and the next word that is no part of a name; cut back to a word that
// is known as a noun.
std::vector<Matters::Phrase> Matters::phrases_in(const Text& text, Range range) const {
  constexpr std::size_t kMostWords = 3;
  const std::string words = text.words(range);
  const auto each = words_of(words);
  const auto part = [&](std::size_t i) { return corpus_.lexicon->part_of_phrase(each[i].text); };
  const auto& names = names_[static_cast<std::size_t>(&text - corpus_.texts.data())];
  const CodePoints points(words);
  const auto is_name = [&](const Word& word) {
    const std::uint32_t at = range.begin + points.from_byte(static_cast<std::uint32_t>(word.begin));
    return std::any_of(names.begin(), names.end(), [&](Range name) { return name.begin <= at && at < name.end; });
  };
  std::vector<Phrase> found;
  for (std::size_t i = 0; i < each.size();) {
    const std::string before = part(i);
    const bool is_opened = before == "opens" || before == "joins";
    std::size_t end = ++i;
    if (!is_opened) continue;
    while (end < each.size() && is_joined(words, each[end - 1], each[end]) && part(end) != "opens" &&
           part(end) != "joins" && part(end) != "ends")
      ++end;
    std::size_t last = end;
    while (last > i && !nouns_.contains(singular(each[last - 1].text))) --last;
    if (last == i) continue;
    const Word& head = each[last - 1];
    const std::size_t first = last - std::min(last - i, kMostWords);
    const bool is_single = last - first == 1;
    if (part(last - 1) == "plain" || head.text.size() < 3 || holds_digit(head.text) || is_name(head) ||
        (is_single && is_capital(words[head.begin]))) {
      i = end;
      continue;
    }
    std::size_t begin = first;
    while (begin + 1 < last && (part(begin) == "plain" || holds_digit(each[begin].text))) ++begin;
    found.push_back({.words = words.substr(each[begin].begin, head.end - each[begin].begin),
                     .key = singular(head.text),
                     .begin = head.begin,
                     .is_after_article = before == "opens"});
    i = end;
  }
  return found;
}

std::vector<std::string> Matters::in(int document, Range range, std::size_t texts) const {
  std::vector<std::string> names;
  for (const Phrase& phrase : phrases_in(corpus_.texts[static_cast<std::size_t>(document)], beginning_of(range))) {
    const auto called = called_.find(phrase.key);
    if (called == called_.end() || heads_.at(phrase.key).documents.size() < texts) continue;
    const auto own = phrases_.find(phrase.words);
    const bool is_own = phrase.words.find(' ') != std::string::npos && own != phrases_.end() && is_matter(own->second);
    const std::string& name = is_own ? own->first : called->second;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

}  // namespace demarche::analysis
