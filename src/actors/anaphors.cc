// SPDX-License-Identifier: Apache-2.0
#include "actors/anaphors.h"

#include <algorithm>
#include <map>

#include "actors/compose.h"
#include "actors/main_state.h"

namespace demarche::actors {

namespace {

constexpr std::uint32_t kReach = 8;  // sentences
constexpr float kScore = 0.5f;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_possessive(std::string_view word) { return is_one_of(word, {"his", "her", "its", "their", "our", "my"}); }

bool means_armed_group(std::string_view noun) {
  return is_one_of(noun, {"group", "movement", "rebels", "insurgents", "guerrillas", "militia", "militants", "faction",
                          "front", "rebellion", "insurgency", "separatists"});
}

bool means_party(std::string_view noun) { return noun == "party" || noun == "bloc" || noun == "alliance"; }

bool is_armed(const Resolution& found) {
  return found.sector == "REB" || found.sector == "UAF" || found.sector == "PRM";
}

bool is_party(const Resolution& found) { return found.sector == "PTY" || found.sector == "OPP"; }

// Resolved to somebody in particular: of a country or an organisation, not "gunmen".
bool is_somebody(const Resolution& found) { return !found.country.empty() && !found.actor.starts_with('.'); }

// "council" of "the United Nations Security Council", "front" of "Popular Front for the Liberation of Oman".
bool is_headed_by(std::string_view name, std::string_view noun) {
  std::string head;
  for (const Word& word : split_words(name)) {
    if (word.before == '(' || word.fold == "of" || word.fold == "for") break;
    head = word.fold;
  }
  return head == noun && noun != "state" && noun != "states";
}

class Definites {
 public:
  Definites(std::string_view text, std::vector<Draft>& drafts) : text_(text), drafts_(drafts) {}

  void resolve() {
    for (std::size_t i = 0; i < drafts_.size(); ++i) {
      Draft& draft = drafts_[i];
      if (draft.mention.resolution && is_somebody(*draft.mention.resolution)) continue;
      if (const Draft* full = longer_name(i)) {
        draft.mention.resolution = full->mention.resolution;
        draft.mention.resolution->rule += " (its short name)";
        continue;
      }
      const std::string noun = noun_of(draft);
      if (noun.empty()) continue;
      const Draft* found = last_of(i, noun);
      if (found == nullptr) continue;
      draft.mention.resolution = found->mention.resolution;
      draft.mention.resolution->person = draft.name;
      draft.mention.resolution->score = std::min(kScore, draft.mention.resolution->score);
      draft.mention.resolution->rule += " (the " + noun + " before)";
      draft.is_plural |= found->is_plural;
      if (draft.mention.kind == MentionKind::Other) draft.mention.kind = found->mention.kind;
    }
  }

 private:
  std::string_view view(Span span) const { return text_.substr(span.begin, span.size()); }

  // The noun of "the group" and of "a spokesman for the group"; empty for any other phrase.
  std::string noun_of(const Draft& draft) const {
    const std::vector<Word> words = split_words(view(draft.mention.span));
    if (words.size() == 2 && words[0].fold == "the") return words[1].fold;
    const bool is_person = draft.role != nullptr && draft.role->kind == RoleKind::Generic;
    for (std::size_t at = 1; is_person && at + 2 < words.size(); ++at) {
      const bool points = is_one_of(words[at].fold, {"of", "for", "from"}) && words[at + 1].fold == "the";
      if (points && (at + 3 == words.size() || words[at + 3].before != 0)) return words[at + 2].fold;
    }
    return {};
  }

  // "The Salvation Front" after "the Islamic Salvation Front": two words in capitals or more that end or open the
  // whole name of an actor named before.
  const Draft* longer_name(std::size_t index) const {
    const Draft& draft = drafts_[index];
    std::vector<Word> words = split_words(view(draft.mention.span));
    if (!words.empty() && words[0].fold == "the") words.erase(words.begin());
    const bool is_name = words.size() > 1 && draft.name.empty() && draft.mention.kind != MentionKind::Place &&
                         std::all_of(words.begin(), words.end(), [](const Word& word) { return word.upper; });
    if (!is_name) return nullptr;
    const std::string_view name = view({draft.mention.span.begin + words.front().span.begin, draft.mention.span.end});
    for (std::size_t back = index; back-- > 0;) {
      const Draft& earlier = drafts_[back];
      if (!earlier.mention.resolution || !is_somebody(*earlier.mention.resolution) || earlier.is_adjective) continue;
      const std::string_view full = view(earlier.mention.span);
      const bool holds = full.size() > name.size() + 1 &&
                         (full.ends_with(" " + std::string(name)) || full.starts_with(std::string(name) + " "));
      if (holds && earlier.role == nullptr && earlier.name.empty()) return &earlier;
    }
    return nullptr;
  }

