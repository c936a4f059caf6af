// SPDX-License-Identifier: Apache-2.0
#include "actors/scan.h"

#include <algorithm>

#include "actors/compose.h"
#include "actors/namesakes.h"
#include "actors/seats.h"

namespace demarche::actors {

namespace {

Span words_span(const std::vector<Word>& words, std::uint32_t begin, std::uint32_t end) {
  return {words[begin].span.begin, words[end - 1].span.end};
}

bool is_person_noun(const Word& word) {
  static constexpr std::string_view kHouses[] = {
      "embassy",      "consulate",    "mission",     "legation",     "commission",   "general",     "headquarters",
      "office",       "staff",        "personnel",   "delegation",   "team",         "secretariat", "leadership",
      "presidency",   "palace",       "side",        "corps",        "executive",    "chancellery", "court",
      "agency",       "authority",    "regulator",   "inspectorate", "assembly",     "chamber",     "diet",
      "organisation", "organization", "association", "monopoly",     "conglomerate", "airline",     "shipyard",
      "brewery",      "refinery",     "utility",     "retailer",     "line",         "board"};
  return word.fold == "general" || std::find(std::begin(kHouses), std::end(kHouses), word.fold) == std::end(kHouses);
}

bool is_plural_noun(const Word& word) {
  const std::string& noun = word.fold;
  if (noun == "police" || noun == "people" || noun == "men" || noun.ends_with("men") || noun == "troops" ||
      noun == "taliban" || noun == "media" || noun == "mujahideen" || noun == "personnel") {
    return true;
  }
  return noun.size() > 3 && noun.ends_with('s') && !noun.ends_with("ss") && !noun.ends_with("us") &&
         !noun.ends_with("is");
}

// "the US", "the Philippines", "the Taliban", but not the article of "the Peru policy".
bool takes_article(const std::vector<Word>& words, const Item& item) {
  if (item.owner->sense == Sense::Demonym || (item.end < words.size() && words[item.end].before == '-')) return false;
  const Word& last = words[item.end - 1];
  return item.owner->sense != Sense::Seat &&
         (last.all_upper || item.end - item.begin > 1 || last.fold.ends_with('s') || last.fold == "taliban");
}

MentionKind kind_of_role(const Role& role, const Word& head) {
  const bool plural = is_plural_noun(head);
  switch (role.kind) {
    case RoleKind::Office:
    case RoleKind::Generic:
    case RoleKind::Member:
    case RoleKind::Envoy:
      if (plural) return MentionKind::Group;
      return is_person_noun(head) ? MentionKind::Person : MentionKind::Actor;
    case RoleKind::People:
      return MentionKind::Group;
    default:
      return plural && (role.sector == "UAF" || role.sector == "REB") ? MentionKind::Group : MentionKind::Actor;
  }
}

}  // namespace

bool is_title_case(const Tables::Content& content, const std::vector<Word>& words) {
  int upper = 0, all = 0;
  for (const Word& word : words) {
    if (word.fold.size() < 4 || (content.classes_of(word.fold) & (kPreposition | kFunction))) continue;
    ++all;
    if (word.upper) ++upper;
  }
  return all >= 4 && upper * 10 >= all * 8;
}

void Scanner::scan(const SentenceWords& sentence, std::uint32_t index, std::vector<Draft>& out) const {
  const auto count = static_cast<std::uint32_t>(sentence.words.size());
  for (std::uint32_t at = 0; at < count;) {
    Draft draft;
    draft.sentence = index;
    const std::uint32_t end = scan_at(sentence, at, draft);
    if (end == at) {
      ++at;
      continue;
    }
    if (draft.mention.span.size() > 0) out.push_back(draft);
    add_owners(sentence, index, at, end, draft, out);
    at = end;
  }
}

// The phrase that begins at a word; returns the word after it, or `at` when none does.
std::uint32_t Scanner::scan_at(const SentenceWords& sentence, std::uint32_t at, Draft& draft) const {
  const auto& words = sentence.words;
  const auto count = static_cast<std::uint32_t>(words.size());
  const std::uint32_t kind = classes(words[at]);
  if (words[at].before == '-' && !words[at].upper && at > 0) return at;
  const bool is_article = words[at].fold == "the" || words[at].fold == "a" || words[at].fold == "an";
  if ((kind & (kFunction | kPreposition | kPronoun | kRelative | kConjunction | kCopula)) && !is_article &&
      (!(kind & (kDeterminer | kPartitive)) || words[at].fold == "that") &&
      item_at(content_, words, at, count, sentence.day, Case::Strict).is_word()) {
    return at;
  }
  const Frame frame = Grammar(content_, words, sentence.day, Case::Strict, Reach::Text).read(at, count);
  if (frame.end == at || frame.head == Last::Nothing) return at;
  const bool only_name = frame.owner == nullptr && frame.role == nullptr && frame.persons.empty();
  if (only_name) return scan_name(sentence, frame.names.empty() ? at : frame.names.front(), draft);
  // "Near Lusaka gunmen waited": the town is where they did, and not whose they are.
  const std::uint32_t after_place = frame.role == nullptr ? at : end_of_place(sentence, at);
  if (after_place != at) return after_place;
  const Composer composer(content_, text_, words, sentence.day);
  draft.mention.resolution = composer.compose(frame);
  describe(sentence, frame, at, draft);
  if (frame.role == nullptr && frame.persons.empty()) {
    // Owners alone are judged one by one, with the words around them.
    draft.mention.span = {};
    return frame.end;
  }
  // "Foreign Ministry Spokesperson Aino Lahti's Press Conference": an office with the name of who holds it.
  const bool bears_name = frame.bearer != nullptr && takes_meaning(content_.roles[frame.bearer->index].kind) &&
                          frame.names.size() > 1 && words[frame.names.back()].possessive;
  const bool is_headline_word =
      sentence.is_title_case && !frame.names.empty() && !bears_name &&
      (!draft.mention.resolution || draft.mention.resolution->country.empty() || frame.names.size() > 3);
  const bool is_nothing = !draft.mention.resolution && frame.persons.empty() && frame.names.empty();
  if (is_idle(sentence, frame, at) || is_headline_word || is_nothing) {
    draft.mention.span = {};
    return is_headline_word ? at + 1 : frame.end;
  }
  if (!frame.names.empty()) draft.name = composer.name_text(frame.names);
  if (!frame.persons.empty()) draft.name = content_.persons[frame.persons.front()->index].name;
  return join_apposition(sentence, frame.end, draft);
}

// One behind the name of a town that begins here and is told as a place, where something else follows; else here.
std::uint32_t Scanner::end_of_place(const SentenceWords& sentence, std::uint32_t at) const {
  const auto& words = sentence.words;
  const auto count = static_cast<std::uint32_t>(words.size());
  const Item item = item_at(content_, words, at, count, sentence.day, Case::Strict);
  const bool is_town = at > 0 && item.owner != nullptr && item.role == nullptr && item.owner->sense == Sense::Seat &&
                       item.end < count && !words[item.end - 1].possessive && words[item.end].before == 0 &&
                       !words[item.end].upper;
  const bool is_part = is_town && (classes(words[item.end]) & kTownNoun);  // "in Lima police stations"
  return is_town && !is_part && stands_for_place(content_, words, at, item.end, NameOf::Town) ? item.end : at;
}

// "military assistance", "the establishment of a zone": a role noun without owner that is no actor here.
bool Scanner::is_idle(const SentenceWords& sentence, const Frame& frame, std::uint32_t begin) const {
  if (frame.role == nullptr || frame.owner != nullptr || !frame.names.empty() || !frame.persons.empty()) return false;
  const RoleKind role = content_.roles[frame.role->index].kind;
  const bool is_single = role == RoleKind::Office || role == RoleKind::Envoy || role == RoleKind::Generic;
  // "in general", "was elected president".
  if (is_single && !sentence.words[begin].upper && frame.end == begin + 1 && !is_plural_noun(sentence.words[begin]))
    return true;
  if (frame.end >= sentence.words.size()) return false;
  const Word& next = sentence.words[frame.end];
  if (next.before != 0) return false;
  if (next.fold == "of") return true;
  const std::string& sector = content_.roles[frame.role->index].sector;
  const bool adjectival = sector == "UAF" || sector == "REB" || sector == "PRM" || sector == "CRM" || sector == "CVL";
  if (adjectival && (classes(next) & kConjunction) && !is_plural_noun(sentence.words[frame.end - 1])) return true;
  const bool bare = (!frame.is_definite || adjectival) && !is_plural_noun(sentence.words[frame.end - 1]);
  return bare && !next.upper && !(classes(next) & (kFunction | kPreposition | kConjunction | kCopula));
}

// The last word of the core; inside a name of its own the one before "of" ("Ministry of Foreign Affairs").
std::uint32_t Scanner::head_word(const SentenceWords& sentence, const Frame& frame, std::uint32_t begin) const {
  const auto& words = sentence.words;
  const std::uint32_t last = frame.head_end > begin ? frame.head_end - 1 : begin;
  for (std::uint32_t at = begin; at <= last;) {
    const Item item = item_at(content_, words, at, frame.end, sentence.day, Case::Strict);
    if (item.end > last) {
      for (std::uint32_t inner = at + 1; inner < last; ++inner) {
        if (classes(words[inner]) & kPreposition) return inner - 1;
      }
    }
    at = item.end;
  }
  return last;
}

void Scanner::describe(const SentenceWords& sentence, const Frame& frame, std::uint32_t begin, Draft& draft) const {
  const auto& words = sentence.words;
  draft.mention.span = words_span(words, begin, frame.end);
  draft.mention.head = words_span(words, frame.end - 1, frame.end);
  draft.mention.kind = MentionKind::Actor;
  draft.role = frame.role == nullptr ? nullptr : &content_.roles[frame.role->index];
  if (!frame.persons.empty() || (!frame.names.empty() && frame.role != nullptr)) {
    draft.mention.kind = MentionKind::Person;
    if (!frame.names.empty()) draft.mention.head = words_span(words, frame.names.front(), frame.names.back() + 1);
    return;
  }
  if (frame.role == nullptr) return;
  const std::uint32_t head = head_word(sentence, frame, begin);
  draft.mention.head = words[head].span;
  // "The spokesman of the foreign ministry" is a person, whatever the better role says.
  const Item own = item_at(content_, words, head, head + 1, sentence.day, Case::Strict);
  const Role& called = content_.roles[(own.role != nullptr ? own.role : frame.role)->index];
  draft.mention.kind =
      kind_of_role(takes_meaning(called.kind) ? called : content_.roles[frame.role->index], words[head]);
  draft.is_plural = is_plural_noun(words[head]);
  draft.is_office = draft.mention.kind == MentionKind::Person;
}

// The run of capitalised words from `at`, with particles inside ("Ban Ki-moon", "Abu Bakr al-Baghdadi").
std::uint32_t Scanner::name_end(const SentenceWords& sentence, std::uint32_t at) const {
  const auto& words = sentence.words;
  std::uint32_t end = at;
  while (end < words.size()) {
    const Word& word = words[end];
    if (end > at &&
        (word.before == '\n' || word.before == ',' || word.before == ';' || word.before == '(' || word.before == '"'))
      break;
    if (!word.upper && !(end > at && word.before == '-')) break;
    const bool known =
        !item_at(content_, words, end, static_cast<std::uint32_t>(words.size()), sentence.day, Case::Strict).is_word();
    if (known || (classes(word) & (kFunction | kPronoun))) break;
    ++end;
    if (words[end - 1].possessive) break;
  }
  return end;
}

// "Aino Lahti, the Finnish defence minister": a name whose apposition says who it is.
std::uint32_t Scanner::scan_name(const SentenceWords& sentence, std::uint32_t at, Draft& draft) const {
  const auto& words = sentence.words;
  const std::uint32_t end = name_end(sentence, at);
  if (end == at) return at;
  const auto count = static_cast<std::uint32_t>(words.size());
  const bool honoured = at > 0 && words[at].before == 0 && words[at - 1].upper && (classes(words[at - 1]) & kHonorific);
  if (honoured) {
    draft.mention.span = words_span(words, at - 1, end);
    draft.mention.head = words_span(words, at, end);
    draft.mention.kind = MentionKind::Person;
    draft.name = std::string(text_.substr(draft.mention.head.begin, draft.mention.head.size()));
  }
  // "at Sarrow, a border official" sets a place beside a person.
  if (!honoured && at > 0 && words[at].before == 0 && (classes(words[at - 1]) & kLocative)) return at;
  if (honoured && (end >= count || words[end].before != ',')) return end;
  if (end >= count || (words[end].before != ',' && words[end].before != '(') || sentence.is_title_case) return at;
  const Frame frame = Grammar(content_, words, sentence.day, Case::Strict, Reach::Text).read(end, count);
  if (frame.end == end || frame.role == nullptr || !frame.names.empty()) return honoured ? end : at;
  // "Mr Lahti, the army says that …" speaks to him: an apposition is closed.
  const bool is_address = honoured && frame.end < count && words[frame.end].before == 0 &&
                          !(classes(words[frame.end]) & (kPreposition | kConjunction));
  if (is_address) return end;
  const RoleKind kind = content_.roles[frame.role->index].kind;
  if (kind == RoleKind::Organ || kind == RoleKind::Coalition) return honoured ? end : at;
  draft.mention.span = words_span(words, honoured ? at - 1 : at, frame.end);
  draft.mention.head = words_span(words, at, end);
  draft.mention.kind = MentionKind::Person;
  draft.name = std::string(text_.substr(draft.mention.head.begin, draft.mention.head.size()));
  const std::vector<Word> phrase(words.begin() + at, words.begin() + frame.end);
  draft.mention.resolution = read_phrase(content_, text_, phrase, sentence.day, words).resolution;
  return frame.end;
}

// "the Finnish defence minister, Aino Lahti," takes the name in; "Hamid Karzai, the president," its office.
std::uint32_t Scanner::join_apposition(const SentenceWords& sentence, std::uint32_t end, Draft& draft) const {
  const auto& words = sentence.words;
  const auto count = static_cast<std::uint32_t>(words.size());
  if (end >= count || words[end].before != ',' || draft.mention.kind != MentionKind::Person || sentence.is_title_case)
    return end;
  if (draft.name.empty()) {
    std::uint32_t stop = name_end(sentence, end);
    const Item item = item_at(content_, words, end, count, sentence.day, Case::Strict);
    if (!item.persons.empty() && item.owner == nullptr) stop = item.end;
    const bool closed = stop == count || words[stop].before != 0 || !words[stop].upper;
    if (stop < end + 2 || !closed || !draft.is_office) return end;
    draft.mention.span.end = words[stop - 1].span.end;
    draft.mention.head = words_span(words, end, stop);
    draft.name = std::string(text_.substr(draft.mention.head.begin, draft.mention.head.size()));
    if (!item.persons.empty()) draft.name = content_.persons[item.persons.front()->index].name;
    if (const auto found = read_from(sentence, draft.mention.span.begin, stop)) draft.mention.resolution = found;
    if (draft.mention.resolution) draft.mention.resolution->person = draft.name;
    return stop;
  }
  const Frame frame = Grammar(content_, words, sentence.day, Case::Strict, Reach::Text).read(end, count);
  if (frame.end == end || frame.role == nullptr || !frame.names.empty() || !frame.persons.empty()) return end;
  const RoleKind kind = content_.roles[frame.role->index].kind;
  const bool is_office =
      kind == RoleKind::Office || kind == RoleKind::Envoy || (kind == RoleKind::Generic && frame.owner != nullptr);
  if (!is_office) return end;
  draft.mention.span.end = words[frame.end - 1].span.end;
  if (const auto found = read_from(sentence, draft.mention.span.begin, frame.end)) draft.mention.resolution = found;
  return frame.end;
}

// The words from a byte on, up to a word, as one noun phrase.
std::optional<Resolution> Scanner::read_from(const SentenceWords& sentence, std::uint32_t byte,
                                             std::uint32_t end) const {
  const auto& words = sentence.words;
  const auto first =
      std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.span.begin >= byte; });
  const std::vector<Word> phrase(first, words.begin() + end);
  return read_phrase(content_, text_, phrase, sentence.day, words).resolution;
}

