// SPDX-License-Identifier: Apache-2.0
// Persons with their terms of office: reading them, and the short forms of their names.
#include <algorithm>
#include <array>
#include <chrono>
#include <set>

#include "actors/content.h"

namespace demarche::actors {

namespace {

// How long an office is believed after the day on which the source last saw its holder.
constexpr std::chrono::years kTrust{2};

// States where the family name stands first.
bool writes_family_name_first(std::string_view country) {
  static constexpr std::array<std::string_view, 5> kCountries = {"CHN", "TWN", "KOR", "PRK", "HKG"};
  return std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end();
}

bool is_suffix(std::string_view word) { return word == "jr" || word == "sr" || word == "ii" || word == "iii"; }

Interval term_of(const TsvRow& row) {
  Interval when{first_day(row["from"], row.where()), last_day(row["to"], row.where())};
  const auto seen = last_day(row.get("seen"), row.where());
  if (!when.to && seen) {
    const Day limit = *seen + kTrust;
    when.to = limit.ok() ? limit : Day(limit.year() / limit.month() / std::chrono::last);
  }
  return when;
}

// What stands between spaces: the two halves of "Akers-Jones" or "Tae-young" are one.
std::vector<std::string> pieces_of(const std::vector<Word>& words, std::string_view name) {
  std::vector<std::string> pieces;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0 || words[i].before != '-') begin = words[i].span.begin, pieces.emplace_back();
    pieces.back() = std::string(name.substr(begin, words[i].span.end - begin));
  }
  return pieces;
}

// "Dennis C. Blair" → "Dennis Blair"; "Qamar Javed Bajwa" → "Qamar Bajwa"; "Recep Tayyip Erdoğan" → "Tayyip Erdoğan".
std::vector<std::string> short_forms(const std::vector<Word>& words, std::string_view name) {
  // "Letsie III of Lesotho": the end of a title is no surname.
  if (std::any_of(words.begin(), words.end(), [](const Word& word) { return word.fold == "of"; })) return {};
  const std::vector<std::string> pieces = pieces_of(words, name);
  if (pieces.size() < 3 || words.size() > 4) return {};
  std::vector<std::string> forms = {pieces.front() + " " + pieces.back()};
  if (pieces[0].size() > 1 && pieces[1].size() > 2) forms.push_back(pieces[pieces.size() - 2] + " " + pieces.back());
  return forms;
}

// Whether some term of the one lies within one of the other by more than its first or last day: one who reigns in
// several states is called by his name in the first.
bool are_at_once(const Person& one, const Person& other) {
  const auto begins_before = [](const Term& a, const Term& b) {
    return !a.when.from || !b.when.to || *a.when.from < *b.when.to;
  };
  return std::any_of(one.terms.begin(), one.terms.end(), [&](const Term& a) {
    return std::any_of(other.terms.begin(), other.terms.end(),
                       [&](const Term& b) { return begins_before(a, b) && begins_before(b, a); });
  });
}

}  // namespace

std::uint32_t Loader::person_of(const std::string& name, std::string_view scope) {
  const auto [found, is_new] = persons_.emplace(fold_phrase(name) + "@" + std::string(scope),
                                                static_cast<std::uint32_t>(content_.persons.size()));
  if (is_new) content_.persons.push_back({name, {}, false});
  return found->second;
}

void Loader::load_holders(const std::filesystem::path& path) {
  for (const TsvRow& row : read(path, {"person", "office", "from", "to", "aliases"})) {
    const std::string country = row["office"].substr(0, row["office"].find('.'));
    const std::size_t known = content_.persons.size();
    const std::uint32_t person = person_of(row["person"], country);
    content_.persons[person].terms.push_back({term_of(row), row["office"], row.where()});
    if (person < known && row["aliases"].empty()) continue;
    Alias alias;
    alias.sense = Sense::Person;
    alias.index = person;
    alias.where = static_cast<std::uint32_t>(content_.places.size());
    content_.places.push_back(row.where());
    add_person_aliases(person, row["aliases"], alias);
    for (const std::string& form : split_values(row["aliases"])) further_names_.emplace_back(form, alias);
    if (person >= known) add_surname(person, country);
  }
}

// Who held offices in two states, or in a state and an organisation, is two persons of the tables with one name: what
// else the one is called the other is called, too. The day tells which office is meant.
void Loader::share_names() {
  std::unordered_map<std::string, std::vector<std::uint32_t>> namesakes;
  for (std::uint32_t i = 0; i < content_.persons.size(); ++i)
    namesakes[fold_phrase(content_.persons[i].name)].push_back(i);
  std::set<std::pair<std::string, std::uint32_t>> known;
  for (const auto& [form, alias] : further_names_) known.emplace(fold_phrase(form), alias.index);
  for (const auto& [form, alias] : further_names_) {
    for (const std::uint32_t person : namesakes.at(fold_phrase(content_.persons[alias.index].name))) {
      if (are_at_once(content_.persons[alias.index], content_.persons[person])) continue;
      if (!known.emplace(fold_phrase(form), person).second) continue;
      Alias shared = alias;
      shared.index = person;
      add_alias(form, shared);
    }
  }
}

void Loader::add_person_row(const TsvRow& row) {
  const std::uint32_t known = static_cast<std::uint32_t>(content_.persons.size());
  const std::uint32_t person = person_of(row["name"], row["id"]);
  content_.persons[person].terms.push_back({term_of(row), row["member_of"], row.where()});
  content_.persons[person].is_project = true;
  Alias alias;
  alias.sense = Sense::Person;
  alias.index = person;
  alias.is_project = true;
  alias.where = static_cast<std::uint32_t>(content_.places.size());
  content_.places.push_back(row.where());
  if (person == known) {
    add_person_aliases(person, row["aliases"], alias);
    add_surname(person, row["country"]);
  }
}

void Loader::add_person_aliases(std::uint32_t person, const std::string& aliases, Alias alias) {
  const std::string name = content_.persons[person].name;
  if (content_.persons[person].terms.size() == 1) {
    if (name.find(' ') != std::string::npos) add_alias(name, alias);
    Alias shorter = alias;
    shorter.is_bulk = true;
    for (const std::string& form : short_forms(split_words(name), name)) add_alias(form, shorter);
  }
  for (const std::string& form : split_values(aliases)) add_alias(form, alias);
}

void Loader::add_surname(std::uint32_t person, std::string_view country) {
  std::vector<Word> words = split_words(content_.persons[person].name);
  while (words.size() > 1 && is_suffix(words.back().fold)) words.pop_back();
  if (words.empty()) return;
  const std::string& surname = writes_family_name_first(country) ? words.front().fold : words.back().fold;
  auto& holders = content_.surnames[surname];
  if (std::find(holders.begin(), holders.end(), person) == holders.end()) holders.push_back(person);
}

}  // namespace demarche::actors
