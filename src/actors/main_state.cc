// SPDX-License-Identifier: Apache-2.0
#include "actors/main_state.h"

#include <algorithm>
#include <array>

#include "actors/grammar.h"

namespace demarche::actors {

namespace {

// "Residents", "trade unions", "state television"; not any journalist, who may come from anywhere.
bool is_of_the_country(const Role& role, std::string_view phrase) {
  if (role.sector == "CVL" || role.sector == "LAB" || role.sector == "REL" || role.sector == "REF") return true;
  const std::vector<Word> words = split_words(phrase);
  return role.sector == "MED" && std::any_of(words.begin(), words.end(), [](const Word& word) {
           return word.fold == "state" || word.fold == "official" || word.fold == "government";
         });
}

// Named at least three times and half as often again as any other.
std::string most_named(const std::map<std::string, int>& counts) {
  constexpr int kOften = 3;
  const auto less = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto top = std::max_element(counts.begin(), counts.end(), less);
  if (top == counts.end() || top->second < kOften) return {};
  const bool is_alone = std::all_of(counts.begin(), counts.end(), [&](const auto& each) {
    return each == *top || each.second * 3 <= top->second * 2;
  });
  return is_alone ? top->first : std::string();
}

// The state that speaks in a release: named by the heading, by its issuer, by the capital of the dateline. The capital
// in the address of an institute is nobody's.
std::string state_of_issuer(const Tables::Content& content, const Heading& heading) {
  if (!heading.state.empty() || !heading.issuer) return heading.state;
  const std::string& country = heading.issuer->mention.resolution->country;
  const bool is_organ = heading.issuer->role != nullptr && belongs_to_a_state(*heading.issuer->role);
  if (country.empty()) return is_organ ? heading.seat : std::string();
  return content.state(country) != nullptr ? country : std::string();
}

// "Chapter 3. Uganda", "UGANDA": a block that is no sentence.
bool is_section_heading(std::string_view block) {
  constexpr std::size_t kShort = 8;  // words
  while (!block.empty() && (block.back() == '\n' || block.back() == ' ' || block.back() == '*')) block.remove_suffix(1);
  if (block.empty() || split_words(block).size() > kShort) return false;
  constexpr std::string_view kEnds = ".?!:;,\"0123456789";
  return kEnds.find(block.back()) == std::string_view::npos && !block.ends_with("\u201D");
}

bool has_capital(std::string_view text, Span head) { return text[head.begin] >= 'A' && text[head.begin] <= 'Z'; }

}  // namespace

bool belongs_to_a_state(const Role& role) {
  constexpr std::array<std::string_view, 7> kSectors = {"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP"};
  return std::find(kSectors.begin(), kSectors.end(), role.sector) != kSectors.end() &&
         role.kind != RoleKind::Coalition && role.kind != RoleKind::Envoy;
}

// "The four governments", "both armies", those who meet those of other states; police and troops are plural and one
// state's.
bool is_of_many(std::string_view phrase) {
  constexpr std::array<std::string_view, 19> kMany = {
      "governments", "ministries", "armies",      "parliaments", "militaries", "navies",      "courts",
      "cabinets",    "mediators",  "negotiators", "delegates",   "envoys",     "delegations", "emissaries",
      "ambassadors", "presidents", "premiers",    "heads",       "diplomats"};
  const std::vector<Word> words = split_words(phrase);
  if (words.empty()) return false;
  const bool are_ministers =
      words.size() > 1 && words.back().fold == "ministers" && words[words.size() - 2].fold != "the";
  // "Opposition leaders" are the opposition's.
  const bool are_leaders =
      words.back().fold == "leaders" && (words.size() == 1 || words[words.size() - 2].fold == "the");
  return are_ministers || are_leaders || std::any_of(words.begin(), words.end(), [&](const Word& word) {
           return std::find(kMany.begin(), kMany.end(), word.fold) != kMany.end() || word.fold == "both" ||
                  word.fold == "two";
         });
}

MainState::MainState(const Tables::Content& content, std::string_view text, const std::vector<SentenceWords>& sentences,
                     const std::vector<Draft>& drafts, const Heading& heading)
    : content_(content),
      text_(text),
      sentences_(sentences),
      drafts_(drafts),
      heading_(state_of_issuer(content, heading)) {
  while (body_ < sentences.size() && sentences[body_].is_title) ++body_;
  for (const Draft& draft : drafts) {
    if (!draft.is_seat && draft.mention.resolution) named_.insert(draft.mention.resolution->country);
  }
  std::map<std::string, int> counts = heading.states;
  std::map<std::string, int> titled;
  std::map<std::string, std::uint32_t> told;  // up to where each was counted: a phrase and the adjective in it are one
  for (const Draft& draft : drafts) {
    if (!is_state(draft)) continue;
    const std::string& country = draft.mention.resolution->country;
    if (draft.mention.span.begin >= told[country]) ++counts[country];
    told[country] = std::max(told[country], draft.mention.span.end);
    sentences_of_[country].insert(draft.sentence);
    if (draft.sentence < body_) ++titled[country];
  }
  main_ = !heading_.empty() ? heading_ : titled.size() == 1 ? titled.begin()->first : most_named(counts);
  // A dateline that names its state says where the text plays, whoever is named most.
  const bool is_guess = heading_.empty() && titled.size() != 1;
  if (is_guess && !heading.home.empty() && heading.home != main_) main_.clear();
  is_titled_ = !heading_.empty() || titled.size() == 1;
  read_sections();
  home_ = !main_.empty() ? main_ : sentences_of_.contains(heading.seat) ? heading.seat : heading.home;
}

// A heading that names one state opens its chapter, any other one closes it.
void MainState::read_sections() {
  std::string section;
  for (std::uint32_t first = 0; first < sentences_.size();) {
    std::uint32_t end = first;
    while (end < sentences_.size() && sentences_[end].block == sentences_[first].block) ++end;
    const std::size_t begin = sentences_[first].span.begin, last = sentences_[end - 1].span.end;
    const std::string_view block = text_.substr(begin, text_.find('\n', last) - begin);
    if (first >= body_ && end < sentences_.size() && is_section_heading(block)) {
      std::set<std::string> named;
      for (const auto& [country, where] : sentences_of_)
        if (where.lower_bound(first) != where.lower_bound(end)) named.insert(country);
      section = named.size() == 1 ? *named.begin() : std::string();
    }
    sections_.resize(end, section);
    first = end;
  }
}

// There are several Tripolis: a town stands for its state only where the text names the state, too.
bool MainState::is_state(const Draft& draft) const {
  if (draft.is_seat && draft.mention.resolution && !named_.contains(draft.mention.resolution->country)) return false;
  return draft.mention.resolution && content_.state(draft.mention.resolution->country) != nullptr;
}

// "Fled to Rwanda", "gave it to Chad": where somebody goes or what he gives to is not who acts next.
bool MainState::is_reached(const Draft& draft) const {
  if (draft.mention.kind == MentionKind::Place) return true;
  const std::vector<Word>& words = sentences_[draft.sentence].words;
  const auto first = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return word.span.begin >= draft.mention.span.begin; });
  if (first == words.begin() || first == words.end()) return false;
  constexpr std::array<std::string_view, 6> kTowards = {"to", "from", "in", "into", "towards", "near"};
  return std::find(kTowards.begin(), kTowards.end(), (first - 1)->fold) != kTowards.end();
}

