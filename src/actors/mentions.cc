// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "actors/link.h"
#include "actors/scan.h"

namespace demarche::actors {

namespace {

// In a chronology the year a line tells of, not the year it was written in, says who held an office.
std::optional<Day> year_told(const std::vector<Word>& words, std::optional<Day> written) {
  for (const Word& word : words) {
    const bool is_year =
        word.fold.size() == 4 && (word.fold[0] == '1' || word.fold[0] == '2') &&
        std::all_of(word.fold.begin(), word.fold.end(), [](unsigned char c) { return std::isdigit(c); });
    if (!is_year) continue;
    const int year = std::stoi(word.fold);
    if (year < 1900 || (written && year > static_cast<int>(written->year()))) continue;
    const Day middle = std::chrono::year(year) / 7 / 1;
    return written && middle > *written ? written : std::optional(middle);
  }
  return {};
}

class DocumentScan {
 public:
  DocumentScan(const Tables::Content& content, const Document& document, const language::Tokens& tokens)
      : content_(content), document_(document), scanner_(content, document.text()) {
    for (const language::Sentence& sentence : tokens.sentences) add_sentence(sentence);
  }

  void scan() {
    for (std::uint32_t i = 0; i < sentences_.size(); ++i) scanner_.scan(sentences_[i], i, drafts_);
  }

  void add_annotations(const reader::Annotations& annotations) {
    for (const auto& attribution : annotations.attributions) {
      for (const Span span : attribution.source) add_phrase(span, true);
      for (const auto& addressee : attribution.addressees) add_phrase(addressee.span, false);
    }
    for (const auto& predicate : annotations.predicates) {
      for (const auto& actor : predicate.actors) add_phrase(actor.span, true);
      for (const auto& recipient : predicate.recipients) add_phrase(recipient.span, false);
    }
    for (const reader::Name& name : annotations.names) add_name(name);
    chains_ = Chains(annotations.anchors);
  }

  Mentions link() {
    const Heading heading = read_heading(content_, document_);
    drop_namesakes_of(heading);
    Linker linker(content_, document_.text(), sentences_, heading, chains_, drafts_);
    linker.link();
    Mentions out;
    out.issuer = linker.issuer();
    for (Draft& draft : drafts_) out.mentions.push_back(std::move(draft.mention));
    merge(out);
    return out;
  }

 private:
  void add_sentence(const language::Sentence& sentence) {
    SentenceWords words{sentence.span,
                        sentence.block,
                        split_words(document_.text(), sentence.span),
                        document_.metadata().published.day,
                        false,
                        document_.blocks()[sentence.block].zone == Zone::Title};
    if (!words.words.empty()) words.words.front().before = 0;
    words.is_title_case = !document_.view(sentence.span).ends_with('.') && is_title_case(content_, words.words);
    if (document_.metadata().kind == DocumentKind::Chronology) {
      const auto told = year_told(words.words, words.day);
      const bool goes_on = !told && !sentences_.empty() && sentences_.back().block == sentence.block;
      constexpr std::size_t kLine = 3;  // words: "1995", "In 1995"
      if (told && words.words.size() <= kLine) year_ = told;
      if (told) words.day = told;
      if (!told && year_) words.day = year_;
      if (goes_on) words.day = sentences_.back().day;
    }
    sentences_.push_back(std::move(words));
  }

  // Where the dateline says "TRIPOLI, Lebanon", the town's name stands for no other state in the whole text.
  void drop_namesakes_of(const Heading& heading) {
    if (heading.town.empty()) return;
    for (Draft& draft : drafts_) {
      if (!draft.mention.resolution || !owes_country_to(draft, heading)) continue;
      draft.mention.kind = draft.role == nullptr ? MentionKind::Place : draft.mention.kind;
      if (draft.role == nullptr) {
        draft.mention.resolution.reset();
      } else {
        Resolution& found = *draft.mention.resolution;
        found = {"." + found.sector, draft.role->name, "", found.sector, found.sector2, found.person, found.rule, 0.5f};
      }
    }
  }

  // Whether only the town in it gives a phrase its country.
  bool owes_country_to(const Draft& draft, const Heading& heading) const {
    const std::vector<Word> words = split_words(document_.text(), draft.mention.span);
    const auto count = static_cast<std::uint32_t>(words.size());
    bool has_town = false;
    for (std::uint32_t at = 0; at < count;) {
      const Item item = item_at(content_, words, at, count, sentences_[draft.sentence].day, Case::Strict);
      if (item.owner != nullptr) {
        const bool is_town = words[at].fold == heading.town && item.owner->sense == Sense::Seat;
        const std::string& country = content_.actors[item.owner->index].country;
        if (!is_town && country == draft.mention.resolution->country) return false;
        has_town |= is_town && country != heading.home;
      }
      at = item.end;
    }
    return has_town;
  }

