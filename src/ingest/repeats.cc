// SPDX-License-Identifier: Apache-2.0
#include "ingest/repeats.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

constexpr std::size_t kShingle = 4;
constexpr std::size_t kMinWords = 8;
constexpr std::size_t kMaxWords = 120;     // compared of one sentence; bounds the cost of a line without full stops
constexpr std::size_t kMaxPostings = 12;   // sentences remembered for one shingle
constexpr std::size_t kWordsPerSlip = 12;  // one differing word in so many is a slip

using Words = std::vector<std::string>;

struct Sentence {
  std::size_t part = 0;
  Span span;
  Words words;
  bool alone = false;  // the only one of its paragraph
  bool repeats = false;
};

bool changes_meaning(const std::string& word) {
  static const std::vector<std::string> kNegations = {"no",    "not",  "never", "nor",   "none", "without", "cannot",
                                                      "didnt", "wont", "isnt",  "hasnt", "dont", "doesnt"};
  const bool numeric =
      std::any_of(word.begin(), word.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
  return numeric || std::find(kNegations.begin(), kNegations.end(), word) != kNegations.end();
}

// Words of `part` that `whole` does not hold in order, or npos when a number or negation is among them. The part may
// begin and end anywhere in the whole, but must stand there in one run: the words left out inside the run count as
// slips too.
std::size_t slips(const Words& part, const Words& whole) {
  // Edit distance of `part` to the best run of `whole` (Sellers 1980).
  constexpr std::size_t kNever = 1 << 20;
  std::vector<std::size_t> above(whole.size() + 1, 0), row(whole.size() + 1);
  for (std::size_t i = 1; i <= part.size(); ++i) {
    const std::size_t price = changes_meaning(part[i - 1]) ? kNever : 1;
    row[0] = std::min(above[0] + price, kNever);
    for (std::size_t j = 1; j <= whole.size(); ++j) {
      const std::size_t left_out = changes_meaning(whole[j - 1]) ? kNever : 1;
      const bool same = part[i - 1] == whole[j - 1];
      row[j] = std::min(
          {above[j - 1] + (same ? 0 : std::max(price, left_out)), above[j] + price, row[j - 1] + left_out, kNever});
    }
    std::swap(above, row);
  }
  return *std::min_element(above.begin(), above.end());
}

bool is_held_by(const Words& part, const Words& whole) {
  if (part == whole) return true;
  if (part.size() > whole.size() + part.size() / kWordsPerSlip + 1) return false;
  return slips(part, whole) <= std::max<std::size_t>(1, part.size() / kWordsPerSlip);
}

class ShingleIndex {
 public:
  void add(std::size_t sentence, const Words& words) {
    for (std::size_t at = 0; at + kShingle <= words.size(); ++at) {
      std::vector<std::size_t>& postings = index_[hash(words, at)];
      if (postings.size() < kMaxPostings && (postings.empty() || postings.back() != sentence))
        postings.push_back(sentence);
    }
  }

  // The indexed sentences that share most shingles with `words`, best first, at most three.
  std::vector<std::size_t> similar(const Words& words) const {
    std::unordered_map<std::size_t, std::size_t> votes;
    for (std::size_t at = 0; at + kShingle <= words.size(); ++at) {
      const auto found = index_.find(hash(words, at));
      if (found == index_.end()) continue;
      for (const std::size_t sentence : found->second) ++votes[sentence];
    }
    std::vector<std::size_t> best;
    // A copy with one slip in twelve words keeps more than a third of its shingles.
    for (const auto& [sentence, count] : votes) {
      if (count * 3 + kShingle >= words.size()) best.push_back(sentence);
    }
    std::sort(best.begin(), best.end(), [&](std::size_t left, std::size_t right) {
      return votes[left] != votes[right] ? votes[left] > votes[right] : left < right;
    });
    if (best.size() > 3) best.resize(3);
    return best;
  }

 private:
  static std::size_t hash(const Words& words, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < kShingle; ++i) value = value * 1'000'003 + std::hash<std::string>()(words[at + i]);
    return value;
  }

  std::unordered_map<std::size_t, std::vector<std::size_t>> index_;
};

std::vector<Sentence> sentences_of(std::string_view text, const Parts& parts) {
  std::vector<Sentence> sentences;
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const Part& part = parts[index];
    if (!part.is_open_body() && part.zone != Zone::Title) continue;
    const auto pieces = rough_sentences(text.substr(part.span.begin, part.span.size()));
    for (const Piece& piece : pieces) {
      const Span span{part.span.begin + static_cast<std::uint32_t>(piece.begin),
                      part.span.begin + static_cast<std::uint32_t>(piece.end)};
      Words words = words_of(text.substr(span.begin, span.size()));
      if (words.size() > kMaxWords) words.resize(kMaxWords);
      sentences.push_back({index, span, std::move(words), pieces.size() == 1});
    }
  }
  return sentences;
}

