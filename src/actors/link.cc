// SPDX-License-Identifier: Apache-2.0
#include "actors/link.h"

#include <algorithm>
#include <array>

#include "actors/anaphors.h"

namespace demarche::actors {

namespace {

bool is_each_noun(const std::string& word) {
  return word == "country" || word == "side" || word == "government" || word == "state";
}

bool is_state_noun(const std::string& word) {
  static constexpr std::array<std::string_view, 11> kNouns = {"partners",   "countries", "sides",      "governments",
                                                              "nations",    "capitals",  "states",     "parties",
                                                              "neighbours", "neighbors", "delegations"};
  return std::find(kNouns.begin(), kNouns.end(), word) != kNouns.end();
}

}  // namespace

std::string without_determiner(const Tables::Content& content, std::string_view text) {
  std::string key;
  for (const Word& word : split_words(text)) {
    if (key.empty() && (content.classes_of(word.fold) & kDeterminer)) continue;
    if (!key.empty()) key += ' ';
    key += word.fold;
  }
  return key;
}

void sort_drafts(std::vector<Draft>& drafts) {
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    const Span left = a.mention.span, right = b.mention.span;
    return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
  });
}

void Linker::link() {
  add_acronyms();
  sort_drafts(drafts_);
  affiliate_persons();
  join_parts_of_names();
  learn_persons();
  add_surnames();
  repeat_acronyms();
  add_pairs();
  sort_drafts(drafts_);
  name_officials();
  adopt_owners();
  resolve_definites(text_, drafts_);
  adopt_only_group(drafts_);
  resolve_works(content_, sentences_, drafts_);
  adopt_antecedents(text_, chains_, drafts_);
  adopt_main_state();
  adopt_issuer();
  adopt_wider();
  name_participants();
  sort_drafts(drafts_);
  number_entities();
  const std::vector<int> entities = join_chains(content_, chains_, sentences_, drafts_);
  sort_drafts(drafts_);
  add_pronouns(content_, chains_, entities, sentences_, drafts_);
  for (const std::size_t i : adopt_possessors(content_, text_, sentences_, drafts_)) number(drafts_[i]);
  sort_drafts(drafts_);
}

// "Ahmed Chaudhry" at the end of "Aizaz Ahmed Chaudhry" is he, and not whom the tables know by the shorter name.
void Linker::join_parts_of_names() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& part = drafts_[i];
    if (part.name.empty()) continue;
    for (std::size_t back = i; back-- > 0 && drafts_[back].sentence == part.sentence;) {
      const Draft& whole = drafts_[back];
      const bool ends_it = whole.mention.span.contains(part.mention.span) && whole.mention.span != part.mention.span &&
                           whole.mention.span.end == part.mention.span.end;
      if (!ends_it || whole.name.size() <= part.mention.span.size() || whole.name == part.name) continue;
      part.name = whole.name;
      part.mention.resolution = whole.mention.resolution;
      break;
    }
  }
}

// Every name to its person; what one mention says of the office holds for the others.
void Linker::learn_persons() {
  for (const Draft& introduced : heading_.persons) people_.add(introduced.name, introduced.mention.resolution);
  for (Draft& draft : drafts_) name_by_surname(draft);
  for (Draft& draft : drafts_) {
    if (draft.name.empty()) continue;
    const int person = people_.add(draft.name, draft.mention.resolution);
    for (const Word& word : split_words(view(draft.mention.span))) {
      if (content_.classes_of(word.fold) & kTitle) people_.at(person).titles.push_back(word.fold);
    }
  }
  for (Draft& draft : drafts_) {
    if (draft.name.empty()) continue;
    const int person = people_.add(draft.name, {});
    const DocumentPerson& known = people_.at(person);
    const bool knows_less =
        !draft.mention.resolution || (draft.mention.resolution->country.empty() && known.resolution);
    if (knows_less) draft.mention.resolution = known.resolution;
    if (draft.mention.resolution && draft.mention.resolution->person.size() < known.name.size())
      draft.mention.resolution->person = known.name;
  }
}

// "MAJ. KIPROTICH", "LAHTI-KOSKI" before a colon, of whom the head of the text told.
void Linker::name_by_surname(Draft& draft) const {
  if (!draft.name.empty() || draft.mention.resolution || draft.mention.kind == MentionKind::Place) return;
  const std::string_view phrase = view(draft.mention.span);
  const std::vector<Word> words = split_words(phrase);
  std::string surname;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    const bool is_abbreviated = word->span.end < phrase.size() && phrase[word->span.end] == '.';
    const bool is_title = is_abbreviated || (content_.classes_of(word->fold) & (kTitle | kHonorific));
    const bool is_joined = surname.empty() || (word - 1)->before == '-';
    if (!is_joined && !is_title) return;
    if (is_joined) surname = word->fold + (surname.empty() ? "" : "-" + surname);
  }
  const int person = people_.by_surname(surname);
  if (person < 0) return;
  draft.name = people_.at(person).name;
  draft.mention.kind = MentionKind::Person;
  draft.mention.resolution = people_.at(person).resolution;
}

bool Linker::is_covered(Span span) const {
  return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
    return draft.mention.head.contains(span) || draft.mention.span == span;
  });
}

