// SPDX-License-Identifier: Apache-2.0
#include "analysis/identities.h"

#include <algorithm>
#include <set>

#include "analysis/claims.h"

namespace demarche::analysis {

using record::MentionItem;
using record::Range;

namespace {

bool overlap(Range one, Range other) { return one.begin < other.end && other.begin < one.end; }
bool covers(Range outer, Range inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

// The first of items sorted by where they begin that may reach into a range; none is longer than `kLongest`.
template <class Item>
auto first_near(const std::vector<Item>& items, Range range) {
  constexpr std::uint32_t kLongest = 400;
  const std::uint32_t from = range.begin > kLongest ? range.begin - kLongest : 0;
  return std::lower_bound(items.begin(), items.end(), from,
                          [](const Item& item, std::uint32_t begin) { return item.span.begin < begin; });
}

// Sectors of those who may have a name that no table knows.
bool is_group_sector(std::string_view id) {
  return id == ".BUS" || id == ".REB" || id == ".UAF" || id == ".NGO" || id == ".IGO" || id == ".MED" || id == ".PTY" ||
         id == ".OPP" || id == ".EDU" || id == ".SPY" || id == ".CRM";
}

// Reads the names of one document after the other into the table.
class Collector {
 public:
  Collector(const NameWords& words, NameTable& table) : words_(words), table_(table) {}
  DocumentNames collect(const Text& text);
  std::vector<Affiliation> found;  // in all documents so far

 private:
  NamePlace place_of(const Text& text, const std::vector<NameToken>& tokens, const NameUse& use);
  void take_mention(NamePlace& place, const MentionItem& mention);
  void take_mentions(NamePlace& place, const record::ReadingItems& reading);
  void take_brackets(DocumentNames& names, const std::string& text, const std::vector<NameToken>& tokens,
                     const std::vector<NameUse>& uses);

  const NameWords& words_;
  NameTable& table_;
  int document_ = 0;
};

constexpr float kGuess = 0.5F;  // scores of what only the text around suggests (docs/actors.md)

// A mention says who is meant when its head is the name, or the end of it.
void Collector::take_mention(NamePlace& place, const MentionItem& mention) {
  const bool is_same = covers(mention.head, place.span) || mention.head.end == place.span.end;
  if (!is_same) return;
  Name& name = table_.at(place.name);
  const std::string& id = mention.actor.actor;
  if (is_somebody(id)) {
    place.actor = id;
    place.is_officer = !mention.person.empty();
    place.is_guess = mention.score <= kGuess;
  } else if (is_group_sector(id)) {
    ++name.groups;
  }
  if (mention.kind == "place") ++name.towns;
  if (mention.kind == "person" && (id.empty() || !mention.person.empty()) && !is_group_sector(id)) ++name.persons;
}

void Collector::take_mentions(NamePlace& place, const record::ReadingItems& reading) {
  for (auto mention = first_near(reading.mentions, place.span);
       mention != reading.mentions.end() && mention->span.begin < place.span.end; ++mention) {
    if (overlap(mention->head, place.span)) take_mention(place, *mention);
  }
}

NamePlace Collector::place_of(const Text& text, const std::vector<NameToken>& tokens, const NameUse& use) {
  const NameToken &first = tokens[static_cast<std::size_t>(use.first)],
                  &last = tokens[static_cast<std::size_t>(use.last)];
  const std::string_view words = text.source->document.text;
  NamePlace place{.span = {text.points->from_byte(first.begin), text.points->from_byte(last.end)},
                  .name = table_.number_of(use, words.substr(first.begin, last.end - first.begin)),
                  .actor = {},
                  .sentence = 0};
  if (use.first > 0 && (tokens[static_cast<std::size_t>(use.first) - 1].classes & NameWords::kWhere))
    ++table_.at(place.name).towns;
  take_mentions(place, text.source->reading);
  return place;
}

// "Free Iori Front (FIF)": what stands in brackets behind a name and begins like it is short for it.
void Collector::take_brackets(DocumentNames& names, const std::string& text, const std::vector<NameToken>& tokens,
                              const std::vector<NameUse>& uses) {
  for (std::size_t i = 0; i + 1 < uses.size(); ++i) {
    const NameUse &full = uses[i], &brief = uses[i + 1];
    const NameToken &last = tokens[static_cast<std::size_t>(full.last)],
                    &next = tokens[static_cast<std::size_t>(brief.first)];
    const std::string gap = text.substr(last.end, std::min<std::size_t>(next.begin - last.end, 8));
    if ((gap != " (" && gap != " (the ") || !brief.is_short || full.words.size() < 2) continue;
    if (brief.words.front().front() != full.initials.front() || !names.places[i].actor.empty()) continue;
    names.introduced[names.places[i + 1].name] = names.places[i].name;
    ++table_.at(names.places[i].name).groups;
    ++table_.at(names.places[i + 1].name).groups;
  }
}

DocumentNames Collector::collect(const Text& text) {
  const std::string& words = text.source->document.text;
  const auto tokens = tokens_of(words, words_);
  const auto uses = names_in(words, tokens);
  DocumentNames names;
  std::uint32_t sentence = 0;
  std::size_t token = 0;
  for (const NameUse& use : uses) {
    for (; token <= static_cast<std::size_t>(use.first); ++token) sentence += tokens[token].starts_sentence ? 1 : 0;
    names.places.push_back(place_of(text, tokens, use));
    names.places.back().sentence = sentence;
  }
  take_brackets(names, words, tokens, uses);
  for (Affiliation& each : affiliations_in(words, tokens, uses, names.places, table_)) {
    ++table_.at(each.person).persons;
    if (each.group >= 0) ++table_.at(each.group).groups;
    each.document = document_;
    each.day = text.published;
    found.push_back(std::move(each));
  }
  for (const NamePlace& place : names.places) {
    if (!place.is_officer) continue;
    found.push_back({.document = document_,
                     .day = text.published,
                     .at = place.span.begin,
                     .person = place.name,
                     .group = -1,
                     .actor = place.actor,
                     .is_guess = place.is_guess});
  }
  ++document_;
  return names;
}

// The key of each name in each document.
class Keys {
 public:
  Keys(const NameTable& table, const NameForms& forms, const std::vector<Affiliation>& found)
      : table_(table), forms_(forms), affiliations_(with_full_names(found)) {}
  // Empty where the name says too little.
  std::string of(int document, int day, int name);
  std::map<std::string, std::string> shown;

 private:
  std::vector<Affiliation> with_full_names(std::vector<Affiliation> found) const;
  std::string key_of(int name);

  const NameTable& table_;
  const NameForms& forms_;
  Affiliations affiliations_;
};

std::vector<Affiliation> Keys::with_full_names(std::vector<Affiliation> found) const {
  for (Affiliation& each : found) each.person = forms_.full(each.document, each.person);
  std::erase_if(found, [](const Affiliation& each) { return each.person < 0; });
  return found;
}

std::string Keys::key_of(int number) {
  const Name& name = table_.at(number);
  std::string key(kNameKey);
  for (const std::string& word : name.words) key += (key.size() > kNameKey.size() ? " " : "") + word;
  shown.try_emplace(key, name.shown);
  return key;
}

std::string Keys::of(int document, int day, int number) {
  const int full = forms_.full(document, number);
  if (full < 0) return {};
  const Name& name = table_.at(full);
  if (name.is_group()) return key_of(full);
  const Affiliation* side = affiliations_.of(full, document, day);
  if (side == nullptr) return key_of(full);
  if (!side->actor.empty()) return side->actor;
  const int group = forms_.full(side->document, side->group);
  return group < 0 ? key_of(full) : key_of(group);
}

// Which places of a document name somebody, and where they overrule what the reading took from its tables: a person
// whom the text itself puts with a group, and an abbreviation that the record introduces for another name.
class Placing {
 public:
  Placing(const NameTable& table, const NameForms& forms, Keys& keys, const std::vector<DocumentNames>& documents,
          const std::vector<Affiliation>& found);
  std::vector<Named> named_in(int document, int day, const DocumentNames& names);

 private:
  bool overrules(int document, const NamePlace& place) const;

  const NameTable& table_;
  const NameForms& forms_;
  Keys& keys_;
  std::set<std::string> written_out_;         // actors that some text names by more than an abbreviation
  std::set<std::pair<int, int>> introduced_;  // document and person: put with a group there
};

Placing::Placing(const NameTable& table, const NameForms& forms, Keys& keys,
                 const std::vector<DocumentNames>& documents, const std::vector<Affiliation>& found)
    : table_(table), forms_(forms), keys_(keys) {
  for (const DocumentNames& document : documents) {
    for (const NamePlace& place : document.places) {
      if (!place.actor.empty() && !place.is_officer && !table.at(place.name).is_short) written_out_.insert(place.actor);
    }
  }
  for (const Affiliation& each : found) {
    if (each.group >= 0) introduced_.emplace(each.document, forms.full(each.document, each.person));
  }
}

bool Placing::overrules(int document, const NamePlace& place) const {
  const int full = forms_.full(document, place.name);
  if (place.is_officer) return introduced_.contains({document, full});
  const bool is_other_name = table_.at(place.name).is_short && full >= 0 && full != place.name;
  return is_other_name && !written_out_.contains(place.actor);
}

std::vector<Named> Placing::named_in(int document, int day, const DocumentNames& names) {
  std::vector<Named> named;
  for (const NamePlace& place : names.places) {
    const bool is_overruling = !place.actor.empty() && overrules(document, place);
    if (!place.actor.empty() && !is_overruling) continue;
    std::string id = keys_.of(document, day, place.name);
    if (id.empty()) continue;
    const Name &name = table_.at(place.name), &full = table_.at(forms_.full(document, place.name));
    if (name.is_town() || full.is_town()) continue;
    named.push_back({.span = place.span,
                     .id = std::move(id),
                     .is_person = full.is_person(),
                     .is_sure = name.is_group() || name.is_person() || full.is_group() || full.is_person(),
                     .overrules = is_overruling});
  }
  return named;
}

// Of a phrase only what stands before "who", "which", "whose" or "that" says who it is.
Range without_clause(const Text& text, Range phrase, const NameWords& words) {
  const std::uint32_t first = text.points->to_byte(phrase.begin);
  const std::string all = text.words(phrase);
  for (const NameToken& token : tokens_of(all, words)) {
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

// "a spokesman for the", "the deputy commander of"
bool acts_for(const std::vector<NameToken>& before) {
  std::size_t end = before.size();
  if (end > 0 && (before[end - 1].classes & NameWords::kFunction)) --end;
  const bool is_of = end > 1 && (before[end - 1].fold == "of" || before[end - 1].fold == "for");
  return is_of && (before[end - 2].classes & NameWords::kRole) && !has(before, end - 1, NameWords::kPreposition);
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
  return has({behind[1]}, 1, NameWords::kPreposition | NameWords::kFunction) || has(behind, 3, NameWords::kRole);
}

}  // namespace

const Named* Identities::named_by(int document, const Text& text, Range phrase) const {
  const auto& all = in(document);
  phrase = without_clause(text, phrase, *words_);
  const Named* group = nullptr;
  for (auto named = first_near(all, phrase); named != all.end() && named->span.begin < phrase.end; ++named) {
    if (!overlap(named->span, phrase)) continue;
    if (named->is_person) return &*named;
    if (group == nullptr) group = &*named;
  }
  return group != nullptr && is_head(text, phrase, group->span, *words_) ? group : nullptr;
}

// The one key that the mentions of an entity have by their names; empty for none or several.
std::string Identities::of_entity(int document, const Text& text, Range phrase) const {
  const auto& mentions = text.source->reading.mentions;
  const auto same = std::find_if(first_near(mentions, phrase), mentions.end(), [&](const MentionItem& mention) {
    return mention.span == phrase || (mention.span.begin >= phrase.begin && covers(phrase, mention.head));
  });
  if (same == mentions.end() || !covers(phrase, same->head) || same->entity < 0) return {};
  std::string key;
  for (const MentionItem& mention : mentions) {
    if (mention.entity != same->entity) continue;
    const Named* named = named_by(document, text, mention.head);
    if (named == nullptr || !named->is_sure) continue;
    if (!key.empty() && key != named->id) return {};
    key = named->id;
  }
  return key;
}

std::string Identities::of_voice(int document, const Text& text, Range phrase, const std::string& known) const {
  const Named* named = named_by(document, text, phrase);
  if (is_somebody(known)) return named != nullptr && named->overrules ? named->id : known;
  return named != nullptr ? named->id : of_entity(document, text, phrase);
}

std::string Identities::of_party(int document, const Text& text, Range phrase, const std::string& known) const {
  const Named* named = named_by(document, text, phrase);
  if (named != nullptr && named->is_sure && (named->overrules || !is_somebody(known))) return named->id;
  if (is_somebody(known)) return known;
  std::string id = named == nullptr ? of_entity(document, text, phrase) : "";
  return id.empty() ? known : id;
}

Identities::Identities(const std::vector<Text>& texts, const NameWords& words) : words_(&words) {
  NameTable table;
  Collector collector(words, table);
  std::vector<DocumentNames> documents;
  for (const Text& text : texts) documents.push_back(collector.collect(text));
  const NameForms forms(table, documents);
  Keys keys(table, forms, collector.found);
  Placing placing(table, forms, keys, documents, collector.found);
  for (std::size_t i = 0; i < texts.size(); ++i)
    named_.push_back(placing.named_in(static_cast<int>(i), texts[i].published, documents[i]));
  shown_ = std::move(keys.shown);
}

}  // namespace demarche::analysis
