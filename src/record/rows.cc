// SPDX-License-Identifier: Apache-2.0
#include "record/rows.h"

#include "record/corrections.h"

namespace demarche::record {

namespace {

// From the first piece to the last: the passage as it stands, with what stands between the pieces.
Range passage(const Ranges& pieces) {
  return pieces.empty() ? Range{} : Range{pieces.front().begin, pieces.back().end};
}

}  // namespace

Json cell(const Use& row, int column) {
  switch (sqlite3_column_type(row.raw(), column)) {
    case SQLITE_NULL:
      return {};
    case SQLITE_INTEGER:
      return row.number(column);
    case SQLITE_FLOAT:
      return row.real(column);
    default:
      return row.text(column);
  }
}

const Rows::Head& Rows::head(std::int64_t doc) {
  if (doc == doc_) return head_;
  auto row = database_.use("SELECT id, path, published, outlet, title FROM document WHERE doc = ?");
  (row << doc).step();
  doc_ = doc;
  head_ = {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)};
  return head_;
}

void Rows::add_head(std::int64_t doc, Json& row) {
  const Head& about = head(doc);
  row["document"] = about.id;
  row["path"] = about.path;
  row["published"] = text_or_null_json(about.published);
  row["outlet"] = text_or_null_json(about.outlet);
  row["title"] = text_or_null_json(about.title);
}

void Rows::finish(const Part& part, bool is_withdrawn, Json& row) {
  add_head(part.doc, row);
  if (is_withdrawn) row["withdrawn"] = true;
  add_corrected(database_, part_of(part.kind, head(part.doc).id, part.doc, part.number), row);
}

Json Rows::mention(std::int64_t doc, std::int64_t number) {
  const MentionItem item = loader_.mention(doc, number);
  Json row;
  row["id"] = item_id(head(doc).id, 'm', static_cast<int>(number) - 1);
  row.update(json_of(item));
  row["quote"] = loader_.words(doc, item.span);
  finish({Kind::Mentions, doc, number}, item.is_withdrawn, row);
  return row;
}

Json Rows::statement(std::int64_t doc, std::int64_t number) {
  const StatementItem item = loader_.statement(doc, number);
  Json row = json_of(item, static_cast<int>(number) - 1, head(doc).id);
  row["quote"] = loader_.words(doc, passage(item.content));
  row["speaker_words"] = text_or_null_json(loader_.words(doc, passage(item.source)));
  row["claimed"] = text_or_null_json(claimed(doc, static_cast<int>(number) - 1));
  row["cue_words"] = text_or_null_json(loader_.words(doc, passage(item.cue)));
  finish({Kind::Statements, doc, number}, item.is_withdrawn, row);
  return row;
}

Json Rows::event(std::int64_t doc, std::int64_t number) {
  const EventItem item = loader_.event(doc, number);
  Json row = json_of(item, static_cast<int>(number) - 1, head(doc).id);
  row["quote"] = loader_.words(doc, item.sentence);
  date_by_document(row, head(doc).published.substr(0, 10));
  row["trigger_words"] = loader_.words(doc, passage(item.trigger));
  row["claimed"] = text_or_null_json(claimed(doc, item.performed_by >= 0 ? item.performed_by : item.inside));
  add_teller(doc, item, row);
  finish({Kind::Events, doc, number}, item.is_withdrawn, row);
  return row;
}

// When it was claimed, as against when it happened: on the day on which the statement did its deed, where the text
// dates that, else on the day on which the document came out.
std::string Rows::claimed(std::int64_t doc, int statement) {
  const std::string published = head(doc).published.substr(0, 10);
  auto row = database_.use(
      "SELECT min(date_lo) FROM event WHERE doc = ? AND performed_by = ? AND date_lo = date_hi AND modality = "
      "'happened' AND withdrawn = 0");
  row << doc << statement + 1;
  const std::string said = statement >= 0 && row.step() ? row.text(0) : std::string();
  return said.empty() || (!published.empty() && said > published) ? published : said;
}

// Who says so: the speaker of the statement that the event stands inside, or nobody but the document itself.
void Rows::add_teller(std::int64_t doc, const EventItem& event, Json& row) {
  for (const char* field : {"speaker", "speaker_name", "speaker_person", "speaker_words", "act"}) row[field] = nullptr;
  if (event.inside < 0) return;
  const StatementItem teller = loader_.statement(doc, event.inside + 1);
  row["speaker"] = text_or_null_json(teller.speaker);
  row["speaker_name"] = text_or_null_json(teller.speaker_name);
  row["speaker_person"] = text_or_null_json(teller.speaker_person);
  row["speaker_words"] = text_or_null_json(loader_.words(doc, passage(teller.source)));
  row["act"] = teller.act;
}

Json Rows::document(std::int64_t doc) {
  auto rows = database_.use(
      "SELECT id, path, given_id, title, authors, outlet, published, stamp, url, language, kind, sentences, tokens, "
      "length(text), stored, "
      "(SELECT count(*) FROM statement WHERE statement.doc = document.doc), (SELECT count(*) FROM event WHERE "
      "event.doc = document.doc) "
      "FROM document WHERE doc = ?");
  (rows << doc).step();
  Json row;
  row["id"] = rows.text(0);
  row["document"] = rows.text(0);
  row["path"] = rows.text(1);
  row["given_id"] = text_or_null_json(rows.text(2));
  row["title"] = text_or_null_json(rows.text(3));
  row["authors"] = Json::parse(rows.text(4));
  int column = 5;
  for (const char* field : {"outlet", "published", "stamp", "url", "language", "kind"})
    row[field] = text_or_null_json(rows.text(column++));
  for (const char* field : {"sentences", "tokens", "characters"}) row[field] = rows.number(column++);
  row["stored"] = rows.text(column++);
  row["statements"] = rows.number(column++);
  row["events"] = rows.number(column);
  Json copies = Json::array();
  auto found = database_.use(
      "SELECT path, given_id, outlet, title, published, url FROM copy WHERE doc = ? ORDER BY path, given_id");
  found << doc;
  while (found.step()) {
    Json copy;
    int each = 0;
    for (const char* field : {"path", "given_id", "outlet", "title", "published", "url"})
      copy[field] = text_or_null_json(found.text(each++));
    copies.push_back(std::move(copy));
  }
  row["copies"] = std::move(copies);
  add_corrected(database_, {.kind = Kind::Documents, .id = row["id"], .doc = doc}, row);
  return row;
}

}  // namespace demarche::record
