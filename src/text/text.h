// SPDX-License-Identifier: Apache-2.0
// Documents and places in them.
//
// A Document holds the clean text as UTF-8 and never changes after ingest. Everything else points into it by Span:
// spans are stored, views are handed out (`doc.view(span)`) and never kept.
#pragma once

#include <cassert>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// A half-open range [begin, end) of bytes in a Document's text.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

// Discontinuous passages ("Talks", he said, "are over") in text order.
using Spans = std::vector<Span>;

bool holds(const Spans& outer, Span inner);  // one of `outer` contains it
std::uint32_t distance(Span a, Span b);      // bytes between them, 0 when they touch or overlap

// A day of the proleptic Gregorian calendar.
using Day = std::chrono::year_month_day;

std::string show(Day day);                            // "2018-10-03"
std::optional<Day> parse_day(std::string_view text);  // exactly "YYYY-MM-DD", an existing day

// What a researcher should know about an odd place in a document. Not an error.
struct Note {
  std::string message;
  Span span;
};

enum class DocumentKind { News, Interview, Release, Chronology, Opinion, Transcript, Other };
std::string_view name_of(DocumentKind kind);  // "news", "interview", …
std::optional<DocumentKind> document_kind(std::string_view name);

// What part a block of text plays. Only Title and Body are read for statements and events; Repeat is a paragraph that
// stands a second time; the others are furniture (navigation, advertisement, comment form, read-more link, author box,
// …).
enum class Zone { Title, Byline, Dateline, Body, Repeat, Furniture };
std::string_view name_of(Zone zone);

// One paragraph or heading of the text. `reason` says why it is no body ("read-more link", "comment form"), empty for
// Body.
struct Block {
  Span span;
  Zone zone = Zone::Body;
  std::string reason;
};

// When something was published: the local day as the outlet gives it and, where known, the whole ISO 8601 stamp.
struct Published {
  std::optional<Day> day = {};
  std::string stamp = {};  // "2018-10-03T00:00:00+05:00", "2018-10-03" or empty
};

struct Metadata {
  std::string path = {};      // where the bytes came from; "archive.zip!/page.html" inside a container
  std::string given_id = {};  // the id that a JSONL line brought along, or empty
  std::string title = {};
  std::vector<std::string> authors = {};
  std::string outlet = {};
  std::string url = {};
  std::string language = {};  // ISO 639-1 ("en"), "und" when unknown
  Published published = {};
  DocumentKind kind = DocumentKind::Other;
};

// Immutable after construction; safe to read from many threads.
class Document {
 public:
  // `text` must be valid UTF-8; `blocks` are in text order, do not overlap and lie within the text.
  // The id is the first 16 hexadecimal digits of the SHA-256 of the text, so that the same text is the same document.
  Document(std::string text, Metadata metadata, std::vector<Block> blocks, std::vector<Note> notes = {});

  const std::string& id() const { return id_; }
  const std::string& text() const& { return text_; }
  std::string_view view(Span span) const& {
    assert(span.begin <= span.end && span.end <= text_.size());
    return std::string_view(text_).substr(span.begin, span.end - span.begin);
  }
  std::string_view view(Span) const&& = delete;  // would view a dead temporary
  const Metadata& metadata() const { return metadata_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  const std::vector<Note>& notes() const { return notes_; }
  // English, or unknown and short: the only language that the reader reads.
  bool is_readable() const;

 private:
  std::string id_;
  std::string text_;
  Metadata metadata_;
  std::vector<Block> blocks_;
  std::vector<Note> notes_;
};

}  // namespace demarche
