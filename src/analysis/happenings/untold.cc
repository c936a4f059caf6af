// SPDX-License-Identifier: Apache-2.0
#include "analysis/happenings/untold.h"

#include <algorithm>

#include "analysis/names/identities.h"
#include "analysis/texts/sentences.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

namespace {

void put_in_order(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool meet(const Range& one, const Range& other) { return one.begin < other.end && other.begin < one.end; }

// What is done by saying so; empty for what only tells.
std::string event_of_act(std::string_view act) {
  if (act == "demand" || act == "ask" || act == "propose") return "REQUEST";
  if (act == "refuse") return "REJECT";
  if (act == "promise" || act == "offer" || act == "agree") return "AGREE";
  if (act == "threaten" || act == "warn") return "THREATEN";
  return act == "accuse" ? "ACCUSE" : "";
}

class Finder {
 public:
  Finder(const Corpus& corpus, int document)
      : corpus_(corpus), document_(document), text_(corpus.texts[static_cast<std::size_t>(document)]) {}
  Untold untold(Range sentence) const;

 private:
  void take_parties(Untold& untold) const;
  void take_statements(Untold& untold) const;
  void take_dates(Untold& untold) const;

  const Corpus& corpus_;
  int document_;
  const Text& text_;
};

void Finder::take_parties(Untold& untold) const {
  const Range& sentence = untold.retelling.sentence;
  for (const auto& mention : text_.source->reading.mentions) {
    if (!mention.is_withdrawn && meet(mention.head, sentence) && is_somebody(mention.actor.actor))
      insert_sorted(untold.parties, mention.actor.actor);
  }
  for (const Named& named : corpus_.identities->in(document_)) {
    if (named.is_sure && meet(named.span, sentence)) insert_sorted(untold.parties, named.id);
  }
}

// The innermost that stands in the sentence decides who speaks.
void Finder::take_statements(Untold& untold) const {
  const Range& sentence = untold.retelling.sentence;
  for (std::size_t i = static_cast<std::size_t>(text_.first_utterance); i < corpus_.utterances.size(); ++i) {
    const Utterance& said = corpus_.utterances[i];
    if (said.document != document_) break;
    if (!meet(said.content, sentence)) continue;
    untold.retelling.utterance = static_cast<int>(i);
    untold.speaker = is_somebody(said.voice.speaker) ? said.voice.speaker : "";
    const std::string event = event_of_act(said.act());
    if (!event.empty()) insert_sorted(untold.acts, event);
    if (!untold.speaker.empty()) insert_sorted(untold.parties, untold.speaker);
    for (const std::string& id : said.addressees) insert_sorted(untold.parties, id);
  }
}

// Those that stand in the sentence, or right before it at the head of an entry.
void Finder::take_dates(Untold& untold) const {
  constexpr std::uint32_t kHead = 3;  // code points
  const Range& sentence = untold.retelling.sentence;
  for (const auto& moment : text_.source->reading.moments) {
    const Range& span = moment.date.span;
    const bool is_head = span.end <= sentence.begin && sentence.begin <= span.end + kHead;
    if (moment.kind != "date" || !(meet(span, sentence) || is_head)) continue;
    const When when{.lo = day_number(moment.date.lo), .hi = day_number(moment.date.hi)};
    if (when.is_known()) untold.dates.push_back(when);
  }
}

Untold Finder::untold(Range sentence) const {
  const std::string words = text_.words(sentence);
  Untold untold{.retelling = {.document = document_, .sentence = sentence, .utterance = -1},
                .words = words_in(*corpus_.lexicon, words),
                .parties = {},
                .acts = {},
                .speaker = {},
                .dates = {},
                .said = text_.published};
  take_parties(untold);
  take_statements(untold);
  take_dates(untold);
  return untold;
}

}  // namespace

Words kinds_in(const Lexicon& lexicon, std::string_view text) {
  Words kinds;
  for (const auto& match : lexicon.matches(text, Lexicon::Table::Families)) {
    const bool is_deed =
        match.theme.starts_with("force ") || match.theme.starts_with("wrong ") || match.theme.starts_with("deed ");
    if (is_deed) kinds.push_back(hash_of(match.theme));
  }
  put_in_order(kinds);
  return kinds;
}

namespace {

// Where words stand that follow "would", "must", "if" within their clause: what is not done yet.
std::vector<bool> unreal_words(const Lexicon& lexicon, std::string_view text, const std::vector<Word>& words) {
  constexpr std::size_t kReach = 4;
  std::vector<bool> are_unreal(words.size());
  const auto marks = lexicon.matches(text, Lexicon::Table::Marks);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_modal = words[i].text == "if" || std::any_of(marks.begin(), marks.end(), [&](const auto& mark) {
                            return mark.theme == "modal" && mark.begin == words[i].begin;
                          });
    if (!is_modal) continue;
    for (std::size_t k = i; k < std::min(words.size(), i + 1 + kReach); ++k) are_unreal[k] = true;
  }
  return are_unreal;
}

}  // namespace

namespace {

bool is_number(const std::string& word) { return word[0] >= '0' && word[0] <= '9'; }

bool tells_apart(const Lexicon& lexicon, const std::string& word) {
  return !is_number(word) && word.size() > 2 && !lexicon.is_common(word);
}

}  // namespace

SentenceWords plain_words_in(const Lexicon& lexicon, std::string_view text) {
  SentenceWords found;
  for (const Word& word : words_of(text)) {
    if (is_number(word.text)) found.numbers.push_back(hash_of(word.text));
    if (tells_apart(lexicon, word.text)) found.stems.push_back(word_key(word.text));
  }
  put_in_order(found.stems);
  put_in_order(found.numbers);
  return found;
}

SentenceWords words_in(const Lexicon& lexicon, std::string_view text) {
  SentenceWords found = plain_words_in(lexicon, text);
  const auto words = words_of(text);
  const auto are_unreal = unreal_words(lexicon, text, words);
  std::string done;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (are_unreal[i]) continue;
    done += words[i].text + " ";
    if (tells_apart(lexicon, words[i].text)) found.deeds.push_back(word_key(words[i].text));
  }
  put_in_order(found.deeds);
  found.kinds = kinds_in(lexicon, done);
  return found;
}

namespace {

// "If Peru were to yield …": nothing of the kind was done.
bool is_supposed(const std::string& sentence) {
  const auto words = words_of(sentence);
  return !words.empty() && words.front().text == "if";
}

// Titles and paragraphs that are read: neither furniture nor what is printed twice.
bool is_read(const Source& source, const Range& sentence) {
  return source.blocks.empty() || std::any_of(source.blocks.begin(), source.blocks.end(), [&](const auto& block) {
           return (block.zone == "title" || block.zone == "body") && meet(block.span, sentence);
         });
}

}  // namespace

std::vector<Untold> untold_in(const Corpus& corpus, int document, const std::vector<Range>& told) {
  const Finder finder(corpus, document);
  const Text& text = corpus.texts[static_cast<std::size_t>(document)];
  std::vector<Untold> found;
  for (const Range& sentence : sentences_of(text)) {
    const bool is_told =
        std::any_of(told.begin(), told.end(), [&](const Range& range) { return meet(range, sentence); });
    if (!is_told && is_read(*text.source, sentence) && !is_supposed(text.words(sentence)))
      found.push_back(finder.untold(sentence));
  }
  return found;
}

}  // namespace demarche::analysis
