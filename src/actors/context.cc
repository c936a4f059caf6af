// SPDX-License-Identifier: Apache-2.0
#include "actors/context.h"

#include <algorithm>
#include <array>
#include <set>

#include "actors/compose.h"
#include "actors/link.h"
#include "actors/main_state.h"
#include "actors/scan.h"
#include "actors/seats.h"

namespace demarche::actors {

namespace {

// Where a word stands: sentence and number within it.
struct Place {
  std::uint32_t sentence = 0, begin = 0, end = 0;
};

bool ends_sentence(std::string_view gap, const Word& next) {
  return next.upper && gap.find_first_of(".!?") != std::string_view::npos;
}

std::vector<SentenceWords> sentences_of(std::string_view text, std::optional<Day> day) {
  std::vector<SentenceWords> sentences;
  std::uint32_t before = 0;
  for (Word& word : split_words(text)) {
    const bool begins = sentences.empty() || ends_sentence(text.substr(before, word.span.begin - before), word);
    before = word.span.end;
    if (begins) {
      word.before = 0;
      sentences.push_back({{word.span.begin, word.span.end}, 0, {}, day, false, false});
    }
    sentences.back().span.end = word.span.end;
    sentences.back().words.push_back(std::move(word));
  }
  return sentences;
}

std::optional<Place> find_phrase(const std::vector<SentenceWords>& sentences, const std::vector<Word>& phrase) {
  // "the army" may begin its sentence.
  const auto is_same = [&](const Word& a, const Word& b) {
    return a.fold == b.fold && (a.upper == b.upper || (&b == phrase.data() && !b.upper));
  };
  std::optional<Place> within_name;  // "Lahti" where the full name stands
  for (std::uint32_t i = 0; i < sentences.size() && !phrase.empty(); ++i) {
    const auto& words = sentences[i].words;
    for (auto from = words.begin();; ++from) {
      from = std::search(from, words.end(), phrase.begin(), phrase.end(), is_same);
      if (from == words.end()) break;
      const auto begin = static_cast<std::uint32_t>(from - words.begin());
      const Place place{i, begin, begin + static_cast<std::uint32_t>(phrase.size())};
      const bool is_end = phrase.size() == 1 && begin > 0 && words[begin].before == 0 && words[begin - 1].upper;
      if (!is_end) return place;
      if (!within_name) within_name = place;
    }
  }
  return within_name;
}

bool has_country(const std::optional<Resolution>& found) { return found && !found->country.empty(); }

class ContextReader {
 public:
  ContextReader(const Tables::Content& content, const PhraseReading& alone, std::optional<Day> day,
                std::string_view text)
      : content_(content), alone_(alone), day_(day), text_(text), sentences_(sentences_of(text, day)) {}

  std::optional<Resolution> read(const std::vector<Word>& phrase) {
    const auto found = find_phrase(sentences_, phrase);
    if (!found) return alone_.resolution;
    at_ = *found;
    link();
    if (auto defined = as_defined()) return defined;
    if (is_anybodys_name()) return {};
    if (has_country(alone_.resolution) || is_place()) return alone_.resolution;
    if (auto linked = as_linked()) return linked;
    if (auto explained = as_explained(); has_country(explained)) return explained;
    if (auto body = as_part_of_body()) return body;
    if (auto owned = as_only_states()) return owned;
    return alone_.resolution;
  }

 private:
  const std::vector<Word>& words() const { return sentences_[at_.sentence].words; }
  Span span() const { return {words()[at_.begin].span.begin, words()[at_.end - 1].span.end}; }
  std::uint32_t classes(const Word& word) const { return content_.classes_of(word.fold); }

  void link() {
    const Scanner scanner(content_, text_);
    for (std::uint32_t i = 0; i < sentences_.size(); ++i) scanner.scan(sentences_[i], i, drafts_);
    const bool is_known =
        std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) { return draft.mention.span == span(); });
    // A bare surname is left to the linking, which knows the full name before it.
    const bool is_surname = !alone_.resolution && at_.end == at_.begin + 1 && alone_.frame.names.size() == 1;
    if (!is_known && !is_surname) {
      if (auto draft = scanner.draft_of(sentences_[at_.sentence], at_.sentence, span())) drafts_.push_back(*draft);
    }
    Linker(content_, text_, sentences_, heading_, chains_, drafts_).link();
  }