// States, groups and adjectives inside a phrase are mentions too: "Peru" in "Norway's ambassador to Peru".
void Scanner::add_owners(const SentenceWords& sentence, std::uint32_t index, std::uint32_t begin, std::uint32_t end,
                         const Draft& outer, std::vector<Draft>& out) const {
  for (std::uint32_t at = begin; at < end;) {
    const Item item = item_at(content_, sentence.words, at, end, sentence.day, Case::Strict);
    if (item.owner != nullptr) {
      std::optional<Draft> draft = owner_draft(sentence, item, item.end < end);
      if (draft && draft->mention.span != outer.mention.span) {
        draft->sentence = index;
        out.push_back(*draft);
      }
    }
    at = item.end;
  }
}

// "The White House in Bishkek" is not the one that everybody knows.
bool Scanner::is_in_another_town(const SentenceWords& sentence, const Item& item) const {
  const auto& words = sentence.words;
  const auto count = static_cast<std::uint32_t>(words.size());
  if (item.owner->sense != Sense::Seat || item.end + 1 >= count || words[item.end].fold != "in") return false;
  const Item town = item_at(content_, words, item.end + 1, count, sentence.day, Case::Strict);
  return town.owner != nullptr &&
         content_.actors[town.owner->index].country != content_.actors[item.owner->index].country;
}

