// SPDX-License-Identifier: Apache-2.0
// Analysis: questions to a record that span documents. What happened, by whose account? Who holds what, since when? On
// what do they disagree?
//
//   s1 KMO accuses TVS: "Tarvessa arms the Front"      s2 TVS denies: "we have never armed the Front"
//   → dispute, kind denial: "Does Tarvessa give help to the Front for a Free Ethrin?", one side each, with the exact
//   words
//
// Everything is computed from stored items alone: no language code, no network. The same items give the same findings,
// in whatever order they were stored. How each is computed: docs/analysis.md. All values here are plain; Lexicon is
// immutable after construction and may be used from many threads at once.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "quantities/quantities.h"
#include "record/record.h"

namespace demarche::analysis {

// The words of one place in a document. `span` counts code points of the stored text; `words` are exactly those.
struct Quote {
  std::string document, path, outlet;
  std::string date;  // day on which it was said or published, or empty
  record::Range span;
  std::string words;
  std::string item;  // “1f0c….s3” or “1f0c….e5”: the statement or event it was taken from
};

// One account of a happening: a figure, a culprit, a place or a date, and who gives it.
struct Value {
  std::string field;  // killed, injured, money, …; perpetrator; place; date
  std::string value;
  std::vector<std::string> who;  // actor ids; empty for an unnamed or unresolved voice
  std::string name;              // of the voice, always
  Quote evidence;
};

// The events of several sentences or documents that tell of one occurrence.
struct Happening {
  std::string id, event, mode, theme;
  std::vector<std::string> actors, recipients;            // ids
  std::vector<std::string> actor_names, recipient_names;  // of all, also of those without an id
  std::string lo, hi, precision;                          // days; empty when undated
  std::string place;
  int reports = 0;  // sentences that tell of it
  int outlets = 0;  // outlets that published them
  int origins = 0;  // texts that do not repeat one another
  std::vector<Value> values;
  std::vector<Quote> evidence;
  std::vector<std::string> events;  // ids
  double score = 0;
};

struct Position {
  std::string id, actor, name, issue;  // `actor` is empty for one that has only a name
  std::string stance;                  // asserts, denies, demands, …
  std::string text;                    // "demands of Tarvessa: “…”"
  std::string since, until;
  std::string change;        // new, hardened, softened, reversed, silent, same
  std::string outcome = {};  // of a promise: kept, broken, lapsed, pending; else empty
  std::string office;        // the organ that spoke, when it is not the actor itself: PAK.GOV.MFA for PAK
  std::string person;        // who spoke for it
  std::vector<Quote> evidence;
  double score = 0;  // of the whole line of this actor on this issue: how surely it is one
};

struct Side {
  std::vector<std::string> who, names;  // ids; names to show, also of voices without an id
  std::string stance;
  std::vector<Quote> evidence;
};

struct Dispute {
  std::string id, kind, question, event, theme;
  double score = 0;  // 0 to 1: weight of the evidence on the weaker side, times importance
  std::string state = "open";
  std::string lo, hi;  // first and last day of the evidence
  std::vector<Side> sides;
  std::string why;  // why the passages were put together, in plain words
};

// A figure that a text gives: how many or how much, of what, and by whose account. Figures of one matter share
// `matter_id`.
struct Figure {
  std::string id, matter, matter_id;
  std::string kind, unit, noun;         // as quantities::Quantity has them
  double value = 0, low = 0, high = 0;  // `low` 0 and `high` infinite where the words leave that side open
  std::string text;                     // "at least 23 killed"
  std::vector<std::string> who;         // actor ids; empty for an unnamed or unresolved voice
  std::string name;                     // of the voice, always
  std::string place, lo, hi;            // days of what is counted; empty when undated
  record::Range span;                   // of the figure, within the sentence of `evidence`
  Quote evidence;
};

struct Findings {
  std::vector<Happening> happenings;  // by date
  std::vector<Position> positions;    // by actor, issue, date
  std::vector<Dispute> disputes;      // by score, highest first
  std::vector<Figure> figures;        // by matter
};

class AimWords;
class NameWords;

// Tables under data/lexicon/en that analysis reads: issue words, words in and around names, and how an event is put as
// a question.
class Lexicon {
 public:
  // Throws Error{NotFound, BadInput} with file:line.
  explicit Lexicon(const std::filesystem::path& data);
  ~Lexicon();
  Lexicon(Lexicon&&) noexcept;

