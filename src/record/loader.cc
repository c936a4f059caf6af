// SPDX-License-Identifier: Apache-2.0
#include "record/loader.h"

#include <limits>
#include <map>
#include <set>

namespace demarche::record {

namespace {

int index_of(const Use& row, int column) { return row.is_null(column) ? -1 : static_cast<int>(row.number(column)) - 1; }

Range range_of(const Use& row, int column) {
  return {static_cast<std::uint32_t>(row.number(column)), static_cast<std::uint32_t>(row.number(column + 1))};
}

// All evidence of one item, by field.
struct Anchors {
  struct Anchor {
    Range span;
    std::string produced_by;
  };
  std::map<std::string, std::vector<Anchor>, std::less<>> fields;

  Anchors(Database& database, std::int64_t doc, const std::string& item) {
    auto rows = database.use(
        "SELECT field, begin_at, end_at, name FROM evidence JOIN producer USING (producer) WHERE doc = ? AND item = ? "
        "ORDER BY field, ordinal");
    rows << doc << item;
    while (rows.step()) fields[rows.text(0)].push_back({range_of(rows, 1), rows.text(3)});
  }

  Ranges spans(std::string_view field) const {
    Ranges out;
    if (const auto found = fields.find(field); found != fields.end())
      for (const Anchor& anchor : found->second) out.push_back(anchor.span);
    return out;
  }