std::optional<Draft> Scanner::owner_draft(const SentenceWords& sentence, const Item& item, bool goes_on) const {
  if (item.owner->sense == Sense::Town || !is_fit_adjective(sentence, item)) return {};
  const auto& words = sentence.words;
  const ActorRow& actor = content_.actors[item.owner->index];
  if (is_state_like(actor) && is_namesake(content_, words, item.begin, item.end, item.owner->sense)) return {};
  Draft draft;
  std::uint32_t begin = item.begin;
  if (begin > 0 && words[begin].before == 0 && words[begin - 1].fold == "the" && !goes_on && takes_article(words, item))
    --begin;
  draft.mention.span = words_span(words, begin, item.end);
  draft.mention.head = words_span(words, item.begin, item.end);
  draft.mention.kind = item.owner->sense == Sense::People ? MentionKind::Group : MentionKind::Actor;
  draft.is_plural = item.owner->sense == Sense::People || actor.kind == ActorKind::ArmedGroup;
  draft.is_adjective = item.owner->sense == Sense::Demonym;
  draft.is_seat = item.owner->sense == Sense::Seat;
  Frame frame;
  frame.owner = item.owner;
  frame.is_definite = begin < item.begin;
  frame.last = frame.head = Last::Owner;
  draft.mention.resolution = Composer(content_, text_, words, sentence.day).compose(frame);
  if (!draft.mention.resolution) return {};
  if (actor.kind == ActorKind::Region && item.owner->sense == Sense::Name) draft.mention.kind = MentionKind::Place;
  const bool may_be_place = item.owner->sense == Sense::Seat || actor.kind == ActorKind::State ||
                            actor.kind == ActorKind::Region || actor.kind == ActorKind::Territory ||
                            actor.kind == ActorKind::PastState;
  if (may_be_place && item.owner->sense != Sense::Demonym && item.owner->sense != Sense::People &&
      (stands_for_place(content_, words, item.begin, item.end,
                        item.owner->sense == Sense::Seat ? NameOf::Town : NameOf::State) ||
       is_in_another_town(sentence, item))) {
    draft.mention.kind = MentionKind::Place;
    if (item.owner->sense == Sense::Seat) draft.mention.resolution.reset();
  }
  return draft;
}