  // Last of all: until here an actor goes by the name and country that it had.
  void merge(Mentions& found) const {
    if (content_.merges.empty()) return;
    const std::optional<Day> published = document_.metadata().published.day;
    if (found.issuer) found.issuer = merged(content_, *found.issuer, published);
    for (Mention& mention : found.mentions) {
      const auto sentence = sentence_of(mention.span);
      if (mention.resolution)
        mention.resolution = merged(content_, *mention.resolution, sentence ? sentences_[*sentence].day : published);
    }
  }

  std::optional<std::uint32_t> sentence_of(Span span) const {
    const auto after =
        std::upper_bound(sentences_.begin(), sentences_.end(), span.begin,
                         [](std::uint32_t byte, const SentenceWords& sentence) { return byte < sentence.span.begin; });
    if (after == sentences_.begin() || !(after - 1)->span.contains(span)) return {};
    return static_cast<std::uint32_t>(after - sentences_.begin() - 1);
  }

  Draft* same_span(Span span) {
    const auto found =
        std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& draft) { return draft.mention.span == span; });
    return found == drafts_.end() ? nullptr : &*found;
  }

  // The network may stop behind "of" or "and".
  Span without_loose_end(Span span) const {
    const std::vector<Word> words = split_words(document_.text(), span);
    std::size_t count = words.size();
    while (count > 1 && (content_.classes_of(words[count - 1].fold) & (kConjunction | kPreposition | kDeterminer)))
      --count;
    return count == words.size() ? span : Span{span.begin, words[count - 1].span.end};
  }

  Draft* add_phrase(Span span, bool is_source) {
    span = without_loose_end(span);
    const auto sentence = sentence_of(span);
    if (!sentence) return nullptr;
    std::optional<Draft> draft = scanner_.draft_of(sentences_[*sentence], *sentence, span);
    if (!draft) return nullptr;
    if (Draft* known = same_span(draft->mention.span)) {
      known->is_source |= is_source;
      if (!known->mention.resolution) known->mention.resolution = draft->mention.resolution;
      return known;
    }
    draft->is_source = is_source;
    drafts_.push_back(std::move(*draft));
    return &drafts_.back();
  }

  void add_name(const reader::Name& name) {
    Draft* draft = add_phrase(name.span, false);
    if (draft == nullptr || draft->mention.resolution || !draft->name.empty()) return;
    switch (name.kind) {
      case reader::NameKind::Person:
        draft->mention.kind = MentionKind::Person;
        draft->name = std::string(document_.view(draft->mention.span));
        break;
      case reader::NameKind::Place:
      case reader::NameKind::Facility:
        draft->mention.kind = MentionKind::Place;
        break;
      case reader::NameKind::Organisation:
        draft->mention.kind = MentionKind::Actor;
        break;
      case reader::NameKind::Group:
        draft->mention.kind = MentionKind::Group;
        break;
      case reader::NameKind::Other:
        break;
    }
  }

  const Tables::Content& content_;
  const Document& document_;
  Scanner scanner_;
  std::optional<Day> year_;  // that the last heading of a chronology names
  std::vector<SentenceWords> sentences_;
  std::vector<Draft> drafts_;
  Chains chains_;
};

}  // namespace

int Mentions::find(Span phrase) const {
  int inside = -1, covering = -1, longer = -1;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Span span = mentions[i].span;
    if (span.begin >= phrase.end) break;
    if (span == phrase) return static_cast<int>(i);
    // The head of an English noun phrase: the mention that begins first, before "of" and "to".
    const bool holds =
        phrase.contains(span) && (inside < 0 || span.size() > mentions[static_cast<std::size_t>(inside)].span.size());
    if (holds) inside = static_cast<int>(i);
    if (!span.contains(phrase)) continue;
    // Sorted: a later one that covers is the smaller.
    covering = static_cast<int>(i);
    if (phrase.contains(mentions[i].head)) longer = covering;
  }
  // "Peruvian officials" is "Peruvian officials in Lima", not "Peruvian".
  if (longer >= 0) return longer;
  return inside >= 0 ? inside : covering;
}

std::vector<int> Mentions::parts(Span phrase) const {
  std::vector<int> found;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.span.begin >= phrase.end) break;
    const bool is_actor =
        mention.kind == MentionKind::Actor || mention.kind == MentionKind::Person || mention.kind == MentionKind::Group;
    if (!is_actor || !phrase.contains(mention.span)) continue;
    const bool nested = !found.empty() && mentions[static_cast<std::size_t>(found.back())].span.contains(mention.span);
    if (!nested) found.push_back(static_cast<int>(i));
  }
  return found;
}

Mentions Resolver::resolve(const Document& document, const language::Tokens& tokens,
                           const reader::Annotations& annotations) const {
  DocumentScan scan(tables_.content(), document, tokens);
  scan.scan();
  scan.add_annotations(annotations);
  return scan.link();
}

}  // namespace demarche::actors
