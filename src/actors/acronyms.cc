// SPDX-License-Identifier: Apache-2.0
// Acronyms that a text introduces in brackets: "Institute for Basin Studies (IBS)".
#include <algorithm>

#include "actors/bodies.h"
#include "actors/link.h"

namespace demarche::actors {

namespace {

bool is_bracketed_acronym(const std::vector<Word>& words, std::uint32_t at) {
  constexpr std::size_t kLongest = 8;
  const bool alone = at + 1 == words.size() || words[at + 1].before != 0;
  return words[at].before == '(' && words[at].all_upper && alone && words[at].fold.size() <= kLongest;
}

bool is_little_word(const Word& word) {
  return word.fold == "of" || word.fold == "for" || word.fold == "and" || word.fold == "the" || word.fold == "de" ||
         word.fold == "del" || word.fold == "on";
}

// The run of words with capitals that ends before a bracket.
std::uint32_t name_begin(const std::vector<Word>& words, std::uint32_t end) {
  std::uint32_t begin = end;
  for (std::uint32_t at = end; at-- > 0;) {
    if (words[at].upper) begin = at;
    if ((!words[at].upper && !is_little_word(words[at])) || words[at].before != 0) break;
  }
  return begin;
}

// Whether two names of one acronym are those of two bodies: less than half of the words of the first stand in the
// second.
bool is_another(std::string_view known, std::string_view told) {
  const std::vector<Word> told_words = split_words(told);
  int all = 0, shared = 0;
  for (const Word& word : split_words(known)) {
    if (is_little_word(word)) continue;
    ++all;
    shared += std::any_of(told_words.begin(), told_words.end(),
                          [&](const Word& other) { return other.fold.substr(0, 5) == word.fold.substr(0, 5); });
  }
  return shared * 2 < all;
}

}  // namespace

void tell_namesakes_apart(const Tables::Content& content, std::string_view text, const SentenceWords& sentence,
                          std::vector<Draft>& drafts) {
  const auto& words = sentence.words;
  for (std::uint32_t at = 1; at < words.size(); ++at) {
    if (!is_bracketed_acronym(words, at)) continue;
    const auto of_acronym = std::find_if(drafts.begin(), drafts.end(),
                                         [&](const Draft& draft) { return draft.mention.span == words[at].span; });
    if (of_acronym == drafts.end() || !of_acronym->mention.resolution) continue;
    const Resolution known = *of_acronym->mention.resolution;
    for (Draft& draft : drafts) {
      const Span span = draft.mention.span;
      if (span.end != words[at - 1].span.end) continue;
      const std::string name = without_determiner(content, text.substr(span.begin, span.size()));
      if (without_determiner(content, known.name).starts_with(name)) draft.mention.resolution = known;
    }
  }
}

const Draft* Linker::draft_ending_at(std::uint32_t sentence, std::uint32_t end) const {
  const Draft* best = nullptr;
  for (const Draft& draft : drafts_) {
    if (draft.sentence != sentence || draft.mention.span.end != end) continue;
    if (best == nullptr || draft.mention.span.begin < best->mention.span.begin) best = &draft;
  }
  return best;
}

void Linker::add_acronyms() {
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    tell_namesakes_apart(content_, text_, sentences_[i], drafts_);
    for (std::uint32_t at = 1; at < sentences_[i].words.size(); ++at) {
      if (is_bracketed_acronym(sentences_[i].words, at)) add_acronym(i, at);
    }
  }
}