// Not the "Jordan" of "Michael Jordan", nor the "Washington" of "Washington Post".
bool Scanner::is_fit_adjective(const SentenceWords& sentence, const Item& item) const {
  const auto& words = sentence.words;
  const Word& first = words[item.begin];
  if (first.all_upper || sentence.is_title_case || item.owner->sense == Sense::Demonym || item.end - item.begin > 1)
    return true;
  const auto is_strange = [&](std::uint32_t at) {
    return words[at].upper && !(classes(words[at]) & (kFunction | kTitle | kHonorific | kDeterminer)) &&
           item_at(content_, words, at, static_cast<std::uint32_t>(words.size()), sentence.day, Case::Strict).is_word();
  };
  const bool delicate = item.owner->sense == Sense::Seat || (classes(first) & kGivenName);
  if (item.begin > 0 && first.before == 0 && !words[item.begin - 1].possessive && item.begin > 1 &&
      is_strange(item.begin - 1))
    return !delicate;
  if (item.begin == 1 && first.before == 0 && is_strange(0) && delicate && (classes(first) & kGivenName)) return false;
  const bool followed =
      item.end < words.size() && words[item.end].before == 0 && !words[item.end - 1].possessive && is_strange(item.end);
  return !(followed && delicate);
}

std::optional<Draft> Scanner::draft_of(const SentenceWords& sentence, std::uint32_t index, Span phrase) const {
  std::vector<Word> words;
  for (const Word& word : sentence.words) {
    if (phrase.contains(word.span)) words.push_back(word);
  }
  if (words.empty()) return {};
  if (words.size() == 1 && (classes(words[0]) & kPronoun)) return {};
  words.front().before = 0;
  const PhraseReading reading = read_phrase(content_, text_, words, sentence.day, sentence.words);
  if (reading.is_list) return {};
  Draft draft;
  draft.sentence = index;
  draft.mention.resolution = reading.resolution;
  const auto end = std::min<std::uint32_t>(std::max(reading.frame.end, 1u), static_cast<std::uint32_t>(words.size()));
  SentenceWords part{phrase, sentence.block, words, sentence.day, false};
  if (reading.resolution) describe(part, reading.frame, 0, draft);
  draft.mention.span = words_span(words, 0, static_cast<std::uint32_t>(words.size()));
  if (!reading.resolution) draft.mention.head = words[end - 1].span;
  draft.name = reading.resolution ? reading.resolution->person : std::string();
  if (!draft.name.empty()) draft.mention.kind = MentionKind::Person;
  return draft;
}

}  // namespace demarche::actors