// The only state that the nearest sentence before, in the same paragraph, names. Of two, the one that is accused may be
// the one that answers. Within one sentence the state named is rather the other party: "Kenya accused the government".
std::string MainState::told_of_before(std::size_t index) const {
  constexpr std::uint32_t kReach = 3;  // sentences
  const Draft& draft = drafts_[index];
  const std::uint32_t block = sentences_[draft.sentence].block;
  std::uint32_t read = draft.sentence;
  std::string named;
  for (std::size_t back = index; back-- > 0;) {
    const Draft& earlier = drafts_[back];
    if (sentences_[earlier.sentence].block != block || draft.sentence - earlier.sentence > kReach) break;
    if (earlier.sentence == draft.sentence || !is_state(earlier) || is_reached(earlier)) continue;
    if (read != draft.sentence && earlier.sentence != read) break;
    read = earlier.sentence;
    const std::string& country = earlier.mention.resolution->country;
    if (!named.empty() && named != country) return {};
    named = country;
  }
  return named;
}

// The state whose capital opens the sentence: "In Lima the army …".
std::string MainState::capital_before(const Draft& draft) const {
  const std::vector<Word>& words = sentences_[draft.sentence].words;
  if (words.size() < 2 || words[0].fold != "in") return {};
  const Item town = item_at(content_, words, 1, static_cast<std::uint32_t>(words.size()), {}, Case::Strict);
  const bool is_capital = town.owner != nullptr && town.owner->sense == Sense::Seat && town.end < words.size() &&
                          words[town.end].span.begin <= draft.mention.span.begin;
  if (!is_capital) return {};
  const std::string& country = content_.actors[town.owner->index].country;
  return content_.state(country) != nullptr ? country : std::string();
}

