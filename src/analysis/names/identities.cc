// SPDX-License-Identifier: Apache-2.0
#include "analysis/names/identities.h"

#include <algorithm>
#include <set>

#include "analysis/names/actors.h"
#include "analysis/texts/stored_text.h"

namespace demarche::analysis {

using record::MentionItem;
using record::Range;

namespace {

// The key of each name in each document, and where it overrules what the reading took from its tables: a person whose
// side was only guessed and is told elsewhere, a company that was taken for an officer, and an abbreviation that the
// record introduces for another name.
class Keys {
 public:
  Keys(const NameTable& table, const std::vector<DocumentNames>& documents, std::vector<Affiliation> introductions);
  std::vector<Named> named_in(int document);
  std::map<std::string, std::string> shown;

 private:
  void take_officers();
  void take_introductions(std::vector<Affiliation> introductions);
  std::string key_of(int name);
  std::string key_of_owner(const Affiliation& side, int depth);
  // Empty where the name says too little.
  std::string id_of(int document, int full, int depth = 0);
  bool overrules(const NamePlace& place, int full) const;
  bool is_stranger(const NamePlace& place, int full) const;

  const NameTable& table_;
  const std::vector<DocumentNames>& documents_;
  NameForms forms_;
  Affiliations affiliations_;
  std::vector<Affiliation> evidence_;
  std::set<std::string> written_out_;  // actors that some text names by more than an abbreviation
};

Keys::Keys(const NameTable& table, const std::vector<DocumentNames>& documents, std::vector<Affiliation> introductions)
    : table_(table), documents_(documents), forms_(table, documents) {
  take_introductions(std::move(introductions));
  take_officers();
  affiliations_ = Affiliations(std::move(evidence_));
}

void Keys::take_introductions(std::vector<Affiliation> introductions) {
  for (Affiliation& each : introductions) {
    const Owner* owner = owner_of(each, table_);
    each.person = forms_.full(each.document, each.person);
    if (owner == nullptr || each.person < 0 || table_.at(each.person).is_group()) continue;
    const Owner only = *owner;
    each.owners = {only};
    evidence_.push_back(std::move(each));
  }
}

// Whom the reading knows to act for somebody, as its tables and the words around him say.
void Keys::take_officers() {
  for (std::size_t i = 0; i < documents_.size(); ++i) {
    for (const NamePlace& place : documents_[i].places) {
      if (place.actor.empty()) continue;
      if (place.person.empty()) {
        if (!table_.at(place.name).is_short) written_out_.insert(place.actor);
        continue;
      }
      const int full = forms_.full(static_cast<int>(i), place.name);
      if (full < 0 || table_.at(full).is_group() || is_stranger(place, full)) continue;
      evidence_.push_back({.document = static_cast<int>(i),
                           .day = documents_[i].day,
                           .at = place.span.begin,
                           .person = full,
                           .owners = {{.name = place.name, .actor = place.actor}},
                           .noun = {},
                           .is_by_person = false,
                           .is_guess = place.is_guess});
    }
  }
}

std::string Keys::key_of(int number) {
  const Name& name = table_.at(number);
  std::string key(kNameKey);
  for (const std::string& word : name.words) key += (key.size() > kNameKey.size() ? " " : "") + word;
  shown.try_emplace(key, name.shown);
  return key;
}

std::string Keys::key_of_owner(const Affiliation& side, int depth) {
  const Owner& owner = side.owners.front();
  if (is_somebody(owner.actor)) return owner.actor;
  const int full = forms_.full(side.document, owner.name);
  if (full < 0) return {};
  return side.is_by_person ? id_of(side.document, full, depth + 1) : key_of(full);
}

std::string Keys::id_of(int document, int full, int depth) {
  constexpr int kMostSteps = 3;  // his deputy's deputy
  const Name& name = table_.at(full);
  if (name.is_group() || depth > kMostSteps) return key_of(full);
  const Affiliation* side = affiliations_.of(full, document, documents_[static_cast<std::size_t>(document)].day);
  const std::string owner = side == nullptr ? "" : key_of_owner(*side, depth);
  return owner.empty() ? key_of(full) : owner;
}

// "Captain Aziz" after "Captain Aziz Lamat" is no Shahid Aziz of the tables.
bool Keys::is_stranger(const NamePlace& place, int full) const {
  const Name& name = table_.at(place.name);
  if (full == place.name || name.words.size() > 1) return false;
  const auto& words = table_.at(full).words;
  const std::string given = fold_case(place.person.substr(0, place.person.find(' ')));
  return std::find(words.begin(), words.end(), given) == words.end();
}

bool Keys::overrules(const NamePlace& place, int full) const {
  if (!place.person.empty()) {
    if (table_.at(full).is_group() || is_stranger(place, full)) return true;
    return place.is_guess && affiliations_.is_known(full);
  }
  return table_.at(place.name).is_short && full != place.name && !written_out_.contains(place.actor);
}

std::vector<Named> Keys::named_in(int document) {
  std::vector<Named> named;
  for (const NamePlace& place : documents_[static_cast<std::size_t>(document)].places) {
    const int full = forms_.full(document, place.name);
    if (full < 0) continue;
    const Name &name = table_.at(place.name), &known = table_.at(full);
    const bool is_overruling = !place.actor.empty() && overrules(place, full);
    if (name.is_town() || known.is_town() || (!place.actor.empty() && !is_overruling)) continue;
    named.push_back({.span = place.span,
                     .id = id_of(document, full),
                     .name = full,
                     .is_person = known.is_person(),
                     .is_sure = name.is_group() || name.is_person() || known.is_group() || known.is_person(),
                     .overrules = is_overruling});
  }
  return named;
}

// Of a phrase only what stands before "who", "which", "whose" or "that" says who it is.
Range without_clause(const Text& text, Range phrase, const NameWords& words) {
  const std::uint32_t first = text.points->to_byte(phrase.begin);
  for (const NameToken& token : tokens_of(text.words(phrase), words)) {
    const bool is_clause =
        token.fold == "who" || token.fold == "which" || token.fold == "whose" || token.fold == "that";
    if (is_clause && token.begin > 0) return {phrase.begin, text.points->from_byte(first + token.begin)};
  }
  return phrase;
}

bool has(const std::vector<NameToken>& tokens, std::size_t most, unsigned classes) {
  return std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(std::min(most, tokens.size())),
                     [&](const NameToken& token) { return token.classes & classes; });
}

constexpr unsigned kActing = NameWords::kRole | NameWords::kPeople;

// "a spokesman for the", "the deputy commander of"
bool acts_for(const std::vector<NameToken>& before) {
  std::size_t end = before.size();
  if (end > 0 && (before[end - 1].classes & NameWords::kFunction)) --end;
  const bool is_of = end > 1 && (before[end - 1].fold == "of" || before[end - 1].fold == "for");
  return is_of && (before[end - 2].classes & kActing) && !has(before, end - 1, NameWords::kPreposition);
}

// "the commander of the Front, Dario Vint"; not "a hut near Vint's house".
bool is_not_of(const Text& text, Range phrase, Range name, const NameWords& words) {
  if (name.begin <= phrase.begin) return true;
  const std::string all = text.words({phrase.begin, name.begin});
  const std::size_t comma = all.rfind(',');
  const auto before = tokens_of(comma == std::string::npos ? all : all.substr(comma), words);
  return !has(before, before.size(), NameWords::kPreposition) || acts_for(before);
}

// "the charity Roof and Road", "a spokesman for the Front", "Front fighters"; not "a man near the Front's camp".
bool is_head(const Text& text, Range phrase, Range name, const NameWords& words) {
  if (name.begin > phrase.begin) {
    const auto before = tokens_of(text.words({phrase.begin, name.begin}), words);
    if (has(before, before.size(), NameWords::kGone)) return false;
    if (has(before, before.size(), NameWords::kPreposition) && !acts_for(before)) return false;
  }
  if (name.end >= phrase.end) return true;
  const std::string rest = text.words({name.end, phrase.end});
  const auto behind = tokens_of("x" + rest, words);
  if (behind.size() < 2 || (rest[0] != ' ' && !behind.front().is_possessive)) return true;
  return has({behind[1]}, 1, NameWords::kPreposition | NameWords::kFunction) || has(behind, 3, kActing);
}

}  // namespace

