// SPDX-License-Identifier: Apache-2.0
#include "analysis/names/name_table.h"

#include <algorithm>

namespace demarche::analysis {

bool Name::is_called(const std::string& noun) const {
  return called.contains(noun) || (has_body && std::find(words.begin(), words.end(), noun) != words.end());
}

bool is_unknown(const NamePlace& place) { return place.actor.empty() || !place.person.empty(); }

int NameTable::number_of(const NameUse& use, std::string_view shown) {
  std::string key;
  for (const std::string& word : use.words) key += word + " ";
  const auto [entry, is_new] = numbers_.try_emplace(key, static_cast<int>(names_.size()));
  if (is_new)
    names_.push_back({.words = use.words,
                      .initials = use.initials,
                      .shown = std::string(shown),
                      .called = {},
                      .has_body = use.has_body,
                      .is_short = use.is_short,
                      .is_organ = use.is_organ});
  Name& name = at(entry->second);
  name.is_short = name.is_short && use.is_short;
  name.has_body = name.has_body || use.has_body;
  if (use.has_title) name.persons += 3;
  return entry->second;
}

namespace {

using Words = std::vector<std::string>;

bool ends_with(const Words& words, const Words& end) {
  return words.size() >= end.size() && std::equal(end.rbegin(), end.rend(), words.rbegin());
}

bool begins_with(const Words& words, const Words& start) {
  return words.size() >= start.size() && std::equal(start.begin(), start.end(), words.begin());
}

bool has_all(const Words& words, const Words& some) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

// "D. Vint" for "Dario Vint".
bool is_by_initial(const Words& name, const Words& full) {
  if (name.size() != full.size() || name.size() < 2 || name.front().size() != 1) return false;
  return full.front().starts_with(name.front()) && full.front().size() > 1 &&
         std::equal(name.begin() + 1, name.end(), full.begin() + 1);
}

constexpr std::size_t kMostCandidates = 64;  // of a word that more names share nothing can be told

}  // namespace

// A surname or given name for a person; the words "the Front", "the Kestrel Institute" or the first word for a group.
bool NameForms::may_stand_for(const Name& name, const Name& full, Scope scope) const {
  if (full.is_short) return false;
  if (name.is_short && name.words.front() == full.initials) return name.words.front().size() > 2;
  if (is_by_initial(name.words, full.words)) return !full.has_body;
  if (full.words.size() <= name.words.size()) return false;
  if (full.is_group()) {
    if (name.is_person()) return false;
    return begins_with(full.words, name.words) || (name.has_body && has_all(full.words, name.words));
  }
  if (name.is_group()) return false;
  if (!full.is_person() && !name.is_person()) return false;
  return ends_with(full.words, name.words) || (scope == Scope::Document && begins_with(full.words, name.words));
}

void NameForms::enter(std::map<std::string, std::vector<int>>& index, int number) const {
  const Name& name = table_.at(number);
  if (name.words.size() < 2) return;
  for (const std::string& word : std::set<std::string>(name.words.begin(), name.words.end()))
    index[word].push_back(number);
  if (name.initials.size() > 2) index[name.initials].push_back(number);
}

// -1: several; the name itself: none.
int NameForms::longer_form(const std::map<std::string, std::vector<int>>& index, int number,
                           const std::map<int, int>& known, Scope scope) const {
  const Name& name = table_.at(number);
  const auto candidates = index.find(name.words.back());
  if (candidates == index.end()) return number;
  if (candidates->second.size() > kMostCandidates) return name.words.size() > 1 ? number : -1;
  int found = number;
  for (const int candidate : candidates->second) {
    if (candidate == number || !may_stand_for(name, table_.at(candidate), scope)) continue;
    const auto further = known.find(candidate);
    const int full = further == known.end() ? candidate : further->second;
    if (found != number && found != full) return -1;
    found = full;
  }
  return found;
}

namespace {

// Longer names first, so that a form of a form is known when it is asked for.
std::vector<int> longest_first(const NameTable& table, std::set<int> names) {
  std::vector<int> sorted(names.begin(), names.end());
  std::sort(sorted.begin(), sorted.end(), [&](int a, int b) {
    const Name &one = table.at(a), &other = table.at(b);
    if (one.words.size() != other.words.size()) return one.words.size() > other.words.size();
    if (one.words.front().size() != other.words.front().size())
      return one.words.front().size() > other.words.front().size();  // "Dario Vint" before "D. Vint"
    return one.words < other.words;
  });
  return sorted;
}

}  // namespace

std::map<int, int> NameForms::forms_in(const DocumentNames& document) const {
  std::set<int> names;
  for (const NamePlace& place : document.places) {
    if (is_unknown(place)) names.insert(place.name);
  }
  std::map<std::string, std::vector<int>> index;
  for (const int name : names) enter(index, name);
  std::map<int, int> forms;
  for (const int name : longest_first(table_, names)) {
    const auto introduced = document.introduced.find(name);
    const int full =
        introduced != document.introduced.end() ? introduced->second : longer_form(index, name, forms, Scope::Document);
    if (full != name) forms[name] = full;
  }
  return forms;
}

// What one document introduces holds in the others, unless two documents do so differently.
void NameForms::join_all(const std::vector<DocumentNames>& documents) {
  std::set<int> names;
  std::map<std::string, std::vector<int>> index;
  for (const DocumentNames& document : documents) {
    for (const NamePlace& place : document.places) {
      if (is_unknown(place) && names.insert(place.name).second) enter(index, place.name);
    }
    for (const auto& [name, full] : document.introduced) {
      const auto [entry, is_new] = in_record_.try_emplace(name, full);
      if (!is_new && entry->second != full) entry->second = -1;
    }
  }
  for (const int name : longest_first(table_, names)) {
    if (in_record_.contains(name)) continue;
    const int full = longer_form(index, name, in_record_, Scope::Record);
    if (full != name) in_record_[name] = full;
  }
}

NameForms::NameForms(const NameTable& table, const std::vector<DocumentNames>& documents) : table_(table) {
  for (const DocumentNames& document : documents) in_document_.push_back(forms_in(document));
  join_all(documents);
}

int NameForms::full(int document, int name) const {
  const auto& here = in_document_[static_cast<std::size_t>(document)];
  if (const auto found = here.find(name); found != here.end()) name = found->second;
  if (name < 0) return -1;
  if (const auto found = in_record_.find(name); found != in_record_.end()) name = found->second;
  if (name < 0) return -1;
  const Name& known = table_.at(name);
  return known.is_organ || (known.has_body && known.words.size() == 1) ? -1 : name;
}

}  // namespace demarche::analysis
