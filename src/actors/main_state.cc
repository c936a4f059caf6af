// SPDX-License-Identifier: Apache-2.0
#include "actors/main_state.h"

#include <algorithm>
#include <array>

namespace demarche::actors {

namespace {

// Sectors whose members belong to a state. Rebels, militants, protesters and civilians may be anybody's, and an envoy
// is rather another state's.
bool is_organ(const Role& role) {
  constexpr std::array<std::string_view, 7> kSectors = {"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP"};
  return std::find(kSectors.begin(), kSectors.end(), role.sector) != kSectors.end() &&
         role.kind != RoleKind::Coalition && role.kind != RoleKind::Envoy;
}

std::string most_named(const std::map<std::string, int>& counts) {
  constexpr int kOften = 3;
  const auto less = [](const auto& a, const auto& b) { return a.second < b.second; };
  const auto top = std::max_element(counts.begin(), counts.end(), less);
  if (top == counts.end() || top->second < kOften) return {};
  const bool is_alone = std::all_of(counts.begin(), counts.end(),
                                    [&](const auto& each) { return each == *top || each.second * 2 <= top->second; });
  return is_alone ? top->first : std::string();
}

}  // namespace

MainState::MainState(const Tables::Content& content, const std::vector<SentenceWords>& sentences,
                     const std::vector<Draft>& drafts)
    : content_(content), sentences_(sentences), drafts_(drafts) {
  std::map<std::string, int> counts;
  for (const Draft& draft : drafts) {
    constexpr int kTitle = 3;  // a headline names what the text is about
    if (is_state(draft)) counts[draft.mention.resolution->country] += draft.sentence == 0 ? kTitle : 1;
  }
  main_ = most_named(counts);
}

bool MainState::is_state(const Draft& draft) const {
  return draft.mention.resolution && content_.state(draft.mention.resolution->country) != nullptr;
}

std::string MainState::only_one_before(std::size_t index) const {
  const Draft& draft = drafts_[index];
  const std::uint32_t block = sentences_[draft.sentence].block;
  std::string found;
  for (std::size_t back = index; back-- > 0;) {
    const Draft& earlier = drafts_[back];
    if (sentences_[earlier.sentence].block != block) break;
    // Within one sentence the state named is rather the other party: "Kenya accused the government".
    if (earlier.sentence == draft.sentence || !is_state(earlier)) continue;
    const std::string& country = earlier.mention.resolution->country;
    if (!found.empty() && found != country) return {};
    found = country;
  }
  return found;
}

std::string MainState::owner_of(std::size_t index) const {
  const Draft& draft = drafts_[index];
  if (draft.role == nullptr || !is_organ(*draft.role) || draft.is_adjective) return {};
  if (draft.is_plural && draft.role->kind == RoleKind::Organ) return {};  // "the four governments"
  if (!draft.mention.resolution || !draft.mention.resolution->country.empty()) return {};
  if (!main_.empty() || !draft.name.empty()) return main_;
  return only_one_before(index);
}

}  // namespace demarche::actors
