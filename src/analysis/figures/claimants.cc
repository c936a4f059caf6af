// SPDX-License-Identifier: Apache-2.0
#include "analysis/figures/claimants.h"

#include <algorithm>
#include <array>

#include "analysis/names/identities.h"
#include "analysis/words/wording.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::MentionItem;
using record::Range;

namespace {

constexpr std::size_t kReach = 14;  // words from a verb to its figure

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A word of the table contrasts.tsv used as a noun: "the ministry's count", "their claims".
bool is_noun_use(const Sentence& sentence, std::size_t at) {
  return at > 0 && is_any(sentence.word(at - 1), {"s", "the", "a", "own", "official", "our", "their", "its", "his",
                                                  "her", "my", "these", "such", "any", "no", "of", "by"});
}

// Papers say nothing by themselves: "an audited statement puts it at".
bool names_a_text(std::string_view phrase) {
  const auto words = words_of(phrase);
  return !words.empty() &&
         is_any(words.back().text, {"statement", "report", "study", "survey", "investigation", "audit", "document",
                                    "letter", "inquiry", "communique", "paper", "papers", "law"});
}

// "We", "Our patrols", "my men"
bool is_of_first_person(std::string_view phrase) {
  const auto words = words_of(phrase);
  return !words.empty() &&
         (is_any(words.back().text, {"i", "we"}) || is_any(words.front().text, {"i", "we", "our", "my", "us"}));
}

bool is_of_time(std::string_view word) {
  const bool is_year = word.size() == 4 && word.find_first_not_of("0123456789") == std::string_view::npos;
  return is_year ||
         is_any(word, {"year",     "years",     "month",   "months",    "week",      "weeks",    "day",
                       "days",     "night",     "morning", "evening",   "afternoon", "dawn",     "noon",
                       "today",    "yesterday", "monday",  "tuesday",   "wednesday", "thursday", "friday",
                       "saturday", "sunday",    "january", "february",  "march",     "april",    "may",
                       "june",     "july",      "august",  "september", "october",   "november", "december"});
}

bool leads_to_a_time(std::string_view word) {
  return is_any(word, {"for", "by", "on", "in", "since", "after", "before", "until", "during", "last", "this", "early",
                       "late", "at"});
}

}  // namespace

// "By Sunday night THE HEALTH MINISTRY", "THE CONSUL on Tuesday", "where THE ELDERS had spoken"
Span Claimants::name_in(const Spot& spot, Span phrase) const {
  constexpr std::size_t kReach = 6;
  const auto words = words_of(view(spot, phrase));
  std::size_t first = 0, last = words.size();
  if (first < last && is_any(words[first].text, {"where", "when", "while", "as", "that"})) ++first;
  if (first < last && leads_to_a_time(words[first].text)) {
    for (std::size_t at = std::min(last - 1, first + kReach); at-- > first;) {
      if (!is_of_time(words[at].text)) continue;
      first = at + 1;
      break;
    }
  }
  if (last - first > 2 && leads_to_a_time(words[last - 2].text) && is_of_time(words[last - 1].text)) last -= 2;
  const auto is_verb = [&](const std::string& word) {
    const Lexicon& lexicon = *corpus_.lexicon;
    return is_any(word, {"had", "has", "have", "further", "also", "then"}) ||
           ((lexicon.has_part(word, "teller") || lexicon.has_part(word, "says")) && !lexicon.has_part(word, "tally"));
  };
  while (last - first > 1 && is_verb(words[last - 1].text)) --last;
  if (last - first == 1 && (is_of_time(words[first].text) || corpus_.lexicon->has_part(words[first].text, "anyone")))
    return {};
  if (first >= last) return {};
  return {phrase.begin + static_cast<std::uint32_t>(words[first].begin),
          phrase.begin + static_cast<std::uint32_t>(words[last - 1].end)};
}

std::string_view Claimants::view(const Spot& spot, Span span) const {
  return std::string_view(corpus_.texts[static_cast<std::size_t>(spot.document)].source->document.text)
      .substr(span.begin, span.size());
}

