// SPDX-License-Identifier: Apache-2.0
// Rival accounts of one deed, told beside each other in a text: who did it, where, when.
//
//   "Georgia says its police arrested him in Signagi. His deputy insists that he was taken in Zagatala."
//
// Two voices; one deed (a shared word for what was done, or a sentence that says accounts differ); and one slot in
// which each says something that excludes what the other says. Towns exclude each other when neither lies in the other;
// hours when they are further apart than rounding explains.
#include <algorithm>
#include <climits>
#include <cmath>

#include "analysis/claims/distance.h"
#include "analysis/claims/identity.h"
#include "analysis/disputes/charges.h"
#include "analysis/disputes/disputes.h"
#include "analysis/passages/cited.h"
#include "analysis/words/clock.h"
#include "analysis/words/wording.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

bool is_month(const std::string& word) {
  static const std::set<std::string> kMonths = {"january",  "february", "march",    "april",     "may",
                                                "june",     "july",     "august",   "september", "october",
                                                "november", "december", "monday",   "tuesday",   "wednesday",
                                                "thursday", "friday",   "saturday", "sunday"};
  return kMonths.contains(word);
}

bool is_wrongful(const std::string& key) { return key.starts_with("=force ") || key.starts_with("=wrong "); }

class Rivals {
 public:
  Rivals(const Propositions& propositions, Disputes& found)
      : propositions_(propositions), corpus_(propositions.corpus()), found_(found) {}
  void find();

 private:
  bool are_rivals(const Passage& one, const Passage& other) const;
  bool is_contrasted(const Passage& one, const Passage& other) const;
  bool differ_in_culprit(const Passage& one, const Passage& other) const;
  bool differ_in_place(const Passage& one, const Passage& other) const;
  bool differ_in_hour(const Passage& one, const Passage& other) const;
  bool differ_in_time(const Passage& one, const Passage& other) const;
  std::string stance(const std::string& kind, const Passage& passage) const;
  std::vector<std::string> places_in(const Passage& passage) const;
  bool is_party(const Passage& passage, const std::string& text, std::size_t begin, std::size_t end) const;
  const record::PlaceItem* entry(const Passage& passage, const std::string& name) const;
  std::vector<When> days_in(const Passage& passage) const;
  std::string words(const Passage& passage) const { return text_of(passage).words(passage.range); }
  const Text& text_of(const Passage& passage) const {
    return corpus_.texts[static_cast<std::size_t>(passage.document)];
  }
  void add(const std::string& kind, int one, int other);
  std::string question(const std::string& kind, const Passage& one, const Passage& other) const;

  const Propositions& propositions_;
  const Corpus& corpus_;
  Disputes& found_;
  std::set<std::pair<int, int>> told_;
};

bool tells(const Passage& passage) {
  static const std::set<std::string> kTelling = {"assert", "accuse", "complain", "acknowledge",
                                                 "deny",   "evade",  "condemn"};
  return passage.utterance >= 0 && kTelling.contains(passage.act) && !passage.is_title && !passage.is_question &&
         is_known_voice(passage.voice);
}

bool Rivals::are_rivals(const Passage& one, const Passage& other) const {
  constexpr int kNear = 4;
  if (!tells(one) || !tells(other) || one.document != other.document || other.nr - one.nr > kNear) return false;
  if (one.utterance == other.utterance || same_mouth(one, other)) return false;
  const bool overlap = one.range.begin < other.range.end && other.range.begin < one.range.end;
  return !overlap;
}

// A word that sets accounts against each other in one of the two sentences, or just before them.
bool Rivals::is_contrasted(const Passage& one, const Passage& other) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(one.document)];
  const auto [begin, end] = propositions_.of_document(one.document);
  record::Range around{one.sentence.begin, other.sentence.end};
  for (int i = begin; i < end; ++i) {
    const Passage& before = propositions_.at(i);
    if (before.nr + 1 == one.nr) around.begin = std::min(around.begin, before.sentence.begin);
  }
  for (const auto& match : corpus_.lexicon->matches(text.words(around), Lexicon::Table::Marks)) {
    if (match.theme == "contrast") return true;
  }
  return false;
}

Ids targets_of(const Passage& passage) {
  Ids targets;
  for (const std::string& id : passage.parties) {
    if (!passage.voice.is_named_actor() || !meet({id}, {passage.voice.id})) insert_sorted(targets, id);
  }
  return targets;
}

bool blames(const Passage& passage) {
  return !passage.is_negative && (passage.act == "accuse" || passage.has_mark("blame"));
}