// "Institute for Basin Studies (IBS)": the words before the bracket whose initials make the acronym.
void Linker::add_acronym(std::uint32_t sentence, std::uint32_t at) {
  const auto& words = sentences_[sentence].words;
  std::string letters = words[at].fold;
  std::uint32_t begin = at;
  while (begin > 0 && !letters.empty() && at - begin < 12 &&
         (begin == at || words[begin].before == 0 || words[begin].before == '-' || words[begin].before == '/')) {
    --begin;
    if (!words[begin].fold.empty() && words[begin].upper && words[begin].fold[0] == letters.back()) letters.pop_back();
  }
  if (!letters.empty()) begin = name_begin(words, at);
  const Draft* known = draft_ending_at(sentence, words[at - 1].span.end);
  const auto body = named_body(content_, {words.begin() + begin, words.begin() + at}, sentences_[sentence].day);
  // Other languages have other initials ("Central Bank of Peru (BCRP)"): then only what the tables know as one organ,
  // or what says of itself whose it is, is trusted.
  const bool is_organ = known != nullptr && known->mention.resolution && !known->mention.resolution->country.empty() &&
                        known->mention.kind == MentionKind::Actor &&
                        known->mention.resolution->actor.find('.') != std::string::npos;
  const bool is_whole = is_organ && known->mention.span.begin <= words[begin].span.begin;
  const bool is_told = body && !body->country.empty() && !is_whole;
  if (!letters.empty() && !is_organ && !is_told) return;
  if (!is_told && known != nullptr && known->mention.kind == MentionKind::Group) return;
  Draft draft;
  draft.sentence = sentence;
  draft.mention.kind = MentionKind::Actor;
  draft.mention.span = draft.mention.head = {words[begin].span.begin, words[at - 1].span.end};
  if (is_told) {
    draft.mention.resolution = body;
  } else if (known != nullptr && known->mention.resolution) {
    draft.mention.resolution = known->mention.resolution;
    draft.mention.span = known->mention.span;
  }
  const bool is_new = !is_covered(draft.mention.span);
  if (is_new && (is_told || !draft.mention.resolution)) drafts_.push_back(draft);
  define_acronym(words[at], draft);
}

// What the text says an acronym is outranks the tables, unless both are the same under two names.
void Linker::define_acronym(const Word& acronym, const Draft& meaning) {
  const auto table = std::find_if(drafts_.begin(), drafts_.end(),
                                  [&](const Draft& draft) { return draft.mention.span == acronym.span; });
  const bool is_known = table != drafts_.end() && table->mention.resolution;
  if (is_known && !is_another(table->mention.resolution->name, view(meaning.mention.span))) return;
  acronyms_[std::string(view(acronym.span))] = meaning;
}

void Linker::repeat_acronyms() {
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    for (const Word& word : sentences_[i].words) {
      if (word.all_upper && word.fold.size() >= 3) define_by_initials(i, word);
      const auto known = acronyms_.find(std::string(view(word.span)));
      if (known == acronyms_.end()) continue;
      redefine(word.span, known->second);
      if (is_covered(word.span)) continue;
      Draft draft = known->second;
      draft.sentence = i;
      draft.mention.span = draft.mention.head = word.span;
      drafts_.push_back(draft);
    }
  }
}

// "The Sudan Liberation Army attacked …; the SLA …": of the groups called so the one that the text has named in full.
void Linker::define_by_initials(std::uint32_t sentence, const Word& acronym) {
  if (acronyms_.contains(std::string(view(acronym.span)))) return;
  const auto full = std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
    if (!draft.mention.resolution || draft.sentence > sentence || draft.mention.span.begin > acronym.span.begin)
      return false;
    std::string initials;
    for (const Word& word : split_words(view(draft.mention.span))) {
      if (word.upper && !word.all_upper) initials += word.fold[0];
    }
    return initials == acronym.fold || (initials.size() == acronym.fold.size() + 1 && initials.ends_with(acronym.fold));
  });
  if (full != drafts_.end()) define_acronym(acronym, *full);
}

// What the tables made of a phrase that begins with an acronym, before the text's own meaning of it was known.
void Linker::redefine(Span acronym, const Draft& meaning) {
  std::optional<Resolution> old;
  for (const Draft& draft : drafts_) {
    if (draft.mention.span == acronym) old = draft.mention.resolution;
  }
  for (Draft& draft : drafts_) {
    Mention& mention = draft.mention;
    if (!mention.span.contains(acronym) || acronym.begin > mention.span.begin + 4) continue;
    const bool is_itself = mention.span == acronym;
    const bool is_of_it = meaning.mention.resolution && mention.resolution &&
                          (mention.resolution->country.empty() || (old && mention.resolution->actor == old->actor));
    if (!is_itself && !is_of_it) continue;
    const std::string person = mention.resolution ? mention.resolution->person : std::string();
    mention.resolution = meaning.mention.resolution;
    if (mention.resolution && !person.empty()) mention.resolution->person = person;
  }
}

}  // namespace demarche::actors
