// SPDX-License-Identifier: Apache-2.0
// Record: the embedded store of documents and what was read in them. One SQLite file, described in docs/record.md.
//
//   Record record("demarche.db", Record::Access::Write);
//   record.begin_run({.program = "demarche 0.1.0", .model = engine.fingerprint(), …});
//   record.store(document, reading);                       // whole or not at all
//   record.list({.kind = Kind::Events, .actor = "PAK"}, [](Json&& row) { … });
//
// A Record belongs to one thread; several Records may have the same file open, one of them writing. Each store is a
// transaction of its own: whatever ends the program, all documents stored until then are kept. Every call throws
// Error{Busy} when another program holds the file for more than three seconds, Error{Corrupt} when it is damaged, and
// Error{Io}; a store also Error{Refused}, when the reading breaks a rule of the tables.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "record/correctable.h"
#include "record/items.h"
#include "record/json.h"
#include "record/query.h"
#include "text/text.h"

namespace demarche::record {

class Database;
struct ItemKey;
class ReadTransaction;

// What made the readings of a run: noted once, pointed at by each document.
struct RunInfo {
  std::string program = {};  // "demarche 0.1.0"
  std::string model = {};    // engine fingerprint: producer of all that no table line decided
  std::string tables = {};   // fingerprints of the actor tables and of the lexicon
  std::string command = {};
};

struct DocumentItem {
  std::string id, path, given_id, title;
  std::vector<std::string> authors;
  std::string outlet, published, stamp, url, language, kind;  // `published` is a day or empty
  std::int64_t sentences = 0, tokens = 0, run = 0;
  std::string text;
};

// The same text found again: under another path, or at another outlet.
struct CopyItem {
  std::string path, given_id, outlet, title, published, url;
};

// One row of the table `evidence`: a field of an item, the words it rests on, and what decided it.
struct EvidenceItem {
  std::string item, field;
  int ordinal = 0;
  Range span;
  std::string produced_by;
};

// What analysis finds across documents, in the one shape that all three kinds share. `json` is the line that `list`
// prints.
struct Finding {
  struct Actor {
    std::string role, actor;  // role: actor, recipient, speaker, side
  };
  struct Anchor {
    std::string document;  // id
    std::string field;     // "side 1", "values 0", "report"
    Range span;
    std::string produced_by;  // the id of the statement or event it comes from, or the rule
  };
  std::string id;      // "h", "p" or "d" and 12 or more hexadecimal digits
  std::string type;    // PLOVER event; issue; kind of dispute; kind of quantity
  std::string detail;  // mode; stance; state
  std::string lo, hi;  // days, or empty
  double score = 0;
  std::string words;  // what --about searches
  std::vector<Actor> actors;
  std::vector<Anchor> anchors;
  std::string json;
};

// A correction of one field: its value as record/correctable.h describes it. And who makes it, and why.
struct Change {
  std::string field;
  Json value;
};
struct Attribution {
  std::string by, why;
};

// `words` of a search with the match marked by kMarkBegin and kMarkEnd.
struct Hit {
  std::string id;  // of a document or a statement
  std::string document, path, title, outlet, published, words;
  double rank = 0;  // smaller is better (BM25)
};

class Record {
 public:
  enum class Access { Read, Write };
  // Write makes the file when there is none and brings an older one up to date; Read throws Error{NotFound} for a
  // missing one.
  Record(const std::filesystem::path& path, Access access);
  ~Record();
  Record(Record&&) noexcept;

  // Writing. A run must have begun; notes of a run that did not end stay with an empty `ended`.
  std::int64_t begin_run(const RunInfo& info);
  void end_run(std::string_view outcome);
  bool has(std::string_view document) const;
  // False when the document is there already: nothing is written then.
  bool store(const Document& document, const engine::Reading& reading);
  // Puts a new reading of a stored document in place of the old one, in one transaction, and returns how many mentions
  // are now resolved otherwise. `model` is the fingerprint of what made it. Corrections stay with the words that they
  // were made for.
  std::uint64_t replace_reading(const Document& document, const engine::Reading& reading, const std::string& model);
  // Around the replacing of all readings: what actors were called until now does not count, and at the end those whom
  // nobody names any more go.
  void forget_actor_names();
  void tidy_actors(const engine::Engine& engine);
  // Notes that a stored text was met under another path or id. False when that was known.
  bool note_copy(const Document& document);
  void note_failure(const std::string& path, const std::string& message);

