// SPDX-License-Identifier: Apache-2.0
#include "analysis/names/speakers.h"

#include <algorithm>

#include "analysis/names/actors.h"
#include "analysis/texts/stored_text.h"

namespace demarche::analysis {

using record::Range;

namespace {

bool is_pronoun(std::string_view folded) {
  return folded == "he" || folded == "she" || folded == "it" || folded == "they" || folded == "him" || folded == "her";
}

// Nobody yet: no actor, only a kind of people, or "somebody of that state".
bool is_open(const std::string& id) { return id.empty() || is_kind(id); }

}  // namespace

Speakers::Speakers(int document, const Text& text, const Identities& identities)
    : document_(document), text_(text), identities_(identities), statements_(text.source->reading.statements) {
  gather_persons();
}

Speakers::Sex Speakers::sex_of(Range phrase) const {
  bool is_he = false, is_she = false;
  for (const NameToken& token : tokens_of(text_.words(phrase), identities_.words())) {
    if (token.fold == "mr" || token.fold == "he" || token.fold == "him" || token.fold == "spokesman") return Sex::He;
    if (token.fold == "ms" || token.fold == "mrs" || token.fold == "she" || token.fold == "her" ||
        token.fold == "spokeswoman")
      return Sex::She;
    is_he = is_he || (token.is_capital && (token.classes & NameWords::kHisName));
    is_she = is_she || (token.is_capital && (token.classes & NameWords::kHerName));
  }
  return is_he == is_she ? Sex::Unknown : is_he ? Sex::He : Sex::She;
}

void Speakers::gather_persons() {
  for (std::size_t i = 0; i < statements_.size(); ++i) {
    if (statements_[i].source.empty()) continue;
    const Range source = statements_[i].source.front();
    const std::string words = fold_case(text_.words(source));
    if (is_pronoun(words) || statements_[i].speaker_kind == "outlet") continue;
    const Named* named = identities_.named_by(document_, text_, source);
    const bool is_officer = !statements_[i].speaker_person.empty() && words != "i" && words != "we";
    if (!is_officer && (named == nullptr || !named->is_person)) continue;
    persons_.push_back({.at = source.begin, .statement = static_cast<int>(i), .sex = sex_of(source)});
  }
  std::stable_sort(persons_.begin(), persons_.end(), [](const Person& a, const Person& b) { return a.at < b.at; });
}

std::string Speakers::by_words(int nr) const {
  const auto& said = statement(nr);
  const Range source = said.source.front();
  const Named* named = identities_.named_by(document_, text_, source);
  if (named != nullptr && (named->overrules || is_open(said.speaker))) return named->id;
  if (named != nullptr || !is_open(said.speaker)) return said.speaker;
  const Named* group = identities_.called(document_, text_, source);
  return group != nullptr ? group->id : said.speaker.text();
}

// "He" is the person who spoke last, within a few sentences. What the reading took him for stands where it knew that
// person, too.
std::string Speakers::by_pronoun(int nr, Sex sex) const {
  constexpr std::uint32_t kReach = 500;
  const auto& said = statement(nr);
  const std::uint32_t at = said.source.front().begin;
  const auto behind =
      std::lower_bound(persons_.begin(), persons_.end(), at,
                       [](const Person& person, std::uint32_t position) { return person.at < position; });
  for (auto person = std::make_reverse_iterator(behind); person != persons_.rend(); ++person) {
    if (person->at + kReach < at) break;
    if (sex != Sex::Unknown && person->sex != Sex::Unknown && sex != person->sex) continue;
    const bool was_unknown = is_open(statement(person->statement).speaker);
    return was_unknown || is_open(said.speaker) ? by_words(person->statement) : said.speaker.text();
  }
  return said.speaker;
}

std::string Speakers::by_entity(int nr, Identities::Kind kind) const {
  const std::string id = identities_.of_entity(document_, text_, statement(nr).source.front(), kind);
  return id.empty() ? statement(nr).speaker.text() : id;
}

// "We" in a quotation is whoever is quoted.
std::string Speakers::around(int nr, int depth) const {
  constexpr int kDeepest = 4;
  const int outer = statement(nr).inside;
  if (outer < 0 || depth > kDeepest) return statement(nr).speaker;
  const std::string words = statement(nr).source.empty() ? "" : fold_case(text_.words(statement(nr).source.front()));
  const bool is_own = is_label(outer) && (words.empty() || words == "i" || words == "we");
  const bool is_same = is_own || statement(outer).speaker_name == statement(nr).speaker_name;
  if (!is_same) return statement(nr).speaker;
  const std::string id = statement(outer).source.empty() ? around(outer, depth + 1) : of(outer);
  return id.empty() ? around(outer, depth + 1) : id;
}

// "A:" tells which turn it is; the questions are the paper's.
bool Speakers::is_label(int nr) const {
  const auto& said = statement(nr);
  return text_.source->document.kind == "interview" && !said.source.empty() && said.inside < 0 &&
         said.speaker_kind != "outlet" && said.source.front().end - said.source.front().begin == 1;
}

// Whom the lines before the first turn name: a person, else an office. The press asks.
std::string Speakers::guest() const {
  std::uint32_t head = UINT32_MAX;
  for (const auto& said : statements_) {
    if (!said.source.empty() && said.source.front().end - said.source.front().begin == 1)
      head = std::min(head, said.source.front().begin);
  }
  const record::MentionItem* best = nullptr;
  for (const auto& mention : text_.source->reading.mentions) {
    const std::string& id = mention.actor.actor;
    if (mention.is_withdrawn || mention.span.end > head || is_open(id) || !is_somebody(id)) continue;
    if (id.find('.') == std::string::npos && mention.person.empty()) continue;  // a state does not sit down to talk
    if (id == "MED" || id.find(".MED") != std::string::npos) continue;
    if (!best || (best->person.empty() && !mention.person.empty())) best = &mention;
  }
  if (best) return best->actor.actor;
  for (const Named& named : identities_.in(document_)) {
    if (named.is_sure && named.is_person && named.span.end <= head) return named.id;
  }
  return {};
}

std::string Speakers::of(int nr) const {
  const auto& said = statement(nr);
  if (is_label(nr) && is_open(said.speaker)) return guest();
  if (said.source.empty()) return is_open(said.speaker) ? around(nr, 0) : said.speaker.text();
  const std::string words = fold_case(text_.words(said.source.front()));
  if (words == "he" || words == "she") {
    std::string person = by_pronoun(nr, words == "he" ? Sex::He : Sex::She);
    return is_open(person) ? by_entity(nr, Identities::Kind::Person) : person;
  }
  std::string id = by_words(nr);
  if (!is_open(id)) return id;
  if (const std::string other = around(nr, 0); !is_open(other)) return other;
  return words == "it" || words == "they" ? by_entity(nr, Identities::Kind::Group) : id;
}

}  // namespace demarche::analysis
