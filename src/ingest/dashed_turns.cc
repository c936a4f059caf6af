// SPDX-License-Identifier: Apache-2.0
#include "ingest/dashed_turns.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

// The last word of a name of one to four words before a dash.
std::string label_before_dash(std::string_view paragraph) {
  static const RE2 kLabel(R"(^((?:\p{Lu}[\p{L}'’-]*\.? ?){1,4}) [–—] )");
  std::string label;
  if (!RE2::PartialMatch(paragraph.substr(0, 60), kLabel, &label)) return {};
  const auto words = words_of(label);
  return words.empty() ? std::string() : words.back();
}

}  // namespace

DashedTurns dashed_turns(const Parts& parts) {
  std::map<std::string, std::size_t> names;
  const DashedTurns none{.first = parts.size()};
  DashedTurns found = none;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const std::string label = parts[at].zone == Zone::Body ? label_before_dash(parts[at].plain) : std::string();
    if (label.empty()) continue;
    ++names[label];
    found.first = std::min(found.first, at);
    found.questions += parts[at].plain.ends_with('?');
  }
  std::size_t speakers = 0;
  for (const auto& [name, count] : names) {
    speakers += count >= 2 ? 1 : 0;
    found.turns += count >= 2 ? count : 0;
  }
  return speakers >= 2 && found.questions > 0 ? found : none;
}

}  // namespace demarche::ingest
