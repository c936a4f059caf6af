// SPDX-License-Identifier: Apache-2.0
#include "record/writer.h"

#include "base/utf8.h"
#include "record/loader.h"
#include "record/pack.h"

namespace demarche::record {

namespace {

// Item numbers in SQL begin at 1; -1 and “none” are NULL.
std::optional<std::int64_t> number_or_null(int index) {
  return index < 0 ? std::nullopt : std::optional<std::int64_t>(index + 1);
}

std::optional<std::int64_t> plain_or_null(std::int64_t value, std::int64_t none) {
  return value == none ? std::nullopt : std::optional(value);
}

std::optional<std::string> day_or_null(const std::optional<Day>& day) {
  return day ? std::optional(show(*day)) : std::nullopt;
}

// What the full text of a statement holds.
std::string words_of(const Ranges& content, const std::string& text) {
  const CodePoints points(text);
  std::string words;
  for (const Range range : content) {
    const std::uint32_t begin = points.to_byte(range.begin);
    words += text.substr(begin, points.to_byte(range.end) - begin) + "\n";
  }
  return words;
}

// The rowid of a statement in statement_text, which SQLite wants as one number.
constexpr std::int64_t kStatementsPerDocument = 1 << 20;

}  // namespace

std::string network_of(const std::string& model) { return model.substr(0, model.find("; actors ")); }

std::int64_t Record::Writer::producer(const std::string& name) {
  const auto known = producers_.find(name);
  if (known != producers_.end()) return known->second;
  auto insert =
      database_.use("INSERT INTO producer (name) VALUES (?) ON CONFLICT DO UPDATE SET name = name RETURNING producer");
  insert << name;
  insert.step();
  return producers_[name] = insert.number(0);
}

const Record::Writer::Named& Record::Writer::actor_row(const ActorRef& reference) {
  const auto known = actors_.find(reference.actor);
  const auto has = [](const std::string& kept, const std::string& given) { return !kept.empty() || given.empty(); };
  if (known != actors_.end() && has(known->second.name, reference.name) &&
      has(known->second.country, reference.country) && has(known->second.sector, reference.sector))
    return known->second;
  auto insert = database_.use(
      "INSERT INTO actor VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = iif(name = '', excluded.name, name), "
      "country = iif(country = '', excluded.country, country), sector = iif(sector = '', excluded.sector, sector) "
      "RETURNING name, country, sector");
  insert << reference.actor << reference.name << reference.country << reference.sector;
  insert.step();
  Named row{insert.text(0), insert.text(1), insert.text(2), read_name_of(reference.actor)};
  return actors_.insert_or_assign(reference.actor, std::move(row)).first->second;
}

// What the program calls an actor whom a person calls otherwise; empty when nobody does.
std::string Record::Writer::read_name_of(const std::string& actor) {
  auto row = database_.use("SELECT json_extract(read, '$') FROM corrected WHERE item = ? AND field = 'name'");
  row << actor;
  return row.step() ? row.text(0) : std::string();
}

Record::Writer::Own Record::Writer::own(const ActorRef& reference) {
  const auto known = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  if (reference.actor.empty()) return {known(reference.name), known(reference.country), known(reference.sector)};
  const Named& row = actor_row(reference);
  const auto apart = [](const std::string& own, const std::string& of_row) {
    return !own.empty() && own == of_row ? std::nullopt : std::optional(own);
  };
  if (!row.read_name.empty() && reference.name == row.read_name)
    return {std::nullopt, apart(reference.country, row.country), apart(reference.sector, row.sector)};
  return {apart(reference.name, row.name), apart(reference.country, row.country), apart(reference.sector, row.sector)};
}

void Record::Writer::write(const Document& document, const engine::Reading& reading, const ReadingItems& items,
                           std::int64_t run, const std::string& model) {
  model_ = model;
  doc_ = document_row(document, items, reading.tokens.tokens.size(), run);
  blocks(document);
  this->items(items, document.text());
  if (document.is_readable()) annotations(doc_, reading.annotations, network_of(model));
}

void Record::Writer::items(const ReadingItems& items, const std::string& text) {
  notes(items);
  for (std::size_t i = 0; i < items.mentions.size(); ++i) mention(items.mentions[i], static_cast<int>(i));
  for (std::size_t i = 0; i < items.statements.size(); ++i) statement(items.statements[i], static_cast<int>(i), text);
  for (std::size_t i = 0; i < items.events.size(); ++i) event(items.events[i], static_cast<int>(i));
  for (std::size_t i = 0; i < items.moments.size(); ++i) moment(items.moments[i], static_cast<int>(i));
  for (std::size_t i = 0; i < items.places.size(); ++i) place(items.places[i], static_cast<int>(i));
}

void Record::Writer::rewrite(std::int64_t doc, const Document& document, const engine::Reading& reading,
                             const ReadingItems& items, std::int64_t run, const std::string& model,
                             const std::string& network) {
  model_ = model;
  doc_ = doc;
  remove_items(document.text());
  auto update = database_.use("UPDATE document SET run = ?, sentences = ?, tokens = ? WHERE doc = ?");
  (update << run << static_cast<std::int64_t>(items.sentences.size())
          << static_cast<std::int64_t>(reading.tokens.tokens.size()) << doc)
      .run();
  this->items(items, document.text());
  annotations(doc, reading.annotations, network);
}

void Record::Writer::annotations(std::int64_t doc, const reader::Annotations& annotations, const std::string& network) {
  auto insert = database_.use("INSERT OR REPLACE INTO annotations VALUES (?, ?, ?, ?)");
  (insert << doc << network << kPackedForm << Blob{packed(annotations)}).run();
}

// All that hangs on the document but its blocks and copies; the rows of others first that point at one.
void Record::Writer::remove_items(const std::string& text) {
  // An index without content forgets only what it is told again.
  const ReadingItems old = Loader(database_).reading(doc_);
  auto forget = database_.use("INSERT INTO statement_text (statement_text, rowid, words) VALUES ('delete', ?, ?)");
  for (std::size_t i = 0; i < old.statements.size(); ++i)
    (forget << doc_ * kStatementsPerDocument + static_cast<std::int64_t>(i) + 1
            << words_of(old.statements[i].content, text))
        .run();
  for (const char* table : {"event_context", "participant", "quantity", "event", "addressee", "statement", "mention",
                            "moment", "place", "note"}) {
    auto remove = database_.use(std::string("DELETE FROM ") + table + " WHERE doc = ?");
    (remove << doc_).run();
  }
  auto remove = database_.use("DELETE FROM evidence WHERE doc = ? AND length(item) <= 12");
  (remove << doc_).run();
}

std::int64_t Record::Writer::document_row(const Document& document, const ReadingItems& items, std::size_t tokens,
                                          std::int64_t run) {
  const Metadata& metadata = document.metadata();
  auto insert = database_.use(
      "INSERT INTO document (id, run, path, given_id, title, authors, outlet, published, stamp, url, language, kind, "
      "sentences, tokens, "
      "stored, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  insert << document.id() << run << metadata.path << text_or_null(metadata.given_id) << metadata.title
         << line_of(Json(metadata.authors)) << metadata.outlet << day_or_null(metadata.published.day)
         << text_or_null(metadata.published.stamp) << metadata.url << metadata.language << name_of(metadata.kind)
         << static_cast<std::int64_t>(items.sentences.size()) << static_cast<std::int64_t>(tokens) << now_utc()
         << document.text();
  insert.run();
  const std::int64_t doc = database_.last_row();
  auto index = database_.use("INSERT INTO document_text (rowid, title, text) VALUES (?, ?, ?)");
  (index << doc << metadata.title << document.text()).run();
  return doc;
}

void Record::Writer::blocks(const Document& document) {
  auto insert = database_.use("INSERT INTO block VALUES (?, ?, ?, ?, ?, ?)");
  int number = 0;
  for (const BlockItem& block : blocks_of(document))
    (insert << doc_ << ++number << block.zone << text_or_null(block.reason) << block.span.begin << block.span.end)
        .run();
}

void Record::Writer::notes(const ReadingItems& items) {
  auto insert = database_.use("INSERT INTO note VALUES (?, ?, ?, ?, ?)");
  int number = 0;
  for (const NoteItem& note : items.notes)
    (insert << doc_ << ++number << note.message << note.span.begin << note.span.end).run();
}

void Record::Writer::mention(const MentionItem& mention, int index) {
  const Own differs = own(mention.actor);
  const bool resolved = !mention.produced_by.empty();
  auto insert = database_.use("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
  insert << doc_ << index + 1 << mention.kind << plain_or_null(mention.entity, -1) << mention.span.begin
         << mention.span.end << mention.head.begin << mention.head.end << text_or_null(mention.actor.actor)
         << differs.name << differs.country << differs.sector << text_or_null(mention.person)
         << (resolved ? std::optional(mention.score) : std::nullopt)
         << (resolved ? std::optional(producer(mention.produced_by)) : std::nullopt);
  insert.run();
}

void Record::Writer::statement(const StatementItem& statement, int index, const std::string& text) {
  const std::string item = item_id('s', index);
  const Own differs = own({statement.speaker, statement.speaker_name, {}, {}});
  auto insert = database_.use("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
  insert << doc_ << index + 1 << text_or_null(statement.speaker) << differs.name
         << text_or_null(statement.speaker_person) << statement.speaker_kind << statement.act << statement.polarity
         << statement.form << number_or_null(statement.inside) << statement.score << producer(statement.produced_by);
  insert.run();
  auto addressee = database_.use("INSERT INTO addressee VALUES (?, ?, ?, ?)");
  int ordinal = 0;
  for (const std::string& actor : statement.addressees) {
    own({actor, {}, {}, {}});
    (addressee << doc_ << index + 1 << ordinal++ << actor).run();
  }
  statement_evidence(statement, item);
  auto index_words = database_.use("INSERT INTO statement_text (rowid, words) VALUES (?, ?)");
  (index_words << doc_ * kStatementsPerDocument + index + 1 << words_of(statement.content, text)).run();
}

void Record::Writer::statement_evidence(const StatementItem& statement, const std::string& item) {
  evidence(item, "source", statement.source, statement.produced_by);
  evidence(item, "cue", statement.cue, statement.produced_by);
  evidence(item, "content", statement.content, statement.produced_by);
  if (!statement.source.empty() && !statement.speaker.empty())
    evidence(item, "speaker", 0, statement.source.front(), statement.speaker_by);
  if (!statement.cue.empty()) evidence(item, "act", 0, statement.cue.front(), statement.produced_by);
}

void Record::Writer::event(const EventItem& event, int index) {
  auto insert =
      database_.use("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
  insert << doc_ << index + 1 << event.event << text_or_null(event.mode) << event.polarity << event.modality
         << number_or_null(event.inside) << number_or_null(event.performed_by) << text_or_null(event.stance);
  if (event.date)
    insert << text_or_null(event.date->lo) << text_or_null(event.date->hi) << event.date->precision;
  else
    insert << nullptr << nullptr << nullptr;
  if (event.place)
    insert << event.place->name << event.place->country << event.place->latitude << event.place->longitude
           << event.place->precision << event.place->geonameid;
  else
    insert << nullptr << nullptr << nullptr << nullptr << nullptr << nullptr;
  insert << event.score << producer(event.produced_by);
  (event.place ? insert << text_or_null(event.place->region) : insert << nullptr).run();
  auto context = database_.use("INSERT INTO event_context VALUES (?, ?, ?, ?)");
  for (std::size_t i = 0; i < event.contexts.size(); ++i)
    (context << doc_ << index + 1 << static_cast<int>(i) << event.contexts[i]).run();
  auto quantity = database_.use("INSERT INTO quantity VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const QuantityItem& each : event.quantities)
    (quantity << doc_ << index + 1 << ordinal++ << each.value << each.lo << each.hi << each.unit << each.kind).run();
  participants(event.actors, "actor", index + 1);
  participants(event.recipients, "recipient", index + 1);
  event_evidence(event, item_id('e', index));
}

void Record::Writer::participants(const std::vector<PartyItem>& parties, std::string_view role, int event) {
  auto insert = database_.use("INSERT INTO participant VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  int ordinal = 0;
  for (const PartyItem& party : parties) {
    const Own differs = own(party.actor);
    (insert << doc_ << event << role << ordinal++ << text_or_null(party.actor.actor) << differs.name << differs.country
            << differs.sector << number_or_null(party.mention) << (party.is_guess ? 1 : 0))
        .run();
  }
}

void Record::Writer::event_evidence(const EventItem& event, const std::string& item) {
  evidence(item, "sentence", 0, event.sentence, event.produced_by);
  evidence(item, "trigger", event.trigger, event.produced_by);
  for (std::size_t i = 0; i < event.actors.size(); ++i)
    evidence(item, "actor", static_cast<int>(i), event.actors[i].span, event.actors[i].produced_by);
  for (std::size_t i = 0; i < event.recipients.size(); ++i)
    evidence(item, "recipient", static_cast<int>(i), event.recipients[i].span, event.recipients[i].produced_by);
  if (event.date) evidence(item, "date", 0, event.date->span, "moments");
  if (event.place) evidence(item, "place", 0, event.place->span, event.place->produced_by);
  for (std::size_t i = 0; i < event.quantities.size(); ++i)
    evidence(item, "quantity", static_cast<int>(i), event.quantities[i].span, "quantities");
}

void Record::Writer::moment(const MomentItem& moment, int index) {
  auto insert = database_.use("INSERT INTO moment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  (insert << doc_ << index + 1 << text_or_null(moment.date.lo) << text_or_null(moment.date.hi) << moment.date.precision
          << moment.timex << moment.kind << moment.date.span.begin << moment.date.span.end)
      .run();
}

void Record::Writer::place(const PlaceItem& place, int index) {
  auto insert = database_.use("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  (insert << doc_ << index + 1 << place.name << plain_or_null(place.geonameid, 0) << place.country << place.latitude
          << place.longitude << place.precision << place.span.begin << place.span.end << producer(place.produced_by)
          << text_or_null(place.region) << (place.is_dateline ? 1 : 0))
      .run();
}

void Record::Writer::evidence(const std::string& item, std::string_view field, int ordinal, Range span,
                              const std::string& produced_by) {
  auto insert = database_.use("INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?)");
  (insert << doc_ << item << field << ordinal << span.begin << span.end
          << producer(produced_by.empty() ? model_ : produced_by))
      .run();
}

void Record::Writer::evidence(const std::string& item, std::string_view field, const Ranges& spans,
                              const std::string& produced_by) {
  int ordinal = 0;
  for (const Range span : spans) evidence(item, field, ordinal++, span, produced_by);
}

}  // namespace demarche::record
