// SPDX-License-Identifier: Apache-2.0
// Whose man a person is whom no table knows: "Aino Lahti, convener of the ceasefire cell of the NSCN"; and the speakers
// behind the labels of turns, whom title and introduction tell of.
#include <algorithm>

#include "actors/link.h"
#include "actors/main_state.h"
#include "actors/participants.h"

namespace demarche::actors {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_somebody(const std::optional<Resolution>& found) { return found && !found->country.empty(); }

Resolution of_the_press() {
  Resolution press;
  press.actor = ".MED";
  press.name = "Media";
  press.sector = "MED";
  press.rule = "asks the questions";
  press.score = 0.5f;
  return press;
}

}  // namespace

// What stands between a name and a body of which its bearer is a part: ", convener of the ceasefire cell of the".
bool Linker::is_affiliation(const SentenceWords& sentence, Span between) const {
  constexpr std::size_t kLongest = 9;  // words
  std::vector<const Word*> words;
  for (const Word& word : sentence.words) {
    if (between.contains(word.span)) words.push_back(&word);
  }
  while (!words.empty() && (content_.classes_of(words.back()->fold) & kDeterminer)) words.pop_back();
  if (words.empty() || words.size() > kLongest) return false;
  if (!is_one_of(words.back()->fold, {"of", "for", "from", "at", "with"})) return false;
  if (words.size() > 1 && words.front()->before != ',' && words.front()->before != '(') return false;
  return std::all_of(words.begin(), words.end(), [&](const Word* word) {
    const bool is_first = word == words.front();
    const bool is_participle = word->fold.ends_with("ing") || word->fold.ends_with("ed");
    constexpr auto kNever = kRelative | kCopula | kPronoun;
    return (is_first || !is_break(word->before)) && !(is_first && is_participle) &&
           !(content_.classes_of(word->fold) & kNever);
  });
}

void Linker::affiliate_persons() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& person = drafts_[i];
    if (person.name.empty() || is_somebody(person.mention.resolution)) continue;
    for (std::size_t next = i + 1; next < drafts_.size() && drafts_[next].sentence == person.sentence; ++next) {
      const Draft& body = drafts_[next];
      if (body.mention.span.begin < person.mention.head.end || !is_somebody(body.mention.resolution)) continue;
      if (body.is_adjective || !body.name.empty()) continue;
      if (!is_affiliation(sentences_[person.sentence], {person.mention.head.end, body.mention.span.begin})) break;
      person.mention.resolution = body.mention.resolution;
      person.mention.resolution->person = person.name;
      person.mention.resolution->rule += " (of which the person is a part)";
      person.mention.resolution->score = std::min(0.6f, person.mention.resolution->score);
      break;
    }
  }
}

// The draft of a label; one is made where the reader saw none.
Draft& Linker::draft_of_label(Span label, std::uint32_t sentence) {
  const auto known =
      std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& draft) { return draft.mention.span == label; });
  if (known != drafts_.end()) return *known;
  Draft draft;
  draft.sentence = sentence;
  draft.mention.span = draft.mention.head = label;
  draft.mention.kind = MentionKind::Person;
  return drafts_.emplace_back(std::move(draft));
}

// Of those who answer the head of the text tells: by name, by office, or that they speak for the issuer.
std::optional<Resolution> Linker::answerer(const Participants& turns, const std::string& key) const {
  const int person = people_.by_surname(key);
  if (person >= 0 && is_somebody(people_.at(person).resolution)) return people_.at(person).resolution;
  if (issuer_) return issuer_;
  if (turns.answering().size() > 1) return {};
  return unnamed_official(heading_, drafts_, turns.first_turn());
}

void Linker::name_participants() {
  const Participants turns(text_, sentences_, turn_labels(text_, sentences_));
  if (turns.labels().empty()) return;
  const std::vector<std::string> answering = turns.answering();
  for (const TurnLabel& label : turns.labels()) {
    Draft& draft = draft_of_label(label.span, label.sentence);
    if (is_somebody(draft.mention.resolution)) continue;
    const bool is_answer = turns.is_answer(label.span);
    if (!is_answer && turns.asks(label.span)) {
      draft.mention.resolution = of_the_press();
      continue;
    }
    if (is_answer && answering.size() > 1) continue;
    const std::string key = is_answer && !answering.empty() ? answering.front() : turns.key(label.span);
    const auto found = answerer(turns, key);
    if (!found && !is_answer && draft.name.empty()) draft.name = view(label.span);  // somebody, whoever it is
    if (!found) continue;
    draft.mention.resolution = found;
    draft.mention.kind = MentionKind::Person;
    const int person = people_.by_surname(key);
    if (draft.name.empty() && person >= 0) draft.name = people_.at(person).name;
    if (person >= 0 && !is_somebody(people_.at(person).resolution)) people_.at(person).resolution = found;
    draft.mention.resolution->person = draft.name;
  }
}

}  // namespace demarche::actors