  struct Match {
    std::string theme;
    std::size_t begin = 0, end = 0;  // bytes of the text
    std::string where;               // table line
  };
  // Issues that the words of a text name, in text order; or families of words of one meaning, or marks of what a
  // passage does to another (families.tsv, marks.tsv), with the family or mark in place of the theme.
  enum class Table { Issues, Families, Marks };
  std::vector<Match> matches(std::string_view text, Table table = Table::Issues) const;
  // The same as names: sorted, each once; with those of an event's type, mode and contexts.
  std::vector<std::string> themes(std::string_view text) const;
  std::vector<std::string> themes_of_event(std::string_view event, const std::vector<std::string>& contexts) const;

  // Words that say how the speaker stands: `theme` is silent, conditional, refuse, agree, demand, promise, affirm,
  // deny.
  std::vector<Match> stances(std::string_view text) const;
  // opens, joins, ends or plain for a word around the names of matters; empty for others.
  std::string part_of_phrase(std::string_view word) const;

  // Whether a text between two amounts holds a word that claims, receives, or turns from the one to the other ("but").
  bool has_part(std::string_view text, std::string_view part) const;

  // Reads amounts and counts with the words of data/lexicon/en/amounts.tsv.
  const quantities::Recognizer& recognizer() const;

  // Whether a word in lower case stands in any report, and so tells nothing of which one it is.
  bool is_common(std::string_view word) const;

  // "Did Tarvessa attack Kelmoria?" The most specific line for event, mode and theme decides.
  enum class Tense { Past, Present, Future };
  std::string question(std::string_view event, std::string_view mode, const std::vector<std::string>& themes,
                       const std::string& actor, const std::string& recipient, Tense tense) const;
  // "Tarvessa attacked Kelmoria"
  std::string told(std::string_view event, std::string_view mode, const std::vector<std::string>& themes,
                   const std::string& actor, const std::string& recipient) const;

  const NameWords& name_words() const;

  // Words for what is demanded, refused, promised and done.
  const AimWords& aim_words() const;

  struct Content;

