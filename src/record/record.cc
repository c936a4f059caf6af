// SPDX-License-Identifier: Apache-2.0
#include "record/record.h"

#include <array>
#include <ctime>

#include "base/error.h"
#include "record/loader.h"
#include "record/schema.h"
#include "record/writer.h"

namespace demarche::record {

namespace {

std::unique_ptr<Database> opened(const std::filesystem::path& path, Record::Access access) {
  const bool writes = access == Record::Access::Write;
  auto database = std::make_unique<Database>(path, writes ? Database::Access::ReadWrite : Database::Access::ReadOnly);
  if (!writes) {
    check_schema(*database, path);
    return database;
  }
  refuse_foreign(*database, path);  // before the first pragma that writes to the file
  database->execute("PRAGMA journal_mode = WAL");
  // With a write-ahead log, NORMAL loses nothing when the program is killed; a power cut may lose the last commits,
  // never the file.
  database->execute("PRAGMA synchronous = NORMAL");
  database->execute("PRAGMA foreign_keys = ON");
  migrate(*database, path);
  return database;
}

std::string prefix_end(std::string_view prefix) { return std::string(prefix) + "g"; }  // behind every hexadecimal digit

DocumentItem document_item(Database& database, const Use& row) {
  DocumentItem item;
  item.id = row.text(0);
  item.path = row.text(1);
  item.given_id = row.text(2);
  item.title = row.text(3);
  for (const Json& author : stored_json(database, row.text(4)))
    if (author.is_string()) item.authors.push_back(author.get<std::string>());
  item.outlet = row.text(5);
  item.published = row.text(6);
  item.stamp = row.text(7);
  item.url = row.text(8);
  item.language = row.text(9);
  item.kind = row.text(10);
  item.sentences = row.number(11);
  item.tokens = row.number(12);
  item.run = row.number(13);
  item.text = row.text(14);
  return item;
}

}  // namespace

std::string now_utc() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> out{};
  std::strftime(out.data(), out.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return out.data();
}

Record::Record(const std::filesystem::path& path, Access access) : path_(path), database_(opened(path, access)) {
  if (access == Access::Write) writer_ = std::make_unique<Writer>(*database_);
}
Record::~Record() = default;
Record::Record(Record&&) noexcept = default;

std::int64_t Record::begin_run(const RunInfo& info) {
  Transaction transaction(*database_);
  auto insert = database_->use("INSERT INTO run (program, model, tables, command, started) VALUES (?, ?, ?, ?, ?)");
  (insert << info.program << info.model << info.tables << info.command << now_utc()).run();
  run_ = database_->last_row();
  transaction.commit();
  return run_;
}

void Record::end_run(std::string_view outcome) {
  auto update = database_->use("UPDATE run SET ended = ?, outcome = ? WHERE run = ?");
  (update << now_utc() << outcome << run_).run();
}

bool Record::has(std::string_view document) const { return row_of_document(*database_, document) != 0; }

bool Record::store(const Document& document, const engine::Reading& reading) {
  const std::string model = [&] {
    auto row = database_->use("SELECT model FROM run WHERE run = ?");
    row << run_;
    return row.step() ? row.text(0) : std::string();
  }();
  const ReadingItems items = items_of(document, reading, model);
  try {
    Transaction transaction(*database_);
    if (has(document.id())) return false;
    writer_->write(document, reading, items, run_, model);
    transaction.commit();
  } catch (...) {
    // What the writer remembers of producers and actors may have been rolled back.
    writer_ = std::make_unique<Writer>(*database_);
    throw;
  }
  return true;
}

bool Record::note_copy(const Document& document) {
  const Metadata& metadata = document.metadata();
  auto insert = database_->use(
      "INSERT INTO copy SELECT doc, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM document WHERE id = ?1 AND (path <> ?2 OR "
      "coalesce(given_id, '') <> ?3) "
      "ON CONFLICT DO NOTHING");
  insert << document.id() << metadata.path << metadata.given_id << metadata.outlet << metadata.title;
  if (metadata.published.day)
    insert << show(*metadata.published.day);
  else
    insert << nullptr;
  (insert << metadata.url << now_utc()).run();
  return database_->changes() > 0;
}

void Record::note_failure(const std::string& path, const std::string& message) {
  auto insert = database_->use("INSERT INTO failure (run, path, message, noted) VALUES (?, ?, ?, ?)");
  (insert << run_ << path << message << now_utc()).run();
}

std::optional<DocumentItem> Record::document(std::string_view id) const {
  if (id.size() < 4) return std::nullopt;
  auto rows = database_->use(
      "SELECT id, path, given_id, title, authors, outlet, published, stamp, url, language, kind, sentences, tokens, "
      "run, text "
      "FROM document WHERE id >= ? AND id < ? LIMIT 2");
  rows << id << prefix_end(id);
  if (!rows.step()) return std::nullopt;
  DocumentItem item = document_item(*database_, rows);
  if (rows.step())
    throw Error(ErrorKind::Usage, std::string(id) + ": several documents begin so; write more of the id");
  return item;
}

std::vector<CopyItem> Record::copies(std::string_view document) const {
  auto rows = database_->use(
      "SELECT path, given_id, outlet, title, published, url FROM copy WHERE doc = ? ORDER BY path, given_id");
  rows << row_of_document(*database_, document);
  std::vector<CopyItem> out;
  while (rows.step())
    out.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5)});
  return out;
}

