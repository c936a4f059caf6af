// SPDX-License-Identifier: Apache-2.0
// A line per actor and issue: what it said and did, in order of day. What says the same on one day is one position. A
// change is told against the last word that can be set beside it (stands.h), towards the same others where there is
// one.
#include "analysis/positions/positions.h"

#include <algorithm>
#include <set>

#include "analysis/claims/identity.h"
#include "analysis/claims/origins.h"
#include "analysis/claims/same_proposition.h"
#include "analysis/positions/holders.h"
#include "analysis/positions/issues.h"
#include "analysis/positions/stands.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

struct Entry {
  const Utterance* utterance = nullptr;  // of what is said
  const Claim* claim = nullptr;          // of what is done
  Stand stand;
  Ids towards;  // voices of those spoken to or about; of a deed, to whom it is done
  int day = kNoDay;
  double weight = 0;               // how surely it is this, on this issue
  bool is_matter = false;          // the issue is named by the record's words, not by a theme
  const Entry* repeats = nullptr;  // the earlier statement of which this one is an echo

  int document() const { return utterance ? utterance->document : claim->document; }
  const std::string& id() const { return utterance ? utterance->id : claim->id; }
  Quote quote(const Corpus& corpus) const { return utterance ? corpus.quote(*utterance) : corpus.quote(*claim); }
};

constexpr std::size_t kMostOthers = 3;  // with more it is spoken of the world

Ids others_than(const std::string& actor, const Ids& ids) {
  Ids others = voices_of(ids);
  std::erase(others, actor);
  return others.size() > kMostOthers ? Ids{} : others;
}

bool opposed_claims(const Corpus& corpus, const Utterance& one, const Utterance& other) {
  for (const int a : one.claims) {
    for (const int b : other.claims) {
      const Claim &first = corpus.claims[static_cast<std::size_t>(a)],
                  &second = corpus.claims[static_cast<std::size_t>(b)];
      const bool flips = (first.stance == Stance::Affirms && second.stance == Stance::Denies) ||
                         (first.stance == Stance::Denies && second.stance == Stance::Affirms);
      if (flips && same_proposition(first.stance == Stance::Affirms ? first : second,
                                    first.stance == Stance::Denies ? first : second))
        return true;
    }
  }
  return false;
}

bool is_turn_of_fact(const Corpus& corpus, const Entry& before, const Entry& now) {
  return before.utterance && now.utterance && opposed_claims(corpus, *before.utterance, *now.utterance);
}

// Of a content in pieces the one that stands nearest to its cue: the others may be of the sentence before.
record::Range main_part(const Utterance& utterance) {
  const auto& statement = *utterance.statement;
  if (statement.cue.empty()) return statement.content.front();
  const auto distance = [&](const record::Range& part) {
    const record::Range cue = statement.cue.front();
    return part.begin >= cue.end ? part.begin - cue.end : cue.begin - std::min(cue.begin, part.end);
  };
  return *std::min_element(statement.content.begin(), statement.content.end(),
                           [&](const auto& one, const auto& other) { return distance(one) < distance(other); });
}

// The positions of one actor on one issue.
class Line {
 public:
  Line(const Corpus& corpus, std::string actor, std::string issue, std::vector<Entry>& entries)
      : corpus_(corpus), actor_(std::move(actor)), issue_(std::move(issue)), entries_(entries) {}
  std::vector<Position> positions();
  Position silence(int until) const;

 private:
  const Entry* before(const Entry& entry) const;
  std::string change_of(const Entry& entry) const;
  std::string text_of(const Entry& entry) const;
  Position open(const Entry& entry) const;
  double weight() const;

  const Corpus& corpus_;
  std::string actor_, issue_;
  std::vector<Entry>& entries_;
};

