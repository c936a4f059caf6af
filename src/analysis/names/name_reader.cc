// SPDX-License-Identifier: Apache-2.0
#include "analysis/names/name_reader.h"

#include <algorithm>

#include "analysis/names/actors.h"
#include "analysis/texts/stored_text.h"

namespace demarche::analysis {

using record::MentionItem;

namespace {

// How much one sign of a kind counts against another.
constexpr int kWeak = 1, kFair = 2, kStrong = 3;
constexpr float kGuess = 0.5F;  // scores of what only the text around suggests (docs/actors.md)

const NameToken* at(const std::vector<NameToken>& tokens, int index) {
  return index >= 0 && index < static_cast<int>(tokens.size()) ? &tokens[static_cast<std::size_t>(index)] : nullptr;
}

std::string_view gap(const std::string& text, const NameToken& before, const NameToken& behind) {
  return std::string_view(text).substr(before.stop, behind.begin - before.stop);
}

// "Veldmark, the Rotterdam company that …": the word for a group in an apposition.
const NameToken* noun_behind(const std::string& text, const std::vector<NameToken>& tokens, const NameUse& use) {
  constexpr int kLongest = 5;
  const NameToken* before = at(tokens, use.last);
  for (int index = use.last + 1; index <= use.last + kLongest; ++index) {
    const NameToken* token = at(tokens, index);
    const NameToken* next = at(tokens, index + 1);
    if (token == nullptr || gap(text, *before, *token) != (index == use.last + 1 ? ", " : " ")) return nullptr;
    if (index == use.last + 1 && token->fold != "a" && token->fold != "an" && token->fold != "the") return nullptr;
    // "A spokeswoman for the company" is no company.
    if (token->classes & (NameWords::kPreposition | NameWords::kLinking | NameWords::kRole)) return nullptr;
    const bool is_noun = (token->classes & NameWords::kBody) && !token->is_capital && !token->is_possessive;
    const bool is_ended = next == nullptr || gap(text, *token, *next) != " " ||
                          (next->classes & (NameWords::kFunction | NameWords::kLinking | NameWords::kPreposition));
    if (is_noun && is_ended) return token;
    before = token;
  }
  return nullptr;
}

bool is_age(const std::string& text, const NameToken& last, const NameToken& next, const NameToken* behind) {
  const bool is_number = next.fold.size() == 2 && next.fold.find_first_not_of("0123456789") == std::string::npos;
  return is_number && gap(text, last, next) == ", " && behind != nullptr && gap(text, next, *behind).starts_with(",");
}

}  // namespace

// What stands around a name shows what it is the name of.
void NameReader::weigh(const std::string& text, const std::vector<NameToken>& tokens, const NameUse& use,
                       Name& name) const {
  constexpr unsigned kGiven = NameWords::kHisName | NameWords::kHerName;
  const NameToken &first = *at(tokens, use.first), &last = *at(tokens, use.last);
  const NameToken *before = at(tokens, use.first - 1), *next = at(tokens, use.last + 1);
  if (use.first < use.last && use.words.size() < 5 && (first.classes & kGiven)) name.persons += kFair;
  if (before != nullptr && gap(text, *before, first) == " ") {
    if (before->classes & NameWords::kWhere) name.towns += kFair;
    if ((before->classes & NameWords::kBody) && !before->is_capital && !before->is_possessive) {
      name.called.insert(before->fold);
      name.groups += kStrong;
    }
  }
  if (next == nullptr) return;
  if (gap(text, last, *next) == ", " && next->fold == "who") name.persons += kFair;
  if (is_age(text, last, *next, at(tokens, use.last + 2))) name.persons += kStrong;
  if (const NameToken* noun = noun_behind(text, tokens, use)) {
    name.called.insert(noun->fold);
    name.groups += kStrong;
  }
}

// A mention says who is meant when its head is the name, or the end of it; and when a name begins with an organisation.
void NameReader::take_mention(const MentionItem& mention, NamePlace& place) {
  Name& name = table_.at(place.name);
  const std::string& id = mention.actor.actor;
  const bool is_same = lies_in(place.span, mention.head) || mention.head.end == place.span.end;
  const bool is_its_organ = mention.head.begin == place.span.begin && !is_kind(id) && name.has_body &&
                            (id.starts_with("IGO.") || id.starts_with("NGO.") || id.starts_with("UNO"));
  if (!is_same && !is_its_organ) return;
  if (!id.empty() && is_kind(id) && mention.person.empty()) name.groups += kFair;
  if (!id.empty() && is_kind(id) && id.find("BUS") != std::string::npos) name.groups += kFair;
  if (!is_kind(id) && !id.empty()) {
    place.actor = id;
    place.person = mention.person;
    place.is_guess = mention.score <= kGuess;
  }
  if (mention.kind == "place") name.towns += kWeak;
  if (mention.kind == "person" && name.words.size() > 1 && id.empty()) name.persons += kWeak;
}

void NameReader::take_mentions(const record::ReadingItems& reading, NamePlace& place) {
  for (auto mention = first_near(reading.mentions, place.span);
       mention != reading.mentions.end() && mention->span.begin < place.span.end; ++mention) {
    if (overlap(mention->head, place.span)) take_mention(*mention, place);
  }
}

NamePlace NameReader::place_of(const Text& text, const std::vector<NameToken>& tokens, const NameUse& use) {
  const NameToken &first = *at(tokens, use.first), &last = *at(tokens, use.last);
  const std::string& words = text.source->document.text;
  NamePlace place;
  place.span = {text.points->from_byte(first.begin), text.points->from_byte(last.end)};
  place.name = table_.number_of(use, std::string_view(words).substr(first.begin, last.end - first.begin));
  weigh(words, tokens, use, table_.at(place.name));
  take_mentions(text.source->reading, place);
  return place;
}

// "Free Iori Front (FIF)": what stands in brackets behind a name and begins like it is short for it.
void NameReader::take_brackets(const std::string& text, const std::vector<NameToken>& tokens,
                               const std::vector<NameUse>& uses, DocumentNames& names) {
  for (std::size_t i = 0; i + 1 < uses.size(); ++i) {
    const NameUse &full = uses[i], &brief = uses[i + 1];
    const std::string_view between = gap(text, *at(tokens, full.last), *at(tokens, brief.first));
    if ((between != " (" && between != " (the ") || !brief.is_short || full.words.size() < 2) continue;
    if (brief.words.front().front() != full.initials.front() || !names.places[i].actor.empty()) continue;
    names.introduced[names.places[i + 1].name] = names.places[i].name;
    table_.at(names.places[i].name).groups += kStrong;
    table_.at(names.places[i + 1].name).groups += kStrong;
  }
}

DocumentNames NameReader::read(const Text& text) {
  const std::string& words = text.source->document.text;
  const auto tokens = tokens_of(words, words_);
  const auto uses = names_in(words, tokens);
  DocumentNames names{.day = text.published, .places = {}, .introduced = {}};
  std::uint32_t sentence = 0;
  int token = 0;
  for (const NameUse& use : uses) {
    for (; token <= use.first; ++token) sentence += at(tokens, token)->starts_sentence ? 1 : 0;
    names.places.push_back(place_of(text, tokens, use));
    names.places.back().sentence = sentence;
  }
  take_brackets(words, tokens, uses, names);
  for (Affiliation& each : affiliations_in(words, tokens, uses, names.places)) {
    each.document = document_;
    each.day = text.published;
    introductions_.push_back(std::move(each));
  }
  ++document_;
  return names;
}

}  // namespace demarche::analysis
