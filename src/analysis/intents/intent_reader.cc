// SPDX-License-Identifier: Apache-2.0
// Sentence by sentence. What the reader took for a demand, a refusal or a promise is one, with its content for a
// matter. What is left of a sentence is read by its words: "we shall not", "they must", "we will"; else it tells how
// things are.
#include "analysis/intents/intent_reader.h"

#include <algorithm>
#include <optional>

#include "analysis/intents/intent_voices.h"
#include "analysis/intents/matter.h"
#include "analysis/texts/sentences.h"

namespace demarche::analysis {

using record::Range;

namespace {

constexpr std::string_view kTable = "data/lexicon/en/deeds.tsv";
using WordList = std::vector<Word>;

std::optional<Course> course_of_act(std::string_view act) {
  if (act == "demand" || act == "ask" || act == "propose") return Course::Wants;
  if (act == "refuse") return Course::Refuses;
  if (act == "promise" || act == "offer" || act == "agree") return Course::Promises;
  return std::nullopt;
}

class Reader {
 public:
  Reader(const Corpus& corpus, int document, Things& things, std::vector<Intent>& found)
      : corpus_(corpus),
        deeds_(corpus.lexicon->aim_words()),
        text_(corpus.texts[static_cast<std::size_t>(document)]),
        document_(document),
        things_(things),
        found_(found),
        voices_(corpus, text_),
        written_(text_.published == kNoDay ? day_in_head(text_) : text_.published) {}
  std::size_t read();

 private:
  void read(Range sentence);
  void add_performed(Range sentence, const Utterance& said, Course course);
  void add_spoken(Range sentence, Range part);
  bool add_told(Range sentence, Range part);
  bool add_lapse(Range sentence);
  bool has_verb_near(Range clause) const;
  void choose_course(Intent& intent, const Utterance* frame, const Claim* claim, Range clause) const;
  void add(Intent intent, Range clause);
  void take_over(Intent& intent, const WordList& words) const;

  std::vector<const Utterance*> utterances_in(Range sentence) const;
  std::optional<Course> course_in(const Utterance& said, Range sentence) const;
  bool asks_to_know(const Utterance& said) const;
  const Utterance* frame_of(Range part) const;
  const Claim* claim_in(Range part) const;
  Intent blank(Range sentence) const;
  int day_of(Range sentence, int said) const;
  std::uint32_t beginning_of_part(Range sentence, std::uint32_t clause) const;
  int due_in(Range clause, int said, bool is_told) const;
  WordList words_in(Range range) const { return words_of(text_.words(range)); }
  const Utterance& utterance(int index) const { return corpus_.utterances[static_cast<std::size_t>(index)]; }

