// SPDX-License-Identifier: Apache-2.0
#include "analysis/happenings/deeds.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_set>

#include "analysis/words/halves.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

using record::Range;

constexpr std::uint32_t kBefore = 40, kBehind = 60;  // code points around trigger and parties
constexpr std::uint64_t kFifthLetter = 0xFFull << 24;

void put_in_order(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

Words joined(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  put_in_order(words);
  return words;
}

void drop(Words& words, const Words& others) {
  std::erase_if(words, [&](std::uint64_t word) { return std::binary_search(others.begin(), others.end(), word); });
}

// A word that stands in lower case somewhere in its text is no name there, whatever begins its sentence.
using Lowered = std::unordered_set<std::string>;

Lowered lowered_words(const std::string& text) {
  Lowered lowered;
  for (Word& word : words_of(text)) {
    if (!starts_with_upper(std::string_view(text).substr(word.begin))) lowered.insert(std::move(word.text));
  }
  return lowered;
}

// The claims of one document made deeds.
class Teller {
 public:
  Teller(const Corpus& corpus, const Text& text)
      : corpus_(corpus), text_(text), lowered_(lowered_words(text.source->document.text)) {}
  Deed deed(int index) const;

 private:
  bool tells_apart(const std::string& word) const;
  Words stems(const std::string& text) const;
  Words stems(const std::vector<record::PartyItem>& parties) const;
  Words known_names(const Claim& claim) const;
  Range surroundings(const record::EventItem& event) const;
  void take_words(Deed& deed, const Claim& claim) const;

  const Corpus& corpus_;
  const Text& text_;
  Lowered lowered_;
};

// Numbers are compared as figures and dates.
bool Teller::tells_apart(const std::string& word) const {
  const bool is_number = word[0] >= '0' && word[0] <= '9';
  return word.size() > 2 && !is_number && !corpus_.lexicon->is_common(word);
}

Words Teller::stems(const std::string& text) const {
  Words stems;
  for (const Word& word : words_of(text)) {
    if (tells_apart(word.text)) stems.push_back(word_key(word.text));
  }
  put_in_order(stems);
  return stems;
}

Words Teller::stems(const std::vector<record::PartyItem>& parties) const {
  std::string text;
  for (const auto& party : parties) text += text_.words(party.span) + " ";
  return stems(text);
}

void add_words(Words& words, std::string_view text) {
  for (const Word& word : words_of(text)) words.push_back(hash_of(word.text));
}

// Words of resolved parties and speakers: these are compared by their ids.
Words Teller::known_names(const Claim& claim) const {
  Words names;
  for (const auto* parties : {&claim.event->actors, &claim.event->recipients}) {
    for (const auto& party : *parties) {
      if (!is_somebody(party.actor.actor)) continue;
      add_words(names, party.actor.name);
      add_words(names, text_.words(party.span));
    }
  }
  if (claim.utterance >= 0) {
    const auto& statement = *corpus_.utterances[static_cast<std::size_t>(claim.utterance)].statement;
    if (is_somebody(statement.speaker)) {
      for (const Range& range : statement.source) add_words(names, text_.words(range));
      add_words(names, statement.speaker_name);
    }
  }
  put_in_order(names);
  return names;
}

Range Teller::surroundings(const record::EventItem& event) const {
  Range range = event.sentence;
  if (event.trigger.empty()) return range;
  std::uint32_t begin = event.trigger.front().begin, end = event.trigger.back().end;
  for (const auto* parties : {&event.actors, &event.recipients}) {
    for (const auto& party : *parties) {
      if (party.span.empty() || party.span.begin < range.begin || party.span.end > range.end) continue;
      begin = std::min(begin, party.span.begin);
      end = std::max(end, party.span.end);
    }
  }
  range.begin = std::max(range.begin, begin - std::min(begin, kBefore));
  range.end = std::min(range.end, end + kBehind);
  return range;
}

void Teller::take_words(Deed& deed, const Claim& claim) const {
  const std::string around = text_.words(surroundings(*claim.event));
  Words name_stems;
  for (const Word& word : words_of(around)) {
    if (!tells_apart(word.text)) continue;
    const bool is_name =
        starts_with_upper(std::string_view(around).substr(word.begin)) && !lowered_.contains(word.text);
    if (is_name) deed.names.push_back(hash_of(word.text));
    (is_name ? name_stems : deed.words).push_back(word_key(word.text));
  }
  put_in_order(deed.names);
  put_in_order(deed.words);
  put_in_order(name_stems);
  drop(deed.names, known_names(claim));
  drop(deed.words, name_stems);
  drop(deed.words, deed.trigger);
}

Ids somebodies(Ids ids) {
  std::erase_if(ids, [](const std::string& id) { return !is_somebody(id); });
  return ids;
}

Deed Teller::deed(int index) const {
  const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
  const auto& event = *claim.event;
  Deed deed;
  deed.claim = index;
  deed.event = event.event;
  deed.mode = event.mode;
  deed.quad = claim.quad();
  deed.is_told = claim.ground == Ground::Fact && event.polarity != "negated" && claim.stance != Stance::Denies;
  deed.actors = somebodies(claim.actors);
  deed.recipients = somebodies(claim.recipients);
  for (const Range& range : event.trigger) deed.trigger = joined(deed.trigger, stems(text_.words(range)));
  deed.actor_words = stems(event.actors);
  deed.recipient_words = stems(event.recipients);
  take_words(deed, claim);
  deed.when = claim.when;
  deed.is_day_assumed = event.date && event.date->span.empty() && claim.when.lo == text_.published;
  deed.said = text_.published;
  return deed;
}

// The deed of words that has such a content; empty for what is merely supposed.
std::string deed_of_words(const Claim& content) {
  if (content.stance == Stance::Refuses) return "REJECT";
  if (content.stance == Stance::Demands) return "REQUEST";
  if (content.stance == Stance::Promises) return "AGREE";
  if (content.stance == Stance::Threatens) return "THREATEN";
  if (content.ground != Ground::Future) return {};
  return content.stance == Stance::Denies ? "REJECT" : "AGREE";
}

// Who is asked to do it is the recipient of the demand; who promises, refuses or threatens it says so himself.
void turn_into_words(Deed& deed, const std::string& event, const std::string& speaker) {
  deed.words = joined(deed.words, deed.trigger);
  deed.trigger.clear();
  if (event == "REQUEST") {
    deed.recipients = std::move(deed.actors);
    deed.recipient_words = std::move(deed.actor_words);
    deed.actors.clear();
    deed.actor_words.clear();
  }
  if (is_somebody(speaker)) deed.actors = {speaker};
  deed.event = event;
  deed.mode.clear();
  deed.quad = quad_of(event);
  deed.when = {};
  deed.is_inferred = deed.is_told = true;
}

void add_content(Deed& deed, const Deed& content) {
  deed.contents.push_back(content.claim);
  deed.words = joined(joined(deed.words, content.words), joined(content.trigger, content.recipient_words));
}

std::string speaker_of(const Corpus& corpus, const Claim& claim) {
  return claim.utterance < 0 ? std::string()
                             : corpus.utterances[static_cast<std::size_t>(claim.utterance)].voice.speaker.text();
}

}  // namespace

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char letter : word) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211u;
  return hash;
}

