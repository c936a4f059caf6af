// SPDX-License-Identifier: Apache-2.0
#include "events/stance.h"

#include <array>
#include <utility>

namespace demarche::events {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kOther = {{
    {"demand", "demands"},
    {"ask", "asks"},
    {"propose", "proposes"},
    {"promise", "promises"},
    {"offer", "offers"},
    {"threaten", "threatens"},
    {"refuse", "refuses"},
    {"agree", "agrees"},
    {"evade", "evades"},
}};

}  // namespace

std::string_view frame_of(const statements::Statement& statement, bool event_is_negated) {
  const bool is_answer = statement.rule == "turn" && statement.act != "ask";
  const bool is_plain = statement.rule == "reader" && statement.act == "deny" && event_is_negated;
  return is_answer || is_plain ? std::string_view("assert") : std::string_view(statement.act);
}

std::string stance_of(std::string_view act, bool event_is_negated) {
  for (const auto& [each, stance] : kOther) {
    if (each == act) return std::string(stance);
  }
  // All other acts take it as so, apart from the denial.
  const bool denies = (act == "deny") != event_is_negated;
  return denies ? "denies" : "affirms";
}

}  // namespace demarche::events
