// SPDX-License-Identifier: Apache-2.0
// Pronouns by position: he and she are the last person who acted or spoke, it the last state or organisation, they the
// last group. "I", "we" and "you" belong to whoever speaks, which the statements know and this module does not.
#include <algorithm>
#include <array>

#include "actors/grammar.h"
#include "actors/link.h"
#include "actors/sexes.h"

namespace demarche::actors {

namespace {

enum class PronounKind { Person, Thing, Many, Relative, Speaker };
std::optional<PronounKind> pronoun_kind(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, PronounKind>, 32> kPronouns = {{
      {"he", PronounKind::Person},         {"she", PronounKind::Person},     {"his", PronounKind::Person},
      {"her", PronounKind::Person},        {"him", PronounKind::Person},     {"hers", PronounKind::Person},
      {"himself", PronounKind::Person},    {"herself", PronounKind::Person}, {"it", PronounKind::Thing},
      {"its", PronounKind::Thing},         {"itself", PronounKind::Thing},   {"they", PronounKind::Many},
      {"their", PronounKind::Many},        {"them", PronounKind::Many},      {"theirs", PronounKind::Many},
      {"themselves", PronounKind::Many},   {"who", PronounKind::Relative},   {"which", PronounKind::Relative},
      {"whom", PronounKind::Relative},     {"whose", PronounKind::Relative}, {"i", PronounKind::Speaker},
      {"we", PronounKind::Speaker},        {"you", PronounKind::Speaker},    {"my", PronounKind::Speaker},
      {"our", PronounKind::Speaker},       {"your", PronounKind::Speaker},   {"us", PronounKind::Speaker},
      {"me", PronounKind::Speaker},        {"ours", PronounKind::Speaker},   {"yours", PronounKind::Speaker},
      {"ourselves", PronounKind::Speaker}, {"myself", PronounKind::Speaker},
  }};
  const auto found =
      std::find_if(kPronouns.begin(), kPronouns.end(), [&](const auto& entry) { return entry.first == word; });
  return found == kPronouns.end() ? std::nullopt : std::optional(found->second);
}

bool fits(PronounKind pronoun, const Draft& draft) {
  const Mention& mention = draft.mention;
  if (mention.kind == MentionKind::Pronoun || mention.entity < 0) return false;
  switch (pronoun) {
    case PronounKind::Person:
      return mention.kind == MentionKind::Person && !draft.is_plural;
    case PronounKind::Thing:
      return mention.kind == MentionKind::Actor && !draft.is_plural && !draft.is_adjective;
    case PronounKind::Many:
      return mention.kind == MentionKind::Group || draft.is_plural;
    case PronounKind::Speaker:
      return mention.kind == MentionKind::Person;
    default:
      return true;
  }
}

// "It is not clear that …", "it seems" mean nothing.
bool is_empty_it(const Tables::Content& content, const std::vector<Word>& words, std::uint32_t at) {
  static constexpr std::array<std::string_view, 24> kEmpty = {
      "clear",     "unclear", "important", "likely",   "unlikely", "necessary", "possible", "impossible",
      "difficult", "hard",    "easy",      "true",     "time",     "essential", "worth",    "vital",
      "known",     "said",    "reported",  "believed", "hoped",    "obvious",   "evident",  "also"};
  if (words[at].fold != "it" || at + 1 >= words.size()) return false;
  if (words[at + 1].fold == "seems" || words[at + 1].fold == "appears") return true;
  const bool has = words[at + 1].fold == "has" || words[at + 1].fold == "had";  // "it has said" means somebody
  if (has || !(content.classes_of(words[at + 1].fold) & kCopula)) return false;
  for (std::uint32_t next = at + 2; next < words.size() && next <= at + 4; ++next) {
    if (std::find(kEmpty.begin(), kEmpty.end(), words[next].fold) != kEmpty.end()) return true;
  }
  return false;
}

class Antecedents {
 public:
  Antecedents(const Tables::Content& content, const Chains& chains, const std::vector<int>& entities,
              const std::vector<SentenceWords>& sentences, const std::vector<Draft>& drafts)
      : content_(content),
        entities_(entities),
        chains_(chains),
        drafts_(drafts),
        drafts_of_(chains.drafts_of(drafts)),
        sentences_(sentences),
        sexes_(sexes_of(content, sentences, drafts)) {
    by_sentence_.resize(sentences.size());
    for (const Draft& draft : drafts)
      by_sentence_[draft.sentence].push_back({&draft, draft.mention.span, draft.mention.entity});
  }