std::uint64_t word_key(std::string_view word) {
  const std::string stem = stem_of(word).substr(0, 8);
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) key = key << 8 | (i < stem.size() ? static_cast<unsigned char>(stem[i]) : 0);
  return key;
}

bool has_names(const Words& names, const Text& text) {
  if (names.empty()) return true;
  Words words;
  add_words(words, text.source->document.text);
  put_in_order(words);
  return std::includes(words.begin(), words.end(), names.begin(), names.end());
}

int equal_words(const Words& one, const Words& other) {
  int count = 0;
  for (auto a = one.begin(), b = other.begin(); a != one.end() && b != other.end();) {
    if (*a == *b)
      ++count, ++a, ++b;
    else if (*a < *b)
      ++a;
    else
      ++b;
  }
  return count;
}

namespace {

bool is_beginning(std::uint64_t shorter, std::uint64_t longer) {
  constexpr std::uint64_t kFourth = 0xFFull << 32;
  return (shorter & kFifthLetter) == 0 && (shorter & kFourth) != 0 && (longer & ~(kFourth - 1)) == shorter;
}

}  // namespace

int words_shared(const Words& one, const Words& other) {
  const auto has_like = [&](std::uint64_t word) {
    return std::any_of(other.begin(), other.end(), [&](std::uint64_t like) {
      return word == like || is_beginning(word, like) || is_beginning(like, word);
    });
  };
  return static_cast<int>(std::count_if(one.begin(), one.end(), has_like));
}

namespace {

// The deeds of one document; then the contents of those that are done by words.
class DocumentDeeds {
 public:
  DocumentDeeds(const Corpus& corpus, const Text& text) : corpus_(corpus), text_(text) {}
  void add_to(std::vector<Deed>& deeds);

 private:
  const Claim& claim(const Deed& deed) const { return corpus_.claims[static_cast<std::size_t>(deed.claim)]; }
  void place(Deed content, std::vector<Deed>& deeds) const;

  const Corpus& corpus_;
  const Text& text_;
  std::multimap<int, std::size_t> by_utterance_;  // statement that does it → index of the deed
};

void DocumentDeeds::place(Deed content, std::vector<Deed>& deeds) const {
  const Claim& told = claim(content);
  const auto [first, last] = by_utterance_.equal_range(told.utterance);
  if (told.utterance >= 0 && first != last) {
    for (auto at = first; at != last; ++at) add_content(deeds[at->second], content);
  } else if (const std::string event = deed_of_words(told); !event.empty()) {
    turn_into_words(content, event, speaker_of(corpus_, told));
    deeds.push_back(std::move(content));
  }
}

void DocumentDeeds::add_to(std::vector<Deed>& deeds) {
  const auto& events = text_.source->reading.events;
  if (events.empty()) return;
  const Teller teller(corpus_, text_);
  std::vector<Deed> contents;
  // What somebody withdrew has made no claim.
  const auto claims =
      std::count_if(events.begin(), events.end(), [](const auto& event) { return !event.is_withdrawn; });
  for (int i = 0; i < static_cast<int>(claims); ++i) {
    Deed deed = teller.deed(text_.first_claim + i);
    const Claim& told = claim(deed);
    if (told.ground != Ground::Fact && told.stance != Stance::Asks) {
      contents.push_back(std::move(deed));
      continue;
    }
    if (told.performed_by >= 0) by_utterance_.emplace(told.performed_by, deeds.size());
    deeds.push_back(std::move(deed));
  }
  for (Deed& content : contents) place(std::move(content), deeds);
}

}  // namespace

std::vector<Deed> deeds_of(const Corpus& corpus) {
  return in_halves(corpus.texts.size(), [&](std::size_t begin, std::size_t end) {
    std::vector<Deed> deeds;
    for (std::size_t i = begin; i < end; ++i) DocumentDeeds(corpus, corpus.texts[i]).add_to(deeds);
    return deeds;
  });
}

}  // namespace demarche::analysis
