// SPDX-License-Identifier: Apache-2.0
#include "analysis/names/actors.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

std::string_view part(std::string_view id, int number) {
  for (; number > 0; --number) {
    const auto dot = id.find('.');
    if (dot == std::string_view::npos) return {};
    id.remove_prefix(dot + 1);
  }
  return id.substr(0, id.find('.'));
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 9> kOfState = {"", "GOV", "MIL", "SPY", "COP", "JUD", "LEG", "PRM", "CAP"};
constexpr std::array<std::string_view, 6> kInItsName = {"", "GOV", "MIL", "SPY", "COP", "CAP"};

constexpr std::array<std::string_view, 18> kOfMany = {"AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "HLH", "JRN", "LAB",
                                                      "MED", "NGO", "OPP", "REB", "REF", "REL", "SOC", "UAF", "UNK"};

bool is_within(std::string_view inner, std::string_view outer) {
  return inner.size() > outer.size() && inner.substr(0, outer.size()) == outer && inner[outer.size()] == '.';
}

}  // namespace

bool is_name(std::string_view id) { return id.starts_with(kNameKey); }

Ids actors_in(const Ids& ids) {
  Ids actors;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(actors), [](const std::string& id) { return !is_name(id); });
  return actors;
}

bool is_somebody(std::string_view id) {
  return !id.empty() && id[0] != '.' && id != "NGO" && id != "IGO" && id != "MED";
}

bool is_kind(std::string_view id) {
  if (is_name(id) || id.empty()) return false;
  return !is_somebody(id) || (!part(id, 1).empty() && part(id, 2).empty() && is_one_of(part(id, 1), kOfMany));
}

std::string root_of(std::string_view id) { return std::string(part(id, 0)); }

bool is_of_state(std::string_view id) { return !is_name(id) && is_one_of(part(id, 1), kOfState); }

std::string voice_of(std::string_view id) { return is_one_of(part(id, 1), kInItsName) ? root_of(id) : std::string(id); }

Ids voices_of(const Ids& ids) {
  Ids voices;
  for (const std::string& id : ids) insert_sorted(voices, voice_of(id));
  return voices;
}

bool compatible(std::string_view one, std::string_view other) {
  if (one == other) return true;
  if (is_within(other, one)) std::swap(one, other);
  if (!is_within(one, other)) return false;
  return part(other, 1).empty() ? is_of_state(one) : true;
}

bool meet(const Ids& one, const Ids& other) {
  return std::any_of(one.begin(), one.end(), [&](const std::string& id) {
    return std::any_of(other.begin(), other.end(), [&](const std::string& like) { return compatible(id, like); });
  });
}

bool agree(const Ids& one, const Ids& other) {
  if (one.empty() || other.empty()) return false;
  const Ids& few = one.size() <= other.size() ? one : other;
  const Ids& many = one.size() <= other.size() ? other : one;
  return std::all_of(few.begin(), few.end(), [&](const std::string& id) { return meet({id}, many); });
}

bool contradict(const Ids& one, const Ids& other) { return !one.empty() && !other.empty() && !agree(one, other); }

bool may_agree(const Ids& one, const Ids& other) { return one.empty() || other.empty() || agree(one, other); }

}  // namespace demarche::analysis
