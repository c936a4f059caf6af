// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/claims.h"

#include <algorithm>
#include <array>
#include <optional>

#include "analysis/claims/origins.h"
#include "analysis/claims/quoting.h"
#include "analysis/names/identities.h"
#include "analysis/names/speakers.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Range;
using record::Ranges;

namespace {

Stance stance_of_act(std::string_view act) {
  if (act == "deny") return Stance::Denies;
  if (act == "demand" || act == "propose") return Stance::Demands;
  if (act == "ask") return Stance::Demands;
  if (act == "promise" || act == "offer") return Stance::Promises;
  if (act == "refuse") return Stance::Refuses;
  if (act == "threaten" || act == "warn") return Stance::Threatens;
  return Stance::Affirms;
}

Stance stance_named(std::string_view name, std::string_view act) {
  static const std::map<std::string_view, Stance> kNamed = {
      {"denies", Stance::Denies},     {"demands", Stance::Demands},     {"proposes", Stance::Demands},
      {"promises", Stance::Promises}, {"offers", Stance::Promises},     {"refuses", Stance::Refuses},
      {"rejects", Stance::Refuses},   {"threatens", Stance::Threatens}, {"warns", Stance::Threatens},
      {"affirms", Stance::Affirms},   {"asserts", Stance::Affirms},     {"accuses", Stance::Affirms},
      {"asks", Stance::Demands}};
  const auto found = kNamed.find(name);
  return found == kNamed.end() ? stance_of_act(act) : found->second;
}

Ground ground_of(std::string_view modality) {
  if (modality == "happened" || modality == "ongoing" || modality.empty()) return Ground::Fact;
  if (modality == "planned" || modality == "promised") return Ground::Future;
  return Ground::Supposed;
}

Range hull(const Ranges& ranges) {
  Range whole{UINT32_MAX, 0};
  for (const Range& range : ranges) {
    whole.begin = std::min(whole.begin, range.begin);
    whole.end = std::max(whole.end, range.end);
  }
  return whole.begin > whole.end ? Range{} : whole;
}

Ranges joined(Ranges ranges, const Ranges& more) {
  ranges.insert(ranges.end(), more.begin(), more.end());
  return ranges;
}

bool covers(Range outer, Range inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

// Fills a Corpus, one document after the other.
class Layout {
 public:
  Layout(Corpus& corpus, const Lexicon& lexicon, const Identities& identities)
      : corpus_(corpus), lexicon_(lexicon), identities_(identities) {}
  void add(int document);

 private:
  std::string issuer() const;
  int utterance_of(int statement) const;
  Voice voice_of_document() const;
  Voice voice_of_statement(const record::StatementItem& statement, int nr) const;
  Utterance utterance(const record::StatementItem& statement, int nr) const;
  Ids about(Range content, const Voice& voice) const;
  const Named* target(const record::StatementItem& statement, const Voice& voice) const;
  void gather_named();
  Ids ids_of(const std::vector<record::PartyItem>& parties) const;
  Claim claim(const record::EventItem& event, int nr) const;
  void take_stance(Claim& claim) const;
  std::vector<std::string> themes_near(const record::EventItem& event) const;
  void link(int first_claim);

  Corpus& corpus_;
  const Lexicon& lexicon_;
  const Identities& identities_;
  std::optional<Speakers> speakers_;
  std::vector<Named> named_;  // actors and names of the document, in text order
  const Source* source_ = nullptr;
  Text* text_ = nullptr;
  int document_ = 0;
  std::vector<int> utterances_;  // by statement: its place in the corpus; -1 for what somebody withdrew
};

// Whose a press release is: the actor that its outlet names.
std::string Layout::issuer() const {
  const auto& document = source_->document;
  if (document.kind != "release" || document.outlet.empty()) return {};
  const std::string outlet = fold_case(document.outlet);
  for (const auto& mention : source_->reading.mentions) {
    const std::string& id = mention.actor.actor;
    if (is_somebody(id) && !is_kind(id) && fold_case(text_->words(mention.span)) == outlet) return voice_of(id);
  }
  return {};
}

// -1: in the document's own voice.
int Layout::utterance_of(int statement) const {
  return statement < 0 || statement >= static_cast<int>(utterances_.size())
             ? -1
             : utterances_[static_cast<std::size_t>(statement)];
}

Voice Layout::voice_of_document() const {
  const auto& document = source_->document;
  const bool is_author = document.kind == "opinion" && !document.authors.empty();
  Voice voice{.id = issuer(),
              .speaker = {},
              .name = is_author ? document.authors.front() : document.outlet,
              .kind = is_author ? "author" : "outlet",
              .key = {}};
  const bool has_title = !document.title.empty() && document.title[0] != '|';  // a table at the head is no title
  if (voice.name.empty()) voice.name = has_title ? document.title : document.path;
  if (!voice.id.empty()) voice.speaker = voice.id;
  voice.key = voice.id.empty() ? voice.kind + ":" + fold_case(voice.name) : voice.id.text();
  return voice;
}

namespace {

// A name without the marks of its page: "** Many in this city".
std::string plain_name(const std::string& words) {
  const auto all = words_of(words);
  if (all.empty()) return {};
  const std::size_t end = words.find_last_not_of(" *_|>#:;,\n");
  return words.substr(all.front().begin, end + 1 - all.front().begin);
}

}  // namespace

// An unnamed voice is the same only within its document: "officials" of two papers may be different people.
Voice Layout::voice_of_statement(const record::StatementItem& statement, int nr) const {
  if (statement.speaker_kind == "author" || statement.speaker_kind == "outlet") {
    if (statement.speaker.empty() && statement.source.empty()) return voice_of_document();
  }
  Voice voice{.id = {},
              .speaker = speakers_->of(nr),
              .name = statement.speaker_person,
              .kind = statement.speaker_kind,
              .key = {}};
  const bool has_id = is_somebody(voice.speaker);
  const bool is_unnamed = statement.speaker_kind == "collective" || statement.speaker_kind == "anonymous";
  const bool is_paper = statement.speaker_kind == "outlet" && is_name(voice.speaker);
  if (has_id && !is_unnamed && !is_paper && !is_kind(voice.speaker)) voice.id = voice_of(voice.speaker);
  constexpr std::size_t kName = 70;
  if (voice.name.empty() && (!has_id || is_unnamed) && !statement.source.empty())
    voice.name = plain_name(text_->words(statement.source.front()));
  if (voice.name.size() > kName) voice.name.clear();
  if (voice.name.empty()) voice.name = statement.speaker_name;
  if (voice.name.empty() && has_id) voice.name = corpus_.name_of(voice.speaker);
  if (voice.name.empty() && !statement.source.empty()) voice.name = plain_name(text_->words(statement.source.front()));
  const bool is_label = voice.name.size() == 1;  // "Q", "A": which turn it is, not whose
  if (voice.name.empty() || is_label) voice.name = "an unnamed voice";
  voice.key =
      !voice.id.empty() ? voice.id.text() : voice.kind + ":" + fold_case(voice.name) + "@" + source_->document.id;
  return voice;
}

// Mentions with an actor, and the persons and groups that have only a name.
void Layout::gather_named() {
  named_ = identities_.in(document_);
  std::erase_if(named_, [](const Named& named) { return !named.is_sure; });
  const std::size_t names = named_.size();
  for (const auto& mention : source_->reading.mentions) {
    if (mention.is_withdrawn || mention.actor.actor.empty() || mention.actor.actor[0] == '.') continue;
    const auto overruling =
        std::find_if(named_.begin(), named_.begin() + static_cast<std::ptrdiff_t>(names), [&](const Named& named) {
          return named.overrules && named.span.begin < mention.head.end && mention.head.begin < named.span.end;
        });
    if (overruling == named_.begin() + static_cast<std::ptrdiff_t>(names))
      named_.push_back({.span = mention.span, .id = mention.actor.actor});
  }
  std::stable_sort(named_.begin(), named_.end(),
                   [](const Named& a, const Named& b) { return a.span.begin < b.span.begin; });
}

Ids Layout::about(Range content, const Voice& voice) const {
  Ids about;
  for (const Named& named : named_) {
    if (covers(content, named.span) && named.id != voice.speaker) insert_sorted(about, named.id);
  }
  return about;
}

// Readers give the one accused or asked as part of the content ("Tarvessa of sheltering …") or between cue and content.
const Named* Layout::target(const record::StatementItem& statement, const Voice& voice) const {
  constexpr std::uint32_t kNear = 70;
  const Range cue = hull(statement.cue), content = hull(statement.content);
  if (content.empty()) return nullptr;
  const bool is_behind_cue = !statement.cue.empty() && cue.end <= content.begin && content.begin - cue.end < kNear;
  const std::uint32_t from = is_behind_cue ? cue.end : content.begin;
  const auto first = std::find_if(named_.begin(), named_.end(), [&](const Named& named) {
    return named.span.begin >= from && named.span.begin <= content.begin + kNear && named.span.end <= content.end &&
           voice_of(named.id) != voice_of(voice.speaker);
  });
  return first == named_.end() ? nullptr : &*first;
}

Utterance Layout::utterance(const record::StatementItem& statement, int nr) const {
  Utterance made;
  made.document = document_;
  made.nr = nr;
  made.statement = &statement;
  made.voice = voice_of_statement(statement, nr);
  for (const std::string& id : statement.addressees) {
    if (is_somebody(id)) insert_sorted(made.addressees, id);
  }
  made.content = hull(statement.content);
  made.whole = hull(joined(joined(statement.source, statement.cue), statement.content));
  made.quote = shown_of(*text_, made.whole, hull(statement.cue), statement.content);
  made.about = about(made.content, made.voice);
  if (const Named* named = target(statement, made.voice)) {
    constexpr std::uint32_t kFewWords = 14, kThatThe = 12;
    made.is_subject = named->span.begin >= made.content.begin && named->span.begin <= made.content.begin + kThatThe;
    made.target = named->id;
    made.is_bare = made.content.end < named->span.end + kFewWords;
  }
  if (is_shown_whole(made.whole)) made.themes = lexicon_.themes(text_->words(made.whole));
  if (made.themes.empty()) made.themes = lexicon_.themes(text_->words(made.quote));
  made.inside = utterance_of(statement.inside);
  made.said = text_->published;
  made.score = statement.score;
  made.id = record::item_id(source_->document.id, 's', nr);
  return made;
}

// Issues named within reach of the trigger; those of the whole sentence when there are none so near.
std::vector<std::string> Layout::themes_near(const record::EventItem& event) const {
  constexpr std::size_t kReach = 70;
  const std::string sentence = text_->words(event.sentence);
  const Range trigger = hull(event.trigger);
  const std::uint32_t first = text_->points->to_byte(event.sentence.begin);
  const std::size_t begin = text_->points->to_byte(std::max(trigger.begin, event.sentence.begin)) - first;
  const std::size_t end = text_->points->to_byte(std::max(trigger.end, event.sentence.begin)) - first;
  std::vector<std::string> near, all = lexicon_.themes_of_event(event.event, event.contexts);
  for (const auto& match : lexicon_.matches(sentence)) {
    if (match.begin <= end + kReach && begin <= match.end + kReach) insert_sorted(near, match.theme);
    insert_sorted(all, match.theme);
  }
  return near.empty() ? all : near;
}

Ids Layout::ids_of(const std::vector<record::PartyItem>& parties) const {
  Ids ids;
  for (const auto& party : parties) {
    const std::string id = identities_.of_party(document_, *text_, party.span, party.actor.actor);
    if (!id.empty() && id[0] != '.') insert_sorted(ids, id);
  }
  return ids;
}

void Layout::take_stance(Claim& claim) const {
  const auto& event = *claim.event;
  if (claim.utterance < 0) {
    claim.voice = voice_of_document();
  } else {
    const Utterance& utterance = corpus_.utterances[static_cast<std::size_t>(claim.utterance)];
    claim.voice = utterance.voice;
    claim.stance = stance_named(event.stance, utterance.act());
  }
  if (event.polarity == "negated" && claim.stance == Stance::Affirms) claim.stance = Stance::Denies;
  if (event.polarity == "negated" && claim.stance == Stance::Promises) claim.stance = Stance::Refuses;
  if (event.modality == "asked") claim.stance = Stance::Asks;
}

Claim Layout::claim(const record::EventItem& event, int nr) const {
  Claim made;
  made.document = document_;
  made.nr = nr;
  made.event = &event;
  made.utterance = utterance_of(event.inside);
  made.performed_by = utterance_of(event.performed_by);
  made.ground = ground_of(event.modality);
  made.actors = ids_of(event.actors);
  made.recipients = ids_of(event.recipients);
  made.themes = themes_near(event);
  made.stems = stems_of(text_->words(hull(event.trigger)));
  if (event.date) made.when = {.lo = day_number(event.date->lo), .hi = day_number(event.date->hi)};
  made.said = text_->published;
  made.score = event.score;
  made.id = record::item_id(source_->document.id, 'e', nr);
  take_stance(made);
  return made;
}

// A statement knows its claims, and was made on the day of the deed it does, where the text dates that.
void Layout::link(int first_claim) {
  for (std::size_t i = static_cast<std::size_t>(first_claim); i < corpus_.claims.size(); ++i) {
    Claim& claim = corpus_.claims[i];
    if (claim.utterance >= 0)
      corpus_.utterances[static_cast<std::size_t>(claim.utterance)].claims.push_back(static_cast<int>(i));
    if (claim.performed_by < 0 || !claim.when.is_known() || claim.when.is_coarse()) continue;
    Utterance& utterance = corpus_.utterances[static_cast<std::size_t>(claim.performed_by)];
    utterance.said = claim.when.lo;
    utterance.said_is_exact = true;
  }
  for (std::size_t i = static_cast<std::size_t>(first_claim); i < corpus_.claims.size(); ++i) {
    Claim& claim = corpus_.claims[i];
    if (claim.utterance >= 0) claim.said = corpus_.utterances[static_cast<std::size_t>(claim.utterance)].said;
    if (claim.performed_by >= 0) claim.said = corpus_.utterances[static_cast<std::size_t>(claim.performed_by)].said;
  }
}

void Layout::add(int document) {
  document_ = document;
  text_ = &corpus_.texts[static_cast<std::size_t>(document)];
  source_ = text_->source;
  text_->first_claim = static_cast<int>(corpus_.claims.size());
  text_->first_utterance = static_cast<int>(corpus_.utterances.size());
  gather_named();
  speakers_.emplace(document_, *text_, identities_);
  text_->voice = voice_of_document();
  const Source& source = *source_;
  const int first_claim = text_->first_claim;
  utterances_.clear();
  int next = text_->first_utterance;
  for (const auto& statement : source.reading.statements) utterances_.push_back(statement.is_withdrawn ? -1 : next++);
  for (std::size_t i = 0; i < source.reading.statements.size(); ++i) {
    const auto& statement = source.reading.statements[i];
    if (!statement.is_withdrawn) corpus_.utterances.push_back(utterance(statement, static_cast<int>(i)));
  }
  for (std::size_t i = 0; i < source.reading.events.size(); ++i) {
    if (source.reading.events[i].is_withdrawn) continue;
    corpus_.claims.push_back(claim(source.reading.events[i], static_cast<int>(i)));
  }
  link(first_claim);
}

}  // namespace

Corpus lay_out(const std::vector<Source>& sources, const Lexicon& lexicon, const NameOf& name_of) {
  Corpus corpus;
  corpus.lexicon = &lexicon;
  corpus.name_of_actor = name_of;
  std::vector<const Source*> sorted;
  for (const Source& source : sources) sorted.push_back(&source);
  std::sort(sorted.begin(), sorted.end(),
            [](const Source* a, const Source* b) { return a->document.id < b->document.id; });
  corpus.texts.reserve(sorted.size());
  std::size_t claims = 0, utterances = 0;
  for (const Source* source : sorted) {
    claims += source->reading.events.size();
    utterances += source->reading.statements.size();
    corpus.texts.push_back({.source = source,
                            .points = std::make_unique<CodePoints>(source->document.text),
                            .published = day_number(source->document.published),
                            .voice = {},
                            .shingles = sampled_shingles(source->document.text)});
  }
  corpus.identities = std::make_shared<const Identities>(corpus.texts, lexicon.name_words());
  corpus.names = corpus.identities->names();
  corpus.claims.reserve(claims);
  corpus.utterances.reserve(utterances);
  Layout layout(corpus, lexicon, *corpus.identities);
  for (std::size_t i = 0; i < corpus.texts.size(); ++i) layout.add(static_cast<int>(i));
  return corpus;
}

}  // namespace demarche::analysis
