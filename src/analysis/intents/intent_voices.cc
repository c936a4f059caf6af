// SPDX-License-Identifier: Apache-2.0
#include "analysis/intents/intent_voices.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

Range hull(const record::Ranges& ranges) {
  Range whole{UINT32_MAX, 0};
  for (const Range& range : ranges) whole = {std::min(whole.begin, range.begin), std::max(whole.end, range.end)};
  return whole.begin > whole.end ? Range{} : whole;
}

Range overlap(Range one, Range other) {
  const Range both{std::max(one.begin, other.begin), std::min(one.end, other.end)};
  return both.begin < both.end ? both : Range{};
}

bool meets(Range one, Range other) { return !overlap(one, other).empty(); }

Range beginning_of(Range clause) {
  constexpr std::uint32_t kFirstWords = 16;
  return {clause.begin, std::min(clause.end, clause.begin + kFirstWords)};
}

int day_in_head(const Text& text) {
  constexpr std::size_t kLongest = 240, kLines = 12;
  const std::string& words = text.source->document.text;
  std::size_t end = 0;
  for (std::size_t line = 0; line < kLines && end < words.size(); ++line) {
    const std::size_t next = std::min(words.find('\n', end), words.size() - 1) + 1;
    if (next - end > kLongest) break;
    end = next;
  }
  const std::uint32_t head = text.points->from_byte(static_cast<std::uint32_t>(end));
  int last = kNoDay;
  for (const auto& moment : text.source->reading.moments) {
    if (moment.date.span.end > head || moment.kind == "duration") continue;
    const std::string date = text.words(moment.date.span);
    const bool has_year = std::count_if(date.begin(), date.end(), [](char c) { return c >= '0' && c <= '9'; }) >= 4;
    const When when{.lo = day_number(moment.date.lo), .hi = day_number(moment.date.hi)};
    if (has_year && when.is_known() && when.hi - when.lo < 100) last = std::max(last, when.hi);
  }
  return last;
}

IntentVoices::IntentVoices(const Corpus& corpus, const Text& text)
    : corpus_(corpus), deeds_(corpus.lexicon->aim_words()), text_(text), release_(voice_of_release()) {}

void IntentVoices::set_issuer(Intent& intent) const {
  intent.voice = release_;
  intent.who = {release_.id};
}

// A release speaks for the government that it names first.
Voice IntentVoices::voice_of_release() const {
  if (text_.source->document.kind != "release") return {};
  const record::MentionItem* first = nullptr;
  for (const auto& mention : text_.source->reading.mentions) {
    if (!is_of_state(mention.actor.actor) || mention.actor.actor.find(".GOV") == std::string::npos) continue;
    if (!first || mention.span.begin < first->span.begin) first = &mention;
  }
  if (!first) return {};
  const std::string id = voice_of(first->actor.actor);
  return {.id = id, .speaker = first->actor.actor, .name = corpus_.name_of(id), .kind = "named", .key = id};
}

// "The", "which": words that name nobody, and are no pronoun either.
bool IntentVoices::is_empty_name(const std::vector<Word>& words) const {
  if (words.empty() || deeds_.has("first person", words) || deeds_.has("other person", words)) return words.empty();
  return std::all_of(words.begin(), words.end(),
                     [&](const Word& word) { return word.text.size() < 4 && deeds_.thing_of(word.text).empty(); });
}

// "We" within an answer is whoever answers; "he" is somebody, nobody knows who; officials speak for their state.
void IntentVoices::set_voice(Intent& intent, const Utterance& said) const {
  intent.voice = said.voice;
  if (said.voice.is_named_actor()) {
    insert_sorted(intent.who, said.voice.id);
    return;
  }
  if (is_somebody(said.voice.speaker) && is_of_state(said.voice.speaker))
    insert_sorted(intent.who, voice_of(said.voice.speaker));
  const auto& source = said.statement->source;
  const std::vector<Word> words = source.empty() ? std::vector<Word>() : words_of(text_.words(source.front()));
  const bool is_nobody = said.statement->speaker_kind == "none" || is_empty_name(words);
  if (is_nobody && is_release()) set_issuer(intent);
  if (is_nobody && !is_release()) intent.voice.kind = "none";
  if (words.size() != 1) return;
  if (deeds_.has("first person", words) && said.inside >= 0)
    return set_voice(intent, corpus_.utterances[static_cast<std::size_t>(said.inside)]);
  if (deeds_.has("first person", words) && is_release()) set_issuer(intent);
  if (!deeds_.has("other person", words)) return;
  intent.voice.key.clear();
  if (const Utterance* last = said_before(said)) set_voice(intent, *last);
}

