// SPDX-License-Identifier: Apache-2.0
#include "analysis/figures/given_figures.h"

#include <algorithm>
#include <cmath>

#include "analysis/figures/claimants.h"
#include "analysis/names/identities.h"
#include "analysis/words/halves.h"
#include "analysis/words/hashed.h"
#include "analysis/words/stretches.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using quantities::Quantity;
using record::Range;

namespace {

bool is_wish(std::string_view act) {
  return act == "demand" || act == "propose" || act == "promise" || act == "offer" || act == "ask" || act == "threaten";
}

// Words that every report of figures has: "said that", "were killed".
bool tells_no_matter(const Lexicon& lexicon, const std::string& word) {
  if (word.size() < 4 || lexicon.is_common(word)) return true;
  for (const char* part : {"says", "teller", "anyone"})
    if (lexicon.has_part(word, part)) return true;
  return false;
}

// Stems of the sentence without the words of the figures themselves.
Stems stems_around(const Lexicon& lexicon, std::string_view sentence, std::uint32_t begin,
                   const std::vector<Quantity>& figures) {
  Stems stems;
  for (const Word& word : words_of(sentence)) {
    const auto at = begin + static_cast<std::uint32_t>(word.begin);
    const bool is_of_figure = std::any_of(figures.begin(), figures.end(), [&](const Quantity& each) {
      return each.span.begin <= at && at < each.span.end;
    });
    if (!is_of_figure && !tells_no_matter(lexicon, word.text)) stems.push_back(hashed(stem_of(word.text)));
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

bool has_any(const std::string& words, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return words.find(part) != std::string::npos; });
}

// Reads the figures of one document.
class Reading {
 public:
  Reading(const Corpus& corpus, int document)
      : corpus_(corpus),
        text_(corpus.texts[static_cast<std::size_t>(document)]),
        document_(document),
        claimants_(corpus) {}
  void read(std::vector<GivenFigure>& given);

 private:
  std::vector<Span> stretches() const;
  void read(Span sentence, std::vector<GivenFigure>& given);
  GivenFigure figure(const Quantity& quantity, Span sentence, bool is_after_figure) const;
  void inherit(GivenFigure& figure, const std::vector<GivenFigure>& given, std::size_t first_of_document) const;
  void note_speech(GivenFigure& figure) const;
  void place_and_date(GivenFigure& figure) const;
  void name_parties(GivenFigure& figure, std::string_view sentence) const;
  void note_kin(GivenFigure& figure) const;
  bool names_nothing(const std::string& noun) const;
  Range range(Span span) const { return {text_.points->from_byte(span.begin), text_.points->from_byte(span.end)}; }