  // A document says "she" of a person once; from then on only "she" finds her.
  int find(PronounKind kind, Sex sex, std::uint32_t sentence, std::uint32_t at) {
    const Span pronoun = sentences_[sentence].words[at].span;
    if (kind == PronounKind::Speaker) return as_read(pronoun, kind, sex).value_or(-1);
    if (kind == PronounKind::Relative) return just_before(sentence, pronoun);
    auto read = kind == PronounKind::Person ? after_opening(sex, sentence, at) : std::nullopt;
    if (!read) read = as_read(pronoun, kind, sex);
    if (read) {
      if (*read >= 0) remember(sentence, pronoun, *read, sex);
      return *read;
    }
    if (kind == PronounKind::Thing && is_object(sentence, at)) return -1;
    int entity = best_in(kind, sex, sentence, pronoun.begin);
    for (std::uint32_t back = 1; entity == -1 && back <= 2 && back <= sentence; ++back) {
      if (sentences_[sentence - back].block != sentences_[sentence].block) break;
      entity = best_in(kind, sex, sentence - back, 0xFFFFFFFF);
    }
    if (entity == kUnsure) return -1;
    if (entity < 0 && kind == PronounKind::Person) entity = before_paragraph(sex, sentence);
    if (entity >= 0) remember(sentence, pronoun, entity, sex);
    return entity;
  }

 private:
  // The entity that the reader says the pronoun goes back to, which need have no draft: the likeliest that number, kind
  // and sex allow; nothing where the reader is not sure. Of persons a guess is better than the position is.
  std::optional<int> as_read(Span pronoun, PronounKind kind, Sex sex) {
    constexpr float kSure = 0.6F, kSomewhat = 0.3F;  // of persons its guess is better than what the position says
    const float least = kind == PronounKind::Person ? kSomewhat : kSure;
    const int anchor = chains_.in(pronoun);
    if (anchor < 0) return {};
    if (chains_.at(anchor).antecedent < 0) {
      if (const auto later = named_later(anchor, kind, sex)) return later;
    }
    for (const auto& candidate : candidates_of(chains_.at(anchor))) {
      if (candidate.score < least) break;
      const auto entity = meant_by(candidate.anchor, kind, sex);
      if (!entity && kind != PronounKind::Person) return {};
      if (!entity) continue;
      resolved_[anchor] = *entity;
      return entity;
    }
    return {};
  }

  static std::vector<reader::Anchor::Candidate> candidates_of(const reader::Anchor& anchor) {
    if (!anchor.candidates.empty() || anchor.antecedent < 0) return anchor.candidates;
    return {{anchor.antecedent, anchor.score}};
  }

  // What an anchor stands for, if the pronoun may mean that.
  std::optional<int> meant_by(int anchor, PronounKind kind, Sex sex) const {
    const int entity = entities_[static_cast<std::size_t>(anchor)];
    for (; anchor >= 0; anchor = chains_.at(anchor).antecedent) {
      if (const auto known = resolved_.find(anchor); known != resolved_.end())
        return has_other_sex(known->second, sex) ? std::nullopt : std::optional(known->second);
      const int index = drafts_of_[static_cast<std::size_t>(anchor)];
      if (index < 0) continue;
      const Draft& draft = drafts_[static_cast<std::size_t>(index)];
      const bool may = may_be({&draft, draft.mention.span, draft.mention.entity}, kind, sex);
      return may ? std::optional(draft.mention.entity) : std::nullopt;
    }
    return entity;
  }