// The last word of an earlier day that this one may be set beside: towards the same others if there is one, else where
// one of the two names nobody. Within one day somebody demands this and refuses that: it takes another to change
// course.
const Entry* Line::before(const Entry& entry) const {
  const Entry* general = nullptr;
  for (auto earlier = std::make_reverse_iterator(entries_.begin() + (&entry - entries_.data()));
       earlier != entries_.rend(); ++earlier) {
    const bool is_earlier = earlier->day != kNoDay && earlier->day < entry.day;
    if (!is_earlier || !(are_comparable(earlier->stand, entry.stand) || is_turn_of_fact(corpus_, *earlier, entry)))
      continue;
    if (meet(earlier->towards, entry.towards)) return &*earlier;
    if (!general && (earlier->towards.empty() || entry.towards.empty())) general = &*earlier;
  }
  return general;
}

std::string Line::change_of(const Entry& entry) const {
  const Entry* earlier = before(entry);
  if (!earlier) return "new";
  return is_turn_of_fact(corpus_, *earlier, entry) ? "reversed"
                                                   : std::string(change_between(earlier->stand, entry.stand));
}

std::string Line::text_of(const Entry& entry) const {
  constexpr std::size_t kLong = 220, kFewWords = 6;
  std::string text = entry.stand.name;
  const Ids others = others_than(actor_, entry.utterance ? entry.utterance->addressees : entry.claim->recipients);
  const bool is_wish = entry.stand.name == "demands" || entry.stand.name == "asks";
  if (!others.empty()) text += (is_wish ? " of " : entry.utterance ? ", to " : " ") + names_in(corpus_, others);
  // A word or two are shown with their sentence.
  const bool is_enough = entry.utterance && words_of(content_of(corpus_, *entry.utterance)).size() >= kFewWords;
  const std::string words =
      is_enough ? corpus_.texts[static_cast<std::size_t>(entry.document())].words(main_part(*entry.utterance))
                : entry.quote(corpus_).words;
  return text + ": “" + shortened(std::string(trim(words)), kLong) + "”";
}

// Sure when many texts tell of it: 1 − Π (1 − the surest of each text).
double Line::weight() const {
  std::map<int, double> by_text;
  for (const Entry& entry : entries_) {
    double& most = by_text[entry.document()];
    most = std::max(most, entry.weight);
  }
  double doubt = 1;
  for (const auto& [document, most] : by_text) doubt *= 1 - most / 2;
  return 1 - doubt;
}

Position Line::open(const Entry& entry) const {
  Position position;
  position.id = finding_id('p', actor_ + "|" + issue_ + "|" + entry.id());
  position.actor = actor_;
  position.name = corpus_.name_of(actor_);
  position.issue = issue_;
  position.stance = entry.stand.name;
  position.text = text_of(entry);
  position.since = position.until = day_text(entry.day);
  position.change = change_of(entry);
  position.score = weight();
  if (entry.utterance) {
    const std::string& speaker = entry.utterance->voice.speaker;
    if (speaker != actor_ && !is_name(speaker)) position.office = speaker;
    position.person = entry.utterance->statement->speaker_person;
  }
  position.evidence = {entry.quote(corpus_)};
  return position;
}

void add_evidence(Position& position, const Quote& quote) {
  const bool is_known = std::any_of(position.evidence.begin(), position.evidence.end(),
                                    [&](const Quote& known) { return known.words == quote.words; });
  if (!is_known) position.evidence.push_back(quote);
}

// An echo adds to the evidence of what it repeats; so does what says the same on the same day.
std::vector<Position> Line::positions() {
  std::vector<Position> found;
  std::map<std::pair<int, std::string>, std::size_t> of_day;
  std::map<const Entry*, std::size_t> place;
  for (const Entry& entry : entries_) {
    const Quote quote = entry.quote(corpus_);
    if (entry.repeats) {
      add_evidence(found[place[entry.repeats]], quote);
      continue;
    }
    const auto [known, is_new] = of_day.try_emplace({entry.day, entry.stand.name}, found.size());
    if (is_new)
      found.push_back(open(entry));
    else
      add_evidence(found[known->second], quote);
    place[&entry] = known->second;
  }
  return found;
}

Position Line::silence(int until) const {
  const Entry& entry = entries_.back();
  Position position = open(entry);
  position.id = finding_id('p', actor_ + "|" + issue_ + "|silent");
  position.stance = "silent";
  position.text = "nothing more on " + issue_ + " since " + day_text(entry.day);
  position.since = day_text(entry.day + 1);
  position.until = day_text(until);
  position.change = "silent";
  return position;
}