  const Corpus& corpus_;
  const Text& text_;
  int document_;
  Claimants claimants_;
  std::size_t first_ = 0;
  int nr_ = 0;
  Stems before_;  // stems of the sentence before
};

// Titles and paragraphs of the text; all of it when its blocks are not known.
std::vector<Span> Reading::stretches() const {
  std::vector<Span> all;
  for (const auto& block : text_.source->blocks) {
    if (block.zone != "title" && block.zone != "body") continue;
    all.push_back({text_.points->to_byte(block.span.begin), text_.points->to_byte(block.span.end)});
  }
  if (text_.source->blocks.empty()) all.push_back({0, static_cast<std::uint32_t>(text_.source->document.text.size())});
  return all;
}

// What a bare number counts is told by the figure before it, in its sentence or the one before: "31 were held, the
// front says over 70". What is far smaller or larger counts something else.
void Reading::inherit(GivenFigure& figure, const std::vector<GivenFigure>& given, std::size_t first_of_document) const {
  constexpr std::uint32_t kNear = 260;
  constexpr double kFar = 30;
  if (figure.quantity.kind != "number" || given.size() == first_of_document) return;
  const GivenFigure& before = given.back();
  if (figure.quantity.span.begin - before.quantity.span.end > kNear || before.quantity.kind == "number") return;
  if (before.quantity.kind == "percent") return;
  const double ratio = figure.quantity.value / std::max(1.0, before.quantity.value);
  if (ratio > kFar || ratio < 1 / kFar) return;
  figure.is_beside = true;
  figure.quantity.kind = before.quantity.kind;
  figure.quantity.unit = before.quantity.unit;
  if (figure.noun.empty()) figure.noun = before.noun;
}

// Parts of a whole, rates, and counts that grew are compared with their like only.
void Reading::note_kin(GivenFigure& figure) const {
  constexpr std::uint32_t kNear = 34;
  const Range span = figure.quantity.span;
  const std::uint32_t from = span.begin - std::min(span.begin - figure.sentence.begin, kNear);
  const std::string before = fold_case(text_.words({from, span.begin}));
  const std::string behind = fold_case(text_.words({span.end, std::min(figure.sentence.end, span.end + kNear)}));
  const std::string own = fold_case(text_.words(span));
  figure.is_part = has_any(before, {"among them", "including", "of whom", "of these", "of them", ", of the "}) ||
                   (figure.sentence.begin == from && before.starts_with("of the ")) || behind.starts_with(" of them") ||
                   behind.starts_with(" of whom") || behind.starts_with(" of the ") ||
                   has_any(own, {" of the ", " of them"});
  figure.is_rate = behind.starts_with(" a year") || behind.starts_with(" a day") || behind.starts_with(" a month") ||
                   has_any(behind, {" each", " every ", " per ", " annually", "a head"}) ||
                   has_any(before, {"each ", "yearly", "annual"});
  figure.is_risen = has_any(before, {"risen to", "rose to", "climbed to", "rising to", "grown to", "up from"}) &&
                    figure.quantity.kind != "money";
}

void Reading::place_and_date(GivenFigure& figure) const {
  const Range sentence = figure.sentence;
  const auto is_inside = [&](Range span) { return sentence.begin <= span.begin && span.end <= sentence.end; };
  for (const auto& place : text_.source->reading.places) {
    if (is_inside(place.span) && figure.place.empty() && place.precision != "country") figure.place = place.name;
  }
  std::uint32_t nearest = UINT32_MAX;
  for (const auto& moment : text_.source->reading.moments) {
    if (!is_inside(moment.date.span) || moment.kind != "date") continue;
    const std::uint32_t apart = moment.date.span.begin > figure.quantity.span.begin
                                    ? moment.date.span.begin - figure.quantity.span.begin
                                    : figure.quantity.span.begin - moment.date.span.begin;
    if (apart >= nearest) continue;
    nearest = apart;
    figure.when = {.lo = day_number(moment.date.lo), .hi = day_number(moment.date.hi)};
  }
  for (std::size_t i = static_cast<std::size_t>(text_.first_claim); i < corpus_.claims.size(); ++i) {
    const Claim& claim = corpus_.claims[i];
    if (claim.document != document_) break;
    if (claim.event->sentence != sentence) continue;
    if (!figure.when.is_known()) figure.when = claim.when;
    if (figure.place.empty() && claim.event->place) figure.place = claim.event->place->name;
  }
}

// Whoever is named in the sentence, and the speaker where he speaks of his own.
void Reading::name_parties(GivenFigure& figure, std::string_view sentence) const {
  const auto is_inside = [&](Range span) {
    return figure.sentence.begin <= span.begin && span.end <= figure.sentence.end;
  };
  for (const auto& mention : text_.source->reading.mentions) {
    if (is_inside(mention.span) && is_somebody(mention.actor.actor)) insert_sorted(figure.about, mention.actor.actor);
  }
  for (const Named& named : corpus_.identities->in(document_)) {
    if (is_inside(named.span)) insert_sorted(figure.about, named.id);
  }
  const auto words = words_of(sentence);
  const bool is_of_own = std::any_of(words.begin(), words.end(), [](const Word& word) {
    return word.text == "we" || word.text == "our" || word.text == "us" || word.text == "i";
  });
  if (is_of_own && !figure.voice.id.empty()) insert_sorted(figure.about, figure.voice.id);
}

// Whoever asks wishes something, but for a question of an interview.
void Reading::note_speech(GivenFigure& figure) const {
  if (figure.utterance < 0) return;
  const Utterance& said = corpus_.utterances[static_cast<std::size_t>(figure.utterance)];
  const auto& cue = said.statement->cue;
  const bool is_turn = cue.empty() || text_.words(cue.front()) == ":";
  figure.is_asked = is_turn && said.act() == "ask";
  figure.is_wish = is_wish(said.act()) && !figure.is_asked;
  figure.said = said.said;
}

GivenFigure Reading::figure(const Quantity& quantity, Span sentence, bool is_after_figure) const {
  GivenFigure made;
  made.document = document_;
  made.quantity = {.value = quantity.value,
                   .lo = quantity.lo,
                   .hi = quantity.hi,
                   .unit = quantity.unit,
                   .kind = quantity.kind,
                   .span = range(quantity.span)};
  made.noun = quantity.noun;
  made.sentence = range(sentence);
  const Claimant claimant = claimants_.of({.document = document_,
                                           .sentence = sentence,
                                           .figure = quantity.span,
                                           .is_money = quantity.kind == "money",
                                           .is_after_figure = is_after_figure});
  made.voice = claimant.voice;
  made.utterance = claimant.utterance;
  made.is_own = claimant.is_own;
  made.said = text_.published;
  note_speech(made);
  place_and_date(made);
  note_kin(made);
  return made;
}

// "people", and words that are no noun or count nothing of their own: "comes to 11 million", "a figure of 40".
bool Reading::names_nothing(const std::string& noun) const {
  const Lexicon& lexicon = *corpus_.lexicon;
  for (const char* part : {"anyone", "no thing", "teller", "says", "tally"})
    if (lexicon.has_part(noun, part)) return true;
  return false;
}

void Reading::read(Span sentence, std::vector<GivenFigure>& given) {
  const std::string& text = text_.source->document.text;
  const auto quantities = corpus_.lexicon->recognizer().find(text, sentence, quantities::Recognizer::Bare::Take);
  const std::string_view words = std::string_view(text).substr(sentence.begin, sentence.size());
  const auto stems = stems_around(*corpus_.lexicon, words, sentence.begin, quantities);
  const auto themes = corpus_.lexicon->themes(words);
  const bool is_counted = corpus_.lexicon->has_part(words, "teller") || corpus_.lexicon->has_part(words, "tally");
  for (std::size_t i = 0; i < quantities.size(); ++i) {
    GivenFigure made = figure(quantities[i], sentence, i > 0);
    made.nr = nr_;
    made.is_counted = is_counted;
    made.stems = stems;
    made.context = before_;
    made.themes = themes;
    name_parties(made, words);
    inherit(made, given, first_);
    if (names_nothing(made.noun)) made.noun.clear();
    given.push_back(std::move(made));
  }
}

void Reading::read(std::vector<GivenFigure>& given) {
  first_ = given.size();
  const std::string_view text = text_.source->document.text;
  for (const Span stretch : stretches()) {
    for (const Span part : sentences_of(text.substr(stretch.begin, stretch.size()))) {
      const Span sentence{part.begin + stretch.begin, part.end + stretch.begin};
      read(sentence, given);
      ++nr_;
      before_ = stems_around(*corpus_.lexicon, text.substr(sentence.begin, sentence.size()), sentence.begin, {});
    }
  }
}

}  // namespace

std::vector<GivenFigure> figures_given(const Corpus& corpus) {
  return in_halves(corpus.texts.size(), [&](std::size_t begin, std::size_t end) {
    std::vector<GivenFigure> given;
    for (std::size_t i = begin; i < end; ++i) Reading(corpus, static_cast<int>(i)).read(given);
    return given;
  });
}

Quote quote_of(const Corpus& corpus, const GivenFigure& figure) {
  const std::string item =
      figure.utterance < 0 ? "figures" : corpus.utterances[static_cast<std::size_t>(figure.utterance)].id;
  return corpus.quote(figure.document, figure.sentence, figure.said, item);
}

bool may_be_one_figure(const record::QuantityItem& a, const record::QuantityItem& b) {
  constexpr double kRounding = 0.03;
  if (std::max(a.lo, b.lo) <= std::min(a.hi, b.hi)) return true;
  return std::abs(a.value - b.value) <= kRounding * std::max(std::abs(a.value), std::abs(b.value));
}

}  // namespace demarche::analysis