// A bare surname after the full name.
void Linker::add_surnames() {
  std::vector<Draft> added;
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    const auto& words = sentences_[i].words;
    for (std::uint32_t at = 0; at < words.size(); ++at) {
      if (!words[at].upper || words[at].fold.size() < 3 || words[at].before == '-') continue;
      if (content_.classes_of(words[at].fold) & (kFunction | kPreposition | kModifier | kTitle | kHonorific)) continue;
      const int person = people_.by_surname(words[at].fold);
      if (person < 0 || is_covered(words[at].span)) continue;
      const bool in_other_name = at > 0 && words[at].before == 0 && words[at - 1].upper && at > 1 &&
                                 !words[at - 1].possessive &&
                                 !(content_.classes_of(words[at - 1].fold) & (kFunction | kTitle | kHonorific));
      if (in_other_name) continue;
      Draft draft;
      draft.sentence = i;
      draft.mention.span = draft.mention.head = words[at].span;
      draft.mention.kind = MentionKind::Person;
      draft.name = people_.at(person).name;
      draft.mention.resolution = people_.at(person).resolution;
      if (draft.mention.resolution && draft.mention.resolution->person.empty())
        draft.mention.resolution->person = draft.name;
      added.push_back(draft);
    }
  }
  drafts_.insert(drafts_.end(), added.begin(), added.end());
}

// "both countries", "the two sides": a group that names no single actor.
void Linker::add_pairs() {
  for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
    const auto& words = sentences_[i].words;
    for (std::uint32_t at = 1; at < words.size(); ++at) {
      const bool each = words[at - 1].fold == "each" && is_each_noun(words[at].fold);
      if ((!each && !is_state_noun(words[at].fold)) || words[at].before != 0) continue;
      bool pair = each || content_.classes_of(words[at - 1].fold) & kPairWord;
      const bool sides = words[at].fold == "sides" && words[at - 1].fold == "the";
      std::uint32_t begin = at - 1;
      const bool both_the =
          words[at - 1].fold == "the" && at > 1 && (content_.classes_of(words[at - 2].fold) & kPairWord);
      if (both_the) pair = true, begin = at - 2;
      if (pair && begin > 0 && words[begin - 1].fold == "the" && words[begin].before == 0) --begin;
      if (!pair && !sides) continue;
      Draft draft;
      draft.sentence = i;
      draft.mention.span = {words[begin].span.begin, words[at].span.end};
      draft.mention.head = words[at].span;
      draft.mention.kind = MentionKind::Group;
      draft.is_plural = !each;
      std::erase_if(drafts_, [&](const Draft& old) {
        return old.mention.span.overlaps(draft.mention.span) && draft.mention.span.contains(old.mention.span);
      });
      drafts_.push_back(draft);
    }
  }
}

// "the ambassador" after "Ambassador Aino Lahti" is she.
void Linker::name_officials() {
  std::vector<int> persons;  // of each draft that names one, -1 for the others
  for (const Draft& draft : drafts_) persons.push_back(draft.name.empty() ? -1 : people_.add(draft.name, {}));
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (!draft.is_office || !draft.name.empty() || !draft.mention.resolution) continue;
    const std::string noun = fold_word(view(draft.mention.head));
    for (std::size_t back = i; back-- > 0;) {
      if (persons[back] < 0) continue;
      const DocumentPerson& person = people_.at(persons[back]);
      if (std::find(person.titles.begin(), person.titles.end(), noun) == person.titles.end()) continue;
      const std::string& country = draft.mention.resolution->country;
      if (!country.empty() && (!person.resolution || person.resolution->country != country)) continue;
      const bool definite =
          fold_word(view(
              {draft.mention.span.begin, draft.mention.span.begin + std::min(3u, draft.mention.span.size())})) == "the";
      if (!definite && country.empty()) break;
      draft.name = person.name;
      persons[i] = persons[back];
      if (country.empty() && person.resolution) draft.mention.resolution = person.resolution;
      draft.mention.resolution->person = person.name;
      break;
    }
  }
}

std::string Linker::key_of(const Draft& draft) {
  if (!draft.name.empty()) return "person " + std::to_string(people_.add(draft.name, {}));
  const std::string words = without_determiner(content_, view(draft.mention.span));
  if (draft.mention.resolution) {
    const Resolution& found = *draft.mention.resolution;
    if (!found.person.empty()) return "person " + std::to_string(people_.add(found.person, {}));
    // A group that governs is not the government that it displaced.
    if (found.sector == "GOV" && found.sector2 == "REB") return "actor " + found.actor + " " + found.name;
    return found.country.empty() && found.actor.starts_with('.') ? "typed " + words : "actor " + found.actor;
  }
  const auto acronym = acronyms_.find(std::string(view(draft.mention.span)));
  if (acronym != acronyms_.end()) return "name " + without_determiner(content_, view(acronym->second.mention.span));
  return (draft.mention.kind == MentionKind::Place ? "place " : "name ") + words;
}

void Linker::number(Draft& draft) {
  draft.mention.entity = entities_.emplace(key_of(draft), static_cast<int>(entities_.size())).first->second;
}

void Linker::number_entities() {
  for (Draft& draft : drafts_) number(draft);
}

}  // namespace demarche::actors