std::vector<BlockItem> Record::blocks(std::string_view document) const {
  auto rows = database_->use("SELECT begin_at, end_at, zone, reason FROM block WHERE doc = ? ORDER BY nr");
  rows << row_of_document(*database_, document);
  std::vector<BlockItem> out;
  while (rows.step())
    out.push_back({{static_cast<std::uint32_t>(rows.number(0)), static_cast<std::uint32_t>(rows.number(1))},
                   rows.text(2),
                   rows.text(3)});
  return out;
}

std::vector<std::string> Record::documents() const {
  auto rows = database_->use("SELECT id FROM document ORDER BY doc");
  std::vector<std::string> out;
  while (rows.step()) out.push_back(rows.text(0));
  return out;
}

ReadingItems Record::reading(std::string_view document) const {
  return Loader(*database_).reading(row_of_document(*database_, document));
}

std::vector<Record::Anchored> Record::evidence(std::string_view item) const {
  const std::size_t point = item.find('.');
  const std::string columns =
      "SELECT document.id, item, field, ordinal, begin_at, end_at, producer.name FROM evidence JOIN document USING "
      "(doc) JOIN producer USING (producer) ";
  auto rows = point == std::string_view::npos
                  ? database_->use(columns + "WHERE item = ? AND length(item) > 12 ORDER BY field, ordinal")
                  : database_->use(columns + "WHERE doc = ? AND item = ? ORDER BY field, ordinal");
  if (point == std::string_view::npos)
    rows << item;
  else
    rows << row_of_document(*database_, item.substr(0, point)) << item.substr(point + 1);
  std::vector<Anchored> out;
  while (rows.step()) {
    const Range span{static_cast<std::uint32_t>(rows.number(4)), static_cast<std::uint32_t>(rows.number(5))};
    out.push_back({rows.text(0), {rows.text(1), rows.text(2), static_cast<int>(rows.number(3)), span, rows.text(6)}});
  }
  return out;
}

Json Record::run(std::int64_t run) const {
  auto row = database_->use("SELECT program, model, tables, command, started, ended, outcome FROM run WHERE run = ?");
  row << run;
  if (!row.step()) return {};
  Json out;
  int column = 0;
  for (const char* name : {"program", "model", "tables", "command", "started", "ended", "outcome"})
    out[name] = text_or_null_json(row.text(column++));
  return out;
}

std::string Record::name_of_actor(std::string_view id) const {
  auto row = database_->use("SELECT name FROM actor WHERE id = ? AND name <> ''");
  row << id;
  return row.step() ? row.text(0) : std::string(id);
}

std::uint64_t Record::document_count() const {
  return static_cast<std::uint64_t>(database_->number("SELECT count(*) FROM document"));
}

std::uint64_t Record::bytes() const {
  return static_cast<std::uint64_t>(database_->number("PRAGMA page_count") * database_->number("PRAGMA page_size"));
}

std::vector<std::string> Record::damage() const {
  auto rows = database_->use("PRAGMA quick_check(10)");
  std::vector<std::string> out;
  while (rows.step()) {
    if (rows.text(0) != "ok") out.push_back(rows.text(0));
  }
  return out;
}

}  // namespace demarche::record