  // A town where things happen is nobody, whatever its sentences tell.
  bool is_place() const {
    if (alone_.resolution || alone_.frame.owner == nullptr || alone_.frame.role != nullptr) return false;
    return alone_.frame.owner->sense == Sense::Seat || alone_.frame.owner->sense == Sense::Name;
  }

  // "Ortega carried the water", "José Santos mended the net", "Hamid Karzai Nuri": a surname that office holders of
  // several states have, a name from which one of theirs has more words, and one that goes on, is theirs only where its
  // sentences speak of some actor at all.
  bool is_anybodys_name() const {
    const Frame& frame = alone_.frame;
    if (frame.persons.empty() || frame.role != nullptr) return false;
    const bool is_surname = at_.end == at_.begin + 1;
    const bool is_short =
        std::all_of(frame.persons.begin(), frame.persons.end(), [](const Alias* alias) { return alias->is_bulk; });
    if (is_surname ? !has_several_bearers(words()[at_.begin].fold) : !is_short && frame.names.empty()) return false;
    return std::none_of(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
      return !span().contains(draft.mention.span) && (draft.role != nullptr || has_country(draft.mention.resolution));
    });
  }

  bool has_several_bearers(const std::string& surname) const {
    const auto found = content_.surnames.find(surname);
    if (found == content_.surnames.end()) return false;
    constexpr std::size_t kSeveral = 3;  // persons, of two states at least
    std::set<std::string> states, names;
    for (const std::uint32_t person : found->second) {
      const std::string& office = content_.persons[person].terms.front().office;
      const std::string country = office.substr(0, office.find('.'));
      names.insert(fold_phrase(content_.persons[person].name));
      if (content_.state(country) != nullptr) states.insert(country);
    }
    return states.size() > 1 && names.size() >= kSeveral;
  }

  // "ADF fighters" where the text itself says what ADF is.
  std::optional<Resolution> as_defined() const {
    std::uint32_t first = at_.begin;
    while (first + 1 < at_.end && (classes(words()[first]) & kDeterminer)) ++first;
    if (!words()[first].all_upper || !is_introduced(words()[first])) return {};
    for (std::uint32_t at = first + 1; at < at_.end; ++at) {
      if (words()[at].upper || (classes(words()[at]) & (kPreposition | kParticiple))) return {};
    }
    const auto draft = std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& each) {
      return each.mention.span == words()[first].span && has_country(each.mention.resolution);
    });
    return draft == drafts_.end() ? std::nullopt : draft->mention.resolution;
  }

  // In brackets, or by the full name whose initials it has.
  bool is_introduced(const Word& acronym) const {
    return std::any_of(sentences_.begin(), sentences_.end(), [&](const SentenceWords& sentence) {
      std::string initials;
      for (const Word& word : sentence.words) {
        if (word.before == '(' && word.fold == acronym.fold) return true;
        if (word.span.begin >= acronym.span.begin) break;
        if (word.upper && !word.all_upper) initials += word.fold[0];
      }
      return acronym.fold.size() >= 3 && initials.find(acronym.fold) != std::string::npos;
    });
  }

  // What the linking of the whole text made of the phrase, or of the longer one whose head it holds.
  std::optional<Resolution> as_linked() const {
    const Draft* wider = nullptr;
    for (const Draft& draft : drafts_) {
      if (!has_country(draft.mention.resolution)) continue;
      if (draft.mention.span == span()) return draft.mention.resolution;
      const bool is_wider = draft.mention.span.contains(span()) && span().contains(draft.mention.head) &&
                            draft.mention.kind != MentionKind::Place;
      if (is_wider && !is_visitor(draft) &&
          (wider == nullptr || draft.mention.span.size() < wider->mention.span.size()))
        wider = &draft;
    }
    return wider == nullptr ? std::nullopt : wider->mention.resolution;
  }

  // "An expert in Mali", "refugees in Chad": who is somewhere need not be from there.
  bool is_visitor(const Draft& wider) const {
    constexpr std::array<std::string_view, 6> kVisitors = {"REF", "EDU", "JRN", "MED", "NGO", "UNK"};
    if (alone_.frame.role == nullptr) return false;
    const std::string& sector = content_.roles[alone_.frame.role->index].sector;
    if (std::find(kVisitors.begin(), kVisitors.end(), sector) == kVisitors.end()) return false;
    return at_.end < words().size() && words()[at_.end].span.begin < wider.mention.span.end &&
           (classes(words()[at_.end]) & kLocative);
  }

  // "Demos, the Slovene opposition alliance," is what its apposition says.
  std::optional<Resolution> as_explained() const {
    if (!words()[at_.begin].upper && !words()[at_.end - 1].upper) return {};
    if (at_.end + 1 >= words().size() || words()[at_.end].before != ',') return {};
    const auto count = static_cast<std::uint32_t>(words().size());
    const bool is_title = item_at(content_, words(), at_.end, count, day_, Case::Strict).role != nullptr;
    if (!is_title && !(classes(words()[at_.end]) & kDeterminer)) return {};
    std::uint32_t end = at_.end + 1;
    while (end < words().size() && !is_break(words()[end].before)) ++end;
    const std::vector<Word> whole(words().begin() + at_.begin, words().begin() + end);
    return read_phrase(content_, text_, whole, day_, words()).resolution;
  }

  // "Aino Lahti of Amnesty International": a person of a body, not of a state.
  std::optional<Resolution> as_part_of_body() const {
    const bool is_name = !alone_.resolution && alone_.frame.names.size() > 1 && alone_.frame.role == nullptr;
    if (!is_name || at_.end + 1 >= words().size() || words()[at_.end].before != 0) return {};
    if (words()[at_.end].fold != "of") return {};
    const std::uint32_t body = classes(words()[at_.end + 1]) & kDeterminer ? at_.end + 2 : at_.end + 1;
    for (const Draft& draft : drafts_) {
      const bool is_there = body < words().size() && draft.mention.head.begin >= words()[at_.end].span.end &&
                            draft.mention.span.begin <= words()[body].span.begin &&
                            draft.mention.span.end > words()[body].span.begin;
      const bool is_body = is_there && has_country(draft.mention.resolution) && !draft.is_adjective &&
                           draft.mention.resolution->actor.find('.') != std::string::npos;
      if (!is_body) continue;
      Resolution found = *draft.mention.resolution;
      found.person = std::string(text_.substr(span().begin, span().size()));
      found.score = std::min(0.6f, found.score);
      return found;
    }
    return {};
  }

  // "In Lusaka police broke up a prayer."
  std::optional<Resolution> as_only_states() const {
    if (!alone_.resolution || alone_.frame.role == nullptr || alone_.frame.is_former) return {};
    const Role& role = content_.roles[alone_.frame.role->index];
    if (!belongs_to_a_state(role) || is_anybodys(role)) return {};
    const std::string country = only_state(is_any(role));
    if (country.empty()) return {};
    Resolution owned = Composer(content_, text_, words(), day_).office_of(country, role, alone_.resolution->person);
    owned.rule = "only state of the sentence: " + country + " + " + role.where;
    owned.score = 0.5f;
    return owned;
  }

  // "A court", "a spokesman": of the state that the sentence has named as its place, not of any that it names.
  bool is_any(const Role& role) const {
    const auto is_article = [](const Word& word) { return word.fold == "a" || word.fold == "an"; };
    const bool has_article = is_article(words()[at_.begin]) || (at_.begin > 0 && is_article(words()[at_.begin - 1]));
    return has_article && (role.kind == RoleKind::Generic || role.sector == "JUD");
  }

  // Protesters, "both armies", "its army", "soldiers" without article: not the state's as such.
  bool is_anybodys(const Role& role) const {
    const Word& first = words()[at_.begin];
    const Word& last = words()[at_.end - 1];
    if (!alone_.frame.possessor.empty()) return true;  // "the Hague tribunal"
    if (is_of_many(text_.substr(span().begin, span().size()))) return true;
    const bool is_plain = alone_.frame.names.empty() && alone_.frame.persons.empty();
    if (is_plain && (last.fold == "captain" || last.fold == "captains")) return true;  // ships have one, too
    if (role.sector == "OPP") return last.fold != "opposition";
    constexpr std::array<std::string_view, 7> kOwned = {"its", "their", "his", "her", "our", "your", "my"};
    const std::string before = at_.begin > 0 ? words()[at_.begin - 1].fold : std::string();
    const auto is_owned = [&](const std::string& word) {
      return std::find(kOwned.begin(), kOwned.end(), word) != kOwned.end();
    };
    if (is_owned(before) || is_owned(first.fold)) return true;
    if ((classes(first) & kPairWord) || (first.fold[0] >= '0' && first.fold[0] <= '9')) return true;
    const bool is_definite = before == "the" || first.fold == "the";
    return role.sector == "MIL" && is_plain && !is_definite;
  }

  // Named as owner, adjective or people, or as the place of what is told; a town only where no state is named. Nothing
  // for several, and where the state is rather the other party: "Kenya accused the army".
  std::string only_state(bool is_named_before) const {
    std::set<std::string> named, towns;
    for (std::uint32_t i = 0; i < sentences_.size(); ++i) {
      const auto& sentence = sentences_[i].words;
      const auto count = static_cast<std::uint32_t>(sentence.size());
      for (std::uint32_t at = 0; at < count;) {
        const Item item = item_at(content_, sentence, at, count, day_, Case::Strict);
        at = item.end;
        if (item.owner == nullptr || !is_meant(i, item)) continue;
        const std::string& country = content_.actors[item.owner->index].country;
        if (content_.state(country) == nullptr) continue;
        if (is_other_party(i, item)) return {};
        const bool is_before = i < at_.sentence || (i == at_.sentence && item.begin < at_.begin);
        const bool is_town = item.owner->sense == Sense::Seat || item.owner->sense == Sense::Town;
        if (is_named_before && (!is_before || is_town)) continue;
        (is_town ? towns : named).insert(country);
      }
    }
    if (named.size() > 1 || (named.empty() && towns.size() != 1)) return {};
    return named.empty() ? *towns.begin() : *named.begin();
  }

  // Neither part of a longer name nor where somebody is going.
  bool is_meant(std::uint32_t sentence, const Item& item) const {
    const auto& all = sentences_[sentence].words;
    const auto is_strange = [&](std::uint32_t at) {
      return all[at].upper && !(classes(all[at]) & (kFunction | kTitle | kHonorific | kDeterminer | kPreposition)) &&
             item_at(content_, all, at, static_cast<std::uint32_t>(all.size()), day_, Case::Strict).is_word();
    };
    if (item.owner->sense == Sense::Demonym || item.owner->sense == Sense::People) return true;
    if (item.begin > 1 && all[item.begin].before == 0 && !all[item.begin - 1].possessive && is_strange(item.begin - 1))
      return false;
    if (item.end < all.size() && all[item.end].before == 0 && !all[item.end - 1].possessive && is_strange(item.end))
      return false;
    constexpr std::array<std::string_view, 13> kTowards = {"to",      "from",    "into", "towards", "for",
                                                           "between", "near",    "off",  "beyond",  "behind",
                                                           "left",    "outside", "past"};
    return item.begin == 0 || std::find(kTowards.begin(), kTowards.end(), all[item.begin - 1].fold) == kTowards.end();
  }

  bool is_other_party(std::uint32_t sentence, const Item& item) const {
    if (sentence != at_.sentence) return false;
    // "Colonel Lima stood beside the Peruvian minister": whose the other one is says nothing of him.
    const bool is_person = !alone_.frame.names.empty() || !alone_.frame.persons.empty();
    if (is_person && item.owner->sense == Sense::Demonym && item.begin >= at_.end) return true;
    if (item.begin >= at_.begin || item.owner->sense != Sense::Name) return false;
    const auto& all = sentences_[sentence].words;
    if (all[item.end - 1].possessive || (item.begin > 0 && (classes(all[item.begin - 1]) & kPreposition))) return false;
    return !stands_for_place(content_, all, item.begin, item.end, NameOf::State);
  }

  const Tables::Content& content_;
  const PhraseReading& alone_;
  std::optional<Day> day_;
  std::string_view text_;
  std::vector<SentenceWords> sentences_;
  std::vector<Draft> drafts_;
  Heading heading_;
  Chains chains_;
  Place at_;
};

}  // namespace

std::optional<Resolution> read_in_context(const Tables::Content& content, const PhraseReading& alone,
                                          const std::vector<Word>& phrase, std::optional<Day> day,
                                          std::string_view context) {
  return ContextReader(content, alone, day, context).read(phrase);
}

}  // namespace demarche::actors