// Each names somebody as the doer, and not the same; they accuse each other, or speak of one deed of force.
bool Rivals::differ_in_culprit(const Passage& one, const Passage& other) const {
  const auto names_wrong = [&](const auto& keys) {
    return std::any_of(keys.begin(), keys.end(), [&](Key key) { return is_wrongful(propositions_.word(key)); });
  };
  const bool is_one_deed = names_wrong(common(one.keys, other.keys));
  // "A accuses B of sheltering rebels, B suspects A of the fire": two deeds, and no quarrel over either.
  if (!is_one_deed && names_wrong(one.keys) && names_wrong(other.keys)) return false;
  const bool is_mutual = speaks_of(one, other.voice) && speaks_of(other, one.voice);
  if (is_mutual && is_one_deed && !one.is_negative && !other.is_negative) return true;
  if (!blames(one) || !blames(other)) return false;
  const Ids of_one = targets_of(one), of_other = targets_of(other);
  if (meet(of_one, of_other)) return false;
  // A blames B, and B blames C.
  const bool is_passed_on = speaks_of(one, other.voice) && one.has_mark("blame") && other.has_mark("blame");
  if ((is_mutual || is_passed_on) && other.nr - one.nr <= 1) return true;
  const bool has_targets = (!of_one.empty() || !one.names.empty()) && (!of_other.empty() || !other.names.empty());
  if (!has_targets || (of_one.empty() && of_other.empty() && share(one.names, other.names))) return false;
  return (is_one_deed && !is_mutual) || (other.nr == one.nr && one.has_mark("blame") && other.has_mark("blame"));
}

// What a place is called behind "at", "in", "off" …: a name with capitals that is no country, month or party.
std::vector<std::string> Rivals::places_in(const Passage& passage) const {
  static const std::set<std::string> kBefore = {"at", "in", "off", "near", "outside", "inside", "aboard"};
  const std::string text = words(passage);
  const auto all = words_of(text);
  std::vector<std::string> places;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (!kBefore.contains(all[i].text)) continue;
    std::size_t last = i;
    while (last + 1 < all.size() && is_capital(text[all[last + 1].begin]) && all[last + 1].begin == all[last].end + 1)
      ++last;
    if (last == i || is_month(all[i + 1].text)) continue;
    const std::size_t begin = all[i + 1].begin, end = all[last].end;
    if (!is_party(passage, text, begin, end)) places.push_back(text.substr(begin, end - begin));
  }
  return places;
}

bool Rivals::is_party(const Passage& passage, const std::string& text, std::size_t begin, std::size_t end) const {
  const CodePoints points(text);
  const std::uint32_t first = passage.range.begin + points.from_byte(static_cast<std::uint32_t>(begin)),
                      last = passage.range.begin + points.from_byte(static_cast<std::uint32_t>(end));
  const auto& mentions = corpus_.texts[static_cast<std::size_t>(passage.document)].source->reading.mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const record::MentionItem& mention) {
    return is_somebody(mention.actor.actor) && mention.span.begin <= first && last <= mention.span.end &&
           mention.span.end - mention.span.begin <= last - first + 4;
  });
}

// The gazetteer's entry for a name in the passage, to tell how far two places are apart; null for others.
const record::PlaceItem* Rivals::entry(const Passage& passage, const std::string& name) const {
  const Text& text = corpus_.texts[static_cast<std::size_t>(passage.document)];
  for (const auto& place : text.source->reading.places) {
    const bool is_inside = passage.range.begin <= place.span.begin && place.span.end <= passage.range.end;
    if (is_inside && text.words(place.span) == name) return &place;
  }
  return nullptr;
}

// No name in common, none that stands in the other passage, none near the other.
bool Rivals::differ_in_place(const Passage& one, const Passage& other) const {
  const auto here = places_in(one), there = places_in(other);
  if (here.empty() || there.empty()) return false;
  constexpr double kApart = 15;
  for (const std::string& a : here) {
    for (const std::string& b : there) {
      const auto *first = entry(one, a), *second = entry(other, b);
      if (a == b || (first && second && kilometres(*first, *second) < kApart)) return false;
      if (words(other).find(a) != std::string::npos || words(one).find(b) != std::string::npos) return false;
    }
  }
  const Likeness likeness = propositions_.compare(one, other);
  return likeness.matters > 0 && is_contrasted(one, other);
}

// Days and hours that the passage names.
std::vector<When> Rivals::days_in(const Passage& passage) const {
  std::vector<When> days;
  for (const auto& moment : corpus_.texts[static_cast<std::size_t>(passage.document)].source->reading.moments) {
    const auto span = moment.date.span;
    if (span.begin < passage.range.begin || span.end > passage.range.end || span.empty()) continue;
    const When when{.lo = day_number(moment.date.lo), .hi = day_number(moment.date.hi)};
    if (when.is_known() && !when.is_coarse() && moment.kind != "duration") days.push_back(when);
  }
  return days;
}

