// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "analysis/analysis.h"
#include "analysis/dossier/dossier.h"
#include "analysis/names/actors.h"

namespace demarche::analysis {

using record::Json;
using record::Kind;

namespace {

std::vector<Count> most(const std::map<std::string, std::uint64_t>& counts, std::size_t limit) {
  std::vector<Count> sorted;
  for (const auto& [name, number] : counts) sorted.push_back({name, number});
  std::stable_sort(sorted.begin(), sorted.end(), [](const Count& a, const Count& b) { return a.number > b.number; });
  if (sorted.size() > limit) sorted.resize(limit);
  return sorted;
}

void each(const record::Record& record, Kind kind, const std::function<void(const Json&)>& take) {
  record::Query query;
  query.kind = kind;
  record.list(query, [&](Json&& row) { take(row); });
}

std::set<std::string> voices_in(const Json& parties) {
  std::set<std::string> voices;
  for (const auto& party : parties) {
    const std::string id = text_of(party, "actor");
    if (!id.empty() && id[0] != '.') voices.insert(voice_of(id));
  }
  return voices;
}

void count_dyads(const Json& event, const record::Record& record, std::map<std::string, std::uint64_t>& dyads) {
  for (const std::string& actor : voices_in(event.at("actors"))) {
    for (const std::string& recipient : voices_in(event.at("recipients"))) {
      if (actor != recipient) ++dyads[record.name_of_actor(actor) + " → " + record.name_of_actor(recipient)];
    }
  }
}

}  // namespace

Summary summary(const record::Record& record) {
  static const std::vector<std::string> kQuads = {"no class", "cooperation in words", "cooperation in deeds",
                                                  "conflict in words", "conflict in deeds"};
  constexpr std::size_t kDyads = 6, kTop = 5;
  Summary made;
  std::map<std::string, std::uint64_t> acts, dyads, kinds, quads;
  std::set<std::string> outlets;
  each(record, Kind::Documents, [&](const Json& row) {
    ++made.documents;
    if (!text_of(row, "outlet").empty()) outlets.insert(text_of(row, "outlet"));
    if (row.value("sentences", 0) == 0) ++made.unread;
  });
  made.outlets = outlets.size();
  each(record, Kind::Failures, [&](const Json&) { ++made.failures; });
  each(record, Kind::Statements, [&](const Json& row) {
    ++made.statements;
    if (text_of(row, "speaker").empty() && text_of(row, "speaker_kind") == "named") ++made.unresolved;
    ++acts[text_of(row, "act")];
  });
  each(record, Kind::Events, [&](const Json& row) {
    ++made.events;
    ++quads[kQuads[static_cast<std::size_t>(std::clamp(row.value("quad", 0), 0, 4))]];
    count_dyads(row, record, dyads);
  });
  each(record, Kind::Happenings, [&](const Json&) { ++made.happenings; });
  each(record, Kind::Positions, [&](const Json&) { ++made.positions; });
  each(record, Kind::Disputes, [&](const Json& row) {
    ++made.disputes;
    ++kinds[text_of(row, "kind")];
    made.top_disputes.push_back(row);
  });
  std::stable_sort(made.top_disputes.begin(), made.top_disputes.end(), [](const Json& a, const Json& b) {
    return a.at("score").get<double>() > b.at("score").get<double>();
  });
  if (made.top_disputes.size() > kTop) made.top_disputes.resize(kTop);
  made.acts = most(acts, acts.size());
  for (const std::string& quad : kQuads) {
    if (quads.contains(quad)) made.quads.push_back({quad, quads[quad]});
  }
  made.dyads = most(dyads, kDyads);
  made.dispute_kinds = most(kinds, kinds.size());
  return made;
}

}  // namespace demarche::analysis