// "He added": whoever spoke last and near, when that one is known.
const Utterance* IntentVoices::said_before(const Utterance& said) const {
  constexpr std::uint32_t kReach = 500;
  const auto& statements = text_.source->reading.statements;
  const Utterance* last = nullptr;
  const auto behind = static_cast<std::size_t>(text_.first_utterance) + statements.size();
  for (auto i = static_cast<std::size_t>(text_.first_utterance); i < behind && i < corpus_.utterances.size(); ++i) {
    const Utterance& each = corpus_.utterances[i];
    if (each.document != said.document || each.whole.end > said.whole.begin || each.inside >= 0) continue;
    if (each.whole.end + kReach < said.whole.begin) continue;
    if (!last || each.whole.end > last->whole.end) last = &each;
  }
  return last && last->voice.is_named_actor() ? last : nullptr;
}

// "The spokesman said that Tarvessa would not go": Tarvessa refuses.
void IntentVoices::set_voice(Intent& intent, const std::string& id) const {
  intent.who = {id};
  intent.voice = {.id = id, .speaker = id, .name = corpus_.name_of(id), .kind = "named", .key = id};
}

// Doers that no table knows are known by their words, within their document.
void IntentVoices::set_voice(Intent& intent, const Claim& claim) const {
  intent.who = voices_of(claim.actors);
  if (!intent.who.empty()) {
    const Ids who = intent.who;
    set_voice(intent, who.front());
    intent.who = who;
  } else if (!claim.event->actors.empty()) {
    const std::string name = text_.words(claim.event->actors.front().span);
    intent.voice = {.id = {}, .speaker = {}, .name = name, .kind = "named", .key = {}};
    intent.voice.key = "named:" + fold_case(name) + "@" + text_.source->document.id;
    if (deeds_.has("other person", words_of(name))) intent.voice.key.clear();
  }
}

Ids IntentVoices::named_in(Range range) const {
  const record::MentionItem* first = nullptr;
  for (const auto& mention : text_.source->reading.mentions) {
    if (!meets(mention.head, range) || !is_somebody(mention.actor.actor)) continue;
    if (!starts_with_upper(text_.words(mention.head))) continue;
    if (!first || mention.span.begin < first->span.begin) first = &mention;
  }
  return first ? Ids{voice_of(first->actor.actor)} : Ids{};
}

record::Ranges IntentVoices::clauses_of(Range part) const {
  constexpr std::array<std::string_view, 4> kTurns = {", but ", ", while ", ", whereas ", ", although "};
  const std::string words = text_.words(part);
  std::size_t turn = std::string::npos;
  for (const std::string_view mark : kTurns) turn = std::min(turn, words.find(mark));
  if (turn == std::string::npos) return {part};
  const Range first{part.begin, part.begin + CodePoints(words).from_byte(static_cast<std::uint32_t>(turn))};
  const Range second{first.end + 2, part.end};
  constexpr std::uint32_t kTurnAndName = 32;
  const bool names_another = !named_in({second.begin, std::min(second.end, second.begin + kTurnAndName)}).empty();
  return names_another ? record::Ranges{first, second} : record::Ranges{part};
}

Ids IntentVoices::asked_by(const Utterance& said, Range sentence, Range clause) const {
  Ids asked;
  const auto add = [&](const std::string& id) {
    const bool is_press = id == "MED" || id.find(".MED") != std::string::npos;
    if (is_somebody(id) && !is_press && voice_of(id) != said.voice.id) insert_sorted(asked, voice_of(id));
  };
  for (const std::string& id : said.addressees) add(id);
  const Range cue = hull(said.statement->cue);
  if (asked.empty() && !cue.empty() && cue.end < clause.begin) {
    for (const std::string& id : named_in({cue.end, clause.begin})) add(id);
  }
  for (const std::string& id : named_in(beginning_of(clause))) add(id);
  if (!asked.empty()) return asked;
  for (const int index : said.claims) {
    const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
    if (!meets(hull(claim.event->trigger), sentence)) continue;
    for (const std::string& id : claim.actors) add(id);
  }
  return asked;
}

}  // namespace demarche::analysis