  bool has_other_sex(int entity, Sex sex) const {
    const auto known = sexes_.find(entity);
    return sex != Sex::Unknown && known != sexes_.end() && known->second != sex;
  }

  // "When he left, the minister": the first name of the next words that goes back to the pronoun.
  std::optional<int> named_later(int anchor, PronounKind kind, Sex sex) const {
    constexpr int kNear = 25;  // anchors
    const int end = std::min(anchor + kNear, static_cast<int>(chains_.size()));
    for (int later = anchor + 1; later < end; ++later) {
      if (chains_.at(later).antecedent != anchor) continue;
      const int index = drafts_of_[static_cast<std::size_t>(later)];
      if (index < 0) return {};
      const Draft& draft = drafts_[static_cast<std::size_t>(index)];
      const bool may = !draft.name.empty() && may_be({&draft, draft.mention.span, draft.mention.entity}, kind, sex);
      return may ? std::optional(draft.mention.entity) : std::nullopt;
    }
    return {};
  }

  // "After her third term, Ada Ilves left": the person named just behind the phrase or clause that opens the sentence.
  std::optional<int> after_opening(Sex sex, std::uint32_t sentence, std::uint32_t at) const {
    constexpr std::uint32_t kLongest = 16;  // words of such a phrase
    const auto& words = sentences_[sentence].words;
    const bool opens = content_.classes_of(words[0].fold) & (kPreposition | kConjunction);
    if (!opens && !words[0].fold.ends_with("ing")) return {};
    for (std::uint32_t next = at + 1; next < words.size() && next <= kLongest; ++next) {
      if (is_break(words[next].before)) return named_at(words[next].span.begin, sex, sentence);
    }
    return {};
  }

  std::optional<int> named_at(std::uint32_t byte, Sex sex, std::uint32_t sentence) const {
    constexpr std::uint32_t kArticle = 4;  // bytes of "the "
    for (const Candidate& candidate : by_sentence_[sentence]) {
      if (candidate.span.begin < byte) continue;
      const bool is_next = candidate.span.begin <= byte + kArticle;
      const bool is_name = candidate.draft != nullptr && !candidate.draft->name.empty();
      if (!is_next || !is_name || !may_be(candidate, PronounKind::Person, sex)) return {};
      return candidate.entity;
    }
    return {};
  }

  static constexpr int kUnsure = -2;  // two that fit: none of them

  struct Candidate {
    const Draft* draft = nullptr;  // nullptr for a pronoun
    Span span;
    int entity = -1;
    Sex sex = Sex::Unknown;
  };

  void remember(std::uint32_t sentence, Span pronoun, int entity, Sex sex) {
    if (sex == Sex::Unknown) return;
    sexes_.emplace(entity, sex);
    auto& candidates = by_sentence_[sentence];
    const auto place = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const Candidate& c) { return c.span.begin > pronoun.begin; });
    candidates.insert(place, {nullptr, pronoun, entity, sex});
  }

  bool may_be(const Candidate& candidate, PronounKind kind, Sex sex) const {
    if (candidate.draft == nullptr) return kind == PronounKind::Person && candidate.sex == sex;
    if (!fits(kind, *candidate.draft)) return false;
    return !has_other_sex(candidate.entity, sex);
  }

  // "urged it to", "against it.": an object, which is not the subject of its own verb, and more is not known.
  bool is_object(std::uint32_t sentence, std::uint32_t at) const {
    const auto& words = sentences_[sentence].words;
    if (words[at].fold != "it") return words[at].fold == "itself";
    if (at + 1 >= words.size() || is_break(words[at + 1].before)) return true;
    return (content_.classes_of(words[at + 1].fold) & (kPreposition | kConjunction)) != 0;
  }

