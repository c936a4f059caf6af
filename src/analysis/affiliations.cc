// SPDX-License-Identifier: Apache-2.0
#include "analysis/affiliations.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace demarche::analysis {

namespace {

class Introductions {
 public:
  Introductions(std::string_view text, const std::vector<NameToken>& tokens, const std::vector<NameUse>& uses,
                const std::vector<NamePlace>& places, const NameTable& table)
      : text_(text), tokens_(tokens), uses_(uses), places_(places), table_(table) {}
  std::vector<Affiliation> find();

 private:
  const NameToken& token(int index) const { return tokens_[static_cast<std::size_t>(index)]; }
  bool is(int index, unsigned classes) const { return token(index).classes & classes; }
  bool exists(int index) const { return index >= 0 && index < static_cast<int>(tokens_.size()); }
  std::string_view gap_before(int index) const {
    return text_.substr(token(index - 1).stop, token(index).begin - token(index - 1).stop);
  }
  const NameUse& use(int index) const { return uses_[static_cast<std::size_t>(index)]; }
  const NamePlace& place(int index) const { return places_[static_cast<std::size_t>(index)]; }
  bool may_be_person(int index) const;
  bool may_have_people(int index) const;
  bool is_of(int preposition) const;
  int behind(int index) const;
  int ending_at(int index) const;
  int owner_by_title(int person) const;
  int owner_in_apposition(int person) const;
  int owner_before(int person) const;
  int subject_before(int person) const;

  std::string_view text_;
  const std::vector<NameToken>& tokens_;
  const std::vector<NameUse>& uses_;
  const std::vector<NamePlace>& places_;
  const NameTable& table_;
};

constexpr int kNobody = -1;

bool Introductions::may_be_person(int index) const {
  constexpr std::size_t kMostWords = 5;
  const NameUse& name = use(index);
  const Name& known = table_.at(place(index).name);
  return !name.has_body && !name.is_short && name.words.size() <= kMostWords && !known.is_group() &&
         (name.words.size() > 1 || name.has_title || known.is_person());
}

// A group by its words or by what the reading found, or an actor of the tables.
bool Introductions::may_have_people(int index) const {
  return !place(index).actor.empty() || use(index).is_short || table_.at(place(index).name).is_group();
}

bool Introductions::is_of(int index) const {
  const std::string& word = token(index).fold;
  return word == "of" || word == "for" || word == "from" || word == "at" || word == "with";
}

// The name that begins at a token or behind an article there.
int Introductions::behind(int index) const {
  for (int at = index; at < index + 2 && exists(at); ++at) {
    const auto found = std::lower_bound(uses_.begin(), uses_.end(), at,
                                        [](const NameUse& name, int first) { return name.first < first; });
    if (found != uses_.end() && found->first == at) return static_cast<int>(found - uses_.begin());
    if (!is(at, NameWords::kFunction)) return kNobody;
  }
  return kNobody;
}

int Introductions::ending_at(int index) const {
  const auto found = std::lower_bound(uses_.begin(), uses_.end(), index,
                                      [](const NameUse& name, int last) { return name.last < last; });
  return found != uses_.end() && found->last == index ? static_cast<int>(found - uses_.begin()) : kNobody;
}

// "Colonel Dario Vint of the Northern Front"
int Introductions::owner_by_title(int person) const {
  const int next = use(person).last + 1;
  if (!use(person).has_title || !exists(next + 1) || gap_before(next) != " " || token(next).fold != "of")
    return kNobody;
  const int owner = behind(next + 1);
  return owner >= 0 && may_have_people(owner) ? owner : kNobody;
}

// "Maria Kesh, the front's spokeswoman"; "Aino Lahti, convener of the ceasefire cell of the NLA"
int Introductions::owner_in_apposition(int person) const {
  constexpr int kLongest = 9;
  const int start = use(person).last + 1;
  if (!exists(start) || (gap_before(start) != ", " && gap_before(start) != " (")) return kNobody;
  bool has_role = false;
  int owner = kNobody;
  for (int at = start; at < start + kLongest && exists(at); ++at) {
    if (at > start && gap_before(at) != " " && gap_before(at) != "-") break;
    if (is(at, NameWords::kGone)) return kNobody;
    has_role = has_role || is(at, NameWords::kRole | NameWords::kTitle);
    const bool is_after_of = at > start && is_of(at - 1);
    const int name = is(at, NameWords::kFunction) && !token(at).is_capital && !is_after_of ? kNobody : behind(at);
    if (name < 0) continue;
    if (!may_have_people(name)) {
      if (is_after_of) return owner;
      continue;
    }
    if (is_after_of && has_role) return name;
    owner = name;  // "the Front's spokeswoman", "a Front commander"
    at = use(name).last;
    if (exists(at + 1) && exists(at + 2) && gap_before(at + 1) == " " &&
        (is(at + 1, NameWords::kRole | NameWords::kTitle) || is(at + 2, NameWords::kRole | NameWords::kTitle)))
      return owner;
    return kNobody;
  }
  return kNobody;
}

// "the Front's commander, Dario Vint", "Front commander Dario Vint", "a spokeswoman for the Front, Maria Kesh,"
int Introductions::owner_before(int person) const {
  constexpr int kLongest = 6;
  int at = use(person).first;
  while (at > 0 && is(at - 1, NameWords::kTitle) && gap_before(at).starts_with(" ")) --at;
  bool has_role = at < use(person).first;
  if (at == 0 || (gap_before(at) != " " && gap_before(at) != ", ")) return kNobody;
  const int stop = at - kLongest;
  for (--at; at >= stop && at >= 0; --at) {
    if (is(at, NameWords::kGone)) return kNobody;
    if (const int owner = ending_at(at); owner >= 0) {
      if (!may_have_people(owner)) return kNobody;
      if (has_role) return owner;
      const int before =
          use(owner).first - (use(owner).first > 0 && is(use(owner).first - 1, NameWords::kFunction) ? 2 : 1);
      const bool is_owned =
          exists(before) && is_of(before) && exists(before - 1) &&
          (is(before - 1, NameWords::kRole) || (exists(before - 2) && is(before - 2, NameWords::kRole)));
      return is_owned ? owner : kNobody;
    }
    has_role = has_role || is(at, NameWords::kRole | NameWords::kTitle);
    if (token(at).fold == "its" || token(at).fold == "their") return has_role ? subject_before(at) : kNobody;
    if (is(at, NameWords::kLinking) || at == 0 || gap_before(at) != " ") return kNobody;
  }
  return kNobody;
}

// Whom "its" means: the first group of the sentence as far as it goes, else of the sentence before.
int Introductions::subject_before(int index) const {
  const auto last = std::find_if(uses_.rbegin(), uses_.rend(), [&](const NameUse& use) { return use.last < index; });
  if (last == uses_.rend()) return kNobody;
  const int nearest = static_cast<int>(uses_.rend() - last) - 1;
  int found = kNobody;
  for (int at = nearest; at >= 0 && place(at).sentence + 1 >= place(nearest).sentence; --at) {
    if (found >= 0 && place(at).sentence < place(found).sentence) break;
    if (may_have_people(at)) found = at;
  }
  return found;
}

std::vector<Affiliation> Introductions::find() {
  std::vector<Affiliation> found;
  for (int person = 0; person < static_cast<int>(uses_.size()); ++person) {
    if (!may_be_person(person)) continue;
    int owner = owner_by_title(person);
    if (owner < 0) owner = owner_in_apposition(person);
    if (owner < 0) owner = owner_before(person);
    if (owner < 0 || owner == person) continue;
    found.push_back({.document = 0,
                     .day = 0,
                     .at = place(person).span.begin,
                     .person = place(person).name,
                     .group = place(owner).actor.empty() ? place(owner).name : -1,
                     .actor = place(owner).actor});
  }
  return found;
}

}  // namespace

