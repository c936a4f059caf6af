// SPDX-License-Identifier: Apache-2.0
#include "actors/dictionary_codes.h"

#include <algorithm>
#include <array>

namespace demarche::actors {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string_view look_up(const std::array<Pair, N>& table, std::string_view key, std::string_view otherwise) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Pair& pair) { return pair.first == key; });
  return found == table.end() ? otherwise : found->second;
}

// Codes of CAMEO that ISO 3166 has changed since, or that it writes otherwise.
std::string_view state_code(std::string_view code) {
  static constexpr std::array<Pair, 8> kOthers = {{{"ROM", "ROU"},
                                                   {"TMP", "TLS"},
                                                   {"ZAR", "COD"},
                                                   {"KSV", "XKX"},
                                                   {"KOS", "XKX"},
                                                   {"USR", "SUN"},
                                                   {"UNK", "XKX"},
                                                   {"WSB", "PSE"}}};
  return look_up(kOthers, code, code);
}

std::string_view sector_of(std::string_view part) {
  static constexpr std::array<Pair, 5> kOthers = {
      {{"INS", "REB"}, {"SEP", "REB"}, {"MNC", "BUS"}, {"NGM", "NGO"}, {"HRI", "NGO"}}};
  return look_up(kOthers, part.substr(0, 3), part.substr(0, 3));
}

// Regions, and what crosses them: militant groups there are of no one state.
bool is_region(std::string_view part) {
  static constexpr std::array<std::string_view, 26> kRegions = {
      "AFR", "ASA", "BLK", "CAS", "CAU", "CFR", "CRB", "EAF", "EEU", "EIN", "EUR", "INT", "LAM",
      "MDT", "MEA", "NAF", "NMR", "PGS", "SAF", "SAM", "SAS", "SCN", "SEA", "WAF", "WEU", "WST"};
  return std::find(kRegions.begin(), kRegions.end(), part) != kRegions.end();
}

// Three letters each, with the digits that follow: "CHRPRO280" → CHR, PRO280.
std::vector<std::string_view> parts_of(std::string_view code) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < code.size();) {
    std::size_t end = std::min(at + 3, code.size());
    while (end < code.size() && code[end] >= '0' && code[end] <= '9') ++end;
    parts.push_back(code.substr(at, end - at));
    at = end;
  }
  return parts;
}

std::string joined(const std::vector<std::string_view>& parts, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < parts.size(); ++i) (out += out.empty() ? "" : ".") += parts[i];
  return out;
}

bool stands_alone(std::string_view sector) {
  return sector == "REB" || sector == "UAF" || sector == "MED" || sector == "OPP" || sector == "PTY" ||
         sector == "BUS" || sector == "NGO" || sector == "CRM";
}

CodeMeaning group(std::string country, std::string_view sector) {
  CodeMeaning out;
  out.kind = CodeMeaning::Kind::Group;
  out.id = country == "IMG" ? "IMG.REB" : country;
  out.country = std::move(country);
  out.sector = sector;
  return out;
}

// Of bodies that belong to no state; nothing for a state's.
std::optional<CodeMeaning> without_state(const std::vector<std::string_view>& parts) {
  const std::string_view first = parts[0].substr(0, 3), second = parts.size() > 1 ? parts[1] : "";
  if (first == "IGO") return group(second == "UNO" ? "UNO" : second == "EUR" ? "EUR" : "IGO", "IGO");
  if (first == "NGO" || first == "NGM") return group("NGO", "NGO");
  if (first == "MNC") return group("MNC", "BUS");
  if (first == "MED") return group("MED", "MED");
  if (first == "ELI" && parts.size() == 1) {
    CodeMeaning elite;
    elite.id = ".ELI";
    elite.sector = "ELI";
    return elite;
  }
  const bool is_armed = first == "IMG" || (is_region(first) && sector_of(second) == "REB");
  if (is_armed) return group("IMG", "REB");
  return {};
}

// "YUGMNE" is a part of a state by the name of another: its second part is no sector.
CodeMeaning of_state(const std::string& state, const std::vector<std::string_view>& parts,
                     const Tables::Content& content) {
  CodeMeaning out;
  out.country = state;
  out.id = state;
  out.sector = "GOV";
  out.kind = CodeMeaning::Kind::State;
  if (parts.size() == 1 || content.state(parts[1]) != nullptr) return out;
  out.sector = sector_of(parts[1]);
  if (parts.size() > 2) out.sector2 = sector_of(parts[2]);
  out.id = state + "." + out.sector + (parts.size() > 2 ? "." + joined(parts, 2) : "");
  out.kind = stands_alone(out.sector) ? CodeMeaning::Kind::Group : CodeMeaning::Kind::Office;
  if (out.kind == CodeMeaning::Kind::Group) out.id = state + "." + out.sector;
  return out;
}

}  // namespace

CodeMeaning meaning_of(std::string_view code, CodeSystem system, const Tables::Content& content) {
  const std::vector<std::string_view> parts = parts_of(code);
  if (system == CodeSystem::States) {
    if (auto body = without_state(parts)) return *body;
    const std::string state(state_code(parts[0]));
    if (content.state(state) != nullptr) return of_state(state, parts, content);
  }
  const bool is_state_code = system == CodeSystem::States;
  const bool is_armed = is_state_code && parts.size() > 1 && sector_of(parts[1]) == "REB";
  CodeMeaning out = is_armed ? group("IMG", "REB") : CodeMeaning();
  if (is_state_code && !is_region(parts[0])) out.unknown = parts[0];
  if (is_armed) return out;
  out.id = (system == CodeSystem::Religious ? "REL." : "CVL.") + joined(parts, 0);
  out.sector = system == CodeSystem::Religious ? "REL" : parts.size() > 1 ? sector_of(parts[1]) : "CVL";
  return out;
}

AgentMeaning meaning_of_agent(std::string_view code) {
  static constexpr std::array<std::string_view, 12> kOrgans = {"GOV", "LEG", "JUD", "MIL", "COP", "SPY",
                                                               "REB", "UAF", "PTY", "PRM", "IGO", "MNC"};
  const std::vector<std::string_view> parts = parts_of(code);
  AgentMeaning out;
  out.sector = sector_of(parts[0]);
  if (parts.size() > 1) out.sector2 = sector_of(parts[1]);
  out.id = out.sector + (parts.size() > 1 ? "." + joined(parts, 1) : "");
  out.is_organ = std::find(kOrgans.begin(), kOrgans.end(), out.sector) != kOrgans.end();
  return out;
}

}  // namespace demarche::actors