// The utterance whose content covers the figure with the fewest words.
int Claimants::innermost(const Spot& spot) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  const std::uint32_t begin = text.points->from_byte(spot.figure.begin), end = text.points->from_byte(spot.figure.end);
  int best = -1;
  std::uint32_t least = UINT32_MAX;
  for (std::size_t i = 0; i < text.source->reading.statements.size(); ++i) {
    for (const Range& piece : text.source->reading.statements[i].content) {
      const bool covers = piece.begin <= end && begin < piece.end && begin + 1 >= piece.begin;
      if (!covers || piece.end - piece.begin >= least) continue;
      least = piece.end - piece.begin;
      best = text.first_utterance + static_cast<int>(i);
    }
  }
  return best;
}

const MentionItem* Claimants::mention_in(const Spot& spot, Span phrase) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  const Range range{text.points->from_byte(phrase.begin), text.points->from_byte(phrase.end)};
  const MentionItem* best = nullptr;
  for (const MentionItem& mention : text.source->reading.mentions) {
    if (mention.head.begin < range.begin || mention.head.end > range.end || mention.kind == "place") continue;
    const auto covered = [&](const MentionItem& each) {
      return std::min(each.span.end, range.end) - std::max(each.span.begin, range.begin);
    };
    if (!best || covered(mention) > covered(*best)) best = &mention;
  }
  return best;
}

// The actor that the reading gives a phrase, or the name that the record itself introduces.
std::string Claimants::known_as(int document, Range phrase, const std::string& known) const {
  const Named* named =
      corpus_.identities->named_by(document, corpus_.texts[static_cast<std::size_t>(document)], phrase);
  if (named != nullptr && (named->overrules || !is_somebody(known))) return named->id;
  return is_somebody(known) ? known : "";
}

std::optional<Voice> Claimants::voice_of_mention(const Spot& spot, const MentionItem& mention) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  Voice voice;
  voice.kind = "named";
  voice.speaker = known_as(spot.document, mention.span, mention.actor.actor);
  if (is_somebody(voice.speaker)) voice.id = voice_of(voice.speaker);
  voice.name = mention.person;
  if (voice.name.empty() && mention.kind != "pronoun") voice.name = without_article(text.words(mention.span));
  // A pronoun is called by the longest name of its entity.
  if (voice.name.empty()) {
    for (const MentionItem& other : text.source->reading.mentions) {
      if (other.entity != mention.entity || mention.entity < 0 || other.kind == "pronoun") continue;
      const std::string words = without_article(text.words(other.span));
      if (words.size() > voice.name.size()) voice.name = words;
    }
  }
  if (voice.name.empty() && !voice.id.empty()) voice.name = corpus_.name_of(voice.speaker);
  if (voice.name.empty()) return std::nullopt;
  voice.key = voice.id.empty() ? "named:" + fold_case(voice.name) + "@" + text.source->document.id : voice.id.text();
  return voice;
}

std::optional<Voice> Claimants::voice_of_words(const Spot& spot, Span words_of_name) const {
  constexpr std::size_t kName = 70;
  const Span phrase = name_in(spot, words_of_name);
  if (phrase.empty()) return std::nullopt;
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  const std::string words = without_article(std::string(view(spot, phrase)));
  if (words.find_first_of("0123456789%") != std::string::npos) return std::nullopt;
  const MentionItem* mention = mention_in(spot, phrase);
  if (mention && (mention->kind == "pronoun" || !mention->person.empty() || is_somebody(mention->actor.actor))) {
    auto voice = voice_of_mention(spot, *mention);
    if (voice && mention->person.empty() && mention->kind != "pronoun" && words.size() <= kName) voice->name = words;
    return voice;
  }
  if (words.empty() || words.size() > kName || is_pronoun(words) || is_pronoun(fold_case(words))) return std::nullopt;
  const Range range{text.points->from_byte(phrase.begin), text.points->from_byte(phrase.end)};
  const std::string id = known_as(spot.document, range, "");
  return Voice{.id = id,
               .speaker = id,
               .name = words,
               .kind = "named",
               .key = !id.empty() ? id : "named:" + fold_case(words) + "@" + text.source->document.id};
}