// "Peru bombs a camp. The ministry protests": who answers what that state has done is the other one. "They blamed Peru.
// The ministry protests" is the same.
bool MainState::is_answer(std::size_t index, const std::string& state) const {
  const Draft& draft = drafts_[index];
  const std::vector<Word>& words = sentences_[draft.sentence].words;
  const auto next = std::find_if(words.begin(), words.end(),
                                 [&](const Word& word) { return word.span.begin >= draft.mention.span.end; });
  if (next == words.end() || next->before != 0 || !(content_.classes_of(next->fold) & kAnswerVerb)) return false;
  const Draft* first = nullptr;  // of the sentence that named the state
  for (std::size_t back = index; back-- > 0;) {
    const Draft& earlier = drafts_[back];
    if (earlier.sentence == draft.sentence || !earlier.mention.resolution) continue;
    if (first != nullptr && earlier.sentence != first->sentence) break;
    first = &earlier;
  }
  return first != nullptr && sentences_of_.size() > 1 && first->mention.resolution->country == state;
}

// "Its spokesman", "our generals": whose they are the text says, and not that it is the state's.
bool MainState::is_owned_in_words(const Draft& draft) const {
  const std::vector<Word>& words = sentences_[draft.sentence].words;
  const auto first = std::find_if(words.begin(), words.end(),
                                  [&](const Word& word) { return word.span.begin >= draft.mention.span.begin; });
  if (first == words.end()) return false;
  constexpr std::array<std::string_view, 7> kPossessives = {"its", "their", "his", "her", "our", "your", "my"};
  if (std::find(kPossessives.begin(), kPossessives.end(), first->fold) != kPossessives.end()) return true;
  // "the Commonwealth secretariat": a name that no table knows.
  for (auto word = first + 1; word < words.end() && word->span.end <= draft.mention.head.begin; ++word) {
    const bool is_name = word->upper && draft.name.empty() && !(content_.classes_of(word->fold) & (kTitle | kFunction));
    if (is_name && item_at(content_, words, static_cast<std::uint32_t>(word - words.begin()),
                           static_cast<std::uint32_t>(words.size()), {}, Case::Strict)
                       .is_word())
      return true;
  }
  return false;
}

// Within one sentence the state named is rather the other party: "The ministry accused Peru."
bool MainState::is_named_elsewhere(const std::string& country, std::uint32_t sentence) const {
  if (country.empty() || country == heading_) return !country.empty();
  const auto named = sentences_of_.find(country);
  return named != sentences_of_.end() && (named->second.size() > 1 || !named->second.contains(sentence));
}

