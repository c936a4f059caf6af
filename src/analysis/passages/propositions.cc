// SPDX-License-Identifier: Apache-2.0
#include "analysis/passages/propositions.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/passages/cited.h"
#include "analysis/passages/passage_marks.h"
#include "analysis/texts/sentences.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

bool Passage::has_mark(std::string_view mark) const {
  return std::binary_search(marks.begin(), marks.end(), mark, std::less<>());
}

namespace {

bool is_upper(char letter) { return letter >= 'A' && letter <= 'Z'; }

Range cut(Range one, Range other) {
  const Range both{std::max(one.begin, other.begin), std::min(one.end, other.end)};
  return both.begin < both.end ? both : Range{both.begin, both.begin};
}

std::uint32_t length(Range range) { return range.end - range.begin; }

Range hull_of(const record::Ranges& ranges) {
  if (ranges.empty()) return {};
  Range whole = ranges.front();
  for (const Range& range : ranges) whole = {std::min(whole.begin, range.begin), std::max(whole.end, range.end)};
  return whole;
}

bool says_we(const std::string& text) {
  static const std::set<std::string> kWe = {"we", "us", "our", "ours", "i", "my", "me"};
  const auto words = words_of(text);
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return kWe.contains(word.text); });
}

// "44 per cent", "1297": no voice.
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace

bool is_known_voice(const Voice& voice) {
  static const std::set<std::string> kNobody = {
      "he",    "she", "it",   "they",  "who",    "others",    "some",    "we",       "i",
      "our",   "my",  "his",  "her",   "their",  "its",       "one",     "both",     "this",
      "that",  "you", "all",  "which", "these",  "those",     "january", "february", "march",
      "april", "may", "june", "july",  "august", "september", "october", "november", "december"};
  return voice.is_named_actor() || (voice.name.size() > 2 && !is_digit(voice.name[0]) &&
                                    !kNobody.contains(fold_case(voice.name)) && voice.name != "an unnamed voice");
}

namespace {

// The words of a voice's name that are written with capitals: "Harsono", "Front".
std::vector<std::string> name_stems(const Voice& voice) {
  std::vector<std::string> stems;
  for (const Word& word : words_of(voice.name)) {
    if (word.begin > 0 && word.text.size() > 3 && is_upper(voice.name[word.begin]))
      insert_sorted(stems, stem_of(word.text));
  }
  const auto words = words_of(voice.name);
  if (words.size() == 1 && is_upper(voice.name[0])) insert_sorted(stems, stem_of(words[0].text));
  return stems;
}

// "Mr Harsono", not "the investigation".
bool is_proper(const Voice& voice) { return !name_stems(voice).empty(); }

}  // namespace

bool same_mouth(const Passage& one, const Passage& other) {
  if (one.voice.key == other.voice.key) return true;
  if (one.voice.is_named_actor() && other.voice.is_named_actor()) return compatible(one.voice.id, other.voice.id);
  return share(name_stems(one.voice), name_stems(other.voice));
}

bool speaks_of(const Passage& passage, const Voice& voice) {
  if (voice.is_named_actor() && agree(passage.parties, {voice.id})) return true;
  if (voice.is_named_actor() && meet(passage.parties, {voice.id})) return true;
  return share(passage.names, name_stems(voice));
}

Propositions::Propositions(const Corpus& corpus) : corpus_(corpus), utterances_of_(corpus.texts.size()) {
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i)
    utterances_of_[static_cast<std::size_t>(corpus.utterances[i].document)].push_back(static_cast<int>(i));
  for (std::size_t i = 0; i < corpus.texts.size(); ++i) {
    first_.push_back(static_cast<int>(passages_.size()));
    add_document(static_cast<int>(i));
  }
  first_.push_back(static_cast<int>(passages_.size()));
  for (std::size_t i = 0; i < corpus.texts.size(); ++i) name_the_asked(static_cast<int>(i));
  weigh();
}

void Propositions::add_document(int document) {
  const Text& text = corpus_.texts[static_cast<std::size_t>(document)];
  const auto sentences = sentences_of(text);
  last_ = Voice{};
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::string words = text.words(sentences[i]);
    const bool is_title = i < 4 && !words.empty() && std::string(".?!\"").find(words.back()) == std::string::npos;
    add_sentence(document, static_cast<int>(i), sentences[i], is_title);
  }
}

