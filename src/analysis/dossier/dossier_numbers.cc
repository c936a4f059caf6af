// SPDX-License-Identifier: Apache-2.0
// The numbers of a dossier, and which of its texts repeat one another.
#include <algorithm>
#include <set>

#include "analysis/claims/origins.h"
#include "analysis/dossier/dossier.h"

namespace demarche::analysis {

using record::Json;

namespace {

void count_happenings(const DossierContent& content, Numbers& numbers) {
  for (const Json& happening : content.happenings) {
    for (const char* field : {"reports", "outlets", "origins"})
      numbers[std::string(field) + "/" + text_of(happening, "id")] = happening.value(field, std::uint64_t{0});
  }
}

void count_actors(const DossierContent& content, Numbers& numbers) {
  for (const ActorLine& line : content.people) {
    numbers["statements/" + line.id] = static_cast<std::uint64_t>(line.statements);
    numbers["done/" + line.id] = static_cast<std::uint64_t>(line.done);
    numbers["received/" + line.id] = static_cast<std::uint64_t>(line.received);
  }
}

void count_documents(const DossierContent& content, Numbers& numbers) {
  std::set<std::string> outlets;
  std::uint64_t repeated = 0, unread = 0;
  for (const DocumentLine& line : content.documents) {
    if (!line.outlet.empty()) outlets.insert(line.outlet);
    repeated += !line.repeats.empty();
    unread += line.is_unread;
    numbers["statements/" + line.id] = static_cast<std::uint64_t>(line.statements);
    numbers["events/" + line.id] = static_cast<std::uint64_t>(line.events);
    numbers["copies/" + line.id] = static_cast<std::uint64_t>(line.copies);
    numbers["reports/" + line.id] = static_cast<std::uint64_t>(line.reports);
  }
  numbers["documents"] = content.documents.size();
  numbers["outlets"] = outlets.size();
  numbers["origins"] = content.documents.size() - repeated;
  numbers["unread"] = unread;
}

}  // namespace

Numbers numbers_of(const DossierContent& content) {
  Numbers numbers;
  count_documents(content, numbers);
  count_actors(content, numbers);
  count_happenings(content, numbers);
  numbers["happenings"] = content.happenings.size();
  numbers["undated-happenings"] = static_cast<std::uint64_t>(
      std::count_if(content.happenings.begin(), content.happenings.end(),
                    [](const Json& happening) { return !happening.at("date").is_object(); }));
  numbers["positions"] = content.positions.size();
  numbers["disputes"] = content.disputes.size();
  numbers["set-aside"] = content.set_aside;
  numbers["corrections"] = content.corrections.size();
  numbers["hidden"] = content.hidden;
  numbers["undated-hidden"] = content.undated_hidden;
  numbers["failures"] = content.failures.size();
  numbers["statements"] = content.coverage.statements;
  numbers["unresolved"] = content.coverage.unresolved;
  numbers["unnamed"] = content.coverage.unnamed;
  numbers["events"] = content.coverage.events;
  numbers["undated"] = content.coverage.undated;
  numbers["without-doer"] = content.coverage.without_doer;
  return numbers;
}

std::map<std::string, std::string> repetitions(const record::Record& record,
                                               const std::vector<DocumentLine>& documents) {
  constexpr std::size_t kMost = 2000;  // each is compared with each
  std::map<std::string, std::string> repeats;
  if (documents.size() > kMost) return repeats;
  std::vector<Shingles> texts;
  for (const DocumentLine& line : documents) {
    const auto document = record.document(line.id);
    texts.push_back(document ? sampled_shingles(document->text) : Shingles());
  }
  for (std::size_t later = 0; later < documents.size(); ++later) {
    for (std::size_t first = 0; first < later; ++first) {
      if (containment(texts[first], texts[later]) < kSameText) continue;
      repeats[documents[later].id] = documents[first].id;
      break;
    }
  }
  return repeats;
}

}  // namespace demarche::analysis