 private:
  std::unique_ptr<Content> content_;
};

// One document as the record gives it.
struct Source {
  record::DocumentItem document;
  record::ReadingItems reading;
  std::vector<record::BlockItem> blocks = {};  // of its text; none: all of it is read
  std::size_t copies = 0;                      // other places where the same text stood
};

using NameOf = std::function<std::string(const std::string& actor)>;

// The findings of a set of documents. Pure: depends on the arguments alone, and not on the order of `sources`.
Findings find(const std::vector<Source>& sources, const Lexicon& lexicon, const NameOf& name_of);

// All documents of a record, with what findings ask of their readings: mentions, statements and events.
std::vector<Source> sources_of(const record::Record& record);

// What findings depend on beside the record: who computes them, and the words and names they are computed with.
struct Maker {
  std::string program;         // "demarche 0.1.0"
  std::filesystem::path data;  // folder of the tables
};

// Whether documents came in, the program changed or a table was edited since the findings were computed.
bool findings_are_stale(const record::Record& record, const Maker& maker);

// Computes all findings anew, from one state of the record, and puts them in place of the old ones, in one transaction.
// What is stored meanwhile is no part of them, and makes them stale.
Findings refresh(record::Record& record, const Maker& maker);

// The findings of what a Record shows that looks back (Record::look_back), for that Record alone; nothing is stored.
void find_for(record::Record& record, const Maker& maker);

// The form in which findings are stored and listed.
record::Finding stored_form(const Happening& happening);
record::Finding stored_form(const Position& position);
record::Finding stored_form(const Dispute& dispute);
record::Finding stored_form(const Figure& figure);

// Numbers that tell at one look what a record holds.
struct Count {
  std::string name;
  std::uint64_t number = 0;
};
struct Summary {
  std::uint64_t documents = 0, unread = 0, failures = 0, outlets = 0, statements = 0, unresolved = 0, events = 0,
                happenings = 0, positions = 0, disputes = 0;
  std::vector<Count> acts, quads, dyads;  // most frequent first; quads in their order
  std::vector<Count> dispute_kinds;
  std::vector<record::Json> top_disputes;  // as `list disputes` prints them
};
Summary summary(const record::Record& record);

// Actors × issues at a date: for each pair its positions until then, as `list` prints them, in order of day.
struct Matrix {
  std::vector<std::string> actors, issues;   // those with most evidence first; an actor is an id, or a name without one
  std::map<std::string, std::string> names;  // of actors
  std::map<std::pair<std::string, std::string>, std::vector<const record::Json*>> cells;  // by actor and issue
};
struct MatrixOptions {
  std::string at = {};                 // day; empty: all that is known
  std::size_t actors = 0, issues = 0;  // at most so many; 0: all
};
// `positions`, in order of day, must outlive the matrix.
Matrix matrix_of(const std::vector<record::Json>& positions, const MatrixOptions& options);

// The one to show for a cell: the latest that takes a stand, else the latest.
const record::Json& telling(const std::vector<const record::Json*>& positions);

// Whether a position is about what a user asks for: words of it, or of a theme with its synonyms ("sanctuary" is “safe
// havens”).
bool is_about(const record::Json& position, const std::string& words, const Lexicon& lexicon);

// A dossier: everything that a reader needs to follow a conflict, each quotation with the place it was taken from.
enum class Format { Html, Markdown };
struct DossierOptions {
  std::vector<std::string> actors = {};  // ids or names; empty: all
  std::string title = {};
  std::string program = {};  // "demarche 0.1.0"
  std::string as_of = {};    // day, when the record looks back
};
// Throws Error{NotFound} naming an actor that the record does not know.
std::string dossier(const record::Record& record, const DossierOptions& options, Format format);

// One quotation or number of a report, checked against the record.
struct Check {
  enum class Outcome { Exact, Moved, Lost };
  Outcome outcome = Outcome::Exact;
  std::string document;
  record::Range span;   // as claimed
  record::Range found;  // where the words stand, when moved
  std::string words;
  std::string remark;  // why it is lost; what was checked
  std::string number;  // the name of a number that is counted; empty for a quotation
};
std::string_view name_of(Check::Outcome outcome);

// What a dossier says that it was made of: verify it against a record that looks back to the same day.
struct ReportScope {
  std::vector<std::string> actors;  // ids; empty: all
  std::string as_of;                // day, or empty
};
ReportScope scope_of_report(std::string_view report);

// Every quotation of a dossier (HTML or Markdown, told by its content), and every number: those it counts are counted
// again, those it takes from a text must stand in the words beside them. Throws Error{BadInput} for a file without any.
std::vector<Check> verify_report(const record::Record& record, std::string_view report);

// Every span of every item, every quote of every finding; returns what is wrong, and how much was looked at.
struct Audit {
  std::uint64_t documents = 0, items = 0, spans = 0, quotes = 0;
  std::vector<std::string> damage;  // SQLite's own check
  std::vector<std::string> wrong;   // "1f0c….e5: trigger [12, 30) lies outside the text (28)"
  bool is_sound() const { return damage.empty() && wrong.empty(); }
};
Audit verify_record(const record::Record& record);

}  // namespace demarche::analysis