// People and their press live in the country that the text is about, whoever acted in the sentence before.
std::string MainState::country_of(const Draft& draft) const {
  const bool is_open = draft.mention.resolution && draft.mention.resolution->country.empty() && !draft.is_adjective;
  return is_open && !is_owned_in_words(draft) && !is_elsewhere(draft) ? home_ : std::string();
}

// "A shopkeeper in Yeed": of a place that no table knows, within the phrase or just behind it.
bool MainState::is_elsewhere(const Draft& draft) const {
  const std::vector<Word>& words = sentences_[draft.sentence].words;
  for (std::size_t at = 1; at + 1 < words.size(); ++at) {
    if (words[at].span.begin <= draft.mention.span.begin) continue;
    const bool is_behind = words[at].span.begin >= draft.mention.span.end;
    if (is_behind && words[at - 1].span.end > draft.mention.span.end) return false;
    if ((content_.classes_of(words[at].fold) & kPreposition) && words[at].before == 0 && words[at + 1].upper)
      return true;
  }
  return false;
}

// "The command in Tiraspol", "officials in Peshawar": of a town that is no capital the tables do not know whose it is.
bool MainState::stands_elsewhere(const Draft& draft) const {
  const std::vector<Word>& words = sentences_[draft.sentence].words;
  const auto next = std::find_if(words.begin(), words.end(),
                                 [&](const Word& word) { return word.span.begin >= draft.mention.head.end; });
  if (next == words.end() || next + 1 == words.end() || next->before != 0 || !(next + 1)->upper) return false;
  constexpr std::array<std::string_view, 4> kPlaced = {"in", "at", "near", "outside"};
  if (std::find(kPlaced.begin(), kPlaced.end(), next->fold) == kPlaced.end()) return false;
  return item_at(content_, words, static_cast<std::uint32_t>(next + 1 - words.begin()),
                 static_cast<std::uint32_t>(words.size()), {}, Case::Strict)
      .is_word();
}

std::string MainState::owner_of(std::size_t index) const {
  const Draft& draft = drafts_[index];
  if (draft.role != nullptr && is_of_the_country(*draft.role, view(draft))) return country_of(draft);
  if (draft.role == nullptr || !belongs_to_a_state(*draft.role) || draft.is_adjective) return {};
  if (is_of_many(view(draft))) return {};
  if (!draft.mention.resolution || !draft.mention.resolution->country.empty()) return {};
  if (is_owned_in_words(draft) || opens_turn(text_, draft.mention.span)) return {};
  // In a release "the Government" with a capital is the issuer's own.
  const bool is_own = !heading_.empty() && has_capital(text_, draft.mention.head);
  if (is_own && draft.role->kind == RoleKind::Organ) return heading_;
  return state_of_organ(index);
}

std::string MainState::state_of_organ(std::size_t index) const {
  const Draft& draft = drafts_[index];
  if (stands_elsewhere(draft)) return {};
  // Ministers and officials travel, ministries and armies do not.
  if (const std::string there = capital_before(draft); !there.empty() && there != main_) {
    const bool is_at_home =
        draft.role->kind == RoleKind::Organ || (draft.role->kind != RoleKind::Generic && named_.contains(there));
    return is_at_home ? there : std::string();
  }
  const std::string& section = sections_[draft.sentence];
  const std::string titled = !section.empty() ? section : is_titled_ ? main_ : std::string();
  const std::string before = told_of_before(index);
  if (!before.empty() && before != titled) {
    const bool is_rivals = before != main_ && is_answer(index, before);
    return !titled.empty() || is_rivals ? std::string() : before;
  }
  if (!section.empty()) return section;
  if (main_.empty() && draft.role->sector == "COP") return home_;
  return is_named_elsewhere(main_, draft.sentence) ? main_ : std::string();
}

}  // namespace demarche::actors