  const Corpus& corpus_;
  const AimWords& deeds_;
  const Text& text_;
  int document_;
  Things& things_;
  std::vector<Intent>& found_;
  IntentVoices voices_;
  int written_;            // the last day on which it can have been written
  Matter before_;          // of the last words that had one
  std::uint32_t end_ = 0;  // where those end
};

namespace {

// How many items made a claim or an utterance: those that nobody withdrew.
template <class Items>
int standing(const Items& items) {
  return static_cast<int>(
      std::count_if(items.begin(), items.end(), [](const auto& item) { return !item.is_withdrawn; }));
}

}  // namespace

std::vector<const Utterance*> Reader::utterances_in(Range sentence) const {
  std::vector<const Utterance*> found;
  const int first = text_.first_utterance, count = standing(text_.source->reading.statements);
  for (int i = first; i < first + count; ++i) {
    if (meets(hull(utterance(i).statement->cue), sentence) || meets(utterance(i).content, sentence))
      found.push_back(&utterance(i));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Utterance* a, const Utterance* b) { return a->whole.begin < b->whole.begin; });
  return found;
}

// A demand, refusal or promise whose cue stands in the sentence. "Told them to leave" is a demand as well. The label of
// a turn is no cue: what the turn does, it need not do in each sentence.
std::optional<Course> Reader::course_in(const Utterance& said, Range sentence) const {
  const Range cue = hull(said.statement->cue);
  if (!meets(said.statement->cue.empty() ? said.content : cue, sentence) || said.voice.kind == "outlet") return {};
  if (!cue.empty() && words_in(cue).empty()) return {};
  const auto course = course_of_act(said.act());
  if (said.act() == "ask" && asks_to_know(said)) return {};
  if (course || said.act() != "assert" || said.content.empty()) return course;
  const WordList words = words_in(said.content);
  const bool is_order = !words.empty() && deeds_.has("order", {words.front()});
  return is_order ? std::optional(Course::Wants) : std::nullopt;
}

// "Asked why the gate was locked": what is wanted is an answer.
bool Reader::asks_to_know(const Utterance& said) const {
  const WordList words = words_in(said.content);
  return !words.empty() && deeds_.has("question word", {words.front()});
}

// The statement whose content the words are, or most of them: the shortest.
const Utterance* Reader::frame_of(Range part) const {
  const Utterance* frame = nullptr;
  for (const Utterance* each : utterances_in(part)) {
    const Range both = overlap(each->content, part);
    const std::uint32_t enough = meets(hull(each->statement->cue), part) ? 4 : 2;  // a quarter of its own sentence
    if (enough * (both.end - both.begin) < part.end - part.begin) continue;
    if (!frame || each->content.end - each->content.begin < frame->content.end - frame->content.begin) frame = each;
  }
  return frame;
}

const Claim* Reader::claim_in(Range part) const {
  const int first = text_.first_claim, count = standing(text_.source->reading.events);
  for (int i = first; i < first + count; ++i) {
    const Claim& claim = corpus_.claims[static_cast<std::size_t>(i)];
    if (meets(hull(claim.event->trigger), part)) return &claim;
  }
  return nullptr;
}

// Entries of a chronology stand behind their dates. The day of what is still to be done is not that of the words.
int Reader::day_of(Range sentence, int said) const {
  const std::string& kind = text_.source->document.kind;
  if (kind != "chronology") {
    const Claim* claim = claim_in(sentence);
    const bool is_told = claim && claim->when.is_exact() && claim->ground == Ground::Fact;
    return is_told && (said == kNoDay || claim->when.lo <= said) ? claim->when.lo : said == kNoDay ? written_ : said;
  }
  const record::MomentItem* last = nullptr;
  for (const auto& moment : text_.source->reading.moments) {
    const std::uint32_t begin = moment.date.span.begin;
    if (begin >= sentence.end) continue;
    if (begin > 0 && text_.words({begin - 1, begin}) != "\n") continue;
    if (!last || begin > last->date.span.begin) last = &moment;
  }
  return last ? day_number(last->date.hi) : kNoDay;
}

// Behind the last comma before the words that lead to a clause: "Norway, *which had refused* boats for years, asks …".
std::uint32_t Reader::beginning_of_part(Range sentence, std::uint32_t clause) const {
  constexpr std::uint32_t kShortest = 12;
  const std::string before = text_.words({sentence.begin, std::max(sentence.begin, clause)});
  for (std::size_t at = before.size(); at > 0; --at) {
    if (before[at - 1] == ',' && before.size() - at >= kShortest)
      return sentence.begin + CodePoints(before).from_byte(static_cast<std::uint32_t>(at));
  }
  return sentence.begin;
}

// The last day that a promise names, when it lies ahead, or when the promise is told as one of earlier.
int Reader::due_in(Range clause, int said, bool is_told) const {
  int due = kNoDay;
  for (const auto& moment : text_.source->reading.moments) {
    if (!meets(moment.date.span, clause)) continue;
    const int day = day_number(moment.date.hi);
    if (day != kNoDay && (said == kNoDay || day > said || is_told)) due = std::max(due, day);
  }
  return due;
}

Intent Reader::blank(Range sentence) const {
  constexpr double kByWords = 0.5;
  Intent intent;
  intent.document = document_;
  intent.sentence = sentence;
  intent.at = sentence.begin;
  intent.score = kByWords;
  intent.item = std::string(kTable);
  return intent;
}

// WordList without a matter of their own speak of what was said just before: "It will not do so", "neither took place".
void Reader::take_over(Intent& intent, const WordList& words) const {
  intent.is_taken_over = true;
  intent.matter.things = before_.things;
  intent.matter.nearby = before_.nearby;
  if (!intent.matter.aims.empty()) return;
  const bool is_denied = intent.course == Course::Fact && deeds_.has("negation", words);
  for (const Aim& aim : before_.aims)
    intent.matter.aims.push_back(is_denied || intent.course == Course::Refuses ? aim.opposite() : aim);
  std::sort(intent.matter.aims.begin(), intent.matter.aims.end());
}

void Reader::add(Intent intent, Range clause) {
  constexpr std::uint32_t kNext = 160;
  intent.at = clause.begin;
  intent.clause = clause;
  intent.is_negated = deeds_.has("negation", words_in(clause));
  intent.is_dated = intent.said != kNoDay && (intent.said != written_ || text_.source->document.kind == "chronology");
  intent.is_earlier = deeds_.has("earlier", words_in({beginning_of_part(intent.sentence, clause.begin), clause.end}));
  intent.is_conditional = deeds_.has("conditional", words_in(clause));
  intent.is_admission = deeds_.has("admission", words_in(intent.sentence));
  intent.matter = matter_of(text_, deeds_, things_, clause, intent.course == Course::Refuses);
  intent.is_deed_alone = intent.matter.things.empty() && !intent.matter.aims.empty();
  intent.is_breach = deeds_.has("breach", words_in(intent.sentence));
  const bool is_near = end_ > 0 && clause.begin < end_ + kNext;
  if (!intent.matter.things.empty()) {
    if (is_near) {
      std::set_difference(before_.things.begin(), before_.things.end(), intent.matter.things.begin(),
                          intent.matter.things.end(), std::back_inserter(intent.matter.nearby));
    }
  } else if (is_near) {
    take_over(intent, words_in(clause));
  }
  const bool has_day = intent.course == Course::Promises || intent.course == Course::Refuses;
  const bool is_told = intent.course == Course::Promises && deeds_.has("promised then", words_in(intent.sentence));
  if (has_day) intent.due = due_in(clause, intent.said, is_told);
  found_.push_back(std::move(intent));
}

// Among the first words of a clause.
bool Reader::has_verb_near(Range clause) const {
  constexpr std::uint32_t kReach = 60;
  return deeds_.has("auxiliary", words_in({clause.begin, std::min(clause.end, clause.begin + kReach)}));
}

void Reader::add_performed(Range sentence, const Utterance& said, Course course) {
  const Range cue = hull(said.statement->cue);
  Range clause = overlap(said.content, sentence);
  if (clause.empty()) clause = {std::clamp(cue.begin, sentence.begin, sentence.end), sentence.end};
  Intent intent = blank(sentence);
  intent.course = course;
  voices_.set_voice(intent, said);
  intent.said = day_of(sentence, said.said);
  intent.score = said.score;
  intent.item = said.id;
  intent.is_offer = said.act() == "offer";
  const WordList words = words_in(sentence);
  const Range offered{cue.empty() ? clause.begin : std::min(cue.begin, clause.begin), clause.end};
  if (intent.is_offer && deeds_.has("negation", words_in(offered))) return;  // "offered no proof"
  intent.points_at_offer = deeds_.has("offer", words);
  intent.is_strong = course == Course::Promises && deeds_.has("strong pledge", words);
  // "It refused Norwegian boats": who is named there only does what is refused when a verb follows.
  Ids subject = voices_.named_in(beginning_of(clause));
  if (!intent.who.empty() && !has_verb_near(clause)) subject.clear();
  intent.doers = course == Course::Wants ? voices_.asked_by(said, sentence, clause)
                 : subject.empty()       ? intent.who
                                         : subject;
  if (course != Course::Wants && !subject.empty()) voices_.set_voice(intent, subject.front());
  intent.is_forbidding = course == Course::Wants && deeds_.has("forbid", words);
  add(std::move(intent), clause);
}

// Demands and refusals that the document tells as deeds: "the manager declined".
bool Reader::add_told(Range sentence, Range part) {
  const Claim* claim = claim_in(part);
  if (!claim || claim->stance != Stance::Affirms || claim->ground != Ground::Fact || claim->performed_by >= 0)
    return false;
  const bool is_refusal = claim->event->event == "REJECT";
  if ((!is_refusal && claim->event->event != "REQUEST") || claim->event->actors.empty()) return false;
  Intent intent = blank(sentence);
  intent.course = is_refusal ? Course::Refuses : Course::Wants;
  voices_.set_voice(intent, *claim);
  intent.doers = is_refusal ? intent.who : voices_of(claim->recipients);
  intent.said = day_of(sentence, claim->said);
  intent.score = claim->score;
  intent.item = claim->id;
  intent.points_at_offer = deeds_.has("offer", words_in(part));
  const Range trigger = hull(claim->event->trigger);
  add(std::move(intent), {std::max(trigger.begin, part.begin), part.end});
  return true;
}

void Reader::choose_course(Intent& intent, const Utterance* frame, const Claim* claim, Range clause) const {
  const WordList words = words_in(clause);
  const Ids subject = voices_.named_in(beginning_of(clause));
  const bool is_said = frame || voices_.is_release();
  const bool is_of_author = text_.source->document.kind == "opinion" || text_.source->document.kind == "study";
  const bool is_own = is_said && (deeds_.has("first person", words) || subject.empty() || meet(subject, intent.who));
  // What one says that another plans is no promise.
  const bool is_planned =
      claim && claim->event->modality == "planned" && (!frame || meet(voices_of(claim->actors), intent.who));
  const bool is_intended = is_planned || (claim && claim->event->modality == "promised");
  intent.doers = subject.empty() ? intent.who : subject;
  if (deeds_.has("rebuff", words)) {
    intent.course = Course::Refuses;
    intent.who.clear();
    intent.doers.clear();
    intent.voice = {.id = {}, .speaker = {}, .name = "the one who was asked", .kind = "none", .key = {}};
  } else if (deeds_.has("refusal", words) && (is_said || !subject.empty())) {
    intent.course = Course::Refuses;
    if (!subject.empty()) voices_.set_voice(intent, subject.front());
  } else if (deeds_.has("duty", words) && (is_said || is_of_author)) {
    intent.course = Course::Wants;
    intent.doers = meet(subject, intent.who) ? Ids() : subject;
  } else if (deeds_.has("strong pledge", words) || (is_own && deeds_.has("pledge", words)) || is_intended) {
    intent.course = Course::Promises;
    intent.is_strong = deeds_.has("strong pledge", words);
    if (claim && !claim->actors.empty()) intent.doers = voices_of(claim->actors);
  } else {
    intent.course = Course::Fact;
    intent.is_strong = deeds_.has("failure", words);
    intent.doers = subject.empty() && claim ? voices_of(claim->actors) : subject;
  }
}

void Reader::add_spoken(Range sentence, Range part) {
  const Utterance* frame = frame_of(part);
  if (frame && frame->voice.kind == "outlet") return;
  if (add_told(sentence, part)) return;
  const Range clause = frame ? overlap(frame->content, part) : part;
  const Claim* claim = claim_in(clause);
  Intent intent = blank(sentence);
  if (claim) intent.score = claim->score, intent.item = claim->id;
  if (frame) {
    voices_.set_voice(intent, *frame);
    intent.score = frame->score;
    intent.item = frame->id;
  } else if (voices_.is_release()) {
    voices_.set_issuer(intent);
  } else {
    intent.voice = {.id = {}, .speaker = {}, .name = corpus_.outlet(document_), .kind = "outlet", .key = {}};
  }
  intent.said = day_of(sentence, frame ? frame->said : text_.published);
  choose_course(intent, frame, claim, clause);
  const bool is_supposed = deeds_.has("supposed", words_in(clause)) || deeds_.has("duty", words_in(clause));
  if (intent.course == Course::Fact && is_supposed) return;
  // Who refuses or promises speaks for himself; what somebody must do is his wish least of all.
  const bool is_own = intent.course == Course::Refuses || intent.course == Course::Promises;
  if (!frame && !voices_.is_release() && is_own && !intent.doers.empty()) {
    voices_.set_voice(intent, intent.doers.front());
    intent.who = intent.doers;
  }
  add(std::move(intent), clause);
}

// "The day set for it passed without effect": what was to be done was not done.
bool Reader::add_lapse(Range sentence) {
  if (!deeds_.has("lapse", words_in(sentence))) return false;
  Intent intent = blank(sentence);
  intent.voice = {.id = {}, .speaker = {}, .name = corpus_.outlet(document_), .kind = "outlet", .key = {}};
  intent.said = day_of(sentence, text_.published);
  intent.is_strong = true;
  intent.course = Course::Refuses;  // reads the deeds at their other ends
  add(std::move(intent), sentence);
  found_.back().course = Course::Fact;
  return true;
}

// What a statement leaves of its sentence, before and behind it, is read by its words when it is long enough to tell
// something.
void Reader::read(Range sentence) {
  constexpr std::size_t kTells = 4;
  Range performed{UINT32_MAX, 0};
  for (const Utterance* said : utterances_in(sentence)) {
    const auto course = course_in(*said, sentence);
    if (!course) continue;
    add_performed(sentence, *said, *course);
    const Range whole = overlap(said->whole, sentence);
    performed = {std::min(performed.begin, whole.begin), std::max(performed.end, whole.end)};
    Matter matter = matter_of(text_, deeds_, things_, overlap(said->content, sentence), false);
    if (!matter.things.empty()) before_ = std::move(matter), end_ = sentence.end;
  }
  if (add_lapse(sentence)) {
    performed = sentence;
  } else if (performed.begin > performed.end) {
    for (const Range clause : voices_.clauses_of(sentence)) add_spoken(sentence, clause);
  } else {
    for (const Range part : {Range{sentence.begin, performed.begin}, Range{performed.end, sentence.end}}) {
      if (part.begin < part.end && words_in(part).size() >= kTells) add_spoken(sentence, part);
    }
  }
  Matter matter = matter_of(text_, deeds_, things_, sentence, false);
  if (!matter.things.empty()) before_ = std::move(matter);
  end_ = sentence.end;
}

std::size_t Reader::read() {
  const auto sentences = sentences_of(text_);
  for (const Range& sentence : sentences) read(sentence);
  return sentences.size();
}

}  // namespace

std::size_t read_intents(const Corpus& corpus, int document, Things& things, std::vector<Intent>& found) {
  return Reader(corpus, document, things, found).read();
}

}  // namespace demarche::analysis
