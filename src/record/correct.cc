// SPDX-License-Identifier: Apache-2.0
// Record::correct and its like: what is asked is checked, and each call is one transaction.
#include <algorithm>

#include "base/error.h"
#include "record/corrections.h"
#include "record/writer.h"

namespace demarche::record {

namespace {

void check(const ItemKey& key, const std::vector<Change>& changes, const Json& event) {
  std::string type = event.is_string() ? event.get<std::string>() : std::string();
  for (const auto& [field, value] : changes) {
    const Correctable& known = correctable_field(key.kind, field);
    if (value.is_null() && !known.may_be_empty) throw Error(ErrorKind::Usage, field + ": cannot be empty");
    if (known.value == ValueKind::Choice) check_choice(known, value.is_null() ? "" : value.get<std::string>());
    if (field == "event") type = value.get<std::string>();
  }
  for (const auto& [field, value] : changes) {
    if (field == "mode") check_mode(type, value.is_null() ? "" : value.get<std::string>());
  }
}

// An event of another type has none of the modes of the first: what is left of it goes, with the same attribution.
void clear_mode_of_another_event(const Json& item, std::vector<Change>& changes) {
  const Json mode = item.value("mode", Json());
  const auto is_of = [&](const char* field) {
    return std::find_if(changes.begin(), changes.end(), [&](const Change& each) { return each.field == field; });
  };
  const auto event = is_of("event");
  if (!mode.is_string() || event == changes.end() || is_of("mode") != changes.end()) return;
  try {
    check_mode(event->value.get<std::string>(), mode.get<std::string>());
  } catch (const Error&) {
    changes.push_back({"mode", nullptr});
  }
}

}  // namespace

template <class Work>
void Record::correcting(Work work) {
  try {
    Transaction transaction(*database_);
    Corrections corrections(*database_, [this](const std::string& name) { return writer_->producer(name); });
    work(corrections);
    transaction.commit();
  } catch (...) {
    writer_ = std::make_unique<Writer>(*database_);
    throw;
  }
  writer_ = std::make_unique<Writer>(*database_);  // names of actors may be others now
}

std::vector<std::string> Record::correct(std::string_view item, const std::vector<Change>& changes,
                                         const Attribution& by) {
  const auto key = key_of(item);
  if (!key)
    throw Error(ErrorKind::NotFound,
                std::string(item) + ": nothing of this id; “demarche list” shows the ids there are");
  const Json now = this->item(key->id);
  check(*key, changes, now.value("event", Json()));
  std::vector<Change> all = changes;
  clear_mode_of_another_event(now, all);
  std::vector<std::string> ids;
  correcting([&](Corrections& corrections) { ids = corrections.add(*key, all, by); });
  return ids;
}

void Record::undo_correction(std::string_view id, const Attribution& by) {
  correcting([&](Corrections& corrections) { corrections.undo(id, by); });
}

void Record::redo_correction(std::string_view id, const Attribution& by) {
  correcting([&](Corrections& corrections) { corrections.redo(id, by); });
}

std::vector<Json> Record::corrections(std::string_view item) const {
  return corrections_of(*database_, std::string(item));
}

}  // namespace demarche::record
