// SPDX-License-Identifier: Apache-2.0
// The one JSON form of what Demarche finds: the same names and shapes in `label`, `list`, `show`, `export`, HTTP and
// Python.
//
// Offsets are half-open ranges of code points; scores have four digits; what is unknown is null. Pure functions.
// Part of the face of record: include "record/record.h".
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "record/items.h"

namespace demarche::record {

using Json = nlohmann::ordered_json;

// With a `document`, ids are those of a record (“1f0c….s3”); with none, those of `label` (“s3”).
Json json_of(const MentionItem& mention);
Json json_of(const StatementItem& statement, int index, std::string_view document = {});
Json json_of(const EventItem& event, int index, std::string_view document = {});
// An event without a date of its own gets that of its document, marked by "from": "document" and no span: its day, or
// what lies behind it for what is planned, promised, demanded, threatened or conditional. `published` may be empty.
void date_by_document(Json& event, std::string_view published);
Json json_of(const MomentItem& moment);
Json json_of(const PlaceItem& place);
Json json_of(const NoteItem& note);

// The relation of a pair of phrases that the caller gave.
struct PairRelation {
  Range subject, object;
  reader::Relation relation;
};

struct JudgedWord {
  Range word;
  reader::Judgement judgement;
};

// What a caller of `label` asks beside the reading.
struct Answers {
  std::vector<PairRelation> relations;
  std::vector<JudgedWord> judgements;
};

// A whole reading, as `label` prints it. `id` is what the caller's line had.
Json json_of(const Json& id, DocumentKind kind, const ReadingItems& items, const Answers& answers);

// One line without line end; bytes that are no UTF-8 become U+FFFD.
std::string line_of(const Json& json);

// A line that somebody else wrote, at most kMaxLine bytes long. Throws Error{BadInput} when it is no JSON object, or is
// nested deeper than 64 levels: copying and printing follow the nesting on the stack.
Json object_in(std::string_view line);
inline constexpr std::uint64_t kMaxLine = 64u << 20;

// The text, or null when it is empty.
Json text_or_null_json(std::string_view text);
double rounded(double value);

}  // namespace demarche::record