// "by the ministry's count", "by the count of the mission", "on the consulate's figures"
std::optional<Voice> Claimants::named_by_count(const Spot& spot) const {
  const Sentence sentence(view(spot, spot.sentence), spot.sentence.begin);
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    if (!is_any(sentence.word(at), {"by", "on", "from", "in"})) continue;
    for (std::size_t tally = at + 1; tally < at + 7 && tally < sentence.size(); ++tally) {
      if (sentence.breaks_before(tally)) break;
      if (!corpus_.lexicon->has_part(sentence.word(tally), "tally")) continue;
      if (sentence.word(tally + 1) == "of") return voice_of_words(spot, sentence.phrase_from(tally + 2));
      std::size_t last = tally;
      while (last > at + 1 && is_any(sentence.word(last - 1), {"s", "own", "official", "latest"})) --last;
      const bool is_somebodys =
          last > at + 1 && !(last == at + 2 && is_any(sentence.word(at + 1), {"the", "a", "any", "all"}));
      const bool is_owner = is_somebodys && sentence.word(last) == "s";
      const Span owner = sentence.between(at + 1, last);
      if (!is_owner && mention_in(spot, owner) == nullptr) return std::nullopt;  // "by the visa records"
      return is_somebodys ? voice_of_words(spot, sentence.between(at + 1, last)) : std::nullopt;
    }
  }
  return std::nullopt;
}

// "POLICE put the dead at 27", "the consul, who has been to the morgue, counted 19"
std::optional<Voice> Claimants::named_by_verb(const Spot& spot, bool weak) const {
  const Sentence sentence(view(spot, spot.sentence), spot.sentence.begin);
  const std::size_t figure = sentence.first_at(spot.figure.begin);
  for (std::size_t back = 1; back <= kReach && back <= figure; ++back) {
    const std::size_t at = figure - back;
    if (sentence.is_cut_before(at + 1)) return std::nullopt;
    const bool is_teller = corpus_.lexicon->has_part(sentence.word(at), weak ? "says" : "teller");
    if (!is_teller || is_noun_use(sentence, at)) continue;
    if (at > 0 && is_any(sentence.word(at - 1), {"was", "were", "been", "is", "are", "be", "being"}))
      return std::nullopt;
    if (spot.is_money && is_any(sentence.word(at), {"gave", "gives"})) return std::nullopt;  // a gift is no account
    const Span subject = sentence.subject_of(at);
    if (subject.empty() || is_of_first_person(view(spot, subject)) || names_a_text(view(spot, subject)))
      return std::nullopt;
    return voice_of_words(spot, subject);
  }
  return std::nullopt;
}

// "the organisers more than 300", "the front as over 70": a name between a stop and the number, after an account by
// another.
std::optional<Voice> Claimants::named_by_place(const Spot& spot) const {
  if (!spot.is_after_figure) return std::nullopt;
  const Sentence sentence(view(spot, spot.sentence), spot.sentence.begin);
  const std::size_t figure = sentence.first_at(spot.figure.begin);
  bool is_after_account = false;
  for (std::size_t at = 0; at < figure; ++at)
    is_after_account |=
        corpus_.lexicon->has_part(sentence.word(at), "teller") || corpus_.lexicon->has_part(sentence.word(at), "says");
  std::size_t last = figure;
  while (last > 0 && is_any(sentence.word(last - 1), {"as", "of", "only", "just", "at", "offers", "gives", "says"}))
    --last;
  std::size_t first = last;
  while (first > 0 && last - first < 6 && !sentence.breaks_before(first)) --first;
  const bool has_stop = first < last && sentence.breaks_before(first);
  if (!is_after_account || !has_stop) return std::nullopt;
  const Span phrase = sentence.between(first, last);
  const MentionItem* mention = mention_in(spot, phrase);
  const bool is_the = sentence.word(first) == "the";
  if (!is_the && (!mention || mention->kind == "pronoun" || mention->kind == "other")) return std::nullopt;
  return voice_of_words(spot, phrase);
}

// "according to the mayor"
std::optional<Voice> Claimants::named_by_source(const Spot& spot) const {
  const Sentence sentence(view(spot, spot.sentence), spot.sentence.begin);
  for (std::size_t at = 0; at + 2 < sentence.size(); ++at) {
    if (sentence.word(at) == "according" && sentence.word(at + 1) == "to")
      return voice_of_words(spot, sentence.phrase_from(at + 2));
  }
  return std::nullopt;
}

