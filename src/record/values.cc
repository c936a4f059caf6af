// SPDX-License-Identifier: Apache-2.0
#include "record/values.h"

#include <algorithm>
#include <map>

#include "reader/reader.h"

namespace demarche::record {

const Names& acts() {
  static const Names names = {"assert", "deny",   "demand",  "ask",      "propose",    "promise",
                              "offer",  "accuse", "condemn", "complain", "threaten",   "warn",
                              "refuse", "agree",  "praise",  "evade",    "acknowledge"};
  return names;
}

const Names& polarities() {
  static const Names names = {"affirmed", "negated"};
  return names;
}

const Names& modalities() {
  static const Names names = {"happened",   "ongoing",     "planned",  "promised", "demanded",
                              "threatened", "conditional", "possible", "asked"};
  return names;
}

const Names& stances() {
  static const Names names = {"affirms", "denies",    "demands", "asks",   "proposes", "promises",
                              "offers",  "threatens", "refuses", "agrees", "evades"};
  return names;
}

const Names& position_stances() {
  static const Names names = {"asserts", "denies",  "demands",  "asks",      "proposes",     "promises",
                              "offers",  "accuses", "condemns", "complains", "threatens",    "warns",
                              "refuses", "agrees",  "praises",  "evades",    "acknowledges", "silent"};
  return names;
}

const Names& changes() {
  static const Names names = {"new", "same", "hardened", "softened", "reversed", "silent"};
  return names;
}

const Names& forms() {
  static const Names names = {"direct", "mixed", "indirect"};
  return names;
}

const Names& document_kinds() {
  static const Names names = {"news", "interview", "release", "chronology", "opinion", "transcript", "other"};
  return names;
}

const Names& dispute_kinds() {
  static const Names names = {"denial",         "figure",
                              "culprit",        "place",
                              "time",           "reversal",
                              "demand-refusal", "contradictory-demands",
                              "promise-broken", "accusation-unanswered"};
  return names;
}

const Names& quantity_kinds() {
  static const Names names = {"money",    "percent",  "killed", "injured", "arrested", "displaced", "missing",
                              "released", "abducted", "troops", "measure", "count",    "number"};
  return names;
}

const Names& dispute_states() {
  static const Names names = {"open", "real", "explained-by-time", "paraphrase", "error"};
  return names;
}

const Names& correction_states() {
  static const Names names = {"in-force", "outranked", "undone", "unattached"};
  return names;
}

const Names& event_types() {
  static const Names names = [] {
    const auto& labels = reader::Reader::relation_labels();
    return Names(labels.begin() + 1, labels.end());  // the first is NONE
  }();
  return names;
}

const Names& modes_of(std::string_view event) {
  static const std::map<std::string_view, Names> modes = {
      {"ACCUSE", {"disapprove", "investigate", "allege"}},
      {"ASSAULT",
       {"abduct", "torture", "sexual", "destroy", "beat", "crowd-control", "primitive", "firearms", "explosives",
        "targeted", "suicide-attack", "aerial", "drone", "heavy-weapons", "unconventional"}},
      {"COERCE",
       {"seize", "restrict", "arrest", "deport", "withhold", "cyber", "censor", "curfew", "misinformation",
        "martial-law"}},
      {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
      {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
      {"PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}},
      {"REJECT", {"assist", "change", "yield", "meet"}},
      {"REQUEST", {"assist", "change", "yield", "meet"}},
      {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
      {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
      {"THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"}}};
  static const Names none;
  const auto found = modes.find(event);
  return found == modes.end() ? none : found->second;
}

std::string joined(const Names& names) {
  std::string out;
  for (const auto name : names) out += (out.empty() ? "" : ", ") + std::string(name);
  return out;
}

bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace demarche::record