  // `is_bare`: the noun is no role of a state either ("the army" is no Lord's Resistance Army).
  bool fits(const Draft& draft, const std::string& noun, bool is_bare) const {
    const Mention& mention = draft.mention;
    if (!mention.resolution || !is_somebody(*mention.resolution) || draft.is_adjective) return false;
    if (mention.kind == MentionKind::Place || mention.kind == MentionKind::Pronoun || !draft.name.empty()) return false;
    // "The North" after "North Korea".
    if ((noun == "north" || noun == "south") && draft.role == nullptr)
      return fold_word(view(mention.span)).starts_with(noun);
    if (means_armed_group(noun) && is_armed(*mention.resolution)) return true;
    if (means_party(noun) && is_party(*mention.resolution)) return true;
    // "the Council" after "the Security Council": a word of the name, and no common role of every state.
    return is_bare && draft.role == nullptr && mention.resolution->actor.find('.') != std::string::npos &&
           (is_headed_by(view(mention.span), noun) || is_headed_by(mention.resolution->name, noun));
  }

  const Draft* last_of(std::size_t before, const std::string& noun) const {
    const Draft* found = nullptr;
    const Role* role = drafts_[before].role;
    const bool is_bare = role == nullptr || role->kind == RoleKind::Generic;
    for (std::size_t back = before; back-- > 0;) {
      const Draft& draft = drafts_[back];
      if (drafts_[before].sentence - draft.sentence > kReach) break;
      if (found != nullptr && draft.sentence != found->sentence) break;
      if (!fits(draft, noun, is_bare)) continue;
      if (found != nullptr && found->mention.resolution->actor != draft.mention.resolution->actor) return nullptr;
      found = &draft;
    }
    return found;
  }

  std::string_view text_;
  std::vector<Draft>& drafts_;
};

// "Lahti told Lima that his government …": of which of two the text does not say.
bool has_rival(const std::vector<Draft>& drafts, std::size_t index, const std::string& country) {
  for (std::size_t back = index; back-- > 0 && drafts[back].sentence == drafts[index].sentence;) {
    const Mention& mention = drafts[back].mention;
    const bool is_person = mention.kind == MentionKind::Person && mention.resolution;
    if (is_person && !mention.resolution->country.empty() && mention.resolution->country != country) return true;
  }
  return false;
}

}  // namespace

void resolve_definites(std::string_view text, std::vector<Draft>& drafts) { Definites(text, drafts).resolve(); }

void adopt_only_group(std::vector<Draft>& drafts) {
  const Draft* group = nullptr;
  for (const Draft& draft : drafts) {
    const auto& found = draft.mention.resolution;
    if (!found || !is_somebody(*found) || found->sector != "REB" || draft.is_adjective) continue;
    if (group != nullptr && group->mention.resolution->actor != found->actor) return;
    if (group == nullptr) group = &draft;
  }
  if (group == nullptr) return;
  for (Draft& draft : drafts) {
    const bool is_rebel = draft.role != nullptr && draft.role->sector == "REB" && draft.mention.resolution &&
                          !is_somebody(*draft.mention.resolution);
    if (!is_rebel || draft.mention.span.begin < group->mention.span.begin) continue;
    const std::string person = draft.mention.resolution->person;
    draft.mention.resolution = group->mention.resolution;
    draft.mention.resolution->person = person;
    draft.mention.resolution->score = std::min(kScore, draft.mention.resolution->score);
    draft.mention.resolution->rule += " (the only rebels of the text)";
  }
}

std::vector<std::size_t> adopt_possessors(const Tables::Content& content, std::string_view text,
                                          const std::vector<SentenceWords>& sentences, std::vector<Draft>& drafts) {
  std::map<std::uint32_t, Resolution> pronouns;  // by begin
  for (const Draft& draft : drafts) {
    const Mention& mention = draft.mention;
    if (mention.kind != MentionKind::Pronoun || !mention.resolution || !is_somebody(*mention.resolution)) continue;
    pronouns.emplace(mention.span.begin, *mention.resolution);
    if (is_possessive(fold_word(text.substr(mention.span.begin, mention.span.size()))))
      pronouns.emplace(mention.span.end + 1, *mention.resolution);  // "government" in "his government"
  }
  std::vector<std::size_t> adopted;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const auto owner = pronouns.find(draft.mention.span.begin);
    if (owner == pronouns.end() || draft.mention.kind == MentionKind::Pronoun || draft.role == nullptr) continue;
    if (!draft.mention.resolution || !draft.mention.resolution->country.empty()) continue;
    const Resolution& whose = owner->second;
    const std::string person = draft.mention.resolution->person;
    // "His government" is that of the state whose president or envoy he is.
    const bool is_organ =
        draft.role->kind == RoleKind::Organ && belongs_to_a_state(*draft.role) && whose.sector == "GOV";
    if (is_organ && has_rival(drafts, i, whose.country)) continue;
    const bool is_state = content.state(whose.country) != nullptr &&
                          (is_organ || whose.actor == whose.country || whose.actor == whose.country + ".GOV");
    const Composer composer(content, text, sentences[draft.sentence].words, sentences[draft.sentence].day);
    Resolution found = is_state ? composer.office_of(whose.country, *draft.role, person) : whose;
    found.person = person;
    found.rule = "possessive: " + whose.rule;
    found.score = kScore;
    draft.mention.resolution = std::move(found);
    adopted.push_back(i);
  }
  return adopted;
}

}  // namespace demarche::actors
