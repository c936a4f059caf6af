// SPDX-License-Identifier: Apache-2.0
#include "record/anchors.h"

#include <algorithm>

#include "record/loader.h"

namespace demarche::record {

namespace {

Range hull(const Ranges& pieces) {
  Range whole = pieces.front();
  for (const Range piece : pieces) {
    whole.begin = std::min(whole.begin, piece.begin);
    whole.end = std::max(whole.end, piece.end);
  }
  return whole;
}

Ranges evidence(Database& database, const ItemKey& key, const char* field) {
  auto rows =
      database.use("SELECT begin_at, end_at FROM evidence WHERE doc = ? AND item = ? AND field = ? ORDER BY ordinal");
  rows << key.doc << key.local() << field;
  Ranges out;
  while (rows.step())
    out.push_back({static_cast<std::uint32_t>(rows.number(0)), static_cast<std::uint32_t>(rows.number(1))});
  return out;
}

Range passage_of_mention(Database& database, const ItemKey& key) {
  auto row = database.use("SELECT begin_at, end_at FROM mention WHERE doc = ? AND nr = ?");
  row << key.doc << key.number;
  row.step();
  return {static_cast<std::uint32_t>(row.number(0)), static_cast<std::uint32_t>(row.number(1))};
}

// The first of its fields that has words.
Range passage_of(Database& database, const ItemKey& key) {
  if (key.kind == Kind::Mentions) return passage_of_mention(database, key);
  static const std::vector<const char*> kOfEvent = {"trigger", "sentence"}, kOfStatement = {"content", "cue", "source"};
  for (const char* field : key.kind == Kind::Events ? kOfEvent : kOfStatement) {
    if (const Ranges pieces = evidence(database, key, field); !pieces.empty()) return hull(pieces);
  }
  return {};
}

std::vector<ItemKey> parts_of(Database& database, Kind kind, const std::string& document) {
  const std::int64_t doc = row_of_document(database, document);
  auto rows = database.use(std::string("SELECT nr FROM ") + table_of(kind) + " WHERE doc = ? ORDER BY nr");
  rows << doc;
  std::vector<ItemKey> out;
  while (rows.step()) out.push_back(part_of(kind, document, doc, rows.number(0)));
  return out;
}

// The part of two passages that is in both: 1 for equal ones.
double likeness(Range one, Range other) {
  if (one == other) return 1;
  const std::uint32_t begin = std::max(one.begin, other.begin), end = std::min(one.end, other.end);
  if (begin >= end) return 0;
  const std::uint32_t all = std::max(one.end, other.end) - std::min(one.begin, other.begin);
  return static_cast<double>(end - begin) / all;
}

std::optional<ItemKey> part_standing_at(Database& database, Kind kind, const Standing& standing) {
  constexpr double kHalf = 0.5;
  if (standing.anchors.empty()) return std::nullopt;
  const WordAnchor& anchor = standing.anchors.front();
  std::vector<std::pair<double, ItemKey>> found;
  double best = kHalf;
  for (ItemKey& key : parts_of(database, kind, anchor.document)) {
    const double like = likeness(passage_of(database, key), anchor.span);
    if (like < best) continue;
    if (like > best) found.clear();
    best = like;
    found.emplace_back(like, std::move(key));
  }
  if (static_cast<std::size_t>(standing.ordinal) >= found.size()) return std::nullopt;
  return found[static_cast<std::size_t>(standing.ordinal)].second;
}

std::vector<WordAnchor> anchors_of_finding(Database& database, const std::string& id) {
  auto rows = database.use(
      "SELECT document.id, begin_at, end_at FROM evidence JOIN document USING (doc) WHERE item = ? AND length(item) > "
      "12 ORDER BY field, ordinal");
  rows << id;
  std::vector<WordAnchor> out;
  while (rows.step())
    out.push_back(
        {rows.text(0), {static_cast<std::uint32_t>(rows.number(1)), static_cast<std::uint32_t>(rows.number(2))}});
  return out;
}

std::size_t shared(const std::vector<WordAnchor>& wanted, const std::vector<WordAnchor>& there) {
  return static_cast<std::size_t>(std::count_if(wanted.begin(), wanted.end(), [&](const WordAnchor& anchor) {
    return std::any_of(there.begin(), there.end(), [&](const WordAnchor& other) {
      return other.document == anchor.document && likeness(other.span, anchor.span) > 0;
    });
  }));
}

std::optional<ItemKey> finding_standing_at(Database& database, Kind kind, const Standing& standing) {
  auto rows = database.use(std::string("SELECT id FROM ") + table_of(kind) + " ORDER BY id");
  std::optional<ItemKey> found;
  std::size_t most = 0;
  while (rows.step()) {
    const std::size_t count = shared(standing.anchors, anchors_of_finding(database, rows.text(0)));
    if (count <= most || 2 * count < standing.anchors.size()) continue;
    most = count;
    found = ItemKey{kind, rows.text(0)};
  }
  return found;
}

std::string words_of_finding(Database& database, const ItemKey& key) {
  auto row = database.use(std::string("SELECT json FROM ") + table_of(key.kind) + " WHERE id = ?");
  row << key.id;
  if (!row.step()) return {};
  const Json json = stored_json(database, row.text(0));
  for (const char* field : {"question", "text", "event"}) {
    if (json.contains(field) && json[field].is_string()) return json[field].get<std::string>();
  }
  return {};
}

int ordinal_of(Database& database, const ItemKey& key, Range passage) {
  int ordinal = 0;
  for (const ItemKey& other : parts_of(database, key.kind, key.id.substr(0, key.id.find('.'))))
    ordinal += other.number < key.number && passage_of(database, other) == passage;
  return ordinal;
}

}  // namespace

Standing standing_of(Database& database, const ItemKey& key) {
  if (is_finding(key.kind)) return {anchors_of_finding(database, key.id), 0, words_of_finding(database, key)};
  if (key.kind == Kind::Documents) return {{{key.id, {}}}, 0, {}};
  if (!key.is_part()) return {};
  const Range passage = passage_of(database, key);
  return {{{key.id.substr(0, key.id.find('.')), passage}},
          ordinal_of(database, key, passage),
          Loader(database).words(key.doc, passage)};
}

std::optional<ItemKey> item_standing_at(Database& database, Kind kind, const Standing& standing) {
  return is_finding(kind) ? finding_standing_at(database, kind, standing) : part_standing_at(database, kind, standing);
}

Json json_of(const std::vector<WordAnchor>& anchors) {
  Json out = Json::array();
  for (const WordAnchor& anchor : anchors) out.push_back({anchor.document, anchor.span.begin, anchor.span.end});
  return out;
}

std::vector<WordAnchor> anchors_of(const Json& json) {
  std::vector<WordAnchor> out;
  for (const Json& each : json)
    out.push_back({each[0].get<std::string>(), {each[1].get<std::uint32_t>(), each[2].get<std::uint32_t>()}});
  return out;
}

}  // namespace demarche::record
