// SPDX-License-Identifier: Apache-2.0
#include "analysis/positions/holders.h"

#include <algorithm>
#include <array>

#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

namespace {

const Text& text_of(const Corpus& corpus, const Utterance& utterance) {
  return corpus.texts[static_cast<std::size_t>(utterance.document)];
}

// "Kelmoria says that Tarvessa denies it" is no position of Kelmoria's; that it welcomes what Tarvessa says is one.
bool only_reports(const Corpus& corpus, int index, const Stand& stand) {
  if (stand.name != "asserts") return false;
  const Utterance& outer = corpus.utterances[static_cast<std::size_t>(index)];
  const auto size = outer.content.end - outer.content.begin;
  for (auto i = static_cast<std::size_t>(index) + 1; i < corpus.utterances.size(); ++i) {
    const Utterance& inner = corpus.utterances[i];
    if (inner.document != outer.document) break;
    if (inner.inside != index || inner.voice.key == outer.voice.key) continue;
    if (2 * (inner.whole.end - inner.whole.begin) > size) return true;
  }
  return false;
}

// "asserts: Indian influence", "proposes: this": a word or two are no position, unless they name the issue and do more
// than assert.
bool says_little(const Corpus& corpus, const Utterance& utterance, const Stand& stand, const Issues& issues) {
  constexpr std::size_t kFew = 4;
  if (stand.family == Family::Silence || stand.name == "denies" || stand.name == "refuses") return false;
  const bool is_sure = stand.name != "asserts" && issues.weight >= 0.8;
  return !is_sure && words_of(content_of(corpus, utterance)).size() < kFew;
}

// An interviewer's question asks for an answer and for nothing else.
bool is_question(const Corpus& corpus, const Utterance& utterance) {
  return utterance.act() == "ask" && content_of(corpus, utterance).find('?') != std::string::npos;
}

// A study that "recommends" in its own headline is no actor.
bool is_title(const Corpus& corpus, const Utterance& utterance) {
  return is_name(utterance.voice.id) && utterance.voice.name == text_of(corpus, utterance).source->document.title;
}

bool is_first_person(const std::string& word) { return word == "we" || word == "i"; }

bool is_duty(const std::string& word) {
  constexpr std::array<std::string_view, 3> kDuties = {"must", "should", "ought"};
  return std::find(kDuties.begin(), kDuties.end(), word) != kDuties.end();
}

// "Peru should pledge to …", "it must offer …": what he is told to say, unless he tells it himself ("we must").
bool is_recommended(const Corpus& corpus, const Utterance& utterance) {
  constexpr std::uint32_t kNear = 30;  // code points between the one and his words
  const auto& statement = *utterance.statement;
  if (statement.source.empty() || statement.cue.empty()) return false;
  const Text& text = text_of(corpus, utterance);
  const auto source = words_of(text.words(statement.source.front()));
  if (source.empty() || is_first_person(source.front().text)) return false;
  const Range cue = statement.cue.front();
  const std::uint32_t behind = statement.source.back().end;
  const bool is_before = behind <= cue.begin && cue.begin - behind <= kNear;
  const auto words = words_of(text.words({is_before ? behind : cue.begin, cue.end}));
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return is_duty(word.text); });
}

bool names_a_wrong(const Lexicon& lexicon, const std::string& words) {
  const auto families = lexicon.matches(words, Lexicon::Table::Families);
  const auto marks = lexicon.matches(words, Lexicon::Table::Marks);
  return std::any_of(families.begin(), families.end(),
                     [](const auto& family) { return !family.theme.starts_with("thing ") && family.theme != "-"; }) ||
         std::any_of(marks.begin(), marks.end(), [](const auto& mark) { return mark.theme == "blame"; });
}

// The least sure that are read are as often none; and an accusation that is not sure either needs words of one.
bool is_doubtful(const Corpus& corpus, const Utterance& utterance, const Stand& stand) {
  constexpr double kLeast = 0.455, kSure = 0.75;
  if (utterance.score < kLeast) return true;
  if (stand.name != "accuses" || utterance.score >= kSure) return false;
  return !names_a_wrong(*corpus.lexicon, text_of(corpus, utterance).words(utterance.whole));
}

}  // namespace

std::string content_of(const Corpus& corpus, const Utterance& utterance) {
  return text_of(corpus, utterance).words(utterance.content);
}

std::string holder_of(const Voice& voice) {
  if (voice.kind == "outlet" || voice.is_named_actor()) return voice.kind == "outlet" ? "" : voice.id;
  return is_somebody(voice.speaker) && is_of_state(voice.speaker) ? voice_of(voice.speaker) : "";
}

bool tells_a_stand(const Corpus& corpus, int index, const Stand& stand, const Issues& issues) {
  const Utterance& utterance = corpus.utterances[static_cast<std::size_t>(index)];
  return !is_question(corpus, utterance) && !is_title(corpus, utterance) && !is_doubtful(corpus, utterance, stand) &&
         !is_recommended(corpus, utterance) && !says_little(corpus, utterance, stand, issues) &&
         !only_reports(corpus, index, stand);
}

namespace {

// News and chronologies tell what was done; other kinds plead or study.
bool is_told_plainly(const Corpus& corpus, const Claim& claim) {
  const std::string& kind = corpus.texts[static_cast<std::size_t>(claim.document)].source->document.kind;
  return (kind == "news" || kind == "chronology") && claim.event->modality == "happened";
}

}  // namespace

bool tells_a_deed(const Corpus& corpus, const Claim& claim) {
  const bool is_told = claim.utterance < 0 && claim.performed_by < 0 && claim.ground == Ground::Fact;
  // Pressure is put on somebody, else it is a word for something done badly ("undermines").
  const bool has_object = claim.event->event != "COERCE" || !claim.recipients.empty();
  return is_told && has_object && is_told_plainly(corpus, claim) && claim.stance == Stance::Affirms;
}

}  // namespace demarche::analysis