namespace {

// A press release speaks for who issued it: the first actor that it names.
Voice voice_of_text(const Corpus& corpus, int document) {
  const Source& source = *corpus.texts[static_cast<std::size_t>(document)].source;
  const auto& about = source.document;
  Voice voice;
  voice.kind = "outlet";
  voice.name = corpus.texts[static_cast<std::size_t>(document)].voice.name;
  voice.key = "text:" + about.id;
  if (about.kind != "release") return voice;
  for (const auto& mention : source.reading.mentions) {
    if (!is_somebody(mention.actor.actor)) continue;
    voice.id = voice_of(mention.actor.actor);
    voice.speaker = mention.actor.actor;
    voice.kind = "named";
    voice.key = voice.id;
    break;
  }
  return voice;
}

}  // namespace

// "He said", of whom nobody knows who he is, goes on with whoever spoke last; what a press release reports without a
// name is its issuer's.
Voice Propositions::mouth_of(const Utterance& utterance) {
  Voice voice = utterance.voice;
  const auto& about = corpus_.texts[static_cast<std::size_t>(utterance.document)].source->document;
  if (!voice.is_named_actor() && about.kind == "release" && voice.kind != "outlet" && !is_proper(voice))
    return voice_of_text(corpus_, utterance.document);
  if (is_known_voice(voice)) {
    if (utterance.inside < 0) last_ = voice;
    return voice;
  }
  return last_.key.empty() ? voice : last_;
}

// Each statement that says something in the sentence gives a passage; the sentence itself gives one when less than half
// of it is said by others.
void Propositions::add_sentence(int document, int nr, Range sentence, bool is_title) {
  std::uint32_t said = 0;
  for (const int index : utterances_of_[static_cast<std::size_t>(document)]) {
    const Utterance& utterance = corpus_.utterances[static_cast<std::size_t>(index)];
    Range content = utterance.content;
    // Whom one accuses stands between cue and content.
    const Range cue = hull_of(utterance.statement->cue);
    if (!utterance.statement->cue.empty() && cue.end <= content.begin && content.begin - cue.end < 70)
      content.begin = cue.end;
    const bool has_no_content = length(utterance.content) == 0;
    const Range piece = cut(has_no_content ? utterance.whole : content, sentence);
    if (length(piece) == 0) continue;
    if (utterance.inside < 0) said += length(piece);
    Passage passage;
    passage.document = document;
    passage.nr = nr;
    passage.utterance = index;
    passage.range = piece;
    passage.sentence = sentence;
    passage.voice = mouth_of(utterance);
    passage.act = utterance.act();
    passage.is_first = content.begin >= sentence.begin || has_no_content;
    passage.said = utterance.said;
    passage.score = utterance.score;
    passage.is_negative = utterance.statement->polarity == "negated" && utterance.act() == "assert";
    passage.is_title = is_title;
    passage.turn = index;
    while (corpus_.utterances[static_cast<std::size_t>(passage.turn)].inside >= 0)
      passage.turn = corpus_.utterances[static_cast<std::size_t>(passage.turn)].inside;
    add(std::move(passage));
  }
  if (2 * said > length(sentence)) return;
  Passage own;
  own.document = document;
  own.nr = nr;
  own.range = own.sentence = sentence;
  own.voice = voice_of_text(corpus_, document);
  own.said = corpus_.texts[static_cast<std::size_t>(document)].published;
  own.is_title = is_title;
  const std::string& kind = corpus_.texts[static_cast<std::size_t>(document)].source->document.kind;
  own.is_argued = kind == "opinion" || kind == "study";
  add(std::move(own));
}

// By its words; or by its cue ("denied", "disputes"); or as an answer that is read as a denial: its beginning, and each
// sentence that negates.
bool Propositions::rejects(const Passage& passage) const {
  if (passage.act == "accuse") return false;  // "accused him of deceit and lies" charges
  if (passage.has_mark("deny")) return true;
  // "He said that Tarvessa had denied it for years": a denial told by another.
  const bool is_told = passage.utterance >= 0 && passage.range != passage.sentence &&
                       !corpus_.utterances[static_cast<std::size_t>(passage.utterance)].content.empty();
  if (passage.has_mark("deny verb") &&
      (!is_told || says_we(corpus_.texts[static_cast<std::size_t>(passage.document)].words(passage.range))))
    return true;
  if (passage.act != "deny" || passage.utterance < 0) return false;
  const Utterance& utterance = corpus_.utterances[static_cast<std::size_t>(passage.utterance)];
  const auto& cue = utterance.statement->cue;
  const bool is_answer =
      cue.empty() || corpus_.texts[static_cast<std::size_t>(passage.document)].words(cue.front()) == ":";
  constexpr double kSure = 0.85;
  if (is_answer || passage.has_mark("denying cue") || utterance.score >= kSure)
    return passage.is_first || passage.is_negative;
  return passage.is_negative;
}

