// SPDX-License-Identifier: Apache-2.0
#include "record/schema.h"

#include <array>
#include <string>

#include "base/error.h"

namespace demarche::record {

namespace {

// "DEMR": tells `file` and us that an SQLite file is a record.
constexpr std::int64_t kApplication = 0x44454D52;

// All offsets are code points, as SQLite's own substr() counts: substr(text, begin_at + 1, end_at - begin_at).
// Items of a document are numbered from 1: statement 3 of a document is “<document id>.s3”.
constexpr const char* kFirst = R"sql(
CREATE TABLE run (run INTEGER PRIMARY KEY, program TEXT NOT NULL, model TEXT NOT NULL, tables TEXT NOT NULL, command TEXT NOT NULL,
  started TEXT NOT NULL, ended TEXT, outcome TEXT) STRICT;
CREATE TABLE document (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, run INTEGER NOT NULL REFERENCES run, path TEXT NOT NULL,
  given_id TEXT, title TEXT NOT NULL, authors TEXT NOT NULL, outlet TEXT NOT NULL, published TEXT, stamp TEXT, url TEXT NOT NULL,
  language TEXT NOT NULL, kind TEXT NOT NULL, sentences INTEGER NOT NULL, tokens INTEGER NOT NULL, stored TEXT NOT NULL,
  text TEXT NOT NULL) STRICT;
CREATE INDEX document_published ON document (published);
CREATE TABLE copy (doc INTEGER NOT NULL REFERENCES document, path TEXT NOT NULL, given_id TEXT NOT NULL, outlet TEXT NOT NULL,
  title TEXT NOT NULL, published TEXT, url TEXT NOT NULL, noted TEXT NOT NULL, PRIMARY KEY (doc, path, given_id)) STRICT, WITHOUT ROWID;
CREATE TABLE block (doc INTEGER NOT NULL REFERENCES document, nr INTEGER NOT NULL, zone TEXT NOT NULL, reason TEXT,
  begin_at INTEGER NOT NULL, end_at INTEGER NOT NULL, PRIMARY KEY (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE producer (producer INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE actor (id TEXT PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, sector TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE mention (doc INTEGER NOT NULL REFERENCES document, nr INTEGER NOT NULL, kind TEXT NOT NULL, entity INTEGER,
  begin_at INTEGER NOT NULL, end_at INTEGER NOT NULL, head_begin INTEGER NOT NULL, head_end INTEGER NOT NULL,
  actor TEXT REFERENCES actor, name TEXT, country TEXT, sector TEXT, person TEXT, score REAL, producer INTEGER REFERENCES producer,
  PRIMARY KEY (doc, nr)) STRICT, WITHOUT ROWID;
CREATE INDEX mention_actor ON mention (actor) WHERE actor IS NOT NULL;
CREATE TABLE statement (doc INTEGER NOT NULL REFERENCES document, nr INTEGER NOT NULL, speaker TEXT REFERENCES actor,
  speaker_name TEXT, speaker_person TEXT, speaker_kind TEXT NOT NULL, act TEXT NOT NULL, polarity TEXT NOT NULL, form TEXT NOT NULL,
  inside INTEGER, score REAL NOT NULL, producer INTEGER NOT NULL REFERENCES producer, PRIMARY KEY (doc, nr),
  FOREIGN KEY (doc, inside) REFERENCES statement (doc, nr) DEFERRABLE INITIALLY DEFERRED) STRICT, WITHOUT ROWID;
CREATE INDEX statement_speaker ON statement (speaker) WHERE speaker IS NOT NULL;
CREATE TABLE addressee (doc INTEGER NOT NULL, statement INTEGER NOT NULL, ordinal INTEGER NOT NULL, actor TEXT NOT NULL REFERENCES actor,
  PRIMARY KEY (doc, statement, ordinal), FOREIGN KEY (doc, statement) REFERENCES statement (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE event (doc INTEGER NOT NULL REFERENCES document, nr INTEGER NOT NULL, event TEXT NOT NULL, mode TEXT, polarity TEXT NOT NULL,
  modality TEXT NOT NULL, inside INTEGER, performed_by INTEGER, stance TEXT, date_lo TEXT, date_hi TEXT, date_precision TEXT,
  place_name TEXT, place_country TEXT, latitude REAL, longitude REAL, place_precision TEXT, geonameid INTEGER, score REAL NOT NULL,
  producer INTEGER NOT NULL REFERENCES producer, PRIMARY KEY (doc, nr),
  FOREIGN KEY (doc, inside) REFERENCES statement (doc, nr),
  FOREIGN KEY (doc, performed_by) REFERENCES statement (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE event_context (doc INTEGER NOT NULL, event INTEGER NOT NULL, ordinal INTEGER NOT NULL, context TEXT NOT NULL,
  PRIMARY KEY (doc, event, ordinal), FOREIGN KEY (doc, event) REFERENCES event (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE participant (doc INTEGER NOT NULL, event INTEGER NOT NULL, role TEXT NOT NULL CHECK (role IN ('actor', 'recipient')),
  ordinal INTEGER NOT NULL, actor TEXT REFERENCES actor, name TEXT, country TEXT, sector TEXT, mention INTEGER,
  PRIMARY KEY (doc, event, role, ordinal), FOREIGN KEY (doc, event) REFERENCES event (doc, nr)) STRICT, WITHOUT ROWID;
CREATE INDEX participant_actor ON participant (actor, role) WHERE actor IS NOT NULL;
CREATE TABLE quantity (doc INTEGER NOT NULL, event INTEGER NOT NULL, ordinal INTEGER NOT NULL, value REAL NOT NULL, lo REAL NOT NULL,
  hi REAL NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (doc, event, ordinal),
  FOREIGN KEY (doc, event) REFERENCES event (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE moment (doc INTEGER NOT NULL REFERENCES document, nr INTEGER NOT NULL, lo TEXT, hi TEXT, precision TEXT NOT NULL,
  timex TEXT NOT NULL, kind TEXT NOT NULL, begin_at INTEGER NOT NULL, end_at INTEGER NOT NULL, PRIMARY KEY (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE place (doc INTEGER NOT NULL REFERENCES document, nr INTEGER NOT NULL, name TEXT NOT NULL, geonameid INTEGER,
  country TEXT NOT NULL, latitude REAL NOT NULL, longitude REAL NOT NULL, precision TEXT NOT NULL, begin_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL, producer INTEGER NOT NULL REFERENCES producer, PRIMARY KEY (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE note (doc INTEGER NOT NULL REFERENCES document, nr INTEGER NOT NULL, message TEXT NOT NULL, begin_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL, PRIMARY KEY (doc, nr)) STRICT, WITHOUT ROWID;
CREATE TABLE failure (failure INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, path TEXT NOT NULL, message TEXT NOT NULL,
  noted TEXT NOT NULL) STRICT;
CREATE TABLE evidence (doc INTEGER NOT NULL REFERENCES document, item TEXT NOT NULL, field TEXT NOT NULL, ordinal INTEGER NOT NULL,
  begin_at INTEGER NOT NULL, end_at INTEGER NOT NULL, producer INTEGER NOT NULL REFERENCES producer,
  PRIMARY KEY (doc, item, field, ordinal)) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_across ON evidence (item) WHERE length(item) > 12;
CREATE TABLE happening (id TEXT PRIMARY KEY, event TEXT NOT NULL, mode TEXT, lo TEXT, hi TEXT, score REAL NOT NULL, words TEXT NOT NULL,
  json TEXT NOT NULL) STRICT;
CREATE TABLE position (id TEXT PRIMARY KEY, issue TEXT NOT NULL, stance TEXT, lo TEXT, hi TEXT, score REAL NOT NULL, words TEXT NOT NULL,
  json TEXT NOT NULL) STRICT;
CREATE TABLE dispute (id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT, lo TEXT, hi TEXT, score REAL NOT NULL, words TEXT NOT NULL,
  json TEXT NOT NULL) STRICT;
CREATE TABLE finding_actor (item TEXT NOT NULL, role TEXT NOT NULL, actor TEXT NOT NULL, PRIMARY KEY (item, role, actor)) STRICT, WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE document_text USING fts5 (title, text, content = 'document', content_rowid = 'doc',
  tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_text USING fts5 (words, content = '', tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIEW statement_words AS SELECT document.id || '.s' || nr AS id, document.id AS document, document.published, document.outlet,
  coalesce(speaker_name, (SELECT name FROM actor WHERE actor.id = speaker)) AS speaker_name, speaker, act, polarity, form, inside,
  (SELECT group_concat(substr(document.text, begin_at + 1, end_at - begin_at), ' … ') FROM evidence
   WHERE evidence.doc = statement.doc AND item = 's' || nr AND field = 'content') AS words
  FROM statement JOIN document USING (doc);
CREATE VIEW event_words AS SELECT document.id || '.e' || nr AS id, document.id AS document, document.published, document.outlet, date_lo,
  date_hi, (SELECT group_concat(coalesce(actor, name), '|') FROM participant AS p WHERE p.doc = event.doc AND p.event = nr AND role = 'actor') AS actors,
  event, mode, (SELECT group_concat(coalesce(actor, name), '|') FROM participant AS p WHERE p.doc = event.doc AND p.event = nr AND role = 'recipient') AS recipients,
  polarity, modality, stance, (SELECT substr(document.text, begin_at + 1, end_at - begin_at) FROM evidence
   WHERE evidence.doc = event.doc AND item = 'e' || nr AND field = 'sentence') AS words
  FROM event JOIN document USING (doc);
)sql";

// What the network read, so that a reading can be made anew with other tables. `form`: how the bytes are packed.
constexpr const char* kAnnotations = R"sql(
CREATE TABLE annotations (doc INTEGER PRIMARY KEY REFERENCES document, network TEXT NOT NULL, form INTEGER NOT NULL,
  bytes BLOB NOT NULL) STRICT;
)sql";

constexpr const char* kRegions = R"sql(
ALTER TABLE event ADD COLUMN place_region TEXT;
ALTER TABLE place ADD COLUMN region TEXT;
ALTER TABLE place ADD COLUMN is_dateline INTEGER NOT NULL DEFAULT 0;
)sql";

// What people say against the program. `correction` and `correction_change` only grow; `stands_at` is the item that a
// correction now stands at, and `corrected` keeps, for each field that holds a person's value, what the program read.
// The views leave out what was withdrawn.
constexpr const char* kCorrections = R"sql(
CREATE TABLE correction (correction INTEGER PRIMARY KEY, kind TEXT NOT NULL, given TEXT NOT NULL, stands_at TEXT, document TEXT NOT NULL,
  anchors TEXT NOT NULL, ordinal INTEGER NOT NULL, words TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, read TEXT NOT NULL,
  author TEXT NOT NULL, why TEXT NOT NULL, made TEXT NOT NULL) STRICT;
CREATE INDEX correction_item ON correction (stands_at) WHERE stands_at IS NOT NULL;
CREATE INDEX correction_document ON correction (document);
CREATE TABLE correction_change (change INTEGER PRIMARY KEY, correction INTEGER NOT NULL REFERENCES correction,
  act TEXT NOT NULL CHECK (act IN ('undo', 'redo')), author TEXT NOT NULL, why TEXT NOT NULL, made TEXT NOT NULL) STRICT;
CREATE INDEX correction_change_of ON correction_change (correction);
CREATE TABLE corrected (item TEXT NOT NULL, field TEXT NOT NULL, correction INTEGER NOT NULL REFERENCES correction, read TEXT NOT NULL,
  PRIMARY KEY (item, field)) STRICT, WITHOUT ROWID;
ALTER TABLE mention ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE happening ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE position ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dispute ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
CREATE INDEX mention_withdrawn ON mention (doc, nr) WHERE withdrawn <> 0;
CREATE INDEX statement_withdrawn ON statement (doc, nr) WHERE withdrawn <> 0;
CREATE INDEX event_withdrawn ON event (doc, nr) WHERE withdrawn <> 0;
DROP VIEW statement_words;
DROP VIEW event_words;
CREATE VIEW statement_words AS SELECT document.id || '.s' || nr AS id, document.id AS document, document.published, document.outlet,
  coalesce(speaker_name, (SELECT name FROM actor WHERE actor.id = speaker)) AS speaker_name, speaker, act, polarity, form, inside,
  (SELECT group_concat(substr(document.text, begin_at + 1, end_at - begin_at), ' … ') FROM evidence
   WHERE evidence.doc = statement.doc AND item = 's' || nr AND field = 'content') AS words
  FROM statement JOIN document USING (doc) WHERE withdrawn = 0;
CREATE VIEW event_words AS SELECT document.id || '.e' || nr AS id, document.id AS document, document.published, document.outlet, date_lo,
  date_hi, (SELECT group_concat(coalesce(actor, name), '|') FROM participant AS p WHERE p.doc = event.doc AND p.event = nr AND role = 'actor') AS actors,
  event, mode, (SELECT group_concat(coalesce(actor, name), '|') FROM participant AS p WHERE p.doc = event.doc AND p.event = nr AND role = 'recipient') AS recipients,
  polarity, modality, stance, (SELECT substr(document.text, begin_at + 1, end_at - begin_at) FROM evidence
   WHERE evidence.doc = event.doc AND item = 'e' || nr AND field = 'sentence') AS words
  FROM event JOIN document USING (doc) WHERE withdrawn = 0;
)sql";

// Figures by who gives them: `matter` is equal for figures of one matter.
constexpr const char* kFigures = R"sql(
CREATE TABLE figure (id TEXT PRIMARY KEY, kind TEXT NOT NULL, matter TEXT, lo TEXT, hi TEXT, score REAL NOT NULL, words TEXT NOT NULL,
  json TEXT NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0) STRICT;
)sql";

// Participants that are only the likeliest phrase of their sentence.
constexpr const char* kGuesses = R"sql(
ALTER TABLE participant ADD COLUMN guess INTEGER NOT NULL DEFAULT 0;
)sql";

// Step i turns a file of version i into one of version i + 1. Steps are never edited once released, only added.
constexpr std::array<const char*, 6> kSteps = {kFirst, kAnnotations, kRegions, kCorrections, kFigures, kGuesses};

void apply(Database& database, int step) {
  Transaction transaction(database);
  // Another process may have done this step while we waited for the lock.
  if (database.number("PRAGMA user_version") == step) {
    database.execute(kSteps[static_cast<std::size_t>(step)]);
    database.execute("PRAGMA application_id = " + std::to_string(kApplication));
    database.execute("PRAGMA user_version = " + std::to_string(step + 1));
  }
  transaction.commit();
}

}  // namespace

int schema_version() { return static_cast<int>(kSteps.size()); }

// Whose file it is comes first: the version of a foreign one means nothing.
void refuse_foreign(Database& database, const std::filesystem::path& path) {
  const std::int64_t application = database.number("PRAGMA application_id");
  const bool is_blank = application == 0 && database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (application != kApplication && !is_blank)
    throw Error(ErrorKind::BadInput,
                path.string() + ": an SQLite file, but no record of Demarche; name another with --record");
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version > schema_version())
    throw Error(ErrorKind::BadInput, path.string() + ": written by a newer Demarche (schema " +
                                         std::to_string(version) + ", this program knows " +
                                         std::to_string(schema_version()) + "); upgrade the program");
}

void migrate(Database& database, const std::filesystem::path& path) {
  refuse_foreign(database, path);
  const std::int64_t version = database.number("PRAGMA user_version");
  for (int step = static_cast<int>(version); step < schema_version(); ++step) apply(database, step);
}

void check_schema(Database& database, const std::filesystem::path& path) {
  refuse_foreign(database, path);
  const std::int64_t version = database.number("PRAGMA user_version");
  if (version == 0)
    throw Error(ErrorKind::NotFound, path.string() + ": an empty record; fill it with “demarche read PATH”");
  if (version < schema_version())
    throw Error(ErrorKind::BadInput,
                path.string() +
                    ": written by an older Demarche; “demarche doctor --record FILE --upgrade” brings it up to date");
}

}  // namespace demarche::record