// A second outlet that prints most of the same words of the same act towards the same others is an echo and no second
// statement; so is one that prints exactly what was said, as whatever act it was read. Entries come in order of day.
class Echoes {
 public:
  explicit Echoes(const Corpus& corpus) : corpus_(corpus) {}

  const Entry* repeated_by(const Entry& entry) {
    const Entry*& first = by_content_[folded_content(entry)];
    if (first && first->document() != entry.document()) return first;
    const Entry* const earlier = covered_by(entry);
    if (!first) first = earlier ? earlier : &entry;
    return earlier;
  }

 private:
  const Entry* covered_by(const Entry& entry) {
    constexpr std::size_t kBack = 64;  // statements looked back at: what is repeated is printed soon
    const Shingles runs = shingles_of(entry.quote(corpus_).words);
    auto& said = said_[{entry.stand.name, entry.towards}];
    const std::size_t oldest = said.size() - std::min(said.size(), kBack);
    for (std::size_t i = said.size(); i-- > oldest;) {
      if (said[i].first->document() != entry.document() && covers(said[i].second, runs)) return said[i].first;
    }
    said.emplace_back(&entry, runs);
    return nullptr;
  }

  // A few words are soon the same; a deed has none.
  std::string folded_content(const Entry& entry) const {
    constexpr std::size_t kEnough = 8;
    std::string folded;
    const auto words = entry.utterance ? words_of(content_of(corpus_, *entry.utterance)) : std::vector<Word>{};
    if (words.size() < kEnough) return entry.id();
    for (const Word& word : words) folded += word.text + " ";
    return folded;
  }

  // Most runs of the later text stand in the earlier one: one that says as much again is no echo.
  static bool covers(const Shingles& earlier, const Shingles& later) {
    const double shared = containment(earlier, later) * static_cast<double>(std::min(earlier.size(), later.size()));
    return !later.empty() && shared >= kSameOrigin * static_cast<double>(later.size());
  }

  const Corpus& corpus_;
  std::map<std::pair<std::string, Ids>, std::vector<std::pair<const Entry*, Shingles>>> said_;
  std::map<std::string, const Entry*> by_content_;
};

using Key = std::pair<std::string, std::string>;  // actor, issue
using Lines = std::map<Key, std::vector<Entry>>;

double weight_of(const Utterance& utterance, const Stand& stand, const Issues& issues) {
  constexpr double kPlain = 0.6, kUnnamed = 0.5;
  return issues.weight * utterance.score * (stand.name == "asserts" ? kPlain : 1) *
         (utterance.voice.is_named_actor() ? 1 : kUnnamed);
}

void add_words(const Corpus& corpus, const std::vector<Stand>& stands, const IssuesOfCorpus& issues, Lines& lines) {
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) {
    const Utterance& utterance = corpus.utterances[i];
    const std::string actor = holder_of(utterance.voice);
    if (actor.empty() || !tells_a_stand(corpus, static_cast<int>(i), stands[i], issues.utterances[i])) continue;
    Entry entry;
    entry.utterance = &utterance;
    entry.stand = stands[i];
    entry.day = utterance.said;
    entry.towards = others_than(actor, utterance.addressees.empty() ? utterance.about : utterance.addressees);
    entry.weight = weight_of(utterance, stands[i], issues.utterances[i]);
    entry.is_matter = issues.utterances[i].are_matters;
    const Issues& about = issues.utterances[i];
    for (const std::string& issue : about.names) lines[{actor, issue}].push_back(entry);
    if (about.matter.empty()) continue;
    entry.is_matter = true;
    lines[{actor, about.matter}].push_back(entry);
  }
}