  // Reading.
  // By id, or by the beginning of one (4 characters or more). Throws Error{Usage} when several begin so.
  std::optional<DocumentItem> document(std::string_view id) const;
  std::vector<CopyItem> copies(std::string_view document) const;
  std::vector<BlockItem> blocks(std::string_view document) const;
  std::vector<std::string> documents() const;  // all ids, in the order stored
  // A document as it was when it was read, and what the network then read in it. Nothing when it is not there, or when
  // it was stored by a program that did not keep it.
  struct Annotated {
    reader::Annotations annotations;
    std::string network;
  };
  std::optional<Document> stored_document(std::string_view id) const;
  std::optional<Annotated> annotated(std::string_view id) const;
  std::string networks() const;               // which read what is kept, joined by " + "
  std::uint64_t without_annotations() const;  // documents in English that only a network can read anew
  // How many documents were read, and how many of these otherwise than `program` with the engine of fingerprint `model`
  // would read them now: by another network or by another version of the program. Tables do not count.
  struct Readings {
    std::uint64_t all = 0, by_other_network = 0, by_other_program = 0, by_other = 0;
  };
  Readings readings(std::string_view program, const std::string& model) const;
  // Without sentences, which the record does not keep.
  ReadingItems reading(std::string_view document) const;
  // Evidence of one item: “1f0c….e5”, or the id of a finding. Each with its document.
  struct Anchored {
    std::string document;
    EvidenceItem evidence;
  };
  std::vector<Anchored> evidence(std::string_view item) const;
  Json run(std::int64_t run) const;
  std::string name_of_actor(std::string_view id) const;

  // Rows that answer the query, as JSON with `document`, `path` and `quote`; returns how many there are in all, with
  // the limit or without. Throws Error{Usage} for a query that does not validate.
  std::uint64_t list(const Query& query, const std::function<void(Json&&)>& take) const;
  // One item by its id; null when there is none.
  Json item(std::string_view id) const;
  // Full text. Words must all occur (by their stems), “quoted words” together, word* as a beginning. `query` filters by
  // its kind, documents or statements, and by all filters that `list` knows for that kind.
  std::vector<Hit> search(std::string_view words, const Query& query) const;
  static constexpr std::string_view kMarkBegin = "\x02", kMarkEnd = "\x03";

  // All rows of a table of docs/record.md, text as stored. Throws Error{Usage} naming the tables.
  std::uint64_t dump(std::string_view table, const std::function<void(const std::vector<std::string>& columns)>& head,
                     const std::function<void(Json&& row)>& take) const;
  static const std::vector<std::string>& tables();

  // Until it ends, all that this Record reads is of one state, whatever another program stores meanwhile. One at a
  // time, and no writing through this Record while it lives.
  class Snapshot {
   public:
    explicit Snapshot(const Record& record);
    ~Snapshot();

   private:
    std::unique_ptr<ReadTransaction> transaction_;
  };

  // Corrections: what a person says against the program, one entry for each field. They outrank what was read, survive
  // new readings, and erase nothing. Returns the ids of the entries, “c12”. Throws Error{NotFound} for an id of
  // nothing, Error{Usage} for a field or value that the item cannot have.
  std::vector<std::string> correct(std::string_view item, const std::vector<Change>& changes, const Attribution& by);
  void undo_correction(std::string_view id, const Attribution& by);
  void redo_correction(std::string_view id, const Attribution& by);
  // All entries on one item, also those undone or outranked, as `list corrections` prints them.
  std::vector<Json> corrections(std::string_view item) const;
  // What kind of item an id means; nothing when there is none of it.
  std::optional<Kind> kind_of(std::string_view item) const;

  // Analysis. What findings made from the record as it now stands rest on: its documents and copies, and their `maker`
  // (program and tables). Take it within the Snapshot that reads what they are made from: documents stored while they
  // are computed then make them stale.
  std::string findings_stamp(std::string_view maker) const;
  bool findings_are_stale(std::string_view maker) const;
  // Puts all findings in place of the old ones, with the stamp of what they were made from, in one transaction.
  void replace_findings(const std::vector<Finding>& happenings, const std::vector<Finding>& positions,
                        const std::vector<Finding>& disputes, const std::vector<Finding>& figures,
                        const std::string& stamp);

  // Looking back: from now on this Record answers from the documents that were published until the end of that day (a
  // year and a month will do) and from nothing else; those without a date are left out. It must have been opened to
  // read and not been asked before. It shows no findings but those that are given to it.
  void look_back(std::string_view day);
  void show_findings(const std::vector<Finding>& happenings, const std::vector<Finding>& positions,
                     const std::vector<Finding>& disputes, const std::vector<Finding>& figures);
  std::uint64_t hidden_documents() const;   // all that are left out,
  std::uint64_t undated_documents() const;  // and those of them that have no date

  // Numbers for doctor and bench; `damage` lists what SQLite's integrity check finds, at most ten.
  std::uint64_t document_count() const;
  std::uint64_t bytes() const;
  std::vector<std::string> damage() const;
  const std::filesystem::path& path() const { return path_; }

 private:
  class Writer;
  std::optional<ItemKey> key_of(std::string_view id) const;
  template <class Work>
  void correcting(Work work);
  std::filesystem::path path_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Writer> writer_;
  std::int64_t run_ = 0;
};

// "2026-11-21T22:14:03Z"
std::string now_utc();
int schema_version();

}  // namespace demarche::record
