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

std::string stance_of(std::string_view act, bool event_is_negated) {
  for (const auto& [each, stance] : kOther) {
    if (each == act) return std::string(stance);
  }
  // All other acts take it as so, apart from the denial.
  const bool denies = (act == "deny") != event_is_negated;
  return denies ? "denies" : "affirms";
}

}  // namespace demarche::events