void add_deeds(const Corpus& corpus, const IssuesOfCorpus& issues, Lines& lines) {
  for (std::size_t i = 0; i < corpus.claims.size(); ++i) {
    const Claim& claim = corpus.claims[i];
    Entry entry;
    entry.claim = &claim;
    entry.stand = stand_of_deed(corpus, claim);
    entry.day = claim.when.is_exact() ? claim.when.lo : claim.said;
    if (entry.stand.name.empty() || !tells_a_deed(corpus, claim)) continue;
    entry.weight = issues.claims[i].weight * claim.score;
    entry.is_matter = issues.claims[i].are_matters;
    for (const std::string& actor : voices_of(claim.actors)) {
      if (!is_somebody(actor)) continue;
      entry.towards = others_than(actor, claim.recipients);
      for (const std::string& issue : issues.claims[i].names) lines[{actor, issue}].push_back(entry);
    }
  }
}

bool is_stand(const Entry& entry) { return entry.stand.family != Family::Fact || entry.stand.name == "denies"; }

// A matter that the record's own words name is an issue when stands on it are taken more than once, by two or on two
// days. On one issue alone, mere assertions of one text that do not even name a theme are no line.
void drop_what_is_no_issue(Lines& lines) {
  std::map<std::string, std::set<std::pair<std::string, int>>> stands;  // by matter: who, on which day
  for (const auto& [key, entries] : lines) {
    for (const Entry& entry : entries) {
      if (is_stand(entry)) stands[key.second].emplace(key.first, entry.day);
    }
  }
  std::erase_if(lines, [&](const auto& line) {
    const auto& entries = line.second;
    const bool is_matter = std::all_of(entries.begin(), entries.end(), [](const Entry& e) { return e.is_matter; });
    const bool takes_none = std::none_of(entries.begin(), entries.end(), is_stand);
    const bool is_of_one_text = entries.front().document() == entries.back().document();
    return is_matter && (stands[line.first.second].size() < 2 || (takes_none && is_of_one_text));
  });
}

std::vector<Stand> stands_of(const Corpus& corpus) {
  std::vector<Stand> stands;
  for (const Utterance& utterance : corpus.utterances) stands.push_back(stand_of(corpus, utterance));
  return stands;
}

Lines lines_of(const Corpus& corpus) {
  const std::vector<Stand> stands = stands_of(corpus);
  std::vector<bool> takes_stand;
  for (const Stand& stand : stands) takes_stand.push_back(stand.name != "asserts");
  const IssuesOfCorpus issues = issues_of(corpus, takes_stand);
  Lines lines;
  add_words(corpus, stands, issues, lines);
  add_deeds(corpus, issues, lines);
  drop_what_is_no_issue(lines);
  for (auto& [key, entries] : lines) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return std::forward_as_tuple(a.day, a.id()) < std::forward_as_tuple(b.day, b.id());
    });
    Echoes echoes(corpus);
    for (Entry& entry : entries) entry.repeats = echoes.repeated_by(entry);
  }
  return lines;
}

// Silence is a finding only of one who spoke often on the issue, still speaks on others, while others still speak on
// this one.
bool fell_silent(const std::vector<Entry>& entries, int issue_last, int actor_last) {
  constexpr std::size_t kOften = 3;
  constexpr int kLong = 180;
  const int last = entries.back().day;
  return entries.size() >= kOften && last != kNoDay && issue_last != kNoDay && actor_last != kNoDay &&
         issue_last >= last + kLong && actor_last >= last + kLong;
}

}  // namespace

std::vector<Position> find_positions(const Corpus& corpus) {
  auto lines = lines_of(corpus);
  std::map<std::string, int> issue_last, actor_last;
  for (const auto& [key, entries] : lines) {
    const int last = entries.back().day;
    for (int* day : {&issue_last.try_emplace(key.second, kNoDay).first->second,
                     &actor_last.try_emplace(key.first, kNoDay).first->second}) {
      *day = std::max(*day, last);
    }
  }
  std::vector<Position> found;
  for (auto& [key, entries] : lines) {
    Line line(corpus, key.first, key.second, entries);
    for (Position& position : line.positions()) found.push_back(std::move(position));
    if (fell_silent(entries, issue_last[key.second], actor_last[key.first]))
      found.push_back(line.silence(std::max(issue_last[key.second], actor_last[key.first])));
  }
  return found;
}

}  // namespace demarche::analysis
