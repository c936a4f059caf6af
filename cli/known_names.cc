// SPDX-License-Identifier: Apache-2.0
#include "cli/known_names.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>

#include "actors/actors.h"
#include "base/error.h"

namespace demarche::cli {

namespace {

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char byte) { return static_cast<char>(std::toupper(byte)); });
  return text;
}

// The ids and names of a record's actors, in capitals.
class Known {
 public:
  explicit Known(const record::Record& record) {
    record.list({.kind = record::Kind::Actors}, [&](record::Json&& row) {
      for (const char* field : {"id", "name"})
        if (row[field].is_string()) known_.insert(upper(row[field].get<std::string>()));
    });
  }
  bool has_with_all_below(const std::string& id) const {
    const auto below = known_.lower_bound(id + ".");
    return known_.contains(id) || (below != known_.end() && below->starts_with(id + "."));
  }

 private:
  std::set<std::string> known_;
};

}  // namespace

void name_by_ids(const record::Record& record, const Context& context, record::Query& query) {
  std::vector<std::string*> given;
  for (std::string* name : {&query.actor, &query.recipient, &query.speaker})
    if (!name->empty()) given.push_back(name);
  if (given.empty()) return;
  const Known known(record);
  std::erase_if(given, [&](const std::string* name) { return known.has_with_all_below(upper(*name)); });
  if (given.empty()) return;
  std::optional<actors::Tables> tables;
  try {
    tables.emplace(data_folder(context), std::vector<std::filesystem::path>{});
  } catch (const Error&) {
    return;  // a record can be read where no tables are
  }
  for (std::string* name : given) {
    const auto meant = actors::Resolver(*tables).resolve_phrase(*name, {});
    if (meant && meant->person.empty() && known.has_with_all_below(meant->actor)) *name = meant->actor;
  }
}

}  // namespace demarche::cli
