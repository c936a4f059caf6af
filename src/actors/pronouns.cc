// SPDX-License-Identifier: Apache-2.0
// Pronouns by position: he and she are the last person who acted or spoke, it the last state or organisation, they the last group.
// "I", "we" and "you" belong to whoever speaks, which the statements know and this module does not.
#include <algorithm>
#include <array>

#include "actors/link.h"

namespace demarche::actors {

namespace {

enum class PronounKind { Person, Thing, Many, Relative, Speaker };

std::optional<PronounKind> pronoun_kind(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, PronounKind>, 32> kPronouns = {{
      {"he", PronounKind::Person}, {"she", PronounKind::Person}, {"his", PronounKind::Person}, {"her", PronounKind::Person},
      {"him", PronounKind::Person}, {"hers", PronounKind::Person}, {"himself", PronounKind::Person}, {"herself", PronounKind::Person},
      {"it", PronounKind::Thing}, {"its", PronounKind::Thing}, {"itself", PronounKind::Thing},
      {"they", PronounKind::Many}, {"their", PronounKind::Many}, {"them", PronounKind::Many}, {"theirs", PronounKind::Many},
      {"themselves", PronounKind::Many},
      {"who", PronounKind::Relative}, {"which", PronounKind::Relative}, {"whom", PronounKind::Relative}, {"whose", PronounKind::Relative},
      {"i", PronounKind::Speaker}, {"we", PronounKind::Speaker}, {"you", PronounKind::Speaker}, {"my", PronounKind::Speaker},
      {"our", PronounKind::Speaker}, {"your", PronounKind::Speaker}, {"us", PronounKind::Speaker}, {"me", PronounKind::Speaker},
      {"ours", PronounKind::Speaker}, {"yours", PronounKind::Speaker}, {"ourselves", PronounKind::Speaker}, {"myself", PronounKind::Speaker},
  }};
  const auto found = std::find_if(kPronouns.begin(), kPronouns.end(), [&](const auto& entry) { return entry.first == word; });
  return found == kPronouns.end() ? std::nullopt : std::optional(found->second);
}

bool fits(PronounKind pronoun, const Draft& draft) {
  const Mention& mention = draft.mention;
  if (mention.kind == MentionKind::Pronoun || mention.entity < 0) return false;
  switch (pronoun) {
    case PronounKind::Person: return mention.kind == MentionKind::Person && !draft.is_plural;
    case PronounKind::Thing: return mention.kind == MentionKind::Actor && !draft.is_plural && !draft.is_adjective;
    case PronounKind::Many: return mention.kind == MentionKind::Group || draft.is_plural;
    default: return true;
  }
}

// "It is not clear that …", "it seems" mean nothing.
bool is_empty_it(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at) {
  static constexpr std::array<std::string_view, 24> kEmpty = {
      "clear", "unclear", "important", "likely", "unlikely", "necessary", "possible", "impossible", "difficult", "hard", "easy", "true",
      "time", "essential", "worth", "vital", "known", "said", "reported", "believed", "hoped", "obvious", "evident", "also"};
  if (words[at].fold != "it" || at + 1 >= words.size()) return false;
  if (words[at + 1].fold == "seems" || words[at + 1].fold == "appears") return true;
  if (!(content.classes_of(words[at + 1].fold) & kCopula)) return false;
  for (std::uint32_t next = at + 2; next < words.size() && next <= at + 4; ++next) {
    if (std::find(kEmpty.begin(), kEmpty.end(), words[next].fold) != kEmpty.end()) return true;
  }
  return false;
}

class Antecedents {
 public:
  Antecedents(const std::vector<SentenceWords>& sentences, const std::vector<Draft>& drafts) : sentences_(sentences) {
    by_sentence_.resize(sentences.size());
    for (const Draft& draft : drafts) by_sentence_[draft.sentence].push_back(&draft);
  }

  int find(PronounKind kind, std::uint32_t sentence, Span pronoun) const {
    if (kind == PronounKind::Speaker) return -1;
    if (kind == PronounKind::Relative) return just_before(sentence, pronoun);
    if (const int entity = first_in(kind, sentence, pronoun.begin); entity >= 0) return entity;
    for (std::uint32_t back = 1; back <= 2 && back <= sentence; ++back) {
      if (sentences_[sentence - back].block != sentences_[sentence].block) break;
      if (const int entity = first_in(kind, sentence - back, 0xFFFFFFFF); entity >= 0) return entity;
    }
    return kind == PronounKind::Person ? only_person_before(sentence) : -1;
  }

 private:
  // The first one in a sentence is mostly its subject; who speaks comes before all others.
  int first_in(PronounKind kind, std::uint32_t sentence, std::uint32_t limit) const {
    int first = -1;
    for (const Draft* draft : by_sentence_[sentence]) {
      if (draft->mention.span.end > limit || !fits(kind, *draft)) continue;
      if (draft->is_source) return draft->mention.entity;
      if (first < 0) first = draft->mention.entity;
    }
    return first;
  }

  int just_before(std::uint32_t sentence, Span pronoun) const {
    const Draft* best = nullptr;
    for (const Draft* draft : by_sentence_[sentence]) {
      const std::uint32_t end = draft->mention.span.end;
      if (end > pronoun.begin || pronoun.begin - end > 2) continue;
      if (best == nullptr || draft->mention.span.begin < best->mention.span.begin) best = draft;
    }
    return best == nullptr ? -1 : best->mention.entity;
  }

  // At the head of a paragraph: the person of the paragraph before, if there is only one.
  int only_person_before(std::uint32_t sentence) const {
    const std::uint32_t block = sentences_[sentence].block;
    std::uint32_t at = sentence;
    while (at > 0 && sentences_[at].block == block) --at;
    if (sentences_[at].block == block) return -1;
    const std::uint32_t previous = sentences_[at].block;
    int found = -1;
    for (std::uint32_t back = at + 1; back-- > 0 && sentences_[back].block == previous;) {
      for (const Draft* draft : by_sentence_[back]) {
        if (!fits(PronounKind::Person, *draft)) continue;
        if (found >= 0 && found != draft->mention.entity) return -1;
        found = draft->mention.entity;
      }
    }
    return found;
  }

  const std::vector<SentenceWords>& sentences_;
  std::vector<std::vector<const Draft*>> by_sentence_;
};

}  // namespace

void add_pronouns(const Tables::Content& content, const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts) {
  const Antecedents antecedents(sentences, drafts);
  std::vector<Draft> pronouns;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const auto& words = sentences[i].words;
    for (std::uint32_t at = 0; at < words.size(); ++at) {
      const auto kind = pronoun_kind(words[at].fold);
      if (!kind || words[at].all_upper) continue;
      Draft draft;
      draft.sentence = i;
      draft.mention.span = draft.mention.head = words[at].span;
      draft.mention.kind = MentionKind::Pronoun;
      if (!is_empty_it(content, words, at)) draft.mention.entity = antecedents.find(*kind, i, words[at].span);
      pronouns.push_back(draft);
    }
  }
  // A pronoun resolves to what its entity resolves to.
  for (Draft& pronoun : pronouns) {
    if (pronoun.mention.entity < 0) continue;
    for (const Draft& draft : drafts) {
      if (draft.mention.entity != pronoun.mention.entity || !draft.mention.resolution) continue;
      pronoun.mention.resolution = draft.mention.resolution;
      break;
    }
  }
  drafts.insert(drafts.end(), pronouns.begin(), pronouns.end());
}

}  // namespace demarche::actors