// "attributes the crime to", "blames": what the cue does is done by the passage.
void Propositions::take_marks_of_cue(Passage& passage) const {
  if (passage.utterance < 0 || !passage.is_first) return;
  const Text& text = corpus_.texts[static_cast<std::size_t>(passage.document)];
  const Utterance& utterance = corpus_.utterances[static_cast<std::size_t>(passage.utterance)];
  for (const Range& cue : utterance.statement->cue) {
    for (const auto& mark : longest(*corpus_.lexicon, text.words(cue), Lexicon::Table::Marks)) {
      const bool is_negation = mark.theme == "no" || mark.theme.starts_with("deny");
      if (is_negation) insert_sorted(passage.marks, "denying cue");
      if (mark.theme == "blame" || mark.theme == "credit" || mark.theme == "contrast")
        insert_sorted(passage.marks, mark.theme);
    }
  }
}

// Whom a question calls "you": who speaks next.
void Propositions::name_the_asked(int document) {
  const auto [begin, end] = of_document(document);
  for (int i = begin; i < end; ++i) {
    Passage& asked = passages_[static_cast<std::size_t>(i)];
    if (asked.turn < 0 || corpus_.utterances[static_cast<std::size_t>(asked.turn)].act() != "ask") continue;
    const auto words = words_of(corpus_.texts[static_cast<std::size_t>(document)].words(asked.range));
    const bool says_you = std::any_of(words.begin(), words.end(), [](const Word& word) {
      return word.text == "you" || word.text == "your" || word.text == "yourselves";
    });
    if (!says_you) continue;
    for (int j = i + 1; j < std::min(end, i + 8); ++j) {
      const Passage& answer = at(j);
      if (answer.turn < 0 || answer.turn == asked.turn) continue;
      if (answer.voice.is_named_actor()) insert_sorted(asked.parties, answer.voice.id);
      for (const std::string& name : name_stems(answer.voice)) {
        keys_.number(name);
        insert_sorted(asked.names, name);
      }
      break;
    }
  }
}

void Propositions::add(Passage passage) {
  const Text& text = corpus_.texts[static_cast<std::size_t>(passage.document)];
  const std::string words = text.words(passage.range);
  const bool was_negative = passage.is_negative;
  take_words(passage, *corpus_.lexicon, words, keys_);
  take_marks_of_cue(passage);
  const bool is_refused = was_negative && passage.is_unreal && !passage.is_negative;
  passage.is_negative = passage.is_negative || (was_negative && !is_refused);
  passage.is_rejection = rejects(passage);
  for (const auto& mention : text.source->reading.mentions) {
    const std::string& id = mention.actor.actor;
    if (!is_somebody(id) || mention.span.begin < passage.range.begin || mention.span.end > passage.range.end) continue;
    insert_sorted(passage.parties, id);
  }
  for (const Named& named : corpus_.identities->in(passage.document)) {
    const bool is_inside = passage.range.begin <= named.span.begin && named.span.end <= passage.range.end;
    if (is_inside && named.is_sure) insert_sorted(passage.parties, named.id);
  }
  if (passage.voice.is_named_actor() && says_we(words)) insert_sorted(passage.parties, passage.voice.id);
  by_key_.resize(keys_.size());
  for (const Key key : passage.keys) by_key_[key].push_back(static_cast<int>(passages_.size()));
  passages_.push_back(std::move(passage));
}

std::pair<int, int> Propositions::of_document(int document) const {
  return {first_[static_cast<std::size_t>(document)], first_[static_cast<std::size_t>(document) + 1]};
}

std::set<int> Propositions::related(const Passage& passage) const {
  constexpr double kTelling = 2.5;
  constexpr std::size_t kMost = 500;
  std::set<int> found;
  for (const Key key : passage.keys) {
    const auto& having = with_key(key);
    if (weight_of(key) >= kTelling && having.size() <= kMost) found.insert(having.begin(), having.end());
  }
  return found;
}