const Named* Identities::named_by(int document, const Text& text, Range phrase) const {
  const auto& all = in(document);
  phrase = without_clause(text, phrase, *words_);
  const Named* group = nullptr;
  for (auto named = first_near(all, phrase); named != all.end() && named->span.begin < phrase.end; ++named) {
    if (!overlap(named->span, phrase)) continue;
    if (named->is_person && is_not_of(text, phrase, named->span, *words_)) return &*named;
    if (group == nullptr && !named->is_person) group = &*named;
  }
  return group != nullptr && is_head(text, phrase, group->span, *words_) ? group : nullptr;
}

const Named* Identities::called(int document, const Text& text, Range phrase) const {
  const auto tokens = tokens_of(text.words(without_clause(text, phrase, *words_)), *words_);
  if (tokens.size() != 2 || tokens.front().fold != "the" || !(tokens.back().classes & NameWords::kBody)) return nullptr;
  const auto& all = in(document);
  const auto behind = std::lower_bound(all.begin(), all.end(), phrase.begin,
                                       [](const Named& named, std::uint32_t at) { return named.span.begin < at; });
  const auto found = std::find_if(std::make_reverse_iterator(behind), all.rend(), [&](const Named& named) {
    return !named.is_person && table_.at(named.name).is_called(tokens.back().fold);
  });
  return found == all.rend() ? nullptr : &*found;
}

std::string Identities::of_entity(int document, const Text& text, Range phrase, Kind kind) const {
  const auto& mentions = text.source->reading.mentions;
  const auto same = std::find_if(first_near(mentions, phrase), mentions.end(),
                                 [&](const MentionItem& mention) { return mention.span == phrase; });
  if (same == mentions.end() || same->entity < 0) return {};
  std::string key;
  for (const MentionItem& mention : mentions) {
    if (mention.entity != same->entity) continue;
    const Named* named = named_by(document, text, mention.head);
    if (named == nullptr || !named->is_sure || named->is_person != (kind == Kind::Person)) continue;
    if (!key.empty() && key != named->id) return {};
    key = named->id;
  }
  return key;
}

std::string Identities::of_party(int document, const Text& text, Range phrase, const std::string& known) const {
  const Named* named = named_by(document, text, phrase);
  if (named != nullptr && named->is_sure && (named->overrules || known.empty() || is_kind(known))) return named->id;
  if (named != nullptr || !known.empty()) return known;
  const Named* group = called(document, text, phrase);
  return group != nullptr ? group->id : known;
}

Identities::Identities(const std::vector<Text>& texts, const NameWords& words) : words_(&words) {
  NameReader reader(words, table_);
  std::vector<DocumentNames> documents;
  for (const Text& text : texts) documents.push_back(reader.read(text));
  Keys keys(table_, documents, std::move(reader.introductions()));
  for (std::size_t i = 0; i < texts.size(); ++i) named_.push_back(keys.named_in(static_cast<int>(i)));
  shown_ = std::move(keys.shown);
}

}  // namespace demarche::analysis
