// SPDX-License-Identifier: Apache-2.0
// Whose an organ is that is named without its state: that of the last one like it, of the text's state, of the issuer.
#include <algorithm>

#include "actors/compose.h"
#include "actors/link.h"
#include "actors/main_state.h"

namespace demarche::actors {

// "the ministry" after "the Peruvian foreign ministry" is that one, when no other stands in the same sentence.
void Linker::adopt_owners() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    if (!draft.mention.resolution || !draft.mention.resolution->actor.starts_with('.') || !draft.name.empty()) continue;
    const std::vector<Word> words = split_words(view(draft.mention.span));
    if (words.size() != 2 || words[0].fold != "the") continue;
    const Draft* owner = last_of_noun(i, words[1].fold);
    // Spokesmen and officials are many: one of another paragraph is another.
    const bool is_other = owner != nullptr && draft.role != nullptr && draft.role->kind == RoleKind::Generic &&
                          sentences_[owner->sentence].block != sentences_[draft.sentence].block;
    if (owner != nullptr && !is_other) {
      draft.mention.resolution = owner->mention.resolution;
      draft.mention.resolution->score = std::min(0.5f, owner->mention.resolution->score);
      draft.mention.resolution->rule += " (the last " + words[1].fold + ")";
      draft.name = owner->name;
    }
  }
}

// "Authorities" in "the Peruvian authorities", "defence minister" in "Aino Lahti, defence minister": whose the whole
// is.
void Linker::adopt_wider() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& inner = drafts_[i];
    if (inner.role == nullptr || !inner.mention.resolution || !inner.mention.resolution->country.empty()) continue;
    for (std::size_t back = i; back-- > 0 && drafts_[back].sentence == inner.sentence;) {
      const Draft& wider = drafts_[back];
      const bool ends_it = wider.mention.span != inner.mention.span &&
                           wider.mention.span.contains(inner.mention.span) &&
                           wider.mention.span.end == inner.mention.span.end;
      if (!ends_it || !wider.mention.resolution || wider.mention.resolution->country.empty()) continue;
      if (wider.mention.resolution->sector != inner.mention.resolution->sector) continue;
      inner.mention.resolution = wider.mention.resolution;
      break;
    }
  }
}

// "The government" of a text on Burundi is Burundi's.
void Linker::adopt_main_state() {
  const MainState states(content_, text_, sentences_, drafts_, heading_);
  name_issuer(states.main());
  for (Draft& draft : drafts_) {
    if (is_issuers_own(draft)) draft.mention.resolution = issuer_;
  }
  std::vector<std::string> owners;
  for (std::size_t i = 0; i < drafts_.size(); ++i) owners.push_back(states.owner_of(i));
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    if (owners[i].empty()) continue;
    Draft& draft = drafts_[i];
    const Composer composer(content_, text_, sentences_[draft.sentence].words, sentences_[draft.sentence].day);
    const std::string person = draft.mention.resolution->person;
    draft.mention.resolution = composer.office_of(owners[i], *draft.role, person);
    draft.mention.resolution->rule = "state of the text: " + owners[i] + " + " + draft.role->where;
    draft.mention.resolution->score = 0.5f;
  }
}

// "The ministry", "the movement" in a release of one.
bool Linker::is_issuers_own(const Draft& draft) const {
  if (!issuer_ || (draft.mention.resolution && !draft.mention.resolution->country.empty())) return false;
  const std::vector<Word> words = split_words(view(draft.mention.span));
  if (words.size() != 2 || words[0].fold != "the") return false;
  const std::vector<Word> name = split_words(issuer_->name);
  return words[1].fold != "government" &&
         std::any_of(name.begin(), name.end(), [&](const Word& word) { return word.fold == words[1].fold; });
}

void Linker::name_issuer(const std::string& state) {
  if (!heading_.issuer) return;
  const Draft& issuer = *heading_.issuer;
  issuer_ = issuer.mention.resolution;
  if (!issuer_->country.empty() || issuer.role == nullptr) return;
  issuer_.reset();
  if (state.empty()) return;
  issuer_ = Composer(content_, text_, {}, {}).office_of(state, *issuer.role, {});
  issuer_->rule = "head of the text: " + issuer.role->where;
}

// "SPOKESMAN:" in a briefing speaks for whoever gives it.
void Linker::adopt_issuer() {
  if (!issuer_) return;
  for (Draft& draft : drafts_) {
    const bool is_unowned = draft.mention.resolution && draft.mention.resolution->country.empty();
    if (!is_unowned || !opens_turn(text_, draft.mention.span) || draft.role == nullptr) continue;
    if (draft.role->kind != RoleKind::Generic && draft.role->kind != RoleKind::Office) continue;
    const std::string person = draft.mention.resolution->person;
    draft.mention.resolution = issuer_;
    draft.mention.resolution->person = person;
  }
}

// The last mention before this one that has a country and the noun among its words; nothing when its sentence has two
// of them.
const Draft* Linker::last_of_noun(std::size_t before, const std::string& noun) const {
  constexpr std::uint32_t kReach = 8;  // sentences
  const Draft* found = nullptr;
  for (std::size_t back = before; back-- > 0;) {
    const Draft& draft = drafts_[back];
    if (drafts_[before].sentence - draft.sentence > kReach) break;
    if (found != nullptr && draft.sentence != found->sentence) break;
    if (!draft.mention.resolution || draft.mention.resolution->country.empty() || draft.is_adjective) continue;
    const std::vector<Word> words = split_words(view(draft.mention.head));
    if (std::none_of(words.begin(), words.end(), [&](const Word& word) { return word.fold == noun; })) continue;
    // "The army" is no Lord's Resistance Army.
    const std::string& sector = draft.mention.resolution->sector;
    const Role* role = drafts_[before].role;
    const bool is_other_kind = role != nullptr && role->kind == RoleKind::Organ && belongs_to_a_state(*role) &&
                               (sector == "REB" || sector == "UAF" || sector == "PRM");
    if (is_other_kind && draft.role == nullptr) continue;
    if (found != nullptr && found->mention.resolution->actor != draft.mention.resolution->actor) return nullptr;
    if (found == nullptr) found = &draft;
  }
  return found;
}

}  // namespace demarche::actors
