// SPDX-License-Identifier: Apache-2.0
#include "analysis/names/affiliations.h"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "analysis/names/actors.h"

namespace demarche::analysis {

namespace {

constexpr int kNobody = -1;

// Walks over the tokens around each name. A token is said to be "joined" to the one before it by a single space.
class Introductions {
 public:
  Introductions(std::string_view text, const std::vector<NameToken>& tokens, const std::vector<NameUse>& uses,
                const std::vector<NamePlace>& places)
      : text_(text), tokens_(tokens), uses_(uses), places_(places) {}
  std::vector<Affiliation> find();

 private:
  const NameToken& token(int index) const { return tokens_[static_cast<std::size_t>(index)]; }
  const NameUse& use(int index) const { return uses_[static_cast<std::size_t>(index)]; }
  const NamePlace& place(int index) const { return places_[static_cast<std::size_t>(index)]; }
  bool exists(int index) const { return index >= 0 && index < static_cast<int>(tokens_.size()); }
  bool is(int index, unsigned classes) const { return exists(index) && (token(index).classes & classes); }
  bool is_word(int index, std::string_view word) const { return exists(index) && token(index).fold == word; }
  std::string_view gap_before(int index) const;
  bool is_joined(int index) const { return exists(index) && index > 0 && gap_before(index) == " "; }
  bool is_of(int index) const;
  bool is_office(int index) const { return is(index, NameWords::kRole | NameWords::kTitle); }
  bool is_common_owner(int index) const;
  bool may_be_person(int index) const;
  int name_at(int index) const;
  int name_ending_at(int index) const;
  bool by_title();
  bool in_apposition();
  bool before_name();
  bool of_owner_before(int owner);
  bool take(int owner);
  bool take_noun(int index);
  bool take_pronoun(int index);

