// SPDX-License-Identifier: Apache-2.0
// Items: what a Reading holds, in the form in which it leaves the engine. Offsets are code points here, ids are
// printable, and names of enumerations are the words of the glossary. The record stores items and gives them back; JSON
// is made from items alone.
//
// Plain values; safe to copy between threads. Part of the face of record: include "record/record.h".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/symbol.h"
#include "engine/engine.h"
#include "ingest/ingest.h"
#include "text/text.h"

namespace demarche::record {

// A half-open range of code points of a document's text. (Span counts bytes; the two do not mix.)
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Range&) const = default;
  bool empty() const { return begin == end; }
};
using Ranges = std::vector<Range>;

// What was decided about an actor, wherever one is named. Empty texts: unknown.
struct ActorRef {
  Symbol actor, name, country, sector;
  bool operator==(const ActorRef&) const = default;
};

struct MentionItem {
  Range span, head;
  Symbol kind;
  int entity = -1;
  ActorRef actor;
  Symbol person;
  Symbol produced_by;  // table line of the resolution, empty when unresolved
  float score = 0;
  bool is_withdrawn = false;  // by a person: it stands in nothing that is computed
  bool operator==(const MentionItem&) const = default;
};

struct StatementItem {
  Ranges source, cue, content;
  Symbol speaker, speaker_name, speaker_person, speaker_kind;
  std::vector<std::string> addressees;
  Symbol act, polarity, form;
  int inside = -1;     // index of the statement that reports this one
  Symbol produced_by;  // table line, or the model's fingerprint
  Symbol speaker_by;   // what resolved the speaker
  float score = 0;
  bool is_withdrawn = false;
  bool operator==(const StatementItem&) const = default;
};

struct PartyItem {
  ActorRef actor;
  Range span;
  int mention = -1;
  Symbol produced_by;
  bool is_guess = false;  // the likeliest phrase, where none was likely to fill the role
  bool operator==(const PartyItem&) const = default;
};

struct DateItem {
  Symbol lo, hi, precision;  // days "2018-01-04", empty at an open end
  Range span;                // empty when no words of the text give it
  bool operator==(const DateItem&) const = default;
};

struct MomentItem {
  DateItem date;
  Symbol timex, kind;
  bool operator==(const MomentItem&) const = default;
};

struct PlaceItem {
  Range span;
  Symbol name, country, region, precision, produced_by;
  std::int64_t geonameid = 0;
  double latitude = 0, longitude = 0;
  bool is_dateline = false;
  bool operator==(const PlaceItem&) const = default;
};

struct QuantityItem {
  double value = 0, lo = 0, hi = 0;
  Symbol unit, kind;
  Range span;
  bool operator==(const QuantityItem&) const = default;
};

struct EventItem {
  Range sentence;
  Ranges trigger;
  std::vector<PartyItem> actors, recipients;
  Symbol event, mode;
  std::vector<std::string> contexts;
  Symbol polarity, modality;
  int inside = -1, performed_by = -1;  // indexes of statements
  Symbol stance;
  std::optional<DateItem> date;
  std::optional<PlaceItem> place;
  std::vector<QuantityItem> quantities;
  Symbol produced_by;
  float score = 0;
  bool is_withdrawn = false;
  bool operator==(const EventItem&) const = default;
};

struct NoteItem {
  std::string message;
  Range span;
  bool operator==(const NoteItem&) const = default;
};

struct BlockItem {
  Range span;
  std::string zone, reason;
  bool operator==(const BlockItem&) const = default;
};

// All items of one document. Index i is item i + 1: statements[2] is “s3”.
struct ReadingItems {
  Ranges sentences;
  std::vector<MentionItem> mentions;
  std::vector<StatementItem> statements;
  std::vector<EventItem> events;
  std::vector<MomentItem> moments;
  std::vector<PlaceItem> places;
  std::vector<NoteItem> notes;
};

// `model` stands as the producer of all that no table line decided.
ReadingItems items_of(const Document& document, const engine::Reading& reading, const std::string& model);
std::vector<BlockItem> blocks_of(const Document& document);

// “s3”, “e5”, “m7” from an index; with a document id before it and a point, the id of the item in a record.
std::string item_id(char kind, int index);
std::string item_id(std::string_view document, char kind, int index);

}  // namespace demarche::record