void find_earlier_copies(std::vector<Sentence>& sentences, const Parts& parts) {
  ShingleIndex index;
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    Sentence& sentence = sentences[at];
    if (!sentence.repeats && sentence.words.size() >= kMinWords && parts[sentence.part].zone == Zone::Body) {
      for (const std::size_t earlier : index.similar(sentence.words)) {
        if (sentences[earlier].part != sentence.part)
          sentence.repeats = sentence.repeats || is_held_by(sentence.words, sentences[earlier].words);
      }
    }
    if (!sentence.repeats) index.add(at, sentence.words);
  }
}

// A single sentence that newspapers set apart: in quotation marks, or with the speaker's name below it.
bool is_set_apart(const Parts& parts, std::size_t at) {
  const std::string& plain = parts[at].plain;
  const bool quoted =
      plain.starts_with('"') || plain.starts_with("“") || plain.starts_with("‘") || plain.starts_with("«");
  return quoted || (at + 1 < parts.size() && parts[at + 1].zone == Zone::Byline && parts[at + 1].reason == "name");
}

// A pull quote stands alone, above the paragraph that it was taken from.
void find_pull_quotes(std::vector<Sentence>& sentences, const Parts& parts) {
  ShingleIndex index;
  for (std::size_t at = sentences.size(); at-- > 0;) {
    Sentence& sentence = sentences[at];
    const bool alone = sentence.alone && sentence.words.size() >= kMinWords && parts[sentence.part].zone == Zone::Body;
    if (alone && is_set_apart(parts, sentence.part)) {
      for (const std::size_t later : index.similar(sentence.words)) {
        if (!sentences[later].alone)
          sentence.repeats = sentence.repeats || is_held_by(sentence.words, sentences[later].words);
      }
    }
    index.add(at, sentence.words);
  }
}

// A copied paragraph brings its short sentences along: between or beside copies they are copies too, when they stood
// earlier.
void join_short_sentences(std::vector<Sentence>& sentences) {
  std::unordered_map<std::string, std::size_t> first_part;
  const auto joined = [](const Words& words) {
    std::string all;
    for (const std::string& word : words) all += word + " ";
    return all;
  };
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    Sentence& sentence = sentences[at];
    const auto [place, fresh] = first_part.emplace(joined(sentence.words), sentence.part);
    if (fresh || sentence.repeats || sentence.words.empty() || sentence.words.size() >= kMinWords ||
        place->second == sentence.part)
      continue;
    const bool after = at > 0 && sentences[at - 1].part == sentence.part && sentences[at - 1].repeats;
    const bool before =
        at + 1 < sentences.size() && sentences[at + 1].part == sentence.part && sentences[at + 1].repeats;
    sentence.repeats = after || before;
  }
}

// The part cut into runs of repeated and of new sentences.
Parts cut_into_runs(std::string_view text, const Part& part, const Sentence* first, const Sentence* last) {
  Parts runs;
  for (const Sentence* begin = first; begin != last;) {
    const Sentence* end =
        std::find_if(begin, last, [&](const Sentence& each) { return each.repeats != begin->repeats; });
    const Span span{begin->span.begin, (end - 1)->span.end};
    Part run = part;
    const Part measured = make_part(text.substr(span.begin, span.size()), span);
    run.span = span;
    if (begin != first || end != last) run.plain = measured.plain;
    run.words = measured.words;
    run.is_sentence = measured.is_sentence;
    if (begin->repeats) run.settle(Zone::Repeat, "repeated passage");
    runs.push_back(std::move(run));
    begin = end;
  }
  return runs;
}

}  // namespace

void mark_repeats(std::string_view text, Parts& parts) {
  std::vector<Sentence> sentences = sentences_of(text, parts);
  find_pull_quotes(sentences, parts);
  find_earlier_copies(sentences, parts);
  join_short_sentences(sentences);
  Parts result;
  const Sentence* at = sentences.data();
  const Sentence* const end = at + sentences.size();
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const Sentence* const last = std::find_if(at, end, [&](const Sentence& each) { return each.part != index; });
    const bool repeats = std::any_of(at, last, [](const Sentence& each) { return each.repeats; });
    if (repeats) {
      for (Part& run : cut_into_runs(text, parts[index], at, last)) result.push_back(std::move(run));
    } else {
      result.push_back(std::move(parts[index]));
    }
    at = last;
  }
  parts = std::move(result);
}

}  // namespace demarche::ingest