  Anchor at(std::string_view field, std::size_t ordinal = 0) const {
    const auto found = fields.find(field);
    return found == fields.end() || ordinal >= found->second.size() ? Anchor{} : found->second[ordinal];
  }
};

std::vector<std::int64_t> numbers(Database& database, const char* table, std::int64_t doc) {
  auto rows = database.use(std::string("SELECT nr FROM ") + table + " WHERE doc = ? ORDER BY nr");
  rows << doc;
  std::vector<std::int64_t> out;
  while (rows.step()) out.push_back(rows.number(0));
  return out;
}

// Analysis uses these numbers as indexes and follows them outward: one that leads nowhere, or back, would end it.
void check_nesting(Database& database, std::int64_t doc, const ReadingItems& items) {
  const auto& statements = items.statements;
  const auto refuse = [&](const std::string& item, const char* what) {
    database.fail_as_damaged(item + " of document " + std::to_string(doc) + what);
  };
  const auto is_there = [&](int index) { return index < static_cast<int>(statements.size()); };
  for (std::size_t i = 0; i < statements.size(); ++i) {
    std::size_t depth = 0;
    for (int outer = statements[i].inside; outer >= 0; outer = statements[static_cast<std::size_t>(outer)].inside) {
      if (!is_there(outer)) refuse(item_id('s', static_cast<int>(i)), " stands inside a statement that is not there");
      if (++depth > statements.size()) refuse(item_id('s', static_cast<int>(i)), " stands inside itself");
    }
  }
  for (std::size_t i = 0; i < items.events.size(); ++i) {
    if (!is_there(items.events[i].inside) || !is_there(items.events[i].performed_by))
      refuse(item_id('e', static_cast<int>(i)), " stands inside a statement that is not there");
  }
}

// Records of version 0.1.0 wrote 0 for an upper bound that is open (“at least 40”).
double upper_bound(double value, double hi) { return hi < value ? std::numeric_limits<double>::infinity() : hi; }

}  // namespace

Json stored_json(Database& database, const std::string& text) {
  Json parsed = Json::parse(text, nullptr, false);
  if (parsed.is_discarded()) database.fail_as_damaged("a column that should hold JSON holds something else");
  return parsed;
}

ReadingItems Loader::reading(std::int64_t doc) {
  ReadingItems items;
  for (const auto number : numbers(database_, "mention", doc)) items.mentions.push_back(mention(doc, number));
  for (const auto number : numbers(database_, "statement", doc)) items.statements.push_back(statement(doc, number));
  for (const auto number : numbers(database_, "event", doc)) items.events.push_back(event(doc, number));
  moments(doc, items);
  places(doc, items);
  notes(doc, items);
  check_nesting(database_, doc, items);
  return items;
}

MentionItem Loader::mention(std::int64_t doc, std::int64_t number) {
  auto row = database_.use(
      "SELECT kind, coalesce(entity, -1), begin_at, end_at, head_begin, head_end, actor, coalesce(mention.name, "
      "actor.name), "
      "coalesce(mention.country, actor.country), coalesce(mention.sector, actor.sector), person, score, producer.name, "
      "withdrawn "
      "FROM mention LEFT JOIN actor ON actor.id = mention.actor LEFT JOIN producer USING (producer) WHERE doc = ? AND "
      "nr = ?");
  (row << doc << number).step();
  return {.span = range_of(row, 2),
          .head = range_of(row, 4),
          .kind = row.text(0),
          .entity = static_cast<int>(row.number(1)),
          .actor = {row.text(6), row.text(7), row.text(8), row.text(9)},
          .person = row.text(10),
          .produced_by = row.text(12),
          .score = static_cast<float>(row.real(11)),
          .is_withdrawn = row.number(13) != 0};
}

StatementItem Loader::statement(std::int64_t doc, std::int64_t number) {
  auto row = database_.use(
      "SELECT speaker, coalesce(speaker_name, actor.name), speaker_person, speaker_kind, act, polarity, form, inside, "
      "score, producer.name, withdrawn "
      "FROM statement LEFT JOIN actor ON actor.id = speaker JOIN producer USING (producer) WHERE doc = ? AND nr = ?");
  (row << doc << number).step();
  const Anchors anchors(database_, doc, item_id('s', static_cast<int>(number) - 1));
  StatementItem item{.source = anchors.spans("source"),
                     .cue = anchors.spans("cue"),
                     .content = anchors.spans("content"),
                     .speaker = row.text(0),
                     .speaker_name = row.text(1),
                     .speaker_person = row.text(2),
                     .speaker_kind = row.text(3),
                     .addressees = {},
                     .act = row.text(4),
                     .polarity = row.text(5),
                     .form = row.text(6),
                     .inside = standing(doc, index_of(row, 7)),
                     .produced_by = row.text(9),
                     .speaker_by = anchors.at("speaker").produced_by,
                     .score = static_cast<float>(row.real(8)),
                     .is_withdrawn = row.number(10) != 0};
  auto addressees = database_.use("SELECT actor FROM addressee WHERE doc = ? AND statement = ? ORDER BY ordinal");
  addressees << doc << number;
  while (addressees.step()) item.addressees.push_back(addressees.text(0));
  return item;
}

EventItem Loader::event(std::int64_t doc, std::int64_t number) {
  auto row = database_.use(
      "SELECT event, mode, polarity, modality, inside, performed_by, stance, date_lo, date_hi, date_precision, "
      "place_name, place_country, "
      "latitude, longitude, place_precision, geonameid, score, name, place_region, withdrawn FROM event JOIN producer "
      "USING "
      "(producer) WHERE "
      "doc = ? AND nr = ?");
  (row << doc << number).step();
  const Anchors anchors(database_, doc, item_id('e', static_cast<int>(number) - 1));
  EventItem item;
  item.sentence = anchors.at("sentence").span;
  item.trigger = anchors.spans("trigger");
  item.event = row.text(0);
  item.mode = row.text(1);
  item.polarity = row.text(2);
  item.modality = row.text(3);
  item.inside = standing(doc, index_of(row, 4));
  item.performed_by = index_of(row, 5);
  if (item.performed_by >= 0 && is_withdrawn(doc, item.performed_by)) item.performed_by = -1;
  if (item.inside >= 0 || row.is_null(4)) item.stance = row.text(6);
  item.is_withdrawn = row.number(19) != 0;
  if (!row.is_null(9)) item.date = DateItem{row.text(7), row.text(8), row.text(9), anchors.at("date").span};
  if (!row.is_null(10))
    item.place = PlaceItem{.span = anchors.at("place").span,
                           .name = row.text(10),
                           .country = row.text(11),
                           .region = row.text(18),
                           .precision = row.text(14),
                           .produced_by = anchors.at("place").produced_by,
                           .geonameid = row.number(15),
                           .latitude = row.real(12),
                           .longitude = row.real(13)};
  item.score = static_cast<float>(row.real(16));
  item.produced_by = row.text(17);
  item.contexts = contexts(doc, number);
  item.actors = participants(doc, number, "actor");
  item.recipients = participants(doc, number, "recipient");
  item.quantities = quantities(doc, number);
  const auto anchor = [&](std::vector<PartyItem>& parties, std::string_view field) {
    for (std::size_t i = 0; i < parties.size(); ++i) {
      parties[i].span = anchors.at(field, i).span;
      parties[i].produced_by = anchors.at(field, i).produced_by;
    }
  };
  anchor(item.actors, "actor");
  anchor(item.recipients, "recipient");
  for (std::size_t i = 0; i < item.quantities.size(); ++i) item.quantities[i].span = anchors.at("quantity", i).span;
  return item;
}

bool Loader::is_withdrawn(std::int64_t doc, int statement) {
  auto row = database_.use("SELECT 1 FROM statement WHERE withdrawn <> 0 AND doc = ? AND nr = ?");
  row << doc << statement + 1;
  return row.step();
}

// What a withdrawn statement held is told by whoever tells of that statement.
int Loader::standing(std::int64_t doc, int statement) {
  std::set<int> seen;
  while (statement >= 0 && is_withdrawn(doc, statement) && seen.insert(statement).second) {
    auto row = database_.use("SELECT inside FROM statement WHERE doc = ? AND nr = ?");
    row << doc << statement + 1;
    statement = row.step() ? index_of(row, 0) : -1;
  }
  return statement;
}

std::string Loader::words(std::int64_t doc, Range range) {
  auto row = database_.use("SELECT substr(text, ?, ?) FROM document WHERE doc = ?");
  row << range.begin + 1 << range.end - range.begin << doc;
  return row.step() ? row.text(0) : std::string();
}

std::vector<PartyItem> Loader::participants(std::int64_t doc, std::int64_t number, std::string_view role) {
  auto rows = database_.use(
      "SELECT p.actor, coalesce(p.name, a.name), coalesce(p.country, a.country), coalesce(p.sector, a.sector), "
      "mention, "
      "guess "
      "FROM participant AS p LEFT JOIN actor AS a ON a.id = p.actor WHERE doc = ? AND event = ? AND role = ? ORDER BY "
      "ordinal");
  rows << doc << number << role;
  std::vector<PartyItem> out;
  while (rows.step())
    out.push_back({.actor = {rows.text(0), rows.text(1), rows.text(2), rows.text(3)},
                   .span = {},
                   .mention = index_of(rows, 4),
                   .produced_by = {},
                   .is_guess = rows.number(5) != 0});
  return out;
}

std::vector<QuantityItem> Loader::quantities(std::int64_t doc, std::int64_t number) {
  auto rows =
      database_.use("SELECT value, lo, hi, unit, kind FROM quantity WHERE doc = ? AND event = ? ORDER BY ordinal");
  rows << doc << number;
  std::vector<QuantityItem> out;
  while (rows.step())
    out.push_back({.value = rows.real(0),
                   .lo = rows.real(1),
                   .hi = upper_bound(rows.real(0), rows.real(2)),
                   .unit = rows.text(3),
                   .kind = rows.text(4),
                   .span = {}});
  return out;
}

std::vector<std::string> Loader::contexts(std::int64_t doc, std::int64_t number) {
  auto rows = database_.use("SELECT context FROM event_context WHERE doc = ? AND event = ? ORDER BY ordinal");
  rows << doc << number;
  std::vector<std::string> out;
  while (rows.step()) out.push_back(rows.text(0));
  return out;
}

void Loader::moments(std::int64_t doc, ReadingItems& items) {
  auto rows =
      database_.use("SELECT lo, hi, precision, begin_at, end_at, timex, kind FROM moment WHERE doc = ? ORDER BY nr");
  rows << doc;
  while (rows.step())
    items.moments.push_back(
        {{rows.text(0), rows.text(1), rows.text(2), range_of(rows, 3)}, rows.text(5), rows.text(6)});
}

void Loader::places(std::int64_t doc, ReadingItems& items) {
  auto rows = database_.use(
      "SELECT place.name, geonameid, country, latitude, longitude, precision, begin_at, end_at, producer.name, "
      "region, is_dateline FROM place JOIN producer USING (producer) WHERE doc = ? ORDER BY nr");
  rows << doc;
  while (rows.step())
    items.places.push_back({.span = range_of(rows, 6),
                            .name = rows.text(0),
                            .country = rows.text(2),
                            .region = rows.text(9),
                            .precision = rows.text(5),
                            .produced_by = rows.text(8),
                            .geonameid = rows.number(1),
                            .latitude = rows.real(3),
                            .longitude = rows.real(4),
                            .is_dateline = rows.number(10) != 0});
}

void Loader::notes(std::int64_t doc, ReadingItems& items) {
  auto rows = database_.use("SELECT message, begin_at, end_at FROM note WHERE doc = ? ORDER BY nr");
  rows << doc;
  while (rows.step()) items.notes.push_back({rows.text(0), range_of(rows, 1)});
}

std::int64_t row_of_document(Database& database, std::string_view id) {
  auto row = database.use("SELECT doc FROM document WHERE id = ?");
  row << id;
  return row.step() ? row.number(0) : 0;
}

}  // namespace demarche::record
