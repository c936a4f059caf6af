// SPDX-License-Identifier: Apache-2.0
// Stored documents as they were read, and new readings of them.
#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "record/corrections.h"
#include "record/loader.h"
#include "record/pack.h"
#include "record/record.h"
#include "record/writer.h"

namespace demarche::record {

namespace {

Zone zone_named(std::string_view name) {
  constexpr std::array<Zone, 6> kZones = {Zone::Title, Zone::Byline, Zone::Dateline,
                                          Zone::Body,  Zone::Repeat, Zone::Furniture};
  const auto found = std::find_if(kZones.begin(), kZones.end(), [&](Zone zone) { return name_of(zone) == name; });
  return found == kZones.end() ? Zone::Body : *found;
}

Metadata metadata_of(const DocumentItem& item) {
  Metadata out;
  out.path = item.path;
  out.given_id = item.given_id;
  out.title = item.title;
  out.authors = item.authors;
  out.outlet = item.outlet;
  out.url = item.url;
  out.language = item.language;
  out.published = {parse_day(item.published), item.stamp};
  out.kind = document_kind(item.kind).value_or(DocumentKind::Other);
  return out;
}

// Who is named where.
std::map<Range, std::string> named(const std::vector<MentionItem>& mentions) {
  std::map<Range, std::string> out;
  for (const MentionItem& mention : mentions) out[mention.span] = mention.actor.actor + " " + mention.person;
  return out;
}

std::uint64_t differences(const std::map<Range, std::string>& old, const std::map<Range, std::string>& now) {
  std::uint64_t count = 0;
  for (const auto& [span, actor] : now) {
    const auto before = old.find(span);
    count += before == old.end() || before->second != actor;
  }
  for (const auto& [span, actor] : old) count += !now.contains(span);
  return count;
}

}  // namespace

std::optional<Document> Record::stored_document(std::string_view id) const {
  const std::optional<DocumentItem> item = document(id);
  if (!item) return std::nullopt;
  const CodePoints points(item->text);
  const auto span = [&](Range range) { return Span{points.to_byte(range.begin), points.to_byte(range.end)}; };
  std::vector<Block> stored;
  for (const BlockItem& block : blocks(item->id))
    stored.push_back({span(block.span), zone_named(block.zone), block.reason});
  std::vector<Note> notes;
  for (const NoteItem& note : reading(item->id).notes) notes.push_back({note.message, span(note.span)});
  return Document(item->text, metadata_of(*item), std::move(stored), std::move(notes));
}

std::optional<Record::Annotated> Record::annotated(std::string_view id) const {
  auto row = database_->use(
      "SELECT network, bytes, text FROM annotations JOIN document USING (doc) WHERE id = ? AND form = ?");
  row << id << kPackedForm;
  if (!row.step()) return std::nullopt;
  auto annotations = unpacked(row.blob(1).bytes, row.text(2).size());
  if (!annotations) database_->fail_as_damaged("the annotations of document " + std::string(id));
  return Annotated{std::move(*annotations), row.text(0)};
}

std::string Record::networks() const {
  std::string out;
  auto rows = database_->use("SELECT DISTINCT network FROM annotations ORDER BY network");
  while (rows.step()) out += (out.empty() ? "" : " + ") + rows.text(0);
  return out;
}

// Those that were read have sentences; the others never had annotations.
std::uint64_t Record::without_annotations() const {
  auto row = database_->use(
      "SELECT count(*) FROM document WHERE sentences > 0 AND doc NOT IN (SELECT doc FROM annotations WHERE form = ?)");
  row << kPackedForm;
  return row.step() ? static_cast<std::uint64_t>(row.number(0)) : 0;
}

Record::Readings Record::readings(std::string_view program, const std::string& model) const {
  auto row = database_->use(
      "SELECT count(*), coalesce(sum(other_network), 0), coalesce(sum(other_program), 0), "
      "coalesce(sum(other_network OR other_program), 0) FROM (SELECT annotations.network IS NOT ? AS other_network, "
      "program <> ? AS other_program FROM document JOIN run USING (run) LEFT JOIN annotations USING (doc) WHERE "
      "sentences > 0)");
  row << network_of(model) << program;
  row.step();
  const auto count = [&](int column) { return static_cast<std::uint64_t>(row.number(column)); };
  return {count(0), count(1), count(2), count(3)};
}

std::uint64_t Record::replace_reading(const Document& document, const engine::Reading& reading,
                                      const std::string& model) {
  const ReadingItems items = items_of(document, reading, model);
  const std::int64_t doc = row_of_document(*database_, document.id());
  try {
    Transaction transaction(*database_);
    const std::uint64_t changed = differences(named(Loader(*database_).reading(doc).mentions), named(items.mentions));
    writer_->rewrite(doc, document, reading, items, run_, model, network_of(model));
    Corrections(*database_, [this](const std::string& name) {
      return writer_->producer(name);
    }).reattach_parts(document.id());
    transaction.commit();
    return changed;
  } catch (...) {
    writer_ = std::make_unique<Writer>(*database_);
    throw;
  }
}

void Record::forget_actor_names() {
  database_->execute("UPDATE actor SET name = '', country = '', sector = ''");
  writer_ = std::make_unique<Writer>(*database_);
}

void Record::tidy_actors(const engine::Engine& engine) {
  Transaction transaction(*database_);
  database_->execute(
      "DELETE FROM actor WHERE id NOT IN (SELECT actor FROM mention WHERE actor IS NOT NULL) AND id NOT IN (SELECT "
      "speaker FROM statement WHERE speaker IS NOT NULL) AND id NOT IN (SELECT actor FROM addressee) AND id NOT IN "
      "(SELECT actor FROM participant WHERE actor IS NOT NULL)");
  // Those of documents that could not be read anew.
  std::vector<std::string> nameless;
  {
    auto rows = database_->use("SELECT id FROM actor WHERE name = ''");
    while (rows.step()) nameless.push_back(rows.text(0));
  }
  for (const std::string& id : nameless) {
    auto update = database_->use("UPDATE actor SET name = ? WHERE id = ?");
    (update << engine.tables().name_of_actor(id) << id).run();
  }
  Corrections(*database_, [this](const std::string& name) { return writer_->producer(name); }).reattach_actors();
  transaction.commit();
  writer_ = std::make_unique<Writer>(*database_);
}

}  // namespace demarche::record