  std::string_view text_;
  const std::vector<NameToken>& tokens_;
  const std::vector<NameUse>& uses_;
  const std::vector<NamePlace>& places_;
  int person_ = 0;    // the name that is looked at
  Affiliation made_;  // what is found on it
};

std::string_view Introductions::gap_before(int index) const {
  return text_.substr(token(index - 1).stop, token(index).begin - token(index - 1).stop);
}

bool Introductions::may_be_person(int index) const {
  constexpr std::size_t kMostWords = 5;
  const NameUse& name = use(index);
  return !name.has_body && !name.is_short && !name.is_organ && name.words.size() <= kMostWords &&
         (name.words.size() > 1 || name.has_title);
}

bool Introductions::is_of(int index) const {
  return is_word(index, "of") || is_word(index, "for") || is_word(index, "from") || is_word(index, "at") ||
         is_word(index, "with");
}

// "the front's": small letters, and a word for a group.
bool Introductions::is_common_owner(int index) const { return is(index, NameWords::kBody) && !token(index).is_capital; }

// The name that begins at a token or behind an article there.
int Introductions::name_at(int index) const {
  for (int at = index; at < index + 2 && exists(at); ++at) {
    const auto found = std::lower_bound(uses_.begin(), uses_.end(), at,
                                        [](const NameUse& name, int first) { return name.first < first; });
    if (found != uses_.end() && found->first == at) return static_cast<int>(found - uses_.begin());
    if (!is(at, NameWords::kFunction)) return kNobody;
  }
  return kNobody;
}

int Introductions::name_ending_at(int index) const {
  const auto found = std::lower_bound(uses_.begin(), uses_.end(), index,
                                      [](const NameUse& name, int last) { return name.last < last; });
  return found != uses_.end() && found->last == index ? static_cast<int>(found - uses_.begin()) : kNobody;
}

bool Introductions::take(int owner) {
  if (owner < 0 || owner == person_) return false;
  made_.owners = {{.name = place(owner).name, .actor = place(owner).actor}};
  return true;
}

// "The company's": names before it that may be called so, the nearest first.
bool Introductions::take_noun(int index) {
  constexpr int kMost = 60;
  made_.noun = token(index).fold;
  for (int at = person_ - 1; at >= 0 && at >= person_ - kMost; --at)
    made_.owners.push_back({.name = place(at).name, .actor = place(at).actor});
  return !made_.owners.empty();
}

// "Its": the groups of the sentence in their order, then those of the sentence before. "His": the nearest person.
bool Introductions::take_pronoun(int index) {
  constexpr std::uint32_t kReach = 2;
  made_.is_by_person = is_word(index, "his") || is_word(index, "her");
  int first = person_;
  while (first > 0 && place(first - 1).sentence + kReach >= place(person_).sentence) --first;
  std::vector<int> before;
  for (int at = first; at < person_; ++at) before.push_back(at);
  std::stable_sort(before.begin(), before.end(), [&](int a, int b) {
    if (place(a).sentence != place(b).sentence) return place(a).sentence > place(b).sentence;
    return made_.is_by_person && a > b;
  });
  for (const int at : before) made_.owners.push_back({.name = place(at).name, .actor = place(at).actor});
  return !made_.owners.empty();
}

// "Colonel Dario Vint of the Northern Front"
bool Introductions::by_title() {
  const int next = use(person_).last + 1;
  return use(person_).has_title && is_joined(next) && is_word(next, "of") && take(name_at(next + 1));
}

// "Maria Kesh, the front's spokeswoman"; "Aino Lahti, convener of the ceasefire cell of the NLA"
bool Introductions::in_apposition() {
  constexpr int kLongest = 9;
  const int start = use(person_).last + 1;
  if (!exists(start) || (gap_before(start) != ", " && gap_before(start) != " (")) return false;
  bool has_office = false;
  for (int at = start; at < start + kLongest && exists(at); ++at) {
    if (at > start && !is_joined(at) && gap_before(at) != "-") return false;
    if (is(at, NameWords::kGone)) return false;
    has_office = has_office || is_office(at);
    const bool is_behind_of = at > start && is_of(at - 1) && has_office;
    const bool has_office_behind = is_joined(at + 1) && (is_office(at + 1) || (is_joined(at + 2) && is_office(at + 2)));
    if ((is_word(at, "its") || is_word(at, "his") || is_word(at, "her")) && has_office_behind) return take_pronoun(at);
    const int noun = is(at, NameWords::kFunction) ? at + 1 : at;
    if (is_behind_of && is_common_owner(noun) && noun == at + 1) return take_noun(noun);
    if (!is_behind_of && is_common_owner(at) && has_office_behind) return take_noun(at);
    const int name = is_behind_of || !is(at, NameWords::kFunction) ? name_at(at) : kNobody;
    if (name < 0) continue;
    if (is_behind_of) return take(name);
    const int last = use(name).last;  // "the Front's spokeswoman", "a Front commander"
    return is_joined(last + 1) && (is_office(last + 1) || (is_joined(last + 2) && is_office(last + 2))) && take(name);
  }
  return false;
}

// "A spokeswoman for the Front, Maria Kesh, said": an apposition ends behind the person.
bool Introductions::of_owner_before(int owner) {
  const int behind = use(person_).last + 1;
  const bool is_ended = !exists(behind) || gap_before(behind)[0] == ',' || gap_before(behind)[0] == '.';
  if (!is_ended) return false;
  int before = use(owner).first - 1;
  if (is(before, NameWords::kFunction)) --before;
  return exists(before - 1) && is_of(before) &&
         (is(before - 1, NameWords::kRole) || is(before - 2, NameWords::kRole)) && take(owner);
}

// "the Front's commander, Dario Vint", "Front commander Dario Vint", "its spokeswoman, Maria Kesh"
bool Introductions::before_name() {
  constexpr int kLongest = 6;
  int at = use(person_).first;
  while (at > 0 && is(at - 1, NameWords::kTitle) && gap_before(at).starts_with(" ")) --at;
  bool has_office = at < use(person_).first;
  if (at == 0 || (gap_before(at) != " " && gap_before(at) != ", ")) return false;
  const bool is_behind_comma = gap_before(at) == ", ";
  for (int stop = at - kLongest; --at >= stop && at >= 0;) {
    if (is(at, NameWords::kGone)) return false;
    if (const int owner = name_ending_at(at); owner >= 0) {
      if (!has_office) return is_behind_comma && of_owner_before(owner);
      return (token(at).is_possessive || !is_behind_comma) && take(owner);
    }
    if (is_common_owner(at) && has_office) return take_noun(at);
    has_office = has_office || is_office(at);
    const bool is_pronoun = is_word(at, "its") || is_word(at, "their") || is_word(at, "his") || is_word(at, "her");
    if (is_pronoun) return has_office && take_pronoun(at);
    if (is(at, NameWords::kLinking) || at == 0 || !is_joined(at)) return false;
  }
  return false;
}

std::vector<Affiliation> Introductions::find() {
  std::vector<Affiliation> found;
  for (person_ = 0; person_ < static_cast<int>(uses_.size()); ++person_) {
    made_ = {};
    if (!may_be_person(person_) || !(by_title() || in_apposition() || before_name())) continue;
    made_.at = place(person_).span.begin;
    made_.person = place(person_).name;
    found.push_back(std::move(made_));
  }
  return found;
}

}  // namespace

std::vector<Affiliation> affiliations_in(std::string_view text, const std::vector<NameToken>& tokens,
                                         const std::vector<NameUse>& uses, const std::vector<NamePlace>& places) {
  return Introductions(text, tokens, uses, places).find();
}

const Owner* owner_of(const Affiliation& affiliation, const NameTable& table) {
  const bool is_certain = affiliation.owners.size() == 1 && affiliation.noun.empty();
  const auto found = std::find_if(affiliation.owners.begin(), affiliation.owners.end(), [&](const Owner& owner) {
    const Name& name = table.at(owner.name);
    if (affiliation.is_by_person) return name.is_person() && owner.name != affiliation.person;
    if (!affiliation.noun.empty()) return name.is_called(affiliation.noun);
    return is_somebody(owner.actor) || name.is_group() || (is_certain && name.is_short);
  });
  return found == affiliation.owners.end() ? nullptr : &*found;
}

Affiliations::Affiliations(std::vector<Affiliation> found) {
  for (Affiliation& each : found) by_person_[each.person].push_back(std::move(each));
  for (auto& [person, evidence] : by_person_) {
    const auto guesses =
        std::stable_partition(evidence.begin(), evidence.end(), [](const Affiliation& each) { return !each.is_guess; });
    if (guesses != evidence.begin()) evidence.erase(guesses, evidence.end());
    std::stable_sort(evidence.begin(), evidence.end(), [](const Affiliation& a, const Affiliation& b) {
      return std::tie(a.day, a.document, a.at) < std::tie(b.day, b.document, b.at);
    });
  }
}

bool Affiliations::is_known(int person) const {
  const auto found = by_person_.find(person);
  return found != by_person_.end() && !found->second.front().is_guess;
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
