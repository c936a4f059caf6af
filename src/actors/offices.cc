// SPDX-License-Identifier: Apache-2.0
#include "actors/offices.h"

#include <algorithm>
#include <chrono>

namespace demarche::actors {

bool fits(const Role& role, const Term& term) {
  const std::size_t point = term.office.find('.');
  const std::string_view unit = point == std::string::npos ? "" : std::string_view(term.office).substr(point + 1);
  if (role.kind == RoleKind::Generic || role.kind == RoleKind::Member) return true;
  if (role.id == "GOV") return unit.starts_with("GOV");
  if (role.id == "GOV.HOS" || role.id == "GOV.HOG")
    return unit == "GOV.HOS" || unit == "GOV.HOG" || unit == "GOV.PRES" || unit == "GOV.PM";
  return unit.starts_with(role.id) || (point == std::string::npos && role.id.starts_with("GOV"));
}

namespace {

std::string_view country_of(const Term& term) { return std::string_view(term.office).substr(0, term.office.find('.')); }

bool started_by(const Term& term, std::optional<Day> day) { return !day || !term.when.from || *term.when.from <= *day; }

// The weightier office when one person holds several: the longer id says more, and the head of a state most.
int weight(const Term& term) {
  if (term.office.ends_with(".HOS")) return 9;
  if (term.office.ends_with(".HOG")) return 8;
  return static_cast<int>(std::count(term.office.begin(), term.office.end(), '.'));
}

const Term* current_term(const Person& person, std::optional<Day> day) {
  const Term* best = nullptr;
  for (const Term& term : person.terms) {
    if (!term.when.holds(day)) continue;
    const bool later = best != nullptr && !day && term.when.from > best->when.from;
    if (best == nullptr || later || (day && weight(term) > weight(*best))) best = &term;
  }
  return best;
}

const Term* last_term(const Person& person, std::optional<Day> day) {
  const Term* best = nullptr;
  for (const Term& term : person.terms) {
    if (started_by(term, day) && (best == nullptr || best->when.from < term.when.from)) best = &term;
  }
  return best;
}

std::optional<Holder> holder(const Person& person, std::optional<Day> day) {
  if (const Term* term = current_term(person, day)) return Holder{&person, term, false};
  if (const Term* term = last_term(person, day)) return Holder{&person, term, true};
  return {};
}

// Now; once; or soon: of what is known by year only, the day may lie before the term.
enum class Match { Now, Past, Soon };

bool matches(const Term& term, std::optional<Day> day, Match match) {
  switch (match) {
    case Match::Now:
      return term.when.holds(day);
    case Match::Past:
      return started_by(term, day);
    case Match::Soon:
      return day && term.when.from && term.when.from->year() == day->year();
  }
  return false;
}

const Term* fitting_term(const Person& person, const Role& role, std::string_view country, std::optional<Day> day,
                         Match match) {
  const Term* best = nullptr;
  for (const Term& term : person.terms) {
    if (!fits(role, term) || (!country.empty() && country_of(term) != country)) continue;
    if (!matches(term, day, match)) continue;
    if (best == nullptr || best->when.from < term.when.from) best = &term;
  }
  return best;
}

// Nothing when the surname fits persons of two states, or two persons with nothing to choose between them.
std::optional<Holder> only_one(std::vector<Holder> found) {
  if (found.empty()) return {};
  const auto office = [](const Holder& holder) { return holder.term->office; };
  const bool same =
      std::all_of(found.begin(), found.end(), [&](const Holder& h) { return office(h) == office(found[0]); });
  if (found.size() > 1 && !same) {
    const auto heads = std::count_if(found.begin(), found.end(), [](const Holder& h) { return weight(*h.term) >= 8; });
    if (heads != 1) return {};
    return *std::find_if(found.begin(), found.end(), [](const Holder& h) { return weight(*h.term) >= 8; });
  }
  return *std::max_element(found.begin(), found.end(),
                           [](const Holder& a, const Holder& b) { return a.term->when.from < b.term->when.from; });
}

// Persons of the tables that are made for everybody have an office of a real state; a project's own persons are meant.
bool is_project(const Tables::Content& content, const std::vector<std::uint32_t>& persons) {
  return std::any_of(persons.begin(), persons.end(),
                     [&](std::uint32_t person) { return content.persons[person].is_project; });
}

}  // namespace

std::optional<Holder> holder_of(const Tables::Content& content, const std::vector<const Alias*>& readings,
                                std::optional<Day> day) {
  std::vector<Holder> current, past;
  for (const Alias* alias : readings) {
    const auto found = holder(content.persons[alias->index], day);
    if (!found) continue;
    if (alias->is_project) return found;
    (found->is_past ? past : current).push_back(*found);
  }
  return only_one(current.empty() ? past : current);
}

std::optional<Holder> holder_of_surname(const Tables::Content& content, const std::string& surname, const Role& role,
                                        std::string_view country, std::optional<Day> day) {
  const auto persons = content.surnames.find(surname);
  if (persons == content.surnames.end()) return {};
  // "leader Khan", "Minister Khan" say too little to pick one of hundreds.
  const bool says_little = role.kind == RoleKind::Generic || role.kind == RoleKind::Member || role.id == "GOV";
  if (country.empty() && says_little && persons->second.size() > 1) return {};
  if (country.empty() && role.kind != RoleKind::Office && role.kind != RoleKind::Envoy &&
      !is_project(content, persons->second))
    return {};
  for (const Match match : {Match::Now, Match::Soon, Match::Past}) {
    std::vector<Holder> found;
    for (const std::uint32_t index : persons->second) {
      const Person& person = content.persons[index];
      if (const Term* term = fitting_term(person, role, country, day, match))
        found.push_back({&person, term, match != Match::Now});
    }
    if (!found.empty()) return only_one(std::move(found));
  }
  return {};
}

std::string later_state(const Tables::Content& content, const std::vector<const Alias*>& readings, Day day) {
  constexpr std::chrono::years kGeneration{25};
  std::string state;
  for (const Alias* alias : readings) {
    for (const Term& term : content.persons[alias->index].terms) {
      const std::string country(country_of(term));
      const bool is_near = term.when.from && *term.when.from > day && *term.when.from < day + kGeneration;
      if (!is_near || content.state(country) == nullptr || (!state.empty() && state != country)) return {};
      state = country;
    }
  }
  return state;
}

std::optional<Holder> holder_of_misspelt(const Tables::Content& content, const std::string& surname, const Role& role,
                                         std::optional<Day> day) {
  if (role.kind != RoleKind::Office || !role.id.starts_with("GOV.") || !day) return {};
  std::vector<Holder> found;
  for (const std::string_view known : content.surname_spellings.near(surname)) {
    const auto holder = holder_of_surname(content, std::string(known), role, "", day);
    if (!holder || !holder->term->when.from || *holder->term->when.from > *day) continue;
    const bool is_long_gone = holder->term->when.to && *holder->term->when.to + std::chrono::years(1) < *day;
    if (!is_long_gone) found.push_back(*holder);
  }
  if (found.size() != 1) return {};
  found[0].is_misspelt = true;
  return found[0];
}

std::optional<Holder> holder_of_misspelt_name(const Tables::Content& content, const std::string& first,
                                              const std::string& surname, Day day) {
  if (content.surnames.contains(surname)) return {};  // "Miller" is no misspelt "Mullen"
  std::vector<Holder> found;
  for (const std::string_view known : content.surname_spellings.near(surname)) {
    for (const std::uint32_t index : content.surnames.at(std::string(known))) {
      const Person& person = content.persons[index];
      const Term* term = current_term(person, day);
      const std::vector<Word> name = split_words(person.name);
      if (term != nullptr && !name.empty() && name.front().fold == first) found.push_back({&person, term, false, true});
    }
  }
  return only_one(std::move(found));
}

}  // namespace demarche::actors