  // Stands where a subject stands: at the head of a sentence or clause, not behind a verb or preposition.
  bool is_subject_like(std::uint32_t sentence, const Candidate& candidate) const {
    const auto& words = sentences_[sentence].words;
    const auto word =
        std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.span.begin >= candidate.span.begin; });
    if (word == words.begin() || word == words.end() || is_break(word->before)) return true;
    const std::uint32_t before = content_.classes_of((word - 1)->fold);
    if (before & (kConjunction | kRelative)) return true;
    return (word - 1)->fold == "that" || (word - 1)->fold == "as" || (word - 1)->fold == "if" ||
           (word - 1)->fold == "while" || (word - 1)->fold == "because";
  }

  // Who speaks, else the last subject of a thing and the first person or group; a thing that is no subject only if it
  // is alone.
  int best_in(PronounKind kind, Sex sex, std::uint32_t sentence, std::uint32_t limit) const {
    int first = -1, subject = -1;
    bool is_only = true;
    for (const Candidate& candidate : by_sentence_[sentence]) {
      if (candidate.span.end > limit || !may_be(candidate, kind, sex)) continue;
      if (candidate.draft != nullptr && candidate.draft->is_source) return candidate.entity;
      is_only = is_only && (first < 0 || first == candidate.entity);
      if (first < 0) first = candidate.entity;
      if (is_subject_like(sentence, candidate) && (subject < 0 || limit != 0xFFFFFFFF)) subject = candidate.entity;
    }
    if (kind != PronounKind::Thing) return first;
    return subject >= 0 ? subject : is_only ? first : kUnsure;
  }

  int just_before(std::uint32_t sentence, Span pronoun) const {
    const Candidate* best = nullptr;
    for (const Candidate& candidate : by_sentence_[sentence]) {
      const std::uint32_t end = candidate.span.end;
      if (end > pronoun.begin || pronoun.begin - end > 2) continue;
      if (best == nullptr || candidate.span.begin < best->span.begin) best = &candidate;
    }
    return best == nullptr ? -1 : best->entity;
  }

  // At the head of a paragraph: in the paragraphs before, the last person who was called so already, else the only one
  // of the paragraph just before.
  int before_paragraph(Sex sex, std::uint32_t sentence) const {
    const std::uint32_t block = sentences_[sentence].block;
    int found = -1;
    bool is_only = true;
    std::uint32_t previous = block;
    for (std::uint32_t at = sentence; at-- > 0 && block - sentences_[at].block <= 3;) {
      if (sentences_[at].block == block) continue;
      if (previous == block) previous = sentences_[at].block;
      for (auto candidate = by_sentence_[at].rbegin(); candidate != by_sentence_[at].rend(); ++candidate) {
        if (!may_be(*candidate, PronounKind::Person, sex)) continue;
        if (sexes_.contains(candidate->entity)) return candidate->entity;
        if (sentences_[at].block != previous) continue;
        is_only = is_only && (found < 0 || found == candidate->entity);
        found = candidate->entity;
      }
    }
    return is_only ? found : -1;
  }

  const Tables::Content& content_;
  const std::vector<int>& entities_;  // of each anchor
  const Chains& chains_;
  const std::vector<Draft>& drafts_;
  const std::vector<int> drafts_of_;  // of each anchor
  const std::vector<SentenceWords>& sentences_;
  std::vector<std::vector<Candidate>> by_sentence_;
  std::map<int, Sex> sexes_;     // of entities
  std::map<int, int> resolved_;  // anchors of pronouns → entities
};

}  // namespace

void add_pronouns(const Tables::Content& content, const Chains& chains, const std::vector<int>& entities,
                  const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts) {
  Antecedents antecedents(content, chains, entities, sentences, drafts);
  std::vector<Draft> pronouns;
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const auto& words = sentences[i].words;
    for (std::uint32_t at = 0; at < words.size(); ++at) {
      const auto kind = pronoun_kind(words[at].fold);
      const bool joined = words[at].before == '-' || (at + 1 < words.size() && words[at + 1].before == '-');
      if (!kind || words[at].all_upper || joined) continue;
      Draft draft;
      draft.sentence = i;
      draft.mention.span = draft.mention.head = words[at].span;
      draft.mention.kind = MentionKind::Pronoun;
      if (!is_empty_it(content, words, at))
        draft.mention.entity = antecedents.find(*kind, sex_of(words[at].fold), i, at);
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
