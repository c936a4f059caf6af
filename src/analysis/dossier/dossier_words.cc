// SPDX-License-Identifier: Apache-2.0
// The words of a dossier: what its codes are called in plain English.
#include <array>
#include <map>

#include "analysis/dossier/dossier.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Json;

std::string text_of(const Json& json, std::string_view field) {
  const auto found = json.find(field);
  return found == json.end() || !found->is_string() ? "" : found->get<std::string>();
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string date_in_words(std::string_view day) {
  constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
  const auto parsed = parse_day(day);
  if (!parsed) return std::string(day);
  return std::to_string(static_cast<unsigned>(parsed->day())) + " " +
         kMonths[static_cast<unsigned>(parsed->month()) - 1] + " " + std::to_string(static_cast<int>(parsed->year()));
}

std::string period_in_words(const Json& date) {
  if (!date.is_object()) return "undated";
  const std::string lo = text_of(date, "lo"), hi = text_of(date, "hi");
  if (lo == hi) return date_in_words(lo);
  if (lo.empty()) return "until " + date_in_words(hi);
  if (hi.empty()) return "since " + date_in_words(lo);
  const std::string a = date_in_words(lo), b = date_in_words(hi);
  if (lo.substr(0, 4) == hi.substr(0, 4) && lo.substr(4) == "-01-01" && hi.substr(4) == "-12-31")
    return lo.substr(0, 4);
  if (lo.substr(0, 7) == hi.substr(0, 7) && lo.substr(8) == "01" && hi.substr(8) >= "28")
    return a.substr(a.find(' ') + 1);
  return a + " to " + b;
}

std::string words_for_event(std::string_view event) {
  static const std::map<std::string_view, std::string_view> kWords = {{"AGREE", "readiness to act together"},
                                                                      {"CONSULT", "talks or visit"},
                                                                      {"SUPPORT", "support"},
                                                                      {"CONCEDE", "concession"},
                                                                      {"COOPERATE", "joint action"},
                                                                      {"AID", "help given"},
                                                                      {"RETREAT", "withdrawal or release"},
                                                                      {"REQUEST", "demand"},
                                                                      {"ACCUSE", "accusation"},
                                                                      {"REJECT", "refusal"},
                                                                      {"THREATEN", "threat"},
                                                                      {"PROTEST", "protest"},
                                                                      {"SANCTION", "ties or help cut"},
                                                                      {"MOBILIZE", "forces made ready"},
                                                                      {"COERCE", "coercion"},
                                                                      {"ASSAULT", "attack"}};
  const auto found = kWords.find(event);
  return std::string(found == kWords.end() ? event : found->second);
}

std::string words_for_kind(std::string_view kind) {
  static const std::map<std::string_view, std::string_view> kWords = {
      {"denial", "Denial"},
      {"figure", "Differing figures"},
      {"culprit", "Differing culprits"},
      {"place", "Differing places"},
      {"time", "Differing dates"},
      {"reversal", "Change of course"},
      {"demand-refusal", "Demand and refusal"},
      {"contradictory-demands", "Demands that pull both ways"},
      {"promise-broken", "Promise not kept"},
      {"accusation-unanswered", "Accusation without answer"}};
  const auto found = kWords.find(kind);
  return std::string(found == kWords.end() ? kind : found->second);
}

std::string words_for_state(std::string_view state) {
  static const std::map<std::string_view, std::string_view> kWords = {{"real", "a real contradiction"},
                                                                      {"explained-by-time", "explained by time"},
                                                                      {"paraphrase", "a paraphrase, no contradiction"},
                                                                      {"error", "an error of the reading"}};
  const auto found = kWords.find(state);
  return std::string(found == kWords.end() ? state : found->second);
}

// By its last part that says what it is: "AFG.REB.TLB" is an armed group.
std::string words_for_actor(const ActorLine& line) {
  const std::string_view id = line.id;
  static const std::map<std::string_view, std::string_view> kWords = {{"GOV", "government body"},
                                                                      {"MIL", "armed forces"},
                                                                      {"SPY", "intelligence service"},
                                                                      {"COP", "police"},
                                                                      {"JUD", "courts"},
                                                                      {"LEG", "parliament"},
                                                                      {"REB", "armed group"},
                                                                      {"PRM", "militia"},
                                                                      {"UAF", "unidentified armed men"},
                                                                      {"PTY", "political party"},
                                                                      {"OPP", "opposition"},
                                                                      {"CVL", "civilians"},
                                                                      {"BUS", "business"},
                                                                      {"MED", "news media"},
                                                                      {"REF", "refugees"},
                                                                      {"EDU", "schools and universities"},
                                                                      {"NGO", "non-governmental organisation"},
                                                                      {"IGO", "international organisation"},
                                                                      {"UNO", "international organisation"},
                                                                      {"EUR", "international organisation"},
                                                                      {"MNC", "company"}};
  std::string_view what;
  std::size_t parts = 0;
  for (std::size_t at = 0; at <= id.size(); ++parts) {
    const std::size_t end = std::min(id.find('.', at), id.size());
    const auto found = kWords.find(id.substr(at, end - at));
    if (found != kWords.end()) what = found->second;
    at = end + 1;
  }
  if (!what.empty()) return std::string(what);
  if (parts > 1) return "";
  // A project may call a group by one word: FFE.
  const auto sector = kWords.find(line.sector);
  if (sector != kWords.end() && line.sector != "GOV") return std::string(sector->second);
  return id.size() == 3 ? "state" : "";
}

std::string judged(const Json& value) {
  if (value.is_null() || (value.is_array() && value.empty())) return "nothing";
  if (value.is_boolean()) return value.get<bool>() ? "right" : "withdrawn";
  if (value.is_string()) return value.get<std::string>();
  if (value.is_array()) {
    std::vector<std::string> all;
    for (const Json& each : value) all.push_back(judged(each));
    return listed(all);
  }
  if (!value.is_object()) return record::line_of(value);
  if (value.contains("lo")) return period_in_words(value);
  for (const char* field : {"person", "name", "actor"}) {
    if (const std::string text = text_of(value, field); !text.empty()) return text;
  }
  return "nothing";
}

Json judgement_of(const DossierContent& content, const Json& finding) {
  for (const Json& entry : content.corrections) {
    if (entry.at("item") == finding.at("id") && entry.at("field") == "state") return entry;
  }
  return {};
}

std::string holder_of(const Json& position) {
  const std::string id = text_of(position, "actor");
  return id.empty() ? text_of(position, "name") : id;
}

std::string headline(const Json& happening) {
  std::vector<std::string> actors, recipients;
  for (const auto& name : happening.at("actor_names")) actors.push_back(name);
  for (const auto& name : happening.at("recipient_names")) recipients.push_back(name);
  std::string line = words_for_event(text_of(happening, "event"));
  if (!line.empty()) line[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(line[0])));
  const std::string from = listed(actors), to = listed(recipients);
  if (!from.empty() && !to.empty()) return line + ": " + from + " → " + to;
  if (!from.empty()) return line + ": " + from;
  return to.empty() ? line : line + " towards " + to + ", by somebody not named";
}

}  // namespace demarche::analysis
