// SPDX-License-Identifier: Apache-2.0
// What the parts of a corpus say of themselves.
#include <algorithm>
#include <array>

#include "analysis/claims/claims.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;

std::string_view name_of(Stance stance) {
  constexpr std::array<std::string_view, 7> kNames = {"affirms", "denies",    "demands", "promises",
                                                      "refuses", "threatens", "asks"};
  return kNames[static_cast<std::size_t>(stance)];
}

int quad_of(std::string_view event) {
  static const std::map<std::string_view, int> kQuads = {
      {"AGREE", 1},    {"CONSULT", 1},  {"SUPPORT", 1}, {"CONCEDE", 1}, {"COOPERATE", 2}, {"AID", 2},
      {"RETREAT", 2},  {"REQUEST", 3},  {"ACCUSE", 3},  {"REJECT", 3},  {"THREATEN", 3},  {"PROTEST", 4},
      {"SANCTION", 4}, {"MOBILIZE", 4}, {"COERCE", 4},  {"ASSAULT", 4}};
  const auto found = kQuads.find(event);
  return found == kQuads.end() ? 0 : found->second;
}

int Claim::quad() const { return quad_of(event->event); }

Ids Claim::parties() const {
  Ids all = actors;
  for (const std::string& id : recipients) insert_sorted(all, id);
  return all;
}

std::string Corpus::name_of(const std::string& id) const {
  if (const auto found = names.find(id); found != names.end()) return found->second;
  const std::string name = name_of_actor ? name_of_actor(id) : "";
  return name.empty() ? id : name;
}

std::vector<std::string> Corpus::names_of(const Ids& ids) const {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(name_of(id));
  return names;
}

std::string names_in(const Corpus& corpus, const Ids& ids) { return listed(corpus.names_of(ids)); }

Quote Corpus::quote(int document, Range span, int said, const std::string& item) const {
  const Text& text = texts[static_cast<std::size_t>(document)];
  const auto& about = text.source->document;
  const int day = said == kNoDay ? text.published : said;
  return {.document = about.id,
          .path = about.path,
          .outlet = about.outlet,
          .date = day_text(day),
          .span = span,
          .words = text.words(span),
          .item = item};
}

Quote Corpus::quote(const Claim& claim) const {
  return quote(claim.document, claim.event->sentence, claim.said, claim.id);
}

Quote Corpus::quote(const Utterance& utterance) const {
  return quote(utterance.document, utterance.quote, utterance.said, utterance.id);
}

}  // namespace demarche::analysis