// "We counted 1,100": he who says "we" is the speaker of the statement around, or the document.
int Claimants::not_oneself(const Spot& spot, int utterance) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  if (utterance < 0) return utterance;
  const auto& statement = *corpus_.utterances[static_cast<std::size_t>(utterance)].statement;
  const bool is_oneself = !statement.source.empty() && is_of_first_person(text.words(statement.source.front()));
  if (!is_oneself || !corpus_.utterances[static_cast<std::size_t>(utterance)].voice.id.empty()) return utterance;
  const int outer = corpus_.utterances[static_cast<std::size_t>(utterance)].inside;
  return outer >= 0 ? not_oneself(spot, outer) : turn_around(spot, utterance);
}

// The smallest statement around another, whoever the network says it belongs to.
int Claimants::turn_around(const Spot& spot, int utterance) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  const Range inner = corpus_.utterances[static_cast<std::size_t>(utterance)].content;
  int best = -1;
  std::uint32_t least = UINT32_MAX;
  for (std::size_t i = 0; i < text.source->reading.statements.size(); ++i) {
    const Utterance& other = corpus_.utterances[static_cast<std::size_t>(text.first_utterance) + i];
    const Range whole = other.content;
    const bool covers = whole.begin <= inner.begin && inner.end <= whole.end && whole != inner;
    const bool is_oneself =
        !other.statement->source.empty() && is_of_first_person(text.words(other.statement->source.front()));
    if (!covers || is_oneself || whole.end - whole.begin >= least) continue;
    least = whole.end - whole.begin;
    best = text.first_utterance + static_cast<int>(i);
  }
  return best;
}

// A pronoun is resolved by its entity; else it means who spoke last before it. A date is nobody: the line of a
// chronology is its own.
Voice Claimants::voice_of_utterance(const Spot& spot, int utterance) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  const Utterance& said = corpus_.utterances[static_cast<std::size_t>(utterance)];
  const auto& source = said.statement->source;
  if (source.empty() || !said.voice.id.empty()) return said.voice;
  const bool is_date = std::any_of(text.source->reading.moments.begin(), text.source->reading.moments.end(),
                                   [&](const auto& moment) { return moment.date.span == source.front(); });
  if (is_date) return text.voice;
  if (!is_pronoun(said.voice.name)) return said.voice;
  const Span words{text.points->to_byte(source.front().begin), text.points->to_byte(source.front().end)};
  if (auto voice = voice_of_words(spot, words)) return *voice;
  for (int before = utterance - 1; before >= text.first_utterance; --before) {
    const Utterance& other = corpus_.utterances[static_cast<std::size_t>(before)];
    const bool is_near = other.whole.begin <= said.whole.begin && said.whole.begin - other.whole.begin < 400;
    if (is_near && !is_pronoun(other.voice.name)) return other.voice;
  }
  return said.voice;
}

// "wounded", "March": what the reading took for a speaker and is none.
bool Claimants::is_nobody(const Voice& voice) const {
  const auto words = words_of(without_article(voice.name));
  return voice.id.empty() && words.size() == 1 &&
         (is_any(words[0].text, {"most", "many", "some", "several", "few", "others"}) || is_of_time(words[0].text) ||
          corpus_.lexicon->has_part(words[0].text, "anyone"));
}

Claimant Claimants::of(const Spot& spot) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(spot.document)];
  const int around = not_oneself(spot, innermost(spot));
  for (auto named : {&Claimants::named_by_place, &Claimants::named_by_count}) {
    if (auto voice = (this->*named)(spot)) return {.voice = *voice, .utterance = around};
  }
  if (auto voice = named_by_verb(spot, false)) return {.voice = *voice, .utterance = around};
  const Voice voice = around >= 0 ? voice_of_utterance(spot, around) : Voice{};
  if (around >= 0 && !is_nobody(voice)) {
    return {.voice = voice, .utterance = around, .is_own = voice.key != text.voice.key};
  }
  if (auto voice = named_by_source(spot)) return {.voice = *voice};
  if (auto voice = named_by_verb(spot, true)) return {.voice = *voice};
  return {.voice = text.voice, .utterance = -1, .is_own = false};
}

}  // namespace demarche::analysis