// A record of few texts says little about which words are common: as if some hundred passages more had been seen.
void Propositions::weigh() {
  constexpr double kUnseen = 200;
  const double all = static_cast<double>(passages_.size()) + kUnseen;
  by_key_.resize(keys_.size());
  for (const auto& having : by_key_) weights_.push_back(std::log(all / (static_cast<double>(having.size()) + 1)));
}

// "=force explosion", "=wrong bribe", "=deed shelter": what is done, and no mere thing or name.
bool is_deed(const std::string& key) {
  return key.starts_with("=force ") || key.starts_with("=wrong ") || key.starts_with("=deed ");
}

bool Propositions::has_deed(const Keys& keys) const {
  return std::any_of(keys.begin(), keys.end(), [&](Key key) { return is_deed(word(key)); });
}

Likeness Propositions::compare(const Passage& one, const Passage& other) const {
  Likeness likeness;
  likeness.keys = common(one.keys, other.keys);
  double of_one = 0, of_other = 0;
  for (const Key key : one.keys) of_one += weight_of(key);
  for (const Key key : other.keys) of_other += weight_of(key);
  for (const Key key : likeness.keys) {
    likeness.weight += weight_of(key);
    const bool is_name = std::binary_search(one.names.begin(), one.names.end(), word(key)) ||
                         std::binary_search(other.names.begin(), other.names.end(), word(key));
    likeness.matters += is_name ? 0 : 1;
  }
  const double lighter = std::min(of_one, of_other);
  likeness.share = lighter > 0 ? likeness.weight / lighter : 0;
  for (const std::string& id : one.parties) {
    if (meet({id}, other.parties)) insert_sorted(likeness.parties, id);
  }
  return likeness;
}

int Propositions::passage_of(const Claim& claim) const {
  const auto [begin, end] = of_document(claim.document);
  const Range trigger = hull_of(claim.event->trigger);
  int best = -1;
  for (int i = begin; i < end; ++i) {
    const Passage& passage = at(i);
    if (trigger.begin < passage.range.begin || trigger.end > passage.range.end) continue;
    if (best < 0 || passage.utterance == claim.utterance) best = i;
  }
  return best;
}

std::string Propositions::cite(const Passage& passage) const {
  constexpr std::size_t kTells = 4;
  const Text& text = corpus_.texts[static_cast<std::size_t>(passage.document)];
  const bool is_short = words_of(text.words(passage.range)).size() < kTells;
  return cited(text, is_short ? passage.sentence : passage.range);
}

Quote Propositions::quote(const Passage& passage) const {
  const std::string& item = passage.utterance >= 0
                                ? corpus_.utterances[static_cast<std::size_t>(passage.utterance)].id
                                : corpus_.texts[static_cast<std::size_t>(passage.document)].source->document.id;
  return corpus_.quote(passage.document, passage.sentence, passage.said, item);
}

std::vector<std::string> Propositions::topic(const Passage& one, const Passage& other) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(one.document)];
  const std::string words = text.words(one.range);
  auto keys = compare(one, other).keys;
  if (keys.empty()) keys = one.keys;
  std::sort(keys.begin(), keys.end(), [&](Key a, Key b) {
    const double one_weight = weight_of(a), other_weight = weight_of(b);
    return one_weight != other_weight ? one_weight > other_weight : word(a) < word(b);
  });
  return words_for(keys, words);
}

// The words of a text that stand for keys, the first for each.
std::vector<std::string> Propositions::words_for(const Keys& keys, const std::string& words) const {
  constexpr std::size_t kMost = 3;
  const auto families = longest(*corpus_.lexicon, words, Lexicon::Table::Families);
  std::vector<std::string> topic;
  for (const Key number : keys) {
    if (topic.size() == kMost) break;
    const std::string& key = word(number);
    const auto family = std::find_if(families.begin(), families.end(),
                                     [&](const Lexicon::Match& match) { return "=" + match.theme == key; });
    if (family != families.end()) {
      topic.push_back(words.substr(family->begin, family->end - family->begin));
      continue;
    }
    for (const Word& word : words_of(words)) {
      if (stem_of(word.text) != key) continue;
      topic.push_back(words.substr(word.begin, word.end - word.begin));
      break;
    }
  }
  return topic;
}

}  // namespace demarche::analysis
