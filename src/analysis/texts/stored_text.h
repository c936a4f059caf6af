// SPDX-License-Identifier: Apache-2.0
// A stored text, its days and its voice. Private to this folder.
#pragma once

#include <climits>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analysis.h"
#include "base/symbol.h"
#include "base/utf8.h"

namespace demarche::analysis {

constexpr int kNoDay = INT_MIN;
int day_number(std::string_view day);  // days since 1970; kNoDay for an empty or malformed one
std::string day_text(int day);         // empty for kNoDay

// Days on which something may have happened.
struct When {
  int lo = kNoDay, hi = kNoDay;
  bool is_known() const { return lo != kNoDay && hi != kNoDay; }
  bool is_exact() const { return is_known() && hi - lo < 2; }
  bool is_coarse() const { return is_known() && hi - lo > 45; }
  bool overlaps(const When& other, int slack = 0) const { return lo <= other.hi + slack && other.lo <= hi + slack; }
};

// Who says something. `id` is the actor in whose name it is said (PAK for its foreign ministry), or the key of a name
// that no table knows ("name:northern front", analysis/names/identities.h); empty for a voice that has neither.
struct Voice {
  Symbol id, speaker, name, kind;
  Symbol key;  // equal for the same voice
  bool is_named_actor() const { return !id.empty(); }
};

// A document, its text addressable by code points, and where its items stand in the corpus.
struct Text {
  const Source* source = nullptr;
  std::unique_ptr<CodePoints> points;
  int first_claim = 0, first_utterance = 0;
  int published = kNoDay;
  Voice voice;                          // its own: the author of an opinion article, else the outlet
  std::vector<std::uint64_t> shingles;  // a sample of those of the whole text, sorted
  std::string words(record::Range range) const;
};

}  // namespace demarche::analysis