// Hours further apart than rounding explains. Here a text may set its own words against what somebody says: a book, a
// witness, "officers insist on 6.40".
bool Rivals::differ_in_hour(const Passage& one, const Passage& other) const {
  constexpr int kNear = 2;
  const auto may_tell = [](const Passage& passage) {
    return !passage.is_title && !passage.is_question && !passage.is_unreal && is_known_voice(passage.voice);
  };
  if (one.document != other.document || other.nr - one.nr > kNear || !may_tell(one) || !may_tell(other)) return false;
  if ((one.utterance < 0 && other.utterance < 0) || one.utterance == other.utterance || same_mouth(one, other))
    return false;
  if (one.range.begin < other.range.end && other.range.begin < one.range.end) return false;
  const auto hour = clock_in(words(one)), rival = clock_in(words(other));
  return hour && rival && hour->is_apart(*rival) &&
         (propositions_.compare(one, other).matters > 0 || is_contrasted(one, other));
}

// Days within a month of each other, of which none is the same.
bool Rivals::differ_in_time(const Passage& one, const Passage& other) const {
  constexpr int kMonth = 30;
  const bool is_next = other.nr - one.nr < 2;
  const bool share_a_matter = propositions_.compare(one, other).matters > 0;
  const auto days = days_in(one), others = days_in(other);
  if (days.empty() || others.empty()) return false;
  int nearest = INT_MAX;
  for (const When& day : days) {
    for (const When& rival_day : others) {
      if (day.overlaps(rival_day)) return false;
      nearest = std::min(nearest, std::abs(day.lo - rival_day.lo));
    }
  }
  return nearest <= kMonth && (share_a_matter || (is_next && is_contrasted(one, other)));
}

std::string shown(const Corpus& corpus, const Voice& voice) {
  return voice.is_named_actor() ? corpus.name_of(voice.id) : voice.name.text();
}

std::string hour_text(const Clock& clock) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(clock.minute / 60) + ":" + two(clock.minute % 60);
}

// What a passage says of who, where or when.
std::string Rivals::stance(const std::string& kind, const Passage& passage) const {
  if (kind == "culprit") {
    const std::string names = names_in(corpus_, voices_of(targets_of(passage)));
    return names.empty() ? "says " + cited(text_of(passage), passage.range) : "blames " + names;
  }
  const auto places = places_in(passage);
  if (kind == "place") return places.empty() ? "tells it so" : "at " + places.front();
  const auto days = days_in(passage);
  const auto hour = clock_in(words(passage));
  std::string when = hour ? "at " + hour_text(*hour) : "";
  if (!days.empty()) when += (when.empty() ? "on " : " on ") + period_text(days.front());
  return when.empty() ? "tells it so" : when;
}

// "When did it happen (station)? Norway says at 23:30 on 1906-07-02, the watch says at 02:15 on 1906-07-03."
std::string Rivals::question(const std::string& kind, const Passage& one, const Passage& other) const {
  if (kind == "culprit")
    return question_of_blame(propositions_, one, other,
                             shown(corpus_, one.voice) + " " + stance(kind, one) + ", " + shown(corpus_, other.voice) +
                                 " " + stance(kind, other));
  const auto topic = propositions_.topic(one, other);
  const std::string about = topic.empty() ? "" : " (" + listed(topic) + ")";
  const auto said = [&](const Passage& passage) {
    const std::string name = shown(corpus_, passage.voice);
    return name + (is_plural(name) ? " say " : " says ") + stance(kind, passage);
  };
  return (kind == "place" ? "Where did it happen" : "When did it happen") + about + "? " + said(one) + ", " +
         said(other) + ".";
}

void Rivals::add(const std::string& kind, int one, int other) {
  if (!told_.emplace(one, other).second) return;
  const Passage &a = propositions_.at(one), &b = propositions_.at(other);
  DisputeMaker maker(corpus_, kind);
  for (const Passage* each : {&a, &b})
    maker.add(each->voice.key + std::to_string(each->nr), each->voice, stance(kind, *each), propositions_.quote(*each),
              each->score);
  const Quote quote = propositions_.quote(a);
  const auto themes = corpus_.lexicon->themes(quote.words);
  Dispute made =
      maker.finish(quote.item + std::to_string(a.nr), question(kind, a, b), "", shared_theme(themes, {}), 0.9);
  made.why = shown(corpus_, a.voice) + " and " + shown(corpus_, b.voice) +
             " tell of one deed side by side, with another " + (kind == "culprit" ? "doer" : kind) + " each";
  found_.push_back(std::move(made));
}

void Rivals::find() {
  const int count = static_cast<int>(propositions_.all().size());
  for (int i = 0; i < count; ++i) {
    for (int j = i + 1; j < std::min(count, i + 8); ++j) {
      const Passage &one = propositions_.at(i), &other = propositions_.at(j);
      if (differ_in_hour(one, other)) add("time", i, j);
      if (!are_rivals(one, other)) continue;
      if (differ_in_culprit(one, other))
        add("culprit", i, j);
      else if (differ_in_time(one, other))
        add("time", i, j);
      else if (differ_in_place(one, other))
        add("place", i, j);
    }
  }
}

}  // namespace

void find_rival_accounts(const Propositions& propositions, Disputes& found) {
  Rivals(propositions, found).find();
  find_rival_charges(propositions, found);
}

}  // namespace demarche::analysis