std::vector<Affiliation> affiliations_in(std::string_view text, const std::vector<NameToken>& tokens,
                                         const std::vector<NameUse>& uses, const std::vector<NamePlace>& places,
                                         const NameTable& table) {
  return Introductions(text, tokens, uses, places, table).find();
}

Affiliations::Affiliations(std::vector<Affiliation> found) {
  for (Affiliation& each : found) by_person_[each.person].push_back(std::move(each));
  for (auto& [person, evidence] : by_person_) {
    const auto guesses =
        std::stable_partition(evidence.begin(), evidence.end(), [](const Affiliation& each) { return !each.is_guess; });
    if (guesses != evidence.begin()) evidence.erase(guesses, evidence.end());
    std::sort(evidence.begin(), evidence.end(), [](const Affiliation& a, const Affiliation& b) {
      return std::tie(a.day, a.document, a.at, a.group, a.actor) < std::tie(b.day, b.document, b.at, b.group, b.actor);
    });
  }
}

const Affiliation* Affiliations::of(int person, int document, int day) const {
  const auto found = by_person_.find(person);
  if (found == by_person_.end()) return nullptr;
  const auto& evidence = found->second;
  const auto here = std::lower_bound(evidence.begin(), evidence.end(), std::tuple(day, document, 0U),
                                     [](const Affiliation& each, const auto& wanted) {
                                       return std::tuple(each.day, each.document, each.at) < wanted;
                                     });
  if (here == evidence.begin()) return &*here;
  if (here == evidence.end()) return &evidence.back();
  if (here->document == document) return &*here;
  const auto before = std::prev(here);
  return std::int64_t{day} - before->day <= std::int64_t{here->day} - day ? &*before : &*here;
}

}  // namespace demarche::analysis
