// SPDX-License-Identifier: Apache-2.0
// What stands above a text: the states its lines name, the persons they introduce and, for a release or a briefing, who
// issued it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "actors/draft.h"

namespace demarche::actors {

struct Heading {
  std::map<std::string, int> states;  // ISO code → how often the lines of byline and dateline name it
  std::string state;                  // the one that has such a line to itself ("REPUBLIC OF PERU"), else empty
  std::string seat;                   // the state whose capital the dateline names first
  std::string home;                   // the state that the dateline names behind its town: "TRIPOLI, Lebanon"
  std::string town;                   // that town, folded
  std::vector<Draft> persons;         // introduced with name and office: "Interview with Aino Lahti, minister of trade"
  std::vector<Resolution> officials;  // named by office alone: "Peru's deputy foreign minister on ten days of war"
  // The organ or organisation that a release or briefing names first; without a country ("Ministry of Foreign Affairs")
  // it is that of the state of the text.
  std::optional<Draft> issuer;
};

// Reads the lines of title, byline and dateline before the first paragraph, each by itself.
Heading read_heading(const Tables::Content& content, const Document& document);

// Whether a phrase is the label of a turn: "SPOKESMAN:", "**SPOKESMAN**:". Whose he is the head of the text says.
bool opens_turn(std::string_view text, Span phrase);

}  // namespace demarche::actors
